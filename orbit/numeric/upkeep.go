package numeric

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Circular is an orbit about a flattened Earth that stays as round as that lets it.
type Circular struct {
	Altitude    float64 // of its mean radius over the equatorial radius, km
	Inclination float64 // rad
	Node        float64 // right ascension of the ascending node, rad
}

// Start returns a state at the ascending node of a circular orbit about a field of
// which only the oblateness counts; nil is [JGM3].
//
// Oblateness lifts and lowers a circular orbit of the mean radius r̄ twice a
// revolution. To first order, with u the angle from the node, K = J2 (R/r̄)² sin²i and
// n² = μ/r̄³,
//
//	r = r̄ + ¼ K r̄ cos 2u
//	r² u̇ = h + ¾ K n r̄² cos 2u,   h² = μ r̄ (1 + (3/2) J2 (R/r̄)² (1 − (3/2) sin²i))
//
// and the state at u = 0 follows.
//
// Source: solution of the first-order equations of motion without an eccentricity,
// derived in doc/model/propagation.md; the radius agrees with Kozai 1959.
// Ignores: the square of J2, other coefficients.
// Good to: the mean radius within 20 m, without an eccentricity above 2e-5, 500–1,200 km;
// TestVerif_Circular.
// Needs: an altitude above the ground.
func (c Circular) Start(f *Field) sky.GCRS {
	if f == nil {
		f = JGM3()
	}
	j2 := 0.0
	if f.Degree >= 2 && len(f.Coefficients) > 0 {
		j2 = -f.Coefficients[0][0] * math.Sqrt(5)
	}
	r := sky.EarthRadius + c.Altitude
	si, ci := math.Sincos(c.Inclination)
	ratio := f.Radius / r
	k := j2 * ratio * ratio * si * si
	n := math.Sqrt(f.Mu / (r * r * r))
	h := math.Sqrt(f.Mu*r*(1+1.5*j2*ratio*ratio*(1-1.5*si*si))) + 0.75*k*n*r*r
	r += k * r / 4
	v := h / r
	so, co := math.Sincos(c.Node)
	return sky.GCRS{Position: [3]float64{r * co, r * so, 0}, Velocity: [3]float64{-v * so * ci, v * co * ci, v * si}}
}

// steadyEarth turns about the third axis of GCRS at Earth's mean rate.
func steadyEarth(t sky.Instant) sky.Matrix {
	return turned(rotation(t), &sky.Matrix{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})
}

// DragDeltaV measures the velocity that drag takes a year from a satellite on a
// circular orbit, m/s, by following it for a number of days.
//
// Earth is JGM-3's oblateness about a steady pole or, where it is not to be oblate, a
// point mass: a field at rest, so that without drag the energy E = ½v² − U would not
// change at all. What it loses in the time t is
// the loss of the half axis, and a thrust along the way makes it good at the cost
//
//	Δv = −ΔE / (v t) · 1 year,   v = √(μ/r̄)
//
// Source: energy of motion in a field at rest; King-Hele, Satellite Orbits in an
// Atmosphere, 1987, chapter 4, for the half axis.
// Ignores: the loss of height within the days, which the thrust would have prevented.
// Good to: 0.4 % of the closed form with the factor of the turning air, and 0.1 % of
// the density averaged round the circle; TestVerif_DragDeltaV, TestVerif_DragOfTheBulge.
// Needs: an orbit that survives the days.
func (c Circular) DragDeltaV(d Drag, at sky.Instant, days float64, oblate bool) (perYear float64, err error) {
	f := &Forces{Earth: steadyEarth, Drag: d}
	if oblate {
		f.Degree = 2
	}
	if !(days > 0 && days < 1000) {
		return 0, fmt.Errorf("%v days: want some, fewer than 1000", days)
	}
	field, err := f.field().Truncate(f.Degree, 0)
	if err != nil {
		return 0, err
	}
	around := f.field()
	if !oblate {
		around = Oblate(around.Mu, around.Radius, 0)
	}
	start := c.Start(around)
	end, err := Carry(f, start, at, at.AddSeconds(days*86400), Limits{Relative: 1e-14})
	if err != nil {
		return 0, err
	}
	energy := func(s sky.GCRS) float64 { return dot(s.Velocity, s.Velocity)/2 - field.Potential(s.Position) }
	v := math.Sqrt(around.Mu / (sky.EarthRadius + c.Altitude))
	return (energy(start) - energy(end)) / v / days * 365.25 * 1000, nil
}
