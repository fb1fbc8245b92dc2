package fleet

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

const (
	maxBlocks  = 64  // designs alive at once
	maxCohorts = 256 // months of launches alive at once, above maxLifeYears and the raise
	maxDelay   = 64  // months of satellites in integration

	// All three are powers of two, so that a mask finds a place in the ring.
	blockMask  = maxBlocks - 1
	cohortMask = maxCohorts - 1
	delayMask  = maxDelay - 1
)

// Model is the fleet's state. Reset makes it ready; it is not safe for
// concurrent use.
type Model struct {
	factory, cells ramp

	startMonth           int // of series production
	licenceMonth         int
	slots                float64
	integration, arrival delay // chips → ready; orbit → service
	rates                      // of losses
	pDefect, defectShare float64
	defectOnset          int
	pStorm, stormShare   float64
	patience             int
	uncontrolled         float64
	inUse                float64 // share of the fleet that is not spare
	stockMonths          float64 // of launches that the factory plans to have made and in hand
	learnStart           float64
	learnRate            float64 // by doubling of the cumulative mass
	learnFloor           float64
	othersKg             float64 // a month, of satellites made for other services

	t             int // months since Reset
	busFactor     float64
	madeKg        float64
	derelict      float64
	waiting       float64
	lift          float64 // satellites lifted a month, smoothed
	available     float64 // flights the launcher could give a month, smoothed
	occupied      float64 // slots at the end of last month
	failedBy      [NumModes]float64
	begun         [maxDelay]batch // by month
	first, launch int             // oldest block alive; oldest block with satellites on the ground
	blocksN       int
	enterA        int // cohorts entering service: first and second part
	enterB        int
	cohortsN      int

	blocks  [maxBlocks]block
	cohorts [maxCohorts]cohort
}

// A batch is what one month began of one block.
type batch struct {
	count float64
	block int
}

// A delay of k + f months sends the share 1−f on after k months and f after k+1.
type delay struct {
	k int
	f float64
}

func newDelay(months float64, limit int) delay {
	m := min(positive(months), float64(limit))
	if whole := math.Round(m); math.Abs(m-whole) < 1e-9 { // rounding of the units
		m = whole
	}
	k := math.Floor(m)
	return delay{int(k), m - k}
}

// Reset starts a new history with the inputs p, before January 2026.
func (m *Model) Reset(p *Params) {
	m.factory = newRamp(p.Factory.Start.In(si.MassRate(1/si.Year)), p.Factory.Growth.In(si.PerYear), p.Factory.Cap.In(si.MassRate(1/si.Year)))
	m.cells = newRamp(p.Cells.Start.In(si.PowerRate(1/si.Year)), p.Cells.Growth.In(si.PerYear), p.Cells.Cap.In(si.PowerRate(1/si.Year)))
	m.startMonth = firstMonth(float64(p.Factory.Announced) + p.Factory.Slip.In(si.Year))
	m.licenceMonth = firstMonth(float64(p.Licence.Granted))
	m.slots = positive(float64(p.Licence.Slots))
	m.integration = newDelay(max(1, (p.Pipeline.Integration+p.Pipeline.Campaign).In(si.Month)), maxDelay-4) // at least the clock's month
	m.arrival = newDelay((p.Pipeline.Raise + p.Pipeline.Checkout).In(si.Month), maxDelay)
	m.rates = newRates(p)
	m.stockMonths = float64(m.integration.k) + m.integration.f + p.Pipeline.Buffer.In(si.Month)
	m.pDefect = float64(p.Defect.Chance)
	m.defectShare = min(clamp01(float64(p.Defect.Share)), maxShare)
	m.defectOnset = max(1, int(math.Round(positive(p.Defect.Onset.In(si.Month)))))
	m.pStorm = -math.Expm1(-positive(p.Storm.Rate.In(si.PerYear)) / 12)
	m.stormShare = min(clamp01(float64(p.Storm.Share)), maxShare)
	m.patience = int(math.Round(positive(p.Service.Patience.In(si.Month))))
	m.inUse = 1 - m.spares
	m.uncontrolled = clamp01(float64(p.Service.Uncontrolled))
	m.learnRate = float64(p.Learning.Rate)
	m.learnStart = p.Learning.Start.In(si.Kilogram)
	m.othersKg = positive(p.Learning.Others.SI() * si.Month.SI())
	m.learnFloor = float64(p.Learning.Floor)

	m.t = 0
	m.busFactor = 1
	m.madeKg, m.derelict, m.waiting = 0, 0, 0
	m.lift, m.available, m.occupied = 0, 0, 0
	m.failedBy = [NumModes]float64{}
	m.begun = [maxDelay]batch{}
	m.first, m.launch, m.blocksN = 0, 0, 0
	m.enterA, m.enterB, m.cohortsN = 0, 0, 0
}

