package gp

import "math"

// deepSpace is what Sun, Moon and resonance add for periods of 225 minutes and
// more.
type deepSpace struct {
	sun, moon attraction
	rate      mean // secular rates of Sun and Moon together, a minute; motion stays 0
	resonance resonance
	epoch     mean
	argpDot   float64
	afspc     bool
}

// body is the Sun or Moon as the theory has it: a fixed ellipse.
type body struct {
	pull         float64 // strength, C of Spacetrack Report 3
	ecc          float64
	anomalyDot   float64 // rad/min
	anomaly      float64 // mean anomaly at the set's epoch
	sinω, cosω   float64 // argument of perigee on the equator
	sini, cosi   float64 // inclination to the equator
	sinΔΩ, cosΔΩ float64 // satellite's node less the body's
}

// sunAndMoon places both on the epoch, days from 1950 January 0.
//
// The Sun's ellipse is fixed. The Moon's node turns once in 18.6 years about the
// ecliptic; a triangle on the sphere turns that into node, inclination and argument
// on the equator.
//
// Source: Spacetrack Report 3, section 10; AIAA 2006-6753, appendix B.
// Ignores: all but mean motions in the Sun's and Moon's theories.
// Good to: the last digit of the reference states.
// Needs: an epoch within a century of 1950.
func sunAndMoon(days1950 float64, node float64) (sun, moon body) {
	day := days1950 + 18261.5 // from 1899 December 31, 12 h
	sinΩ, cosΩ := math.Sincos(node)
	sun = body{
		pull: 2.9864797e-6, ecc: 0.01675, anomalyDot: 1.19459e-5, anomaly: turn(6.2565837 + 0.017201977*day),
		sinω: -0.98088458, cosω: 0.1945905, sini: 0.39785416, cosi: 0.91744867, sinΔΩ: sinΩ, cosΔΩ: cosΩ,
	}
	lunarNode := turn(4.5236020 - 9.2422029e-4*day)
	sinN, cosN := math.Sincos(lunarNode)
	lunarPerigee := 5.8351514 + 0.0019443680*day
	moon = body{pull: 4.7968065e-7, ecc: 0.05490, anomalyDot: 1.5835218e-4, anomaly: turn(4.7199672 + 0.22997150*day - lunarPerigee)}
	moon.cosi = 0.91375164 - 0.03568096*cosN
	moon.sini = math.Sqrt(1 - moon.cosi*moon.cosi)
	sinΩm := 0.089683511 * sinN / moon.sini
	cosΩm := math.Sqrt(1 - sinΩm*sinΩm)
	ω := lunarPerigee + math.Atan2(0.39785416*sinN/moon.sini, cosΩm*cosN+0.91744867*sinΩm*sinN) - lunarNode
	moon.sinω, moon.cosω = math.Sincos(ω)
	moon.cosΔΩ = cosΩm*cosΩ + sinΩm*sinΩ
	moon.sinΔΩ = sinΩ*cosΩm - cosΩ*sinΩm
	return sun, moon
}

// attraction is what one body does to the orbit: secular rates, and periodics of
// twice and once its true anomaly, as coefficients of the terms f2, f3 and sin f.
type attraction struct {
	ecc, anomaly, anomalyDot float64
	rate                     mean
	e2, e3                   float64 // eccentricity
	i2, i3                   float64 // inclination
	l2, l3, l4               float64 // mean longitude
	g2, g3, g4               float64 // argument of perigee and cos i of the node
	h2, h3                   float64 // node times sin i
}

