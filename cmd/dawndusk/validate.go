package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
)

func (a *app) validateCommand() *cobra.Command {
	var set []string
	cmd := &cobra.Command{
		Use:   "validate FILE.yaml",
		Short: "Check a scenario file, all mistakes at once",
		Long: `Validate reads a scenario and prints every mistake, one a line, as
file:line:column path: what is wrong; what would be right. Values outside the
range of the evidence are warnings.`,
		Example: `  dawndusk validate mine.yaml`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := dawndusk.Load(args[0], set...)
			if err != nil {
				return err
			}
			a.warn(c.Warnings)
			fmt.Fprintf(a.out, "%s is good: it changes %d of %d inputs\n", args[0], len(c.Changed), len(c.Book.Rows))
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	return cmd
}
