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

// at returns the hours wanted at the price e^x and −d ln(total)/dx.
func (d *demand) at(x float64) (q [Products]float64, total, slope float64) {
	price := math.Exp(x)
	for p := range q {
		free := math.Exp(d.b[p] - d.elasticity[p]*x)
		purse := free * price * d.perLimit[p]
		q[p] = free / (1 + purse)
		total += q[p]
		slope += q[p] * (d.elasticity[p] + purse) / (1 + purse)
	}
	return q, total, slope / total
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
	years := float64(month) / 12
	var d demand
	weight := m.demandAt(years, &d)

	var s supply
	s.orbitShare = orbitShare
	m.measure(&s, blocks, weight)
	if !m.calibrated {
		m.calibrate(s.ground + s.orbit)
		m.demandAt(years, &d)
	}
	x, ground, orbit, marginal := m.solve(&s, &d)
	return m.prices(&s, &d, x, ground, orbit, marginal)
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
		m.ratio[p] = sum[p] / base
		m.lnRatio[p] = math.Log(m.ratio[p])
	}
	if !m.calibrated {
		m.lnRatio0 = m.lnRatio
	}
}

// demandAt fills the month's demand and returns each product's share of spending
// at the starting price, which weighs the products against each other.
func (m *Model) demandAt(years float64, d *demand) (weight [Products]float64) {
	eased := 0.0
	if m.fadeYears > 0 {
		eased = -m.fadeYears * math.Expm1(-years/m.fadeYears)
	}
	sum := 0.0
	for p := range weight {
		grown := m.longRun*years + (m.growth[p]-m.longRun)*eased
		weight[p] = m.share[p] * math.Exp(grown)
		sum += weight[p]
		// In hours of capacity: Q/ρ at the price λ/ρ, the reference price being
		// the starting one, λ₀/ρ₀.
		ε := m.elasticity[p]
		d.b[p] = m.lnScale[p] + grown + (ε-1)*(m.lnRatio[p]-m.lnRatio0[p])
		d.elasticity[p] = ε
	}
	for p := range weight {
		weight[p] /= sum
		d.perLimit[p] = 0
		if l := m.limit * weight[p]; l > 0 {
			d.perLimit[p] = 1 / l
		}
	}
	return weight
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
func (m *Model) measure(s *supply, blocks []Block, weight [Products]float64) {
	var ground, orbit [Products]float64
	allowed := 0.0
	for p, w := range weight {
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

// excess returns demand less supply at the price e^x.
func (s *supply) excess(d *demand, x, ground, orbit float64) float64 {
	q, total, _ := d.at(x)
	return total - ground - s.sold(&q, orbit)
}

// solve returns the logarithm of the clearing price, the capacity that runs
// fully on each side, and the block that runs in part (−1: none).
func (m *Model) solve(s *supply, d *demand) (x, ground, orbit float64, marginal int) {
	x = m.root(s, d, s.ground, s.orbit, lowestLn, m.lnHighest)
	price := math.Exp(x)
	for i := range s.n {
		if s.avoidable[i] > price*s.capacity[i] {
			return m.meritOrder(s, d)
		}
	}
	return x, s.ground, s.orbit, -1
}

// meritOrder finds the last block needed by halving the sorted list. Blocks that
// cost more to run than the highest bid are left out.
func (m *Model) meritOrder(s *supply, d *demand) (x, ground, orbit float64, marginal int) {
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
		if s.excess(d, lnAt(i), upG[i+1], upO[i+1]) <= 0 {
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
		if s.excess(d, top, upG[low], upO[low]) >= 0 {
			return top, upG[low], upO[low], order[low]
		}
	}
	return m.root(s, d, upG[low], upO[low], bottom, top), upG[low], upO[low], -1
}

// root returns where demand equals what ground and orbit can sell, between two
// logarithms of price. Newton's method on ln demand, which is nearly straight in
// ln price, is kept inside a shrinking bracket.
func (m *Model) root(s *supply, d *demand, ground, orbit, low, high float64) float64 {
	if ground+orbit <= 0 {
		return high
	}
	x := min(max(m.lnPrice, low), high)
	for range 100 {
		q, total, slope := d.at(x)
		sells := s.sold(&q, orbit)
		e := total - ground - sells
		if e > 0 {
			low = x
		} else {
			high = x
		}
		if high-low < 1e-12 {
			return x
		}
		next := (low + high) / 2
		if sells == orbit {
			step := math.Log(total/(ground+orbit)) / slope
			if math.Abs(step) < 1e-6 { // the next would be its square
				return x + step
			}
			switch {
			case x+step > low && x+step < high:
				next = x + step
			case e > 0 && s.excess(d, high, ground, orbit) >= 0:
				return high
			}
		}
		x = next
	}
	return x
}

// prices reports the month.
func (m *Model) prices(s *supply, d *demand, x, ground, orbit float64, marginal int) Prices {
	m.lnPrice = x
	q, total, _ := d.at(x)
	sells := s.sold(&q, orbit)
	served := min(total, ground+sells)
	out := Prices{ShadowUSDPerHour: math.Exp(x)}
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
