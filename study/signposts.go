package study

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// MostSignposts is how many observations are named, if as many say anything.
const MostSignposts = 5

// MinSignpostDraws and MaxSignpostDraws bound the draws: half of them choose and
// half of them measure, and for each about a hundred numbers are kept.
const (
	MinSignpostDraws = 512
	MaxSignpostDraws = 200_000

	// The ratios of costs that may be asked after.
	LeastSignpostTarget = 0.001
	MostSignpostTarget  = 1000
)

// SignpostOptions say what is to be watched for.
type SignpostOptions struct {
	Year    int     // of the order whose cost is asked after
	By      string  // "2029-12": the month until which one watches
	Target  float64 // the event is a ratio of orbit's cost over the ground's below it; 0: chosen
	Draws   int
	Seed    uint64
	Workers int // 0: as many as the machine runs at once
	Version string

	Progress func(done, total int) // as in Options
}

// Share is a share of draws, or of a variance, with its standard error.
type Share struct {
	Value         Number `json:"value"`
	StandardError Number `json:"standard_error"`
}

// The reasons for an event.
const (
	TargetGiven   = "given"   // by the caller
	TargetCheaper = "cheaper" // orbit costs less than the ground
	TargetTenth   = "tenth"   // the cheapest tenth of the draws, as the one above happens hardly ever or nearly always
)

// SignpostTarget is the event whose probability observations move.
type SignpostTarget struct {
	Ratio         Number `json:"cost_ratio_below"`
	Because       string `json:"because"`
	Probability   Share  `json:"probability"`
	POrbitCheaper Number `json:"p_orbit_cheaper"`
}

// Observable is a number that will be known by some month, and what it says of
// the target. Thresholds are chosen in one half of the draws, and every share is
// counted in the other.
type Observable struct {
	Name  string   `json:"name"`
	Unit  string   `json:"unit"` // "date" for a calendar year with its fraction
	Year  int      `json:"year"` // for which it is reported, 0 if it is seen once
	Known string   `json:"known"`
	Seen  Number   `json:"seen_fraction"` // of draws in which it is known by the last month asked for
	Paths []string `json:"paths"`

	Today  Number `json:"today"`  // in 2026, null where there is none yet
	Median Number `json:"median"` // over draws, null where it is not seen in half of them

	Threshold      Number `json:"threshold"` // null where the number is the same in all draws
	ThresholdLow   Number `json:"threshold_low"`
	ThresholdHigh  Number `json:"threshold_high"`
	ShareAbove     Number `json:"share_above"` // of draws above the threshold
	Above          Share  `json:"p_above"`     // of the target there
	Below          Share  `json:"p_below"`     // of the target at or below it
	ExplainedSplit Share  `json:"explained_by_threshold"`
	Explained      Share  `json:"explained"` // share of the target's variance that goes if the number is known
	Unseen         string `json:"unseen"`    // the side on which it counts where it is not seen by then: "above" or "below"

	family int
}

// Signpost is one of the observations chosen.
type Signpost struct {
	Observable
	Rank  int   `json:"rank_alone"` // by Explained among all observables
	Added Share `json:"added"`      // to the share that the thresholds of those before it explain
	Total Share `json:"total"`      // explained by its threshold and those before it together
}

// SignpostSummary is the contract of `sensitivity signposts --json`.
type SignpostSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	Seed         uint64 `json:"seed"`
	Draws        int    `json:"draws"`
	MoneyYear    int    `json:"money_year"`

	Year    int            `json:"year"`
	By      string         `json:"by"`
	Product string         `json:"product"`
	Target  SignpostTarget `json:"target"`

	NothingOrdered bool `json:"nothing_ordered"` // in orbit in the scenario: the event is one of a price that nobody pays

	Signposts   []Signpost     `json:"signposts"`   // in the order in which they add most
	Observables []Observable   `json:"observables"` // all, by what each says alone
	AllGood     SignpostCorner `json:"all_good"`    // all signposts on the side where the target is likelier
	AllBad      SignpostCorner `json:"all_bad"`
	Confidence  Number         `json:"confidence"` // of the thresholds' intervals
	Warnings    []string       `json:"warnings"`
}

