package lunar

import "github.com/dawndusk/dawndusk/si"

// produce makes what the pace allows and is wanted, and takes from the store what
// that needs of Earth's goods.
func (m *Model) produce(w *work, out *Output) {
	x := &w.pace
	plant, sats := w.g*w.made, (1-w.g)*w.made
	if w.want > 0 {
		aim := si.Greater(0, 2*w.want*m.way.load.MoonKg-m.finished)
		if w.g < 1 && sats >= aim { // all that is wanted: keep up what stands
			sats = aim
			plant = si.Lesser(plant, w.replace*worth(1/x.plant/si.Greater(w.want*m.way.load.MoonKg+w.replace, 1e-9)))
			out.Limit = LimitDemand
		}
		if !m.way.load.Reached {
			out.Limit = LimitRoute
		}
	}
	if w.limit.crowded() { // more plant would stand still
		if w.g == 1 {
			w.replace *= worth(x.month / x.plant)
		}
		plant = si.Lesser(plant, w.replace)
	}
	w.plant, w.sats = plant, sats
	w.fromEarth, w.fuel = plant*m.rates.earth, sats*m.way.fuel

	made := plant + sats
	for i := range out.MadeByMaterial {
		out.MadeByMaterial[i] = plant*m.rates.mix[i] + sats*m.way.made[i]
	}
	out.MadeKg = made
	out.SoilKg = plant*m.rates.plant.soil + sats*m.way.satellite.soil
	out.SlagKg = out.SoilKg - made
	out.RobotHours, out.OperatorHours, out.CrewKg = made*m.rates.hours, made*m.rates.operator, w.could.crewKg

	w.used = made*float64(m.p.Plant.Consumables) + w.could.crewKg
	take := si.Lesser(m.parts, w.fromEarth+w.fuel+w.used)
	out.WornKg += take - si.Lesser(take, w.fromEarth+w.fuel)
	if m.parts > 0 {
		w.partUSD = m.partsUSD / m.parts
	}
	m.parts -= take
	m.partsUSD -= take * w.partUSD
	m.finished += sats
	m.fuel += w.fuel
}

// store puts away what has landed: parts up to the stock, the rest as plant. That
// and what was made goes where the factory is scarcest.
func (m *Model) store(w *work, out *Output) {
	w.kept = si.Lesser(out.LandedKg, si.Greater(0, m.rates.stock*m.partsByMonth(out.LandedKg, w.want > 0)-m.parts))
	m.parts += w.kept
	out.SeedKg = out.LandedKg - w.kept
	m.place(out.SeedKg+w.plant+w.fromEarth, w)
}

// partsByMonth is Earth's parts that the plant would use in a month, grown by what
// has landed, if it made plant at the pace of a balanced factory; or satellites,
// where they are wanted and their fuel is more.
func (m *Model) partsByMonth(landed float64, wanted bool) float64 {
	parts := m.rates.own.parts
	if wanted && m.way.load.Reached {
		parts = si.Greater(parts, m.way.sats.parts)
	}
	mass := landed
	for k := range NumKinds {
		mass += m.running[k] + m.waiting[k]
	}
	return mass / m.rates.perPlant * parts
}

// place puts new mass where the factory lacks it.
func (m *Model) place(add float64, w *work) {
	if add <= 0 {
		return
	}
	r, track := &m.rates, m.way.trackKg
	toThrow := w.want > 0 && m.way.by == ByDriver
	share := w.g
	if toThrow && m.way.load.Reached {
		share = si.Lesser(share, float64(m.p.Plant.Reinvested)) // balanced for the time when it throws
	}
	var n needs
	m.needs(share, &n)
	var want, have, lack [NumKinds]float64
	r.fill(&n, m.way.track, &want)
	if toThrow && 12*w.made >= track {
		m.begun = true // a year's making would be enough for a track
	}
	if !m.begun {
		want[Track] = 0
	}
	total, sum := add, 0.0
	for k := range NumKinds {
		have[k] = m.running[k] + m.waiting[k]
		total += have[k]
		if have[k] < 2*m.running[k] { // what is not at work yet makes nothing
			want[k] *= have[k] / m.running[k]
		} else if have[k] > 0 {
			want[k] *= 2
		}
		sum += want[k]
	}
	lacks, scale := 0.0, total/sum
	for k := range NumKinds {
		target := want[k] * scale
		if k == Track && m.begun {
			target = si.Greater(target, track*1.15) // one whole track, and what of it wears or waits
		}
		if k == PowerPlant {
			target = si.Lesser(target, r.siteKWh*r.each[PowerPlant])
		}
		lack[k] = si.Greater(0, target-have[k])
		lacks += lack[k]
	}
	if lacks <= 1e-9*total { // what arithmetic leaves is no lack
		lack, lacks = want, sum
	}
	each := add / lacks
	for k := range NumKinds {
		m.waiting[k] += lack[k] * each
	}
}
