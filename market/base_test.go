package market

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

const dollarPerHour = hoursPerYear * si.DollarPerYear

// base returns the central values of the ledger.
func base() Params {
	return Params{
		StartPrice:    1.8 * dollarPerHour,
		HighestBid:    12 * dollarPerHour,
		SpendingLimit: 5e12 * si.DollarPerYear,
		GrowthFade:    4 * si.Year,
		LongRunGrowth: 0.08 * si.PerYear,
		DeclineFade:   6 * si.Year,
		Training:      Demand{SpendingShare: 0.30, Growth: 0.95 * si.PerYear, Elasticity: 1.2, PriceFall: 0.22 * si.PerYear},
		Batch:         Demand{SpendingShare: 0.30, Growth: 1.20 * si.PerYear, Elasticity: 1.5, PriceFall: 0.22 * si.PerYear},
		Inference:     Demand{SpendingShare: 0.40, Growth: 1.30 * si.PerYear, Elasticity: 1.35, PriceFall: 0.22 * si.PerYear},
	}
}

// world is the stock at the start of 2026: Epoch AI counts 13.7 million NVIDIA H100
// equivalents and 3.8 million in TPUs (AI chip counts, 2026-04-22, CC-BY); with the
// others about 20 million, of which 60 % of hours are sold, in six vintages.
func world(scale float64) []Block {
	const hours = 20e6 * 0.6 * hoursPerYear
	var b []Block
	for i, share := range []float64{0.02, 0.05, 0.10, 0.20, 0.28, 0.35} {
		h := share * hours * scale
		b = append(b, Block{AvoidableUSDPerHour: 0.6 - 0.09*float64(i), HoursPerYear: [Products]float64{h, h, h}})
	}
	return b
}

func near(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > relative*math.Abs(want) {
		t.Errorf("%s = %.8g, want %.8g within %g", what, got, want, relative)
	}
}
