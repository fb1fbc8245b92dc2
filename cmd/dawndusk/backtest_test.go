package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/study"
)

// TestBacktestFitsItsColumns holds the scoreboard, and every backtest in full, to
// 100 columns and to what can be read.
func TestBacktestFitsItsColumns(t *testing.T) {
	for _, args := range [][]string{{"backtest"}, append([]string{"backtest"}, study.Backtests()...)} {
		var out, errs strings.Builder
		if code := run(t.Context(), args, &out, &errs); code != exitOK {
			t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if utf8.RuneCountInString(l) > 100 || l != strings.TrimRight(l, " ") {
				t.Errorf("%v: %d columns: %q", args, utf8.RuneCountInString(l), l)
			}
			if strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%v: %q", args, l)
			}
		}
		for _, id := range study.Backtests() {
			if !strings.Contains(out.String(), id) {
				t.Errorf("%v: no %s", args, id)
			}
		}
	}
}

// TestBacktestJSON holds the result to its published keys.
func TestBacktestJSON(t *testing.T) {
	root := decode(t, []string{"backtest", "--json"})
	if len(objects(root["not_backtested"])) != len(study.NotBacktested) {
		t.Errorf("not backtested: %v", root["not_backtested"])
	}
	list := objects(root["backtests"])
	if len(list) != len(study.Backtests()) {
		t.Errorf("%d backtests, not %d", len(list), len(study.Backtests()))
	}
	for _, b := range list {
		for _, k := range []string{"id", "reference", "kind", "what", "unit", "model", "split", "known", "blind", "drawn", "logs", "seen", "points", "scores", "better", "verdict", "because"} {
			if _, ok := b[k]; !ok {
				t.Errorf("%v has no %q", b["id"], k)
			}
		}
		for _, p := range objects(b["points"]) {
			for _, k := range []string{"label", "actual", "forecast", "held", "open", "naive"} {
				if _, ok := p[k]; !ok {
					t.Errorf("a point of %v has no %q", b["id"], k)
				}
			}
		}
		for _, s := range objects(b["scores"]) {
			for _, k := range []string{"method", "held", "of", "median_error", "interval_score"} {
				if _, ok := s[k]; !ok {
					t.Errorf("a score of %v has no %q", b["id"], k)
				}
			}
		}
	}
	if one := objects(decode(t, []string{"backtest", "T1", "--json"})["backtests"]); len(one) != 2 {
		t.Errorf("T1 is %d backtests, not 2", len(one))
	}
}

// TestBacktestRefuses holds mistakes to exit code 2 and an answer to each.
func TestBacktestRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"no such backtest; the backtests are falcon-2017": {"falcon"},
		"Collision-avoidance manoeuvres is not backtest":  {"T6"},
		"unknown flag: --jsn":                             {"--jsn"},
	} {
		var out, errs strings.Builder
		if code := run(t.Context(), append([]string{"backtest"}, args...), &out, &errs); code != exitInput || out.Len() > 0 || !strings.Contains(errs.String(), want) {
			t.Errorf("%v: exit code %d, %q does not say %q", args, code, errs.String(), want)
		}
	}
}
