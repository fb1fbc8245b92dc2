package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// operator is what the group remembers from month to month.
type operator struct {
	target   launch.Target                        // the orbit it builds for
	planW    float64                              // IT watts a year the plan asks for now
	growth   float64                              // of the plan, by month
	lossLeft float64                              // $ that the strategic policy may still lose
	lead     float64                              // years from order to power that developers reckon with
	rest     [launch.NumTargets][sat.Cheapest]int // month before which a way through the shadow that lost is not tried
	order    fleet.Input                          // to the factory; kept so that a month allocates nothing
	sites    ground.Input
}

// plan is one month's decision, in IT watts unless it says otherwise.
type plan struct {
	target     launch.Target
	satellites float64
	flights    launch.Order
	flightUSD  float64 // of each, agreed when it is booked
	orbitW     float64 // chips for orbit
	groundW    float64 // chips for the group's own sites
	restW      float64 // chips everybody else buys
	sitesW     float64 // new sites that enter the queues
	unhousedW  float64 // chips that ground sites would take if there were room
	response   float64 // share of the chips on offer that ground sites buy
	limit      Limit   // what the decision itself ran into
}

// decide says what is built this month, from what is known this month: this
// month's quotes, last month's price, the cash at hand.
func (e *Enterprise) decide(p *plan) {
	pays := e.response()
	*p = plan{target: e.operator.target, response: pays}
	e.sitesWanted(p, pays)
	groupW, restW := e.chips.Available()
	room := e.here.RoomW
	if e.month < History {
		e.replay(p, restW*pays, room)
		return
	}
	cash := e.budget.Available()
	cash -= e.bookFlights(p, cash)
	cash -= e.moonWanted(p, cash)
	e.orbitWanted(p, cash, groupW)
	spare := cash
	if p.orbitW > 0 { // what cannot be reached costs without limit
		spare = si.Greater(0, cash-p.orbitW*e.orbit[p.target].CapexUSDPerW)
	}
	p.restW = restW * pays
	p.groundW = si.Lesser(groupW-p.orbitW, ratio(spare*pays, e.earth.CapexUSDPerW))
	if over := p.groundW + p.restW; over > room { // sites with power are shared by what each would fill
		p.unhousedW = over - room
		p.groundW, p.restW = p.groundW*room/over, p.restW*room/over
	}
}

// chooseOrbit builds for the orbit whose headline hour is cheapest among those a
// flight reaches; the one built for so far if none is reached.
func (e *Enterprise) chooseOrbit() {
	product := e.s.Run.Headline
	best := e.operator.target
	for t := range e.orbit {
		if e.orbit[t].USDPerHour[product] < e.orbit[best].USDPerHour[product] {
			best = launch.Target(t)
		}
	}
	e.operator.target = best
}

// bookFlights orders flights for the finished satellites, as many as cash pays
// for at this month's price, and returns what they cost.
func (e *Enterprise) bookFlights(p *plan, cash float64) (usd float64) {
	p.flights.Target = p.target
	if e.design[p.target].perFlight < 1 || e.events.now.DebrisClosed {
		return 0
	}
	p.flightUSD = e.flightUSD(p.target)
	flights := math.Floor(e.built.FlightsWanted + 1e-9)
	if affordable := math.Floor(ratio(cash, p.flightUSD)); p.flightUSD > 0 && affordable < flights {
		flights, p.limit = affordable, LimitCash
	}
	p.flights.Flights = flights
	return flights * p.flightUSD
}

