package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// CompanyInput is what a month brings, in real dollars of 2026. In the months
// that are filed, January to June 2026, only the shocks and prices that the
// filings do not decide are read.
type CompanyInput struct {
	Month int // 0 is January 2026, where a draw begins; months follow one another

	// Compute, orbit and ground together.
	ComputeSoldUSD    float64 // market value of all that the compute at work could sell in the month
	ComputeRunningUSD float64 // energy, staff, operations
	ComputeW          float64 // IT watts at work
	MarketUSDPerWYear float64 // what a watt of it earns in a year at the market's price
	OwnUseShare       float64 // of it, the lab's own
	ComputeCapexUSD   float64 // without launches

	// Launch. Flights of data centres in the month, at the three prices; what all
	// of the group's Starship flights cost to fly; what is built; development.
	LaunchUSD        [NumTransferPrices]float64
	LaunchRunningUSD float64
	LaunchCapexUSD   float64 // ships, boosters, towers
	DevelopmentUSD   float64
	StarlinkCapexUSD float64 // satellites put up
	MoonUSD          float64

	// The lab.
	LabStaffUSD, LabDataUSD, LabStockPayUSD, LegalUSD float64

	SubscriberLimit float64 // most that the satellites in orbit can serve; 0: no limit

	// Shocks are factors, 1 is none.
	AIRevenue float64 // on AI products: regulators, brand
	AIPrice   float64 // on compute sold by the hour
	Demand    float64 // on tenants' patience; what it does to the price of an hour is handed in with it
	Valuation float64 // on what owners pay for a share

	MarketOpen float64            // 0 to 1: how far shares can be sold, and money borrowed
	Premium    float64            // on the cost of money, a year; 0 is none
	Lease      [NumLeases]float64 // in (0, 1): one chance a draw for each contract
}

// CalmMonth is a month without shocks and without compute: a start for tests and
// for callers that set the rest.
func CalmMonth(month int) CompanyInput {
	return CompanyInput{Month: month, AIRevenue: 1, AIPrice: 1, Demand: 1, Valuation: 1, MarketOpen: 1, Lease: [NumLeases]float64{0.5, 0.5}}
}

// StructureMonth is a month of one structure. Flows are the month's, stocks its
// end's.
type StructureMonth struct {
	RevenueUSD, EBITDAUSD, CapexUSD, FreeCashFlowUSD float64
	CashUSD, DebtUSD                                 float64
	DebtRoomUSD                                      float64 // more that lenders would give
	EquityRoomUSD                                    float64 // more that owners would give in a month like this one, less fees
	BorrowedUSD, SoldUSD                             float64
	RunwayMonths                                     float64 // cash over the burn of about three months; +Inf where none is burnt
	BelowZero                                        bool    // cash: the plan goes on though nobody pays
	ValueUSD                                         float64 // of all shares, at the month's multiple
	Shares                                           float64
}

// CompanyOutput is what a month did.
type CompanyOutput struct {
	Filed       bool // played as filed
	Sale        [NumSales]float64
	Segment     [NumSegments]SegmentResult // of the merged group
	Structure   [NumStructures]StructureMonth
	SellableUSD float64 // that owners would give it for shares in a month like this one
	FundableUSD float64 // compute capex that the owner of compute could pay next month: cash above its minimum and what lenders would give

	Subscribers, ARPU float64
	LeasedW           float64

	// Prices inside the group, and the market's for the same.
	LaunchUSD, LaunchMarketUSD   float64
	ComputeUSD, ComputeMarketUSD float64 // the lab's own use, at cost

	CostOfEquity          float64 // nominal, a year
	MuskEquity, MuskVotes float64 // of the merged group
}

