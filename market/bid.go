package market

import "math"

// lowestLn is the logarithm of the least price considered, 10⁻⁴ $/h.
var lowestLn = math.Log(1e-4)

// demand is what buyers want in one month, in hours of capacity a year. A
// product's own elasticity holds until its buyers' purse is the limit:
//
//	q(λ) = 1 / ( 1/(e^b λ^−ε) + λ/M )
//
// so that spending λ q approaches M from below.
type demand struct {
	b          [Products]float64 // ln of hours wanted at 1 $/h
	elasticity [Products]float64
	perLimit   [Products]float64 // 1/M, yr/$
}

// bid is demand at one price. It is kept from month to month, so that the next is
// a small step away.
type bid struct {
	x, price   float64           // ln λ and λ
	ln, free   [Products]float64 // ln of the hours wanted if money were no limit, and those hours
	q          [Products]float64 // hours wanted
	total      float64           // Σq
	fall, bend float64           // −dΣq/dx and d²Σq/dx², where the bid was before a last nudge
}

// fill fills in demand at the price e^x.
func (d *demand) fill(o *bid, x float64) {
	o.x, o.price = x, math.Exp(x)
	for p := range o.free {
		o.ln[p] = d.b[p] - d.elasticity[p]*x
		o.free[p] = math.Exp(o.ln[p])
	}
	o.sum(d)
}

// move takes a bid to another price, and to the month's demand. Small steps, which
// are nearly all, go by multiplication with the series of the exponential.
func (o *bid) move(d *demand, x float64) {
	ln0, ln1, ln2 := d.b[0]-d.elasticity[0]*x, d.b[1]-d.elasticity[1]*x, d.b[2]-d.elasticity[2]*x
	step, step0, step1, step2 := x-o.x, ln0-o.ln[0], ln1-o.ln[1], ln2-o.ln[2]
	if !isSmall(step) || !isSmall(step0) || !isSmall(step1) || !isSmall(step2) {
		d.fill(o, x)
		return
	}
	o.x, o.ln[0], o.ln[1], o.ln[2] = x, ln0, ln1, ln2
	o.price *= expSmall(step)
	o.free[0] *= expSmall(step0)
	o.free[1] *= expSmall(step1)
	o.free[2] *= expSmall(step2)
	o.sum(d)
}

// nudge takes a bid a little further at the same demand, to where it is to stay.
func (o *bid) nudge(d *demand, step float64) {
	o.x += step
	o.price *= expSmall(step)
	o.nudgeProduct(d, 0, step)
	o.nudgeProduct(d, 1, step)
	o.nudgeProduct(d, 2, step)
	o.total = o.q[0] + o.q[1] + o.q[2]
}

func (o *bid) nudgeProduct(d *demand, p int, step float64) {
	z := -d.elasticity[p] * step
	o.ln[p] += z
	o.free[p] *= expSmall(z)
	o.q[p] = o.free[p] / (1 + o.free[p]*o.price*d.perLimit[p])
}

// small is the largest step for which expSmall is good to 4e-12; steps add up for four
// years at most, and most are a tenth of this.
const small = 0.08

func isSmall(z float64) bool { return z < small && z > -small }

// expSmall is e^z by its series.
func expSmall(z float64) float64 {
	y := z * z
	return 1 + z + y*((1./2+z*(1./6))+y*((1./24+z*(1./120))+y*(1./720)))
}

// lnRatio is ln(a/b); near 1 the series of the inverse hyperbolic tangent is as
// exact and quicker.
func lnRatio(a, b float64) float64 {
	z := (a - b) / (a + b)
	if !(z <= 0.02 && z >= -0.02) {
		return math.Log(a / b)
	}
	y := z * z
	return 2 * z * (1 + y*(1./3+y*(1./5+y*(1./7))))
}

// wants returns the hours a product's buyers want, the elasticity with which they
// want them, purse and all, and how fast that changes with ln λ.
func wants(free, ε, purse float64) (q, e, change float64) {
	part := 1 / (1 + purse)
	e = (ε + purse) * part
	return free * part, e, (1 - ε) * (1 - ε) * purse * part * part
}

func (o *bid) sum(d *demand) {
	q0, e0, c0 := wants(o.free[0], d.elasticity[0], o.free[0]*o.price*d.perLimit[0])
	q1, e1, c1 := wants(o.free[1], d.elasticity[1], o.free[1]*o.price*d.perLimit[1])
	q2, e2, c2 := wants(o.free[2], d.elasticity[2], o.free[2]*o.price*d.perLimit[2])
	o.q[0], o.q[1], o.q[2] = q0, q1, q2
	o.total = q0 + q1 + q2
	o.fall = q0*e0 + q1*e1 + q2*e2
	o.bend = q0*(e0*e0-c0) + q1*(e1*e1-c1) + q2*(e2*e2-c2)
}
