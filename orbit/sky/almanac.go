package sky

import "math"

// An Almanac's pieces: how long they are and how many coefficients each axis has.
const (
	sunPiece   Instant = 8 * nanosecondsPerDay
	moonPiece  Instant = 4 * nanosecondsPerDay
	chebyshevs         = 10
)

// piece holds the coefficients of Chebyshev polynomials of a position, km.
type piece [chebyshevs][3]float64

// Almanac gives Sun and Moon for many instants of a span from polynomials made once, at
// a twentieth of the cost of the series or less. Many goroutines may use one.
type Almanac struct {
	start, stop Instant
	sun, moon   []piece
}

// NewAlmanac returns an Almanac from start to stop. It takes 90 bytes and four
// evaluations of the series a day. The span is at most 200 years and lies between 1709
// and 2290.
func NewAlmanac(start, stop Instant) (*Almanac, error) {
	if err := checkSpan(start, stop); err != nil {
		return nil, err
	}
	return &Almanac{start, stop, fit(Sun, start, stop, sunPiece), fit(Moon, start, stop, moonPiece)}, nil
}

// Sun is the function of that name, within 1 m. Outside the span it is that function.
func (a *Almanac) Sun(t Instant) [3]float64 {
	if t < a.start || t > a.stop {
		return Sun(t)
	}
	return at(a.sun, t-a.start, sunPiece)
}

// Moon is the function of that name, within 1 m. Outside the span it is that function.
func (a *Almanac) Moon(t Instant) [3]float64 {
	if t < a.start || t > a.stop {
		return Moon(t)
	}
	return at(a.moon, t-a.start, moonPiece)
}

// SunSeen is the function of that name, within 1 m.
func (a *Almanac) SunSeen(t Instant) [3]float64 {
	s := a.Sun(t)
	return a.Sun(t.AddSeconds(-math.Sqrt(s[0]*s[0]+s[1]*s[1]+s[2]*s[2]) / LightSpeed))
}

// fit returns pieces of a length that go through a body's positions at Chebyshev's nodes.
//
//	c_k = (2 − δ_k0) / n Σ_j f(cos θ_j) cos k θ_j,   θ_j = π (j + ½) / n
//
// Source: Press et al., Numerical Recipes, 3rd ed., section 5.8.
// Ignores: higher degrees.
// Good to: 1 m (TestVerif_Almanac).
// Needs: nothing.
func fit(body func(Instant) [3]float64, start, stop, length Instant) []piece {
	pieces := make([]piece, int((stop-start)/length)+1)
	for i := range pieces {
		begin := start + Instant(i)*length
		for j := range chebyshevs {
			θ := math.Pi * (float64(j) + 0.5) / chebyshevs
			v := body(begin + Instant((1+math.Cos(θ))/2*float64(length)))
			for k := range chebyshevs {
				w := 2 * math.Cos(float64(k)*θ) / chebyshevs
				if k == 0 {
					w /= 2
				}
				for axis := range 3 {
					pieces[i][k][axis] += w * v[axis]
				}
			}
		}
	}
	return pieces
}

// at returns the position by Clenshaw's recurrence.
func at(pieces []piece, t, length Instant) (v [3]float64) {
	i := int(t / length)
	p := &pieces[i]
	x := 2*float64(t-Instant(i)*length)/float64(length) - 1
	var b, c [3]float64
	for k := chebyshevs - 1; k > 0; k-- {
		for axis := range 3 {
			b[axis], c[axis] = p[k][axis]+2*x*b[axis]-c[axis], b[axis]
		}
	}
	for axis := range 3 {
		v[axis] = p[0][axis] + x*b[axis] - c[axis]
	}
	return v
}
