package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Pass is a stretch of time in which a station sees a satellite.
type Pass struct {
	Interval
	Highest   sky.Instant // of the greatest elevation, a border if the pass is cut there
	Elevation float64     // then, rad
}

// Passes appends to list the station's passes over the track, in order of time.
//
// With Δ from the station to the satellite, n the zenith and m the mask, the
// satellite is in view while
//
//	f = n·Δ − |Δ| sin m ≥ 0
//
// in kilometres. With v and a the greatest speed and acceleration in a cell of the
// track, |f″| ≤ a + |sin m| (a + v²/|Δ|), and a cell is split until that bound
// proves it settled. A mask of several points is looked at within the passes over
// its lowest one, where the rate of elevation less mask is at most
// (v/|Δ|) (1 + k / cos e), k being the mask's greatest slope.
//
// Source: derived in doc/model/events-orbit.md.
// Ignores: refraction, 0.5° at the horizon and 0.09° at 10°; light time, which
// delays what is seen by 10 ms at 3,000 km; what hides the satellite but the mask.
// Good to: a microsecond of the track, and 1e-4 s of the path (TestVerif_Passes).
// Needs: nothing; a wrong station is an error. No pass and no gap longer than a
// millisecond is missed; with a mask of several points, ten milliseconds.
func (tr *Track) Passes(st Station, list []Pass) ([]Pass, error) {
	if err := st.check(); err != nil {
		return list, err
	}
	w := newWatch(tr, &st)
	seen, err := w.seen()
	if err != nil {
		return list, err
	}
	for _, i := range seen {
		if len(st.Mask) < 2 {
			if list, err = w.appendPass(list, i); err != nil {
				return list, err
			}
			continue
		}
		over, err := w.overMask(i)
		if err != nil {
			return list, err
		}
		for _, i := range over {
			if list, err = w.appendPass(list, i); err != nil {
				return list, err
			}
		}
	}
	return list, nil
}

// Culmination is a local maximum of elevation.
type Culmination struct {
	At        sky.Instant
	Elevation float64 // rad
}

// Culminations returns the maxima of elevation within an interval of the track, to
// a microsecond. Those less than a millisecond apart may be missed in pairs, and
// there is none while the satellite moves by less than a tenth of a millimetre a
// second, as a perfect geostationary one does.
//
// Elevation rises while n·Δ/|Δ| does, that is while
//
//	(n·v) |Δ|² − (n·Δ) (Δ·v) > 0,
//
// whose second derivative is at most 2 j Δ² + 6 a v |Δ|, j bounding the rate of a.
//
// Source: derived in doc/model/events-orbit.md.
// Ignores: what [Track.Passes] ignores.
// Good to: a microsecond of the track (TestVerif_PassOverhead).
// Needs: an interval of the track; another is an error.
func (tr *Track) Culminations(st Station, i Interval) ([]Culmination, error) {
	if err := st.check(); err != nil {
		return nil, err
	}
	if s := tr.Span(); i.Start < s.Start || i.Stop > s.Stop || i.Start >= i.Stop {
		return nil, fmt.Errorf("event: the interval from %s to %s is none of the track, which reaches from %s to %s", i.Start, i.Stop, s.Start, s.Stop)
	}
	w := newWatch(tr, &st)
	tops, err := w.tops(i)
	var list []Culmination
	for _, t := range tops {
		list = append(list, Culmination{t, w.elevation(t)})
	}
	return list, err
}

// watch is a station looking at a track.
type watch struct {
	*Track
	*Station
	sin   float64 // of the mask, the lowest if it has several points
	found []crossing
	// rise and top search one cell, which is cell.
	cell      int
	rise, top scanner
}

func newWatch(tr *Track, st *Station) *watch {
	w := &watch{Track: tr, Station: st, sin: math.Sin(st.lowest())}
	w.rise = scanner{resolution: resolution, eval: w.over, bound: w.bend}
	w.top = scanner{resolution: resolution, eval: w.rising, bound: func(a, b sample) (float64, bool) {
		c := w.cell
		d := max(a.moves[0].radius, b.moves[0].radius) + w.speed[c]*b.at.SecondsFrom(a.at)/2
		return 2*w.jerk[c]*d*d + 6*w.acceleration[c]*w.speed[c]*d, true
	}}
	return w
}

// over is f of [Track.Passes] in the cell at hand; the sample's radius is |Δ|.
func (w *watch) over(t sky.Instant) (sample, error) {
	r, v := w.cells[w.cell].at(t)
	d := sub(r, w.Place)
	far := norm(d)
	return sample{g: dot(d, w.Up) - w.sin*far, slope: dot(v, w.Up) - w.sin*dot(d, v)/far, moves: [2]motion{{radius: far}}}, nil
}

func (w *watch) bend(a, b sample) (float64, bool) {
	v, acc := w.speed[w.cell], w.acceleration[w.cell]
	near := min(a.moves[0].radius, b.moves[0].radius) - v*b.at.SecondsFrom(a.at)/2
	return acc + math.Abs(w.sin)*(acc+v*v/near), near > 0
}

