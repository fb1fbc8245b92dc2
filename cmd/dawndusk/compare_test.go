package main

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestCompareFitsItsColumns holds comparisons to 100 columns and to a value at
// either end.
func TestCompareFitsItsColumns(t *testing.T) {
	for _, more := range [][]string{
		{"base", "skeptic"},
		{"skeptic", "base", "--by", "input", "--top", "4", "--permutations", "8"},
		{"base", "ground-only", "--of", "orbit", "--metric", "kw-year", "--boundary", "power"},
		{"base", "ground-only", "--of", "ground", "--metric", "kw-year", "--boundary", "launch"},
		{"ground-only", "base", "--of", "orbit", "--year", "2027", "--top", "0"},
		{"ai1-june", "ai1-starmind", "--of", "ground", "--interest", "none", "--horizon", "3 yr", "--payments", "12"},
		{"base", "base"},
		{"base", "announced", "--by", "input", "--top", "3000000000000000000", "--permutations", "8"},
	} {
		var out, errs strings.Builder
		if code := run(t.Context(), append([]string{"compare"}, more...), &out, &errs); code != exitOK {
			t.Errorf("%v: exit code %d: %s", more, code, errs.String())
			continue
		}
		text := out.String()
		for _, l := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(l) > 100 {
				t.Errorf("%v: %d columns: %s", more, utf8.RuneCountInString(l), l)
			}
			if strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%v: %q", more, l)
			}
		}
		for _, end := range more[:2] {
			if !strings.Contains(text, "\n"+end+" ") {
				t.Errorf("%v: no line of %s\n%s", more, end, text)
			}
		}
		if strings.Count(text, "◆") != 2 {
			t.Errorf("%v: a waterfall has two ends\n%s", more, text)
		}
	}
}

// TestCompareJSON holds the result to its published keys and its parts to the whole.
func TestCompareJSON(t *testing.T) {
	root := decode(t, []string{"compare", "base", "ground-only", "--json"})
	for _, k := range []string{"from", "to", "of", "metric", "unit", "money_year", "difference", "factor", "contribution_unit", "worked_in", "by",
		"inputs", "inputs_that_differ_in_range_only", "mixtures", "mixtures_that_cannot_deliver", "permutations", "seed", "parts"} {
		if _, ok := root[k]; !ok {
			t.Errorf("there is no %q", k)
		}
	}
	sum := 0.0
	for _, p := range objects(root["parts"]) {
		sum += p["contribution"].(float64)
		for _, k := range []string{"name", "factor", "share", "standard_error", "inputs"} {
			if _, ok := p[k]; !ok {
				t.Errorf("a part has no %q", k)
			}
		}
		for _, q := range objects(p["inputs"]) {
			for _, k := range []string{"name", "what", "from", "to", "contribution", "factor", "share", "standard_error"} {
				if _, ok := q[k]; !ok {
					t.Errorf("an input has no %q", k)
				}
			}
		}
	}
	if want := math.Log(root["factor"].(float64)); math.Abs(sum-want) > 1e-9*math.Abs(want) {
		t.Errorf("parts sum to %g, not %g", sum, want)
	}
	if parts := objects(decode(t, []string{"compare", "base", "base", "--json"})["parts"]); len(parts) != 0 {
		t.Errorf("base differs from itself by %v", parts)
	}
}

// TestCompareRefuses holds mistakes to exit code 2 and an answer to each.
func TestCompareRefuses(t *testing.T) {
	for want, args := range map[string][]string{
		"accepts 2 arg(s)":         {"base"},
		"bse: no such scenario":    {"bse", "base"},
		"write chapter or input":   {"base", "promoter", "--by", "chapters"},
		"0 for all":                {"base", "promoter", "--top", "-1"},
		"capital, ownership":       {"base", "promoter", "--metric", "cost"},
		"ratio, orbit, ground":     {"base", "promoter", "--of", "cost"},
		"--year 2045":              {"base", "promoter", "--year", "2048"},
		"launch, power, bus":       {"base", "promoter", "--of", "orbit", "--boundary", "all"},
		"an even number from 8":    {"base", "promoter", "--permutations", "7"},
		"no flight reaches":        {"base", "promoter", "--set", "stated.payload=0 t"},
		`unknown flag: --metrics`:  {"base", "promoter", "--metrics", "ratio"},
		`did you mean "run.horiz`:  {"base", "promoter", "--set", "run.horizn=3 yr"},
		"its run of 2 yr ends bef": {"base", "promoter", "--set", "run.horizon=2 yr"},
	} {
		var out, errs strings.Builder
		if code := run(t.Context(), append([]string{"compare"}, args...), &out, &errs); code != exitInput || out.Len() > 0 || !strings.Contains(errs.String(), want) {
			t.Errorf("%v: exit code %d, %q does not say %q", args, code, errs.String(), want)
		}
	}
}

// TestComparePage holds the page to its drawing, and a page that cannot be written to
// an error that leaves nothing behind.
func TestComparePage(t *testing.T) {
	dir := t.TempDir()
	page := filepath.Join(dir, "why.html")
	var out, errs strings.Builder
	if code := run(t.Context(), []string{"compare", "base", "promoter", "--permutations", "8", "--html", page}, &out, &errs); code != exitOK {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"<title>base and promoter: why they differ</title>", "<svg ", "launch.", "×", "Content-Security-Policy"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("there is no %q in the page", want)
		}
	}
	for _, not := range []string{"NaN", "Inf", "%!", "<script"} {
		if strings.Contains(string(data), not) {
			t.Errorf("%q in the page", not)
		}
	}
	if code := run(t.Context(), []string{"compare", "base", "base", "--html", filepath.Join(page, "x.html")}, &out, &errs); code != exitInput || !strings.Contains(errs.String(), "no directory") {
		t.Errorf("a page in a file: exit code %d, %s", code, errs.String())
	}
}
