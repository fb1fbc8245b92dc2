package secular

import (
	"math"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Shadow is where Earth's shadow lies at one instant, after the z axis has been
// stretched by 1/(1−f), which turns the ellipsoid of Earth into a sphere.
//
// With the stretch S = diag(1, 1, 1/(1−f)) and the unit vector ŝ of the stretched
// direction to the Sun, a satellite at r stands w = −Sr·ŝ behind Earth's centre and
// q = √(|Sr|² − w²) off the shadow's axis. It sees no Sun where w > 0 and
// q < ρu + κu w, and less than the whole Sun where q < ρp + κp w, with
//
//	sin α = (Rs ∓ R)/D,  ρ = R/cos α,  κ = ∓ tan α   (umbra −, penumbra +)
//
// for the Sun's radius Rs and distance D. Squared, both need no root:
//
//	|Sr|² − ρ² − 2ρκ w − (1+κ²) w² < 0
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, section 3.4; stretching after
// Adhya, Sibthorpe, Ziebart and Cross, J. Spacecraft and Rockets 41(1), 2004.
// Ignores: that the stretch squeezes the Sun's disc too, by 0.3 %; refraction.
// Good to: 0.02 s in entry and exit against the Sun's disc seen past the ellipsoid
// itself, TestVerif_ShadowOfTheEllipsoid; no difference at 4,320 states of GMAT but for one within
// 0.5 s of an edge, TestVal_LightAgainstGMAT.
// Needs: a Sun outside Earth.
type Shadow struct {
	axis [3]float64 // Sŝ, so that w = −r·axis
	p2   float64    // ρp²
	pw   float64    // −2ρp κp
	pww  float64    // −(1+κp²)
	du   float64    // what f of the penumbra lacks to that of the umbra: ρp² − ρu²,
	duw  float64    // 2ρp κp − 2ρu κu
	duww float64    // κp² − κu²
}

// stretch is 1/(1−f).
const stretch = 1 / (1 - sky.EarthFlattening)

// sunAt returns the Sun's place in TEME, km, where its light left it: with it goes the
// aberration by Earth's motion.
func sunAt(t sky.Instant) [3]float64 {
	m := sky.CelestialToTEME(t)
	return m.Apply(sky.SunSeen(t))
}

// ShadowAt returns Earth's shadow at an instant, in TEME.
func ShadowAt(t sky.Instant) Shadow { return shadowOf(sunAt(t), sky.EarthRadius) }

// sunHold is the time between the places of the Sun that surveys compute. The straight
// line between two of them is off by 10 km of 1.5e8, the direction by 1e-7 seconds of arc.
const sunHold = time.Hour

// shadowOf returns the shadow of an Earth of that equatorial radius with the Sun at a
// place, km.
func shadowOf(sun [3]float64, radius float64) (s Shadow) {
	sun[2] *= stretch
	d := math.Sqrt(sun[0]*sun[0] + sun[1]*sun[1] + sun[2]*sun[2])
	s.axis = [3]float64{sun[0] / d, sun[1] / d, sun[2] / d * stretch}
	cone := func(sinα float64) (ρ, κ float64) {
		cosα := math.Sqrt(1 - sinα*sinα)
		return radius / cosα, sinα / cosα
	}
	ρu, κu := cone(-(sky.SunRadius - radius) / d)
	ρp, κp := cone((sky.SunRadius + radius) / d)
	s.p2, s.pw, s.pww = ρp*ρp, -2*ρp*κp, -(1 + κp*κp)
	s.du, s.duw, s.duww = ρp*ρp-ρu*ρu, 2*ρp*κp-2*ρu*κu, κp*κp-κu*κu
	return s
}

// Light is how much of the Sun a satellite sees.
type Light uint8

// The three states of light.
const (
	Sunlit   Light = iota // the whole disc
	Penumbra              // part of it
	Umbra                 // none
)

// String names the state.
func (l Light) String() string { return [...]string{"sunlit", "penumbra", "umbra"}[l%3] }

// LightAt returns the light at a place, by the full position: what the kernels find
// from the shape of the orbit. The shadow is that of the instant.
func LightAt(s sky.TEME, t sky.Instant) Light {
	sh := ShadowAt(t)
	return sh.At(s.Position)
}

// At returns the light at a place of TEME, km.
func (s *Shadow) At(r [3]float64) Light {
	w := -(r[0]*s.axis[0] + r[1]*s.axis[1] + r[2]*s.axis[2])
	if !(w > 0) {
		return Sunlit
	}
	h := r[0]*r[0] + r[1]*r[1] + stretch*stretch*r[2]*r[2]
	f := h - s.p2 + w*(s.pw+w*s.pww)
	switch {
	case !(f < 0):
		return Sunlit
	case f+s.du+w*(s.duw+w*s.duww) < 0:
		return Umbra
	}
	return Penumbra
}
