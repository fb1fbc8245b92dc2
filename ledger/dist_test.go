package ledger

import (
	"math"
	"testing"
)

func row(dist Shape, low, value, high float64, bounds bool) *Row {
	return &Row{Dist: dist, Low: low, Value: value, High: high, Bounds: bounds, Min: math.Inf(-1), Max: math.Inf(1)}
}

// The 5 and 95 % points come back, and the median where it is promised.
func TestVerif_QuantilesReturn(t *testing.T) {
	for _, dist := range []Shape{Triangular, Uniform, Normal, Lognormal, Loguniform} {
		for _, c := range [][3]float64{{1, 2, 3}, {1, 1.1, 3}, {1, 2.9, 3}, {1e-9, 1, 1e9}, {0.99, 1, 1.01}, {160e3, 190e3, 230e3}, {1, 1 + 1e-6, 100}} {
			d := Compile(row(dist, c[0], c[1], c[2], false))
			tol := 1e-12 * (c[2] - c[0])
			check := func(u, want float64) {
				got := d.Quantile(u)
				t0 := tol
				if d.log {
					t0 = 1e-12 * want * max(1, math.Abs(math.Log(want)))
				}
				if math.Abs(got-want) > t0 {
					t.Errorf("%s %v: Q(%v) = %v, want %v", dist, c, u, got, want)
				}
			}
			check(0.05, c[0])
			check(0.95, c[2])
			if dist != Triangular {
				check(0.5, c[1])
			}
		}
	}
}

// A triangle's density peaks at its mode, and with bounds its ends are them.
func TestVerif_TriangleMode(t *testing.T) {
	for _, r := range []*Row{row(Triangular, 1, 2, 5, false), row(Triangular, 1, 2, 5, true), row(Triangular, 5, 5, 9, true), row(Triangular, 5, 9, 9, true)} {
		d := Compile(r)
		density := func(x float64) float64 { return (d.probability(x+1e-4) - d.probability(x-1e-4)) / 2e-4 }
		top := 0.0
		at := 0.0
		for x := -1.0; x < 10; x += 1e-3 {
			if f := density(x); f > top {
				top, at = f, x
			}
		}
		if math.Abs(at-r.Value) > 2e-3 {
			t.Errorf("%+v: densest at %v", r, at)
		}
		if r.Bounds {
			if lo, hi := d.Quantile(0), d.Quantile(1); math.Abs(lo-r.Low) > 1e-7 || math.Abs(hi-r.High) > 1e-7 {
				t.Errorf("bounds %v, %v", lo, hi)
			}
		}
	}
}

// Quantile undoes the distribution function, rises with u, stays within the
// limits and is finite at the ends.
func TestVerif_QuantileEdges(t *testing.T) {
	for _, dist := range []Shape{Triangular, Uniform, Normal, Lognormal, Loguniform, Fixed} {
		for _, limits := range [][2]float64{{math.Inf(-1), math.Inf(1)}, {0, 1e12}, {1, 3}, {1.9, 2.1}, {2, 2}, {0, 2}} {
			r := row(dist, 1, 2, 3.5, false)
			r.Min, r.Max = limits[0], limits[1]
			d := Compile(r)
			before := math.Inf(-1)
			for _, u := range []float64{-1, 0, math.SmallestNonzeroFloat64, 1e-300, 1e-17, 1e-9, 0.01, 0.3, 0.5, 0.7, 0.99, 1 - 1e-9, 1 - 0x1p-53, 1, 2} {
				q := d.Quantile(u)
				if math.IsNaN(q) || math.IsInf(q, 0) || q < r.Min || q > r.Max || q < before {
					t.Errorf("%s within %v: Q(%v) = %v after %v", dist, limits, u, q, before)
				}
				before = q
				if d.Drawn() && u > 1e-9 && u < 1-1e-9 {
					if back := (d.probability(q) - d.u0) / d.du; math.Abs(back-u) > 1e-9 {
						t.Errorf("%s within %v: F(Q(%v)) = %v", dist, limits, u, back)
					}
				}
			}
		}
	}
	if q := Compile(row(Normal, 2, 2, 2, false)); q.Quantile(0.1) != 2 || q.Drawn() {
		t.Error("a range without width is drawn")
	}
	if v := row(Lognormal, 1, 2, 4, false).Quantile(math.NaN()); v < 0 {
		t.Error(v)
	}
}

