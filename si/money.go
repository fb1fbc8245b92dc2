package si

import "strconv"

// MoneyYear is the year whose dollars every amount is in once it is read.
const MoneyYear = 2026

// deflator is the US consumer price index, all urban consumers, annual average,
// 1982–84 = 100.
//
// Source: US Bureau of Labor Statistics, series CUUR0000SA0, annual averages
// (period M13) 2000–2025; 2026 is 2025 and 2.7 %, the rise of 2025 (assumed).
// Ignores: that launchers and chips have their own price indices.
// Good to: exact as published to 2025; 1 % for 2026.
var deflator = [...]float64{
	172.2, 177.1, 179.9, 184.0, 188.9, 195.3, 201.6, 207.342, 215.303, 214.537, // 2000–2009
	218.056, 224.939, 229.594, 232.957, 236.736, 237.017, 240.007, 245.120, 251.107, 255.657, // 2010–2019
	258.811, 270.970, 292.655, 304.702, 313.689, 321.943, 321.943 * 1.027, // 2020–2026
}

const firstDeflator = 2000

// DollarsIn returns what a dollar of MoneyYear is in the dollars of another year, 2000
// to 2026.
func DollarsIn(year int) (scale float64, ok bool) {
	i := year - firstDeflator
	if i < 0 || i >= len(deflator) {
		return 0, false
	}
	return deflator[i] / deflator[MoneyYear-firstDeflator], true
}

// dollarsOf returns what a dollar of the given year ("2024") is worth in
// dollars of MoneyYear; an empty year is MoneyYear.
func dollarsOf(year string) (scale float64, ok bool) {
	if year == "" {
		return 1, true
	}
	y, err := strconv.Atoi(year)
	i := y - firstDeflator
	if err != nil || i < 0 || i >= len(deflator) {
		return 0, false
	}
	return deflator[MoneyYear-firstDeflator] / deflator[i], true
}
