package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/launch"
)

// group is the company around the compute: its laboratory, as merged and as it would
// be alone, and its accounts.
type group struct {
	lab, alone       lab.Model
	labIn            lab.Input
	labOut, aloneOut lab.Output
	aloneH100e       float64 // on the ground, that xAI alone could have paid for
	groupH100e       float64 // last month's, of the group

	company    finance.CompanyModel
	companyIn  finance.CompanyInput
	companyOut finance.CompanyOutput
	towers     int // launch towers a month ago

	sold groupSales
}

// groupSales is the compute that the group sells and what it pays for, in a month.
type groupSales struct {
	earnedUSD  float64 // what all its hours would earn at the market's price
	runningUSD float64
	capexUSD   float64 // without launches
	watts      float64
}

// reset prepares a draw.
func (x *group) reset(s *Scenario, chance *Chance, told bool) {
	if s.Run.Lab == SwitchedOn {
		x.lab.Reset(&s.Lab)
		if told {
			x.alone.Reset(&s.Lab)
			x.alone.Beside(&x.lab)
		} else {
			x.lab.Narrow()
		}
	}
	x.labOut, x.aloneOut = lab.Output{}, lab.Output{}
	x.aloneH100e, x.groupH100e = 0, 0
	x.companyOut = finance.CompanyOutput{}
	x.towers = 0
	if s.Run.Company == SwitchedOn {
		x.company.Reset(&s.Company, &s.Finance)
		x.companyIn = finance.CalmMonth(0)
		x.companyIn.Lease = chance.leases()
		if told {
			x.company.Terse()
		} else {
			x.company.Narrow()
		}
	} else if s.Run.Lab == SwitchedOn { // which reads its books: nothing is in them
		x.company = finance.CompanyModel{}
	}
}

// bound holds the month's compute budget to what the group has, can borrow and can
// sell shares for. What is on record was raised.
func (e *Enterprise) bound() {
	if e.s.Run.Company == SwitchedOn && e.month >= History {
		e.budget.Bound(e.group.companyOut.FundableUSD + e.group.companyOut.SellableUSD)
	}
}

// research plays the laboratory's month: as merged, and beside it, where chapters are
// told, as xAI alone, which buys chips only while it has money, has no orbit, no
// subscribers of Starlink and no stock that trades. Nothing of it alone flows back.
func (e *Enterprise) research() {
	x := &e.group
	if e.s.Run.Lab == SwitchedOff {
		return
	}
	in, now, h := &x.labIn, &e.events.now, &e.here
	mine := ratio(h.GroupInstalledW, h.InstalledW) * h.H100e[Training]
	rated := e.built.ITWatts * e.generation(e.s.Workload.OrbitYear(e.year)).H100ePerITWatt[Training]
	in.Month, in.Recorded = e.month, true
	in.GroundH100e, in.GroundTraining = mine, 1
	in.OrbitH100e, in.OrbitTraining = rated, 0
	in.WorldH100e = h.H100e[Training]
	in.USDPerH100e = ratio(e.earth.CapexUSDPerW, e.generation(e.year).H100ePerITWatt[Training])
	in.USDPerH100eHour = e.prices.USDPerHour[Training]
	in.RivalSpending = now.Demand * now.MarketOpen
	in.X = now.UserShare
	in.StarlinkUsers = starlinkUsers
	in.TurnoverUSD = 12 * x.company.Books(finance.Merged).RevenueUSD
	in.Valuation, in.Listed = now.Valuation, e.month >= listedMonth
	in.TalentShock = now.TalentLoss
	if math.IsInf(in.USDPerH100e, 1) {
		in.USDPerH100e = 0
	}
	if e.s.Run.Company == SwitchedOn && x.companyOut.Subscribers > 0 {
		in.StarlinkUsers = x.companyOut.Subscribers
	}
	if e.s.Company.Structure == finance.XAIAlone { // no merger: no subscribers to learn from, no stock that trades
		in.StarlinkUsers, in.Listed = 0, false
	}
	if d := &e.design[e.operator.target]; rated > 0 {
		in.OrbitTraining = d.share[Training] * ratio(e.built.H100e[Training], rated*e.groundShare[Training])
	}
	x.lab.Month(in, &x.labOut)
	if e.told != nil {
		e.researchAlone(mine)
	}
}

