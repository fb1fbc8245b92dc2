package lunar

import "github.com/dawndusk/dawndusk/si"

// LunarNight is half of the Moon's mean synodic day, 29.5306 d: 354 h.
const LunarNight = 29.5306 / 2 * si.Day

// NightStorageKWh is what carries a load through the dark.
//
//	E = P t
//
// Source: definition.
// Ignores: losses of the store, twilight.
// Good to: exact; 354 h away from the poles.
// Needs: nothing.
func NightStorageKWh(load si.Power, dark si.Duration) float64 {
	return load.In(si.Kilowatt) * dark.In(si.Hour)
}

// kgPerKilowatt is the mass of power plant by kilowatt that the factory has on
// average over the year.
//
// In light the array feeds the factory with one kilowatt and the store with what
// the share n of the load needs in the dark, for the share s of the time lit and
// the efficiency η of the store; the store holds n for the longest dark d at the
// specific energy ε. On average over the year the factory has s + n(1−s).
//
//	k = [ a (1 + n(1−s)/(sη)) + nd/(εη) ] / (s + n(1−s))
//
// Source: derived.
// Ignores: the seasons of a pole, shadows of masts on each other, heat.
// Good to: exact as stated, TestVerif_PowerPlant.
// Needs: s, η and ε above zero.
func (p *Power) kgPerKilowatt() (kg, average float64) {
	s, n, η := float64(p.Lit), float64(p.NightLoad), float64(p.RoundTrip)
	average = s + n*(1-s)
	a := p.Mass.In(si.KilogramPerKilowatt)
	store := n * p.Darkness.In(si.Hour) / (p.Storage.In(1000*si.WattHourPerKilogram) * η)
	if s >= 1 {
		store = 0
	}
	return (a*(1+n*(1-s)/(s*η)) + store) / average, average
}
