package main

import "github.com/dawndusk/dawndusk/orbit/internal/straight"

// grid is the kernel of uniform steps. Over the half hour on either side of a time that a run
// of steps covers, what changes slowly is a polynomial of the minutes q from that time, worked
// out by begin: axis, argument, node, and functions of the eccentricity about its value then.
// Mean anomaly and longitude turn by a fixed angle a step. That leaves one division a step.
//
// Source: the algebra of SGP4; the remainders are in begin's conditions.
// Ignores: what begin bounds.
// Good to: 1 mm against Propagator.At (TestVerif_GridAgreesWithScalar).
// Needs: begin's conditions.
func grid() *straight.Program {
	p := straight.New("grid", lanes)
	moving := named(p, begunRows[states:])
	fixed := named(p, fixedRows)
	k := &kernel{p, fixed}
	q, q2, q3 := p.Uniform("q"), p.Uniform("q2"), p.Uniform("q3")
	one := p.Const(1)

	// Drag turns the anomaly and, back, the argument.
	sinM, cosM := p.State("sinM"), p.State("cosM")
	d := fma(fixed("eta"), cosM, one)
	turn := fma(fixed("argpDrag"), q, fma(fixed("anomalyDrag"), d.Mul(d).Mul(d), fixed("turn0")))
	half := fma(turn.Mul(turn), p.Const(-0.5), one)
	// bc5 sin(M + turn), by two terms of the series.
	s := fma(moving("bs"), sinM, moving("bc").Mul(cosM))
	c := fnma(moving("bc"), sinM, moving("bs").Mul(cosM))
	ecc := fnma(s, half, fnma(c, turn, fma(moving("e1"), q, moving("e0")))).Max(p.Const(1e-6))
	next := func(sin, cos value, sinName, cosName string) {
		s, c := straight.Rotate(sin, cos, moving("turn"+sinName), moving("turn"+cosName))
		p.Next(sin, s)
		p.Next(cos, c)
	}
	next(sinM, cosM, "Ms", "Mc")

	ts, tc := straight.SmallSinCos(fma(fixed("argpDot"), q, p.Const(0).Sub(turn)), 2, 3)
	sinW, cosW := straight.Rotate(moving("sinW"), moving("cosW"), ts, tc)
	o := &orbit{invAxis: fma(moving("i1"), q, moving("i0"))}
	ip := o.invAxis.Mul(fma(ecc.Mul(ecc), moving("g1"), moving("g0")))
	o.ax = ecc.Mul(cosW)
	o.ay = fma(ecc, sinW, fixed("longA").Mul(ip))

	// Mean latitude argument: its linear part is the state's.
	sinL, cosL := p.State("sinL"), p.State("cosL")
	ts, tc = straight.SmallSinCos(fma(fixed("longL").Mul(ip), o.ax, fma(moving("l3"), q3, moving("l2").Mul(q2))), 2, 3)
	sinU, cosU := straight.Rotate(sinL, cosL, ts, tc)
	next(sinL, cosL, "Ls", "Lc")

	ec, es := o.sines(sinU, cosU)
	w := k.start(ec, es, one.Add(ec).Mul(fma(ec, ec, one))) // 1 + ec + ec² + ec³
	ts, tc = straight.SmallSinCos(w, 4, 5)
	sinE, cosE := straight.Rotate(sinU, cosU, ts, tc)
	e := k.refine(o, w, sinE, cosE)

	e2 := fma(o.ax, o.ax, o.ay.Mul(o.ay))
	o.beta = fma(moving("b1"), e2, moving("b0"))
	o.below = fma(moving("w1"), e2, moving("w0"))
	o.k1 = o.invAxis.Mul(fma(moving("m1"), e2, moving("m0")))
	o.axis = fma(q2, moving("a2"), fma(q, moving("a1"), moving("a0")))
	o.speed = fma(q2, moving("v2"), fma(q, moving("v1"), moving("v0")))
	o.rate = fma(q, moving("n1"), moving("n0"))
	o.sinO, o.cosO = moving("sinO"), moving("cosO")
	o.nodeTurn = fma(fixed("node2"), q2, moving("o1").Mul(q))
	k.state(o, e)
	return p
}
