package dawndusk

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/si"
)

// Sums of a draw hold to rounding: some hundred additions of numbers that may be
// a million times the result.
const rounding = 1e-9

// audit plays a draw and checks every sum and every cap in every month.
func audit(t *testing.T, label string, s *Scenario, chance Chance) *Result {
	t.Helper()
	out := new(Result)
	var ground, orbit, spent, overspent, programme, instead float64
	var lox, year float64
	failed := false
	wrong := func(e *Enterprise, format string, args ...any) {
		if !failed {
			t.Errorf("%s, month %d: %s", label, e.month, fmt.Sprintf(format, args...))
		}
		failed = true
	}
	caps := capsOf(s)
	watch(s, chance, out, func(e *Enterprise, p *plan, g *grant) {
		l, b, h := &e.lift, &e.built, &e.here

		// Satellites, from the day they are begun.
		x := &out.Satellites
		if sum := b.Waiting + x.LostAtLaunch + b.Alive + x.Failed + x.Retired; !near(x.Made, sum, rounding) {
			wrong(e, "%v satellites made, %v accounted for: %+v", x.Made, sum, *x)
		}
		for _, n := range []float64{b.Made, b.Launched, b.LostAtLaunch, b.Failed, b.Retired, b.Waiting, b.Alive, b.Operating, b.Derelict, b.ITWatts} {
			if !(n >= -1e-9*(1+x.Made)) || math.IsInf(n, 0) {
				wrong(e, "a number of satellites is %v: %+v", n, *b)
			}
		}
		if b.Operating > b.Alive*(1+rounding)+1e-12 {
			wrong(e, "%v satellites at work, %v alive", b.Operating, b.Alive)
		}

		// Chips, from the day they are made.
		orbit += b.ChipWattsUsed
		ground += h.AddedW
		stock := e.chips.MerchantStockW + e.chips.OwnStockW
		if !near(e.chips.MadeW, e.chips.UsedW+stock, rounding) {
			wrong(e, "%v W of chips made, %v used, %v in stock", e.chips.MadeW, e.chips.UsedW, stock)
		}
		if !near(e.chips.UsedW, orbit+ground, rounding, e.chips.MadeW) {
			wrong(e, "%v W of chips used, %v in orbit and %v on the ground", e.chips.UsedW, orbit, ground)
		}
		dust := rounding * (e.chips.MadeW + h.EnergisedW)
		if h.InstalledW > h.EnergisedW+dust || h.GroupInstalledW > h.InstalledW+dust || h.InstalledW < -dust || h.GroupInstalledW < -dust {
			wrong(e, "%v W of sites, %v of chips, %v of them the group's", h.EnergisedW, h.InstalledW, h.GroupInstalledW)
		}
		// What computes in orbit was bought for orbit.
		if b.ITWatts > orbit*(1+rounding) {
			wrong(e, "%v W at work in orbit of %v bought", b.ITWatts, orbit)
		}

		// Cash.
		c := &e.budget
		if !near(c.In, c.Spent+c.Returned+c.Cash, rounding, c.In, c.Spent) {
			wrong(e, "cash: %v in, %v spent, %v returned, %v left", c.In, c.Spent, c.Returned, c.Cash)
		}
		groundCapex := 0.0
		if g.groupGroundW > 0 {
			groundCapex = g.groupGroundW * e.earth.CapexUSDPerW
		}
		capex := b.MadeUSD + groundCapex + float64(l.DataCentreFlights)*p.flightUSD
		moonUSD := e.moon.developUSD + e.moon.out.LandingUSD + e.moon.out.HardwareUSD + e.moon.lostUSD
		if !near(capex+moonUSD, c.Spent-spent+out.OverspentUSD-overspent, rounding, c.Spent, out.OverspentUSD) {
			wrong(e, "capex of %v, %v spent and %v beyond the budget", capex, c.Spent-spent, out.OverspentUSD-overspent)
		}
		// What the record says was built was built, whatever these inputs make it
		// cost; from then on nothing is that is not paid for.
		if over := out.OverspentUSD - overspent; e.month >= History && over > rounding*(1+c.Spent) {
			wrong(e, "%v $ spent beyond the budget", over)
		}
		spent, overspent = c.Spent, out.OverspentUSD

		// The programme's capital is all of it but the ground's.
		programme += capex - groundCapex
		if perW := e.earth.CapexUSDPerW; perW > 0 {
			instead += (capex - groundCapex) / perW
		}
		if !near(out.ProgrammeUSD, programme, rounding, c.Spent) || !near(out.GroundInsteadW, instead, rounding) || !near(out.ProgrammeW, orbit, rounding) {
			wrong(e, "programme: %v $, %v W, %v W on the ground; counted %v $, %v W, %v W", out.ProgrammeUSD, out.ProgrammeW, out.GroundInsteadW, programme, orbit, instead)
		}

		// Flights.
		if l.DataCentreFlights > l.Flights || l.Failures > l.Flights || l.DataCentreFailures > min(l.DataCentreFlights, l.Failures) {
			wrong(e, "flights %d, of data centres %d, failures %d and %d", l.Flights, l.DataCentreFlights, l.Failures, l.DataCentreFailures)
		}
		if e.month%12 == 0 {
			year, lox = 0, 0
		}
		year += float64(l.Flights)
		lox += l.PropellantLOXKg
		if msg := caps.check(e, p, year, lox); msg != "" {
			wrong(e, "%s", msg)
		}

		for _, v := range e.prices.USDPerHour {
			if !(v > 0) || math.IsInf(v, 0) {
				wrong(e, "price %v", e.prices.USDPerHour)
			}
		}
	})
	if failed {
		return out
	}
	finite(t, label, out)

	if c := out.Chips; !near(c.MadeW, c.UsedW+c.StockedW, rounding) {
		t.Errorf("%s: chips %+v", label, c)
	}
	if x := out.Satellites; !near(x.Made, x.Waiting+x.LostAtLaunch+x.Alive+x.Failed+x.Retired, rounding) {
		t.Errorf("%s: satellites %+v", label, x)
	}
	if c := out.Cash; !near(c.InUSD, c.SpentUSD+c.ReturnedUSD+c.LeftUSD, rounding, c.SpentUSD, c.InUSD) {
		t.Errorf("%s: cash %+v", label, c)
	}
	for side := range NumSides {
		l := &out.Ladder[side]
		sum := 0.0
		for _, usd := range l.USDPerWattYear {
			sum += usd
		}
		if !near(sum, l.RentUSDPerWattYear, rounding) {
			t.Errorf("%s: lines of %v add up to %v $/W/yr, not %v", label, side, sum, l.RentUSDPerWattYear)
		}
	}
	// The sized satellites.
	var e Enterprise
	e.Run(s, chance, new(Result))
	for target := range e.design {
		lines(t, fmt.Sprintf("%s, %v", label, launch.Target(target)), &e.design[target])
	}
	return out
}

