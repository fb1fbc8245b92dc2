package study

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/si"
)

// DesignMetric is a number that a design can be the best in.
type DesignMetric struct {
	Name, What, Unit string
	More             bool // more is better; it is searched as its inverse, which is what Of has
	hours            bool // it is the dearer the shorter the machines serve
	of               func(x *outcome) float64
}

// DesignMetrics are the numbers that Optimise knows, the default first. Costs are
// those of the headline product, ordered in July of a year.
var DesignMetrics = [...]DesignMetric{
	{"orbit-cost", "cost of an hour in orbit", "$/GPU-h", false, true, func(x *outcome) float64 { return x.hourUSD }},
	{"cost-ratio", "orbit ÷ ground, cost of an hour", "", false, true, func(x *outcome) float64 { return x.ratio }},
	{"rent", "level rent of a watt in orbit, whatever it delivers", "$/W·yr", false, true, func(x *outcome) float64 { return x.rentUSD }},
	{"capex", "cash a watt in orbit takes before it earns", "$/W", false, false, func(x *outcome) float64 { return x.capexUSDPerW }},
	{"specific-power", "IT power by wet mass", "kW/t", true, false, func(x *outcome) float64 { return x.tPerKW }},
}

// shown is a number of the search as people read it.
func (m *DesignMetric) shown(v float64) Number {
	if m.More {
		v = 1 / v
	}
	return Number(v)
}

// DesignVariables are the quantities of a satellite and its constellation that are
// a designer's to choose: rows of the ledger that are not drawn, and no rule of
// prudence such as a margin.
var DesignVariables = [...]DesignVariable{
	{Path: "operator.it_power", Searched: true, Because: "fixed masses and prices are shared by more watts; fewer fill a flight"},
	{Path: "operator.life", Searched: true, Because: "more hours; older chips, more dose, more losses"},
	{Path: "orbit.altitude", Searched: true, Because: "less shadow and drag; more dose and climb, fewer tonnes"},
	{Path: "orbit.inclined_altitude", Searched: true, Because: "the same, where the inclined orbit is the cheaper one"},
	{Path: "orbit.deploy_altitude", Searched: true, Because: "less drag on the climb; fewer tonnes a flight"},
	{Path: "satellite.radiation.max_depth", Searched: true, Because: "less dose; more mass"},
	{Path: "satellite.thermal.loop_drop", Searched: true, Because: "less pumping; a colder, larger radiator"},
	{Path: "satellite.thermal.tube_spacing", Searched: true, Because: "a lighter, smaller target; a poorer fin"},
	{Path: "satellite.armour.particle", Searched: true, Because: "fewer punctures; more mass"},
	{Path: "satellite.thermal.junction_margin", Because: "the model has chips fail alike at any temperature"},
	{Path: "satellite.armour.loops", Because: "more loops cost nothing in the model", whole: true},
	{Path: "satellite.thermal.tube_bore", Because: "the pressure of the loop is an input of its own"},
	{Path: "satellite.peak_coverage", Because: "power caps cost nothing in the model"},
	{Path: "satellite.throttle_share", Because: "only where throttling is the way through the shadow"},
	{Path: "satellite.propulsion.raise_time", Because: "the months to revenue are an input of their own"},
	{Path: "network.link.terminals", Because: "mostly a matter of training", whole: true},
	{Path: "orbit.disposal_perigee", Because: "where debris falls costs nothing in the model"},
	{Path: "orbit.node_local_time", Because: "0.2 % of the year's light"},
	{Path: "orbit.inclined_inclination", Because: "only where the inclined orbit is the cheaper one"},
}

// designChoices are the choices whose options are priced at the optimum. The orbit
// stands first: it is no input, as the chain takes the cheaper one in every draw.
// How a training run flies is not searched: the model charges nothing for flying
// close.
var designChoices = [...]struct {
	path     string
	searched bool
}{{orbitChoice, true}, {"satellite.eclipse_mode", true}, {"satellite.thermal.attitude", true}, {"network.formation", false}}

