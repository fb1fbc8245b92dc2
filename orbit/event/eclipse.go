package event

import (
	"fmt"
	"slices"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Kind is how much of the Sun Earth hides.
type Kind uint8

// The kinds of shadow.
const (
	Penumbra Kind = iota // a part of the disc
	Umbra                // all of it
	Antumbra             // its middle: Earth stands before the Sun as a smaller disc
)

func (k Kind) String() string {
	switch k {
	case Penumbra:
		return "penumbra"
	case Umbra:
		return "umbra"
	case Antumbra:
		return "antumbra"
	}
	return fmt.Sprintf("kind %d", uint8(k))
}

// Phase is a stretch of a path in one kind of shadow. Phases that follow one
// another without sunlight between share an instant, to the nanosecond.
type Phase struct {
	Interval
	Kind    Kind
	Visible float64 // mean share of the Sun's disc in view
}

// Eclipses returns the phases of shadow on a path, in order of time.
//
// No phase longer than a millisecond is missed and each border is found to a
// microsecond, as long as the path moves as gravity allows: faster turns than
// twice Earth's pull at the place may hide a phase. The path is asked some sixty
// times a revolution. After an error the phases before it are returned with it.
//
// Source: Montenbruck and Gill, Satellite Orbits, section 3.4.2, for the cones; the
// quadratic form and the flattened Earth are derived in doc/model/events-orbit.md.
// Ignores: the air, which bends and dims the light and moves what a panel sees by
// seconds; mountains; polar motion; the Moon's shadow.
// Good to: 20 µs against rays (TestVerif_Rays); 3 ms of GMAT's borders with its light
// (TestVal_GMATEclipses), 0.5 ms of Orekit's (TestVal_OrekitEclipses).
// Needs: as [Path]; another is an error or, if it turns faster than gravity allows, may
// hide a phase.
func Eclipses(path Path, span Span, s Shadow) ([]Phase, error) {
	if err := span.check(); err != nil {
		return nil, err
	}
	if err := s.check(); err != nil {
		return nil, err
	}
	back := s.backdrop()
	outer, inner := s.cones(path, &back, true), s.cones(path, &back, false)
	step := func(m sample) float64 { return m.moves[0].stride() }
	dark, err := outer.intervals(span, step, true, nil)
	var phases []Phase
	var deep []Interval
	for _, d := range dark {
		var inside error
		if deep, inside = inner.intervals(Span{d.Start, d.Stop}, step, true, deep[:0]); inside != nil {
			err = inside
			break
		}
		at, before := d.Start, d.Before
		for _, u := range deep {
			if u.Start > at {
				phases = append(phases, Phase{Interval{at, u.Start, before, false}, Penumbra, 0})
			}
			if u.Start < u.Stop { // a path that jumps may touch the umbra for less than a nanosecond
				phases = append(phases, Phase{Interval{u.Start, u.Stop, u.Before && d.Before, u.After && d.After}, Umbra, 0})
			}
			at, before = u.Stop, false
		}
		if at < d.Stop {
			phases = append(phases, Phase{Interval{at, d.Stop, before, d.After}, Penumbra, 0})
		}
	}
	for i := range phases {
		if e := s.weigh(path, &back, &phases[i]); e != nil {
			return phases[:i], e
		}
	}
	return phases, err
}

// cones looks at the path by [scene.cone].
func (s *Shadow) cones(path Path, back *backdrop, penumbra bool) scanner {
	return scanner{
		resolution: resolution,
		bound:      s.bend,
		eval: func(t sky.Instant) (m sample, err error) {
			state, r, v, err := path.at(t)
			if err != nil {
				return m, err
			}
			sun, drift, pole := back.at(t)
			c, ok := s.see(&state, sun, drift, pole)
			if !ok {
				return m, fmt.Errorf("event: at %s the satellite is below the ground", t)
			}
			m.g, m.slope = c.cone(penumbra)
			m.moves[0] = motion{r, v, dot(state.Position, state.Velocity) / r}
			return m, nil
		},
	}
}

// gauss are the nodes and weights of Gauss and Legendre for five points on 0 to 1.
var gauss = [5][2]float64{
	{0.04691007703066802, 0.11846344252809454}, {0.23076534494715845, 0.23931433524968324}, {0.5, 0.28444444444444444},
	{0.7692346550528415, 0.23931433524968324}, {0.9530899229693319, 0.11846344252809454},
}

// weigh fills a phase's mean share of the disc in, and tells antumbra from umbra by
// whether anything is in view at its middle.
func (s *Shadow) weigh(path Path, back *backdrop, p *Phase) error {
	length := float64(p.Stop - p.Start)
	if p.Kind == Umbra {
		v, err := s.visible(path, back, p.Start+sky.Instant(length/2))
		if err != nil || v == 0 {
			return err
		}
		p.Kind = Antumbra
	}
	for _, n := range gauss {
		v, err := s.visible(path, back, p.Start+sky.Instant(n[0]*length))
		if err != nil {
			return err
		}
		p.Visible += n[1] * v
	}
	return nil
}

// Sunlight sums the phases of a span up.
type Sunlight struct {
	Lit      float64  // share of the span in full sunlight
	Light    float64  // mean share of the Sun's disc in view
	Umbra    float64  // share of the span in umbra
	Eclipses int      // runs of phases without sunlight between
	Longest  Interval // the longest run; empty if there is none
	Darkest  Interval // the longest umbra; empty if there is none
}

// Sum returns the sums over a span of its phases, in order as [Eclipses] gives them.
func Sum(span Span, phases []Phase) Sunlight {
	total := span.Seconds()
	if !(total > 0) {
		return Sunlight{}
	}
	s := Sunlight{Lit: 1, Light: 1}
	var run Interval
	for i, p := range phases {
		length := p.Seconds()
		s.Lit -= length / total
		s.Light -= length * (1 - p.Visible) / total
		if p.Kind == Umbra {
			s.Umbra += length / total
			if length > s.Darkest.Seconds() {
				s.Darkest = p.Interval
			}
		}
		if i == 0 || p.Start != run.Stop {
			s.Eclipses++
			run = p.Interval
		}
		run.Stop, run.After = p.Stop, p.After
		if run.Seconds() > s.Longest.Seconds() {
			s.Longest = run
		}
	}
	return s
}

// Overlap returns where intervals of two lists hold at once; both lists are in
// order and do not overlap themselves. A border is cut off where that of the list
// which sets it is.
func Overlap(a, b []Interval) []Interval {
	var both []Interval
	for len(a) > 0 && len(b) > 0 {
		i := Interval{Start: a[0].Start, Stop: a[0].Stop, Before: a[0].Before, After: a[0].After}
		if b[0].Start > i.Start {
			i.Start, i.Before = b[0].Start, b[0].Before
		} else if b[0].Start == i.Start {
			i.Before = i.Before && b[0].Before
		}
		if b[0].Stop < i.Stop {
			i.Stop, i.After = b[0].Stop, b[0].After
		} else if b[0].Stop == i.Stop {
			i.After = i.After && b[0].After
		}
		if i.Start < i.Stop {
			both = append(both, i)
		}
		if a[0].Stop < b[0].Stop {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return slices.Clip(both)
}
