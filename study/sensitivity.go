package study

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/si"
)

// Headline is a number whose variance can be shared out.
type Headline struct {
	Name string // as it is asked for
	What string
	of   func(e *ensemble, r *dawndusk.Result, year int) float64
}

// Headlines are the numbers that Sensitivity knows, the default first. Costs are
// those of the headline product in the middle of a year.
var Headlines = [...]Headline{
	{"cost-ratio", "orbit ÷ ground, cost of an hour", (*ensemble).costRatio},
	{"orbit-cost", "$/GPU-h in orbit", func(e *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].OrbitUSDPerHour[e.headline()] }},
	{"ground-cost", "$/GPU-h on the ground", func(e *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].GroundUSDPerHour[e.headline()] }},
	{"price", "$/GPU-h price", func(e *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].PriceUSDPerHour[e.headline()] }},
	{"launch-price", "$/kg to orbit", func(_ *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].USDPerKg }},
	{"flights", "Starship flights of the year", func(_ *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].Flights }},
	{"orbit-gw", "GW in orbit", func(_ *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].OrbitGW }},
	{"ground-gw", "GW on the ground", func(_ *ensemble, r *dawndusk.Result, i int) float64 { return r.Years[i].GroundGW }},
}

// The ways to put inputs into groups.
const (
	ByInput   = "inputs"  // the strongest inputs one by one, all others together
	ByChapter = "chapter" // those of a chapter of the ledger together
)

// MinRows is the least number of rows whose bootstrap says anything, and
// MaxSensitivityDraws bounds time and memory: eight bytes are kept for each draw.
const (
	MinRows             = 64
	MaxSensitivityDraws = 10_000_000
)

// SensitivityOptions say how a sensitivity analysis is run.
type SensitivityOptions struct {
	Rows    int    // of the base matrices
	By      string // ByInput or ByChapter
	Inputs  int    // the strongest that are groups of their own, if ByInput
	Of      string // name of a headline
	Year    int
	Rank    bool // share out the variance of the rank instead of the logarithm's
	Seed    uint64
	Workers int // 0: as many as the machine runs at once
	Version string

	Planned  func(SensitivityPlan) // called once, before the first draw; may be nil
	Progress func(done, total int) // as in Options
}

// SensitivityPlan is what an analysis will cost.
type SensitivityPlan struct {
	Rows, Groups, Draws int
	Warnings            []string // of the scenario
}

// The kinds of groups.
const (
	GroupInput      = "input"
	GroupCorrelated = "correlated" // a block of correlated inputs
	GroupChapter    = "chapter"
	GroupOthers     = "others"
	GroupChance     = "chance" // luck inside a run, which no input names
)

// SensitivityGroup is a group of what varies, and its share of the variance.
type SensitivityGroup struct {
	Name       string   `json:"name"`
	Kind       string   `json:"kind"`
	What       string   `json:"what"`
	Inputs     []string `json:"inputs"` // their paths
	Total      Estimate `json:"total"`
	FirstOrder Estimate `json:"first_order"`
}

// SensitivitySummary is the contract of `sensitivity --json`.
type SensitivitySummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	Seed         uint64 `json:"seed"`
	Rows         int    `json:"rows"`
	Draws        int    `json:"draws"`
	MoneyYear    int    `json:"money_year"`

	Of              string `json:"of"`
	What            string `json:"what"`
	Year            int    `json:"year"`
	Product         string `json:"product"`
	Value           Band   `json:"value"` // over the draws of A and B
	Scale           string `json:"scale"` // "log" or "rank": whose variance is shared out
	NoValueFraction Number `json:"no_value_fraction"`

	GroupsBy      string             `json:"groups_by"`
	Groups        []SensitivityGroup `json:"groups"` // by total index, the largest first
	FirstOrderSum Estimate           `json:"first_order_sum"`
	Interactions  Estimate           `json:"interactions"`
	Confidence    Number             `json:"confidence"` // of the intervals
	Resamples     int                `json:"resamples"`
	Warnings      []string           `json:"warnings"`
}

