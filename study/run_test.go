package study

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

func run(t testing.TB, name string, o Options, set ...string) *Summary {
	t.Helper()
	s, err := Run(context.Background(), name, set, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func bytesOf(t testing.TB, s *Summary) []byte {
	t.Helper()
	data, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The same scenario, seed and draws give the same bytes on one worker and on
// two, on one processor and on two, twice over.
func TestVerif_SameBytes(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []byte
	for _, x := range []struct{ processors, workers int }{{1, 1}, {2, 2}, {1, 0}, {2, 0}} {
		runtime.GOMAXPROCS(x.processors)
		data := bytesOf(t, run(t, "base", Options{Draws: 33, Seed: 1, Workers: x.workers}))
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatalf("%d processors and %d workers give other bytes", x.processors, x.workers)
		}
	}
	if bytes.Equal(first, bytesOf(t, run(t, "base", Options{Draws: 37, Seed: 2}))) {
		t.Error("another seed gives the same bytes")
	}
}

// corners are studies in which something is missing.
var corners = []struct {
	name, scenario string
	draws          int
	set            []string
}{
	{"one draw", "base", 1, nil},
	{"two draws", "base", 2, nil},
	{"no payload", "base", 9, []string{"stated.payload=0 kg"}},
	{"free launch", "base", 9, []string{"stated.launch_usd_per_kg=0 $/kg"}},
	{"no flights", "base", 9, []string{"stated.flights_per_year=0 1/yr"}},
	{"a year", "base", 9, []string{"run.horizon=1 yr"}},
	{"nine years and a half", "base", 9, []string{"run.horizon=114 months"}}, // ends before the cost year's middle
	{"ten years and a month", "base", 9, []string{"run.horizon=121 months"}},
	{"thirty years", "base", 9, []string{"run.horizon=30 yr"}},
	{"training", "base", 9, []string{"run.headline=training"}},
	{"no satellites", "ground-only", 9, nil},
	{"announced", "announced", 9, nil},
	{"skeptic", "skeptic", 9, nil},
	{"promoter", "promoter", 9, nil},
}

// Whatever is asked, the answer is JSON without NaN or infinity, quantiles are
// in order, shares are shares, and lines add up.
func TestVerif_SummariesHold(t *testing.T) {
	for i, x := range corners {
		o := Options{Draws: x.draws, Seed: 3}
		whole := i < 3 // the others without the variants of priors and policies
		var s *Summary
		if whole {
			s = run(t, x.scenario, o, x.set...)
		} else {
			e, err := draw(context.Background(), load(t, x.scenario, x.set...), &o, true, true, func(int) {})
			if err != nil {
				t.Fatal(err)
			}
			s = e.summary(&o)
			s.Priors, s.Policies = []Verdict{e.verdict("")}, []Verdict{e.verdict("")}
		}
		data := bytesOf(t, s)
		var back map[string]any
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatalf("%s: %v", x.name, err)
		}
		for _, key := range []string{"scenario", "scenario_hash", "version", "seed", "draws", "money_year", "boundary", "as_of", "headline", "products",
			"priors", "policies", "series", "cost_lines", "binding", "project", "drivers", "evidence"} {
			if v, ok := back[key]; !ok || v == nil {
				t.Errorf("%s: %q is missing", x.name, key)
			}
		}
		orderly(t, x.name, reflect.ValueOf(s).Elem())
		if last := s.Series[len(s.Series)-1].Year; last < s.CostYear && len(s.CostLines) > 0 {
			t.Errorf("%s: a bill of %d in a run that ends in %d", x.name, s.CostYear, last)
		}
		if len(s.Products) != int(dawndusk.NumProducts) || whole && (len(s.Priors) != len(Priors) || len(s.Policies) != int(dawndusk.NumPolicies)) {
			t.Errorf("%s: %d products, %d priors, %d policies", x.name, len(s.Products), len(s.Priors), len(s.Policies))
		}
		type sideYear struct {
			side string
			year int
		}
		share := map[sideYear]float64{}
		for _, b := range s.Binding {
			share[sideYear{b.Side, b.Year}] += float64(b.Share)
			if b.Share < 0.05 || b.Share > 1 || b.Limit == "" || strings.Contains(b.Limit, "unknown") {
				t.Errorf("%s: %+v", x.name, b)
			}
		}
		for k, sum := range share {
			if sum > 1+1e-9 {
				t.Errorf("%s: shares of %s in %d add up to %v", x.name, k.side, k.year, sum)
			}
		}
	}
}

// orderly checks every band and share it finds.
func orderly(t *testing.T, name string, v reflect.Value) {
	t.Helper()
	switch x := v.Interface().(type) {
	case Band:
		if x.P10 > x.P50 || x.P50 > x.P90 || math.IsNaN(float64(x.P10)) != math.IsNaN(float64(x.P90)) {
			t.Errorf("%s: quantiles %v", name, x)
		}
	case Crossover:
		if x.P10 > x.P50 || x.P50 > x.P90 || !(x.NeverFraction >= 0 && x.NeverFraction <= 1) {
			t.Errorf("%s: crossover %v", name, x)
		}
		if x.NeverFraction > 0.5 && x.P50.Finite() {
			t.Errorf("%s: never in %v of the draws, yet the median is %v", name, x.NeverFraction, x.P50)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Field(i)
			if p, isNumber := v.Field(i).Interface().(Number); isNumber && p.Finite() &&
				(strings.HasSuffix(field.Name, "Fraction") && field.Name != "DeliveredFraction" && field.Name != "BreakEvenDeliveredFraction" || strings.HasPrefix(field.Name, "POrbit")) && (p < 0 || p > 1) {
				t.Errorf("%s: %s is %v", name, field.Name, p)
			}
			orderly(t, name, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			orderly(t, name, v.Index(i))
		}
	}
}

// The lines of the bill of each side add up to the rent of its draws, and
// saveable and spent to what they are made of.
func TestVerif_CostLinesAddUp(t *testing.T) {
	s := run(t, "base", Options{Draws: 64, Seed: 1})
	var sum [2]float64
	for _, l := range s.CostLines {
		side := 0
		if l.Side == "ground" {
			side = 1
		}
		if !(float64(l.USDPerWYear) > 0) {
			t.Errorf("line %+v", l)
		}
		sum[side] += float64(l.USDPerWYear)
	}
	chips := [2]float64{}
	for _, l := range s.CostLines {
		if l.Rung == "chips" {
			if l.Side == "ground" {
				chips[1] += float64(l.USDPerWYear)
			} else {
				chips[0] += float64(l.USDPerWYear)
			}
		}
	}
	for i, got := range []Number{s.Pool.SpentUSDPerWYear, s.Pool.SaveableUSDPerWYear} {
		if want := sum[i] - chips[i]; math.Abs(float64(got)-want) > 1e-9*want {
			t.Errorf("side %d: %v, the lines beside chips make %v", i, got, want)
		}
	}
}

// The policy and the priors of the scenario itself are one of the variants, and
// that one is the headline.
func TestVerif_OwnVerdictIsAmongTheVariants(t *testing.T) {
	for _, name := range []string{"base", "announced"} {
		s := run(t, name, Options{Draws: 24, Seed: 5})
		found := 0
		for _, v := range s.Policies {
			if v.Name == s.Policy {
				found++
				if v.BuiltFraction != s.Headline.BuiltFraction || !same(v.CrossoverYear, s.Headline.CrossoverYear) {
					t.Errorf("%s: policy %s is not the headline", name, v.Name)
				}
			}
		}
		if found != 1 {
			t.Errorf("%s: its policy %q stands %d times among the policies", name, s.Policy, found)
		}
	}
}

func same(a, b Crossover) bool {
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if p, q := x.Field(i).Float(), y.Field(i).Float(); p != q && !(math.IsNaN(p) && math.IsNaN(q)) {
			return false
		}
	}
	return true
}

// Bad options and bad scenarios are mistakes that name themselves, and a stop is
// a stop.
func TestVerif_RunRefuses(t *testing.T) {
	for _, x := range []struct {
		name  string
		draws int
		set   []string
		says  string
	}{
		{"base", 0, nil, "draws"},
		{"base", -3, nil, "draws"},
		{"base", MaxDraws + 1, nil, "draws"},
		{"nothing-like-this", 1, nil, "no such scenario"},
		{"base", 1, []string{"launch.nonsense=3"}, "nonsense"},
		{"base", 1, []string{"finance.wacc=9"}, "unit"},
	} {
		_, err := Run(context.Background(), x.name, x.set, Options{Draws: x.draws})
		var mistakes ledger.Errors
		if !errors.As(err, &mistakes) || !strings.Contains(err.Error(), x.says) {
			t.Errorf("%s, %d draws, %v: %v", x.name, x.draws, x.set, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	var calls atomic.Int64
	_, err := Run(ctx, "base", nil, Options{Draws: 3000, Workers: 2, Progress: func(done, total int) {
		if calls.Add(1) == 2 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled study says %v", err)
	}
}

// Progress counts every draw once.
func TestVerif_Progress(t *testing.T) {
	last, all := 0, 0
	run(t, "base", Options{Draws: 33, Seed: 1, Progress: func(done, total int) {
		if done < last {
			t.Errorf("progress falls from %d to %d", last, done)
		}
		last, all = done, total
	}})
	if last != all || all == 0 {
		t.Errorf("%d of %d draws reported", last, all)
	}
}

// An explanation holds the input at its range's ends and gives three headlines.
func TestVerif_Explain(t *testing.T) {
	x, err := Explain(context.Background(), "base", nil, "finance.wacc", Options{Draws: 16, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(x) != 3 {
		t.Fatalf("%+v", x)
	}
	if _, err := Explain(context.Background(), "base", nil, "finance.wacky", Options{Draws: 1}); err == nil {
		t.Error("explains an input that does not exist")
	}
	x, err = Explain(context.Background(), "base", nil, "operator.policy", Options{Draws: 4, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(x) != int(dawndusk.NumPolicies) {
		t.Errorf("%d choices of a policy", len(x))
	}
	x, err = Explain(context.Background(), "base", nil, "stated.payload", Options{Draws: 4, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(x) != 0 {
		t.Errorf("%d values of an input that has none", len(x))
	}
}

// Ten thousand draws and their inputs stay well under 300 MB at any time; what a
// draw leaves behind does not depend on how many years it plays, so one will do.
func TestVerif_Heap(t *testing.T) {
	const most = 300e6
	runtime.GC() // what earlier tests left would raise the collector's aim
	var peak atomic.Uint64
	var calls atomic.Int64
	run(t, "base", Options{Draws: 10000, Seed: 1, Progress: func(done, total int) {
		if calls.Add(1)%64 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapAlloc))
		}
	}}, "run.horizon=1 yr")
	t.Logf("%.0f MB", float64(peak.Load())/1e6)
	if peak.Load() > most || peak.Load() == 0 {
		t.Errorf("the heap reaches %.0f MB", float64(peak.Load())/1e6)
	}
}
