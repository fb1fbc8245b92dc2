package gp

import (
	"fmt"
	"math"
)

// TEME is a state in the true equator, mean equinox frame of its own instant.
type TEME struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// Gravity is a set of constants of Earth's field.
type Gravity uint8

// The fields. Element sets are made with WGS72.
const (
	WGS72 Gravity = iota
	WGS84
)

// Mode is the way of operation.
type Mode uint8

// The modes differ in sidereal time at epoch and in the quadrant of the node
// where the inclination is under 0.2 rad.
const (
	Improved Mode = iota // 'i', of Vallado and others
	AFSPC                // 'a', as the operational code of the Air Force
)

// Code says why there is no valid state, in the numbers of AIAA 2006-6753.
type Code uint8

// The codes. Their source has 5, epoch elements below the ground, and has not
// given it since 2008: a low orbit is followed until it decays, which is 6.
const (
	OK                    Code = 0
	MeanEccentricity      Code = 1 // mean eccentricity below -0.001 or not below 1
	MeanMotion            Code = 2 // mean motion not above 0
	PerturbedEccentricity Code = 3 // below 0 or above 1 with the Sun's and Moon's periodics
	SemiLatusRectum       Code = 4 // below 0
	SubOrbital            Code = 5 // never given
	Decayed               Code = 6 // below Earth's radius
	BeyondSpan            Code = 7 // our own: more than MaxMinutes from epoch, or numbers that overflow
)

// MaxMinutes bounds the time from epoch, 190 years; resonance is integrated
// from the epoch in half-day steps and must end.
const MaxMinutes = 1e8

func (c Code) String() string {
	switch c {
	case OK:
		return "no error"
	case MeanEccentricity:
		return "mean eccentricity is not within 0 to 1"
	case MeanMotion:
		return "mean motion is not above 0"
	case PerturbedEccentricity:
		return "perturbed eccentricity is not within 0 to 1"
	case SemiLatusRectum:
		return "semi-latus rectum is below 0"
	case SubOrbital:
		return "epoch elements are below the ground"
	case Decayed:
		return "the satellite has decayed"
	case BeyondSpan:
		return "the time is too far from the epoch"
	}
	return fmt.Sprintf("code %d", uint8(c))
}

// Error makes a Code other than OK an error.
func (c Code) Error() string { return fmt.Sprintf("SGP4 code %d: %v", uint8(c), c.String()) }

// field holds the constants of a Gravity in the units of the theory: earth radii
// and minutes.
type field struct {
	radius     float64 // km
	ke         float64 // √μ, earth radii^1.5 a minute
	j2, j3, j4 float64
}

// Source: AIAA 2006-6753, table 1.
func (g Gravity) field() field {
	mu, f := 398600.8, field{radius: 6378.135, j2: 0.001082616, j3: -0.00000253881, j4: -0.00000165597}
	if g == WGS84 {
		mu, f = 398600.5, field{radius: 6378.137, j2: 0.00108262998905, j3: -0.00000253215306, j4: -0.00000161098761}
	}
	f.ke = 60 / math.Sqrt(f.radius*f.radius*f.radius/mu)
	return f
}

// mean is a set of mean elements: angles in radians, motion in rad/min.
type mean struct{ motion, ecc, incl, node, argp, anomaly float64 }

// inclined holds what the periodics of Earth's field take from the inclination.
type inclined struct {
	sin, cos     float64
	con41        float64 // 3 cos² − 1
	x1mth2       float64 // sin²
	x7thm1       float64 // 7 cos² − 1
	longA, longL float64 // coefficients of the long-period terms of J3
}

// Propagator is an element set made ready. It holds no state of its own: a
// result depends on the time asked for and not on what was asked before.
type Propagator struct {
	field
	epoch  mean // after Kozai's mean motion became Brouwer's
	tilt   inclined
	ao     float64 // semi-major axis at epoch, earth radii
	bstar  float64
	simple bool // perigee under 220 km or deep space: drag to the second power of time

	anomalyDot, argpDot, nodeDot float64 // secular rates of Earth's field, rad/min

	// Drag. c1, c4, c5 and d2 to d4 as in Spacetrack Report 3; node2, l2 to l5 are
	// the powers of time in node and longitude.
	c1, c4, c5, d2, d3, d4 float64
	node2, l2, l3, l4, l5  float64
	argpDrag, anomalyDrag  float64 // periodic drag terms of argument and anomaly
	eta, delta0, sinM0     float64 // (1 + η cos M)³ and sin M at epoch

	deep *deepSpace // nil below a period of 225 minutes
}

