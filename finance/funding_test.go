package finance

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// The listing as published: 555.6 million shares at 135 $ are 75.0 G$, the
// company is put at 1.77 T$, and its founder has 42 % of the equity and about
// 79 % of the votes.
func ExampleCompany_Dilution() {
	p := company()
	d := p.Dilution()
	fmt.Printf("555.6 M x 135 $ = %.1f G$\n", d.BaseUSD/1e9)
	fmt.Printf("value %.2f T$, %.0f M shares sold with the greenshoe, %.1f %% of the company\n", d.ValueUSD/1e12, d.SharesSold/1e6, 100*d.Share)
	fmt.Printf("Musk %.0f %% of the equity, %.0f %% of the votes\n", 100*d.MuskAfter, 100*d.VotesAfter)
	// Output:
	// 555.6 M x 135 $ = 75.0 G$
	// value 1.77 T$, 635 M shares sold with the greenshoe, 4.8 % of the company
	// Musk 42 % of the equity, 79 % of the votes
}

// Votes before the listing were 82.4 %. The votes of a share are fitted after it,
// so this is a check: within two points.
func TestVal_VotesBeforeTheListing(t *testing.T) {
	p := company()
	if d := p.Dilution(); math.Abs(d.VotesBefore-0.824) > 0.025 {
		t.Errorf("%.1f %% of the votes before the listing, published 82.4 %%", 100*d.VotesBefore)
	}
}

// The merger: one share of xAI for 0.1433 of SpaceX at 0.25 and 1.0 T$ makes the
// shares of both those of the group.
func TestVerif_SharesOfTheMerger(t *testing.T) {
	p, f := company(), base()
	var m CompanyModel
	m.Reset(&p, &f)
	all := m.accounts[Merged].shares
	spacex, xai := m.accounts[SpaceXAlone].shares, m.accounts[XAIAlone].shares
	near(t, "shares of both", spacex+xai*p.Listing.SharesPerXAI.SI(), all, 1e-12)
	near(t, "ratio of prices", (p.Listing.XAIValue.SI()/xai)/(p.Listing.SpaceXValue.SI()/spacex), p.Listing.SharesPerXAI.SI(), 1e-12)
}

// Each rival that lists first takes its share, and asks its point.
func TestVerif_OrderOfListings(t *testing.T) {
	p := company()
	last, cost := math.Inf(1), 0.0
	for n := range 3 {
		if v := p.ListingProceeds(n); v >= last {
			t.Errorf("after %d rivals %g, after one less %g", n, v, last)
		} else {
			last = v
		}
		if c := p.CostOfEquity(n); c <= cost {
			t.Errorf("cost of equity after %d rivals %g", n, c)
		} else {
			cost = c
		}
	}
	near(t, "as it was, first", p.ListingProceeds(0), 85.7e9, 1e-12)
}

// Rivals' listings cut what can be sold while they last: with two that take half
// each, a quarter is left for a year.
func TestVerif_RivalsDrain(t *testing.T) {
	p, f := company(), base()
	p.Equity.OpenAIYear, p.Equity.AnthropicYear, p.Equity.Drain, p.Equity.DrainTime = 2027, 2027, 0.5, si.Year
	var x funding
	x.reset(&p, &f)
	var sold [30]float64
	for month := range sold {
		a := account{shares: 1, multiple: x.longMultiple, growthRevenue: 100 / x.longMultiple}
		x.month(month, 1, 1, 0)
		sold[month] = x.sell(&a, 1e9) / x.kept // paid by owners
		near(t, "price before and after", (100+sold[month])/a.shares, 100, 1e-12)
		b := account{shares: 1, multiple: x.longMultiple, growthRevenue: 100 / x.longMultiple}
		near(t, "a small sale", x.sell(&b, 0.05), 0.05, 0)
		near(t, "price after it", (100+0.05/x.kept)/b.shares, 100, 1e-12)
	}
	for month, v := range sold {
		want := 100 * p.Equity.YearlyShare.SI() / 12
		if month >= 12 && month < 24 {
			want /= 4
		}
		near(t, "sold", v, want, 1e-12)
	}
}

// A borrower at its limit: debt never exceeds the multiple that was in force when
// it borrowed.
func TestVerif_BorrowingStopsAtTheLimit(t *testing.T) {
	f := funding{debtPerEBITDA: 4, base: 0.003, spread: 0.001, open: 1}
	a := account{least: 10, limit: 40, ebitda12: 10}
	a.CashUSD = 10
	a.month(&f, &movement{ebitda: 1, capex: [NumPlants]float64{ComputePlant: 100}}, &known{}, 12)
	near(t, "rate, almost at the limit", a.rate, 0.003+0.001*(1+40/(4*(10-10./12+1))), 1e-12)
	near(t, "borrowed", a.BorrowedUSD, 40, 1e-12)
	near(t, "left short", a.CashUSD, 10+1-100+40, 1e-12)
	near(t, "new limit", a.limit, 4*(10-10./12+1), 1e-12)
}

// The coverage covenant binds where interest is high: EBITDA of 1 with interest of
// 20 % and coverage of 4 carries a debt of 1.25.
func TestVerif_CoverageBinds(t *testing.T) {
	p, f := company(), base()
	p.Debt.BaseRate, p.Debt.Spread, p.Debt.Coverage, p.Debt.Multiple = 0.1*si.PerYear, 0.05*si.PerYear, 4, 10
	var x funding
	x.reset(&p, &f)
	near(t, "debt by EBITDA", x.debtPerEBITDA, 1.25, 1e-12)
}

// The real cost of capital, by hand: 5 % of debt at 5.5 % less tax of 24 % and
// 95 % of equity at 11.1 % make 10.754 %, at 2.5 % inflation 8.053 %.
func TestVerif_WACC(t *testing.T) {
	p, f := company(), base()
	near(t, "real", p.RealWACC(&f, 0), (1+0.05*0.055*0.76+0.95*0.111)/1.025-1, 1e-12)
}
