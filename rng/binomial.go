package rng

import "math"

// Binomial returns the number of successes in n trials of probability p that
// the uniform u in (0, 1) stands for.
//
// It is the smallest k whose distribution function reaches u:
//
//	F(k) = Σ_{j≤k} C(n,j) pʲ (1−p)ⁿ⁻ʲ ≥ u
//
// so it rises with u, and one u gives related counts for related p. Few
// expected successes are summed from zero; many are summed from the mode, where
// the probability comes from Stirling's series.
//
// Source: inversion, Devroye, "Non-uniform random variate generation", 1986,
// section X.4; probability at the mode after Loader, "Fast and accurate
// computation of binomial probabilities", 2000.
// Ignores: nothing; rounding only.
// Good to: 1e-12 in F against sums in 200-bit arithmetic, n up to 5000.
// Needs: nothing; n ≤ 0 and p ≤ 0 give 0, p ≥ 1 gives n, p NaN gives 0.
func Binomial(n int, p, u float64) int {
	switch {
	case n <= 0 || !(p > 0):
		return 0
	case p >= 1:
		return n
	case p > 0.5:
		return n - lowBinomial(n, 1-p, 1-u)
	}
	return lowBinomial(n, p, u)
}

// fromMode is the expected count from which the sum starts at the mode: there
// Stirling's series holds to double precision and the sum is shorter.
const fromMode = 30

// lowBinomial is Binomial for 0 < p ≤ ½.
func lowBinomial(n int, p, u float64) int {
	if float64(n)*p >= fromMode {
		return modeBinomial(n, p, u)
	}
	N, r := float64(n), p/(1-p)
	term := 1.0 // (1−p)ⁿ by squaring
	for q, k := 1-p, n; k > 0; k >>= 1 {
		term *= [2]float64{1, q}[k&1] // a branch on the bits of n would be guessed wrong half the time
		q *= q
	}
	sum, k := term, 0.0
	for sum < u && k < N {
		term *= r * (N - k) / (k + 1)
		if term < 1e-18 && k > N*p {
			break // the tail beyond is lost in rounding
		}
		k++
		sum += term
	}
	return int(k)
}

func modeBinomial(n int, p, u float64) int {
	N, q := float64(n), 1-p
	mode := math.Floor((N + 1) * p)
	top := modeProbability(N, mode, p)

	// F(mode), summed downwards until the terms vanish.
	r := q / p
	F := top
	for term, k := top, mode; k > 0 && term > 1e-17; k-- {
		term *= r * k / (N - k + 1)
		F += term
	}
	k, term := mode, top
	if F >= u {
		for k > 0 && F-term >= u {
			F -= term
			term *= r * k / (N - k + 1)
			k--
		}
		return int(k)
	}
	for F < u && k < N {
		term *= (N - k) / (r * (k + 1))
		if term < 1e-18 {
			break
		}
		k++
		F += term
	}
	return int(k)
}

// modeProbability is C(n,k) pᵏ (1−p)ⁿ⁻ᵏ near its top, k ≈ np.
func modeProbability(n, k, p float64) float64 {
	a, b := k-n*p, n*p-k // how far k and n−k are from their expectations
	d := k*math.Log1p(a/(n*p)) + (n-k)*math.Log1p(b/(n*(1-p)))
	return math.Exp(stirling(n)-stirling(k)-stirling(n-k)-d) * math.Sqrt(n/(2*math.Pi*k*(n-k)))
}

// stirling is ln n! − ln(√(2πn) (n/e)ⁿ), by its series; 1e-17 for n ≥ 29.
func stirling(n float64) float64 {
	x := 1 / (n * n)
	return (1.0/12 - x*(1.0/360-x*(1.0/1260-x*(1.0/1680-x/1188)))) / n
}
