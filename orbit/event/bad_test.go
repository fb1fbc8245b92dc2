package event_test

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// everything asks all that the package can of a path and returns the first error of each.
func everything(path event.Path, span event.Span) []error {
	_, eclipses := event.Eclipses(path, span, event.Earth())
	_, nodes := event.Nodes(path, span)
	other := circle(7500, 1, 1, 1)
	_, windows := event.ClearOf(80).Windows(path, other, span)
	_, extremes := event.Extremes(other, path, span)
	tr, track := event.NewTrack(path, span, nil)
	if track == nil {
		_, track = tr.Passes(event.At(sky.Geodetic{Latitude: 0.7}, 0.1), nil)
	}
	return []error{eclipses, nodes, windows, extremes, track}
}

// TestVerif_BadPaths: a path that gives no state of a satellite ends in an error that says when
// and why, and one that jumps about in an error too, after a bounded number of questions.
func TestVerif_BadPaths(t *testing.T) {
	good := circle(7000, 1, 2, 3)
	span := event.Span{Stop: 20000e9}
	for i, err := range everything(good, span) {
		if err != nil {
			t.Errorf("question %d of a good path: %v", i, err)
		}
	}
	from := func(at sky.Instant, change func(*sky.GCRS)) event.Path {
		return func(t sky.Instant) (sky.GCRS, error) {
			s, err := good(t)
			if t >= at {
				change(&s)
			}
			return s, err
		}
	}
	decayed := errors.New("decayed")
	noise := lcg(1)
	for _, c := range []struct {
		name, says string
		path       event.Path
	}{
		{"NaN place", "NaN km", from(9000e9, func(s *sky.GCRS) { s.Position[1] = math.NaN() })},
		{"infinite place", "+Inf km", from(9000e9, func(s *sky.GCRS) { s.Position[2] = math.Inf(-1) })},
		{"NaN velocity", "NaN km/s", from(0, func(s *sky.GCRS) { s.Velocity[0] = math.NaN() })},
		{"mad velocity", "moves at", from(9000e9, func(s *sky.GCRS) { s.Velocity[0] = 1e300 })},
		{"under the ground", "below the ground", from(9000e9, func(s *sky.GCRS) { s.Position = [3]float64{100, 6000, 0} })},
		{"Earth's centre", "below the ground", from(9000e9, func(s *sky.GCRS) { *s = sky.GCRS{} })},
		{"error", "decayed", func(t sky.Instant) (sky.GCRS, error) {
			if t >= 9000e9 {
				return sky.GCRS{}, decayed
			}
			return good(t)
		}},
	} {
		for i, err := range everything(c.path, span) {
			if err == nil || !strings.Contains(err.Error(), c.says) || !strings.Contains(err.Error(), "2000-01-01T1") {
				t.Errorf("%s, question %d: %v", c.name, i, err)
			}
			if c.name == "error" && !errors.Is(err, decayed) {
				t.Errorf("the path's own error is lost in %v", err)
			}
		}
	}
	calls := 0
	rough := from(9000e9, func(s *sky.GCRS) {
		calls++
		for i := range 3 {
			s.Position[i] = 7000 * (noise() - 0.5)
			s.Velocity[i] = 20 * (noise() - 0.5)
		}
		s.Position[0] += 7000 * math.Copysign(1, noise()-0.5)
	})
	for i, err := range everything(rough, span) {
		if err == nil && i < 4 {
			t.Errorf("question %d: a path that jumps about is no error", i)
		}
	}
	if calls > 200*20000/10 {
		t.Errorf("%d questions", calls)
	}
}

// TestVerif_KeptBeforeError: what was found before the path ends is given with the error.
func TestVerif_KeptBeforeError(t *testing.T) {
	path := circle(7000, 0.3, 2, 3)
	short := func(t sky.Instant) (sky.GCRS, error) {
		if t > 20000e9 {
			return sky.GCRS{}, errors.New("decayed")
		}
		return path(t)
	}
	all, err := event.Eclipses(path, event.Span{Stop: 86400e9}, event.Earth())
	if err != nil {
		t.Fatal(err)
	}
	some, err := event.Eclipses(short, event.Span{Stop: 86400e9}, event.Earth())
	if err == nil || len(some) < 6 || len(some) >= len(all) {
		t.Fatalf("%d of %d phases, %v", len(some), len(all), err)
	}
	for i, p := range some {
		if p != all[i] {
			t.Errorf("phase %d is %+v, should be %+v", i, p, all[i])
		}
	}
}

