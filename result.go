package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/launch"
)

// MaxYears is the number of calendar years a result can hold.
const MaxYears = MaxHorizonMonths/12 + 1

// LadderYear is the year whose bills a result keeps line by line.
const LadderYear = 2035

// crossoverMonths is how long orbit must stay below ground to have crossed over.
const crossoverMonths = 24

// Result is what one draw leaves behind: yearly values and a few scalars.
type Result struct {
	Months int
	Years  [MaxYears]Year

	Crossover  [NumProducts]float64 // year of the first of 24 months below ground; +Inf: never
	Recrossed  [NumProducts]bool    // ground became cheaper again later
	Censored   [NumProducts]bool    // below ground at the horizon, but for less than 24 months
	Built      bool                 // any satellite entered service
	NoDawnDusk bool                 // in 2030 no flight reached the dawn–dusk orbit

	Ladder [NumSides]Ladder // of LadderYear, headline product

	IRR            float64 // of the orbital programme, real, before tax; NaN if it never turns
	NPVUSD         float64
	PeakFundingUSD float64
	PaybackYear    float64 // +Inf: never

	// The capital of the orbital programme over the horizon, what it bought, and
	// what the same capital would have bought on the ground month by month: IT
	// watts of chips and shells, their queue for power left aside.
	ProgrammeUSD, ProgrammeW, GroundInsteadW float64

	Chips        ChipBalance
	Satellites   SatelliteBalance
	Cash         CashBalance
	OverspentUSD float64 // beyond the money reported, in months of the record only: there what was built was built

	ladderMonth int
	below       [NumProducts]int // months in a row that orbit has been below ground
	limits      [NumLimits]uint16
	groundLimit [NumGroundLimits]uint16
}

// Side is one of the two sides compared.
type Side uint8

// The sides.
const (
	Orbit Side = iota
	Ground
	NumSides
)

// String names the side.
func (s Side) String() string { return enumName([]string{"orbit", "ground"}, uint8(s)) }

// Ladder is a side's bill by line: the level rent of an IT watt that pays each.
type Ladder struct {
	USDPerWattYear     [finance.NumLines]float64
	RentUSDPerWattYear float64 // their sum
	USDPerHour         float64 // levelised

	// Of the rent, what finance adds to the cash: the last rung.
	InterestUSDPerWattYear, TaxUSDPerWattYear float64
}

// HoursPerWattYear is how many hours, each sold at the price of the day of the
// order, a watt-year is worth: what it delivers, less for coming late, for
// falling prices and for failures.
func (l *Ladder) HoursPerWattYear() float64 { return ratio(l.RentUSDPerWattYear, l.USDPerHour) }

// Year is one calendar year of a draw. Costs are those of cohorts ordered in
// mid-year; capacities are the year's end; flows are the year's.
type Year struct {
	OrbitUSDPerHour  [NumProducts]float64 // +Inf: cannot be delivered
	GroundUSDPerHour [NumProducts]float64
	PriceUSDPerHour  [NumProducts]float64
	OrbitPays        bool // at these prices an orbital cohort earns its cost, cheaper than the ground or not

	OrbitGW, GroundGW, GroupGroundGW float64 // IT watts at work
	GroundAddableGW                  float64 // a year

	Flights, Failures, DataCentreFlights float64
	DeliveredT                           float64 // to orbit by Starship
	USDPerKg                             float64 // at the run's price basis, to the chosen orbit; +Inf: not reached
	PayloadT                             float64 // of a data-centre flight
	Satellites                           float64 // launched
	FailureProbability                   float64

	Limit       Limit // what kept orbit from growing in most months
	GroundLimit uint8 // the same on the ground
}

// ChipBalance are the chips of a draw, IT watts: made = used + stocked.
type ChipBalance struct{ MadeW, UsedW, StockedW float64 }

// SatelliteBalance are the satellites of a draw:
// made = waiting + lost + alive + failed + retired.
type SatelliteBalance struct{ Made, Waiting, LostAtLaunch, Alive, Failed, Retired float64 }

// CashBalance is the group's compute budget: in = spent + returned + left.
type CashBalance struct{ InUSD, SpentUSD, ReturnedUSD, LeftUSD float64 }