// DeepSpace reports whether the set's period is 225 minutes or more, so that Sun,
// Moon and resonance are taken into account.
func (p *Propagator) DeepSpace() bool { return p.deep != nil }

// New makes a set ready to be propagated. It refuses sets that have no meaning;
// those that fail in time are told by the [Code] of [Propagator.At].
func New(el *Elements, g Gravity, m Mode) (*Propagator, error) {
	if what, right := el.fault(); what != "" {
		return nil, fmt.Errorf("%s; %s would be right", what, right)
	}
	const degree = math.Pi / 180
	p := &Propagator{field: g.field(), bstar: el.BStar}
	p.epoch = mean{
		motion: el.MeanMotion / (1440 / (2 * math.Pi)), ecc: el.Eccentricity, incl: el.Inclination * degree,
		node: el.Node * degree, argp: el.ArgPerigee * degree, anomaly: el.MeanAnomaly * degree,
	}
	p.brouwer()
	p.tilt = p.tilted(p.epoch.incl)
	p.secular()
	p.drag()
	if 2*math.Pi/p.epoch.motion >= 225 {
		p.simple = true
		p.deep = p.newDeepSpace(el.Epoch, m)
	}
	return p, nil
}

// brouwer turns the mean motion of the set, which is Kozai's, into that of
// Brouwer's theory: Earth's flattening shortens a revolution, and the two count
// that differently. With a1 the axis of the printed motion and
// δ = (3/4) J2 (3 cos²i − 1) / (a² (1−e²)^1.5),
//
//	a0 = a1 (1 − δ1² − δ1 (1/3 + 134 δ1²/81)),  n = n_Kozai / (1 + δ0)
//
// Source: Spacetrack Report 3, section 6; AIAA 2006-6753, appendix A.
// Ignores: δ to the fourth power.
// Good to: the last digit of the reference states.
// Needs: motion above 0, eccentricity below 1.
func (p *Propagator) brouwer() {
	e := &p.epoch
	c := math.Cos(e.incl)
	b2 := 1 - e.ecc*e.ecc
	d := 0.75 * p.j2 * (3*c*c - 1) / (math.Sqrt(b2) * b2)
	a1 := math.Pow(p.ke/e.motion, 2.0/3)
	δ := d / (a1 * a1)
	a0 := a1 * (1 - δ*δ - δ*(1.0/3+134*δ*δ/81))
	e.motion /= 1 + d/(a0*a0)
	p.ao = math.Pow(p.ke/e.motion, 2.0/3)
}

// tilted returns what depends on an inclination alone. At 180 degrees 1 + cos i is
// replaced by 1.5e-12, as in the reference.
func (p *Propagator) tilted(incl float64) inclined {
	t := inclined{}
	t.sin, t.cos = math.Sincos(incl)
	c2 := t.cos * t.cos
	t.con41, t.x1mth2, t.x7thm1 = 3*c2-1, 1-c2, 7*c2-1
	j3oj2 := p.j3 / p.j2
	below := 1 + t.cos
	if math.Abs(below) <= 1.5e-12 {
		below = 1.5e-12
	}
	t.longA = -0.5 * j3oj2 * t.sin
	t.longL = -0.25 * j3oj2 * t.sin * (3 + 5*t.cos) / below
	return t
}

