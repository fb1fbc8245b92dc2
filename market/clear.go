package market

import "math"

// lowestLn is the logarithm of the least price considered, 10⁻⁴ $/h.
var lowestLn = math.Log(1e-4)

// demand is what buyers want in one month, in hours of capacity a year. A
// product's own elasticity holds until its buyers' purse is the limit:
//
//	q(λ) = 1 / ( 1/(e^b λ^−ε) + λ/M )
//
// so that spending λ q approaches M from below.
type demand struct {
	b          [Products]float64 // ln of hours wanted at 1 $/h
	elasticity [Products]float64
	perLimit   [Products]float64 // 1/M, yr/$
}

// bid is demand at one price.
type bid struct {
	x, price     float64           // ln λ and λ
	free         [Products]float64 // hours wanted if money were no limit
	q            [Products]float64 // hours wanted
	total, slope float64           // Σq and −d ln(Σq)/dx
}

// at returns demand at the price e^x.
func (d *demand) at(x float64) bid {
	o := bid{x: x, price: math.Exp(x)}
	for p := range o.free {
		o.free[p] = math.Exp(d.b[p] - d.elasticity[p]*x)
	}
	o.sum(d)
	return o
}

// move takes a bid to another price. Small steps, which are nearly all, go by
// multiplication with the series of the exponential.
func (o *bid) move(d *demand, x float64) {
	step := x - o.x
	if !(step < small && step > -small) {
		*o = d.at(x)
		return
	}
	o.x = x
	o.price *= expSmall(step)
	for p := range o.free {
		o.free[p] *= expSmall(-d.elasticity[p] * step)
	}
	o.sum(d)
}

// small is the largest step for which expSmall holds to 1e-13 at elasticities up to 2.
const small = 0.008

func expSmall(z float64) float64 {
	return 1 + z*(1+z*(1./2+z*(1./6+z*(1./24+z*(1./120)))))
}

// lnRatio is ln(a/b); near 1 the series of the inverse hyperbolic tangent is as
// exact and quicker.
func lnRatio(a, b float64) float64 {
	z := (a - b) / (a + b)
	if z > 0.02 || z < -0.02 || z != z {
		return math.Log(a / b)
	}
	y := z * z
	return 2 * z * (1 + y*(1./3+y*(1./5+y*(1./7))))
}

func (o *bid) sum(d *demand) {
	o.total, o.slope = 0, 0
	for p := range o.q {
		purse := o.free[p] * o.price * d.perLimit[p]
		part := 1 / (1 + purse)
		o.q[p] = o.free[p] * part
		o.total += o.q[p]
		o.slope += o.q[p] * (d.elasticity[p] + purse) * part
	}
	o.slope /= o.total
}

// Clear returns the prices of a month (0 is January 2026) at which what is
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
func (m *Model) Clear(month int, blocks []Block, orbitShare [Products]float64) Prices {
	blocks = blocks[:min(len(blocks), MaxBlocks)]
	m.ratios(blocks)
	var d demand
	m.demandAt(month, &d)
	s := &m.supply
	s.orbitShare = orbitShare
	m.measure(s, blocks)
	if !m.calibrated {
		m.calibrate(s.ground + s.orbit)
		m.demandAt(month, &d)
	}
	o, ground, orbit, marginal := m.solve(s, &d)
	return m.prices(s, &o, ground, orbit, marginal)
}

// ratios updates ρ from the machines on the ground; without any, last month's stay.
func (m *Model) ratios(blocks []Block) {
	var sum [Products]float64
	for i := range blocks {
		if !blocks[i].Orbit {
			for p, h := range blocks[i].HoursPerYear {
				sum[p] += h
			}
		}
	}
	base := sum[Products-1]
	if base <= 0 || sum[0] <= 0 || sum[1] <= 0 {
		return
	}
	for p := range Products - 1 {
		if r := sum[p] / base; r != m.ratio[p] {
			m.lnRatio[p] += lnRatio(r, m.ratio[p])
			m.ratio[p] = r
		}
	}
	if !m.calibrated {
		m.lnRatio0 = m.lnRatio
	}
}

