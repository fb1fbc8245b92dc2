package fleet

import "github.com/dawndusk/dawndusk/si"

// base returns the ledger's central values.
func base() Params {
	const month = si.Month
	return Params{
		Factory:  Factory{Announced: 2027.5, Slip: 20 * month, Start: 1000 * si.TonnePerYear, Growth: 0.70 * si.PerYear, Cap: 300e3 * si.TonnePerYear},
		Cells:    Cells{Start: 0.1 * si.GigawattPerYear, Growth: 0.80 * si.PerYear, Cap: 100 * si.GigawattPerYear},
		Learning: Learning{Rate: 0.12, Start: 6000 * si.Tonne, Floor: 0.35, Others: 1200 * si.TonnePerYear},
		Licence:  Licence{Granted: 2027.5, Slots: 300e3},
		Pipeline: Pipeline{Integration: 4 * month, Campaign: 1 * month, Raise: 2 * month, Checkout: 1 * month, Buffer: 3 * month},
		Failure:  Failure{Infant: 0.025, Avionics: 0.02 * si.PerYear, Pump: 0.007 * si.PerYear},
		Partial: Partial{ChipGround: 0.04 * si.PerYear, ChipSpace: 1.7, ChipLoss: 1.1, StringRate: 0.05 * si.PerYear, StringShare: 0.03,
			TerminalRate: 0.06 * si.PerYear, TerminalShare: 0.05},
		Defect:  Defect{Chance: 0.10, Share: 0.25, Onset: 12 * month},
		Storm:   Storm{Rate: 0.004 * si.PerYear, Share: 0.05},
		Repair:  Repair{Share: 0, Cost: 0.5},
		Service: Service{Spares: 0.02, Patience: 6 * month, DisposalFailed: 0.02, Uncontrolled: 0.5},
	}
}

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
