package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestOneByOneFitsItsColumns holds tornadoes and maps to 100 columns and to
// numbers that can be read.
func TestOneByOneFitsItsColumns(t *testing.T) {
	pinned := []string{"breakeven", "stated.launch_usd_per_kg", "stated.satellite_usd_per_w", "--x", "5:5000 $/kg", "--y", "0.1:10 $/W"}
	for _, args := range [][]string{
		{"tornado", "--top", "0", "--year", "2026"},
		{"tornado", "skeptic", "--of", "flights", "--year", "2027"},
		{"tornado", "promoter", "--of", "orbit-cost", "--year", "2028", "--set", "stated.payload=2 t"},
		append(pinned, "--steps", "9", "--year", "2029", "--scenario", "promoter"),
		append(pinned, "--steps", "7", "--year", "2027", "--set", "stated.payload=1 t"),
		append(pinned, "--steps", "2", "--draws", "5", "--year", "2028"),
		{"breakeven", "ship_dry_mass", "launch.ships.first_reuse", "--steps", "60", "--year", "2026"},
	} {
		var out, errs strings.Builder
		if code := run(t.Context(), append([]string{"sensitivity"}, args...), &out, &errs); code != exitOK {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
			continue
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if utf8.RuneCountInString(l) > 100 {
				t.Errorf("%v: %d columns: %s", args, utf8.RuneCountInString(l), l)
			}
			if strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%v: %q", args, l)
			}
		}
	}
}
