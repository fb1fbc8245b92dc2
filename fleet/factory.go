package fleet

import "math"

// yearOf returns the calendar year at the middle of a month, 2026.04 for the
// first.
func yearOf(month int) float64 { return firstYear + (float64(month)+0.5)/12 }

// firstMonth returns the first month whose middle is not before a calendar year.
func firstMonth(year float64) int {
	year = min(max(year, 0), 1e6)
	month := int(math.Ceil(12*(year-firstYear) - 0.5))
	for yearOf(month-1) >= year { // rounding
		month--
	}
	for yearOf(month) < year {
		month++
	}
	return month
}

// firstYear is the year whose January is month 0.
const firstYear = 2026

// A ramp is a capacity that grows while it is wanted.
type ramp struct {
	perMonth float64 // what can be made this month
	growth   float64 // a month, well below the cap and fully used
	cap      float64 // a month
}

// newRamp takes the rates of a year.
func newRamp(startPerYear, growthPerYear, capPerYear float64) ramp {
	c := max(0, capPerYear) / 12
	return ramp{
		perMonth: min(max(0, startPerYear)/12, c),
		growth:   math.Pow(1+max(0, growthPerYear), 1.0/12) - 1,
		cap:      c,
	}
}

// step moves the capacity on by one month in which as much as wanted was asked of it.
//
// A factory is enlarged when it is full, by a share of what stands, since the
// builders, the tools and the trained people come from what stands; and it slows
// as it nears the most it may become. The capacity C grows at the monthly rate g
// times the share u of it that was wanted, towards the cap K:
//
//	C ← C + g·min(1, u)·C·(1 − C/K)
//
// Source: Verhulst 1838, logistic growth; used for technologies by Fisher & Pry 1971.
// Ignores: lumps of a new plant, shrinking, the cost of the plant (it is in the bus price).
// Good to: not measured; the growth rate carries the uncertainty.
// Needs: 0 ≤ C ≤ K.
func (r *ramp) step(wanted float64) {
	if !(wanted > 0 && r.perMonth > 0) {
		return
	}
	u := 1.0
	if wanted < r.perMonth {
		u = wanted / r.perMonth
	}
	r.perMonth += r.growth * u * r.perMonth * (1 - r.perMonth/r.cap)
}

// WrightFactor returns the cost of a kilogram of satellite bus relative to its
// price list, which holds at the cumulative mass startKg.
//
// Each doubling of the mass ever built saves the share r of the cost. With the
// mass M built since, and a floor f for what does not learn:
//
//	c = max(f, ((M₀+M)/M₀)^log₂(1−r))
//
// Source: Wright 1936, J. Aeronautical Sciences 3(4), 122–128.
// Ignores: forgetting in a pause, a change of design, the price of materials.
// Good to: not measured here; the rate's range carries it.
// Needs: 0 ≤ r < 1.
func WrightFactor(startKg, madeKg, rate, floor float64) float64 {
	exponent := 0.0
	if rate > 0 {
		exponent = max(math.Log2(1-min(rate, 1)), -math.MaxFloat64) // finite, so that the power of one is one
	}
	if startKg <= 0 || madeKg <= 0 || exponent == 0 {
		return 1
	}
	return max(floor, math.Exp(math.Log(1+madeKg/startKg)*exponent))
}
