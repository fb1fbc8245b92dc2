package si

import "strconv"

// MoneyYear is the year whose dollars every amount is in once it is read.
const MoneyYear = 2026

// deflator is the US consumer price index, all urban consumers, annual average,
// 1982–84 = 100.
//
// Source: US Bureau of Labor Statistics, series CUUR0000SA0, annual averages
// 2010–2024; 2025 and 2026 extended at 2.7 %/yr, the 2025 rate (assumed).
// Ignores: that launchers and chips have their own price indices.
// Good to: 1 % for 2025 and 2026, exact as published before.
var deflator = [...]float64{
	2010 - firstDeflator: 218.056, 224.939, 229.594, 232.957, 236.736, 237.017, 240.007, 245.120, 251.107, 255.657,
	2020 - firstDeflator: 258.811, 270.970, 292.655, 304.702, 313.689, 322.2, 330.9,
}

const firstDeflator = 2010

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
