package study

import (
	"context"
	"math"
	"runtime"
	"slices"
	"sync/atomic"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// design is a satellite and its orbit as an engineer would fix them before
// knowing the draw.
type design struct {
	values  []float64 // of the variables, SI base units
	options []int     // of the choices
}

// with is the design with one value changed.
func (d design) with(k int, v float64) design {
	d.values = slices.Clone(d.values)
	d.values[k] = v
	return d
}

// choosing is the design with one option changed.
func (d design) choosing(k, option int) design {
	d.options = slices.Clone(d.options)
	d.options[k] = option
	return d
}

// outcome is what a design comes to in one draw. What does not exist is +Inf.
type outcome struct {
	counted float64 // the metric, less is better, with what is not feasible graded; finite
	metric  float64 // as the chain has it, less is better

	hourUSD, ratio, rentUSD, capexUSDPerW float64
	massT, tPerKW, perFlight              float64
	panelC, shieldMM, delivered           float64
	overdose                              float64 // dose of the life, margin counted, by what the machines bear, where the shield does not hold it; else 1
	target                                launch.Target
	mode                                  sat.EclipseMode
	draw                                  int
	closed, sold                          bool // there is such a satellite; its hour can be delivered
}

// The orbits a design may be held to.
const (
	anyOrbit = iota // the cheapest in each draw: the chain's choice
	heldDawnDusk
	heldInclined
)

var orbitOptions = []string{"cheapest", launch.DawnDusk.String(), launch.Inclined.String()}

// court plays designs over the same draws again and again.
type court struct {
	metric  *DesignMetric
	dose    string // one of DoseRules
	year    int    // counted from the first
	draws   int
	vars    []optimiseVar
	choices []optimiseChoice
	dearest float64 // a value that counts is at most this; set by the base design
	pool    []*designWorker
	tick    func(n int)
}

// designWorker is a worker with all leaves of its scenario.
type designWorker struct {
	*worker
	all []ledger.Leaf
	out dawndusk.Result
}

// newCourt prepares as many draws of a seed, or one at central values for none.
func newCourt(c *dawndusk.Case, q *quest, draws int, seed uint64) (*court, error) {
	t := &court{metric: q.metric, dose: q.o.Dose, year: q.o.Year - firstYear, draws: max(draws, 1), vars: q.vars, choices: q.choices, dearest: math.MaxFloat64, tick: q.tick}
	var inputs []input
	var copula *ledger.Copula
	if draws > 0 {
		var err error
		if inputs, copula, err = compile(c, seed, true); err != nil {
			return nil, err
		}
	}
	workers := q.o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	for range min(workers, (t.draws+handful-1)/handful) {
		w := &designWorker{worker: newWorker(c, inputs, copula, seed)}
		if draws == 0 {
			w.chance = dawndusk.EvenChance()
		}
		w.all = ledger.Leaves(&w.scenario)
		t.pool = append(t.pool, w)
	}
	return t, nil
}

// handful is how many draws of a design a worker takes at a time.
const handful = 8

// play returns what a design comes to in each of the first draws.
func (t *court) play(ctx context.Context, d design, draws int) []outcome {
	outcomes := make([]outcome, min(draws, t.draws))
	var hired atomic.Int32
	each(ctx, len(t.pool), len(outcomes), handful, func() func(int) {
		w := t.pool[hired.Add(1)-1]
		return func(i int) {
			t.one(w, &d, i, &outcomes[i])
			t.tick(1)
		}
	})
	return outcomes
}

// one plays a design in a draw. Its values take the place of what is drawn.
func (t *court) one(w *designWorker, d *design, draw int, x *outcome) {
	w.draw(draw)
	for k := range t.vars {
		*w.all[t.vars[k].leaf].Float = d.values[k]
	}
	held := anyOrbit
	for k := range t.choices {
		c := &t.choices[k]
		if c.leaf < 0 {
			held = d.options[k]
		} else {
			w.all[c.leaf].Text.UnmarshalText([]byte(c.options[d.options[k]])) // an option of the row, which Check has read
		}
	}
	z := t.run(w, draw, held, x)
	x.metric = t.metric.of(x)
	carried := min(1, z.ByMass, z.ByVolume)
	if !x.closed {
		carried = -1
	}
	switch {
	case t.dose != DoseRetire:
		x.counted = t.grade(x.metric, 1, carried)
	case x.overdose > 1 && t.metric.hours && !math.IsInf(x.metric, 1):
		x.counted = t.shortened(w, x, held)
	default:
		x.counted = t.grade(x.metric, x.overdose, carried)
	}
}

// run plays the scenario of a worker and reads the satellite that comes out.
func (t *court) run(w *designWorker, draw, held int, x *outcome) dawndusk.Sized {
	w.enterprise.Run(&w.scenario, w.chance.At(draw), &w.out)

	x.draw, x.target = draw, w.enterprise.Target()
	if held != anyOrbit {
		x.target = launch.Target(held - heldDawnDusk)
	}
	product := w.scenario.Run.Headline
	z, q := w.enterprise.Sized(x.target)
	b, inf := &z.Budget, math.Inf(1)
	x.mode, x.closed, x.overdose = z.EclipseMode, b.Closed, 1
	x.hourUSD, x.ratio, x.rentUSD, x.capexUSDPerW, x.massT, x.tPerKW, x.perFlight, x.panelC, x.shieldMM, x.delivered = inf, inf, inf, inf, inf, inf, inf, inf, inf, inf
	if x.closed {
		x.massT, x.tPerKW = b.Total.MassKg/1e3, b.Total.MassKg/z.ITWatts
		if stated := z.StatedMassKg; !math.IsNaN(stated) {
			x.massT, x.tPerKW = stated/1e3, stated/z.ITWatts
		}
		x.perFlight, x.panelC, x.shieldMM, x.delivered = z.PerFlight, b.RadiatorK-si.ZeroCelsius, b.ShieldMM, z.Hazards.DeliveredFraction()
		if !b.DoseHeld {
			r := &w.scenario.Satellite.Radiation
			x.overdose = max(1, b.DoseGyPerYear*z.LifeYears*r.DoseMargin.SI()/r.DoseLimit.SI())
		}
	}
	if usd := q.USDPerHour[product]; !math.IsInf(usd, 1) {
		x.sold, x.hourUSD, x.rentUSD, x.capexUSDPerW = true, usd, q.RentUSDPerWattYear, q.CapexUSDPerW
		x.ratio = 0 // where the ground cannot deliver
		if ground := w.out.Years[t.year].GroundUSDPerHour[product]; !math.IsInf(ground, 1) {
			x.ratio = usd / ground
		}
	}
	return z
}

// burden is what a design does not hold of its dose, margin counted.
type burden struct {
	share float64 // of the draws: no satellite, or a shield that does not hold it
	mean  float64 // over draws, of the dose by what is borne; 1 where that is held
}

func burdenOf(played []outcome) (b burden) {
	n := float64(len(played))
	for i := range played {
		x := &played[i]
		if b.mean += x.overdose / n; !x.closed || x.overdose > 1 {
			b.share += 1 / n
		}
	}
	return b
}

// beyond is by how much it is more than another: the shares' difference and the
// means' relative one, each if it is more. Less than a millionth is none.
func (b burden) beyond(allowed burden) float64 {
	over := 0.0
	if d := b.share - allowed.share; d > 1e-6 {
		over += d
	}
	if d := b.mean/allowed.mean - 1; d > 1e-6 {
		over += d
	}
	return over
}

func (b burden) within(allowed burden) bool { return b.beyond(allowed) == 0 }

// or is the larger of two, number by number.
func (b burden) or(c burden) burden { return burden{max(b.share, c.share), max(b.mean, c.mean)} }

// admit is a design's number if it may be chosen. Where the dose is to be held and
// it holds less of it than is allowed, it counts as dearer than whatever may be
// chosen, the more the farther beyond, so that a search is led back.
//
// Source: a convention, as in grade, which gives no more than 3M.
// Ignores: how dear the design is.
// Needs: nothing.
func (t *court) admit(value float64, b, allowed burden) float64 {
	over := b.beyond(allowed)
	if t.dose != DoseHold || over == 0 {
		return value
	}
	return min(t.dearest, math.MaxFloat64/16) * (4 + over/(1+over))
}

// shortened counts a satellite whose shield does not hold the dose of its life as
// one that is retired when its dose, margin counted, is what its machines bear:
// the draw is played again with as short a life. Below a year of that the rest
// counts as in grade.
//
// Source: a convention; the chain ends no satellite by dose.
// Ignores: that without the margin, a factor of 2 in base, most have not had it.
// Needs: overdose above 1, a metric that exists.
func (t *court) shortened(w *designWorker, x *outcome, held int) float64 {
	life, least := &w.scenario.Operator.Life, si.Year
	designed := *life
	*life = max(designed/si.Duration(x.overdose), min(least, designed))
	var again outcome
	t.run(w, x.draw, held, &again)
	*life = designed
	return max(x.metric, t.grade(t.metric.of(&again), again.overdose, 1))
}

// grade makes of what a draw says of a design one finite number, less being
// better, so that a search is led back to what can be built.
//
// A metric that exists counts as it is; and overdose times where machines are
// retired at their dose and the metric does not know of hours. What cannot be had
// counts as M(2 − c), with M ten times the base design's dearest draw and c how
// near it is to being had: −1 where no satellite closes, else the part of one that
// a flight carries.
//
// Source: a convention.
// Ignores: how near to closing a satellite is.
// Needs: nothing.
func (t *court) grade(metric, overdose, carried float64) float64 {
	if !math.IsInf(metric, 1) && !math.IsNaN(metric) {
		return min(metric*overdose, t.dearest)
	}
	return min(t.dearest, math.MaxFloat64/4) * (2 - carried)
}

// standard makes the dearest draw of a design the measure of what cannot be had.
func (t *court) standard(base []outcome) {
	most := 0.0
	for i := range base {
		if x := &base[i]; !math.IsInf(x.metric, 1) {
			over := 1.0
			if t.dose == DoseRetire {
				over = x.overdose
			}
			most = max(most, x.metric*over)
		}
	}
	if most == 0 { // the base has no such number: any that exists is better
		most = 1e9
	}
	t.dearest = 10 * most
}

// Robust is how the draws of a design are made one number.
type Robust struct {
	Mean  bool
	Share float64 // the quantile, ½ the median
}

// of returns the number of some values, less being better.
func (r Robust) of(values []float64) float64 {
	if r.Mean {
		sum := 0.0
		for _, v := range values {
			sum += v
		}
		return sum / float64(len(values))
	}
	slices.Sort(values)
	return quantile(values, r.Share)
}

// over applies it to one number of every outcome; where that does not exist it
// counts as dearer than all else.
func (r Robust) over(outcomes []outcome, f func(x *outcome) float64) float64 {
	values := make([]float64, len(outcomes))
	for i := range outcomes {
		values[i] = f(&outcomes[i])
	}
	return r.of(values)
}

// saved is what the second of two numbers saves of the first, as a share; or,
// where more is better, by what share its inverse is more.
func saved(from, to float64, more bool) float64 {
	if more {
		return from/to - 1
	}
	return 1 - to/from
}

// gain is what one design saves of another's number over the same draws, as a
// share, and its standard error by 500 paired bootstraps.
//
// Source: Efron and Tibshirani, "An Introduction to the Bootstrap" (1993), ch. 6;
// draws are resampled, each with both designs.
// Ignores: that the draws are stratified, which makes the true error smaller.
func (r Robust) gain(from, to []outcome, seed uint64, more bool) (gain, standardError float64) {
	n := len(from)
	a, b := make([]float64, n), make([]float64, n)
	share := func(pick func(i int) int) float64 {
		for i := range n {
			j := pick(i)
			a[i], b[i] = from[j].counted, to[j].counted
		}
		return saved(r.of(a), r.of(b), more)
	}
	gain = share(func(i int) int { return i })
	if n < 2 {
		return gain, math.NaN()
	}
	const resamples = 500
	var sum, squares float64
	key := rng.NewKey(seed, "optimise.bootstrap")
	for k := range resamples {
		stream := key.Draw(uint64(k))
		g := share(func(i int) int { return min(int(stream.Uniform(uint64(i))*float64(n)), n-1) }) - gain
		sum += g
		squares += g * g
	}
	mean := sum / resamples
	return gain, math.Sqrt(max(0, squares/resamples-mean*mean) * resamples / (resamples - 1))
}