// demandAt fills the month's demand.
func (m *Model) demandAt(month int, d *demand) {
	eased := m.ease(month)
	years := float64(month) / 12
	if year := month / 12; year != m.year {
		m.year = year
		m.weigh(year)
	}
	for p := range d.b {
		// In hours of capacity: Q/ρ at the price λ/ρ, the reference price being
		// the starting one, λ₀/ρ₀.
		ε := m.elasticity[p]
		d.b[p] = m.lnScale[p] + m.longRun*years + (m.growth[p]-m.longRun)*eased + (ε-1)*(m.lnRatio[p]-m.lnRatio0[p])
		d.elasticity[p] = ε
		d.perLimit[p] = m.perLimit[p]
	}
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
		m.weight[p] = m.share[p] * math.Exp((m.growth[p]-m.longRun)*eased)
		sum += m.weight[p]
	}
	for p := range m.weight {
		m.weight[p] /= sum
		m.perLimit[p] = 0
		if l := m.limit * m.weight[p]; l > 0 {
			m.perLimit[p] = 1 / l
		}
	}
}

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
		m.lnScale[p] = math.Log(free) + m.elasticity[p]*m.lnStart
	}
}

// supply is the month's machines, in hours of capacity a year.
type supply struct {
	n             int
	capacity      [MaxBlocks]float64
	avoidable     [MaxBlocks]float64 // what stopping saves, $/yr
	orbital       [MaxBlocks]bool
	ground, orbit float64 // sums
	orbitShare    [Products]float64
}

// measure counts each block in hours of capacity: what it delivers of each
// product over what the mean machine on the ground does, weighed by spending.
func (m *Model) measure(s *supply, blocks []Block) {
	s.n, s.ground, s.orbit = 0, 0, 0
	var ground, orbit [Products]float64
	allowed := 0.0
	for p, w := range m.weight {
		share := min(1, max(0, s.orbitShare[p]))
		s.orbitShare[p] = share
		ground[p] = w / m.ratio[p]
		orbit[p] = ground[p] * share
		allowed += w * share
	}
	if allowed > 0 {
		for p := range orbit {
			orbit[p] /= allowed
		}
	}
	for i := range blocks {
		b := &blocks[i]
		per := &ground
		if b.Orbit {
			per = &orbit
		}
		h := &b.HoursPerYear
		c := h[0]*per[0] + h[1]*per[1] + h[2]*per[2]
		if !(c > 0) {
			continue
		}
		s.capacity[s.n], s.avoidable[s.n], s.orbital[s.n] = c, max(0, b.AvoidableUSDPerHour*h[2]), b.Orbit
		s.n++
		if b.Orbit {
			s.orbit += c
		} else {
			s.ground += c
		}
	}
}

// sold returns what orbit can sell of capacity o, given what is wanted.
func (s *supply) sold(q *[Products]float64, o float64) float64 {
	sum := 0.0
	for p := range q {
		sum += min(q[p], s.orbitShare[p]*o)
	}
	return min(o, sum)
}

// excess returns demand less supply.
func (s *supply) excess(o *bid, ground, orbit float64) float64 {
	return o.total - ground - s.sold(&o.q, orbit)
}

// solve returns demand at the clearing price, the capacity that runs fully on each
// side, and the block that runs in part (−1: none).
func (m *Model) solve(s *supply, d *demand) (o bid, ground, orbit float64, marginal int) {
	o = d.at(min(max(m.lnPrice, lowestLn), m.lnHighest))
	m.root(s, d, &o, s.ground, s.orbit, lowestLn, m.lnHighest)
	for i := range s.n {
		if s.avoidable[i] > o.price*s.capacity[i] {
			ground, orbit, marginal = m.meritOrder(s, d, &o)
			return o, ground, orbit, marginal
		}
	}
	return o, s.ground, s.orbit, -1
}

