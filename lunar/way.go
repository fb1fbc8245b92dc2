package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// way is what the satellites' mix, the destination and the route decide: worked out
// at the first landing, and again when one of the three changes.
type way struct {
	known     bool
	mix       Mix
	to        Destination
	by        Route
	empty     bool // nothing of a satellite is made here
	hauls     [NumDestinations]haul
	loads     [NumDestinations]Load
	load      Load   // to the destination
	made      Mix    // of what is made for it
	satellite recipe // of a kilogram of that
	sats      needs  // of a kilogram of satellites' parts
	fuel      float64
	per       float64 // kg thrown by kilogram that arrives
	trackKg   float64 // one whole track
	track     float64 // kg that a kilogram of it throws in a month
}

// prepare works out the way to the destination, unless it is last month's.
func (m *Model) prepare(in *Input) {
	w := &m.way
	if w.known && in.Destination == w.to && in.Route == w.by && in.Mix == w.mix {
		return
	}
	if !w.known || in.Route != w.by {
		for d := range NumDestinations {
			w.hauls[d] = haulTo(&m.p, d, in.Route)
		}
	}
	if !w.known || in.Destination != w.to {
		w.trackKg = m.p.Driver.Mass(si.Speed(PathTo(&m.p, in.Destination).ThrowMPerS)).SI()
		w.track = m.p.Driver.Throughput.SI() * si.Month.SI() / w.trackKg
	}
	w.known, w.mix, w.to, w.by, w.empty = true, in.Mix, in.Destination, in.Route, in.Mix == Mix{}
	made := in.Mix.sum()
	for d := range NumDestinations {
		w.loads[d] = w.hauls[d].load(&m.p, in.Route, made)
	}
	w.load = w.loads[in.Destination]
	w.per = w.load.MoonKg + w.load.FuelKg
	w.made = w.hauls[in.Destination].mix(&m.p, &in.Mix)
	w.satellite = m.p.recipeFor(&w.made)
	w.sats = needs{soil: w.satellite.soil, refined: w.satellite.refined, kWh: w.satellite.kWh, parts: float64(m.p.Plant.Consumables), hours: m.rates.hours}
	w.fuel = 0
	if moon := w.load.MoonKg; moon > 0 {
		w.fuel = w.load.FuelKg / moon
		w.sats.kWh += w.load.ThrowKWh / moon
		w.sats.parts += w.fuel
		if in.Route == ByDriver {
			w.sats.throw = w.per / moon
		}
	}
}

// open says whether the month throws and how much it can: a track has opened once
// a whole one has stood, and throws by what of it runs.
func (m *Model) open(w *work) {
	w.throws = m.way.load.Reached
	if m.way.by == ByRocket {
		w.throwKg = math.Inf(1)
		return
	}
	m.opened = m.opened || m.running[Track] >= m.way.trackKg
	w.throws = w.throws && m.opened
	if m.opened {
		w.throwKg = m.running[Track] * m.way.track
	}
}

// gram is the least that is sent: what arithmetic leaves in store is no delivery.
const gram = 1e-3

// throw sends what is finished and wanted, as far as fuel and track go.
func (m *Model) throw(w *work, out *Output) {
	if !w.throws || w.want == 0 {
		return
	}
	l := &m.way.load
	d := si.Lesser(w.want, m.finished/l.MoonKg)
	if l.FuelKg > 0 {
		d = si.Lesser(d, m.fuel/l.FuelKg)
	}
	if d < gram {
		return
	}
	if d*m.way.per > w.throwKg {
		d = w.throwKg / m.way.per
		out.Limit = LimitDriver
	}
	m.finished = si.Greater(0, m.finished-d*l.MoonKg)
	m.fuel = si.Greater(0, m.fuel-d*l.FuelKg)
	out.DeliveredKg, out.ThrownKg = d, d*m.way.per
	out.DriverW = 1e3 * d * l.ThrowKWh / hoursPerMonth
}
