package lunar

import "math"

// CheaperMonths is how many months in a row a kilogram from the Moon must cost less
// than Starship's for the Moon to be called the cheaper place, as a crossover.
const CheaperMonths = 24

// Cheaper finds since when a kilogram from the Moon costs less than one that Starship
// brings, for each destination. Its zero value is ready.
type Cheaper struct {
	since [NumDestinations]float64 // when the run began
	run   [NumDestinations]int32   // periods in a row
	found [NumDestinations]bool
}

// Add takes the prices of the next period, as Output has them: when it is, in months
// or years by the caller's count, and how many such periods in a row it takes. A
// period that sends nothing costs +Inf, and ends a run.
func (c *Cheaper) Add(when float64, inARow int32, moon, starship *[NumDestinations]float64) {
	for d := range NumDestinations {
		switch {
		case c.found[d]:
		case !(moon[d] < starship[d]):
			c.run[d] = 0
		default:
			if c.run[d] == 0 {
				c.since[d] = when
			}
			c.run[d]++
			c.found[d] = c.run[d] >= inARow
		}
	}
}

// From is the first period of the first run that is long enough; +Inf where there is
// none yet.
func (c *Cheaper) From(d Destination) float64 {
	if d >= NumDestinations || !c.found[d] {
		return math.Inf(1)
	}
	return c.since[d]
}
