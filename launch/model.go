package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// Model is the state of launching in one draw. The zero Model needs Reset.
type Model struct {
	p    *Params
	pins Pins

	// payload, in tonnes: block, then what is reached
	stacks        [2]Stack
	dry           [2]float64 // ship V3: mature, and flown above mature
	dryV4         float64    // mature
	landing       [2]float64 // propellant kept by the ship
	burnout       [2][NumTargets][2]float64
	starlink      [2]float64 // burnout for the orbit Starlink deploys to
	volume        [2]float64
	dryLeft       float64 // share of the early excess of dry mass
	dryFade       float64 // of it, by flight
	transition    float64
	falconPayload float64 // kg
	now           vehicle

	// state
	year            float64
	blend           bool // V4 has entered
	failure         [2]curve
	failureFloor    float64
	standDownMedian curve // months
	standDown       float64
	towerDays       curve
	fastestTower    float64
	ships, boosters stock
	sites           [numSites]site
	towers, down    int                 // of all open sites; under repair
	turned          [NumTargets]float64 // share of licences that reach it by a turn
	nextOpening     float64             // year in which a site or an azimuth opens
	newTower        float64
	manifest        manifest
	cost            costs
	months          [12]int // Starship flights of the last twelve months
	trailing        int
	reserve         float64 // data-centre flights kept
	lox, methane    allowance
	eastern         allowance
	plan            allowance // of pinned flights
	loxSupply       float64   // kg a month
	methaneSupply   float64
	rangeSupply     float64 // flights a month
	rangeOthers     float64
	rangeFree       float64

	governmentPerMonth, moonPerMonth float64
}

// starlinkOrbit is where Starlink V3 satellites are let go: flight 15 plans
// 275 km and 30.5° (flight plan of October 2026).
var starlinkOrbit = orbit.Circular{Altitude: 275 * si.Kilometre, Inclination: 30.5 * si.Degree}

// starlinkDeltaV is what that orbit takes above the reference.
var starlinkDeltaV = DeltaVAboveReference(starbaseLatitude, starlinkOrbit)

// Reset starts a draw at January 2026 with the state of October 2026 and the
// given deployment orbits. The Model keeps p and reads it; it does not change it.
func (m *Model) Reset(p *Params, targets [NumTargets]orbit.Circular, pins Pins) {
	*m = Model{p: p, pins: pins}
	m.resetPayload(targets)
	m.year = 2026
	m.resetSites(targets)
	m.survey()
	m.resetManifest()
	m.resetCosts()
	r, t, c := &p.Reliability, &p.Towers, &p.Cost
	learning, refit := math.Log2(1-c.BuildLearning.SI()), math.Log2(1-c.RefurbishmentLearning.SI())
	m.ships.reset(&p.Ships, r, readyShips, shipsMade, c.ShipBuild, learning, c.ShipRefurbishment, refit)
	m.boosters.reset(&p.Boosters, r, readyBoosters, boostersMade, c.BoosterBuild, learning, c.BoosterRefurbishment, refit)
	m.failure[0] = newCurve(r.NextFailure.SI(), flownV3+1, r.GrowthShape.SI()-1)
	m.failureFloor = r.FailureFloor.SI()
	m.standDownMedian = newCurve(r.StandDown.In(si.Month), float64(flownTotal), -r.StandDownExponent.SI())
	m.towerDays = newCurve(t.Turnaround.In(si.Day), float64(flownTotal), -t.TurnaroundExponent.SI())
	m.fastestTower = t.FastestTurnaround.In(si.Day)
	m.months = flights2025
	for _, n := range m.months {
		m.trailing += n
	}
	f := &p.Propellant
	m.loxSupply = f.WorldLOX.SI() * f.LOXShare.SI() * si.Month.SI()
	m.methaneSupply = f.WorldMethane.SI() * f.MethaneShare.SI() * si.Month.SI()
	m.rangeSupply = p.Sites.EasternRange.In(si.PerYear) / 12
	m.rangeOthers = p.Sites.OtherRangeUse.In(si.PerYear) / 12
	m.rangeFree = max(0, m.rangeSupply-m.rangeOthers)
	m.governmentPerMonth = p.Manifest.Government.In(si.PerYear) / 12
	m.moonPerMonth = p.Manifest.MoonMissions.In(si.PerYear) / 12 * (1 + p.Manifest.MoonTankers.SI())
	if pin := pins.FlightsPerYear; pin > 0 {
		m.planFor(pin)
	}
}

// planFor raises the ceilings of the factories to what the plan needs. Their
// growth, towers, licences, propellant and ranges stay as they are.
func (m *Model) planFor(flightsPerYear float64) {
	m.ships.ceiling = max(m.ships.ceiling, flightsPerYear)
	m.boosters.ceiling = max(m.boosters.ceiling, flightsPerYear)
}

