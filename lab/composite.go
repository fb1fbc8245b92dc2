package lab

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// ces joins the three inputs.
type ces struct {
	productivity float64            // γ
	weight       [NumInputs]float64 // a_i, one together
	ρ, perρ      float64
}

func (c *ces) reset(p *Composite, productivity float64) {
	ρ := 1 - 1/float64(p.Elasticity)
	if math.Abs(ρ) < 1e-4 { // the limit, Cobb–Douglas, to a hundredth of a per cent
		ρ = math.Copysign(1e-4, ρ)
	}
	c.productivity, c.ρ, c.perρ = productivity, ρ, 1/ρ
	weights := float64(p.Compute + p.Data + p.Talent)
	c.weight = [NumInputs]float64{float64(p.Compute) / weights, float64(p.Data) / weights, float64(p.Talent) / weights}
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
	return power(within(ratio(people, frontier)), c.productivity)
}

// join puts the inputs together, each over the frontier's, and says which binds: that of
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
func (c *ces) join(compute, data, talent float64, out *Output) {
	out.Relative = [NumInputs]float64{compute, data, talent}
	var t [NumInputs]float64
	sum := 0.0
	for i := range t {
		t[i] = c.weight[i] * power(within(out.Relative[i]), c.ρ)
		sum += t[i]
	}
	out.Output = power(sum, c.perρ)
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
func within(x float64) float64 { return si.Lesser(si.Greater(x, least), 1/least) }

const least = 1e-6

// power is x^n for x above zero.
func power(x, n float64) float64 { return math.Exp(n * math.Log(x)) }
