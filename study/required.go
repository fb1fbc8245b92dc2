package study

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// MostDeviations is how far from the median a point is looked for, in prior
// standard deviations.
const MostDeviations = 6

// RequiredOptions say by when orbit is to be no dearer, and how the point is looked for.
type RequiredOptions struct {
	By      int // year of the order, in July
	Draws   int // whose share stands beside the answer, and the best of which are starts
	Seed    uint64
	Workers int // 0: as many as the machine runs at once
	Version string

	Progress func(done, total int) // as in Options
}

// RequiredInput is an input at the point.
type RequiredInput struct {
	Path       string `json:"path"`
	What       string `json:"what"`
	Kind       string `json:"kind"` // of its evidence
	Central    string `json:"central"`
	Required   string `json:"required"`
	Percentile Number `json:"percentile"` // of the required value in the prior, 0 to 1
	Deviations Number `json:"deviations"` // its normal score: that percentile of a standard normal
	Without    Number `json:"without"`    // the ratio with this input alone at its central value again; null where orbit cannot deliver
}

// RequiredSummary is the contract of `sensitivity required --json`.
type RequiredSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	Seed         uint64 `json:"seed"`
	Draws        int    `json:"draws"`
	MoneyYear    int    `json:"money_year"`

	By      int    `json:"by"`
	Product string `json:"product"`
	Central Number `json:"central"` // orbit's cost of an hour over the ground's at central values, even luck
	Median  Number `json:"median"`  // the same with every input at its median, where the search begins

	Already      bool   `json:"already"`     // it is true at the median: the point is the nearest where it ceases to be
	Found        bool   `json:"found"`       // within MostDeviations
	Beta         Number `json:"beta"`        // distance in prior standard deviations, negative if Already; null: none was found
	Probability  Number `json:"probability"` // Φ(−β): what a flat limit would leave
	SampledShare Number `json:"sampled_share"`
	SampledError Number `json:"sampled_standard_error"`

	Ratio  Number   `json:"ratio"`  // at the point; it lasts for a tenth farther out
	Before Number   `json:"before"` // the worst from a thousandth nearer to the median to a tenth farther: not yet on the limit
	Starts []Number `json:"starts"` // the distance each search ended at, in their order; null: none
	Runs   int      `json:"runs"`   // of the search

	Inputs   []RequiredInput `json:"inputs"` // every drawn one, by deviations, the largest first
	Warnings []string        `json:"warnings"`
}

// Required returns what would have to be true for a headline hour ordered from
// orbit in July of a year to cost no more than one from the ground: the nearest
// such point to the median of the priors.
//
// Every drawn input is mapped to a normal score by its own distribution, and
// correlated scores to independent ones by the ledger's correlations, so that
// distance is that of the joint prior; luck is even. The nearest point is the
// design point of first-order reliability analysis, and its distance β the
// reliability index. If the limit were flat, it would be passed with the
// probability Φ(−β); the share of draws beside it bends with the limit and has luck.
//
// All mistakes come back at once as ledger.Errors.
func Required(ctx context.Context, name string, set []string, o RequiredOptions) (*RequiredSummary, error) {
	var mistakes ledger.Errors
	if err := (&Options{Draws: o.Draws}).check(); err != nil {
		mistakes = err.(ledger.Errors)
	}
	c, short, err := loadYear(name, set, "--by", o.By, mistakes)
	if err != nil {
		return nil, err
	}
	inputs, copula, err := compile(short, o.Seed, true)
	if err != nil {
		return nil, err
	}
	year := o.By - firstYear
	s := &RequiredSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws, MoneyYear: si.MoneyYear,
		By: o.By, Product: c.Scenario.Run.Headline.String(), Beta: Number(math.NaN()), Probability: Number(math.NaN()),
		Ratio: Number(math.NaN()), Before: Number(math.NaN()), Starts: []Number{}, Inputs: []RequiredInput{}, Warnings: warningsOf(c),
	}
	prior := &normalPrior{c: short, inputs: inputs, copula: copula, year: year, sign: 1}
	s.Central = Number(orInf((&ensemble{c: short}).costRatio(newCentral(short).run(), year)))
	p := prior.point()
	s.Median = Number(p.ratio(make([]float64, len(inputs))))
	if s.Already = s.Median <= 1; s.Already {
		prior.sign = -1
	}

	total := o.Draws + 300*len(inputs) // about what a search takes
	done, tick := 0, (&Options{Progress: o.Progress}).ticker(total)
	options := Options{Draws: o.Draws, Seed: o.Seed, Workers: o.Workers}
	e, err := draw(ctx, short, &options, true, false, tick)
	if err != nil {
		return nil, err
	}
	s.SampledShare = Number(e.cheaper(o.By))
	s.SampledError = Number(proportionError(float64(s.SampledShare), o.Draws))

	search := newDesignSearch(ctx, len(inputs), prior.limit, o.Workers)
	search.tick = func(n int) {
		n = min(n, total-o.Draws-done)
		done += n
		tick(n)
	}
	d, ends := search.nearest(prior.starts(e, o.Draws))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, r := range ends {
		s.Starts = append(s.Starts, Number(r))
	}
	s.Runs = search.runs
	s.Found = d.radius <= MostDeviations
	if math.IsInf(d.radius, 1) {
		return s, nil
	}
	s.Beta = Number(d.radius)
	if s.Already {
		s.Beta = -s.Beta
	}
	s.Probability = Number(ledger.NormalCDF(-float64(s.Beta)))
	s.Before = Number(math.Inf(-int(prior.sign)))
	for i := range lasting + 1 {
		r := Number(p.ratio(scaled(d.direction, d.radius*(1-1e-3)*(1+lastingPart*float64(i)/lasting))))
		if (r > s.Before) == (prior.sign > 0) {
			s.Before = r
		}
	}
	s.Ratio = Number(p.ratio(scaled(d.direction, d.radius)))
	for k := range inputs {
		row := &c.Book.Rows[inputs[k].row]
		if !inputs[k].dist.Drawn() {
			continue
		}
		v := *p.w.leaves[k]
		*p.w.leaves[k] = row.Value
		without := Number(p.played())
		*p.w.leaves[k] = v
		u := p.w.u[k]
		s.Inputs = append(s.Inputs, RequiredInput{
			Path: row.Path, What: row.What, Kind: string(row.Kind), Central: row.Text,
			Required:   inputText(row, &ledger.Leaves(&p.w.scenario)[row.Leaf], v),
			Percentile: Number(u), Deviations: Number(ledger.NormalQuantile(u)), Without: without,
		})
	}
	slices.SortStableFunc(s.Inputs, func(a, b RequiredInput) int {
		return cmp.Or(cmp.Compare(math.Abs(float64(b.Deviations)), math.Abs(float64(a.Deviations))), strings.Compare(a.Path, b.Path))
	})
	return s, nil
}