// orbitWanted sets satellites by the policy, within cash and chips.
func (e *Enterprise) orbitWanted(p *plan, cash, groupW float64) {
	o, op, q := &e.s.Operator, &e.operator, &e.orbit[p.target]
	d := &e.design[p.target]
	if e.year < float64(o.Plan.FirstYear) {
		p.limit = LimitNotBegun
		return
	}
	want := op.planW / 12
	op.planW = si.Lesser(op.planW*op.growth, e.given.planCeilingW)
	if !d.closed || !(q.CapexUSDPerW > 0) || math.IsInf(q.CapexUSDPerW, 1) {
		p.limit = LimitReach
		return
	}

	npv := q.npvUSDPerW(&e.prices.USDPerHour)
	losing := o.Policy != Announced && npv < o.HurdleMargin.SI()*q.BillUSDPerW
	if o.Policy == Strategic && e.year < float64(o.Plan.FirstYear)+e.given.lossYears {
		op.lossLeft += o.LossShare.SI() * e.budget.Plan()
		if loss := -npv; losing && loss > 0 {
			if affordable := op.lossLeft / loss; affordable < want {
				want, p.limit = affordable, LimitLossBudget
			}
			losing = false
		}
	}
	if losing {
		p.limit = LimitNotWorthIt
		return
	}
	if affordable := o.OrbitShare.SI() * cash / q.CapexUSDPerW; affordable < want {
		want, p.limit = affordable, LimitCash
	}
	if groupW < want {
		want, p.limit = groupW, LimitChips
	}
	// No chips are taken from the pool to lie idle in a factory.
	room, _ := e.fleet.Room(e.month, &d.fleet, d.perFlight)
	p.satellites = want / d.fleet.ITWatts
	p.orbitW = si.Lesser(want, room*d.fleet.ITWatts)
}

// charge counts a month's orders against the budget for losses.
func (op *operator) charge(npvUSD float64) {
	op.lossLeft = si.Greater(0, op.lossLeft+si.Lesser(0, npvUSD))
}

// response is the share of the chips on offer that owners of ground sites buy:
// half where an hour sells just for its levelised cost, all above it and none
// below it by half the band of caution.
func (e *Enterprise) response() float64 {
	worth := e.earth.best(&e.prices.USDPerHour)
	return si.Lesser(1, si.Greater(0, 0.5+(worth-1)/e.s.World.Caution.SI()))
}

// sitesWanted lets as many new sites enter the queues as the chips expected by
// the time they get power will fill, beyond those already on their way. A sixth
// of the gap enters each month; nobody enters a queue longer than developers plan
// for.
func (e *Enterprise) sitesWanted(p *plan, pays float64) {
	const correction = 1. / 6 // months; how fast developers react is not known better than to half a year
	merchant, own := e.merchantW, e.ownW
	longest := e.given.longestLead
	lead := e.operator.leadTime(e.here.Best.YearsToPower, longest)
	if pays == 0 || e.here.Best.YearsToPower > longest {
		return
	}
	growth := 0.
	if before := e.madeW[e.month%12]; e.month >= 12 && before > 0 {
		growth = math.Log((merchant + own) / before)
	}
	expected := (merchant + own) * lead * (1 + growth*lead/2)
	missing := e.s.World.Foresight.SI()*expected - e.here.QueueW - e.here.RoomW
	p.sitesW = si.Greater(0, missing) * correction * pays
}

// leadTime is the wait that developers reckon with: the mean of what they have
// seen over the last year or so, at least a year and at most what they plan for.
func (op *operator) leadTime(seen, longest float64) float64 {
	seen = si.Greater(1, si.Lesser(seen, longest))
	if op.lead == 0 {
		op.lead = seen
	}
	op.lead += (seen - op.lead) / 12
	return op.lead
}

// replay holds the months that have happened to the record: the group's own
// sites are filled as reported, and nothing of its own computes in orbit.
func (e *Enterprise) replay(p *plan, restW, room float64) {
	p.limit = LimitNotBegun
	facilityW, _ := ground.RecordedGroupW(e.month)
	missing := facilityW/e.s.Ground.PUE.US.SI() - e.here.GroupInstalledW
	if e.month == 0 {
		missing = 0 // the starting stock is January's
	}
	p.groundW = min(max(0, missing), room)
	p.restW = min(restW, room-p.groundW)
	p.unhousedW = restW - p.restW
}
