package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Kind is a kind of equipment.
type Kind uint8

// The kinds.
const (
	Mining Kind = iota
	Refining
	Fabrication
	PowerPlant
	Robots
	Track // mass drivers
	NumKinds
)

var kindNames = [NumKinds]string{"mining", "refining", "fabrication", "power plant", "robots", "mass driver"}

// String returns the kind's name.
func (k Kind) String() string {
	if k >= NumKinds {
		return "unknown"
	}
	return kindNames[k]
}

// Input is what a month brings.
type Input struct {
	Landers          float64 // that set out for the Moon, as an expected number
	WantKg           float64 // made on the Moon and wanted at the destination this month
	Mix              Mix     // of it
	Destination      Destination
	Route            Route
	StarshipUSDPerKg float64 // to low orbit
}

// Output is what a month did. Masses made, landed, worn and thrown are the month's;
// those held are at its end.
type Output struct {
	LandedKg                          float64
	SeedKg                            float64 // of that, put up as plant
	SoilKg, SlagKg                    float64 // dug; not made into anything
	MadeKg                            float64
	MadeByMaterial                    Mix // kilograms
	PlantKg, AtWorkKg                 float64
	ByKind                            [NumKinds]float64 // installed
	WornKg                            float64           // plant worn out and Earth's goods used up
	PartsKg, FinishedKg               float64           // in store: Earth's parts; satellites' parts and the fuel to send them
	DeliveredKg                       float64           // at the destination
	ThrownKg                          float64           // with stages, oxygen, fuel and what is not caught
	PowerW                            float64           // average that the plant can give
	UsedW                             float64
	DriverW                           float64 // of that, for throwing
	ImportsNeededKg                   float64 // Earth's parts that making at full pace would have used
	ImportsShortKg                    float64 // of these, not there
	CapacityKgPerYear                 float64 // that could be made at this month's pace
	Limit                             Limit
	LandingUSD, HardwareUSD           float64 // spent this month
	PaidUSD, RunningUSD               float64 // for what was delivered: interest and repayment; running
	OwedUSD                           float64
	USDPerKg                          [NumDestinations]float64 // by the route; +Inf in months that send nothing
	RobotHours, OperatorHours, CrewKg float64
}

// Model is the factory's state. Reset makes it ready; it is not safe for
// concurrent use.
type Model struct {
	p                Params
	plant            recipe
	mix              Mix
	kgPerKW, average float64
	waiting, running [NumKinds]float64
	parts, partsUSD  float64
	finished, fuel   float64
	owed             float64
	landed           bool
	begun, opened    bool // the track is being built; has thrown
	loads            [NumDestinations]Load
	at               Input // for which load and satellite were worked out
	known            bool
	load             Load
	satellite        recipe
	trackKg          float64
}

const hoursPerMonth = 8766. / 12

// Reset starts a new history with the inputs p.
func (m *Model) Reset(p *Params) {
	*m = Model{p: *p}
	m.mix = p.plantMix()
	m.plant = p.recipeFor(&m.mix)
	m.kgPerKW, m.average = p.Power.kgPerKilowatt()
	m.owed = p.Cost.Development.SI()
}

// prepare works out the way to the destination, unless it is last month's.
func (m *Model) prepare(in *Input) {
	if m.known && in.Destination == m.at.Destination && in.Route == m.at.Route && in.Mix == m.at.Mix {
		return
	}
	m.at, m.known = *in, true
	for d := range NumDestinations {
		m.loads[d] = LoadTo(&m.p, d, in.Route, &in.Mix)
	}
	m.load = m.loads[in.Destination]
	m.satellite = m.p.recipeFor(&m.load.mix)
	m.trackKg = m.p.Driver.Mass(si.Speed(PathTo(&m.p, in.Destination).ThrowMPerS)).SI()
}

// pace is what a month can make, kg.
type pace struct {
	kg      float64
	limit   Limit
	without float64 // if Earth's parts did not matter
	plant   float64 // if only the equipment did
	n       needs
}

func (x *pace) bound(kg float64, l Limit) {
	if kg < x.kg {
		x.kg, x.limit = math.Max(0, kg), l
	}
}

// powerKW is the average power that the power plant gives.
func (m *Model) powerKW() float64 {
	return math.Min(m.running[PowerPlant]/m.kgPerKW, m.p.Power.Ceiling.In(si.Kilowatt)*m.average)
}

