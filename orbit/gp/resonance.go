package gp

import "math"

// resonance is the pull of Earth's uneven equator on orbits that come back to the
// same meridian: once a day, as geostationary ones, or twice, as Molniya's. Small
// pushes then add up, and longitude and mean motion swing about stable points.
type resonance struct {
	kind      resonanceKind
	longitude float64 // λ at epoch
	drift     float64 // λ̇ less the mean motion
	motion    float64 // mean motion at epoch
	argp      float64 // argument of perigee at epoch and its rate, for half a day
	argpDot   float64
	sidereal  float64 // Greenwich's angle at epoch
	daily     [3]term // 22, 31, 33 of a day
	half      [10]term
}

type resonanceKind uint8

const (
	noResonance resonanceKind = iota
	oneDay
	halfDay
)

// term is one harmonic's push: strength × sin(argps·ω + longs·λ − phase).
type term struct{ strength, argps, longs, phase float64 }

// earthTurn is Earth's rotation, rad/min. Source: AIAA 2006-6753, appendix B.
const earthTurn = 4.37526908801129966e-3

// newResonance finds whether a set is in resonance and prepares its terms: the
// normalised coefficients Q of the field times functions F of the inclination
// and G of the eccentricity. The G of half a day are polynomials fitted by
// branches of the eccentricity.
//
// Source: Hujsak 1979; Spacetrack Report 3, section 10; AIAA 2006-6753, appendix B.
// Ignores: all other harmonics; half-day orbits with eccentricity under 0.5.
// Good to: the last digit of the reference states.
// Needs: secular rates of Earth (p), Sun and Moon (sky).
func (p *Propagator) newResonance(sky *mean, sidereal float64) resonance {
	e := &p.epoch
	n, ecc, e2 := e.motion, e.ecc, e.ecc*e.ecc
	r := resonance{motion: n, argp: e.argp, argpDot: p.argpDot, sidereal: turn(sidereal)}
	sini, cosi := math.Sincos(e.incl)
	inverse := math.Pow(n/p.ke, 2.0/3) // 1/a
	switch {
	case n > 0.0034906585 && n < 0.0052359877:
		r.kind = oneDay
		g200 := 1 + e2*(-2.5+0.8125*e2)
		g310 := 1 + 2*e2
		g300 := 1 + e2*(-6+6.60937*e2)
		f220 := 0.75 * (1 + cosi) * (1 + cosi)
		f311 := 0.9375*sini*sini*(1+3*cosi) - 0.75*(1+cosi)
		f330 := 1.875 * cube(1+cosi)
		k := 3 * n * n * inverse * inverse
		r.daily = [3]term{
			{k * f311 * g310 * 2.1460748e-6 * inverse, 0, 1, 0.13130908},
			{2 * k * f220 * g200 * 1.7891679e-6, 0, 2, 2 * 2.8843198},
			{3 * k * f330 * g300 * 2.2123015e-7 * inverse, 0, 3, 3 * 0.37448087},
		}
		r.longitude = turn(e.anomaly + e.node + e.argp - r.sidereal)
		r.drift = p.anomalyDot + (p.argpDot + p.nodeDot) - earthTurn + sky.anomaly + sky.argp + sky.node - n
	case n >= 8.26e-3 && n <= 9.24e-3 && ecc >= 0.5:
		r.kind = halfDay
		r.half = halfDayTerms(n, inverse, ecc, sini, cosi)
		r.longitude = turn(e.anomaly + e.node + e.node - r.sidereal - r.sidereal)
		r.drift = p.anomalyDot + sky.anomaly + 2*(p.nodeDot+sky.node-earthTurn) - n
	}
	return r
}

