package study

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/air"
	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// Clock is one quantity of an orbit on both clocks: by the closed form that the
// enterprise plays with, and by following a satellite.
type Clock struct {
	Orbit      string `json:"orbit"`
	Quantity   string `json:"quantity"`
	Unit       string `json:"unit"`
	ClosedForm Number `json:"closed_form"`
	Propagated Number `json:"propagated"`
	Allowed    Number `json:"allowed"` // by how much they may differ; NaN: told, not held
	Relative   bool   `json:"relative"`
	Differs    string `json:"differs"` // what one has that the other leaves out
}

// Difference returns what following a satellite adds to the closed form, as a
// share of it if the clock is held to one.
func (c *Clock) Difference() Number {
	if c.Relative {
		return c.Propagated/c.ClosedForm - 1
	}
	return c.Propagated - c.ClosedForm
}

// Holds reports whether the clocks differ by no more than is allowed.
func (c *Clock) Holds() bool {
	return !c.Allowed.Finite() || math.Abs(float64(c.Difference())) <= float64(c.Allowed)
}

// clockYear is the year in which satellites are followed, that of [orbit.SunSynchronousLight].
var clockYear = event.Span{
	Start: sky.UTC(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)),
	Stop:  sky.UTC(time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)),
}

// Clocks holds what the enterprise takes of its two orbits against a satellite
// that is followed there: light through a year on an orbit turned by Earth's
// flattening, through the cone of shadow of the flattened Earth; drag by
// integration of the motion in air of the same density; the gate of solar protons in
// the dose by the places that the satellite passes.
//
// A satellite of an altitude is one whose mean distance from Earth's centre is
// the equatorial radius and that altitude, on a circle, as the closed forms have
// it. Left to itself near the pole it would fly the frozen shape that J3 gives it,
// 7 km higher in the south; that stands beside.
func Clocks(ctx context.Context, p *orbit.Params) ([]Clock, error) {
	dawnDusk, inclined := orbit.Environments(p)
	var all []Clock
	for _, o := range []struct {
		name string
		env  *orbit.Environment
		mean secular.Elements
	}{
		{"dawn–dusk", &dawnDusk, meanOrbit(&dawnDusk.Circular, true, p.NodeLocalTime)},
		{"inclined", &inclined, meanOrbit(&inclined.Circular, false, 0)},
	} {
		clocks, err := clocksOf(ctx, p, o.env, o.mean)
		if err != nil {
			return nil, fmt.Errorf("following a satellite on the %s orbit: %w", o.name, err)
		}
		for i := range clocks {
			clocks[i].Orbit = o.name
		}
		all = append(all, clocks...)
	}
	return all, nil
}

// meanOrbit returns the mean elements of a circular orbit at the year's beginning.
// The mean axis lies under the mean distance by what the flattening lifts it.
func meanOrbit(c *orbit.Circular, sunSynchronous bool, nodeLocalTime si.Duration) secular.Elements {
	f := secular.Earth()
	mean := sky.EarthRadius + c.Altitude.In(si.Kilometre)
	e := secular.Elements{Axis: mean, Inclination: c.Inclination.SI()}
	for range 5 {
		if sunSynchronous {
			e.Inclination = f.SunSynchronousInclination(e.Axis)
		}
		cosi := math.Cos(e.Inclination)
		ratio := f.Radius / e.Axis
		e.Axis = mean / (1 + 0.75*f.J2*ratio*ratio*(1-3*cosi*cosi))
	}
	if sunSynchronous {
		e.Node = constellation.NodeAt(nodeLocalTime, clockYear.Start).SI()
	}
	return e
}

