package dawndusk

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/finance"
)

// A bill's hour is the year's in the result, by whatever boundary it is added up;
// a side without a bill costs without end; and boundaries rise to the whole.
func TestVerif_BillsAreTheResults(t *testing.T) {
	for _, name := range Shipped() {
		c := load(t, name)
		var e Enterprise
		var whole Result
		e.Run(&c.Scenario, EvenChance(), &whole)
		for _, year := range []int{2028, LadderYear} {
			bills, err := c.Bills(year)
			if err != nil {
				t.Fatal(err)
			}
			y := &whole.Years[year-firstYear]
			for side, want := range [NumSides]float64{y.OrbitUSDPerHour[c.Scenario.Run.Headline], y.GroundUSDPerHour[c.Scenario.Run.Headline]} {
				side := Side(side)
				full := bills.Cost(side, finance.GPUHour, finance.View{}, finance.UpTo(finance.Finance))
				if math.IsInf(want, 1) {
					if !math.IsInf(full, 1) {
						t.Errorf("%s, %v, %d: %g $/h of what cannot be had", name, side, year, full)
					}
					continue
				}
				if math.Abs(full-want) > 1e-9*want {
					t.Errorf("%s, %v, %d: %.12g $/h, not %.12g", name, side, year, full, want)
				}
				for _, interest := range []finance.Interest{finance.Apart, finance.Within, finance.None} {
					for m := range finance.NumMetrics {
						before := 0.0
						for r := range finance.NumRungs {
							v := bills.Cost(side, m, finance.View{Interest: interest}, finance.UpTo(r))
							if math.IsNaN(v) {
								t.Errorf("%s, %v, %d: %v up to %v is no number", name, side, year, m, r)
							}
							if m != finance.NPV && r < finance.Finance && v < before && side == Orbit {
								t.Errorf("%s, %v, %d, interest %v: %v up to %v is %g, less than the %g before", name, side, year, interest, m, r, v, before)
							}
							before = v
						}
					}
				}
			}
		}
	}
	c := load(t, "base")
	for _, year := range []int{1900, 2025, 2200} {
		if _, err := c.Bills(year); err == nil {
			t.Errorf("%d has bills", year)
		}
	}
}
