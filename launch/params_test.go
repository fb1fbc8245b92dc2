package launch

import "github.com/dawndusk/dawndusk/si"

// base returns the ledger's central values.
func base() Params {
	const perYear = si.PerYear
	return Params{
		Basis:  Full,
		Ascent: AscentParams{ReferenceDeltaV: 9404, CapeDogleg: 200, StarbaseSteepest: 33 * si.Degree},
		StarshipV3: StarshipV3{
			ShipDryMassFlown: 212 * si.Tonne, ShipDryMass: 190 * si.Tonne, DryMassFlights: 40, BoosterDryMass: 300 * si.Tonne,
			ShipPropellant: 1600 * si.Tonne, BoosterPropellant: 3650 * si.Tonne, ShipISP: 365, BoosterISP: 340,
			LandingPropellant: 40 * si.Tonne, BoosterReserve: 1.10, PayloadVolume: 1000,
		},
		StarshipV4: StarshipV4{
			FirstFlight: 2029, Transition: 2 * si.Year, ShipPropellant: 2300 * si.Tonne, BoosterPropellant: 4050 * si.Tonne,
			ShipISP: 372, DryMassExponent: 0.75, PayloadVolume: 1300,
		},
		Falcon: Falcon{Payload: 17.5 * si.Tonne, Flights: 165 * perYear, Customers: 45 * perYear, LastYear: 2036, ListPrice: 74 * si.MegaDollar},
		Ships: Vehicle{
			FirstReuse: 2028.5, ReuseLimit: 20, FirstTurnaround: 200 * si.Day, TurnaroundExponent: 0.35, FastestTurnaround: 5 * si.Day,
			FirstLandingLoss: 0.4, Production: 10 * perYear, ProductionGrowth: 0.3 * perYear, ProductionCeiling: 150 * perYear,
		},
		Boosters: Vehicle{
			FirstReuse: 2027.3, ReuseLimit: 40, FirstTurnaround: 150 * si.Day, TurnaroundExponent: 0.35, FastestTurnaround: 2 * si.Day,
			FirstLandingLoss: 0.35, Production: 7 * perYear, ProductionGrowth: 0.25 * perYear, ProductionCeiling: 80 * perYear,
		},
		Reliability: Reliability{
			NextFailure: 0.2, GrowthShape: 0.6, BlockCarry: 0.15, FailureFloor: 0.004, LandingLossFloor: 0.006, BoosterLostToo: 0.5,
			StandDown: 3 * si.Month, StandDownExponent: 0.7, TowerDamage: 0.15, TowerRepair: 0.5 * si.Year,
		},
		Sites: Sites{
			StarbaseLicence: 25 * perYear, KennedyLicence: 44 * perYear, KennedyOpens: 2027.3, CanaveralLicence: 76 * perYear, CanaveralOpens: 2028.5,
			PolarLicence: 25 * perYear, PolarOpens: 2034, CapePolarYear: 2030, LicenceGrowth: 0.1 * perYear, LicenceGrowthYear: 2030,
			LicenceCeiling: 10, EasternRange: 300 * perYear, RangeGrowth: 0.08 * perYear, OtherRangeUse: 120 * perYear,
		},
		Towers: Towers{Turnaround: 45 * si.Day, TurnaroundExponent: 0.5, FastestTurnaround: 1 * si.Day, Closure: 0.2, NewPerYear: 1.5 * perYear, Most: 30},
		Propellant: Propellant{
			MixtureRatio: 3.6, LoadingLoss: 0.15, WorldLOX: 25 * si.MegatonnePerYear, WorldLOXGrowth: 0.04 * perYear, LOXShare: 0.1,
			WorldMethane: 420 * si.MegatonnePerYear, WorldMethaneGrowth: 0.04 * perYear, MethaneShare: 0.005, LOXPrice: 0.15, MethanePrice: 0.6,
		},
		Manifest: Manifest{
			StarlinkMass: 2500 * si.TonnePerYear, StarlinkGrowth: 0.06 * perYear, StarlinkCeiling: 8000 * si.TonnePerYear, Government: 6 * perYear,
			MoonFirst: 2029, MoonMissions: 1 * perYear, MoonTankers: 14, MarsFirst: 2033.3, MarsShips: 4, MarsGrowth: 1.5, MarsTankers: 8, DataCentreShare: 0.2,
		},
		Cost: Cost{
			ShipBuild: 50 * si.MegaDollar, BoosterBuild: 70 * si.MegaDollar, BuildLearning: 0.12, ShipRefurbishment: 0.1, BoosterRefurbishment: 0.04,
			Operations: 4 * si.MegaDollar, FixedOperations: 700e6 * si.DollarPerYear, Development: 4.3e9 * si.DollarPerYear,
			DevelopmentDecline: 0.07 * perYear, DevelopmentFloor: 1.2e9 * si.DollarPerYear, TowerBuild: 300 * si.MegaDollar, TowerLife: 20 * si.Year,
			PlannedUse: 0.7, MarketMargin: 0.5, ParityDecline: 0.1 * perYear,
		},
	}
}
