package lunar

import "math"

// Tankers is how many flights fill one lander in low orbit.
//
// The lander of dry mass D with cargo C needs the propellant m for the speeds Δv of
// leaving low orbit and of landing, with the exhaust speed u; a tanker brings T and
// the share β of it boils off before the last has come.
//
//	m = (D + C)(e^{Δv/u} − 1)      N = m / (T (1 − β))
//
// Source: Tsiolkovsky; the form is that of NASA's inspector general, 2026.
// Ignores: propellant left over from the lander's own ascent, whole tankers.
// Good to: 8 to 18 flights are expected by SpaceX, NASA and its inspector general;
// TestVal_Tankers.
// Needs: T and u above zero, β below one.
func (l *Landing) Tankers() float64 {
	return l.tankers(l.Injection.SI() + l.Descent.SI())
}

func (l *Landing) tankers(dv float64) float64 {
	m := (l.Ship.SI() + l.Cargo.SI()) * math.Expm1(dv/l.Exhaust.SI())
	return m / (l.Tanker.SI() * (1 - float64(l.BoilOff)))
}

// Flights is how many flights to low orbit one lander takes: its own and its tankers'.
func (l *Landing) Flights() float64 { return 1 + l.Tankers() }

// landing is the price of a kilogram that arrives with a lander and so many tankers.
func (p *Params) landing(tankers float64) line {
	l := &p.Landing
	arrives := l.Cargo.SI() * (1 - float64(l.Loss))
	return line{fixed: p.Cost.Lander.SI() / arrives, slope: (1 + tankers) * l.Tanker.SI() / arrives}
}

// LandedUSDPerKg is the price of a kilogram on the Moon where one in low orbit
// costs usdPerKg: the lander's flight and its tankers', the hull that stays, and
// the landers that are lost.
func LandedUSDPerKg(p *Params, usdPerKg float64) float64 {
	return p.landing(p.Landing.Tankers()).at(usdPerKg)
}

// StarshipUSDPerKg is the price of a kilogram sent from Earth to a destination
// where one in low orbit costs usdPerKg: beyond low orbit a ship that is filled by
// tankers and does not come back.
//
// Source: as Tankers, with the Δv of Hohmann transfers from low orbit.
// Ignores: kick stages, ships that come back, electric raising, which are cheaper
// where they can be had.
// Good to: not measured; an upper bound of what a filled ship costs.
// Needs: as Tankers.
func StarshipUSDPerKg(p *Params, d Destination, usdPerKg float64) float64 {
	return p.starship(d).at(usdPerKg)
}

func (p *Params) starship(d Destination) line {
	if d == LEO {
		return line{slope: 1}
	}
	return p.landing(p.Landing.tankers(fromLEO(d)))
}