// resetPayload solves what each block brings to each orbit.
func (m *Model) resetPayload(targets [NumTargets]orbit.Circular) {
	v3, v4, a := &m.p.StarshipV3, &m.p.StarshipV4, &m.p.Ascent
	tonnes := func(x si.Mass) float64 { return x.In(si.Tonne) }
	k := v4.DryMassExponent.SI()
	grow := math.Pow(float64(v4.ShipPropellant/v3.ShipPropellant), k)
	booster := tonnes(v3.BoosterDryMass)
	boosterV4 := booster * math.Pow(float64(v4.BoosterPropellant/v3.BoosterPropellant), k)
	m.stacks = [2]Stack{
		{booster, tonnes(v3.BoosterPropellant), booster * v3.BoosterReserve.SI(), v3.BoosterISP.SI(), tonnes(v3.ShipPropellant), v3.ShipISP.SI()},
		{boosterV4, tonnes(v4.BoosterPropellant), boosterV4 * v3.BoosterReserve.SI(), v3.BoosterISP.SI(), tonnes(v4.ShipPropellant), v4.ShipISP.SI()},
	}
	m.dry = [2]float64{tonnes(v3.ShipDryMass), tonnes(v3.ShipDryMassFlown - v3.ShipDryMass)}
	m.dryV4 = m.dry[0] * grow
	m.landing = [2]float64{tonnes(v3.LandingPropellant), tonnes(v3.LandingPropellant) * grow}
	m.volume = [2]float64{v3.PayloadVolume.SI(), v4.PayloadVolume.SI()}
	m.dryLeft, m.dryFade = 1, math.Exp(-1/max(1, v3.DryMassFlights.SI()))
	m.transition = 1 / max(1./12, v4.Transition.In(si.Year))
	m.falconPayload = m.p.Falcon.Payload.SI()

	// All sites differ by at most 3 m/s for one orbit; a turn at the Cape does not.
	ref, turn := a.ReferenceDeltaV.SI(), a.CapeDogleg.SI()
	var Δv [NumTargets]float64
	for t := range targets {
		Δv[t] = ref + DeltaVAboveReference(min(capeLatitude, max(starbaseLatitude, targets[t].Inclination)), targets[t])
	}
	guess := m.stacks[0].ShipPropellant / 5
	for b := range m.stacks {
		s := &m.stacks[b]
		m.starlink[b] = s.burnout(ref+starlinkDeltaV, guess)
		for t := range targets {
			direct := s.burnout(Δv[t], m.starlink[b])
			m.burnout[b][t] = [2]float64{direct, s.burnout(Δv[t]+turn, direct)}
		}
		guess = m.starlink[b] * grow
	}
}

// payload returns tonnes of payload for a burnout mass of each block and the
// share of V4; what cannot lift its own ship lifts nothing.
func (m *Model) payload(v3, v4, share float64) float64 {
	early := m.dry[1] * m.dryLeft
	light := si.Greater(0, v3-m.dry[0]-early-m.landing[0])
	if share == 0 {
		return light
	}
	heavy := si.Greater(0, v4-m.dryV4-early-m.landing[1])
	return light + share*(heavy-light)
}

// reference is the payload in kg to the orbit Starlink deploys to.
func (m *Model) reference(share float64) float64 {
	if pin := m.pins.PayloadKg; pin >= 0 {
		return pin
	}
	return 1000 * m.payload(m.starlink[0], m.starlink[1], share)
}

// share4 is V4's share of flights.
func (m *Model) share4() float64 {
	return si.Greater(0, si.Lesser(1, (m.year-m.p.StarshipV4.FirstFlight.SI())*m.transition))
}

// vehicle is a flight with the mix of blocks now in service.
type vehicle struct {
	known            bool    // false once the ship, the year or the sites have changed
	share            float64 // of V4
	payloadKg        [NumTargets]float64
	perKg            [NumTargets]float64 // its inverse
	referenceKg      float64             // payload to the orbit Starlink deploys to
	volume           float64             // of the payload bay, m3
	size             float64             // build cost by V3's
	propellantUSD    float64
	loxKg, methaneKg float64 // loaded
	loxFlights       float64 // a month that the oxygen allows
	methaneFlights   float64
}

