package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) backtestCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "backtest [ID…]",
		Short: "Score what the models would have said of numbers they had not seen",
		Long: `Backtest fits each model to a series up to a split, asks it for the rest as a
median and an 80 % band, and scores both beside naive baselines on the same numbers:
how many the band held, how far the median was off, and the interval score (Winkler;
width and misses, small is good). Misses are printed like the rest, and of each test
how far the model was drawn with the outcome known. A backtest is named by its id or
by the reference's short name; naming it shows its numbers one by one.`,
		Example: `  dawndusk backtest                             # the scoreboard
  dawndusk backtest falcon-2021 starship-failures
  dawndusk backtest T12                         # all that the reference calls T12
  dawndusk backtest --json | jq '.backtests[] | {id, verdict}'`,
		RunE: func(_ *cobra.Command, args []string) error {
			done, err := study.RunBacktests(args...)
			if err != nil {
				return err
			}
			switch {
			case asJSON:
				absent := study.NotBacktested
				if len(args) > 0 {
					absent = []study.BacktestAbsent{}
				}
				return a.printJSON(struct {
					Backtests []*study.Backtested    `json:"backtests"`
					Not       []study.BacktestAbsent `json:"not_backtested"`
				}{done, absent})
			case len(args) > 0:
				for i, r := range done {
					if i > 0 {
						fmt.Fprintln(a.out)
					}
					a.printBacktest(r)
				}
			default:
				a.printScoreboard(done)
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return study.Backtests(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// printScoreboard prints a line for each backtest, its best baseline beside it.
func (a *app) printScoreboard(done []*study.Backtested) {
	fmt.Fprintln(a.out, a.style(dim, left("", 23)+right("80 % band held", 19)+right("median off by", 17)+right("interval score", 16)))
	fmt.Fprintln(a.out, a.style(dim, left("", 23)+right("model", 10)+right("naive", 9)+right("model", 9)+right("naive", 8)+right("model", 8)+right("naive", 8)+"  verdict"))
	for _, r := range done {
		ours, naive := &r.Scores[0], r.BestNaive()
		line := left(cut(r.ID, 18), 19) + a.style(dim, left(r.Reference, 4)) + right(heldText(ours), 10)
		if naive == nil {
			line += right("", 9) + right(offText(r, ours), 9) + right("", 8) + right(report.Figure(ours.IntervalScore), 8) + right("", 8)
		} else {
			line += right(heldText(naive), 9) + right(offText(r, ours), 9) + right(offText(r, naive), 8) +
				right(report.Figure(ours.IntervalScore), 8) + right(report.Figure(naive.IntervalScore), 8)
		}
		verdict := r.Verdict
		if !r.Better {
			verdict = a.style(bold, verdict)
		}
		fmt.Fprintln(a.out, line+"  "+verdict)
		fmt.Fprintln(a.out, a.style(dim, "  "+cut(r.What+"; "+fittedOn(r), 96)))
		for _, l := range wrap(r.Because, 94) {
			fmt.Fprintln(a.out, "    "+l)
		}
	}
	better, scored := study.CountBacktests(done)
	fmt.Fprintf(a.out, "\n%d of %d models are better than every naive baseline; shown is the one with the best interval score.\n", better, scored)
	fmt.Fprintln(a.out, a.style(dim, "× is a factor: there logarithms are scored. usd-per-kg is a cross-check, levels are no forecasts."))
	fmt.Fprintln(a.out, a.style(bold, "\nNot backtested"))
	for _, n := range study.NotBacktested {
		head := left(n.Reference, 5)
		for _, l := range wrap(n.What+": "+n.Missing, 93) {
			fmt.Fprintln(a.out, a.style(dim, head)+l)
			head = left("", 5)
		}
	}
}

func fittedOn(r *study.Backtested) string {
	if r.Kind == study.Level {
		return "nothing is held out"
	}
	return "fitted on " + r.Split
}

func heldText(s *study.BacktestScore) string { return fmt.Sprintf("%d of %d", s.Held, s.Of) }

// offText is the mean distance of the median: a factor where logarithms are scored.
func offText(r *study.Backtested, s *study.BacktestScore) string {
	if r.Logs {
		return "×" + report.Fixed(math.Exp(float64(s.MedianError)), 3)
	}
	return report.Figure(s.MedianError)
}

// shownPoints is how many numbers of a backtest the screen shows.
const shownPoints = 12

// printBacktest prints one backtest in full.
func (a *app) printBacktest(r *study.Backtested) {
	fmt.Fprintln(a.out, a.style(bold, r.ID)+"  "+r.What+" ("+r.Unit+")")
	p := func(name, text string) {
		for i, l := range wrap(text, 82) {
			if i > 0 {
				name = ""
			}
			fmt.Fprintln(a.out, a.style(dim, left(name, 14))+l)
		}
	}
	p("model", r.Model)
	p("kind", string(r.Kind)+"; "+fittedOn(r))
	p("", fmt.Sprintf("%d numbers seen; known of the rest: %s", r.Seen, r.Known))
	blind := "no: "
	if r.Blind {
		blind = "yes: "
	}
	p("blind", blind+r.Drawn)
	fmt.Fprintln(a.out)
	fmt.Fprintln(a.out, a.style(dim, left("", 44)+right("came", 10)+right("median", 10)+right("80 % band", 20)))
	for i := range r.Points {
		if i == shownPoints && len(r.Points) > shownPoints {
			fmt.Fprintln(a.out, a.style(dim, fmt.Sprintf("and %d more, in --json", len(r.Points)-shownPoints)))
			break
		}
		q := &r.Points[i]
		came, missed := report.Figure(q.Actual), ""
		switch {
		case q.Open:
			came, missed = "> "+came, "open"
			if !q.Held {
				missed = a.style(bold, "open, and beyond")
			}
		case !q.Held:
			missed = a.style(bold, "missed")
		}
		fmt.Fprintln(a.out, strings.TrimRight(left(cut(q.Label, 43), 44)+right(came, 10)+right(report.Figure(q.Band.P50), 10)+
			right(report.Figure(q.Band.P10)+"–"+report.Figure(q.Band.P90), 20)+"  "+missed, " "))
	}
	fmt.Fprintln(a.out)
	if open, beyond := r.Open(); open > 0 {
		fmt.Fprintln(a.out, a.style(dim, fmt.Sprintf("%d have not come by October 2026 and are not scored; %d of them are beyond the 90 %% point.", open, beyond)))
		fmt.Fprintln(a.out)
	}
	fmt.Fprintln(a.out, a.style(dim, left("", 58)+right("held", 10)+right("off by", 12)+right("score", 12)))
	for i := range r.Scores {
		s := &r.Scores[i]
		fmt.Fprintln(a.out, left(cut(s.Method, 57), 58)+right(heldText(s), 10)+right(offText(r, s), 12)+right(report.Figure(s.IntervalScore), 12))
	}
	p("verdict", r.Verdict+": "+r.Because)
}
