package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// Quote is what a cohort ordered this month costs, by IT watt, whether or not
// anybody orders it.
type Quote struct {
	finance.Cost                      // +Inf by the hour if it cannot be delivered
	CapexUSDPerW float64              // cash for chips, satellite and launch, or chips and shell
	share        [NumProducts]float64 // largest share that can be sold into each product
}

// npvUSDPerW is the net present value of a watt if prices stay in step with what
// the market expects.
func (q *Quote) npvUSDPerW(price *[NumProducts]float64) float64 {
	return q.BillUSDPerW * (q.worth(price) - 1)
}

// worth is what a watt earns for each dollar of its bill at the given prices if
// it is sold into the products that pay best, each up to its share.
func (q *Quote) worth(price *[NumProducts]float64) float64 {
	c := &q.USDPerHour
	gain := [NumProducts]float64{earned(price[0], c[0]), earned(price[1], c[1]), earned(price[2], c[2])}
	return mix(&gain, &q.share)
}

// earned is what an hour sells for by what it costs, nothing where that is infinite.
func earned(price, cost float64) float64 {
	if cost > 0 {
		return price / cost
	}
	return 0
}

// best is what a watt earns for each dollar of its bill in the product that pays
// best, for a side that sells every product without limit.
func (q *Quote) best(price *[NumProducts]float64) (most float64) {
	for p, cost := range q.USDPerHour {
		if gain := price[p] / cost; gain > most { // nothing where cost is infinite
			most = gain
		}
	}
	return most
}

// mix fills a whole from the best parts first, each up to its share, from 0 to 1.
func mix(gain, share *[NumProducts]float64) (sum float64) {
	a, b, c := gain[0], gain[1], gain[2]
	shareA, shareB, shareC := share[0], share[1], share[2]
	if b > a { // three exchanges sort three
		a, b, shareA, shareB = b, a, shareB, shareA
	}
	if c > b {
		b, c, shareB, shareC = c, b, shareC, shareB
	}
	if b > a {
		a, b, shareA, shareB = b, a, shareB, shareA
	}
	shareB = si.Lesser(shareB, 1-shareA)
	shareC = si.Lesser(shareC, 1-shareA-shareB)
	return shareA*a + shareB*b + shareC*c
}

// quoteOrbit prices a satellite ordered this month for an orbit, at the launch
// price and the risk of this month.
func (e *Enterprise) quoteOrbit(t launch.Target, q *Quote) {
	d := &e.design[t]
	switch {
	case e.lift.PayloadKg[t] <= 0: // nothing flies there, whatever the satellite
		d.perFlight = 0
		*q = unreachable()
	case !d.sized:
		e.choose(t, q)
	default:
		e.quoteDesign(t, d, q)
	}
}

// quoteDesign prices a satellite of this year for an orbit.
func (e *Enterprise) quoteDesign(t launch.Target, d *design, q *Quote) {
	d.perFlight = 0
	if d.closed {
		launchKg := d.fleet.MassKg
		if e.moon.storeKg > 0 || d.moonUSD != 0 {
			launchKg = e.takeMoonParts(t, d)
		}
		byMass, byVolume := e.lift.PayloadKg[t]/launchKg, e.lift.VolumeM3/d.stowedM3
		d.perFlight = math.Floor(si.Lesser(byMass, byVolume))
	}
	if d.perFlight < 1 || e.lift.FailureProbability >= 1 || d.hazards.InfantShare >= 1 || d.hazards.SpareShare >= 1 { // or nothing enters service
		d.perFlight = 0
		*q = unreachable()
		return
	}
	e.orbitCohort(t, d, false)
	capex := e.orbitCapex(t, d)
	e.restUSD[t] = capex - d.chipUSD - d.marginUSD
	e.quote(q, &e.cohorts[t], &d.share, capex)
}

// unreachable is the quote of what cannot be had at any price.
func unreachable() Quote {
	inf := math.Inf(1)
	return Quote{Cost: finance.Cost{USDPerHour: [NumProducts]float64{inf, inf, inf}, BillUSDPerW: inf}, CapexUSDPerW: inf}
}

// launchUSDPerW is what launching an IT watt costs at the price basis of the run.
func (e *Enterprise) launchUSDPerW(t launch.Target, d *design) float64 {
	return e.flightUSD(t) / (d.perFlight * d.fleet.ITWatts)
}

