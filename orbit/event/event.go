// Package event finds what happens on a path through space: eclipses, passes over
// ground stations, sight between satellites, nodes. Events are found to the event
// and not to the step.
//
// A [Path] gives a state at any instant, whoever computed it; a [Table] makes one
// of a tabulated ephemeris. [Eclipses] takes a path through Earth's [Shadow];
// a [Track] is a path seen from the turning Earth, made once and asked by any
// number of stations with [Track.Passes]; [Sight] says when two satellites see one
// another. Times between samples are not trusted to be uneventful: each function
// whose sign is an event has a bound on its second derivative, from the laws of
// motion or from the interpolating polynomial, and a cell between two samples is
// split until the bound proves that it holds no crossing but the one its ends
// show. What is shorter than a millisecond may be missed, and nothing longer.
//
// Nothing here keeps state between calls; equal arguments give equal results.
package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Path gives the state of a satellite at an instant, or the reason why there is
// none: an element set that has decayed, a table that has ended. Its result must
// depend on the instant alone, and its velocity be the rate of its place. The search
// in [Eclipses], [Sight] and [Nodes] takes it to move as gravity allows: see
// [enclose].
type Path func(sky.Instant) (sky.GCRS, error)

// Span is a stretch of time from Start up to and without Stop.
type Span struct{ Start, Stop sky.Instant }

// Seconds returns the length of the span.
func (s Span) Seconds() float64 { return s.Stop.SecondsFrom(s.Start) }

func (s Span) check() error {
	if s.Stop <= s.Start {
		return fmt.Errorf("event: the span ends at %s and begins at %s; it should end later", s.Stop, s.Start)
	}
	if s.Start < sky.First || s.Stop > sky.Last {
		return fmt.Errorf("event: the span from %s to %s is out of range; years 1709 to 2290 would be right", s.Start, s.Stop)
	}
	if s.Stop-s.Start < 0 {
		return fmt.Errorf("event: the span is longer than 292 years")
	}
	return nil
}

// Interval is a stretch of time in which something holds, from Start up to and
// without Stop. At the borders of a search it is cut off, and says so.
type Interval struct {
	Start, Stop sky.Instant
	Before      bool // it held already when the search began, at Start
	After       bool // it still held when the search ended, at Stop
}

// Seconds returns the length of the interval, of its part in the search if it is cut.
func (i Interval) Seconds() float64 { return i.Stop.SecondsFrom(i.Start) }

// What a state must keep to be one of a satellite of Earth.
const (
	mu           = 398600.4418 // km3/s2; WGS 84, NIMA TR8350.2, table 3.1
	lowestRadius = 6356.0      // km: below it a place is under the ground at any latitude
	highestSpeed = 100.0       // km/s: above it steps would grow too short; escape from the ground takes 11.2
	farthest     = 1e8         // km: beyond it Earth is no longer what matters
)

// at returns the path's state if it is one of a satellite.
func (p Path) at(t sky.Instant) (sky.GCRS, float64, float64, error) {
	s, err := p(t)
	if err != nil {
		return s, 0, 0, fmt.Errorf("event: at %s: %w", t, err)
	}
	r, v := norm(s.Position), norm(s.Velocity)
	switch {
	case !(r < farthest): // NaN as well
		return s, r, v, fmt.Errorf("event: at %s the satellite is %v km from Earth's centre; less than %v would be right", t, r, farthest)
	case r < lowestRadius:
		return s, r, v, fmt.Errorf("event: at %s the satellite is %.6g km from Earth's centre, below the ground", t, r)
	case !(v < highestSpeed):
		return s, r, v, fmt.Errorf("event: at %s the satellite moves at %v km/s; less than %v would be right", t, v, highestSpeed)
	}
	return s, r, v, nil
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

func norm(a [3]float64) float64 { return math.Sqrt(dot(a, a)) }

func sub(a, b [3]float64) [3]float64 { return [3]float64{a[0] - b[0], a[1] - b[1], a[2] - b[2]} }

func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

// along returns a + k b.
func along(a [3]float64, k float64, b [3]float64) [3]float64 {
	return [3]float64{a[0] + k*b[0], a[1] + k*b[1], a[2] + k*b[2]}
}
