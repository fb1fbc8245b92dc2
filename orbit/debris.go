package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// MeteoroidFlux returns how many meteoroids of mass m grams and more strike a
// square metre of a randomly turned plate in a year on an orbit of that altitude.
//
// Far from Earth the flux on a plate is the sum of three power laws fitted to
// craters on the Moon and to satellites,
//
//	F = 3.15576e7 [ (2.2e3 m^0.306 + 15)^−4.38
//	              + 1.3e-9 (m + 1e11 m² + 1e27 m⁴)^−0.36
//	              + 1.3e-16 (m + 1e6 m²)^−0.85 ]
//
// Near Earth gravity draws them in, by 1 + R'/r, and Earth stands in the way of
// the share (1 − cos θ)/2 of the sky, sin θ = R'/r, with r the orbit's radius
// and R' the top of the air, 100 km up.
//
// Source: Grün et al. 1985, Icarus 62, 244, as in ECSS-E-ST-10-04C section
// 10.2.4.1; focusing and shielding after its annex C.1.
// Ignores: streams, direction, the satellite's own speed.
// Good to: the arithmetic of the formula; the flux itself is known to a factor of about three.
// Needs: m > 0, altitude ≥ 0.
func MeteoroidFlux(altitude si.Length, m float64) float64 {
	return farFlux(m) * nearEarth(altitude)
}

// farFlux is the flux far from Earth, 1/m2/yr.
func farFlux(m float64) float64 {
	return 3.15576e7 * (math.Pow(2.2e3*math.Pow(m, 0.306)+15, -4.38) +
		1.3e-9*math.Pow(m+1e11*m*m+1e27*m*m*m*m, -0.36) +
		1.3e-16*math.Pow(m+1e6*m*m, -0.85))
}

// nearEarth is what Earth makes of it.
func nearEarth(altitude si.Length) float64 {
	const air = 100e3 // m
	sinθ := min(1, (EarthRadius.SI()+air)/(EarthRadius.SI()+altitude.SI()))
	return (1 + sinθ) * (1 + math.Sqrt(1-sinθ*sinθ)) / 2
}

// millimetreMeteoroid is the mass of a meteoroid 1 mm across, g, at 2.5 g/cm3.
// Source of the density: ECSS-E-ST-10-04C section 10.2.4.
const millimetreMeteoroid = math.Pi / 6 * 2.5e-3

// farMillimetre is the flux of these far from Earth.
var farMillimetre = farFlux(millimetreMeteoroid)

// DebrisShape returns how the density of debris at an altitude compares with
// that at 800 km: straight lines between the points of a table that runs from
// 300 to 2000 km and stays at its ends beyond.
//
// Source: counted for this table in the public catalogue of 2022-08-18 (CelesTrak, 18 SDS):
// the time that each object not in active use spends in shells of 100 km
// over the volume of the shell, without payloads in use four years later or 53° Starlinks.
// Ignores: that small pieces fall sooner, so there are fewer of them low down.
// Good to: the catalogue's objects of 10 cm and more; not measured for 1 mm.
// Needs: nothing.
func DebrisShape(altitude si.Length) float64 {
	x := (altitude.In(si.Kilometre) - 300) / 100
	x = min(max(x, 0), float64(len(debrisShape)-1))
	k := min(int(x), len(debrisShape)-2)
	return debrisShape[k] + (x-float64(k))*(debrisShape[k+1]-debrisShape[k])
}

// FluxOneMillimetre returns the hits of 1 mm and more, 1/m2/yr, on a randomly
// turned plate at an altitude: debris and meteoroids together.
//
// Source: [DebrisShape] times the ledger's flux at 800 km, plus [MeteoroidFlux].
// Ignores: inclination, direction, and growth of debris with time.
// Good to: not measured; its inputs carry a factor of five either way.
// Needs: nothing.
func (p *Params) FluxOneMillimetre(altitude si.Length) float64 {
	debris := p.DebrisFlux.SI() * si.Year.SI() * DebrisShape(altitude)
	return debris + float64(p.MeteoroidFactor)*farMillimetre*nearEarth(altitude)
}

// debrisShape is relative to 800 km; 300 to 2000 km in steps of 100 km. At
// 500 km it still holds the fragments of Cosmos 1408 of November 2021.
var debrisShape = [18]float64{
	0.096, 0.274, 0.592, 0.444, 0.585, 1, 0.622, 0.377, 0.181,
	0.119, 0.118, 0.150, 0.196, 0.064, 0.042, 0.018, 0.017, 0.014,
}
