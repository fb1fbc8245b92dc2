package finance

import "math"

// CRF returns the capital recovery factor: the level payment at the end of each
// of n years that repays one dollar with interest r a year.
//
//	CRF = r (1+r)ⁿ / ((1+r)ⁿ − 1),  1/n without interest
//
// Source: any text on engineering economy, e.g. Short, Packey & Holt, A Manual
// for the Economic Evaluation of Energy Efficiency and Renewable Energy
// Technologies, NREL/TP-462-5173 (1995).
// Ignores: tax, falling prices, delay between payment and service.
// Good to: rounding; the table of factors in the test.
// Needs: years > 0, rate > −1.
func CRF(ratePerYear, years float64) float64 {
	k := math.Log1p(ratePerYear)
	z := k * years
	if math.Abs(z) < 1e-9 {
		return 1 / years
	}
	return ratePerYear / -math.Expm1(-z)
}

// FlatAnnuity returns the yearly cost of an asset bought for upfront, kept for
// years and run for perYear, as most studies state it:
//
//	a = upfront · CRF(r, n) + perYear
//
// It flatters long life and hides the delay before service, so it serves to
// reproduce others; Levelise makes the verdict.
//
// Source: as CRF.
// Ignores: tax, falling prices, delay, losses.
// Good to: 3 % of Epoch AI's 8.5 G$ a year for a 1 GW data centre, 5 % of a
// published break-even rent of an orbital watt (see the tests).
// Needs: years > 0, rate > −1.
func FlatAnnuity(ratePerYear, upfront, years, perYear float64) float64 {
	return upfront*CRF(ratePerYear, years) + perYear
}

// flow returns the value at its start of one dollar a year paid evenly over so
// many years and discounted at k a year; decay is e^(−k·years), which the caller
// has at hand:
//
//	E = (1 − e^(−k·years)) / k
//
// Near k·years = 0 the quotient loses its digits, and the series takes over
// where its first neglected term, z⁴/120, is below rounding.
func flow(k, years, decay float64) float64 {
	z := k * years
	if z < 1e-4 && z > -1e-4 {
		return years * (1 - z*(1./2-z*(1./6-z*(1./24))))
	}
	return (1 - decay) / k
}