// lines checks that a sized satellite is the sum of its lines.
func lines(t *testing.T, label string, d *design) {
	t.Helper()
	if !d.closed {
		return
	}
	var mass, area, power, cost float64
	for _, l := range d.satellite.Lines {
		mass, area, power, cost = mass+l.MassKg, area+l.AreaM2, power+l.PowerW, cost+l.CostUSD
	}
	total := &d.satellite.Total
	for _, x := range []struct {
		what     string
		sum, all float64
	}{{"kg", mass, total.MassKg}, {"m²", area, total.AreaM2}, {"W", power, total.PowerW}, {"$", cost, total.CostUSD}} {
		if !near(x.sum, x.all, rounding) || !(x.all > 0) || math.IsInf(x.all, 0) {
			t.Errorf("%s: lines add up to %v %s, not %v", label, x.sum, x.what, x.all)
		}
	}
	usd := d.moonUSD + (d.arrayUSD+d.busUSD+d.radiatorUSD+d.integrationUSD+d.terminalUSD+d.chipUSD+d.marginUSD)*d.fleet.ITWatts
	if !near(usd, d.fleet.BusUSD+d.fleet.ChipUSD, rounding) {
		t.Errorf("%s: parts of the bill add up to %v $, not %v", label, usd, d.fleet.BusUSD+d.fleet.ChipUSD)
	}
}

