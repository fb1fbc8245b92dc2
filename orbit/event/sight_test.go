package event_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// TestVerif_Sight has two circles in one plane round a sphere: they see one another while the
// angle between them is under acos(R/r₁) + acos(R/r₂), are within a range by the law
// of cosines, and are nearest and farthest in line.
func TestVerif_Sight(t *testing.T) {
	const r1, r2, height, reach = 6900.0, 8000.0, 100.0, 3000.0
	R := sky.EarthRadius + height
	n1, n2 := math.Sqrt(mu/(r1*r1*r1)), math.Sqrt(mu/(r2*r2*r2))
	a, b := ring(r1), circle(r2, 0, 0, 1)
	span := event.Span{Stop: 3 * 86400e9}
	// The angle from b to a is (n1−n2) t − 1.
	period := 2 * math.Pi / (n1 - n2)
	check := func(what string, got []event.Interval, half float64) {
		t.Helper()
		k := 0
		for centre := 1 / (n1 - n2); centre-half/(n1-n2) < span.Seconds(); centre += period {
			from, to := max(0, centre-half/(n1-n2)), min(span.Seconds(), centre+half/(n1-n2))
			if k >= len(got) {
				t.Fatalf("%s: only %d windows", what, k)
			}
			if d := max(math.Abs(got[k].Start.SecondsFrom(0)-from), math.Abs(got[k].Stop.SecondsFrom(0)-to)); !(d < 2e-6) {
				t.Errorf("%s: a window is off by %v s", what, d)
			}
			if got[k].Before != (from == 0) || got[k].After != (to == span.Seconds()) {
				t.Errorf("%s: %+v is cut wrongly", what, got[k])
			}
			k++
		}
		if k != len(got) || k < 3 {
			t.Errorf("%s: %d windows, should be %d", what, len(got), k)
		}
	}
	s := event.Sight{EarthRadius: sky.EarthRadius, Height: height}
	w, err := s.Windows(a, b, span)
	if err != nil {
		t.Fatal(err)
	}
	check("sight", w, math.Acos(R/r1)+math.Acos(R/r2))
	s.Range = reach
	if w, err = s.Windows(a, b, span); err != nil {
		t.Fatal(err)
	}
	check("range", w, math.Acos((r1*r1+r2*r2-reach*reach)/(2*r1*r2)))

	found, err := event.Extremes(a, b, span)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range found {
		at := (1 + float64(i)*math.Pi) / (n1 - n2)
		want := r2 - r1
		if i%2 == 1 {
			want = r2 + r1
		}
		if !(math.Abs(e.At.SecondsFrom(0)-at) < 2e-6) || !(math.Abs(e.Distance-want) < 1e-6) || e.Nearest != (i%2 == 0) {
			t.Errorf("extreme %d: %+v, should be %v km at %v s", i, e, want, at)
		}
	}
	if want := int((span.Seconds() - 1/(n1-n2)) / (period / 2)); len(found) != want+1 {
		t.Errorf("%d extremes, should be %d", len(found), want+1)
	}
}