// pace is what the month can make when the share g becomes plant.
func (m *Model) pace(g float64, h *hands) (x pace) {
	p := &m.p
	x.n = m.needs(g)
	kg := m.perKg(&x.n)
	x.kg = math.Inf(1)
	x.bound(m.running[Mining]/kg[Mining], LimitMining)
	if kg[Refining] > 0 {
		x.bound(m.running[Refining]/kg[Refining], LimitRefining)
	}
	x.bound(m.running[Fabrication]/kg[Fabrication], LimitFabrication)
	robots := m.running[Robots] / p.Labour.Robot.SI() * float64(p.Labour.Duty) * hoursPerMonth
	x.plant = math.Min(x.kg, math.Min(m.running[PowerPlant]/m.kgPerKW*hoursPerMonth/x.n.kWh, (robots+h.crewHours)/x.n.hours))
	energy, powerKW := LimitEnergy, m.powerKW()
	if powerKW >= 0.98*p.Power.Ceiling.In(si.Kilowatt)*m.average {
		energy = LimitSite
	}
	x.bound(powerKW*hoursPerMonth/x.n.kWh, energy)
	x.bound((robots+h.crewHours)/x.n.hours, LimitRobots)
	if o := p.Labour.operatorHours(); o > 0 {
		x.bound(float64(p.Labour.Operators)*float64(p.Labour.WorkingShare)*hoursPerMonth/o, LimitOperators)
	}
	x.without = x.kg
	if x.n.parts > 0 {
		x.bound(math.Max(0, m.parts-h.crewKg)/x.n.parts, LimitParts)
	}
	return x
}

// worth is the share of what wears out that is worth replacing: none of it where
// the equipment could make a seventh more than is made, all of it below a twentieth.
func worth(could, made float64) float64 {
	return math.Min(1, math.Max(0, (1.15-could/math.Max(made, 1e-9))/0.1))
}

// spare is the share that becomes plant where parts are short. What keeps up what
// stands comes first, then the satellites at full pace for half of the time that the
// stock is meant for; plant grows by what is in store beyond that. More plant would
// else eat the parts of the satellites that it was built to make.
func (m *Model) spare(g, least float64, h *hands) float64 {
	x := m.pace(least, h)
	beyond := math.Max(0, m.parts-h.crewKg-(1+m.p.Landing.PartsStock.In(si.Month)/2)*x.without*x.n.parts)
	if each := x.without * (m.earthShare() + float64(m.p.Plant.Consumables)); each > 0 {
		return math.Min(g, least+beyond/each)
	}
	return g
}

