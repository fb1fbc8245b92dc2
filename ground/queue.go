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

// queue is the sites that wait for power from one offer, IT watts.
type queue struct {
	stage [stages]float64
	ready float64 // built, waiting for connection, turbine or reactor
	live  float64 // what of all this is expected to be energised
}

// flow holds what moves a queue in a year.
type flow struct {
	leave   float64 // share of a stage that leaves it in a month
	survive float64 // share of leavers that go on, in the first two stages
}

// newFlow returns the flow of a queue whose stages together take a mean wait,
// and of which the share completion ends in power; those who give up do so on
// leaving the first two stages.
func newFlow(waitYears, completion float64) flow {
	return flow{
		leave:   math.Min(1, stages/(12*math.Max(waitYears, 1e-9))),
		survive: math.Sqrt(math.Min(1, math.Max(completion, 1e-3))),
	}
}

// enter puts into the queue the applications from which watts will come.
func (q *queue) enter(watts float64, f *flow) {
	q.stage[0] += watts / (f.survive * f.survive)
	q.live += watts
}

// step moves the queue by one month. It returns the watts of applications that
// withdrew; sites that finished are added to ready.
func (q *queue) step(f *flow) (withdrawn float64) {
	d3 := q.stage[3] * f.leave
	d2 := q.stage[2] * f.leave
	d1 := q.stage[1] * f.leave
	d0 := q.stage[0] * f.leave
	q.ready += d3
	q.stage[3] += d2 - d3
	q.stage[2] += d1*f.survive - d2
	q.stage[1] += d0*f.survive - d1
	q.stage[0] -= d0
	return (d0 + d1) * (1 - f.survive)
}

// take energises up to watts of the ready sites.
func (q *queue) take(watts float64) float64 {
	w := math.Min(q.ready, watts)
	q.ready -= w
	q.live = math.Max(0, q.live-w)
	return w
}

// fill sets the stages to what feeds wattsPerMonth in a steady state.
func (q *queue) fill(wattsPerMonth float64, f *flow) {
	s := wattsPerMonth / f.leave
	q.stage = [stages]float64{s / (f.survive * f.survive), s / f.survive, s, s}
	q.live = stages * s
}

// wait returns the years a site that enters now waits: the mean of its stages,
// or the time until supply opens, or until what is ahead has been energised.
func (q *queue) wait(nominal, opens, wattsPerYear float64) float64 {
	if wattsPerYear <= 0 {
		return math.Inf(1)
	}
	return math.Max(nominal, opens+q.live/wattsPerYear)
}
