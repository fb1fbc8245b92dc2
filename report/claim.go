package report

import "github.com/dawndusk/dawndusk/study"

// ClaimValue writes the quantity of a claim with its band and unit; nothing where it
// has none.
func ClaimValue(c *study.Claim) string {
	v := &c.Value
	if v.What == "" || !v.P50.Finite() && !v.P10.Finite() {
		return ""
	}
	write, unit := Short, " "+v.Unit
	switch v.Unit {
	case "1":
		unit = ""
	case "year":
		write, unit = Year, ""
	}
	return write(v.P50) + " (" + write(v.P10) + "–" + write(v.P90) + ")" + unit
}