// Φ(z(u)) = u to 4 ulp, and the tails mirror each other.
func TestVerif_NormalQuantile(t *testing.T) {
	for _, u := range []float64{1e-300, 1e-100, 1e-20, 1e-10, 1e-5, 0.01, 0.05, 0.0749999, 0.0750001, 0.3, 0.5} {
		z := NormalQuantile(u)
		// dΦ/Φ = −z dz in the tail: allow 1e-15 in z.
		if got := NormalCDF(z); math.Abs(got/u-1) > 1e-15*(4+z*z*4) {
			t.Errorf("Φ(z(%v)) is off by %.2g", u, got/u-1)
		}
		if u > 1e-4 && math.Abs(NormalQuantile(1-u)+z) > 1e-11 {
			t.Errorf("z(1−%v) = %v, z = %v", u, NormalQuantile(1-u), z)
		}
	}
	if !math.IsInf(NormalQuantile(0), -1) || !math.IsInf(NormalQuantile(1), 1) {
		t.Error("ends are not infinite")
	}
}

// The three values printed with the algorithm. Tolerance 4e-16 relative: the
// author's compiler rounds the polynomials in another order.
//
// Source: Wichura (1988), AS 241, test values for PPND16.
func TestVal_NormalQuantile(t *testing.T) {
	for _, c := range [][2]float64{{0.25, -0.6744897501960817}, {0.001, -3.090232306167814}, {1e-20, -9.262340089798408}} {
		if z := NormalQuantile(c[0]); math.Abs(z/c[1]-1) > 4e-16 {
			t.Errorf("z(%v) = %.16g, want %.16g", c[0], z, c[1])
		}
	}
}

func TestVerif_CopulaGivesRankCorrelation(t *testing.T) {
	b, _ := good(t)
	paths := []string{"plant.share", "plant.life", "plant.site.it_power", "plant.site.altitude"}
	c, err := b.Copula(paths)
	if err != nil {
		t.Fatal(err)
	}
	const n = 100_000
	u := draws(n, len(paths))
	for i := range u {
		c.Apply(u[i])
		for _, v := range u[i] {
			if !(v > 0 && v < 1) {
				t.Fatal(v)
			}
		}
	}
	// The uniforms' linear correlation is the rank correlation.
	want := map[[2]int]float64{{0, 2}: -0.4, {0, 3}: -0.3, {2, 3}: 0.5, {0, 1}: 0, {1, 2}: 0, {1, 3}: 0}
	for i := range paths {
		for j := range i {
			sum := 0.0
			for _, v := range u {
				sum += (v[i] - 0.5) * (v[j] - 0.5) * 12 / n
			}
			// Four standard deviations of 1/√n are 0.0126.
			if w := want[[2]int{j, i}]; math.Abs(sum-w) > 0.0126 {
				t.Errorf("%s, %s: %.4f, want %v", paths[i], paths[j], sum, w)
			}
		}
	}
	// Left out, the rest keeps its correlation; nothing left is no correlation.
	if c, err = b.Copula(paths[2:3]); err != nil || len(c.blocks) != 0 {
		t.Error(c, err)
	}
	for _, edge := range [][]float64{{0, 0, 0, 0}, {1, 1, 1, 1}, {1, 0, 0, 1}} {
		c, _ = b.Copula(paths)
		c.Apply(edge)
		for _, v := range edge {
			if math.IsNaN(v) {
				t.Error("NaN at the edge")
			}
		}
	}
}
