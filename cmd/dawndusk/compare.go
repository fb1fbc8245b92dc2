package main

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) compareCommand() *cobra.Command {
	o := study.CompareOptions{}
	var by string
	var top int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "compare SCENARIO|FILE.yaml SCENARIO|FILE.yaml",
		Short: "Say which inputs make two scenarios give different answers",
		Long: `Compare plays two scenarios at their central values, without luck, and shares the
whole difference between their answers out among the inputs that differ: first
by chapter of the ledger, then by input. What inputs do only together is split
evenly between them (Shapley values over mixtures of the two scenarios), so the
parts add up, or for the ratio multiply up, to the difference.

Up to 12 inputs or groups every mixture is played; beyond that orders are drawn,
and ± gives one standard error.

Metrics are the cost of an hour of the headline product ordered in July of a
year (lcoc-orbit, lcoc-ground, and ratio, orbit's over the ground's) and, for
` + fmt.Sprint(dawndusk.LadderYear) + `, the level rent of a watt (rent-orbit, rent-ground) up to a boundary:
` + strings.Join(study.Boundaries, ", ") + `.`,
		Example: `  dawndusk compare base promoter
  dawndusk compare base mine.yaml --metric lcoc-orbit --year 2030
  dawndusk compare promoter skeptic --metric rent-orbit --boundary launch
  dawndusk compare announced skeptic --by input --top 2
  dawndusk compare base promoter --json | jq '.parts[0]'`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if by != "chapter" && by != "input" {
				return badInput("--by: %q is unknown; write chapter or input", by)
			}
			if top < 0 {
				return badInput("--top: %d inputs; write 0 for all, or how many", top)
			}
			o.ByInput = by == "input"
			if o.ByInput {
				top = min(top, math.MaxInt/5) * 5
			}
			step, end := a.progress()
			o.Progress = step
			c, err := study.Compare(cmd.Context(), args[0], args[1], o)
			end()
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(c)
			}
			a.comparison(c, top)
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &o.Set)
	f := cmd.Flags()
	f.StringVar(&o.Metric, "metric", "ratio", "what is compared: "+strings.Join(study.Metrics, ", "))
	f.IntVar(&o.Year, "year", dawndusk.LadderYear, "year of the order")
	f.StringVar(&o.Boundary, "boundary", "", "last rung that a rent holds (default finance: the whole bill)")
	f.StringVar(&by, "by", "chapter", "share out by chapter, then by input; or by input alone")
	f.IntVar(&top, "top", 3, "inputs shown of each chapter, by input five times as many in all; 0: all")
	f.IntVar(&o.Permutations, "permutations", 200, "orders drawn where there are more than 12 players")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of the orders; the same seed gives the same bytes")
	f.BoolVar(&asJSON, "json", false, "print the result as JSON")
	return cmd
}

// The columns of a comparison: 100 letters in all.
const (
	compareName   = 42
	compareAmount = 10
	compareError  = 9
	compareShare  = 8
	compareBar    = 100 - compareName - compareAmount - compareError - compareShare - 2
)

// comparison prints a waterfall from one scenario's answer to the other's.
func (a *app) comparison(c *study.Comparison, top int) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	for _, line := range wrap(compareTitle(c), screen) {
		say(a.style(bold, line))
	}
	say()

	ratio := c.Metric == "ratio"
	at := func(n study.Number) float64 { // on the axis
		if ratio {
			return math.Log(float64(n))
		}
		return float64(n)
	}
	axis := newWaterfall(c, at(c.From.Value))
	end := func(s *study.CompareSide) {
		value := report.Figure(s.Value)
		if c.Unit != "" {
			value += " " + c.Unit
		}
		say(a.style(bold, left(cut(s.Scenario, compareName-2), compareName-8)+right(value, compareAmount+8)), strings.Repeat(" ", compareError+compareShare+2), axis.mark(at(s.Value)))
	}
	row := func(name string, p *study.Part, tail string) {
		amount, err := "", ""
		if ratio {
			amount = "×" + report.Fixed(float64(p.Factor), decimals(float64(p.Factor)-1, 2))
			switch e := float64(p.StandardError * p.Factor); {
			case e > 0 && e < 0.00005:
				err = "±<0.0001"
			case e > 0:
				err = "±" + report.Figure(study.Number(roundTo(e, 1)))
			}
		} else {
			amount = plus(float64(p.Contribution), axis.span)
			if e := float64(p.StandardError); e > 0 {
				err = "±" + report.Figure(study.Number(roundTo(e, 1)))
			}
		}
		say(left(cut(name, compareName), compareName), right(amount, compareAmount), a.style(dim, right(err, compareError)), right(report.Percent(p.Share), compareShare), "  ", tail)
	}
	others := func(indent string, list []study.Part) {
		if len(list) == 0 {
			return
		}
		sum := study.Part{Factor: study.Number(math.NaN()), Share: 0}
		for i := range list {
			sum.Contribution += list[i].Contribution
			sum.Share += list[i].Share
		}
		if ratio {
			sum.Factor = study.Number(math.Exp(float64(sum.Contribution)))
		}
		name := indent + "1 other"
		if len(list) > 1 {
			name = fmt.Sprintf("%s%d others together", indent, len(list))
		}
		row(name, &sum, "")
	}
	strongest := func(list []study.Part) (shown, rest []study.Part) {
		if top == 0 || len(list) <= top {
			return list, nil
		}
		return list[:top], list[top:]
	}

	end(&c.From)
	if c.By == "input" {
		shown, rest := strongest(c.Parts)
		for i := range shown {
			p := &shown[i]
			row("  "+p.Name, p, a.bar(axis, float64(p.Contribution)))
			say(a.style(dim, "    "+cut(p.From+" → "+p.To+"  "+p.What, screen-4)))
		}
		others("  ", rest)
	} else {
		for i := range c.Parts {
			p := &c.Parts[i]
			row("  "+p.Name, p, a.bar(axis, float64(p.Contribution)))
			if !slices.ContainsFunc(p.Inputs, func(q study.Part) bool { return q.Contribution != 0 }) {
				continue // none of them does anything here
			}
			shown, rest := strongest(p.Inputs)
			for j := range shown {
				row("    "+strings.TrimPrefix(shown[j].Name, p.Name+"."), &shown[j], a.style(dim, cut(shown[j].From+" → "+shown[j].To, compareBar)))
			}
			others("    ", rest)
		}
	}
	end(&c.To)
	say()
	for _, line := range wrap(compareConditions(c), screen) {
		say(a.style(dim, line))
	}
}

