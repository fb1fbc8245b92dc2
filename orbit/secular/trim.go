package secular

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Trimmed returns the osculating state a time from the epoch, s, with its axis right to J2
// times the eccentricity, which [Orbit.At] leaves out: the state from which to fly on. Two
// satellites of a dense cluster that share their mean axis then keep one period: without
// it a satellite 1 km away drifts by up to 12 m a revolution. With r and u to the first power
// of e,
//
//	a = ā + (J2 R²/2ā) [(3θ²−1)((ā/r)³ − 1) + 3 (1−θ²)(ā/r)³ cos 2u]
//
// and the speed is changed to have that axis.
//
// Source: Brouwer 1959, short periods of the axis.
// Ignores: J2 e in the other elements, which bends a cluster's paths by some decimetres
// but lets nothing drift; J2².
// Good to: a drift under 0.2 m a revolution of satellites 1 km apart, TestVal_ClusterStaysTogether of
// package constellation.
// Needs: NewOrbit.
func (o *Orbit) Trimmed(seconds float64) sky.TEME {
	s, m, f := o.At(seconds), o.Mean(seconds), &o.field
	pear, _ := f.pear(m.Axis, o.sin, o.cos)
	sinλ, cosλ := math.Sincos(m.Latitude)
	eCos, eSin := m.Ex*cosλ+(m.Ey+pear)*sinλ, m.Ex*sinλ-(m.Ey+pear)*cosλ
	cube := 1 + 3*eCos
	x := o.sin * o.sin
	axis := m.Axis + f.J2*f.Radius*f.Radius/(2*m.Axis)*((2-3*x)*(cube-1)+3*x*cube*math.Cos(2*(m.Latitude+2*eSin)))
	r2, v2 := 0.0, 0.0
	for i := range 3 {
		r2 += s.Position[i] * s.Position[i]
		v2 += s.Velocity[i] * s.Velocity[i]
	}
	now := 1 / (2/math.Sqrt(r2) - v2/f.Mu)
	k := 1 + (axis-now)*f.Mu/(2*m.Axis*m.Axis*v2)
	for i := range 3 {
		s.Velocity[i] *= k
	}
	return s
}
