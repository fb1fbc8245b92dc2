package constellation

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Hill is where one satellite is relative to another, in the frame that turns with the
// other: x away from Earth, y along the orbit, z along its normal.
type Hill struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s, as seen in the turning frame
}

// After returns the relative motion a time later, s, by the equations of Hill or
// Clohessy and Wiltshire: with n the mean motion of the circle, s = sin nt, c = cos nt,
//
//	x(t) = (4−3c) x + (s/n) ẋ + (2/n)(1−c) ẏ
//	y(t) = 6(s−nt) x + y − (2/n)(1−c) ẋ + (1/n)(4s−3nt) ẏ
//	z(t) = c z + (s/n) ż
//
// Source: Clohessy and Wiltshire 1960; Vallado, 4th ed., section 6.8.
// Ignores: squares of distance over radius; eccentricity; J2.
// Good to: ten squares of the distance over the axis in a revolution, 1 m for 1 km,
// TestVerif_HillAgainstTwoBodies.
// Needs: n above 0.
func (h Hill) After(n, t float64) Hill {
	s, c := math.Sincos(n * t)
	x, y, z := h.Position[0], h.Position[1], h.Position[2]
	u, v, w := h.Velocity[0], h.Velocity[1], h.Velocity[2]
	return Hill{
		Position: [3]float64{
			(4-3*c)*x + s/n*u + 2/n*(1-c)*v,
			6*(s-n*t)*x + y - 2/n*(1-c)*u + (4*s-3*n*t)/n*v,
			c*z + s/n*w,
		},
		Velocity: [3]float64{
			3*n*s*x + c*u + 2*s*v,
			-6*n*(1-c)*x - 2*s*u + (4*c-3)*v,
			-n*s*z + c*w,
		},
	}
}

// Relative returns where a deputy is in the frame of a chief, from their states in one
// frame that does not turn, without approximation.
func Relative(chief, deputy sky.TEME) Hill {
	axes, turn := frame(chief)
	var h Hill
	var d, v [3]float64
	for i := range 3 {
		d[i] = deputy.Position[i] - chief.Position[i]
		v[i] = deputy.Velocity[i] - chief.Velocity[i]
	}
	h.Position = axes.Apply(d)
	h.Velocity = axes.Apply(v)
	// The frame turns about z; under J2 its plane turns too, a thousandth as fast, which
	// velocities leave out.
	h.Velocity[0] += turn * h.Position[1]
	h.Velocity[1] -= turn * h.Position[0]
	return h
}

// frame returns the axes of Hill's frame and its turn about z, rad/s.
func frame(s sky.TEME) (axes sky.Matrix, turn float64) {
	r, v := s.Position, s.Velocity
	radius := math.Sqrt(dot(r, r))
	h := cross(r, v)
	momentum := math.Sqrt(dot(h, h))
	for i := range 3 {
		axes[0][i], axes[2][i] = r[i]/radius, h[i]/momentum
	}
	axes[1] = cross(axes[2], axes[0])
	return axes, momentum / (radius * radius)
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}
