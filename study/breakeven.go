package study

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// MaxSteps bounds a side of the grid of a break-even, and MaxBreakevenDraws the
// runs of all its nodes together.
const (
	MaxSteps          = 201
	MaxBreakevenDraws = 10_000_000
)

// BreakevenOptions say which two inputs are varied and what is asked at each node.
type BreakevenOptions struct {
	X, Y           string // paths
	RangeX, RangeY string // "low:high" with units; "": that of the row
	Steps          int    // nodes on each side
	Year           int
	Draws          int // 0: one run at central values with even luck at every node
	Seed           uint64
	Workers        int // 0: as many as the machine runs at once
	Version        string

	Progress func(done, total int) // as in Options
}

// Axis is one of the two inputs and its nodes.
type Axis struct {
	Path   string   `json:"path"`
	What   string   `json:"what"`
	Unit   string   `json:"unit"`  // of Values; "" of a count or a share
	Scale  string   `json:"scale"` // "log" or "linear"
	Values []Number `json:"values"`

	span float64 // of the values, for their texts
}

// Text writes a value of the axis with its unit.
func (a *Axis) Text(v Number) string {
	step := float64(v)
	if a.Scale != logScale {
		step = a.span
	}
	return gauge{a.Unit, 0, 1}.text(float64(v), step)
}

// Place is where a value lies among the nodes, counted from 0.
func (a *Axis) Place(v Number) float64 {
	first, last := float64(a.Values[0]), float64(a.Values[len(a.Values)-1])
	part := (float64(v) - first) / (last - first)
	if a.Scale == logScale {
		part = math.Log(float64(v)/first) / math.Log(last/first)
	}
	return part * float64(len(a.Values)-1)
}

// The scales of an axis.
const (
	logScale    = "log"
	linearScale = "linear"
)

// BreakevenLine is where the level is crossed along one row of the grid.
type BreakevenLine struct {
	Y      Number   `json:"y"`
	X      []Number `json:"x"`      // where orbit becomes or ceases to be cheaper, from low to high
	Always bool     `json:"always"` // orbit is cheaper at every node of the row
	Never  bool     `json:"never"`  // and at none
}

// BreakevenSummary is the contract of `sensitivity breakeven --json`.
type BreakevenSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	MoneyYear    int    `json:"money_year"`

	Of      string          `json:"of"`   // "cost_ratio" or "p_orbit_cheaper"
	Year    int             `json:"year"` // of the order, in July
	Product string          `json:"product"`
	Draws   int             `json:"draws"` // at each node; 0: central values, even luck
	Seed    uint64          `json:"seed"`
	Level   Number          `json:"level"` // at which both places cost the same: 1 of a ratio, ½ of a share
	X       Axis            `json:"x"`
	Y       Axis            `json:"y"`
	Grid    [][]Number      `json:"grid"` // by y, then by x; null where orbit cannot deliver
	Lines   []BreakevenLine `json:"lines"`

	Warnings []string `json:"warnings"`
}

// What a grid can hold.
const (
	OfCostRatio   = "cost_ratio"
	OfShareOfRuns = "p_orbit_cheaper"
)

// Cheaper tells whether orbit is the cheaper place at a node.
func (s *BreakevenSummary) Cheaper(v Number) bool {
	if s.Of == OfShareOfRuns {
		return v >= s.Level
	}
	return v <= s.Level
}

