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

// Windows returns when two satellites see one another, in order of time. After an
// error the windows before it are returned with it.
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
	if s.Range == 0 {
		return list, err
	}
	near := s.reach(a, b)
	within, apart := near.intervals(span, step, false, nil)
	if err == nil {
		err = apart
	}
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
			m.apart = motion{radius: norm(d), speed: norm(w)}
			m.g, m.slope = dot(d, d), 2*dot(d, w)
			return m, nil
		},
		bound: func(a, b sample) (float64, bool) {
			limit, ok := parting(a, b)
			return 2 * limit, ok
		},
	}
}

// parting bounds the rate of Δ·w between two samples, W² + X A with the greatest
// relative speed W, distance X and relative acceleration A.
//
// Two satellites are pulled alike: A is at most L X + e, where L = 2.4 μ/r³ is a fifth
// more than gravity's steepest gradient at the least radius r between them and e =
// 1 mm/s² is left for drag, sunlight and thrusters; or else it is the sum of both.
// With d and w the greatest distance and relative speed at the samples, W ≤ w + A h/2
// and X ≤ d + W h/2.
func parting(a, b sample) (float64, bool) {
	h := b.at.SecondsFrom(a.at)
	one, ok := enclose(a.moves[0], b.moves[0], h)
	if !ok {
		return 0, false
	}
	two, ok := enclose(a.moves[1], b.moves[1], h)
	if !ok {
		return 0, false
	}
	const own = 1e-6 // km/s2
	d, w := max(a.apart.radius, b.apart.radius), max(a.apart.speed, b.apart.speed)
	far := one.radius + two.radius
	pull := one.acceleration + two.acceleration
	fast := min(w+pull*h/2, one.speed+two.speed)
	if r := min(one.low, two.low) - d/2 - fast*h/4; r > 0 {
		gradient := 2.4 * mu / (r * r * r)
		if grow := gradient * h * h / 4; grow < 0.5 {
			far = min(far, (d+w*h/2+own*h*h/4)/(1-grow))
			pull = min(pull, gradient*far+own)
			fast = min(fast, w+pull*h/2)
		}
	}
	far = min(far, d+fast*h/2)
	return fast*fast + far*pull, true
}

// Extreme is a local extreme of the distance of two satellites.
type Extreme struct {
	At       sky.Instant
	Distance float64 // km
	Nearest  bool    // a minimum; else a maximum
}

// Extremes returns the local extremes of two satellites' distance within a span.
// Satellites that keep their distance to rounding have none.
//
// They are where Δ·w changes its sign, Δ and w being relative place and velocity; a
// cell is split until the bound of its rate proves it settled.
//
// Source: derived in doc/model/events-orbit.md.
// Ignores: pairs of extremes less than a tenth of a second apart.
// Good to: a microsecond (TestVerif_Sight); between neighbours 10 km apart or less, what
// rounding leaves, 0.1 ms a kilometre apart (TestVerif_Neighbours).
// Needs: as [Path].
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
		// What is left of the difference of places and velocities that are equal.
		noise := 0x1p-44 * (m.moves[0].radius*m.apart.speed + m.moves[0].speed*m.apart.radius)
		if math.Abs(m.g) < noise {
			m.g = 0
		}
		return m, err
	}
	s.bound, s.rate, s.resolution = parting, true, 100*resolution
	return s
}
