package main

import "github.com/dawndusk/dawndusk/orbit/internal/straight"

// kernel is a program with the rows it reads. The theory is that of gp.Propagator.At,
// in the order of a machine without branches; this file has what the kernels share.
type kernel struct {
	*straight.Program
	row func(string) value
}

// orbit is the mean orbit at a step, with the long periodics of J3.
type orbit struct {
	ax, ay     value // eccentricity times cosine and sine of the argument
	axis       value // km
	invAxis    value // 1/earth radii
	speed      value // km/s of √(1/a)
	rate       value // km/s of a^-1.5
	beta       value // β = √(1 − ax² − ay²)
	below      value // 1/(1 + β)
	k1         value // J2/2 over the semi-latus rectum
	sinO, cosO value // of a node near by
	nodeTurn   value // from there to the mean node, radians
}

// kepler is a solution of Kepler's equation E − ax sin E + ay cos E = u.
type kepler struct {
	sin, cos value // of E
	es       value // ax sin E − ay cos E
	den, inv value // 1 − ax cos E − ay sin E, and its inverse
	step     value // the last correction
}

// sines returns e cos E and e sin E in the components of the eccentricity.
func (o *orbit) sines(sin, cos value) (ec, es value) {
	return fma(o.ax, cos, o.ay.Mul(sin)), fnma(o.ay, cos, o.ax.Mul(sin))
}

// start returns a first w = E − u from e cos u, e sin u and 1/(1 − e cos u). The equation
// is w = es cos w + ec sin w, so, with w1 = es/(1 − ec),
//
//	w = w1 − w1³ (1/2 + ec/6)
//
// Source: the equation's series.
// Ignores: the fifth order of the eccentricity.
// Good to: 3e-6 at an eccentricity of 0.1.
// Needs: an eccentricity well below 1.
func (k *kernel) start(ec, es, inv value) value {
	w := es.Mul(inv)
	return fnma(w.Mul(w).Mul(w), fma(ec, k.Const(1.0/6), k.Const(0.5)), w)
}

// refine adds a step d of Newton's to E = u + w, with sine and cosine to the first order.
//
// Source: Newton.
// Ignores: d²/2.
// Good to: d².
// Needs: a start that makes d small.
func (k *kernel) refine(o *orbit, w, sin, cos value) kepler {
	one := k.Const(1)
	ec, es := o.sines(sin, cos)
	den := one.Sub(ec)
	inv := den.Inv()
	d := es.Sub(w).Mul(inv)
	a := kepler{sin: fma(d, cos, sin), cos: fnma(d, sin, cos), es: fma(d, ec, es), step: d}
	change := d.Mul(es)
	a.den = den.Add(change)
	a.inv = fnma(change.Mul(inv), inv, inv)
	return a
}

// state adds the short periodics of J2 and puts out position and velocity; it returns the
// radius in km. As AIAA 2006-6753, appendix B, but that the arctangent is not taken: sine and
// cosine of the latitude argument, node and inclination are turned by small angles.
func (k *kernel) state(o *orbit, a kepler) (radius value) {
	one, row := k.Const(1), k.row
	w := a.es.Mul(o.below)
	sinU := a.inv.Mul(fnma(o.ax, w, a.sin.Sub(o.ay)))
	cosU := a.inv.Mul(fma(o.ay, w, a.cos.Sub(o.ax)))
	twice := sinU.Add(sinU)
	sin2U, cos2U := twice.Mul(cosU), fnma(twice, sinU, one)

	k2 := o.k1.Mul(o.k1) // times 2/J2, which the rows have
	radius = fma(o.axis.Mul(a.den), fnma(k2.Mul(o.beta), row("con15"), one), row("hx").Mul(o.k1).Mul(cos2U))
	k2s, k2c := k2.Mul(sin2U), k2.Mul(cos2U)
	s, c := straight.SmallSinCos(row("mx7").Mul(k2s), 2, 2)
	sinu, cosu := straight.Rotate(sinU, cosU, s, c)
	s, c = straight.SmallSinCos(fma(row("cin"), k2s, o.nodeTurn), 2, 3)
	sinO, cosO := straight.Rotate(o.sinO, o.cosO, s, c)
	s, c = straight.SmallSinCos(row("cis").Mul(k2c), 2, 2)
	sini, cosi := straight.Rotate(row("sini"), row("cosi"), s, c)

	n := o.rate.Mul(o.k1)
	v := o.speed.Mul(a.inv)
	outward := fnma(n, row("x1mth2").Mul(sin2U), v.Mul(a.es))
	along := fma(n, fma(row("x1mth2"), cos2U, row("c15")), v.Mul(o.beta))

	mx, my := sinO.Mul(cosi), cosO.Mul(cosi)
	ux, uy, uz := fnma(mx, sinu, cosO.Mul(cosu)), fma(my, sinu, sinO.Mul(cosu)), sini.Mul(sinu)
	k.Out("x", radius.Mul(ux))
	k.Out("y", radius.Mul(uy))
	k.Out("z", radius.Mul(uz))
	vx, vy, vz := fma(mx, cosu, cosO.Mul(sinu)), fnma(sinO, sinu, my.Mul(cosu)), sini.Mul(cosu) // vx with its sign turned
	k.Out("vx", fnma(along, vx, outward.Mul(ux)))
	k.Out("vy", fma(outward, uy, along.Mul(vy)))
	k.Out("vz", fma(outward, uz, along.Mul(vz)))
	return radius
}
