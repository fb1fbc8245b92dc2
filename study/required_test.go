package study

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// nearestOf looks for the point of a limit from the origin and from some corners.
func nearestOf(t *testing.T, n int, state limitState) designPoint {
	t.Helper()
	starts := [][]float64{make([]float64, n)}
	for k := range min(n, 3) {
		z := make([]float64, n)
		z[k] = 2
		starts = append(starts, z)
	}
	s := newDesignSearch(context.Background(), n, func() limitState { return state }, 1)
	d, ends := s.nearest(starts)
	for _, r := range ends {
		if r < d.radius {
			t.Errorf("a start ended at %v, nearer than %v", r, d.radius)
		}
	}
	if !math.IsInf(d.radius, 1) {
		if state(scaled(d.direction, d.radius)) > 0 || math.Abs(dot(d.direction, d.direction)-1) > 1e-12 {
			t.Errorf("the point is short of the limit")
		}
	}
	return d
}

// A flat limit of correlated normals that come through a ledger lies at
// β = (b − aᵀμ) / √(aᵀΣa), and the nearest point moves by Σa: an input that the
// limit does not name is carried along by one that it does.
func TestVerif_FlatLimit(t *testing.T) {
	row := func(value, low, high string) string {
		return "{what: x, value: " + value + ", range: [" + low + ", " + high + "], limits: [-1000, 1000], dist: normal, kind: assumed, note: n}\n"
	}
	book, err := ledger.Read(fstest.MapFS{
		"x.yaml":            {Data: []byte("a: " + row("10", "6.7102926", "13.2897074") + "b: " + row("5", "3.3551463", "6.6448537") + "c: " + row("0", "-4.9345611", "4.9345611") + "d: " + row("1", "0", "2"))},
		"sources.yaml":      {Data: []byte("S1: {author: A, year: '2000', title: T, address: 'https://example.org'}\n")},
		"correlations.yaml": {Data: []byte("correlations:\n  - {name: n, kind: assumed, note: n, pairs: [[a, b, 0.5], [a, d, -0.3], [b, c, 0.4]]}\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	var scenario struct{ A, B, C, D si.Count }
	if err := book.Check(ledger.Leaves(&scenario)); err != nil {
		t.Fatal(err)
	}
	copula, err := book.Copula([]string{"a", "b", "c", "d"})
	if err != nil {
		t.Fatal(err)
	}
	coefficient := [4]float64{2, -1, 0.5, 0} // of a, b, c and d
	dists := [4]ledger.Dist{}
	for k := range dists {
		dists[k] = ledger.Compile(&book.Rows[k])
	}
	const b = 26.0
	u := make([]float64, 4)
	d := nearestOf(t, 4, func(z []float64) float64 {
		percentiles(u, z, copula)
		sum := b
		for k := range u {
			sum -= coefficient[k] * dists[k].Quantile(u[k])
		}
		return sum
	})
	mean, deviation := [4]float64{10, 5, 0, 1}, [4]float64{2, 1, 3, 1 / 1.6448536}
	r := [4][4]float64{}
	for _, p := range []struct {
		i, j int
		rho  float64
	}{{0, 1, 0.5}, {0, 3, -0.3}, {1, 2, 0.4}} {
		r[p.i][p.j] = 2 * math.Sin(math.Pi*p.rho/6)
		r[p.j][p.i] = r[p.i][p.j]
	}
	short, variance := b, 0.0
	var moved [4]float64 // Σa over each input's deviation
	for i := range r {
		r[i][i] = 1
		short -= coefficient[i] * mean[i]
		for j := range r {
			moved[i] += r[i][j] * deviation[j] * coefficient[j]
		}
		variance += coefficient[i] * deviation[i] * moved[i]
	}
	beta := short / math.Sqrt(variance)
	if math.Abs(d.radius/beta-1) > 1e-4 {
		t.Errorf("β = %v, in closed form %v", d.radius, beta)
	}
	percentiles(u, scaled(d.direction, d.radius), copula)
	for k := range u {
		// The direction is as good as the root of the distance.
		if got, want := ledger.NormalQuantile(u[k]), beta*moved[k]/math.Sqrt(variance); math.Abs(got-want) > 0.04 {
			t.Errorf("input %d moves by %v, in closed form by %v", k, got, want)
		}
	}
}

// The moment that a beam of reinforced concrete fails to bear, with four sets of
// distributions of its seven variables. Tolerance 1e-3: the book prints three
// decimals.
//
// Source: Haldar and Mahadevan, "Probability, reliability and statistical methods
// in engineering design" (2000), p. 218, tables 7.5 and 7.6; with six decimals in
// the examples of Sakai's R package LimitState, 2e52f11.
func TestVal_ReliabilityIndex(t *testing.T) {
	mean := [7]float64{1.56, 47.7, 3.5, 8.0, 13.2, 0.59, 326.25}
	spread := [7]float64{0.036, 0.15, 0.21, 0.045, 0.086, 0.05, 0.17} // coefficients of variation
	for _, x := range []struct {
		lognormal [7]bool
		beta      float64
	}{
		{[7]bool{}, 3.833028},
		{[7]bool{6: true}, 3.761254},
		{[7]bool{true, true, true, true, true, true, false}, 4.387684},
		{[7]bool{true, true, true, true, true, true, true}, 4.090647},
	} {
		d := nearestOf(t, 7, func(z []float64) float64 {
			var v [7]float64
			for k := range v {
				v[k] = mean[k] * (1 + spread[k]*z[k])
				if x.lognormal[k] {
					s := math.Sqrt(math.Log1p(spread[k] * spread[k]))
					v[k] = mean[k] * math.Exp(s*z[k]-s*s/2)
				}
			}
			steel, yield, concrete, width, depth, eta, moment := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
			return steel*yield*depth*(1-eta*steel*yield/(width*depth*concrete)) - moment
		})
		if math.Abs(d.radius-x.beta) > 1e-3 {
			t.Errorf("β = %.6f, printed %v", d.radius, x.beta)
		}
	}
}

// Limits that step, that are the worse or the better of two, or that bend, with
// the nearest point known; among 30 inputs that do nothing.
func TestVerif_SteppedLimit(t *testing.T) {
	for _, x := range []struct {
		name  string
		state func(x, y float64) float64
		beta  float64
	}{
		// floor(4x)/4 + y ≥ 4.1 is met first at x = 2, y = 2.1.
		{"whole quarters", func(x, y float64) float64 { return 4.1 - math.Floor(4*x)/4 - y }, 2.9},
		{"both", func(x, y float64) float64 { return max(2-x, 1-y) }, math.Sqrt(5)},
		{"either", func(x, y float64) float64 { return min(3.5-x, 3-y) }, 3},
		{"a circle's outside", func(x, y float64) float64 { return 4 - math.Hypot(x-1, y) }, 3},
		{"cannot be delivered at first", func(x, y float64) float64 {
			if x < 0.4 {
				return math.Inf(1)
			}
			return 2 - x
		}, 2},
	} {
		d := nearestOf(t, 32, func(z []float64) float64 { return x.state(z[0], z[1]) })
		if !(d.radius >= x.beta-2e-6 && d.radius < 1.02*x.beta) {
			t.Errorf("%s: β = %v, in closed form %v", x.name, d.radius, x.beta)
		}
	}
	never := nearestOf(t, 3, func([]float64) float64 { return math.Inf(1) })
	thin := nearestOf(t, 3, func(z []float64) float64 { return 1e-4 - max(0, 0.01-math.Abs(z[0]-2)) })
	if !math.IsInf(never.radius, 1) || !math.IsInf(thin.radius, 1) {
		t.Errorf("found what does not exist at %v, and what does not last at %v", never.radius, thin.radius)
	}
}

// pinnedBut fixes every drawn input of base but some at its central value.
func pinnedBut(t *testing.T, free ...string) (set []string) {
	t.Helper()
	c := load(t, "base")
rows:
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		for _, f := range free {
			if strings.HasPrefix(r.Path, f) {
				continue rows
			}
		}
		if d := ledger.Compile(r); d.Drawn() {
			set = append(set, r.Path+"="+r.Text)
		}
	}
	return set
}

// The point is where the scenario with its inputs set is on the limit, and none
// that a start ended at is nearer.
func TestVerif_RequiredIsOnTheLimit(t *testing.T) {
	set := append(append(pinnedBut(t, "workload.accelerator.", "finance."), crossable...), "stated.launch_usd_per_kg=300 $/kg", "stated.specific_power=42 kW/t")
	s, err := Required(context.Background(), "base", set, RequiredOptions{By: 2028, Draws: 20, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if !s.Found || s.Already || s.Ratio > 1 || s.Before <= 1 || s.Beta <= 0 || math.Abs(float64(s.Probability)-ledger.NormalCDF(-float64(s.Beta))) > 1e-15 {
		t.Fatalf("found %v, already %v, ratio %v after %v, β = %v, Φ(−β) = %v, starts %v", s.Found, s.Already, s.Ratio, s.Before, s.Beta, s.Probability, s.Starts)
	}
	for _, r := range s.Starts {
		if r < s.Beta {
			t.Errorf("a start ended at %v, nearer than %v", r, s.Beta)
		}
	}
	for _, in := range s.Inputs {
		set = append(set, in.Path+"="+in.Required)
		if math.Abs(ledger.NormalCDF(float64(in.Deviations))-float64(in.Percentile)) > 1e-9 {
			t.Errorf("%s: %v deviations, percentile %v", in.Path, in.Deviations, in.Percentile)
		}
	}
	c := load(t, "base", set...)
	var r dawndusk.Result
	new(dawndusk.Enterprise).Run(&c.Scenario, dawndusk.EvenChance(), &r)
	// The texts have three figures of their ranges, and the ratio jumps.
	if got := (&ensemble{c: c}).costRatio(&r, 2028-firstYear); math.Abs(got/float64(s.Ratio)-1) > 0.1 {
		t.Errorf("the scenario with these inputs has the ratio %v, not %v", got, s.Ratio)
	}
}

// The search takes the same steps with any number of workers.
func TestVerif_SearchIsTheSame(t *testing.T) {
	var first designPoint
	for _, workers := range []int{1, 2, 5} {
		s := newDesignSearch(context.Background(), 9, func() limitState {
			return func(z []float64) float64 { return 3 - z[0] - 0.3*z[1]*z[1] - math.Floor(3*z[8])/3 }
		}, workers)
		d, _ := s.nearest([][]float64{make([]float64, 9)})
		if first.direction == nil {
			first = d
		}
		if d.radius != first.radius || !slices.Equal(d.direction, first.direction) {
			t.Errorf("%d workers end at %v, one at %v", workers, d.radius, first.radius)
		}
	}
}

func TestRequiredMistakes(t *testing.T) {
	_, err := Required(context.Background(), "base", nil, RequiredOptions{By: 2060})
	var many ledger.Errors
	if !errors.As(err, &many) || len(many) != 2 || !strings.Contains(err.Error(), "--by: 2060 is not played") || !strings.Contains(err.Error(), "--draws") {
		t.Errorf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	// Where nothing can be delivered there is no such point.
	s, err := Required(context.Background(), "base", []string{"stated.payload=0 t"}, RequiredOptions{By: 2028, Draws: 2})
	if err != nil || s.Found || s.Beta.Finite() || s.Median.Finite() || len(s.Inputs) != 0 {
		t.Errorf("%v: %+v", err, s)
	}
	if _, err := Required(ctx, "base", nil, RequiredOptions{By: 2030, Draws: 10}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
