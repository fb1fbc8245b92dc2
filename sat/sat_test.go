package sat

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// finite reports whether every number of a budget is finite and none negative.
func (b *Budget) finite() bool {
	ok := func(x ...float64) bool {
		for _, v := range x {
			if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
				return false
			}
		}
		return true
	}
	for _, l := range b.Lines {
		if !ok(l.MassKg, l.AreaM2, l.PowerW, l.CostUSD) {
			return false
		}
	}
	return ok(b.Total.MassKg, b.Total.CostUSD, b.BusUSD, b.ArrayAreaM2, b.ArrayBOLW, b.ArrayEOLW, b.CellK, b.BatteryWh, b.RadiatorAreaM2, b.RadiatorK,
		b.HeatW, b.SpecificPowerKWPerT, b.DryMassKg, b.StowedVolumeM3, b.FluidAreaM2, b.HitsPerYear, b.PunctureRatePerYear, b.ShieldMM, b.DoseGyPerYear,
		b.DeltaVMPerS, b.ThrusterW, b.DragN, b.EclipseComputeShare, b.PoweredShare, b.LinkGbpsPerKW)
}

// checkSums holds a closed budget to its sums: masses, dollars and watts by line
// add up, the loads add up to the array, heat to what is not sent overboard.
func checkSums(t *testing.T, p *Params, b *Budget) {
	t.Helper()
	var sum Line
	for _, l := range b.Lines {
		sum.MassKg += l.MassKg
		sum.AreaM2 += l.AreaM2
		sum.PowerW += l.PowerW
		sum.CostUSD += l.CostUSD
	}
	if sum != b.Total {
		t.Errorf("lines add up to %+v, total %+v", sum, b.Total)
	}
	if !near(sum.PowerW, b.ArrayEOLW, 1e-9) {
		t.Errorf("loads %g W, array %g W", sum.PowerW, b.ArrayEOLW)
	}
	if !near(sum.MassKg, b.DryMassKg+b.Lines[LinePropellant].MassKg, 1e-9) {
		t.Errorf("wet %g kg, dry and propellant %g kg", sum.MassKg, b.DryMassKg+b.Lines[LinePropellant].MassKg)
	}
	growth := 0.0
	for id := range NumLines {
		growth += b.GrowthKg(id)
	}
	if !near(growth, b.Lines[LineGrowth].MassKg, 1e-9) {
		t.Errorf("growth by line %g kg, in all %g kg", growth, b.Lines[LineGrowth].MassKg)
	}
	if !near(b.BusUSD, sum.CostUSD-b.Lines[LineCompute].CostUSD, 1e-9) {
		t.Error("bus and machines are not the whole price")
	}
	kept := sum.PowerW - b.Lines[LineBattery].PowerW - b.Lines[LinePropulsion].PowerW - b.Lines[LinePayload].PowerW
	if !near(kept, b.HeatW, 1e-9) {
		t.Errorf("heat %g W, power turned to heat %g W", b.HeatW, kept)
	}
}

func TestVerif_SumsAtTheBase(t *testing.T) {
	for _, kW := range []float64{0.1, 1, 20, 120, 150, 1000} {
		p := base()
		s := spec(kW, 2030)
		b := Size(&p, s)
		if !b.Closed || !b.finite() {
			t.Fatalf("%g kW: closed %v, %+v", kW, b.Closed, b)
		}
		checkSums(t, &p, &b)
	}
}

// The fixed point is one: starting the loop from its own answer moves nothing.
func TestVerif_FixedPoint(t *testing.T) {
	p, s := base(), spec(120, 2027)
	b := Size(&p, s)
	d, ok := newDesign(&p, &s)
	if !ok {
		t.Fatal("not sizeable")
	}
	var again Budget
	dragW := d.power(&again, Battery, b.Lines[LinePropulsion].PowerW)
	d.advance()
	wet := d.propulsion(&again, d.hardware(&again), b.Total.MassKg)
	if !near(wet, b.Total.MassKg, 1e-8) || !near(dragW, b.Lines[LinePropulsion].PowerW, 1e-8) {
		t.Errorf("wet %.9g → %.9g kg, drag %.9g → %.9g W", b.Total.MassKg, wet, b.Lines[LinePropulsion].PowerW, dragW)
	}
	if b.Iterations > 6 {
		t.Errorf("%d iterations", b.Iterations)
	}
}

