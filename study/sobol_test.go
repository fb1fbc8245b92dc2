package study

import (
	"fmt"
	"math"
	"runtime"
	"testing"

	"github.com/dawndusk/dawndusk/rng"
)

// played returns the outputs of a function of k uniforms on a design of n rows,
// built as a study builds its own.
func played(f func(x []float64) float64, k, n int, seed uint64) (a, b []float64, ab [][]float64) {
	a, b, ab = make([]float64, n), make([]float64, n), make([][]float64, k)
	sequences, orders := make([]rng.Sequence, k), make([][2]rowOrder, k)
	for i := range ab {
		ab[i] = make([]float64, n)
		path := fmt.Sprint("x", i)
		sequences[i] = rng.NewSequence(seed, path)
		for m := range orders[i] {
			orders[i][m] = newRowOrder(rng.NewKey(seed, "rows."+path).Draw(uint64(m)), n)
		}
	}
	x, y := make([]float64, k), make([]float64, k)
	for j := range n {
		for i := range k {
			x[i] = sequences[i].At(uint32(orders[i][0].at(j)))
			y[i] = sequences[i].At(uint32(n + orders[i][1].at(j)))
		}
		a[j], b[j] = f(x), f(y)
		for i := range k {
			own := x[i]
			x[i] = y[i]
			ab[i][j] = f(x)
			x[i] = own
		}
	}
	return a, b, ab
}

// known is a function whose indices are known, and the standard errors of their
// estimates times √N: the root of the mean square of the influence of a row,
// (f(B) d − S v)/V and (d²/2 − T v)/V with d = f(AB) − f(A) and v the mean of the
// two squares, over 2²⁰ independent rows. Rows in strata err less.
type known struct {
	name           string
	f              func(x []float64) float64
	first, total   []float64
	errorS, errorT []float64
}

// ishigami: Ishigami and Homma, "An importance quantification technique in
// uncertainty analysis for computer models", ISUMA 1990, with a = 7, b = 0.1. Its
// variance is a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2, of which the first input alone gives
// (1 + bπ⁴/5)²/2, the second a²/8 and the first with the third 8b²π⁸/225.
func ishigami() known {
	const a, b = 7, 0.1
	f := func(x []float64) float64 {
		angle := func(u float64) float64 { return math.Pi * (2*u - 1) }
		s := math.Sin(angle(x[1]))
		return math.Sin(angle(x[0])) + a*s*s + b*math.Pow(angle(x[2]), 4)*math.Sin(angle(x[0]))
	}
	π4 := math.Pow(math.Pi, 4)
	v1, v2, v13 := (1+b*π4/5)*(1+b*π4/5)/2, a*a/8., 8*b*b*π4*π4/225
	v := v1 + v2 + v13
	return known{"Ishigami", f, []float64{v1 / v, v2 / v, 0}, []float64{(v1 + v13) / v, v2 / v, v13 / v},
		[]float64{0.99, 0.88, 0.92}, []float64{1.42, 0.67, 0.44}}
}

// sobolG: Saltelli and Sobol', "About the use of rank transformation in
// sensitivity analysis of model output", Reliability Engineering and System
// Safety 50 (1995): Π (|4xᵢ − 2| + aᵢ)/(1 + aᵢ), with a = 0, 1, 4.5, 9, 99, 99, 99,
// 99. Input i alone gives Vᵢ = 1/3/(1 + aᵢ)², all together Π (1 + Vᵢ) − 1.
func sobolG() known {
	a := []float64{0, 1, 4.5, 9, 99, 99, 99, 99}
	k := known{name: "Sobol's g", errorS: []float64{1.12, 0.67, 0.26, 0.144, 0.014, 0.014, 0.014, 0.014},
		errorT: []float64{1.15, 0.47, 0.073, 0.022, 0.001, 0.001, 0.001, 0.001}}
	k.f = func(x []float64) float64 {
		p := 1.0
		for i := range x {
			p *= (math.Abs(4*x[i]-2) + a[i]) / (1 + a[i])
		}
		return p
	}
	all := 1.0
	for i := range a {
		all *= 1 + 1/(3*(1+a[i])*(1+a[i]))
	}
	for i := range a {
		v := 1 / (3 * (1 + a[i]) * (1 + a[i]))
		k.first, k.total = append(k.first, v/(all-1)), append(k.total, v*all/(1+v)/(all-1))
	}
	return k
}

// linear: Σ cᵢ xᵢ has Sᵢ = Tᵢ = cᵢ²/Σ cⱼ².
func linear() known {
	c := []float64{4, 3, 2, 1, 0.5}
	k := known{name: "linear", errorS: []float64{0.91, 0.71, 0.49, 0.25, 0.13}, errorT: []float64{0.70, 0.41, 0.19, 0.05, 0.012}}
	k.f = func(x []float64) (sum float64) {
		for i := range x {
			sum += c[i] * x[i]
		}
		return sum
	}
	all := 0.0
	for _, c := range c {
		all += c * c
	}
	for _, c := range c {
		k.first, k.total = append(k.first, c*c/all), append(k.total, c*c/all)
	}
	return k
}

