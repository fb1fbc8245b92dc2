package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) studyStandsCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "stands",
		Short: "Put all studies on one axis, at their own boundary and at ours",
		Long: `Stands lists the published studies that compare orbit with the ground, cheapest
orbit in print first: what each prints; what this model makes of the inputs it
states, counted as the study counts: its boundary, its interest, its losses; and
what it makes of them with all else as in the base, at the whole bill of an hour.

From the first to the second number the model differs, from the second to the
third what is counted. "dawndusk compare A B" says which inputs make two differ.`,
		Example: `  dawndusk study stands
  dawndusk study stands --json | jq '.[] | {study, printed, at_full_bill}'`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			list, err := study.Standings(cmd.Context())
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(list)
			}
			a.printStandings(list)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list alone, as JSON")
	return cmd
}

// printStandings prints one study a line.
func (a *app) printStandings(list []study.Standing) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	const name, year, boundary, metric, number = 29, 5, 25, 10, 7
	say(a.style(bold, "Orbit's cost over the ground's"))
	say()
	head := left("study", name) + left("year", year) + left("boundary", boundary) + left("metric", metric)
	say(a.style(dim, head+right("inputs", number)+right("printed", number+1)+right("its own", number+1)+right("in full", number+1)))
	for i := range list {
		s := &list[i]
		say(left(cut(report.StandingName(s), name-1), name), left(fmt.Sprint(s.Year), year), left(cut(report.Boundary(s.Boundary), boundary-1), boundary), left(s.Metric, metric),
			right(fmt.Sprint(s.Inputs), number), right(report.Short(s.Printed), number+1), right(report.Short(s.Theirs), number+1), right(report.Short(s.Ours), number+1))
	}
	say()
	for _, line := range wrap("Inputs: how many of the model's the study states. Printed: by the study. Its own: this model with these inputs, counted as the study counts. In full: the same inputs and all else as in the base, losses, interest, tax and falling prices, by the hour delivered. Central values, no luck: one run each, not a forecast. What has no counterpart is noted in doc/studies.md and --json", screen) {
		say(a.style(dim, line))
	}
}