// seen returns when the satellite is over the mask, or over its lowest point. A
// cell that f cannot cross at the satellite's speed is not looked into.
func (w *watch) seen() ([]Interval, error) {
	n := len(w.cells)
	w.found = w.found[:0]
	steep := 1 + math.Abs(w.sin)
	knot := func(i int) float64 {
		d := sub(w.r[i], w.Place)
		return dot(d, w.Up) - w.sin*norm(d)
	}
	first := knot(0)
	g := first
	for i := 0; i < n; {
		if g < 0 { // far below, no cell matters until the fastest satellite could have come up
			until := w.at[i].AddSeconds(min(-g/(steep*w.fastest), 1e6))
			from := i
			for i < n && w.at[i+1] <= until {
				i++
			}
			if i > from {
				g = knot(i)
				continue
			}
		}
		next := knot(i + 1)
		if (g < 0) != (next < 0) || math.Abs(g)+math.Abs(next) <= steep*w.speed[i]*w.at[i+1].SecondsFrom(w.at[i]) {
			w.cell = i
			w.rise.left = allowance
			a, err := w.rise.sample(w.at[i])
			if err != nil {
				return nil, err
			}
			b, err := w.rise.sample(w.at[i+1])
			if err != nil {
				return nil, err
			}
			a.g, b.g = g, next // the same sign from either side, to the last digit
			if w.found, err = w.rise.between(a, b, w.found); err != nil {
				return nil, err
			}
		}
		g = next
		i++
	}
	return stretches(w.Span(), first >= 0, false, w.found, true, nil), nil
}

// rising is the rate of elevation in the cell at hand, scaled.
func (w *watch) rising(t sky.Instant) (sample, error) {
	p := &w.cells[w.cell]
	r, v := p.at(t)
	acc := p.derivative(t, 2)
	d := sub(r, w.Place)
	up, dd, dv := dot(d, w.Up), dot(d, d), dot(d, v)
	upRate := dot(v, w.Up)
	return sample{
		g:     upRate*dd - up*dv,
		slope: dot(acc, w.Up)*dd + upRate*dv - up*(dot(v, v)+dot(d, acc)),
		moves: [2]motion{{radius: math.Sqrt(dd)}},
	}, nil
}

// tops returns the maxima of elevation in an interval.
func (w *watch) tops(i Interval) ([]sky.Instant, error) {
	w.found = w.found[:0]
	var last sample
	for c := w.find(i.Start); c < len(w.cells) && w.at[c] < i.Stop; c++ {
		if w.speed[c] < 1e-7 {
			continue
		}
		w.cell = c
		w.top.left = allowance * 100
		from, to := max(i.Start, w.at[c]), min(i.Stop, w.at[c+1])
		a, err := w.top.sample(from)
		if err != nil {
			return nil, err
		}
		b, err := w.top.sample(to)
		if err != nil {
			return nil, err
		}
		if last.at == a.at && last.g != 0 {
			a.g = last.g // the same sign from either side
		}
		if w.found, err = w.top.between(a, b, w.found); err != nil {
			return nil, err
		}
		last = b
	}
	var tops []sky.Instant
	for _, c := range w.found {
		if !c.rising {
			tops = append(tops, c.at)
		}
	}
	return tops, nil
}

func (w *watch) elevation(t sky.Instant) float64 {
	r, _ := w.cells[w.find(t)].at(t)
	_, e, _ := w.Look(r)
	return e
}

// appendPass appends the pass of an interval with its highest point.
func (w *watch) appendPass(list []Pass, i Interval) ([]Pass, error) {
	p := Pass{Interval: i, Highest: i.Start, Elevation: w.elevation(i.Start)}
	tops, err := w.tops(i)
	if err != nil {
		return list, err
	}
	for _, t := range append(tops, i.Stop) {
		if e := w.elevation(t); e > p.Elevation {
			p.Highest, p.Elevation = t, e
		}
	}
	return append(list, p), nil
}

// sills looks at elevation less mask in the cell at hand; the sample's climb is the
// elevation.
func (w *watch) sills() scanner {
	k := w.steepest()
	return scanner{
		resolution: 10 * resolution,
		rate:       true,
		eval: func(t sky.Instant) (sample, error) {
			r, _ := w.cells[w.cell].at(t)
			az, e, far := w.Look(r)
			return sample{g: e - w.sill(az), slope: math.NaN(), moves: [2]motion{{radius: far, climb: e}}}, nil
		},
		bound: func(a, b sample) (float64, bool) {
			h, v := b.at.SecondsFrom(a.at), w.speed[w.cell]
			near := min(a.moves[0].radius, b.moves[0].radius) - v*h/2
			if near <= 0 {
				return 0, false
			}
			turn := v / near
			high := max(math.Abs(a.moves[0].climb), math.Abs(b.moves[0].climb)) + turn*h/2
			return turn * (1 + k/math.Cos(high)), high < math.Pi/2
		},
	}
}

// overMask returns when the satellite is over a mask of several points, within an
// interval over its lowest one.
func (w *watch) overMask(i Interval) ([]Interval, error) {
	s := w.sills()
	var found []crossing
	var holds bool
	var last sample
	for c := w.find(i.Start); c < len(w.cells) && w.at[c] < i.Stop; c++ {
		w.cell = c
		s.left = allowance * 100
		a, err := s.sample(max(i.Start, w.at[c]))
		if err != nil {
			return nil, err
		}
		b, err := s.sample(min(i.Stop, w.at[c+1]))
		if err != nil {
			return nil, err
		}
		if w.at[c] <= i.Start {
			holds = a.g >= 0
		} else {
			a.g = last.g
		}
		if found, err = s.between(a, b, found); err != nil {
			return nil, err
		}
		last = b
	}
	list := stretches(Span{i.Start, i.Stop}, holds, false, found, true, nil)
	for k := range list {
		list[k].Before = list[k].Before && i.Before
		list[k].After = list[k].After && i.After
	}
	return list, nil
}
