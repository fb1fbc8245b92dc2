package study

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
)

// Of are the numbers of two sides that can be compared: orbit's cost over the
// ground's, or either.
var Of = []string{"ratio", "orbit", "ground"}

// Boundaries are how much of the bill a cost holds: each all before it.
var Boundaries = func() (names []string) {
	for r := range finance.NumRungs {
		names = append(names, r.String())
	}
	return names
}()

// MaxPermutations bounds the work of a comparison.
const MaxPermutations = 10_000

// CompareOptions say what of two scenarios or studies is compared and how. What is
// left empty is each side's own: a study's is what it tells, a scenario's the whole
// bill by GPU-hour in LadderYear, in the metric of the other side if that has one.
type CompareOptions struct {
	Told
	Of           string         // of Of
	Year         int            // of the order, in July; 0: each side's own
	ByInput      bool           // every input for itself, not by chapter
	Permutations int            // orders drawn where there are over 12 players
	Seed         uint64         // of these
	Set          []string       // "path=value", on both sides
	Files        dawndusk.Files // scenarios at hand; nil: on disk
	Workers      int            // 0: as many as the machine runs at once
	Progress     func(done, total int)
}

// Comparison says which inputs make how much of the difference between two
// scenarios: the contract of `compare --json`. Contributions sum to Difference,
// those of a ratio to its logarithm, so that their factors multiply to Factor.
type Comparison struct {
	From CompareSide `json:"from"`
	To   CompareSide `json:"to"`

	Of         string `json:"of"`
	Metric     string `json:"metric"`
	Unit       string `json:"unit"` // of values and of Difference; "" for a ratio
	MoneyYear  int    `json:"money_year"`
	Difference Number `json:"difference"`
	Factor     Number `json:"factor"` // value in To over that in From; null if not positive

	// ContributionUnit is Unit, or "ln" for a ratio. WorkedIn is what was shared
	// out: "value", "logarithm" or, where a mixture cannot deliver, "reciprocal".
	ContributionUnit string `json:"contribution_unit"`
	WorkedIn         string `json:"worked_in"`

	By            string `json:"by"` // "chapter" or "input"
	Inputs        int    `json:"inputs"`
	RangesOnly    int    `json:"inputs_that_differ_in_range_only"` // which central values do not show
	Mixtures      int    `json:"mixtures"`                         // scenarios played
	CannotDeliver int    `json:"mixtures_that_cannot_deliver"`
	Permutations  int    `json:"permutations"` // 0 if every coalition was summed
	Seed          uint64 `json:"seed"`

	Parts []Part `json:"parts"` // largest first
}

// CompareSide is one of the two scenarios or studies, and how its cost is told.
type CompareSide struct {
	Scenario     string  `json:"scenario"` // or the study
	Title        string  `json:"title"`
	ScenarioHash string  `json:"scenario_hash"`
	Product      string  `json:"product"`
	Year         int     `json:"year"`
	Boundary     string  `json:"boundary"`
	Interest     string  `json:"interest"`
	HorizonYears float64 `json:"horizon_years"`
	Payments     int     `json:"payments_per_year"`
	Value        Number  `json:"value"`
	Printed      Number  `json:"printed"` // by the study, in the same number; null for a scenario
}

// Part is what a group of inputs, or one input, makes of the difference.
type Part struct {
	Name          string `json:"name"` // a chapter or a path
	What          string `json:"what,omitempty"`
	From          string `json:"from,omitempty"` // an input's value
	To            string `json:"to,omitempty"`
	Contribution  Number `json:"contribution"`
	Factor        Number `json:"factor"`         // e to the contribution; null but for a ratio
	Share         Number `json:"share"`          // of the whole; null where nothing differs
	StandardError Number `json:"standard_error"` // of Contribution, from the orders drawn; 0: exact
	Inputs        []Part `json:"inputs,omitempty"`
}

// The groups that are not chapters.
const (
	switches   = "switches"   // choices, and what is run and where it flies
	pins       = "stated"     // links of the chain pinned to a number
	convention = "convention" // boundary, year and the way of counting
)

// groupOf returns the group of an input.
func groupOf(r *ledger.Row) string {
	switch r.Path {
	case "run.horizon", "orbit.altitude", "orbit.node_local_time", "orbit.inclined_altitude", "orbit.inclined_inclination":
		return switches
	}
	if len(r.Choices) > 0 {
		return switches
	}
	chapter, _, _ := strings.Cut(r.Path, ".") // "stated" is one
	return chapter
}

