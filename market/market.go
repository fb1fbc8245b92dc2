// Package market sets the price of compute: what buyers of training, batch work
// and inference want at each price, against what is online and what it costs to
// keep running. Supply that is scarce is priced by the buyers' bid, supply that
// abounds by the running cost of the last machine needed.
package market

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Products is the number of products: training, batch, inference, in this order.
const Products = 3

// hoursPerYear is the Julian year in hours.
const hoursPerYear = 8766

// Params holds what is known of demand.
type Params struct {
	StartPrice    si.USDPerYear // of an H100e hour at the start of 2026, all contracts
	HighestBid    si.USDPerYear // above this price of an hour nobody buys more
	SpendingLimit si.USDPerYear // what the world can spend on AI compute in a year

	GrowthFade    si.Duration // time constant with which growth falls to its long run
	LongRunGrowth si.Rate     // growth of demand at a constant price, in the end
	DeclineFade   si.Duration // time constant with which the price decline eases

	Training, Batch, Inference Demand
}

// Demand is one product's.
type Demand struct {
	SpendingShare si.Ratio // share of spending on compute at the start
	Growth        si.Rate  // growth of demand at a constant price at the start
	Elasticity    si.Ratio // by what power demand rises when the price falls
	PriceFall     si.Rate  // share of itself that an hour's price loses a year, at the start
}

// Fall returns the share of itself that the price of each product's hour is
// expected to lose in the year that begins then: what the levelised cost of a
// cohort is reckoned with.
//
// Rentals lose what the market has seen them lose, d₀; in the end competition
// passes on what technology takes off the cost of an hour, cost, and no more:
//
//	d(t) = cost(t) + (d₀ − cost(t)) e^(−(t−2026)/τ)
//
// Source: rentals of A100 and H100 hours fell by 20 % to 27 % a year, 2022–2025
// (Epoch AI, GPU prices, CC-BY); that price follows cost is the long-run
// equilibrium of a competitive market; the easing is assumed.
// Ignores: cycles; that the draw's own prices may fall faster or slower.
// Good to: not measured; the range of the rows is the error.
// Needs: fade > 0, shares below 1.
func (p *Params) Fall(year float64, cost [Products]float64) (sharePerYear [Products]float64) {
	e := math.Exp(-max(0, year-start) / p.DeclineFade.In(si.Year))
	for i, d := range [Products]*Demand{&p.Training, &p.Batch, &p.Inference} {
		sharePerYear[i] = cost[i] + (d.PriceFall.In(si.PerYear)-cost[i])*e
	}
	return sharePerYear
}

// start is the year at whose beginning demand is calibrated.
const start = 2026

// MaxBlocks is the most blocks of supply that Clear takes; more are ignored.
const MaxBlocks = 64

// Block is supply that runs or stops together: a vintage of chips on the ground,
// or the fleet in orbit.
type Block struct {
	// AvoidableUSDPerHour is what stopping would save for each hour of inference
	// the block delivers.
	AvoidableUSDPerHour float64
	// HoursPerYear is the delivered H100e hours a year if the whole block serves
	// only that product.
	HoursPerYear [Products]float64
	// Orbit marks supply that can sell only a share of itself into a product.
	Orbit bool
}

// Prices is the result of a month.
type Prices struct {
	USDPerHour       [Products]float64 // of a delivered H100e hour
	SoldHoursPerYear [Products]float64
	ShadowUSDPerHour float64 // of an hour of capacity, counted in inference
	GroundSold       float64 // share of the ground's capacity that finds a buyer
	OrbitSold        float64 // share of orbit's
	SpendingUSD      float64 // a year
	Exhausted        bool    // everything is sold: the buyers' bid sets the price
	Capped           bool    // the bid is at its highest and demand goes unserved
}

// Model is the market of one draw.
type Model struct {
	share     [Products]float64 // of spending at the start, summing to 1
	boom      [Products]float64 // growth at the start less that of the long run
	longRun   float64           // growth, continuous, 1/yr
	fadeYears float64
	lnStart   float64 // ln of the starting price
	lnHighest float64
	highest   float64 // $/h
	limit     float64 // $/yr

	calibrated bool
	lnScale    [Products]float64 // ln of capacity hours wanted at the start at a price of 1 $/h, growth apart
	ratio      [Products]float64 // H100e hours of each product for one of inference
	lnRatio    [Products]float64 // its logarithm
	lnRatio0   [Products]float64 // the same at the start
	perRatio   [Products]float64 // 1/ρ

	bid    bid     // last month's: where the search begins
	drift  float64 // by which ln λ moved then
	regime regime
	demand demand // of the month
	supply supply
	ladder ladder
	list   Listed // while Clear works on it

	month           int     // for which faded holds
	faded, fadeStep float64 // e^(−t/τ) and its monthly factor
	year            int     // for which the weights and the demand's purse hold
	weight          [Products]float64

	factor, lnFactor, purse float64 // on demand, as asked for, its logarithm and what the purse is multiplied by
}

// Reset prepares a draw.
func (m *Model) Reset(p *Params) {
	*m = Model{
		longRun:   math.Log1p(p.LongRunGrowth.In(si.PerYear)),
		fadeYears: p.GrowthFade.In(si.Year),
		lnStart:   math.Log(p.StartPrice.In(si.DollarPerYear) / hoursPerYear),
		lnHighest: math.Log(p.HighestBid.In(si.DollarPerYear) / hoursPerYear),
		limit:     p.SpendingLimit.In(si.DollarPerYear),
		purse:     1,
	}
	sum := 0.0
	for i, d := range [Products]*Demand{&p.Training, &p.Batch, &p.Inference} {
		m.share[i] = d.SpendingShare.SI()
		m.demand.elasticity[i] = d.Elasticity.SI()
		m.boom[i] = math.Log1p(d.Growth.In(si.PerYear)) - m.longRun
		sum += m.share[i]
	}
	for i := range m.share {
		m.share[i] /= sum
	}
	m.highest = math.Exp(m.lnHighest)
	m.ratio = [Products]float64{1, 1, 1}
	m.perRatio = m.ratio
	m.faded, m.fadeStep = 1, math.Exp(-1/12./m.fadeYears)
	m.weigh(0)
	m.bid = bid{x: m.lnStart, price: math.Exp(m.lnStart), free: [Products]float64{1, 1, 1}} // a month at zero demand
}
