package ground

import "github.com/dawndusk/dawndusk/si"

const rate = 0.07 // real yearly rate of power assets in these tests

func gw(x float64) si.PowerRate         { return si.PowerRate(x) * si.GigawattPerYear }
func pct(x float64) si.Rate             { return si.Rate(x/100) * si.PerYear }
func yr(x float64) si.Duration          { return si.Duration(x) * si.Year }
func mwh(x float64) si.USDPerEnergy     { return si.USDPerEnergy(x) * si.DollarPerMegawattHour }
func usdW(x float64) si.USDPerWatt      { return si.USDPerWatt(x) * si.DollarPerWatt }
func heat(x float64) si.EnergyPerEnergy { return si.EnergyPerEnergy(x / 3600) } // kJ/kWh

// base holds the ledger's central values.
func base() *Params {
	return &Params{
		Grid: GridParams{
			US:                 GridRegion{Price: mwh(97.7), Wait: yr(4), Addable: gw(4.5)},
			Gulf:               GridRegion{Price: mwh(55), Wait: yr(2.5), Addable: gw(0.7)},
			Nordics:            GridRegion{Price: mwh(60), Wait: yr(4), Addable: gw(1)},
			Asia:               GridRegion{Price: mwh(85), Wait: yr(2), Addable: gw(3.5)},
			PriceRise:          pct(1),
			LoadFeedback:       0.8,
			CurtailableWait:    yr(2),
			CurtailableAddable: gw(1.5),
			CurtailedShare:     0.005,
		},
		Gas: GasParams{
			Price: mwh(15.4), PriceRise: pct(1),
			TurbineCapex: usdW(1.9), TurbineHeatRate: heat(9600), TurbineWait: yr(1.75), TurbineAddable: gw(2.5),
			CombinedCapex: usdW(2.3), CombinedHeatRate: heat(6800), CombinedWait: yr(5), CombinedAddable: gw(1),
		},
		Nuclear: NuclearParams{
			LargeCapex: usdW(12), LargeWait: yr(11), LargeAddable: gw(8),
			SMRCapex: usdW(13), SMRWait: yr(7), SMRAddable: gw(8), SMRLearning: pct(3),
			RestartCapex: usdW(2.1), RestartWait: yr(3), RestartTotal: 3.5 * si.ITGigawatt, RestartAddable: gw(0.8),
			Operations: mwh(24), Fuel: mwh(7),
		},
		Solar: SolarParams{
			PVCapex: usdW(1.05), PVFall: pct(3), BatteryCapex: mwh(170e3), BatteryFall: pct(4),
			Overbuild: 5.5, Storage: 16 * si.Hour, Wait: yr(2), Addable: gw(0.4),
			GulfCapex: usdW(6.3), GulfAddable: gw(0.2),
		},
		Plant: PlantParams{Reserve: 1.25, Upkeep: pct(2.5), Life: yr(25), NuclearLife: yr(45)},
		Ramp:  RampParams{Grid: pct(10), Gas: pct(18), Solar: pct(35), Shell: pct(14), Fade: yr(8)},
		Shell: ShellParams{
			Capex: usdW(11.3), Fall: pct(0.5), Life: yr(20), Operations: 0.28 * si.DollarPerWattYear,
			PropertyTax: pct(1), Decommissioning: 0.03, Build: yr(1.25), Addable: gw(16),
		},
		PUE:      PUEParams{US: 1.15, Hot: 1.25, Cold: 1.1},
		Queue:    QueueParams{Completion: 0.22, DelayCost: usdW(3)},
		Start:    StartParams{Installed: 15 * si.ITGigawatt, H100e: 19e6, Pipeline: 1.1},
		ChipLife: yr(6),
	}
}
