package finance

import "math"

// PowerRatePerYear returns the real rate at which power plants alone are
// financed, as a share a year.
func (t *Terms) PowerRatePerYear() float64 { return math.Expm1(t.powerRate) }
