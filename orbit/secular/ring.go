package secular

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Ring is satellites that follow one another on the same mean orbit: a plane of a
// Walker constellation, or a single satellite.
type Ring struct {
	Axis        float64   // semi-major axis, km
	Ex, Ey      float64   // eccentricity vector
	Inclination float64   // rad
	Node        float64   // rad
	Shell       int       // to which the ring is counted, from 0
	Latitudes   []float64 // mean argument of latitude of each satellite, rad; neighbours side by side is fastest
}

// Elements returns the mean elements of a satellite of the ring.
func (r *Ring) Elements(i int) Elements {
	return Elements{r.Axis, r.Ex, r.Ey, r.Inclination, r.Node, r.Latitudes[i]}
}

// path is a ring's orbit as sums of powers of l = exp(iλ). In the orbit's plane, with
// the first axis to the ascending node, a satellite is at the complex number
//
//	z = Σ zₖ lᵏ, k = −1 … 3
//
// and −ν Im l along the plane's normal. With the complex eccentricity E = ex + i ey, J3's share in it, and
// γ = J2 (R/a)²,
//
//	z₋₁ = a E²/8 + γa sin²i/16,  z₀ = −(3/2) a E,  z₁ = a (1−|E|²/2) − (3/4) γa (3θ²−1),
//	z₂ = a E*/2,  z₃ = (3/8) a E*² + (3/16) γa sin²i,  ν = (3/4) γa θ sin i
//
// Source: the conic to e²; the short periods of [Orbit.At] at e = 0, multiplied out.
// Ignores: e³, J2 times e, J2².
// Good to: 20 m for a mean circle and 0.4 km at e = 0.02 against Orbit.At, which are 3 and 50 ms
// of its way, TestVerif_PathAgainstAt.
// Needs: Field.Check.
type path struct {
	rates        Rates
	axis, lifted float64    // a, and a' with the mean lift of J2
	eccentricity complex128 // at the epoch, without J3's
	pear, long   float64    // of J3: added to ey, and to the longitude for each ex
	node         complex128 // exp(iΩ) at the epoch
	sin, cos     float64    // of the inclination
	rock         float64    // ν
	zm1, z3      float64    // of J2 alone

	// In |Sr|²: a'², g/2 of the mean square of the height over the equator and its part twice a
	// revolution with J2's, and what the eccentricity makes of the height.
	lifted2, bulge, twice, lean float64
}

func newPath(f *Field, r *Ring) path {
	p := path{
		rates: f.Rates(r.Axis, math.Hypot(r.Ex, r.Ey), r.Inclination),
		axis:  r.Axis, eccentricity: complex(r.Ex, r.Ey),
	}
	sinΩ, cosΩ := math.Sincos(r.Node)
	p.node = complex(cosΩ, sinΩ)
	p.sin, p.cos = math.Sincos(r.Inclination)
	p.pear, p.long = f.pear(r.Axis*(1-r.Ex*r.Ex-r.Ey*r.Ey), p.sin, p.cos)
	γa := f.J2 * f.Radius * f.Radius / r.Axis
	x := p.sin * p.sin
	p.lifted = p.axis - 0.75*γa*(3*p.cos*p.cos-1)
	p.rock = 0.75 * γa * p.cos * p.sin
	p.zm1, p.z3 = γa*x/16, 3*γa*x/16
	const g = stretch*stretch - 1
	height := p.sin*(p.lifted-p.zm1) - p.rock*p.cos // of the path over the equator
	p.lifted2 = p.lifted * p.lifted
	p.bulge = 0.5 * g * height * height
	p.twice = 0.5*p.lifted*γa*x - p.bulge
	p.lean = 2 * g * height * p.sin * p.axis
	return p
}

// wave is a trigonometric polynomial of third order in an angle, written with its
// sine s and cosine c: ((p₃ s + p₂) s + p₁) s + p₀ + c ((q₂ s + q₁) s + q₀).
type wave struct{ p0, p1, p2, p3, q0, q1, q2 float64 }

// newWave returns the real part of a₀ + a₁ l + a₂ l² + a₃ l³ for l = c + i s.
func newWave(a0 float64, a1, a2, a3 complex128) wave {
	return wave{
		p0: a0 + real(a2), p1: -imag(a1) - 3*imag(a3), p2: -2 * real(a2), p3: 4 * imag(a3),
		q0: real(a1) + real(a3), q1: -2 * imag(a2), q2: -4 * real(a3),
	}
}

// swing returns the most that the wave departs from p0, or more.
func (v *wave) swing() float64 {
	return math.Abs(v.p1) + math.Abs(v.p2) + math.Abs(v.p3) + math.Abs(v.q0) + math.Abs(v.q1) + math.Abs(v.q2)
}

