package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Beta returns the angle between the Sun and the plane of the orbit, rad: positive
// where the Sun is on the side of the orbit's normal h = r × v.
//
//	sin β = h·s / |h||s|
//
// Source: Vallado, Fundamentals of Astrodynamics, 4th ed., section 5.3.2.
// Ignores: nothing.
// Good to: rounding (TestVerif_Beta).
// Needs: a place and a velocity that are not along one line; else NaN.
func Beta(state sky.GCRS, sun [3]float64) float64 {
	h := cross(state.Position, state.Velocity)
	across := norm(cross(h, sun))
	if across == 0 && dot(h, sun) == 0 {
		return math.NaN()
	}
	// By the tangent: the sine loses half its digits at a right angle.
	return math.Atan2(dot(h, sun), across)
}

// Node is a passage through the plane of the true equator of date.
type Node struct {
	At             sky.Instant
	RightAscension float64 // of the satellite, from the equinox of GCRS, rad, in (−π, π]
	Ascending      bool
	Revolution     int // ascending nodes since the start of the span: 0 before the first
}

// Nodes returns the passages through the equator within a span, to a microsecond.
// Those less than a millisecond apart may be missed in pairs. A path that lies in
// the equator has no nodes to find and ends in an error.
//
// The height over the equator is z = r·p with p the pole of the true equator; its
// second derivative is at most the acceleration.
//
// Source: definition of the node; the pole is row z of [sky.CelestialToTEME].
// Ignores: polar motion.
// Good to: a microsecond (TestVerif_Nodes).
// Needs: as [Path].
func Nodes(path Path, span Span) ([]Node, error) {
	if err := span.check(); err != nil {
		return nil, err
	}
	s := equator(path, &backdrop{})
	_, found, err := s.scan(span, func(m sample) float64 { return m.moves[0].stride() }, nil)
	var list []Node
	revolution := 0
	for _, c := range found {
		state, _, _, err := path.at(c.at)
		if err != nil {
			return list, fmt.Errorf("event: at a node: %w", err)
		}
		if c.rising {
			revolution++
		}
		list = append(list, Node{c.at, math.Atan2(state.Position[1], state.Position[0]), c.rising, revolution})
	}
	return list, err
}

// equator looks at the height over the equator.
func equator(path Path, back *backdrop) scanner {
	return scanner{
		resolution: resolution,
		eval: func(t sky.Instant) (m sample, err error) {
			state, r, v, err := path.at(t)
			if err != nil {
				return m, err
			}
			_, _, pole := back.at(t)
			m.g, m.slope = dot(state.Position, pole), dot(state.Velocity, pole)
			m.moves[0] = motion{r, v, dot(state.Position, state.Velocity) / r}
			return m, nil
		},
		bound: func(a, b sample) (float64, bool) {
			e, ok := enclose(a.moves[0], b.moves[0], b.at.SecondsFrom(a.at))
			return e.acceleration, ok
		},
	}
}
