package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Radii of the Sun, km.
const (
	SunRadiusIAU2015 = sky.SunRadius // nominal
	SunRadiusIAU1976 = 696000.0      // System of Astronomical Constants, used by SPICE and Orekit
)

// Shadow is Earth between the Sun and a satellite.
type Shadow struct {
	// Sun is the place of the Sun's centre in GCRS, km; nil is [sky.SunSeen], with light
	// time and aberration. It is
	// asked every six hours and interpolated, so it must be smooth.
	Sun         func(sky.Instant) [3]float64
	SunRadius   float64 // km
	EarthRadius float64 // at the equator, km
	Flattening  float64 // 0 for a sphere; the axis is the pole of the true equator
}

// Earth returns the shadow of the ellipsoid of WGS 84 under the nominal Sun of the
// IAU, its place with light time. The air is not part of it.
func Earth() Shadow {
	return Shadow{SunRadius: SunRadiusIAU2015, EarthRadius: sky.EarthRadius, Flattening: sky.EarthFlattening}
}

func (s *Shadow) check() error {
	switch {
	case !(s.EarthRadius > 6000 && s.EarthRadius < 7000):
		return fmt.Errorf("event: Earth's radius is %v km; 6378.137 would be right", s.EarthRadius)
	case !(s.SunRadius >= 0 && s.SunRadius < 1e6):
		return fmt.Errorf("event: the Sun's radius is %v km; 695700 would be right", s.SunRadius)
	case !(s.Flattening >= 0 && s.Flattening < 0.1):
		return fmt.Errorf("event: the flattening is %v; 1/298.257 would be right", s.Flattening)
	}
	return nil
}

func (s *Shadow) backdrop() backdrop {
	if s.Sun == nil {
		return backdrop{sun: sky.SunSeen}
	}
	return backdrop{sun: s.Sun}
}

// scene is a satellite, Earth and the Sun in the space in which Earth is a sphere:
// the axis along Earth's pole is stretched by 1/(1−f).
type scene struct {
	radius            float64    // R, Earth's, km
	place, velocity   [3]float64 // of the satellite
	distance          float64    // D, of the Sun from Earth's centre, km
	sunward           [3]float64 // unit vector to the Sun
	along, alongDrift float64    // x = s·d and its rate: towards the Sun
	beside2           float64    // ρ², distance from the axis of the shadow, km²
	sunRadius         float64    // Rₛ, the Sun's, not stretched
	squash            float64    // (1+k)² − 1
	besideUp, sunUp   float64    // u·pole and d·pole, u being the unit vector from the axis to the satellite
}

// see makes the scene; false if the satellite is under the ground.
func (s *Shadow) see(state *sky.GCRS, sun, drift, pole [3]float64) (c scene, ok bool) {
	k := 1/(1-s.Flattening) - 1
	c.radius = s.EarthRadius
	c.place = along(state.Position, k*dot(state.Position, pole), pole)
	c.velocity = along(state.Velocity, k*dot(state.Velocity, pole), pole)
	sun = along(sun, k*dot(sun, pole), pole)
	drift = along(drift, k*dot(drift, pole), pole)
	c.distance = norm(sun)
	for i := range 3 {
		c.sunward[i] = sun[i] / c.distance
	}
	turn := along(drift, -dot(drift, c.sunward), c.sunward) // of the direction, times D
	c.along = dot(c.place, c.sunward)
	c.alongDrift = dot(c.velocity, c.sunward) + dot(c.place, turn)/c.distance
	beside := along(c.place, -c.along, c.sunward) // not by Pythagoras, which loses digits far out
	c.beside2 = dot(beside, beside)
	c.sunRadius, c.squash = s.SunRadius, k*(2+k)
	c.sunUp = dot(c.sunward, pole)
	if c.beside2 > 0 {
		c.besideUp = dot(beside, pole) / math.Sqrt(c.beside2)
	}
	return c, dot(c.place, c.place) >= s.EarthRadius*s.EarthRadius
}

// halfWidth returns that of the stretched Sun, which is an ellipsoid, along a unit
// vector n of which n·pole is given: σ = Rₛ √(1 + ((1+k)²−1) (n·pole)²).
func (c *scene) halfWidth(up float64) float64 { return c.sunRadius * math.Sqrt(1+c.squash*up*up) }

