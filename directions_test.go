package dawndusk

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// What moves which way in 2035 if one input is moved, everything else and all
// luck the same: a sign that is wrong somewhere in the chain shows here.
func TestVerif_Directions(t *testing.T) {
	const rises, falls, stays = 1, -1, 0
	type reading func(y *Year) float64
	orbit := func(y *Year) float64 { return y.OrbitUSDPerHour[Batch] }
	ground := func(y *Year) float64 { return y.GroundUSDPerHour[Batch] }
	price := func(y *Year) float64 { return y.PriceUSDPerHour[Batch] }
	perKg := func(y *Year) float64 { return y.USDPerKg }
	flights := func(y *Year) float64 { return y.Flights }
	payload := func(y *Year) float64 { return y.PayloadT }
	chips := func(y *Year) float64 { return y.GroundGW + y.OrbitGW }

	for _, x := range []struct {
		what      string
		change    func(s *Scenario)
		reading   reading
		direction int
	}{
		{"launch at 100 $/kg", func(s *Scenario) { s.Stated.LaunchUSDPerKg = 100 }, orbit, falls},
		{"launch at 5000 $/kg", func(s *Scenario) { s.Stated.LaunchUSDPerKg = 5000 }, orbit, rises},
		{"a heavier ship", func(s *Scenario) { s.Launch.StarshipV3.ShipDryMass += 10 * si.Tonne }, payload, falls},
		{"a heavier ship", func(s *Scenario) { s.Launch.StarshipV3.ShipDryMass += 10 * si.Tonne }, perKg, rises},
		{"a dearer ship", func(s *Scenario) { s.Launch.Cost.ShipBuild *= 3 }, perKg, rises},
		{"dearer upkeep of ships", func(s *Scenario) { s.Launch.Cost.ShipRefurbishment *= 2 }, perKg, rises},
		{"a failure-prone ship", func(s *Scenario) { s.Launch.Reliability.FailureFloor = 0.2 }, orbit, rises},
		{"fewer licences", func(s *Scenario) {
			l := &s.Launch.Sites
			l.StarbaseLicence, l.KennedyLicence, l.CanaveralLicence = l.StarbaseLicence/4, l.KennedyLicence/4, l.CanaveralLicence/4
		}, flights, falls},
		{"a satellite that grows", func(s *Scenario) { s.Satellite.Bus.Growth += 0.2 }, orbit, rises},
		{"a satellite at a stated 200 kW/t", func(s *Scenario) { s.Stated.SpecificPower = 200 * si.KilowattPerTonne }, orbit, falls},
		{"a satellite for 1 $/W", func(s *Scenario) { s.Stated.SatelliteUSDPerW = 1 }, orbit, falls},
		{"chips that lag in orbit", func(s *Scenario) { s.Workload.Space.GenerationLag += si.Year }, orbit, rises},
		{"satellites that fail young", func(s *Scenario) { s.Fleet.Failure.Infant += 0.1 }, orbit, rises},
		{"a long way to orbit", func(s *Scenario) { s.Fleet.Pipeline.Integration += 12 * si.Month }, orbit, rises},
		{"electricity for 300 $/MWh", func(s *Scenario) { s.Stated.GroundUSDPerMwh = 300 * si.DollarPerMegawattHour }, ground, rises},
		{"electricity for 300 $/MWh", func(s *Scenario) { s.Stated.GroundUSDPerMwh = 300 * si.DollarPerMegawattHour }, orbit, stays},
		{"free electricity", func(s *Scenario) { s.Stated.GroundUSDPerMwh = 0 }, ground, falls},
		{"a dear shell", func(s *Scenario) { s.Ground.Shell.Capex *= 2 }, ground, rises},
		{"chips that last on the ground", func(s *Scenario) { s.Ground.ChipLife += 2 * si.Year }, ground, falls},
		{"dear money", func(s *Scenario) { s.Finance.WACC += 0.05 / si.Rate(si.Year) }, orbit, rises},
		{"dear money", func(s *Scenario) { s.Finance.WACC += 0.05 / si.Rate(si.Year) }, ground, rises},
		{"demand", func(s *Scenario) { s.Market.StartPrice *= 2 }, price, rises},
		{"fewer chips", func(s *Scenario) { s.Workload.Supply.NvidiaRate /= 3 }, price, rises},
		{"fewer chips", func(s *Scenario) { s.Workload.Supply.NvidiaRate /= 3 }, chips, falls},
	} {
		s := load(t, "base").Scenario
		s.Run.Horizon = 11 * si.Year
		var was, is Result
		new(Enterprise).Run(&s, EvenChance(), &was)
		x.change(&s)
		new(Enterprise).Run(&s, EvenChance(), &is)
		a, b := x.reading(&was.Years[2035-firstYear]), x.reading(&is.Years[2035-firstYear])
		switch {
		case x.direction == rises && !(b > a*1.001), x.direction == falls && !(b < a*0.999),
			x.direction == stays && !(math.Abs(b-a) < 0.02*a):
			t.Errorf("%s: from %v to %v", x.what, a, b)
		}
	}
}
