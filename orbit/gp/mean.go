package gp

import "math"

// Mean is a mean orbit at a time and how it moves: what a program needs that draws many
// satellites and moves them itself. The eccentricity is a vector from the ascending node,
// ex = e cos ω and ey = e sin ω, so that a circle is nothing special.
type Mean struct {
	Axis        float64 // semi-major axis, km
	Ex, Ey      float64 // with the steady part that Earth's third harmonic adds
	Inclination float64 // rad
	Node        float64 // right ascension of the ascending node, rad
	Latitude    float64 // mean argument of latitude ω + M, rad

	NodeRate, PerigeeRate, LatitudeRate float64 // rad/s
}

// Mean returns the mean orbit at a time in minutes from the epoch. Elements are those that
// [Propagator.At] uses at that time, with drag, resonance, Sun and Moon, without the short
// periods of Earth's field. Rates are mean values over the revolution before and the one after,
// so that what comes and goes with the anomaly is not in them: with T = 2π/n
//
//	λ̇ = (λ(t+T) − λ(t−T)) / 2T
//
// The node's and the latitude's rates are made from the node's and the sum of both, which
// stays smooth where a small inclination lets the node leap.
//
// Source: [Propagator.At].
// Ignores: short periods of J2, some 10 km in low orbit; how rates change.
// Good to: 30 km within three hours, moved as a conic turned by its rates, and what drag
// adds in that time to satellites near their end, TestVal_MeanMovesLikeSGP4.
// Needs: New; a code other than OK, also one that comes within a revolution, leaves no orbit.
func (p *Propagator) Mean(minutes float64) (Mean, Code) {
	var c course
	var now inclined
	m, a, tilt, code := p.moved(minutes, &c, &now)
	if code != OK {
		return Mean{}, code
	}
	if _, code := p.state(&m, a, tilt); code != OK {
		return Mean{}, code
	}
	sinω, cosω := math.Sincos(m.argp)
	ip := 1 / (a * (1 - m.ecc*m.ecc))
	out := Mean{Axis: a * p.radius, Ex: m.ecc * cosω, Ey: m.ecc*sinω + ip*tilt.longA, Inclination: m.incl, Node: m.node}
	out.Latitude = m.anomaly + m.argp + ip*tilt.longL*out.Ex

	// A revolution on, or back only where the satellite is down by then.
	T := 2 * math.Pi / m.motion
	var inward course
	backward, forward := &inward, &c // what was integrated out to this time goes on outward
	if minutes < 0 {
		backward, forward = forward, backward
	}
	before, _, _, wasCode := p.moved(minutes-T, backward, &now)
	after, _, _, code := p.moved(minutes+T, forward, &now)
	turns := 2.0
	switch {
	case wasCode != OK && code != OK:
		return Mean{}, code
	case wasCode != OK:
		before, turns = m, 1
	case code != OK:
		after, turns = m, 1
	}
	less := func(a, b float64) float64 { return math.Remainder(a-b, 2*math.Pi) }
	seconds := turns * T * 60
	whole := 2*math.Pi*turns + less(after.node+after.argp+after.anomaly, before.node+before.argp+before.anomaly)
	out.NodeRate = less(after.node, before.node) / seconds
	out.PerigeeRate = less(after.argp, before.argp) / seconds
	out.LatitudeRate = whole/seconds - out.NodeRate
	for _, v := range [...]float64{out.Axis, out.Ex, out.Ey, out.Inclination, out.Node, out.Latitude, out.NodeRate, out.PerigeeRate, out.LatitudeRate} {
		if v-v != 0 {
			return Mean{}, BeyondSpan
		}
	}
	return out, OK
}
