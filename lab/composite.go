package lab

import "math"

// ces joins the three inputs. What a month changes little is carried on from the
// month before.
type ces struct {
	people power            // of the staff over the frontier's
	input  [NumInputs]power // a_i X_i^ρ
	sum    power            // of these, to the power 1/ρ
}

func (c *ces) reset(p *Composite, productivity float64) {
	ρ := 1 - 1/float64(p.Elasticity)
	if math.Abs(ρ) < 1e-4 { // the limit, Cobb–Douglas, to a hundredth of a per cent
		ρ = math.Copysign(1e-4, ρ)
	}
	c.people.reset(1, productivity)
	weights := float64(p.Compute + p.Data + p.Talent)
	for i, w := range [NumInputs]float64{float64(p.Compute), float64(p.Data), float64(p.Talent)} {
		c.input[i].reset(w/weights, ρ)
	}
	c.sum.reset(1, 1/ρ)
}

// efficiency is what the staff makes of a FLOP against the frontier's.
//
//	η = (T/T_f)^γ
//
// It multiplies training compute: fewer people find fewer of the improvements that
// make a FLOP go further.
//
// Source: REFERENCE A3, productivity as a power of staff.
// Ignores: who they are; that improvements leak from one laboratory to the next.
// Good to: not measured; γ is assumed.
// Needs: the frontier's staff above zero.
func (c *ces) efficiency(people, frontier float64) float64 {
	return c.people.of(within(ratio(people, frontier)))
}

// month joins the inputs, each over the frontier's, and says which binds: that of
// which a hundredth more would add most.
//
//	Y = (Σ a_i X_i^ρ)^(1/ρ)      ∂ln Y/∂ln X_i = a_i X_i^ρ / Σ a_j X_j^ρ,   ρ = 1 − 1/σ
//
// X are FLOP of the largest run, tokens as good as human text, and heads.
//
// Source: REFERENCE A5, which calls it a modelling choice; Arrow and others 1961
// for the form.
// Ignores: what a hundredth more of each would cost; that weights change.
// Good to: not measured: no study gives σ or a for laboratories, both are assumed, and
// with them which binds: doc/model/lab.md says over how much of their ranges.
// Needs: weights above zero.
func (c *ces) month(compute, data, talent float64, out *Output) {
	out.Relative = [NumInputs]float64{compute, data, talent}
	var t [NumInputs]float64
	sum := 0.0
	for i := range t {
		t[i] = c.input[i].of(within(out.Relative[i]))
		sum += t[i]
	}
	out.Output = c.sum.of(sum)
	most := -1.0
	for i := range t {
		gain := t[i] / sum
		out.GainByPercent[i] = 0.01 * gain
		if gain > most {
			most, out.Binds = gain, Bound(i)
		}
	}
}

// within holds a ratio to what can be raised to a power without end.
func within(x float64) float64 { return min(max(x, 1e-6), 1e6) }

// power is a·x^n, carried on from the x before by a series where x moves little.
type power struct{ n, x, y float64 }

func (p *power) reset(a, n float64) { *p = power{n: n, x: 1, y: a} }

// of returns a·x^n.
//
// Source: ln r = 2 (z + z³/3 + z⁵/5 + …), z = (r−1)/(r+1), and that of e^d.
// Ignores: nothing.
// Good to: 1e-11 after 240 months, TestVerif_Power.
// Needs: x above zero.
func (p *power) of(x float64) float64 {
	if x == p.x {
		return p.y
	}
	z := (x - p.x) / (x + p.x)
	var d float64
	if z*z < 4e-4 {
		w := z * z
		d = 2 * p.n * z * (1 + w*(1./3+w*(1./5+w*(1./7))))
	} else {
		d = p.n * math.Log(x/p.x)
	}
	if d*d < 2.5e-3 {
		p.y *= 1 + d*(1+d*(1./2+d*(1./6+d*(1./24+d*(1./120+d*(1./720))))))
	} else {
		p.y *= math.Exp(d)
	}
	p.x = x
	return p.y
}
