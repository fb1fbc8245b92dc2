package dawndusk_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/si"
)

// The dates of the outside view, written by hand, lie where the kept and the open
// promises of other launchers put them: between the quarters, since a centre is to
// be held and not a tail. Starship V4 was announced in May 2025 for 2027, the
// satellite factory in June 2026 for 2027. The rows' notes say what the fit says.
func TestVal_OutsideViewDates(t *testing.T) {
	c, err := dawndusk.Load("outside-view")
	if err != nil {
		t.Fatal(err)
	}
	s := &c.Scenario
	const day = 2026.75
	slip := launch.SlipOf(launch.Promises[:], day)
	for _, d := range []struct {
		what, path string
		promise    launch.Promise
		row        float64
	}{
		{"launch.starship_v4.first_flight", "launch.starship_v4.first_flight", launch.Promise{Made: 2025.41, For: 2028}, float64(s.Launch.StarshipV4.FirstFlight)},
		{"fleet.factory.announced and slip", "fleet.factory.slip", launch.Promise{Made: 2026.44, For: 2028}, float64(s.Fleet.Factory.Announced) + s.Fleet.Factory.Slip.In(si.Year)},
	} {
		early, middle, late := slip.Year(d.promise, day, 0.25), slip.Year(d.promise, day, 0.5), slip.Year(d.promise, day, 0.75)
		quarters := fmt.Sprintf("%.1f, quarters %.1f and %.1f", middle, early, late)
		if note := noteOf(c, d.path); !strings.Contains(note, "launch.Promises") || !strings.Contains(note, quarters) {
			t.Errorf("%s: the note does not say %s by launch.Promises: %s", d.path, quarters, note)
		}
		t.Logf("%s: %.1f; the promises say %.1f (quarters %.1f and %.1f, 90 %% from %.1f to %.1f)", d.what, d.row,
			middle, early, late, slip.Year(d.promise, day, 0.05), slip.Year(d.promise, day, 0.95))
		if !(d.row >= early && d.row <= late) || math.IsNaN(middle) {
			t.Errorf("%s: %.2f lies outside %.2f to %.2f", d.what, d.row, early, late)
		}
	}
}

// noteOf is the note of a row.
func noteOf(c *dawndusk.Case, path string) string {
	for i := range c.Book.Rows {
		if r := &c.Book.Rows[i]; r.Path == path {
			return r.Note
		}
	}
	return ""
}