// meritOrder finds the last block needed by halving the sorted list. Blocks that
// cost more to run than the highest bid are left out.
func (m *Model) meritOrder(s *supply, d *demand, o *bid) (ground, orbit float64, marginal int) {
	var threshold [MaxBlocks]float64 // the shadow price that covers running
	var order [MaxBlocks]int
	n := 0
	highest := math.Exp(m.lnHighest)
	for i := range s.n {
		threshold[i] = s.avoidable[i] / s.capacity[i]
		if threshold[i] > highest {
			continue
		}
		j := n
		for ; j > 0 && threshold[order[j-1]] > threshold[i]; j-- {
			order[j] = order[j-1]
		}
		order[j] = i
		n++
	}
	var upG, upO [MaxBlocks + 1]float64 // what runs if the first i blocks do
	for i := range n {
		b := order[i]
		upG[i+1], upO[i+1] = upG[i], upO[i]
		if s.orbital[b] {
			upO[i+1] += s.capacity[b]
		} else {
			upG[i+1] += s.capacity[b]
		}
	}
	lnAt := func(i int) float64 { return max(math.Log(threshold[order[i]]), lowestLn) }
	low, high := 0, n // the first block at whose threshold supply suffices; n: none
	for low < high {
		i := (low + high) / 2
		o.move(d, lnAt(i))
		if s.excess(o, upG[i+1], upO[i+1]) <= 0 {
			high = i
		} else {
			low = i + 1
		}
	}
	bottom, top := lowestLn, m.lnHighest
	if low > 0 {
		bottom = lnAt(low - 1)
	}
	if low < n {
		top = lnAt(low)
		o.move(d, top)
		if s.excess(o, upG[low], upO[low]) >= 0 {
			return upG[low], upO[low], order[low]
		}
	}
	m.root(s, d, o, upG[low], upO[low], bottom, top)
	return upG[low], upO[low], -1
}

// root moves a bid to where demand equals what ground and orbit can sell, between
// two logarithms of price. Newton's method on ln demand, which is nearly straight
// in ln price, is kept inside a shrinking bracket.
func (m *Model) root(s *supply, d *demand, o *bid, ground, orbit, low, high float64) {
	if ground+orbit <= 0 {
		o.move(d, high)
		return
	}
	o.move(d, min(max(o.x, low), high))
	for range 100 {
		sells := s.sold(&o.q, orbit)
		e := o.total - ground - sells
		if e > 0 {
			low = o.x
		} else {
			high = o.x
		}
		if high-low < 1e-12 {
			return
		}
		next := (low + high) / 2
		if sells == orbit {
			step := lnRatio(o.total, ground+orbit) / o.slope
			if math.Abs(step) < 1e-5 { // what is left after it is of the order of its square
				o.move(d, o.x+step)
				return
			}
			if o.x+step > low && o.x+step < high {
				next = o.x + step
			} else if e > 0 { // beyond the bracket: is even its end too cheap?
				o.move(d, high)
				if s.excess(o, ground, orbit) >= 0 {
					return
				}
				next = (low + high) / 2
			}
		}
		o.move(d, next)
	}
}

// prices reports the month.
func (m *Model) prices(s *supply, o *bid, ground, orbit float64, marginal int) Prices {
	m.lnPrice = o.x
	q, total := o.q, o.total
	sells := s.sold(&q, orbit)
	served := min(total, ground+sells)
	out := Prices{ShadowUSDPerHour: o.price}
	groundSold, orbitSold := min(ground, total-sells), sells
	if marginal >= 0 {
		rest := max(0, min(total-served, s.capacity[marginal]))
		if s.orbital[marginal] {
			orbitSold += rest
		} else {
			groundSold += rest
		}
		served += rest
	}
	if s.ground > 0 {
		out.GroundSold = min(1, groundSold/s.ground)
	}
	if s.orbit > 0 {
		out.OrbitSold = min(1, orbitSold/s.orbit)
	}
	out.Exhausted = served > 0 && served >= (s.ground+s.orbit)*(1-1e-6)
	out.Capped = served < total*(1-1e-6)
	ration := served / total
	for p := range q {
		ρ := m.ratio[p]
		out.USDPerHour[p] = out.ShadowUSDPerHour / ρ
		out.SoldHoursPerYear[p] = q[p] * ρ * ration
		out.SpendingUSD += q[p] * ration * out.ShadowUSDPerHour
	}
	return out
}
