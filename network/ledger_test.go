package network

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

// Nothing is infinite or undefined with any inputs at the ends of their limits
// or of their ranges.
func TestVerif_LimitsAreFinite(t *testing.T) {
	var scenario struct{ Network Params }
	book := ledgertest.Chapter(&scenario)
	p, leaves := &scenario.Network, ledger.Leaves(&scenario)
	state := uint64(99)
	for range 2000 {
		for i := range book.Rows {
			row := &book.Rows[i]
			l := leaves[row.Leaf]
			if l.Float == nil {
				continue
			}
			state = state*6364136223846793005 + 1442695040888963407
			*l.Float = [...]float64{row.Value, row.Low, row.High, row.Min, row.Max}[(state>>33)%5]
		}
		checkFinite(t, p)
	}
}

func checkFinite(t *testing.T, p *Params) {
	t.Helper()
	for _, formation := range []Formation{Spread, Cluster} {
		p.Formation = formation
		for _, watts := range []si.ITPower{0, 1, 150e3, 1e9} {
			for _, h100e := range []float64{0, 1e-3, 0.1} {
				c := Orbit(p, watts, [3]float64{h100e, h100e, h100e}, 650*si.Kilometre)
				values := []float64{c.LinkGbps, c.GatewayUSDPerITWattYear, c.LatencyMs, c.Goodput[0], c.Goodput[1], c.Goodput[2], c.Share[0], c.Share[1], c.Share[2]}
				for i, v := range values {
					if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 || i > 2 && v > 1 {
						t.Fatalf("%+v with %+v", c, *p)
					}
				}
			}
		}
	}
}
