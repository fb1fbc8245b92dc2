package market

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Clear fills in the prices of a month (0 is January 2026) at which what is
// bought equals what runs.
//
// Capacity is fungible: a machine serves whichever product pays best, so all
// products pay the same for an hour of capacity, the shadow price λ, and an H100e
// hour of product p costs λ/ρₚ, where ρₚ is how many such hours the machines on
// the ground deliver for each hour of inference. Demand for product p is
//
//	Qₚ = Aₚ(t) (price/price₀)^(−εₚ),  ln Aₚ = ln Aₚ₀ + γ∞ t + (γₚ−γ∞) τ (1−e^(−t/τ))
//
// and each block runs if λ covers its avoidable cost. Orbit sells no more of a
// product than its share s of orbital capacity O, so the ground must serve
// Σ max(0, Qₚ − sₚO). λ is the one root of demand less supply, which falls with λ;
// where every block runs, the bid sets it. The first month calibrates A so that
// what is then online clears at the starting price.
//
// Source: merit-order dispatch, any text on electricity markets, e.g. Stoft, Power
// System Economics (2002) part 2; constant elasticity with a spending limit.
// Ignores: contracts and their lags, market power, comparative advantage of one
// vintage over another (ρ is the mean of the ground), storage of work.
// Good to: 1e-9 of demand against supply (see the tests).
// Needs: blocks with finite, non-negative numbers.
func (m *Model) Clear(month int, blocks []Block, orbitShare *[Products]float64, out *Prices) {
	m.list = blocks[:min(len(blocks), MaxBlocks)]
	t := m.list.Totals()
	m.ClearTotals(month, &t, &m.list, orbitShare, out)
	m.list = nil
}

// Machines are what can run in a month, block by block.
type Machines interface{ Blocks() []Block }

// Listed is machines at hand as a list.
type Listed []Block

// Blocks returns the list.
func (l *Listed) Blocks() []Block { return *l }

// Totals are what all the machines of a month deliver.
type Totals struct {
	Ground, Orbit     [Products]float64 // H100e hours a year if a whole side serves only that product
	DearestUSDPerHour float64           // no block's AvoidableUSDPerHour is higher
	DemandFactor      float64           // on what is wanted at every price, and on the purse; 0 is 1
}

// Totals adds up a list.
func (l Listed) Totals() (t Totals) {
	for i := range l {
		b := &l[i]
		side := &t.Ground
		if b.Orbit {
			side = &t.Orbit
		}
		for p, h := range &b.HoursPerYear {
			side[p] += h
		}
		t.DearestUSDPerHour = max(t.DearestUSDPerHour, b.AvoidableUSDPerHour)
	}
	return t
}

// ClearTotals is Clear for a caller who knows the totals: the blocks are asked for
// only in a month in which some may not run.
func (m *Model) ClearTotals(month int, t *Totals, machines Machines, orbitShare *[Products]float64, out *Prices) {
	s := &m.supply
	s.set(t)
	m.ratios(&s.groundHours)
	if t.DemandFactor != m.factor {
		m.shock(t.DemandFactor)
	}
	again := m.demandAt(month)
	m.measure(s, orbitShare)
	if !m.calibrated {
		m.calibrate(s.ground + s.orbit)
		again = m.demandAt(month) || again
	}
	if again { // so that what rounding leaves does not add up
		m.demand.fill(&m.bid, m.bid.x)
	}
	ground, orbit, marginal := m.solve(s, machines, &m.demand)
	m.prices(out, s, ground, orbit, marginal)
}

// hours are hours of each product a year.
type hours struct{ training, batch, inference float64 }

// set takes the totals.
func (s *supply) set(t *Totals) {
	s.groundHours = hours{t.Ground[0], t.Ground[1], t.Ground[2]}
	s.orbitHours = hours{t.Orbit[0], t.Orbit[1], t.Orbit[2]}
	s.dearUSD = t.DearestUSDPerHour
}

// ratios updates ρ from the machines on the ground; without any, last month's stay.
func (m *Model) ratios(sum *hours) {
	if sum.training <= 0 || sum.batch <= 0 || sum.inference <= 0 {
		return
	}
	m.setRatio(0, sum.training, sum.inference)
	m.setRatio(1, sum.batch, sum.inference)
	if !m.calibrated {
		m.lnRatio0 = m.lnRatio
	}
}

