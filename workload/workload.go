// Package workload says what a watt of computers is worth: which accelerator
// generation ships in a year, what it costs, how many of its rated hours reach
// a customer on the ground and in orbit, and how many the world can make.
//
// Compute is counted in H100 equivalents (H100e): one H100 SXM at the product's
// own conversion. A generation that trains three times as fast as an H100 and
// serves five times the tokens is three H100e of training or five of inference.
package workload

import "github.com/dawndusk/dawndusk/si"

// Product is a kind of work that is sold by the hour.
type Product uint8

// The products, in the order every array of them has.
const (
	Training    Product = iota // frontier training, limited by the network's bisection
	Batch                      // reinforcement-learning rollouts, synthetic data, evaluation
	Inference                  // interactive answers, limited by memory bandwidth
	NumProducts = 3
)

// String returns the product's name in lower case.
func (p Product) String() string {
	switch p {
	case Training:
		return "training"
	case Batch:
		return "batch"
	case Inference:
		return "inference"
	}
	return "unknown"
}

// Params are the inputs of the package.
type Params struct {
	Accelerator Accelerator // how generations improve
	Price       Price       // what their servers cost
	Space       Space       // what orbit changes about a server
	Job         Job         // how work is run and interrupted
	Utilisation Utilisation // how many available hours are sold
	Supply      Supply      // what merchant vendors make
	OwnFab      OwnFab      // what the group's own fab makes
	Reference   Reference   // what an H100e does, to tell costs by work
}

// Accelerator holds how the published generations are read and how the ones
// nobody has announced improve on them.
type Accelerator struct {
	ITPerTDP          si.Ratio       // average draw of server and network per watt of rated accelerator
	PeakPerAverage    si.Ratio       // highest over average draw of servers
	TrainingRealised  si.Ratio       // share, in logarithms, of a rise in peak FLOP/s that training sees
	LowPrecisionGain  si.Ratio       // what four-bit formats add to training beside eight-bit ones
	InferenceRealised si.Ratio       // share, in logarithms, of a rise in the decode roofline that serving sees
	BatchMemoryBound  si.Ratio       // weight of memory against arithmetic in batch work
	RoadmapRealised   si.Ratio       // share, in logarithms, of an announced gain that arrives
	RoadmapSlip       si.Duration    // from the announced volume date to the real one
	GrowthStart       si.Rate        // growth of H100e per watt after the roadmap ends
	GrowthDecay       si.Rate        // how fast that growth falls to its floor
	GrowthFloor       si.Rate        // growth that remains
	MemoryGrowth      si.Ratio       // growth of bandwidth per watt over that of arithmetic
	JunctionLimit     si.Temperature // hottest junction in continuous service
}

// Price holds what servers cost per watt of average IT draw.
type Price struct {
	Server          si.USDPerWatt // servers and their network, 2026, vendor's margin included
	VendorMargin    si.Ratio      // share of that price that is the accelerator vendor's gross margin, 2026
	MarginFloor     si.Ratio      // where competition leaves the margin
	MarginDecay     si.Rate       // how fast it gets there
	CostDecline     si.Rate       // yearly fall of the cost without margin
	CostFloor       si.USDPerWatt // below which the cost does not fall
	SpaceAdaptation si.Ratio      // what a server for orbit costs on top
	OlderDiscount   si.Ratio      // share, in logarithms, of an older generation's lost worth that its price gives back
	Warranty        si.Ratio      // share of accelerators failed on the ground that the vendor replaces
}

// Space holds what orbit changes about a server.
type Space struct {
	GenerationLag    si.Duration     // space qualification: how old a generation is when it can be flown
	BoardMass        si.MassPerPower // boards, cold plates and harness inside the compute bay, 2026
	BoardMassDecline si.Rate         // yearly fall of that mass by rising power density
	BoardMassFloor   si.MassPerPower // below which it does not fall
	FailureMultiple  si.Ratio        // interruptions in orbit over those on the ground, radiation apart
	MemoryError      si.PerDose      // uncorrectable memory errors of an accelerator per dose
	MemoryErrorStops si.Ratio        // share of those that stop a job
	HostCrash        si.PerDose      // crashes of the host processor and its memory per dose
	AcceleratorCrash si.PerDose      // functional interrupts of the accelerator per dose
	CheckOverhead    si.Ratio        // compute spent on finding silent corruption
	ResetTime        si.Duration     // from an interruption to work again, without hands on site
	Utilisation      si.Ratio        // hours sold over those the same computer sells on the ground
}

// Job holds how work runs.
type Job struct {
	TrainingPower    si.ITPower  // power of one training run in lock step on the ground
	Interruptions    si.Rate     // unexpected stops per accelerator, all causes
	CheckpointTime   si.Duration // to save the state, seen by the job
	RestartTime      si.Duration // to find the fault, replace the node and load the state
	NodeAvailability si.Ratio    // share of installed nodes neither failed nor in maintenance, ground
	GridAvailability si.Ratio    // share of hours in which a ground site has its power
	GroundThermal    si.Ratio    // share of rated speed kept through a year's heat, ground
}

// Utilisation is the share of available hours that is sold, by product.
type Utilisation struct {
	Training, Batch, Inference si.Ratio
}

// Reference holds the work of an H100e. It turns hours into tokens and moves no cost
// by the hour.
type Reference struct {
	TokensPerSecond si.Count // output tokens of the reference model that one H100 serves
}

// Supply holds what the merchant vendors of the world can make.
type Supply struct {
	NvidiaRate  si.PowerRate // NVIDIA's shipments in rated accelerator power at the start of 2026
	OtherShare  si.Ratio     // all others' shipments per watt of NVIDIA's
	GrowthStart si.Rate      // growth at the start of 2026
	GrowthDecay si.Rate      // how fast growth falls to its floor
	GrowthFloor si.Rate      // growth that remains
	StockLimit  si.Duration  // unsold production after which vendors stop the line
	GroupShare  si.Ratio     // share of merchant supply that is allotted to the group
}

// OwnFab holds the group's own chip factory.
type OwnFab struct {
	Start       si.Duration  // first volume output, after January 2026
	FirstRate   si.PowerRate // average IT draw of a year's output at the start
	Growth      si.Rate      // growth of output
	Cap         si.PowerRate // largest output
	Efficiency  si.Ratio     // H100e per watt over the merchant generation of the year
	CostPremium si.Ratio     // cost over the merchant's cost without margin
}
