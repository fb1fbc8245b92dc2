package market

import (
	"math"
	"sync"
	"testing"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

const dollarPerHour = hoursPerYear * si.DollarPerYear

// base returns the ledger's central values.
var base = sync.OnceValue(func() Params {
	var scenario struct{ Market Params }
	ledgertest.Chapter(&scenario)
	return scenario.Market
})

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

// cleared returns the prices of a month.
func cleared(m *Model, month int, blocks []Block, orbitShare [Products]float64) (out Prices) {
	m.Clear(month, blocks, &orbitShare, &out)
	return out
}
