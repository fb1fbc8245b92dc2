package study

import (
	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// sampling says how far the headline numbers may be off because the draws are
// finitely many.
func (e *ensemble) sampling() Sampling {
	s := Sampling{Method: "plain", Confidence: Confidence, Numbers: []SamplingError{}}
	n := len(e.results)
	add := func(of string, year int, at string, value, standard, low, high float64) {
		s.Numbers = append(s.Numbers, SamplingError{of, year, at, Number(value), Number(standard), Number(low), Number(high)})
	}
	for _, year := range [...]int{2029, 2035, 2045} {
		if year-firstYear >= e.years() {
			continue
		}
		p := e.cheaper(year)
		low, high := proportionInterval(p, n, ledger.NormalQuantile(0.5+Confidence/2))
		add("p_orbit_cheaper", year, "share", p, proportionError(p, n), low, high)
	}
	i := costYear - firstYear
	if i >= e.years() {
		return s
	}
	type at struct {
		name string
		p    float64
	}
	p10, p50, p90 := at{"p10", 0.1}, at{"p50", 0.5}, at{"p90", 0.9}
	quantiles := func(of string, f func(r *dawndusk.Result) float64, at ...at) {
		values := e.column(f)
		sortUp(values)
		for _, q := range at {
			low, high := quantileInterval(values, q.p, Confidence)
			add(of, costYear, q.name, quantile(values, q.p), quantileError(values, q.p), low, high)
		}
	}
	k := e.headline()
	quantiles("cost_ratio", func(r *dawndusk.Result) float64 { return e.costRatio(r, i) }, p10, p50, p90)
	quantiles("lcoc_orbit_usd_per_gpu_h", func(r *dawndusk.Result) float64 { return r.Years[i].OrbitUSDPerHour[k] }, p50)
	quantiles("lcoc_ground_usd_per_gpu_h", func(r *dawndusk.Result) float64 { return r.Years[i].GroundUSDPerHour[k] }, p50)
	return s
}