// Sensitivity shares the variance of a headline among groups of what varies by
// their Sobol indices. Each input takes in the rows of the matrix A the values of
// the first Rows draws of a study with the same seed, and in those of B the
// values of as many that follow, but in an order of its own: the distributions
// and correlations are those of Run, without what its stratified sequences add
// to the chance correlation of two inputs. Row j has the luck of draw j in A and
// of draw Rows + j in B.
//
// Indices need groups that are independent of one another. Inputs correlated in
// the ledger, directly or by way of others, are one group; chance is one; every
// other input stands alone if it is among the strongest by its rank correlation
// with the headline in the draws of A and B, or else among all others.
//
// The variance is that of the logarithm. Where any draw has no logarithm, as an
// hour that cannot be delivered or a year without flights, no finite variance
// exists, and a cap would decide the answer: then, or if Rank asks for it, the
// variance is that of the rank among the draws of A and B, in which what does
// not exist is higher than any cost and equal values share their mean rank.
//
// All mistakes come back at once as ledger.Errors.
func Sensitivity(ctx context.Context, name string, set []string, o SensitivityOptions) (*SensitivitySummary, error) {
	var mistakes ledger.Errors
	wrong := func(flag, wrong, right string) {
		mistakes = append(mistakes, ledger.Error{File: flag, Wrong: wrong, Right: right})
	}
	h := slices.IndexFunc(Headlines[:], func(h Headline) bool { return h.Name == o.Of })
	if h < 0 {
		wrong("--of", fmt.Sprintf("%q is no number known here", o.Of), "write "+headlineNames())
	}
	if o.By != ByInput && o.By != ByChapter {
		wrong("--groups", fmt.Sprintf("%q is no way to group inputs", o.By), "write "+ByInput+" or "+ByChapter)
	}
	if o.Rows < MinRows {
		wrong("--rows", fmt.Sprintf("%d rows are too few for an interval", o.Rows), fmt.Sprintf("write at least %d", MinRows))
	}
	if o.Inputs < 0 {
		wrong("--inputs", fmt.Sprintf("%d inputs", o.Inputs), "write 0 or more")
	}
	c, short, err := loadYear(name, set, "--year", o.Year, mistakes)
	if c == nil {
		return nil, err
	}
	errors.As(err, &mistakes)
	inputs, copula, err := compile(c, o.Seed, true)
	if err != nil {
		return nil, err
	}
	p := newGrouping(c, inputs)
	plan := SensitivityPlan{Rows: o.Rows, Groups: p.count(&o), Warnings: c.Warnings}
	plan.Draws = plan.Rows * (plan.Groups + 2)
	if most := MaxSensitivityDraws / (plan.Groups + 2); o.Rows > most {
		wrong("--rows", fmt.Sprintf("%d rows of %d groups are too many draws", o.Rows, plan.Groups), fmt.Sprintf("write at most %d", most))
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	if o.Planned != nil {
		o.Planned(plan)
	}

	d := &saltelli{
		o: &o, orders: rowOrders(c, inputs, &o), tick: (&Options{Progress: o.Progress}).ticker(plan.Draws),
		worker: func() *worker { return newWorker(short, inputs, copula, o.Seed) },
		value: func(r *dawndusk.Result) float64 {
			return orInf(Headlines[h].of(&ensemble{c: c}, r, o.Year-firstYear)) // a cost that does not exist is higher than any
		},
	}
	base, err := d.base(ctx)
	if err != nil {
		return nil, err
	}
	groups := p.groups(&o, d.strengths(base))
	swapped, err := d.swapped(ctx, groups)
	if err != nil {
		return nil, err
	}

	s := &SensitivitySummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Rows: o.Rows, Draws: plan.Draws,
		MoneyYear: si.MoneyYear, Of: o.Of, What: Headlines[h].What, Year: o.Year, Product: c.Scenario.Run.Headline.String(),
		Value: band(slices.Clone(base)), GroupsBy: o.By, Confidence: Confidence, Resamples: Resamples, Warnings: warningsOf(c),
	}
	none := rescale(base, swapped, o.Rank)
	s.NoValueFraction = Number(float64(none) / float64(plan.Draws))
	s.Scale = "log"
	if none > 0 || o.Rank {
		s.Scale = "rank"
	}
	x := Sobol(base[:o.Rows], base[o.Rows:], swapped, o.Seed)
	s.FirstOrderSum, s.Interactions = x.FirstOrderSum, x.Interactions
	for i, g := range groups {
		s.Groups = append(s.Groups, SensitivityGroup{Name: g.name, Kind: g.kind, What: g.what, Inputs: p.paths(g), Total: x.Groups[i].Total, FirstOrder: x.Groups[i].FirstOrder})
	}
	slices.SortStableFunc(s.Groups, func(a, b SensitivityGroup) int {
		return cmp.Compare(float64(b.Total.Value), float64(a.Total.Value))
	})
	return s, nil
}

func headlineNames() string {
	var names []string
	for _, h := range Headlines {
		names = append(names, h.Name)
	}
	return strings.Join(names[:len(names)-1], ", ") + " or " + names[len(names)-1]
}

