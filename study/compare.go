package study

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
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
	Of           string   // of Of
	Year         int      // of the order, in July; 0: each side's own
	ByInput      bool     // every input for itself, not by chapter
	Permutations int      // orders drawn where there are over 12 players
	Seed         uint64   // of these
	Set          []string // "path=value", on both sides
	Workers      int      // 0: as many as the machine runs at once
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
	wrong := o.check()
	sa, errA := standOf(a, o.Set)
	sb, errB := standOf(b, o.Set)
	if err := bothErrors(asError(wrong), bothErrors(errA, errB)); err != nil {
		return nil, err
	}
	if err := o.agree(sa, sb); err != nil {
		return nil, err
	}
	return compare(ctx, sa, sb, &o)
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

// mixer plays mixtures of two sides.
type mixer struct {
	a, b       *stand
	o          *CompareOptions
	m          [2]measure
	list       []player
	rangesOnly int
	worth      map[coalition]float64 // the number where a coalition is b's; looked up, never walked
}

// player is an input that differs, or a part of the convention.
type player struct {
	path, group, what, from, to string

	row int                               // of the books; −1 for a part of the convention
	mix func(m *measure, theirs *measure) // takes that part
}

// players lists what differs between the two: inputs whose central values do, in the
// order of the ledger, then the convention; and their groups in the order of the
// first of each.
func (x *mixer) players() (groups [][]int, names []string) {
	for i := range x.a.c.Book.Rows {
		ra, rb := &x.a.c.Book.Rows[i], &x.b.c.Book.Rows[i]
		if ra.Null == rb.Null && (ra.Null || ra.Value == rb.Value || len(ra.Choices) > 0 && ra.Text == rb.Text) {
			if ra.Dist != rb.Dist || ra.Dist != ledger.Fixed && (ra.Low != rb.Low || ra.High != rb.High) {
				x.rangesOnly++
			}
			continue
		}
		x.list = append(x.list, player{path: ra.Path, group: groupOf(ra), what: ra.What, from: textOf(ra), to: textOf(rb), row: i})
	}
	years := func(h float64) string {
		if h == 0 {
			return "economic life"
		}
		return strconv.FormatFloat(h, 'g', 4, 64) + " yr"
	}
	payments := func(n int) string {
		if n == 0 {
			return "evenly"
		}
		return strconv.Itoa(n) + " a year"
	}
	u, v := &x.m[0], &x.m[1]
	for _, p := range []player{
		{path: "year", what: "Year of the order", from: strconv.Itoa(u.year), to: strconv.Itoa(v.year), mix: func(m, t *measure) { m.year = t.year }},
		{path: "boundary", what: "What the cost holds", from: u.told.within.String(), to: v.told.within.String(), mix: func(m, t *measure) { m.told.within = t.told.within }},
		{path: "interest", what: "Where interest, tax and falling prices stand", from: u.told.view.Interest.String(), to: v.told.view.Interest.String(),
			mix: func(m, t *measure) { m.told.view.Interest = t.told.view.Interest }},
		{path: "horizon", what: "Years of service counted", from: years(u.told.view.HorizonYears), to: years(v.told.view.HorizonYears),
			mix: func(m, t *measure) { m.told.view.HorizonYears = t.told.view.HorizonYears }},
		{path: "payments", what: "When rents are paid", from: payments(u.told.view.PaymentsPerYear), to: payments(v.told.view.PaymentsPerYear),
			mix: func(m, t *measure) { m.told.view.PaymentsPerYear = t.told.view.PaymentsPerYear }},
	} {
		if p.from != p.to {
			p.group, p.row = convention, -1
			x.list = append(x.list, p)
		}
	}
	for i := range x.list {
		name := x.list[i].group
		if x.o.ByInput {
			name = x.list[i].path
		}
		k := slices.Index(names, name)
		if k < 0 {
			k = len(names)
			names, groups = append(names, name), append(groups, nil)
		}
		groups[k] = append(groups[k], i)
	}
	return groups, names
}

// hybrid is a scenario that takes some inputs from b.
type hybrid struct {
	x          *mixer
	scenario   dawndusk.Scenario
	leaves     []ledger.Leaf // of the players, in scenario; none for the convention
	enterprise dawndusk.Enterprise
	result     dawndusk.Result
	bills      dawndusk.Bills
	m          measure // of the last mixture
}

func (x *mixer) hybrid() *hybrid {
	h := &hybrid{x: x, scenario: x.a.c.Scenario}
	h.enterprise.LastBills(&h.bills)
	leaves := ledger.Leaves(&h.scenario)
	for i := range x.list {
		var leaf ledger.Leaf
		if row := x.list[i].row; row >= 0 {
			leaf = leaves[x.a.c.Book.Rows[row].Leaf]
		}
		h.leaves = append(h.leaves, leaf)
	}
	return h
}

