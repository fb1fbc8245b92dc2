package constellation

import (
	"iter"
	"math"

	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// lattice returns the places of a dense cluster's satellites on a square lattice, in
// metres, from the middle outwards in rows: all points within half the radius.
//
// Every satellite goes round the middle on an ellipse twice as long along the orbit as
// it is high. When lengths along the orbit are halved these ellipses are circles, all
// turned in the same time: the lattice turns as if it were stiff. Neighbours a spacing
// apart there are between one and two spacings apart in truth, and a satellite at half the
// radius reaches the radius when it is ahead or behind.
func lattice(spacing, radius float64) iter.Seq2[float64, float64] {
	return func(yield func(x, y float64) bool) {
		for i, m := range latticeRows(spacing, radius) {
			for j := -m; j <= m; j++ {
				if !yield(float64(i)*spacing, float64(j)*spacing) {
					return
				}
			}
		}
	}
}

// latticeRows returns each row of the lattice with the last of its points, counted from the middle.
func latticeRows(spacing, radius float64) iter.Seq2[int, int] {
	return func(yield func(row, last int) bool) {
		half := radius / 2 / spacing * (1 + 1e-12)
		if !(half >= 0 && half < 1000) {
			return
		}
		n := int(half)
		for i := -n; i <= n; i++ {
			if !yield(i, int(math.Sqrt(half*half-float64(i*i)))) {
				return
			}
		}
	}
}

// cluster appends a ring of one satellite for each place of the lattice.
//
// The middle flies a circle; a satellite with the same mean axis and a small
// eccentricity vector e is, to first order and with λ the argument of latitude,
//
//	x = −a (ex cos λ + ey sin λ),  y = 2a (ex sin λ − ey cos λ)
//
// from it. At the epoch the middle is at its ascending node, λ = 0: x = −a ex is the
// height and y/2 = −a ey.
//
// Source: Hill's equations; eccentricity vectors after D'Amico and Montenbruck,
// J. Guidance, Control, and Dynamics 29(3), 2006.
// Ignores: squares of distance over radius, 0.1 m at 1 km; J2 times e: see [secular.Orbit.Trimmed].
// Good to: 0.2 % of the distance, TestVal_ClusterStaysTogether.
// Needs: Check.
func (s *Shell) cluster(rings []secular.Ring, shell int, epoch sky.Instant) []secular.Ring {
	field := secular.Earth()
	axis := s.axis(0)
	r := secular.Ring{
		Axis: axis, Inclination: field.SunSynchronousInclination(axis),
		Node: NodeAt(s.NodeTimes[0], epoch).SI(), Shell: shell, Latitudes: []float64{0},
	}
	for x, y := range lattice(s.Spacing.SI(), s.Radius.SI()) {
		r.Ex, r.Ey = -x/1000/axis, -y/1000/axis
		rings = append(rings, r)
	}
	return rings
}

// HoldDeltaV returns the velocity a year that holds a drift along the orbit at zero: a
// drift by d a revolution is an axis wrong by d/3π, and half the mean motion times that
// is needed at each revolution to set it right,
//
//	Δv = (n/2) (d/3π) · 1 yr/T
//
// Source: Hill's equations; Gauss's equation for the axis.
// Ignores: that one correction may do for many revolutions, when the drift is steady:
// this is an upper end.
// Good to: not measured; it is algebra.
// Needs: axis above the ground.
func HoldDeltaV(axis, drift si.Length) si.Speed {
	field := secular.Earth()
	a := axis.In(si.Kilometre)
	n := math.Sqrt(field.Mu/a) / a
	revolutions := si.Year.SI() * n / (2 * math.Pi)
	return si.Speed(n / 2 * math.Abs(drift.SI()) / (3 * math.Pi) * revolutions)
}

// HoldShapeDeltaV returns the velocity a year that keeps a cluster's ellipses from
// turning with the perigees of their orbits, for a satellite at most d from the middle:
// half the circular speed times the turn of its eccentricity vector d/2a,
//
//	Δv = (n/4) d |ω̇| · 1 yr
//
// Nothing needs it: all ellipses turn together and neighbours stay neighbours.
//
// Source: Gauss's equation for the eccentricity vector, impulses along the track.
// Ignores: finite burns.
// Good to: not measured; it is algebra.
// Needs: axis above the ground.
func HoldShapeDeltaV(axis, distance si.Length, inclination si.Angle) si.Speed {
	field := secular.Earth()
	a := axis.In(si.Kilometre)
	rate := field.Rates(a, 0, inclination.SI()).Perigee
	return si.Speed(math.Sqrt(field.Mu/a) / a / 4 * distance.SI() * math.Abs(rate) * si.Year.SI())
}
