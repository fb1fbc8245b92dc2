package study

import (
	"cmp"
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/rng"
)

// band returns the 10, 50 and 90 % quantiles of values, which it sorts in place.
// NaN means "no such value" and counts as +Inf: a cost that does not exist is
// higher than any.
func band(values []float64) Band {
	sortUp(values)
	return Band{Number(quantile(values, 0.1)), Number(quantile(values, 0.5)), Number(quantile(values, 0.9))}
}

func sortUp(values []float64) {
	for i, v := range values {
		if math.IsNaN(v) {
			values[i] = math.Inf(1)
		}
	}
	slices.Sort(values)
}

// quantile interpolates between the order statistics of sorted values.
//
// Source: Hyndman and Fan, "Sample quantiles in statistical packages", The
// American Statistician 50 (1996), definition 7.
// Needs: at least one value, sorted, no NaN.
func quantile(sorted []float64, p float64) float64 {
	h := p * float64(len(sorted)-1)
	i := int(h)
	if i+1 >= len(sorted) || h == float64(i) {
		return sorted[i]
	}
	lo, hi := sorted[i], sorted[i+1]
	if math.IsInf(hi, 1) { // a value that does not exist has no neighbour to lean to
		return hi
	}
	return lo + (h-float64(i))*(hi-lo)
}

// ranks replaces values by their ranks, from 0 to 1; equal values share their
// mean rank. order is scratch of the same length.
func ranks(values []float64, order []int32) {
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		if c := cmp.Compare(values[a], values[b]); c != 0 {
			return c
		}
		return cmp.Compare(a, b)
	})
	n := len(values)
	ranked := make([]float64, n)
	for i := 0; i < n; {
		j := i
		for j < n && values[order[j]] == values[order[i]] {
			j++
		}
		shared := (float64(i) + float64(j-1)) / 2 / float64(n-1)
		for ; i < j; i++ {
			ranked[order[i]] = shared
		}
	}
	copy(values, ranked)
}

// correlation is Pearson's; of two sets of ranks it is Spearman's. It is 0 where
// either side does not vary.
func correlation(x, y []float64) float64 {
	n := float64(len(x))
	var sx, sy float64
	for i := range x {
		sx += x[i]
		sy += y[i]
	}
	mx, my := sx/n, sy/n
	var sxx, syy, sxy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		sxx += dx * dx
		syy += dy * dy
		sxy += dx * dy
	}
	if sxx == 0 || syy == 0 {
		return 0
	}
	return sxy / math.Sqrt(sxx*syy)
}

// correlationError is the standard error of a rank correlation r of n pairs.
//
// Source: Fieller, Hartley and Pearson, "Tests for rank correlation
// coefficients", Biometrika 44 (1957): the variance of atanh r is 1.06/(n−3).
func correlationError(r float64, n int) float64 {
	if n < 4 {
		return 1
	}
	return (1 - r*r) * math.Sqrt(1.06/float64(n-3))
}

// proportionError is half the width of the interval that holds the true share
// with 68 % probability if p of n draws were counted: a standard error that does
// not vanish where nothing, or everything, was counted.
//
// Source: Wilson, "Probable inference, the law of succession, and statistical
// inference", J. American Statistical Association 22 (1927), with z = 1.
func proportionError(p float64, n int) float64 {
	low, high := proportionInterval(p, n, 1)
	return (high - low) / 2
}

// proportionInterval is the interval that holds the true share with the
// probability of z standard deviations of a normal if p of n draws were counted.
//
// Source: Wilson (1927), as above.
func proportionInterval(p float64, n int, z float64) (low, high float64) {
	k := z * z / float64(n)
	half := math.Sqrt(p*(1-p)*k+k*k/4) / (1 + k)
	middle := (p + k/2) / (1 + k)
	return max(0, middle-half), min(1, middle+half)
}

// quantileInterval is the interval between two of the sorted values that holds
// the true quantile p of the distribution they were drawn from, with at least the
// probability asked for. An end is infinite where too few values lie beyond the
// quantile to bound it.
//
// How many of n draws lie below the true quantile is a binomial count K of n
// trials of probability p, whatever the distribution. With r and s the values of
// K that leave at most half of the rest below and above,
//
//	P(x_r ≤ ξ_p ≤ x_{s+1}) ≥ confidence
//
// where x_r is value r of the sorted ones, counted from one.
//
// Source: David and Nagaraja, Order Statistics, third edition (2003), section 7.1.
// Ignores: that the draws of a study are stratified, so its error is smaller;
// doc/model/sampling.md says by how much, and when not.
// Good to: covers as promised on 4,000 samples of 99, TestVerif_QuantileInterval.
// Needs: at least one value, sorted, no NaN.
func quantileInterval(sorted []float64, p, confidence float64) (low, high float64) {
	n := len(sorted)
	r, s := rng.Binomial(n, p, (1-confidence)/2), rng.Binomial(n, p, (1+confidence)/2)
	low, high = math.Inf(-1), math.Inf(1)
	if r > 0 {
		low = sorted[r-1]
	}
	if s < n {
		high = sorted[s]
	}
	return low, high
}

// oneDeviation is the probability of a normal within one standard deviation.
const oneDeviation = 0.682689492137086

// quantileError is half the interval that holds the true quantile p with 68 %
// probability, as proportionError is of a share. It is infinite where the
// interval has no end.
func quantileError(sorted []float64, p float64) float64 {
	low, high := quantileInterval(sorted, p, oneDeviation)
	if math.IsInf(low, 0) || math.IsInf(high, 0) {
		return math.Inf(1)
	}
	return (high - low) / 2
}
