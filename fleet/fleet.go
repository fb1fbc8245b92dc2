// Package fleet carries satellites from the factory to their end, month by
// month.
//
// Chips enter a satellite factory, which makes no more than its capacity, its
// solar arrays, its chips and the shells in orbit allow. Finished satellites
// wait for a flight; whole flights are lost with all they carry. Those that
// arrive raise their orbit, are checked out, serve, lose chips and strings, fail
// by mode, and are retired at the end of their life or once they no longer earn
// what they cost to run. Nothing is repaired unless the inputs say so.
//
// Satellites are expected numbers, not integers, except where many are lost
// together: lost flights, serial defects, solar storms and clouds of debris are
// events, drawn by the caller and passed in.
package fleet

// Products is the number of products a satellite's compute is counted in:
// training, batch and inference, in this order.
const Products = 3

// Design is one satellite as sized, in the numbers the fleet needs.
type Design struct {
	ITWatts             float64           // average draw of its servers and network
	MassKg              float64           // wet mass
	ArrayW              float64           // array power, beginning of life
	BusUSD              float64           // satellite without its chips
	ChipUSD             float64           // its servers
	PunctureRatePerYear float64           // losses of the coolant loop to impacts, after armour and valves
	H100e               [Products]float64 // H100-equivalents delivered at the beginning of life: rated, times the share of hours sold
	FadePerYear         float64           // capacity lost by wear alone, without any failure, as a continuous rate
	LifeYears           float64           // in service
	AvoidableUSDPerYear float64           // saved by switching it off
}

// Chance holds the month's uniforms in (0, 1). Zero means no event.
type Chance struct {
	Defect   float64 // does the block begun this month carry a serial defect?
	Storm    float64 // does a storm strike this month? Below zero: yes, for certain
	Disposal float64 // rounds the month's failed disposals to a whole number
}

// Input is what a month brings.
type Input struct {
	Month          int     // since January 2026; one call for every month, in order
	WantSatellites float64 // satellites to begin this month
	ChipWatts      float64 // chips granted to orbit this month, in IT watts
	Design         Design  // of the satellites begun this month
	PerFlight      float64 // satellites of that design on one flight
	FlightsUp      int     // data-centre flights that arrived
	FlightsLost    int     // data-centre flights that failed

	// FlightsAvailablePerYear is what the launcher could give data centres at
	// present, whether ordered or not. The factory plans its stock by the mean of
	// half a year.
	FlightsAvailablePerYear float64

	// RevenueUSDPerH100eYear is what each product's capacity earned last month,
	// as a yearly rate net of selling costs; NaN where it is not known. A
	// satellite serves the product that pays best.
	RevenueUSDPerH100eYear [Products]float64

	DebrisLoss float64 // share of the satellites in orbit that debris destroys this month

	Chance Chance
}

// Output is what the month did, and the stocks at its end.
type Output struct {
	Made             float64 // satellites begun, their chips used
	Launched         float64 // arrived in orbit
	LostAtLaunch     float64
	Failed           float64 // whole satellites, infant losses, defects and storms included
	Repaired         float64
	Retired          float64
	Disposed         float64 // retired and brought down
	DisposalFailures float64 // retired and left in orbit

	Waiting   float64 // begun and not launched
	Ready     float64 // of these, finished and waiting for a flight
	Alive     float64 // in orbit, neither failed nor retired
	Operating float64 // in service
	Derelict  float64 // in orbit for good

	ITWatts float64           // in service, failed parts taken off
	H100e   [Products]float64 // delivered by what is in service: failed parts and spares taken off

	FlightsWanted float64 // for the satellites ready next month
	ChipWattsUsed float64
	MassMadeKg    float64
	MadeUSD       float64 // satellites begun: bus and chips
	AvoidableUSD  float64 // this month, of the satellites in service
	RepairUSD     float64 // this month

	CapacityKgPerYear float64 // of the factory
	CapacityWPerYear  float64 // of the array supply, beginning of life
	BusCostFactor     float64 // Wright's law on the cumulative mass; set each January
	PipelineMonths    float64 // chips to first revenue at the present stock of finished satellites
	Limit             Limit   // what kept the month from making more
}
