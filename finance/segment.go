package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Sale is a line of the group's revenue.
type Sale uint8

// The lines, segment by segment.
const (
	Subscriptions Sale = iota // subscribers times their monthly bill
	Kit                       // user terminals
	Enterprise                // enterprise, mobility and government connectivity
	GovernmentSpace
	CommercialSpace
	AIProducts // advertising, subscriptions and licences of X and Grok
	AnthropicRent
	GoogleRent
	OtherCompute // sold by the hour at the market's price
	NumSales
)

var saleNames = [NumSales]string{"subscriptions", "user terminals", "enterprise, mobility, government", "government space", "commercial space",
	"AI products", "lease to Anthropic", "lease to Google", "other compute"}

// String names the line.
func (s Sale) String() string {
	if s < NumSales {
		return saleNames[s]
	}
	return "unknown"
}

// SegmentResult is a segment's month.
type SegmentResult struct {
	RevenueUSD   float64 // from outside the group
	EBITDAUSD    float64 // adjusted: before stock pay
	OperatingUSD float64 // after depreciation and stock pay
	CapexUSD     float64
}

// FiledMonths is how many months from January 2026 on are played as filed.
const FiledMonths = recordedMonths

// recordedMonths have been filed, two quarters of 2026.
const recordedMonths = 6

// recordedQuarter is a filed quarter by month, with the charges between EBITDA
// and operating result shared out.
type recordedQuarter struct {
	result     [NumSegments]SegmentResult
	charges    [NumSegments]float64 // depreciation and stock pay
	stockShare float64
	net        float64
	operating  float64 // cash flow
	subsStart  float64
	subsStep   float64 // a month
}

// record splits a filed quarter into equal months. EBITDA is filed for the group
// alone: connectivity's is its margin times its revenue, and what then remains of
// the charges between EBITDA and operating result is AI's in a stated share.
//
// Source: the filings; connectivity's margin after streetbrief.co on the S-1.
// Ignores: the shape within a quarter.
// Good to: sums and each segment's revenue and operating result exactly.
// Needs: nothing.
func (p *Company) record(f, other *Filed, startM float64) (r recordedQuarter) {
	charges := f.AdjustedEBITDA
	for s := range NumSegments {
		charges -= f.Operating[s]
	}
	rest := charges - (p.Connectivity.Margin.SI()*f.Segment[ConnectivitySegment] - f.Operating[ConnectivitySegment])
	ai := rest * p.Opening.AIChargeShare.SI()
	r.charges = [NumSegments]float64{SpaceSegment: rest - ai, ConnectivitySegment: charges - rest, AISegment: ai}
	for s := range NumSegments {
		r.result[s] = SegmentResult{f.Segment[s] * 1e6 / 3, (f.Operating[s] + r.charges[s]) * 1e6 / 3, f.Operating[s] * 1e6 / 3, f.CapexBySegment[s] * 1e6 / 3}
		r.charges[s] *= 1e6 / 3
		if math.IsNaN(f.CapexBySegment[s]) { // filed for AI alone: the rest as in the other quarter
			outside := other.Capex - other.CapexBySegment[AISegment]
			r.result[s].CapexUSD = (f.Capex - f.CapexBySegment[AISegment]) * other.CapexBySegment[s] / outside * 1e6 / 3
		}
	}
	sum := 0.0 // what the segments leave of the whole is in none of them
	for s := range NumSegments {
		sum += r.result[s].CapexUSD
	}
	r.result[SpaceSegment].CapexUSD += f.Capex*1e6/3 - sum
	r.stockShare = p.Opening.StockShare.SI()
	r.net = f.NetIncome * 1e6 / 3
	both := filings[filedQ12026].AdjustedEBITDA + filings[filedQ22026].AdjustedEBITDA
	r.operating = operatingCashHalfYear * f.AdjustedEBITDA / both / 3
	r.subsStart, r.subsStep = startM*1e6, (f.Subscribers-startM)*1e6/3
	return r
}

// segments are the sales of one draw.
type segments struct {
	recorded [2]recordedQuarter

	subscribers, ceiling, growth float64 // growth: factor a month less one
	perCeiling                   float64
	bill, floor, billKeeps       float64 // $ a month
	kit                          float64
	rest, space, products        float64 // $ a month
	restTo, spaceTo, productsTo  approach
	government                   float64
	connectivityMargin           float64
	spaceMargin, productsMargin  float64
	spare, internal              float64
	spareLater, spareStep        float64    // where spare goes, and the share of the way in a month
	upkeep                       [2]float64 // of space and of connectivity
	stockPay                     float64
	leases                       leases
}