// set makes the mixture in which a coalition's inputs are b's.
func (h *hybrid) set(c coalition) error {
	h.m = h.x.m[0]
	for i := range h.x.list {
		p := &h.x.list[i]
		if p.row < 0 {
			if c.has(i) {
				p.mix(&h.m, &h.x.m[1])
			}
			continue
		}
		r := &h.x.a.c.Book.Rows[p.row]
		if c.has(i) {
			r = &h.x.b.c.Book.Rows[p.row]
		}
		if leaf := &h.leaves[i]; leaf.Float != nil {
			*leaf.Float = r.Value // NaN if derived
		} else if err := leaf.Text.UnmarshalText([]byte(r.Text)); err != nil {
			return err
		}
	}
	return nil
}

// play runs a mixture to July of its year.
func (h *hybrid) play(c coalition) (float64, error) {
	if err := h.set(c); err != nil {
		return 0, err
	}
	horizon, july := h.scenario.Run.Horizon, si.Duration(dawndusk.ToJuly(h.m.year))*si.Month
	if horizon < july-0.5*si.Month {
		return math.NaN(), nil
	}
	h.scenario.Run.Horizon = july
	h.enterprise.Run(&h.scenario, dawndusk.EvenChance(), &h.result)
	h.scenario.Run.Horizon = horizon
	return h.m.cost(&h.bills), nil
}

// ends plays both sides, or says which has no such number, and why.
func (x *mixer) ends(every coalition) (from, to float64, err error) {
	h := x.hybrid()
	var values [2]float64
	var wrong ledger.Errors
	for i, c := range [2]coalition{{}, every} {
		if values[i], err = h.play(c); err != nil {
			return 0, 0, err
		}
		x.worth[c] = values[i]
		if v := values[i]; !math.IsNaN(v) && !math.IsInf(v, 0) && (x.o.Of != "ratio" || v > 0) {
			continue
		}
		s := [2]*stand{x.a, x.b}[i]
		e := ledger.Error{File: s.name, Path: x.m[i].told.metric.String(), Wrong: h.missing(), Right: x.instead(h, every)}
		if !slices.Contains(wrong, e) {
			wrong = append(wrong, e)
		}
	}
	if wrong != nil {
		return 0, 0, wrong
	}
	return values[0], values[1], nil
}

// missing says why the run just played has no such number.
func (h *hybrid) missing() string {
	if h.scenario.Run.Horizon < si.Duration(dawndusk.ToJuly(h.m.year))*si.Month-0.5*si.Month {
		return fmt.Sprintf("its run of %v ends before July %d", h.scenario.Run.Horizon, h.m.year)
	}
	y := &h.result.Years[h.m.year-firstYear]
	orbit, ground := h.m.of != "ground", h.m.of != "orbit"
	switch {
	case ground && !h.bills.Has[dawndusk.Ground]:
		return fmt.Sprintf("no site on the ground that is ordered in July %d ever gets power", h.m.year)
	case h.m.of == "ratio" && h.bills.Has[dawndusk.Orbit] && h.m.groundPaysNothing(&h.bills):
		return fmt.Sprintf("the ground pays nothing within %s", h.m.told.within)
	case !orbit || h.bills.Has[dawndusk.Orbit]:
	case y.PayloadT <= 0:
		return fmt.Sprintf("no flight reaches the orbit with a payload in July %d", h.m.year)
	case y.FailureProbability >= 1:
		return fmt.Sprintf("every flight of July %d fails", h.m.year)
	default:
		return fmt.Sprintf("of a satellite ordered in July %d not one fits on a flight of %.3g t, or none gets into service", h.m.year, y.PayloadT)
	}
	return fmt.Sprintf("it cannot be had in July %d", h.m.year)
}

// instead says what else may be asked: the nearest year in which both sides have an
// hour to compare.
func (x *mixer) instead(h *hybrid, every coalition) string {
	for i := range x.m {
		if x.o.Of == "ratio" && x.m[i].told.within&^finance.Only(finance.Launch) == 0 {
			return "try --of orbit, or a wider --boundary"
		}
	}
	var runs [2]dawndusk.Result
	for i, c := range [2]coalition{{}, every} {
		if h.set(c) == nil {
			h.enterprise.Run(&h.scenario, dawndusk.EvenChance(), &runs[i])
		}
	}
	best := -1
	for year := range dawndusk.MaxYears {
		both := true
		for i, s := range [2]*stand{x.a, x.b} {
			r, k := &runs[i], s.c.Scenario.Run.Headline
			orbit, ground := r.Years[year].OrbitUSDPerHour[k], r.Years[year].GroundUSDPerHour[k]
			both = both && year < (r.Months+5)/12 && (x.o.Of == "ground" || !math.IsInf(orbit, 1)) && (x.o.Of == "orbit" || !math.IsInf(ground, 1))
		}
		if asked := x.m[0].year - firstYear; both && (best < 0 || max(year-asked, asked-year) < max(best-asked, asked-best)) {
			best = year
		}
	}
	switch {
	case best >= 0:
		return fmt.Sprintf("try --year %d, which both have", firstYear+best)
	case x.o.Of != "ground":
		return "there is no year in which both have it; try --of ground"
	}
	return "there is no year in which both have it"
}

