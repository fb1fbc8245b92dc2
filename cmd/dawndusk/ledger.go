package main

import (
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/report"
)

func (a *app) ledgerCommand() *cobra.Command {
	var asCSV bool
	var scenario string
	var set []string
	cmd := &cobra.Command{
		Use:   "ledger [PATH]",
		Short: "List every input with its value, range and kind of evidence",
		Long: `Ledger lists the inputs of a scenario, or those below a path. --csv gives all
that is known of each: distribution, limits, sources and notes.`,
		Example: `  dawndusk ledger
  dawndusk ledger satellite.thermal
  dawndusk ledger --csv > ledger.csv`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := dawndusk.Load(scenario, set...)
			if err != nil {
				return err
			}
			rows := report.InOrder(c.Book)
			if len(args) > 0 {
				if rows = below(rows, strings.TrimSuffix(args[0], ".")); len(rows) == 0 {
					_, err := c.Book.Find(args[0])
					return err
				}
			}
			if asCSV {
				return a.ledgerCSV(c.Book, rows)
			}
			a.ledgerTable(rows)
			return nil
		},
	}
	cmd.Flags().BoolVar(&asCSV, "csv", false, "print everything, as CSV")
	cmd.Flags().StringVar(&scenario, "scenario", defaultScenario, "scenario whose inputs are listed")
	setFlag(cmd, &set)
	return cmd
}

// below keeps the rows at or below a path.
func below(rows []*ledger.Row, path string) (kept []*ledger.Row) {
	for _, r := range rows {
		if r.Path == path || strings.HasPrefix(r.Path, path+".") {
			kept = append(kept, r)
		}
	}
	return kept
}

func (a *app) ledgerTable(rows []*ledger.Row) {
	chapter, width := "", 0
	for _, r := range rows {
		width = max(width, len(r.Path))
	}
	for _, r := range rows {
		first, _, _ := strings.Cut(r.Path, ".")
		if first != chapter {
			if chapter != "" {
				fmt.Fprintln(a.out)
			}
			chapter = first
			fmt.Fprintln(a.out, a.style(bold, chapter))
		}
		fmt.Fprintf(a.out, "  %s %s %s %s\n", left(r.Path, width), right(cut(valueOf(r), 16), 16), left(cut(spanOf(r), 28), 28), a.style(dim, string(r.Kind)))
	}
}

// valueOf prints a row's value.
func valueOf(r *ledger.Row) string {
	if r.Null {
		return "derived"
	}
	return r.Text
}

// spanOf prints what a row is drawn from, or may be chosen from.
func spanOf(r *ledger.Row) string {
	switch {
	case len(r.Choices) > 0:
		return strings.Join(r.Choices, " | ")
	case r.Range[0] == "" || r.Null:
		return ""
	}
	return r.Range[0] + " … " + r.Range[1]
}

func (a *app) ledgerCSV(book *ledger.Book, rows []*ledger.Row) error {
	w := csv.NewWriter(a.out)
	lines := [][]string{{"path", "what", "value", "low", "high", "range_is", "limit_low", "limit_high", "dist", "kind", "sources", "addresses", "note", "sources_say"}}
	for _, r := range rows {
		span := "5-95 %"
		if r.Bounds {
			span = "bounds"
		}
		if r.Dist == ledger.Fixed {
			span = "not drawn"
		}
		var sources, addresses []string
		for _, ref := range r.Refs {
			sources = append(sources, strings.TrimSpace(ref.Key+" "+ref.Locator))
			if s, ok := book.Source(ref.Key); ok {
				addresses = append(addresses, s.Address)
			}
		}
		var says []string
		for _, f := range r.Says {
			says = append(says, f.Key+" "+f.Text)
		}
		low, high := r.Range[0], r.Range[1]
		if len(r.Choices) > 0 {
			low, high, span = strings.Join(r.Choices, " | "), "", "choices"
		}
		lines = append(lines, []string{r.Path, r.What, r.Text, low, high, span, r.Limits[0], r.Limits[1], string(r.Dist), string(r.Kind),
			strings.Join(sources, "; "), strings.Join(addresses, "; "), r.Note, strings.Join(says, "; ")})
	}
	if err := w.WriteAll(lines); err != nil {
		return err
	}
	return w.Error()
}
