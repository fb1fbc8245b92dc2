// Package sat closes one satellite: the array that feeds the machines, the
// radiator that cools them, and the structure, armour, propulsion and rest that
// carry both, to a fixed point of mass and power.
//
// [Size] returns the budget by line, in kilograms, square metres, watts and
// dollars. The satellite carries its array face-on and its radiator edge-on to
// the Sun, a pumped loop between chips and radiator, and electric propulsion.
// A communications payload may take the machines' place, which is how flown
// satellites check the model.
//
// Not here: failures over time (a fleet's business; the puncture rate is
// given), manufacturing volume (its learning comes in as a factor on prices),
// bending modes of the array.
package sat

import (
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// Compute is what the satellite is built to carry: machines of one generation.
type Compute struct {
	USDPerITWatt   float64         // machines, vendor margin included
	MassPerITPower si.MassPerPower // boards, trays and memory as fitted for space
	JunctionLimit  si.Temperature  // of the hottest part
	PeakPerAverage float64         // draw
	LinkBitRate    si.BitRate      // of all optical terminals
	LinkPower      si.Power        // of the light and the modems of one, beyond the bus's row
	Terminals      int             // optical terminals
}

// Spec is the satellite to be sized.
type Spec struct {
	ITPower       si.ITPower // average draw of the machines in sunlight
	Environment   orbit.Environment
	Life          si.Duration
	TechYear      float64 // calendar year of the design
	Compute       Compute
	BusCostFactor float64 // learning of the factory: 1 at its starting volume

	// A communications payload, zero for a satellite that computes.
	PayloadMass  si.Mass
	PayloadPower si.Power
}

// Line is one line of a budget. Loads are positive; the array's own line has no power.
type Line struct{ MassKg, AreaM2, PowerW, CostUSD float64 }

// LineID names a line.
type LineID uint8

// The lines of a budget.
const (
	LineCompute LineID = iota
	LinePayload
	LineArray
	LineBattery
	LineRadiator
	LineLoop
	LineShielding
	LineStructure
	LinePropulsion
	LinePropellant
	LineAttitude
	LineTerminals
	LineAvionics
	LineConversion
	LineIntegration
	LineGrowth
	NumLines
)

var lineNames = [NumLines]string{
	"compute", "antenna payload", "solar array", "battery", "radiator", "coolant loop", "shielding and armour", "structure",
	"propulsion", "propellant", "attitude control", "optical terminals", "avionics", "power electronics and harness",
	"integration and test", "growth allowance",
}

// String returns the line's name.
func (id LineID) String() string { return name(lineNames[:], uint8(id)) }

// Budget is a sized satellite.
type Budget struct {
	Lines  [NumLines]Line
	Total  Line // the sum of the lines
	BusUSD float64

	ArrayAreaM2, ArrayBOLW, ArrayEOLW, CellK float64 // EOL: what the array gives at the end of life, at aphelion
	BatteryWh                                float64

	RadiatorAreaM2 float64 // of the panel; twice that radiates
	RadiatorInletK float64 // coolant
	RadiatorOutletK,
	RadiatorK, // panel: mean by emission
	JunctionK,
	FinEfficiency,
	HeatW,
	RadiatorWPerM2 float64

	SpecificPowerKWPerT float64 // average IT power by wet mass
	DryMassKg           float64
	StowedVolumeM3      float64 // in the fairing, gaps included

	FluidAreaM2         float64 // tube surface debris can open
	HitsPerYear         float64 // punctures of any loop
	PunctureRatePerYear float64 // the same in satellites' worth of cooling lost for good
	TubeWallMM          float64

	ShieldMM      float64 // aluminium beside what the chassis gives
	DoseGyPerYear float64 // behind all of it, margin not included
	DoseHeld      bool    // false when the deepest shielding allowed does not hold the limit

	DeltaVMPerS  float64 // over life, the sum of the next four
	RaiseMPerS   float64 // to the working orbit, air on the way included
	DragMPerS    float64
	AvoidMPerS   float64
	DisposeMPerS float64
	ThrusterW    float64
	DragN        float64 // mean, in the working orbit

	EclipsePowerShare   float64 // of the IT power kept in shadow
	EclipseComputeShare float64 // of the machines' output kept in shadow
	PoweredShare        float64 // of the year's output, eclipse and restarts counted

	LinkGbpsPerKW float64
	Iterations    int  // rounds of the wet mass
	Closed        bool // false when no satellite meets the specification; all but the rounds is then zero
}

// Size closes a satellite on its mass.
//
// The loads give the heat, the heat the radiator, loads and eclipse the array;
// both give area, which air drags on and propulsion must make good at a cost in
// power and mass. Power and area are in proportion and close at once; masses
// carry each other, and a loop runs until the wet mass moves by less than a part
// in 10⁹.
//
// Source: doc/model/satellite.md, line by line.
// Ignores: steps in the size of real components.
// Good to: doc/model/satellite.md, "How good".
// Needs: leaves within their limits.
func Size(p *Params, s Spec) (b Budget) {
	z := NewSizer(p, &s)
	z.Size(p.EclipseMode, &b)
	return b
}

// Sizer sizes satellites of one power, orbit and life, one design after another:
// what those settle is worked out once.
type Sizer struct {
	d  design
	ok bool
}

// NewSizer prepares for a specification. The Sizer keeps p and s. Only the year,
// the price, mass and links of the machines and the factory's learning may change
// in them between one size and the next.
func NewSizer(p *Params, s *Spec) Sizer {
	d, ok := newDesign(p, s)
	return Sizer{d, ok}
}

// Size closes the satellite of the specification as it stands, with a way through
// the shadow that takes the place of the parameters'.
func (z *Sizer) Size(mode EclipseMode, b *Budget) {
	*b = Budget{}
	if !z.ok {
		return
	}
	if mode >= Cheapest {
		mode = Battery
	}
	d := &z.d
	d.advance()
	d.power(b, mode, d.dragW[mode])
	if d.close(b) {
		d.finish(b, mode)
	} else {
		*b = Budget{Iterations: b.Iterations}
	}
}

// GrowthKg returns the growth allowance held for a line, kg: the same share of
// every dry mass.
func (b *Budget) GrowthKg(id LineID) float64 {
	before := b.DryMassKg - b.Lines[LineGrowth].MassKg
	if id >= NumLines || id == LineGrowth || id == LinePropellant || !(before > 0) {
		return 0
	}
	return b.Lines[LineGrowth].MassKg * b.Lines[id].MassKg / before
}
