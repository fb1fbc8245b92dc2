package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/market"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// reset makes the workspace ready for a draw.
func (e *Enterprise) reset(s *Scenario, chance Chance, out *Result) {
	e.s, e.chance, e.out = s, chance, out
	e.months = min(max(int(math.Round(s.Run.Horizon.In(si.Month))), 1), MaxHorizonMonths)
	*out = Result{Months: e.months}
	if e.told != nil {
		e.told.reset()
	}
	if e.flows != nil {
		*e.flows = Flows{}
	}
	out.ladderMonth = min((LadderYear-firstYear)*12+midYear, e.months-1)

	if key := lightKey(&s.Orbit); e.lightKey != key { // design choices, the same in all draws of a study
		e.light[launch.DawnDusk], e.light[launch.Inclined] = orbit.Lights(&s.Orbit)
		e.lightKey = key
	}
	for t := range e.spec {
		e.spec[t] = sat.Spec{ITPower: s.Operator.ITPower, Life: s.Operator.Life, Compute: sat.Compute{
			JunctionLimit:  s.Workload.Accelerator.JunctionLimit,
			PeakPerAverage: s.Workload.Accelerator.PeakPerAverage.SI(),
			Terminals:      int(s.Network.Link.Terminals),
		}}
	}
	e.spec[launch.DawnDusk].Environment, e.spec[launch.Inclined].Environment = orbit.EnvironmentsLit(&s.Orbit, e.light[launch.DawnDusk], e.light[launch.Inclined])
	e.design = [launch.NumTargets]design{} // an orbit that is never reached has none
	for t := range e.sizer {
		e.sizer[t] = sat.NewSizer(&s.Satellite, &e.spec[t])
		e.node[t] = network.NewNode(&s.Network, s.Operator.ITPower, e.spec[t].Environment.Altitude)
		e.duty[t].doseGyPerYear = -1
		e.mode[t] = sat.Battery
	}
	dawnDusk, inclined := s.Orbit.Deployment()
	e.launch.Reset(&s.Launch, [launch.NumTargets]orbit.Circular{launch.DawnDusk: dawnDusk, launch.Inclined: inclined}, launch.Pins{
		PayloadKg:      float64(s.Stated.Payload),
		USDPerKg:       float64(s.Stated.LaunchUSDPerKg),
		FlightsPerYear: s.Stated.FlightsPerYear.In(si.PerYear),
	})
	e.events.reset(s, &e.chance)
	e.fleetParams = s.Fleet
	e.fleetParams.Licence.Granted += si.Count(e.events.licence)
	e.fleet.Reset(&e.fleetParams)
	e.chips.Reset(&s.Workload)
	e.market.Reset(&s.Market)
	e.terms = s.Finance.Terms()
	e.ground.Reset(&s.Ground, e.terms.PowerRatePerYear(), s.Stated.GroundUSDPerMwh.In(si.DollarPerMegawattHour))
	rate := e.terms.RatePerYear()
	e.chipCRF, e.shellCRF = finance.CRF(rate, s.Ground.ChipLife.In(si.Year)), finance.CRF(rate, s.Ground.Shell.Life.In(si.Year))
	e.budget.Reset(&s.Finance)
	e.moon.reset(s)
	e.group.reset(s, &e.chance, e.told != nil)
	e.project.Reset()

	last := min(firstYear+e.months/12+maxWaitYears-firstGeneration, generationYears-1)
	s.Workload.Generations(firstGeneration+0.5, e.generations[:last+1])
	for i := last + 1; i < generationYears; i++ {
		e.generations[i] = e.generations[last]
	}
	for p := range e.groundShare {
		e.groundShare[p] = workload.Delivered(workload.GroundWaterfall(&s.Workload, workload.Product(p)))
		e.groundHours[p] = hoursPerYear * e.groundShare[p]
	}

	e.given = givenBy(s)
	e.given.hoursPerMonth = hoursPerYear * e.groundShare[Inference] / 12
	plan := &s.Operator.Plan
	e.operator = operator{planW: plan.FirstRate.In(si.GigawattPerYear) * 1e9, growth: math.Exp(math.Log1p(plan.Growth.In(si.PerYear)) / 12)}
	e.operator.planW = min(e.operator.planW, e.given.planCeilingW)
	e.lift, e.built = launch.Lift{}, fleet.Output{BusCostFactor: 1}
	e.margin = 0
	e.restUSD = [launch.NumTargets]float64{}
	e.here = e.ground.Now()
	start := s.Market.StartPrice.In(si.DollarPerYear) / hoursPerYear
	e.prices = market.Prices{USDPerHour: [NumProducts]float64{start, start, start}, OrbitSold: 1, GroundSold: 1}
}

