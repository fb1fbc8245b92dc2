package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) signpostsCommand() *cobra.Command {
	o := study.SignpostOptions{Version: version()}
	var set []string
	var top int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "signposts [SCENARIO|FILE.yaml]",
		Short: "Name the dated observations that move the probability most",
		Long: `Signposts names up to five numbers that will be known by a month and move the
probability most that an hour from orbit, ordered in July of a year, costs less
than a multiple of the ground's: each with its date, the threshold to watch, the
probability on either side of it, and how much it adds to those before it. Half
of the draws choose, the other half measures.

The multiple is 1, or --target. Where orbit is cheaper in fewer than 2 % of the
draws, or dearer in fewer, that is too rare to learn about, and the event is the
cheapest tenth of the draws instead; the output says which.`,
		Example: `  dawndusk sensitivity signposts
  dawndusk sensitivity signposts promoter --target 1.5
  dawndusk sensitivity signposts --year 2040 --by 2032-06 --draws 16384
  dawndusk sensitivity signposts --json | jq '.signposts[].name'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if top < 0 {
				return badInput("--top: %d observations; write 0 for all, or how many", top)
			}
			play := func() (*study.SignpostSummary, error) {
				return study.Signposts(cmd.Context(), scenarioOf(args), set, o)
			}
			return answer(a, &o.Progress, asJSON, play, func(s *study.SignpostSummary) []string { return s.Warnings },
				func(s *study.SignpostSummary) { a.printSignposts(s, top) })
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	cmd.Flags().IntVar(&o.Year, "year", 2035, "year of the order")
	cmd.Flags().StringVar(&o.By, "by", "2029-12", "month until which one watches")
	cmd.Flags().Float64Var(&o.Target, "target", 0, "the event is a cost of orbit below so many times the ground's; 0: chosen as above")
	cmd.Flags().IntVar(&o.Draws, "draws", 32768, "number of draws; powers of two are best")
	cmd.Flags().IntVar(&top, "top", 12, "observations shown in the second table; 0: all")
	cmd.Flags().Uint64Var(&o.Seed, "seed", 1, "seed of all chance; the same seed gives the same bytes")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// tie stands for a blank at which no line is broken.
const tie = "¤"

var tied = strings.NewReplacer(" ± ", tie+"±"+tie, " %", tie+"%")

// unbroken wraps a text without parting a number from its percent or its error.
func unbroken(text string, width int) []string {
	lines := wrap(tied.Replace(text), width)
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], tie, " ")
	}
	return lines
}

// printSignposts prints sentences that can be read aloud, then what every
// observation says by itself.
func (a *app) printSignposts(s *study.SignpostSummary, top int) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	wrapped := func(indent, style, text string) {
		for _, l := range unbroken(text, screen-len(indent)) {
			say(indent, a.style(style, l))
		}
	}
	say(a.title(s.Scenario, s.Title))
	say()
	wrapped("", bold, signpostQuestion(s))
	if s.NothingOrdered {
		wrapped("", "", "This scenario orders nothing in orbit: the event is one of the price of what nobody builds.")
	}
	say()
	if len(s.Observables) == 0 {
		wrapped("", "", "It is so in all draws or in none of them, or nearly: there is nothing to learn. Try --target.")
		return
	}
	if len(s.Signposts) == 0 {
		wrapped("", "", "Nothing that is known by then moves that probability beyond what chance would do in so many draws. Try more --draws, a later --by or another --target.")
		say()
	}
	for i := range s.Signposts {
		p := &s.Signposts[i]
		say(a.style(bold, fmt.Sprintf("%d. %s", i+1, signpostName(&p.Observable))))
		wrapped("   ", "", signpostFacts(&p.Observable))
		wrapped("   ", "", signpostSplit(&p.Observable))
		own := fmt.Sprintf("Known exactly, it takes away %s of the variance of that yes or no", percentError(p.Explained))
		if i > 0 {
			own += fmt.Sprintf("; its threshold adds %s to those above", percentError(p.Added))
		}
		wrapped("   ", dim, own+".")
		say()
	}
	if n := len(s.Signposts); n > 0 {
		text := fmt.Sprintf("The thresholds together explain %s of the variance.", percentError(s.Signposts[n-1].Total))
		if n == 1 {
			text = fmt.Sprintf("Its threshold explains %s of the variance.", percentError(s.Signposts[0].Total))
		}
		for _, c := range []struct {
			which string
			c     *study.SignpostCorner
		}{{"well", &s.AllGood}, {"badly", &s.AllBad}} {
			if n > 1 && c.c.Probability.Value.Finite() { // of one, its own sentence has said it
				text += fmt.Sprintf(" All turn out %s in %s of draws; then the probability is %s.", c.which, report.Percent(c.c.Share), percentError(c.c.Probability))
			}
		}
		wrapped("", "", text)
		say()
	}

	const name, when, number, side = 50, 7, 15, 8
	say(a.style(dim, left("alone, by what each explains if known exactly", name)+left("known", when)+right("threshold", number)+right("below", side)+right("above", side)+right("explains", side+1)))
	shown := s.Observables
	if top > 0 {
		shown = shown[:min(top, len(shown))]
	}
	for i := range shown {
		o := &shown[i]
		if !o.Threshold.Finite() {
			continue
		}
		say(left("  "+cut(o.Name, name-3), name), left(o.Known, when), right(cut(quantityText(o, o.Threshold), number-1), number),
			right(report.Percent(o.Below.Value), side), right(report.Percent(o.Above.Value), side), right(report.Fixed(max(0, 100*float64(o.Explained.Value)), 1)+" %", side+1))
	}
	say()
	wrapped("", dim, fmt.Sprintf("%s draws: half choose, half measure; ± is one standard error, ranges of thresholds hold %s; %s observations watched, %s not shown (--top 0). What comes too late counts on the late, heavy or missing side. %d dollars; seed %d; scenario %s",
		report.Count(s.Draws), report.Percent(s.Confidence), report.Count(len(s.Observables)), report.Count(len(s.Observables)-len(shown)), s.MoneyYear, s.Seed, s.ScenarioHash))
}

// signpostQuestion says which event is watched for, and why that one.
func signpostQuestion(s *study.SignpostSummary) string {
	t := &s.Target
	order := fmt.Sprintf("an hour of %s from orbit, ordered in July %d, costs less than", report.Product(s.Product), s.Year)
	p := percentError(t.Probability)
	switch t.Because {
	case study.TargetCheaper:
		return fmt.Sprintf("What to watch until %s. The event: %s on the ground. Its probability today is %s.", s.By, order, p)
	case study.TargetGiven:
		return fmt.Sprintf("What to watch until %s. The event, as asked: %s %s times as much as on the ground. Its probability today is %s.", s.By, order, report.Figure(t.Ratio), p)
	}
	often := fmt.Sprintf("in only %s of %s draws", report.Percent(t.POrbitCheaper), report.Count(s.Draws))
	switch {
	case t.POrbitCheaper == 0:
		often = fmt.Sprintf("in none of %s draws", report.Count(s.Draws))
	case t.POrbitCheaper > 0.5:
		often = fmt.Sprintf("in %s of %s draws", report.Percent(t.POrbitCheaper), report.Count(s.Draws))
	}
	return fmt.Sprintf("What to watch until %s. Orbit is cheaper than the ground %s, so there is nothing to learn about that. The event is the best tenth instead: %s %s times as much as on the ground. Its probability today is %s.",
		s.By, often, order, report.Figure(t.Ratio), p)
}

func signpostName(o *study.Observable) string {
	if o.Year == 0 {
		return o.Name
	}
	return fmt.Sprintf("%s, %d", o.Name, o.Year)
}

// signpostFacts says when it is known, what it is today and what is expected.
func signpostFacts(o *study.Observable) string {
	text := "Known " + o.Known
	if o.Seen < 0.995 {
		text += fmt.Sprintf(" in the median, in time in %s of draws", report.Percent(o.Seen))
	}
	if o.Today.Finite() {
		text += "; in 2026 " + quantityText(o, o.Today)
	}
	if o.Median.Finite() {
		text += "; expected " + quantityText(o, o.Median)
	} else {
		text += "; in half of the draws not by then"
	}
	return text + "."
}

// signpostSplit says the probability on either side of the threshold, the better
// side first.
func signpostSplit(o *study.Observable) string {
	t := quantityText(o, o.Threshold)
	lo, hi := quantityText(o, o.ThresholdLow), quantityText(o, o.ThresholdHigh)
	if lo != hi {
		t += fmt.Sprintf(" (%s to %s)", signpostNumber(o, o.ThresholdLow), signpostNumber(o, o.ThresholdHigh))
	}
	below, above := "at most "+t, "more"
	unseen := "not known by then"
	if o.Unit == "date" {
		below, above, unseen = "by "+t, "later", "not by then"
	}
	better, worse := above, below
	pb, pw := o.Above, o.Below
	swapped := o.Below.Value > o.Above.Value
	if swapped {
		better, worse, pb, pw = below, above, pw, pb
	} else {
		better, worse = strings.Replace(below, "at most", "more than", 1), "less"
		if o.Unit == "date" {
			better, worse = "after "+t, "earlier"
		}
	}
	if o.Seen < 0.995 {
		if (o.Unseen == "above") == swapped {
			worse += " or " + unseen
		} else {
			better += " or " + unseen
		}
	}
	return fmt.Sprintf("If it is %s, the probability is %s; if %s, %s.", better, percentError(pb), worse, percentError(pw))
}

// quantityText prints a number of an observable with its unit.
func quantityText(o *study.Observable, v study.Number) string {
	n := signpostNumber(o, v)
	switch {
	case o.Unit == "date" || !v.Finite():
		return n
	}
	return n + " " + o.Unit
}

func signpostNumber(o *study.Observable, v study.Number) string {
	switch {
	case !v.Finite():
		return "none"
	case o.Unit == "date":
		return study.Month(float64(v))
	}
	return report.Figure(v)
}

// percentError prints a share with its standard error: "12 ± 1 %".
func percentError(s study.Share) string {
	v, e := 100*float64(s.Value), 100*float64(s.StandardError)
	digits := 0
	if e < 0.95 || math.Abs(v) < 9.5 {
		digits = 1
	}
	return report.Fixed(v, digits) + " ± " + report.Fixed(e, digits) + " %"
}