func halfDayTerms(n, inverse, ecc, sini, cosi float64) [10]term {
	e2 := ecc * ecc
	e3 := ecc * e2
	cubic := func(c0, c1, c2, c3 float64) float64 { return c0 + c1*ecc + c2*e2 + c3*e3 }
	g201 := -0.306 - (ecc-0.64)*0.440
	var g211, g310, g322, g410, g422, g520, g521, g532, g533 float64
	if ecc <= 0.65 {
		g211 = cubic(3.616, -13.2470, 16.2900, 0)
		g310 = cubic(-19.302, 117.3900, -228.4190, 156.5910)
		g322 = cubic(-18.9068, 109.7927, -214.6334, 146.5816)
		g410 = cubic(-41.122, 242.6940, -471.0940, 313.9530)
		g422 = cubic(-146.407, 841.8800, -1629.014, 1083.4350)
		g520 = cubic(-532.114, 3017.977, -5740.032, 3708.2760)
	} else {
		g211 = cubic(-72.099, 331.819, -508.738, 266.724)
		g310 = cubic(-346.844, 1582.851, -2415.925, 1246.113)
		g322 = cubic(-342.585, 1554.908, -2366.899, 1215.972)
		g410 = cubic(-1052.797, 4758.686, -7193.992, 3651.957)
		g422 = cubic(-3581.690, 16178.110, -24462.770, 12422.520)
		g520 = cubic(1464.74, -4664.75, 3763.64, 0)
		if ecc > 0.715 {
			g520 = cubic(-5149.66, 29936.92, -54087.36, 31324.56)
		}
	}
	if ecc < 0.7 {
		g533 = cubic(-919.22770, 4988.6100, -9064.7700, 5542.21)
		g521 = cubic(-822.71072, 4568.6173, -8491.4146, 5337.524)
		g532 = cubic(-853.66600, 4690.2500, -8624.7700, 5341.4)
	} else {
		g533 = cubic(-37995.780, 161616.52, -229838.20, 109377.94)
		g521 = cubic(-51752.104, 218913.95, -309468.16, 146349.42)
		g532 = cubic(-40023.880, 170470.89, -242699.48, 115605.82)
	}
	c2, s2 := cosi*cosi, sini*sini
	f220 := 0.75 * (1 + 2*cosi + c2)
	f221 := 1.5 * s2
	f321 := 1.875 * sini * (1 - 2*cosi - 3*c2)
	f322 := -1.875 * sini * (1 + 2*cosi - 3*c2)
	f441 := 35 * s2 * f220
	f442 := 39.3750 * s2 * s2
	f522 := 9.84375 * sini * (s2*(1-2*cosi-5*c2) + 0.33333333*(-2+4*cosi+6*c2))
	f523 := sini * (4.92187512*s2*(-2-4*cosi+10*c2) + 6.56250012*(1+2*cosi-3*c2))
	f542 := 29.53125 * sini * (2 - 8*cosi + c2*(-12+8*cosi+10*c2))
	f543 := 29.53125 * sini * (-2 - 8*cosi + c2*(12+8*cosi-10*c2))

	// Q of degree and order 22, 32, 44, 52, 54, by the power of 1/a of its degree.
	k2 := 3 * n * n * inverse * inverse
	k3 := k2 * inverse
	k4 := k3 * inverse
	k5 := k4 * inverse
	q22, q32, q44, q52, q54 := k2*1.7891679e-6, k3*3.7393792e-7, 2*k4*7.3636953e-9, k5*1.1428639e-7, 2*k5*2.1765803e-9
	const p22, p32, p44, p52, p54 = 5.7686396, 0.95240898, 1.8014998, 1.0508330, 4.4108898
	return [10]term{
		{q22 * f220 * g201, 2, 1, p22}, {q22 * f221 * g211, 0, 1, p22},
		{q32 * f321 * g310, 1, 1, p32}, {q32 * f322 * g322, -1, 1, p32},
		{q44 * f441 * g410, 2, 2, p44}, {q44 * f442 * g422, 0, 2, p44},
		{q52 * f522 * g520, 1, 1, p52}, {q52 * f523 * g532, -1, 1, p52},
		{q54 * f542 * g521, 1, 2, p54}, {q54 * f543 * g533, -1, 2, p54},
	}
}

// push returns the rate of the mean motion and the rate of that rate, by the
// drift of the longitude.
func (r *resonance) push(long, motion, at float64) (longDot, motionDot, motionDDot float64) {
	terms, ω := r.daily[:], 0.0
	if r.kind == halfDay {
		terms, ω = r.half[:], r.argp+r.argpDot*at
	}
	for i := range terms {
		k := &terms[i]
		sin, cos := math.Sincos(k.argps*ω + k.longs*long - k.phase)
		motionDot += k.strength * sin
		motionDDot += k.longs * k.strength * cos
	}
	longDot = motion + r.drift
	return longDot, motionDot, motionDDot * longDot
}

// course is how far the integration of a resonance has come: the half-day step before the time
// last asked for, and the rates there. Its zero value is the epoch. Whoever asks for many times
// keeps it from one to the next; what it holds is what an integration from the epoch finds there.
type course struct {
	at                             float64 // minutes, a number of whole steps
	long, motion                   float64
	longDot, motionDot, motionDDot float64
	begun                          bool
}

// apply integrates longitude and mean motion from the epoch in steps of half a
// day, by Taylor's series to the second power, and sets mean motion and anomaly.
// It goes on from c where that lies on the way and begins at the epoch where it does not,
// so that no result depends on the one before.
//
// Source: Spacetrack Report 3, section 10; AIAA 2006-6753, appendix B.
// Ignores: the third power of the step: the steps are part of the theory.
// Good to: the last digit of the reference states.
// Needs: |t| not above MaxMinutes.
func (r *resonance) apply(m *mean, t float64, c *course) {
	if r.kind == noResonance {
		return
	}
	const step, half = 720.0, 259200.0 // minutes, and the square over 2
	Δ := math.Copysign(step, t)
	if !c.begun || c.at*Δ < 0 || math.Abs(c.at) > math.Abs(t) {
		*c = course{long: r.longitude, motion: r.motion, begun: true}
		c.longDot, c.motionDot, c.motionDDot = r.push(c.long, c.motion, 0)
	}
	for math.Abs(t-c.at) >= step {
		c.long += c.longDot*Δ + c.motionDot*half
		c.motion += c.motionDot*Δ + c.motionDDot*half
		c.at += Δ
		c.longDot, c.motionDot, c.motionDDot = r.push(c.long, c.motion, c.at)
	}
	f := t - c.at
	motion := c.motion + (c.motionDot*f + c.motionDDot*f*f*0.5)
	long := c.long + (c.longDot*f + c.motionDot*f*f*0.5)
	θ := turn(r.sidereal + t*earthTurn)
	m.motion = motion
	if r.kind == halfDay {
		m.anomaly = long - 2*m.node + 2*θ
	} else {
		m.anomaly = long - m.node - m.argp + θ
	}
}