// Breakeven varies two inputs over a grid and returns orbit's cost of a headline
// hour over the ground's, ordered in July of a year, at every node, all else
// central with even luck; or the share of draws in which orbit is cheaper, all
// else drawn as ever, with the same draws at every node. Where a ratio of 1, or a
// share of one half, is crossed follows along each row from its two neighbours.
//
// All mistakes come back at once as ledger.Errors.
func Breakeven(ctx context.Context, name string, set []string, o BreakevenOptions) (*BreakevenSummary, error) {
	var mistakes ledger.Errors
	wrong := func(flag, wrong, right string) {
		mistakes = append(mistakes, ledger.Error{File: flag, Wrong: wrong, Right: right})
	}
	if o.Steps < 2 || o.Steps > MaxSteps {
		wrong("--steps", fmt.Sprintf("%d nodes on a side", o.Steps), fmt.Sprintf("write 2 to %d", MaxSteps))
	} else if most := MaxBreakevenDraws / (o.Steps * o.Steps); o.Draws < 0 || o.Draws > most {
		wrong("--draws", fmt.Sprintf("%d draws at each of %d nodes", o.Draws, o.Steps*o.Steps), fmt.Sprintf("write 0 for central values, or at most %d", most))
	}
	if o.X == o.Y {
		wrong(o.Y, "is on both axes", "name two inputs")
	}
	c, short, err := loadYear(name, set, "--year", o.Year, mistakes)
	if c == nil {
		return nil, err
	}
	errors.As(err, &mistakes)
	s := &BreakevenSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, MoneyYear: si.MoneyYear,
		Of: OfCostRatio, Year: o.Year, Product: c.Scenario.Run.Headline.String(), Draws: o.Draws, Seed: o.Seed, Level: 1, Warnings: warningsOf(c),
	}
	if o.Draws > 0 {
		s.Of, s.Level = OfShareOfRuns, 0.5
	}
	var axes [2]axis
	for i, a := range [2]struct{ flag, path, span string }{{"--x", o.X, o.RangeX}, {"--y", o.Y, o.RangeY}} {
		if axes[i], err = newAxis(c, a.flag, a.path, a.span, max(o.Steps, 2)); err != nil {
			mistakes = append(mistakes, err.(ledger.Error))
		}
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	s.X, s.Y = axes[0].Axis, axes[1].Axis
	values, err := o.play(ctx, short, &axes)
	if err != nil {
		return nil, err
	}
	for j, y := range s.Y.Values {
		row := values[j*o.Steps : (j+1)*o.Steps]
		s.Grid = append(s.Grid, row)
		line := BreakevenLine{Y: y, X: []Number{}}
		for i, v := range row {
			if i > 0 && s.Cheaper(v) != s.Cheaper(row[i-1]) {
				line.X = append(line.X, s.crossing(i, row))
			}
		}
		line.Always, line.Never = len(line.X) == 0 && s.Cheaper(row[0]), len(line.X) == 0 && !s.Cheaper(row[0])
		s.Lines = append(s.Lines, line)
	}
	return s, nil
}

// crossing is the place between the nodes i − 1 and i of a row at which the level
// is met. On the scale of the axis, what is linear between the two is the share
// of draws; or the logarithm of the ratio; or, where orbit cannot deliver at one
// of them, what a dollar buys there over the ground, which is then nothing.
//
// Ignores: steps between the nodes, such as one satellite more on a flight; a
// second crossing and its return between two nodes.
// Good to: 0.02 of a step between 24 nodes of launch price where the ratio is
// smooth (TestVerif_CrossingsAreFound), and no better than a step where it jumps.
// Needs: neighbours on the two sides of the level.
func (s *BreakevenSummary) crossing(i int, row []Number) Number {
	at := func(v Number) float64 { return math.Log(float64(v)) }
	switch a, b := float64(row[i-1]), float64(row[i]); {
	case s.Of == OfShareOfRuns:
		at = func(v Number) float64 { return float64(v - s.Level) }
	case math.IsInf(max(a, b), 1):
		if min(a, b) == 0 {
			return s.X.between(i, 0.5)
		}
		at = func(v Number) float64 { return 1/float64(v) - 1 }
	case min(a, b) == 0:
		at = func(v Number) float64 { return float64(v) - 1 }
	}
	from, to := at(row[i-1]), at(row[i])
	return s.X.between(i, from/(from-to))
}

// between is the place a part of the way from the node before to a node.
func (a *Axis) between(i int, part float64) Number {
	from, to := float64(a.Values[i-1]), float64(a.Values[i])
	if a.Scale == logScale {
		return Number(from * math.Pow(to/from, part))
	}
	return Number(from + part*(to-from))
}

// axis is an Axis with what it takes to play it.
type axis struct {
	Axis
	leaf int
	si   []float64 // the nodes in SI base units
}