// secular sets the steady rates that Earth's flattening gives anomaly, argument
// and node: with p = a (1−e²) and η = √(1−e²), powers of J2/p² and J4/p⁴ times
// polynomials of θ = cos i.
//
// Source: Brouwer 1959; Spacetrack Report 3, section 6.
// Ignores: J2 cubed, J6 and higher; tesseral harmonics, but for [resonance].
// Good to: the last digit of the reference states.
// Needs: brouwer.
func (p *Propagator) secular() {
	e, t := &p.epoch, &p.tilt
	b2 := 1 - e.ecc*e.ecc
	η := math.Sqrt(b2)
	semi := p.ao * b2
	ip2 := 1 / (semi * semi)
	θ2 := t.cos * t.cos
	θ4 := θ2 * θ2
	k1 := 1.5 * p.j2 * ip2 * e.motion
	k2 := 0.5 * k1 * p.j2 * ip2
	k4 := -0.46875 * p.j4 * ip2 * ip2 * e.motion
	p.anomalyDot = e.motion + 0.5*k1*η*t.con41 + 0.0625*k2*η*(13-78*θ2+137*θ4)
	p.argpDot = -0.5*k1*(1-5*θ2) + 0.0625*k2*(7-114*θ2+395*θ4) + k4*(3-36*θ2+49*θ4)
	p.nodeDot = -k1*t.cos + (0.5*k2*(4-19*θ2)+2*k4*(3-7*θ2))*t.cos
}

// drag sets the coefficients of the atmosphere, whose density falls with the
// fourth power of height above s: B* drags on the mean motion by C1, on the
// eccentricity by C4 and C5; D2 to D4 carry C1 to higher powers of time.
//
// The air begins 78 km up; for a perigee under 156 km it begins 78 km below
// perigee, and never under 20 km.
//
// Source: Lane and Hoots 1979; Spacetrack Report 3, section 6.
// Ignores: the air's change with the Sun, rotation, and time; B* absorbs what it can.
// Good to: the last digit of the reference states.
// Needs: secular.
func (p *Propagator) drag() {
	e, t := &p.epoch, &p.tilt
	b2 := 1 - e.ecc*e.ecc
	perigee := p.ao * (1 - e.ecc)
	p.simple = perigee < 220/p.radius+1

	s := 78/p.radius + 1
	q := (120 - 78) / p.radius
	if height := (perigee - 1) * p.radius; height < 156 {
		s = height - 78
		if height < 98 {
			s = 20
		}
		q = (120 - s) / p.radius
		s = s/p.radius + 1
	}
	ξ := 1 / (p.ao - s)
	p.eta = p.ao * e.ecc * ξ
	η2 := p.eta * p.eta
	eη := e.ecc * p.eta
	ψ2 := math.Abs(1 - η2)
	k := q * q * q * q * math.Pow(ξ, 4)
	kψ := k / math.Pow(ψ2, 3.5)

	c2 := kψ * e.motion * (p.ao*(1+1.5*η2+eη*(4+η2)) + 0.375*p.j2*ξ/ψ2*t.con41*(8+3*η2*(8+η2)))
	p.c1 = p.bstar * c2
	p.c4 = 2 * e.motion * kψ * p.ao * b2 * (p.eta*(2+0.5*η2) + e.ecc*(0.5+2*η2) -
		p.j2*ξ/(p.ao*ψ2)*(-3*t.con41*(1-2*eη+η2*(1.5-0.5*eη))+
			0.75*t.x1mth2*(2*η2-eη*(1+η2))*math.Cos(2*e.argp)))
	p.c5 = 2 * kψ * p.ao * b2 * (1 + 2.75*(η2+eη) + eη*η2)
	if e.ecc > 1e-4 {
		c3 := -2 * k * ξ * (p.j3 / p.j2) * e.motion * t.sin / e.ecc
		p.argpDrag = p.bstar * c3 * math.Cos(e.argp)
		p.anomalyDrag = -2.0 / 3 * k * p.bstar / eη
	}
	k1 := 1.5 * p.j2 / ((p.ao * b2) * (p.ao * b2)) * e.motion
	p.node2 = 3.5 * b2 * (-k1 * t.cos) * p.c1
	p.l2 = 1.5 * p.c1
	p.delta0 = cube(1 + p.eta*math.Cos(e.anomaly))
	p.sinM0 = math.Sin(e.anomaly)

	c1c1 := p.c1 * p.c1
	p.d2 = 4 * p.ao * ξ * c1c1
	d := p.d2 * ξ * p.c1 / 3
	p.d3 = (17*p.ao + s) * d
	p.d4 = 0.5 * d * p.ao * ξ * (221*p.ao + 31*s) * p.c1
	p.l3 = p.d2 + 2*c1c1
	p.l4 = 0.25 * (3*p.d3 + p.c1*(12*p.d2+10*c1c1))
	p.l5 = 0.2 * (3*p.d4 + 12*p.c1*p.d3 + 6*p.d2*p.d2 + 15*c1c1*(2*p.d2+c1c1))
}