func (m *Model) setRatio(p int, h, inference float64) {
	if r := h / inference; r != m.ratio[p] {
		m.lnRatio[p] += lnRatio(r, m.ratio[p])
		m.ratio[p], m.perRatio[p] = r, inference/h
	}
}

// demandAt sets the month's demand and tells whether a fourth year begins.
func (m *Model) demandAt(month int) (begins bool) {
	eased := m.ease(month)
	grown := m.longRun * (float64(month) * (1. / 12))
	if year := month / 12; year != m.year {
		begins = year%4 == 0
		m.year = year
		m.weigh(year)
	}
	m.demand.b = [Products]float64{m.level(0, grown, eased), m.level(1, grown, eased), m.level(2, grown, eased)}
	return begins
}

// level is ln of the hours of capacity wanted of a product at 1 $/h: Q/ρ at the price
// λ/ρ, the reference price being the starting one, λ₀/ρ₀.
func (m *Model) level(p int, grown, eased float64) float64 {
	return m.lnScale[p] + m.lnFactor + grown + m.boom[p]*eased + (m.demand.elasticity[p]-1)*(m.lnRatio[p]-m.lnRatio0[p])
}

// ease returns τ (1 − e^(−t/τ)), in years.
func (m *Model) ease(month int) float64 {
	if m.fadeYears <= 0 {
		return 0
	}
	if month == m.month+1 {
		m.faded *= m.fadeStep
	} else if month != m.month {
		m.faded = math.Exp(-float64(month) / 12 / m.fadeYears)
	}
	m.month = month
	return m.fadeYears * (1 - m.faded)
}

// weigh sets each product's share of spending at the starting price in a year:
// it weighs the products against each other and divides the purse.
func (m *Model) weigh(year int) {
	eased := 0.0
	if m.fadeYears > 0 {
		eased = -m.fadeYears * math.Expm1(-float64(year)/m.fadeYears)
	}
	sum := 0.0
	for p := range m.weight {
		m.weight[p] = m.share[p] * math.Exp(m.boom[p]*eased)
		sum += m.weight[p]
	}
	for p := range m.weight {
		m.weight[p] /= sum
	}
	m.divide()
}

// divide divides the purse among the products.
func (m *Model) divide() {
	for p := range m.weight {
		m.demand.perLimit[p] = 0
		if l := m.limit * m.purse * m.weight[p]; l > 0 {
			m.demand.perLimit[p] = 1 / l
		}
	}
}

// shock sets the factor on demand. Bought at each price is then that share of what
// would be, since the purse shrinks with the wish:
//
//	f q = 1 / ( 1/(f e^b λ^−ε) + λ/(f M) )
func (m *Model) shock(factor float64) {
	m.factor = factor
	m.lnFactor, m.purse = 0, 1
	if factor > 0 && factor != 1 {
		m.purse = max(leastFactor, factor)
		m.lnFactor = math.Log(m.purse)
	}
	m.divide()
}

// leastFactor is the least share of demand that is told from none.
const leastFactor = 1e-6

// calibrate sets the level of demand so that capacity hours a year clear at the
// starting price at the start.
func (m *Model) calibrate(capacity float64) {
	if capacity <= 0 {
		return
	}
	m.calibrated = true
	price := math.Exp(m.lnStart)
	for p, share := range m.share {
		want := capacity * share
		free := want
		if l := m.limit * share; l > price*want {
			free = 1 / (1/want - price/l)
		}
		m.lnScale[p] = math.Log(free) + m.demand.elasticity[p]*m.lnStart
	}
}

// supply is the month's machines, in hours of capacity a year.
type supply struct {
	groundHours, orbitHours hours
	per, perOrbit           hours   // capacity that an hour of each product takes, on the ground and in orbit
	ground, orbit           float64 // sums
	dearUSD                 float64 // the most that stopping any block saves for each of its inference hours
	orbitShare              [Products]float64
}

