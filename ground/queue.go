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

// queue is the sites that wait for power from one offer, in IT watts expected to
// be energised, and what moves it.
type queue struct {
	study, agreed, ordered, built float64 // the stages
	ready                         float64 // built, waiting for connection, turbine or reactor
	live                          float64 // all of these

	nominal   float64 // mean years of the stages
	least     float64 // years of wait: the same, or +Inf where nobody may enter
	leave     float64 // share of a stage that leaves it in a month
	canW      float64 // watts that power equipment allows in a month, this year
	opens     float64 // years from now until supply opens
	wPerYear  float64 // that will be energised when a new entrant is ready
	yearsPerW float64 // wait that each live watt ahead means to a new entrant, its inverse
	bill      float64 // $/W/yr of power
}

// reset makes the queue empty, with stages that together take a mean wait.
func (q *queue) reset(waitYears float64) {
	*q = queue{nominal: waitYears, least: waitYears, leave: min(1, stages/(12*max(waitYears, 1e-9)))}
}

// quitters are the watts of applications given up for each expected watt that
// leaves a stage: those who give up do so on leaving one of the first two, alike.
type quitters struct{ study, agreed float64 }

// quit returns the quitters of queues in which the share completion of the
// applications ends in power.
func quit(completion float64) quitters {
	goOn := math.Sqrt(min(1, max(completion, 1e-3)))
	return quitters{study: (1 - goOn) / (goOn * goOn), agreed: (1 - goOn) / goOn}
}

// enter puts into the queue the applications from which watts will come.
func (q *queue) enter(watts float64) {
	q.study += watts
	q.live += watts
}

// step moves the queue by one month, from its end to its beginning; finished
// sites are added to ready. It returns the watts that left the first two stages.
func (q *queue) step() (study, agreed float64) {
	study, agreed = q.study*q.leave, q.agreed*q.leave
	ordered, built := q.ordered*q.leave, q.built*q.leave
	q.study, q.agreed, q.ordered, q.built, q.ready =
		q.study-study, q.agreed+(study-agreed), q.ordered+(agreed-ordered), q.built+(ordered-built), q.ready+built
	return study, agreed
}

// take energises watts of the ready sites, which must be no more than those.
func (q *queue) take(watts float64) {
	q.ready, q.live = q.ready-watts, q.live-watts
	if q.live < 0 { // rounding
		q.live = 0
	}
}

// free returns the watts that can enter without lengthening the wait.
func (q *queue) free() float64 { return (q.nominal-q.opens)*q.wPerYear - q.live }

// fill sets the stages to what feeds wattsPerMonth in a steady state.
func (q *queue) fill(wattsPerMonth float64) {
	s := wattsPerMonth / q.leave
	q.study, q.agreed, q.ordered, q.built = s, s, s, s
	q.live = stages * s
}

// wait returns the years until a site that enters now has power: the mean of
// its stages, or the time until supply opens and what is ahead has been
// energised, whichever is longer; +Inf where nobody may enter.
func (q *queue) wait() float64 {
	if w := q.opens + q.live*q.yearsPerW; w > q.least {
		return w
	}
	return q.least
}

// cost is what a developer compares, $/W/yr: the bill with what the wait of one who
// enters now is worth.
func (q *queue) cost(delayUSDPerWattYearPerYear float64) float64 {
	return q.bill + delayUSDPerWattYearPerYear*q.wait()
}

// close lets nobody enter any more.
func (q *queue) close() { q.least, q.yearsPerW = math.Inf(1), 0 }
