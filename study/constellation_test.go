package study_test

import (
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/study"
)

// TestConstellation lays out what a scenario has in orbit: as many satellites as the
// play says, on its orbit, in rings no fuller than their slots.
func TestConstellation(t *testing.T) {
	for _, name := range []string{"promoter", "announced"} {
		c, err := dawndusk.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		var e dawndusk.Enterprise
		var r dawndusk.Result
		var told dawndusk.Chapters
		e.Tell(&told)
		e.Run(&c.Scenario, dawndusk.EvenChance(), &r)
		for _, year := range []int{2032, 2040, 2045} {
			alive := int(told.Added[year-2026].Alive + 0.5)
			d, err := study.Constellation(c, year)
			if err != nil {
				t.Fatalf("%s %d, %d alive: %v", name, year, alive, err)
			}
			if d.Satellites() != alive {
				t.Errorf("%s %d: %d laid out of %d", name, year, d.Satellites(), alive)
			}
			rings, err := d.Rings()
			if err != nil {
				t.Fatal(err)
			}
			o := &c.Scenario.Orbit
			for i := range rings {
				length := 2 * 3.141592653589793 * rings[i].Axis * 1000
				if apart := length / float64(len(rings[i].Latitudes)); apart < 0.99*o.SlotSpacing.SI() {
					t.Fatalf("%s %d: ring %d is too full: %v m", name, year, i, apart)
				}
			}
			t.Logf("%s %d: %d satellites, %d rings, %v to %v", name, year, alive, len(rings), d.Shells[0].Altitude, d.Shells[len(d.Shells)-1].Top)
		}
	}
	c, err := dawndusk.Load("ground-only")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []struct {
		year int
		want string
	}{{2035, "has no satellite in orbit"}, {2025, "is played from 2026"}, {2300, "is played from 2026"}} {
		if _, err := study.Constellation(c, bad.year); err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%d: %v", bad.year, err)
		}
	}
}
