package finance

import (
	"math"
	"sync"
	"testing"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// base returns the ledger's central values.
var base = sync.OnceValue(func() Params {
	var scenario struct{ Finance Params }
	ledgertest.Chapter(&scenario)
	return scenario.Finance
})

// fall is the price decline of the ledger's market rows at the start of 2026.
var fall = [Products]float64{0.22, 0.22, 0.22}

// ground returns the bill of a ground watt: chips 31 $/W, shell 12 $/W, power at
// 97.7 $/MWh and PUE 1.15, by the figures of Epoch AI (data-centre cost
// breakdown, 2026) and the US Energy Information Administration (July 2026).
func ground() Cohort {
	c := Cohort{StartYears: 2. / 12, LifeYears: 5, HazardPerYear: 0.02, HoursPerWattYear: [Products]float64{4, 4, 4}}
	c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: 31, EndUSDPerW: -0.08 * 31, PerSurvivor: true})
	c.Add(Item{Line: LineShell, Class: ShellClass, UpfrontUSDPerW: 12, AssetLifeYears: 15})
	c.Add(Item{Line: LineElectricity, PerYearUSDPerW: 97.7 * 8.766e-3 * 1.15, PerSurvivor: true})
	c.Add(Item{Line: LineOperations, PerYearUSDPerW: 0.3})
	return c
}

// orbit returns the bill of an orbital watt at 40 $ in all, the figure of D. Leitch
// (ITK Services, 2026): the same chips, bus and launch for 9 $, nine months from
// payment to revenue.
func orbit() Cohort {
	c := Cohort{StartYears: 9. / 12, LifeYears: 5, HazardPerYear: 0.04, FadePerYear: 0.02, HoursPerWattYear: [Products]float64{1, 3.4, 3}}
	c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: 31})
	c.Add(Item{Line: LineBus, Class: SatelliteClass, UpfrontUSDPerW: 5, AtYears: 0.25})
	c.Add(Item{Line: LineLaunch, Class: SatelliteClass, UpfrontUSDPerW: 4, AtYears: 0.5})
	c.Add(Item{Line: LineOperations, PerYearUSDPerW: 0.5, PerSurvivor: true})
	c.Add(Item{Line: LineDisposal, EndUSDPerW: 0.1, PerSurvivor: true})
	return c
}

func near(t *testing.T, what string, got, want, relative float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > relative*math.Abs(want) {
		t.Errorf("%s = %.8g, want %.8g within %g", what, got, want, relative)
	}
}
