package ground

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// setYear prices every offer and sets what can be added, for a calendar year
// and the load the grids now carry.
func (m *Model) setYear(year int) {
	m.year = year
	p, t := m.p, float64(year-firstYear)
	τ := max(years(p.Ramp.Fade), 1e-6)
	left := math.Exp(-t / τ) // of the growth still to come
	g := &m.grown
	grow := func(e *exponential, rate si.Rate, toCome float64) float64 { return e.growth(perYear(rate), τ, toCome) }

	load := m.gridLoad()
	rise := math.Exp(m.lnPriceRise * t)
	gas := perMWh(p.Gas.Price) * math.Exp(m.lnGasRise*t)
	shell := p.Shell.Capex.SI() * grow(&g.shell, -p.Shell.Fall, left)
	pvFall := grow(&g.pv, -p.Solar.PVFall, left)
	pv := p.Solar.PVCapex.SI() * pvFall
	battery := perMWh(p.Solar.BatteryCapex) * 1e-6 * grow(&g.battery, -p.Solar.BatteryFall, left) // $/Wh
	gridGrowth := grow(&g.grid, p.Ramp.Grid, left)
	gasGrowth := grow(&g.gas, p.Ramp.Gas, left)
	solarGrowth := grow(&g.solar, p.Ramp.Solar, left)
	m.shellW = wPerYear(p.Shell.Addable) * grow(&g.builders, p.Ramp.Shell, left) / 12

	tax, end := shell*perYear(p.Shell.PropertyTax), shell*p.Shell.Decommissioning.SI()
	sumCap := 0.0
	for i := range m.offers {
		o := &m.offers[i]
		later, entrant := left*m.fade[i], &g.entrant[i] // when a new entrant is ready
		var c price
		var now, then float64 // IT watts a year
		o.CurtailedShare = 0
		switch o.Option {
		case Grid, CurtailableGrid:
			grid := m.region(o.Region)
			c.usdPerMWh = perMWh(grid.Price) * rise * (1 + p.Grid.LoadFeedback.SI()*max(0, load[o.Region]-m.load0[o.Region])/regionalLoad[o.Region])
			c.avoidable = c.usdPerMWh
			start := wPerYear(grid.Addable)
			if o.Option == CurtailableGrid {
				start = wPerYear(p.Grid.CurtailableAddable)
				o.CurtailedShare = p.Grid.CurtailedShare.SI()
			}
			now, then = start*gridGrowth, start*grow(entrant, p.Ramp.Grid, later)
		case GasTurbine:
			c = m.thermal(p.Gas.TurbineCapex, gas*p.Gas.TurbineHeatRate.SI())
			now, then = wPerYear(p.Gas.TurbineAddable)*gasGrowth, wPerYear(p.Gas.TurbineAddable)*grow(entrant, p.Ramp.Gas, later)
		case CombinedCycle:
			c = m.thermal(p.Gas.CombinedCapex, gas*p.Gas.CombinedHeatRate.SI())
			now, then = wPerYear(p.Gas.CombinedAddable)*gasGrowth, wPerYear(p.Gas.CombinedAddable)*grow(entrant, p.Ramp.Gas, later)
		case LargeNuclear:
			c = m.reactor(p.Nuclear.LargeCapex.SI(), m.crfNuclear)
			now, then = m.opened(i, wPerYear(p.Nuclear.LargeAddable), t, τ)
		case SMR:
			capex := p.Nuclear.SMRCapex.SI()
			if since := t - m.opens[i-firstReactor]; since > 0 {
				capex *= growth(-perYear(p.Nuclear.SMRLearning), τ, math.Exp(-since/τ))
			}
			c = m.reactor(capex, m.crfNuclear)
			now, then = m.opened(i, wPerYear(p.Nuclear.SMRAddable), t, τ)
		case NuclearRestart:
			c = m.reactor(p.Nuclear.RestartCapex.SI(), m.crfRestart)
			then = wPerYear(p.Nuclear.RestartAddable)
			if t >= m.opens[i-firstReactor] && (m.restarted < p.Nuclear.RestartTotal.SI() || m.queues[i].live > asGoodAsEmpty*then) {
				now = then
			}
		case SolarStorage:
			start := wPerYear(p.Solar.Addable)
			capex := firmSolarUSDPerW(pv, battery, p.Solar.Overbuild.SI(), p.Solar.Storage.In(si.Hour))
			if o.Region == Gulf {
				start = wPerYear(p.Solar.GulfAddable)
				capex = p.Solar.GulfCapex.SI() * pvFall
			}
			c.usdPerMWh = LCOE(capex, m.crfPlant, perYear(p.Plant.Upkeep), 1, 0, 0)
			now, then = start*solarGrowth, start*grow(entrant, p.Ramp.Solar, later)
		}
		o.DerivedUSDPerMWh, o.USDPerMWh, o.AvoidableUSDPerMWh = c.usdPerMWh, c.usdPerMWh, c.avoidable
		if !math.IsNaN(m.pinned) {
			o.USDPerMWh, o.AvoidableUSDPerMWh = m.pinned, m.pinned
		}
		o.USDPerITWattYear = o.USDPerMWh * mwhPerWYear * o.PUE
		o.ShellUSDPerITWatt = shell
		o.TaxUSDPerITWattYear = tax
		o.EndUSDPerITWatt = end
		o.AddableWPerYear = now

		q := &m.queues[i]
		q.canW, q.bill, q.wPerYear, q.yearsPerW, q.least = now/12, o.USDPerITWattYear, then, 1/then, q.nominal
		if then <= 0 || o.Option == NuclearRestart && m.restarted >= p.Nuclear.RestartTotal.SI() {
			q.close()
		}
		sumCap += now
	}
	m.addableW = min(sumCap, m.shellW*12)
	m.average()
}

