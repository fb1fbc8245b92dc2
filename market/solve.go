package market

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// regime says what kind of month it was: the next is mostly of the same kind.
type regime uint8

const (
	allRan  regime = iota
	someRan        // some blocks cost more to run than an hour earned
	onePart        // the price was what one of them costs to run, and it ran in part
)

// solve moves the bid to the clearing price and returns the capacity that runs
// fully on each side, and the block that runs in part, if any does. The search begins
// where last month's price and its drift lead; where a block ran in part, at the
// one nearest to last month's price.
func (m *Model) solve(s *supply, machines Machines, d *demand) (ground, orbit float64, marginal *Block) {
	o := &m.bid
	if m.regime == allRan {
		m.follow(s, d, o, s.ground, s.orbit)
		if s.pays(o.price) {
			return s.ground, s.orbit, nil
		}
	}
	blocks := machines.Blocks()
	if m.regime == allRan && s.allRun(blocks, o.price) {
		return s.ground, s.orbit, nil
	}
	l := &m.ladder
	l.sort(s, blocks, m.highest)
	if m.regime == someRan {
		n := l.upTo(o.price)
		m.follow(s, d, o, l.ground[n], l.orbit[n])
		if l.upTo(o.price) == n {
			m.regime = l.regime(n)
			return l.ground[n], l.orbit[n], nil
		}
	}
	ground, orbit, i := m.climb(l, s, d, o)
	if i < 0 {
		return ground, orbit, nil
	}
	return ground, orbit, &blocks[i]
}

// follow moves the bid to where demand equals what ground and orbit can sell,
// starting where last month's drift leads.
func (m *Model) follow(s *supply, d *demand, o *bid, ground, orbit float64) {
	was := o.x
	o.move(d, si.Lesser(si.Greater(o.x+m.drift, lowestLn), m.lnHighest))
	m.root(s, d, o, ground, orbit, lowestLn, m.lnHighest)
	m.drift = o.x - was
}

// pays tells whether what inference alone earns covers what stopping any block saves:
// mostly it does.
func (s *supply) pays(price float64) bool {
	return s.dearUSD <= price*s.per.inference && (s.orbit == 0 || s.dearUSD <= price*s.perOrbit.inference)
}

// allRun tells whether a price covers what every block saves by stopping.
func (s *supply) allRun(blocks []Block, price float64) bool {
	for i := range blocks {
		if capacity, avoidable := s.block(&blocks[i]); avoidable > price*capacity && capacity > 0 {
			return false
		}
	}
	return true
}

// ladder is the blocks in the order in which rising prices call them.
type ladder struct {
	n         int
	tooDear   bool // there are blocks that cost more to run than the highest bid; they are left out
	block     [MaxBlocks]int
	capacity  [MaxBlocks]float64
	threshold [MaxBlocks]float64     // the shadow price that covers running
	ground    [MaxBlocks + 1]float64 // what runs if the first i blocks do
	orbit     [MaxBlocks + 1]float64
}

// sort fills the ladder. The dearest mostly come first, so the last is taken first.
func (l *ladder) sort(s *supply, blocks []Block, highest float64) {
	l.n, l.tooDear = 0, false
	for i := len(blocks) - 1; i >= 0; i-- {
		c, avoidable := s.block(&blocks[i])
		if !(c > 0) {
			continue
		}
		if avoidable > highest*c {
			l.tooDear = true
			continue
		}
		threshold := max(0, avoidable) / c
		j := l.n
		for ; j > 0 && l.threshold[j-1] > threshold; j-- {
			l.block[j], l.threshold[j], l.capacity[j] = l.block[j-1], l.threshold[j-1], l.capacity[j-1]
		}
		l.block[j], l.threshold[j], l.capacity[j] = i, threshold, c
		l.n++
	}
	for i, b := range l.block[:l.n] {
		l.ground[i+1], l.orbit[i+1] = l.ground[i], l.orbit[i]
		if blocks[b].Orbit {
			l.orbit[i+1] += l.capacity[i]
		} else {
			l.ground[i+1] += l.capacity[i]
		}
	}
}

// upTo returns how many blocks run at a price.
func (l *ladder) upTo(price float64) int {
	n := 0
	for n < l.n && l.threshold[n] <= price {
		n++
	}
	return n
}

