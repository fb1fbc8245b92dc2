package sky

import "math"

// earthRate is the rate of Earth's rotation angle, rad for each second of UT1. Source:
// IERS Conventions 2010, eq. 5.15.
const earthRate = 2 * math.Pi * 1.00273781191135448 / 86400

// EarthRotationAngle returns the angle of Earth's rotation, rad in [0, 2π):
//
//	θ = 2π (0.7790572732640 + 1.00273781191135448 d),  d days of UT1 since J2000.0
//
// Source: Capitaine, Guinot and McCarthy, A&A 355 (2000) 398; IERS Conventions 2010,
// eq. 5.15.
// Ignores: nothing.
// Good to: a nanosecond of UT1, and what the orientation is good to.
// Needs: an orientation for better than 0.9 s of rotation.
func EarthRotationAngle(t Instant, o *Orientation) float64 {
	return rotationAngle(t.ut1(o.at(t).ut1MinusTAI))
}

func rotationAngle(days int64, fraction float64) float64 {
	_, turns := math.Modf(0.7790572732640 + 0.00273781191135448*(float64(days)+fraction) + fraction)
	if turns < 0 {
		turns++
	}
	return turns * 2 * math.Pi
}

// MeanSiderealTime returns Greenwich mean sidereal time of 1982, rad in [0, 2π), which
// defines TEME and with which element sets are made:
//
//	67310.54841 s + (876600 h + 8640184.812866 s) T + 0.093104 s T² − 6.2e-6 s T³
//
// T being Julian centuries of UT1 since J2000.0.
//
// Source: Aoki et al., A&A 105 (1982) 359; AIAA 2006-6753, appendix C.
// Ignores: what was learnt of precession since; TEME is what it is.
// Good to: a nanosecond of UT1, and what the orientation is good to.
// Needs: an orientation for better than 0.9 s of rotation.
func MeanSiderealTime(t Instant, o *Orientation) float64 {
	return siderealAngle(t.ut1(o.at(t).ut1MinusTAI))
}

func siderealAngle(days int64, fraction float64) float64 {
	T := (float64(days) + fraction) / 36525
	// The hours of the linear term are a turn for every day.
	seconds := 67310.54841 + T*(8640184.812866+T*(0.093104-T*6.2e-6))
	_, turns := math.Modf(seconds/86400 + fraction)
	if turns < 0 {
		turns++
	}
	return turns * 2 * math.Pi
}

// toIntermediate returns the matrix from GCRS to the equator of the celestial
// intermediate pole X, Y, its axes turned by an angle from where s places their origin.
//
// Source: IERS Conventions 2010, eqs. 5.6 and 5.10.
// Ignores: nothing.
// Good to: rounding.
// Needs: X² + Y² < 1.
func toIntermediate(x, y, angle float64) Matrix {
	a := 1 / (1 + math.Sqrt(1-x*x-y*y))
	sin, cos := math.Sincos(angle)
	p, q := [3]float64{1 - a*x*x, -a * x * y, -x}, [3]float64{-a * x * y, 1 - a*y*y, -y}
	var m Matrix
	for i := range 3 {
		m[0][i] = cos*p[i] + sin*q[i]
		m[1][i] = cos*q[i] - sin*p[i]
	}
	m[2] = [3]float64{x, y, 1 - a*(x*x+y*y)}
	return m
}

// polarMotion returns the matrix from the terrestrial intermediate system, whose pole
// is Earth's axis of rotation, to ITRS: Rx(−y) Ry(−x) Rz(s′), s′ = −47 μas T.
//
// Source: IERS Conventions 2010, eqs. 5.3, 5.13.
// Ignores: what s′ strays by, under 0.1 milliarcseconds.
// Good to: rounding, for a pole within an arc minute.
// Needs: x and y in rad, under an arc minute.
func polarMotion(T, x, y float64) Matrix {
	cx, cy, s := 1-x*x/2, 1-y*y/2, -47e-6*arcsecond*T
	return Matrix{
		{cx, cx * s, x},
		{x*y - cy*s, cy, -y * cx},
		{-cy * x, y, cy * cx},
	}
}

