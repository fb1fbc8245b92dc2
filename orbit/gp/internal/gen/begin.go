package main

import "github.com/dawndusk/dawndusk/orbit/internal/straight"

// Limits of the grid's approximations. Each is a remainder in radians or a part of the
// axis that 1e-11, 0.07 mm in low orbit, covers several times over.
const (
	gridEccentricity = 0.1
	gridPerigee      = 1.0035 // earth radii, mean: 22 km up, more than J2 takes off
)

// begin is the kernel that makes a run of steps of the grid ready: mean elements at the
// middle of the run, t, their polynomials in the minutes q from there, sines and cosines
// of the first step, and a mask of the lanes for which the grid's limits hold all along.
func begin() *straight.Program {
	p := straight.New("begin", lanes)
	row := named(p, setRows())
	t := p.Input("t")
	half, first, step := p.Uniform("half"), p.Uniform("first"), p.Uniform("step")
	one, zero := p.Const(1), p.Const(0)
	abs := func(v value) value { return v.Max(zero.Sub(v)) }
	written := map[string]value{}
	out := func(name string, v value) { written[name] = v }
	half2 := half.Mul(half)
	half3 := half2.Mul(half)

	ok := abs(t).Add(half).AtMost(row("span"))
	require := func(v value, limit float64) { ok = straight.And(ok, v.AtMost(p.Const(limit))) }

	// The axis goes with the square of a0 + a1 q + a2 q².
	a0 := fnma(t, fma(t, fma(t, fma(t, row("d4"), row("d3")), row("d2")), row("c1")), one)
	a1 := fma(t, fma(t, fma(t, row("d4").Times(4), row("d3").Times(3)), row("d2").Times(2)), row("c1"))
	a2 := fma(t, fma(t, row("d4").Times(6), row("d3").Times(3)), row("d2"))
	a3 := fma(t, row("d4").Times(4), row("d3"))
	inv := a0.Inv()
	α, β := zero.Sub(a1.Mul(inv)), zero.Sub(a2.Mul(inv))
	require(abs(α).Mul(half), 5e-5)
	require(abs(β).Mul(half2), 2.5e-9)
	require(abs(a3).Mul(half3), 1e-12)
	α2 := α.Mul(α)
	axis := row("axis").Mul(a0).Mul(a0)
	invAxis := row("invAxis").Mul(inv).Mul(inv)
	speed := row("speed").Mul(inv)
	rate := speed.Mul(invAxis)
	out("a0", axis)
	out("a1", axis.Mul(α.Times(2)))
	out("a2", axis.Mul(fma(β, p.Const(2), α2)))
	out("v0", speed)
	out("v1", zero.Sub(speed.Mul(α)))
	out("v2", speed.Mul(α2.Sub(β)))
	out("i0", invAxis)
	out("i1", invAxis.Mul(α.Times(-2)))
	out("n0", rate)
	out("n1", rate.Mul(α.Times(-3)))

	// Longitude: all of it at the middle, its rate in the state's turn, the rest by q.
	t2 := t.Mul(t)
	long := t2.Mul(fma(t, fma(t, fma(t, row("l5"), row("l4")), row("l3")), row("l2")))
	long1 := t.Mul(fma(t, fma(t, fma(t, row("l5").Times(5), row("l4").Times(4)), row("l3").Times(3)), row("l2").Times(2)))
	long2 := fma(t, fma(t, fma(t, row("l5").Times(10), row("l4").Times(6)), row("l3").Times(3)), row("l2"))
	long3 := fma(t, fma(t, row("l5").Times(10), row("l4").Times(4)), row("l3"))
	long4 := fma(t, row("l5").Times(5), row("l4"))
	require(fma(abs(row("l5")), half, abs(long4)).Mul(half2).Mul(half2), 1e-12)
	out("l2", long2)
	out("l3", long3)
	mean := fma(row("anomalyDot"), t, row("anomaly"))
	latitude := mean.Add(fma(row("argpRate"), t, row("argp"))).Add(long)
	latitudeRate := row("anomalyDot").Add(row("argpRate")).Add(long1)
	sinCos := func(sin, cos string, angle value) (s, c value) {
		s, c = straight.SinCos(angle)
		out(sin, s)
		out(cos, c)
		return s, c
	}
	sinCos("sinM", "cosM", fma(row("anomalyDot"), first, mean))
	sinCos("turnMs", "turnMc", row("anomalyDot").Mul(step))
	sinCos("sinL", "cosL", fma(latitudeRate, first, latitude))
	sinCos("turnLs", "turnLc", latitudeRate.Mul(step))

	// Drag's turn from its value at the middle, and the argument there.
	drift := row("argpDrag").Mul(t)
	s, c := straight.SinCos(drift)
	out("bs", row("bc5").Mul(c))
	out("bc", row("bc5").Mul(s))
	sinW, _ := sinCos("sinW", "cosW", fma(row("argpRate"), t, row("argp")).Sub(drift))
	turn := fma(abs(row("argpDrag")), half, row("swing"))
	turnW := fma(abs(row("argpDot")), half, turn)
	b5 := abs(row("bc5"))
	require(b5.Mul(turn).Mul(turn).Mul(turn), 6e-12)
	require(turnW, 0.3)

	// Eccentricity, and what depends on its square, about the middle's.
	e0 := fma(row("bc5"), row("sinM0"), fnma(row("bc4"), t, row("ecc")))
	out("e0", e0)
	out("e1", zero.Sub(row("bc4")))
	spread := fma(abs(row("bc4")), half, b5)
	require(spread.Sub(e0), 0.0009)
	ecc := e0.Max(p.Const(1e-6))
	high := ecc.Add(spread)
	require(high, gridEccentricity)
	turnW2 := turnW.Mul(turnW)
	require(high.Mul(turnW).Mul(turnW2).Mul(turnW2), 1e-10)
	spread2 := spread.Mul(high.Add(ecc))
	require(spread2, 3e-5)
	square := ecc.Mul(ecc)
	linear := func(name0, name1 string, at, value0, slope value) {
		out(name0, fnma(slope, at, value0))
		out(name1, slope)
	}
	g := one.Sub(square).Inv()
	linear("g0", "g1", square, g, g.Mul(g))
	ip := invAxis.Mul(g)
	y := row("longA").Mul(ip)
	e2 := fma(y, fma(ecc.Times(2), sinW, y), square)
	spreadE := fma(abs(y).Times(2.1), fma(high, turnW, spread), spread2)
	require(spreadE, 1e-5)
	b := one.Sub(e2).Sqrt()
	w := one.Add(b).Inv()
	m := one.Sub(e2).Inv()
	// dβ/de² = −1/(2β), d(1/(1+β)) = 1/(2β (1+β)²), d(1/(1−e²)) = 1/(1−e²)²
	slope := b.Inv().Times(-0.5)
	linear("b0", "b1", e2, b, slope)
	linear("w0", "w1", e2, w, zero.Sub(slope.Mul(w).Mul(w)))
	hj := row("halfJ2").Mul(m)
	linear("m0", "m1", e2, hj, hj.Mul(m))

	// Latitude argument and node stay within a hundredth of their turning states.
	require(fma(abs(row("longL")).Times(1.01).Mul(ip), high.Add(abs(y)), fma(abs(long3), half3, abs(long2).Mul(half2))), 0.01)
	sinCos("sinO", "cosO", fma(fma(row("node2"), t, row("nodeDot")), t, row("node")))
	o1 := fma(row("node2").Times(2), t, row("nodeDot"))
	out("o1", o1)
	require(fma(abs(row("node2")), half2, abs(o1).Mul(half)), 0.01)

	// The lowest perigee stays above the ground.
	room := one.Sub(invAxis.Times(gridPerigee * 1.001))
	ok = straight.And(ok, e2.Add(spreadE).Sqrt().AtMost(room))
	for _, name := range begunRows {
		p.Out(name, written[name])
	}
	p.OutMask("ok", ok)
	return p
}