// regime names the kind of month in which the first blocks run.
func (l *ladder) regime(blocks int) regime {
	if blocks < l.n || l.tooDear {
		return someRan
	}
	return allRan
}

// lnAt is the logarithm of a block's threshold, which a bid is mostly near.
func (l *ladder) lnAt(i int, o *bid) float64 {
	return max(o.x+lnRatio(l.threshold[i], o.price), lowestLn)
}

// climb finds the last block needed (−1: all run fully or not), going up or down the ladder from the one that
// is nearest to the price.
func (m *Model) climb(l *ladder, s *supply, d *demand, o *bid) (ground, orbit float64, marginal int) {
	m.drift = 0
	low, high := 0, l.n // the first block at whose threshold supply suffices; n: none
	i := 0
	for i < l.n-1 && l.threshold[i]*l.threshold[i+1] < o.price*o.price {
		i++
	}
	for low < high {
		o.move(d, l.lnAt(i, o))
		if s.excess(o, l.ground[i+1], l.orbit[i+1]) > 0 {
			low = i + 1
			i++
			continue
		}
		if s.excess(o, l.ground[i], l.orbit[i]) >= 0 {
			m.regime = onePart
			return l.ground[i], l.orbit[i], l.block[i]
		}
		high = i
		i--
	}
	m.regime = l.regime(low)
	bottom, top := lowestLn, m.lnHighest
	if low > 0 {
		bottom = l.lnAt(low-1, o)
	}
	if low < l.n {
		top = l.lnAt(low, o)
	}
	m.root(s, d, o, l.ground[low], l.orbit[low], bottom, top)
	return l.ground[low], l.orbit[low], -1
}

// The largest step of the logarithm of the price that may be the last. What it
// leaves is of the order of its cube and mostly settled; where orbit sells in part
// and demand has kinks it is of the order of the square, and not looked at.
const (
	nearby  = 5e-3
	exact   = 1e-6
	settled = 1e-10 // share of demand by which supply may differ
)

// root moves a bid to where demand equals what ground and orbit can sell, between
// two logarithms of price. Newton's method on ln demand, which is nearly straight
// in ln price, with a correction for its bend, is kept inside a shrinking bracket.
func (m *Model) root(s *supply, d *demand, o *bid, ground, orbit, low, high float64) {
	if ground+orbit <= 0 {
		o.move(d, high)
		return
	}
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
		step, enough := 0.0, 0.0
		if sells == orbit {
			step, enough = o.stepAll(ground+orbit), nearby
		} else {
			step, enough = o.stepGround(s, d, ground, orbit), exact
		}
		next := o.x + step
		switch {
		case step < enough && step > -enough:
			if next < low {
				next = low
			} else if next > high {
				next = high
			}
			o.nudge(d, next-o.x)
			if sells < orbit || math.Abs(o.total-ground-orbit) <= settled*o.total && s.sold(&o.q, orbit) == orbit {
				return
			}
			o.sum(d)
			continue
		case e > 0 && next >= high: // is even the end of the bracket too cheap?
			o.move(d, high)
			if s.excess(o, ground, orbit) >= 0 {
				return
			}
			next = (low + high) / 2
		case !(next > low && next < high):
			next = (low + high) / 2
		}
		o.move(d, next)
	}
}

// stepAll is the step of ln λ to where all that is wanted is so much: Newton's on
// ln Σq, and its bend,
//
//	Δ = δ ( 1 + ½ δ y″/|y′| ),  δ = (y − ln capacity)/|y′|,  y = ln Σq
func (o *bid) stepAll(capacity float64) float64 {
	y, fall := o.total, o.fall
	per := 1 / (y * fall)
	step := lnRatio(y, capacity) * y * y * per
	return step * (1 + step*0.5*(o.bend*y-fall*fall)*per)
}

// stepGround is the step of ln λ to where the ground serves all that orbit, which
// is more than it can sell, leaves; NaN if there is no such place.
func (o *bid) stepGround(s *supply, d *demand, ground, orbit float64) float64 {
	left, slope := 0.0, 0.0
	for p, q := range o.q {
		if over := q - s.orbitShare[p]*orbit; over > 0 {
			_, e, _ := wants(o.free[p], d.elasticity[p], o.free[p]*o.price*d.perLimit[p])
			left += over
			slope += q * e
		}
	}
	return math.Log(left/ground) * left / slope
}
