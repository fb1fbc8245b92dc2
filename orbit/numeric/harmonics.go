package numeric

import (
	"fmt"
	"math"
)

// Harmonics is a field cut off at a degree and an order, made ready for use.
type Harmonics struct {
	mu, radius    float64
	degree, order int
	sector        []float64 // factor from one sectorial function to the next, by order
	terms         []term    // columns of order 0 to order+1, each from its order to degree+1
	coefficients  [][2]float64
}

// term belongs to the functions V̄ and W̄ of one degree and order: the factors of
// their recursion and what they add to the acceleration.
type term struct {
	up, back               float64 // recursion in degree
	xv, xw, yv, yw, zv, zw float64
}

// Truncate makes the field ready to be evaluated through a degree and an order. A
// degree below 2 leaves the point mass.
func (f *Field) Truncate(degree, order int) (*Harmonics, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	if degree < 0 || degree > f.Degree || order < 0 || order > degree {
		return nil, fmt.Errorf("degree %d and order %d of a field of degree %d", degree, order, f.Degree)
	}
	h := &Harmonics{mu: f.Mu, radius: f.Radius, degree: degree, order: order, coefficients: f.Coefficients}
	if degree < 2 {
		h.degree, h.order = 0, 0
		return h, nil
	}
	c := func(n, m int) (float64, float64) {
		if n < 2 || n > degree || m < 0 || m > min(n, order) {
			return 0, 0
		}
		v := f.Coefficients[place(n, m)]
		return v[0], v[1]
	}
	h.sector = make([]float64, order+2)
	for m := 0; m <= order+1; m++ {
		switch m {
		case 0:
		case 1:
			h.sector[m] = math.Sqrt(3)
		default:
			h.sector[m] = math.Sqrt(float64(2*m+1) / float64(2*m))
		}
		for row := m; row <= degree+1; row++ {
			// Recursion in degree.
			var t term
			k, o := float64(row), float64(m)
			if row > m {
				t.up = math.Sqrt((2*k + 1) * (2*k - 1) / ((k - o) * (k + o)))
			}
			if row > m+1 {
				t.back = math.Sqrt((2*k + 1) * (k + o - 1) * (k - o - 1) / ((2*k - 3) * (k + o) * (k - o)))
			}
			// The acceleration of degree n uses the functions of degree n+1.
			n := row - 1
			d := float64(n)
			share := (2*d + 1) / (2*d + 3)
			var below, above, belowS, aboveS float64 // of the orders m−1 and m+1
			if m > 0 {
				cc, ss := c(n, m-1)
				q := o - 1
				g := math.Sqrt(share*(d+q+2)*(d+q+1)) / 2
				if m == 1 {
					g *= math.Sqrt2 // the zonal terms: 2 of the missing half, 1/√2 of their norm
				}
				below, belowS = g*cc, g*ss
			}
			cc, ss := c(n, m+1)
			q := o + 1
			g := math.Sqrt(share*(d-q+2)*(d-q+1)) / 2
			if m == 0 {
				g *= math.Sqrt2
			}
			above, aboveS = g*cc, g*ss
			t.xv, t.xw = above-below, aboveS-belowS
			t.yv, t.yw = belowS+aboveS, -(below + above)
			cc, ss = c(n, m)
			g = -math.Sqrt(share * (d + o + 1) * (d - o + 1))
			t.zv, t.zw = g*cc, g*ss
			h.terms = append(h.terms, t)
		}
	}
	return h, nil
}

// Acceleration returns the gravity at a position in the frame of the body, km and
// km/s2, without the pull of its whole mass at the centre.
//
// With R the reference radius, the functions
//
//	V_nm = (R/r)^(n+1) P_nm(sin φ) cos mλ,   W_nm = (R/r)^(n+1) P_nm(sin φ) sin mλ
//
// follow from one another along the order and then along the degree, and the
// acceleration is a sum of products of the coefficients with the functions one degree
// higher. All are fully normalised here, so that nothing grows with the degree.
//
// Source: Cunningham 1970, Celestial Mechanics 2, 207; Montenbruck and Gill,
// Satellite Orbits, 2000, equations 3.27 to 3.33. The normalised factors are derived
// in doc/model/propagation.md.
// Ignores: degree 1, as the origin is the centre of mass; tides.
// Good to: rounding; TestVerif_GravityIsTheGradient.
// Needs: a position away from the centre.
func (h *Harmonics) Acceleration(r [3]float64) (a [3]float64) {
	if h.degree == 0 {
		return a
	}
	inverse := h.radius / (r[0]*r[0] + r[1]*r[1] + r[2]*r[2])
	x, y, z, ρ := r[0]*inverse, r[1]*inverse, r[2]*inverse, h.radius*inverse
	v, w := math.Sqrt(ρ), 0.0
	terms := h.terms
	for m := 0; m <= h.order+1; m++ {
		if m > 0 {
			s := h.sector[m]
			v, w = s*(x*v-y*w), s*(x*w+y*v)
		}
		v0, w0, v1, w1 := 0.0, 0.0, v, w
		for i := range terms[:h.degree+2-m] {
			t := &terms[i]
			if i > 0 {
				up, back := t.up*z, t.back*ρ
				v0, v1 = v1, up*v1-back*v0
				w0, w1 = w1, up*w1-back*w0
			}
			a[0] += t.xv*v1 + t.xw*w1
			a[1] += t.yv*v1 + t.yw*w1
			a[2] += t.zv*v1 + t.zw*w1
		}
		terms = terms[h.degree+2-m:]
	}
	g := h.mu / (h.radius * h.radius)
	return [3]float64{a[0] * g, a[1] * g, a[2] * g}
}

// Potential returns the potential at a position in the frame of the body, km2/s2,
// positive, the point mass included: its gradient is the whole gravity.
func (h *Harmonics) Potential(r [3]float64) float64 {
	inverse := h.radius / (r[0]*r[0] + r[1]*r[1] + r[2]*r[2])
	x, y, z, ρ := r[0]*inverse, r[1]*inverse, r[2]*inverse, h.radius*inverse
	v, w := math.Sqrt(ρ), 0.0
	sum := 0.0
	terms := h.terms
	for m := 0; h.degree > 0 && m <= h.order; m++ {
		if m > 0 {
			s := h.sector[m]
			v, w = s*(x*v-y*w), s*(x*w+y*v)
		}
		v0, w0, v1, w1 := 0.0, 0.0, v, w
		for n := m; n <= h.degree; n++ {
			if n > m {
				t := &terms[n-m]
				up, back := t.up*z, t.back*ρ
				v0, v1 = v1, up*v1-back*v0
				w0, w1 = w1, up*w1-back*w0
			}
			if n >= 2 {
				c := h.coefficients[place(n, m)]
				sum += c[0]*v1 + c[1]*w1
			}
		}
		terms = terms[h.degree+2-m:]
	}
	return h.mu/h.radius*sum + h.mu/math.Sqrt(r[0]*r[0]+r[1]*r[1]+r[2]*r[2])
}
