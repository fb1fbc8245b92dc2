package workload

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// poolYears is how far the supply table reaches: 40 years and its last edge.
const poolYears = 41

// Pool is the world's one supply of accelerators, in watts of average IT draw.
// Merchant vendors and the group's own fab make them; the group and the rest of
// the world take them; what nobody takes is stock. A chip in orbit is a chip not
// on the ground. At any time MadeW = UsedW + MerchantStockW + OwnStockW.
type Pool struct {
	MadeW, UsedW              float64 // totals since Reset
	MerchantStockW, OwnStockW float64 // made and not yet taken

	merchant, own [poolYears]float64 // W/yr at each New Year
	ownStartYr    float64
	stockLimitYr  float64
	groupShare    float64
}

// Grant is what a month's takers get, IT watts.
type Grant struct {
	GroupW    float64 // the group, in orbit and on the ground
	GroupOwnW float64 // how much of GroupW are the group's own chips
	RestW     float64 // the rest of the world
}

// Reset empties the pool and tabulates its supply for p.
func (pool *Pool) Reset(p *Params) {
	s, f := &p.Supply, &p.OwnFab
	*pool = Pool{stockLimitYr: s.StockLimit.In(si.Year), groupShare: float64(s.GroupShare)}
	start := s.NvidiaRate.In(si.GigawattPerYear) * 1e9 * (1 + float64(s.OtherShare)) * float64(p.Accelerator.ITPerTDP)
	g0, g1, k := s.GrowthStart.In(si.PerYear), s.GrowthFloor.In(si.PerYear), s.GrowthDecay.In(si.PerYear)
	first, most := f.FirstRate.In(si.GigawattPerYear)*1e9, f.Cap.In(si.GigawattPerYear)*1e9
	begin, growth := f.Start.In(si.Year), f.Growth.In(si.PerYear)
	pool.ownStartYr = begin
	// What growth there is beyond its floor fades by the same factor each year.
	beyond, fade := SlowingGrowth(g0, g1, k, 1)-g1, math.Exp(-k)
	own, yearly := first*math.Exp(min(100, -growth*begin)), math.Exp(min(100, growth))
	ln := 0.0
	for y := range poolYears {
		pool.merchant[y] = start * math.Exp(ln)
		pool.own[y] = min(most, own)
		ln += g1 + beyond
		beyond *= fade
		own *= yearly
	}
}

// RateW returns what could be made in a month, as IT watts a year.
func (pool *Pool) RateW(month int) (merchant, own float64) {
	month = min(max(month, 0), 12*(poolYears-1)-1)
	y := month / 12
	f := (float64(month-12*y) + 0.5) * (1. / 12)
	merchant = lerp(pool.merchant[y], pool.merchant[y+1], f)
	if float64(y)+f >= pool.ownStartYr {
		own = lerp(pool.own[y], pool.own[y+1], f)
	}
	return merchant, own
}

// Month makes a month's chips at the rates of RateW and adds them to the stock; a
// maker whose stock has reached the limit makes only what fits. It returns what was
// made, IT watts.
func (pool *Pool) Month(merchantWPerYear, ownWPerYear float64) (merchantW, ownFabW float64) {
	merchantW = made(merchantWPerYear, pool.MerchantStockW, pool.stockLimitYr)
	ownFabW = made(ownWPerYear, pool.OwnStockW, pool.stockLimitYr)
	pool.MerchantStockW += merchantW
	pool.OwnStockW += ownFabW
	pool.MadeW += merchantW + ownFabW
	return merchantW, ownFabW
}

// made is what a maker with some stock makes in a month.
func made(wPerYear, stockW, stockLimitYr float64) float64 {
	if room := wPerYear*stockLimitYr - stockW; room < wPerYear*(1./12) {
		return positive(room)
	}
	return wPerYear * (1. / 12)
}

// Available returns what the group could take now if the rest of the world
// takes all it is offered, and what the rest is offered, IT watts.
func (pool *Pool) Available() (groupW, restW float64) {
	allotted := pool.groupShare * pool.MerchantStockW
	return pool.OwnStockW + allotted, pool.MerchantStockW - allotted
}

// Take hands chips out: the group's own chips to the group first, then its
// allotted share of the merchants', and what one side leaves to the other.
func (pool *Pool) Take(groupWantW, restWantW float64) Grant {
	groupWantW, restWantW = positive(groupWantW), positive(restWantW)
	var g Grant
	g.GroupOwnW = si.Lesser(groupWantW, pool.OwnStockW)
	want := groupWantW - g.GroupOwnW
	allotted := pool.groupShare * pool.MerchantStockW
	g.RestW = si.Lesser(restWantW, pool.MerchantStockW-si.Lesser(want, allotted))
	fromMerchant := si.Lesser(want, pool.MerchantStockW-g.RestW)
	g.GroupW = g.GroupOwnW + fromMerchant
	pool.OwnStockW -= g.GroupOwnW
	pool.MerchantStockW = positive(pool.MerchantStockW - g.RestW - fromMerchant)
	pool.UsedW += g.GroupW + g.RestW
	return g
}

// positive is x where it is above nil, else 0.
func positive(x float64) float64 {
	if x > 0 {
		return x
	}
	return 0
}