// SignpostCorner are the draws in which all signposts point one way.
type SignpostCorner struct {
	Share       Number `json:"share"`
	Probability Share  `json:"probability"` // null where there is no such draw
}

// Signposts ranks what will be known by a month by how far it moves the
// probability of an event: that an hour of the headline product ordered in July
// of a year costs less than a multiple of the ground's in orbit.
//
// An observable is a number of a draw. What it explains is the share of the
// variance of the event, a yes or no, that goes if the number is known: the value
// of information for whoever is scored by the square of the error.
//
//	η² = Var(E[1 | X]) / Var(1)
//
// The chosen ones are those that add most to what the ones before explain.
//
// All mistakes come back at once as ledger.Errors.
func Signposts(ctx context.Context, name string, set []string, o SignpostOptions) (*SignpostSummary, error) {
	var mistakes ledger.Errors
	wrong := func(flag, wrong, right string) {
		mistakes = append(mistakes, ledger.Error{File: flag, Wrong: wrong, Right: right})
	}
	if o.Draws < MinSignpostDraws || o.Draws > MaxSignpostDraws {
		wrong("--draws", fmt.Sprintf("%d draws", o.Draws), fmt.Sprintf("write %d to %d", MinSignpostDraws, MaxSignpostDraws))
	}
	if o.Target != 0 && !(o.Target >= LeastSignpostTarget && o.Target <= MostSignpostTarget) {
		wrong("--target", fmt.Sprintf("%v is no ratio of costs to watch for", o.Target), fmt.Sprintf("write %v to %v, or 0 to have one chosen", LeastSignpostTarget, MostSignpostTarget))
	}
	by, ok := monthOf(o.By)
	switch {
	case !ok:
		wrong("--by", fmt.Sprintf("%q is no month", o.By), `write one like "2029-12"`)
	case o.Year < firstYear+1: // of the year is said below what is wrong with it
	case by <= firstYear+1 || by > float64(o.Year)+0.5:
		wrong("--by", o.By+" is not between now and the order", fmt.Sprintf("write a month from %d-01 to %d-06", firstYear+1, o.Year))
	}
	if o.Year == firstYear {
		wrong("--year", fmt.Sprintf("%d has begun: nothing is known before an order in it that is not known now", o.Year), fmt.Sprintf("write %d or later", firstYear+1))
	}
	c, short, err := loadYear(name, set, "--year", o.Year, mistakes)
	if err != nil {
		return nil, err
	}
	seen, err := watch(ctx, c, short, &o, by)
	if err != nil {
		return nil, err
	}
	s := &SignpostSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws, MoneyYear: si.MoneyYear,
		Year: o.Year, By: o.By, Product: c.Scenario.Run.Headline.String(), Signposts: []Signpost{}, Observables: []Observable{},
		NothingOrdered: nothingOrdered(c), Confidence: signpostConfidence, Warnings: warningsOf(c),
	}
	if s.Target, err = target(seen.ratio, o.Target); err != nil {
		return nil, err
	}
	event := make([]bool, o.Draws)
	for i, r := range seen.ratio {
		event[i] = r < float64(s.Target.Ratio)
	}
	s.fill(ctx, seen, event, o.Seed)
	return s, context.Cause(ctx)
}

// monthOf reads "2029-12" as the end of that month, in years.
func monthOf(text string) (end float64, ok bool) {
	if len(text) != 7 || text[4] != '-' {
		return 0, false
	}
	year, err := strconv.Atoi(text[:4])
	month, err2 := strconv.Atoi(text[5:])
	return float64(year) + float64(month)/12, err == nil && err2 == nil && month >= 1 && month <= 12
}

