package fleet

import "math"

// A block is a calendar year's satellites of one design. They share their rates, so that its
// sums advance by one multiplication whatever their ages.
type block struct {
	design    Design
	year      int     // since 2026
	survive   float64 // share of satellites that survive a month
	keep      float64 // capacity that a survivor keeps over a month
	modes     [Avionics + 1]float64
	repairs   float64 // a month and satellite
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
	m.blocksN++
	λ := positive(d.PunctureRatePerYear) + m.pump + m.avionics
	*b = block{
		design:    *d,
		year:      year,
		survive:   math.Exp(-λ / 12),
		keep:      math.Exp(-(positive(d.FadePerYear) + m.partial) / 12),
		repairs:   m.repaired / 12,
		defective: 0 < chance && chance < m.pDefect,
		defectAt:  -1,
		count:     1,
		worn:      1,
	}
	if λ > 0 {
		b.modes = [Avionics + 1]float64{positive(d.PunctureRatePerYear) / λ, m.pump / λ, m.avionics / λ}
	}
	b.life = newDelay(float64(m.arrival.k)+m.arrival.f+12*clampLife(d.LifeYears), maxCohorts-maxDelay)
	b.begin, b.end, b.retA, b.retB = m.cohortsN, m.cohortsN, m.cohortsN, m.cohortsN
	return b
}

// sameSatellite tells whether two designs are one block: all but their prices,
// which may move every month, agree.
func sameSatellite(a, b *Design) bool {
	return a.ITWatts == b.ITWatts && a.MassKg == b.MassKg && a.ArrayW == b.ArrayW &&
		a.PunctureRatePerYear == b.PunctureRatePerYear && a.H100e == b.H100e &&
		a.FadePerYear == b.FadePerYear && a.LifeYears == b.LifeYears
}

// age takes a month's failures and wear from every satellite in orbit.
func (m *Model) age(t int, storm float64, out *Output) {
	hit := 0 < storm && storm < m.pStorm
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		if b.alive > 0 {
			before := b.alive
			s := b.survive
			loss := before * (1 - s)
			m.failedBy[Puncture] += loss * b.modes[Puncture]
			m.failedBy[Pump] += loss * b.modes[Pump]
			m.failedBy[Avionics] += loss * b.modes[Avionics]
			m.derelict += m.uncontrolled * loss
			if b.repairs > 0 {
				fixed := before * b.repairs
				out.Repaired += fixed
				out.RepairUSD += fixed * m.repairShareOfCost * (b.design.BusUSD + b.design.ChipUSD)
			}
			if b.defective && t == b.defectAt {
				n := before * s * m.defectShare
				s *= 1 - m.defectShare
				m.failedBy[SerialDefect] += n
				m.derelict += m.uncontrolled * n
			}
			if hit {
				n := before * s * m.stormShare
				s *= 1 - m.stormShare
				m.failedBy[SolarStorm] += n
				m.derelict += m.uncontrolled * n
			}
			b.alive *= s
			b.operating *= s
			b.capacity *= s * b.keep
			b.count *= s
			b.worn *= b.keep
			out.Failed += before - b.alive
		}
	}
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
	dead := min((n-good)*b.count, b.alive)
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
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		for ; b.retA < b.end && int(m.cohorts[b.retA&cohortMask].month) <= t-b.life.k; b.retA++ {
			m.end(b, &m.cohorts[b.retA&cohortMask], 1-b.life.f, out)
		}
		for ; b.retB < b.retA && int(m.cohorts[b.retB&cohortMask].month) <= t-b.life.k-1; b.retB++ {
			m.end(b, &m.cohorts[b.retB&cohortMask], 1, out)
		}
		m.endPoor(b, revenue, out)
		if b.retB == b.end { // none left: clear what rounding leaves
			out.Failed += b.alive
			b.alive, b.operating, b.capacity = 0, 0, 0
		}
		if i == m.first && i < m.launch && b.retB == b.end {
			m.first++
		}
	}
	if out.Retired > 0 {
		out.DisposalFailures = min(out.Retired, math.Floor(out.Retired*m.disposalFailed+clamp01(chance)))
		out.Disposed = out.Retired - out.DisposalFailures
		m.derelict += out.DisposalFailures
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

// endPoor retires the oldest cohorts of a block that earn less than they cost.
func (m *Model) endPoor(b *block, revenue *[Products]float64, out *Output) {
	best := math.Inf(-1)
	for p, r := range revenue {
		if x := r * b.design.H100e[p]; x > best { // false for NaN
			best = x
		}
	}
	best *= (1 - m.spares) * b.worn
	if !m.poor(b, b.retB, best) {
		b.below = 0
		return
	}
	if b.below++; b.below < m.patience {
		return
	}
	for ; m.poor(b, b.retB, best); b.retB++ {
		m.end(b, &m.cohorts[b.retB&cohortMask], 1, out)
	}
	b.retA = max(b.retA, b.retB)
}

// poor tells whether cohort i of a block is in service and a satellite of it,
// earning best as new, earns less than it costs. -Inf stands for unknown:
// nobody is poor.
func (m *Model) poor(b *block, i int, best float64) bool {
	if i >= b.end || i >= m.enterB || best < -math.MaxFloat64 { // cohorts past enterB still raise
		return false
	}
	c := &m.cohorts[i&cohortMask]
	return best*c.worth < b.design.AvoidableUSDPerYear*c.serving
}

// sum adds up the fleet in orbit.
func (m *Model) sum(out *Output) {
	for i := m.first; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		out.Alive += b.alive
		out.Operating += b.operating
		out.ITWatts += b.capacity * b.design.ITWatts
		out.AvoidableUSD += b.operating * b.design.AvoidableUSDPerYear
		sold := b.capacity * (1 - m.spares)
		out.H100e[0] += sold * b.design.H100e[0]
		out.H100e[1] += sold * b.design.H100e[1]
		out.H100e[2] += sold * b.design.H100e[2]
	}
	out.AvoidableUSD /= 12
}
