package finance

import "github.com/dawndusk/dawndusk/si"

// Plant is a class of things that are written off.
type Plant uint8

// The classes.
const (
	LaunchPlant    Plant = iota // ships, boosters, towers, works, the Moon
	SatellitePlant              // Starlink and its ground network
	ComputePlant                // data centres in orbit and on the ground
	OtherPlant                  // Tesla's
	NumPlants
)

// Statement is a company's month: income, cash flow, and the balance sheet at
// its end. Debt is in real dollars like everything else, and interest on it is
// real.
type Statement struct {
	// Income.
	RevenueUSD, EBITDAUSD, DepreciationUSD, StockPayUSD float64
	InterestUSD                                         float64 // paid less received
	OtherUSD                                            float64 // of the months filed: all else in net income, interest and tax among it
	TaxUSD, NetUSD                                      float64
	// Cash flow.
	OperatingUSD, CapexUSD          float64
	BorrowedUSD, RepaidUSD, SoldUSD float64 // Sold: shares, less fees
	// Balance sheet.
	CashUSD                          float64 // below zero is money that nobody gave
	PlantUSD                         [NumPlants]float64
	GoodwillUSD                      float64 // and other assets
	LongTermUSD, BridgeUSD, NotesUSD float64 // debt by kind
	LiabilitiesUSD                   float64 // beside debt
	PaidInUSD                        float64
	RetainedUSD                      float64 // since the start of 2026
}

// DebtUSD is debt of all kinds.
func (s *Statement) DebtUSD() float64 { return s.LongTermUSD + s.BridgeUSD + s.NotesUSD }

// AssetsUSD is the left side of the balance sheet.
func (s *Statement) AssetsUSD() float64 {
	sum := s.CashUSD + s.GoodwillUSD
	for _, p := range s.PlantUSD {
		sum += p
	}
	return sum
}

// ClaimsUSD is its right side: debt, other liabilities, equity.
func (s *Statement) ClaimsUSD() float64 {
	return s.DebtUSD() + s.LiabilitiesUSD + s.PaidInUSD + s.RetainedUSD
}

// FreeCashFlowUSD is operating cash flow less capital expenditure.
func (s *Statement) FreeCashFlowUSD() float64 { return s.OperatingUSD - s.CapexUSD }

// movement is what a month's operations mean for one structure.
type movement struct {
	revenue, compute float64 // compute: leased and sold by the hour, part of revenue
	tesla            float64 // part of revenue
	ebitda, stock    float64
	capex            [NumPlants]float64
}

// known is what happened beside the rules: months as filed, and money that is
// known to have been raised.
type known struct {
	filed    bool // charges are as filed
	own      bool // but interest, tax, debt and shares follow the rules
	charged  [NumPlants]float64
	net, ocf float64
	borrowed float64
	sold     float64 // shares, less fees
	shares   float64 // issued for what is sold and acquired here
	acquired float64 // paid in shares
	bridge   float64 // of debt, moved from long-term debt to the bridge
	notes    float64 // of debt borrowed, that is notes and pays back the bridge
}

// account is the books of one structure through a draw.
type account struct {
	Statement
	wear  [NumPlants]float64 // share of each class written off a month
	depBy [NumPlants]float64 // this month

	taxPool, losses float64 // still to be written off for tax; losses carried forward
	ebitda12        float64 // trailing, of a year
	growthRevenue   float64 // trailing, of a year: all but compute and cars
	computeRevenue  float64 // trailing, of a year
	limit           float64 // most debt
	rate            float64 // real, a month
	burn            float64 // trailing, of a month
	least           float64 // cash
	lowest          float64 // cash there ever was
	firstBelow      int     // month, -1 never
	shares          float64
	multiple        float64 // of growth revenue, at the start
	cars            float64 // value of Tesla, in the structure that has it
	worth           worth
}

