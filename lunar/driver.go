package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// StandardGravity is one g, m/s² (CGPM 1901).
const StandardGravity = 9.80665

// TrackLength is the length that reaches a speed at an acceleration, in g.
//
//	L = v² / 2a
//
// Source: kinematics; O'Neill 1976 (SSI survey of solar power satellites, page 228).
// Ignores: the length in which the bucket is braked.
// Good to: exact.
// Needs: an acceleration above zero.
func TrackLength(exit si.Speed, g float64) si.Length {
	return si.Length(exit.SI() * exit.SI() / (2 * g * StandardGravity))
}

// TrackG is the acceleration in g that reaches a speed in a length.
func TrackG(exit si.Speed, length si.Length) float64 {
	return exit.SI() * exit.SI() / (2 * length.SI() * StandardGravity)
}

// KineticKWhPerKg is the kinetic energy of a kilogram at a speed.
func KineticKWhPerKg(exit si.Speed) float64 { return exit.SI() * exit.SI() / 2 / 3.6e6 }

// TrackPower is the electric power that throws a mass rate at a speed.
//
//	P = ṁ v² / 2η
//
// Source: kinematics; O'Neill and Kolm, NASA SP-428 (1979).
// Ignores: what idles between shots, the bucket's own energy beyond the efficiency.
// Good to: exact.
// Needs: an efficiency above zero.
func TrackPower(rate si.MassRate, exit si.Speed, efficiency si.Ratio) si.Power {
	return si.Power(rate.SI() * exit.SI() * exit.SI() / 2 / float64(efficiency))
}

// Route is how a kilogram leaves the Moon.
type Route uint8

// The routes.
const (
	ByDriver Route = iota // thrown; a small stage burns on arrival
	ByRocket              // oxygen from the Moon, fuel from Earth, all the way
	NumRoutes
)

// String returns the route's name.
func (r Route) String() string {
	return [...]string{"driver", "rocket"}[min(r, ByRocket)]
}

// Load is what must be made and landed for a kilogram that arrives.
type Load struct {
	MoonKg   float64 // made on the Moon: the kilogram, its stage, oxygen and shield
	FuelKg   float64 // landed
	ThrowKWh float64 // electricity of the track
	Reached  bool    // a rocket can burn that far
}

// LoadTo is the load of a kilogram of a mix to a destination.
//
// The stage and its shield σ brake with the speed Δv, raised by the losses, at the
// exhaust speed c, with a dry stage of d by propellant:
//
//	P = (1+σ)(R−1) / (1 − d(R−1))      R = e^{Δv/c}
//
// of which the oxygen is made here and the fuel is landed. The share of what is
// thrown that is not caught must be made too.
//
// Source: Tsiolkovsky.
// Ignores: stages that come back; boil-off.
// Good to: exact as stated.
// Needs: d(R−1) below one, else Reached is false.
func LoadTo(p *Params, d Destination, r Route, m *Mix) Load {
	h := haulTo(p, d, r)
	return h.load(p, r, m.sum())
}

// haul is what the way alone decides of a load, whatever is sent.
type haul struct {
	reached            bool
	propellant, shield float64 // kg by kilogram that arrives
	arrive             float64 // share of what leaves that arrives
	kWhPerKg           float64 // kinetic, of what is thrown
}

// haulTo works out the way to a destination.
func haulTo(p *Params, d Destination, r Route) (h haul) {
	path, a := PathTo(p, d), &p.Ascent
	burn := path.ArriveMPerS
	if d == LEO {
		burn *= 1 - float64(a.Aerobrake)
		if a.Aerobrake > 0 {
			h.shield = float64(a.Shield)
		}
	}
	if r == ByRocket {
		burn += path.ThrowMPerS
	}
	burn *= 1 + float64(a.Losses)
	over := math.Expm1(burn / a.Exhaust.SI())
	room := 1 - float64(a.StageShare)*over
	if room < 1e-3 {
		return haul{}
	}
	h.propellant = (1 + h.shield) * over / room
	h.arrive = 1.0
	if r == ByDriver {
		h.arrive -= float64(p.Driver.CatchLoss)
		h.kWhPerKg = KineticKWhPerKg(si.Speed(path.ThrowMPerS))
	}
	h.reached = true
	return h
}

// stage is what is made here for the way by kilogram that arrives, beside the shield.
func (h *haul) stage(p *Params) (stage, oxygen float64) {
	return h.propellant * float64(p.Ascent.StageShare), h.propellant * float64(p.Ascent.OxygenShare)
}

// load is that of so many kilograms made here for a kilogram that arrives, without
// what brings them there.
func (h *haul) load(p *Params, r Route, made float64) (l Load) {
	if !h.reached {
		return l
	}
	stage, oxygen := h.stage(p)
	l.MoonKg = (made + h.shield + stage + oxygen) / h.arrive
	l.FuelKg = h.propellant * (1 - float64(p.Ascent.OxygenShare)) / h.arrive
	if r == ByDriver {
		l.ThrowKWh = (l.MoonKg + l.FuelKg) * h.kWhPerKg / float64(p.Driver.Efficiency)
	}
	l.Reached = true
	return l
}

// mix is that of what is made here to send a mix of products.
func (h *haul) mix(p *Params, m *Mix) (made Mix) {
	if !h.reached {
		return made
	}
	stage, oxygen := h.stage(p)
	made = *m
	made[Glass] += h.shield
	made[Aluminium] += stage
	made[Oxygen] += oxygen
	if sum := m.sum() + h.shield + stage + oxygen; sum > 0 {
		for k := range made {
			made[k] /= sum
		}
	}
	return made
}

// Mass is that of one track with the electronics for its throughput to a destination.
func (d *Driver) Mass(exit si.Speed) si.Mass {
	power := TrackPower(d.Throughput, exit, d.Efficiency)
	return si.Mass(d.Length.In(si.Kilometre)*d.TrackByKilometre.SI() + power.In(si.Kilowatt)*d.Electronics.In(si.KilogramPerKilowatt))
}