// Month writes a calendar year with its fraction as the month it lies in, "2029-12";
// the end of a month is still in it.
func Month(t float64) string {
	m := int(math.Ceil(t*12-1e-6)) - 1
	return fmt.Sprintf("%04d-%02d", m/12, m%12+1)
}

// The shares of draws between which a yes or no can be learned about, and the one
// taken instead.
const (
	rareEvent   = 0.02
	chosenEvent = 0.1
)

// target says which event is asked after. A ratio that is chosen is rounded to two
// figures, so that it can be said.
func target(ratio []float64, given float64) (t SignpostTarget, err error) {
	below := func(r float64) float64 {
		n := 0
		for _, v := range ratio {
			if v < r {
				n++
			}
		}
		return float64(n) / float64(len(ratio))
	}
	p := below(1)
	t = SignpostTarget{Ratio: 1, Because: TargetCheaper, POrbitCheaper: Number(p)}
	switch {
	case given > 0:
		t.Ratio, t.Because = Number(given), TargetGiven
	case p < rareEvent || p > 1-rareEvent:
		sorted := slices.Clone(ratio)
		sortUp(sorted)
		if q := quantile(sorted, chosenEvent); q > 0 && !math.IsInf(q, 1) {
			t.Ratio, t.Because = Number(figures(q, 2)), TargetTenth
		}
	}
	p = below(float64(t.Ratio))
	t.Probability = Share{Number(p), Number(proportionError(p, len(ratio)))}
	if given > 0 && (p == 0 || p == 1) {
		much := "none"
		if p == 1 {
			much = "all"
		}
		return t, ledger.Errors{{File: "--target", Wrong: fmt.Sprintf("in %s of %d draws orbit costs less than %v times the ground", much, len(ratio), given), Right: "write a ratio that some draws reach, or 0 to have one chosen"}}
	}
	return t, nil
}

// figures rounds to significant figures.
func figures(v float64, n int) float64 {
	r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', n, 64), 64)
	if err != nil {
		return v
	}
	return r
}

// fill ranks what was seen by what it says of the event.
func (s *SignpostSummary) fill(ctx context.Context, seen *sightings, event []bool, seed uint64) {
	values := make([][]float64, len(seen.of))
	for j := range seen.of {
		values[j] = seen.of[j].values
	}
	x := newLearning(ctx, event, values, seed)
	if !x.varies() || ctx.Err() != nil {
		return
	}
	alone := x.alone(ctx, func(j int, t float64) float64 { return seen.of[j].round(t) })
	if ctx.Err() != nil {
		return
	}
	all := make([]Observable, len(seen.of))
	family := make([]int, len(seen.of))
	for j := range seen.of {
		all[j] = seen.of[j].observable(&alone[j])
		family[j] = all[j].family
	}
	order := make([]int, len(all))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(float64(all[b].Explained.Value), float64(all[a].Explained.Value))
	})
	rank := make([]int, len(all))
	for i, j := range order {
		rank[j] = i + 1
		s.Observables = append(s.Observables, all[j])
	}
	var chosen []int
	for _, p := range x.choose(alone, family, MostSignposts) {
		s.Signposts = append(s.Signposts, Signpost{Observable: all[p.at], Rank: rank[p.at], Added: p.added, Total: p.total})
		chosen = append(chosen, p.at)
	}
	s.AllGood, s.AllBad = x.corner(alone, chosen, true), x.corner(alone, chosen, false)
}

// sightings is what a study saw in its draws.
type sightings struct {
	ratio []float64  // orbit's cost over the ground's, draw by draw
	of    []sighting // what was watched
}

// sighting is one observable in all draws.
type sighting struct {
	*watchable
	year   int
	known  float64   // median over draws
	seen   float64   // share of draws in which it is known by then
	today  float64   // NaN: none
	median float64   // NaN: not seen in half of the draws
	values []float64 // draw by draw; infinite where not seen by then
}