// TestVerif_KeptInPart: where the path fails at an instant that only the search for umbrae asks
// for, the phases before come with their light; and windows within a range are within it also where
// the path fails.
func TestVerif_KeptInPart(t *testing.T) {
	path := circle(7000, 0.3, 2, 3)
	span := event.Span{Stop: 20000e9}
	all, err := event.Eclipses(path, span, event.Earth())
	if err != nil || len(all) < 9 {
		t.Fatalf("%d phases, %v", len(all), err)
	}
	some, err := event.Eclipses(func(t sky.Instant) (sky.GCRS, error) {
		if t == all[6].Start { // a border, found from instants around it
			return sky.GCRS{}, errors.New("no state")
		}
		return path(t)
	}, span, event.Earth())
	if err == nil || len(some) != 6 {
		t.Fatalf("%d phases, %v", len(some), err)
	}
	for i, p := range some {
		if p != all[i] {
			t.Errorf("phase %d is %+v, should be %+v", i, p, all[i])
		}
	}
	sight, other := event.ClearOf(0), circle(8000, 0.5, 2, 1)
	sight.Range = 3000
	whole, err := sight.Windows(path, other, event.Span{Stop: 86400e9})
	if err != nil {
		t.Fatal(err)
	}
	part, err := sight.Windows(func(t sky.Instant) (sky.GCRS, error) {
		if t > 60000e9 {
			return sky.GCRS{}, errors.New("decayed")
		}
		return path(t)
	}, other, event.Span{Stop: 86400e9})
	if err == nil || len(part) < 2 || len(part) >= len(whole) {
		t.Fatalf("%d of %d windows, %v", len(part), len(whole), err)
	}
	for i, w := range part {
		if w != whole[i] {
			t.Errorf("window %d is %+v, should be %+v", i, w, whole[i])
		}
	}
}

