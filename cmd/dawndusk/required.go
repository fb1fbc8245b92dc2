package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) requiredCommand() *cobra.Command {
	o := study.RequiredOptions{Version: version()}
	var set []string
	var top int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "required [SCENARIO|FILE.yaml]",
		Short: "Say what would have to be true for orbit to be no dearer",
		Long: `Required looks for the point nearest to the median of the priors at which an hour
of the headline product ordered in July of a year is no dearer from orbit than on
the ground, with even luck. Each input counts by its own distribution, correlated
ones together, so the distance is in prior standard deviations. It prints what
that point asks of the inputs, and the share of draws that get there. The search
takes 130,000 to 180,000 runs.`,
		Example: `  dawndusk sensitivity required
  dawndusk sensitivity required --by 2045 --top 30
  dawndusk sensitivity required promoter --by 2040
  dawndusk sensitivity required --json | jq '.inputs[0]'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if top < 0 {
				return badInput("--top: %d inputs; write 0 for all, or how many", top)
			}
			play := func() (*study.RequiredSummary, error) { return study.Required(cmd.Context(), scenarioOf(args), set, o) }
			return answer(a, &o.Progress, asJSON, play, func(s *study.RequiredSummary) []string { return s.Warnings },
				func(s *study.RequiredSummary) { a.printRequired(s, top) })
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	cmd.Flags().IntVar(&o.By, "by", 2035, "year of the order")
	cmd.Flags().IntVar(&o.Draws, "draws", 1000, "draws whose share stands beside the answer, and the best of which are starts")
	cmd.Flags().Uint64Var(&o.Seed, "seed", 1, "seed of the draws; the same seed gives the same bytes")
	cmd.Flags().IntVar(&top, "top", 15, "inputs shown; 0: all")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// printRequired prints the point and what it asks of the inputs.
func (a *app) printRequired(s *study.RequiredSummary, top int) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	para := func(style, text string) {
		for _, l := range unbroken(text, screen) {
			say(a.style(style, l))
		}
	}
	say(a.title(s.Scenario, s.Title))
	say()
	what, aim := "be no dearer from orbit than on the ground", "at the point below"
	if s.Already {
		what = "cease to be cheaper from orbit"
	}
	para(bold, fmt.Sprintf("What would have to be true for an hour of %s ordered in July %d to %s", report.Product(s.Product), s.By, what))
	say()
	ratio := func(label string, n study.Number) {
		say(left(label, 30), right(headline(n), 8), "  orbit ÷ ground")
	}
	ratio("all at central values", s.Central)
	ratio("all at medians", s.Median)
	if !s.Beta.Finite() {
		say()
		para("", fmt.Sprintf("No such point was found within %d prior standard deviations of the median, nor beyond: %s.", study.MostDeviations, sampled(s)))
		a.requiredFooter(s, para)
		return
	}
	ratio(aim, s.Ratio)
	say(left("its distance β from the median", 30), right(report.Fixed(float64(s.Beta), 2), 8), "  prior standard deviations")
	say(left("Φ(−β), if the limit were flat", 30), right(chanceOf(s.Probability), 8))
	say(left("sampled, with luck", 30), right(chanceOf(s.SampledShare), 8), "  ", sampled(s))
	say()
	if !s.Found {
		para("", fmt.Sprintf("No such point was found within %d prior standard deviations of the median; the nearest lies beyond:", study.MostDeviations))
		say()
	}

	shown := s.Inputs
	if top > 0 {
		shown = shown[:min(top, len(shown))]
	}
	const name, value, percentile, deviations, without = 37, 14, 10, 6, 13
	say(a.style(dim, left("input", name)+right("central", value)+"   "+left("required", value)+right("percentile", percentile)+right("sd", deviations)+right("ratio without", without+1)))
	for _, in := range shown {
		say(left(cut(in.Path, name-1), name), right(cut(in.Central, value), value), " → ", left(cut(in.Required, value), value), right(chanceOf(in.Percentile), percentile),
			right(report.Signed(in.Deviations), deviations), right(headline(in.Without), without+1))
	}
	little := 0
	for _, in := range s.Inputs {
		if math.Abs(float64(in.Deviations)) < 0.1 {
			little++
		}
	}
	say()
	text := fmt.Sprintf("%s of %s inputs move by less than 0.1. Inputs correlated with others are carried along by them. Ratio without: with that input alone at its central value again.",
		report.Count(little), report.Count(len(s.Inputs)))
	if s.Before > 1 && s.Before-s.Ratio > 0.02 || s.Already && s.Ratio-s.Before > 0.02 {
		text += fmt.Sprintf(" The ratio jumps there: a thousandth nearer it comes to %s.", headline(s.Before))
	}
	para(dim, text)
	a.requiredFooter(s, para)
}

func (a *app) requiredFooter(s *study.RequiredSummary, para func(style, text string)) {
	var ends []string
	for _, r := range s.Starts {
		ends = append(ends, headline(r))
	}
	para(dim, fmt.Sprintf("Φ(−β) is the share of draws beyond a flat limit; this one bends and jumps, and draws have luck. Searches from %d starts ended at %s before the nearest three were refined, so β is an upper bound; %s runs, seed %d; scenario %s",
		len(s.Starts), strings.Join(ends, ", "), report.Count(s.Runs), s.Seed, s.ScenarioHash))
}

// sampled says what the draws had.
func sampled(s *study.RequiredSummary) string {
	n := int(math.Round(float64(s.SampledShare) * float64(s.Draws)))
	text := fmt.Sprintf("%s of %s draws have orbit cheaper", report.Count(n), report.Count(s.Draws))
	if n == 0 {
		text += fmt.Sprintf(", so under %s (95 %%)", chanceOf(study.Number(min(1, 3/float64(s.Draws)))))
	}
	return text
}

// chanceOf prints a share to two figures, near 0 and near 1 alike.
func chanceOf(n study.Number) string {
	p := float64(n)
	switch {
	case !n.Finite():
		return "–"
	case p > 0 && p < 1e-5:
		return fmt.Sprintf("%.0e", p)
	case p <= 0.5:
		return report.Short(study.Number(100*p)) + " %"
	case p > 1-1e-5 && p < 1:
		return ">99.999 %"
	}
	digits := 0
	if p < 1 {
		digits = max(0, int(math.Ceil(-math.Log10(1-p)))-1)
	}
	return report.Fixed(100*p, digits) + " %"
}
