package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Month flies one month and fills in l. Months must be given in order from 0; the first nine
// are replayed from the record whatever is ordered.
func (m *Model) Month(month int, o Order, c Chance, l *Lift) {
	m.year = 2026 + (float64(month)+0.5)/12
	if month < recordedMonths {
		*l = Lift{}
		m.replay(month, l)
		return
	}
	season := month % 12
	m.open(season == 0)

	// What each stock could fly.
	v := &m.now
	ships, boosters := m.ships.begin(m.year), m.boosters.begin(m.year)
	lox, methane := m.lox.take(v.loxFlights), m.methane.take(v.methaneFlights)
	florida := m.eastern.take(m.rangeFree)
	perYear, reached, licensed, padded, both := m.openSites(season, florida, o.Target, si.Lesser(1, m.standDown))
	perYear = m.capacity(perYear)
	total, tightest := lower(math.Inf(1), LimitDemand, ships, LimitShips)
	total, tightest = lower(total, tightest, boosters, LimitBoosters)
	total, tightest = lower(total, tightest, float64(padded), LimitTowers)
	total, tightest = lower(total, tightest, float64(licensed), LimitLicences)
	total, tightest = lower(total, tightest, float64(lox), LimitLOX)
	total, tightest = lower(total, tightest, float64(methane), LimitMethane)
	total, tightest = lower(total, tightest, float64(both), LimitRange)
	pinned := m.pins.FlightsPerYear >= 0
	if pinned && total > 0 {
		total, perYear = si.Lesser(total, float64(m.plan.take(m.pins.FlightsPerYear/12))), si.Lesser(perYear, m.pins.FlightsPerYear)
	}
	can := int(total)

	// Who flies: the share kept for data centres, then the manifest, then the rest.
	want := 0
	if o.Flights >= 1 {
		want = int(min(o.Flights+1e-9, 1e6))
	}
	due, kept := m.owed(v.referenceKg), m.p.Manifest.DataCentreShare.SI()
	m.reserve = si.Lesser(m.reserve+kept*float64(can), float64(can)+1)
	usedRange := m.rangeUsed()
	flown := 0
	if want > 0 {
		flown = m.take(o.Target, min(want, can, int(m.reserve)))
	}
	others := m.takeAny(min(due, can-flown))
	l.Limit = LimitDemand
	if flown < want {
		flown += m.take(o.Target, min(want-flown, can-flown-others))
		if flown < want {
			l.Limit = m.limit(want, flown, others, can, tightest)
		}
	}
	moon, wantMoon := 0, 0
	if o.MoonFlights >= 1 {
		wantMoon = int(min(o.MoonFlights+1e-9, 1e6))
		moon = m.takeAny(min(wantMoon, can-flown-others))
	}
	m.eastern.use(m.rangeUsed() - usedRange)
	m.reserve = si.Greater(0, m.reserve-float64(flown))
	m.manifest.due -= float64(others)
	n := flown + others + moon
	l.Flights, l.DataCentreFlights, l.MoonFlights = n, flown, moon
	l.CapacityPerYear = perYear
	l.AvailablePerYear = si.Lesser(si.Lesser(reached, perYear), si.Greater(perYear-m.manifest.perYear, perYear*kept))

	// What fails.
	loses := c.Ascent < 0
	c.Ascent = math.Abs(c.Ascent)
	pFail := m.failureProbability()
	l.DataCentreFailures = binomial(flown, pFail, c.Ascent)
	l.Failures = l.DataCentreFailures + binomial(others, pFail, again(c.Ascent))
	l.MoonFailures = 0
	if moon > 0 {
		l.MoonFailures = binomial(moon, pFail, again(again(again(c.Ascent))))
		l.Failures += l.MoonFailures
	}
	grounds := l.Failures
	if loses && grounds == 0 {
		grounds = 1
		l.Failures, l.DataCentreFailures = min(1, n), min(1, flown)
		if others+flown == 0 {
			l.MoonFailures = l.Failures
		}
	}
	boostersLost := 0
	if l.Failures > 0 {
		boostersLost = binomial(l.Failures, m.cost.ascentBoosterLoss, again(again(c.Ascent)))
	}
	m.ships.settle(n, l.Failures, c.Landing)
	crashed := m.boosters.settle(n, boostersLost, c.Catch)
	if crashed > 0 && m.boosters.reuse {
		m.damage(binomial(crashed, m.p.Reliability.TowerDamage.SI(), again(c.Catch)))
	}
	if m.down > 0 {
		m.repair()
	}
	m.serve(grounds, c.StandDown)

	// What it used and taught.
	m.lox.use(n)
	m.methane.use(n)
	if pinned {
		m.plan.use(n)
	}
	l.PropellantLOXKg, l.PropellantMethaneKg = float64(n)*v.loxKg, float64(n)*v.methaneKg
	last := &m.months[season] // a year ago
	m.trailing += n - *last
	*last = n
	m.describe(l, pFail, perYear)
	m.learn(float64(n))
	good := float64(flown - l.DataCentreFailures)
	l.DeliveredKg = float64(others+moon-l.Failures+l.DataCentreFailures) * v.referenceKg
	if flown > 0 {
		l.DeliveredKg += good * l.PayloadKg[o.Target]
	}

	// What is built for later: stages while they run short of what is asked and
	// may fly, towers while they run short of what is licensed.
	need := growthMargin * float64(min(due+want+wantMoon, licensed, lox, methane))
	if pinned { // a plan is built for before it is asked for
		need = growthMargin * m.pins.FlightsPerYear / 12
	}
	l.ShipsBuilt, l.BoostersBuilt = 0, 0
	if ships < need {
		l.ShipsBuilt = m.ships.make()
	}
	if boosters < need {
		l.BoostersBuilt = m.boosters.make()
	}
	l.Ships, l.Boosters, l.Towers = m.ships.count, m.boosters.count, m.towers
	if float64(padded) < need {
		m.buildTowers()
	}
	l.StandDownMonths = m.standDown
}