// attracted averages a body's pull over the satellite's revolution.
//
// a1 to a10 are the direction cosines of the body's ellipse on the orbit's plane
// and normal, x1 to x8 the same turned to the perigee; the Z are the averaged second
// moments of the body's direction, and s1 to s7 its pull on the elements.
//
// Source: Hujsak 1979; Spacetrack Report 3, section 10.
// Ignores: parallax, that is powers of the ratio of distances beyond the square.
// Good to: the last digit of the reference states.
// Needs: brouwer.
func attracted(e *mean, b *body) attraction {
	sinω, cosω := math.Sincos(e.argp)
	sini, cosi := math.Sincos(e.incl)
	e2 := e.ecc * e.ecc
	b2 := 1 - e2
	η := math.Sqrt(b2)

	a1 := b.cosω*b.cosΔΩ + b.sinω*b.cosi*b.sinΔΩ
	a3 := -b.sinω*b.cosΔΩ + b.cosω*b.cosi*b.sinΔΩ
	a7 := -b.cosω*b.sinΔΩ + b.sinω*b.cosi*b.cosΔΩ
	a8 := b.sinω * b.sini
	a9 := b.sinω*b.sinΔΩ + b.cosω*b.cosi*b.cosΔΩ
	a10 := b.cosω * b.sini
	a2, a4 := cosi*a7+sini*a8, cosi*a9+sini*a10
	a5, a6 := -sini*a7+cosi*a8, -sini*a9+cosi*a10

	x1, x2 := a1*cosω+a2*sinω, a3*cosω+a4*sinω
	x3, x4 := -a1*sinω+a2*cosω, -a3*sinω+a4*cosω
	x5, x6 := a5*sinω, a6*sinω
	x7, x8 := a5*cosω, a6*cosω

	z31 := 12*x1*x1 - 3*x3*x3
	z32 := 24*x1*x2 - 6*x3*x4
	z33 := 12*x2*x2 - 3*x4*x4
	z1 := 3*(a1*a1+a2*a2) + z31*e2
	z2 := 6*(a1*a3+a2*a4) + z32*e2
	z3 := 3*(a3*a3+a4*a4) + z33*e2
	z11 := -6*a1*a5 + e2*(-24*x1*x7-6*x3*x5)
	z12 := -6*(a1*a6+a3*a5) + e2*(-24*(x2*x7+x1*x8)-6*(x3*x6+x4*x5))
	z13 := -6*a3*a6 + e2*(-24*x2*x8-6*x4*x6)
	z21 := 6*a2*a5 + e2*(24*x1*x5-6*x3*x7)
	z22 := 6*(a4*a5+a2*a6) + e2*(24*(x2*x5+x1*x6)-6*(x4*x7+x3*x8))
	z23 := 6*a4*a6 + e2*(24*x2*x6-6*x4*x8)
	z1 = z1 + z1 + b2*z31
	z2 = z2 + z2 + b2*z32
	z3 = z3 + z3 + b2*z33

	s3 := b.pull * (1 / e.motion)
	s2 := -0.5 * s3 / η
	s4 := s3 * η
	s1 := -15 * e.ecc * s4
	s5, s6, s7 := x1*x3+x2*x4, x2*x3+x1*x4, x2*x4-x1*x3

	a := attraction{
		ecc: b.ecc, anomaly: b.anomaly, anomalyDot: b.anomalyDot,
		e2: 2 * s1 * s6, e3: 2 * s1 * s7,
		i2: 2 * s2 * z12, i3: 2 * s2 * (z13 - z11),
		l2: -2 * s3 * z2, l3: -2 * s3 * (z3 - z1), l4: -2 * s3 * (-21 - 9*e2) * b.ecc,
		g2: 2 * s4 * z32, g3: 2 * s4 * (z33 - z31), g4: -18 * s4 * b.ecc,
		h2: -2 * s2 * z22, h3: -2 * s2 * (z23 - z21),
	}
	// Below 3 degrees, and as near to 180, the node is left alone: its rate would
	// be divided by sin i.
	node := 0.0
	if near := 5.2359877e-2; e.incl >= near && e.incl <= math.Pi-near {
		node = -b.anomalyDot * s2 * (z21 + z23) / sini
	}
	a.rate = mean{
		ecc:     s1 * b.anomalyDot * s5,
		incl:    s2 * b.anomalyDot * (z11 + z13),
		anomaly: -b.anomalyDot * s3 * (z1 + z3 - 14 - 6*e2),
		argp:    s4*b.anomalyDot*(z31+z33-6) - cosi*node,
		node:    node,
	}
	return a
}

// periodics returns what the body adds at a time: to eccentricity, inclination,
// mean anomaly, and the g and h of which argument and node are made.
func (b *attraction) periodics(t float64) (e, i, l, g, h float64) {
	m := b.anomaly + b.anomalyDot*t
	f := m + 2*b.ecc*math.Sin(m)
	sin, cos := math.Sincos(f)
	f2, f3 := 0.5*sin*sin-0.25, -0.5*sin*cos
	return b.e2*f2 + b.e3*f3, b.i2*f2 + b.i3*f3, b.l2*f2 + b.l3*f3 + b.l4*sin, b.g2*f2 + b.g3*f3 + b.g4*sin, b.h2*f2 + b.h3*f3
}

