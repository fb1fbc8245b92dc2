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
//
// Mass is kept. Month by month, and so for all months together from the start,
//
//	landed + dug = slag + worn + thrown + what is held more than before
//	made = dug − slag;  thrown = delivered + stages, oxygen and fuel + what is not caught
//
// which is GainKg and HeldKg, TestVerif_MassIsKept. And so is money: with the debt B
// and a month's interest i,
//
//	B = (B + development) (1 + i) + landing + hardware + people − paid − running
//
// TestVerif_TheBooksBalance. What is spent in the month is SpentUSD; paid and running
// are what the month's kilograms must earn.
type Output struct {
	Flights                           float64 // to low orbit for the landers: themselves and their tankers
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
	DevelopmentUSD                    float64 // spent with the first landing
	LandingUSD, HardwareUSD           float64 // spent this month
	PeopleUSD                         float64 // who steer from Earth, this month
	PaidUSD, RunningUSD               float64 // for what was delivered: interest and repayment; running
	OwedUSD                           float64
	USDPerKg                          [NumDestinations]float64 // by the route; +Inf in months that send nothing
	FromEarthUSDPerKg                 [NumDestinations]float64 // by Starship, as StarshipUSDPerKg
	RobotHours, OperatorHours, CrewKg float64
}

// HeldKg is all that stands and is stored on the Moon at the month's end.
func (o *Output) HeldKg() float64 { return o.PlantKg + o.PartsKg + o.FinishedKg }

// GainKg is by how much the month changed that: what came in less what went out.
func (o *Output) GainKg() float64 { return o.LandedKg + o.SoilKg - o.SlagKg - o.WornKg - o.ThrownKg }

// SpentUSD is the month's cash.
func (o *Output) SpentUSD() float64 {
	return o.DevelopmentUSD + o.LandingUSD + o.HardwareUSD + o.PeopleUSD
}

// Model is the factory's state. Reset makes it ready; it is not safe for
// concurrent use.
type Model struct {
	p                Params
	rates            rates
	way              way
	waiting, running [NumKinds]float64
	parts, partsUSD  float64
	finished, fuel   float64
	owed             float64
	keen             float64 // share of upkeep that was worth it of late
	landed           bool
	begun, opened    bool // the track is being built; has thrown
}

// Reset starts a new history with the inputs p.
func (m *Model) Reset(p *Params) { *m = Model{p: *p, rates: ratesOf(p), keen: 1} }

// Flights is how many flights to low orbit one lander takes, itself included.
func (m *Model) Flights() float64 { return m.rates.ascents }

// LanderUSD is the price of one lander that sets out, with its hull and its flights,
// where a kilogram in low orbit costs usdPerKg.
func (m *Model) LanderUSD(usdPerKg float64) float64 {
	return m.rates.landing.at(usdPerKg) * m.rates.landedKg
}

// work is what the steps of one month hand on.
type work struct {
	want, price     float64 // kg; $ by kilogram in low orbit
	throws          bool    // something can be sent
	throwKg         float64 // the most of it
	replace         float64 // kg to be made for what wore out
	could           could
	g               float64 // share of what is made that becomes plant
	pace            pace
	limit           Limit   // of the pace
	made            float64 // kg at that pace
	plant, sats     float64 // made
	fromEarth, fuel float64 // of Earth's parts, into plant; put by to send
	used            float64 // and used up
	kept            float64 // of what landed, as parts
	partUSD         float64 // of a kilogram of parts in store
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
// plant, each kilogram with (1−c)/c of parts from Earth; n_k is a straight line in g,
// and so are the months that a kilogram takes of each, the most of which is 1/x. New mass A goes to the
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
	w := work{want: si.Greater(0, in.WantKg), price: si.Greater(0, in.StarshipUSDPerKg)}
	for d := range NumDestinations {
		out.USDPerKg[d], out.FromEarthUSDPerKg[d] = math.Inf(1), m.rates.from[d].at(w.price)
	}
	if !m.landed && !(in.Landers > 0) {
		out.Limit = LimitLanding
		return
	}
	m.prepare(in)
	if m.way.empty {
		w.want = 0
	}
	m.land(in, &w, out)
	m.age(&w, out)
	m.open(&w)
	m.share(&w, out)
	m.produce(&w, out)
	m.store(&w, out)
	m.throw(&w, out)
	m.account(&w, out)
	m.report(&w, out)
}

// land brings the month's landers down. With the first the development is spent.
func (m *Model) land(in *Input, w *work, out *Output) {
	landers := si.Greater(0, in.Landers)
	if landers > 0 && !m.landed {
		m.landed = true
		out.DevelopmentUSD = m.p.Cost.Development.SI()
		m.owed = out.DevelopmentUSD
	}
	out.Flights = landers * m.rates.ascents
	out.LandedKg = landers * m.rates.landedKg
	out.LandingUSD = out.LandedKg * m.rates.landing.at(w.price)
}

// age brings equipment to work and wears what works.
func (m *Model) age(w *work, out *Output) {
	for k := range NumKinds {
		x := m.waiting[k] * m.rates.start
		m.waiting[k] -= x
		m.running[k] += x
		worn := m.running[k] * m.rates.wear[k]
		m.running[k] -= worn
		out.WornKg += worn
	}
	w.replace = out.WornKg * si.Lesser(1, float64(m.p.Plant.Closure))
}

// report fills in what stands at the end of the month.
func (m *Model) report(w *work, out *Output) {
	out.PowerW = 1e3 * w.could.powerKW
	out.UsedW = 1e3*(w.plant*m.rates.plant.kWh+w.sats*m.way.satellite.kWh)/hoursPerMonth + out.DriverW
	out.PartsKg, out.FinishedKg = m.parts, m.finished+m.fuel
	for k := range NumKinds {
		out.ByKind[k] = m.running[k] + m.waiting[k]
		out.PlantKg += out.ByKind[k]
		out.AtWorkKg += m.running[k]
	}
}
