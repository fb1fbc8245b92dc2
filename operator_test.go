package dawndusk

import (
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// What each policy orders, in every month of twenty draws: the hurdle never what
// is expected to lose, the announced plan whatever it loses, the strategic policy
// no more losses than its budget.
func TestVerif_Policies(t *testing.T) {
	c := load(t, "base")
	var losing, ordered [NumPolicies]int
	var made [NumPolicies]float64
	for policy := range NumPolicies {
		for draw := range 20 {
			s := drawScenario(c, 1, draw)
			s.Operator.Policy = policy
			s.Operator.HurdleMargin = 0.1
			lossBudget, lost := 0.0, 0.0
			var before Enterprise
			watch(s, NewChance(1).At(draw), new(Result), func(e *Enterprise, p *plan, g *grant) {
				if e.month >= History && e.year >= float64(s.Operator.Plan.FirstYear) && e.year < float64(s.Operator.Plan.FirstYear)+s.Operator.LossYears.In(si.Year) {
					lossBudget += s.Operator.LossShare.SI() * e.budget.Plan()
				}
				made[policy] += e.built.Made
				npv := e.orbit[p.target].npvUSDPerW(&before.prices.USDPerHour)
				before.prices = e.prices
				if !(p.orbitW > 0) {
					return
				}
				ordered[policy]++
				bill := e.orbit[p.target].BillUSDPerW
				if npv < 0 {
					losing[policy]++
				}
				inLossYears := policy == Strategic && e.year < float64(s.Operator.Plan.FirstYear)+s.Operator.LossYears.In(si.Year)
				if policy == Hurdle && npv < 0.1*bill {
					t.Errorf("draw %d, month %d: ordered at %v $/W of a bill of %v, below the margin", draw, e.month, npv, bill)
				}
				if policy == Strategic && !inLossYears && npv < 0.1*bill {
					t.Errorf("draw %d, month %d: losses after the years of losses", draw, e.month)
				}
				if inLossYears && npv < 0 {
					lost -= npv * e.built.ChipWattsUsed
					// The month's losses are charged at the price that clears it, which may
					// be below the one they were decided on.
					if lost > lossBudget*1.05 {
						t.Errorf("draw %d, month %d: %v $ lost of a budget of %v", draw, e.month, lost, lossBudget)
					}
				}
			})
		}
	}
	if losing[Announced] == 0 {
		t.Error("the announced plan never ordered at a loss: nothing shows that it ignores it")
	}
	if ordered[Strategic] == 0 || ordered[Announced] == 0 {
		t.Errorf("months with orders by policy: %v: some were not tested", ordered)
	}
	if made[Hurdle] > made[Announced] {
		t.Errorf("satellites by policy %v: the hurdle builds more than the plan", made)
	}
}

// The announced plan orders the same whatever an hour is expected to earn.
func TestVerif_AnnouncedIgnoresProfit(t *testing.T) {
	c := load(t, "base")
	s := c.Scenario
	s.Operator.Policy = Announced
	orders := func(s *Scenario) (months int) {
		watch(s, EvenChance(), new(Result), func(e *Enterprise, p *plan, _ *grant) {
			if p.orbitW > 0 {
				months++
			}
			if p.limit == LimitNotWorthIt || p.limit == LimitLossBudget {
				t.Errorf("month %d: %v", e.month, p.limit)
			}
		})
		return months
	}
	if rich := orders(&s); rich == 0 {
		t.Error("nothing ordered")
	}
	s.Market.StartPrice /= 10
	if poor := orders(&s); poor == 0 {
		t.Error("nothing ordered once prices are low")
	}
}

// A hurdle that nothing clears orders nothing, and one far below ground orders.
func TestVerif_HurdleMoves(t *testing.T) {
	s := load(t, "base").Scenario
	s.Operator.Policy = Hurdle
	built := func(margin si.Ratio) float64 {
		s.Operator.HurdleMargin = margin
		var out Result
		new(Enterprise).Run(&s, EvenChance(), &out)
		return out.Satellites.Made
	}
	none, some := built(100), built(-10)
	if none != 0 || !(some > 0) {
		t.Errorf("a hurdle of 100 builds %v satellites, none at all %v", none, some)
	}
}