const orbitChoice = "orbit"

// What becomes of a satellite whose deepest shield does not hold the dose of its
// life times the margin. Nothing in the chain ends there: it charges soft errors,
// in proportion to the dose.
const (
	DoseHold   = "hold"   // a rule of prudence: a design that keeps it less well than the base design is none
	DoseIgnore = "ignore" // nothing, as in the chain
	DoseRetire = "retire" // it serves as long as it holds, and the draw counts with that life
)

// DoseRules are the options, the default first.
var DoseRules = [...]string{DoseHold, DoseIgnore, DoseRetire}

// OptimiseOptions say what is looked for and how.
type OptimiseOptions struct {
	Metric string
	Dose   string   // one of DoseRules
	Robust string   // "median", "mean" or a quantile, "p90"
	Vars   []string // "path" or "path=low:high"; none: those searched by default, each over its row's range
	Year   int

	Draws       int // of the search; 0: one run at central values with even luck
	CheckDraws  int // fresh ones, on which what was found is priced again
	Evaluations int // designs the search tries in a round
	Steps       int // designs of each trade curve
	Seed        uint64
	Workers     int // 0: as many as the machine runs at once
	Version     string

	Planned  func(OptimisePlan)    // called once, before the first play; may be nil
	Progress func(done, total int) // as in Options
}

// Optimise looks for the design of a satellite and its orbit that is the best in a
// metric, robust over draws: the same draws for every design, with what the
// designer does not choose drawn as ever. What the chain chooses in every draw, the
// orbit, the chips and, where the scenario leaves it open, the way through the
// shadow, it goes on choosing.
//
// A design may not hold its dose less well than the base design, unless o.Dose
// says otherwise.
//
// What is found is priced again beside the base design over draws it was not
// chosen by, and every variable is moved about it.
//
// All mistakes come back at once as ledger.Errors.
func Optimise(ctx context.Context, name string, set []string, o OptimiseOptions) (*OptimiseSummary, error) {
	metric, robust, mistakes := o.check()
	c, _, err := loadYear(name, set, "--year", o.Year, mistakes)
	if c == nil {
		return nil, err
	}
	var many ledger.Errors
	if errors.As(err, &many) {
		mistakes = many
	}
	vars, wrong := o.variables(c)
	if mistakes = append(mistakes, wrong...); len(mistakes) > 0 {
		return nil, mistakes
	}
	q := &quest{o: &o, metric: metric, robust: robust, vars: vars, choices: choicesOf(c)}
	if err := q.plan(warningsOf(c)); err != nil {
		return nil, err
	}
	short := *c
	short.Scenario.Run.Horizon = dawndusk.ToJuly(o.Year)
	if err := q.prepare(&short); err != nil {
		return nil, err
	}
	best := q.search(ctx)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	s := &OptimiseSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, MoneyYear: si.MoneyYear,
		Metric: metric.Name, What: metric.What, Unit: metric.Unit, More: metric.More, Robust: o.Robust, Year: o.Year, Product: c.Scenario.Run.Headline.String(),
		Dose: o.Dose, NothingOrdered: nothingOrdered(c),
		Draws: o.Draws, CheckDraws: q.checkDraws, Seed: o.Seed, Evaluations: q.tried, Rounds: q.rounds, Warnings: warningsOf(c),
	}
	q.report(ctx, s, best)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return s, nil
}

// nothingOrdered tells whether a case's plan orders no satellite, so that what
// orbit costs in it is the price of what nobody builds.
func nothingOrdered(c *dawndusk.Case) bool {
	p := &c.Scenario.Operator.Plan
	return min(p.FirstRate, p.Ceiling) <= 0
}

