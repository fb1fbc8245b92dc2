package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) tornadoCommand() *cobra.Command {
	o := study.TornadoOptions{Version: version()}
	var set []string
	var top int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "tornado [SCENARIO|FILE.yaml]",
		Short: "Move every input alone to either end of its range",
		Long: `Tornado moves every drawn input alone to its 5 and 95 % points, with all else at
central values and even luck, and sorts the inputs by how far a headline number
moves. What inputs do together it does not show. The numbers are:

` + headlineList(),
		Example: `  dawndusk sensitivity tornado
  dawndusk sensitivity tornado skeptic --top 40
  dawndusk sensitivity tornado --of launch-price --year 2030
  dawndusk sensitivity tornado --json | jq '.inputs[0]'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if top < 0 {
				return badInput("--top: %d inputs; write 0 for all, or how many", top)
			}
			play := func() (*study.TornadoSummary, error) { return study.Tornado(cmd.Context(), scenarioOf(args), set, o) }
			return answer(a, &o.Progress, asJSON, play, func(s *study.TornadoSummary) []string { return s.Warnings },
				func(s *study.TornadoSummary) { a.printTornado(s, top) })
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	cmd.Flags().StringVar(&o.Of, "of", study.Headlines[0].Name, "the number, one of those above")
	cmd.Flags().IntVar(&o.Year, "year", 2035, "its year")
	cmd.Flags().IntVar(&top, "top", 20, "inputs shown; 0: all that change it")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// The columns of a tornado: 100 letters in all.
const (
	tornadoName  = 35
	tornadoInput = 11
	tornadoValue = 7
	tornadoBar   = screen - tornadoName - 2*tornadoInput - 2*tornadoValue - 4
)

// printTornado prints the inputs that move a number most, each as a bar from the
// least it makes of it to the most.
func (a *app) printTornado(s *study.TornadoSummary, top int) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	say(a.title(s.Scenario, s.Title))
	say()
	say(a.style(bold, fmt.Sprintf("%s, %d: %s at central values", s.What, s.Year, headline(s.Central))))
	say()

	shown := s.Inputs[:len(s.Inputs)-s.Unchanged]
	changing := len(shown)
	if top > 0 {
		shown = shown[:min(top, changing)]
	}
	if changing == 0 {
		say("No input alone changes it.")
	}
	axis := tornadoAxis{low: math.Inf(1), high: math.Inf(-1), central: float64(s.Central)}
	axis.hold(s.Central)
	for i := range shown {
		axis.hold(shown[i].Low.Value)
		axis.hold(shown[i].High.Value)
	}
	none := false
	for i := range shown {
		in := &shown[i]
		least, most := in.Low, in.High
		if least.Value > most.Value {
			least, most = most, least
		}
		none = none || !least.Value.Finite() || !most.Value.Finite()
		say(left(cut(in.Path, tornadoName-1), tornadoName), right(cut(least.Input, tornadoInput-1), tornadoInput), a.style(blue, right(headline(least.Value), tornadoValue)), " ",
			a.tornadoBar(&axis, float64(least.Value), float64(most.Value)), " ", a.style(yellow, left(headline(most.Value), tornadoValue)), " ", cut(most.Input, tornadoInput))
	}
	say()
	text := fmt.Sprintf("%s of %s drawn inputs leave it unchanged", report.Count(s.Unchanged), report.Count(len(s.Inputs)))
	if rest := changing - len(shown); rest > 0 {
		text += fmt.Sprintf("; %s more that change it are not shown (--top 0)", report.Count(rest))
	}
	text += ". Each input alone at its 5 and 95 % points, all else central, even luck; inputs that are correlated move apart, and what they do together is not here."
	if none {
		text += " none: there is no such number, as nothing can be delivered."
	}
	for _, l := range wrap(text, screen) {
		say(a.style(dim, l))
	}
	say(a.style(dim, fmt.Sprintf("%d dollars, real; scenario %s", s.MoneyYear, s.ScenarioHash)))
}

// headline prints a number that may not exist.
func headline(n study.Number) string {
	if !n.Finite() {
		return "none"
	}
	return report.Figure(n)
}

// tornadoAxis is the span of the bars.
type tornadoAxis struct{ low, high, central float64 }

func (x *tornadoAxis) hold(n study.Number) {
	if n.Finite() {
		x.low, x.high = min(x.low, float64(n)), max(x.high, float64(n))
	}
}

// cell is the place of a value on the axis; what does not exist is past its end,
// where a cell is left for the arrow.
func (x *tornadoAxis) cell(v float64) int {
	switch {
	case math.IsInf(v, 1):
		return tornadoBar
	case !(x.high > x.low):
		return 0
	}
	return int(math.Round((v - x.low) / (x.high - x.low) * (tornadoBar - 2)))
}

// tornadoBar draws a bar about the central value.
func (a *app) tornadoBar(x *tornadoAxis, least, most float64) string {
	centre := x.cell(x.central)
	from, to := min(x.cell(least), centre), max(x.cell(most), centre)
	below := strings.Repeat(" ", from) + a.style(blue, strings.Repeat("█", centre-from))
	if centre == tornadoBar { // the central value itself does not exist
		return below
	}
	above := max(to-centre, 0)
	tail, pad := strings.Repeat("█", above), tornadoBar-1-centre-above
	if pad < 0 {
		tail, pad = strings.Repeat("█", above-2)+"▶", 0
	}
	return below + a.style(bold, "│") + a.style(yellow, tail) + strings.Repeat(" ", pad)
}