// At returns the state at a time in minutes from the epoch, of either sign. With
// a code other than [OK] the state is not valid: with [Decayed] it is the point
// below the ground that the theory gives, otherwise zero.
//
// Mean elements move on by steady rates and drag; in deep space resonance, Sun
// and Moon move them further; then the periodics of Earth's field turn the mean
// orbit into the true one.
//
// Source: Spacetrack Report 3, section 6; AIAA 2006-6753, appendix B.
// Ignores: what B* and the mean elements do not hold: manoeuvres, weather above.
// Good to: the reference's 1e-8 km, over its 667 states; against the sky about a
// kilometre at epoch, growing by one to three a day.
// Needs: New.
func (p *Propagator) At(minutes float64) (TEME, Code) {
	var c course
	return p.at(minutes, &c)
}

// at is At with the course of the set's resonance, which many times may share.
func (p *Propagator) at(t float64, c *course) (TEME, Code) {
	var now inclined
	m, a, tilt, code := p.moved(t, c, &now)
	if code != OK {
		return TEME{}, code
	}
	return p.state(&m, a, tilt)
}

// moved returns the mean elements and the axis at a time, with what follows from the
// inclination: the set's own, or in deep space now, which it fills.
func (p *Propagator) moved(t float64, c *course, now *inclined) (m mean, a float64, tilt *inclined, code Code) {
	if !(math.Abs(t) <= MaxMinutes) {
		return m, 0, nil, BeyondSpan
	}
	m = p.epoch
	m.anomaly += p.anomalyDot * t
	m.argp += p.argpDot * t
	t2 := t * t
	m.node = m.node + p.nodeDot*t + p.node2*t2
	axis := 1 - p.c1*t
	ecc := p.bstar * p.c4 * t
	long := p.l2 * t2
	if !p.simple {
		turn := p.argpDrag*t + p.anomalyDrag*(cube(1+p.eta*math.Cos(m.anomaly))-p.delta0)
		m.anomaly += turn
		m.argp -= turn
		t3 := t2 * t
		t4 := t3 * t
		axis = axis - p.d2*t2 - p.d3*t3 - p.d4*t4
		ecc += p.bstar * p.c5 * (math.Sin(m.anomaly) - p.sinM0)
		long = long + p.l3*t3 + t4*(p.l4+t*p.l5)
	}

	a = p.ao
	if p.deep != nil {
		p.deep.secular(&m, t, c)
		a = math.Pow(p.ke/m.motion, 2.0/3)
	}
	if !(m.motion > 0) {
		return m, 0, nil, MeanMotion
	}
	a *= axis * axis
	m.motion = p.ke / (a * math.Sqrt(a))
	m.ecc -= ecc
	if !(m.ecc < 1 && m.ecc >= -0.001) {
		return m, 0, nil, MeanEccentricity
	}
	if m.ecc < 1e-6 {
		m.ecc = 1e-6
	}
	m.anomaly += p.epoch.motion * long
	whole := turn(m.anomaly + m.argp + m.node)
	m.node = turn(m.node)
	m.argp = turn(m.argp)
	m.anomaly = turn(whole - m.argp - m.node)

	tilt = &p.tilt
	if p.deep != nil {
		p.deep.periodics(&m, t)
		if m.incl < 0 {
			m.incl, m.node, m.argp = -m.incl, m.node+math.Pi, m.argp-math.Pi
		}
		if !(m.ecc >= 0 && m.ecc <= 1) {
			return m, 0, nil, PerturbedEccentricity
		}
		*now = p.tilted(m.incl)
		tilt = now
	}
	return m, a, tilt, OK
}