// inputGroup is a set of what varies.
type inputGroup struct {
	name, kind, what string
	at               []int // places among the inputs
	chance           bool
}

// grouping is what varies in a case: blocks of inputs that are correlated with
// one another, and the inputs that are correlated with none that varies.
type grouping struct {
	c      *dawndusk.Case
	inputs []input
	blocks []inputGroup
	single []int // places among the inputs
}

func newGrouping(c *dawndusk.Case, inputs []input) *grouping {
	p := &grouping{c: c, inputs: inputs}
	place := map[string]int{} // looked up, never walked
	of := make([]int, len(inputs))
	for k := range inputs {
		place[p.path(k)] = k
		of[k] = k
	}
	names := make([][]string, len(inputs))
	for i := range c.Book.Correlations {
		block := &c.Book.Correlations[i]
		for _, pair := range block.Pairs {
			a, okA := place[pair.A]
			b, okB := place[pair.B]
			if !okA || !okB {
				continue
			}
			from, to := max(of[a], of[b]), min(of[a], of[b])
			if from != to {
				for k := range of {
					if of[k] == from {
						of[k] = to
					}
				}
				names[to] = append(names[to], names[from]...)
			}
			if !slices.Contains(names[to], block.Name) {
				names[to] = append(names[to], block.Name)
			}
		}
	}
	for r := range inputs {
		var at []int
		for k := range inputs {
			if of[k] == r && inputs[k].dist.Drawn() {
				at = append(at, k)
			}
		}
		if len(at) > 1 {
			p.blocks = append(p.blocks, inputGroup{name: strings.Join(names[r], " + "), kind: GroupCorrelated, what: fmt.Sprintf("%d correlated inputs", len(at)), at: at})
		} else {
			p.single = append(p.single, at...)
		}
	}
	slices.Sort(p.single)
	return p
}

func (p *grouping) path(k int) string { return p.c.Book.Rows[p.inputs[k].row].Path }

func (p *grouping) paths(g inputGroup) []string {
	paths := []string{}
	for _, k := range g.at {
		paths = append(paths, p.path(k))
	}
	return paths
}

// count is how many groups there will be, which does not depend on the draws.
func (p *grouping) count(o *SensitivityOptions) int {
	return len(p.groups(o, make([]float64, len(p.inputs))))
}

// groups puts everything that varies into groups; strength is that of each input.
func (p *grouping) groups(o *SensitivityOptions, strength []float64) []inputGroup {
	groups := slices.Clone(p.blocks)
	if o.By == ByChapter {
		chapters := map[string]int{} // looked up, never walked
		for _, k := range p.single {
			chapter, _, _ := strings.Cut(p.path(k), ".")
			i, ok := chapters[chapter]
			if !ok {
				i = len(groups)
				chapters[chapter] = i
				groups = append(groups, inputGroup{name: chapter, kind: GroupChapter})
			}
			groups[i].at = append(groups[i].at, k)
		}
		for i := range groups {
			if g := &groups[i]; g.kind == GroupChapter {
				g.what = fmt.Sprintf("%d inputs of the chapter", len(g.at))
			}
		}
	} else {
		order := slices.Clone(p.single)
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(strength[b], strength[a]) })
		n := min(max(o.Inputs, 0), len(order))
		for _, k := range order[:n] {
			groups = append(groups, inputGroup{name: p.path(k), kind: GroupInput, what: p.c.Book.Rows[p.inputs[k].row].What, at: []int{k}})
		}
		if rest := slices.Clone(order[n:]); len(rest) > 0 {
			slices.Sort(rest)
			groups = append(groups, inputGroup{name: "all other inputs", kind: GroupOthers, what: fmt.Sprintf("%d inputs", len(rest)), at: rest})
		}
	}
	return append(groups, inputGroup{name: "chance", kind: GroupChance, what: "failures, losses, defects and storms inside a run", chance: true})
}

// saltelli plays the rows of Saltelli's matrices and keeps one number of each.
type saltelli struct {
	o      *SensitivityOptions
	orders [][2]rowOrder // of each input in A and in B
	worker func() *worker
	value  func(*dawndusk.Result) float64
	tick   func(n int)
}

// rowOrders returns the order in which each input goes through its draws.
func rowOrders(c *dawndusk.Case, inputs []input, o *SensitivityOptions) [][2]rowOrder {
	orders := make([][2]rowOrder, len(inputs))
	for k := range inputs {
		key := rng.NewKey(o.Seed, "sensitivity.rows."+c.Book.Rows[inputs[k].row].Path)
		for m := range orders[k] {
			orders[k][m] = newRowOrder(key.Draw(uint64(m)), o.Rows)
		}
	}
	return orders
}

