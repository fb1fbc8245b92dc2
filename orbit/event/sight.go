package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Sight is what two satellites need to see one another.
type Sight struct {
	EarthRadius float64 // at the equator, km
	Flattening  float64 // 0 for a sphere
	Height      float64 // km above it that a line of sight must clear
	Range       float64 // km, the farthest; 0 for any
}

// ClearOf returns the sight past the ellipsoid of WGS 84 and a height above it, at
// any range.
func ClearOf(height float64) Sight {
	return Sight{EarthRadius: sky.EarthRadius, Flattening: sky.EarthFlattening, Height: height}
}

func (s Sight) check() error {
	switch {
	case !(s.EarthRadius > 6000 && s.EarthRadius < 7000):
		return fmt.Errorf("event: Earth's radius is %v km; 6378.137 would be right", s.EarthRadius)
	case !(s.Flattening >= 0 && s.Flattening < 0.1):
		return fmt.Errorf("event: the flattening is %v; 1/298.257 would be right", s.Flattening)
	case !(s.Height >= 0 && s.Height < 10000):
		return fmt.Errorf("event: the height to clear is %v km; 0 to 10000 would be right", s.Height)
	case !(s.Range >= 0): // NaN as well
		return fmt.Errorf("event: the range is %v km; 0, for any, or more would be right", s.Range)
	}
	return nil
}

