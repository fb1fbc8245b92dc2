package dawndusk

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/launch"
)

func TestVerif_SizeIsTheChains(t *testing.T) {
	c, err := Load("base")
	if err != nil {
		t.Fatal(err)
	}
	for _, year := range []int{2026, 2030, 2045} {
		for target := launch.DawnDusk; target < launch.NumTargets; target++ {
			z, err := c.Size(target, year)
			if err != nil {
				t.Fatal(err)
			}
			var mass, area, power, cost float64
			for _, l := range z.Budget.Lines {
				mass, area, power, cost = mass+l.MassKg, area+l.AreaM2, power+l.PowerW, cost+l.CostUSD
			}
			total := z.Budget.Total
			for _, sum := range [][2]float64{{mass, total.MassKg}, {area, total.AreaM2}, {power, total.PowerW}, {cost, total.CostUSD}} {
				if math.Abs(sum[0]-sum[1]) > 1e-9*sum[1] {
					t.Errorf("%d: lines add up to %v, not %v", year, sum[0], sum[1])
				}
			}
			if float64(int(z.PerFlight)) != z.PerFlight || z.PerFlight > z.ByMass || z.PerFlight > z.ByVolume {
				t.Errorf("%d: %v a flight of %v by mass and %v by volume", year, z.PerFlight, z.ByMass, z.ByVolume)
			}
		}
	}
	for _, year := range []int{2025, 2100} {
		if _, err := c.Size(launch.DawnDusk, year); err == nil {
			t.Errorf("sized a satellite of %d", year)
		}
	}
}
