package main

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk"
)

// TestVerdictFitsAScreen holds every shipped scenario, and odd ones, to 53 lines
// of 100 columns.
func TestVerdictFitsAScreen(t *testing.T) {
	t.Chdir(t.TempDir())
	lines := [][]string{{"--set", "run.horizon=1 yr"}, {"--set", "run.horizon=30 yr"}, {"--set", "run.headline=training"},
		{"--set", "stated.payload=0 t"}, {"--draws", "1"}, {"--draws", "2"}}
	for _, s := range dawndusk.Shipped() {
		lines = append(lines, []string{s})
	}
	for _, more := range lines {
		var out, errs strings.Builder
		if code := run(t.Context(), append([]string{"run", "--draws", "60"}, more...), &out, &errs); code != 0 {
			t.Errorf("%v: exit code %d: %s", more, code, errs.String())
			continue
		}
		screen := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if len(screen) > 53 {
			t.Errorf("%v: %d lines", more, len(screen))
		}
		for _, l := range screen {
			if utf8.RuneCountInString(l) > 100 {
				t.Errorf("%v: %d columns: %s", more, utf8.RuneCountInString(l), l)
			}
			if strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%v: %q", more, l)
			}
		}
	}
}

// TestResultHasItsKeys holds the result to its published shape: no key is
// missing, and every number is a number or null.
func TestResultHasItsKeys(t *testing.T) {
	shape := map[string][]string{
		"":              {"scenario", "scenario_hash", "version", "seed", "draws", "money_year", "boundary", "as_of", "headline", "products", "priors", "policies", "launch_bases", "central_values", "series", "cost_lines", "binding", "project", "drivers", "evidence"},
		"headline":      {"product", "crossover_year", "built_fraction"},
		"products":      {"name", "crossover_year"},
		"priors":        {"name", "p_orbit_cheaper_2029", "p_orbit_cheaper_2035", "p_orbit_cheaper_2045", "cost_ratio_2035", "cost_ratio_2045", "standard_error_2035"},
		"launch_bases":  {"name", "p_orbit_cheaper_2035", "cost_ratio_2035"},
		"policies":      {"name", "p_orbit_cheaper_2029", "p_orbit_cheaper_2035", "p_orbit_cheaper_2045"},
		"series":        {"year", "p_orbit_cheaper", "p_orbit_pays", "cost_ratio", "lcoc_orbit_usd_per_gpu_h", "lcoc_ground_usd_per_gpu_h", "price_usd_per_gpu_h", "orbit_gw", "ground_gw", "starship_flights", "starship_failures", "tonnes_to_orbit", "launch_usd_per_kg"},
		"cost_lines":    {"side", "line", "usd_per_w_yr"},
		"binding":       {"year", "limit", "share"},
		"project":       {"irr", "npv_usd", "peak_funding_usd", "payback_year"},
		"drivers":       {"path", "effect", "standard_error"},
		"evidence":      {"assumed_fraction"},
		"size":          {"lines", "total", "array_area_m2", "radiator_area_m2", "radiator_temperature_k", "junction_temperature_k", "specific_power_kw_per_t", "satellites_per_flight", "iterations"},
		"size lines":    {"name", "mass_kg", "area_m2", "power_w", "cost_usd"},
		"crossover":     {"p10", "p50", "p90", "never_fraction"},
		"series's band": {"p10", "p50", "p90"},
	}
	check := func(name string, v any) {
		t.Helper()
		for _, o := range objects(v) {
			for _, k := range shape[name] {
				if _, ok := o[k]; !ok {
					t.Errorf("%s has no %q", name, k)
				}
			}
		}
	}
	for _, more := range [][]string{{}, {"--set", "stated.payload=0 t"}, {"ground-only"}, {"--set", "run.horizon=2 yr"}} {
		root := decode(t, append([]string{"run", "--draws", "50", "--json"}, more...))
		check("", root)
		for name := range shape {
			if v, ok := root[name]; ok && name != "" {
				check(name, v)
			}
		}
		check("crossover", root["headline"].(map[string]any)["crossover_year"])
		check("series's band", objects(root["series"])[0]["orbit_gw"])
	}
	size := decode(t, []string{"size", "--json"})
	check("size", size)
	check("size lines", size["lines"])
	if mode := size["eclipse_mode"]; mode != "battery" && mode != "throttle" && mode != "sleep" {
		t.Errorf("the machines %v in shadow", mode)
	}
}

// objects returns an object, or the objects of a list.
func objects(v any) (list []map[string]any) {
	switch v := v.(type) {
	case map[string]any:
		return []map[string]any{v}
	case []any:
		for _, e := range v {
			list = append(list, objects(e)...)
		}
	}
	return list
}

func decode(t *testing.T, args []string) map[string]any {
	t.Helper()
	var out, errs strings.Builder
	if code := run(t.Context(), args, &out, &errs); code != 0 {
		t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
	}
	var v map[string]any
	d := json.NewDecoder(strings.NewReader(out.String()))
	if err := d.Decode(&v); err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	if d.More() {
		t.Errorf("%v: more than one value", args)
	}
	return v
}

// TestInterruptedWriteLeavesNothing cancels a study as its files are written.
func TestInterruptedWriteLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, out := range []string{filepath.Join(dir, "new"), dir} {
		if err := writeFiles(ctx, out, []file{{"a", []byte("1")}, {"b", nil}}); err == nil {
			t.Error("a cancelled write succeeds")
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("it leaves %v %v", left, err)
	}
	if err := writeFiles(t.Context(), dir, []file{{"a", []byte("1")}, {"b", nil}}); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(dir)
	if !slices.EqualFunc(left, []string{"a", "b"}, func(e os.DirEntry, name string) bool { return e.Name() == name }) {
		t.Errorf("it holds %v", left)
	}
}

// TestScenarioCannotSteerTheTerminal lets a file's words carry control codes.
func TestScenarioCannotSteerTheTerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("evil.yaml", []byte(`{name: "x\e[31m", title: "a\e]0;b\a", what: "\e[2J"}`), 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs strings.Builder
	if code := run(t.Context(), []string{"run", "evil.yaml", "--draws", "20"}, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	if strings.ContainsAny(out.String()+errs.String(), "\x1b\a") {
		t.Errorf("%q", out.String()[:100])
	}
	for name, text := range map[string]string{"based.yaml": `based: "\e]0;b\a.yaml"`, "key.yaml": `"\e[31mx": 3`} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		errs.Reset()
		if code := run(t.Context(), []string{"validate", name}, &out, &errs); code != exitInput || strings.ContainsAny(errs.String(), "\x1b\a") {
			t.Errorf("%s: exit code %d, %q", name, code, errs.String())
		}
	}
}
