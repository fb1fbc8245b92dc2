package light_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/orbit/light"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

var start = time.Date(2026, 8, 22, 0, 0, 0, 0, time.UTC)

// sets are satellites of all heights: low and round, eccentric, in deep space, and one
// that falls within the day.
func sets(t testing.TB) (ready []*gp.Propagator, epochs []gp.Epoch) {
	t.Helper()
	add := func(el gp.Elements) {
		el.Epoch = gp.EpochOf(start)
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil {
			t.Fatal(err)
		}
		ready, epochs = append(ready, p), append(epochs, el.Epoch)
	}
	for i := range 40 {
		add(gp.Elements{NoradID: i + 1, MeanMotion: 15.2 - 0.05*float64(i), Eccentricity: 1e-4 * float64(i), Inclination: 2.5 * float64(i), Node: 9 * float64(i), ArgPerigee: 90, MeanAnomaly: 8.5 * float64(i), BStar: 1e-4})
	}
	add(gp.Elements{NoradID: 41, MeanMotion: 2.006, Eccentricity: 0.7, Inclination: 63.4, ArgPerigee: 270, MeanAnomaly: 10})
	add(gp.Elements{NoradID: 42, MeanMotion: 1.0027, Eccentricity: 1e-4, Inclination: 0.1, Node: 80, MeanAnomaly: 100})
	add(gp.Elements{NoradID: 43, MeanMotion: 16.45, Eccentricity: 1e-3, Inclination: 51.6, BStar: 0.05})
	return ready, epochs
}

// TestVerif_OneByOne counts the light of each state by itself.
func TestVerif_OneByOne(t *testing.T) {
	ready, epochs := sets(t)
	s := light.Survey{Start: start, Step: time.Minute, Steps: 1441}
	got, err := s.Run(context.Background(), ready, epochs)
	if err != nil {
		t.Fatal(err)
	}
	differ, lost := 0, uint32(0)
	for i, p := range ready {
		var umbra, penumbra, gone, row, longest uint32
		for k := range s.Steps {
			at := start.Add(time.Duration(k) * s.Step)
			state, code := p.At(epochs[i].MinutesTo(gp.EpochOf(at)))
			if code != gp.OK {
				gone, row = gone+1, 0
				continue
			}
			switch secular.LightAt(sky.TEME(state), sky.UTC(at)) {
			case secular.Sunlit:
				row = 0
				continue
			case secular.Umbra:
				umbra++
			default:
				penumbra++
			}
			row++
			longest = max(longest, row)
		}
		lost += gone
		// A state within a millimetre of an edge may fall on either side; none does.
		if got.Umbra[i] != umbra || got.Penumbra[i] != penumbra || got.Lost[i] != gone || got.Longest[i] != longest {
			differ++
			t.Logf("set %d: %d %d %d %d, want %d %d %d %d", i, got.Umbra[i], got.Penumbra[i], got.Lost[i], got.Longest[i], umbra, penumbra, gone, longest)
		}
	}
	if differ > 0 {
		t.Errorf("%d of %d sets differ", differ, len(ready))
	}
	if lost == 0 {
		t.Error("no set was lost: the one that falls is no test")
	}
	sum := func(list []uint32) (n int64) {
		for _, v := range list {
			n += int64(v)
		}
		return n
	}
	if sum(got.Umbra) != sum(got.UmbraAt) || sum(got.Penumbra) != sum(got.PenumbraAt) || sum(got.Lost) != sum(got.LostAt) || sum(got.Lost) != int64(lost) {
		t.Error("what is counted by satellite is not what is counted by step")
	}
}

