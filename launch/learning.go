package launch

import "math"

// PowerFit is a quantity fitted as a power of a count: the curve of the stocks
// and sites, with its errors.
type PowerFit struct {
	Count, Value          float64 // last count seen, and the line there
	Exponent, ExponentErr float64 // standard error
	Scatter               float64 // residual standard deviation of the logarithm
	points, meanLn        float64 // how many were seen, and their mean ln count
}

// FitPower fits v = v₁ k^e to the values v at the counts k, which it takes in
// order: turnarounds by reflights, prices by launches.
//
// Source: the learning curve of Wright 1936, least squares in logarithms.
// Ignores: that the fastest are flown most often, so that a year's values hang together.
// Good to: what the backtest shows (doc/backtests.md, booster-turnaround).
// Needs: three counts and values above zero, not all at one count.
func FitPower(counts, values []float64) PowerFit {
	var f PowerFit
	var lnK, lnV []float64
	mean := 0.0
	for i, k := range counts {
		lnK, lnV = append(lnK, math.Log(k)), append(lnV, math.Log(values[i]))
		f.Count = k
		f.meanLn += lnK[i] / float64(len(counts))
		mean += lnV[i] / float64(len(counts))
	}
	f.points = float64(len(counts))
	f.Exponent, f.ExponentErr, f.Scatter = slope(lnK, lnV)
	f.Value = math.Exp(mean + f.Exponent*(math.Log(f.Count)-f.meanLn))
	return f
}

// At returns the median at a count, by the curve that the stocks use, and the
// standard deviation of the logarithm of one value there: scatter, and the
// errors of the line's height and slope.
//
// Needs: count no less than f.Count.
func (f PowerFit) At(count float64) (median, deviation float64) {
	c := newCurve(f.Value, f.Count, f.Exponent)
	c.add(count - f.Count)
	return c.value, math.Sqrt(f.Scatter*f.Scatter*(1+1/f.points) + f.ExponentErr*f.ExponentErr*(math.Log(count)-f.meanLn)*(math.Log(count)-f.meanLn))
}
