// Package secular moves satellites on circular and near-circular orbits by closed
// forms: steady rates of Earth's flattening turn the mean orbit, first-order short
// periods of J2 lie on top. It tells light from shadow for a million satellites
// in one pass ([Survey.Run]) and gives the state of any of them at any time ([Orbit.At]).
//
// Elements are mean elements of Brouwer's kind, referred to the true equator and
// mean equinox of date (TEME), in which the bulge that turns them lies; states are
// osculating, in the same frame. The Sun is turned into it.
package secular

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Field is the part of Earth's gravity that the theory knows.
type Field struct {
	Mu         float64 // km3/s2
	Radius     float64 // equatorial, km
	J2, J3, J4 float64 // zonal harmonics, not normalised; J4 enters the steady rates alone
}

// Earth returns the field of WGS 84 with the zonal harmonics of EGM96.
//
// Source: NIMA TR8350.2, table 3.1; EGM96, −√5 C̄20, −√7 C̄30 and −3 C̄40.
func Earth() Field {
	return Field{Mu: 398600.4418, Radius: sky.EarthRadius, J2: 1.08262668e-3, J3: -2.532656485e-6, J4: -1.619621591e-6}
}

// Elements are a satellite's mean elements at an epoch. The eccentricity is a
// vector, so that a circle is nothing special: Ex = e cos ω, Ey = e sin ω.
type Elements struct {
	Axis        float64 // semi-major axis a, km
	Ex, Ey      float64
	Inclination float64 // i, rad
	Node        float64 // right ascension of the ascending node Ω, rad
	Latitude    float64 // mean argument of latitude λ = ω + M, rad
}

// Bounds of what is taken: beyond MaxEccentricity the light's series, cut after e²,
// would be worse than half a kilometre; beyond MaxAxis Sun and Moon pull as much as the bulge.
const (
	MaxEccentricity = 0.02
	MaxAxis         = 50000.0 // km
)

// Check says what is wrong with elements, or nil.
func (f *Field) Check(e *Elements) error {
	for _, v := range [...]struct {
		name  string
		value float64
	}{{"axis", e.Axis}, {"ex", e.Ex}, {"ey", e.Ey}, {"inclination", e.Inclination}, {"node", e.Node}, {"latitude", e.Latitude}} {
		if !(math.Abs(v.value) < 1e9) {
			return fmt.Errorf("%s is %v; a number is needed", v.name, v.value)
		}
	}
	ecc := math.Hypot(e.Ex, e.Ey)
	switch {
	case ecc > MaxEccentricity*(1+1e-12): // cosine and sine may round it up
		return fmt.Errorf("the eccentricity is %.4g; near-circular orbits have at most %g", ecc, MaxEccentricity)
	case e.Axis*(1-ecc) < f.Radius:
		return fmt.Errorf("the perigee is %.1f km below ground; the axis is above %.3f km", f.Radius-e.Axis*(1-ecc), f.Radius)
	case e.Axis > MaxAxis:
		return fmt.Errorf("the axis is %.0f km; at most %.0f km, beyond which Sun and Moon pull as much as Earth's bulge", e.Axis, MaxAxis)
	case e.Inclination < 0 || e.Inclination > math.Pi:
		return fmt.Errorf("the inclination is %.4g rad; it is from 0 to π", e.Inclination)
	}
	return nil
}

// Rates are the steady motions of mean elements, rad/s.
type Rates struct {
	Latitude float64 // of λ, perigee and anomaly together
	Perigee  float64 // of ω
	Node     float64 // of Ω
}