// CelestialToTerrestrial returns the matrix that turns GCRS into ITRS:
//
//	W(x, y) Rz(θ − s) C(X + dX, Y + dY)
//
// polar motion, Earth's rotation, and the celestial pole with precession and nutation. A
// nil orientation is allowed.
//
// Source: IERS Conventions 2010, chapter 5, its transformation based on the celestial
// intermediate origin, with IAU 2006 precession and IAU 2000B nutation.
// Ignores: what those ignore.
// Good to: 3.4 cm of a low orbit with an orientation, which is nutation's 1
// milliarcsecond (TestVal_CelestialPole); all else gives the SOFA cookbook's matrix to its 15
// digits (TestVal_SOFACookbook). Without one 450 m.
// Needs: 1900 to 2100.
func CelestialToTerrestrial(t Instant, o *Orientation) Matrix {
	T := t.Centuries()
	x, y, s := celestialPole(T)
	return toTerrestrial(t, T, x, y, s, o)
}

// toTerrestrial does so with a celestial pole at hand.
func toTerrestrial(t Instant, T, x, y, s float64, o *Orientation) Matrix {
	e := o.at(t)
	m := toIntermediate(x+e.dX, y+e.dY, rotationAngle(t.ut1(e.ut1MinusTAI))-s)
	w := polarMotion(T, e.x, e.y)
	return w.times(m)
}

// CelestialToTEME returns the matrix that turns GCRS into TEME.
//
// TEME is defined from the ground: its third axis is the true pole, and its first lies
// where mean sidereal time of 1982 has it west of the meridian of Greenwich. From GCRS
// it is reached over the same meridian, Rz(θ − s − GMST) C(X, Y). The difference of the
// two angles turns so slowly that UTC does for UT1: a second is 1.5 microarcseconds.
//
// Source: AIAA 2006-6753, appendix C, for the definition; IERS Conventions 2010.
// Ignores: dX and dY, at most 0.5 milliarcseconds.
// Good to: 3.4 cm of a low orbit. SGP4 itself is good to a kilometre.
// Needs: 1900 to 2100.
func CelestialToTEME(t Instant) Matrix {
	x, y, s := celestialPole(t.Centuries())
	return toTEME(t, x, y, s)
}

func toTEME(t Instant, x, y, s float64) Matrix {
	days, fraction := t.ut1(-float64(t.TAIMinusUTC()) * 1e-9)
	return toIntermediate(x, y, rotationAngle(days, fraction)-s-siderealAngle(days, fraction))
}

// TEMEToTerrestrial returns the matrix that turns TEME into ITRS, W(x, y) Rz(GMST). It
// needs no nutation and costs a tenth of [CelestialToTerrestrial]. A nil orientation is
// allowed.
//
// Source: AIAA 2006-6753, appendix C, with s′ in W, which is 0.1 mm.
// Ignores: nothing of the definition.
// Good to: 0.2 mm and 1e-9 km/s, the digits of Vallado's example (TestVal_Vallado).
// Needs: an orientation for better than 450 m of a low orbit.
func TEMEToTerrestrial(t Instant, o *Orientation) Matrix {
	e := o.at(t)
	w := polarMotion(t.Centuries(), e.x, e.y)
	return w.times(turnZ(siderealAngle(t.ut1(e.ut1MinusTAI))))
}

// CelestialToEME2000 returns the matrix that turns GCRS into EME2000, the mean equator
// and equinox of J2000.0, Rx(−η₀) Ry(ξ₀) Rz(dα₀): 0.023 arc seconds, 0.8 m of a low orbit.
//
// Source: IERS Conventions 2010, eq. 5.21 and section 5.6.4: ξ₀ = −0.016617″,
// η₀ = −0.0068192″, dα₀ = −0.0146″.
// Ignores: nothing.
// Good to: the printed digits (TestVal_FrameBias).
// Needs: nothing.
func CelestialToEME2000() Matrix {
	a, b := turnX(0.0068192*arcsecond), turnY(-0.016617*arcsecond)
	m := b.times(turnZ(-0.0146 * arcsecond))
	return a.times(m)
}

