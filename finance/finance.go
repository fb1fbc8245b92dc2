// Package finance turns what a machine costs into what an hour of it must earn:
// the levelised cost of compute when prices fall, the ladder of cost lines
// behind it, the cash flow of a project, and a budget that cannot be overspent.
//
// Both sides, orbit and ground, go through the same functions. All money is in
// real dollars of one year; nominal rates are converted with the inflation row.
package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Products is the number of compute products: frontier training, batch work and
// interactive inference, in this order.
const Products = 3

// Params holds the inputs of the money side.
type Params struct {
	WACC      si.Rate  // nominal weighted average cost of capital, both sides
	PowerRate si.Rate  // nominal rate at which power plants alone are financed
	Inflation si.Rate  // general price rise, to convert nominal rates
	TaxRate   si.Ratio // tax on profit, federal and state

	Depreciation Depreciation
	Group        Group
	Charges      Charges
}

// Depreciation says how fast the tax office lets each class be written off.
type Depreciation struct {
	ImmediateShare si.Ratio    // share of equipment deducted when placed in service
	Chips          si.Duration // straight line, the rest
	Satellites     si.Duration
	Shell          si.Duration
}

// Group is the money the group puts into compute.
type Group struct {
	CapexStart      si.USDPerYear // compute capex at the last reported rate
	CapexGrowth     si.Rate       // growth of the plan after that, a year
	CapexCap        si.USDPerYear // the most that its lenders and owners will fund
	CashStart       si.USD        // cash set aside for compute at the start
	ReinvestedShare si.Ratio      // share of compute's own cash margin put back
	Carry           si.Duration   // unspent plan money is kept this long, then returned
}

// Charges are bills of an orbital satellite that no physical model produces, and
// the resale of chips on the ground.
type Charges struct {
	InsuranceLoading        si.Ratio      // premium above the expected loss, over that loss
	OperationsPerSatellite  si.USDPerYear // control centre, collision avoidance, tracking
	LicencePerSatellite     si.USDPerYear // spectrum and regulatory fees
	FailedDisposalLiability si.USD        // removal or liability for one dead satellite
	ChipResale              si.Ratio      // what a used ground chip sells for, over its price new
}

// Rung is a step of the cost boundary, in the order in which studies add them.
type Rung uint8

// The rungs.
const (
	Launch Rung = iota
	Power
	Bus
	Chips
	Network
	Operations
	Replacement
	Finance
	NumRungs
)

var rungNames = [NumRungs]string{"launch", "power", "bus", "chips", "network", "operations", "replacement", "finance"}

// String names the rung.
func (r Rung) String() string {
	if r < NumRungs {
		return rungNames[r]
	}
	return "unknown"
}

// Line is one line of a bill, orbit or ground.
type Line uint8

// The lines. Ground's counterpart of a satellite's bus is the shell.
const (
	LineLaunch           Line = iota // launch at the stated price basis
	LineLaunchLoss                   // satellites and chips lost with failed launches
	LineInsurance                    // loading over the expected loss
	LineArray                        // solar array, battery, power electronics
	LineElectricity                  // energy bought or fuel burnt
	LineBus                          // structure, avionics, propulsion, armour, attitude
	LineRadiator                     // radiator and coolant loop
	LineIntegration                  // integration and test
	LineShell                        // ground shell, mechanical and electrical plant
	LineChips                        // servers at the maker's cost, less resale
	LineChipMargin                   // the chip vendor's margin
	LineTerminals                    // optical terminals
	LineNetwork                      // gateways in orbit's bill, fibre in the ground's
	LineOperations                   // operations staff, control centre, avoidance, water
	LineLicence                      // licence and regulatory fees
	LineTaxes                        // property and local taxes
	LineDisposal                     // controlled disposal, decommissioning
	LineDisposalFailures             // liability for what could not be disposed of
	LineSpares                       // on-orbit spares; ground spares and repair
	NumLines
)

var lines = [NumLines]struct {
	name string
	rung Rung
}{
	LineLaunch:           {"launch", Launch},
	LineLaunchLoss:       {"lost with failed launches", Launch},
	LineInsurance:        {"insurance loading", Launch},
	LineArray:            {"solar array and battery", Power},
	LineElectricity:      {"electricity", Power},
	LineBus:              {"bus", Bus},
	LineRadiator:         {"radiator and coolant", Bus},
	LineIntegration:      {"integration and test", Bus},
	LineShell:            {"shell", Bus},
	LineChips:            {"chips", Chips},
	LineChipMargin:       {"chip vendor's margin", Chips},
	LineTerminals:        {"optical terminals", Network},
	LineNetwork:          {"gateways and fibre", Network},
	LineOperations:       {"operations", Operations},
	LineLicence:          {"licence fees", Operations},
	LineTaxes:            {"local taxes", Operations},
	LineDisposal:         {"disposal", Operations},
	LineDisposalFailures: {"failed disposals", Operations},
	LineSpares:           {"spares and repair", Replacement},
}

