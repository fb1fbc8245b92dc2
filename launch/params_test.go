package launch

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// base returns the ledger's central values (TestVerif_BaseIsTheLedger).
func base() Params {
	return Params{
		Basis: Full,
		Ascent: AscentParams{
			ReferenceDeltaV:  9404,
			CapeDogleg:       200,
			StarbaseSteepest: 33 * si.Degree,
		},
		StarshipV3: StarshipV3{
			ShipDryMassFlown:  212 * si.Tonne,
			ShipDryMass:       190 * si.Tonne,
			DryMassFlights:    40,
			BoosterDryMass:    300 * si.Tonne,
			ShipPropellant:    1600 * si.Tonne,
			BoosterPropellant: 3650 * si.Tonne,
			ShipISP:           365,
			BoosterISP:        340,
			LandingPropellant: 40 * si.Tonne,
			BoosterReserve:    1.1,
			PayloadVolume:     800,
		},
		StarshipV4: StarshipV4{
			FirstFlight:       2029,
			Transition:        2 * si.Year,
			ShipPropellant:    2300 * si.Tonne,
			BoosterPropellant: 4050 * si.Tonne,
			ShipISP:           372,
			DryMassExponent:   0.8,
			PayloadVolume:     1000,
		},
		Falcon: Falcon{
			Payload:   17.5 * si.Tonne,
			Flights:   165 * si.PerYear,
			Customers: 45 * si.PerYear,
			LastYear:  2036,
			ListPrice: 74 * si.MegaDollar,
		},
		Ships: Vehicle{
			FirstReuse:         2028.5,
			ReuseLimit:         20,
			FirstTurnaround:    240 * si.Day,
			TurnaroundExponent: 0.28,
			FastestTurnaround:  6 * si.Day,
			FirstLandingLoss:   0.4,
			Production:         8 * si.PerYear,
			ProductionGrowth:   0.25 * si.PerYear,
			ProductionCeiling:  100 * si.PerYear,
		},
		Boosters: Vehicle{
			FirstReuse:         2027.4,
			ReuseLimit:         40,
			FirstTurnaround:    160 * si.Day,
			TurnaroundExponent: 0.28,
			FastestTurnaround:  3 * si.Day,
			FirstLandingLoss:   0.35,
			Production:         7 * si.PerYear,
			ProductionGrowth:   0.2 * si.PerYear,
			ProductionCeiling:  50 * si.PerYear,
		},
		Reliability: Reliability{
			NextFailure:       0.2,
			GrowthShape:       0.6,
			BlockCarry:        0.15,
			FailureFloor:      0.004,
			LandingLossFloor:  0.008,
			BoosterLostToo:    0.5,
			StandDown:         3 * si.Month,
			StandDownExponent: 0.7,
			TowerDamage:       0.15,
			TowerRepair:       6 * si.Month,
		},
		Sites: Sites{
			StarbaseLicence:   25 * si.PerYear,
			KennedyLicence:    44 * si.PerYear,
			KennedyOpens:      2027.3,
			CanaveralLicence:  76 * si.PerYear,
			CanaveralOpens:    2028.5,
			PolarLicence:      25 * si.PerYear,
			PolarOpens:        2034,
			CapePolarYear:     2030,
			LicenceGrowth:     0.08 * si.PerYear,
			LicenceGrowthYear: 2030,
			LicenceCeiling:    6,
			EasternRange:      300 * si.PerYear,
			RangeGrowth:       0.08 * si.PerYear,
			OtherRangeUse:     120 * si.PerYear,
		},
		Towers: Towers{
			Turnaround:         45 * si.Day,
			TurnaroundExponent: 0.5,
			FastestTurnaround:  1 * si.Day,
			Closure:            0.2,
			NewPerYear:         1.5 * si.PerYear,
			Most:               20,
		},
		Propellant: Propellant{
			MixtureRatio:       3.6,
			LoadingLoss:        0.15,
			WorldLOX:           120 * si.MegatonnePerYear,
			WorldLOXGrowth:     0.05 * si.PerYear,
			LOXShare:           0.03,
			WorldMethane:       430 * si.MegatonnePerYear,
			WorldMethaneGrowth: 0.05 * si.PerYear,
			MethaneShare:       0.005,
			LOXPrice:           0.12,
			MethanePrice:       0.5,
		},
		Manifest: Manifest{
			StarlinkMass:    2500 * si.TonnePerYear,
			StarlinkGrowth:  0.06 * si.PerYear,
			StarlinkCeiling: 8000 * si.TonnePerYear,
			Government:      5 * si.PerYear,
			MoonFirst:       2029,
			MoonMissions:    1 * si.PerYear,
			MoonTankers:     14,
			MarsFirst:       2033.3,
			MarsShips:       4,
			MarsGrowth:      1.3,
			MarsTankers:     7,
			DataCentreShare: 0.2,
		},
		Cost: Cost{
			ShipBuild:            48 * si.MegaDollar,
			BoosterBuild:         62 * si.MegaDollar,
			BuildLearning:        0.12,
			ShipRefurbishment:    0.1,
			BoosterRefurbishment: 0.04,
			Operations:           4 * si.MegaDollar,
			FixedOperations:      7e+08 * si.DollarPerYear,
			Development:          4.3e+09 * si.DollarPerYear,
			DevelopmentDecline:   0.07 * si.PerYear,
			DevelopmentFloor:     1.2e+09 * si.DollarPerYear,
			TowerBuild:           300 * si.MegaDollar,
			TowerLife:            20 * si.Year,
			PlannedUse:           0.7,
			MarketMargin:         0.5,
			ParityDecline:        0.08 * si.PerYear,
		},
	}
}

// chapter puts Params where the ledger looks for them.
type chapter struct{ Launch Params }

// readLedger returns the ledger of this chapter alone, checked.
func readLedger(t *testing.T) (*ledger.Book, *chapter) {
	files := fstest.MapFS{}
	for _, name := range []string{"launch.yaml", "sources.yaml"} {
		data, err := os.ReadFile("../ledger/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	book, err := ledger.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	c := new(chapter)
	if err := book.Check(ledger.Leaves(c)); err != nil {
		t.Fatal(err)
	}
	return book, c
}

// The values the tests use are those the ledger gives, row by leaf.
func TestVerif_BaseIsTheLedger(t *testing.T) {
	book, scenario := readLedger(t)
	if err := book.Apply(scenario); err != nil {
		t.Fatal(err)
	}
	want := chapter{base()}
	got := ledger.Leaves(scenario)
	for i, leaf := range ledger.Leaves(&want) {
		if leaf.Float == nil {
			continue
		}
		if a, b := *got[i].Float, *leaf.Float; a < b*(1-1e-12) || a > b*(1+1e-12) {
			t.Errorf("%s: ledger %v, base %v", leaf.Path, a, b)
		}
	}
	if scenario.Launch.Basis != want.Launch.Basis {
		t.Errorf("basis: ledger %v, base %v", scenario.Launch.Basis, want.Launch.Basis)
	}
}