// Rates returns how Earth's flattening moves the mean elements: with n = √(μ/a³),
// p = a (1−e²), η = √(1−e²), θ = cos i and γ = J2 (R/p)²,
//
//	Ṁ = n [1 + (3/4) γ η (3θ²−1)] + …
//	ω̇ = −n (3/4) γ (1−5θ²) + …
//	Ω̇ = −n (3/2) γ θ + …
//
// where the dots are the terms of γ² and J4, those that SGP4 has too.
//
// Source: Brouwer 1959; Hoots and Roehrich, Spacetrack Report 3, section 6.
// Ignores: J2 cubed, J6 and higher, tesserals; Sun and Moon; air; the motion of the
// equinox, 46 seconds of arc a year.
// Good to: SGP4's own rates, TestVal_AgainstSGP4.
// Needs: [Field.Check].
func (f *Field) Rates(axis, eccentricity, inclination float64) Rates {
	n := math.Sqrt(f.Mu/axis) / axis
	θ := math.Cos(inclination)
	θ2 := θ * θ
	θ4 := θ2 * θ2
	b2 := 1 - eccentricity*eccentricity
	η := math.Sqrt(b2)
	r := f.Radius / (axis * b2)
	r2 := r * r
	k1 := 1.5 * f.J2 * r2 * n
	k2 := 0.5 * k1 * f.J2 * r2
	k4 := -0.46875 * f.J4 * r2 * r2 * n
	anomaly := n + 0.5*k1*η*(3*θ2-1) + 0.0625*k2*η*(13-78*θ2+137*θ4)
	perigee := -0.5*k1*(1-5*θ2) + 0.0625*k2*(7-114*θ2+395*θ4) + k4*(3-36*θ2+49*θ4)
	node := -k1*θ + (0.5*k2*(4-19*θ2)+2*k4*(3-7*θ2))*θ
	return Rates{Latitude: anomaly + perigee, Perigee: perigee, Node: node}
}

// pear returns what Earth's third harmonic, its slight pear shape, does to a mean orbit:
// it adds a steady eccentricity of about 0.001 towards ω = 90° and shifts the longitude by
// a share of ex. A mean circle so flies what is called a frozen orbit, 7 to 9 km lower over the north.
//
//	Δey = −(J3/2J2)(R/p) sin i,  Δλ = −(J3/4J2)(R/p) sin i (3+5θ)/(1+θ) ex
//
// Source: Spacetrack Report 3, section 6; AIAA 2006-6753, appendix B. Beyond 177.4° of
// inclination, where the theory has a pole, 1 + θ is held to 0.001.
// Ignores: J3's short periods, J3 a or 18 m; long periods of J2² and J4 near the critical inclination.
// Good to: SGP4's own, TestVal_AgainstSGP4.
// Needs: p above 0.
func (f *Field) pear(p, sin, cos float64) (ey, longitude float64) {
	if f.J2 == 0 {
		return 0, 0
	}
	k := -0.5 * f.J3 / f.J2 * f.Radius / p * sin
	return k, 0.5 * k * (3 + 5*cos) / max(1+cos, 1e-3)
}

// SunSynchronousInclination returns the inclination, rad, at which a circular
// orbit's node keeps step with the mean Sun: one turn in a tropical year. Where no
// inclination is enough it is π.
//
// Source: [Field.Rates], solved by Newton's steps from the J2 term alone.
// Ignores: what Rates ignores.
// Good to: the last digits of the equation; J2² and J4 move it by 0.02 to 0.03° from
// what J2 alone gives, TestVal_SunSynchronousInclination.
// Needs: axis above the ground.
func (f *Field) SunSynchronousInclination(axis float64) float64 {
	const want = 2 * math.Pi / (365.2422 * 86400)
	rate := func(θ float64) float64 { return f.Rates(axis, 0, math.Acos(θ)).Node }
	θ := -want / (1.5 * f.J2 * math.Sqrt(f.Mu/axis) / axis * (f.Radius / axis) * (f.Radius / axis))
	for range 20 {
		if !(θ > -1) {
			return math.Pi
		}
		const h = 1e-6
		step := (rate(θ) - want) / ((rate(min(1, θ+h)) - rate(max(-1, θ-h))) / (min(1, θ+h) - max(-1, θ-h)))
		θ -= step
		if math.Abs(step) < 1e-15 {
			break
		}
	}
	return math.Acos(max(-1, min(1, θ)))
}

// Orbit is a satellite's mean orbit, ready to give states.
type Orbit struct {
	Epoch Elements
	Rates Rates

	field    Field
	motion   float64 // n, rad/s
	sin, cos float64 // of the inclination
}

// NewOrbit prepares an orbit. Elements out of bounds are an error.
func NewOrbit(f Field, e Elements) (Orbit, error) {
	if err := f.Check(&e); err != nil {
		return Orbit{}, err
	}
	o := Orbit{Epoch: e, Rates: f.Rates(e.Axis, math.Hypot(e.Ex, e.Ey), e.Inclination), field: f, motion: math.Sqrt(f.Mu/e.Axis) / e.Axis}
	o.sin, o.cos = math.Sincos(e.Inclination)
	return o, nil
}

