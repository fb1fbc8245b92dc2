package study

import (
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
	horizon, july := h.scenario.Run.Horizon, dawndusk.ToJuly(h.m.year)
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
	if h.scenario.Run.Horizon < dawndusk.ToJuly(h.m.year)-0.5*si.Month {
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
