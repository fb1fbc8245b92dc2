package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/rng"
)

// CrowAMSAA fits reliability growth to the failures of one system or of several
// of the same kind, each tested from its own beginning.
//
// Fixes make failures rarer the longer a system has flown. System q has flown
// T_q times and failed at its flights x; the expected failures after T flights are
//
//	E[N(T)] = λ T^β,  β = n / Σ_q Σ_i ln(T_q/x_iq),  λ = n / Σ_q T_q^β
//
// over all n failures. β below one is growth; the failure intensity at T is λ β T^(β−1).
//
// Source: Crow 1974; MIL-HDBK-189C, section 5, time-truncated test.
// Ignores: the bias of β for small n, flights of unequal severity.
// Good to: the published fit of 14 flights, λ 0.611 and intensity 0.284 (TestVal_CrowAMSAA).
// Needs: at least one failure before the last flight of its system; without any, β is NaN.
func CrowAMSAA(flights []int, failures [][]int) (λ, β float64) {
	n, sum := 0.0, 0.0
	for q, T := range flights {
		for _, x := range failures[q] {
			n++
			sum += math.Log(float64(T) / float64(x))
		}
	}
	β = n / sum
	total := 0.0
	for _, T := range flights {
		total += math.Pow(float64(T), β)
	}
	return n / total, β
}

// curve is a quantity that changes as a power of a count: v ∝ k^e.
type curve struct{ value, count, exponent float64 }

// newCurve starts a curve at a count.
func newCurve(value, count, exponent float64) curve { return curve{value, count, exponent} }

// add raises the count k by n.
//
// The value grows by (1+n/k)^e = e^x with x = e ln(1+n/k). With y = n/(2k+n) the
// logarithm is 2 artanh y; small steps use three terms of it and six of the
// exponential, whose errors at y = 0.23, n = 0.6 k, are 2e-5 of the value for
// |e| ≤ 1 and 3e-4 for |e| = 1.5 (TestVerif_CurveStep).
func (c *curve) add(n float64) {
	if n <= 0 {
		return
	}
	if y := n / (2*c.count + n); y < smallStep {
		c.value *= expSmall(c.exponent * lnSmall(y))
	} else {
		c.value *= math.Exp(c.exponent * math.Log(1+n/c.count))
	}
	c.count += n
}

// addBoth is add for two curves on one count.
func addBoth(a, b *curve, n float64) {
	if n <= 0 {
		return
	}
	if y := n / (2*a.count + n); y < smallStep {
		ln := lnSmall(y)
		a.value *= expSmall(a.exponent * ln)
		b.value *= expSmall(b.exponent * ln)
	} else {
		ln := math.Log(1 + n/a.count)
		a.value *= math.Exp(a.exponent * ln)
		b.value *= math.Exp(b.exponent * ln)
	}
	a.count += n
	b.count = a.count
}

// smallStep is the y below which add uses series.
const smallStep = 0.23

func lnSmall(y float64) float64 {
	y2 := y * y
	return 2 * y * (1 + y2*(1./3+y2*(1./5)))
}

func expSmall(x float64) float64 {
	x2 := x * x
	return 1 + x + x2*(1./2+x*(1./6)+x2*(1./24+x*(1./120)))
}

// binomial is rng.Binomial, faster where few successes are expected: mostly none,
// since (1−p)ⁿ ≥ 1−np (Bernoulli).
func binomial(n int, p, u float64) int {
	if u <= 1-float64(n)*p {
		return 0
	}
	return rng.Binomial(n, p, u)
}

// again turns one uniform into another that is independent of it for every
// practical purpose: it mixes the bits (the finaliser of splitmix64, Steele,
// Lea and Flood 2014).
func again(u float64) float64 {
	z := math.Float64bits(u) + 0x9e3779b97f4a7c15
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	z ^= z >> 31
	return (float64(z>>12) + 0.5) / (1 << 52)
}
