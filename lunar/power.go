package lunar

import "github.com/dawndusk/dawndusk/si"

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