func clocksOf(ctx context.Context, p *orbit.Params, env *orbit.Environment, mean secular.Elements) ([]Clock, error) {
	turn, err := sky.NewTurn(clockYear.Start, clockYear.Stop.Add(time.Hour), nil)
	if err != nil {
		return nil, err
	}
	shadows := func(o *secular.Orbit) ([]event.Phase, error) {
		return event.Eclipses(func(t sky.Instant) (sky.GCRS, error) {
			s := o.At(t.SecondsFrom(clockYear.Start))
			m := turn.CelestialToTEME(t)
			return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, ctx.Err()
		}, clockYear, event.Earth())
	}
	round := secular.Earth()
	round.J3 = 0
	circle, err := secular.NewOrbit(round, mean)
	if err != nil {
		return nil, err
	}
	frozen, err := secular.NewOrbit(secular.Earth(), mean)
	if err != nil {
		return nil, err
	}
	phases, err := shadows(&circle)
	if err != nil {
		return nil, err
	}
	asFlown, err := shadows(&frozen)
	if err != nil {
		return nil, err
	}
	area := si.AreaPerMass(0.01)
	follow := numeric.Circular{Altitude: env.Altitude.In(si.Kilometre), Inclination: mean.Inclination, Node: mean.Node}
	flux := float64(p.SolarFlux)
	bulge := air.Model{Flux: flux, Exponent: bulgeExponent(mean.Inclination)}
	var lost [3]Number // in still air, in air that turns, in air with the bulge of day
	for i, d := range []numeric.Drag{{Air: air.Static(flux), Still: true}, {Air: air.Static(flux)}, {Air: bulge}} {
		d.AreaPerMass, d.Coefficient = area.SI(), env.DragCoefficient
		dv, err := follow.DragDeltaV(d, clockYear.Start, 1, true)
		if err != nil {
			return nil, err
		}
		lost[i] = Number(dv * float64(p.DensityFactor))
	}
	told := Number(math.NaN())
	closedDrag := Number(env.DragDeltaVPerYear(area))
	closedDose := Number(env.DoseRate.Behind(dosedDepth))
	return []Clock{
		{
			Quantity: "sunlit fraction of the year", Unit: "1",
			ClosedForm: Number(env.SunlitFraction), Propagated: Number(event.Sum(clockYear, phases).Light), Allowed: 0.002,
			Differs: "a cylinder behind a sphere; the cone behind the flattened Earth",
		}, {
			Quantity: "the same on a frozen orbit", Unit: "1",
			ClosedForm: Number(env.SunlitFraction), Propagated: Number(event.Sum(clockYear, asFlown).Light), Allowed: told,
			Differs: "a circle; the shape that Earth’s field gives a satellite left to itself",
		}, {
			Quantity: "longest eclipse", Unit: "min",
			ClosedForm: Number(env.LongestEclipse.In(si.Minute)), Propagated: Number(longestDark(phases) / 60), Allowed: 0.5,
			Differs: "a cylinder; penumbra counted by the share of the Sun it hides",
		}, {
			Quantity: "drag of 0.01 m²/kg", Unit: "m/s a year",
			ClosedForm: closedDrag, Propagated: lost[0], Allowed: 0.1, Relative: true,
			Differs: "a circle; the path over the flattened Earth, in the same still air",
		}, {
			Quantity: "the same in air that turns with Earth", Unit: "m/s a year",
			ClosedForm: closedDrag, Propagated: lost[1], Allowed: told, Relative: true,
			Differs: "air at rest; air that turns",
		}, {
			Quantity: "and with the bulge of day", Unit: "m/s a year",
			ClosedForm: closedDrag, Propagated: lost[2], Allowed: told, Relative: true,
			Differs: "one density all round; Harris and Priester’s bulge of the same mean, heights over the ellipsoid",
		}, {
			Quantity: "dose behind 10 mm of aluminium", Unit: "Gy a year",
			ClosedForm: closedDose, Propagated: closedDose * Number(doseOverPath(p, &env.Circular, &circle, turn)), Allowed: 0.1, Relative: true,
			Differs: "solar protons by a dipole along Earth’s axis; by the tilted dipole along the path",
		},
	}, nil
}

// dosedDepth is the shield for which [orbit.SolarProtonShare] is made.
const dosedDepth = 10 * si.Millimetre

// bulgeExponent is the power of the day's bulge: 2 for low inclinations, 6 for
// polar orbits, straight between. Source: Montenbruck and Gill, Satellite Orbits,
// 2000, section 3.5.2; that it is straight between is ours.
func bulgeExponent(inclination float64) float64 { return 2 + 4*math.Abs(math.Sin(inclination)) }

// longestDark returns the longest time the Sun is hidden on a run of phases that
// follow one another, s; the hidden share of its disc counts.
func longestDark(phases []event.Phase) float64 {
	var longest, dark float64
	for i := range phases {
		if i == 0 || phases[i].Start != phases[i-1].Stop {
			dark = 0
		}
		dark += phases[i].Seconds() * (1 - phases[i].Visible)
		longest = max(longest, dark)
	}
	return longest
}

// doseOverPath returns the dose met along a path over that of the closed form
// [orbit.Params.DoseRate].
//
// The closed form lets solar protons in poleward of the latitude Λ of an untilted
// dipole. Along the path the gate opens by the latitude in the dipole of the year
// 2020, which leans by 9.4°:
//
//	D/D_closed = (1 + (k−1) s) / (1 + (k−1) s₀)
//
// with s₀ of [orbit.SolarProtonShare], and s the time beyond Λ over that of a polar
// orbit. How the dose grows with height is not compared: as an exponential it is the
// same share of the table's own orbit whatever heights a circle passes.
//
// Source: as the closed form's; dipole of IGRF-13 (Alken et al. 2021), north end at
// 80.65° N, 72.68° W.
// Ignores: the shift of the dipole from Earth's centre, to which the South Atlantic
// owes its protons and which is in the tables; what the closed form ignores.
// Good to: not measured against a transport code; it measures one simplification.
// Needs: nothing.
func doseOverPath(p *orbit.Params, c *orbit.Circular, o *secular.Orbit, turn *sky.Turn) float64 {
	const sinΛ, days, perDay = orbit.SolarProtonGate, 30, 1440
	sinLat, cosLat := math.Sincos(80.65 * math.Pi / 180)
	sinLon, cosLon := math.Sincos(-72.68 * math.Pi / 180)
	pole := [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
	open := 0.0
	for k := range days * perDay {
		seconds := float64(k) * 86400 / perDay
		s := o.At(seconds)
		m := turn.TEMEToTerrestrial(clockYear.Start.AddSeconds(seconds))
		place := m.Apply(s.Position)
		r := math.Sqrt(place[0]*place[0] + place[1]*place[1] + place[2]*place[2])
		if math.Abs(place[0]*pole[0]+place[1]*pole[1]+place[2]*pole[2]) > sinΛ*r {
			open++
		}
	}
	share := open / (days * perDay) / (1 - 2/math.Pi*math.Asin(sinΛ))
	k := float64(p.SolarProtonFactor) - 1
	return (1 + k*share) / (1 + k*orbit.SolarProtonShare(c.Inclination))
}