// flightUSD is what a flight costs at the price basis of the run.
func (e *Enterprise) flightUSD(t launch.Target) float64 {
	return e.lift.USDPerKg[t][e.s.Launch.Basis] * e.lift.PayloadKg[t]
}

// orbitCapex is the cash an IT watt in orbit takes before it earns.
func (e *Enterprise) orbitCapex(t launch.Target, d *design) float64 {
	return (d.fleet.BusUSD+d.fleet.ChipUSD)/d.fleet.ITWatts + e.launchUSDPerW(t, d)
}

// orbitCohort writes the bill of an IT watt ordered this month for an orbit, line
// by line or with what is paid and written off alike in one.
func (e *Enterprise) orbitCohort(t launch.Target, d *design, byLine bool) {
	c, h, charges := &e.cohorts[t], &d.hazards, &e.s.Finance.Charges
	watts := d.fleet.ITWatts
	start := si.Greater(e.built.PipelineMonths, h.StartMonths) / 12
	liftoff := start - e.given.raise

	launchUSD := e.launchUSDPerW(t, d)
	aboard := d.chipUSD + d.marginUSD + d.hardwareUSD + launchUSD
	p := e.lift.FailureProbability
	lost := aboard * p / (1 - p)                                            // to be bought again for each watt that arrives
	spare := (aboard + lost) * (1/((1-h.InfantShare)*(1-h.SpareShare)) - 1) // for each watt in service

	c.Reset()
	c.StartYears, c.LifeYears = start, h.LifeYears
	c.HazardPerYear, c.FadePerYear = h.HazardPerYear, h.FadePerYear
	c.HoursPerWattYear = d.hoursPerWattYear
	insurance := lost * charges.InsuranceLoading.SI()
	if !byLine {
		m := &c.Summary
		m.First.Chips, m.First.Satellite = d.chipUSD+d.marginUSD, d.hardwareUSD
		m.Later.AtYears, m.Later.Satellite, m.Later.Expense = liftoff, launchUSD+lost+spare, insurance
		m.PerYearUSDPerSurvivingW, m.EndUSDPerSurvivingW = d.yearlyUSD, d.endUSD
		return
	}
	upfront := func(l finance.Line, class finance.Class, usdPerW, at float64) {
		c.Add(finance.Item{Line: l, Class: class, UpfrontUSDPerW: usdPerW, AtYears: at})
	}
	perYear := func(l finance.Line, usdPerW float64) {
		c.Add(finance.Item{Line: l, PerYearUSDPerW: usdPerW, PerSurvivor: true})
	}
	upfront(finance.LineChips, finance.ChipClass, d.chipUSD, 0)
	upfront(finance.LineChipMargin, finance.ChipClass, d.marginUSD, 0)
	upfront(finance.LineArray, finance.SatelliteClass, d.arrayUSD, 0)
	upfront(finance.LineBus, finance.SatelliteClass, d.busUSD+d.moonUSD/watts, 0)
	upfront(finance.LineRadiator, finance.SatelliteClass, d.radiatorUSD, 0)
	upfront(finance.LineIntegration, finance.SatelliteClass, d.integrationUSD, 0)
	upfront(finance.LineTerminals, finance.SatelliteClass, d.terminalUSD, 0)
	upfront(finance.LineLaunch, finance.SatelliteClass, launchUSD, liftoff)
	upfront(finance.LineLaunchLoss, finance.SatelliteClass, lost, liftoff)
	upfront(finance.LineInsurance, finance.Expense, insurance, liftoff)
	upfront(finance.LineSpares, finance.SatelliteClass, spare, liftoff)
	perYear(finance.LineOperations, charges.OperationsPerSatellite.In(si.DollarPerYear)/watts)
	perYear(finance.LineLicence, charges.LicencePerSatellite.In(si.DollarPerYear)/watts)
	perYear(finance.LineNetwork, d.gateway)
	if h.RepairsPerYear > 0 {
		perYear(finance.LineSpares, d.repairUSD)
	}
	c.Add(finance.Item{Line: finance.LineDisposalFailures, PerSurvivor: true, EndUSDPerW: d.endUSD})
}

