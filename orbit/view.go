package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// EarthViewFactorNadir returns the share of what leaves a face looking straight
// down that reaches Earth: sin²ρ, with ρ = asin(R/(R+h)) the angular radius of
// Earth's disc seen from altitude h.
//
// Source: Gilmore, Spacecraft Thermal Control Handbook vol. 1, 2nd ed., appendix.
// Ignores: flattening, the atmosphere's height.
// Good to: three digits of the published values, 500–2000 km.
// Needs: altitude ≥ 0.
func EarthViewFactorNadir(altitude si.Length) float64 {
	sinρ := sinEarthDisc(altitude)
	return sinρ * sinρ
}

// EarthViewFactorEdge returns the same share for a face edge-on to nadir, which
// sees half of Earth's disc low at its horizon: (ρ − sin ρ cos ρ)/π.
//
// Source: Gilmore, appendix.
// Ignores: flattening, the atmosphere's height.
// Good to: three digits of the published values, 500–2000 km.
// Needs: altitude ≥ 0.
func EarthViewFactorEdge(altitude si.Length) float64 {
	sinρ := sinEarthDisc(altitude)
	return (math.Asin(sinρ) - sinρ*math.Sqrt(1-sinρ*sinρ)) / math.Pi
}

func sinEarthDisc(altitude si.Length) float64 {
	return EarthRadius.SI() / (EarthRadius.SI() + max(0, altitude.SI()))
}