func (g *sighting) observable(a *learned) Observable {
	o := Observable{
		Name: g.name, Unit: g.unit, Year: g.year, Known: Month(g.known), Seen: Number(g.seen), Paths: g.paths,
		Today: Number(g.today), Median: Number(g.median), Threshold: Number(a.threshold), ThresholdLow: Number(a.low), ThresholdHigh: Number(a.high),
		ShareAbove: Number(a.shareAbove), Above: a.above, Below: a.below, ExplainedSplit: a.split, Explained: a.explained,
		Unseen: "above", family: g.family,
	}
	if g.unseen < 0 {
		o.Unseen = "below"
	}
	return o
}

// round makes a threshold one that can be said, without moving more than one draw
// in two hundred to its other side: a date to a month, a number to two figures or
// as many as it takes.
func (g *sighting) round(t float64) float64 {
	if math.IsInf(t, 0) || t == 0 {
		return t
	}
	if g.unit == dateUnit {
		return math.Round(t*12) / 12
	}
	for n := 2; n < 9; n++ {
		r, moved := figures(t, n), 0
		for _, v := range g.values {
			if (v > t) != (v > r) {
				moved++
			}
		}
		if moved*200 <= len(g.values) {
			return r
		}
	}
	return t
}

// watch plays the draws and keeps what is seen in each by then.
func watch(ctx context.Context, c, short *dawndusk.Case, o *SignpostOptions, by float64) (*sightings, error) {
	inputs, copula, err := compile(c, o.Seed, true)
	if err != nil {
		return nil, err
	}
	list := signpostCatalogue(c)
	type place struct{ what, year int }
	var places []place
	for k := range list {
		if !list[k].yearly {
			places = append(places, place{k, 0})
			continue
		}
		for y := firstYear; float64(y)+list[k].within <= by+1e-9 && y <= o.Year; y++ {
			places = append(places, place{k, y})
		}
	}
	e := &ensemble{c: c}
	s := &sightings{ratio: make([]float64, o.Draws)}
	values, known := make([][]float64, len(places)), make([][]float64, len(places))
	for j := range places {
		values[j], known[j] = make([]float64, o.Draws), make([]float64, o.Draws)
	}
	tick := (&Options{Progress: o.Progress}).ticker(o.Draws)
	luck := newSignpostLuck(o.Seed)
	err = each(ctx, o.Workers, o.Draws, batch, func() func(int) {
		w, out := newWorker(short, inputs, copula, o.Seed), new(dawndusk.Result)
		return func(i int) {
			w.play(i, out)
			s.ratio[i] = orInf(e.costRatio(out, o.Year-firstYear))
			view := draws{s: &w.scenario, r: out, product: e.headline(), luck: luck, draw: i}
			view.size(by)
			for j, p := range places {
				g := &list[p.what]
				known[j][i] = float64(p.year) + g.within
				if g.date != nil {
					known[j][i] = g.date(&view)
				}
				v := math.Inf(g.unseen)
				if known[j][i] <= by+1e-9 {
					if v = g.value(&view, p.year); math.IsNaN(v) {
						v = math.Inf(g.unseen)
					}
				}
				values[j][i] = v
			}
			tick(1)
		}
	})
	if err != nil {
		return nil, err
	}
	middle := func(v []float64) float64 {
		v = slices.Clone(v)
		slices.Sort(v)
		m := quantile(v, 0.5)
		if math.IsInf(m, 0) {
			return math.NaN()
		}
		return m
	}
	today := math.NaN()
	for j, p := range places {
		g := &list[p.what]
		if !g.yearly {
			today = math.NaN()
		} else if p.year == firstYear {
			today = middle(values[j])
			continue // what is known already is no signpost
		}
		n := 0
		for _, k := range known[j] {
			if k <= by+1e-9 {
				n++
			}
		}
		if n == 0 {
			continue // it comes too late in every draw
		}
		s.of = append(s.of, sighting{watchable: g, year: p.year, known: middle(known[j]), seen: float64(n) / float64(o.Draws), today: today, median: middle(values[j]), values: values[j]})
	}
	return s, nil
}