// month books a month. In each, to rounding:
//
//	net    = EBITDA − depreciation − stock pay − interest + other − tax
//	Δcash  = operating − capex + borrowed − repaid + shares sold
//	assets = debt + other liabilities + paid in + retained
//
// Source: double entry; E2 of the reference.
// Ignores: working capital outside the months filed; deferred tax, which is
// booked when it is paid; interest on money that nobody gave.
// Good to: 1e-9 of assets.
// Needs: finite flows.
func (a *account) month(t *funding, f *movement, k *known, month int) {
	s := &a.Statement
	s.RevenueUSD, s.EBITDAUSD, s.StockPayUSD = f.revenue, f.ebitda, f.stock
	plant, worn, bought := &s.PlantUSD, &a.depBy, &f.capex
	if k.filed {
		for c := range worn {
			worn[c] = si.Lesser(k.charged[c], plant[c]+bought[c])
		}
	} else { // written out, as loops over four are not unrolled
		worn[0], worn[1], worn[2], worn[3] = plant[0]*a.wear[0], plant[1]*a.wear[1], plant[2]*a.wear[2], plant[3]*a.wear[3]
	}
	plant[0] += bought[0] - worn[0]
	plant[1] += bought[1] - worn[1]
	plant[2] += bought[2] - worn[2]
	plant[3] += bought[3] - worn[3]
	capex, dep := bought[0]+bought[1]+bought[2]+bought[3], worn[0]+worn[1]+worn[2]+worn[3]
	s.CapexUSD, s.DepreciationUSD = capex, dep

	debt := s.DebtUSD()
	asFiled := k.filed && !k.own
	if asFiled {
		s.InterestUSD = 0
	} else {
		s.InterestUSD = debt*(a.rate+t.premium) - si.Greater(s.CashUSD, 0)*t.cashRate
	}
	a.taxPool += (1 - t.immediate) * capex
	deducted := a.taxPool * t.taxWear
	a.taxPool -= deducted
	taxable := f.ebitda - f.stock - s.InterestUSD - deducted - t.immediate*capex
	s.TaxUSD = 0
	if taxable < 0 {
		a.losses -= taxable
	} else {
		used := si.Lesser(a.losses, t.lossUse*taxable)
		a.losses -= used
		if !asFiled {
			s.TaxUSD = t.tax * (taxable - used)
		}
	}
	s.NetUSD = f.ebitda - dep - f.stock - s.InterestUSD - s.TaxUSD
	s.OperatingUSD = f.ebitda - s.InterestUSD - s.TaxUSD
	s.OtherUSD = 0
	if asFiled {
		s.OtherUSD = k.net - s.NetUSD
		s.NetUSD = k.net
		s.OperatingUSD = k.ocf
		s.LiabilitiesUSD += k.ocf - (k.net + dep + f.stock)
	}

	cash := s.CashUSD + s.OperatingUSD - capex
	s.BorrowedUSD, s.RepaidUSD, s.SoldUSD = k.borrowed, 0, k.sold
	if asFiled {
		s.LongTermUSD += k.borrowed - k.notes - k.bridge
		s.BridgeUSD += k.bridge
		if k.notes > 0 { // the notes pay the bridge back
			s.NotesUSD += k.notes
			s.RepaidUSD = s.BridgeUSD
			s.BridgeUSD = 0
		}
	} else {
		keep := 1 - t.repaid
		s.RepaidUSD = debt * t.repaid
		s.LongTermUSD = s.LongTermUSD*keep + k.borrowed
		s.BridgeUSD *= keep
		s.NotesUSD *= keep
		if need := a.least - (cash - s.RepaidUSD + k.borrowed + k.sold); need > 0 {
			lent := si.Lesser(need, si.Greater(a.limit-debt*keep-k.borrowed, 0)*t.open)
			s.LongTermUSD += lent
			s.BorrowedUSD += lent
			if need -= lent; need > 0 {
				s.SoldUSD += t.sell(a, need)
			}
		}
	}
	s.CashUSD = cash + s.BorrowedUSD - s.RepaidUSD + s.SoldUSD
	s.PaidInUSD += s.SoldUSD + f.stock + k.acquired
	s.GoodwillUSD += k.acquired
	a.shares += k.shares
	s.RetainedUSD += s.NetUSD

	a.ebitda12 += f.ebitda - a.ebitda12*(1./12)
	a.growthRevenue += (12*(f.revenue-f.compute-f.tesla) - a.growthRevenue) * (1. / 3)
	a.computeRevenue += (12*f.compute - a.computeRevenue) * (1. / 3)
	a.limit = si.Greater(a.ebitda12, 0) * t.debtPerEBITDA
	debt = s.DebtUSD()
	use := 1.0
	if debt < a.limit {
		use = debt / a.limit
	}
	a.rate = t.base + t.spread*(1+use)
	a.burn += (s.CapexUSD - s.OperatingUSD - a.burn) * (1. / 3)
	if month == 0 {
		a.burn = s.CapexUSD - s.OperatingUSD
	}
	if s.CashUSD < a.lowest {
		a.lowest = s.CashUSD
		if s.CashUSD < 0 && a.firstBelow < 0 {
			a.firstBelow = month
		}
	}
	if month > valuationMonth {
		a.worth.month(t, a, f.stock)
	} else {
		a.worth.start(a)
	}
}
