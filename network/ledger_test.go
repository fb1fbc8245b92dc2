package network

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

// Nothing is infinite or undefined with any inputs at the ends of their limits
// or of their ranges.
func TestVerif_LimitsAreFinite(t *testing.T) {
	var scenario struct{ Network Params }
	ledgertest.Shake(&scenario, 2000, func() { checkFinite(t, &scenario.Network) })
}

func checkFinite(t *testing.T, p *Params) {
	t.Helper()
	for _, formation := range []Formation{Spread, Cluster} {
		p.Formation = formation
		for _, watts := range []si.ITPower{0, 1, 150e3, 1e9} {
			for _, h100e := range []float64{0, 1e-3, 0.1} {
				c := Orbit(p, watts, [3]float64{h100e, h100e, h100e}, 650*si.Kilometre)
				values := []float64{c.LinkGbps, c.TerminalW, c.GatewayUSDPerITWattYear, c.LatencyMs, c.Goodput[0], c.Goodput[1], c.Goodput[2], c.Share[0], c.Share[1], c.Share[2]}
				for i, v := range values {
					if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 || i > 3 && v > 1 {
						t.Fatalf("%+v with %+v", c, *p)
					}
				}
			}
		}
	}
}