// measure counts each side in hours of capacity: what it delivers of each
// product over what the mean machine on the ground does, weighed by spending.
func (m *Model) measure(s *supply, orbitShare *[Products]float64) {
	w, share := &m.weight, &s.orbitShare
	s.per = hours{w[0] * m.perRatio[0], w[1] * m.perRatio[1], w[2] * m.perRatio[2]}
	s.ground, s.orbit = s.groundHours.in(&s.per), 0
	if s.orbitHours == (hours{}) {
		return
	}
	*share = [Products]float64{within01(orbitShare[0]), within01(orbitShare[1]), within01(orbitShare[2])}
	s.perOrbit = hours{s.per.training * share[0], s.per.batch * share[1], s.per.inference * share[2]}
	if allowed := w[0]*share[0] + w[1]*share[1] + w[2]*share[2]; allowed > 0 {
		per := 1 / allowed
		s.perOrbit.training *= per
		s.perOrbit.batch *= per
		s.perOrbit.inference *= per
	}
	s.orbit = s.orbitHours.in(&s.perOrbit)
}

// within01 is x kept between nothing and all.
func within01(x float64) float64 {
	switch {
	case x > 1:
		return 1
	case x > 0:
		return x
	}
	return 0
}

// in counts hours in capacity.
func (h *hours) in(per *hours) float64 {
	return h.training*per.training + h.batch*per.batch + h.inference*per.inference
}

// block returns the capacity of a block, and what stopping it saves in a year.
func (s *supply) block(b *Block) (capacity, avoidable float64) {
	per := &s.per
	if b.Orbit {
		per = &s.perOrbit
	}
	h := &b.HoursPerYear
	return h[0]*per.training + h[1]*per.batch + h[2]*per.inference, b.AvoidableUSDPerHour * h[2]
}

// sold returns what orbit can sell of capacity o, given what is wanted.
func (s *supply) sold(q *[Products]float64, o float64) float64 {
	if !(o > 0) {
		return o
	}
	a := &s.orbitShare
	return si.Lesser(si.Lesser(q[0], a[0]*o)+si.Lesser(q[1], a[1]*o)+si.Lesser(q[2], a[2]*o), o)
}

// excess returns demand less supply.
func (s *supply) excess(o *bid, ground, orbit float64) float64 {
	return o.total - ground - s.sold(&o.q, orbit)
}

// prices reports the month.
func (m *Model) prices(out *Prices, s *supply, ground, orbit float64, marginal *Block) {
	*out = Prices{}
	o := &m.bid
	total := o.total
	sells := s.sold(&o.q, orbit)
	served := si.Lesser(total, ground+sells)
	out.ShadowUSDPerHour = o.price
	groundSold, orbitSold := si.Lesser(ground, total-sells), sells
	if marginal != nil {
		capacity, _ := s.block(marginal)
		rest := max(0, min(total-served, capacity))
		if marginal.Orbit {
			orbitSold += rest
		} else {
			groundSold += rest
		}
		served += rest
	}
	if s.ground > 0 {
		out.GroundSold = si.Lesser(1, groundSold/s.ground)
	}
	if s.orbit > 0 {
		out.OrbitSold = si.Lesser(1, orbitSold/s.orbit)
	}
	out.Exhausted = served > 0 && served >= (s.ground+s.orbit)*(1-1e-6)
	out.Capped = served < total*(1-1e-6)
	ration := served / total
	q, ρ, per := &o.q, &m.ratio, &m.perRatio
	out.USDPerHour = [Products]float64{o.price * per[0], o.price * per[1], o.price * per[2]}
	out.SoldHoursPerYear = [Products]float64{q[0] * ρ[0] * ration, q[1] * ρ[1] * ration, q[2] * ρ[2] * ration}
	out.SpendingUSD = served * o.price
}

// Capacity is what all machines of the last month cleared could deliver, hours a year
// of their capacity, counted in inference on the ground. A share of it is sold.
func (m *Model) Capacity() (ground, orbit float64) { return m.supply.ground, m.supply.orbit }

// Ratios are the H100e hours of each product that the ground delivers for one of
// inference: what a sold hour takes of capacity.
func (m *Model) Ratios() [Products]float64 { return m.ratio }
