package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) costCommand() *cobra.Command {
	o := study.CostOptions{Version: version()}
	var f studyFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "cost [SCENARIO|FILE.yaml]",
		Short: "Tell a cost at any boundary, in any metric",
		Long: `Cost tells what compute ordered in July of a year costs in orbit and on the
ground: up to every boundary (` + strings.Join(study.Boundaries, ", ") + `)
and in every metric:

` + metricList() + `
Studies use the word cost for all of these. By the watt a dead machine counts
as long as it would have served; by the hour, token or PFLOP/s-hour only what is
delivered counts: inference's tokens, training's PFLOP/s, else the headline's
hours. Interest, tax and falling prices stand apart, on the rung of finance;
"within" has each line carry its own, and "none" leaves them out: cash over the
technical life. The net present value is discounted and taxed in all of them. A
shorter horizon ends service early; a longer one buys the same again. Medians of
draws are told each for itself, so a rung's is not the sum of medians.`,
		Example: `  dawndusk cost
  dawndusk cost promoter --year 2032 --metric gpu-hour
  dawndusk cost --boundary launch --interest none
  dawndusk cost --boundary launch+bus --metric kw-year
  dawndusk cost --metric ownership --horizon "20 yr" --money-year 2024 --draws 0
  dawndusk cost --json | jq '.costs[] | select(.metric == "mwh")'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Draws, o.Seed, o.Set = f.draws, f.seed, f.set
			play := func() (*study.CostSummary, error) { return study.Costs(cmd.Context(), scenarioOf(args), o) }
			return answer(a, &o.Progress, asJSON, play, func(s *study.CostSummary) []string { return s.Warnings },
				func(s *study.CostSummary) { a.printCosts(s, o.Told) })
		},
		ValidArgsFunction: completeScenarios,
	}
	f.add(cmd, 1000)
	cmd.Flags().Lookup("draws").Usage = "number of draws; 0: central values and even luck"
	cmd.Flags().IntVar(&o.Year, "year", dawndusk.LadderYear, "year of the order")
	toldFlags(cmd, &o.Told)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// toldFlags are the flags of how a cost is told.
func toldFlags(cmd *cobra.Command, t *study.Told) {
	f := cmd.Flags()
	f.StringVar(&t.Boundary, "boundary", "", "last rung that a cost holds, or those it holds alone, joined by + (default all)")
	f.StringVar(&t.Metric, "metric", "", "one of those above (default all)")
	f.StringVar(&t.Interest, "interest", "", "interest, tax and falling prices: "+strings.Join(finance.Interests(), ", ")+" (default apart)")
	f.StringVar(&t.Horizon, "horizon", "", `years of service counted, such as "10 yr", or economic (default economic)`)
	f.StringVar(&t.Money, "money-year", "", fmt.Sprintf("year whose dollars are printed, by the US consumer price index (default %d)", si.MoneyYear))
	f.StringVar(&t.Payments, "payments", "", "rents a year, each at the end of its part: 1, 12, or evenly (default evenly)")
}

// metricList is the help's table of metrics.
func metricList() string {
	var b strings.Builder
	for m := range finance.NumMetrics {
		fmt.Fprintf(&b, "  %-11s %-11s %s\n", m, m.Unit(), m.What())
	}
	return b.String()
}

// The columns of a table of costs: 100 letters in all.
const (
	costName   = 16
	costUnit   = 12
	costSpread = 24
)

// costWidth is that of a metric's column.
func costWidth(m finance.Metric) int {
	return max(8, 2+max(utf8.RuneCountInString(m.String()), utf8.RuneCountInString(m.Unit())))
}

// printCosts prints all metrics side by side, medians alone, or the bands of what
// was asked.
func (a *app) printCosts(s *study.CostSummary, t study.Told) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	say(a.title(s.Scenario, s.Title))
	say()
	for _, line := range wrap(costTitle(s, t), screen) {
		say(a.style(bold, line))
	}
	say()
	if t.Boundary == "" && t.Metric == "" {
		a.costMatrix(s, say)
	} else {
		a.costBands(s, t.Boundary != "", say)
	}
	say()
	for _, line := range wrap(costNotes(s), screen) {
		say(a.style(dim, line))
	}
}

func (a *app) costMatrix(s *study.CostSummary, say func(...string)) {
	names, units := left("", costName), left("", costName)
	for m := range finance.NumMetrics {
		names += right(m.String(), costWidth(m))
		units += right(m.Unit(), costWidth(m))
	}
	say(a.style(bold, names))
	say(a.style(dim, units))
	sides := []struct {
		name, style string
		of          func(*study.CostRow) study.Band
	}{
		{"Orbit", blue, func(r *study.CostRow) study.Band { return r.Orbit }},
		{"Ground", yellow, func(r *study.CostRow) study.Band { return r.Ground }},
		{"Orbit ÷ ground", bold, func(r *study.CostRow) study.Band { return r.Ratio }},
	}
	for _, side := range sides {
		say(a.style(side.style, side.name))
		line, m := "", finance.Metric(0)
		for i := range s.Costs {
			r := &s.Costs[i]
			if line == "" {
				line, m = left(rungName(r.Boundary), costName), 0
			}
			line += right(report.Short(side.of(r).P50), costWidth(m))
			m++
			if i+1 == len(s.Costs) || s.Costs[i+1].Boundary != r.Boundary {
				say(line)
				line = ""
			}
		}
	}
}

// costBands prints one boundary in every metric, or a metric at the boundaries.
func (a *app) costBands(s *study.CostSummary, byMetric bool, say func(...string)) {
	say(a.style(bold, left("", costName+costUnit)+right("orbit", costSpread)+right("ground", costSpread)+right("orbit ÷ ground", costSpread)))
	for i := range s.Costs {
		r := &s.Costs[i]
		name := rungName(r.Boundary)
		if byMetric {
			name = "  " + r.Metric
		}
		cell := func(b study.Band) string { return right(report.Spread(b, report.Short), costSpread) }
		say(left(name, costName), left(r.Unit, costUnit), cell(r.Orbit), cell(r.Ground), cell(r.Ratio))
	}
}

// rungName names a boundary as a step up a ladder.
func rungName(name string) string {
	if name == study.Boundaries[0] {
		return "  " + name
	}
	return "  + " + name
}

func costTitle(s *study.CostSummary, t study.Told) string {
	text := fmt.Sprintf("Compute ordered in July %d (%s), ", s.Year, report.Product(s.Product))
	if t.Boundary == "" {
		text += "by boundary"
	} else {
		text += report.Boundary(s.Costs[0].Boundary)
	}
	switch {
	case s.Draws == 0:
		return text + ": central values, even luck"
	case t.Boundary == "" && t.Metric == "":
		return text + fmt.Sprintf(": medians of %s draws", report.Count(s.Draws))
	}
	return text + fmt.Sprintf(": medians of %s draws (10–90 %%)", report.Count(s.Draws))
}

func costNotes(s *study.CostSummary) string {
	text := fmt.Sprintf("%d dollars, real; launch at the %s price; ", s.MoneyYear, s.PriceBasis)
	text += map[string]string{
		"apart":  "interest, tax and falling prices on the rung of finance; ",
		"within": "each line carries its own interest, tax and falling price; ",
		"none":   "no interest, no tax, prices stand still; ",
	}[s.Interest]
	life := fmt.Sprintf("%s years in orbit, %s on the ground", report.Short(s.LifeYears.Orbit), report.Short(s.LifeYears.Ground))
	switch {
	case s.HorizonYears > 0:
		text += fmt.Sprintf("%s years counted; ", report.Short(study.Number(s.HorizonYears)))
	case s.Interest == "none":
		text += "over the technical life, " + life + "; ownership counts the longer for both; "
	default:
		text += "over the economic life, " + life + "; ownership counts the longer for both; "
	}
	switch s.Payments {
	case 0:
	case 1:
		text += "rents at the end of each year; "
	default:
		text += fmt.Sprintf("%d rents a year, each at the end of its part; ", s.Payments)
	}
	text += "by watt of IT power ordered"
	if s.Draws > 0 && s.Orderable.Orbit < 1 {
		text += fmt.Sprintf("; orbit can be ordered in %s of draws", report.Percent(s.Orderable.Orbit))
	}
	return text + "."
}