// maxShare keeps one event from killing all of a block, so that the products
// the cohorts are divided by never reach zero.
const maxShare = 0.999

// FailedByMode returns the satellites lost in orbit since Reset, by mode.
func (m *Model) FailedByMode() [NumModes]float64 {
	by := m.failedBy
	for i := max(0, m.blocksN-maxBlocks); i < m.blocksN; i++ {
		m.blocks[i&blockMask].addLost(m, &by)
	}
	return by
}

// Month plays one month and fills in out: satellites finish integration, fly, age and fail, enter
// service, are retired, and new ones are begun, in this order.
//
// Source: derived; the algebra of the cohorts is in doc/model/fleet.md.
// Ignores: whole numbers of satellites; failures on the ground; wear-out before the end of life.
// Good to: exact against a satellite-by-satellite sum to 1e-9, TestVerif_CohortsMatchASlowSum.
// Needs: one call for each month in order after Reset; finite inputs.
func (m *Model) Month(in *Input, out *Output) {
	*out = Output{}
	t := m.t
	m.t++
	perFlight := si.Lesser(positive(in.PerFlight), maxPerFlight)
	payloadKg := perFlight * positive(in.Design.MassKg)
	want := positive(in.WantSatellites)
	room, roomLimit := 0.0, LimitDemand
	if want > 0 {
		room, roomLimit = m.Room(in.Month, &in.Design, perFlight)
	}
	if in.Month >= m.startMonth {
		out.CapacityKgPerYear = 12 * m.factory.perMonth
	}
	out.CapacityWPerYear = 12 * m.cells.perMonth
	licensed := in.Month >= m.licenceMonth
	if in.Month%12 == 0 {
		m.busFactor = WrightFactor(m.learnStart, m.madeKg+m.othersKg*float64(t), m.learnRate, m.learnFloor)
	}

	readyKg := 0.0
	if m.blocksN > 0 { // one was made
		m.finish(t)
		if licensed {
			m.fly(t, in.FlightsUp, in.FlightsLost, payloadKg, out)
		}
		if m.cohortsN > 0 { // one has flown
			m.age(t, in.Chance.Storm, in.DebrisLoss, out)
			m.enter(t, out)
			m.retire(t, &in.RevenueUSDPerH100eYear, in.Chance.Disposal, out)
			m.sum(out)
		}
		out.Ready, readyKg = m.ready(t)
	}
	m.lift += (out.Launched + out.LostAtLaunch - m.lift) * (1. / liftMonths)
	m.make(t, in, want, room, roomLimit, out)
	m.occupied = out.Alive + m.waiting + m.derelict
	m.available += (si.Lesser(positive(in.FlightsAvailablePerYear), maxFlightsPerYear)*(1./12) - m.available) * (1. / liftMonths)

	out.Waiting = m.waiting
	out.Derelict = m.derelict
	if readyKg > 0 && licensed && payloadKg > 0 {
		out.FlightsWanted = readyKg / payloadKg
	}
	out.BusCostFactor = m.busFactor
	out.PipelineMonths = m.startMonths
	if out.Ready > 0 {
		if rate := si.Greater(m.lift, perFlight*m.available); rate > 0 {
			out.PipelineMonths += si.Lesser(out.Ready/rate, maxDelay)
		}
	}
}

const (
	// liftMonths smooths the flights by which the stock is planned and the wait
	// for a flight is reckoned: half a year, so that a stand-down does not stop the
	// factory; assumed.
	liftMonths = 6
	// maxPerFlight is above what any fairing holds: Transporter-1 carried 143
	// satellites (SpaceX, January 2021).
	maxPerFlight = 1e4
	// maxFlightsPerYear is one every half minute; it keeps sums finite.
	maxFlightsPerYear = 1e6
)

// finish moves what ends its integration to the stock for launch.
func (m *Model) finish(t int) {
	d := m.integration
	if x := m.begunIn(t - d.k); x.count > 0 {
		m.blocks[x.block&blockMask].ready += (1 - d.f) * x.count
	}
	if x := m.begunIn(t - d.k - 1); x.count > 0 {
		m.blocks[x.block&blockMask].ready += d.f * x.count
	}
}

// ready returns the finished satellites left, and the mass that will be ready
// next month.
func (m *Model) ready(t int) (count, nextKg float64) {
	for i := m.launch; i < m.blocksN; i++ {
		b := &m.blocks[i&blockMask]
		count += b.ready
		nextKg += b.ready * b.design.MassKg
	}
	d := m.integration
	if d.k > 1 { // else they are begun only now
		if x := m.begunIn(t + 1 - d.k); x.count > 0 {
			nextKg += (1 - d.f) * x.count * m.blocks[x.block&blockMask].design.MassKg
		}
	}
	if x := m.begunIn(t - d.k); x.count > 0 {
		nextKg += d.f * x.count * m.blocks[x.block&blockMask].design.MassKg
	}
	return count, nextKg
}

