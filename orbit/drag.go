package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Density of the air, kg/m3, from 200 km upwards in steps of 20 km, at three
// levels of solar activity.
//
// Source: MSISE-90 (Hedin 1991, J. Geophys. Res. 96, 1159) as tabulated by
// R. A. Braeunig, Rocket and Space Technology, "Atmospheric Models", for
// F10.7 of 65, 140 and 380 (Ap 0, 15, 300), global means; read 2026-11-22.
const (
	airBase  = 200.0 // km
	airStep  = 20.0  // km
	airSteps = 36
)

var airFlux = [3]float64{65, 140, 380}

var airDensity = [3][airSteps]float64{
	{
		1.75e-10, 8.47e-11, 4.31e-11, 2.30e-11, 1.27e-11, 7.22e-12, 4.21e-12, 2.50e-12, 1.51e-12,
		9.20e-13, 5.68e-13, 3.54e-13, 2.23e-13, 1.42e-13, 9.20e-14, 6.03e-14, 4.03e-14, 2.75e-14,
		1.93e-14, 1.39e-14, 1.03e-14, 7.90e-15, 6.24e-15, 5.06e-15, 4.21e-15, 3.58e-15, 3.09e-15,
		2.70e-15, 2.39e-15, 2.13e-15, 1.91e-15, 1.73e-15, 1.56e-15, 1.42e-15, 1.30e-15, 1.18e-15,
	},
	{
		2.91e-10, 1.66e-10, 9.91e-11, 6.16e-11, 3.94e-11, 2.58e-11, 1.72e-11, 1.16e-11, 7.99e-12,
		5.55e-12, 3.89e-12, 2.75e-12, 1.96e-12, 1.40e-12, 1.01e-12, 7.30e-13, 5.31e-13, 3.88e-13,
		2.85e-13, 2.11e-13, 1.56e-13, 1.17e-13, 8.79e-14, 6.65e-14, 5.08e-14, 3.91e-14, 3.04e-14,
		2.39e-14, 1.90e-14, 1.53e-14, 1.25e-14, 1.03e-14, 8.64e-15, 7.32e-15, 6.28e-15, 5.46e-15,
	},
	{
		8.28e-10, 5.69e-10, 4.08e-10, 3.00e-10, 2.25e-10, 1.71e-10, 1.32e-10, 1.03e-10, 8.05e-11,
		6.35e-11, 5.04e-11, 4.02e-11, 3.23e-11, 2.60e-11, 2.10e-11, 1.70e-11, 1.38e-11, 1.13e-11,
		9.21e-12, 7.55e-12, 6.20e-12, 5.10e-12, 4.20e-12, 3.47e-12, 2.88e-12, 2.38e-12, 1.98e-12,
		1.65e-12, 1.37e-12, 1.15e-12, 9.59e-13, 8.04e-13, 6.74e-13, 5.67e-13, 4.77e-13, 4.03e-13,
	},
}

// AirDensity returns the mean density of the air at an altitude for a level of
// solar activity, given by the 10.7 cm radio flux F in solar flux units
// (1e-22 W/m2/Hz): 65 at the quietest, 140 in the mean, 250 at a strong maximum.
//
// The active Sun heats the upper air, which swells outwards: at 600 km the
// density spans a factor of fifteen from the quiet Sun to the mean one. Between
// the table's altitudes h and its levels F the logarithm of the density ρ is
// taken straight in h and in ln F,
//
//	ln ρ = (1−x) ln ρ₁(h) + x ln ρ₂(h),   x = ln(F/F₁) / ln(F₂/F₁)
//
// below them it runs on with the first slope in h, above them with the last slope
// of the quiet Sun, whose light gases rule there; in F it stops at the last level.
//
// Source: MSISE-90, table above; the rule in F is ours, and at 600 km the two
// branches agree on ρ ∝ F^3.5 and F^3.7.
// Ignores: day and night, latitude, season, storms.
// Good to: 12 % of the mean of five published points of NRLMSISE-00 at 400 km;
// inside the night and day of Harris and Priester, 200–800 km.
// Needs: flux > 0; altitude 200–900 km, beyond which it is an extrapolation.
func AirDensity(altitude si.Length, flux float64) si.Density {
	x := (altitude.In(si.Kilometre) - airBase) / airStep
	k := int(min(max(x, 0), airSteps-2))
	x -= float64(k)
	x = max(x, -airBase/airStep) // not below the ground
	level := 0
	if flux > airFlux[1] {
		level = 1
	}
	y := math.Log(max(flux, airFlux[0])/airFlux[level]) / airFluxSteps[level]
	y = min(max(y, 0), 1)
	above := max(x-1, 0) // beyond the table
	x -= above
	thin := above * (lnAirDensity[0][airSteps-1] - lnAirDensity[0][airSteps-2])
	column := func(ln *[airSteps]float64) float64 { return (1-x)*ln[k] + x*ln[k+1] + thin }
	return si.Density(math.Exp((1-y)*column(&lnAirDensity[level]) + y*column(&lnAirDensity[level+1])))
}

// lnAirDensity is the table's logarithms, airFluxSteps those of the steps of activity.
var (
	lnAirDensity = func() (ln [len(airDensity)][airSteps]float64) {
		for level := range ln {
			for k, ρ := range airDensity[level] {
				ln[level][k] = math.Log(ρ)
			}
		}
		return ln
	}()
	airFluxSteps = [...]float64{math.Log(airFlux[1] / airFlux[0]), math.Log(airFlux[2] / airFlux[1])}
)

// DragDeltaV returns the velocity that drag takes from a satellite in a year.
//
// The satellite runs into the air in its way. With A/m the area the flow sees
// over the mass, Cd the drag coefficient, ρ the density and v the speed,
//
//	Δv = ½ ρ Cd (A/m) v² · 1 year
//
// Source: King-Hele, Satellite Orbits in an Atmosphere, 1987, chapter 2.
// Ignores: the air's own rotation (up to 13 % of v²), winds, the dayside bulge.
// Good to: 2 % of worked values with the same density, whose error is the larger.
// Needs: nothing.
func DragDeltaV(areaPerMass si.AreaPerMass, cd float64, density si.Density, speed si.Speed) si.Speed {
	v := speed.SI()
	return si.Speed(0.5 * density.SI() * cd * areaPerMass.SI() * v * v * si.Year.SI())
}
