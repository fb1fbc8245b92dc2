package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// funding is what money costs and how much of it there is, in one draw.
type funding struct {
	tax, lossUse, immediate, taxWear float64 // taxWear: share of the pool a month
	base, spread, cashRate           float64 // real, a month
	debtPerEBITDA                    float64 // years
	repaid                           float64 // share of debt falling due a month
	kept, monthly                    float64 // of a sale, after fees; share of value that can be sold
	longMultiple, fade, faded        float64 // fade: factor a month
	rivalFrom, rivalTo               [2]int  // months between which each rival's listing drains
	drain                            float64
	discount, present                float64 // real factor a month; of all months since the date of valuation
	capital                          float64 // real cost of capital a month
	open, premium                    float64 // this month: share of what lenders and owners give in calm ones; on the cost of money
	terminal                         float64

	valuation        float64 // of the month
	sale, mostIssued float64 // of the month: share of its value that owners give a company, after fees; what that multiplies its shares by
}

func (t *funding) reset(p *Company, f *Params) {
	inflation := 1 + f.Inflation.In(si.PerYear)
	d, e := &p.Debt, &p.Equity
	base := (1+d.BaseRate.In(si.PerYear))/inflation - 1
	spread := d.Spread.In(si.PerYear) / inflation
	most := d.BaseRate.In(si.PerYear) + 2*d.Spread.In(si.PerYear)
	*t = funding{
		tax: f.TaxRate.SI(), lossUse: p.Books.LossUse.SI(), immediate: f.Depreciation.ImmediateShare.SI(),
		taxWear: -math.Expm1(-1 / f.Depreciation.Satellites.In(si.Month)),
		base:    base / 12, spread: spread / 12, cashRate: ((1+d.CashRate.In(si.PerYear))/inflation - 1) / 12,
		debtPerEBITDA: d.Multiple.SI(),
		repaid:        -math.Expm1(-1 / d.Life.In(si.Month)),
		kept:          1 - p.Listing.Fees.SI(), monthly: e.YearlyShare.SI() / 12,
		longMultiple: e.RevenueMultiple.SI(), fade: math.Exp(-1 / e.MultipleFade.In(si.Month)), faded: 1,
		drain:    e.Drain.SI(),
		discount: math.Exp(-math.Log1p(p.RealWACC(f, 0)) / 12), present: 1,
		capital:  math.Expm1(math.Log1p(p.RealWACC(f, 0)) / 12),
		terminal: e.TerminalMultiple.SI(),
	}
	if most > 0 {
		t.debtPerEBITDA = min(t.debtPerEBITDA, 1/(d.Coverage.SI()*most))
	}
	for i, y := range [2]si.Count{e.OpenAIYear, e.AnthropicYear} {
		t.rivalFrom[i] = monthOf(y)
		t.rivalTo[i] = t.rivalFrom[i] + int(math.Round(e.DrainTime.In(si.Month)))
	}
}

// month takes in how willing owners are this month.
func (t *funding) month(month int, open, valuation, premium float64) {
	t.valuation = si.Greater(valuation, 0)
	t.open = si.Lesser(si.Greater(open, 0), 1)
	t.premium = si.Greater(premium, 0) / 12
	share := t.monthly * t.open
	for i, from := range t.rivalFrom {
		if month >= from && month < t.rivalTo[i] {
			share *= 1 - t.drain
		}
	}
	t.sale, t.mostIssued = share*t.kept, 1+share
	if month > firstModelled {
		t.faded *= t.fade
	}
	t.present *= t.discount * (1 - t.premium)
	if month <= valuationMonth {
		t.present = 1
	}
}

// firstModelled is the first month that is not filed.
const firstModelled = recordedMonths

// value returns what owners hold the company's shares to be worth this month: a
// multiple of its revenue that fades to a long-run one, at which revenue from
// compute, which takes as much plant as a lessor's, stands from the start, less
// debt net of cash.
//
// Source: the multiple at the start is what the market paid (rows listing and
// equity); that it fades is assumed.
// Ignores: everything that moves prices except revenue and the factor handed in.
// Good to: the price of September 2026 by construction.
// Needs: factors ≥ 0.
func (t *funding) value(a *account) float64 {
	multiple := t.longMultiple + (a.multiple-t.longMultiple)*t.faded
	v := (multiple*a.growthRevenue + t.longMultiple*a.computeRevenue + a.cars) * t.valuation
	return si.Greater(v-a.DebtUSD()+a.CashUSD, 0)
}

