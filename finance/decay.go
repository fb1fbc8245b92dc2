package finance

import "math"

// decay is e^(−k·years): at half years from a table, in between by the series,
// beyond the table in several steps. Where the table is not fine enough, or was
// never set, each is taken by itself.
type decay struct {
	k     float64
	fine  bool // there is a table, and the series serves between two half years
	table [tableSteps + 1]float64
}

const (
	tableYears = 12
	tableSteps = 2 * tableYears
)

// set fills the table for a rate, by multiplication: good to 1e-14.
func (d *decay) set(k float64) {
	step, x := d.table[1], 1.0
	if z := (d.k - k) / 2; step == 0 || !isSmall(z) {
		step = math.Exp(-k / 2)
	} else { // a rate moves little from year to year
		step *= expSmall(z)
	}
	d.k, d.fine = k, isSmall(k/4)
	for i := range d.table {
		d.table[i] = x
		x *= step
	}
}

// nearestStep returns the half year nearest to a time, and the years from that time
// to it.
func nearestStep(years float64) (i int, left float64) {
	i = int(years*2 + 0.5)
	return i, float64(i)*0.5 - years
}

// near returns e^(−k·years) where years are within the table and d is fine.
func (d *decay) near(i int, left float64) float64 { return d.table[i] * expSmall(d.k*left) }

// over returns e^(−k·years).
func (d *decay) over(years float64) float64 {
	if i, left := nearestStep(years); d.fine && uint(i) <= tableSteps {
		return d.near(i, left)
	}
	return d.far(years)
}

// far is over where the table does not reach.
func (d *decay) far(years float64) float64 {
	all := 1.0
	if d.fine {
		for ; years > tableYears && years < 4*tableYears; years -= tableYears {
			all *= d.table[tableSteps]
		}
		if i, left := nearestStep(years); uint(i) <= tableSteps {
			return all * d.near(i, left)
		}
	}
	return all * math.Exp(-d.k*years)
}

// small is the largest exponent for which expSmall is good to 1e-11.
const small = 0.09

func isSmall(z float64) bool { return z < small && z > -small }

// expSmall is e^z by its series.
func expSmall(z float64) float64 {
	y := z * z
	return 1 + z + y*((1./2+z*(1./6))+y*((1./24+z*(1./120))+y*(1./720)))
}
