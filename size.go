package dawndusk

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// Sized is a satellite as the chain sizes it, and the flight that carries it.
type Sized struct {
	Year        int
	Target      launch.Target
	Environment orbit.Environment
	Budget      sat.Budget
	Hazards     fleet.Hazards   // of its life
	EclipseMode sat.EclipseMode // what its machines do in shadow, as chosen
	ITWatts     float64
	LifeYears   float64

	PayloadKg, VolumeM3 float64 // of a flight in the middle of the year
	ByMass, ByVolume    float64 // satellites a flight carries, fractions kept
	PerFlight           float64 // whole satellites, by the mass counted

	StatedMassKg float64 // by the specific power that the scenario states; NaN if it states none
}

// Size plays the central values with even luck up to the middle of a year and
// returns the satellite that is ordered then for an orbit, whether or not the
// operator orders it. What the factory has learned by then is in its price.
//
// The error says why there is no such satellite.
func (c *Case) Size(t launch.Target, year int) (*Sized, error) {
	if err := playable(year); err != nil {
		return nil, err
	}
	s := c.Scenario
	s.Run.Horizon = ToJuly(year)
	var e Enterprise
	var out Result
	e.Run(&s, EvenChance(), &out)

	z, _ := e.Sized(t)
	z.Year = year
	if !z.Budget.Closed {
		return nil, fmt.Errorf("no satellite of %v closes at %v: its coolant would be too cold to radiate, or it needs more propellant than half its mass; ask for less power, a hotter junction or a higher orbit",
			s.Operator.ITPower, z.Environment.Altitude)
	}
	return &z, nil
}

// Target is the orbit that the operator builds for in the last month played.
func (e *Enterprise) Target() launch.Target { return e.operator.target }

// Sized returns the satellite last sized for an orbit, with the flight of the last
// month played, and what it was last quoted at; its budget is not closed where
// there is no such satellite. It needs the scenario that was played as it was.
func (e *Enterprise) Sized(t launch.Target) (z Sized, q Quote) {
	s, d := e.s, &e.design[t]
	q = e.orbit[t]
	if !d.sized { // no flight reaches it, but it can be drawn
		e.choose(t, &q)
	}
	z = Sized{
		Year: int(e.year), Target: t, Environment: e.spec[t].Environment, Budget: d.satellite, Hazards: d.hazards, EclipseMode: e.mode[t],
		ITWatts: s.Operator.ITPower.In(si.ITWatt), LifeYears: s.Operator.Life.In(si.Year),
		PayloadKg: e.lift.PayloadKg[t], VolumeM3: e.lift.VolumeM3,
		StatedMassKg: math.NaN(),
	}
	if !d.closed {
		return z, q
	}
	massKg := z.Budget.Total.MassKg
	if pin := float64(s.Stated.SpecificPower); pinned(pin) {
		z.StatedMassKg = z.ITWatts / pin
		massKg = z.StatedMassKg
	}
	z.ByMass, z.ByVolume = ratio(math.Max(0, z.PayloadKg), massKg), ratio(z.VolumeM3, d.stowedM3)
	z.PerFlight = math.Floor(math.Min(z.ByMass, z.ByVolume))
	return z, q
}
