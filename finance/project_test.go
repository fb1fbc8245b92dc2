package finance

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// A loan of 1000 $ repaid in twelve equal months at 1 % a month: 88.85 $ a month,
// in any loan table. Its internal rate is 1.01¹² − 1 a year.
func TestVerif_RateOfALoan(t *testing.T) {
	var p Project
	p.Add(0, -1000)
	pay := 1000 * CRF(0.01, 12)
	near(t, "payment", pay, 88.85, 1e-4)
	for m := 1; m <= 12; m++ {
		p.Add(m, pay)
	}
	irr, ok := p.IRR()
	near(t, "rate", irr, math.Pow(1.01, 12)-1, 1e-8)
	if !ok {
		t.Error("no rate found")
	}
	if npv := p.NPV(irr); math.Abs(npv) > 1e-4 {
		t.Errorf("NPV at the internal rate is %.3g $", npv)
	}
	near(t, "NPV without interest", p.NPV(0), 12*pay-1000, 1e-12)
	near(t, "peak funding", p.PeakFunding(), 1000, 1e-12)
	if m, ok := p.PaybackMonth(); m != 12 || !ok {
		t.Errorf("payback in month %d, %v; want 12, true", m, ok)
	}
}

func TestVerif_ProjectEdges(t *testing.T) {
	var p Project
	if _, ok := p.IRR(); ok {
		t.Error("an empty project has a rate")
	}
	if _, ok := p.PaybackMonth(); ok || p.PeakFunding() != 0 || p.NPV(0.1) != 0 {
		t.Error("an empty project pays back")
	}
	if p.Add(-1, 1) || p.Add(MaxMonths, 1) || p.Months() != 0 {
		t.Error("a month outside the horizon was booked")
	}
	p.Add(3, 5)
	if _, ok := p.IRR(); ok {
		t.Error("income alone has a rate")
	}
	p.Reset()
	p.Add(0, -5)
	if _, ok := p.IRR(); ok {
		t.Error("spending alone has a rate")
	}
	if _, ok := p.PaybackMonth(); ok {
		t.Error("spending alone pays back")
	}
	// A loss: the rate is negative.
	p.Add(24, 4)
	irr, ok := p.IRR()
	near(t, "rate of a loss", irr, math.Sqrt(0.8)-1, 1e-8)
	if !ok {
		t.Error("no rate of a loss")
	}
}

// NPV at the rate found is nil for random investments.
func TestVerif_RandomRates(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 300 {
		var p Project
		spent, n := 0.0, 10+r.IntN(400)
		for m := range n {
			usd := r.Float64() * math.Exp(4*r.Float64())
			if m < n/3 {
				usd = -usd
				spent -= usd
			}
			p.Add(m, usd)
		}
		irr, ok := p.IRR()
		if !ok { // then it lies outside the search
			if low, high := p.NPV(lowestIRR), p.NPV(highestIRR); low > 0 && high < 0 {
				t.Fatalf("no rate between NPVs of %.3g and %.3g", low, high)
			}
			continue
		}
		gross := 0.0
		v := math.Pow(1+irr, -1./12)
		for m := range n {
			gross += math.Abs(p.USD(m)) * math.Pow(v, float64(m)+0.5)
		}
		if npv := p.NPV(irr); math.Abs(npv) > 1e-7*gross {
			t.Fatalf("NPV %.3g of %.3g at %.3g a year", npv, gross, irr)
		}
	}
}

