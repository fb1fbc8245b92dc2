package si

// Lesser is the smaller of two numbers, neither of them NaN. It is one comparison;
// the built-in min must also heed NaN and the sign of nought, and the numbers that
// come after it in a month's chain wait for that.
func Lesser(a, b float64) float64 {
	if b < a {
		return b
	}
	return a
}

// Greater is the larger of two numbers, likewise.
func Greater(a, b float64) float64 {
	if b > a {
		return b
	}
	return a
}