// compareTitle says what is compared.
func compareTitle(c *study.Comparison) string {
	product := report.Product(c.From.Product)
	if c.To.Product != c.From.Product {
		product += " (" + c.From.Scenario + ") and " + report.Product(c.To.Product) + " (" + c.To.Scenario + ")"
	}
	what := map[string]string{
		"ratio":       "orbit ÷ ground, the cost of an hour of " + product,
		"lcoc-orbit":  "an hour of " + product + " from orbit",
		"lcoc-ground": "an hour of " + product + " on the ground",
		"rent-orbit":  "the rent of a watt in orbit",
		"rent-ground": "the rent of a watt on the ground",
	}[c.Metric]
	if strings.HasPrefix(c.Metric, "rent-") && c.Boundary != study.Boundaries[len(study.Boundaries)-1] {
		if i := slices.Index(study.Boundaries, c.Boundary); i == 0 {
			what += ", " + c.Boundary + " alone"
		} else {
			what += ", " + study.Boundaries[0] + " to " + c.Boundary
		}
	}
	return fmt.Sprintf("From %s to %s: %s, ordered in July %d", c.From.Scenario, c.To.Scenario, what, c.Year)
}

// compareConditions says how far the shares can be read.
func compareConditions(c *study.Comparison) string {
	if c.Inputs == 0 {
		text := "No input has another central value in the other scenario."
		if c.RangesOnly > 0 {
			text += fmt.Sprintf(" %d differ in their range alone, which only draws show.", c.RangesOnly)
		}
		return text
	}
	text := fmt.Sprintf("Central values, no luck; %d inputs differ", c.Inputs)
	if c.RangesOnly > 0 {
		text += fmt.Sprintf(", and %d more in their range alone", c.RangesOnly)
	}
	text += fmt.Sprintf("; %s mixtures played; ", report.Count(c.Mixtures))
	if c.Permutations > 0 {
		text += fmt.Sprintf("±: one standard error of %s orders drawn, seed %d", report.Count(c.Permutations), c.Seed)
	} else {
		text += "every mixture counted"
	}
	if c.Metric == "ratio" && c.WorkedIn == "logarithm" {
		text += "; shares are of the logarithm"
	}
	if c.CannotDeliver > 0 {
		text += fmt.Sprintf("; %s of the mixtures can deliver nothing at any price, so what a dollar buys was shared out", report.Count(c.CannotDeliver))
	}
	if c.Unit != "" {
		text += fmt.Sprintf("; %d dollars, real", c.MoneyYear)
	}
	return text + "."
}

// decimals is how many show a number's first figures.
func decimals(v float64, figures int) int {
	if v = math.Abs(v); v == 0 || math.IsNaN(v) {
		return 2
	}
	return min(max(figures-1-int(math.Floor(math.Log10(v)+1e-9)), 0), 4)
}

// roundTo rounds to so many figures.
func roundTo(v float64, figures int) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(v)))-float64(figures-1))
	return math.Round(v/unit) * unit
}

// plus prints a contribution with its sign, to a hundredth of a span or two
// figures, whichever is finer.
func plus(v, span float64) string {
	if v == 0 {
		return "0"
	}
	text := report.Fixed(v, min(max(decimals(v, 2), decimals(span, 3)), decimals(span, 4)))
	if v > 0 {
		return "+" + text
	}
	return text
}

// waterfall is the axis of a comparison.
type waterfall struct{ low, span, now float64 }

func newWaterfall(c *study.Comparison, from float64) *waterfall {
	w := &waterfall{now: from}
	low, high, at := from, from, from
	for i := range c.Parts {
		at += float64(c.Parts[i].Contribution)
		low, high = min(low, at), max(high, at)
	}
	w.low, w.span = low, high-low
	return w
}

// cell is the place of a value on the axis.
func (w *waterfall) cell(v float64) int {
	if w.span == 0 {
		return 0
	}
	return int(math.Round((v - w.low) / w.span * (compareBar - 1)))
}

func (w *waterfall) mark(v float64) string { return strings.Repeat(" ", w.cell(v)) + "◆" }

// bar moves the axis on by a contribution and draws it, from where the last ended.
func (a *app) bar(w *waterfall, contribution float64) string {
	from, to := w.cell(w.now), w.cell(w.now+contribution)
	w.now += contribution
	blank := strings.Repeat(" ", min(from, to))
	switch {
	case from == to:
		return blank + "│"
	case to < from:
		return blank + a.style(blue, strings.Repeat("█", from-to+1))
	}
	return blank + a.style(yellow, strings.Repeat("█", to-from+1))
}
