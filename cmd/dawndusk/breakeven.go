package main

import (
	"encoding/csv"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) breakevenCommand() *cobra.Command {
	o := study.BreakevenOptions{Version: version()}
	var set []string
	var scenario string
	var asJSON, asCSV bool
	cmd := &cobra.Command{
		Use:   "breakeven X Y",
		Short: "Say at which two inputs orbit and ground cost the same",
		Long: `Breakeven varies two inputs over a grid, all else at central values with even
luck, and prints where orbit's cost of a headline hour crosses the ground's; with
--draws, where half of the draws have orbit cheaper. X and Y are paths of the
ledger; the last word of a path is enough where it is the only one of its kind.

Each axis spans the input's own range unless --x or --y gives another. An input
that is derived unless stated, such as stated.launch_usd_per_kg, needs one. Nodes
are spaced by logarithm where the input's distribution is, or where the range
given spans a factor of ten.`,
		Example: `  dawndusk sensitivity breakeven launch.reliability.growth_shape operator.life
  dawndusk sensitivity breakeven stated.launch_usd_per_kg stated.specific_power \
      --x "20 $/kg:2000 $/kg" --y "20 kW/t:200 kW/t"
  dawndusk sensitivity breakeven ship_dry_mass growth_shape --draws 100 --steps 12
  dawndusk sensitivity breakeven operator.life finance.wacc --csv > grid.csv`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if asJSON && asCSV {
				return badInput("--json and --csv: choose one")
			}
			book, err := dawndusk.Ledger()
			if err != nil {
				return err
			}
			o.X, o.Y = complete(book, args[0]), complete(book, args[1])
			step, end := a.progress()
			o.Progress = step
			s, err := study.Breakeven(cmd.Context(), scenario, set, o)
			end()
			if err != nil {
				return err
			}
			a.warn(s.Warnings)
			switch {
			case asJSON:
				return a.printJSON(s)
			case asCSV:
				return a.breakevenCSV(s)
			}
			a.printBreakeven(s)
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, to string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 1 {
				args = nil
			}
			return completePaths(cmd, args, to)
		},
	}
	setFlag(cmd, &set)
	f := cmd.Flags()
	f.StringVar(&scenario, "scenario", defaultScenario, "scenario that gives all other inputs")
	f.StringVar(&o.RangeX, "x", "", `range of X, "low:high" with units`)
	f.StringVar(&o.RangeY, "y", "", `range of Y, "low:high" with units`)
	f.IntVar(&o.Steps, "steps", 24, "nodes on each side")
	f.IntVar(&o.Year, "year", 2035, "year of the order")
	f.IntVar(&o.Draws, "draws", 0, "draws at each node; 0: one run at central values")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of the draws; the same seed gives the same bytes")
	f.BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	f.BoolVar(&asCSV, "csv", false, "print the grid alone, a node a line, as CSV")
	return cmd
}

// breakevenCSV prints a node a line. What cannot be delivered is empty.
func (a *app) breakevenCSV(s *study.BreakevenSummary) error {
	w := csv.NewWriter(a.out)
	column := func(x *study.Axis) string {
		if x.Unit == "" {
			return x.Path
		}
		return x.Path + " (" + x.Unit + ")"
	}
	text := func(n study.Number) string {
		if !n.Finite() {
			return ""
		}
		return strconv.FormatFloat(float64(n), 'g', 10, 64)
	}
	w.Write([]string{column(&s.X), column(&s.Y), fmt.Sprintf("%s_%d", s.Of, s.Year)})
	for j, row := range s.Grid {
		for i, v := range row {
			w.Write([]string{text(s.X.Values[i]), text(s.Y.Values[j]), text(v)})
		}
	}
	w.Flush()
	return w.Error()
}

// The columns of a map.
const (
	breakevenLabel = 12
	breakevenMap   = 54
)

// shade is what a node is drawn as.
type shade struct {
	upTo  study.Number // values up to here
	mark  string
	style string
	what  string
}

func shadesOf(s *study.BreakevenSummary) []shade {
	if s.Of == study.OfShareOfRuns {
		return []shade{
			{0, "·", dim, "none"}, {0.1, "░", "", "up to 10 %"}, {0.499999, "▒", yellow, "50 %"},
			{0.9, "▓", blue, "90 %"}, {1, "█", blue, "100 %"},
		}
	}
	return []shade{
		{1, "█", blue, "orbit cheaper"}, {1.5, "▓", yellow, "up to 1.5"}, {2.5, "▒", yellow, "2.5"}, {5, "░", "", "5"},
		{study.Number(math.MaxFloat64), "·", dim, "more"}, {study.Number(math.Inf(1)), "×", dim, "orbit cannot deliver"},
	}
}