// given are inputs in the units that months and quotes take them in: a division each, done once.
type given struct {
	planCeilingW                           float64 // largest yearly order, IT watts
	lossYears, longestLead, groundPipeline float64
	chipLife, halfBuild, raise             float64 // years; of the ground's chips; half of building a shell; from liftoff to service
	repairs                                float64 // of chips on the ground, share of their price a year
	moonCeiling                            float64 // landers a year
	hoursPerMonth                          float64 // sold on the ground by an H100e that infers
}

func givenBy(s *Scenario) given {
	return given{
		planCeilingW: s.Operator.Plan.Ceiling.In(si.GigawattPerYear) * 1e9,
		lossYears:    s.Operator.LossYears.In(si.Year), longestLead: s.World.LongestLead.In(si.Year), groundPipeline: s.World.GroundPipeline.In(si.Year),
		chipLife: s.Ground.ChipLife.In(si.Year), halfBuild: s.Ground.Shell.Build.In(si.Year) / 2,
		raise:       (s.Fleet.Pipeline.Raise + s.Fleet.Pipeline.Checkout).In(si.Year),
		repairs:     s.Fleet.Partial.ChipGround.In(si.PerYear) * (1 - s.Workload.Price.Warranty.SI()),
		moonCeiling: s.Operator.Moon.Ceiling.In(si.PerYear),
	}
}

// lightKey is what sunlight and shadow depend on.
func lightKey(p *orbit.Params) [4]float64 {
	return [4]float64{float64(p.Altitude), float64(p.NodeLocalTime), float64(p.InclinedAltitude), float64(p.InclinedInclination)}
}

const (
	// MaxHorizonMonths leaves the last satellites ten years to run off.
	MaxHorizonMonths = finance.MaxMonths - 120
	midYear          = 6  // July: the middle of the year's months
	maxWaitYears     = 12 // the longest wait for power that changes which chips are bought
)

// supply lists what can run this month: every vintage of chips on the ground and
// the fleet in orbit.
func (e *Enterprise) supply() []market.Block {
	vintages := e.ground.Vintages()
	n := len(vintages)
	hours, perSold := &e.groundHours, ratio(1, e.groundShare[Inference])
	for i := range vintages {
		v, b := &vintages[i], &e.blocks[i]
		b.Orbit = false
		b.HoursPerYear = [NumProducts]float64{v.H100e[0] * hours[0], v.H100e[1] * hours[1], v.H100e[2] * hours[2]}
		b.AvoidableUSDPerHour = v.AvoidableUSDPerH100eHour * perSold
	}
	if e.built.Operating > 0 {
		b := &e.blocks[n]
		b.Orbit = true
		for p := range b.HoursPerYear {
			b.HoursPerYear[p] = hoursPerYear * e.built.H100e[p]
		}
		b.AvoidableUSDPerHour = ratio(12*e.built.AvoidableUSD, b.HoursPerYear[Inference])
		n++
	}
	return e.blocks[:n]
}

func (e *Enterprise) orbitShare() *[NumProducts]float64 {
	return &e.design[e.operator.target].share
}

// orbitRevenue fills in what a delivered H100e in orbit earns a year in each product.
func (e *Enterprise) orbitRevenue(usdPerH100eYear *[NumProducts]float64) {
	price, sold := &e.prices.USDPerHour, e.prices.OrbitSold
	usdPerH100eYear[0] = hoursPerYear * price[0] * sold
	usdPerH100eYear[1] = hoursPerYear * price[1] * sold
	usdPerH100eYear[2] = hoursPerYear * price[2] * sold
}