// CompanyModel plays the group's accounts in four structures at once. It is the
// state of one draw.
type CompanyModel struct {
	structure Structure
	narrow    bool // only what something depends on
	terse     bool // and of an output what Tell fills in is left to it
	transfer  TransferPrice
	segments  segments
	funding   funding
	accounts  [NumStructures]account
	sales     sales
	flows     [NumStructures]movement
	known     [NumStructures]known
	clear     bool // nothing is known of this month

	deflator, inflation float64 // of this month; a month's factor
	price               float64 // of a share in September 2026
	alone               [2]float64
	aloneProceeds       float64
	round, roundEquity  float64 // of xAI in January 2026
	listing             float64 // less fees
	listed              float64 // shares sold at it
	openingDebt         float64
	bridge, notes       float64
	plug, plugDebt      float64 // what June 2026 lacks to the cash that was reported; the share of it counted as debt
	acquisition         float64
	acquiredMonth       int
	tesla               [3]float64 // revenue, EBITDA and capex a month
	teslaGrowth         float64    // factor a month
	diluted             float64    // shares promised to staff included, over outstanding
	muskShares, votes   float64
	costOfEquity        [3]float64
	forever             float64 // +Inf
}

// Reset prepares a draw. Tax, inflation and the share of equipment that may be
// deducted at once are those of the other accounts.
func (m *CompanyModel) Reset(p *Company, f *Params) {
	l, o, b := &p.Listing, &p.Opening, &p.Books
	y25, q1, q2 := &filings[filed2025], &filings[filedQ12026], &filings[filedQ22026]
	*m = CompanyModel{
		structure: p.Structure, transfer: p.TransferPrice,
		clear: true, forever: math.Inf(1), deflator: 1, inflation: math.Exp(-math.Log1p(f.Inflation.In(si.PerYear)) / 12),
		price: p.Equity.MarketPrice.SI(), alone: [2]float64{l.SpaceXValue.SI(), l.XAIValue.SI()},
		aloneProceeds: l.AloneProceeds.SI() * (1 - l.Fees.SI()),
		round:         o.XAIRound.SI(), roundEquity: o.RoundEquity.SI(),
		listing: l.Proceeds.SI() * (1 - l.Fees.SI()),
		listed:  l.Proceeds.SI() / l.Price.SI(),
		bridge:  p.Debt.Bridge.SI(), notes: p.Debt.Notes.SI(), plugDebt: p.Debt.Unexplained.SI(),
		acquisition: l.Acquisition.SI(), acquiredMonth: max(monthOf(l.AcquisitionYear), firstModelled),
		teslaGrowth: math.Exp(math.Log1p(p.Tesla.Growth.In(si.PerYear)) / 12),
		diluted:     1 + l.Overhang.SI(), muskShares: l.MuskEquity.SI() * float64(l.SharesAfter), votes: l.MuskVotes.SI(),
	}
	revenue := p.Tesla.Revenue.In(si.DollarPerYear) / 12
	m.tesla = [3]float64{revenue, revenue * p.Tesla.Margin.SI(), p.Tesla.Capex.In(si.DollarPerYear) / 12}
	for i := range m.costOfEquity {
		m.costOfEquity[i] = p.CostOfEquity(i)
	}
	m.segments.reset(p)
	m.funding.reset(p, f)

	// What the group's cash says of borrowing: see fund.
	r := &m.segments.recorded
	flow1 := 3*r[0].operating - q1.Capex*1e6
	flow2 := 3*r[1].operating - q2.Capex*1e6
	m.openingDebt = q1.LongTermDebt*1e6 - ((q1.Cash-y25.Cash)*1e6 - flow1)
	m.plug = cashJune19 - (q1.Cash*1e6 + flow2*daysToJune19 + m.listing)

	before := float64(l.SharesAfter) - m.listed
	year := p.record(y25, y25, 0)
	var ebitda, growth [NumSegments]float64
	for s := range NumSegments {
		ebitda[s], growth[s] = 3*year.result[s].EBITDAUSD, y25.Segment[s]*1e6
	}
	plant := [NumPlants]float64{o.LaunchPlant.SI(), o.SatellitePlant.SI(), o.ComputePlant.SI()}
	xaiCash, xaiDebt, losses := o.XAICash.SI(), o.XAIDebt.SI(), o.TaxLosses.SI()
	cash, least := y25.Cash*1e6, p.Debt.MinimumCash.SI()
	value := l.SpaceXValue.SI() + l.XAIValue.SI()
	for i := range m.accounts {
		a := &m.accounts[i]
		inSpace, inAI := Structure(i) != XAIAlone, Structure(i) != SpaceXAlone
		a.wear = [NumPlants]float64{perMonth(b.LaunchLife), perMonth(b.SatelliteLife), perMonth(b.ComputeLife), perMonth(b.OtherLife)}
		a.least, a.firstBelow = least, -1
		a.shares = before
		if inSpace {
			a.CashUSD += cash - xaiCash
			a.LongTermUSD += m.openingDebt - xaiDebt
			a.PlantUSD[LaunchPlant], a.PlantUSD[SatellitePlant] = plant[LaunchPlant], plant[SatellitePlant]
			a.losses += losses * (1 - o.XAILossShare.SI())
			a.ebitda12 += ebitda[SpaceSegment] + ebitda[ConnectivitySegment]
			a.growthRevenue += growth[SpaceSegment] + growth[ConnectivitySegment]
		}
		if inAI {
			a.CashUSD += xaiCash
			a.LongTermUSD += xaiDebt
			a.PlantUSD[ComputePlant] = plant[ComputePlant]
			a.losses += losses * o.XAILossShare.SI()
			a.ebitda12 += ebitda[AISegment]
			a.growthRevenue += growth[AISegment]
		}
		switch Structure(i) {
		case SpaceXAlone:
			a.shares = before * m.alone[0] / value
			a.least *= p.Debt.AloneShare.SI()
		case XAIAlone:
			a.shares = before * m.alone[1] / value / l.SharesPerXAI.SI()
			a.least *= p.Debt.AloneShare.SI()
			a.GoodwillUSD, a.LiabilitiesUSD = o.Goodwill.SI(), o.Liabilities.SI()*m.alone[1]/value
		case WithTesla:
			a.CashUSD += p.Tesla.Cash.SI()
			a.LongTermUSD += p.Tesla.Debt.SI()
			a.PlantUSD[OtherPlant] = p.Tesla.Plant.SI()
			a.ebitda12 += 12 * m.tesla[1]
			a.cars = p.Tesla.MarketValue.SI() - p.Tesla.Cash.SI() + p.Tesla.Debt.SI()
			a.shares += p.Tesla.MarketValue.SI() / m.price
		}
		if inSpace && inAI {
			a.GoodwillUSD, a.LiabilitiesUSD = o.Goodwill.SI(), o.Liabilities.SI()
		} else if inSpace {
			a.LiabilitiesUSD = o.Liabilities.SI() * m.alone[0] / value
		}
		for _, v := range a.PlantUSD {
			a.taxPool += v * (1 - m.funding.immediate)
		}
		a.lowest = a.CashUSD
		a.PaidInUSD = a.AssetsUSD() - a.DebtUSD() - a.LiabilitiesUSD
		a.limit = max(a.ebitda12, 0) * m.funding.debtPerEBITDA
		a.rate = m.funding.base + 2*m.funding.spread
	}
}