// Mean returns the mean elements a time from the epoch, s. Angles are not taken
// back to one turn.
func (o *Orbit) Mean(seconds float64) Elements {
	e := o.Epoch
	s, c := math.Sincos(o.Rates.Perigee * seconds)
	e.Ex, e.Ey = c*e.Ex-s*e.Ey, s*e.Ex+c*e.Ey
	e.Node += o.Rates.Node * seconds
	e.Latitude += o.Rates.Latitude * seconds
	return e
}

// At returns the osculating state a time from the epoch, s, in TEME.
//
// The mean orbit is turned by [Rates] and takes the eccentricity of J3 on top; Kepler's
// equation gives the place on it; the bulge then lifts and sinks the satellite, hurries
// and delays it and rocks its plane, twice a revolution: with u the argument of latitude and γ = J2 (R/p)²,
//
//	Δr = −(3/4) γ p (3θ²−1) r/p·η + (1/4) γ p (1−θ²) cos 2u
//	Δu = −(1/8) γ (7θ²−1) sin 2u,  Δi = (3/4) γ θ sin i cos 2u,  ΔΩ = (3/4) γ θ sin 2u
//
// Source: Spacetrack Report 3, section 6: SGP4's own periodics.
// Ignores: short periods of J3, of J2 times e, of J2².
// Good to: SGP4 without drag, under 0.01 mm in a day, TestVal_AgainstSGP4. An orbit integrated under
// J2 to J4 from the state at the epoch: 0.4 to 4.4 km in a day, of which all but 0.05 to 0.17 km
// is the mean axis, known to 3 to 32 m from such a state, TestVerif_AgainstIntegration.
// Needs: NewOrbit.
func (o *Orbit) At(seconds float64) sky.TEME {
	e := o.Mean(seconds)
	a, ax, ay := e.Axis, e.Ex, e.Ey
	pear, long := o.field.pear(a*(1-ax*ax-ay*ay), o.sin, o.cos)
	λ := math.Remainder(e.Latitude+long*ax, 2*math.Pi)
	ay += pear

	// Kepler's equation for the eccentric argument F: λ = F + ay cos F − ax sin F.
	F := λ
	var sinF, cosF float64
	for range 8 {
		sinF, cosF = math.Sincos(F)
		step := (λ - F - ay*cosF + ax*sinF) / (1 - ax*cosF - ay*sinF)
		F += step
		if math.Abs(step) < 1e-14 {
			break
		}
	}
	sinF, cosF = math.Sincos(F)
	e2 := ax*ax + ay*ay
	η := math.Sqrt(1 - e2)
	eCos, eSin := ax*cosF+ay*sinF, ax*sinF-ay*cosF
	r := a * (1 - eCos)
	w := eSin / (1 + η)
	sinU := a / r * (sinF - ay - ax*w)
	cosU := a / r * (cosF - ax + ay*w)
	rDot := math.Sqrt(o.field.Mu*a) * eSin / r
	rvDot := math.Sqrt(o.field.Mu*a) * η / r

	p := a * (1 - e2)
	sin2U, cos2U := 2*sinU*cosU, 1-2*sinU*sinU
	θ2, x := o.cos*o.cos, o.sin*o.sin
	k1 := 0.5 * o.field.J2 * o.field.Radius * o.field.Radius / p // km
	k2 := k1 / p
	radius := r*(1-1.5*k2*η*(3*θ2-1)) + 0.5*k1*x*cos2U
	du := -0.25 * k2 * (7*θ2 - 1) * sin2U
	sinΩ, cosΩ := math.Sincos(e.Node + 1.5*k2*o.cos*sin2U)
	sini, cosi := math.Sincos(e.Inclination + 1.5*k2*o.cos*o.sin*cos2U)
	sd, cd := math.Sincos(du)
	sinu, cosu := sinU*cd+cosU*sd, cosU*cd-sinU*sd
	outward := rDot - o.motion*k1*x*sin2U
	along := rvDot + o.motion*k1*(x*cos2U+1.5*(3*θ2-1))

	mx, my := -sinΩ*cosi, cosΩ*cosi
	ux, uy, uz := mx*sinu+cosΩ*cosu, my*sinu+sinΩ*cosu, sini*sinu
	vx, vy, vz := mx*cosu-cosΩ*sinu, my*cosu-sinΩ*sinu, sini*cosu
	return sky.TEME{
		Position: [3]float64{radius * ux, radius * uy, radius * uz},
		Velocity: [3]float64{outward*ux + along*vx, outward*uy + along*vy, outward*uz + along*vz},
	}
}