// average sets what the sites at work save when their chips stop.
func (m *Model) average() {
	sumW, sumUSD := 0.0, 0.0
	for i := range m.offers {
		o := &m.offers[i]
		sumW += m.energised[i]
		sumUSD += m.energised[i] * (o.AvoidableUSDPerMWh*mwhPerWYear*o.PUE + o.OpexUSDPerITWattYear)
	}
	if sumW > 0 {
		m.avoidable = sumUSD / sumW
	}
	m.chips.price(m.avoidable)
}

// opened returns what a reactor's supply adds a year now and when a new entrant
// is ready.
func (m *Model) opened(i int, mature, t, τ float64) (now, then float64) {
	since := t - m.opens[i-firstReactor]
	return approach(mature, since, τ), approach(mature, since+m.queues[i].nominal+1, τ)
}

// asGoodAsEmpty is the queue for restarts, in years of their supply, below which
// none is under way: what is left of the last decays and is never quite nothing.
const asGoodAsEmpty = 1e-3

// thermal prices a gas plant on the site.
func (m *Model) thermal(capex si.USDPerWatt, fuelUSDPerMWh float64) (c price) {
	c.usdPerMWh = LCOE(capex.SI()*m.p.Plant.Reserve.SI(), m.crfPlant, perYear(m.p.Plant.Upkeep), 1, fuelUSDPerMWh, 0)
	c.avoidable = fuelUSDPerMWh
	return c
}

// reactor prices a nuclear plant.
func (m *Model) reactor(capexUSDPerW, crf float64) (c price) {
	fuel, run := perMWh(m.p.Nuclear.Fuel), perMWh(m.p.Nuclear.Operations)
	c.usdPerMWh = LCOE(capexUSDPerW, crf, 0, nuclearFactor, fuel, run)
	c.avoidable = fuel
	return c
}

// approach returns a rate that starts from nothing when supply opens and nears
// its mature value over τ years.
func approach(mature, t, τ float64) float64 {
	if t <= 0 {
		return 0
	}
	return mature * -math.Expm1(-t/τ)
}

func (m *Model) region(r Region) *GridRegion {
	switch r {
	case Gulf:
		return &m.p.Grid.Gulf
	case Nordics:
		return &m.p.Grid.Nordics
	case Asia:
		return &m.p.Grid.Asia
	}
	return &m.p.Grid.US
}

func (m *Model) pue(r Region) float64 {
	switch r {
	case Gulf, Asia:
		return m.p.PUE.Hot.SI()
	case Nordics:
		return m.p.PUE.Cold.SI()
	}
	return m.p.PUE.US.SI()
}

// gridLoad returns the facility watts that AI sites draw from each grid.
func (m *Model) gridLoad() (load [NumRegions]float64) {
	for i := range m.energised {
		switch o := offered[i]; o.Option {
		case Grid, CurtailableGrid:
			load[o.Region] += m.energised[i] * m.offers[i].PUE
		}
	}
	return load
}

