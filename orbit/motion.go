package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// tropicalYear is the Sun's mean return to the equinox, days. Source: Meeus,
// Astronomical Algorithms, 2nd ed., chapter 27.
const tropicalYear = 365.2422

// Period returns the time of one revolution.
//
// The farther the orbit, the weaker the pull and the longer the way round: with
// a the radius of the orbit and μ Earth's gravitational parameter,
//
//	T = 2π √(a³/μ)
//
// Source: Vallado, Fundamentals of Astrodynamics, 4th ed., chapter 1.
// Ignores: Earth's flattening, which moves it by less than 0.2 %.
// Good to: the digits of the sun-synchronous table it is tested against, 500–2000 km.
// Needs: altitude above −EarthRadius.
func Period(altitude si.Length) si.Duration {
	a := (EarthRadius + altitude).SI()
	return si.Duration(2 * math.Pi * math.Sqrt(a*a*a/EarthMu))
}

// Speed returns the speed on a circular orbit, √(μ/a).
//
// Source: Vallado, 4th ed., chapter 1.
// Ignores: Earth's flattening.
// Good to: the 0.1 m/s of the worked manoeuvres it enters.
// Needs: altitude above −EarthRadius.
func Speed(altitude si.Length) si.Speed {
	return si.Speed(math.Sqrt(EarthMu / (EarthRadius + altitude).SI()))
}

// NodalPrecession returns how fast the orbit's plane turns about Earth's axis,
// degrees a day, positive eastwards.
//
// Earth's equatorial bulge pulls the plane towards the equator, and like a
// spinning top the plane answers by turning sideways. With n the mean motion,
// J2 the strength of the bulge, R Earth's radius and i the inclination,
//
//	Ω̇ = −(3/2) n J2 (R/a)² cos i
//
// Source: Vallado, 4th ed., chapter 9, for a circular orbit.
// Ignores: J2 squared and higher harmonics, a thousandth of it; Sun and Moon.
// Good to: 1e-4 in the inclination, degrees, of the sun-synchronous table.
// Needs: altitude above −EarthRadius.
func NodalPrecession(c Circular) float64 {
	return nodalPrecession(c.Altitude.SI(), math.Cos(c.Inclination.SI()))
}

func nodalPrecession(h, cosi float64) float64 {
	a := EarthRadius.SI() + h
	n := math.Sqrt(EarthMu / (a * a * a))
	r := EarthRadius.SI() / a
	return -1.5 * n * EarthJ2 * r * r * cosi * 86400 * 180 / math.Pi
}

// SunSynchronousInclination returns the inclination at which the bulge turns
// the plane once a year, so that it keeps its angle to the mean Sun: the i that
// makes [NodalPrecession] 360° in a tropical year. Above about 5,980 km no
// inclination is enough and the answer is 180°.
//
// Source: Vallado, 4th ed., chapter 11.
// Ignores: J2 squared and higher harmonics.
// Good to: 1e-4 degrees against the sun-synchronous table, 500–2000 km.
// Needs: altitude above −EarthRadius.
func SunSynchronousInclination(altitude si.Length) si.Angle {
	want := 360 / tropicalYear
	return si.Angle(math.Acos(max(-1, -want/nodalPrecession(altitude.SI(), -1))))
}

// Hohmann returns the velocity that two impulses need between circular orbits
// of one plane: the first stretches the orbit until it touches the other, the
// second rounds it there. With radii r1 and r2 and the ellipse's half axis
// a = (r1+r2)/2 between them,
//
//	Δv = |√(μ(2/r1 − 1/a)) − √(μ/r1)| + |√(μ/r2) − √(μ(2/r2 − 1/a))|
//
// Source: Vallado, 4th ed., section 6.3.
// Ignores: plane change, finite thrust, drag.
// Good to: 0.1 m/s, the digits of the worked values it is tested against.
// Needs: both altitudes above −EarthRadius.
func Hohmann(from, to si.Length) si.Speed {
	r1, r2 := (EarthRadius + from).SI(), (EarthRadius + to).SI()
	return si.Speed(math.Abs(visViva(r1, (r1+r2)/2)-visViva(r1, r1)) +
		math.Abs(visViva(r2, r2)-visViva(r2, (r1+r2)/2)))
}

// visViva is the speed at radius r on an orbit of half axis a.
func visViva(r, a float64) float64 { return math.Sqrt(EarthMu * (2/r - 1/a)) }

// SpiralDeltaV returns the velocity that a small steady thrust needs between
// circular orbits of one plane: the spiral stays nearly circular, and the cost
// is the difference of the circular speeds, |√(μ/r1) − √(μ/r2)|.
//
// Source: Edelbaum 1961, ARS Journal 31(8), 1079–1089, with no plane change.
// Ignores: drag on the way, shadow (thrust may pause), plane change.
// Good to: 0.1 % of an integrated spiral at 1e-4 m/s2, 300–650 km.
// Needs: both altitudes above −EarthRadius.
func SpiralDeltaV(from, to si.Length) si.Speed {
	d := Speed(from) - Speed(to)
	return max(d, -d)
}

// DeorbitDeltaV returns the impulse at apogee that drops the perigee of a
// circular orbit to the given altitude: the first burn of [Hohmann] downwards.
//
// Source: Vallado, 4th ed., section 6.3.
// Ignores: drag, which helps, and finite thrust: see [ArcLoss].
// Good to: 0.1 m/s, the digits of the worked values it is tested against.
// Needs: perigee at or below altitude, both above −EarthRadius.
func DeorbitDeltaV(altitude, perigee si.Length) si.Speed {
	r1, r2 := (EarthRadius + altitude).SI(), (EarthRadius + perigee).SI()
	return si.Speed(math.Abs(visViva(r1, r1) - visViva(r1, (r1+r2)/2)))
}

// ArcLoss returns how much more velocity a thrust arc costs than the impulse at
// its middle. A burn that reaches half the arc θ before and after apogee pushes
// partly where it does not lower perigee; averaged over the arc only sin θ / θ
// of it counts, so the cost rises by
//
//	k = θ / sin θ
//
// Source: first order in eccentricity of Gauss's equation, Vallado, 4th ed., chapter 9.
// Ignores: the change of the orbit during the arcs.
// Good to: not measured beyond first order, where it is exact; 1.21 at θ = 60°.
// Needs: 0 ≤ θ < 180°.
func ArcLoss(halfArc si.Angle) float64 {
	θ := halfArc.SI()
	if θ < 1e-8 { // where θ/sin θ is 1 to machine precision
		return 1
	}
	return θ / math.Sin(θ)
}

// Slots returns how many satellites a band of circular shells holds when each
// shell is one ring in one plane: the ring's length over the spacing along it,
// times the shells in the band,
//
//	N = (2πa / d) · (b / s)
//
// with a the ring's radius, d the spacing along it, b the band's width in
// altitude and s the spacing of its shells.
//
// Source: geometry.
// Ignores: neighbouring planes and formations, which add places; other
// operators and debris, which take them.
// Good to: not measured; published capacities of low orbits differ fiftyfold.
// Needs: positive spacings.
func Slots(altitude, alongTrack, band, shell si.Length) float64 {
	ring := 2 * math.Pi * (EarthRadius + altitude).SI() / alongTrack.SI()
	return ring * max(1, band.SI()/shell.SI())
}
