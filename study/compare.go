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
	"github.com/dawndusk/dawndusk/si"
)

// Metrics are what two scenarios can be compared by: a levelised hour of the
// headline product on either side or orbit's over the ground's, ordered in July
// of a year, and the level rent of a watt in LadderYear up to a boundary.
var Metrics = []string{"ratio", "lcoc-orbit", "lcoc-ground", "rent-orbit", "rent-ground"}

// Boundaries are how much of the bill a rent holds: each all before it.
var Boundaries = func() (names []string) {
	for r := range finance.NumRungs {
		names = append(names, r.String())
	}
	return names
}()

// MaxPermutations bounds the work of a comparison.
const MaxPermutations = 10_000

// CompareOptions say what of two scenarios is compared and how.
type CompareOptions struct {
	Metric       string   // of Metrics
	Year         int      // of the order
	Boundary     string   // of Boundaries; "" for the whole bill, and for all but rents
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

	Metric     string `json:"metric"`
	Unit       string `json:"unit"` // of values and of Difference; "" for a ratio
	MoneyYear  int    `json:"money_year"`
	Year       int    `json:"year"`
	Boundary   string `json:"boundary"`
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

// CompareSide is one of the two scenarios.
type CompareSide struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Product      string `json:"product"`
	Value        Number `json:"value"`
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
	switches = "switches" // choices, and what is run and where it flies
	pins     = "stated"   // links of the chain pinned to a number
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
func (o *CompareOptions) check() error {
	var wrong ledger.Errors
	add := func(flag, what, right string) {
		wrong = append(wrong, ledger.Error{File: flag, Wrong: what, Right: right})
	}
	last := firstYear + dawndusk.MaxYears - 1
	switch rent := strings.HasPrefix(o.Metric, "rent-"); {
	case !slices.Contains(Metrics, o.Metric):
		add("--metric", fmt.Sprintf("%q is unknown", o.Metric), "write one of "+strings.Join(Metrics, ", "))
	case rent && o.Year != dawndusk.LadderYear:
		add("--year", fmt.Sprintf("bills are kept line by line for %d alone, not %d", dawndusk.LadderYear, o.Year),
			fmt.Sprintf("leave --year away, or write --metric %s --year %d", "lcoc"+strings.TrimPrefix(o.Metric, "rent"), o.Year))
	case o.Year < firstYear || o.Year > last:
		add("--year", fmt.Sprintf("%d is outside the years played", o.Year), fmt.Sprintf("write %d to %d", firstYear, last))
	case !rent && o.Boundary != "":
		add("--boundary", o.Metric+" holds the whole bill", "write --metric rent-orbit or rent-ground, or leave --boundary away")
	}
	if o.Boundary != "" && !slices.Contains(Boundaries, o.Boundary) {
		add("--boundary", fmt.Sprintf("%q is unknown", o.Boundary), "write one of "+strings.Join(Boundaries, ", "))
	}
	if o.Permutations < 8 || o.Permutations > MaxPermutations || o.Permutations%2 != 0 {
		add("--permutations", fmt.Sprintf("%d orders", o.Permutations), fmt.Sprintf("write an even number from 8 to %d: each order is followed by its reverse", MaxPermutations))
	}
	if wrong != nil {
		return wrong
	}
	return nil
}

// measure is a metric of a result.
type measure struct {
	metric string
	year   int          // index
	rung   finance.Rung // the last that a rent holds
}

func (o *CompareOptions) measure() measure {
	m := measure{o.Metric, o.Year - firstYear, finance.NumRungs - 1}
	if i := slices.Index(Boundaries, o.Boundary); i >= 0 {
		m.rung = finance.Rung(i)
	}
	return m
}

// of returns the metric of a run: NaN beyond its end, +Inf where an hour or a watt
// cannot be delivered at any price.
func (m *measure) of(r *dawndusk.Result, product dawndusk.Product) float64 {
	if m.year >= (r.Months+5)/12 { // not played to July
		return math.NaN()
	}
	orbit, ground := r.Years[m.year].OrbitUSDPerHour[product], r.Years[m.year].GroundUSDPerHour[product]
	switch m.metric {
	case "lcoc-orbit":
		return orbit
	case "lcoc-ground":
		return ground
	case "rent-orbit":
		return m.rent(&r.Ladder[dawndusk.Orbit])
	case "rent-ground":
		return m.rent(&r.Ladder[dawndusk.Ground])
	}
	return orbit / ground
}

// rent is the part of a bill up to a rung: the level rent that pays its lines.
func (m *measure) rent(l *dawndusk.Ladder) (usdPerWattYear float64) {
	if !(l.RentUSDPerWattYear > 0) {
		return math.Inf(1)
	}
	for k, usd := range l.USDPerWattYear {
		if finance.Line(k).Rung() <= m.rung {
			usdPerWattYear += usd
		}
	}
	return usdPerWattYear
}

// sides are those of orbit and ground that the metric needs.
func (m *measure) sides() (orbit, ground bool) {
	return !strings.HasSuffix(m.metric, "ground"), m.metric == "ratio" || strings.HasSuffix(m.metric, "ground")
}

// unit is the metric's.
func (m *measure) unit() string {
	switch {
	case m.metric == "ratio":
		return ""
	case strings.HasPrefix(m.metric, "rent-"):
		return "$/W·yr"
	}
	return "$/GPU-h"
}

// Compare plays two scenarios at their central values and without luck, and
// shares the difference between their answers out among the inputs that differ.
//
// The shares are Shapley values over mixtures: scenarios that take some inputs
// from b and all others from a. What several inputs do only together is split
// between them evenly, and naming b first turns every sign. doc/model/compare.md
// says what is done where a mixture can deliver nothing.
//
// All mistakes come back at once as ledger.Errors, a side that has no such metric
// among them.
func Compare(ctx context.Context, a, b string, o CompareOptions) (*Comparison, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	ca, errA := dawndusk.Load(a, o.Set...)
	cb, errB := dawndusk.Load(b, o.Set...)
	if errA != nil || errB != nil {
		return nil, bothErrors(errA, errB)
	}
	return compare(ctx, ca, cb, &o)
}

// compare is Compare of cases that are loaded.
func compare(ctx context.Context, a, b *dawndusk.Case, o *CompareOptions) (*Comparison, error) {
	x := &mixer{a: a, b: b, o: o, m: o.measure(), worth: map[coalition]float64{}}
	groups, names := x.players()
	if len(x.rows) > maxPlayers {
		return nil, fmt.Errorf("%d inputs differ; at most %d can be told apart", len(x.rows), maxPlayers)
	}
	every := coalition{}
	for i := range x.rows {
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
		From: side(a, from), To: side(b, to), Metric: o.Metric, Unit: x.m.unit(), MoneyYear: si.MoneyYear, Year: o.Year,
		Boundary: x.m.rung.String(), Difference: Number(to - from), Factor: Number(math.NaN()), ContributionUnit: x.m.unit(), WorkedIn: s.name,
		By: "chapter", Inputs: len(x.rows), RangesOnly: x.rangesOnly, Mixtures: len(x.worth), CannotDeliver: s.infinite, Seed: o.Seed,
		Parts: []Part{},
	}
	if from > 0 && to > 0 {
		out.Factor = Number(to / from)
	}
	if out.Metric == "ratio" {
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
		if out.Metric == "ratio" {
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
			ra, rb := &a.Book.Rows[x.rows[i]], &b.Book.Rows[x.rows[i]]
			q.Name, q.What, q.From, q.To = ra.Path, ra.What, textOf(ra), textOf(rb)
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

func side(c *dawndusk.Case, value float64) CompareSide {
	return CompareSide{c.Name, c.Title, c.Hash(), c.Scenario.Run.Headline.String(), Number(value)}
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

// mixer plays mixtures of two cases.
type mixer struct {
	a, b       *dawndusk.Case
	o          *CompareOptions
	m          measure
	rows       []int // of the books: the inputs that differ, player by player
	groups     []string
	rangesOnly int
	worth      map[coalition]float64 // the metric where a coalition is b's; looked up, never walked
}

// players lists the inputs whose central values differ, in the order of the
// ledger, and their groups in the order of the first of each.
func (x *mixer) players() (groups [][]int, names []string) {
	for i := range x.a.Book.Rows {
		ra, rb := &x.a.Book.Rows[i], &x.b.Book.Rows[i]
		if ra.Null == rb.Null && (ra.Null || ra.Value == rb.Value || len(ra.Choices) > 0 && ra.Text == rb.Text) {
			if ra.Dist != rb.Dist || ra.Dist != ledger.Fixed && (ra.Low != rb.Low || ra.High != rb.High) {
				x.rangesOnly++
			}
			continue
		}
		name := groupOf(ra)
		if x.o.ByInput {
			name = ra.Path
		}
		k := slices.Index(names, name)
		if k < 0 {
			k = len(names)
			names, groups = append(names, name), append(groups, nil)
		}
		groups[k] = append(groups[k], len(x.rows))
		x.rows = append(x.rows, i)
		x.groups = append(x.groups, name)
	}
	return groups, names
}

// hybrid is a scenario that takes some inputs from b.
type hybrid struct {
	x          *mixer
	scenario   dawndusk.Scenario
	leaves     []ledger.Leaf // of the players, in scenario
	enterprise dawndusk.Enterprise
	result     dawndusk.Result
}

func (x *mixer) hybrid() *hybrid {
	h := &hybrid{x: x, scenario: x.a.Scenario}
	leaves := ledger.Leaves(&h.scenario)
	for _, row := range x.rows {
		h.leaves = append(h.leaves, leaves[x.a.Book.Rows[row].Leaf])
	}
	return h
}

// play runs the mixture in which a coalition's inputs are b's.
func (h *hybrid) play(c coalition) (float64, error) {
	for i, row := range h.x.rows {
		r := &h.x.a.Book.Rows[row]
		if c.has(i) {
			r = &h.x.b.Book.Rows[row]
		}
		if leaf := &h.leaves[i]; leaf.Float != nil {
			*leaf.Float = r.Value // NaN if derived
		} else if err := leaf.Text.UnmarshalText([]byte(r.Text)); err != nil {
			return 0, err
		}
	}
	h.enterprise.Run(&h.scenario, dawndusk.EvenChance(), &h.result)
	return h.x.m.of(&h.result, h.scenario.Run.Headline), nil
}

// ends plays both scenarios, or says which has no such metric, and why.
func (x *mixer) ends(every coalition) (from, to float64, err error) {
	h := x.hybrid()
	var runs [2]dawndusk.Result
	var values [2]float64
	for i, c := range [2]coalition{{}, every} {
		if values[i], err = h.play(c); err != nil {
			return 0, 0, err
		}
		x.worth[c], runs[i] = values[i], h.result
	}
	var wrong ledger.Errors
	for i, c := range [2]*dawndusk.Case{x.a, x.b} {
		if v := values[i]; !math.IsNaN(v) && !math.IsInf(v, 0) && (x.m.metric != "ratio" || v > 0) {
			continue
		}
		e := ledger.Error{File: c.Name, Path: x.m.metric, Wrong: x.m.missing(&runs[i], c), Right: x.instead(&runs)}
		if !slices.Contains(wrong, e) {
			wrong = append(wrong, e)
		}
	}
	if wrong != nil {
		return 0, 0, wrong
	}
	return values[0], values[1], nil
}

// missing says why a run has no such metric.
func (m *measure) missing(r *dawndusk.Result, c *dawndusk.Case) string {
	year := firstYear + m.year
	if m.year >= (r.Months+5)/12 {
		return fmt.Sprintf("its run of %v ends before July %d", c.Scenario.Run.Horizon, year)
	}
	y := &r.Years[m.year]
	orbit, ground := m.sides()
	switch {
	case ground && math.IsInf(y.GroundUSDPerHour[c.Scenario.Run.Headline], 1):
		return fmt.Sprintf("no site on the ground that is ordered in July %d ever gets power", year)
	case !orbit:
	case y.PayloadT <= 0:
		return fmt.Sprintf("no flight reaches the orbit with a payload in July %d", year)
	case y.FailureProbability >= 1:
		return fmt.Sprintf("every flight of July %d fails", year)
	default:
		return fmt.Sprintf("of a satellite ordered in July %d not one fits on a flight of %.3g t, or none gets into service", year, y.PayloadT)
	}
	return fmt.Sprintf("it cannot be had in July %d", year)
}

// instead says what else may be asked: the nearest year in which both sides have
// an hour to compare.
func (x *mixer) instead(runs *[2]dawndusk.Result) string {
	m := x.m
	if rest, ok := strings.CutPrefix(m.metric, "rent"); ok {
		m.metric = "lcoc" + rest
	}
	best := -1
	for year := range dawndusk.MaxYears {
		m.year = year
		va, vb := m.of(&runs[0], x.a.Scenario.Run.Headline), m.of(&runs[1], x.b.Scenario.Run.Headline)
		if sum := va + vb; !math.IsNaN(sum) && !math.IsInf(sum, 0) && va > 0 && vb > 0 &&
			(best < 0 || max(year-x.m.year, x.m.year-year) < max(best-x.m.year, x.m.year-best)) {
			best = year
		}
	}
	switch {
	case best >= 0:
		return fmt.Sprintf("try --metric %s --year %d, which both have", m.metric, firstYear+best)
	case m.metric != "lcoc-ground":
		return "there is no year in which both have it; try --metric lcoc-ground"
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
	ratio := x.m.metric == "ratio"
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
		return s, x.refuse(*bad, "gets no power on the ground at any price")
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
	for i, name := range x.groups {
		if c.has(i) && !slices.Contains(of, name) {
			of = append(of, name)
		}
	}
	return ledger.Errors{{File: x.a.Name + ", " + x.b.Name, Path: x.m.metric,
		Wrong: fmt.Sprintf("%s with inputs of %s from %s %s", x.a.Name, strings.Join(of, ", "), x.b.Name, why),
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
