package numeric_test

import (
	"bufio"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// TestVal_CYGFM01EndToEnd begins with the elements in the script of GMAT's run and ends with
// the eclipses and contacts that GMAT located: forces, frames, Sun, shadow and stations
// all our own.
//
// Half a day of ours is within 0.5 m of GMAT's (TestVal_CYGFM01), 0.1 ms of its motion, so
// that the bounds are those of the events on GMAT's own ephemeris: for shadows half a
// second, of which GMAT's light, SPICE's, makes 0.17 s for every border, so that they
// must agree in that to 10 ms; for stations 50 ms, of which light time and aberration
// make up to 40, and UT1, held since January 2025, some 6.
func TestVal_CYGFM01EndToEnd(t *testing.T) {
	start := gmatDate(t, strings.Fields("16 Dec 2025 06:39:55.990"))
	const a, e, truly = 6799.68, 0.001011190000000059, 152.468599999974 * deg
	E := 2 * math.Atan2(math.Sqrt(1-e)*math.Sin(truly/2), math.Sqrt(1+e)*math.Cos(truly/2))
	state := sky.EME2000(kepler(jgm2.Mu, a, e, 34.94380000000002*deg, 26.34250000000001*deg, 207.5500000000261*deg, E-e*math.Sin(E)))
	span := event.Span{Start: start, Stop: start.AddSeconds(43200)}
	o := orientation(t)
	p, err := numeric.Propagate(&numeric.Forces{Field: jgm2, Degree: 4, Order: 4,
		Earth: func(at sky.Instant) sky.Matrix { return sky.CelestialToTerrestrial(at, o) }},
		state.GCRS(), start, span.Stop, numeric.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	path := func(at sky.Instant) (sky.GCRS, error) { return p.At(at), nil }

	phases, err := event.Eclipses(path, span, event.Shadow{EarthRadius: 6378.1363, SunRadius: 695990, Flattening: sky.EarthFlattening})
	if err != nil {
		t.Fatal(err)
	}
	n, least, most := 0, math.Inf(1), math.Inf(-1)
	for _, w := range intervals(t, "gmat/cygfm01/EclipseLocator1.txt", 13) {
		if n < len(phases) {
			if q := phases[n]; !strings.EqualFold(q.Kind.String(), w[10]) {
				t.Errorf("phase %d is %v, GMAT's is %s", n, q.Kind, w[10])
			}
			for i, at := range [2]sky.Instant{phases[n].Start, phases[n].Stop} {
				if cut := [2]bool{phases[n].Before, phases[n].After}[i]; !cut {
					later := at.SecondsFrom(gmatDate(t, w[4*i:4*i+4]))
					least, most = min(least, later), max(most, later)
				}
			}
		}
		n++
	}
	t.Logf("%d phases, borders %.3f to %.3f s later", n, least, most)
	if n != len(phases) || n != 23 {
		t.Errorf("%d phases, GMAT has %d", len(phases), n)
	}
	if !(least > -0.5 && most < 0.5 && most-least < 0.01) {
		t.Errorf("borders %v to %v s later", least, most)
	}

	track, err := event.NewTrack(path, span, o)
	if err != nil {
		t.Fatal(err)
	}
	// From the script: latitude, longitude, degrees; altitude over a sphere, km; mask, degrees.
	total := 0
	for k, s := range [7][4]float64{
		{0, 0, 0, 7}, {45, 45, 0.35, 15}, {45, 315, 0.1, 30}, {-45, 45, 1, 0}, {-45, 315, 10, 10}, {90, 90, 0.5, 7}, {-90, 180, 0.5, 7},
	} {
		sl, cl := math.Sincos(s[0] * deg)
		so, co := math.Sincos(s[1] * deg)
		r := 6378.1363 + s[2]
		site := sky.ITRS{Position: [3]float64{r * cl * co, r * cl * so, r * sl}}.Geodetic()
		passes, err := track.Passes(event.At(site, s[3]*deg), nil)
		if err != nil {
			t.Fatal(err)
		}
		contacts := intervals(t, fmt.Sprintf("gmat/cygfm01/ContactLocator%d.txt", k+1), 9)
		if len(contacts) != len(passes) {
			t.Fatalf("station %d: %d passes, GMAT has %d", k+1, len(passes), len(contacts))
		}
		worst := 0.0
		for i, w := range contacts {
			worst = max(worst, math.Abs(passes[i].Start.SecondsFrom(gmatDate(t, w[0:4]))), math.Abs(passes[i].Stop.SecondsFrom(gmatDate(t, w[4:8]))))
		}
		total += len(contacts)
		t.Logf("station %d: %d contacts, largest difference %.4f s", k+1, len(contacts), worst)
		if !(worst < 0.05) {
			t.Errorf("station %d: a border differs by %v s", k+1, worst)
		}
	}
	if total != 9 {
		t.Errorf("GMAT's files have %d contacts", total)
	}
}

// intervals are the lines of GMAT's report that begin with two dates, in words.
func intervals(t *testing.T, path string, words int) (rows [][]string) {
	t.Helper()
	for lines := bufio.NewScanner(reference.Open(t, path)); lines.Scan(); {
		if w := strings.Fields(lines.Text()); len(w) == words && w[1] == "Dec" {
			rows = append(rows, w)
		}
	}
	return rows
}
