package event_test

import (
	"math"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// orekitState is the orbit of Orekit's EclipseDetectorTest: 1969-07-28T04:00:00 TT.
func orekitState() (sky.Instant, sky.GCRS) {
	noon := time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC)
	at := sky.Instant(time.Date(1969, 7, 28, 4, 0, 0, 0, time.UTC).Sub(noon))
	return at, sky.GCRS{
		Position: [3]float64{-6142.438668, 3492.467560, -25.76725680},
		Velocity: [3]float64{0.5058479685, 0.9427809215, 7.435922231},
	}
}

const orekitMu = 398600.47 // km3/s2, of that test

// TestVal_OrekitEclipses finds Orekit's events of two-body motion (EclipseDetectorTest.java,
// Apache-2.0, commit 02165794): Earth a sphere of 6,400 km, or one of WGS 84, or its
// ellipsoid; the Sun of 696,000 km at its geometric place in DE. Orekit's own
// tolerances are 1 ms and so is its search's. A second of arc of the Sun turns the
// shadow by 4.8e-6 rad, which this orbit of 0.00105 rad/s crosses in 5 ms; hence 5 ms.
// Its case with a margin of 0.001 rad is no eclipse and left out.
func TestVal_OrekitEclipses(t *testing.T) {
	at, state := orekitState()
	shadow := event.Shadow{Sun: sky.Sun, SunRadius: event.SunRadiusIAU1976, EarthRadius: 6400}
	span := event.Span{Start: at, Stop: at.AddSeconds(6000)}
	phases, err := event.Eclipses(kepler(at, state, orekitMu), span, shadow)
	if err != nil {
		t.Fatal(err)
	}
	near := func(what string, got sky.Instant, want float64) {
		t.Helper()
		d := got.SecondsFrom(at) - want
		t.Logf("%s: %.6f s, Orekit %.6f s, difference %.2g s", what, got.SecondsFrom(at), want, d)
		if !(math.Abs(d) < 0.005) {
			t.Errorf("%s: %v s, Orekit has %v s", what, got.SecondsFrom(at), want)
		}
	}
	if len(phases) != 3 || phases[1].Kind != event.Umbra {
		t.Fatalf("phases %+v", phases)
	}
	near("umbra's beginning", phases[1].Start, 2303.1835)
	near("penumbra's end", phases[2].Stop, 4388.155852)

	// The same orbit over the poles, over the sphere and the ellipsoid of WGS 84.
	polar := tilt(state, orekitMu, math.Pi/2)
	span.Stop = at.AddSeconds(15000)
	shadow.EarthRadius = sky.EarthRadius
	for _, c := range []struct {
		flattening float64
		want       []float64
	}{
		{0, []float64{2274.702, 4317.155, 8189.250, 10232.115, 14103.800}},
		{sky.EarthFlattening, []float64{2280.427, 4310.742, 8194.978, 10225.704, 14109.530}},
	} {
		shadow.Flattening = c.flattening
		phases, err := event.Eclipses(kepler(at, polar, orekitMu), span, shadow)
		if err != nil {
			t.Fatal(err)
		}
		var borders []sky.Instant
		for _, p := range phases {
			if p.Kind == event.Umbra {
				borders = append(borders, p.Start)
				if !p.After {
					borders = append(borders, p.Stop)
				}
			}
		}
		if len(borders) != len(c.want) {
			t.Fatalf("%d borders, Orekit has %d", len(borders), len(c.want))
		}
		for i, w := range c.want {
			near("polar", borders[i], w)
		}
	}
}

// tilt returns the state of an orbit with another inclination and the same other elements.
func tilt(s sky.GCRS, mu, inclination float64) sky.GCRS {
	h := [3]float64{
		s.Position[1]*s.Velocity[2] - s.Position[2]*s.Velocity[1],
		s.Position[2]*s.Velocity[0] - s.Position[0]*s.Velocity[2],
		s.Position[0]*s.Velocity[1] - s.Position[1]*s.Velocity[0],
	}
	// Turn about the node's line.
	n := [3]float64{-h[1], h[0], 0}
	size := math.Hypot(n[0], n[1])
	turn := inclination - math.Acos(h[2]/math.Sqrt(dot(h, h)))
	sin, cos := math.Sincos(turn)
	rotate := func(v [3]float64) (w [3]float64) {
		u := [3]float64{n[0] / size, n[1] / size, 0}
		c := [3]float64{u[1]*v[2] - u[2]*v[1], u[2]*v[0] - u[0]*v[2], u[0]*v[1] - u[1]*v[0]}
		for i := range 3 {
			w[i] = v[i]*cos + c[i]*sin + u[i]*dot(u, v)*(1-cos)
		}
		return w
	}
	return sky.GCRS{Position: rotate(s.Position), Velocity: rotate(s.Velocity)}
}

// BenchmarkEclipses is a day by SGP4, in a season of few eclipses.
func BenchmarkEclipses(b *testing.B) {
	path, epoch := sgp4(b, issLine1, issLine2)
	benchmarkEclipses(b, path, epoch)
}

// BenchmarkEclipsesCircle is a day of a path that costs next to nothing, an eclipse every revolution.
func BenchmarkEclipsesCircle(b *testing.B) { benchmarkEclipses(b, circle(6795, 0.9, 1, 1), 0) }

func benchmarkEclipses(b *testing.B, path event.Path, start sky.Instant) {
	calls := 0
	counted := func(t sky.Instant) (sky.GCRS, error) {
		calls++
		return path(t)
	}
	b.ReportAllocs()
	var phases []event.Phase
	for b.Loop() {
		var err error
		if phases, err = event.Eclipses(counted, event.Span{Start: start, Stop: start.AddSeconds(86400)}, event.Earth()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(calls)/float64(b.N), "states/op")
	b.ReportMetric(float64(len(phases)), "phases")
}
