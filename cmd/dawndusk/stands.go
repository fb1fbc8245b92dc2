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
orbit in print first: what each prints, what this model makes of its inputs at
the study's own boundary and convention, and what it makes of them at the whole
bill of an hour, with interest, tax and falling prices.

From the first to the second number the model differs, from the second to the
third the boundary. "dawndusk compare A B" says which inputs make two differ.`,
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
	const name, year, boundary, metric, number = 34, 6, 26, 10, 8
	say(a.style(bold, "Orbit's cost over the ground's"))
	say()
	head := left("study", name) + left("year", year) + left("boundary", boundary) + left("metric", metric)
	say(a.style(dim, head+right("printed", number)+right("its own", number)+right("in full", number)))
	for i := range list {
		s := &list[i]
		say(left(cut(report.StandingName(s), name-1), name), left(fmt.Sprint(s.Year), year), left(cut(report.Boundary(s.Boundary), boundary-1), boundary), left(s.Metric, metric),
			right(report.Short(s.Printed), number), right(report.Short(s.Theirs), number), right(report.Short(s.Ours), number))
	}
	say()
	for _, line := range wrap("Printed: by the study. Its own: this model with the study's inputs, told as the study tells it. In full: the same inputs by the hour delivered, with interest, tax and falling prices. Central values, no luck: one run each, not a forecast.", screen) {
		say(a.style(dim, line))
	}
}
