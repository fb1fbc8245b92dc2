package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) sensitivityCommand() *cobra.Command {
	o := study.SensitivityOptions{Version: version()}
	var set []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "sensitivity [SCENARIO|FILE.yaml]",
		Short: "Share the variance of a number among the inputs behind it",
		Long: `Sensitivity prints the Sobol indices of a headline number: how much of its
variance would go if a group of inputs were known, and how much would stay if
all but that group were known. Inputs that the ledger correlates are one group,
and so is chance inside a run. It plays rows × (groups + 2) draws and says how
many before it begins.

The variance is that of the logarithm; where any draw has none, such as an hour
that cannot be delivered, it is that of the rank. The numbers are:

` + headlineList(),
		Example: `  dawndusk sensitivity
  dawndusk sensitivity skeptic --groups chapter
  dawndusk sensitivity --of orbit-cost --year 2030 --inputs 40
  dawndusk sensitivity --rows 16384 --json | jq '.groups[0]'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.By == study.ByChapter && cmd.Flags().Changed("inputs") {
				return badInput("--inputs goes with --groups %s; leave one of the two out", study.ByInput)
			}
			step, end := a.progress()
			o.Progress = step
			o.Planned = func(p study.SensitivityPlan) {
				a.warn(p.Warnings)
				fmt.Fprintf(a.err, "%s rows of %s groups: %s draws\n", report.Count(p.Rows), report.Count(p.Groups), report.Count(p.Draws))
			}
			s, err := study.Sensitivity(cmd.Context(), scenarioOf(args), set, o)
			end()
			if err == nil {
				err = cmd.Context().Err()
			}
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(s)
			}
			a.printSensitivity(s)
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	cmd.Flags().StringVar(&o.Of, "of", study.Headlines[0].Name, "the number, one of those above")
	cmd.Flags().IntVar(&o.Year, "year", 2035, "its year")
	cmd.Flags().StringVar(&o.By, "groups", study.ByInput, "inputs: the strongest one by one; chapter: those of a chapter together")
	cmd.Flags().IntVar(&o.Inputs, "inputs", 20, "how many of the strongest inputs are groups of their own")
	cmd.Flags().IntVar(&o.Rows, "rows", 4096, "rows of the design; powers of two are best")
	cmd.Flags().BoolVar(&o.Rank, "rank", false, "share out the variance of the rank instead of the logarithm's")
	cmd.Flags().Uint64Var(&o.Seed, "seed", 1, "seed of all chance; the same seed gives the same bytes")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

func headlineList() (text string) {
	for i, h := range study.Headlines {
		if i > 0 {
			text += "\n"
		}
		text += "  " + left(h.Name, 14) + h.What
	}
	return text
}

// printSensitivity prints the groups, the largest total index first.
func (a *app) printSensitivity(s *study.SensitivitySummary) {
	say := func(text string) { fmt.Fprintln(a.out, text) }
	const name, total, first = 44, 25, 27
	line := func(label string, t, f string) string { return left(label, name) + right(t, total) + right(f, first) }

	say(a.title(s.Scenario, s.Title))
	say("")
	say(a.style(bold, fmt.Sprintf("%s, %d: %s", s.What, s.Year, report.Spread(s.Value, compact))))
	scale := "the shares are of the variance of its logarithm"
	if s.Scale == "rank" {
		scale = "the shares are of the variance of its rank"
		if s.NoValueFraction > 0 {
			scale += fmt.Sprintf(": in %s of draws there is no such number or it is 0", report.Percent(s.NoValueFraction))
		}
	}
	say(scale)
	say("")
	if !s.FirstOrderSum.Value.Finite() {
		say("It is the same in all draws: there is no variance to share.")
		return
	}
	say(a.style(dim, line("group", "total T (95 %)", "first-order S (95 %)")))
	for _, g := range s.Groups {
		label := g.Name
		if g.Kind != study.GroupInput && g.Kind != study.GroupChance {
			count := fmt.Sprintf(" (%d inputs)", len(g.Inputs))
			label = cut(label, name-3-len(count)) + count
		}
		say(line("  "+cut(label, name-3), interval(g.Total), interval(g.FirstOrder)))
	}
	say(line("sum of first-order", "", interval(s.FirstOrderSum)))
	say(line("left for interactions", "", interval(s.Interactions)))
	say("")
	for _, l := range unbroken("T: the share that stays if all but the group is known; S: the share that goes if the group alone is known; T − S: its interactions.", screen) {
		say(l)
	}
	for _, l := range unbroken(fmt.Sprintf("%s draws: %s rows of %s groups, seed %d; 95 %% intervals from %s bootstraps of the rows; scenario %s",
		report.Count(s.Draws), report.Count(s.Rows), report.Count(len(s.Groups)), s.Seed, report.Count(s.Resamples), s.ScenarioHash), screen) {
		say(a.style(dim, l))
	}
}

// interval prints an estimate: "0.36 (0.32–0.41)".
func interval(e study.Estimate) string {
	return report.Spread(study.Band{P10: e.Low, P50: e.Value, P90: e.High}, func(n study.Number) string {
		if !n.Finite() {
			return "–"
		}
		return report.Fixed(float64(n), 3)
	})
}