// draw sets every input to its value in a row: those of A come first, then those
// of B.
func (d *saltelli) draw(w *worker, row int) {
	m := row / d.o.Rows
	for k := range w.inputs {
		w.u[k] = w.inputs[k].sequence.At(uint32(m*d.o.Rows + d.orders[k][m].at(row%d.o.Rows)))
	}
	if w.copula != nil {
		w.copula.Apply(w.u)
	}
	for k := range w.inputs {
		*w.leaves[k] = w.inputs[k].dist.Quantile(w.u[k])
	}
}

// base plays A and then B.
func (d *saltelli) base(ctx context.Context) ([]float64, error) {
	values := make([]float64, 2*d.o.Rows)
	err := each(ctx, d.o.Workers, len(values), batch, func() func(int) {
		w, out := d.worker(), new(dawndusk.Result)
		return func(j int) {
			d.draw(w, j)
			w.enterprise.Run(&w.scenario, w.chance.At(j), out)
			values[j] = d.value(out)
			d.tick(1)
		}
	})
	return values, err
}

// swapped plays, for each group, A with the group taken from B.
func (d *saltelli) swapped(ctx context.Context, groups []inputGroup) ([][]float64, error) {
	n := d.o.Rows
	values := make([][]float64, len(groups))
	for i := range values {
		values[i] = make([]float64, n)
	}
	err := each(ctx, d.o.Workers, n, 1, func() func(int) {
		w, out := d.worker(), new(dawndusk.Result)
		a, b := make([]float64, len(w.leaves)), make([]float64, len(w.leaves))
		return func(j int) {
			d.draw(w, n+j)
			for k, leaf := range w.leaves {
				b[k] = *leaf
			}
			d.draw(w, j)
			for k, leaf := range w.leaves {
				a[k] = *leaf
			}
			for i := range groups {
				g := &groups[i]
				for _, k := range g.at {
					*w.leaves[k] = b[k]
				}
				luck := w.chance.At(j)
				if g.chance {
					luck = w.chance.At(n + j)
				}
				w.enterprise.Run(&w.scenario, luck, out)
				values[i][j] = d.value(out)
				for _, k := range g.at {
					*w.leaves[k] = a[k]
				}
				if ctx.Err() != nil {
					return
				}
			}
			d.tick(len(groups))
		}
	})
	return values, err
}

// strengths returns the absolute rank correlation of each input with the values
// of A and B: the screening that picks the drivers of a study.
func (d *saltelli) strengths(base []float64) []float64 {
	y := slices.Clone(base)
	ranks(y, make([]int32, len(y)))
	w := d.worker()
	xx, xy := make([]float64, len(w.u)), make([]float64, len(w.u))
	x := make([]float64, len(w.u))
	for j := range y {
		d.draw(w, j)
		for k, u := range w.u {
			u -= 0.5
			x[k] += u
			xx[k] += u * u
			xy[k] += u * (y[j] - 0.5)
		}
	}
	strength := make([]float64, len(w.u))
	for k := range strength {
		if v := xx[k] - x[k]*x[k]/float64(len(y)); v > 0 {
			strength[k] = math.Abs(xy[k]) / math.Sqrt(v) // the ranks have the mean one half, and one variance for all inputs
		}
	}
	return strength
}

// rescale replaces values by their logarithms or, where one has none or if rank
// asks for it, by their ranks among those of the base, from 0 to 1. It returns
// how many have no logarithm.
func rescale(base []float64, swapped [][]float64, rank bool) (none int) {
	every := func(f func(v float64) float64) {
		for j, v := range base {
			base[j] = f(v)
		}
		for _, values := range swapped {
			for j, v := range values {
				values[j] = f(v)
			}
		}
	}
	every(func(v float64) float64 {
		if !(v > 0) || math.IsInf(v, 1) {
			none++
		}
		return v
	})
	if none == 0 && !rank {
		every(math.Log)
		return none
	}
	sorted := slices.Clone(base)
	slices.Sort(sorted)
	every(func(v float64) float64 {
		first, _ := slices.BinarySearch(sorted, v)
		last, _ := slices.BinarySearchFunc(sorted, v, func(e, v float64) int {
			if e <= v {
				return -1
			}
			return 1
		})
		return float64(first+last) / float64(2*len(sorted))
	})
	return none
}