// record keeps what a month did.
func (e *Enterprise) record(p *plan) {
	out, q := e.out, &e.orbit[p.target]
	year, month := e.month/12, e.month%12
	y := &out.Years[year]
	for k := range q.USDPerHour {
		if q.USDPerHour[k] < e.earth.USDPerHour[k] {
			out.below[k]++
			if out.below[k] == crossoverMonths && out.Crossover[k] == 0 {
				out.Crossover[k] = firstYear + float64(e.month+1-crossoverMonths)/12
			}
		} else if out.below[k] > 0 {
			out.below[k] = 0
			out.Recrossed[k] = out.Recrossed[k] || out.Crossover[k] != 0
		}
	}
	y.Flights += float64(e.lift.Flights)
	y.Failures += float64(e.lift.Failures)
	y.DataCentreFlights += float64(e.lift.DataCentreFlights)
	y.DeliveredT += e.lift.DeliveredKg / 1e3
	y.Satellites += e.built.Launched
	out.limits[e.limit(p)]++
	out.groundLimit[e.groundLimit(p)]++
	b := &out.Satellites
	b.Made += e.built.Made
	b.LostAtLaunch += e.built.LostAtLaunch
	b.Failed += e.built.Failed
	b.Retired += e.built.Retired
	out.Built = out.Built || e.built.Operating > 0

	if month == midYear {
		y.OrbitUSDPerHour, y.GroundUSDPerHour, y.PriceUSDPerHour = q.USDPerHour, e.earth.USDPerHour, e.prices.USDPerHour
		y.OrbitPays = q.worth(&e.prices.USDPerHour) >= 1
		y.USDPerKg = e.lift.USDPerKg[p.target][e.s.Launch.Basis]
		y.PayloadT = e.lift.PayloadKg[p.target] / 1e3
		y.FailureProbability = e.lift.FailureProbability
		if year == 2030-firstYear {
			out.NoDawnDusk = e.lift.PayloadKg[launch.DawnDusk] <= 0
		}
	}
	if month == 11 || e.month == e.months-1 {
		y.Limit = Limit(most(out.limits[:]))
		y.GroundLimit = uint8(most(out.groundLimit[:]))
		out.limits, out.groundLimit = [NumLimits]uint16{}, [NumGroundLimits]uint16{}
		// What has all been taken out leaves the rounding of its sum.
		y.OrbitGW, y.GroundGW, y.GroupGroundGW = max(0, e.built.ITWatts/1e9), max(0, e.here.InstalledW/1e9), max(0, e.here.GroupInstalledW/1e9)
		y.GroundAddableGW = e.here.AddableWPerYear / 1e9
	}
	if e.told != nil {
		e.tell(p)
	}
	if e.flows != nil {
		e.tellFlows()
	}
	if e.month == e.months-1 {
		e.balance()
	}
}

// keepBills keeps both sides' bills line by line, as they stand when orders are
// decided.
func (e *Enterprise) keepBills(t launch.Target) {
	keep, last := e.month == e.out.ladderMonth, e.bills != nil && e.month == e.months-1
	if !keep && !last {
		return
	}
	if last {
		*e.bills = Bills{}
	}
	if d := &e.design[t]; d.perFlight >= 1 {
		e.orbitCohort(t, d, true)
		e.keepBill(Orbit, &e.cohorts[t], keep, last)
	}
	if o, wait := e.site(); wait < nobodyWaits {
		e.siteBill(o, wait, true)
		e.keepBill(Ground, &e.cohorts[groundCohort], keep, last)
	}
}

func (e *Enterprise) keepBill(s Side, c *finance.Cohort, keep, last bool) {
	if keep {
		e.out.Ladder[s] = e.ladder(c, int(e.s.Run.Headline))
	}
	if last {
		e.bills.Has[s], e.bills.Side[s] = true, e.bill(c)
	}
}

func (e *Enterprise) ladder(c *finance.Cohort, product int) Ladder {
	l := finance.Climb(c, &e.terms, product)
	return Ladder{
		USDPerWattYear: l.RentUSDPerWattYear, RentUSDPerWattYear: l.Total.USDPerWattYear, USDPerHour: l.Total.USDPerHour,
		InterestUSDPerWattYear: l.Interest.USDPerWattYear, TaxUSDPerWattYear: l.Tax.USDPerWattYear,
	}
}

// balance closes the stocks at the horizon.
func (e *Enterprise) balance() {
	out := e.out
	out.Chips = ChipBalance{e.chips.MadeW, e.chips.UsedW, e.chips.MerchantStockW + e.chips.OwnStockW}
	out.Satellites.Waiting, out.Satellites.Alive = e.built.Waiting, e.built.Alive
	out.Cash = CashBalance{e.budget.In, e.budget.Spent, e.budget.Returned, e.budget.Cash}
}

// finish fills what is known only at the end.
func (out *Result) finish(project *finance.Project, rate float64) {
	for k := range out.Crossover {
		if out.Crossover[k] == 0 {
			out.Crossover[k] = math.Inf(1)
			out.Censored[k] = out.below[k] > 0
		}
	}
	out.IRR = math.NaN()
	if out.Built {
		if irr, ok := project.IRR(); ok {
			out.IRR = irr
		}
	}
	out.NPVUSD = project.NPV(rate)
	out.PeakFundingUSD = project.PeakFunding()
	out.PaybackYear = math.Inf(1)
	if m, ok := project.PaybackMonth(); ok && out.Built {
		out.PaybackYear = firstYear + float64(m)/12
	}
}

// most returns the index of the largest count, the first of equals.
func most(counts []uint16) (best int) {
	high := uint16(0)
	for i, n := range counts {
		if n > high {
			best, high = i, n
		}
	}
	return best
}