// Month plays one month and fills in out: equipment comes to work and wears, soil is
// dug and made into plant and parts of satellites, what has landed and what was made
// is put where the factory is scarcest, and what is finished is thrown.
//
// A month makes what the scarcest resource allows,
//
//	x = min( M_k / n_k over the kinds k, crew and operators' hours, parts / n_parts )
//
// with n_k the equipment that makes a kilogram a month. Of it the share g becomes
// plant, each kilogram with (1−c)/c of parts from Earth. New mass A goes to the
// kinds in proportion to what each lacks of its share in a balanced factory,
//
//	lack_k = max(0, n_k/Σn (ΣM + A) − M_k)
//
// Source: derived; Freitas and Gilbreath 1980 (NASA CP-2255, chapter 5) for the parts
// of a factory and closure.
// Ignores: whole machines, ores, distances on site, repair by reuse of scrap.
// Good to: mass is kept to 1e-9, TestVerif_MassIsKept; growth against doubling in a year,
// TestVal_Replication.
// Needs: one call for each month in order after Reset; finite inputs.
func (m *Model) Month(in *Input, out *Output) {
	*out = Output{}
	p := &m.p
	m.prepare(in)
	want := math.Max(0, in.WantKg)

	// What lands.
	price := math.Max(0, in.StarshipUSDPerKg)
	landers := math.Max(0, in.Landers)
	out.LandedKg = landers * p.Landing.Cargo.SI() * (1 - float64(p.Landing.Loss))
	if out.LandedKg > 0 {
		m.landed = true
		out.LandingUSD = out.LandedKg * LandedUSDPerKg(p, price)
	}

	// Commissioning and wear.
	start := 1.0
	if t := p.Plant.Commissioning.In(si.Month); t > 0 {
		start = -math.Expm1(-1 / t)
	}
	for k := range NumKinds {
		x := m.waiting[k] * start
		m.waiting[k] -= x
		m.running[k] += x
		worn := m.running[k] * -math.Expm1(-p.wear(k).In(si.PerYear)/12)
		m.running[k] -= worn
		out.WornKg += worn
	}
	replace := out.WornKg * math.Min(1, float64(p.Plant.Closure))

	// The share that becomes plant.
	throws := m.load.Reached && (in.Route == ByRocket || m.opened)
	throwCapacity := math.Inf(1)
	if in.Route == ByDriver {
		m.opened = m.opened || m.running[Track] >= m.trackKg && m.trackKg > 0
		throws = m.load.Reached && m.opened
		throwCapacity = 0
		if m.opened {
			throwCapacity = m.running[Track] / m.trackKg * p.Driver.Throughput.SI() * si.Month.SI()
		}
	}
	g := float64(p.Plant.Reinvested)
	if want == 0 || !throws || m.finished > 6*throwCapacity {
		g = 1
	}
	if p.Plant.Closure < 1e-6 && g < 1 {
		g = 0
	}

	// What a month can make.
	var h hands
	h.crewHours, h.crewKg = m.crew()
	x := m.pace(g, &h)
	out.ImportsNeededKg = x.without*x.n.parts + h.crewKg
	out.ImportsShortKg = math.Max(0, x.without-x.kg) * x.n.parts
	out.Limit = x.limit
	if g < 1 && g > 0 && x.kg > 0 {
		least, made := g, x.kg
		y := m.pace(math.Min(g, replace/made), &h)
		replace *= worth(y.plant, y.kg) // where equipment is what binds, the two are the same
		for range 4 {                   // what is made depends on the share
			least = math.Min(g, replace/math.Max(made, 1e-9))
			made = m.pace(least, &h).kg
		}
		switch {
		case x.limit == LimitSite || x.limit == LimitOperators:
			g = least
		case x.n.parts > 0:
			if held := m.spare(g, least, &h); held < g {
				g, out.Limit = held, LimitParts
			}
		}
		x = m.pace(g, &h)
	}
	if !m.landed {
		out.Limit = LimitLanding
	}
	out.CapacityKgPerYear = 12 * x.kg

	// What it does make.
	plant, sats := g*x.kg, (1-g)*x.kg
	if want > 0 {
		aim := math.Max(0, 2*want*m.load.MoonKg-m.finished)
		if g < 1 && sats >= aim { // all that is wanted: keep up what stands
			sats = aim
			plant = math.Min(plant, replace*worth(x.plant, want*m.load.MoonKg+replace))
			out.Limit = LimitDemand
		}
		if !m.load.Reached {
			out.Limit = LimitRoute
		}
	}
	if x.limit == LimitSite || x.limit == LimitOperators { // more plant would stand still
		if g == 1 {
			replace *= worth(x.plant, x.kg)
		}
		plant = math.Min(plant, replace)
	}
	made := plant + sats
	for i := range out.MadeByMaterial {
		out.MadeByMaterial[i] = plant*m.mix[i] + sats*m.load.mix[i]
	}
	out.MadeKg = made
	out.SoilKg = plant*m.plant.soil + sats*m.satellite.soil
	out.SlagKg = out.SoilKg - made
	fromEarth := plant * m.earthShare()
	if plant == 0 {
		fromEarth = 0
	}
	fuel := 0.0
	if sats > 0 {
		fuel = sats * m.load.FuelKg / m.load.MoonKg
	}
	used := made*float64(p.Plant.Consumables) + h.crewKg
	take := math.Min(m.parts, fromEarth+fuel+used)
	out.WornKg += take - math.Min(take, fromEarth+fuel)
	unit := 0.0
	if m.parts > 0 {
		unit = m.partsUSD / m.parts
	}
	m.parts -= take
	m.partsUSD -= take * unit
	m.finished += sats
	m.fuel += fuel
	out.RobotHours, out.OperatorHours, out.CrewKg = made*x.n.hours, made*p.Labour.operatorHours(), h.crewKg

	// Where landed and new mass goes: parts first, then the factory's scarcest.
	kept := math.Max(0, p.Landing.PartsStock.In(si.Month)*m.partsByMonth(out.LandedKg, want > 0)-m.parts)
	kept = math.Min(kept, out.LandedKg)
	m.parts += kept
	seed := out.LandedKg - kept
	out.SeedKg = seed
	m.place(seed+plant+fromEarth, g, want > 0, x.kg)

	// Throwing.
	if throws && want > 0 {
		d := math.Min(want, m.finished/m.load.MoonKg)
		per := m.load.MoonKg + m.load.FuelKg
		if m.load.FuelKg > 0 {
			d = math.Min(d, m.fuel/m.load.FuelKg)
		}
		if d*per > throwCapacity {
			d = throwCapacity / per
			out.Limit = LimitDriver
		}
		m.finished = math.Max(0, m.finished-d*m.load.MoonKg)
		m.fuel = math.Max(0, m.fuel-d*m.load.FuelKg)
		out.DeliveredKg, out.ThrownKg = d, d*per
	}

	out.PowerW = 1e3 * m.powerKW()
	out.DriverW = 1e3 * out.DeliveredKg * m.load.ThrowKWh / hoursPerMonth
	out.UsedW = 1e3*(plant*m.plant.kWh+sats*m.satellite.kWh)/hoursPerMonth + out.DriverW
	out.PartsKg, out.FinishedKg = m.parts, m.finished+m.fuel
	for k := range NumKinds {
		out.ByKind[k] = m.running[k] + m.waiting[k]
		out.PlantKg += out.ByKind[k]
		out.AtWorkKg += m.running[k]
	}
	m.account(out, accounts{price, seed, kept, unit, fuel, used, sats, made})
}

