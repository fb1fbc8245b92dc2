package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/study"
)

// TestOptimisePrints holds what is printed of every metric to 100 columns, with
// all variables, under each rule for the dose, and where no hour can be had.
func TestOptimisePrints(t *testing.T) {
	for i, m := range study.DesignMetrics {
		args := []string{"optimise", "--metric", m.Name, "--draws", "8", "--check", "8", "--evaluations", "50", "--steps", "12", "--robust", []string{"median", "mean", "p90"}[i%3], "--dose", study.DoseRules[i%3]}
		if i == 0 {
			for _, v := range study.DesignVariables {
				args = append(args, "--var", v.Path)
			}
		}
		if i == 1 {
			args = append(args, "--set", "stated.payload=0 t") // nothing flies
		}
		var out, errs strings.Builder
		if code := run(t.Context(), args, &out, &errs); code != exitOK {
			t.Fatalf("%v: %s", args, errs.String())
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if utf8.RuneCountInString(l) > 100 || strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%s: %q", m.Name, l)
			}
		}
	}
}
