package study

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

func load(t testing.TB, name string, set ...string) *dawndusk.Case {
	t.Helper()
	c, err := dawndusk.Load(name, set...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sampled returns the uniforms and values of every drawn input, draw by draw,
// without running anything.
func sampled(t testing.TB, c *dawndusk.Case, seed uint64, draws int, correlated bool) (paths []string, u, values [][]float64) {
	t.Helper()
	inputs, copula, err := compile(c, seed, correlated)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorker(c, inputs, copula, seed)
	u, values = make([][]float64, len(inputs)), make([][]float64, len(inputs))
	for k := range inputs {
		paths = append(paths, c.Book.Rows[inputs[k].row].Path)
	}
	for i := range draws {
		w.draw(i)
		for k := range inputs {
			u[k], values[k] = append(u[k], w.u[k]), append(values[k], *w.leaves[k])
		}
	}
	return paths, u, values
}

// The sample of each input has the quantiles of its row. On its own an input is
// stratified: a quantile of n draws is off by at most 1/n of probability. In a
// block of correlated inputs it is a sum of stratified numbers, at worst as good
// as drawn at random: 4.5 standard errors, which 300 inputs and 5 quantiles pass
// by chance but once in a hundred such tests.
func TestVerif_SamplesFollowTheLedger(t *testing.T) {
	const n = 1024
	c := load(t, "base")
	for _, correlated := range []bool{false, true} {
		paths, _, values := sampled(t, c, 1, n, correlated)
		if len(paths) < 100 {
			t.Fatalf("only %d inputs are drawn", len(paths))
		}
		for k, path := range paths {
			r, err := c.Book.Find(path)
			if err != nil {
				t.Fatal(err)
			}
			d := ledger.Compile(r)
			slices.Sort(values[k])
			for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
				off := 1.01 / n
				if correlated {
					off = 4.5 * math.Sqrt(p*(1-p)/n)
				}
				got := values[k][int(p*n)]
				low, high := d.Quantile(max(0, p-off)), d.Quantile(min(1, p+off+1./n))
				if got < low || got > high {
					t.Errorf("%s, correlated %v: the %.0f %% point of %d draws is %v, not in %v to %v", path, correlated, 100*p, n, got, low, high)
				}
				if got < d.Quantile(0) || got > d.Quantile(1) || r.Min > got || r.Max < got {
					t.Errorf("%s: %v is outside its limits", path, got)
				}
			}
			// Where the row states a median, the sample has it.
			if m := values[k][n/2]; r.Dist != ledger.Triangular && !correlated && r.Value > 0 {
				if d.Quantile(0.5) == r.Value && math.Abs(m-r.Value) > 0.01*math.Abs(r.Value) {
					t.Errorf("%s: median %v, the row says %v", path, m, r.Value)
				}
			}
		}
	}
}

// Inputs are correlated as correlations.yaml says, and not at all with
// correlations off. The error of a rank correlation of n draws is about 1/√n:
// 4.5 of it, as above.
func TestVerif_SamplesAreCorrelatedAsStated(t *testing.T) {
	const n = 2048
	c := load(t, "base")
	stated := map[[2]string]float64{}
	for _, k := range c.Book.Correlations {
		for _, p := range k.Pairs {
			stated[[2]string{p.A, p.B}] = p.Rho
		}
	}
	if len(stated) < 20 {
		t.Fatalf("only %d pairs are correlated", len(stated))
	}
	for _, correlated := range []bool{true, false} {
		paths, u, _ := sampled(t, c, 3, n, correlated)
		order := make([]int32, n)
		for k := range u {
			ranks(u[k], order)
		}
		seen := 0
		for i := range paths {
			for j := range paths {
				if i == j {
					continue
				}
				want, ok := stated[[2]string{paths[i], paths[j]}]
				if !ok {
					continue
				}
				seen++
				if !correlated {
					want = 0
				}
				if got := correlation(u[i], u[j]); math.Abs(got-want) > 4.5/math.Sqrt(n) {
					t.Errorf("correlated %v: %s with %s is %.3f, stated %.3f", correlated, paths[i], paths[j], got, want)
				}
			}
		}
		if seen == 0 {
			t.Error("no stated pair is drawn")
		}
	}
}

// Pinning an input moves the draws of no other, whether or not they are
// correlated with it; nor do more draws move the first.
func TestVerif_PinningMovesNothingElse(t *testing.T) {
	for _, x := range []struct {
		set        string
		correlated bool
	}{
		{"finance.wacc=9 %/yr", false},
		{"finance.wacc=9 %/yr", true},
		{"launch.starship_v3.ship_dry_mass=180 t", false},
		{"launch.starship_v3.ship_dry_mass=180 t", true},
		{"launch.cost.ship_refurbishment=10 %", true},
	} {
		a := load(t, "base")
		b := load(t, "base", x.set)
		paths, u, _ := sampled(t, a, 1, 16, x.correlated)
		pinned, v, _ := sampled(t, b, 1, 32, x.correlated)
		at := map[string]int{}
		for k, p := range pinned {
			at[p] = k
		}
		moved := 0
		for k, p := range paths {
			j, ok := at[p]
			if !ok || p == b.Changed[0] {
				continue
			}
			if !slices.Equal(u[k], v[j][:16]) {
				moved++
				if moved < 4 {
					t.Errorf("%s, correlated %v: moves %s", x.set, x.correlated, p)
				}
			}
		}
		if moved > 0 {
			t.Errorf("%s, correlated %v: moves %d inputs of %d", x.set, x.correlated, moved, len(paths))
		}
	}
}

// What a draw finds is the same however many are drawn, and on any worker.
func TestVerif_DrawsDoNotDependOnTheirNumber(t *testing.T) {
	c := load(t, "base")
	none := func(int) {}
	few, err := draw(context.Background(), c, &Options{Draws: 20, Seed: 7, Workers: 1}, true, true, none)
	if err != nil {
		t.Fatal(err)
	}
	many, err := draw(context.Background(), c, &Options{Draws: 70, Seed: 7, Workers: 3}, true, true, none)
	if err != nil {
		t.Fatal(err)
	}
	for i := range few.results {
		a, b := few.results[i], many.results[i]
		if math.IsNaN(a.IRR) && math.IsNaN(b.IRR) {
			a.IRR, b.IRR = 0, 0
		}
		if a != b {
			t.Errorf("draw %d of 20 is not draw %d of 70", i, i)
		}
	}
	if !slices.Equal(few.uniform, many.uniform[:len(few.uniform)]) {
		t.Error("inputs of the first 20 draws depend on how many follow")
	}
}

// Two seeds are two samples.
func TestVerif_SeedsDiffer(t *testing.T) {
	c := load(t, "base")
	_, u, _ := sampled(t, c, 1, 4, true)
	_, v, _ := sampled(t, c, 2, 4, true)
	for k := range u {
		if slices.Equal(u[k], v[k]) {
			t.Fatalf("input %d is the same under two seeds", k)
		}
	}
}
