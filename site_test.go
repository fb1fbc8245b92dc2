package dawndusk

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/si"
)

// The offer that a watt takes is the one that costs least when all are compared in
// full, whatever years and draws have made of them.
func TestVerif_SiteIsTheCheapest(t *testing.T) {
	c := load(t, "base")
	var e Enterprise
	var out Result
	taken := map[*ground.Offer]bool{}
	for draw := range 40 {
		s := c.Scenario
		s.Run.Horizon = si.Duration(7+6*draw) * si.Month
		e.Run(&s, NewChance(1).At(draw), &out)
		got, wait := e.site()
		k, lowest := s.Run.Headline, math.Inf(1)
		var want *ground.Offer
		for i := range e.ground.Offers() {
			o := &e.ground.Offers()[i]
			if !(o.YearsToPower < nobodyWaits) {
				continue
			}
			h, chipUSD, _ := e.chipsFor(e.generation(e.year+o.YearsToPower), o.ShellUSDPerITWatt)
			year := e.chipCRF*chipUSD + e.shellCRF*o.ShellUSDPerITWatt + o.USDPerITWattYear + o.OpexUSDPerITWattYear + o.TaxUSDPerITWattYear
			if hour := year / (h[k] * (1 - o.CurtailedShare) * e.terms.PriceAfter(int(k), o.YearsToPower)); hour < lowest {
				want, lowest = o, hour
			}
		}
		if wait == 0 { // room stands empty: every offer waits for nothing
			continue
		}
		if taken[got] = true; got != want {
			t.Errorf("draw %d: %v in %v is taken, not %v in %v", draw, got.Option, got.Region, want.Option, want.Region)
		}
	}
	if len(taken) < 3 {
		t.Errorf("%d offers were taken in all years: too few to tell", len(taken))
	}
}