// quoteGround prices a watt ordered this month on the ground, with chips of the
// year in which it gets power: in a site that stands empty with power, if many
// do, else at the offer whose hour is cheapest with its wait counted.
func (e *Enterprise) quoteGround(q *Quote) {
	o, wait := e.site()
	if !(wait < nobodyWaits) {
		*q = unreachable()
		_, q.CapexUSDPerW, _ = e.chipsFor(e.generation(e.year), 0) // for sites that have power already
		return
	}
	capex := e.siteCohort(o, wait)
	e.quote(q, &e.cohorts[groundCohort], &wholly, capex)
}

// site returns the offer that a watt ordered this month takes, and its wait.
//
// The offers' levelised hours are compared in short: a level year of chips, shell,
// power and operations, over the hours of the chips that ship when power comes, at
// what the price will be by then,
//
//	(CRF·chips + CRF·shell + power + opex) / (H(t+w) · e^(−g·w))
//
// which leaves out tax, interest before service and resale, alike for all.
func (e *Enterprise) site() (best *ground.Offer, wait float64) {
	k := e.s.Run.Headline
	empty := e.here.RoomW > emptyMonths*(e.merchantW+e.ownW)/12
	offers, lowest, fall := e.ground.Offers(), math.Inf(1), e.terms.LnFallPerYear(int(k))
	for i := range offers {
		o := &offers[i]
		w := o.YearsToPower
		if empty { // sites with power stand empty: the next chips go there
			w = 0
		}
		if !(w < nobodyWaits) {
			continue
		}
		gen := e.generation(e.year + w)
		h, chipUSD, _ := e.chipsFor(gen, o.ShellUSDPerITWatt)
		year := e.chipCRF*chipUSD + e.shellCRF*o.ShellUSDPerITWatt + o.USDPerITWattYear + o.OpexUSDPerITWattYear + o.TaxUSDPerITWattYear
		hours, x := h[k]*(1-o.CurtailedShare), fall*w
		if year*(1+x*(1+x*(1./2+x*(1./6)))) >= lowest*hours { // e^x is no less: out without it
			continue
		}
		hours *= e.terms.PriceAfter(int(k), w)
		if year < lowest*hours {
			best, wait, lowest = o, w, year/hours
		}
	}
	if best == nil {
		return e.here.Best, math.Inf(1)
	}
	return best, wait
}

var wholly = [NumProducts]float64{1, 1, 1} // every product sells on the ground without limit

// siteCohort writes the bill of an IT watt ordered this month on the ground and
// returns the cash that the group puts into it.
func (e *Enterprise) siteCohort(o *ground.Offer, energised float64) (capexUSDPerW float64) {
	return e.siteBill(o, energised, false)
}

// siteBill is siteCohort, line by line or with what is paid and written off alike
// in one.
func (e *Enterprise) siteBill(o *ground.Offer, energised float64, byLine bool) (capexUSDPerW float64) {
	c, s := &e.cohorts[groundCohort], e.s
	start := energised + e.given.groundPipeline
	gen := e.generation(e.year + energised)
	h100e, chipUSD, marginUSD := e.chipsFor(gen, o.ShellUSDPerITWatt)
	resale := s.Finance.Charges.ChipResale.SI() * chipUSD

	c.Reset()
	c.StartYears, c.LifeYears = start, e.given.chipLife
	c.HazardPerYear, c.FadePerYear = 0, 0 // failed chips are replaced out of the repair bill
	for k := range c.HoursPerWattYear {
		c.HoursPerWattYear[k] = hoursPerYear * h100e[k] * e.groundShare[k] * (1 - o.CurtailedShare)
	}
	// The shell is paid while it is built, on average half the building time early.
	shellAt := max(0, energised-e.given.halfBuild)
	repair := e.given.repairs * chipUSD
	// Taking the shell down is paid once in its life, not once in the chips'.
	end := o.EndUSDPerITWatt * min(1, c.LifeYears/o.ShellLifeYears)
	if byLine {
		c.Add(finance.Item{Line: finance.LineShell, Class: finance.ShellClass, UpfrontUSDPerW: o.ShellUSDPerITWatt, AtYears: shellAt, AssetLifeYears: o.ShellLifeYears})
		c.Add(finance.Item{Line: finance.LineChips, Class: finance.ChipClass, UpfrontUSDPerW: chipUSD - marginUSD, AtYears: energised, EndUSDPerW: -resale})
		c.Add(finance.Item{Line: finance.LineChipMargin, Class: finance.ChipClass, UpfrontUSDPerW: marginUSD, AtYears: energised})
		c.Add(finance.Item{Line: finance.LineElectricity, PerYearUSDPerW: o.USDPerITWattYear})
		c.Add(finance.Item{Line: finance.LineOperations, PerYearUSDPerW: o.OpexUSDPerITWattYear})
		c.Add(finance.Item{Line: finance.LineSpares, PerYearUSDPerW: repair})
		c.Add(finance.Item{Line: finance.LineTaxes, PerYearUSDPerW: o.TaxUSDPerITWattYear})
		c.Add(finance.Item{Line: finance.LineDisposal, EndUSDPerW: end})
	} else {
		m := &c.Summary
		m.First.AtYears, m.First.Shell, m.ShellLifeYears = shellAt, o.ShellUSDPerITWatt, o.ShellLifeYears
		m.Later.AtYears, m.Later.Chips = energised, chipUSD
		m.PerYearUSDPerW, m.EndUSDPerW = o.USDPerITWattYear+o.OpexUSDPerITWattYear+repair+o.TaxUSDPerITWattYear, end-resale
	}
	return chipUSD + o.ShellUSDPerITWatt
}