// check returns everything that is wrong with what was asked.
func (o *CompareOptions) check() (wrong ledger.Errors) {
	add := func(flag, what, right string) {
		wrong = append(wrong, ledger.Error{File: flag, Wrong: what, Right: right})
	}
	o.read(add)
	if !slices.Contains(Of, o.Of) {
		add("--of", fmt.Sprintf("%q is unknown", ledger.Short(o.Of)), ledger.Suggest(o.Of, Of, "write one of "+strings.Join(Of, ", ")))
	}
	if o.Of == "ratio" && o.Metric == finance.NPV.String() {
		add("--metric", "a net present value has no ratio", "write --of orbit or --of ground")
	}
	if last := firstYear + dawndusk.MaxYears - 2; o.Year != 0 && (o.Year < firstYear || o.Year > last) {
		add("--year", fmt.Sprintf("%d is outside the years played", o.Year), fmt.Sprintf("write %d to %d", firstYear, last))
	}
	if o.Permutations < 8 || o.Permutations > MaxPermutations || o.Permutations%2 != 0 {
		add("--permutations", fmt.Sprintf("%d orders", o.Permutations), fmt.Sprintf("write an even number from 8 to %d: each order is followed by its reverse", MaxPermutations))
	}
	return wrong
}

// measure is the number that a run is asked for.
type measure struct {
	of   string
	year int
	told telling
}

// cost returns the number of a run to July of the measure's year: NaN beyond its end,
// +Inf where an hour or a watt cannot be delivered at any price.
func (m *measure) cost(b *dawndusk.Bills) float64 {
	side := func(s dawndusk.Side) float64 {
		return m.told.dollars * b.Cost(s, m.told.metric, m.told.view, m.told.within)
	}
	switch m.of {
	case "orbit":
		return side(dawndusk.Orbit)
	case "ground":
		return side(dawndusk.Ground)
	}
	ground := side(dawndusk.Ground)
	if ground == 0 { // no ratio, rather than none that ends
		return math.NaN()
	}
	return side(dawndusk.Orbit) / ground
}

// groundPaysNothing tells whether no ratio can be taken.
func (m *measure) groundPaysNothing(b *dawndusk.Bills) bool {
	return b.Cost(dawndusk.Ground, m.told.metric, m.told.view, m.told.within) == 0
}

// unit is the measure's.
func (m *measure) unit() string {
	if m.of == "ratio" {
		return ""
	}
	return m.told.metric.Unit()
}

// Compare plays two scenarios or published studies at their central values and
// without luck, and shares the difference between their answers out among the inputs
// that differ, and among boundary, year and convention where these do.
//
// The shares are Shapley values over mixtures: scenarios that take some inputs
// from b and all others from a. What several inputs do only together is split
// between them evenly, and naming b first turns every sign. doc/model/compare.md
// says what is done where a mixture can deliver nothing.
//
// All mistakes come back at once as ledger.Errors, a side that has no such metric
// among them.
func Compare(ctx context.Context, a, b string, o CompareOptions) (*Comparison, error) {
	sa, sb, err := o.sides(a, b)
	if err != nil {
		return nil, err
	}
	return compare(ctx, sa, sb, &o)
}

// CheckCompare returns the mistakes in what would be asked of Compare, as far as they
// show before anything is played.
func CheckCompare(a, b string, o CompareOptions) error {
	_, _, err := o.sides(a, b)
	return err
}

// sides reads both sides and gives them what they have in common.
func (o *CompareOptions) sides(a, b string) (sa, sb *stand, err error) {
	wrong := o.check()
	sa, errA := standOf(o.Files, a, o.Set)
	sb, errB := standOf(o.Files, b, o.Set)
	if err := bothErrors(asError(wrong), bothErrors(errA, errB)); err != nil {
		return nil, nil, err
	}
	return sa, sb, o.agree(sa, sb)
}

// agree gives both sides what was asked of either, and a metric that both have.
func (o *CompareOptions) agree(sides ...*stand) error {
	metric := o.Metric
	for _, s := range sides {
		if metric == "" {
			metric = s.Metric
		}
	}
	for _, s := range sides {
		if o.Metric == "" && s.Metric != "" && s.Metric != metric {
			return ledger.Errors{{File: sides[0].name + ", " + sides[1].name, Path: "metric",
				Wrong: fmt.Sprintf("one tells its cost by %s, the other by %s", metric, s.Metric), Right: "name one for both: --metric " + metric}}
		}
		s.Metric = metric
		if o.Boundary != "" {
			s.Boundary = o.Boundary
		}
		if o.Interest != "" {
			s.Interest = o.Interest
		}
		if o.Horizon != "" {
			s.Horizon = o.Horizon
		}
		if o.Payments != "" {
			s.Payments = o.Payments
		}
		if o.Money != "" {
			s.Money = o.Money
		}
		if o.Year != 0 {
			s.year = o.Year
		}
	}
	return nil
}

