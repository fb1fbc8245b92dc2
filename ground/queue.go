package ground

import "math"

// stages of a site in the queue: studied, agreed, equipment ordered, built.
// Four equal stages left at random make the time from entry to power an Erlang
// distribution of shape four: its standard deviation is half its mean.
//
// Source: Erlang's method of stages; interconnection studies report medians of
// 3 to 8 years by region (Lawrence Berkeley National Laboratory, Queued Up),
// which the 10–90 % band of the mean 5 years, 2.2 to 8.4, covers.
const stages = 4

// queue is the sites that wait for power from one offer, in IT watts, and what
// moves it.
type queue struct {
	study, agreed, ordered, built float64 // the stages
	ready                         float64 // built, waiting for connection, turbine or reactor
	live                          float64 // what of all this is expected to be energised

	nominal   float64 // mean years of the stages
	leave     float64 // share of a stage that leaves it in a month
	survive   float64 // share of those leaving the first two stages that go on
	apply     float64 // watts of applications for each that comes
	canW      float64 // watts that power equipment allows in a month, this year
	opens     float64 // years from now until supply opens
	wPerYear  float64 // that will be energised when a new entrant is ready
	yearsPerW float64 // wait that each live watt ahead means to a new entrant, its inverse
	bill      float64 // $/W/yr of power; +Inf: takes no entrants
}

// reset makes the queue empty, with stages that together take a mean wait, of
// which the share completion ends in power; those who give up do so on leaving
// the first two stages.
func (q *queue) reset(waitYears, completion float64) {
	*q = queue{
		nominal: waitYears,
		leave:   math.Min(1, stages/(12*math.Max(waitYears, 1e-9))),
		survive: math.Sqrt(math.Min(1, math.Max(completion, 1e-3))),
	}
	q.apply = 1 / (q.survive * q.survive)
}

// enter puts into the queue the applications from which watts will come.
func (q *queue) enter(watts float64) {
	q.study += watts * q.apply
	q.live += watts
}

// step moves the queue by one month, from its end to its beginning. It returns
// the watts of applications that withdrew; finished sites are added to ready.
func (q *queue) step() (withdrawn float64) {
	d3 := q.built * q.leave
	d2 := q.ordered * q.leave
	d1 := q.agreed * q.leave
	d0 := q.study * q.leave
	q.ready += d3
	q.built += d2 - d3
	q.ordered += d1*q.survive - d2
	q.agreed += d0*q.survive - d1
	q.study -= d0
	return (d0 + d1) * (1 - q.survive)
}

// take energises watts of the ready sites, which must be no more than those.
func (q *queue) take(watts float64) {
	q.ready -= watts
	q.live -= watts
	if q.live < 0 { // rounding
		q.live = 0
	}
}

// free returns the watts that can enter without lengthening the wait.
func (q *queue) free() float64 { return (q.nominal-q.opens)*q.wPerYear - q.live }

// fill sets the stages to what feeds wattsPerMonth in a steady state.
func (q *queue) fill(wattsPerMonth float64) {
	s := wattsPerMonth / q.leave
	q.study, q.agreed, q.ordered, q.built = s/(q.survive*q.survive), s/q.survive, s, s
	q.live = stages * s
}

// wait returns the years until a site that enters now has power: the mean of
// its stages, or the time until supply opens and what is ahead has been
// energised, whichever is longer.
func (q *queue) wait() float64 {
	if w := q.opens + q.live*q.yearsPerW; w > q.nominal {
		return w
	}
	return q.nominal
}

// delivered returns what a developer compares: the yearly bill with the wait.
func (q *queue) delivered(delayUSDPerITWattYearPerYear float64) float64 {
	return q.bill + delayUSDPerITWattYearPerYear*q.wait()
}
