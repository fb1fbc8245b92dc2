package fleet

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// A block is a calendar year's satellites of one design. They share their rates, so that its
// sums advance by one multiplication whatever their ages.
type block struct {
	design    Design
	year      int     // since 2026
	survive   float64 // share of satellites that survive a month
	keep      float64 // capacity that a survivor keeps over a month
	lost      float64 // satellites lost to puncture, pump and avionics
	life      delay   // arrival in orbit → retirement
	defective bool
	defectAt  int // month since Reset; -1 before the first enters service
	lastMade  int

	ready     float64
	alive     float64
	operating float64
	capacity  float64 // of those in service, in satellites as new
	count     float64 // product of all survival so far
	worn      float64 // product of all capacity kept so far

	begin, end int // its cohorts
	firstEnd   int // month of its first retirement for age
	retA, retB int // cohorts retiring: first and second part
	below      int // months in which the oldest cohort earned too little
}

// A cohort is what one month launched of one block. Its numbers are divided by
// the block's products at their entry, so that they need no monthly work.
type cohort struct {
	month   int32
	block   int32
	raising float64
	serving float64
	worth   float64 // capacity
}

// blockFor returns the block of design d in a year: the newest, or a new one if
// the year or the design has changed. With all places taken by live blocks the
// newest goes on being built.
func (m *Model) blockFor(d *Design, year int, chance float64) *block {
	if m.blocksN > 0 {
		b := &m.blocks[(m.blocksN-1)&blockMask]
		if b.year == year && sameSatellite(&b.design, d) || m.blocksN-m.first >= maxBlocks {
			return b
		}
	}
	b := &m.blocks[m.blocksN&blockMask]
	if m.blocksN >= maxBlocks {
		b.addLost(m, &m.failedBy) // it makes way
	}
	m.blocksN++
	*b = block{
		design:    *d,
		year:      year,
		survive:   math.Exp(-m.lossRate(d) / 12),
		keep:      math.Exp(-(positive(d.FadePerYear) + m.partial) / 12),
		defective: 0 < chance && chance < m.pDefect,
		defectAt:  -1,
		count:     1,
		worn:      1,
	}
	b.life = newDelay(float64(m.arrival.k)+m.arrival.f+12*clampLife(d.LifeYears), maxCohorts-maxDelay)
	b.begin, b.end, b.retA, b.retB = m.cohortsN, m.cohortsN, m.cohortsN, m.cohortsN
	return b
}

// lossRate is what a design's satellites are lost at in a year, but for defects and storms.
func (m *Model) lossRate(d *Design) float64 {
	return positive(d.PunctureRatePerYear) + m.pump + m.avionics
}

// addLost adds the block's losses to puncture, pump and avionics, which share
// them by their rates.
func (b *block) addLost(m *Model, by *[NumModes]float64) {
	if b.lost > 0 {
		n := b.lost / m.lossRate(&b.design)
		by[Puncture] += n * positive(b.design.PunctureRatePerYear)
		by[Pump] += n * m.pump
		by[Avionics] += n * m.avionics
	}
}

// sameSatellite tells whether two designs are one block: all but their prices,
// which may move every month, agree.
func sameSatellite(a, b *Design) bool {
	return a.ITWatts == b.ITWatts && a.MassKg == b.MassKg && a.ArrayW == b.ArrayW &&
		a.PunctureRatePerYear == b.PunctureRatePerYear && a.H100e == b.H100e &&
		a.FadePerYear == b.FadePerYear && a.LifeYears == b.LifeYears
}

// age takes a month's failures and wear from every satellite in orbit.
func (m *Model) age(t int, storm, debris float64, out *Output) {
	hit := storm < m.pStorm && storm != 0
	debris = min(clamp01(debris), maxShare)
	failed := 0.0
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		before := b.alive
		if before == 0 {
			continue
		}
		s := b.survive
		b.lost += before * (1 - s)
		if m.repaired > 0 {
			fixed := before * m.repaired / 12
			out.Repaired += fixed
			out.RepairUSD += fixed * m.repairShareOfCost * (b.design.BusUSD + b.design.ChipUSD)
		}
		if t == b.defectAt && b.defective {
			s = m.strike(SerialDefect, m.defectShare, before, s)
		}
		if hit {
			s = m.strike(SolarStorm, m.stormShare, before, s)
		}
		if debris > 0 { // what it hits stays up there in pieces
			m.derelict += (1 - m.uncontrolled) * before * s * debris
			s = m.strike(DebrisCascade, debris, before, s)
		}
		b.alive *= s
		b.operating *= s
		b.capacity *= s * b.keep
		b.count *= s
		b.worn *= b.keep
		failed += before - b.alive
	}
	out.Failed = failed
	m.derelict += m.uncontrolled * failed
}

// strike kills a share of the s·before satellites that are left of a block, and
// returns s with that share taken off.
func (m *Model) strike(mode Mode, share, before, s float64) float64 {
	m.failedBy[mode] += before * s * share
	return s * (1 - share)
}

