package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Claim is what so many watts of satellites a year from the Moon would need.
type Claim struct {
	TonnesPerYear   float64
	TonnesPerSecond float64 // delivered
	ThrownPerSecond float64 // t, with stages, oxygen and losses
	DriverW         float64
	Tracks          float64 // of the throughput that one has
	FactoryW        float64 // with the track
	SoilTPerSecond  float64
	PlantT          float64 // working equipment that makes as much, and keeps itself up
	PowerPlantT     float64 // of that
	Robots          float64
	OperatorsNeeded float64
	PartsTPerYear   float64 // from Earth: consumables, fuel, and parts of what wears out
	LandersPerYear  float64
	SitesOfPower    float64 // times the most power that one site takes
}

// Needs says what a claim of power a year needs, at a satellite's specific power,
// of which the share moon is made on the Moon as the mix.
//
//	ṁ = W/(P/m);  plant = ṁ Σ n_k, raised by what is made to keep it up
//
// Source: derived; 500 to 1,000 TW a year and 100 kW a tonne are E. Musk's (Space.com, 2026-02-18).
// Ignores: the growth up to there; how long it takes.
// Good to: tonnes and watts of the track as worked by hand, ExampleNeeds; the rest as the inputs.
// Needs: a specific power above zero; a route that reaches.
func Needs(p *Params, power si.PowerRate, specific si.SpecificPower, moon float64, mix *Mix, d Destination, r Route) (c Claim) {
	const year = 365.25 * 86400
	var m Model
	m.Reset(p)
	m.prepare(&Input{Mix: *mix, Destination: d, Route: r})
	if !m.way.load.Reached || !(specific > 0) {
		return c
	}
	rate := power.SI() / specific.SI() // kg/s
	c.TonnesPerYear = rate * year / 1e3
	c.TonnesPerSecond = rate / 1e3
	sent := rate * moon // kg/s at the destination from the Moon
	c.ThrownPerSecond = sent * (m.way.load.MoonKg + m.way.load.FuelKg) / 1e3
	c.DriverW = sent * m.way.load.ThrowKWh * 3.6e6
	if r == ByDriver {
		c.Tracks = c.ThrownPerSecond * 1e3 / p.Driver.Throughput.SI()
	}

	// Satellites first; then the plant that replaces what wears, which is plant too:
	// with the wear a of what makes satellites, and b by kilogram replaced, the
	// part made here is r = c (a + b r).
	month := sent * m.way.load.MoonKg * si.Month.SI()
	var n, own needs
	m.needs(0, &n)
	m.needs(1, &own)
	forSats, forPlant := m.perKg(&n), m.perKg(&own)
	forPlant[Track] = 0
	a, b := 0.0, 0.0
	for k := range NumKinds {
		wear := p.wear(k).In(si.PerYear) / 12
		a += month * forSats[k] * wear
		b += forPlant[k] * wear
	}
	closure := float64(p.Plant.Closure)
	if closure*b >= 1 { // it wears faster than it can make
		c.PlantT = math.Inf(1)
		return c
	}
	replaced := closure * a / (1 - closure*b)
	var plant [NumKinds]float64
	for k := range NumKinds {
		plant[k] = month*forSats[k] + replaced*forPlant[k]
	}
	for k := range NumKinds {
		c.PlantT += plant[k] / 1e3
	}
	made := month + replaced
	c.PowerPlantT = plant[PowerPlant] / 1e3
	c.FactoryW = 1e3 * (month*n.kWh + replaced*own.kWh) / hoursPerMonth
	c.SoilTPerSecond = (month*n.soil + replaced*own.soil) / si.Month.SI() / 1e3
	c.Robots = plant[Robots] / p.Labour.Robot.SI()
	c.OperatorsNeeded = made * m.rates.operator / (float64(p.Labour.WorkingShare) * hoursPerMonth)
	c.PartsTPerYear = 12 * (month*n.parts + replaced*own.parts) / 1e3
	c.LandersPerYear = c.PartsTPerYear * 1e3 / (p.Landing.Cargo.SI() * (1 - float64(p.Landing.Loss)))
	c.SitesOfPower = c.FactoryW / (p.Power.Ceiling.SI() * m.rates.average)
	return c
}
