package lab

import "math"

// ces joins the three inputs.
type ces struct {
	lnWeight [NumInputs]float64
	ρ, perρ  float64
	γ        float64
}

func (c *ces) reset(p *Composite, productivity float64) {
	sum := float64(p.Compute + p.Data + p.Talent)
	for i, w := range [NumInputs]float64{float64(p.Compute), float64(p.Data), float64(p.Talent)} {
		c.lnWeight[i] = math.Log(w / sum)
	}
	c.ρ = 1 - 1/float64(p.Elasticity)
	if math.Abs(c.ρ) < 1e-4 { // the limit, Cobb–Douglas, within rounding
		c.ρ = math.Copysign(1e-4, c.ρ)
	}
	c.perρ = 1 / c.ρ
	c.γ = productivity
}

// lnStaff is the logarithm of what the staff is worth against the frontier's.
//
//	X_T = (T/T_f)^γ
//
// Source: REFERENCE A3. It multiplies training compute too: fewer people find
// fewer of the improvements that make a FLOP go further.
// Ignores: who they are; that improvements leak from one laboratory to the next.
// Good to: not measured; γ is assumed.
// Needs: the frontier's staff above zero.
func (c *ces) lnStaff(people, frontier float64) float64 {
	if c.γ == 0 {
		return 0
	}
	return c.γ * math.Log(math.Max(ratio(people, frontier), 1e-9))
}

// month joins the inputs, each over the frontier's, and says which binds: that of
// which a hundredth more would add most.
//
//	Y = (Σ a_i X_i^ρ)^(1/ρ)      ∂ln Y/∂ln X_i = a_i X_i^ρ / Σ a_j X_j^ρ,   ρ = 1 − 1/σ
//
// for people times γ, since T is what can be had more of.
//
// Source: REFERENCE A5, which calls it a modelling choice; Solow 1956 for the form.
// Ignores: that the weights would change with technology.
// Good to: not measured: no study gives σ or a for laboratories, both are assumed.
// Needs: weights above zero.
func (c *ces) month(compute, data, lnStaff float64, out *Output) {
	ln := [NumInputs]float64{math.Log(math.Max(compute, 1e-9)), math.Log(math.Max(data, 1e-9)), lnStaff}
	var t [NumInputs]float64
	top := math.Inf(-1)
	for i := range t {
		t[i] = c.lnWeight[i] + c.ρ*ln[i]
		top = math.Max(top, t[i])
	}
	sum := 0.0
	for i := range t {
		t[i] = math.Exp(t[i] - top)
		sum += t[i]
	}
	out.Output = math.Exp((top + math.Log(sum)) * c.perρ)
	out.Relative = [NumInputs]float64{compute, data, out.Efficiency}
	most := -1.0
	for i := range t {
		gain := t[i] / sum
		if Bound(i) == ByTalent {
			gain *= c.γ
		}
		out.GainByPercent[i] = 0.01 * gain
		if gain > most {
			most, out.Binds = gain, Bound(i)
		}
	}
}