// normalPrior is the joint prior of a case as independent standard normals, and
// the limit between a cheaper orbit and a cheaper ground in a year.
type normalPrior struct {
	c      *dawndusk.Case
	inputs []input
	copula *ledger.Copula
	year   int
	sign   float64 // 1 if a cheaper orbit is looked for, −1 if a cheaper ground
}

// priorPoint plays points of a prior; each goroutine has its own.
type priorPoint struct {
	w    *worker
	e    *ensemble
	out  dawndusk.Result
	year int
}

func (p *normalPrior) point() *priorPoint {
	return &priorPoint{w: newWorker(p.c, p.inputs, p.copula, 0), e: &ensemble{c: p.c}, year: p.year}
}

// ratio plays the point z.
func (p *priorPoint) ratio(z []float64) float64 {
	w := p.w
	percentiles(w.u, z, w.copula)
	for k := range w.inputs {
		*w.leaves[k] = w.inputs[k].dist.Quantile(w.u[k])
	}
	return p.played()
}

// percentiles fills u with where independent normal scores z lie in the priors of
// inputs that are correlated.
func percentiles(u, z []float64, copula *ledger.Copula) {
	for k := range u {
		u[k] = ledger.NormalCDF(z[k])
	}
	if copula != nil {
		copula.Apply(u)
	}
}

// played is the ratio of the leaves as they are.
func (p *priorPoint) played() float64 {
	p.w.enterprise.Run(&p.w.scenario, dawndusk.EvenChance(), &p.out)
	return orInf(p.e.costRatio(&p.out, p.year))
}

// limit is the logarithm of the ratio, turned so that it is at most 0 where what
// is looked for is true.
func (p *normalPrior) limit() limitState {
	x := p.point()
	return func(z []float64) float64 { return p.sign * math.Log(x.ratio(z)) }
}

// starts are the points at which searches begin: the median, the mean of the best
// twentieth of the draws, and the best three of them.
func (p *normalPrior) starts(e *ensemble, draws int) [][]float64 {
	order := make([]int, draws)
	ratio := make([]float64, draws)
	for i := range order {
		order[i], ratio[i] = i, p.sign*orInf(e.costRatio(&e.results[i], p.year))
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ratio[a], ratio[b]) })
	scores := func(draw int) []float64 {
		z := make([]float64, len(p.inputs))
		for k := range z {
			z[k] = ledger.NormalQuantile(p.inputs[k].sequence.At(uint32(draw)))
		}
		return z
	}
	mean := make([]float64, len(p.inputs))
	best := order[:(draws+19)/20]
	for _, i := range best {
		for k, v := range scores(i) {
			mean[k] += v / float64(len(best))
		}
	}
	starts := [][]float64{make([]float64, len(p.inputs)), mean}
	for _, i := range order[:min(3, draws)] {
		starts = append(starts, scores(i))
	}
	return starts
}
