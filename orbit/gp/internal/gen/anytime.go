package main

import "github.com/dawndusk/dawndusk/orbit/internal/straight"

// Limits of the any-time kernel; what exceeds them goes to Propagator.At.
const (
	anyEccentricity = 0.6
	anyRadius       = 1.000001 // earth radii: at 1 it decays, which the other tells exactly
	anyTurn         = 0.5      // radians, of the anomaly by drag
	anyK1           = 6e-4     // J2/2 over a semi-latus rectum of 0.9 earth radii
	anyStep         = 1e-7     // radians, the last correction of the eccentric anomaly
)

// anyTime is the kernel of arbitrary times: each lane has a time of its own. Angles of any
// size go through full sines and cosines, and Kepler's equation has two steps more than
// the grid's; the mask has the lanes whose last correction and elements are within limits.
//
// Source: Spacetrack Report 3, section 6; AIAA 2006-6753, appendix B.
// Ignores: nothing of it.
// Good to: 1 mm against Propagator.At (TestVerif_AnyTimeAgreesWithScalar).
// Needs: a mask that is read.
func anyTime() *straight.Program {
	p := straight.New("anyTime", lanes)
	row := named(p, setRows())
	k := &kernel{p, row}
	t := p.Input("t")
	one, zero := p.Const(1), p.Const(0)
	ok := t.AtMost(row("span"))
	require := func(m straight.Mask) { ok = straight.And(ok, m) }
	require(zero.Sub(t).AtMost(row("span")))

	// Mean elements under steady rates and drag.
	mean := fma(row("anomalyDot"), t, row("anomaly"))
	sinM, cosM := straight.SinCos(mean)
	d := fma(row("eta"), cosM, one)
	turn := fma(row("argpDrag"), t, fma(row("anomalyDrag"), d.Mul(d).Mul(d), row("turn0")))
	require(turn.AtMost(p.Const(anyTurn)))
	require(p.Const(-anyTurn).AtMost(turn))
	ts, tc := straight.SmallSinCos(turn, 5, 5)
	sinM, _ = straight.Rotate(sinM, cosM, ts, tc)
	ecc := fnma(row("bc5"), sinM.Sub(row("sinM0")), fnma(row("bc4"), t, row("ecc")))
	require(p.Const(-0.0009).AtMost(ecc))
	require(ecc.AtMost(p.Const(anyEccentricity)))
	ecc = ecc.Max(p.Const(1e-6))
	axis := fnma(t, fma(t, fma(t, fma(t, row("d4"), row("d3")), row("d2")), row("c1")), one)
	long := t.Mul(t).Mul(fma(t, fma(t, fma(t, row("l5"), row("l4")), row("l3")), row("l2")))
	argp := fma(row("argpRate"), t, row("argp"))

	inv := axis.Inv()
	o := &orbit{invAxis: row("invAxis").Mul(inv).Mul(inv), speed: row("speed").Mul(inv), axis: row("axis").Mul(axis).Mul(axis)}
	o.rate = o.speed.Mul(o.invAxis)
	ip := o.invAxis.Mul(fnma(ecc, ecc, one).Inv())
	sinW, cosW := straight.SinCos(argp.Sub(turn))
	o.ax = ecc.Mul(cosW)
	o.ay = fma(ecc, sinW, row("longA").Mul(ip))

	u := fma(row("longL").Mul(ip), o.ax, mean.Add(argp).Add(long))
	sin, cos := straight.SinCos(u)
	ec, es := o.sines(sin, cos)
	w := k.start(ec, es, one.Sub(ec).Inv())
	ts, tc = straight.SmallSinCos(w, 6, 7)
	sinE, cosE := straight.Rotate(sin, cos, ts, tc)
	// A step of Halley's: d = n / (1 − es n/2 …) with Newton's n.
	ec, es = o.sines(sinE, cosE)
	inv = one.Sub(ec).Inv()
	n := es.Sub(w).Mul(inv)
	n = fnma(n.Mul(n), es.Mul(inv).Times(0.5), n)
	ts, tc = straight.SmallSinCos(n, 3, 4)
	sinE, cosE = straight.Rotate(sinE, cosE, ts, tc)
	e := k.refine(o, w.Add(n), sinE, cosE)
	require(e.step.AtMost(p.Const(anyStep)))
	require(p.Const(-anyStep).AtMost(e.step))

	e2 := fma(o.ax, o.ax, o.ay.Mul(o.ay))
	left := one.Sub(e2)
	o.beta = left.Sqrt()
	below := one.Add(o.beta)
	both := left.Mul(below).Inv() // two inverses from one
	o.below = both.Mul(left)
	o.k1 = o.invAxis.Mul(row("halfJ2")).Mul(both.Mul(below))
	require(o.k1.AtMost(p.Const(anyK1)))
	o.sinO, o.cosO = straight.SinCos(fma(fma(row("node2"), t, row("nodeDot")), t, row("node")))
	o.nodeTurn = zero
	radius := k.state(o, e)
	require(row("radius").Times(anyRadius).AtMost(radius))
	p.OutMask("ok", ok)
	return p
}