// quest is a search under way.
type quest struct {
	o       *OptimiseOptions
	metric  *DesignMetric
	robust  Robust
	vars    []optimiseVar
	choices []optimiseChoice

	population, checkDraws, sweepDraws int
	total                              int // plays, at most
	plays                              atomic.Int64
	tick                               func(n int)

	found, fresh  *court // the draws of the search, and others
	allowed       burden // what the base design does not hold over the draws of the search
	base          design
	start         []float64 // of the search: the base, held to the bounds
	tried, rounds int
}

// plan counts what the search will cost.
func (q *quest) plan(warnings []string) error {
	o := q.o
	if q.checkDraws = o.CheckDraws; o.Draws == 0 {
		q.checkDraws = 0
	}
	q.sweepDraws = max(1, min(q.checkDraws, 2*o.Draws))
	q.population = 5 + len(q.vars)
	combinations, others := 1, 0
	for i := range q.choices {
		others += len(q.choices[i].options) - 1
		if q.choices[i].searched {
			combinations *= len(q.choices[i].options)
		}
	}
	round := o.Evaluations + tidying(len(q.vars)) + combinations
	q.total = (2+maxRounds*round)*max(o.Draws, 1) + (2+others)*max(q.checkDraws, 1) + len(q.vars)*(o.Steps+2)*q.sweepDraws
	if q.total > MaxOptimisePlays {
		return ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("up to %d plays in all", q.total), Right: fmt.Sprintf("ask for fewer draws, designs or steps, at most %d plays", MaxOptimisePlays)}}
	}
	if o.Planned != nil {
		o.Planned(OptimisePlan{Variables: len(q.vars), Evaluations: o.Evaluations, Draws: o.Draws, CheckDraws: q.checkDraws,
			Plays: q.total - (maxRounds-1)*round*max(o.Draws, 1), MostPlays: q.total, Warnings: warnings})
	}
	return nil
}

// prepare sets up both sets of draws and the base design.
func (q *quest) prepare(c *dawndusk.Case) (err error) {
	step := (&Options{Progress: q.o.Progress}).ticker(q.total)
	q.tick = func(n int) {
		q.plays.Add(int64(n))
		step(n)
	}
	if q.found, err = newCourt(c, q, q.o.Draws, q.o.Seed); err != nil {
		return err
	}
	if q.fresh, err = newCourt(c, q, q.checkDraws, uint64(rng.NewKey(q.o.Seed, "optimise.check"))); err != nil {
		return err
	}
	q.base = design{options: make([]int, len(q.choices))}
	for i := range q.choices {
		q.base.options[i] = q.choices[i].base
	}
	for k := range q.vars {
		v := &q.vars[k]
		q.base.values = append(q.base.values, v.base)
		q.start = append(q.start, min(max(v.place(v.base), 0), 1))
	}
	return nil
}

func countedOf(x *outcome) float64 { return x.counted }

// design is that of a point of the unit box. Where the box holds the base, its
// start is the base to the last bit.
func (q *quest) design(u []float64, options []int) design {
	d := design{values: make([]float64, len(u)), options: options}
	for k := range u {
		v := &q.vars[k]
		if d.values[k] = v.at(u[k]); u[k] == q.start[k] && v.base >= v.low && v.base <= v.high {
			d.values[k] = v.base
		}
	}
	return d
}

