package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/ledger"
)

// The exit codes.
const (
	exitOK          = 0
	exitOther       = 1
	exitInput       = 2
	exitInterrupted = 130
)

// app is where a command writes.
type app struct {
	out, err io.Writer
	color    bool // out is a terminal that wants colours
	watched  bool // err is a terminal: progress is shown
	started  bool // flags and arguments were understood
}

// run runs a command line and returns its exit code.
func run(ctx context.Context, args []string, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once

	printed := &sink{Writer: out}
	a := &app{out: printed, err: errs, color: isTerminal(out) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb", watched: isTerminal(errs)}
	root := a.root()
	root.SetArgs(args)
	root.SetOut(printed)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	if err == nil && printed.err != nil {
		err = fmt.Errorf("cannot print: %w", plain(printed.err))
	}
	return a.code(err)
}

// sink remembers the first failure of what it writes to, so that what was lost
// on a full disk is not taken for printed.
type sink struct {
	io.Writer
	err error
}

func (s *sink) Write(b []byte) (int, error) {
	n, err := s.Writer.Write(b)
	if s.err == nil {
		s.err = err
	}
	return n, err
}

// code reports an error and returns the exit code it asks for.
func (a *app) code(err error) int {
	var many ledger.Errors
	var one ledger.Error
	var input inputError
	var cut cutShort
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &cut):
		fmt.Fprintln(a.err, err)
		return exitInterrupted
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(a.err, "interrupted: nothing was written")
		return exitInterrupted
	case errors.As(err, &many), errors.As(err, &one):
		fmt.Fprintln(a.err, err)
		return exitInput
	case errors.As(err, &input), !a.started:
		fmt.Fprintf(a.err, "dawndusk: %v\n", err)
		return exitInput
	}
	fmt.Fprintf(a.err, "dawndusk: %v\n", err)
	return exitOther
}

// inputError is a mistake in what the command was given.
type inputError struct{ error }

func (e inputError) Unwrap() error { return e.error }

func badInput(format string, args ...any) error { return inputError{fmt.Errorf(format, args...)} }

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dawndusk",
		Short: "When does AI compute made in orbit become cheaper than on Earth?",
		Long: `Dawndusk plays the whole enterprise of orbital AI compute, from launch pad to
balance sheet, against the same compute made on the ground, and says with what
probability, when and because of which assumptions orbit becomes cheaper. Every
number has a row in the ledger that says where it comes from.`,
		Example: `  dawndusk run                                  # the main job: verdict and report
  dawndusk run announced --draws 500            # a shipped scenario
  dawndusk run mine.yaml --set orbit.altitude="700 km"
  dawndusk explain launch.starship_v3.ship_dry_mass
  dawndusk size --it-power "150 kW" --year 2030`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		PersistentPreRun:  func(*cobra.Command, []string) { a.started = true },
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			message := fmt.Sprintf("unknown command %q; the commands are %s", args[0], strings.Join(names(cmd), ", "))
			if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
				message = fmt.Sprintf("unknown command %q; did you mean %q?", args[0], s[0])
			}
			return errors.New(message)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), "FlagUsages ", fmt.Sprintf("FlagUsagesWrapped %d ", screen)))
	sensitivity := a.sensitivityCommand()
	sensitivity.AddCommand(a.tornadoCommand(), a.breakevenCommand(), a.requiredCommand(), a.signpostsCommand())
	root.AddCommand(a.runCommand(), a.sizeCommand(), a.explainCommand(), sensitivity, a.validateCommand(), a.initCommand(),
		a.scenariosCommand(), a.ledgerCommand(), a.schemaCommand(), a.versionCommand(), a.studyCommand())
	root.AddCommand(a.costCommand(), a.compareCommand())
	root.AddCommand(a.backtestCommand())
	root.AddCommand(a.optimiseCommand())
	root.AddCommand(a.claimsCommand())
	root.AddCommand(a.moonCommand())
	root.AddCommand(a.orbitCommand())
	root.AddCommand(a.serveCommand())
	fit(root)
	return root
}

// fit breaks what is too long for the screen in the help of a command and of those
// below it: lists joined into a sentence.
func fit(cmd *cobra.Command) {
	var lines []string
	for _, l := range strings.Split(cmd.Long, "\n") {
		if utf8.RuneCountInString(l) <= screen {
			lines = append(lines, l)
			continue
		}
		indent := l[:len(l)-len(strings.TrimLeft(l, " "))]
		for _, part := range wrap(l, screen-len(indent)) {
			lines = append(lines, indent+part)
		}
	}
	cmd.Long = strings.Join(lines, "\n")
	for _, c := range cmd.Commands() {
		fit(c)
	}
}

func names(cmd *cobra.Command) (list []string) {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() && c.Name() != "help" {
			list = append(list, c.Name())
		}
	}
	return list
}

// study flags are shared by the commands that draw.
type studyFlags struct {
	set   []string
	draws int
	seed  uint64
}

func (f *studyFlags) add(cmd *cobra.Command, draws int) {
	setFlag(cmd, &f.set)
	cmd.Flags().IntVar(&f.draws, "draws", draws, "number of draws")
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "seed of all chance; the same seed gives the same bytes")
}

func setFlag(cmd *cobra.Command, set *[]string) {
	cmd.Flags().StringArrayVar(set, "set", nil, `an input, "path=value"; may be repeated, the last wins`)
}

// warn prints what is not a mistake but may be one.
func (a *app) warn(warnings []string) {
	for _, w := range warnings {
		fmt.Fprintln(a.err, "warning:", w)
	}
}