// orbitIncome is this month's revenue of the fleet, sold as the network allows.
func (e *Enterprise) orbitIncome(d *design) (usd float64) {
	if e.built.Operating <= 0 {
		return 0
	}
	h, price := &e.built.H100e, &e.prices.USDPerHour
	gain := [NumProducts]float64{h[0] * price[0], h[1] * price[1], h[2] * price[2]}
	return mix(&gain, &d.share) * e.prices.OrbitSold * (hoursPerYear / 12)
}

// orbitRunning is what the fleet costs this month beside what is ordered for it:
// operations, fees and gateways, repairs, and liability for satellites that could
// not be brought down.
func (e *Enterprise) orbitRunning() float64 {
	return e.built.AvoidableUSD + e.built.RepairUSD + e.built.DisposalFailures*e.s.Finance.Charges.FailedDisposalLiability.SI()
}

// insurance is this month's premium above the expected loss, on what flies.
func (e *Enterprise) insurance(d *design, launchUSD float64) float64 {
	p := e.lift.FailureProbability
	if launchUSD == 0 || p >= 1 {
		return 0
	}
	aboard := float64(e.lift.DataCentreFlights)*d.perFlight*(d.fleet.BusUSD+d.fleet.ChipUSD) + launchUSD
	return aboard * p / (1 - p) * e.s.Finance.Charges.InsuranceLoading.SI()
}

// keepBooks pays for the month and returns the margin of the group's compute.
func (e *Enterprise) keepBooks(p *plan, g *grant) (marginUSD float64) {
	d := &e.design[p.target]
	launchUSD := float64(e.lift.DataCentreFlights) * p.flightUSD
	orbitCapex := e.built.MadeUSD + launchUSD
	moonUSD, moonRunning := e.payMoon(d)
	if w := e.built.ChipWattsUsed; w > 0 {
		e.operator.charge(w * e.orbit[p.target].npvUSDPerW(&e.prices.USDPerHour))
	}
	if orbitCapex > 0 {
		e.out.ProgrammeUSD += orbitCapex
		e.out.ProgrammeW += e.built.ChipWattsUsed
		e.out.GroundInsteadW += ratio(orbitCapex, e.earth.CapexUSDPerW)
	}

	income := e.orbitIncome(d)
	running := e.orbitRunning() + e.insurance(d, launchUSD)
	e.project.Add(e.month, income-running-orbitCapex)

	groundCapex := 0.0
	if g.groupGroundW > 0 {
		groundCapex = g.groupGroundW * e.earth.CapexUSDPerW
	}
	spent := e.budget.Spend(orbitCapex + groundCapex + moonUSD)
	e.out.OverspentUSD += orbitCapex + groundCapex + moonUSD - spent

	perWatt := ratio(e.here.H100e[Inference], e.here.InstalledW) * e.given.hoursPerMonth * e.prices.USDPerHour[Inference] * e.prices.GroundSold
	groundMargin := e.here.GroupInstalledW * (perWatt - e.here.AvoidableUSDPerITWattYear/12)
	earned := income + e.here.GroupInstalledW*perWatt
	e.group.sold = groupSales{
		earnedUSD:  earned,
		runningUSD: running + e.here.GroupInstalledW*e.here.AvoidableUSDPerITWattYear/12,
		capexUSD:   e.built.MadeUSD - e.moon.partsUSD + groundCapex,
		watts:      e.built.ITWatts + e.here.GroupInstalledW,
	}
	if f := e.flows; f != nil {
		f.books = flowBooks{
			orbitSales: income, groundSales: e.here.GroupInstalledW * perWatt, orbitRunning: running, ownUse: e.ownUse() * earned,
			satellites: e.built.MadeUSD, launch: launchUSD, ground: groundCapex, moon: moonUSD,
		}
	}
	return income - running + groundMargin - moonRunning - e.ownUse()*earned
}