// TestVerif_AgainstEvents holds a day at 10 s steps to the eclipses that package event finds:
// counting is off by half a step at each edge, some 30 edges a day.
func TestVerif_AgainstEvents(t *testing.T) {
	ready, epochs := sets(t)
	s := light.Survey{Start: start, Step: 10 * time.Second, Steps: 8640}
	got, err := s.Run(context.Background(), ready[:12], epochs[:12])
	if err != nil {
		t.Fatal(err)
	}
	span := event.Span{Start: sky.UTC(start), Stop: sky.UTC(start.Add(24 * time.Hour))}
	for i := range 12 {
		path := func(at sky.Instant) (sky.GCRS, error) {
			state, code := ready[i].At(float64(at.Sub(span.Start)) / float64(time.Minute))
			if code != gp.OK {
				return sky.GCRS{}, code
			}
			return sky.TEME(state).GCRS(at), nil
		}
		phases, err := event.Eclipses(path, span, event.Earth())
		if err != nil {
			t.Fatal(err)
		}
		sum := event.Sum(span, phases)
		// 32 edges, each uniform within a step of 1/8640: four standard deviations of √32/√12.
		if d := math.Abs(sum.Umbra - float64(got.Umbra[i])/float64(s.Steps)); d > 4*math.Sqrt(32.0/12)/8640 {
			t.Errorf("set %d: umbra %v of the day, counted %v", i, sum.Umbra, float64(got.Umbra[i])/float64(s.Steps))
		}
		if d := sum.Longest.Seconds() - float64(got.Longest[i])*10; math.Abs(d) > 20 {
			t.Errorf("set %d: longest %v s, counted %v s", i, sum.Longest.Seconds(), got.Longest[i]*10)
		}
	}
}

// TestVerif_Workers has the same result from any number of goroutines.
func TestVerif_Workers(t *testing.T) {
	ready, epochs := sets(t)
	one := light.Survey{Start: start, Step: 3 * time.Minute, Steps: 200, Workers: 1}
	three := one
	three.Workers = 3
	a, err := one.Run(context.Background(), ready, epochs)
	if err != nil {
		t.Fatal(err)
	}
	if b, err := three.Run(context.Background(), ready, epochs); err != nil || !reflect.DeepEqual(a, b) {
		t.Errorf("one worker and three differ: %v", err)
	}
}

func TestBadSurvey(t *testing.T) {
	ready, epochs := sets(t)
	for name, s := range map[string]light.Survey{
		"no step":    {Start: start, Steps: 10},
		"no steps":   {Start: start, Step: 1},
		"negative":   {Start: start, Step: -time.Second, Steps: 3},
		"too many":   {Start: start, Step: 1, Steps: light.MaxSteps + 1},
		"too long":   {Start: start, Step: 1 << 60, Steps: 100},
		"out of age": {Start: time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), Step: time.Hour, Steps: 10},
	} {
		if _, err := s.Run(context.Background(), ready, epochs); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	good := light.Survey{Start: start, Step: time.Hour, Steps: 4}
	if _, err := good.Run(context.Background(), ready, epochs[1:]); err == nil {
		t.Error("a set without an epoch passes")
	}
	if r, err := good.Run(context.Background(), nil, nil); err != nil || r.Known() != 0 || !math.IsNaN(r.SunlitFraction()) {
		t.Errorf("no sets: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := good.Run(ctx, ready, epochs); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// BenchmarkRun is a day of the Starlinks of August 2026 at one-minute steps, states and light
// in one pass, or of as many of a made-up shell.
func BenchmarkRun(b *testing.B) {
	ready, epochs := starlinks(b)
	s := light.Survey{Start: start, Step: time.Minute, Steps: 1440, Workers: 1}
	for b.Loop() {
		if _, err := s.Run(context.Background(), ready, epochs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(ready)*s.Steps*b.N)/b.Elapsed().Seconds()/1e6, "Mstates/s")
}

func starlinks(b *testing.B) (ready []*gp.Propagator, epochs []gp.Epoch) {
	if !reference.Given() {
		fmt.Println("DAWNDUSK_REFERENCE is not set: a made-up shell instead of Starlink's sets")
		few, at := sets(b)
		for len(ready) < 10744 {
			ready, epochs = append(ready, few[:40]...), append(epochs, at[:40]...)
		}
		return ready, epochs
	}
	for r := gp.NewReader(reference.Open(b, "tle/starlink_20260822.tle.gz"), gp.Detect); ; {
		el, err := r.Next()
		if errors.Is(err, io.EOF) {
			return ready, epochs
		}
		if err != nil {
			b.Fatal(err)
		}
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil {
			b.Fatal(err)
		}
		ready, epochs = append(ready, p), append(epochs, el.Epoch)
	}
}