// Windows returns when two satellites see one another, in order of time.
//
// In the space in which the ellipsoid with the height on top is a sphere of the
// radius R, with T = √(s² − R²) the length of the tangent from a satellite at s,
// the line between two clears the sphere while
//
//	s₁·s₂ + T₁ T₂ − R² ≥ 0,
//
// since cos θ ≥ cos(acos R/s₁ + acos R/s₂). Range is |s₂−s₁| in true space.
//
// Source: the angles, Vallado, Fundamentals of Astrodynamics, 4th ed., section
// 5.3.3; the rational form and its bound are derived in doc/model/events-orbit.md.
// Ignores: refraction; light time; that a height over an ellipsoid is no ellipsoid,
// 0.1 % of the height.
// Good to: a microsecond (TestVerif_Sight).
// Needs: both paths above the height; below it is an error.
func (s Sight) Windows(a, b Path, span Span) ([]Interval, error) {
	if err := span.check(); err != nil {
		return nil, err
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	clear := s.line(a, b, &backdrop{})
	step := func(m sample) float64 { return min(m.moves[0].stride(), m.moves[1].stride()) }
	list, err := clear.intervals(span, step, false, nil)
	if err != nil || s.Range == 0 {
		return list, err
	}
	near := s.reach(a, b)
	within, err := near.intervals(span, step, false, nil)
	return Overlap(list, within), err
}

// line looks whether the line between the satellites is clear; the backdrop serves
// for the pole alone.
func (s *Sight) line(a, b Path, back *backdrop) scanner {
	radius := s.EarthRadius + s.Height
	stretch := radius/(s.EarthRadius*(1-s.Flattening)+s.Height) - 1
	return scanner{
		resolution: resolution,
		eval: func(t sky.Instant) (m sample, err error) {
			var place, velocity [2][3]float64
			var tangent, rate [2]float64
			_, _, pole := back.at(t)
			for i, p := range [2]Path{a, b} {
				state, _, _, err := p.at(t)
				if err != nil {
					return m, err
				}
				place[i] = along(state.Position, stretch*dot(state.Position, pole), pole)
				velocity[i] = along(state.Velocity, stretch*dot(state.Velocity, pole), pole)
				t2 := dot(place[i], place[i]) - radius*radius
				if !(t2 > 0) {
					return m, fmt.Errorf("event: at %s satellite %d is below the height of %v km", t, i+1, s.Height)
				}
				climb := dot(place[i], velocity[i])
				tangent[i] = math.Sqrt(t2)
				rate[i] = climb / tangent[i]
				r := norm(place[i])
				m.moves[i] = motion{r, norm(velocity[i]), climb / r}
			}
			m.g = dot(place[0], place[1]) + tangent[0]*tangent[1] - radius*radius
			m.slope = dot(place[0], velocity[1]) + dot(velocity[0], place[1]) + rate[0]*tangent[1] + tangent[0]*rate[1]
			return m, nil
		},
		bound: func(a, b sample) (float64, bool) { return sightBend(a, b, radius) },
	}
}

// reach looks at the square of the range less that of the distance, halved.
func (s *Sight) reach(a, b Path) scanner {
	near := pairScanner(a, b)
	inner := near.eval
	near.eval = func(t sky.Instant) (sample, error) {
		m, err := inner(t)
		m.g, m.slope = (s.Range*s.Range-m.g)/2, -m.slope/2
		return m, err
	}
	near.bound = parting
	return near
}

// sightBend bounds the second derivative of the function of [Sight.Windows]. The
// samples' motion is that in stretched space, where accelerations are at most 1 %
// greater; [enclose] has room for that.
func sightBend(a, b sample, radius float64) (float64, bool) {
	h := b.at.SecondsFrom(a.at)
	var e [2]envelope
	var tangent, rate, bend [2]float64
	for i := range 2 {
		var ok bool
		if e[i], ok = enclose(a.moves[i], b.moves[i], h); !ok {
			return 0, false
		}
		t2 := e[i].low*e[i].low - radius*radius
		if t2 <= 0 {
			return 0, false
		}
		t, r := math.Sqrt(t2), e[i].radius
		tangent[i] = math.Sqrt(r*r - radius*radius)
		rate[i] = r * e[i].climb / t
		bend[i] = (e[i].speed*e[i].speed + r*e[i].acceleration + rate[i]*rate[i]) / t
	}
	return e[0].acceleration*e[1].radius + 2*e[0].speed*e[1].speed + e[0].radius*e[1].acceleration +
		bend[0]*tangent[1] + 2*rate[0]*rate[1] + tangent[0]*bend[1], true
}

// pairScanner looks at the square of two satellites' distance.
func pairScanner(a, b Path) scanner {
	return scanner{
		resolution: resolution,
		eval: func(t sky.Instant) (m sample, err error) {
			one, r, v, err := a.at(t)
			if err != nil {
				return m, err
			}
			m.moves[0] = motion{r, v, dot(one.Position, one.Velocity) / r}
			two, r, v, err := b.at(t)
			if err != nil {
				return m, err
			}
			m.moves[1] = motion{r, v, dot(two.Position, two.Velocity) / r}
			d, w := sub(two.Position, one.Position), sub(two.Velocity, one.Velocity)
			m.g, m.slope = dot(d, d), 2*dot(d, w)
			return m, nil
		},
		bound: func(a, b sample) (float64, bool) {
			limit, ok := parting(a, b)
			return 2 * limit, ok
		},
	}
}

// parting bounds the rate of Δ·v between two samples, v² + |Δ| a with the sums of both
// satellites' greatest speeds, radii and accelerations.
func parting(a, b sample) (float64, bool) {
	h := b.at.SecondsFrom(a.at)
	one, ok := enclose(a.moves[0], b.moves[0], h)
	if !ok {
		return 0, false
	}
	two, ok := enclose(a.moves[1], b.moves[1], h)
	v := one.speed + two.speed
	return v*v + (one.radius+two.radius)*(one.acceleration+two.acceleration), ok
}

// Extreme is a local extreme of the distance of two satellites.
type Extreme struct {
	At       sky.Instant
	Distance float64 // km
	Nearest  bool    // a minimum; else a maximum
}

// Extremes returns the local extremes of two satellites' distance within a span, to
// a microsecond. Pairs of extremes less than a tenth of a second apart may be missed.
//
// They are where Δ·v changes its sign, Δ and v being relative place and velocity.
// Its rate is at most v² + |Δ| a, a bounding the two accelerations' difference, and
// a cell is split until that proves it settled. Satellites that keep their distance
// to rounding have no extremes to find and end in an error.
func Extremes(a, b Path, span Span) ([]Extreme, error) {
	if err := span.check(); err != nil {
		return nil, err
	}
	var distance2 float64
	s := extremeScanner(a, b, &distance2)
	step := func(m sample) float64 { return min(m.moves[0].stride(), m.moves[1].stride()) }
	_, found, err := s.scan(span, step, nil)
	var list []Extreme
	for _, c := range found {
		if _, err := s.eval(c.at); err != nil {
			return list, err
		}
		list = append(list, Extreme{c.at, math.Sqrt(distance2), c.rising})
	}
	return list, err
}

// extremeScanner looks at Δ·v and leaves the square of the distance behind.
func extremeScanner(a, b Path, distance2 *float64) scanner {
	s := pairScanner(a, b)
	inner := s.eval
	s.eval = func(t sky.Instant) (sample, error) {
		m, err := inner(t)
		*distance2 = m.g
		m.g, m.slope = m.slope/2, math.NaN()
		return m, err
	}
	s.bound, s.rate, s.resolution = parting, true, 100*resolution
	return s
}
