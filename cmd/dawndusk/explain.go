package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) explainCommand() *cobra.Command {
	var f studyFlags
	var scenario string
	cmd := &cobra.Command{
		Use:   "explain PATH",
		Short: "Show an input's evidence, and the headline at its low and high end",
		Long: `Explain prints the value, range, distribution and sources of an input, and plays
the scenario with it held at the low end, the centre and the high end of its
range, all else drawn as ever. The last word of a path is enough where it is
the only one of its kind.`,
		Example: `  dawndusk explain launch.starship_v3.ship_dry_mass
  dawndusk explain operator.policy --draws 500`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := dawndusk.Load(scenario, f.set...)
			if err != nil {
				return err
			}
			path := complete(c.Book, args[0])
			row, err := c.Book.Find(path)
			if err != nil {
				return err
			}
			step, end := a.progress()
			held, err := study.Explain(cmd.Context(), scenario, f.set, path, study.Options{Draws: f.draws, Seed: f.seed, Version: version(), Progress: step})
			end()
			if err != nil {
				return err
			}
			a.printEvidence(c.Book, row)
			a.printHeld(c, row, held, &f)
			return nil
		},
		ValidArgsFunction: completePaths,
	}
	f.add(cmd, 1000)
	cmd.Flags().StringVar(&scenario, "scenario", defaultScenario, "scenario that gives all other inputs")
	return cmd
}

func completePaths(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	book, err := dawndusk.Ledger()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var paths []string
	for _, r := range book.Rows {
		paths = append(paths, r.Path+"\t"+r.What)
	}
	return paths, cobra.ShellCompDirectiveNoFileComp
}

// complete turns the end of a path into the path if there is only one such.
func complete(book *ledger.Book, end string) string {
	found := ""
	for i := range book.Rows {
		p := book.Rows[i].Path
		switch {
		case p == end:
			return end
		case strings.HasSuffix(p, "."+end) && found != "":
			return end
		case strings.HasSuffix(p, "."+end):
			found = p
		}
	}
	if found != "" {
		return found
	}
	return end
}

// printEvidence prints a row of the ledger.
func (a *app) printEvidence(book *ledger.Book, r *ledger.Row) {
	p := func(name, text string) {
		for i, line := range wrap(text, 82) {
			if i > 0 {
				name = ""
			}
			fmt.Fprintf(a.out, "%s%s\n", a.style(dim, left(name, 14)), line)
		}
	}
	fmt.Fprintln(a.out, a.style(bold, r.Path))
	p("", r.What)
	fmt.Fprintln(a.out)
	p("value", valueOf(r))
	switch {
	case len(r.Choices) > 0:
		p("choices", strings.Join(r.Choices, ", "))
	case r.Range[0] != "":
		p("range", r.Range[0]+" to "+r.Range[1]+" ("+meaning(r)+")")
	}
	if r.Limits[0] != "" {
		p("limits", r.Limits[0]+" to "+r.Limits[1])
	}
	p("kind", string(r.Kind))
	for i, ref := range r.Refs {
		name := "source"
		if i > 0 {
			name = ""
		}
		s, _ := book.Source(ref.Key)
		p(name, strings.TrimSpace(fmt.Sprintf("[%s] %s: %s (%s) %s", ref.Key, s.Author, s.Title, s.Year, ref.Locator)))
		p("", s.Address)
	}
	p("note", r.Note)
}

// meaning says what a row's range is.
func meaning(r *ledger.Row) string {
	switch {
	case r.Dist == ledger.Fixed:
		return "not drawn"
	case r.Bounds:
		return string(r.Dist) + " between these bounds"
	}
	return string(r.Dist) + ", 5 to 95 %"
}

// printHeld prints the headline with the input held at each value.
func (a *app) printHeld(c *dawndusk.Case, row *ledger.Row, held []study.Held, f *studyFlags) {
	switch {
	case len(held) > 0:
	case row.Null:
		fmt.Fprintln(a.out, "\nIt is derived unless a scenario states it, so there is no range to explore.")
		return
	default:
		fmt.Fprintln(a.out, "\nThe scenario leaves this chapter out (run.moon, run.company, run.lab, run.events), so nothing moves with it.")
		return
	}
	fmt.Fprintf(a.out, "\n%s\n", a.style(bold, "Orbit cheaper for "+report.Product(c.Scenario.Run.Headline.String())+", with this input held"))
	fmt.Fprintln(a.out, a.style(dim, left("", 22)+right("2029", 8)+right("2035", 8)+right("2045", 8)+"   "+left("crossover 10–50–90 %", 22)+right("never", 6)+right("orbit ÷ ground 2035", 21)))
	for _, h := range held {
		v := &h.Verdict
		fmt.Fprintln(a.out, left(cut(h.Text, 21), 22)+right(report.Percent(v.POrbitCheaper2029), 8)+right(report.Percent(v.POrbitCheaper2035), 8)+
			right(report.Percent(v.POrbitCheaper2045), 8)+"   "+left(crossover(v.CrossoverYear), 22)+right(report.Percent(v.CrossoverYear.NeverFraction), 6)+right(report.Spread(v.CostRatio2035, compact), 21))
	}
	fmt.Fprintln(a.out, a.style(dim, fmt.Sprintf("%s draws each, seed %d; sampling error of 2035 ±%.1f points (one standard error)", report.Count(f.draws), f.seed, 100*float64(held[len(held)/2].Verdict.StandardError2035))))
}

// crossover prints the quantiles of a crossover year.
func crossover(c study.Crossover) string {
	return report.Year(c.P10) + "–" + report.Year(c.P50) + "–" + report.Year(c.P90)
}