// perMonth is the share of a class that is written off in a month.
func perMonth(life si.Duration) float64 { return -math.Expm1(-1 / life.In(si.Month)) }

// Narrow leaves out what nothing depends on in the months that follow: all structures but
// the merged group and the one that pays for the compute, and of an output all but
// SellableUSD, FundableUSD and Subscribers. What it leaves of the rest is not to be read.
func (m *CompanyModel) Narrow() { m.narrow, m.terse = true, true }

// Terse leaves to Tell, in the months that follow, what of an output does not add up over a
// year: all but SellableUSD, FundableUSD, Subscribers, Filed, Segment, ComputeUSD and
// ComputeMarketUSD. The flows of a structure are in its Books.
func (m *CompanyModel) Terse() { m.terse = true }

// plays tells whether a narrowed model plays a structure.
func (m *CompanyModel) plays(s Structure) bool { return s == Merged || s == m.builder() }

// builder is the structure that pays for the compute: apart, it is xAI.
func (m *CompanyModel) builder() Structure {
	if chosen := min(m.structure, WithTesla); chosen != SpaceXAlone {
		return chosen
	}
	return XAIAlone
}

// Month plays a month.
func (m *CompanyModel) Month(in *CompanyInput, out *CompanyOutput) {
	t, x := &m.funding, &m.sales
	t.month(in.Month, in.MarketOpen, in.Valuation, in.Premium)
	if in.Month >= recordedMonths {
		m.deflator *= m.inflation
	}
	m.segments.month(in, m.deflator, x)
	m.operations(in, x)
	m.fund(in.Month, x)
	for s := range m.accounts {
		if !m.narrow || m.plays(Structure(s)) {
			m.accounts[s].month(t, &m.flows[s], &m.known[s], in.Month)
		}
	}
	m.prices(in.Month)
	m.report(out)
	if !m.narrow {
		m.reportFlows(in, x, out)
	}
	if !m.terse {
		m.Tell(in, out)
	}
}

