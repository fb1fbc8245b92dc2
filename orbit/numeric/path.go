package numeric

import (
	"fmt"
	"math"
	"sort"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Path is where a satellite went: a polynomial of degree 7 in time for each step of
// the integration, 400 bytes. It may be read by many at once.
type Path struct {
	start    sky.Instant
	reached  float64 // s since start, negative backwards
	begun    sky.GCRS
	segments []segment
	calls    int
}

// Propagate follows a satellite from its state at an instant until another, earlier
// or later, and returns the whole path. If it ends before its time the error says
// why, and the path up to there comes with it.
func Propagate(f *Forces, state sky.GCRS, at, until sky.Instant, l Limits) (*Path, error) {
	g, err := newIntegrator(f, state, at, until, l)
	if err != nil {
		return nil, err
	}
	p := &Path{start: at, begun: state}
	var s segment
	end, err := until.SecondsFrom(at), g.ready()
	for err == nil && g.time != end {
		if err = g.advance(end, &s); err == nil && !s.finite() {
			err = ErrNotFinite
		}
		if err == nil {
			p.segments = append(p.segments, s)
			p.reached = g.time
			err = g.aloft()
		}
	}
	p.calls = g.calls
	if err != nil {
		return p, g.failed(err)
	}
	return p, nil
}

// Carry is [Propagate] for the last state alone; it keeps no path and allocates
// nothing but its own workspace.
func Carry(f *Forces, state sky.GCRS, at, until sky.Instant, l Limits) (sky.GCRS, error) {
	g, err := newIntegrator(f, state, at, until, l)
	if err != nil {
		return sky.GCRS{}, err
	}
	end, err := until.SecondsFrom(at), g.ready()
	for err == nil && g.time != end {
		if err = g.advance(end, nil); err == nil {
			err = g.aloft()
		}
	}
	if err != nil {
		err = g.failed(err)
	}
	return g.state.gcrs(), err
}

func newIntegrator(f *Forces, state sky.GCRS, at, until sky.Instant, l Limits) (*integrator, error) {
	l, err := l.withDefaults()
	if err != nil {
		return nil, err
	}
	// The heavens are asked for two hours on either side.
	for _, t := range []sky.Instant{at, until} {
		if math.Abs(float64(t)) > math.MaxInt64-4*grid {
			return nil, fmt.Errorf("instant %d: want it within 292 years of 2000", t)
		}
	}
	if d := float64(until) - float64(at); math.Abs(d) >= math.MaxInt64 {
		return nil, fmt.Errorf("a span of %.3g s: want less than 292 years", d*1e-9)
	}
	m, err := newModel(f)
	if err != nil {
		return nil, err
	}
	if err := m.heavens.check(at); err != nil {
		return nil, err
	}
	g := &integrator{model: m, limits: l, start: at, lowest: math.Inf(1)}
	copy(g.state[:3], state.Position[:])
	copy(g.state[3:], state.Velocity[:])
	if r, v := lengths(&g.state); !(r < 1e7 && v > 0 && v < sky.LightSpeed) {
		return nil, fmt.Errorf("state %v: want it finite, within 1e7 km, and moving", state)
	}
	if until != at {
		if err = g.aloft(); err != nil {
			return nil, fmt.Errorf("%w at the start", err)
		}
		g.begin(until.SecondsFrom(at))
	}
	return g, nil
}

// ready checks that a first step was found.
func (g *integrator) ready() error {
	if math.IsNaN(g.step) {
		return ErrNotFinite
	}
	return nil
}

// aloft checks that the satellite is above the floor, and was within the last step.
func (g *integrator) aloft() error {
	switch r, v := lengths(&g.state); {
	case math.IsNaN(r+v) || math.IsInf(r+v, 0):
		return ErrNotFinite
	case min(r, g.lowest) < sky.EarthRadius+g.limits.Floor:
		return ErrReentry
	}
	return nil
}

func (y *vector) gcrs() sky.GCRS {
	return sky.GCRS{Position: [3]float64{y[0], y[1], y[2]}, Velocity: [3]float64{y[3], y[4], y[5]}}
}

// At returns the state at an instant of the path, and not-a-numbers outside it.
func (p *Path) At(t sky.Instant) sky.GCRS {
	s := t.SecondsFrom(p.start)
	low, high := min(0, p.reached), max(0, p.reached)
	rounding := 0.6e-9 + 1e-15*(high-low) // of the ends, to nanoseconds and to 53 bits
	if s < low-rounding || s > high+rounding {
		nan := [3]float64{math.NaN(), math.NaN(), math.NaN()}
		return sky.GCRS{Position: nan, Velocity: nan}
	}
	s = min(max(s, low), high)
	ahead := p.reached >= 0
	if len(p.segments) == 0 {
		return p.begun
	}
	i := sort.Search(len(p.segments), func(i int) bool {
		return ahead && p.segments[i].start > s || !ahead && p.segments[i].start < s
	})
	y := p.segments[max(0, i-1)].at(s)
	return y.gcrs()
}

// Span returns the instants between which the path is known, the earlier one first.
func (p *Path) Span() (from, to sky.Instant) {
	end := p.start.AddSeconds(p.reached)
	return min(p.start, end), max(p.start, end)
}

// Effort returns the steps of the path and the evaluations of the forces they took.
func (p *Path) Effort() (steps, evaluations int) { return len(p.segments), p.calls }