// begunIn returns what was begun in a month less than maxDelay ago.
func (m *Model) begunIn(month int) batch {
	if month < 0 {
		return batch{}
	}
	return m.begun[month&delayMask]
}

// fly loads the oldest satellites first. A lost flight loses its share.
func (m *Model) fly(t, up, lost int, payloadKg float64, out *Output) {
	flights := up + lost
	if flights <= 0 || payloadKg <= 0 {
		return
	}
	room := float64(flights) * payloadKg
	lossShare := float64(lost) / float64(flights)
	for i := m.launch; i < m.blocksN && room > 0; i++ {
		b := &m.blocks[i&blockMask]
		if b.ready > 0 {
			if m.cohortsN-m.blocks[m.first&blockMask].retB >= maxCohorts {
				return
			}
			n := si.Lesser(b.ready, room/b.design.MassKg)
			b.ready -= n
			room -= n * b.design.MassKg
			m.waiting -= n
			arrived := n * (1 - lossShare)
			out.LostAtLaunch += n - arrived
			out.Launched += arrived
			b.alive += arrived
			if b.begin == b.end {
				b.begin, b.end, b.retA, b.retB = m.cohortsN, m.cohortsN, m.cohortsN, m.cohortsN
				b.firstEnd = t + b.life.k
			}
			m.cohorts[m.cohortsN&cohortMask] = cohort{month: int32(t), block: int32(i), raising: arrived / b.count}
			m.cohortsN++
			b.end = m.cohortsN
			if b.ready > 0 {
				break
			}
		}
		if i == m.launch && i+1 < m.blocksN && t > b.lastMade+m.integration.k {
			m.launch++
		}
	}
}

// Room returns the satellites of design d that the coming month could begin if
// it had the chips, and what keeps it from more. Month allows no more than this,
// so whoever shares out the chips can ask first and leave none idle.
func (m *Model) Room(month int, d *Design, perFlight float64) (satellites float64, limit Limit) {
	if !(d.MassKg > 0 && d.ITWatts > 0) {
		return 0, LimitDesign
	}
	if month >= m.startMonth {
		satellites = m.factory.perMonth / d.MassKg
	}
	limit = LimitFactory
	if d.ArrayW > 0 {
		satellites, limit = lower(satellites, limit, m.cells.perMonth/d.ArrayW, LimitCells)
	}
	// As many as can fly, plus what the stock lacks, filled over the time a
	// satellite takes to make.
	perFlight = si.Lesser(positive(perFlight), maxPerFlight)
	lift := perFlight * m.available
	stock := si.Greater(minFlightsStocked*perFlight, m.stockMonths*lift)
	launch := LimitLaunch
	if month < m.licenceMonth {
		launch = LimitLicence
	}
	satellites, limit = lower(satellites, limit, lift+(stock-m.waiting)/(float64(m.integration.k)+m.integration.f), launch)
	return lower(satellites, limit, m.slots-m.occupied, LimitSlots)
}

// lower returns the lower of two numbers of satellites, not below zero, and what
// sets it.
func lower(satellites float64, limit Limit, x float64, l Limit) (float64, Limit) {
	if x < satellites {
		return positive(x), l
	}
	return satellites, limit
}

// make begins new satellites: what is wanted, within the room and the chips.
func (m *Model) make(t int, in *Input, want, room float64, roomLimit Limit, out *Output) {
	slot := t & delayMask
	m.begun[slot].count = 0
	if want == 0 {
		return
	}
	d := &in.Design
	n, limit := want, LimitDemand
	if room < n {
		n, limit = room, roomLimit
	}
	if roomLimit != LimitDesign {
		if chips := positive(in.ChipWatts) / d.ITWatts; chips < n {
			if chips < n*(1-chipTie) {
				limit = LimitChips
			}
			n = chips
		}
		if in.Month >= m.startMonth {
			m.factory.step(want * d.MassKg)
		}
		m.cells.step(want * d.ArrayW)
	}
	if n > 0 {
		b := m.blockFor(d, in.Month/12, in.Chance.Defect)
		b.lastMade = t
		m.begun[slot] = batch{n, m.blocksN - 1}
		m.waiting += n
		m.madeKg += n * b.design.MassKg
		out.Made = n
		out.MassMadeKg = n * b.design.MassKg
		out.ChipWattsUsed = n * b.design.ITWatts
		out.MadeUSD = n * (d.BusUSD + d.ChipUSD)
	}
	out.Limit = limit
}

const (
	// minFlightsStocked lets a factory begin before the first satellite flies:
	// four flights' worth, assumed.
	minFlightsStocked = 4
	// chipTie is the rounding within which chips just suffice for the room.
	chipTie = 1e-6
)
