package rng

import (
	"fmt"
	"math"
	"math/big"
	"testing"
)

// Every aligned block of 2ᵏ numbers fills each of the 2ᵏ strata once.
func TestVerif_SequenceStrata(t *testing.T) {
	for _, path := range []string{"a", "launch.starship_v3.ship_dry_mass", ""} {
		for seed := range uint64(5) {
			s := NewSequence(seed, path)
			for k := 0; k <= 12; k++ {
				n := uint32(1) << k
				for _, block := range []uint32{0, 1, 7, 1<<20 - 1} {
					seen := make([]bool, n)
					for i := range n {
						u := s.At(block*n + i)
						if u <= 0 || u >= 1 {
							t.Fatalf("%v outside (0,1)", u)
						}
						j := int(u * float64(n))
						if seen[j] {
							t.Fatalf("path %q seed %d: stratum %d of %d filled twice", path, seed, j, n)
						}
						seen[j] = true
					}
				}
			}
		}
	}
}

// The place inside a stratum is uniform: chi-square over 64 cells, pooled over
// paths, within 4.5 standard deviations of its mean.
func TestVerif_SequenceUniformWithinStratum(t *testing.T) {
	const cells, n = 64, 256
	var count [cells]float64
	total := 0.0
	for p := range 400 {
		s := NewSequence(1, fmt.Sprint("path", p))
		for i := range uint32(n) {
			u := s.At(i) * n
			count[int((u-math.Floor(u))*cells)]++
			total++
		}
	}
	chi(t, "within stratum", count[:], total)
}

func chi(t *testing.T, name string, count []float64, total float64) {
	t.Helper()
	x, e := 0.0, total/float64(len(count))
	for _, c := range count {
		x += (c - e) * (c - e) / e
	}
	dof := float64(len(count) - 1)
	if z := (x - dof) / math.Sqrt(2*dof); math.Abs(z) > 4.5 {
		t.Errorf("%s: chi-square %.1f for %v degrees of freedom (%.1f standard deviations)", name, x, dof, z)
	}
}

// Two paths are correlated by chance alone, and by as much as independent coins
// would give. Let C(m) be the covariance of two numbers of one sequence whose
// indices share a block of 2ᵐ but not its half. Their first m−1 digits are
// independent coins and digit m, where reached, differs, so that
//
//	C(m) = Σ_d P(first difference is digit d) · (Σ_{e<d} 4^−(e+1) − 4^−(d+1))
//
// and the dot product of two paths has the variance n Σ_m 2^(m−1) C(m)² plus
// n/144. It is 1.59 times that of unrelated numbers: the price of strata at all
// scales. Tolerance 4 %: 44,850 pairs know their mean square to 0.7 %, and pairs
// share paths.
func TestVerif_SequencesIndependent(t *testing.T) {
	const n, paths, levels = 1024, 300, 10
	want := 1.0 / 144
	for m := 1; m <= levels; m++ {
		c, agree := 0.0, 0.0
		for d := 1; d <= m; d++ {
			p := math.Ldexp(1, -d)
			if d == m {
				p = math.Ldexp(1, 1-m)
			}
			c += p * (agree - math.Pow(4, -float64(d+1)))
			agree += math.Pow(4, -float64(d+1))
		}
		want += math.Ldexp(c*c, m-1)
	}
	want *= 144

	x := make([][]float64, paths)
	for p := range x {
		s := NewSequence(7, fmt.Sprintf("orbit.row_%d", p))
		x[p] = make([]float64, n)
		for i := range x[p] {
			x[p][i] = s.At(uint32(i)) - 0.5
		}
	}
	sum, worst, pairs := 0.0, 0.0, 0.0
	for a := range x {
		for b := range a {
			dot := 0.0
			for i := range x[a] {
				dot += x[a][i] * x[b][i]
			}
			r2 := dot * dot * 144 / n
			sum, worst, pairs = sum+r2, max(worst, r2), pairs+1
		}
	}
	if got := sum / pairs; math.Abs(got/want-1) > 0.04 {
		t.Errorf("mean square of the scaled correlation %.4f, want %.4f", got, want)
	}
	if worst > 36*want { // 45,000 pairs: 6 standard deviations happen once in 10⁴ such tests
		t.Errorf("largest squared correlation is %.1f variances", worst/want)
	}
}

// Pairs of paths fill a 16×16 grid evenly.
func TestVerif_SequencePairsUniform(t *testing.T) {
	var count [256]float64
	total := 0.0
	for p := range 300 {
		a, b := NewSequence(3, fmt.Sprint("a", p)), NewSequence(3, fmt.Sprint("b", p))
		for i := range uint32(256) {
			count[int(a.At(i)*16)*16+int(b.At(i)*16)]++
			total++
		}
	}
	// Strata make the margins exact, so fewer cells are free: 15·15.
	x, e := 0.0, total/256
	for _, c := range count {
		x += (c - e) * (c - e) / e
	}
	if z := (x - 225) / math.Sqrt(450); math.Abs(z) > 4.5 {
		t.Errorf("chi-square %.1f for 225 degrees of freedom (%.1f standard deviations)", x, z)
	}
}

func TestVerif_KeyUniform(t *testing.T) {
	k := NewKey(1, "chance.ascent")
	byValue, byNeighbour := make([]float64, 256), make([]float64, 256)
	total := 0.0
	for draw := range uint64(2000) {
		before := 0.5
		for month := range uint64(240) {
			u := k.Uniform(draw, month)
			if u <= 0 || u >= 1 {
				t.Fatal(u)
			}
			byValue[int(u*256)]++
			byNeighbour[int(u*16)*16+int(before*16)]++
			before = u
			total++
		}
	}
	chi(t, "value", byValue, total)
	// The first month's neighbour is a constant; drop its surplus.
	for i := range 16 {
		byNeighbour[i*16+8] -= 2000.0 / 16
	}
	chi(t, "neighbours", byNeighbour, total-2000)
}