// finite checks that a result holds no NaN but a missing IRR, and no infinity but
// where one is documented.
func finite(t *testing.T, label string, out *Result) {
	t.Helper()
	bad := func(what string, x float64, mayBeInf bool) {
		if math.IsNaN(x) || math.IsInf(x, -1) || math.IsInf(x, 1) && !mayBeInf {
			t.Errorf("%s: %s is %v", label, what, x)
		}
	}
	for i := range out.Years {
		y := &out.Years[i]
		for k := range y.OrbitUSDPerHour {
			bad("orbit's cost", y.OrbitUSDPerHour[k], true)
			bad("the ground's cost", y.GroundUSDPerHour[k], true)
			bad("the price", y.PriceUSDPerHour[k], false)
		}
		bad("launch by kg", y.USDPerKg, true)
		for _, x := range []float64{y.OrbitGW, y.GroundGW, y.GroupGroundGW, y.GroundAddableGW, y.Flights, y.Failures, y.DataCentreFlights,
			y.DeliveredT, y.PayloadT, y.Satellites, y.FailureProbability} {
			bad("a number of a year", x, false)
			if x < 0 {
				t.Errorf("%s: a number of %d is %v", label, firstYear+i, x)
			}
		}
		if y.Limit >= NumLimits || y.GroundLimit >= NumGroundLimits {
			t.Errorf("%s: limits %d, %d", label, y.Limit, y.GroundLimit)
		}
	}
	for k := range out.Crossover {
		bad("a crossover", out.Crossover[k], true)
	}
	for side := range out.Ladder {
		l := &out.Ladder[side]
		for _, x := range l.USDPerWattYear {
			bad("a line", x, false)
		}
		bad("a rent", l.RentUSDPerWattYear, false)
		bad("a cost", l.USDPerHour, true)
		bad("hours of a watt", l.HoursPerWattYear(), false)
	}
	if math.IsInf(out.IRR, 0) {
		t.Errorf("%s: IRR is %v", label, out.IRR)
	}
	bad("NPV", out.NPVUSD, false)
	bad("peak funding", out.PeakFundingUSD, false)
	bad("the programme's capital", out.ProgrammeUSD, false)
	bad("the programme's watts", out.ProgrammeW, false)
	bad("the same on the ground", out.GroundInsteadW, false)
	bad("payback", out.PaybackYear, true)
	bad("money beyond the budget", out.OverspentUSD, false)
	for _, x := range []float64{out.Chips.MadeW, out.Chips.UsedW, out.Chips.StockedW, out.Satellites.Made, out.Satellites.Waiting, out.Satellites.LostAtLaunch,
		out.Satellites.Alive, out.Satellites.Failed, out.Satellites.Retired, out.Cash.InUSD, out.Cash.SpentUSD, out.Cash.ReturnedUSD, out.Cash.LeftUSD} {
		bad("a balance", x, false)
	}
}

func TestVerif_SumsOfShippedScenarios(t *testing.T) {
	for _, name := range Shipped() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c := load(t, name)
			audit(t, name, &c.Scenario, EvenChance())
			for draw := range 20 {
				out := audit(t, fmt.Sprintf("%s, draw %d", name, draw), drawScenario(c, 1, draw), NewChance(1).At(draw))
				if out.OverspentUSD > rounding*out.Cash.SpentUSD {
					t.Errorf("%s, draw %d: the record does not fit the money reported: %v $ short", name, draw, out.OverspentUSD)
				}
			}
		})
	}
}

// A hundred scenarios that nobody believes: 40 within the ranges, 30 within the
// physical limits, 30 with the design choices thrown as well; horizons of a month
// to thirty years.
func TestVerif_SumsOfRandomScenarios(t *testing.T) {
	c := load(t, "base")
	built := 0
	for draw := range 100 {
		by := withinRange
		if draw >= 40 {
			by = withinLimits
		}
		if draw >= 70 {
			by = everything
		}
		s := wildScenario(c, by, draw)
		s.Run.Horizon = si.Duration(1+(draw*53)%MaxHorizonMonths) * si.Month
		s.Operator.Policy = Policy(draw % int(NumPolicies))
		if audit(t, fmt.Sprintf("random scenario %d", draw), s, NewChance(2).At(draw)).Built {
			built++
		}
	}
	if built < 20 { // else the sums of satellites were hardly tested
		t.Errorf("only %d of 100 random scenarios build anything", built)
	}
}