// scene is what a kernel needs to tell the light of a ring's satellites at one
// instant from the sine and cosine of their arguments of latitude at the epoch:
// depth is w behind Earth, far is |Sr|² − ρp².
type scene struct {
	depth, far    wave
	pw, pww       float64
	du, duw, duww float64
}

// hands are the angles through which an orbit has turned, as complex numbers of size 1: a
// clock that goes on by multiplication.
type hands struct{ node, latitude, perigee complex128 }

// hands returns the angles at a time from the epoch, s; those of a step turn others on.
func (p *path) hands(seconds float64) hands {
	turned := func(angle float64) complex128 {
		s, c := math.Sincos(angle)
		return complex(c, s)
	}
	return hands{turned(p.rates.Node * seconds), turned(p.rates.Latitude * seconds), turned(p.rates.Perigee * seconds)}
}

// turn moves the hands on by a step's.
func (h *hands) turn(by *hands) {
	h.node *= by.node
	h.latitude *= by.latitude
	h.perigee *= by.perigee
}

// scene returns the ring's scene when its hands stand somewhere, and whether any place on
// the orbit can be in shadow then.
//
// Both polynomials are turned from the argument of latitude now to that at the epoch,
// so that the satellites themselves need not be moved:
//
//	w = −Re(z (σP − iσQ)) + ν σN Im l
//	|Sr|² = a'² (1 + (3/2)e² − 2 Re(E* l) − Re(E*² l²)/2) + 2a'ρ₂ Re l² + g z²
//
// where σ are the components of the shadow's axis along node, motion and normal, a' the
// lifted axis, ρ₂ the lift twice a revolution and g = 1/(1−f)² − 1.
//
// Source: [path] and [shadow], multiplied out.
// Ignores: 1.2 km of l³ in the height over the equator, 8 m of distance; what path ignores.
// Good to: as path.
// Needs: newPath.
func (p *path) scene(sh *Shadow, at *hands, sc *scene) bool {
	e := p.eccentricity * at.perigee
	shift := p.long * real(e) // of J3, a thousandth at most
	Θ := at.latitude * complex(1-0.5*shift*shift, shift)
	Ω := p.node * at.node
	cosΩ, sinΩ := real(Ω), imag(Ω)
	x, y, z := sh.axis[0], sh.axis[1], sh.axis[2]
	σP := cosΩ*x + sinΩ*y
	across := cosΩ*y - sinΩ*x
	σQ := p.cos*across + p.sin*z
	σN := p.cos*z - p.sin*across
	sc.pw, sc.pww, sc.du, sc.duw, sc.duww = sh.pw, sh.pww, sh.du, sh.duw, sh.duww

	Θ2 := Θ * Θ
	Θ3 := Θ2 * Θ
	m := complex(-σP, σQ) // −(σP − iσQ)
	back := complex(-σP, -σQ)
	Ē := complex(real(e), -imag(e)-p.pear)
	Ē2 := Ē * Ē
	e2 := real(Ē)*real(Ē) + imag(Ē)*imag(Ē)
	a := p.axis
	// The term of 1/l is that of l with the conjugate factor.
	w1 := times(p.lifted-0.5*a*e2, m) + (times(a/8, Ē2)+complex(p.zm1, 0))*back - complex(0, p.rock*σN)
	w2 := times(a/2, Ē*m)
	w3 := (times(0.375*a, Ē2) + complex(p.z3, 0)) * m
	w0 := -1.5 * a * (real(Ē)*real(m) + imag(Ē)*imag(m))
	sc.depth = newWave(w0, w1*Θ, w2*Θ2, w3*Θ3)
	h1 := times(-2*p.lifted2+0.25*p.lean, Ē) - complex(0, 1.5*p.lean*imag(Ē))
	h2 := times(-0.5*p.lifted2, Ē2) + complex(p.twice, 0)
	sc.far = newWave(p.lifted2*(1+1.5*e2)+p.bulge-sh.p2, h1*Θ, h2*Θ2, times(-0.25*p.lean, Ē)*Θ3)
	// The deepest point could be as near the axis as the least far one is.
	w := sc.depth.p0 + sc.depth.swing()
	return w > 0 && sc.far.p0-sc.far.swing()+w*(sc.pw+w*sc.pww) < 0
}

// times returns k z.
func times(k float64, z complex128) complex128 { return complex(k*real(z), k*imag(z)) }

// State returns the state of a satellite of a ring a time from the epoch, s.
func (r *Ring) State(f Field, i int, seconds float64) (sky.TEME, error) {
	o, err := NewOrbit(f, r.Elements(i))
	if err != nil {
		return sky.TEME{}, err
	}
	return o.At(seconds), nil
}
