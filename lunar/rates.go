package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

const hoursPerMonth = 8766. / 12

// rates are what the inputs alone decide, worked out once in a history.
type rates struct {
	mix      Mix                   // of the part of new plant that is made here
	plant    recipe                // of a kilogram of it
	own      needs                 // of the same
	earth    float64               // kg from Earth by kilogram of it, (1−c)/c
	does     [NumKinds]float64     // work of a kilogram of each kind in a month, in the units of needs; the track's is the way's
	each     [NumKinds]float64     // its inverse
	perPlant float64               // kg of balanced plant that makes a kilogram of plant a month
	start    float64               // share of what waits that comes to work in a month
	wear     [NumKinds]float64     // share of what runs that wears out in a month
	siteKWh  float64               // most that the site takes in a month, on average over the year
	average  float64               // kW by kW of the ceiling, over the year
	hours    float64               // a robot's by kilogram made
	operator float64               // hours of operators by kilogram made
	steer    float64               // months that a kilogram takes of all who steer
	crewH    float64               // hours of the crew in a month, fed
	crewKg   float64               // what it uses up in a month
	landedKg float64               // by lander that sets out
	ascents  float64               // to low orbit by lander: itself and its tankers
	landing  line                  // $ by kilogram landed, by $ of one in low orbit
	from     [NumDestinations]line // the same from Earth to each destination
	stock    float64               // months of parts kept in hand
	interest float64               // of a month
	annuity  float64               // share of what is owed that a month pays back, with interest
}

// ratesOf works the rates out.
func ratesOf(p *Params) (r rates) {
	r.mix = p.plantMix()
	r.plant = p.recipeFor(&r.mix)
	c := math.Max(float64(p.Plant.Closure), 1e-9)
	r.earth = (1 - c) / c
	r.hours, r.operator = p.Labour.robotHours(), p.Labour.operatorHours()
	r.own = needs{soil: r.plant.soil, refined: r.plant.refined, kWh: r.plant.kWh, parts: float64(p.Plant.Consumables) + r.earth, hours: r.hours}

	kgPerKW, average := p.Power.kgPerKilowatt()
	r.average, r.siteKWh = average, p.Power.Ceiling.In(si.Kilowatt)*average*hoursPerMonth
	month := func(x si.Rate) float64 { return x.In(si.PerYear) / 12 * float64(p.Plant.Uptime) }
	r.does = [NumKinds]float64{Mining: month(p.Plant.Mining), Refining: month(p.Plant.Refining), Fabrication: month(p.Plant.Fabrication),
		PowerPlant: hoursPerMonth / kgPerKW, Robots: float64(p.Labour.Duty) * hoursPerMonth / p.Labour.Robot.SI()}
	for k := range Track {
		r.each[k] = 1 / r.does[k]
	}
	var plant [NumKinds]float64
	r.fill(&r.own, 0, &plant)
	for _, kg := range plant {
		r.perPlant += kg
	}
	r.start = 1
	if t := p.Plant.Commissioning.In(si.Month); t > 0 {
		r.start = -math.Expm1(-1 / t)
	}
	for k := range NumKinds {
		r.wear[k] = -math.Expm1(-p.wear(k).In(si.PerYear) / 12)
	}

	if r.operator > 0 {
		r.steer = r.operator / (float64(p.Labour.Operators) * float64(p.Labour.WorkingShare) * hoursPerMonth)
	}
	r.crewH = float64(p.Labour.Crew) * float64(p.Labour.WorkingShare) * hoursPerMonth
	r.crewKg = float64(p.Labour.Crew) * p.Labour.CrewSupplies.SI() * si.Month.SI()

	r.landedKg = p.Landing.Cargo.SI() * (1 - float64(p.Landing.Loss))
	r.ascents = p.Landing.Flights()
	r.landing = p.landing(p.Landing.Tankers())
	for d := range NumDestinations {
		r.from[d] = p.starship(d)
	}
	r.stock = p.Landing.PartsStock.In(si.Month)

	n := math.Max(1, p.Cost.Recovery.In(si.Month))
	r.interest, r.annuity = math.Expm1(math.Log1p(p.Cost.Interest.In(si.PerYear))/12), 1/n
	if r.interest > 0 {
		r.annuity = r.interest / -math.Expm1(-n*math.Log1p(r.interest))
	}
	return r
}

// needs is what a kilogram made takes, in the units of each kind's work.
type needs struct {
	soil, refined float64 // kg
	kWh           float64
	parts         float64 // kg from Earth
	hours         float64 // of robots
	throw         float64 // kg by the track
}

// needs fills in what a kilogram made takes when the share g of it becomes plant: a
// straight line between plant alone and satellites alone.
func (m *Model) needs(g float64, n *needs) {
	a, b, s := &m.rates.own, &m.way.sats, 1-g
	n.soil, n.refined, n.kWh = g*a.soil+s*b.soil, g*a.refined+s*b.refined, g*a.kWh+s*b.kWh
	n.parts, n.hours, n.throw = g*a.parts+s*b.parts, a.hours, s*b.throw
}

// perKg is the kilograms of each kind of equipment that make a kilogram a month.
func (m *Model) perKg(n *needs) (kg [NumKinds]float64) {
	m.rates.fill(n, m.way.track, &kg)
	return kg
}

// fill is perKg in place, where a kilogram of track throws so much a month.
func (r *rates) fill(n *needs, track float64, kg *[NumKinds]float64) {
	kg[Mining] = n.soil * r.each[Mining]
	kg[Refining] = n.refined * r.each[Refining]
	kg[Fabrication] = r.each[Fabrication]
	kg[PowerPlant] = n.kWh * r.each[PowerPlant]
	kg[Robots] = n.hours * r.each[Robots]
	kg[Track] = 0
	if n.throw > 0 {
		kg[Track] = n.throw / track
	}
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

// robotHours is a robot's time for a kilogram: h((1−τ) + τz), where the share τ is
// steered from Earth and takes z times as long.
func (l *Labour) robotHours() float64 {
	τ := float64(l.Teleoperated)
	return l.Hours.In(si.Hour) * (1 - τ + τ*float64(l.Slowdown))
}

func (l *Labour) operatorHours() float64 {
	return l.Hours.In(si.Hour) * float64(l.Teleoperated) * float64(l.Slowdown)
}
