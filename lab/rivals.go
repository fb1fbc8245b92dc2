package lab

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// rivals are the other laboratories.
type rivals struct {
	h100e    [NumRivals]float64
	spending [NumRivals]float64 // $ a month that becomes compute this month
	lnGrow   [NumRivals]float64 // of it in a month, before it fades
	wait     float64            // months until spending of mid-2026 is at work
	fade     float64            // e^(−t/τ) of what has come to work
	step     float64
	kept     float64 // share of compute that outlives a month
	most     float64

	largest, total float64 // of compute
	limited        bool    // by the world's, this month
}

func (r *rivals) reset(p *Rivals) {
	*r = rivals{fade: 1, most: float64(p.MostShare)}
	r.wait = 6 + p.Lead.SI()/secondsPerMonth
	r.step = math.Exp(-secondsPerMonth / p.Fade.SI())
	r.kept = 1 - min(1, secondsPerMonth/p.Life.SI())
	for i, one := range [NumRivals]*Rival{&p.OpenAI, &p.Anthropic, &p.Google, &p.Meta} {
		r.h100e[i] = one.Start.SI()
		r.lnGrow[i] = float64(p.Realised) * math.Log1p(one.Growth.In(si.PerYear)) / 12
		r.spending[i] = one.Spending.In(si.DollarPerYear) / 12 * math.Exp(-r.lnGrow[i]*r.wait)
	}
}

// offered is what a month's input holds for rivals: how much compute a dollar buys, and
// how much of it there is for them.
func (r *rivals) offered(in *Input, ground float64) (perUSD, room float64) {
	if in.USDPerH100e > 0 {
		perUSD = below(in.RivalSpending, 100) / in.USDPerH100e
	}
	return perUSD, r.most * positive(positive(in.WorldH100e)-ground)
}

// month lets rivals buy compute with what they announced.
//
// Spending S becomes compute after a lead; its growth is announced as g, of which
// the share ω arrives, and fades. Compute C wears out over a life, and what all
// of them hold is bounded by what the world has beside the group's:
//
//	ln S' = ω ln(1+g) e^(−t/τ)      C' = S/(price) − C/life
//	Σ C ≤ m (world − group)
//
// Source: derived; announced spending is HYP and OAIMEM, stocks are Epoch AI's.
// Ignores: that rivals rent from one another and from the group, and trade chips for
// better ones; who pays. What they lack when they are bounded is shared in proportion.
// Good to: not measured; OpenAI's spending adds up to what was announced,
// TestVal_AnnouncedSpending.
// Needs: a life and a fade above zero.
func (r *rivals) month(perUSD, room float64) {
	var bought [NumRivals]float64
	held, add := 0.0, 0.0
	for i := range bought {
		δ := r.lnGrow[i] * r.fade
		r.spending[i] = below(r.spending[i]*(1+δ*(1+δ*(1./2+δ*(1./6)))), 1e18)
		r.h100e[i] *= r.kept
		bought[i] = r.spending[i] * perUSD
		held += r.h100e[i]
		add += bought[i]
	}
	if r.wait -= 1; r.wait < 0 {
		r.fade *= r.step
	}
	keep, take := 1.0, 1.0
	if r.limited = held+add > room; r.limited {
		if held > room {
			keep, take = room/held, 0
		} else {
			take = (room - held) / add
		}
	}
	r.largest, r.total = 0, 0
	for i := range bought {
		h := r.h100e[i]*keep + bought[i]*take
		r.h100e[i] = h
		r.total += h
		if h > r.largest {
			r.largest = h
		}
	}
}