// search returns the best design of the draws of the search: the variables are
// searched under the base's choices, every combination of choices is played at
// what is found, and if another is better by two standard errors the search begins
// again from there.
func (q *quest) search(ctx context.Context) design {
	t := q.found
	judge := func(played []outcome) float64 {
		return t.admit(q.robust.over(played, countedOf), burdenOf(played), q.allowed)
	}
	price := func(d design) float64 { return judge(t.play(ctx, d, t.draws)) }
	base := t.play(ctx, q.base, t.draws)
	t.standard(base)
	q.allowed = burdenOf(base)
	options, at := q.base.options, q.start
	best, least := q.design(q.start, options), math.Inf(1)
	for q.rounds < maxRounds && ctx.Err() == nil {
		b := box{start: at, home: q.start, population: q.population, evaluations: q.o.Evaluations, seed: q.o.Seed + uint64(q.rounds), value: func(u []float64) float64 {
			if ctx.Err() != nil {
				return math.MaxFloat64
			}
			return price(q.design(u, options))
		}}
		u, value, tried := b.least(ctx)
		q.rounds++
		q.tried += tried
		if value < least {
			best, at, least = q.design(u, options), u, value
		}
		changed := false
		for combination := slices.Clone(q.base.options); combination != nil && ctx.Err() == nil; combination = q.following(combination) {
			if slices.Equal(combination, best.options) {
				continue
			}
			d := design{values: best.values, options: combination}
			q.tried++
			played := t.play(ctx, d, t.draws)
			value := judge(played)
			if !(value < least*(1-1e-9)) || ctx.Err() != nil {
				continue
			}
			if t.draws > 1 { // what is within the noise of the draws is no reason to change
				if gain, noise := q.robust.gain(t.play(ctx, best, t.draws), played, q.o.Seed, false); gain < 2*noise {
					continue
				}
			}
			least, options, changed = value, slices.Clone(combination), true
			best.options = options
		}
		if !changed {
			break
		}
	}
	return best
}

// following is the combination of options after one, round to the base's again,
// which is the end: nil. Choices that are not searched keep their option.
func (q *quest) following(combination []int) []int {
	next := slices.Clone(combination)
	for i := range next {
		if !q.choices[i].searched {
			continue
		}
		if next[i] = (next[i] + 1) % len(q.choices[i].options); next[i] != q.base.options[i] {
			return next
		}
	}
	return nil
}

// atBound is the share of the way within which a variable is at its bound.
const atBound = 0.005

// flatShare is how much worse the metric may be where it still counts as flat.
const flatShare = 0.01

// check reads the metric and the robustness and bounds the numbers.
func (o *OptimiseOptions) check() (metric *DesignMetric, robust Robust, mistakes ledger.Errors) {
	wrong := func(flag, wrong, right string) {
		mistakes = append(mistakes, ledger.Error{File: flag, Wrong: wrong, Right: right})
	}
	var names []string
	for i := range DesignMetrics {
		if names = append(names, DesignMetrics[i].Name); DesignMetrics[i].Name == o.Metric {
			metric = &DesignMetrics[i]
		}
	}
	if metric == nil {
		wrong("--metric", fmt.Sprintf("%q is no metric of a design", o.Metric), "write one of "+strings.Join(names, ", "))
	}
	if !slices.Contains(DoseRules[:], o.Dose) {
		wrong("--dose", fmt.Sprintf("%q is no rule for satellites that do not hold their dose", o.Dose), "write one of "+strings.Join(DoseRules[:], ", "))
	}
	digits, isQuantile := strings.CutPrefix(o.Robust, "p")
	percent, err := strconv.Atoi(digits)
	switch {
	case o.Robust == "median":
		robust.Share = 0.5
	case o.Robust == "mean":
		robust.Mean = true
	case isQuantile && err == nil && percent >= 1 && percent <= 99 && strconv.Itoa(percent) == digits:
		robust.Share = float64(percent) / 100
	default:
		wrong("--robust", fmt.Sprintf("%q is no way to make one number of many draws", o.Robust), "write median, mean, or p1 to p99 such as p90, which is the dear end")
	}
	least := func(flag, what string, n, low, high int) {
		if n < low || n > high {
			wrong(flag, fmt.Sprintf("%d %s", n, what), fmt.Sprintf("write %d to %d", low, high))
		}
	}
	if o.Draws != 0 {
		least("--draws", "draws (0: central values)", o.Draws, 8, MaxDraws)
		least("--check", "draws", o.CheckDraws, 8, MaxDraws)
	}
	least("--evaluations", "designs", o.Evaluations, 50, 1_000_000)
	least("--steps", "designs of a trade curve", o.Steps, 2, maxOptimiseSteps)
	return metric, robust, mistakes
}

const varFlag = "--var"