// enter puts satellites into service that have raised their orbit and been
// checked out; those that fail first never serve.
func (m *Model) enter(t int, out *Output) {
	d := m.arrival
	for ; m.enterA < m.cohortsN && int(m.cohorts[m.enterA&cohortMask].month) <= t-d.k; m.enterA++ {
		m.serve(t, &m.cohorts[m.enterA&cohortMask], 1-d.f, out)
	}
	for ; m.enterB < m.enterA && int(m.cohorts[m.enterB&cohortMask].month) <= t-d.k-1; m.enterB++ {
		m.serve(t, &m.cohorts[m.enterB&cohortMask], d.f, out)
	}
}

func (m *Model) serve(t int, c *cohort, share float64, out *Output) {
	b := &m.blocks[int(c.block)&blockMask]
	n := share * c.raising // as launched
	good := n * (1 - m.infant)
	dead := si.Lesser((n-good)*b.count, b.alive)
	b.alive -= dead
	out.Failed += dead
	m.failedBy[Infant] += dead
	b.operating += good * b.count
	b.capacity += good * b.count
	c.serving += good
	c.worth += good / b.worn
	if b.defectAt < 0 {
		b.defectAt = t + m.defectOnset
	}
}

// retire ends the service of satellites at the end of their life, and of the
// oldest of a block once they have earned less than they cost to run for as
// long as the operator's patience.
func (m *Model) retire(t int, revenue *[Products]float64, chance float64, out *Output) {
	priced := !(math.IsNaN(revenue[0]) && math.IsNaN(revenue[1]) && math.IsNaN(revenue[2]))
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		if b.finished() {
			continue
		}
		if t >= b.firstEnd {
			m.endOld(t, b, out)
		}
		if priced && b.serving(m) && m.poor(b, revenue) {
			m.endPoor(b, revenue, out)
		} else {
			b.below = 0
		}
		if b.finished() { // clear what rounding leaves
			out.Failed += b.alive
			b.alive, b.operating, b.capacity = 0, 0, 0
		}
	}
	for ; m.first < m.launch && m.blocks[m.first&blockMask].finished(); m.first++ {
	}
	if out.Retired > 0 {
		out.DisposalFailures = si.Lesser(out.Retired, math.Floor(out.Retired*m.disposalFailed+clamp01(chance)))
		out.Disposed = out.Retired - out.DisposalFailures
		m.derelict += out.DisposalFailures
	}
}

// finished tells whether none of what a block launched is left.
func (b *block) finished() bool { return b.retB == b.end }

// endOld retires the cohorts of a block that have reached the end of their life.
func (m *Model) endOld(t int, b *block, out *Output) {
	for ; b.retA < b.end && int(m.cohorts[b.retA&cohortMask].month) <= t-b.life.k; b.retA++ {
		m.end(b, &m.cohorts[b.retA&cohortMask], 1-b.life.f, out)
	}
	for ; b.retB < b.retA && int(m.cohorts[b.retB&cohortMask].month) <= t-b.life.k-1; b.retB++ {
		m.end(b, &m.cohorts[b.retB&cohortMask], 1, out)
	}
}

// end retires a share of what is left of a cohort.
func (m *Model) end(b *block, c *cohort, share float64, out *Output) {
	n := share * c.serving
	w := share * c.worth
	c.serving -= n
	c.worth -= w
	out.Retired += n * b.count
	b.alive = positive(b.alive - n*b.count)
	b.operating = positive(b.operating - n*b.count)
	b.capacity = positive(b.capacity - w*b.count*b.worn)
}

// endPoor retires the oldest cohorts of a block that earn less than they cost,
// after the operator's patience.
func (m *Model) endPoor(b *block, revenue *[Products]float64, out *Output) {
	if b.below++; b.below < m.patience {
		return
	}
	for ; b.serving(m) && m.poor(b, revenue); b.retB++ {
		m.end(b, &m.cohorts[b.retB&cohortMask], 1, out)
	}
	b.retA = max(b.retA, b.retB)
}

// serving tells whether the oldest cohort of a block is in service; those past
// enterB still raise.
func (b *block) serving(m *Model) bool { return b.retB < b.end && b.retB < m.enterB }

// poor tells whether a satellite of a block's oldest cohort earns less than it
// costs in every product; a product whose revenue is not known pays nothing.
func (m *Model) poor(b *block, revenue *[Products]float64) bool {
	c, d := &m.cohorts[b.retB&cohortMask], &b.design
	sold, cost := m.inUse*b.worn*c.worth, d.AvoidableUSDPerYear*c.serving
	return !(revenue[2]*d.H100e[2]*sold >= cost || revenue[1]*d.H100e[1]*sold >= cost || revenue[0]*d.H100e[0]*sold >= cost)
}

// sum adds up the fleet in orbit.
func (m *Model) sum(out *Output) {
	var alive, operating, watts, avoidable, h0, h1, h2 float64
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		d, sold := &b.design, b.capacity*m.inUse
		alive += b.alive
		operating += b.operating
		watts += b.capacity * d.ITWatts
		avoidable += b.operating * d.AvoidableUSDPerYear
		h0 += sold * d.H100e[0]
		h1 += sold * d.H100e[1]
		h2 += sold * d.H100e[2]
	}
	out.Alive, out.Operating, out.ITWatts = alive, operating, watts
	out.H100e = [Products]float64{h0, h1, h2}
	out.AvoidableUSD = avoidable * (1. / 12)
}
