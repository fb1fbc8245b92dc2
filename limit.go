package dawndusk

import (
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
)

// Limit is what kept the fleet in orbit from growing faster in a month: the
// operator's own reasons first, then the factory's, then the launcher's.
type Limit uint8

// The operator's own limits. Those of fleet and launch follow.
const (
	LimitPlan       Limit = iota // nothing: the plan was met
	LimitNotBegun                // series production has not begun
	LimitNotWorthIt              // it is not expected to earn its cost
	LimitLossBudget              // the budget for losses
	LimitCash
	LimitReach // no flight carries a satellite to the orbit, or no design closes
	LimitChips
	LimitRamp // launches are ramping up: satellites are made no faster than flights are offered
	firstFleet
	firstLaunch = firstFleet + Limit(fleet.NumLimits)
	NumLimits   = firstLaunch + Limit(launch.NumLimits)
)

var limitNames = []string{"plan met", "not begun", "not worth it", "budget for losses", "cash", "orbit out of reach", "chips", "launch ramp-up"}

// String names the limit.
func (l Limit) String() string {
	switch {
	case l < firstFleet:
		return limitNames[l]
	case l < firstLaunch:
		return fleet.Limit(l - firstFleet).String()
	}
	return launch.Limit(l - firstLaunch).String()
}

// What a year's GroundLimit stands for: that of package ground, or that the
// owners of sites did not want all the chips on offer.
const (
	groundDemand    = uint8(ground.NumLimits)
	NumGroundLimits = groundDemand + 1
)

// GroundLimit names it.
func GroundLimit(l uint8) string {
	if l == groundDemand {
		return "demand"
	}
	return ground.Limit(l).String()
}

// fullyWanted is the share of the chips on offer that ground sites buy above which
// chips are said to bind; below it they left some, and demand does (a convention:
// it names a limit, it moves no watt).
const fullyWanted = 0.95

// groundLimit returns what bound the ground this month.
func (e *Enterprise) groundLimit(p *plan) uint8 {
	if e.here.Limit == ground.LimitChips && p.response < fullyWanted {
		return groundDemand
	}
	return uint8(e.here.Limit)
}

// limit returns what bound this month. The operator's own no comes first; then,
// where satellites stand ready and cannot fly, the launcher; then the factory;
// then what cut the operator's wish.
func (e *Enterprise) limit(p *plan) Limit {
	grounded := e.lift.Limit != launch.LimitDemand
	switch l := e.built.Limit; {
	case p.limit == LimitNotBegun || p.limit == LimitNotWorthIt || p.limit == LimitReach:
		return p.limit
	case grounded && (l == fleet.LimitLaunch || e.built.FlightsWanted >= 1): // satellites stand ready
		return firstLaunch + Limit(e.lift.Limit)
	case l == fleet.LimitLaunch:
		return LimitRamp
	case l == fleet.LimitDemand, l == fleet.LimitChips && p.limit != LimitPlan:
		return p.limit
	default:
		return firstFleet + Limit(l)
	}
}