// TestVerif_BadArguments: each wrong argument is an error that says what would be right.
func TestVerif_BadArguments(t *testing.T) {
	path := circle(7000, 1, 2, 3)
	span := event.Span{Stop: 10000e9}
	tr, err := event.NewTrack(path, span, nil)
	if err != nil {
		t.Fatal(err)
	}
	nan := math.NaN()
	site := sky.Geodetic{Latitude: 0.5}
	masked := func(m ...event.Sill) event.Station {
		st := event.At(site, 0)
		st.Mask = m
		return st
	}
	shadow := func(change func(*event.Shadow)) error {
		s := event.Earth()
		change(&s)
		_, err := event.Eclipses(path, span, s)
		_, other := s.Visible(0, sky.GCRS{Position: [3]float64{7000, 0, 0}})
		if (err == nil) != (other == nil) {
			t.Errorf("%v, but %v", err, other)
		}
		return err
	}
	sight := func(s event.Sight) error { _, err := s.Windows(path, path, span); return err }
	passes := func(st event.Station) error { _, err := tr.Passes(st, nil); return err }
	track := func(s event.Span) error { _, err := event.NewTrack(path, s, nil); return err }
	table := func(at []sky.Instant, n int) error {
		states := make([]sky.GCRS, n)
		for i := range states {
			states[i].Position[0] = 7000
		}
		_, err := event.NewTable(at, states)
		return err
	}
	for name, err := range map[string]error{
		"Earth's radius": shadow(func(s *event.Shadow) { s.EarthRadius = 6378137 }),
		"Sun's radius":   shadow(func(s *event.Shadow) { s.SunRadius = nan }),
		"flattening":     shadow(func(s *event.Shadow) { s.Flattening = 298.257 }),
		"span":           func() error { _, err := event.Eclipses(path, event.Span{Start: 5, Stop: 5}, event.Earth()); return err }(),
		"after the last": func() error {
			_, err := event.Eclipses(path, event.Span{Stop: sky.Last + 1}, event.Earth())
			return err
		}(),
		"before the first": func() error { _, err := event.Nodes(path, event.Span{Start: sky.First - 1}); return err }(),
		"sight too late": func() error {
			_, err := event.ClearOf(0).Windows(path, path, event.Span{Start: 1, Stop: math.MaxInt64})
			return err
		}(),
		"extremes too late": func() error {
			_, err := event.Extremes(path, path, event.Span{Start: 1, Stop: math.MaxInt64})
			return err
		}(),
		"rows too late": table([]sky.Instant{1, 2, 3, math.MaxInt64}, 4),
		"light too late": func() error {
			_, err := event.Earth().Visible(sky.Last+1, sky.GCRS{Position: [3]float64{7000, 0, 0}})
			return err
		}(),
		"backward tops": func() error {
			_, err := tr.Culminations(event.At(site, 0), event.Interval{Start: 5e9, Stop: 4e9})
			return err
		}(),
		"tops off track":    func() error { _, err := tr.Culminations(event.At(site, 0), event.Interval{Stop: 10001e9}); return err }(),
		"endless span":      track(event.Span{Start: math.MinInt64, Stop: math.MaxInt64}),
		"nodes' span":       func() error { _, err := event.Nodes(path, event.Span{Start: 6, Stop: 5}); return err }(),
		"extremes' span":    func() error { _, err := event.Extremes(path, path, event.Span{Start: 6, Stop: 5}); return err }(),
		"track of 1 ns":     track(event.Span{Stop: 1}),
		"height":            sight(event.ClearOf(nan)),
		"range":             sight(event.Sight{EarthRadius: 6378, Range: -1}),
		"sphere":            sight(event.Sight{}),
		"above satellites":  sight(event.ClearOf(900)),
		"station nowhere":   passes(event.Station{Up: [3]float64{1, 0, 0}}),
		"station's zenith":  passes(event.Station{Place: [3]float64{6378, 0, 0}}),
		"NaN site":          passes(event.At(sky.Geodetic{Latitude: nan}, 0)),
		"mask overhead":     passes(event.At(site, 2)),
		"mask NaN":          passes(event.At(site, nan)),
		"mask out of order": passes(masked(event.Sill{Azimuth: 1}, event.Sill{Azimuth: 0.5})),
		"mask past north":   passes(masked(event.Sill{Azimuth: 1}, event.Sill{Azimuth: 7})),
		"no north":          passes(event.Station{Place: [3]float64{6378, 0, 0}, Up: [3]float64{1, 0, 0}, Mask: make([]event.Sill, 2)}),
		"three rows":        table([]sky.Instant{1, 2, 3}, 3),
		"rows missing":      table([]sky.Instant{1, 2, 3, 4, 5}, 4),
		"rows out of order": table([]sky.Instant{1, 2, 4, 3}, 4),
		"after the track":   func() error { _, err := tr.At(10001e9); return err }(),
		"ground": func() error {
			_, err := event.Earth().Visible(0, sky.GCRS{Position: [3]float64{6370, 0, 0}})
			return err
		}(),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	// A perfect geostationary satellite stands still, and that is no error.
	still := func(t sky.Instant) (sky.GCRS, error) {
		return sky.ITRS{Position: [3]float64{42164, 0, 0}}.GCRS(t, nil), nil
	}
	day := event.Span{Stop: 86400e9}
	if tr, err = event.NewTrack(still, day, nil); err != nil {
		t.Fatal(err)
	}
	seen, err := tr.Passes(event.At(site, 0.1), nil)
	if err != nil || len(seen) != 1 || !seen[0].Before || !seen[0].After {
		t.Errorf("%+v, %v", seen, err)
	}
	seen, err = tr.Passes(event.At(sky.Geodetic{Longitude: 3}, 0.1), nil)
	if err != nil || len(seen) != 0 {
		t.Errorf("%+v, %v", seen, err)
	}
}

// TestVerif_Allocations bounds what a day of a low orbit allocates: slices of results, and for a
// station's search a handful of small things.
func TestVerif_Allocations(t *testing.T) {
	path := circle(6900, 0.9, 2, 3)
	span := event.Span{Stop: 86400e9}
	if n := testing.AllocsPerRun(5, func() { event.Eclipses(path, span, event.Earth()) }); n > 60 {
		t.Errorf("a day of eclipses allocates %v times", n)
	}
	if n := testing.AllocsPerRun(5, func() { event.NewTrack(path, span, nil) }); n > 60 {
		t.Errorf("a track allocates %v times", n)
	}
	tr, err := event.NewTrack(path, span, nil)
	if err != nil {
		t.Fatal(err)
	}
	st := event.At(sky.Geodetic{Latitude: 0.8}, 0.1)
	list := make([]event.Pass, 0, 100)
	if n := testing.AllocsPerRun(5, func() { list, _ = tr.Passes(st, list[:0]) }); n > 30 {
		t.Errorf("a station's %d passes allocate %v times", len(list), n)
	}
}

// FuzzPath asks everything of paths made of any numbers: it ends, and what it gives is in order.
func FuzzPath(f *testing.F) {
	f.Add(7000.0, 0.0, 0.0, 0.0, 7.5, 1.0, int64(0), 6000.0, uint8(0))
	f.Add(-6378.2, 0.1, 0.0, 1.0, 7.9, 0.0, int64(1<<60), 500.0, uint8(0))
	f.Add(42164.0, 0.0, 0.0, 0.0, 3.07, 0.0, int64(-1<<62), 90000.0, uint8(0))
	f.Add(7000.0, 0.0, 0.0, 0.0, 7.5, 1.0, int64(0), 600.0, uint8(1))
	f.Add(7000.0, 0.0, 0.0, 0.0, 7.5, 1.0, int64(0), 6000.0, uint8(2))
	f.Add(1.5e6, 10.0, 10.0, 0.1, 0.2, 0.3, int64(5), 90000.0, uint8(3))
	f.Fuzz(func(t *testing.T, x, y, z, vx, vy, vz float64, start int64, lasts float64, mode uint8) {
		s := sky.GCRS{Position: [3]float64{x, y, z}, Velocity: [3]float64{vx, vy, vz}}
		span := event.Span{Start: sky.Instant(start), Stop: sky.Instant(start).AddSeconds(math.Mod(lasts, 1e5))}
		noise := lcg(uint64(start))
		path := kepler(span.Start, s, mu)
		switch mode % 4 {
		case 1: // stands still whatever its velocity says
			path = func(sky.Instant) (sky.GCRS, error) { return s, nil }
		case 2: // jumps
			still := s
			path = func(sky.Instant) (sky.GCRS, error) {
				s := still
				s.Position[0] += 1000 * noise()
				return s, nil
			}
		case 3: // goes straight on
			path = func(t sky.Instant) (o sky.GCRS, _ error) {
				for i := range 3 {
					o.Position[i] = s.Position[i] + s.Velocity[i]*t.SecondsFrom(span.Start)
				}
				o.Velocity = s.Velocity
				return o, nil
			}
		}
		calls := 0
		counted := func(t sky.Instant) (sky.GCRS, error) {
			calls++
			return path(t)
		}
		everything(counted, span)
		phases, _ := event.Eclipses(counted, span, event.Earth())
		at := span.Start
		for _, p := range phases {
			if p.Start < at || p.Stop <= p.Start || p.Stop > span.Stop || !(p.Visible >= 0 && p.Visible <= 1) {
				t.Errorf("%+v after %v", p, at)
			}
			at = p.Stop
		}
		if sum := event.Sum(span, phases); len(phases) > 0 && !(sum.Lit > -1e-9 && sum.Light > -1e-9 && sum.Light < 1+1e-9) {
			t.Errorf("%+v", sum)
		}
		if most := 5000 * (max(0, span.Seconds())/12 + 10); float64(calls) > most {
			t.Errorf("%d questions, more than %v", calls, most)
		}
	})
}
