package main

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) compareCommand() *cobra.Command {
	o := study.CompareOptions{}
	var by, page string
	var top int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "compare SCENARIO|FILE.yaml|STUDY SCENARIO|FILE.yaml|STUDY",
		Short: "Say which inputs make two scenarios or studies give different answers",
		Long: `Compare plays two scenarios, or published studies as scenarios of this model, at
their central values and without luck, and shares the whole difference between
their answers out among what differs: first by chapter of the ledger, then by
input; the year, the boundary and the convention of a cost are a group of their
own. What inputs do only together is split evenly between them (Shapley values
over mixtures of the two), so the parts add up, or for the ratio multiply up, to
the difference.

Up to 12 inputs or groups every mixture is played; beyond that orders are drawn,
and ± gives one standard error.

Without options each study tells its cost as it does in print, each scenario the
whole bill of an hour ordered in July of ` + fmt.Sprint(dawndusk.LadderYear) + `. The boundaries are ` + strings.Join(study.Boundaries, ", ") + `; the metrics:

` + metricList(),
		Example: `  dawndusk compare base promoter
  dawndusk compare mccalip semianalysis-2026 --metric kw-year
  dawndusk compare base mine.yaml --of orbit --year 2030
  dawndusk compare promoter skeptic --of orbit --metric kw-year --boundary launch
  dawndusk compare announced skeptic --by input --top 2 --html difference.html
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
			if page != "" {
				if info, err := os.Stat(filepath.Dir(page)); err != nil || !info.IsDir() {
					return badInput("--html: %s is no directory; make it first, or name another", filepath.Dir(page))
				}
				var b bytes.Buffer
				if err := report.WriteComparison(&b, c); err != nil {
					return err
				}
				if err := writeFiles(cmd.Context(), filepath.Dir(page), []file{{filepath.Base(page), b.Bytes()}}); err != nil {
					return err
				}
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
	f.StringVar(&o.Of, "of", "ratio", "what is compared: "+strings.Join(study.Of, ", "))
	f.IntVar(&o.Year, "year", 0, "year of the order (default each side's own)")
	toldFlags(cmd, &o.Told)
	f.Lookup("boundary").Usage = "last rung that a cost holds, or those it holds alone, joined by + (default each side's own)"
	f.Lookup("metric").Usage = "one of those above (default gpu-hour, or a study's own)"
	f.Lookup("interest").Usage = strings.ReplaceAll(f.Lookup("interest").Usage, "default apart", "default each side's own")
	f.Lookup("payments").Usage = strings.ReplaceAll(f.Lookup("payments").Usage, "default evenly", "default each side's own")
	f.Lookup("horizon").Usage = strings.ReplaceAll(f.Lookup("horizon").Usage, "default economic", "default each side's own")
	f.StringVar(&by, "by", "chapter", "share out by chapter, then by input; or by input alone")
	f.IntVar(&top, "top", 3, "inputs shown of each chapter, by input five times as many in all; 0: all")
	f.IntVar(&o.Permutations, "permutations", 200, "orders drawn where there are more than 12 players")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of the orders; the same seed gives the same bytes")
	f.StringVar(&page, "html", "", "write the waterfall as a page to this file too")
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

	ratio := c.Of == "ratio"
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
		for _, line := range wrap(report.Told(s), screen-4) {
			say(a.style(dim, "    "+line))
		}
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
	return fmt.Sprintf("From %s to %s: %s", c.From.Scenario, c.To.Scenario, report.Compared(c))
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
	text := fmt.Sprintf("Central values, no luck; %d inputs or conventions differ", c.Inputs)
	if c.RangesOnly > 0 {
		text += fmt.Sprintf(", and %d more in their range alone", c.RangesOnly)
	}
	text += fmt.Sprintf("; %s mixtures played; ", report.Count(c.Mixtures))
	if c.Permutations > 0 {
		text += fmt.Sprintf("±: one standard error of %s orders drawn, seed %d", report.Count(c.Permutations), c.Seed)
	} else {
		text += "every mixture counted"
	}
	if c.Of == "ratio" && c.WorkedIn == "logarithm" {
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