// state adds the periodics of Earth's field to mean elements: the long ones of J3
// to eccentricity and longitude, then, about the solution of Kepler's equation,
// the short ones of J2 to radius, latitude argument, node and inclination.
//
// Source: Spacetrack Report 3, section 6; AIAA 2006-6753, appendix B.
// Ignores: periodics of J2 squared and J4.
// Good to: the last digit of the reference states.
// Needs: eccentricity within 0 to 1.
func (p *Propagator) state(m *mean, a float64, tilt *inclined) (TEME, Code) {
	sinω, cosω := math.Sincos(m.argp)
	ip := 1 / (a * (1 - m.ecc*m.ecc))
	ax := m.ecc * cosω
	ay := m.ecc*sinω + ip*tilt.longA
	u := turn(m.anomaly + m.argp + m.node + ip*tilt.longL*ax - m.node)

	// Kepler's equation in the components of the eccentricity, by Newton's steps
	// held to 0.95; ten of them as in the reference.
	sinE, cosE := 0.0, 1.0
	long := u
	for range 10 {
		sinE, cosE = math.Sincos(long)
		step := (u - ay*cosE + ax*sinE - long) / (1 - cosE*ax - sinE*ay)
		if math.Abs(step) >= 0.95 {
			step = math.Copysign(0.95, step)
		}
		long += step
		if !(math.Abs(step) >= 1e-12) {
			break
		}
	}

	eCos := ax*cosE + ay*sinE
	eSin := ax*sinE - ay*cosE
	e2 := ax*ax + ay*ay
	semi := a * (1 - e2)
	if !(semi >= 0) {
		return TEME{}, SemiLatusRectum
	}
	r := a * (1 - eCos)
	rDot := math.Sqrt(a) * eSin / r
	rvDot := math.Sqrt(semi) / r
	β := math.Sqrt(1 - e2)
	w := eSin / (1 + β)
	sinU := a / r * (sinE - ay - ax*w)
	cosU := a / r * (cosE - ax + ay*w)
	sin2U := (cosU + cosU) * sinU
	cos2U := 1 - 2*sinU*sinU
	k1 := 0.5 * p.j2 * (1 / semi)
	k2 := k1 * (1 / semi)

	radius := r*(1-1.5*k2*β*tilt.con41) + 0.5*k1*tilt.x1mth2*cos2U
	sinu, cosu := math.Sincos(math.Atan2(sinU, cosU) - 0.25*k2*tilt.x7thm1*sin2U)
	sinΩ, cosΩ := math.Sincos(m.node + 1.5*k2*tilt.cos*sin2U)
	sini, cosi := math.Sincos(m.incl + 1.5*k2*tilt.cos*tilt.sin*cos2U)
	outward := rDot - m.motion*k1*tilt.x1mth2*sin2U/p.ke
	along := rvDot + m.motion*k1*(tilt.x1mth2*cos2U+1.5*tilt.con41)/p.ke

	mx, my := -sinΩ*cosi, cosΩ*cosi
	ux, uy, uz := mx*sinu+cosΩ*cosu, my*sinu+sinΩ*cosu, sini*sinu
	vx, vy, vz := mx*cosu-cosΩ*sinu, my*cosu-sinΩ*sinu, sini*cosu
	km, kms := radius*p.radius, p.radius*p.ke/60
	s := TEME{
		Position: [3]float64{km * ux, km * uy, km * uz},
		Velocity: [3]float64{(outward*ux + along*vx) * kms, (outward*uy + along*vy) * kms, (outward*uz + along*vz) * kms},
	}
	if sum := ux + uy + uz + outward + along + radius; sum-sum != 0 {
		return TEME{}, BeyondSpan
	}
	if radius < 1 {
		return s, Decayed
	}
	return s, OK
}

func cube(x float64) float64 { return x * x * x }

// turn takes whole turns from an angle and keeps its sign: the exact remainder, as
// math.Mod, in one fused step where the quotient is small enough to be certain.
func turn(x float64) float64 {
	const whole = 2 * math.Pi
	if x < whole && x > -whole {
		return x
	}
	if !(math.Abs(x) < 1e12) {
		return math.Mod(x, whole)
	}
	k := math.Trunc(x / whole)
	r := math.FMA(-k, whole, x)
	switch { // the quotient was rounded over a whole number
	case x > 0 && r < 0:
		r = math.FMA(-(k - 1), whole, x)
	case x < 0 && r > 0:
		r = math.FMA(-(k + 1), whole, x)
	case r >= whole:
		r = math.FMA(-(k + 1), whole, x)
	case r <= -whole:
		r = math.FMA(-(k - 1), whole, x)
	}
	return r
}
