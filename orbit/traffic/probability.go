package traffic

import (
	"errors"
	"math"
)

// Probability returns the chance that two bodies touch in a short encounter.
//
// In the plane across their relative velocity the bodies' distance is spread as a
// normal distribution about the predicted miss (x, y), with standard deviations
// σx, σy along the axes of the plane; they touch if it is within the sum R of their
// radii. One of the two integrals is an error function; with u the larger of the
// two sigmas' axes and u = R sin θ the other has an integrand that is even and
// periodic in θ, so that equal steps in θ converge faster than any power:
//
//	P = 1/(√(8π) σu) ∫ [erf((w+h)/√2σw) − erf((w−h)/√2σw)] e^{−(R sin θ − u₀)²/2σu²} R cos θ dθ
//
// with h = R cos θ half the chord, from −π/2 to π/2.
//
// Source: Foster and Estes 1992, NASA JSC-25898; Alfano 2005, J. Astronaut. Sci. 53, 103.
// Ignores: curvature of the relative path and change of speed (encounters of minutes);
// uncertain velocity; shapes: a sphere around each body.
// Good to: the digits of twelve cases of Chan, five of messages and two of Alfano, down to
// 1e-27 (TestVal_ProbabilityOfOthers), except where a sigma is a thousandth of R: 1e-4. A sigma below R/10000,
// of which no miss tells, is taken as that.
// Needs: positive σ and R ≥ 0, all finite; else NaN.
func Probability(x, y, σx, σy, radius float64) float64 {
	if !(σx > 0) || !(σy > 0) || !(radius >= 0) || math.IsInf(x+y+σx+σy+radius, 0) || math.IsNaN(x+y) {
		return math.NaN()
	}
	σx, σy = max(σx, radius/10_000), max(σy, radius/10_000)
	u0, σu, w, σw := math.Abs(x), σx, math.Abs(y), σy
	if σy > σx {
		u0, σu, w, σw = w, σw, u0, σu
	}
	at := func(θ float64) float64 {
		sin, cos := math.Sincos(θ)
		h := radius * cos
		d := (radius*sin - u0) / σu
		return erfBetween((w-h)/(math.Sqrt2*σw), (w+h)/(math.Sqrt2*σw)) * math.Exp(-d*d/2) * radius * cos
	}
	// The trapezoid over a period; the ends, where cos θ is 0, add nothing. Steps are
	// halved until three sums agree, so that a peak is not stepped over.
	sum, last, before := 0.0, math.Inf(1), math.Inf(1)
	for n := 16; n <= 1<<17; n *= 2 {
		step := math.Pi / float64(n)
		if n == 16 {
			for k := 1; k < n; k++ {
				sum += at(-math.Pi/2 + float64(k)*step)
			}
		} else {
			for k := 1; k < n; k += 2 {
				sum += at(-math.Pi/2 + float64(k)*step)
			}
		}
		now := sum * step
		if math.Abs(now-last) <= 1e-9*now && math.Abs(last-before) <= 1e-6*now && radius <= float64(n)*σw {
			return now / (math.Sqrt(8*math.Pi) * σu)
		}
		last, before = now, last
	}
	return last / (math.Sqrt(8*math.Pi) * σu)
}

// erfBetween is erf(b) − erf(a), a ≤ b, without cancelling in the tails.
func erfBetween(a, b float64) float64 {
	if a > 0.5 {
		return math.Erfc(a) - math.Erfc(b)
	}
	return math.Erf(b) - math.Erf(a)
}

// Body is one side of a predicted encounter at its closest approach.
type Body struct {
	Position   [3]float64    // km
	Velocity   [3]float64    // km/s, in the same inertial frame
	Covariance [3][3]float64 // of the position, km2, in that frame
}

// ErrSlow says that two bodies hardly move past each other, or that their
// covariance is not positive: there is no short encounter to speak of.
var ErrSlow = errors.New("no short encounter: the bodies have no relative velocity or no uncertainty")

// Encounter returns the collision probability of two bodies at closest approach,
// radius being the sum of their radii, km.
//
// The plane of the encounter is across the relative velocity. The covariances add
// there, and the axes are turned until the sum is diagonal.
//
// Source: as [Probability]; Akella and Alfriend 2000, J. Guidance 23, 769.
// Ignores: as [Probability]; correlation between the two bodies' errors.
// Good to: 1e-6 of the worked case of NASA's CARA (ExampleEncounter).
// Needs: symmetric covariances, positive in the plane; else ErrSlow.
func Encounter(a, b Body, radius float64) (float64, error) {
	var r, v [3]float64
	for k := range 3 {
		r[k], v[k] = b.Position[k]-a.Position[k], b.Velocity[k]-a.Velocity[k]
	}
	speed := norm(v)
	if !(speed > 1e-6) || math.IsInf(speed, 0) {
		return 0, ErrSlow
	}
	for k := range 3 {
		v[k] /= speed
	}
	along := dot(r, v)
	for k := range 3 { // the miss lies in the plane even where the states are a little early
		r[k] -= along * v[k]
	}
	// Two axes across v: the one least along v, made square to it, and its cross product.
	var axis [3]float64
	least := 0
	for k := range 3 {
		if math.Abs(v[k]) < math.Abs(v[least]) {
			least = k
		}
	}
	axis[least] = 1
	p := cross(v, axis)
	n := norm(p)
	for k := range 3 {
		p[k] /= n
	}
	q := cross(v, p)
	form := func(s, t [3]float64) (sum float64) {
		for i := range 3 {
			for j := range 3 {
				sum += s[i] * (a.Covariance[i][j] + b.Covariance[i][j]) * t[j]
			}
		}
		return sum
	}
	pp, qq, pq := form(p, p), form(q, q), form(p, q)
	mean, spread := (pp+qq)/2, math.Hypot((pp-qq)/2, pq)
	if !(mean-spread > 0) || math.IsInf(mean, 0) {
		return 0, ErrSlow
	}
	sin, cos := math.Sincos(math.Atan2(2*pq, pp-qq) / 2)
	x, y := dot(r, p), dot(r, q)
	P := Probability(x*cos+y*sin, y*cos-x*sin, math.Sqrt(mean+spread), math.Sqrt(mean-spread), radius)
	if math.IsNaN(P) {
		return 0, ErrSlow
	}
	return P, nil
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func norm(a [3]float64) float64 { return math.Sqrt(dot(a, a)) }

func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}