// wear is the share of a kind that wears out, a year.
func (p *Params) wear(k Kind) si.Rate {
	switch k {
	case PowerPlant:
		return p.Power.Wear
	case Robots:
		return p.Labour.Wear
	}
	return p.Plant.Wear
}

// partsByMonth is Earth's parts that the plant would use in a month, grown by what
// has landed, if it made plant at the pace of a balanced factory; or satellites,
// where they are wanted and their fuel is more.
func (m *Model) partsByMonth(landed float64, throws bool) float64 {
	n := m.needs(1)
	if throws && m.load.Reached {
		s := m.needs(0)
		n.parts = math.Max(n.parts, s.parts)
	}
	kg := m.perKg(&n)
	sum, mass := 0.0, landed
	for k := range NumKinds {
		sum += kg[k]
		mass += m.running[k] + m.waiting[k]
	}
	return mass / sum * n.parts
}

// place puts new mass where the factory lacks it.
func (m *Model) place(add, g float64, throws bool, made float64) {
	if add <= 0 {
		return
	}
	share := g
	if throws && m.at.Route == ByDriver && m.load.Reached {
		share = math.Min(g, float64(m.p.Plant.Reinvested)) // balanced for the time when it throws
	}
	n := m.needs(share)
	want := m.perKg(&n)
	var have, lack [NumKinds]float64
	total := add
	for k := range NumKinds {
		have[k] = m.running[k] + m.waiting[k]
		total += have[k]
	}
	if throws && m.at.Route == ByDriver && 12*made >= m.trackKg {
		m.begun = true // a year's making would be enough for a track
	}
	if !m.begun {
		want[Track] = 0
	}
	sum := 0.0
	for k := range NumKinds {
		if have[k] > 0 { // what is not at work yet makes nothing
			want[k] *= math.Min(2, have[k]/math.Max(m.running[k], have[k]/2))
		}
		sum += want[k]
	}
	lacks := 0.0
	most := m.p.Power.Ceiling.In(si.Kilowatt) * m.average * m.kgPerKW
	for k := range NumKinds {
		target := want[k] / sum * total
		if k == Track && m.begun {
			target = math.Max(target, m.trackKg*1.15) // one whole track, and what of it wears or waits
		}
		if k == PowerPlant {
			target = math.Min(target, most)
		}
		lack[k] = math.Max(0, target-have[k])
		lacks += lack[k]
	}
	if lacks <= 0 {
		lack, lacks = want, sum
	}
	for k := range NumKinds {
		m.waiting[k] += add * lack[k] / lacks
	}
}