// The extreme values of the hash stay inside the open interval.
func TestVerif_OpenInterval(t *testing.T) {
	for _, u := range []float64{(0 + 0.5) * 0x1p-52, (float64(uint64(1<<52-1)) + 0.5) * 0x1p-52, (float64(math.MaxUint32) + 0.5) * 0x1p-32} {
		if u <= 0 || u >= 1 {
			t.Errorf("%v", u)
		}
	}
}

// A stream depends on its own path and seed only, and the numbers do not move
// from one version to the next.
func TestRegress_Streams(t *testing.T) {
	got := fmt.Sprintf("%.9f %.9f %.9f", NewKey(1, "a").Uniform(0, 0), NewKey(1, "b").Uniform(3, 4), NewSequence(2, "a").At(5))
	const want = "0.752942535 0.279311092 0.933389561"
	if got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// exact returns F(k) of the binomial distribution in 200-bit arithmetic.
func exact(n int, p float64) []float64 {
	P := new(big.Float).SetPrec(200).SetFloat64(p)
	Q := new(big.Float).SetPrec(200).Sub(big.NewFloat(1).SetPrec(200), P)
	r := new(big.Float).SetPrec(200).Quo(P, Q)
	term := big.NewFloat(1).SetPrec(200)
	for range n {
		term.Mul(term, Q)
	}
	sum := new(big.Float).SetPrec(200).Set(term)
	F := make([]float64, n+1)
	F[0], _ = sum.Float64()
	for k := 1; k <= n; k++ {
		term.Mul(term, r)
		term.Mul(term, big.NewFloat(float64(n-k+1)).SetPrec(200))
		term.Quo(term, big.NewFloat(float64(k)).SetPrec(200))
		sum.Add(sum, term)
		F[k], _ = sum.Float64()
	}
	return F
}

// Just above F(k−1) and just below F(k) the inversion gives k. The step of
// 1e-12 is the error allowed in F.
func TestVerif_BinomialInverts(t *testing.T) {
	for _, c := range []struct {
		n int
		p float64
	}{{1, 0.3}, {1, 0.7}, {2, 0.5}, {20, 0.01}, {20, 0.99}, {59, 0.5}, {60, 0.5}, {61, 0.5}, {730, 0.003}, {730, 0.0410}, {730, 0.0412}, {730, 0.3}, {730, 0.8}, {5000, 1e-4}, {5000, 0.0059}, {5000, 0.02}, {5000, 0.5}, {5000, 1e-9}} {
		F := exact(c.n, c.p)
		for k := range F {
			low := 0.0
			if k > 0 {
				low = F[k-1]
			}
			const step = 1e-12
			if F[k]-low < 4*step {
				continue
			}
			if got := Binomial(c.n, c.p, low+step); got != k {
				t.Errorf("n %d p %v: just above F(%d−1) gives %d", c.n, c.p, k, got)
			}
			if got := Binomial(c.n, c.p, F[k]-step); got != k {
				t.Errorf("n %d p %v: just below F(%d) gives %d", c.n, c.p, k, got)
			}
		}
	}
}

func TestVerif_BinomialBounds(t *testing.T) {
	k := NewKey(9, "binomial")
	for i := range uint64(20000) {
		n := int(k.Bits(i, 0) % 3000)
		p := k.Uniform(i, 1)
		if i%3 == 0 {
			p = math.Pow(p, 20)
		}
		before := -1
		for _, u := range []float64{1e-300, 1e-17, 1e-9, 0.1, 0.5, 0.9, 1 - 1e-9, 1 - 1e-16} {
			got := Binomial(n, p, u)
			if got < 0 || got > n || got < before {
				t.Fatalf("n %d p %v u %v: %d after %d", n, p, u, got, before)
			}
			before = got
		}
	}
	for _, c := range []struct {
		n    int
		p, u float64
		want int
	}{{0, 0.5, 0.5, 0}, {-3, 0.5, 0.5, 0}, {5, 0, 0.999, 0}, {5, -1, 0.5, 0}, {5, 1, 0.001, 5}, {5, 2, 0.5, 5}, {5, math.NaN(), 0.5, 0}, {5, 0.5, 0, 0}, {5, 0.5, 1, 5}} {
		if got := Binomial(c.n, c.p, c.u); got != c.want {
			t.Errorf("Binomial(%d, %v, %v) = %d, want %d", c.n, c.p, c.u, got, c.want)
		}
	}
}

var sink float64

func BenchmarkSequenceAt(b *testing.B) {
	b.ReportAllocs()
	s := NewSequence(1, "launch.cost")
	for i := 0; b.Loop(); i++ {
		sink += s.At(uint32(i))
	}
}

func BenchmarkKeyUniform(b *testing.B) {
	b.ReportAllocs()
	k := NewKey(1, "launch.chance")
	for i := 0; b.Loop(); i++ {
		sink += k.Uniform(uint64(i), 7)
	}
}

func BenchmarkBinomial(b *testing.B) {
	for _, c := range []struct {
		n int
		p float64
	}{{10, 0.05}, {730, 0.01}, {730, 0.05}, {730, 0.3}} {
		b.Run(fmt.Sprint(c.n, "x", c.p), func(b *testing.B) {
			b.ReportAllocs()
			k := NewKey(1, "x")
			for i := 0; b.Loop(); i++ {
				sink += float64(Binomial(c.n, c.p, k.Uniform(uint64(i), 0)))
			}
		})
	}
}
