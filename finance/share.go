package finance

// valuationMonth is the last month before the date of valuation, 1 October 2026.
const valuationMonth = 8

// worth is the discounted free cash flow of one structure, as a running sum.
type worth struct {
	sum     float64
	netDebt float64 // on the date of valuation
	shares  float64
}

// start sets the sum to nothing on the date of valuation.
func (w *worth) start(a *account) {
	*w = worth{netDebt: a.DebtUSD() - a.CashUSD, shares: a.shares}
}

// month adds a month: what operations leave for lenders and owners after capital
// expenditure, with stock pay counted as the cost that it is.
func (w *worth) month(t *funding, a *account, stock float64) {
	interest := a.InterestUSD
	if a.TaxUSD > 0 {
		interest *= 1 - t.tax
	}
	w.sum += t.present * (a.OperatingUSD + interest - a.CapexUSD - stock)
}

// ShareValue is a company's shares valued by what it earns.
type ShareValue struct {
	FlowsUSD    float64 // discounted free cash flow of the months
	TerminalUSD float64 // discounted value of what follows
	NetDebtUSD  float64
	Shares      float64 // those promised to staff included
	PerShareUSD float64
}

// Value returns what a share is worth on 1 October 2026 if the months played since
// are what happens:
//
//	V = Σ FCF_m (1+w)^(−m/12) + X · EBITDA_end (1+w)^(−M/12) − net debt
//
// with FCF before interest and after tax, capital expenditure and stock pay, w the
// real cost of capital and X the terminal multiple of EBITDA less stock pay. Debt
// and shares of later months do not enter: they are fairly priced by assumption.
//
// Source: discounted cash flow; E3 of the reference without its options.
// Ignores: the option to stop, which has a worth where the sum is negative; a share
// is limited liability, but values below zero are shown as they come.
// Good to: the discounting to 1e-12 (TestVerif_ValueIsTheSum); the answer is as
// good as the months.
// Needs: a month or more after September 2026, or the value is of net debt alone.
func (m *CompanyModel) Value(s Structure) ShareValue {
	a := &m.accounts[s]
	w := &a.worth
	v := ShareValue{FlowsUSD: w.sum, NetDebtUSD: w.netDebt, Shares: w.shares * m.diluted}
	if now := m.funding.present; now < 1 {
		v.TerminalUSD = max(a.ebitda12-12*a.StockPayUSD, 0) * m.funding.terminal * now
	}
	if v.Shares > 0 {
		v.PerShareUSD = (v.FlowsUSD + v.TerminalUSD - v.NetDebtUSD) / v.Shares
	}
	return v
}
