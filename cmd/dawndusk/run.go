package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

const (
	defaultScenario = "base"
	defaultDraws    = 2000
	defaultOut      = "dawndusk-out"
)

func (a *app) runCommand() *cobra.Command {
	var f studyFlags
	var asJSON bool
	var out string
	cmd := &cobra.Command{
		Use:   "run [SCENARIO|FILE.yaml]",
		Short: "Play a scenario many times and print the verdict",
		Long: `Run plays a scenario many times under its own beliefs, under two other sets of
priors, under each policy of the operator, at two other launch prices and with
correlations off. It prints a
one-screen verdict and writes report.html, result.json and series.csv.

The scenario is one of those shipped (see "dawndusk scenarios") or a file.`,
		Example: `  dawndusk run
  dawndusk run skeptic --draws 10000 --seed 7
  dawndusk run mine.yaml --out mine-out
  dawndusk run --set orbit.altitude="700 km" --set operator.policy=hurdle
  dawndusk run --json | jq .headline`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := scenarioOf(args)
			if asJSON && !cmd.Flags().Changed("out") {
				out = ""
			}
			return a.study(cmd.Context(), name, f, asJSON, out)
		},
		ValidArgsFunction: completeScenarios,
	}
	f.add(cmd, defaultDraws)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON; write files only with --out")
	cmd.Flags().StringVar(&out, "out", defaultOut, "directory for report.html, result.json and series.csv")
	return cmd
}

func scenarioOf(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return defaultScenario
}

func completeScenarios(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return dawndusk.Shipped(), cobra.ShellCompDirectiveDefault
}

// study runs a study, prints what it found and writes its files.
func (a *app) study(ctx context.Context, name string, f studyFlags, asJSON bool, out string) error {
	c, err := dawndusk.Load(name, f.set...)
	if err != nil {
		return err
	}
	if out != "" {
		if info, err := os.Stat(out); err == nil && !info.IsDir() {
			return badInput("--out %s is a file; name a directory", out)
		}
	}
	a.warn(c.Warnings)
	step, end := a.progress()
	s, err := study.Run(ctx, name, f.set, study.Options{Draws: f.draws, Seed: f.seed, Version: version(), Progress: step})
	end()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	var result, html, series bytes.Buffer
	if err := report.JSON(&result, s); err != nil {
		return err
	}
	if out != "" {
		if err := report.Write(&html, s, c); err != nil {
			return err
		}
		if err := report.CSV(&series, s); err != nil {
			return err
		}
		err := writeFiles(ctx, out, []file{{"report.html", html.Bytes()}, {"result.json", result.Bytes()}, {"series.csv", series.Bytes()}})
		if err != nil {
			if !asJSON && ctx.Err() == nil { // what was found is not lost with the files
				a.verdict(s, c)
			}
			return err
		}
	}
	if asJSON {
		_, err = a.out.Write(result.Bytes())
		return err
	}
	a.verdict(s, c)
	if out != "" {
		fmt.Fprintln(a.out, a.style(dim, "Written: "+filepath.Join(out, "report.html")+", result.json, series.csv"))
	}
	return nil
}