// A size is the specification's alone, not that of what was sized before.
func TestVerif_SizerForgets(t *testing.T) {
	p, s := base(), spec(120, 2027)
	z := NewSizer(&p, &s)
	for _, year := range []float64{2027, 2040, 2031} {
		for mode := range Cheapest + 1 {
			s.TechYear, s.Compute.MassPerITPower, p.EclipseMode = year, si.MassPerPower(1e-6*year), mode
			var b Budget
			if z.Size(mode, &b); b != Size(&p, s) || !b.Closed {
				t.Errorf("%g, %v: another satellite", year, mode)
			}
		}
	}
}

// What independent studies say a whole satellite of this kind reaches: 17 to 49
// kW/t (D. Leitch 2026), 34 to 59 kg/kW at 1 MW (Turyshev 2026, full node). The
// base of 2027 must fall in the first and within a tenth of the second, which
// counts relay nodes; the base of 2035 must be better and still within the
// first. The bus costs 5 to 25 $/W by critics and advocates (same sources).
func TestVal_WholeSatelliteBand(t *testing.T) {
	p := base()
	p.EclipseMode = Throttle // as a dawn–dusk satellite is best built
	for _, kW := range []float64{120, 150} {
		now, later := Size(&p, spec(kW, 2027)), Size(&p, spec(kW, 2035))
		t.Logf("%g kW: %.1f kW/t in 2027, %.1f in 2035, bus %.1f and %.1f $/W", kW, now.SpecificPowerKWPerT, later.SpecificPowerKWPerT, now.BusUSD/kW/1e3, later.BusUSD/kW/1e3)
		if sp := now.SpecificPowerKWPerT; sp < 17 || sp > 49 || 1e3/sp < 0.9*34 || 1e3/sp > 1.1*59 {
			t.Errorf("%g kW in 2027: %.1f kW/t", kW, sp)
		}
		if sp := later.SpecificPowerKWPerT; sp <= now.SpecificPowerKWPerT || sp > 49 {
			t.Errorf("%g kW in 2035: %.1f kW/t", kW, sp)
		}
		if c := now.BusUSD / kW / 1e3; c < 5 || c > 25 {
			t.Errorf("%g kW: bus %.1f $/W", kW, c)
		}
	}
}

// Learning falls on prices, the year on masses: neither touches the other. What
// is priced by the kilogram falls with its mass at the same price a kilogram.
func TestVerif_LearningOnce(t *testing.T) {
	p, s := base(), spec(120, 2027)
	one := Size(&p, s)
	s.BusCostFactor = 0.5
	half := Size(&p, s)
	if half.Total.MassKg != one.Total.MassKg || !near(half.BusUSD, one.BusUSD/2, 1e-12) || half.Lines[LineCompute].CostUSD != one.Lines[LineCompute].CostUSD {
		t.Error("halving the factor must halve the bus and nothing else")
	}
	s.BusCostFactor, s.TechYear = 1, 2040
	later := Size(&p, s)
	for _, id := range []LineID{LineArray, LineRadiator, LineTerminals, LineAvionics} {
		if a, b := one.Lines[id].CostUSD, later.Lines[id].CostUSD; !near(a, b, 1e-3) {
			t.Errorf("%v: the year moves the price from %g to %g $", id, a, b)
		}
		if a, b := one.Lines[id].MassKg, later.Lines[id].MassKg; !(b < a) {
			t.Errorf("%v: the year leaves the mass at %g of %g kg", id, b, a)
		}
	}
	for _, id := range []LineID{LineLoop, LineStructure, LineAttitude} {
		a, b := one.Lines[id], later.Lines[id]
		if !near(a.CostUSD/a.MassKg, b.CostUSD/b.MassKg, 1e-12) || !(b.CostUSD < a.CostUSD) {
			t.Errorf("%v: the year moves %g kg for %g $ to %g kg for %g $", id, a.MassKg, a.CostUSD, b.MassKg, b.CostUSD)
		}
	}
}