func (p *Propagator) newDeepSpace(at Epoch, m Mode) *deepSpace {
	// The Julian date is rounded to one number, to 40 µs, as in the reference: a strongly
	// eccentric orbit shows it as 4 mm (23333 at its epoch).
	days1950 := (at.Midnight + at.Fraction) - 2433281.5
	sun, moon := sunAndMoon(days1950, p.epoch.node)
	d := &deepSpace{sun: attracted(&p.epoch, &sun), moon: attracted(&p.epoch, &moon), epoch: p.epoch, argpDot: p.argpDot, afspc: m == AFSPC}
	s, l := &d.sun.rate, &d.moon.rate
	d.rate = mean{ecc: s.ecc + l.ecc, incl: s.incl + l.incl, anomaly: s.anomaly + l.anomaly, argp: s.argp + l.argp, node: s.node + l.node}
	θ := siderealTime(days1950)
	if d.afspc {
		θ = siderealTimeAFSPC(days1950)
	}
	d.resonance = p.newResonance(&d.rate, θ)
	return d
}

// secular moves mean elements on by what Sun, Moon and resonance do over a time.
func (d *deepSpace) secular(m *mean, t float64, c *course) {
	m.ecc += d.rate.ecc * t
	m.incl += d.rate.incl * t
	m.argp += d.rate.argp * t
	m.node += d.rate.node * t
	m.anomaly += d.rate.anomaly * t
	d.resonance.apply(m, t, c)
}

// periodics adds the periodics of Sun and Moon. Under 0.2 rad of inclination the
// node is ill defined, and its change goes through the components of the orbit's
// normal; there the modes differ in the turn that the node is on, and with it, by
// the cosine of the inclination, in the argument of perigee.
//
// Source: Lyddane 1963; Spacetrack Report 3, section 10; AIAA 2006-6753, section V.
// Ignores: the jump at 0.2 rad.
// Good to: the last digit of the reference states.
// Needs: secular.
func (d *deepSpace) periodics(m *mean, t float64) {
	e, i, l, g, h := d.sun.periodics(t)
	e2, i2, l2, g2, h2 := d.moon.periodics(t)
	e, i, l, g, h = e+e2, i+i2, l+l2, g+g2, h+h2
	m.incl += i
	m.ecc += e
	sini, cosi := math.Sincos(m.incl)
	if m.incl >= 0.2 {
		h /= sini
		m.argp += g - cosi*h
		m.node += h
		m.anomaly += l
		return
	}
	m.node = d.quadrant(turn(m.node))
	sinΩ, cosΩ := math.Sincos(m.node)
	α := sini*sinΩ + h*cosΩ + i*cosi*sinΩ
	β := sini*cosΩ - h*sinΩ + i*cosi*cosΩ
	long := m.anomaly + m.argp + l + g + (cosi-i*sini)*m.node
	before := m.node
	m.node = d.quadrant(math.Atan2(α, β))
	if math.Abs(before-m.node) > math.Pi {
		m.node += math.Copysign(2*math.Pi, before-m.node)
	}
	m.anomaly += l
	m.argp = long - m.anomaly - cosi*m.node
}

// quadrant takes a node above 0 where the mode asks for it.
func (d *deepSpace) quadrant(node float64) float64 {
	if d.afspc && node < 0 {
		return node + 2*math.Pi
	}
	return node
}

// siderealTime is Greenwich mean sidereal time, radians, from UT1 in days since
// 1950 January 0, for which UTC is taken.
//
// Source: Vallado, 4th ed., eq. 3-45 (IAU 1982).
// Ignores: UT1 - UTC.
// Good to: the last digit of the reference states.
// Needs: nothing.
func siderealTime(days1950 float64) float64 {
	c := (days1950 + 2433281.5 - 2451545.0) / 36525
	seconds := -6.2e-6*c*c*c + 0.093104*c*c + (876600*3600+8640184.812866)*c + 67310.54841
	return positive(seconds * (math.Pi / 180) / 240)
}

// siderealTimeAFSPC is the same as the operational code counts it, from 1970.
//
// Source: AIAA 2006-6753, appendix B.
// Ignores: what [siderealTime] does.
// Good to: the last digit of the reference states.
// Needs: nothing.
func siderealTimeAFSPC(days1950 float64) float64 {
	days := days1950 - 7305
	whole := math.Floor(days + 1e-8)
	const daily = 1.72027916940703639e-2
	return positive(1.7321343856509374 + daily*whole + (daily+2*math.Pi)*(days-whole) + days*days*5.07551419432269442e-15)
}

func positive(angle float64) float64 {
	if angle = turn(angle); angle < 0 {
		return angle + 2*math.Pi
	}
	return angle
}
