package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) claimsCommand() *cobra.Command {
	o := study.ClaimsOptions{Version: version()}
	var f studyFlags
	var asJSON bool
	var only string
	cmd := &cobra.Command{
		Use:   "claims [SCENARIO|FILE.yaml]",
		Short: "Answer the 30 claims of the merger, one by one",
		Long: `Claims plays a scenario and holds it against every claim made when SpaceX and
xAI merged: what the model says, with a probability, a quantity and a date; what
has been observed; why; and how good the evidence is. What must be true of a draw
for a claim to come true in it was written down before any run.

A claim is met (on record), on course (in half of the draws or more), unlikely (in
fewer), refuted (in fewer than one in twenty), an input, or untestable with the
reason. An input has no probability: its answer is how the scenario departs from it.`,
		Example: `  dawndusk claims
  dawndusk claims promoter --draws 1000
  dawndusk claims --only C03,C12
  dawndusk claims --json | jq '.[] | {id, verdict, probability, date}'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Draws, o.Seed, o.Set = f.draws, f.seed, f.set
			if only != "" {
				o.Only = strings.Split(only, ",")
			}
			step, end := a.progress()
			o.Progress = step
			s, err := study.Claims(cmd.Context(), scenarioOf(args), o)
			end()
			if err != nil {
				return err
			}
			a.warn(s.Warnings)
			if asJSON {
				return a.printJSON(s.Claims)
			}
			a.printClaims(s, only != "")
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
	f.add(cmd, 1500)
	cmd.Flags().StringVar(&only, "only", "", "claims to show at length, joined by commas, such as C03,C12")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list alone, as JSON")
	return cmd
}

// The columns of the table of claims: 100 letters in all.
const (
	claimID      = 5
	claimText    = 43
	claimVerdict = 11
	claimChance  = 7
	claimWhen    = 7
)

// printClaims prints a line for each claim, or all of it where it is asked at length.
func (a *app) printClaims(s *study.ClaimsSummary, atLength bool) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	para := func(text string) {
		for _, l := range wrap(text, screen-claimID) {
			say(strings.Repeat(" ", claimID), l)
		}
	}
	say(a.title(s.Scenario, s.Title))
	say()
	if !atLength {
		say(a.style(dim, left("", claimID)+left("claim", claimText)+left("verdict", claimVerdict)+right("chance", claimChance)+right("when", claimWhen)+"  value (10–90 %)"))
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		chance, when := "", ""
		if c.Probability.Finite() {
			chance = report.Percent(c.Probability)
		}
		if c.Date.Finite() {
			when = report.Year(c.Date)
		}
		if !atLength {
			say(left(c.ID, claimID), left(cut(c.Claim, claimText-1), claimText), a.style(verdictStyle(c.Verdict), left(c.Verdict, claimVerdict)),
				right(chance, claimChance), right(when, claimWhen), "  "+cut(report.ClaimQuantity(&c.Value), screen-claimID-claimText-claimVerdict-claimChance-claimWhen-2))
			continue
		}
		say(a.style(bold, left(c.ID, claimID)+cut(c.Claim, screen-claimID)))
		if c.Numbers != "" {
			para("as reported: " + c.Numbers)
		}
		line := "verdict: " + c.Verdict
		if chance != "" {
			line += ", " + chance + " of draws"
		}
		if when != "" {
			line += ", in half of them by " + when
		}
		para(line)
		if v := report.ClaimQuantity(&c.Value); v != "" {
			para(c.Value.What + ": " + v)
		}
		for _, x := range []struct{ what, text string }{
			{"asked", c.Asks}, {"differs", c.Differs}, {"observed", c.Observed}, {"reason", c.Reason}, {"evidence", c.Evidence},
		} {
			if x.text != "" {
				para(x.what + ": " + x.text)
			}
		}
		say()
	}
	if !atLength {
		say()
		for _, l := range wrap(fmt.Sprintf("%s draws, seed %d. Chance: share of draws in which what the claim asks comes true; when: the year in which it does in half of them. --only C03,C12 tells a claim at length, --json all of them; the report of \"dawndusk run\" has the chapters", report.Count(s.Draws), s.Seed), screen) {
			say(a.style(dim, l))
		}
	}
}

// verdictStyle sets apart what has an answer that can still come out otherwise.
func verdictStyle(verdict string) string {
	switch verdict {
	case "input", "untestable":
		return dim
	}
	return bold
}
