package finance

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/launch"
)

// last plays months of the plan, changed from July 2026 on, and returns the last
// month's output.
func last(months int, change func(*CompanyInput)) (out CompanyOutput) {
	play(months, nil, func(i int) CompanyInput {
		in := plan(i)
		if change != nil {
			change(&in)
		}
		return in
	}, func(_ int, _ *CompanyInput, _ *CompanyModel, o *CompanyOutput) { out = *o })
	return out
}

// A shock does what its name says, in proportion, and nothing else on that line.
func TestVerif_Shocks(t *testing.T) {
	calm := last(40, nil)
	brand := last(40, func(in *CompanyInput) { in.AIRevenue = 0.5 })
	near(t, "products after a shock to the brand", brand.Sale[AIProducts], calm.Sale[AIProducts]/2, 1e-12)
	near(t, "hours after it", brand.Sale[OtherCompute], calm.Sale[OtherCompute], 1e-12)
	price := last(40, func(in *CompanyInput) { in.AIPrice = 0.5 })
	near(t, "hours at half the price", price.Sale[OtherCompute], calm.Sale[OtherCompute]/2, 1e-12)
	near(t, "rents then", price.Sale[AnthropicRent], calm.Sale[AnthropicRent], 1e-12)
	demand := last(40, func(in *CompanyInput) { in.Demand = 0.5 })
	if demand.Subscribers != calm.Subscribers {
		t.Errorf("half the demand for compute: %g subscribers of Starlink of %g", demand.Subscribers, calm.Subscribers)
	}
	valuation := last(10, func(in *CompanyInput) {
		if in.Month > 8 {
			in.Valuation = 0.5
		}
	})
	a, b := last(10, nil).Structure[Merged], valuation.Structure[Merged]
	near(t, "enterprise value", b.ValueUSD+b.DebtUSD-b.CashUSD, (a.ValueUSD+a.DebtUSD-a.CashUSD)/2, 1e-12)
}

// Dearer money: a premium p a year raises interest by p/12 of the debt, and takes the
// value of a flow a month later by as much.
func TestVerif_Premium(t *testing.T) {
	const p = 0.03
	month := func(months int, premium float64) (interest, debt, factor float64) {
		m := play(months, nil, func(i int) CompanyInput {
			in := plan(i)
			if i == 23 {
				in.Premium = premium
			}
			return in
		}, nil)
		b := m.Books(Merged)
		return b.InterestUSD, b.DebtUSD(), m.funding.present
	}
	_, before, _ := month(23, 0)
	calm, _, whole := month(24, 0)
	dear, _, less := month(24, p)
	near(t, "interest", dear-calm, before*p/12, 1e-9)
	near(t, "value of the month", less, whole*(1-p/12), 1e-12)
}

// Nobody lends or buys shares where the market is closed.
func TestVerif_ClosedMarket(t *testing.T) {
	out := last(12, func(in *CompanyInput) {
		if in.Month > 8 {
			in.MarketOpen = 0
		}
	})
	for s, o := range out.Structure {
		if o.DebtRoomUSD != 0 || o.EquityRoomUSD != 0 || o.SoldUSD != 0 {
			t.Errorf("%v: %+v", Structure(s), o)
		}
	}
}

// Tenants give notice sooner when demand falls: the hazard of a month is that of
// calm over the demand.
func TestVerif_DemandAndNotice(t *testing.T) {
	p := company()
	gone := func(demand float64) float64 {
		var l leases
		l.reset(&p.Leases)
		l.month(12, &[NumLeases]float64{0.99, 0.99}, 100, demand, 1e12, 1)
		return l.gone[AnthropicLease]
	}
	near(t, "hazard at half the demand", gone(0.5), 2*gone(1), 1e-12)
	near(t, "at twice the demand", gone(2), gone(1), 1e-12)
	near(t, "in a calm month", gone(1), 0.12/12, 1e-12)
}

// Rents are fixed in dollars of the day: by the end of 2026 six months of
// inflation have worn them.
func TestVerif_RentsWear(t *testing.T) {
	f := base()
	var want float64
	out := last(12, func(in *CompanyInput) { in.ComputeW = 1e11 })
	want = 1.25e9 * math.Pow(1+f.Inflation.SI()*365.25*86400, -6./12)
	near(t, "rent in December", out.Sale[AnthropicRent], want, 1e-9)
}

// Subscriptions are the mean subscribers of the month times the bill of its end.
func TestVerif_Subscriptions(t *testing.T) {
	before := 0.0
	play(30, nil, plan, func(i int, _ *CompanyInput, _ *CompanyModel, out *CompanyOutput) {
		if !out.Filed {
			near(t, "subscriptions", out.Sale[Subscriptions], (before+out.Subscribers)/2*out.ARPU, 1e-12)
		}
		before = out.Subscribers
	})
}

// The founder's share and votes in the months are those of the listing's
// arithmetic until shares are issued again.
func TestVerif_FounderInTheMonths(t *testing.T) {
	p := company()
	d := p.Dilution()
	before, after, later := last(5, nil), last(7, nil), last(12, nil)
	near(t, "equity before", before.MuskEquity, d.MuskBefore, 1e-12)
	near(t, "votes before", before.MuskVotes, d.VotesBefore, 1e-12)
	near(t, "equity after", after.MuskEquity, d.MuskAfter, 1e-12)
	near(t, "votes after", after.MuskVotes, d.VotesAfter, 1e-12)
	issued := p.Listing.Acquisition.SI() / p.Equity.MarketPrice.SI()
	near(t, "after the acquisition", later.MuskEquity, d.MuskAfter/(1+issued/float64(p.Listing.SharesAfter)), 1e-12)
}

// Transfer prices are the price bases of launch, by name and number.
func TestVerif_TransferPricesAreTheBases(t *testing.T) {
	if int(NumTransferPrices) != int(launch.NumBases) {
		t.Fatalf("%d transfer prices, %d bases", NumTransferPrices, launch.NumBases)
	}
	for b := range launch.NumBases {
		if TransferPrice(b).String() != b.String() {
			t.Errorf("%d is %v here and %v there", b, TransferPrice(b), b)
		}
	}
}
