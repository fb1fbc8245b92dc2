package sat

import "math"

// Surroundings is the light that falls on a radiator, W/m2, and how much of it
// a face meets.
type Surroundings struct {
	SunOnFace     float64 // sunlight on one face: G times the cosine
	Albedo        float64 // sunlight reflected by Earth that one unit of view factor would bring
	EarthInfrared float64 // Earth's own infrared, by unit of view factor
	ViewA, ViewB  float64 // view factors of Earth of the two faces
}

// PanelFlux returns the heat a radiator panel gives to space, W by square metre
// of panel, at the root temperature T.
//
// A panel has two faces of emissivity ε. It radiates and takes in sunlight and
// albedo with absorptance α and Earth's infrared with ε; a fin gives η_f of what
// it would give if all of it were as warm as its root, since it cools by the whole
// balance, not by what it emits alone:
//
//	q = η_f·[ 2·ε·σ·(T⁴ − T_space⁴) − α·(S + (F_a + F_b)·A) − ε·(F_a + F_b)·I ]
//
// Source: Gilmore, Spacecraft Thermal Control Handbook vol. 1, ch. 2 and 6;
// T_space = 2.7 K (Fixsen 2009).
// Ignores: other parts of the satellite in view.
// Good to: 13 % of the area of the Station's photovoltaic radiators
// (TestVal_StationPhotovoltaicRadiator), 6 % of that of its main ones with the
// published states of coolant and surroundings (TestVal_StationMainRadiators); with
// FinEfficiency at most 2.5 % below a fin solved with its surroundings, never above
// (TestVerif_FinNearSink).
// Needs: nothing.
func PanelFlux(kelvin, fin, emissivity, absorptance float64, s *Surroundings) float64 {
	const space = 2.7 * 2.7 * 2.7 * 2.7
	t2 := kelvin * kelvin
	view := s.ViewA + s.ViewB
	return fin * (2*emissivity*stefanBoltzmann*(t2*t2-space) - absorptance*(s.SunOnFace+view*s.Albedo) - emissivity*view*s.EarthInfrared)
}

// FinEfficiency returns what a fin between two tubes radiates by what it would
// radiate if all of it were as warm as its root.
//
// The fin, of thickness δ and conductivity k, reaches half the spacing L from
// its tube and loses heat from both faces with the linearised coefficient
// 4εσT³ each:
//
//	m² = 2·4·ε·σ·T³ / (k·δ)
//	η_f = tanh(m·L) / (m·L)
//
// Source: Incropera and DeWitt, Fundamentals of Heat and Mass Transfer, sec.
// 3.6, with the radiative coefficient at the root.
// Ignores: that the fin radiates less as it cools (the true efficiency is
// higher), the width of the tube.
// Good to: at most 2.3 % below the solution of the radiating fin for m·L ≤ 1,
// never above it (TestVerif_FinEfficiency).
// Needs: k > 0 and δ > 0.
func FinEfficiency(kelvin, emissivity, conductivity, thickness, halfSpacing float64) float64 {
	mL := math.Sqrt(8*emissivity*stefanBoltzmann*kelvin*kelvin*kelvin/(conductivity*thickness)) * halfSpacing
	if !(mL > 1e-6) {
		return 1
	}
	return math.Tanh(mL) / mL
}

// meanRadiating returns the temperature of the panel that radiates as much as
// one that cools evenly from a to b: the fourth root of the mean of T⁴, which
// is (a⁵−b⁵)/(5(a−b)), written without the difference. For a coolant, whose fall
// slows as it cools, the area comes out 0.2 % small in the base and a quarter
// small in the Station's main radiators (TestVerif_MeanRadiatingLoop).
func meanRadiating(a, b float64) float64 {
	m := (a*a*a*a + a*a*a*b + a*a*b*b + a*b*b*b + b*b*b*b) / 5
	return math.Sqrt(math.Sqrt(m))
}

// pumpShare returns pump power by heat carried.
//
// A coolant of specific heat c and density ρ that warms by ΔT carries the heat
// Q = ṁ·c·ΔT; a pump of efficiency η that drives it against Δp needs
//
//	P = ṁ·Δp / (ρ·η)  so that  P/Q = Δp / (c·ΔT·ρ·η)
//
// Source: pumped-loop balance, as for the International Space Station (NASA and
// Boeing, Active Thermal Control System Overview).
// Ignores: the change of the coolant with temperature, spare pumps running.
// Good to: not measured.
// Needs: ΔT > 0.
func pumpShare(pressure, rise float64) float64 {
	// The coolant's specific heat, J/kg/K, from the source of its density. Small
	// magnetically coupled pumps: 0.35 to 0.5 (assumed).
	const heat, efficiency = 3910, 0.4
	return pressure / (heat * rise * coolant * efficiency)
}