// compare is Compare of sides that are read and agree.
func compare(ctx context.Context, a, b *stand, o *CompareOptions) (*Comparison, error) {
	x := &mixer{a: a, b: b, o: o, worth: map[coalition]float64{}}
	for i, s := range []*stand{a, b} {
		var wrong ledger.Errors
		x.m[i] = measure{o.Of, s.year, s.read(func(flag, what, right string) {
			wrong = append(wrong, ledger.Error{File: s.name, Path: strings.TrimPrefix(flag, "--"), Wrong: what, Right: right})
		})}
		if wrong != nil {
			return nil, wrong
		}
	}
	groups, names := x.players()
	if len(x.list) > maxPlayers {
		return nil, fmt.Errorf("%d inputs differ; at most %d can be told apart", len(x.list), maxPlayers)
	}
	every := coalition{}
	for i := range x.list {
		every = every.with(i)
	}
	from, to, err := x.ends(every)
	if err != nil {
		return nil, err
	}

	// The coalitions that are asked for do not depend on what they are worth: they
	// are listed first, then played, then shared out.
	order := orders{o.Permutations, o.Seed}
	var ask []coalition
	asked := map[coalition]bool{{}: true, every: true} // looked up, never walked
	owen(groups, order, func(c coalition) float64 {
		if !asked[c] {
			asked[c] = true
			ask = append(ask, c)
		}
		return 0
	})
	if err := x.play(ctx, ask); err != nil {
		return nil, err
	}
	s, err := x.scale(ask, from, to)
	if err != nil {
		return nil, err
	}
	ofGroup, ofInput := owen(groups, order, func(c coalition) float64 { return s.of(x.worth[c]) })

	out := &Comparison{
		From: x.side(0, from), To: x.side(1, to), Of: o.Of, Metric: x.m[0].told.metric.String(), Unit: x.m[0].unit(), MoneyYear: x.m[0].told.moneyYear,
		Difference: Number(to - from), Factor: Number(math.NaN()), ContributionUnit: x.m[0].unit(), WorkedIn: s.name,
		By: "chapter", Inputs: len(x.list), RangesOnly: x.rangesOnly, Mixtures: len(x.worth), CannotDeliver: s.infinite, Seed: o.Seed,
		Parts: []Part{},
	}
	if from > 0 && to > 0 {
		out.Factor = Number(to / from)
	}
	if out.Of == "ratio" {
		out.ContributionUnit = "ln"
	}
	if o.ByInput {
		out.By = "input"
	}
	if !summed(groups) {
		out.Permutations = o.Permutations
	}
	part := func(s share) Part {
		p := Part{Contribution: Number(s.value), Factor: Number(math.NaN()), Share: Number(math.NaN()), StandardError: Number(s.err)}
		if out.Of == "ratio" {
			p.Factor = Number(math.Exp(s.value))
		}
		return p
	}
	s.settle(ofGroup)
	for k, g := range groups {
		inputs := make([]share, len(g))
		for j, i := range g {
			inputs[j] = ofInput[i]
		}
		scaled := scale{k: s.k, total: ofGroup[k].value}
		scaled.settle(inputs)
		p := part(ofGroup[k])
		p.Name = names[k]
		for j, i := range g {
			q := part(inputs[j])
			l := &x.list[i]
			q.Name, q.What, q.From, q.To = l.path, l.what, l.from, l.to
			p.Inputs = append(p.Inputs, q)
		}
		if o.ByInput {
			p = p.Inputs[0]
		}
		out.Parts = append(out.Parts, p)
	}
	shares(out.Parts, s.total)
	return out, nil
}

// bothErrors joins the mistakes of two scenarios, those that both make once.
func bothErrors(a, b error) error {
	var all ledger.Errors
	for _, err := range []error{a, b} {
		many, ok := err.(ledger.Errors)
		if err != nil && !ok {
			return err
		}
		for _, e := range many {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	return asError(all)
}

// side says which of the two is meant, and how its cost is told.
func (x *mixer) side(i int, value float64) CompareSide {
	s, m := [2]*stand{x.a, x.b}[i], &x.m[i]
	return CompareSide{Scenario: s.name, Title: s.title, ScenarioHash: s.c.Hash(), Product: s.c.Scenario.Run.Headline.String(), Year: m.year,
		Boundary: m.told.within.String(), Interest: m.told.view.Interest.String(), HorizonYears: m.told.view.HorizonYears, Payments: m.told.view.PaymentsPerYear,
		Value: Number(value), Printed: Number(s.printed(x.o))}
}

// textOf is an input's central value as written.
func textOf(r *ledger.Row) string {
	if r.Null {
		return "derived"
	}
	return r.Text
}

// shares fills what part of the whole each contribution is and puts the largest
// first.
func shares(parts []Part, total float64) {
	for i := range parts {
		p := &parts[i]
		if total != 0 {
			p.Share = p.Contribution / Number(total)
		}
		shares(p.Inputs, total)
	}
	slices.SortStableFunc(parts, func(p, q Part) int {
		return cmp.Or(cmp.Compare(math.Abs(float64(q.Contribution)), math.Abs(float64(p.Contribution))), strings.Compare(p.Name, q.Name))
	})
}
