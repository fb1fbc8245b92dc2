// Package air says how dense the air is where a satellite flies: the slow clock's
// law of height and solar activity, with the bulge that the Sun raises on the day
// side laid over it.
package air

import (
	"errors"
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// Model says which air a satellite meets.
type Model struct {
	// Flux is the solar flux at 10.7 cm that gives the mean density, 1e-22 W/m2/Hz.
	// Zero leaves Harris and Priester's table as it is, for mean activity.
	Flux float64
	// Exponent n shapes the bulge: 2 for orbits of low inclination, 6 for polar
	// ones. Zero means no bulge, the same density by day and night.
	Exponent float64
	// Sphere counts heights from the equatorial radius, as the slow clock does,
	// and not from the ellipsoid, which lies up to 21.4 km deeper.
	Sphere bool
}

// Static returns the slow clock's own air: [orbit.AirDensity] in shells about
// Earth's centre, without a bulge.
func Static(flux float64) Model { return Model{Flux: flux, Sphere: true} }

// Check returns what is wrong with the model's numbers, or nil.
func (m *Model) Check() error {
	switch {
	case !(m.Flux >= 0 && m.Flux < 1e4):
		return fmt.Errorf("flux %v: want the 10.7 cm flux in 1e-22 W/m2/Hz, 60 to 400, or 0 for the mean", m.Flux)
	case m.Exponent != 0 && !(m.Exponent >= 2 && m.Exponent <= 6):
		return fmt.Errorf("exponent %v of the bulge: want 2 to 6, or 0 for none", m.Exponent)
	case m.Flux == 0 && m.Exponent == 0:
		return errors.New("air needs a flux, an exponent of its bulge, or both")
	}
	return nil
}

// The bulge follows the Sun by two hours. Source: Montenbruck and Gill, 2000, equation 3.111.
var sinLag, cosLag = math.Sincos(30 * math.Pi / 180)

// Density returns the density of the air, kg/m3, at a position in km. The Sun's
// direction may have any length. Both are given in one frame whose third axis is
// Earth's pole: ITRS, or the true frame of date.
//
// The Sun heats the air and lifts it; the bulge this raises lags 30° behind. At
// the angle ψ from its apex, Harris and Priester's night density ρm and day
// density ρM at the height h blend, and their mean over the sphere is ρ̄,
//
//	ρ_HP(h, ψ) = ρm + (ρM − ρm) cosⁿ(ψ/2),   ρ̄_HP(h) = ρm + (ρM − ρm) 2/(n+2)
//
// Their table is for mean activity. The shape of the bulge is taken from it and
// the mean from the slow clock's law, which knows the solar flux F,
//
//	ρ(h, ψ, F) = ρ_HP(h, ψ) / ρ̄_HP(h) · ρ_slow(h, F)
//
// so that the mean over day and night is the slow clock's, whatever n is. Below
// 200 km, where that law is an extrapolation, ρ_slow is drawn to the table's mean:
// the logarithm of their ratio falls to nothing at 100 km, where the Sun's activity
// hardly reaches.
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, section 3.5.2, and
// [orbit.AirDensity]; that the one scales the other is ours.
// Ignores: that a quiet Sun raises a flatter bulge; seasons, latitude, storms, winds.
// Good to: with Flux 0, 2e-5 of Orekit's printed value, TestVal_OrekitPoint. At
// 400 km 1.15 to 1.93 times NRLMSISE-00's published cases with n = 4, 1.1 to 1.8
// with n = 2, most of them in the afternoon, where the table's bulge is the higher
// one; 1.4 to 1.7 times at 100 km, 2.7 to 3.4 at 1000 km; TestVal_NRLMSISE00.
// Needs: [Model.Check]; a position outside Earth.
func (m *Model) Density(position, sun [3]float64) float64 {
	r := math.Sqrt(position[0]*position[0] + position[1]*position[1] + position[2]*position[2])
	height := r - sky.EarthRadius
	if !m.Sphere {
		height = heightOver(position, r)
	}
	height = max(height, 0) // below the ground, where only a wrong step leads, it stays
	if m.Exponent == 0 {
		return slow(height, m.Flux)
	}
	s := math.Sqrt(sun[0]*sun[0] + sun[1]*sun[1] + sun[2]*sun[2])
	cosψ := (position[0]*(sun[0]*cosLag-sun[1]*sinLag) + position[1]*(sun[0]*sinLag+sun[1]*cosLag) + position[2]*sun[2]) / (r * s)
	bulge := math.Pow(max(0, (1+cosψ)/2), m.Exponent/2)
	ln, ratio := harrisPriesterAt(height)
	rise := math.Expm1(ratio) // ρM/ρm − 1
	shape := (1 + rise*bulge) / (1 + rise*2/(m.Exponent+2))
	mean := math.Exp(ln) * (1 + rise*2/(m.Exponent+2))
	switch {
	case m.Flux == 0:
		return mean * shape
	case height >= slowBase:
		return slow(height, m.Flux) * shape
	}
	night, ratio := harrisPriesterAt(slowBase)
	base := math.Exp(night) * (1 + math.Expm1(ratio)*2/(m.Exponent+2))
	return mean * math.Pow(slow(slowBase, m.Flux)/base, max(0, (height-100)/(slowBase-100))) * shape
}

// slowBase is the height below which the slow clock's law has no table, km.
const slowBase = 200.0

func slow(height, flux float64) float64 {
	return orbit.AirDensity(si.Length(height)*si.Kilometre, flux).SI()
}

// heightOver returns the height over the ellipsoid, km: the distance to its surface
// along the radius, less what the slant of the vertical takes off.
//
// Source: ellipse in polar form; the vertical's slant is f sin 2φ to first order.
// Ignores: the curvature of the ellipse along the slant.
// Good to: 2 m from 50 to 2000 km, against the exact height; TestVerif_Height.
// Needs: r, the length of the position, > 0.
func heightOver(position [3]float64, r float64) float64 {
	const f = sky.EarthFlattening
	sin2 := position[2] * position[2] / (r * r)
	surface := sky.EarthRadius * (1 - f) / math.Sqrt(1-f*(2-f)*(1-sin2))
	slant := 4 * f * f * sin2 * (1 - sin2) // (f sin 2φ)²
	return (r - surface) * (1 - slant/2*surface/r)
}
