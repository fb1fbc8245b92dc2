package finance

import (
	"math"
	"strings"
)

// Interest says where the price of money stands in a cost: interest, tax and the
// fall of prices between the day of the order and the hour sold.
type Interest uint8

// The places.
const (
	Apart  Interest = iota // on a rung of its own, the last
	Within                 // in every line: the rent that pays it
	None                   // nowhere: cash and hours alone; nobody stops early, prices stand still
)

var interestNames = []string{"apart", "within", "none"}

// Interests are the names of the places.
func Interests() []string { return append([]string(nil), interestNames...) }

// String names the place.
func (i Interest) String() string {
	if int(i) < len(interestNames) {
		return interestNames[i]
	}
	return "unknown"
}

// View is the convention in which a cost is told.
type View struct {
	Interest Interest

	// HorizonYears is how many years of service are counted; 0 is the economic
	// life, or without interest the technical one. A shorter horizon ends the
	// service then: what the bill pays or gets at the end, resale too, comes then
	// unchanged, and assets that outlive the chips keep a worth. A longer one buys
	// the same again, which moves no cost by the year or the hour.
	HorizonYears float64

	// PaymentsPerYear has rents paid at the end of each such part of a year, 1 as the
	// capital recovery factor has it; 0 is evenly through the year.
	PaymentsPerYear int
}

// Amount is a cost by an original IT watt and by an hour.
type Amount struct {
	CapitalUSDPerW float64 // paid once before service
	USDPerWattYear float64 // level, for each year of service
	USDPerHour     float64 // of an H100e hour delivered, at the price of the day of the order
	PresentUSDPerW float64 // of all payments after tax, as of the day of the order, in every view
}

func (a *Amount) add(b Amount) {
	a.CapitalUSDPerW += b.CapitalUSDPerW
	a.USDPerWattYear += b.USDPerWattYear
	a.USDPerHour += b.USDPerHour
	a.PresentUSDPerW += b.PresentUSDPerW
}

// Account is what one product of a cohort costs in a view. The rungs, each without
// those before it, add up to Total.
type Account struct {
	Line  [NumLines]Amount // what the Finance rung holds is in no line
	Rung  [NumRungs]Amount
	Total Amount

	LifeYears    float64 // of service of one cohort
	HorizonYears float64 // counted

	// HourUSDPerW is what a watt earns, as of the day of the order and after tax, for
	// each dollar of the price of an hour on that day.
	HourUSDPerW float64
}

// Tell returns the account of a product in a view.
//
// Capital is what is paid before service; on the rung of finance stands its
// interest until then. By the year and by the hour the rungs are those of Climb;
// with Interest within, each line is the rent that it requires by itself. Present
// value is not a matter of the view.
//
// Source: Levelise; with None a line is U/L + c, capital over life and cost by year;
// with interest, a payment a year and nothing else U·CRF(r, L) + c.
// Ignores: what Levelise ignores; where prices fall or watts fail, payments at the
// end of a period are still taken as if the rent were level.
// Good to: rounding, of these two forms (TestVerif_TellIsTheTextbook) and of Climb.
// Needs: as Levelise, a horizon ≥ 0, payments ≥ 0. Without life everything costs
// +Inf.
func Tell(c *Cohort, t *Terms, v View, product int) (out Account) {
	terms := *t
	if v.Interest == None {
		terms = t.cash()
	}
	bill := *c
	if n := float64(v.PaymentsPerYear); n > 0 && terms.rate != 0 { // a rent paid later is larger
		late := math.Expm1(terms.rate/n) / (terms.rate / n)
		for i := range bill.Items[:bill.N] {
			bill.Items[i].UpfrontUSDPerW *= late
		}
	}
	out.LifeYears = c.LifeYears
	if v.Interest != None {
		out.LifeYears = Levelise(&bill, &terms).LifeYears[product]
	}
	if v.HorizonYears > 0 {
		out.LifeYears = min(out.LifeYears, v.HorizonYears)
	}
	out.HorizonYears = max(out.LifeYears, v.HorizonYears)
	if !(out.LifeYears > 0) {
		inf := math.Inf(1)
		out.Total = Amount{inf, inf, inf, inf}
		for r := range out.Rung {
			out.Rung[r] = out.Total
		}
		return out
	}

	full := terms.value(&bill, out.LifeYears)
	asPaid := *c
	now := t.value(&asPaid, out.LifeYears)
	after := (1 - t.tax) * now.b.atStart
	out.HourUSDPerW = after * now.hours(product)
	var waiting float64 // interest on capital until service
	for i := range c.Items[:c.N] {
		it := &c.Items[i]
		line := &out.Line[it.Line]
		interest := it.UpfrontUSDPerW * (terms.paidAt(it.AtYears, &full.b)/full.b.atStart - 1)
		line.CapitalUSDPerW += it.UpfrontUSDPerW
		line.PresentUSDPerW += after * now.of(c.Items[i:i+1])
		if v.Interest == Within {
			line.CapitalUSDPerW += interest
		} else {
			waiting += interest
		}
	}

	all := full.spread(product)
	lines := &all
	if v.Interest == Apart {
		cash := t.cash()
		paid := cash.value(c, out.LifeYears)
		lines = new([NumLines]Step)
		*lines = paid.spread(product)
	}
	for l := range out.Line {
		out.Line[l].USDPerWattYear, out.Line[l].USDPerHour = lines[l].USDPerWattYear, lines[l].USDPerHour
		out.Rung[Line(l).Rung()].add(out.Line[l])
		if v.Interest == Apart {
			out.Rung[Finance].USDPerWattYear += all[l].USDPerWattYear - lines[l].USDPerWattYear
			out.Rung[Finance].USDPerHour += all[l].USDPerHour - lines[l].USDPerHour
		}
	}
	out.Rung[Finance].CapitalUSDPerW += waiting
	for r := range out.Rung {
		out.Total.add(out.Rung[r])
	}
	return out
}

// Boundary is what a cost holds: a set of rungs.
type Boundary uint16

// UpTo is the boundary of a rung and all before it.
func UpTo(r Rung) Boundary { return 1<<(r+1) - 1 }

// Only is the boundary of these rungs alone.
func Only(rungs ...Rung) (b Boundary) {
	for _, r := range rungs {
		b |= 1 << r
	}
	return b
}

// Holds reports whether a rung is within the boundary.
func (b Boundary) Holds(r Rung) bool { return b>>r&1 == 1 }

// String names the boundary: its last rung if it holds all before it, else its rungs.
func (b Boundary) String() string {
	var names []string
	for r := range NumRungs {
		if b == UpTo(r) {
			return r.String()
		}
		if b.Holds(r) {
			names = append(names, r.String())
		}
	}
	return strings.Join(names, "+")
}

// Within returns what the rungs within a boundary cost.
func (a *Account) Within(b Boundary) (sum Amount) {
	for r := range NumRungs {
		if b.Holds(r) {
			sum.add(a.Rung[r])
		}
	}
	return sum
}
