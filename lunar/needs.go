package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// hands are the crew's hours of a month and what it uses up.
type hands struct{ crewHours, crewKg float64 }

// needs is what a kilogram made takes, when the share g of it becomes plant.
type needs struct {
	soil, refined, kWh, parts, hours, throw float64
}

func (m *Model) needs(g float64) (n needs) {
	s := 1 - g
	pl, sa := &m.plant, &m.satellite
	n.soil, n.refined, n.kWh = g*pl.soil, g*pl.refined, g*pl.kWh
	n.parts = float64(m.p.Plant.Consumables)
	if g > 0 {
		n.parts += g * m.earthShare()
	}
	if s > 0 {
		n.throw = s * (m.load.MoonKg + m.load.FuelKg) / m.load.MoonKg
		n.soil += s * sa.soil
		n.refined += s * sa.refined
		n.kWh += s * (sa.kWh + m.load.ThrowKWh/m.load.MoonKg)
		n.parts += s * m.load.FuelKg / m.load.MoonKg
	}
	n.hours = m.p.Labour.robotHours()
	return n
}

// earthShare is what must come from Earth by kilogram of plant made here, (1−c)/c.
func (m *Model) earthShare() float64 {
	c := math.Max(float64(m.p.Plant.Closure), 1e-9)
	return (1 - c) / c
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

// perKg is the kilograms of each kind of equipment that make a kilogram a month.
func (m *Model) perKg(n *needs) (kg [NumKinds]float64) {
	p := &m.p
	up := float64(p.Plant.Uptime)
	month := func(r si.Rate) float64 { return r.In(si.PerYear) / 12 * up }
	kg[Mining] = n.soil / month(p.Plant.Mining)
	kg[Refining] = n.refined / month(p.Plant.Refining)
	kg[Fabrication] = 1 / month(p.Plant.Fabrication)
	kg[PowerPlant] = n.kWh * m.kgPerKW / hoursPerMonth
	kg[Robots] = n.hours * p.Labour.Robot.SI() / (float64(p.Labour.Duty) * hoursPerMonth)
	if m.at.Route == ByDriver && n.throw > 0 {
		kg[Track] = n.throw * m.trackKg / (p.Driver.Throughput.SI() * si.Month.SI())
	}
	return kg
}

// crew is the hours of people on the Moon this month and what they use up: fewer
// work where less is in store than they need.
func (m *Model) crew() (hours, kg float64) {
	l := &m.p.Labour
	n := float64(l.Crew)
	if !m.landed || n == 0 {
		return 0, 0
	}
	kg = n * l.CrewSupplies.SI() * si.Month.SI()
	fed := 1.0
	if kg > m.parts {
		fed = m.parts / kg
		kg = m.parts
	}
	return n * float64(l.WorkingShare) * hoursPerMonth * fed, kg
}