// lower returns the lower of two numbers of flights and what sets it.
func lower(total float64, by Limit, flights float64, is Limit) (float64, Limit) {
	if flights < total {
		return flights, is
	}
	return total, by
}

// growthMargin is how far supply is built ahead of what is asked for: a quarter,
// so that a month's chance does not stop the factory (a planning convention).
const growthMargin = 1.25

// learn moves every curve that runs on flights.
func (m *Model) learn(n float64) {
	share := m.now.share
	m.failure[0].add(n * (1 - share))
	if m.blend {
		m.failure[1].add(n * share)
	}
	addBoth(&m.standDownMedian, &m.towerDays, n)
	for ; n > 0 && m.dryLeft > 1e-3; n-- {
		m.dryLeft *= m.dryFade
		m.now.known = false
	}
}

// serve adds the stand-down of the month's failures to what is still to serve.
//
// Its length is spread as a Rayleigh variate about the median s: s √(log₂ 1/(1−u)).
// Several failures in a month are investigated one after another, up to a year.
func (m *Model) serve(failures int, u float64) {
	m.standDown = si.Greater(0, m.standDown-1)
	if failures > 0 {
		m.standDown = min(12, m.standDown+float64(failures)*m.standDownMedian.value*math.Sqrt(-math.Log(1-u)*math.Log2E))
	}
}

// perTower is how many flights a month a tower allows.
func (m *Model) perTower() float64 {
	return daysPerMonth / si.Greater(m.fastestTower, m.towerDays.value) * (1 - m.p.Towers.Closure.SI())
}

