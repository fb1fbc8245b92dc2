package sat

import "math"

const (
	// solarConstant is the total solar irradiance at one astronomical unit, W/m2.
	// Source: Kopp and Lean 2011, doi 10.1029/2010GL045777: 1360.8 ± 0.5.
	solarConstant = 1360.8
	// aphelion is the Sun's light in July by its yearly mean, 1/(1+e)².
	// Source: Earth's eccentricity e = 0.01671, Meeus, Astronomical Algorithms, ch. 25.
	aphelion = 0.96740

	stefanBoltzmann = 5.670374419e-8 // W/m2/K4. Source: CODATA 2018.

	// A cell of an array in sunlight: what it takes and gives as heat.
	// Source: A. McCalip 2025, static/js/math.js: solarAbsorptivity, emissivityPV.
	cellAbsorptance = 0.92
	cellEmissivity  = 0.85
	cellReference   = 301.15 // K; 28 °C, at which cells are rated. Source: ECSS-E-ST-20-08C.
)

// CellTemperature returns the temperature of a solar array in sunlight, K.
//
// A thin array drinks sunlight of strength G with absorptance α on one face,
// turns the share η of it into current, and radiates the rest from both faces
// of emissivity ε; Earth adds its infrared q, seen edge-on by both faces
// through the view factor F:
//
//	T⁴ = ((α − η)·G + 2·ε·F·q) / (2·ε·σ)
//
// Source: Gilmore, Spacecraft Thermal Control Handbook vol. 1, ch. 2 (heat
// balance of a flat plate).
// Ignores: albedo on the back, the heat capacity, conduction to the booms.
// Good to: not measured against flight data; hotter cells cost 0.35 % a kelvin.
// Needs: ε > 0.
func CellTemperature(sunlight, efficiency, earthView, earthInfrared float64) float64 {
	G, η, F, q := sunlight, efficiency, earthView, earthInfrared
	heat := (cellAbsorptance-η)*G + 2*cellEmissivity*F*q
	return math.Sqrt(math.Sqrt(max(0, heat) / (2 * cellEmissivity * stefanBoltzmann)))
}

// ArrayFlux returns what a square metre of new array gives, W/m2.
//
// Sunlight G falls on cells of efficiency η that cover the share f of the array
// at the mean cosine c; each kelvin above 28 °C changes the output by β:
//
//	P/A = G·η·f·c·(1 + β·(T − 28 °C))
//
// Source: Larson and Wertz, Space Mission Analysis and Design, ch. 11, with the
// temperature term of ECSS-E-ST-20-08C.
// Ignores: the angle's effect on the cover glass.
// Good to: 1 % of the 28 kW stated for a 105 m2 array (ExampleArrayFlux), 5 % of another
// calculator's 27 kW from 116 m2 (TestVal_ArrayOfAnotherCalculator).
// Needs: nothing.
func ArrayFlux(sunlight, efficiency, packing, cosine, coefficient, kelvin float64) float64 {
	return sunlight * efficiency * packing * cosine * (1 + coefficient*(kelvin-cellReference))
}

// BatteryEnergy returns the capacity of a battery, J, that carries the power P
// through an eclipse of duration t when only the share d of it may be used and
// the share η of what leaves it arrives:
//
//	E = P·t / (d·η)
//
// Source: Larson and Wertz, Space Mission Analysis and Design, sec. 11.4.
// Ignores: fading, temperature, cells in parallel lost.
// Good to: exact by definition.
// Needs: d > 0 and η > 0.
func BatteryEnergy(watts, seconds, depth, efficiency float64) float64 {
	return watts * seconds / (depth * efficiency)
}

// depthOfDischarge returns the depth a lithium battery may be cycled to when it
// must live the given number of cycles, from the depth allowed at 30,000.
//
// Shallow cycles wear a cell less: the number of cycles to end of life falls as
// a power of their depth, so the depth falls as the inverse power of the number.
// The power 0.35 takes 30 % at 30,000 cycles to 51 % at the 6,500 cycles of five
// years in a dawn–dusk orbit; it is assumed, between the 0.25 and 0.5 of cell
// makers' curves. No depth beyond 80 % (Turyshev 2026, upper end).
func depthOfDischarge(at30000, cycles float64) float64 {
	const exponent, deepest = 0.35, 0.8
	if cycles <= 0 {
		return deepest
	}
	return min(deepest, at30000*math.Pow(30000/cycles, exponent))
}
