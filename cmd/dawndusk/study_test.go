package main

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestStudiesFitTheScreen holds what the study commands print to 100 columns, but for
// addresses, which do not break.
func TestStudiesFitTheScreen(t *testing.T) {
	for _, args := range [][]string{{"study", "run"}, {"study", "run", "turyshev-viability", "suncatcher-isl"}, {"study", "list"}, {"study", "stands"}} {
		var out, errs strings.Builder
		if code := run(t.Context(), args, &out, &errs); code != exitOK {
			t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if utf8.RuneCountInString(l) > 100 && !strings.HasPrefix(strings.TrimSpace(l), "https://") {
				t.Errorf("%v: %d columns: %s", args, utf8.RuneCountInString(l), l)
			}
		}
	}
}