// printBreakeven prints the grid as a map, Y upwards, with where the line lies.
func (a *app) printBreakeven(s *study.BreakevenSummary) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	say(a.title(s.Scenario, s.Title))
	say()
	what := fmt.Sprintf("orbit ÷ ground, cost of an hour of %s ordered in July %d", report.Product(s.Product), s.Year)
	if s.Of == study.OfShareOfRuns {
		what = fmt.Sprintf("share of %s draws in which an hour of %s ordered in July %d is cheaper from orbit", report.Count(s.Draws), report.Product(s.Product), s.Year)
	}
	for _, l := range wrap(what, screen) {
		say(a.style(bold, l))
	}
	for i, x := range []*study.Axis{&s.X, &s.Y} {
		say(a.style(dim, "xy"[i:i+1]+": "), cut(x.Path+", "+x.What, screen-3))
	}
	say()

	shades := shadesOf(s)
	stride := (len(s.Grid) + breakevenMap - 1) / breakevenMap
	n := (len(s.Grid) + stride - 1) / stride
	wide := breakevenMap / n
	say(a.style(dim, left("y", breakevenLabel)+left("", n*wide+2)+"both cost the same at x"))
	for j := (n - 1) * stride; j >= 0; j -= stride {
		marks := make([]string, n*wide)
		for i := range marks {
			v := s.Grid[j][i/wide*stride]
			for _, h := range shades {
				if v <= h.upTo {
					marks[i] = a.style(h.style, h.mark)
					break
				}
			}
		}
		for _, x := range s.Lines[j].X {
			at := int(math.Round((s.X.Place(x)/float64(stride) + 0.5) * float64(wide)))
			marks[min(max(at, 0), len(marks)-1)] = a.style(bold, "◆")
		}
		say(right(cut(s.Y.Text(s.Y.Values[j]), breakevenLabel-1), breakevenLabel-1), " ", strings.Join(marks, ""), "  ", cut(lineText(s, j), screen-breakevenLabel-n*wide-2))
	}
	low, high := s.X.Text(s.X.Values[0]), s.X.Text(s.X.Values[(n-1)*stride])
	say(left("", breakevenLabel), a.style(dim, left(low, n*wide-utf8.RuneCountInString(high))+high+"  x, "+s.X.Scale))
	say()
	key := "◆ both cost the same"
	if s.Of == study.OfShareOfRuns {
		key = "◆ half of the draws"
	}
	for _, h := range shades {
		key += "  " + h.mark + " " + h.what
	}
	say(key)
	least := nodeText(s, "least", func(v, than study.Number) bool { return v < than })
	most := nodeText(s, "most", func(v, than study.Number) bool { return v > than })
	for _, l := range wrap(least+"; "+most, screen) {
		say(l)
	}
	text := "All else at central values, even luck; a best guess is no median (doc/model/sampling.md)."
	if s.Of == study.OfShareOfRuns {
		text = fmt.Sprintf("All else drawn, the same draws at every node, seed %d.", s.Seed)
	}
	text += fmt.Sprintf(" %d × %d nodes; between them the line is interpolated. %d dollars, real; scenario %s", len(s.Grid), len(s.Grid), s.MoneyYear, s.ScenarioHash)
	for _, l := range wrap(text, screen) {
		say(a.style(dim, l))
	}
}

// nodeText says where the least or the most of a grid is.
func nodeText(s *study.BreakevenSummary, name string, better func(v, than study.Number) bool) string {
	x, y := 0, 0
	for j, row := range s.Grid {
		for i, v := range row {
			if better(v, s.Grid[y][x]) {
				x, y = i, j
			}
		}
	}
	value := headline(s.Grid[y][x])
	if s.Of == study.OfShareOfRuns {
		value = report.Percent(s.Grid[y][x])
	}
	return fmt.Sprintf("%s %s at x %s, y %s", name, value, s.X.Text(s.X.Values[x]), s.Y.Text(s.Y.Values[y]))
}

// lineText says where the line lies in a row of the grid.
func lineText(s *study.BreakevenSummary, j int) string {
	l := &s.Lines[j]
	switch {
	case l.Always:
		return "orbit cheaper throughout"
	case l.Never:
		return "never within"
	}
	var texts []string
	for _, x := range l.X {
		texts = append(texts, s.X.Text(x))
	}
	text := strings.Join(texts, ", ")
	if len(texts) > 1 {
		return text
	}
	if s.Cheaper(s.Grid[j][0]) {
		return text + ", cheaper below"
	}
	return text + ", cheaper above"
}