func (g *segments) reset(p *Company) {
	q1, q2, y25 := &filings[filedQ12026], &filings[filedQ22026], &filings[filed2025]
	c := &p.Connectivity
	*g = segments{
		recorded: [2]recordedQuarter{p.record(q1, q2, y25.Subscribers), p.record(q2, q1, q1.Subscribers)},
		ceiling:  float64(c.Subscribers), growth: math.Expm1(c.SubscriberGrowth.In(si.PerYear) / 12),
		perCeiling:  1 / float64(c.Subscribers),
		subscribers: y25.Subscribers * 1e6,
		bill:        q2.ARPU, floor: c.ARPUFloor.SI(), billKeeps: math.Exp(-c.ARPUFall.In(si.PerYear) / 12),
		kit:    c.Hardware.SI(),
		restTo: newApproach(c.RestGrowth, c.RestCeiling),
		space:  p.Space.Revenue.In(si.DollarPerYear) / 12, spaceTo: newApproach(p.Space.Growth, p.Space.Ceiling),
		government: p.Space.GovernmentShare.SI(),
		products:   p.AI.Products.In(si.DollarPerYear) / 12, productsTo: newApproach(p.AI.Growth, p.AI.Ceiling),
		connectivityMargin: c.Margin.SI(), spaceMargin: p.Space.Margin.SI(), productsMargin: p.AI.ProductsMargin.SI(),
		spare: p.AI.SpareSold.SI(), spareLater: p.AI.SpareSoldLater.SI(), spareStep: -math.Expm1(-1 / p.AI.SpareRamp.In(si.Month)), internal: p.AI.InternalShare.SI(),
		upkeep:   [2]float64{p.Space.Upkeep.In(si.DollarPerYear) / 12, c.Upkeep.In(si.DollarPerYear) / 12},
		stockPay: p.Books.StockPay.SI(),
	}
	subscriptions := (q1.Subscribers + q2.Subscribers) / 2 * 1e6 * q2.ARPU
	added := (q2.Subscribers - q1.Subscribers) * 1e6 / 3
	g.rest = max(q2.Segment[ConnectivitySegment]*1e6/3-subscriptions-g.kit*added, 0)
	g.leases.reset(&p.Leases)
}

// approach is growth towards a ceiling: dx/dt = g x (1 − x/C), of which a step is
// exact. What shrinks does so at its rate without one.
type approach struct {
	growth   float64 // factor a month, less one
	crowding float64 // that over the ceiling
}

func newApproach(growth si.Rate, ceiling si.USDPerYear) approach {
	a := approach{growth: math.Expm1(growth.In(si.PerYear) / 12)}
	if a.growth > 0 {
		a.crowding = a.growth / (ceiling.In(si.DollarPerYear) / 12)
	}
	return a
}

func (a *approach) step(x float64) float64 { return x * (1 + a.growth) / (1 + a.crowding*x) }

// sales is a month of the segments before launches inside the group are charged.
type sales struct {
	line      [NumSales]float64
	result    [NumSegments]SegmentResult // operating result only where filed
	leasedW   float64
	internal  float64 // market value of compute used by the other companies
	stock     [NumSegments]float64
	recorded  *recordedQuarter
	deflator  float64
	ownMarket float64 // market value of the lab's own use
}