// emptyMonths of the world's chips is how much powered room may stand empty
// before a buyer fills it instead of joining a queue: the stock that churn and
// acceptance always leave (a convention).
const emptyMonths = 3

// chipsFor returns the chips that a cohort is quoted with, H100e and dollars by
// IT watt and the vendor's margin in them: the merchants', or the group's own
// once its fab makes any, whichever gives the cheaper headline hour beside the
// rest of the cohort's bill. The same choice is open to both sides.
func (e *Enterprise) chipsFor(gen *workload.Generation, restUSD float64) (h100e *[NumProducts]float64, usd, marginUSD float64) {
	k := e.s.Run.Headline
	if e.ownW > 0 &&
		(gen.OwnUSDPerITWatt+restUSD)*gen.H100ePerITWatt[k] < (gen.USDPerITWatt+restUSD)*gen.OwnH100ePerITWatt[k] {
		return &gen.OwnH100ePerITWatt, gen.OwnUSDPerITWatt, 0
	}
	return &gen.H100ePerITWatt, gen.USDPerITWatt, gen.USDPerITWatt * gen.MarginShare
}

// quote levelises a cohort.
func (e *Enterprise) quote(q *Quote, c *finance.Cohort, share *[NumProducts]float64, capexUSDPerW float64) {
	e.terms.Levelise(c, &q.Cost)
	q.CapexUSDPerW = capexUSDPerW
	q.share[0], q.share[1], q.share[2] = share[0], share[1], share[2] // one by one: copies of three overlap, and wait
}

// generation returns the accelerators that ship in a year.
func (e *Enterprise) generation(year float64) *workload.Generation {
	i := int(year - firstGeneration)
	return &e.generations[max(0, min(i, len(e.generations)-1))]
}

// costFall is the share of itself that the cost of a rated hour on the ground
// loses a year over the life of the chips ordered now, by what accelerators and
// their servers are expected to become.
func (e *Enterprise) costFall() (sharePerYear [NumProducts]float64) {
	const ahead = 5 // years, about a life of chips
	now, then := e.generation(e.year), e.generation(e.year+ahead)
	shell := e.here.Best.ShellUSDPerITWatt
	for p := range sharePerYear {
		before := (now.USDPerITWatt + shell) / now.H100ePerITWatt[p]
		after := (then.USDPerITWatt + shell) / then.H100ePerITWatt[p]
		sharePerYear[p] = -math.Expm1(math.Log(after/before) / ahead)
	}
	return sharePerYear
}

// pinned tells whether an optional input is given.
func pinned(x float64) bool { return !math.IsNaN(x) }

// The cohorts that are quoted every month: one for each orbit, then the ground's.
const (
	groundCohort = int(launch.NumTargets)
	NumCohorts   = groundCohort + 1
)

const (
	firstYear = 2026
	// hoursPerYear is the Julian year.
	hoursPerYear = 8766
	// History is the number of months that are replayed from the record:
	// January to September 2026.
	History = 9

	firstGeneration = 2020 // earlier chips are not launched by anybody
	generationYears = 50

	nobodyWaits = 100 // years for power: no contract runs as long, and no price is known that far
)
