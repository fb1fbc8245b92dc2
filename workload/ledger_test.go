package workload

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// Nothing is infinite or undefined with any inputs at the ends of their limits
// or of their ranges.
func TestVerif_LimitsAreFinite(t *testing.T) {
	var scenario struct{ Workload Params }
	ledgertest.Shake(&scenario, 2000, func() { checkFinite(t, &scenario.Workload) })
}

func checkFinite(t *testing.T, p *Params) {
	t.Helper()
	finite := func(what string, values ...float64) {
		for _, v := range values {
			if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
				t.Fatalf("%s: %v with %+v", what, values, *p)
			}
		}
	}
	for _, year := range []float64{1990, 2024, 2027.2, 2035, 2066} {
		g := p.Generation(year)
		finite("generation", g.H100ePerITWatt[0], g.H100ePerITWatt[1], g.H100ePerITWatt[2], g.USDPerITWatt, g.MarginShare, g.OwnUSDPerITWatt,
			g.SpaceUSDPerITWatt, float64(g.MassPerITPower))
	}
	for product := range Product(NumProducts) {
		finite("waterfall", Delivered(GroundWaterfall(p, product)), Delivered(OrbitWaterfall(p, product, Orbit{1, 1, [NumProducts]float64{1, 1, 1}, 100, 1e9})),
			Delivered(OrbitWaterfall(p, product, Orbit{})))
	}
	var pool Pool
	pool.Reset(p)
	for month := range 480 {
		m, o := pool.Month(pool.RateW(month))
		g := pool.Take(1e8, 1e10)
		finite("pool", m, o, g.GroupW, g.GroupOwnW, g.RestW, pool.MerchantStockW, pool.OwnStockW, pool.MadeW, pool.UsedW)
	}
}
