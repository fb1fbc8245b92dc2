package lunar

import "math"

// Destination is where a kilogram from the Moon goes.
type Destination uint8

// The destinations.
const (
	LunarOrbit Destination = iota // circular, 100 km above the Moon
	EML1                          // libration point between Earth and Moon
	GEO
	LEO
	SunOrbit // away from the Earth, near its orbit
	NumDestinations
)

var destinationNames = [NumDestinations]string{"lunar-orbit", "eml1", "geo", "leo", "sun-orbit"}

// String returns the destination's name as a flag has it.
func (d Destination) String() string {
	if d >= NumDestinations {
		return "unknown"
	}
	return destinationNames[d]
}

// DestinationNamed returns the destination of a name.
func DestinationNamed(name string) (Destination, bool) {
	for i, n := range destinationNames {
		if n == name {
			return Destination(i), true
		}
	}
	return 0, false
}

// Constants in kilometres and seconds.
//
// Source: IAU 2015 B3, DE440 (Park et al. 2021) for the masses; mean distance and
// radius from the NASA fact sheet of the Moon; IAU 2012 B2 for the unit.
const (
	muMoon     = 4902.800
	muEarth    = 398600.4418
	moonRadius = 1737.4
	moonOrbit  = 384400.0
	earthR     = 6378.137
	leoRadius  = earthR + 550
	geoRadius  = 42164.172
	l1FromMoon = 58020.0 // mean; Farquhar 1970
	llo        = moonRadius + 100
	soi        = 924600.0 // Earth's sphere of influence
	au         = 149597870.7
	light      = 299792.458
)

// Path is a way from the Moon's surface.
type Path struct {
	ThrowMPerS  float64 // speed on leaving the surface
	ArriveMPerS float64 // change of speed on arrival, before any help from the air
	FlightDays  float64
	DelayS      float64 // of light, one way between the destination and a user on Earth
}

// RoundTripS is the light delay there and back.
func (p Path) RoundTripS() float64 { return 2 * p.DelayS }

// PathTo is the way from the Moon's surface to a destination, by patched conics
// where a conic serves.
//
// To a circle of radius r about the Earth the way is half an ellipse from the
// Moon's distance. What is left far from the Moon is the difference of the Moon's
// speed and the ellipse's at its far end, and on the surface
//
//	v² = v_esc² + v∞²
//
// To an orbit about the Sun it is the difference of the Earth's escape speed there
// and the Moon's; to lunar orbit an ellipse that touches it; to EML1 the speed
// that just comes so far from the Moon, the arrival making up the speed that is
// known for the whole way (an input).
//
// The delay is that of the height above the Earth straight below; about the Sun,
// of the mean distance of two bodies on one circle, 4/π of its radius.
//
// Source: Bate, Mueller and White 1971, section 7.4.
// Ignores: planes, the Moon's eccentricity, the Sun, low-energy ways, which take
// months and save the arrival at EML1 and lunar orbit.
// Good to: up to 12 % below what is printed for rockets with their losses, TestVal_DeltaV.
// Needs: nothing.
func PathTo(p *Params, d Destination) Path {
	const day = 86400.0
	escape2 := 2 * muMoon / moonRadius
	moonSpeed := math.Sqrt(muEarth / moonOrbit)
	switch d {
	case LunarOrbit:
		a := (moonRadius + llo) / 2
		throw := math.Sqrt(muMoon * (2/moonRadius - 1/a))
		apo := math.Sqrt(muMoon * (2/llo - 1/a))
		return Path{1e3 * throw, 1e3 * (math.Sqrt(muMoon/llo) - apo), math.Pi * math.Sqrt(a*a*a/muMoon) / day, (moonOrbit - earthR) / light}
	case EML1:
		throw := math.Sqrt(escape2 * (1 - moonRadius/l1FromMoon))
		return Path{1e3 * throw, math.Max(0, p.Ascent.EML1.SI()-1e3*throw),
			math.Pi / 2 * math.Sqrt(l1FromMoon*l1FromMoon*l1FromMoon/(2*muMoon)) / day, (moonOrbit - l1FromMoon - earthR) / light}
	case GEO, LEO:
		r := geoRadius
		if d == LEO {
			r = leoRadius
		}
		a := (moonOrbit + r) / 2
		far := math.Sqrt(muEarth * (2/moonOrbit - 1/a))
		near := math.Sqrt(muEarth * (2/r - 1/a))
		over := moonSpeed - far
		return Path{1e3 * math.Sqrt(escape2+over*over), 1e3 * (near - math.Sqrt(muEarth/r)), math.Pi * math.Sqrt(a*a*a/muEarth) / day, (r - earthR) / light}
	}
	over := math.Sqrt2*moonSpeed - moonSpeed
	days := math.Sqrt2 / 3 / math.Sqrt(muEarth) * (math.Pow(soi, 1.5) - math.Pow(moonOrbit, 1.5)) / day
	return Path{1e3 * math.Sqrt(escape2+over*over), 0, days, 4 / math.Pi * au / light}
}

// fromLEO is the change of speed from low Earth orbit to a destination, m/s: by
// Hohmann to circles about the Earth, by the speed of escape to the Sun, and to
// the Moon by Hohmann to its distance and a stop there.
func fromLEO(d Destination) float64 {
	circular := math.Sqrt(muEarth / leoRadius)
	to := func(r float64) (leave, arrive float64) {
		a := (leoRadius + r) / 2
		return math.Sqrt(muEarth*(2/leoRadius-1/a)) - circular, math.Sqrt(muEarth/r) - math.Sqrt(muEarth*(2/r-1/a))
	}
	switch d {
	case LEO:
		return 0
	case GEO:
		leave, arrive := to(geoRadius)
		return 1e3 * (leave + arrive)
	case EML1:
		leave, _ := to(moonOrbit - l1FromMoon)
		far := math.Sqrt(muEarth * (2/(moonOrbit-l1FromMoon) - 2/(leoRadius+moonOrbit-l1FromMoon)))
		turning := math.Sqrt(muEarth/moonOrbit) * (moonOrbit - l1FromMoon) / moonOrbit // it goes round with the Moon
		return 1e3 * (leave + turning - far)
	case LunarOrbit:
		leave, over := to(moonOrbit)
		return 1e3 * (leave + math.Sqrt(over*over+2*muMoon/llo) - math.Sqrt(muMoon/llo))
	}
	return 1e3 * (math.Sqrt2 - 1) * circular
}
