package secular_test

import (
	"bufio"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// GMAT's states of a satellite every 10 s for half a day, and the intervals of umbra and
// penumbra that it located on the way (run of 2025-10-31 in the tests of orbitpy-revised,
// Apache-2.0): at each state the light must be the interval's. Left out are states within
// 0.5 s of an edge: GMAT's Earth is oblate too, but its cone, Sun and light time are
// its own. GMAT's axes are EME2000, 0.02 seconds of arc from GCRS.
func TestVal_LightAgainstGMAT(t *testing.T) {
	const layout = "02 Jan 2006 15:04:05.000"
	type interval struct {
		from, to sky.Instant
		light    secular.Light
	}
	var dark []interval
	for line := range strings.Lines(reference.Text(t, "gmat/cygfm01/EclipseLocator1.txt")) {
		if len(line) < 90 || !strings.Contains(line, "Earth") {
			continue
		}
		from, err1 := time.Parse(layout, strings.TrimSpace(line[:24]))
		to, err2 := time.Parse(layout, strings.TrimSpace(line[28:52]))
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		l := secular.Umbra
		if strings.Contains(line, "Penumbra") {
			l = secular.Penumbra
		}
		dark = append(dark, interval{sky.UTC(from), sky.UTC(to), l})
	}
	if len(dark) != 23 {
		t.Fatalf("%d intervals", len(dark))
	}
	rows := bufio.NewScanner(reference.Open(t, "gmat/cygfm01/Cartesian.txt.gz"))
	count := map[secular.Light]int{}
	near := 0
	for rows.Scan() {
		line := rows.Text()
		if strings.HasPrefix(line, "DefaultSC") {
			continue // the heading
		}
		utc, err := time.Parse(layout, line[:24])
		if err != nil {
			t.Fatal(err)
		}
		at := sky.UTC(utc)
		var s sky.GCRS
		if _, err := fmt.Sscan(line[24:], &s.Position[0], &s.Position[1], &s.Position[2]); err != nil {
			t.Fatal(err)
		}
		want, edge := secular.Sunlit, false
		for _, d := range dark {
			if at >= d.from && at < d.to {
				want = d.light
			}
			for _, e := range []sky.Instant{d.from, d.to} {
				edge = edge || at.Sub(e).Abs() < 500*time.Millisecond
			}
		}
		if edge {
			near++
			continue
		}
		count[want]++
		if got := secular.LightAt(s.TEME(at), at); got != want {
			t.Errorf("%v: %v, GMAT has %v", at.Time(), got, want)
		}
	}
	t.Log(count, "and", near, "near an edge")
	if count[secular.Sunlit] < 2000 || count[secular.Umbra] < 1000 || count[secular.Penumbra] < 8 || near > 30 {
		t.Errorf("%v states compared, %d near an edge", count, near)
	}
}