// newAxis lays nodes over a range: as far from one another on a logarithmic scale
// if the row's distribution is one of the logarithm, or if the range is given, is
// above zero and spans a factor of ten; else on a linear one. The error is a
// ledger.Error.
func newAxis(c *dawndusk.Case, flag, path, span string, steps int) (axis, error) {
	row, err := c.Book.Find(path)
	if err != nil {
		return axis{}, err
	}
	wrong := func(what, right string) (axis, error) {
		return axis{}, ledger.Error{File: flag, Path: path, Wrong: what, Right: right}
	}
	scenario := c.Scenario
	leaf := &ledger.Leaves(&scenario)[row.Leaf]
	if leaf.Float == nil {
		return wrong("is a choice, not a quantity", "name an input with a number; dawndusk explain "+path+" plays every choice")
	}
	if path == "run.horizon" {
		return wrong("is how long is played, not what", "name another input")
	}
	low, high := row.Low, row.High
	if span != "" {
		if low, high, err = parseSpan(leaf, span); err != nil {
			return wrong(err.Error(), "write "+flag+" low:high, both with units, such as "+flag+" "+strconv.Quote(exampleSpan(leaf, row)))
		}
	} else if math.IsNaN(low) || math.IsNaN(high) || row.Null {
		return wrong("is derived unless a scenario states it, so it has no range of its own", "write "+flag+" low:high, such as "+flag+" "+strconv.Quote(exampleSpan(leaf, row)))
	}
	switch {
	case !(low < high):
		return wrong(fmt.Sprintf("a range from %s to %s", leaf.Format(low), leaf.Format(high)), "write the lower end first")
	case low < row.Min || high > row.Max:
		return wrong(fmt.Sprintf("%s to %s leaves its limits", leaf.Format(low), leaf.Format(high)), fmt.Sprintf("stay within %s to %s", row.Limits[0], row.Limits[1]))
	}
	g := gaugeOf(row, leaf, high)
	a := axis{Axis: Axis{Path: path, What: row.What, Unit: g.unit, Scale: linearScale, span: math.Abs(g.number(high) - g.number(low))}, leaf: row.Leaf}
	dist := row.Dist
	if book, err := dawndusk.Ledger(); err == nil && dist == ledger.Fixed { // pinned by the scenario
		if old, err := book.Find(path); err == nil {
			dist = old.Dist
		}
	}
	if low > 0 && g.zero == 0 && (dist == ledger.Lognormal || dist == ledger.Loguniform || span != "" && high >= 10*low*(1-1e-9)) {
		a.Scale = logScale
	}
	for i := range steps {
		part := float64(i) / float64(steps-1)
		v := low + part*(high-low)
		if a.Scale == logScale {
			v = low * math.Pow(high/low, part)
		}
		if i == steps-1 {
			v = high
		}
		a.si = append(a.si, v)
		a.Values = append(a.Values, Number(g.number(v)))
	}
	return a, nil
}

// parseSpan reads "low:high". The unit of high stands for low if low has none.
func parseSpan(leaf *ledger.Leaf, text string) (low, high float64, err error) {
	from, to, ok := strings.Cut(text, ":")
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	if !ok || strings.Contains(to, ":") {
		return 0, 0, fmt.Errorf("%q is not a range", text)
	}
	if high, err = leaf.Parse(to); err != nil {
		return 0, 0, err
	}
	if _, bare := strconv.ParseFloat(from, 64); bare == nil {
		if _, unit, ok := strings.Cut(to, " "); ok {
			from += " " + unit
		}
	}
	low, err = leaf.Parse(from)
	return low, high, err
}

// exampleSpan is a range as it would be written.
func exampleSpan(leaf *ledger.Leaf, r *ledger.Row) string {
	if r.Range[0] != "" && !r.Null {
		return r.Range[0] + ":" + r.Range[1]
	}
	unit := ""
	if len(leaf.Units) > 0 {
		unit = " " + leaf.Units[len(leaf.Units)/2]
	}
	return "10" + unit + ":1000" + unit
}

// play returns the number of every node, row by row.
func (o *BreakevenOptions) play(ctx context.Context, c *dawndusk.Case, axes *[2]axis) ([]Number, error) {
	n := o.Steps * o.Steps
	values := make([]Number, n)
	e, i := &ensemble{c: c}, o.Year-firstYear
	x, y := &axes[0], &axes[1]
	if o.Draws == 0 {
		tick := (&Options{Progress: o.Progress}).ticker(n)
		return values, each(ctx, o.Workers, n, batch, func() func(int) {
			p := newCentral(c)
			return func(node int) {
				*p.leaves[x.leaf].Float, *p.leaves[y.leaf].Float = x.si[node%o.Steps], y.si[node/o.Steps]
				values[node] = Number(orInf(e.costRatio(p.run(), i)))
				tick(1)
			}
		})
	}
	inputs, copula, err := compile(c, o.Seed, true)
	if err != nil {
		return nil, err
	}
	tick := (&Options{Progress: o.Progress}).ticker(n * o.Draws)
	err = each(ctx, o.Workers, n, 1, func() func(int) {
		w, out := newWorker(c, inputs, copula, o.Seed), new(dawndusk.Result)
		leaves := ledger.Leaves(&w.scenario)
		return func(node int) {
			cheaper := 0
			for d := range o.Draws {
				if ctx.Err() != nil {
					return
				}
				w.draw(d)
				*leaves[x.leaf].Float, *leaves[y.leaf].Float = x.si[node%o.Steps], y.si[node/o.Steps]
				w.enterprise.Run(&w.scenario, w.chance.At(d), out)
				if p := e.headline(); out.Years[i].OrbitUSDPerHour[p] < out.Years[i].GroundUSDPerHour[p] {
					cheaper++
				}
			}
			values[node] = Number(float64(cheaper) / float64(o.Draws))
			tick(o.Draws)
		}
	})
	return values, err
}
