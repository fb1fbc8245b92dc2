package event_test

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// gmatTime reads "16 Dec 2025 06:39:55.990", which is UTC.
func gmatTime(t testing.TB, text string) sky.Instant {
	t.Helper()
	at, err := time.Parse("2 Jan 2006 15:04:05.000", text)
	if err != nil {
		t.Fatal(err)
	}
	return sky.UTC(at)
}

// gmatTable is GMAT's ephemeris of the run, every 10 s for half a day.
func gmatTable(t testing.TB) *event.Table {
	var at []sky.Instant
	var states []sky.GCRS
	for _, line := range lines(t, "gmat/cygfm01/Cartesian.txt.gz")[1:] {
		var s sky.EME2000
		r, v := &s.Position, &s.Velocity
		if _, err := fmt.Sscan(line[24:], &r[0], &r[1], &r[2], &v[0], &v[1], &v[2]); err != nil {
			t.Fatal(err)
		}
		at, states = append(at, gmatTime(t, line[:24])), append(states, s.GCRS())
	}
	tab, err := event.NewTable(at, states)
	if err != nil {
		t.Fatal(err)
	}
	return tab
}

// TestVal_GMATTable holds GMAT's rows against what its other rows say: what is left
// is the rounding of its 16 digits and its integrator's, 1e-8 km together.
func TestVal_GMATTable(t *testing.T) {
	tab := gmatTable(t)
	t.Logf("a row left out is off by %.3g km", tab.LeftOut())
	if !(tab.LeftOut() < 1e-7) {
		t.Errorf("a row left out is off by %v km", tab.LeftOut())
	}
}

// TestVal_GMATEclipses finds the umbrae and penumbrae that GMAT's EclipseLocator lists for
// its own ephemeris. GMAT's Earth is 6378.1363 km and its Sun 695,990 km.
//
// GMAT leaves light to SPICE, which shows Sun and Earth as they were when light left
// their centres and leaves aberration out: Earth where it was 23 ms ago. Light that
// grazes Earth passes the limb, 2,600 km away, 9 ms ago, so SPICE's shadow lies 30 km/s
// × 14 ms = 0.4 km off, which takes 0.17 s to cross at a slant. Done as SPICE does, the
// borders agree to a few milliseconds, of which a second of arc of the Sun makes
// 5 and the printed digits 0.5; as light goes, to half a second.
func TestVal_GMATEclipses(t *testing.T) {
	tab := gmatTable(t)
	const light = 299792.458 // km/s
	earthVelocity := func(at sky.Instant) (v [3]float64) {
		a, b := sky.Sun(at.AddSeconds(-600)), sky.Sun(at.AddSeconds(600))
		for i := range 3 {
			v[i] = (a[i] - b[i]) / 1200
		}
		return v
	}
	asSPICE := event.Path(func(at sky.Instant) (sky.GCRS, error) {
		s, err := tab.At(at)
		v, r := earthVelocity(at), math.Sqrt(dot(s.Position, s.Position))
		for i := range 3 {
			s.Position[i] += v[i] * r / light
		}
		return s, err
	})
	sunAsSPICE := func(at sky.Instant) [3]float64 {
		s, v := sky.SunSeen(at), earthVelocity(at)
		r := math.Sqrt(dot(s, s))
		for i := range 3 {
			s[i] -= v[i] * r / light
		}
		return s
	}
	for _, c := range []struct {
		name   string
		path   event.Path
		sun    func(sky.Instant) [3]float64
		within float64 // s
	}{{"as light goes", tab.At, nil, 0.5}, {"as SPICE does", asSPICE, sunAsSPICE, 0.01}} {
		shadow := event.Shadow{Sun: c.sun, EarthRadius: 6378.1363, SunRadius: 695990, Flattening: sky.EarthFlattening}
		phases, err := event.Eclipses(c.path, tab.Span(), shadow)
		if err != nil {
			t.Fatal(err)
		}
		var worst float64
		n := 0
		for _, line := range lines(t, "gmat/cygfm01/EclipseLocator1.txt")[3:] {
			f := strings.Fields(line)
			if len(f) < 11 || f[9] != "Earth" {
				continue
			}
			if n >= len(phases) {
				t.Fatalf("GMAT has more than our %d phases", n)
			}
			p := phases[n]
			n++
			if !strings.EqualFold(p.Kind.String(), f[10]) {
				t.Errorf("phase %d is %v, GMAT's is %s", n, p.Kind, f[10])
			}
			worst = max(worst, math.Abs(p.Start.SecondsFrom(gmatTime(t, strings.Join(f[0:4], " ")))),
				math.Abs(p.Stop.SecondsFrom(gmatTime(t, strings.Join(f[4:8], " ")))))
		}
		t.Logf("%s: %d phases, largest difference %.4f s", c.name, n, worst)
		if n != len(phases) || n != 23 {
			t.Errorf("%d phases, GMAT has %d", len(phases), n)
		}
		if !(worst < c.within) {
			t.Errorf("%s: a border differs by %v s", c.name, worst)
		}
	}
}

// TestVal_GMATContacts finds the contacts of GMAT's seven stations. Their places are
// given on a sphere of 6378.1363 km; what GMAT takes as the zenith there turns out to be
// the ellipsoid's normal, and not the radius that its setting HorizonReference names: with
// the radius the borders are off by seconds, with the normal by milliseconds. GMAT's light
// time, transmitted, is 1 to 7 ms and its stellar aberration up to 20 arc seconds, 30 ms at
// 2,000 km; our UT1 ends in January 2025 and is held, 0.1 s being 46 m or 6 ms.
func TestVal_GMATContacts(t *testing.T) {
	tab := gmatTable(t)
	tr, err := event.NewTrack(tab.At, tab.Span(), orientation(t))
	if err != nil {
		t.Fatal(err)
	}
	// From cygfm01.script: latitude, longitude, degrees; altitude, km; mask, degrees.
	stations := [7][4]float64{
		{0, 0, 0, 7}, {45, 45, 0.35, 15}, {45, 315, 0.1, 30}, {-45, 45, 1, 0}, {-45, 315, 10, 10}, {90, 90, 0.5, 7}, {-90, 180, 0.5, 7},
	}
	total := 0
	for k, s := range stations {
		sl, cl := math.Sincos(s[0] * degree)
		so, co := math.Sincos(s[1] * degree)
		r := 6378.1363 + s[2]
		site := sky.ITRS{Position: [3]float64{r * cl * co, r * cl * so, r * sl}}.Geodetic()
		st := event.At(site, s[3]*degree)
		passes, err := tr.Passes(st, nil)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		var worst float64
		for _, line := range lines(t, fmt.Sprintf("gmat/cygfm01/ContactLocator%d.txt", k+1)) {
			f := strings.Fields(line)
			if len(f) != 9 || f[1] != "Dec" {
				continue
			}
			if n < len(passes) {
				worst = max(worst, math.Abs(passes[n].Start.SecondsFrom(gmatTime(t, strings.Join(f[0:4], " ")))),
					math.Abs(passes[n].Stop.SecondsFrom(gmatTime(t, strings.Join(f[4:8], " ")))))
			}
			n++
		}
		t.Logf("station %d: %d contacts, largest difference %.4f s", k+1, n, worst)
		if n != len(passes) {
			t.Errorf("station %d: %d passes, GMAT has %d", k+1, len(passes), n)
		}
		if !(worst < 0.05) {
			t.Errorf("station %d: a border differs by %v s", k+1, worst)
		}
		total += n
	}
	if total != 9 {
		t.Errorf("GMAT's files have %d contacts", total)
	}
}
