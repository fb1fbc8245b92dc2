package gp

import "math"

// Steps is the number of instants in a [Block].
const Steps = 64

// Row holds a state of each of [Lanes] satellites, in the true equator, mean equinox frame.
type Row struct {
	X, Y, Z    [Lanes]float64 // km
	VX, VY, VZ [Lanes]float64 // km/s
}

// At returns the state in a lane.
func (r *Row) At(lane int) TEME {
	return TEME{[3]float64{r.X[lane], r.Y[lane], r.Z[lane]}, [3]float64{r.VX[lane], r.VY[lane], r.VZ[lane]}}
}

func (r *Row) set(lane int, s *TEME) {
	r.X[lane], r.Y[lane], r.Z[lane] = s.Position[0], s.Position[1], s.Position[2]
	r.VX[lane], r.VY[lane], r.VZ[lane] = s.Velocity[0], s.Velocity[1], s.Velocity[2]
}

// constants are what the kernels know of Lanes sets, in the rows of kernel_rows.go.
type constants [setRows * Lanes]float64

// kernelSpan bounds the minutes from epoch in the kernels, 1.9 years: an angle of 7e4
// radians is rounded to 1.5e-11, 0.1 mm in low orbit.
const kernelSpan = 1e6

// constants returns the numbers of one set. Its span is the time for which no polynomial
// of drag has grown beyond what leaves the digits alone; a set in deep space, tilted all over,
// or without ordinary numbers has none and always goes to [Propagator.At].
func (p *Propagator) constants() (c [setRows]float64) {
	e, t := &p.epoch, &p.tilt
	c[setAnomaly], c[setAnomalyDot] = e.anomaly, p.anomalyDot
	c[setArgp], c[setArgpRate], c[setArgpDot] = e.argp, p.argpDot, p.argpDot
	c[setNode], c[setNodeDot], c[setNode2] = e.node, p.nodeDot, p.node2
	c[setC1], c[setL2] = p.c1, e.motion*p.l2
	c[setBc4], c[setEcc], c[setSinM0] = p.bstar*p.c4, e.ecc, p.sinM0
	if !p.simple {
		c[setD2], c[setD3], c[setD4] = p.d2, p.d3, p.d4
		c[setL3], c[setL4], c[setL5] = e.motion*p.l3, e.motion*p.l4, e.motion*p.l5
		c[setBc5], c[setDelta0], c[setEta] = p.bstar*p.c5, p.delta0, p.eta
		c[setArgpDrag], c[setAnomalyDrag] = p.argpDrag, p.anomalyDrag
		c[setTurn0] = -p.anomalyDrag * p.delta0
		// (1+η)³ − (1−η)³ bounds the change of (1 + η cos M)³.
		c[setSwing] = math.Abs(p.anomalyDrag) * (6 + 2*p.eta*p.eta) * math.Abs(p.eta)
	}
	kms := p.radius * p.ke / 60
	c[setAxis], c[setInvAxis], c[setSpeed] = p.ao*p.radius, 1/p.ao, kms/math.Sqrt(p.ao)
	c[setHalfJ2], c[setRadius] = 0.5*p.j2, p.radius
	c[setLongA], c[setLongL] = t.longA, t.longL
	k2 := 2 / p.j2
	c[setCon15], c[setC15] = 1.5*t.con41*k2, 1.5*t.con41
	c[setHx], c[setX1mth2] = 0.5*t.x1mth2*p.radius, t.x1mth2
	c[setMx7], c[setCin], c[setCis] = -0.25*t.x7thm1*k2, 1.5*t.cos*k2, 1.5*t.cos*t.sin*k2
	c[setSini], c[setCosi] = t.sin, t.cos

	span := float64(kernelSpan)
	for _, term := range []struct {
		row, power int
		most       float64
	}{
		{setC1, 1, 0.25}, {setD2, 2, 0.2}, {setD3, 3, 0.2}, {setD4, 4, 0.2}, // the axis keeps 0.15 at least
		{setL2, 2, 1e3}, {setL3, 3, 1e3}, {setL4, 4, 1e3}, {setL5, 5, 1e3}, // radians
		{setBc4, 1, 1}, {setArgpDrag, 1, 1e3}, {setNode2, 2, 1e3}, {setAnomalyDot, 1, 1e5},
		{setArgpDot, 1, 1e5}, {setNodeDot, 1, 1e5},
	} {
		v, grown := math.Abs(c[term.row]), 1.0
		for range term.power {
			grown *= span
		}
		if v*grown > term.most {
			span = math.Pow(term.most/v, 1/float64(term.power))
		}
	}
	sum := 0.0
	for _, v := range c {
		sum += 0 * v // no number, if one of them is none
	}
	// Within 0.13 degrees of 180 the longitude goes with 1/(1 + cos i), as does each rounding.
	tilted := math.Abs(t.longL) > 1
	if p.deep != nil || sum != 0 || !(e.motion > 0) || tilted {
		return [setRows]float64{setSpan: -1}
	}
	c[setSpan] = span
	return c
}
