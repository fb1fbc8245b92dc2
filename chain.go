package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/market"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// Enterprise is the workspace in which draws are played, one after another. It
// is reset for each, allocates nothing, and is not safe for concurrent use.
type Enterprise struct {
	s      *Scenario
	chance Chance
	out    *Result
	bills  *Bills    // to be left of the last month; mostly nil
	told   *Chapters // to be filled beside the result; mostly nil
	flows  *Flows    // the same

	months int // of the horizon
	month  int
	year   float64 // middle of the month

	// The models.
	launch      launch.Model
	fleet       fleet.Model
	fleetParams fleet.Params // with the licence as events leave it
	ground      ground.Model
	chips       workload.Pool
	market      market.Model
	terms       finance.Terms
	budget      finance.Budget
	project     finance.Project
	moon        moon
	group       group
	events      events

	// What does not change within a draw, or within a year.
	given       given
	spec        [launch.NumTargets]sat.Spec
	sizer       [launch.NumTargets]sat.Sizer
	node        [launch.NumTargets]network.Node
	light       [launch.NumTargets]orbit.Light
	lightKey    [4]float64
	generations [generationYears]workload.Generation
	mode        [launch.NumTargets]sat.EclipseMode // the way through the shadow
	design      [launch.NumTargets]design
	duty        [launch.NumTargets]duty
	restUSD     [launch.NumTargets]float64 // of an IT watt in orbit beside its chips, as last quoted
	merchantW   float64                    // IT watts a year that could be made this month, by merchants
	ownW        float64                    // and by the group's own fab
	madeW       [12]float64                // both together, in the same month a year ago until the month is over
	chipCRF     float64                    // yearly payment for a dollar of chips
	shellCRF    float64                    // and of a shell
	groundShare [NumProducts]float64       // delivered hours by rated hour on the ground
	groundHours [NumProducts]float64       // sold a year by each H100e there

	// What is carried from month to month.
	operator operator
	luck     monthLuck                      // this month's
	cohorts  [NumCohorts]finance.Cohort     // one for each quote, so that it keeps its discount factors
	blocks   [market.MaxBlocks]market.Block // scratch
	lift     launch.Lift
	built    fleet.Output
	here     ground.Output
	prices   market.Prices
	orbit    [launch.NumTargets]Quote
	earth    Quote
	margin   float64 // $ last month, of the group's compute
}

// Run plays one draw of a scenario and leaves what happened in out.
//
// Each month the operator sees what a cohort ordered now would cost on either
// side and decides; rockets fly, satellites are made, launched and lost; sites
// are energised and filled; a factory grows on the Moon; the market prices what
// runs; the books are kept, the laboratory learns, the group's accounts close.
// What one month knows of another is state: nobody sees the draw's future.
func (e *Enterprise) Run(s *Scenario, chance Chance, out *Result) {
	e.reset(s, chance, out)
	var plan plan
	for e.month = 0; e.month < e.months; e.month++ {
		e.events.month(e.month)
		e.openMonth()
		e.decide(&plan)
		e.keepBills(plan.target)
		chips := e.shareChips(&plan)
		e.launch.Month(e.month, plan.flights, e.launchChance(), &e.lift)
		e.fleet.Month(e.satellites(&plan, chips.orbitW), &e.built)
		e.ground.Month(e.sites(&plan, &chips), &e.here)
		e.moonMonth(&plan)
		e.clear()
		e.margin = e.keepBooks(&plan, &chips)
		e.research()
		e.account()
		e.record(&plan)
	}
	e.runOff()
	e.out.finish(&e.project, e.terms.RatePerYear())
}

// closeRace is the ratio of orbit's headline cost to the ground's below which both
// are priced every month. Above it they are priced each quarter: what costs twice
// as much does not become cheaper within three months, and July's figures are
// exact for what July knows. Against pricing every month, orbit's cost in 2035 moves
// by 0.1 %, the ground's by 0.7 % and its watts by 0.2 % in the mean of the draws of
// base (TestVerif_QuotesKeptForAQuarter).
const closeRace = 2

// closeRace tells whether the orbit built for is that near to the ground.
func (e *Enterprise) closeRace() bool {
	k := e.s.Run.Headline
	return e.orbit[e.operator.target].USDPerHour[k] < closeRace*e.earth.USDPerHour[k]
}

// openMonth sets the calendar, makes way for the year's satellites each January,
// and prices a cohort ordered this month on both sides.
func (e *Enterprise) openMonth() {
	e.year = firstYear + (float64(e.month)+0.5)/12
	e.merchantW, e.ownW = e.chips.RateW(e.month)
	e.merchantW *= e.events.now.ChipSupply
	if e.month%12 == 0 {
		e.terms.SetDecline(e.s.Market.Fall(e.year, e.costFall()))
		for t := range e.design {
			if launch.Target(t) == e.operator.target || e.month%24 == 0 {
				e.design[t].sized = false
			}
		}
	}
	if e.month%3 == 0 || e.closeRace() {
		for t := range e.orbit {
			e.quoteOrbit(launch.Target(t), &e.orbit[t])
		}
		e.quoteGround(&e.earth)
		e.chooseOrbit()
	}
	e.budget.Month(e.month, e.margin)
	e.bound()
}