// TestVerif_Neighbours has two circles of one radius, inclined by δ and φ apart in phase, whose
// distance is D² = 2r² − r² ((1+cos δ) cos φ + (1−cos δ) cos(2u+φ)): a formation of a kilometre,
// whose distance changes by less than a millimetre in a second.
func TestVerif_Neighbours(t *testing.T) {
	const r = 7000.0
	rate := math.Sqrt(mu / (r * r * r))
	span := event.Span{Stop: 86400e9}
	for _, δ := range []float64{1e-4, 1e-3, 1e-2, 0.1, 1} {
		φ := δ / 2
		a, b := circle(r, 0, 0, 0), circle(r, δ, 0, φ)
		distance := func(cos float64) float64 {
			h := math.Sin(φ / 2)
			k := math.Sin(δ / 2)
			// As a sum of squares, which keeps its digits.
			return r * math.Sqrt(4*h*h+2*k*k*(math.Cos(φ)-cos))
		}
		found, err := event.Extremes(a, b, span)
		if err != nil {
			t.Fatal(err)
		}
		for i, e := range found {
			at := (float64(i+1)*math.Pi - φ) / (2 * rate)
			want := distance(math.Cos(float64(i+1) * math.Pi))
			if !(math.Abs(e.At.SecondsFrom(0)-at) < 2e-6+1e-8/δ) || !(math.Abs(e.Distance-want) < 1e-9) || e.Nearest != (i%2 == 1) {
				t.Errorf("δ %v: extreme %d %+v, should be %v km at %v s", δ, i, e, want, at)
			}
		}
		if n := int((2*rate*span.Seconds() + φ) / math.Pi); len(found) != n {
			t.Errorf("δ %v: %d extremes, should be %d", δ, len(found), n)
		}
		// Within the range at a quarter of the way, cos(2u+φ) = ½, for a third of the time.
		s := event.ClearOf(0)
		s.Range = distance(0.5)
		w, err := s.Windows(a, b, span)
		if err != nil {
			t.Fatal(err)
		}
		for i, x := range w {
			if i > 0 && i < len(w)-1 {
				if d := x.Seconds() - math.Pi/3/rate; !(math.Abs(d) < 4e-6+1e-8/δ) {
					t.Errorf("δ %v: a window lasts %v s longer than it should", δ, d)
				}
			}
		}
		if len(w) < len(found)/2-1 || len(w) < 20 {
			t.Errorf("δ %v: %d windows", δ, len(w))
		}
	}
	still, err := event.Extremes(circle(r, 1, 2, 3), circle(r, 1, 2, 3.5), span)
	if err != nil || len(still) != 0 {
		t.Errorf("satellites that keep their distance have %d extremes, %v", len(still), err)
	}
}

// TestVerif_SightSampled looks every eleven seconds whether the line between two satellites of any
// kind meets the ellipsoid, by intersecting it.
func TestVerif_SightSampled(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	n := 0
	for range 15 {
		a, b := eccentric(rng), eccentric(rng)
		s := event.ClearOf(100)
		if rng.IntN(2) == 0 {
			s.Range = 20000 * rng.Float64()
		}
		span := event.Span{Stop: 86400e9}
		windows, err := s.Windows(a, b, span)
		if err != nil {
			t.Fatal(err)
		}
		n += len(windows)
		m := sky.CelestialToTEME(43200e9) // the pole moves by 2e-7 rad in half a day, 1 m
		equator, pole := s.EarthRadius+s.Height, s.EarthRadius*(1-s.Flattening)+s.Height
		p := 0
		for u := sky.Instant(0); u < span.Stop; u += 11e9 {
			one, _ := a(u)
			two, _ := b(u)
			x, y := m.Apply(one.Position), m.Apply(two.Position)
			far := math.Sqrt(dot(minus(y, x), minus(y, x)))
			x[2] *= equator / pole
			y[2] *= equator / pole
			d := minus(y, x)
			k := max(0, min(1, -dot(x, d)/dot(d, d)))
			near := [3]float64{x[0] + k*d[0], x[1] + k*d[1], x[2] + k*d[2]}
			over := math.Sqrt(dot(near, near)) - equator
			for p < len(windows) && windows[p].Stop <= u {
				p++
			}
			inside := p < len(windows) && windows[p].Start <= u
			seen := over >= 0 && (s.Range == 0 || far <= s.Range)
			if seen != inside && math.Abs(over) > 0.005 && math.Abs(far-s.Range) > 1e-6 {
				t.Fatalf("at %v the line clears Earth by %v km over %v km; in a window: %v", u, over, far, inside)
			}
		}
	}
	if n < 100 {
		t.Errorf("%d windows", n)
	}
}