// researchAlone plays the month of xAI alone, which bought chips only while it had
// money, has no orbit, no subscribers of Starlink and no stock that trades. Nothing of
// it flows back.
func (e *Enterprise) researchAlone(mine float64) {
	x := &e.group
	in, alone, more := &x.labIn, x.company.Books(finance.XAIAlone), mine-x.groupH100e
	x.groupH100e = mine
	switch {
	case e.month == 0:
		x.aloneH100e = mine
	case more < 0 || !(alone.CashUSD < 0):
		x.aloneH100e = max(0, x.aloneH100e+more)
	default: // nobody pays for more, and chips wear out
		x.aloneH100e *= 1 - 1/(12*max(1, e.given.chipLife))
	}
	in.GroundH100e, in.OrbitH100e, in.StarlinkUsers = x.aloneH100e, 0, 0
	in.Listed, in.Recorded = false, false
	in.TurnoverUSD = 12 * alone.RevenueUSD
	x.alone.Month(in, &x.aloneOut)
	if e.month%12 == 11 || e.month == e.months-1 { // the end of a year of chapters
		x.lab.Tell(&x.labOut)
		x.lab.Compare(&x.labOut)
		x.alone.Tell(&x.aloneOut)
	}
}

// ownUse is the share of the group's compute whose hours are the laboratory's own. Where
// the group's accounts are not played, nobody counts who pays whom.
func (e *Enterprise) ownUse() float64 {
	if e.s.Run.Company == SwitchedOff {
		return 0
	}
	return e.group.labOut.OwnUseShare
}

// Subscribers of Starlink on record in June 2026 (10-Q), where the group's accounts are
// not played, and the month in which its shares first traded.
const (
	starlinkUsers = 12e6
	listedMonth   = 5
)

// account books the group's month.
func (e *Enterprise) account() {
	x := &e.group
	if e.s.Run.Company == SwitchedOff {
		return
	}
	in, now, sold := &x.companyIn, &e.events.now, &x.sold
	in.Month = e.month
	in.ComputeSoldUSD, in.ComputeRunningUSD, in.ComputeW, in.ComputeCapexUSD = sold.earnedUSD, sold.runningUSD, sold.watts, sold.capexUSD
	if e.month >= finance.FiledMonths && e.month < History { // the plan's last rate: nothing is filed, and the record of sites stands still
		in.ComputeCapexUSD = max(in.ComputeCapexUSD, e.budget.Plan())
	}
	in.MarketUSDPerWYear = 12 * ratio(sold.earnedUSD, sold.watts)
	in.OwnUseShare = x.labOut.OwnUseShare
	for b := range launch.NumBases {
		in.LaunchUSD[b] = float64(e.lift.DataCentreFlights) * e.lift.CostPerFlightUSD[b]
	}
	var spent launch.Spending
	e.launch.Spending(&e.lift, x.towers, &spent)
	if x.towers == 0 { // those that stood before are not told of in the record
		spent.TowersUSD = 0
	}
	x.towers = e.lift.Towers
	in.LaunchRunningUSD, in.LaunchCapexUSD, in.DevelopmentUSD = spent.FlightsUSD+spent.FixedUSD, spent.BuildUSD+spent.TowersUSD, spent.DevelopmentUSD
	in.StarlinkCapexUSD = e.launch.StarlinkKg() * e.s.Company.Connectivity.SatelliteUSDPerKg.SI()
	in.MoonUSD = e.moon.beyondFlights(&e.s.Lunar)
	told := &x.labOut
	in.LabStaffUSD, in.LabStockPayUSD, in.LegalUSD = told.StaffUSD, told.StockPayUSD, told.LegalTotalUSD
	in.LabDataUSD = told.CostTotalUSD - ownChannels(told)
	in.AIRevenue, in.AIPrice, in.Demand = now.AIRevenue*now.AIPrice, 1, now.Demand
	in.Valuation, in.MarketOpen, in.Premium = now.Valuation, now.MarketOpen, now.Premium
	x.company.Month(in, &x.companyOut)
}

// ownChannels is what data cost the laboratory that the group itself sells to it: what
// is written on X, and the hours of its own compute that make synthetic text.
func ownChannels(out *lab.Output) float64 {
	return out.CostUSD[lab.FromX] + out.CostUSD[lab.FromSynthetic]
}