// fit works out the vehicle for a share of V4, if it is not known already.
func (m *Model) fit(share float64) {
	v, c := &m.now, &m.cost
	if v.known && v.share == share {
		return
	}
	v.known, v.share = true, share
	v.volume = m.volume[0] + share*(m.volume[1]-m.volume[0])
	v.referenceKg = m.reference(share)
	for t := range v.payloadKg {
		x := m.payload(m.burnout[0][t][0], m.burnout[1][t][0], share)
		if turned := m.turned[t]; turned > 0 {
			x += turned * (m.payload(m.burnout[0][t][1], m.burnout[1][t][1], share) - x)
		}
		v.payloadKg[t] = 1000 * x
		if pin := m.pins.PayloadKg; pin >= 0 {
			v.payloadKg[t] = pin
		}
		v.perKg[t] = 1 / v.payloadKg[t]
	}
	v.size = 1 + share*(c.size-1)
	v.propellantUSD = c.propellant[0] + share*(c.propellant[1]-c.propellant[0])
	v.loxKg = c.loxKg[0] + share*(c.loxKg[1]-c.loxKg[0])
	v.methaneKg = c.methaneKg[0] + share*(c.methaneKg[1]-c.methaneKg[0])
	v.loxFlights, v.methaneFlights = m.loxSupply/v.loxKg, m.methaneSupply/v.methaneKg
}

// open brings in what a month begins with: a new year, a new site, a new block.
func (m *Model) open(january bool) {
	if january {
		m.newYear()
	}
	if january || m.year >= m.nextOpening {
		m.survey()
	}
	share := m.share4()
	if share > 0 && !m.blend {
		m.enterV4()
	}
	m.fit(share)
}

// enterV4 starts the new block with what experience carries over.
func (m *Model) enterV4() {
	m.blend = true
	m.failure[1] = m.failure[0]
	carry := max(1e-3, min(1, m.p.Reliability.BlockCarry.SI()))
	old := m.failure[0]
	m.failure[1].count = max(1, old.count*carry)
	m.failure[1].value = min(1, old.value*math.Pow(m.failure[1].count/old.count, old.exponent))
}

// newYear grows what grows by the year.
func (m *Model) newYear() {
	p := m.p
	m.ships.newYear()
	m.boosters.newYear()
	m.manifest.starlink = min(m.manifest.ceiling, m.manifest.starlink*m.manifest.growth)
	c := &m.cost
	c.development = max(min(c.development, c.developmentFloor), c.development*c.decline)
	c.developmentMonth = c.development / 12
	c.parity *= c.parityDecline
	m.loxSupply *= 1 + p.Propellant.WorldLOXGrowth.In(si.PerYear)
	m.methaneSupply *= 1 + p.Propellant.WorldMethaneGrowth.In(si.PerYear)
	m.rangeSupply *= 1 + p.Sites.RangeGrowth.In(si.PerYear)
	m.rangeFree = max(0, m.rangeSupply-m.rangeOthers)
	m.now.known = false
	grow := 1 + p.Sites.LicenceGrowth.In(si.PerYear)
	for i := range m.sites {
		s := &m.sites[i]
		s.used = 0
		if m.year >= p.Sites.LicenceGrowthYear.SI() {
			s.licence = min(s.base*p.Sites.LicenceCeiling.SI(), s.licence*grow)
		}
	}
}

// replay returns a month of the record.
func (m *Model) replay(month int, l *Lift) {
	h := &history2026[month]
	l.Flights, l.DeliveredKg = h.starship, h.payloadKg
	m.sites[starbase].used += h.starship
	m.trailing += h.starship - m.months[month]
	m.months[month] = h.starship
	m.fit(0)
	perYear, _, _, _, _ := m.openSites(month%12, 0, Inclined, 1) // all idle: what flies is known
	m.describe(l, m.failureProbability(), m.capacity(perYear))
	l.CapacityPerYear = float64(m.trailing)
}

// describe fills in payload, probability and prices.
func (m *Model) describe(l *Lift, pFail, perYear float64) {
	l.FailureProbability = pFail
	l.VolumeM3 = m.now.volume
	l.PayloadKg = m.now.payloadKg
	m.price(l, pFail, perYear)
	pin := m.pins.USDPerKg
	if pin >= 0 && l.PayloadKg[Inclined] > 0 {
		for b := range l.CostPerFlightUSD {
			l.CostPerFlightUSD[b] = pin * l.PayloadKg[Inclined]
		}
	}
	c := &l.CostPerFlightUSD
	for t := range l.USDPerKg {
		switch perKg := m.now.perKg[t]; {
		case l.PayloadKg[t] <= 0:
			l.USDPerKg[t] = [NumBases]float64{math.Inf(1), math.Inf(1), math.Inf(1)}
		case pin >= 0:
			l.USDPerKg[t] = [NumBases]float64{pin, pin, pin}
		default:
			x := &l.USDPerKg[t]
			x[Marginal], x[Full], x[Market] = c[Marginal]*perKg, c[Full]*perKg, c[Market]*perKg
		}
	}
}

// failureProbability blends the blocks in service.
func (m *Model) failureProbability() float64 {
	p := si.Lesser(1, si.Greater(m.failureFloor, m.failure[0].value))
	if share := m.now.share; share > 0 {
		p += share * (si.Lesser(1, si.Greater(m.failureFloor, m.failure[1].value)) - p)
	}
	return p
}
