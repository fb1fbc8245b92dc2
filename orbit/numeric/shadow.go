package numeric

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// sunlight returns the share of the Sun's disc that Earth leaves free, 0 to 1, at a
// position; pole is the direction of Earth's axis.
//
// Along its axis all space is stretched until the ellipsoid is a sphere. From there
// the Sun and Earth are discs of the angular radii a and b, their centres c apart. The
// covered part of the Sun's disc is a lens, and
//
//	ν = 1 − (1/πa²) (a² acos(x/a) + b² acos((c−x)/b) − c y)
//	x = (c² + a² − b²) / 2c,   y = √(a² − x²)
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, section 3.4.2; the stretch is
// Escobal's, Methods of Orbit Determination, 1965, section 5.4.
// Ignores: refraction and clouds at the limb, the Sun's darker limb, and that the Sun is
// stretched too; package event takes the last into account.
// Good to: continuous and between 0 and 1, TestVerif_Shadow; 0.0011 of the disc from 300 km
// up, TestVerif_LightOfEvents; 0.17 s of the edges that GMAT located in its own way,
// TestVal_ShadowOfCYGFM01.
// Needs: a position outside Earth.
func sunlight(position, sun, pole [3]float64) float64 {
	const stretch = 1/(1-sky.EarthFlattening) - 1
	rz, sz := stretch*dot(position, pole), stretch*dot(sun, pole)
	var r, to [3]float64 // from Earth's centre, and to the Sun
	for i := range 3 {
		r[i] = position[i] + rz*pole[i]
		to[i] = sun[i] + sz*pole[i] - r[i]
	}
	radius := math.Sqrt(dot(r, r))
	along := -dot(r, to)
	if along < 0 && radius > 1.01*sky.EarthRadius {
		return 1 // the Sun stands above, and Earth's disc ends below the horizontal
	}
	n := cross(r, to)
	distance := math.Sqrt(dot(to, to))
	across := math.Sqrt(dot(n, n))
	// Away from the penumbra's cones, which open by the sum of the radii over the
	// distance, no angle is needed.
	if margin := 1.02 * radius * (sky.SunRadius + sky.EarthRadius); along > 0 {
		switch axis := across - sky.EarthRadius*distance; {
		case axis > margin:
			return 1
		case axis < -margin:
			return 0
		}
	}
	a := math.Asin(min(1, sky.SunRadius/distance))
	b := math.Asin(min(1, sky.EarthRadius/radius))
	c := math.Atan2(across, along)
	switch {
	case c >= a+b:
		return 1
	case c <= b-a:
		return 0
	case c <= a-b:
		return 1 - b*b/(a*a)
	}
	x := (c*c + a*a - b*b) / (2 * c)
	y := math.Sqrt(max(0, a*a-x*x))
	covered := a*a*math.Acos(clamp(x/a)) + b*b*math.Acos(clamp((c-x)/b)) - c*y
	return clamp01(1 - covered/(math.Pi*a*a))
}

func clamp(x float64) float64   { return min(1, max(-1, x)) }
func clamp01(x float64) float64 { return min(1, max(0, x)) }

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}