// debtRoom is how much more lenders would give a company this month.
func (t *funding) debtRoom(a *account) float64 { return si.Greater(a.limit-a.DebtUSD(), 0) * t.open }

// calibrate sets the multiple so that the company is worth so much now.
func (t *funding) calibrate(a *account, valueUSD float64) {
	if a.growthRevenue > 0 {
		m := (valueUSD + a.DebtUSD() - a.CashUSD - t.longMultiple*a.computeRevenue) / a.growthRevenue
		a.multiple = max(t.longMultiple+(m-t.longMultiple)/t.faded, 0)
	}
}

// sell sells shares for as much of the need as owners will give this month, and
// returns the proceeds less fees.
func (t *funding) sell(a *account, need float64) float64 {
	if t.sale == 0 || a.shares <= 0 {
		return 0
	}
	value := t.value(a)
	if most := value * t.sale; need >= most {
		a.shares *= t.mostIssued
		return most
	}
	a.shares *= 1 + need/(value*t.kept)
	return need
}

// CostOfEquity returns the nominal cost of equity while so many rivals have
// listed a short time ago: theirs is money that would have gone here, and what a
// listing read as a space theme draws in takes some of it off.
//
// Source: claim C28; the size of both is assumed.
// Ignores: that the price of shares answers too.
// Good to: not measured.
// Needs: nothing.
func (p *Company) CostOfEquity(rivals int) float64 {
	e := &p.Equity
	return max(e.Cost.In(si.PerYear)-e.SpaceTheme.In(si.PerYear)+float64(rivals)*e.CostPerRival.In(si.PerYear), 0)
}

// RealWACC returns the real weighted cost of capital of the group, as a share a
// year: equity at its cost, debt at its rate after tax.
func (p *Company) RealWACC(f *Params, rivals int) float64 {
	d := &p.Debt
	w := p.Equity.DebtWeight.SI()
	debt := (d.BaseRate.In(si.PerYear) + d.Spread.In(si.PerYear)) * (1 - f.TaxRate.SI())
	nominal := (1-w)*p.CostOfEquity(rivals) + w*debt
	return (1+nominal)/(1+f.Inflation.In(si.PerYear)) - 1
}

// ListingProceeds returns what the listing of June 2026 would have brought after
// so many rivals: as it was before any.
func (p *Company) ListingProceeds(rivals int) float64 {
	return p.Listing.Proceeds.SI() * math.Pow(1-p.Equity.Drain.SI(), float64(rivals))
}

// Dilution is the arithmetic of the listing.
type Dilution struct {
	BaseUSD      float64 // without the greenshoe
	SharesSold   float64 // with it
	SharesBefore float64
	ValueUSD     float64 // at the listing's price
	Share        float64 // of the company that was sold
	MuskBefore   float64 // his share of the equity
	MuskAfter    float64
	VotesBefore  float64 // his share of the votes
	VotesAfter   float64
}

// Dilution works out the listing: shares sold are proceeds over price, and who
// holds the share e with k votes each has k e/(k e + 1 − e) of the votes.
//
// Source: terms of the listing (SpaceSGP, 2026).
// Ignores: shares promised to staff.
// Good to: exact.
// Needs: price above zero.
func (p *Company) Dilution() Dilution {
	l := &p.Listing
	after, price := float64(l.SharesAfter), l.Price.SI()
	d := Dilution{
		BaseUSD: float64(l.Shares) * price, SharesSold: l.Proceeds.SI() / price,
		ValueUSD: after * price, MuskAfter: l.MuskEquity.SI(),
	}
	d.SharesBefore = after - d.SharesSold
	d.Share = d.SharesSold / after
	d.MuskBefore = min(d.MuskAfter*after/d.SharesBefore, 1)
	d.VotesAfter, d.VotesBefore = l.votes(d.MuskAfter), l.votes(d.MuskBefore)
	return d
}

func (l *Listing) votes(e float64) float64 {
	k := l.MuskVotes.SI() * e
	return k / (k + 1 - e)
}
