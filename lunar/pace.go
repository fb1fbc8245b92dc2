package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// could is what the month's machines, hands and stores can do, as the time that a
// kilogram takes of each, in months. Where it depends on the share g that becomes
// plant it is a line in g, since what a kilogram needs is one.
type could struct {
	mining, refining line
	power            line    // as the site lets it
	plant            line    // by the power plant alone
	supplies         line    // Earth's parts in store that the crew leaves
	tools, hands     float64 // at any share
	energy           Limit   // which of the site and the plant binds
	powerKW          float64
	crewKg           float64 // used up by the crew
}

// line is a straight line.
type line struct{ fixed, slope float64 }

func (l line) at(x float64) float64 { return l.fixed + l.slope*x }

// takes is the line of months that a kilogram takes between the needs of satellites
// and of plant, where so much can be done in a month.
func takes(sats, plant, could float64) line {
	if could > 1e-250 {
		each := 1 / could
		return line{fixed: sats * each, slope: (plant - sats) * each}
	}
	if sats == 0 && plant == 0 {
		return line{}
	}
	return line{fixed: math.Inf(1)}
}

// could looks at what runs, the crew and the store, and fills in c. Fewer of the crew
// work where less is in store than they need.
func (m *Model) could(c *could) {
	r, a, b := &m.rates, &m.way.sats, &m.rates.own
	c.crewKg = r.crewKg
	hours := r.crewH
	if c.crewKg > m.parts {
		hours *= m.parts / c.crewKg
		c.crewKg = m.parts
	}
	c.mining = takes(a.soil, b.soil, m.running[Mining]*r.does[Mining])
	c.refining = takes(a.refined, b.refined, m.running[Refining]*r.does[Refining])
	c.tools = 1 / (m.running[Fabrication] * r.does[Fabrication])
	c.hands = r.hours / (m.running[Robots]*r.does[Robots] + hours)
	kWh := m.running[PowerPlant] * r.does[PowerPlant]
	c.plant = takes(a.kWh, b.kWh, kWh)
	c.power, c.energy = c.plant, LimitEnergy
	if kWh > r.siteKWh {
		c.power = takes(a.kWh, b.kWh, r.siteKWh)
	}
	if kWh >= 0.98*r.siteKWh {
		c.energy = LimitSite
	}
	c.powerKW = si.Lesser(kWh, r.siteKWh) / hoursPerMonth
	c.supplies = takes(a.parts, b.parts, m.parts-c.crewKg)
}

// pace is the time that a kilogram takes, in months.
type pace struct {
	month   float64
	without float64 // if Earth's parts did not matter
	plant   float64 // if only the equipment did
	parts   float64 // from Earth, kg
}

// slowest is the time of a kilogram, in months, beyond which none is made.
const slowest = 1e30

// kg is what a month makes.
func (x *pace) kg() float64 {
	if x.month > slowest {
		return 0
	}
	return 1 / x.month
}

// pace is that of the month when the share g becomes plant.
func (m *Model) pace(g float64, c *could) (x pace) {
	machines := si.Greater(si.Greater(c.mining.at(g), c.refining.at(g)), si.Greater(c.tools, c.hands))
	x.plant = si.Greater(machines, c.plant.at(g))
	x.without = si.Greater(si.Greater(machines, c.power.at(g)), m.rates.steer)
	x.month = x.without
	if x.parts = m.way.sats.parts + g*(m.rates.own.parts-m.way.sats.parts); x.parts > 0 {
		x.month = si.Greater(x.month, c.supplies.at(g))
	}
	return x
}

// limit names what holds the pace at the share g. Of what binds to a billionth, as
// much does in a balanced factory, it is the first in the order of the limits.
func (m *Model) limit(g float64, x *pace, c *could) Limit {
	near := x.month * (1 - 1e-9)
	switch {
	case c.mining.at(g) >= near:
		return LimitMining
	case c.refining.at(g) >= near:
		return LimitRefining
	case c.tools >= near:
		return LimitFabrication
	case c.power.at(g) >= near:
		return c.energy
	case c.hands >= near:
		return LimitRobots
	case m.rates.steer >= near:
		return LimitOperators
	}
	return LimitParts
}

// crowded says that more plant would stand still, for want of a larger site or of
// people who steer.
func (l Limit) crowded() bool { return l == LimitSite || l == LimitOperators }

// worth is the share of what wears out that is worth replacing: none of it where
// the equipment could make a seventh more than is made, all of it below a twentieth.
// It takes how many times as much could be made.
func worth(times float64) float64 { return si.Lesser(1, si.Greater(0, (1.15-times)/0.1)) }

// share settles what share of the month's making becomes plant, and so its pace: all
// until something can be thrown, else what the policy reinvests, and less where
// supplies, the site or operators are short.
func (m *Model) share(w *work, out *Output) {
	g := float64(m.p.Plant.Reinvested)
	if w.want == 0 || !w.throws || m.finished > 6*w.throwKg {
		g = 1
	}
	if m.p.Plant.Closure < 1e-6 && g < 1 {
		g = 0
	}
	m.could(&w.could)
	x := m.pace(g, &w.could)
	w.limit = m.limit(g, &x, &w.could)
	out.Limit = w.limit
	out.ImportsNeededKg = x.parts/x.without + w.could.crewKg
	out.ImportsShortKg = si.Greater(0, 1/x.without-x.kg()) * x.parts
	if g < 1 && g > 0 && x.month <= slowest {
		lowest, y := m.upkeep(g, x.month, w)
		if w.limit.crowded() {
			g, x = lowest, y
			w.limit = m.limit(g, &x, &w.could)
		} else if x.parts > 0 {
			if held := m.spare(g, lowest, &y, w); held < g {
				g, out.Limit = held, LimitParts
				x = m.pace(g, &w.could)
				w.limit = m.limit(g, &x, &w.could)
			}
		}
	}
	w.g, w.pace, w.made = g, x, x.kg()
	out.CapacityKgPerYear = 12 * w.made
}

// upkeepMonths is over how many months it is judged what upkeep is worth. Assumed; at
// once, a factory short of supplies jitters and grows what rounding leaves.
const upkeepMonths = 6

// upkeep is the least share that becomes plant, which replaces what wears out and is
// worth it, and the pace with it. What is made depends on the share.
func (m *Model) upkeep(g, month float64, w *work) (share float64, x pace) {
	x = m.pace(si.Lesser(g, w.replace*month), &w.could)
	m.keen += (worth(x.month/x.plant) - m.keen) / upkeepMonths // where equipment is what binds, the two are the same
	w.replace *= m.keen
	for range 4 {
		share = si.Lesser(g, w.replace*month)
		x = m.pace(share, &w.could)
		month = x.month
	}
	return share, x
}

// spare is the share that becomes plant where parts are short. What keeps up what
// stands comes first, then the satellites at full pace for half of the time that the
// stock is meant for; plant grows by what is in store beyond that. More plant would
// else eat the parts of the satellites that it was built to make.
func (m *Model) spare(g, lowest float64, x *pace, w *work) float64 {
	beyond := si.Greater(0, m.parts-w.could.crewKg-(1+m.rates.stock/2)*x.parts/x.without)
	if m.rates.own.parts > 0 {
		return si.Lesser(g, lowest+beyond*x.without/m.rates.own.parts)
	}
	return g
}