// corners are scenarios in which something is missing altogether.
var corners = []struct {
	name string
	set  func(s *Scenario)
}{
	{"no payload", func(s *Scenario) { s.Stated.Payload = 0 }},
	{"negative payload", func(s *Scenario) {
		s.Launch.StarshipV3.ShipDryMass, s.Launch.StarshipV3.ShipDryMassFlown = 900*si.Tonne, 900*si.Tonne
	}},
	{"payload of a gram", func(s *Scenario) { s.Stated.Payload = 1e-3 * si.Kilogram }},
	{"free launch", func(s *Scenario) { s.Stated.LaunchUSDPerKg = 0 }},
	{"no licences", func(s *Scenario) {
		l := &s.Launch.Sites
		l.StarbaseLicence, l.KennedyLicence, l.CanaveralLicence, l.PolarLicence = 0, 0, 0, 0
	}},
	{"no ships", func(s *Scenario) { s.Launch.Ships.Production, s.Launch.Ships.ProductionCeiling = 0, 0 }},
	{"no boosters", func(s *Scenario) { s.Launch.Boosters.Production, s.Launch.Boosters.ProductionCeiling = 0, 0 }},
	{"no flights planned", func(s *Scenario) { s.Stated.FlightsPerYear = 0 }},
	{"every flight fails", func(s *Scenario) { s.Launch.Reliability.NextFailure, s.Launch.Reliability.FailureFloor = 1, 1 }},
	{"every satellite fails young", func(s *Scenario) { s.Fleet.Failure.Infant = 1 }},
	{"power in a thousand years", func(s *Scenario) {
		g := &s.Ground
		g.Grid.US.Wait, g.Grid.Gulf.Wait, g.Grid.Nordics.Wait, g.Grid.Asia.Wait, g.Grid.CurtailableWait = 1000*si.Year, 1000*si.Year, 1000*si.Year, 1000*si.Year, 1000*si.Year
		g.Gas.TurbineWait, g.Gas.CombinedWait, g.Solar.Wait = 1000*si.Year, 1000*si.Year, 1000*si.Year
		g.Nuclear.LargeWait, g.Nuclear.SMRWait, g.Nuclear.RestartWait = 1000*si.Year, 1000*si.Year, 1000*si.Year
	}},
	{"no oxygen", func(s *Scenario) { s.Launch.Propellant.WorldLOX = 0 }},
	{"no power on the ground", func(s *Scenario) {
		g := &s.Ground
		g.Grid.US.Addable, g.Grid.Gulf.Addable, g.Grid.Nordics.Addable, g.Grid.Asia.Addable, g.Grid.CurtailableAddable = 0, 0, 0, 0, 0
		g.Gas.TurbineAddable, g.Gas.CombinedAddable = 0, 0
		g.Nuclear.LargeAddable, g.Nuclear.SMRAddable, g.Nuclear.RestartAddable, g.Nuclear.RestartTotal = 0, 0, 0, 0
		g.Solar.Addable, g.Solar.GulfAddable = 0, 0
	}},
	{"no builders on the ground", func(s *Scenario) { s.Ground.Shell.Addable = 0 }},
	{"no chips", func(s *Scenario) {
		s.Workload.Supply.NvidiaRate, s.Workload.OwnFab.FirstRate, s.Workload.OwnFab.Cap = 0, 0, 0
	}},
	{"a satellite of a watt", func(s *Scenario) { s.Operator.ITPower = si.ITWatt }},
	{"a satellite of a gigawatt", func(s *Scenario) { s.Operator.ITPower = 1e9 * si.ITWatt }},
	{"a satellite of no power", func(s *Scenario) { s.Operator.ITPower = 0 }},
	{"a life of nothing", func(s *Scenario) { s.Operator.Life = 0 }},
	{"a year", func(s *Scenario) { s.Run.Horizon = si.Year }},
	{"a month", func(s *Scenario) { s.Run.Horizon = si.Month }},
	{"no horizon", func(s *Scenario) { s.Run.Horizon = 0 }},
	{"thirty years", func(s *Scenario) { s.Run.Horizon = 30 * si.Year }},
	{"three hundred years", func(s *Scenario) { s.Run.Horizon = 300 * si.Year }},
	{"no money", func(s *Scenario) {
		g := &s.Finance.Group
		g.CashStart, g.CapexStart, g.CapexCap = 0, 0, 0
	}},
	{"no factory", func(s *Scenario) { s.Fleet.Factory.Start, s.Fleet.Factory.Cap = 0, 0 }},
	{"no cells", func(s *Scenario) { s.Fleet.Cells.Start, s.Fleet.Cells.Cap = 0, 0 }},
	{"no slots", func(s *Scenario) { s.Fleet.Licence.Slots = 0 }},
	{"no demand", func(s *Scenario) { s.Market.StartPrice = 0 }},
	{"nothing sells in orbit", func(s *Scenario) {
		n := &s.Network.Sellable
		n.Training, n.Batch, n.Inference = 0, 0, 0
	}},
}

// Corners hold under every policy, with the plan as announced, so that what can
// be built is.
func TestVerif_SumsAtCorners(t *testing.T) {
	c := load(t, "announced")
	for i, x := range corners {
		for policy := range NumPolicies {
			s := c.Scenario
			s.Stated.Payload, s.Stated.FlightsPerYear, s.Stated.SpecificPower = si.Mass(math.NaN()), si.Rate(math.NaN()), si.SpecificPower(math.NaN())
			s.Operator.Policy = policy
			x.set(&s)
			audit(t, fmt.Sprintf("%s, %v", x.name, policy), &s, NewChance(3).At(i))
		}
	}
}
