package fleet

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// base returns the ledger's central values.
var base = sync.OnceValue(func() Params {
	var scenario struct{ Fleet Params }
	ledgertest.Chapter(&scenario)
	return scenario.Fleet
})

// aSatellite is a 120 kW satellite at 36 kW/t: within the independent band of
// 17 to 49 kW/t (Leitch, itkservices3.com, 2026-07-17).
func aSatellite() Design {
	return Design{ITWatts: 120e3, MassKg: 3300, ArrayW: 170e3, BusUSD: 1.5e6, ChipUSD: 3.6e6, PunctureRatePerYear: 0.01,
		H100e: [Products]float64{160, 160, 160}, FadePerYear: 0, LifeYears: 5, AvoidableUSDPerYear: 60e3}
}

func plenty(month int) Input {
	return Input{Month: month, WantSatellites: 1e9, ChipWatts: 1e12, Design: aSatellite(), PerFlight: 18, FlightsUp: 1000, FlightsAvailablePerYear: 12000,
		RevenueUSDPerH100eYear: [Products]float64{1e4, 1e4, 1e4}}
}