// TestVerif_Nodes: a circular orbit crosses the equator every half turn. The pole of date moves by
// 3e-8 rad in the span, some 0.1 ms; the equator of date itself is crossed to the microsecond.
func TestVerif_Nodes(t *testing.T) {
	const r = 7000.0
	m := sky.CelestialToTEME(0)
	flat := circle(r, 0.9, 2, -1)
	path := func(t sky.Instant) (sky.GCRS, error) {
		s, err := flat(t)
		return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, err
	}
	rate := math.Sqrt(mu / (r * r * r))
	nodes, err := event.Nodes(path, event.Span{Stop: 20000e9})
	if err != nil {
		t.Fatal(err)
	}
	if len(nodes) != int((20000*rate-1)/math.Pi)+1 {
		t.Fatalf("%d nodes", len(nodes))
	}
	for i, n := range nodes {
		if d := n.At.SecondsFrom(0) - (1+float64(i)*math.Pi)/rate; !(math.Abs(d) < 1e-3) {
			t.Errorf("node %d is %v s late", i, d)
		}
		s, _ := path(n.At)
		date := sky.CelestialToTEME(n.At)
		if d := date.Apply(s.Position)[2] / date.Apply(s.Velocity)[2]; !(math.Abs(d) < 1e-6) {
			t.Errorf("node %d is %v s from the equator of date", i, d)
		}
		want := 2.0
		if i%2 == 1 {
			want -= math.Pi
		}
		if n.Ascending != (i%2 == 0) || n.Revolution != i/2+1 || !(math.Abs(n.RightAscension-want) < 1e-3) {
			t.Errorf("node %d: %+v", i, n)
		}
	}
	still := func(t sky.Instant) (sky.GCRS, error) {
		s, err := ring(r)(t)
		m := sky.CelestialToTEME(t)
		return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, err
	}
	if nodes, err := event.Nodes(still, event.Span{Stop: 20000e9}); err == nil {
		t.Errorf("an orbit in the equator has %d nodes", len(nodes))
	}
}

// TestVerif_Beta has the Sun along the orbit's normal, in its plane and between.
func TestVerif_Beta(t *testing.T) {
	s, _ := circle(7000, 1, 2, 3)(0)
	n := unit(times(s.Position, s.Velocity))
	p := unit(s.Position)
	for _, b := range []float64{-math.Pi / 2, -1, 0, 1e-9, 0.5, math.Pi / 2} {
		var sun [3]float64
		for i := range 3 {
			sun[i] = 1.5e8 * (math.Sin(b)*n[i] + math.Cos(b)*p[i])
		}
		if got := event.Beta(s, sun); !(math.Abs(got-b) < 1e-15) {
			t.Errorf("β = %v, should be %v", got, b)
		}
	}
	if got := event.Beta(sky.GCRS{Position: s.Position}, s.Position); !math.IsNaN(got) {
		t.Errorf("a satellite that falls has β = %v", got)
	}
}

// TestVerif_Overlap joins lists by hand.
func TestVerif_Overlap(t *testing.T) {
	i := func(a, b sky.Instant, before, after bool) event.Interval {
		return event.Interval{Start: a, Stop: b, Before: before, After: after}
	}
	a := []event.Interval{i(0, 10, true, false), i(20, 30, false, false), i(40, 50, false, true)}
	b := []event.Interval{i(0, 5, true, false), i(8, 25, false, false), i(30, 35, false, false), i(45, 50, false, true)}
	want := []event.Interval{i(0, 5, true, false), i(8, 10, false, false), i(20, 25, false, false), i(45, 50, false, true)}
	for _, got := range [][]event.Interval{event.Overlap(a, b), event.Overlap(b, a)} {
		if len(got) != len(want) {
			t.Fatalf("%+v", got)
		}
		for k := range want {
			if got[k] != want[k] {
				t.Errorf("%+v, should be %+v", got[k], want[k])
			}
		}
	}
}