// operations turns the segments' month into each structure's flows. A launch of
// data centres is sold by SpaceX to xAI at the transfer price when they are
// apart; inside one company it is plant at what it cost to fly. Compute that the
// other companies use is paid for when they are apart and nothing inside one.
func (m *CompanyModel) operations(in *CompanyInput, x *sales) {
	space, connectivity, ai := &x.result[SpaceSegment], &x.result[ConnectivitySegment], &x.result[AISegment]
	launch, flown := m.launchUSD(in, x), 0.0
	if x.recorded == nil {
		flown = si.Lesser(in.LaunchUSD[AtMarginal], in.LaunchRunningUSD)
	}
	compute := x.line[AnthropicRent] + x.line[GoogleRent] + x.line[OtherCompute]
	near := space.RevenueUSD + connectivity.RevenueUSD
	nearEBITDA := space.EBITDAUSD + connectivity.EBITDAUSD
	nearStock := x.stock[SpaceSegment] + x.stock[ConnectivitySegment]
	f := &m.flows[SpaceXAlone]
	f.revenue, f.ebitda, f.stock = near+launch, nearEBITDA+launch-x.internal, nearStock
	f.capex[LaunchPlant], f.capex[SatellitePlant] = space.CapexUSD, connectivity.CapexUSD

	f = &m.flows[XAIAlone]
	f.revenue, f.ebitda, f.stock = ai.RevenueUSD+x.internal, ai.EBITDAUSD+x.internal, x.stock[AISegment]
	f.compute = compute + x.internal
	f.capex[ComputePlant] = ai.CapexUSD + launch

	g, w := &m.flows[Merged], &m.flows[WithTesla]
	g.revenue, g.ebitda, g.stock = near+ai.RevenueUSD, nearEBITDA+ai.EBITDAUSD+flown, nearStock+x.stock[AISegment]
	g.compute = compute
	built := ai.CapexUSD + flown
	g.capex[LaunchPlant], g.capex[SatellitePlant], g.capex[ComputePlant] = space.CapexUSD, connectivity.CapexUSD, built

	t := &m.tesla
	w.revenue, w.ebitda, w.stock = g.revenue+t[0], g.ebitda+t[1], g.stock
	w.compute, w.tesla = compute, t[0]
	w.capex[LaunchPlant], w.capex[SatellitePlant], w.capex[ComputePlant], w.capex[OtherPlant] = space.CapexUSD, connectivity.CapexUSD, built, t[2]
	if x.recorded != nil || !m.clear {
		m.asFiled(x.recorded)
	}
	for i := range t {
		t[i] *= m.teslaGrowth
	}
	m.accounts[WithTesla].cars *= m.teslaGrowth
}

