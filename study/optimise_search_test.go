package study

import (
	"context"
	"math"
	"testing"
)

// TestVerif_SearchFindsKnownLeast sets the bounded search functions whose least
// point in the box is known: inside it, on a side and in a corner. It is to come
// within a thousandth of the box, far finer than an engineer asks of a design.
func TestVerif_SearchFindsKnownLeast(t *testing.T) {
	for _, x := range []struct {
		name        string
		start, want []float64
		evaluations int
		f           func(u []float64) float64
	}{
		{"quadratic", []float64{0.5, 0.5, 0.5}, []float64{0.2, 0.7, 0.9}, 1500, func(u []float64) float64 {
			a, b, c := u[0]-0.2, u[1]-0.7, u[2]-0.9
			return 3 + a*a + 10*b*b + 100*c*c + 2*a*b // its matrix is positive definite: 1·10 > 1²
		}},
		{"quadratic beyond a side", []float64{0.5, 0.5}, []float64{1, 0.65}, 1000, func(u []float64) float64 {
			// Least at (1.3, 0.5); with u₀ = 1 the derivative 2(u₁ − 0.5) − (1.3 − 1) vanishes at 0.65.
			a, b := u[0]-1.3, u[1]-0.5
			return a*a + b*b + a*b
		}},
		{"corner", []float64{0.5, 0.5, 0.5, 0.5}, []float64{0, 1, 0, 1}, 1500, func(u []float64) float64 { return u[0] - u[1] + 2*u[2] - 3*u[3] }},
		{"Rosenbrock", []float64{0.2, 0.9}, []float64{0.75, 0.75}, 3000, func(u []float64) float64 {
			x, y := 4*u[0]-2, 4*u[1]-2 // least at (1, 1) of −2 … 2
			return 100*(y-x*x)*(y-x*x) + (1-x)*(1-x)
		}},
		{"Rosenbrock in five", []float64{0.5, 0.5, 0.5, 0.5, 0.5}, []float64{0.75, 0.75, 0.75, 0.75, 0.75}, 15000, func(u []float64) (sum float64) {
			for i := range 4 {
				x, y := 4*u[i]-2, 4*u[i+1]-2
				sum += 100*(y-x*x)*(y-x*x) + (1-x)*(1-x)
			}
			return sum
		}},
	} {
		for seed := range uint64(3) {
			outside := false
			b := box{start: x.start, population: 12, evaluations: x.evaluations, seed: seed, value: func(u []float64) float64 {
				for _, v := range u {
					outside = outside || !(v >= 0 && v <= 1)
				}
				return x.f(u)
			}}
			got, value, tried := b.least(context.Background())
			for k := range got {
				if math.Abs(got[k]-x.want[k]) > 1e-3 {
					t.Errorf("%s, seed %d: %v, not %v", x.name, seed, got, x.want)
					break
				}
			}
			if value != x.f(got) || outside || tried > x.evaluations+tidying(len(got)) {
				t.Errorf("%s: value %v at a point of %v; outside the box %v; %d tried", x.name, value, x.f(got), outside, tried)
			}
		}
	}
}

// TestVerif_SearchPutsBackWhatDoesNothing: a variable without effect stays where
// the design had it.
func TestVerif_SearchPutsBackWhatDoesNothing(t *testing.T) {
	b := box{start: []float64{0.3, 0.4}, population: 8, evaluations: 400, value: func(u []float64) float64 { return (u[0] - 0.8) * (u[0] - 0.8) }}
	if got, _, _ := b.least(context.Background()); got[1] != 0.4 || math.Abs(got[0]-0.8) > 1e-3 {
		t.Errorf("%v", got)
	}
}

func TestVerif_FoldedSpaceIsTheBox(t *testing.T) {
	for _, x := range [][2]float64{{0, 0}, {0.25, 0.25}, {1, 1}, {1.25, 0.75}, {2, 0}, {2.5, 0.5}, {-0.25, 0.25}, {-1.5, 0.5}, {1e9 + 0.5, 0.5}} {
		if got := fold(x[0]); math.Abs(got-x[1]) > 1e-6 {
			t.Errorf("fold(%v) = %v, not %v", x[0], got, x[1])
		}
	}
}