// No satellite: dark machines, boiling coolant, air too thick for the thrusters.
func TestVerif_DoesNotClose(t *testing.T) {
	p := base()
	none := map[string]func(p *Params, s *Spec){
		"no power":        func(p *Params, s *Spec) { s.ITPower = 0 },
		"negative power":  func(p *Params, s *Spec) { s.ITPower = -1e3 },
		"NaN power":       func(p *Params, s *Spec) { s.ITPower = si.ITPower(math.NaN()) },
		"infinite power":  func(p *Params, s *Spec) { s.ITPower = si.ITPower(math.Inf(1)) },
		"no life":         func(p *Params, s *Spec) { s.Life = 0 },
		"cold junction":   func(p *Params, s *Spec) { s.Compute.JunctionLimit = 200 },
		"warm surrounds":  func(p *Params, s *Spec) { s.Compute.JunctionLimit = 230 },
		"thick air":       func(p *Params, s *Spec) { s.Environment.AirDensity = 1e-9 },
		"thick air below": func(p *Params, s *Spec) { s.Environment.DeployAirDensity = 1e-7 },
		"blind cells":     func(p *Params, s *Spec) { p.Array.Efficiency = 0 },
		"below ground":    func(p *Params, s *Spec) { s.Environment.Altitude = -1e3 },
	}
	for name, spoil := range none {
		q, s := p, spec(120, 2027)
		spoil(&q, &s)
		b := Size(&q, s)
		if b.Closed || !b.finite() || b.Total != (Line{}) {
			t.Errorf("%s: closed %v, total %+v", name, b.Closed, b.Total)
		}
	}
}

// Carrying the load through the shadow costs mass and gains output; sleeping is
// the other way round. Radiators that look down need more area and drag less.
func TestVerif_Choices(t *testing.T) {
	p, s := base(), spec(120, 2027)
	p.EclipseMode = Throttle
	throttle := Size(&p, s)
	p.EclipseMode = Battery
	battery := Size(&p, s)
	p.EclipseMode = Sleep
	sleep := Size(&p, s)
	if !(sleep.Total.MassKg < throttle.Total.MassKg && throttle.Total.MassKg < battery.Total.MassKg) {
		t.Errorf("sleep %.0f, throttle %.0f, battery %.0f kg", sleep.Total.MassKg, throttle.Total.MassKg, battery.Total.MassKg)
	}
	if !(sleep.PoweredShare < throttle.PoweredShare && throttle.PoweredShare < battery.PoweredShare && battery.PoweredShare == 1) {
		t.Errorf("sleep %g, throttle %g, battery %g", sleep.PoweredShare, throttle.PoweredShare, battery.PoweredShare)
	}
	p = base()
	p.Thermal.Attitude = FaceToEarth
	down := Size(&p, s)
	if !(down.RadiatorAreaM2 > throttle.RadiatorAreaM2 && down.DragN < throttle.DragN) {
		t.Errorf("looking down: %.1f m2 and %g N against %.1f m2 and %g N", down.RadiatorAreaM2, down.DragN, throttle.RadiatorAreaM2, throttle.DragN)
	}
}

func BenchmarkSize(b *testing.B) {
	p, s := base(), spec(120, 2030)
	b.ReportAllocs()
	for b.Loop() {
		Size(&p, s)
	}
}

// BenchmarkSizer is a size as a draw of the enterprise asks for it: one orbit, a
// new year and machines, each way through the shadow in turn.
func BenchmarkSizer(b *testing.B) {
	p, s := base(), spec(120, 2026)
	z := NewSizer(&p, &s)
	var out Budget
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		s.TechYear = 2026.5 + float64(i/3%20)
		z.Size([...]EclipseMode{Battery, Throttle, Sleep}[i%3], &out)
	}
}