// launchUSD is what xAI apart pays SpaceX for the month's launches of data centres.
func (m *CompanyModel) launchUSD(in *CompanyInput, x *sales) float64 {
	if x.recorded != nil {
		return 0
	}
	return in.LaunchUSD[min(m.transfer, AtMarket)]
}

// asFiled takes a month's charges, net income and operating cash flow from the
// filings; nil forgets the month before.
func (m *CompanyModel) asFiled(r *recordedQuarter) {
	m.known = [NumStructures]known{}
	if m.clear = r == nil; m.clear {
		return
	}
	keep := 1 - r.stockShare
	charged := [NumPlants]float64{r.charges[SpaceSegment] * keep, r.charges[ConnectivitySegment] * keep, r.charges[AISegment] * keep}
	m.known[SpaceXAlone] = known{filed: true, own: true, charged: [NumPlants]float64{charged[0], charged[1]}}
	m.known[XAIAlone] = known{filed: true, own: true, charged: [NumPlants]float64{ComputePlant: charged[ComputePlant]}}
	k := known{filed: true, charged: charged, net: r.net, ocf: r.operating}
	m.known[Merged] = k
	a := &m.accounts[WithTesla]
	k.charged[OtherPlant] = a.PlantUSD[OtherPlant] * a.wear[OtherPlant]
	k.net += m.tesla[1] - k.charged[OtherPlant]
	k.ocf += m.tesla[1]
	m.known[WithTesla] = k
}

// fund adds what owners and lenders are known to have given. The group's debt at
// the start follows from its debt and its change of cash in the first quarter. In
// June come the listing, and the notes that repay the bridge. What the reported
// cash of 19 June needs beyond these is unexplained: no filing at hand says
// whether it was borrowed.
//
// SpaceX alone lists for what was planned before the merger, and xAI alone has
// its round of January 2026.
func (m *CompanyModel) fund(month int, x *sales) {
	if month == m.acquiredMonth {
		m.clear = false
		for _, s := range [...]Structure{Merged, WithTesla} {
			m.known[s].acquired, m.known[s].shares = m.acquisition, m.acquisition/m.price
		}
	}
	if x.recorded == nil {
		return
	}
	both := [...]*known{&m.known[Merged], &m.known[WithTesla]}
	switch {
	case month == 0:
		f := &m.known[XAIAlone]
		f.sold = m.round * m.roundEquity
		f.borrowed = m.round - f.sold
		f.shares = m.accounts[XAIAlone].shares * f.sold / m.alone[1]
	case month == 5:
		f := &m.known[SpaceXAlone]
		f.sold = m.aloneProceeds
		f.shares = m.accounts[SpaceXAlone].shares * f.sold / m.alone[0]
		for _, f := range both {
			f.sold = m.listing + m.plug*(1-m.plugDebt)
			f.borrowed = m.notes + m.plug*m.plugDebt
			f.notes = m.notes
			f.shares = m.listed
		}
	}
	for _, f := range both {
		if month < 3 {
			f.borrowed = (filings[filedQ12026].LongTermDebt*1e6 - m.openingDebt) / 3
		}
		if month == 2 {
			f.bridge = m.bridge
		}
	}
}

// prices holds the multiples to what was paid: the values of the merger in
// February 2026, and the market's price at the beginning of September.
func (m *CompanyModel) prices(month int) {
	t := &m.funding
	switch month {
	case 1:
		t.calibrate(&m.accounts[SpaceXAlone], m.alone[0])
		t.calibrate(&m.accounts[XAIAlone], m.alone[1])
		t.calibrate(&m.accounts[Merged], m.alone[0]+m.alone[1])
		m.accounts[WithTesla].multiple = m.accounts[Merged].multiple
	case recordedMonths - 1, 7:
		a := &m.accounts[Merged]
		t.calibrate(a, m.price*a.shares)
		m.accounts[WithTesla].multiple = a.multiple
	}
}