// EarthRate returns the vector of Earth's rotation in ITRS, rad/s: for those who turn
// velocities with a matrix of their own, v′ = m v − ω × r′.
//
// Source: IERS Conventions 2010, eq. 5.15; the length of the day from the orientation.
// Ignores: how precession, nutation and the pole move the axes.
// Good to: that, 8e-12 rad/s or 0.06 mm/s of a low orbit, against the slope of positions
// (TestVerif_VelocityIsTheSlope); 0.005 mm/s of Vallado's (TestVal_Vallado).
// Needs: nothing; without an orientation the day is 86,400 s, 0.02 mm/s of a low orbit.
func EarthRate(t Instant, o *Orientation) [3]float64 {
	e := o.at(t)
	rate := earthRate * (1 - e.dayLength/86400)
	return [3]float64{rate * e.x, -rate * e.y, rate}
}

// GCRS returns the state in the celestial frame.
func (s TEME) GCRS(t Instant) GCRS {
	m := CelestialToTEME(t)
	return GCRS{m.Undo(s.Position), m.Undo(s.Velocity)}
}

// TEME returns the state in the frame of SGP4.
func (s GCRS) TEME(t Instant) TEME {
	m := CelestialToTEME(t)
	return TEME{m.Apply(s.Position), m.Apply(s.Velocity)}
}

// ITRS returns the state seen from the turning Earth; see [CelestialToTerrestrial] and
// [EarthRate] for how good it is.
func (s GCRS) ITRS(t Instant, o *Orientation) ITRS {
	m := CelestialToTerrestrial(t, o)
	return ground(m.Apply(s.Position), m.Apply(s.Velocity), EarthRate(t, o))
}

// GCRS returns the state in the celestial frame.
func (s ITRS) GCRS(t Instant, o *Orientation) GCRS {
	m := CelestialToTerrestrial(t, o)
	return GCRS{m.Undo(s.Position), m.Undo(s.still(EarthRate(t, o)))}
}

// ITRS returns the state seen from the turning Earth; see [TEMEToTerrestrial].
func (s TEME) ITRS(t Instant, o *Orientation) ITRS {
	m := TEMEToTerrestrial(t, o)
	return ground(m.Apply(s.Position), m.Apply(s.Velocity), EarthRate(t, o))
}

// TEME returns the state in the frame of SGP4.
func (s ITRS) TEME(t Instant, o *Orientation) TEME {
	m := TEMEToTerrestrial(t, o)
	return TEME{m.Undo(s.Position), m.Undo(s.still(EarthRate(t, o)))}
}

// EME2000 returns the state on the mean equator and equinox of J2000.0.
func (s GCRS) EME2000() EME2000 {
	m := CelestialToEME2000()
	return EME2000{m.Apply(s.Position), m.Apply(s.Velocity)}
}

// GCRS returns the state in the celestial frame.
func (s EME2000) GCRS() GCRS {
	m := CelestialToEME2000()
	return GCRS{m.Undo(s.Position), m.Undo(s.Velocity)}
}

// ground returns the state seen from the ground of a position and a velocity on its axes.
func ground(r, v, rate [3]float64) ITRS {
	w := cross(rate, r)
	return ITRS{r, [3]float64{v[0] - w[0], v[1] - w[1], v[2] - w[2]}}
}

// still returns the velocity as if Earth stood still, on its axes.
func (s ITRS) still(rate [3]float64) [3]float64 {
	w := cross(rate, s.Position)
	return [3]float64{s.Velocity[0] + w[0], s.Velocity[1] + w[1], s.Velocity[2] + w[2]}
}