// String names the line as a report prints it.
func (l Line) String() string {
	if l < NumLines {
		return lines[l].name
	}
	return "unknown"
}

// Rung returns the boundary at which the line enters.
func (l Line) Rung() Rung {
	if l < NumLines {
		return lines[l].rung
	}
	return Operations
}

// Class is how tax law writes an item off.
type Class uint8

// The classes. An expense is deducted when it is paid.
const (
	Expense Class = iota
	ChipClass
	SatelliteClass
	ShellClass
	NumClasses
)

// Terms are the financial conditions of a cohort, with everything that does not
// change within a draw worked out. Rates are continuous and real.
type Terms struct {
	rate      float64           // 1/yr, real
	powerRate float64           // 1/yr, real
	inflation float64           // 1/yr
	tax       float64           // share of profit
	decline   [Products]float64 // 1/yr, of price

	immediate [NumClasses]float64 // share deducted when placed in service
	years     [NumClasses]float64 // straight-line years of the rest
	aYear     [NumClasses]float64 // share of the rest deducted in a year
	shield    [NumClasses]float64 // present value at service start of one dollar written off over years

	discount, wear decay           // at rate, and at rate and inflation
	price          [Products]decay // at decline
}

// Terms prepares the conditions of one draw. Prices stand still until SetDecline
// says otherwise.
func (p *Params) Terms() Terms {
	i := math.Log1p(p.Inflation.In(si.PerYear))
	t := Terms{
		rate:      math.Log1p(p.WACC.In(si.PerYear)) - i,
		powerRate: math.Log1p(p.PowerRate.In(si.PerYear)) - i,
		inflation: i,
		tax:       p.TaxRate.SI(),
	}
	d := &p.Depreciation
	b := d.ImmediateShare.SI()
	t.immediate = [NumClasses]float64{Expense: 1, ChipClass: b, SatelliteClass: b, ShellClass: 0}
	t.years = [NumClasses]float64{
		ChipClass:      d.Chips.In(si.Year),
		SatelliteClass: d.Satellites.In(si.Year),
		ShellClass:     d.Shell.In(si.Year),
	}
	t.prepare()
	return t
}

// SimpleTerms are terms without tax or inflation: a real rate a year, prices
// falling by the share decline of themselves a year. They serve comparisons
// with studies that state no more than that.
func SimpleTerms(ratePerYear, declinePerYear float64) Terms {
	t := Terms{rate: math.Log1p(ratePerYear), powerRate: math.Log1p(ratePerYear)}
	t.prepare()
	t.SetDecline([Products]float64{declinePerYear, declinePerYear, declinePerYear})
	return t
}

// SetDecline sets the share of itself that each product's price loses a year.
// 0.25 means that an hour sells for a quarter less a year later.
func (t *Terms) SetDecline(sharePerYear [Products]float64) {
	for p, d := range sharePerYear {
		t.decline[p] = -math.Log1p(-d)
		t.price[p].set(t.decline[p])
	}
}

// PriceAfter returns what an hour of a product sells for after so many years, as a
// share of what it sells for now.
func (t *Terms) PriceAfter(product int, years float64) float64 { return t.price[product].over(years) }

// LnFallPerYear returns the continuous rate at which a product's price falls.
func (t *Terms) LnFallPerYear(product int) float64 { return t.decline[product] }

// RatePerYear returns the real rate as a share a year.
func (t *Terms) RatePerYear() float64 { return math.Expm1(t.rate) }

// PowerRatePerYear returns the real rate at which power plants alone are
// financed, as a share a year.
func (t *Terms) PowerRatePerYear() float64 { return math.Expm1(t.powerRate) }

// prepare fills what follows from the rates.
func (t *Terms) prepare() {
	k := t.rate + t.inflation
	for c := range t.years {
		if y := t.years[c]; y > 0 {
			t.aYear[c] = 1 / y
			t.shield[c] = flow(k, y, math.Exp(-k*y)) / y
		} else {
			t.shield[c] = 1
		}
	}
	t.discount.set(t.rate)
	t.wear.set(k)
	for p, g := range t.decline {
		t.price[p].set(g)
	}
}
