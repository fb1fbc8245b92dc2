package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// motion is how a satellite moves at a sample.
type motion struct {
	radius float64 // km from Earth's centre
	speed  float64 // km/s
	climb  float64 // km/s, the rate of the radius
}

// sample is a function whose sign is an event, at an instant.
type sample struct {
	at    sky.Instant
	g     float64
	slope float64 // dg/dt, 1/s; NaN if it is not known
	moves [2]motion
	apart motion // of a second satellite seen from a first
}

// crossing is an instant at which the function changes its sign.
type crossing struct {
	at     sky.Instant
	rising bool // from negative to positive
}

// Limits of the search.
const (
	rootWidth  = 1000      // ns: a crossing is enclosed to this
	resolution = 1_000_000 // ns: a cell this short is taken as its ends show it
	// allowance is how many evaluations each step brings: a grazing event takes
	// some eighty, a crossing four.
	allowance = 200
)

// scanner looks for the crossings of one function.
type scanner struct {
	eval func(sky.Instant) (sample, error)
	// bound is what |g″| is nowhere above between two samples, or |g′| if rate is set,
	// for functions whose slope is not known; not ok if the two are too far apart to say.
	bound      func(a, b sample) (limit float64, ok bool)
	rate       bool
	resolution sky.Instant
	left       int // evaluations still allowed
}

func (s *scanner) sample(t sky.Instant) (sample, error) {
	if s.left--; s.left < 0 {
		return sample{}, fmt.Errorf("event: at %s the path is too rough to be searched: more than %d evaluations a step", t, allowance)
	}
	m, err := s.eval(t)
	if err == nil && math.IsNaN(m.g) {
		err = fmt.Errorf("event: at %s the path or the Sun gives no number", t)
	}
	m.at = t
	return m, err
}

// settled says whether between two samples the function is proved to change its
// sign as often as its ends show: once or not at all.
func (s *scanner) settled(a, b sample) bool {
	limit, ok := s.bound(a, b)
	switch {
	case !ok:
		return false
	case s.rate: // the way from one value to zero and on to the other; or nothing moves at all
		return a.g == 0 && b.g == 0 || (a.g < 0) == (b.g < 0) && math.Abs(a.g)+math.Abs(b.g) > limit*b.at.SecondsFrom(a.at)
	}
	return bent(a, b, limit)
}

// between appends the crossings between two samples.
func (s *scanner) between(a, b sample, found []crossing) ([]crossing, error) {
	differ := (a.g < 0) != (b.g < 0)
	if b.at-a.at <= s.resolution || s.settled(a, b) {
		if !differ {
			return found, nil
		}
		at, err := s.root(a, b)
		if err != nil {
			return found, err
		}
		return append(found, crossing{at, b.g >= 0}), nil
	}
	m, err := s.sample(a.at + (b.at-a.at)/2)
	if err != nil {
		return found, err
	}
	if found, err = s.between(a, m, found); err != nil {
		return found, err
	}
	return s.between(m, b, found)
}

// scan appends the crossings in a span in order of time; step gives the seconds
// to the next sample. It returns the function at the start too. After an error
// the crossings before it stand.
func (s *scanner) scan(span Span, step func(sample) float64, found []crossing) (sample, []crossing, error) {
	s.left += allowance
	first, err := s.sample(span.Start)
	if err != nil {
		return first, found, err
	}
	for a := first; a.at < span.Stop; {
		s.left += allowance
		next := span.Stop
		if h := step(a); h < span.Stop.SecondsFrom(a.at) {
			next = a.at.AddSeconds(h)
		}
		b, err := s.sample(next)
		if err != nil {
			return first, found, err
		}
		if found, err = s.between(a, b, found); err != nil {
			return first, found, err
		}
		a = b
	}
	return first, found, nil
}

// intervals appends the stretches of a span in which the function is negative, or
// positive. After an error at an instant that no crossing tells the last stretch
// is left out.
func (s *scanner) intervals(span Span, step func(sample) float64, negative bool, list []Interval) ([]Interval, error) {
	first, found, err := s.scan(span, step, nil)
	if err != nil && found == nil {
		return list, err
	}
	return stretches(span, (first.g < 0) == negative, negative, found, err == nil, list), err
}

// stretches turns crossings into intervals; whole is whether the span was
// searched to its end.
func stretches(span Span, holds, negative bool, found []crossing, whole bool, list []Interval) []Interval {
	at, before := span.Start, true
	for _, c := range found {
		if holds && c.at > at {
			list = append(list, Interval{at, c.at, before, false})
		}
		at, before, holds = c.at, false, c.rising != negative
	}
	if holds && whole {
		list = append(list, Interval{at, span.Stop, before, true})
	}
	return list
}

