package launch

import (
	"math"
	"testing"
)

// What is spent is what flights are said to cost, only earlier: over twenty years of
// steady orders the builds paid differ from the builds worn by the stock that stands
// at the end, valued new, and by the luck of a month.
func TestVerif_SpendingIsCost(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p, deploy, none)
	var l Lift
	towers := 0
	var spent, worn, flights, cost float64
	for i := range 240 {
		m.Month(i, Order{Target: Inclined, Flights: 30}, Chance{0.5, 0.5, 0.5, 0.5}, &l)
		if i < recordedMonths {
			towers = l.Towers
			continue
		}
		var s Spending
		m.Spending(&l, towers, &s)
		towers = l.Towers
		for _, usd := range []float64{s.BuildUSD, s.TowersUSD, s.FlightsUSD, s.FixedUSD, s.DevelopmentUSD} {
			if usd < 0 || math.IsNaN(usd) || math.IsInf(usd, 0) {
				t.Fatalf("month %d: %+v", i, s)
			}
		}
		x, n := &l.CostLinesUSD, float64(l.Flights)
		spent += s.BuildUSD
		worn += n * (x[ShipLine] + x[BoosterLine])
		flights += s.FlightsUSD
		cost += n * (x[RefurbishmentLine] + x[PropellantLine] + x[OperationsLine])
	}
	if math.Abs(flights-cost) > 1e-9*cost {
		t.Errorf("flights: %v spent, %v told", flights, cost)
	}
	stock := m.now.size * (float64(l.Ships)*m.ships.build.value + float64(l.Boosters)*m.boosters.build.value)
	if spent < worn*0.8 || spent > worn*1.2+stock {
		t.Errorf("%v spent on building, %v worn, %v in stock", spent, worn, stock)
	}
	t.Logf("built for %.3g $, worn for %.3g, stock of %.3g", spent, worn, stock)
}