// month plays the segments for a month.
//
// Subscribers grow as dN/dt = g N (1 − N/M), the bill nears its floor as
// A = F + (A₀ − F) e^(−kt), and connectivity is N A, kit for those added and the
// rest, which is what the second quarter of 2026 had beside them and then grows
// to a ceiling of its own. A watt of compute is in one of five uses: the lab's
// own, the other companies', a lease, sold by the hour, idle.
//
// Source: E1 of the reference; Verhulst's equation; the filings to June 2026.
// Ignores: seasons; that satellites overhead are shared by place.
// Good to: the filed half year exactly; see Predictions for what such rules miss.
// Needs: shares from 0 to 1.
func (g *segments) month(in *CompanyInput, deflator float64, out *sales) {
	out.deflator = deflator
	own := si.Lesser(si.Greater(in.OwnUseShare, 0), 1)
	out.ownMarket = own * in.ComputeSoldUSD
	if in.Month < recordedMonths {
		g.recordedMonth(in, out)
		return
	}
	out.recorded = nil
	line := &out.line
	n := g.subscribers
	most := g.ceiling
	if in.SubscriberLimit > 0 {
		most = si.Lesser(most, in.SubscriberLimit)
	}
	a := g.growth
	g.subscribers = si.Lesser(n*(1+a)/(1+a*n*g.perCeiling), si.Greater(most, n))
	g.bill = g.floor + (g.bill-g.floor)*g.billKeeps
	line[Subscriptions] = (n + g.subscribers) / 2 * g.bill
	line[Kit] = si.Greater(g.subscribers-n, 0) * g.kit
	g.rest = g.restTo.step(g.rest)
	line[Enterprise] = g.rest
	connectivity := line[Subscriptions] + line[Kit] + line[Enterprise]

	g.space = g.spaceTo.step(g.space)
	line[GovernmentSpace] = g.space * g.government
	line[CommercialSpace] = g.space - line[GovernmentSpace]

	g.spare += (g.spareLater - g.spare) * g.spareStep
	g.products = g.productsTo.step(g.products)
	line[AIProducts] = g.products * si.Greater(in.AIRevenue, 0)
	internal := g.internal * (1 - own)
	freeW := in.ComputeW * (1 - own - internal)
	rent, leasedW := g.leases.month(in.Month, &in.Lease, in.MarketUSDPerWYear, in.Demand, freeW, deflator)
	line[AnthropicRent], line[GoogleRent] = rent[AnthropicLease], rent[GoogleLease]
	line[OtherCompute] = 0
	if in.ComputeW > 0 {
		line[OtherCompute] = in.ComputeSoldUSD * si.Greater(freeW-leasedW, 0) / in.ComputeW * g.spare * si.Greater(in.AIPrice, 0)
	}
	ai := line[AIProducts] + rent[0] + rent[1] + line[OtherCompute]
	out.leasedW, out.internal = leasedW, internal*in.ComputeSoldUSD

	// A company of its own is paid for internal use; inside the group it is nothing.
	aiEBITDA := ai - line[AIProducts]*(1-g.productsMargin) - in.ComputeRunningUSD - in.LabStaffUSD - in.LabDataUSD - in.LegalUSD
	r := &out.result[SpaceSegment]
	r.RevenueUSD, r.CapexUSD = g.space, in.LaunchCapexUSD+in.MoonUSD+g.upkeep[0]
	r.EBITDAUSD = g.space*g.spaceMargin - in.DevelopmentUSD - in.LaunchRunningUSD
	r = &out.result[ConnectivitySegment]
	r.RevenueUSD, r.CapexUSD = connectivity, in.StarlinkCapexUSD+g.upkeep[1]
	r.EBITDAUSD = connectivity * g.connectivityMargin
	r = &out.result[AISegment]
	r.RevenueUSD, r.EBITDAUSD, r.CapexUSD = ai, aiEBITDA, in.ComputeCapexUSD
	out.stock[SpaceSegment], out.stock[ConnectivitySegment], out.stock[AISegment] = g.stockPay*g.space, g.stockPay*connectivity, in.LabStockPayUSD
}

// recordedMonth plays a month of the first half of 2026 as filed.
func (g *segments) recordedMonth(in *CompanyInput, out *sales) {
	r := &g.recorded[in.Month/3]
	f := &filings[filedQ12026+in.Month/3]
	out.recorded, out.result = r, r.result
	out.leasedW, out.internal = 0, 0
	for s, c := range r.charges {
		out.stock[s] = c * r.stockShare
	}
	g.subscribers = r.subsStart + r.subsStep*float64(in.Month%3+1)
	mean := r.subsStart + r.subsStep*1.5
	line := &out.line
	*line = [NumSales]float64{Subscriptions: mean * f.ARPU, Kit: g.kit * r.subsStep}
	line[Enterprise] = r.result[ConnectivitySegment].RevenueUSD - line[Subscriptions] - line[Kit]
	line[GovernmentSpace] = r.result[SpaceSegment].RevenueUSD * g.government
	line[CommercialSpace] = r.result[SpaceSegment].RevenueUSD - line[GovernmentSpace]
	// Before its first lease AI had no other revenue than its products.
	line[AIProducts] = g.recorded[0].result[AISegment].RevenueUSD
	line[AnthropicRent] = r.result[AISegment].RevenueUSD - line[AIProducts]
}