// report fills in what the chain reads each month: what the builder of the compute can
// raise, and who subscribes.
func (m *CompanyModel) report(out *CompanyOutput) {
	t, a := &m.funding, &m.accounts[m.builder()]
	out.SellableUSD = t.value(a) * t.sale
	out.FundableUSD = si.Greater(a.CashUSD-a.least, 0) + t.debtRoom(a)
	out.Subscribers = m.segments.subscribers
}

// reportFlows fills in what adds up over a year.
func (m *CompanyModel) reportFlows(in *CompanyInput, x *sales, out *CompanyOutput) {
	group := &m.accounts[Merged]
	out.Filed = x.recorded != nil
	for s := range NumSegments {
		r, from := &out.Segment[s], &x.result[s]
		r.RevenueUSD, r.EBITDAUSD, r.OperatingUSD, r.CapexUSD = from.RevenueUSD, from.EBITDAUSD, from.OperatingUSD, from.CapexUSD
		if !out.Filed {
			r.OperatingUSD = r.EBITDAUSD - group.depBy[s] - x.stock[s]
		}
	}
	own := si.Lesser(si.Greater(in.OwnUseShare, 0), 1)
	out.ComputeUSD = own * (in.ComputeRunningUSD + group.depBy[ComputePlant] + group.PlantUSD[ComputePlant]*m.funding.capital)
	out.ComputeMarketUSD = x.ownMarket
}

// Tell fills in the rest of an output after a month of that input: structures, sales,
// prices inside the group, and what its equity costs. It is not for a narrowed model.
// Sales go one number at a time, since a copy of them all waits until each has been written.
func (m *CompanyModel) Tell(in *CompanyInput, out *CompanyOutput) {
	t, x := &m.funding, &m.sales
	for s := range m.accounts {
		a, o := &m.accounts[s], &out.Structure[s]
		o.RevenueUSD, o.EBITDAUSD, o.CapexUSD, o.FreeCashFlowUSD = a.RevenueUSD, a.EBITDAUSD, a.CapexUSD, a.OperatingUSD-a.CapexUSD
		o.CashUSD, o.DebtUSD, o.BorrowedUSD, o.SoldUSD = a.CashUSD, a.DebtUSD(), a.BorrowedUSD, a.SoldUSD
		o.BelowZero, o.ValueUSD, o.Shares = a.CashUSD < 0, t.value(a), a.shares
		o.DebtRoomUSD, o.EquityRoomUSD = t.debtRoom(a), o.ValueUSD*t.sale
		o.RunwayMonths = 0
		switch {
		case !(a.burn > 0):
			o.RunwayMonths = m.forever
		case a.CashUSD > 0:
			o.RunwayMonths = a.CashUSD / a.burn
		}
	}
	for i := range x.line {
		out.Sale[i] = x.line[i]
	}
	out.ARPU, out.LeasedW = m.segments.bill, x.leasedW
	out.LaunchUSD, out.LaunchMarketUSD = m.launchUSD(in, x), in.LaunchUSD[AtMarket]
	rivals := 0
	for i, from := range t.rivalFrom {
		if in.Month >= from && in.Month < t.rivalTo[i] {
			rivals++
		}
	}
	out.CostOfEquity = m.costOfEquity[rivals]
	out.MuskEquity = si.Lesser(m.muskShares/m.accounts[Merged].shares, 1)
	out.MuskVotes = m.votes * out.MuskEquity / (m.votes*out.MuskEquity + 1 - out.MuskEquity)
}

// Books returns a structure's statement of the last month played.
func (m *CompanyModel) Books(s Structure) *Statement { return &m.accounts[s].Statement }

// LowestCashUSD returns the least cash that a structure had at the end of a
// month, and the month in which it first was below zero, −1 where it never was.
func (m *CompanyModel) LowestCashUSD(s Structure) (usd float64, firstBelow int) {
	return m.accounts[s].lowest, m.accounts[s].firstBelow
}