// play plays the mixtures listed and keeps what they are worth.
func (x *mixer) play(ctx context.Context, list []coalition) error {
	values := make([]float64, len(list))
	tick := (&Options{Progress: x.o.Progress}).ticker(len(list))
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	err := each(ctx, x.o.Workers, len(list), batch, func() func(int) {
		h := x.hybrid()
		return func(i int) {
			var err error
			if values[i], err = h.play(list[i]); err != nil {
				stop(err)
			}
			tick(1)
		}
	})
	if err != nil {
		return err
	}
	for i, c := range list {
		x.worth[c] = values[i]
	}
	return nil
}

// scale is the measure in which a difference is shared out, and how far its
// shares are stretched to those of the metric.
type scale struct {
	name     string
	of       func(value float64) float64
	k        float64 // a share of the metric for each of the measure
	total    float64 // of the shares
	infinite int     // mixtures that cannot deliver
}

// scale chooses the measure: the value itself, or the logarithm of a ratio, as
// ratios multiply. Where a mixture can deliver nothing at any price, it is what a
// dollar buys, which is then none: a finite number that the costs just short of
// the impossible run towards.
//
// With values u and v at the two ends, a share φ of 1/v − 1/u becomes −u·v·φ of
// v − u, or φ·ln(v/u)/(1/v − 1/u) of ln(v/u): the sum of the shares is what it was.
//
// Source: the second is the logarithmic mean of Ang, "The LMDI approach to
// decomposition analysis", Energy Policy 33 (2005).
// Ignores: that the shares of the reciprocal are not those of the value. Costs
// near the impossible weigh little in one and much in the other.
// Good to: rounding, in the sum; the shares are a matter of definition.
// Needs: finite ends; above zero for a ratio or where a mixture is infinite.
func (x *mixer) scale(list []coalition, from, to float64) (s scale, err error) {
	ratio := x.o.Of == "ratio"
	s = scale{name: "value", of: func(v float64) float64 { return v }, k: 1, total: to - from}
	if ratio {
		s = scale{name: "logarithm", of: math.Log, k: 1, total: math.Log(to / from)}
	}
	var bad *coalition
	for i := range list {
		v := x.worth[list[i]]
		if math.IsInf(v, 1) {
			s.infinite++
		}
		if (math.IsNaN(v) || ratio && v <= 0) && (bad == nil || list[i].size() < bad.size()) {
			bad = &list[i]
		}
	}
	if bad != nil {
		return s, x.refuse(*bad, "has no such number: it cannot be had at any price, or the ground pays nothing")
	}
	if s.infinite == 0 {
		return s, nil
	}
	for i := range list {
		if x.worth[list[i]] <= 0 || from <= 0 || to <= 0 {
			return s, x.refuse(list[i], "costs nothing, while others cannot be delivered at any price")
		}
	}
	s.name = "reciprocal"
	s.of = func(v float64) float64 { return 1 / v }
	s.k = -from * to
	if ratio {
		if s.k = -from; math.Abs(s.total) > 1e-12 {
			s.k = s.total / (1/to - 1/from)
		}
	}
	return s, nil
}

// refuse says which mixture cannot be compared.
func (x *mixer) refuse(c coalition, why string) error {
	var of []string
	for i := range x.list {
		if name := x.list[i].group; c.has(i) && !slices.Contains(of, name) {
			of = append(of, name)
		}
	}
	return ledger.Errors{{File: x.a.name + ", " + x.b.name, Path: x.m[0].told.metric.String(),
		Wrong: fmt.Sprintf("%s with inputs of %s from %s %s", x.a.name, strings.Join(of, ", "), x.b.name, why),
		Right: "try another --metric or --year, or set on both sides what differs there"}}
}

// settle stretches shares to those of the metric and gives what rounding left to
// the largest.
func (s *scale) settle(list []share) {
	largest, sum := 0, 0.0
	for i := range list {
		list[i] = share{list[i].value * s.k, list[i].err * math.Abs(s.k)}
		if sum += list[i].value; math.Abs(list[i].value) > math.Abs(list[largest].value) {
			largest = i
		}
	}
	if len(list) > 0 {
		list[largest].value += s.total - sum
	}
}