// Money in is money spent, returned or at hand; never is more spent than there is.
func TestVerif_BudgetConserves(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		p := base()
		p.Group.CapexGrowth = si.Rate(r.Float64()-0.3) * si.PerYear
		p.Group.CapexCap = si.USDPerYear(1e11*r.Float64()) * si.DollarPerYear
		p.Group.Carry = si.Duration(12*r.Float64()) * si.Month
		var b Budget
		b.Reset(&p)
		for month := range 240 {
			b.Month(month, 1e10*(r.Float64()-0.4))
			had := b.Available()
			asked := 2e10 * (r.Float64() - 0.1)
			got := b.Spend(asked)
			if got < 0 || got > had || got > math.Max(0, asked) {
				t.Fatalf("asked %.3g of %.3g, got %.3g", asked, had, got)
			}
			if gap := b.In - b.Spent - b.Returned - b.Cash; math.Abs(gap) > 1e-9*(math.Abs(b.In)+b.Spent+b.Returned) {
				t.Fatalf("month %d: %.3g $ lost", month, gap)
			}
			if month > 6 && b.Plan()*12 > p.Group.CapexCap.In(si.DollarPerYear)*(1+1e-12) {
				t.Fatalf("plan of %.3g $ a year above its cap", b.Plan()*12)
			}
		}
	}
}

// A profit brings its reinvested share above the plan, a loss comes off in full, and
// idle months leave the instalment and the carry-over, no more.
func TestVerif_BudgetCarriesAndReinvests(t *testing.T) {
	p := base()
	g := &p.Group
	g.CapexStart, g.CapexGrowth, g.CapexCap = 12e9*si.DollarPerYear, 0, 1e12*si.DollarPerYear
	g.CashStart, g.ReinvestedShare, g.Carry = 0, 0.4, 3*si.Month
	const plan = 1e9 // a month
	var b Budget
	b.Reset(&p)
	month := 0
	next := func(marginUSD float64) (available float64) {
		b.Month(month, marginUSD)
		month++
		return b.Available()
	}
	for range 3 * len(recordMUSD) {
		b.Spend(next(0))
	}
	for _, c := range []struct {
		margin, brings float64
	}{{0, plan}, {1e9, plan + 0.4e9}, {-0.6e9, plan - 0.6e9}, {-1e9, plan - 1e9}, {0, plan}} {
		in := b.In
		if got := next(c.margin); math.Abs(got-c.brings) > 1e-9*plan {
			t.Errorf("a margin of %.3g $ leaves %.6g $ to spend, want %.6g", c.margin, got, c.brings)
		}
		near(t, "what came in", b.In-in, c.brings, 1e-9)
		b.Spend(b.Available())
	}
	// A loss beyond the instalment is owed by the months that follow.
	for _, want := range []float64{0, 0.5e9, plan} {
		margin := 0.0
		if want == 0 {
			margin = -1.5e9
		}
		if got := next(margin); math.Abs(got-want) > 1e-9*plan {
			t.Errorf("after a loss of 1.5e9 $ %.6g $ to spend, want %.6g", got, want)
		}
		b.Spend(b.Available())
	}
	for idle := range 10 {
		back := b.Returned
		near(t, "idle money", next(0), min(float64(idle+1), 4)*plan, 1e-9)
		if returned := b.Returned - back; math.Abs(returned-max(0, min(float64(idle-3), 1))*plan) > 1e-9*plan {
			t.Errorf("idle month %d returned %.6g $", idle, returned)
		}
	}
	// The carry-over is of the plan's money: a profit does not widen it.
	near(t, "after a profit", next(1e9), 4*plan, 1e-9)
}

// The record of 2026: the first half brings what the filings report.
func TestVal_RecordOf2026(t *testing.T) {
	p := base()
	var b Budget
	b.Reset(&p)
	start := b.In
	for month := range 6 {
		b.Month(month, 0)
	}
	// 7,723 and 15,828 M$ of AI capital expenditure, first and second quarter (Form
	// S-1; Form 10-Q 0001628280-26-052535). Exact: it is the record.
	near(t, "first half", b.In-start, 23551e6, 1e-12)
}

func TestVerif_BudgetDoesNotAllocate(t *testing.T) {
	p := base()
	var b Budget
	var pr Project
	if n := testing.AllocsPerRun(100, func() {
		b.Reset(&p)
		for m := range 240 {
			b.Month(m, 1e9)
			pr.Add(m, b.Spend(1e9))
		}
		pr.Reset()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkIRR(b *testing.B) {
	var p Project
	for m := range 240 {
		p.Add(m, float64(m)-80)
	}
	b.ReportAllocs()
	for b.Loop() {
		irr, _ := p.IRR()
		sink += irr
	}
}