// launchChance draws the month's luck and returns the launcher's, as its events are played.
func (e *Enterprise) launchChance() launch.Chance {
	e.events.flew(e.month-1, e.lift.Failures)
	e.chance.month(e.month, &e.luck)
	return e.events.launch(e.month, e.luck.launch())
}

// grant is who gets this month's chips, in IT watts.
type grant struct{ orbitW, groupGroundW, restW float64 }

// shareChips lets makers work and hands chips out. A chip in orbit is a chip not
// on the ground.
func (e *Enterprise) shareChips(p *plan) grant {
	e.chips.Month(e.merchantW, e.ownW)
	e.madeW[e.month%12] = e.merchantW + e.ownW
	g := e.chips.Take(p.orbitW+p.groundW, p.restW)
	orbit := si.Lesser(p.orbitW, g.GroupW)
	return grant{orbit, g.GroupW - orbit, g.RestW}
}

// satellites is the month's order to the factory.
func (e *Enterprise) satellites(p *plan, chipW float64) *fleet.Input {
	d := &e.design[p.target]
	in := &e.operator.order
	in.Month = e.month
	in.WantSatellites, in.ChipWatts = p.satellites, chipW
	in.PerFlight = d.perFlight
	in.FlightsUp, in.FlightsLost = e.lift.DataCentreFlights-e.lift.DataCentreFailures, e.lift.DataCentreFailures
	in.FlightsAvailablePerYear = e.lift.AvailablePerYear
	e.orbitRevenue(&in.RevenueUSDPerH100eYear)
	in.Chance = e.events.fleet(e.month, e.luck.fleet())
	in.DebrisLoss = e.events.now.DebrisLoss
	in.Design = d.fleet // last: what is read after a long copy may wait for it
	return in
}

// sites is the month's order to the ground.
func (e *Enterprise) sites(p *plan, g *grant) *ground.Input {
	watts := g.groupGroundW + g.restW
	in := &e.operator.sites
	in.Month = e.month
	in.WantW, in.ChipWatts, in.UnhousedW = p.sitesW, watts, p.unhousedW
	in.GroupShare = ratio(g.groupGroundW, watts)
	in.H100ePerW = e.generation(e.year).H100ePerITWatt
	in.PriceUSDPerH100eHour = e.prices.USDPerHour[Inference] * e.groundShare[Inference]
	return in
}

// clear lets the market price what can run this month.
func (e *Enterprise) clear() {
	h, hours := &e.here.H100e, &e.groundHours
	var t market.Totals
	t.DemandFactor = e.events.now.Demand
	t.Ground[0], t.Ground[1], t.Ground[2] = h[0]*hours[0], h[1]*hours[1], h[2]*hours[2]
	t.DearestUSDPerHour = ratio(e.ground.DearestUSDPerH100eHour(), e.groundShare[Inference])
	if fly := &e.built.H100e; e.built.Operating > 0 {
		t.Orbit[0], t.Orbit[1], t.Orbit[2] = hoursPerYear*fly[0], hoursPerYear*fly[1], hoursPerYear*fly[2]
		t.DearestUSDPerHour = si.Greater(t.DearestUSDPerHour, ratio(12*e.built.AvoidableUSD, t.Orbit[Inference]))
	}
	e.market.ClearTotals(e.month, &t, (*machinery)(e), e.orbitShare(), &e.prices)
}

// machinery lists the blocks of an enterprise when the market asks for them.
type machinery Enterprise

// Blocks returns what can run this month.
func (m *machinery) Blocks() []market.Block { return (*Enterprise)(m).supply() }

// runOff runs what flies at the horizon to its end, at prices that fall as the
// market expects, so that the project's last satellites are not counted as
// worthless. Nothing is ordered or launched any more.
func (e *Enterprise) runOff() {
	fall := e.s.Market.Fall(e.year, e.costFall())
	var keep [NumProducts]float64
	for p := range keep {
		keep[p] = math.Exp(math.Log1p(-fall[p]) / 12)
	}
	for m := e.months; m < finance.MaxMonths && e.built.Operating > 0; m++ {
		for p := range keep {
			e.prices.USDPerHour[p] *= keep[p]
		}
		d := &e.design[e.operator.target]
		in := &e.operator.order
		e.events.month(m)
		e.chance.month(m, &e.luck)
		*in = fleet.Input{
			Month: m, Design: d.fleet,
			Chance: e.events.fleet(m, e.luck.fleet()), DebrisLoss: e.events.now.DebrisLoss,
		}
		e.orbitRevenue(&in.RevenueUSDPerH100eYear)
		e.fleet.Month(in, &e.built)
		e.project.Add(m, e.orbitIncome(d)-e.orbitRunning())
	}
}

// ratio is a/b, and 0 where there is nothing to divide.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
