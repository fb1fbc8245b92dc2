package main

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
)

func (a *app) scenariosCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "scenarios",
		Short:   "List the shipped scenarios",
		Long:    `Scenarios lists what "dawndusk run NAME" can play, and what each stands for.`,
		Example: "  dawndusk scenarios",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			names := dawndusk.Shipped()
			if i := slices.Index(names, defaultScenario); i > 0 { // the default comes first
				names = slices.Insert(slices.Delete(names, i, i+1), 0, defaultScenario)
			}
			for i, n := range names {
				c, err := dawndusk.Load(n)
				if err != nil {
					return err
				}
				if i > 0 {
					fmt.Fprintln(a.out)
				}
				fmt.Fprintf(a.out, "%s  %s\n", a.style(bold, left(n, 14)), printable(c.Title))
				for _, line := range wrap(c.What, 82) {
					fmt.Fprintf(a.out, "%s  %s\n", left("", 14), line)
				}
				if len(c.Changed) > 0 {
					fmt.Fprintf(a.out, "%s  %s\n", left("", 14), a.style(dim, fmt.Sprintf("changes %d inputs", len(c.Changed))))
				}
			}
			return nil
		},
	}
}