// Functions of which the literature knows the indices, at 16,384 rows, each
// within 4 of its standard errors: at most 0.035 in S and 0.044 in T.
func TestVal_SobolIndices(t *testing.T) {
	const n = 1 << 14
	for _, x := range []known{ishigami(), sobolG(), linear()} {
		a, b, ab := played(x.f, len(x.first), n, 1)
		got := Sobol(a, b, ab, 1)
		first := 0.0
		for i, g := range got.Groups {
			s, total := float64(g.FirstOrder.Value), float64(g.Total.Value)
			t.Logf("%s, input %d: S %.4f, known %.4f; T %.4f, known %.4f", x.name, i+1, s, x.first[i], total, x.total[i])
			if off := math.Abs(s - x.first[i]); !(off <= 4*x.errorS[i]/math.Sqrt(n)) {
				t.Errorf("%s, input %d: S is %v, not %v", x.name, i+1, s, x.first[i])
			}
			if off := math.Abs(total - x.total[i]); !(off <= 4*x.errorT[i]/math.Sqrt(n)) {
				t.Errorf("%s, input %d: T is %v, not %v", x.name, i+1, total, x.total[i])
			}
			if !(g.FirstOrder.Low <= g.FirstOrder.Value && g.FirstOrder.Value <= g.FirstOrder.High && g.Total.Low <= g.Total.Value && g.Total.Value <= g.Total.High) {
				t.Errorf("%s, input %d: %+v", x.name, i+1, g)
			}
			first += s
		}
		if math.Abs(float64(got.FirstOrderSum.Value)-first) > 1e-12 || math.Abs(float64(got.FirstOrderSum.Value+got.Interactions.Value)-1) > 1e-12 {
			t.Errorf("%s: first-order indices add up to %v, not %v, and leave %v", x.name, got.FirstOrderSum.Value, first, got.Interactions.Value)
		}
	}
}

// Intervals hold the true index as often as they say. 60 designs of 256 rows
// give 480 and 180 intervals of each kind; those of one design are not
// independent, so a share is good to about 2 %, and fewer than 90 % is a fault.
// Strata make an interval hold more often than it says, never less.
func TestVerif_SobolIntervals(t *testing.T) {
	const n, designs = 256, 60
	for _, x := range []known{sobolG(), linear(), ishigami()} {
		var first, total int
		for seed := range uint64(designs) {
			a, b, ab := played(x.f, len(x.first), n, seed)
			for i, g := range Sobol(a, b, ab, seed).Groups {
				if float64(g.FirstOrder.Low) <= x.first[i] && x.first[i] <= float64(g.FirstOrder.High) {
					first++
				}
				if float64(g.Total.Low) <= x.total[i] && x.total[i] <= float64(g.Total.High) {
					total++
				}
			}
		}
		all := float64(designs * len(x.first))
		t.Logf("%s: %.1f %% of S, %.1f %% of T", x.name, 100*float64(first)/all, 100*float64(total)/all)
		if float64(first) < 0.9*all || float64(total) < 0.9*all {
			t.Errorf("%s: of %v intervals %d hold S and %d hold T", x.name, all, first, total)
		}
	}
}

// An input that does nothing has no share, to the last bit; an output that does
// not vary has no indices; one processor gives the bytes of two; another seed
// gives other intervals and the same indices.
func TestVerif_SobolCorners(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	f := func(x []float64) float64 { return 1e6 + x[0]*x[1] }
	a, b, ab := played(f, 3, 200, 1)
	x := Sobol(a, b, ab, 1)
	if idle := x.Groups[2]; idle != (Index{}) {
		t.Errorf("an input that does nothing has %+v", idle)
	}
	runtime.GOMAXPROCS(1)
	if y := Sobol(a, b, ab, 1); fmt.Sprint(x) != fmt.Sprint(y) {
		t.Error("one processor gives other numbers")
	}
	if y := Sobol(a, b, ab, 2).Groups[0]; y.Total.Value != x.Groups[0].Total.Value || y.Total.Low == x.Groups[0].Total.Low {
		t.Errorf("another seed gives %+v, not another interval about %+v", y, x.Groups[0])
	}
	a, b, ab = played(func([]float64) float64 { return 0.1 }, 2, 100, 1)
	for _, n := range []Number{Sobol(a, b, ab, 1).Groups[0].Total.Value, Sobol(a, b, ab, 1).FirstOrderSum.Low, Sobol(a, b, ab, 1).Interactions.Value} {
		if n.Finite() {
			t.Errorf("an output that does not vary has the index %v", n)
		}
	}
}

// An order is a permutation, and two of them have nothing to do with each other:
// their correlation has the variance 1/(n−1) over 300 pairs, within 4.5 of its
// standard errors, √(2/300).
func TestVerif_RowOrder(t *testing.T) {
	for _, n := range []int{1, 2, 3, 5, 64, 100, 1000, 1024} {
		squares := 0.0
		x, y := make([]float64, n), make([]float64, n)
		for pair := range uint64(300) {
			seen := make([]bool, n)
			p, q := newRowOrder(rng.NewKey(pair, "p").Draw(0), n), newRowOrder(rng.NewKey(pair, "q").Draw(0), n)
			for i := range n {
				at := p.at(i)
				if at < 0 || at >= n || seen[at] {
					t.Fatalf("%d numbers: %d has the place %d", n, i, at)
				}
				seen[at] = true
				x[i], y[i] = float64(at), float64(q.at(i))
			}
			r := correlation(x, y)
			squares += r * r / 300 * float64(n-1)
		}
		if n >= 64 && math.Abs(squares-1) > 4.5*math.Sqrt(2./300) {
			t.Errorf("%d numbers: the correlation of two orders has %.2f times the variance of chance", n, squares)
		}
	}
}