// chunkYears is how much of an offer's yearly supply joins its queue before
// developers look again for a better one: half a year's, a convention that keeps
// the marginal wait of two offers within half a year of each other.
const chunkYears = 0.5

// room returns what joins a queue before developers look again.
func (q *queue) room() float64 {
	if free := q.free(); free > chunkYears*q.wPerYear {
		return free
	}
	return chunkYears * q.wPerYear
}

// enter lets want watts join the queues, each the one whose power is cheapest
// with its wait counted,
//
//	bill + D · CRF · wait
//
// where D is what a year's wait is worth to a developer, spread over the life
// of the shell. An offer takes what does not lengthen its wait, or half a year of
// its supply, before the next is looked for, so a month's entrants spread over
// all that are as good. It returns the offer that is cheapest then, its cost, and
// the watts that entered: none once nothing takes any.
//
// Source: this project; D is an input.
// Ignores: that developers differ in place, taste and patience.
// Good to: with the same waits the cheapest bill is taken (a test holds this).
// Needs: want ≥ 0.
func (m *Model) enter(want float64, month int) (best int, cost, entered float64) {
	now, delay := float64(month)*(1./12), m.delayUSDPerITWattYearPerYear
	for i, opens := range &m.opens {
		if q := &m.queues[firstReactor+i]; q.opens > 0 {
			q.opens = positive(opens - now)
		}
	}
	var costs [NumOffers]float64 // in the order of ranked
	m.rank(&costs)
	const most = 40 // looks; what is left then joins the last
	for look := 0; ; look++ {
		best, cost = m.ranked[0], costs[0]
		left := want - entered
		if !(left > 0) || cost == math.Inf(1) {
			return best, cost, entered
		}
		q := &m.queues[best]
		if q.yearsPerW > 0 && look < most {
			if room := q.room(); left > room {
				left = room
			}
		}
		restart := offered[best].Option == NuclearRestart
		if restart { // the rest looks on
			left = min(left, m.p.Nuclear.RestartTotal.SI()-m.restarted)
		}
		q.enter(left)
		entered += left
		if restart {
			m.restarted += left
			if m.restarted >= m.p.Nuclear.RestartTotal.SI() {
				q.close()
			}
		}
		m.demote(&costs, q.cost(delay))
	}
}

// rank puts the offers in the order of what they cost now, in which they mostly are.
func (m *Model) rank(costs *[NumOffers]float64) {
	last, delay := math.Inf(-1), m.delayUSDPerITWattYearPerYear
	for n, i := range &m.ranked {
		c := m.queues[i].cost(delay)
		if c > last {
			costs[n], last = c, c
			continue
		}
		for ; n > 0 && comesBefore(c, i, costs[n-1], m.ranked[n-1]); n-- {
			costs[n], m.ranked[n] = costs[n-1], m.ranked[n-1]
		}
		costs[n], m.ranked[n] = c, i
	}
}

// demote moves the first offer to its place by its new, higher cost.
func (m *Model) demote(costs *[NumOffers]float64, cost float64) {
	first, n := m.ranked[0], 1
	for ; n < NumOffers && comesBefore(costs[n], m.ranked[n], cost, first); n++ {
		costs[n-1], m.ranked[n-1] = costs[n], m.ranked[n]
	}
	costs[n-1], m.ranked[n-1] = cost, first
}

// comesBefore tells whether offer i, at cost c, ranks before offer j at cost d: the first
// of equals does.
func comesBefore(c float64, i int, d float64, j int) bool { return c < d || c == d && i < j }

// Offers returns every offer as it stands, in fixed order, with an infinite wait
// where nothing more is taken; the slice is the model's own and holds until the
// next Month.
func (m *Model) Offers() []Offer {
	for i := range m.offers {
		m.offers[i].YearsToPower = m.queues[i].wait()
	}
	return m.offers[:]
}

// Vintages returns the chips at work by year; the slice is the model's own and
// holds until the next Month.
func (m *Model) Vintages() []Vintage { return m.chips.vintages[m.chips.first : m.chips.last+1] }

// DearestUSDPerH100eHour is what the vintage that costs most to run saves by an hour
// not run, or a little more.
func (m *Model) DearestUSDPerH100eHour() float64 { return m.chips.dearest }
