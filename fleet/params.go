package fleet

import "github.com/dawndusk/dawndusk/si"

// Params are the fleet's inputs: what the factory can make, how long a
// satellite takes from its chips to its first revenue, and how it is lost.
// Chances by block or by event are drawn by the caller; rates are expected.
type Params struct {
	Factory  Factory
	Cells    Cells
	Learning Learning
	Licence  Licence
	Pipeline Pipeline
	Failure  Failure
	Partial  Partial
	Defect   Defect
	Storm    Storm
	Repair   Repair
	Service  Service
}

// Factory is the satellite factory. Its capacity is a mass, so that a plant
// that turns from small satellites to large ones does not grow by the change.
type Factory struct {
	Announced si.Count    // calendar year of the announced start of series production
	Slip      si.Duration // delay of that start
	Start     si.MassRate // capacity on the first day
	Growth    si.Rate     // fastest growth of capacity while all of it is wanted
	Cap       si.MassRate // capacity is never above this
}

// Cells is the supply of space solar arrays, counted in watts at the beginning
// of their life.
type Cells struct {
	Start  si.PowerRate // capacity at the start of 2026
	Growth si.Rate      // fastest growth while all of it is wanted
	Cap    si.PowerRate // capacity is never above this
}

// Learning is Wright's law on the bus, dollars a kilogram.
type Learning struct {
	Rate   si.Ratio    // cost saved by each doubling of the cumulative mass built
	Start  si.Mass     // cumulative mass at which the bus costs what its price list says
	Floor  si.Ratio    // the cost never falls below this share of the price list
	Others si.MassRate // satellites the same makers build for other services, as far as their lessons carry over
}

// Licence is the permission to operate the constellation.
type Licence struct {
	Granted si.Count // calendar year of the grant; nothing is launched before
	Slots   si.Count // satellites, alive or derelict, that the licensed shells hold
}

// Pipeline is the time from chips to revenue, each wait counted once. The wait
// for a flight is not here: it follows from the stock of finished satellites.
type Pipeline struct {
	Integration si.Duration // chips received → satellite tested
	Campaign    si.Duration // shipped, fuelled and stacked on the vehicle
	Raise       si.Duration // deployment orbit → operating orbit
	Checkout    si.Duration // in place → in service
	Buffer      si.Duration // finished satellites kept for the launcher, in months of launches
}

// Failure holds the losses of whole satellites.
type Failure struct {
	Infant   si.Ratio // share lost before entering service
	Avionics si.Rate  // bus: computers, power electronics, propulsion, attitude
	Pump     si.Rate  // coolant pumps and valves, after their redundancy
}

// Partial holds the losses of a part of a satellite that stays in service.
type Partial struct {
	ChipGround    si.Rate  // permanent failures per accelerator and year on the ground
	ChipSpace     si.Ratio // multiplier of that rate in orbit
	ChipLoss      si.Ratio // capacity lost per accelerator failed, its neighbours included
	StringRate    si.Rate  // array string failures per satellite and year
	StringShare   si.Ratio // power lost with a string
	TerminalRate  si.Rate  // optical terminal failures per satellite and year
	TerminalShare si.Ratio // capacity lost with a terminal
}

// Defect is a serial design defect: one fault in every satellite of a block.
type Defect struct {
	Chance si.Ratio    // probability that a block carries one
	Share  si.Ratio    // share of the block's satellites in orbit that it kills
	Onset  si.Duration // service of the block's first satellite until it shows
}

// Storm is an extreme solar storm.
type Storm struct {
	Rate  si.Rate  // storms that kill satellites, a year
	Share si.Ratio // share of the fleet lost to one
}

// Repair is servicing in orbit. The base has none.
type Repair struct {
	Share si.Ratio // share of bus and pump failures put right
	Cost  si.Ratio // cost of one repair as a share of a new satellite with its chips
}

// Service is how the fleet is operated to its end.
type Service struct {
	Spares         si.Ratio    // share of the satellites in service held back as spares
	Patience       si.Duration // months below the avoidable cost before a satellite is retired
	DisposalFailed si.Ratio    // share of retired satellites whose disposal fails
	Uncontrolled   si.Ratio    // share of satellites failed in service that stay in orbit out of control
}