// root narrows a change of sign down. The next place is where the cubic through
// both values and slopes vanishes; every third is the middle, so that the bracket
// shrinks whatever the function. It ends when the bracket is a microsecond wide or
// a tangent's step is a tenth of that.
func (s *scanner) root(a, b sample) (sky.Instant, error) {
	for i := 1; b.at-a.at > rootWidth; i++ {
		t := a.at + (b.at-a.at)/2
		if i%3 != 0 {
			t = a.at + sky.Instant(cubicRoot(a, b)*float64(b.at-a.at))
			t = min(max(t, a.at+1), b.at-1)
		}
		m, err := s.sample(t)
		if err != nil {
			return 0, err
		}
		if math.Abs(m.g) <= rootWidth*1e-10*math.Abs(m.slope) {
			return min(max(t.AddSeconds(-m.g/m.slope), a.at), b.at), nil
		}
		if (m.g < 0) == (a.g < 0) {
			a = m
		} else {
			b = m
		}
	}
	return a.at + sky.Instant(math.Round(float64(b.at-a.at)*a.g/(a.g-b.g))), nil
}

// cubicRoot returns where in a cell, 0 to 1, the cubic through values and slopes
// at its ends vanishes, the values being of different signs; without slopes, the
// straight line.
func cubicRoot(a, b sample) float64 {
	h := b.at.SecondsFrom(a.at)
	x := a.g / (a.g - b.g)
	c1, d := a.slope*h, b.g-a.g
	c2, c3 := 3*d-(2*a.slope+b.slope)*h, (a.slope+b.slope)*h-2*d
	if math.IsNaN(c3) {
		return x
	}
	low, high := 0.0, 1.0
	for range 20 {
		y := a.g + x*(c1+x*(c2+x*c3))
		if (y < 0) == (a.g < 0) {
			low = x
		} else {
			high = x
		}
		next := x - y/(c1+x*(2*c2+x*3*c3))
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		if math.Abs(next-x) < 1e-12 {
			return next
		}
		x = next
	}
	return x
}

// bent says whether a function with |g″| ≤ bend over h seconds changes its sign
// as its ends show. With equal signs, each end's tangent less the parabola of the
// bend keeps the sign for a time, and the two times must meet; with different
// ones, the slopes must keep theirs.
func bent(a, b sample, bend float64) bool {
	h := b.at.SecondsFrom(a.at)
	if (a.g < 0) != (b.g < 0) {
		sum := a.slope + b.slope
		if a.g >= 0 {
			sum = -sum
		}
		return sum > bend*h
	}
	if a.g < 0 {
		return reach(-a.g, -a.slope, bend)+reach(-b.g, b.slope, bend) > h
	}
	return reach(a.g, a.slope, bend)+reach(b.g, -b.slope, bend) > h
}

// reach is the time for which g + slope τ − bend τ²/2 stays positive.
func reach(g, slope, bend float64) float64 {
	return (slope + math.Sqrt(slope*slope+2*bend*g)) / bend
}

// stepAngle is the length of a step in radians of the motion at hand. Half a step
// then changes the radius by a tenth, and [envelope] holds.
const stepAngle = 0.2

// stride returns the seconds of a step: a fifth of a radian of circular motion at
// that radius, or of the path's own.
func (m motion) stride() float64 {
	return stepAngle * min(math.Sqrt(m.radius*m.radius*m.radius/mu), m.radius/m.speed)
}

// envelope bounds radius, speed and acceleration between two samples h seconds
// apart; low is the least radius.
//
// The acceleration is taken to be at most twice μ/r² of the lower end and the
// Sun's tide. Half the cell at the speed that follows changes the radius by less
// than a quarter, or ok is false; then μ/r² is at most 1.78 times its value at the
// end, and the rest of the twice is room for everything but gravity's first term:
// flattening takes 0.3 %.
type envelope struct{ low, radius, speed, acceleration, climb float64 }

func enclose(a, b motion, h float64) (e envelope, ok bool) {
	low := min(a.radius, b.radius)
	high := max(a.radius, b.radius)
	e.acceleration = 2*mu/(low*low) + 1e-13*high
	e.speed = max(a.speed, b.speed) + e.acceleration*h/2
	if e.speed*h/2 > low/4 {
		return e, false
	}
	reach := e.speed * h / 2
	e.climb = max(math.Abs(a.climb), math.Abs(b.climb)) + (e.speed*e.speed/(low-reach)+e.acceleration)*h/2
	e.climb = min(e.climb, e.speed)
	e.low, e.radius = low-e.climb*h/2, high+e.climb*h/2
	return e, true
}
