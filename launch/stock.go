package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// daysPerMonth is the mean month of the Julian year.
const daysPerMonth = 365.25 / 12

// stock is a fleet of stages of one kind.
type stock struct {
	count      int     // all that exist
	inRefit    float64 // of these between flights
	worn       float64 // life used of a stage that has yet to retire
	underBuild float64 // finished share of the next one
	perYear    float64 // what the factory can build a year
	growth     float64 // of that, by year, as a factor
	ceiling    float64
	firstReuse float64 // year
	wear       float64 // share of a life a flight uses
	fastest    float64 // days
	floor      float64 // smallest landing loss
	reuse      bool
	cycles     float64 // turnarounds in this month
	turnaround curve   // days, by reflights
	loss       curve   // share of landings lost, by landings tried
	refit      curve   // refurbishment between flights by build cost, by reflights
	build      curve   // build cost, by units made
}

// reset starts a stock as it stood in October 2026.
func (s *stock) reset(v *Vehicle, r *Reliability, ready, made int, build si.USD, learning float64, refit si.Ratio, refitLearning float64) {
	g := v.ProductionGrowth.In(si.PerYear)
	*s = stock{
		count: ready, growth: 1 + g, perYear: v.Production.In(si.PerYear), ceiling: v.ProductionCeiling.In(si.PerYear),
		firstReuse: v.FirstReuse.SI(), wear: 1 / max(1, v.ReuseLimit.SI()),
		fastest: v.FastestTurnaround.In(si.Day), floor: r.LandingLossFloor.SI(),
		turnaround: newCurve(v.FirstTurnaround.In(si.Day), 1, -v.TurnaroundExponent.SI()),
		loss:       newCurve(v.FirstLandingLoss.SI(), 1, r.GrowthShape.SI()-1),
		refit:      newCurve(refit.SI(), 1, refitLearning),
		build:      newCurve(build.SI(), float64(made), learning),
	}
}

// landingLoss is the share of landings lost now; all of them before reuse.
func (s *stock) landingLoss() float64 {
	if !s.reuse {
		return 1
	}
	return si.Lesser(1, si.Greater(s.floor, s.loss.value))
}

// used is the share of a stage that a flight uses up on average, when it costs
// the stage its life with the given probability: the inverse of its flights.
func (s *stock) used(risk float64) float64 { return si.Lesser(1, risk+s.wear) }

// begin takes back what has been refitted and returns how many flights the
// stock can make this month.
//
// A stage that lands waits 1/φ months on average, φ = month/turnaround; a
// turnaround below a month lets a ready stage fly more than once.
func (s *stock) begin(year float64) float64 {
	s.reuse = year >= s.firstReuse
	s.cycles = daysPerMonth / si.Greater(s.fastest, s.turnaround.value)
	if s.cycles < 1 {
		s.inRefit -= s.inRefit * s.cycles
		return float64(s.count) - s.inRefit
	}
	s.inRefit = 0
	if !s.reuse {
		return float64(s.count)
	}
	return float64(s.count) * s.cycles
}

// pace is how many flights a year the stock and its factory can keep up.
func (s *stock) pace() float64 {
	if !s.reuse {
		return s.perYear
	}
	return s.perYear + 12*float64(s.count)*s.cycles
}

// make builds for a month and returns how many were finished.
func (s *stock) make() int {
	s.underBuild += s.perYear * (1. / 12)
	n := math.Floor(s.underBuild)
	s.underBuild -= n
	if n > 0 {
		s.count += int(n)
		s.build.add(n)
	}
	return int(n)
}

// newYear lets the factory grow.
func (s *stock) newYear() { s.perYear = min(s.ceiling, s.perYear*s.growth) }

// settle books a month's flights: lost ones are gone, the others land (or not)
// and go into refit, worn-out ones retire. It returns how many were lost in
// landing.
func (s *stock) settle(flown, lost int, u float64) (crashed int) {
	landed, retired := flown-lost, 0
	if s.reuse {
		crashed = binomial(landed, s.landingLoss(), u)
		s.loss.add(float64(landed))
		landed -= crashed
		addBoth(&s.turnaround, &s.refit, float64(landed))
		s.worn += float64(landed) * s.wear
		retired = min(int(s.worn), landed)
		s.worn -= float64(retired)
	} else {
		crashed, landed = landed, 0
	}
	s.count = max(0, s.count-lost-crashed-retired)
	s.inRefit = si.Lesser(float64(s.count), s.inRefit+float64(landed-retired))
	return crashed
}

// allowance hands out a continuous supply in whole units.
type allowance struct{ credit float64 }

// take adds a month's supply, keeps no more than one unit over it, and returns
// the whole units at hand.
func (a *allowance) take(supply float64) int {
	a.credit = si.Lesser(a.credit+supply, supply+1)
	return int(a.credit)
}

// use spends n units, no more than are at hand.
func (a *allowance) use(n int) { a.credit -= float64(n) }