// cone returns a function of the satellite's place, negative behind Earth inside
// the cone that touches Earth and Sun, positive elsewhere above the ground, and
// its rate. Near the cone it is the distance from it in kilometres.
//
// With d the unit vector to the Sun, x = s·d, ρ² = s² − x², R Earth's radius and σ
// the Sun's at the distance D, the cone with both on one side (umbra, and beyond
// its tip antumbra) and the one with its tip between them (penumbra) are, with
// the upper and lower sign,
//
//	sin α = (σ ∓ R) / D
//	2 R g = ρ² cos²α − (R ± x sin α)² + max(0, x ± R sin α)²
//
// The last term takes the side towards the Sun out of the cone: with it 2 R g is
// (s² − R²) cos²α there, and g has one slope at the seam.
//
// Source: Montenbruck and Gill, Satellite Orbits, section 3.4.2, for the cones;
// the quadratic form and the flattened Earth are derived in doc/model/events-orbit.md.
// Ignores: the air, which bends and dims the light and moves what a panel sees by
// seconds; mountains; polar motion.
// Good to: 20 µs of time against rays traced from the Sun's limb to the ellipsoid
// (TestVerif_Rays).
// Needs: the satellite above the ground; D > σ + R.
func (c *scene) cone(penumbra bool) (g, slope float64) {
	sign := 1.0
	if penumbra {
		sign = -1
	}
	// The normal n = u cos α ∓ d sin α sets σ, and σ sets α: once round is enough.
	sin := (c.sunRadius - sign*c.radius) / c.distance
	σ := c.halfWidth(c.besideUp*math.Sqrt(1-sin*sin) - sign*sin*c.sunUp)
	sin = (σ - sign*c.radius) / c.distance
	cos2 := 1 - sin*sin
	width := c.radius + sign*c.along*sin
	front := max(0, c.along+sign*c.radius*sin)
	beside := math.Sqrt(c.beside2 * cos2)
	g = (beside-width)*(beside+width) + front*front
	slope = 2*cos2*(dot(c.place, c.velocity)-c.along*c.alongDrift) + 2*(front-sign*sin*width)*c.alongDrift
	return g / (2 * c.radius), slope / (2 * c.radius)
}

// bend bounds the second derivative of [scene.cone]: with v and a the greatest
// speed and acceleration in the frame that turns with the Sun, v² + r a over R, and
// five per cent for the stretched axis and the cone's narrow angle.
func (s *Shadow) bend(a, b sample) (float64, bool) {
	e, ok := enclose(a.moves[0], b.moves[0], b.at.SecondsFrom(a.at))
	const turn = 2.1e-7 // rad/s, the Sun's at perihelion
	v := e.speed + turn*e.radius
	acc := e.acceleration + turn*(2*e.speed+turn*e.radius)
	stretch := 1 / (1 - s.Flattening)
	return 1.05 * stretch * stretch * (v*v + e.radius*acc) / s.EarthRadius, ok
}

// visible returns the share of the Sun's disc that Earth leaves in view.
//
// From the satellite Earth has the angular radius a = asin R/r, the Sun b, and c
// lies between their centres. The Sun is small: near it Earth's limb is a circle
// in the plane of the sky whose curvature is that of the limb on the sphere, so of
// radius a' = tan a, its centre at c' = c − a + a' from the Sun's; and the share
// left is that of two circles in a plane.
//
// Source: Montenbruck and Gill, Satellite Orbits, equations 3.85 to 3.94, for the
// plane; a' and c' are derived in doc/model/events-orbit.md.
// Ignores: limb darkening, the air.
// Good to: 1e-4 of the disc against rays traced to the ellipsoid (TestVerif_Rays).
// Needs: the satellite above the ground.
func (c *scene) visible() float64 {
	r := math.Sqrt(c.along*c.along + c.beside2)
	toSun := math.Hypot(c.distance-c.along, math.Sqrt(c.beside2))
	a := math.Asin(min(1, c.radius/r))
	b := math.Asin(min(1, c.halfWidth(c.besideUp)/toSun))
	// Between the Sun's direction and Earth's centre's; sin by the cross product.
	apart := math.Atan2(c.distance*math.Sqrt(c.beside2), c.along*(c.along-c.distance)+c.beside2)
	switch {
	case apart >= a+b:
		return 1
	case apart <= a-b:
		return 0
	case apart <= b-a:
		return 1 - a*a/(b*b)
	}
	if a < math.Pi/2-1e-6 {
		flat := math.Tan(a)
		apart += flat - a
		a = flat
	}
	x := (apart*apart + b*b - a*a) / (2 * apart) // from the Sun's centre to the chord
	y := math.Sqrt(max(0, b*b-x*x))
	sunSide := b*b*math.Acos(max(-1, min(1, x/b))) - x*y
	// Earth's segment, from its chord's half length: a circle far larger than the
	// Sun would lose its digits in the difference.
	z := apart - x
	half := math.Atan2(y, z)
	earthSide := a*a*half - z*y
	if half < 0.02 {
		earthSide = a * a * half * half * half * (2.0 / 3) * (1 - half*half/5)
	}
	return max(0, min(1, 1-(sunSide+earthSide)/(math.Pi*b*b)))
}

// Visible returns the share of the Sun's disc that is in view at a place: 1 in
// sunlight, 0 in umbra. It fails under the ground.
func (s Shadow) Visible(t sky.Instant, state sky.GCRS) (float64, error) {
	if err := s.check(); err != nil {
		return 0, err
	}
	if t < sky.First || t > sky.Last {
		return 0, fmt.Errorf("event: %s is out of range; years 1709 to 2290 would be right", t)
	}
	back := s.backdrop()
	return s.visible(Path(func(sky.Instant) (sky.GCRS, error) { return state, nil }), &back, t)
}

func (s *Shadow) visible(path Path, back *backdrop, t sky.Instant) (float64, error) {
	state, _, _, err := path.at(t)
	if err != nil {
		return 0, err
	}
	sun, drift, pole := back.at(t)
	c, ok := s.see(&state, sun, drift, pole)
	if !ok {
		return 0, fmt.Errorf("event: at %s the satellite is below the ground", t)
	}
	v := c.visible()
	if math.IsNaN(v) {
		return 0, fmt.Errorf("event: at %s the Sun's place is no number", t)
	}
	return v, nil
}