// openSites sets what each site can fly this month of the year, of which a share is idle. It
// returns the flights a year that their towers, licences and range can keep up, and
// how many of them can fly to the target; and the sums for this month of their
// licences, of their towers and of both with the range. The polar pad counts only
// for a target it reaches.
func (m *Model) openSites(season, florida int, t Target, idle float64) (perYear, reached float64, licensed, padded, both int) {
	perTower, busy, floridaYear := m.perTower(), 1-idle, 12*m.rangeFree
	through := float64(season+1) * (1. / 12)
	for i := range m.sites {
		s := &m.sites[i]
		s.cap = 0
		if !s.open {
			continue
		}
		reaches := s.way[t] != closed
		if i == polarPad && !reaches {
			continue
		}
		pads := float64(s.towers-s.down) * perTower
		year := si.Lesser(12*pads, s.licence)
		byTower, byLicence := s.pad.take(pads*busy), max(0, int(s.licence*through)-s.used)
		s.cap = min(byTower, byLicence)
		if i == kennedy || i == canaveral {
			year = si.Lesser(year, floridaYear)
			floridaYear -= year
			s.cap = min(s.cap, florida)
			florida -= s.cap
		}
		perYear += year
		if reaches {
			reached += year
		}
		licensed, padded, both = licensed+byLicence, padded+byTower, both+s.cap
	}
	return perYear, reached, licensed, padded, both
}

// capacity returns how many flights a year can be kept up without stand-down: by
// the sites, by the stages and their factories and by propellant.
func (m *Model) capacity(bySites float64) float64 {
	propellant := 12 * si.Lesser(m.now.loxFlights, m.now.methaneFlights)
	return si.Lesser(si.Lesser(bySites, propellant), si.Lesser(m.ships.pace(), m.boosters.pace()))
}

// take flies up to n flights to a target, from the polar pad first, and
// returns how many found a site.
func (m *Model) take(t Target, n int) int {
	got := 0
	for i := numSites - 1; i >= 0 && got < n; i-- {
		if s := &m.sites[i]; s.cap > 0 && s.way[t] != closed {
			got += m.depart(i, min(s.cap, n-got))
		}
	}
	return got
}

// takeAny flies up to n ordinary missions, from Starbase first and never from
// the polar pad.
func (m *Model) takeAny(n int) int {
	got := 0
	for i := 0; i < polarPad && got < n; i++ {
		if s := &m.sites[i]; s.cap > 0 {
			got += m.depart(i, min(s.cap, n-got))
		}
	}
	return got
}

// depart flies n from site i.
func (m *Model) depart(i, n int) int {
	s := &m.sites[i]
	s.cap -= n
	s.used += n
	s.pad.use(n)
	return n
}

// rangeUsed counts the year's flights over the eastern range.
func (m *Model) rangeUsed() int { return m.sites[kennedy].used + m.sites[canaveral].used }

// limit names what kept more data-centre flights from flying.
func (m *Model) limit(want, flown, others, can int, tightest Limit) Limit {
	switch {
	case m.standDown > 0.5:
		return LimitStandDown
	case flown+others >= can && others > 0 && want <= can:
		return LimitManifest
	case flown+others >= can:
		return tightest
	}
	return LimitAzimuth
}

// damage puts towers out of use, the busiest site's first.
func (m *Model) damage(n int) {
	for i := range m.sites {
		s := &m.sites[i]
		if !s.open {
			continue
		}
		d := min(n, s.towers-s.down)
		s.down += d
		m.down += d
		n -= d
	}
}

// repair brings damaged towers back.
func (m *Model) repair() {
	perMonth := si.Month.SI() / max(si.Month.SI(), m.p.Reliability.TowerRepair.SI())
	for i := range m.sites {
		if s := &m.sites[i]; s.down > 0 {
			s.repaired += perMonth * float64(s.down)
			k := min(int(s.repaired), s.down)
			s.repaired -= float64(k)
			s.down -= k
			m.down -= k
		}
	}
}

// buildTowers adds to towers for a month: to each open site in turn, the one with
// the most licensed flights to a tower first.
func (m *Model) buildTowers() {
	all := 1 // with the new one, at sites that have yet to open too
	for i := range m.sites {
		all += m.sites[i].towers
	}
	if float64(all) > m.p.Towers.Most.SI() {
		return
	}
	m.newTower += m.p.Towers.NewPerYear.In(si.PerYear) / 12
	if m.newTower < 1 {
		return
	}
	m.newTower--
	best, most := -1, 0.0
	for i := range m.sites {
		s := &m.sites[i]
		if s.open && s.licence/float64(s.towers) > most {
			best, most = i, s.licence/float64(s.towers)
		}
	}
	if best >= 0 {
		m.sites[best].towers++
		m.towers++
	}
}
