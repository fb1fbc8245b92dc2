package study

import (
	"math"
	"slices"
	"testing"
)

// Definition 7 of Hyndman and Fan, The American Statistician 50 (1996): quantile
// p of n values stands at 1 + p(n−1). Worked by hand.
func TestVerif_Quantile(t *testing.T) {
	inf := math.Inf(1)
	for _, x := range []struct {
		values []float64
		p      float64
		want   float64
	}{
		{[]float64{3}, 0.9, 3},
		{[]float64{1, 2}, 0.5, 1.5},
		{[]float64{1, 2, 3, 4}, 0.25, 1.75},
		{[]float64{1, 2, 3, 4, 10}, 0.9, 7.6},
		{[]float64{1, 2, inf}, 0.5, 2},
		{[]float64{1, 2, inf}, 0.51, inf},
		{[]float64{1, inf, inf}, 0.5, inf},
		{[]float64{inf, inf}, 0.1, inf},
	} {
		if got := quantile(x.values, x.p); !(math.Abs(got-x.want) < 1e-12 || got == x.want) {
			t.Errorf("quantile %v of %v is %v, not %v", x.p, x.values, got, x.want)
		}
	}
	b := band([]float64{math.NaN(), 5, 1, math.NaN()})
	if b.P10.Finite() && b.P10 < 1 || b.P90.Finite() {
		t.Errorf("a value that does not exist is higher than any: %v", b)
	}
	if b := lowIsWorse([]float64{0.1, math.NaN(), 0.3, 0.2, 0.4}); b.P10.Finite() || b.P90 < 0.3 || b.P50 != 0.2 {
		t.Errorf("a return that does not exist is lower than any: %v", b)
	}
}

// Spearman's coefficient of ten pairs with ties, worked by hand from the ranks:
// x̄ = ȳ, Σ(Δrank)² over tied means.
func TestVerif_RankCorrelation(t *testing.T) {
	order := make([]int32, 4)
	tied := []float64{7, 7, 1, math.Inf(1)}
	ranks(tied, order)
	if want := []float64{0.5, 0.5, 0, 1}; !slices.Equal(tied, want) {
		t.Errorf("ranks %v, not %v", tied, want)
	}
	x := []float64{1, 2, 3, 4, 5}
	for _, c := range []struct {
		y    []float64
		want float64
	}{
		{[]float64{10, 20, 30, 40, 50}, 1},
		{[]float64{50, 40, 30, 20, 10}, -1},
		{[]float64{20, 10, 40, 30, 50}, 0.8}, // 1 − 6·4/(5·24)
		{[]float64{1, 1, 1, 1, 1}, 0},
	} {
		a, b := slices.Clone(x), slices.Clone(c.y)
		ranks(a, make([]int32, 5))
		ranks(b, make([]int32, 5))
		if got := correlation(a, b); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("correlation with %v is %v, not %v", c.y, got, c.want)
		}
	}
	if e := correlationError(0, 2000); math.Abs(e-0.02305) > 1e-4 { // √(1.06/1997)
		t.Errorf("error of no correlation among 2000 is %v", e)
	}
	if correlationError(0.3, 3) != 1 || !(proportionError(1, 9) > 0) {
		t.Error("errors of small samples")
	}
	if e := proportionError(0.5, 10000); math.Abs(e-0.005) > 1e-5 { // √(0.25/n)
		t.Errorf("error of a half of 10,000 is %v", e)
	}
}
