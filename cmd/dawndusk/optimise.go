package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) optimiseCommand() *cobra.Command {
	o := study.OptimiseOptions{Version: version()}
	var set, vars []string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "optimise [SCENARIO|FILE.yaml]",
		Short: "Look for the best satellite and orbit",
		Long: `Optimise looks for the satellite and the orbit that are the best in a metric,
robust over draws: every design is played in the same draws, with all that is not
the designer's choice drawn as ever. It prices what it finds beside the base
design over fresh draws, and prints how the metric, the mass and the cost change
as one variable at a time moves about it. It says how many plays it takes before
it begins. The metrics, all as the chain has them, so those of orbit without a
charge for failures by dose, are:

` + designMetricList() + `

What is made least, or most, is the --robust number of the metric over the draws.
A design whose deepest shield does not hold the dose of its life times the margin
fails nowhere in the chain, which charges soft errors alone. --dose says what the
search makes of that:

  hold     a design that holds its dose in fewer draws than the base design, or
           exceeds it by more in the mean, may not be chosen
  ignore   nothing
  retire   such a satellite is retired when it has had that dose, and the draw
           counts with so short a life: dearer than the chain has it

A variable is a design row of the ledger, searched over its row's range or over
--var path=low:high. Those marked * are searched unless --var names others:

` + designVariableList(),
		Example: `  dawndusk optimise
  dawndusk optimise promoter --metric cost-ratio --robust p90
  dawndusk optimise --var "operator.it_power=20 kW:500 kW" --var operator.life
  dawndusk optimise --draws 0                    # central values, even luck
  dawndusk optimise --json | jq '.variables[] | {path, base, optimum}'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			book, err := dawndusk.Ledger()
			if err != nil {
				return err
			}
			o.Vars = nil
			for _, v := range vars {
				path, span, given := strings.Cut(v, "=")
				if path = complete(book, strings.TrimSpace(path)); given {
					path += "=" + span
				}
				o.Vars = append(o.Vars, path)
			}
			step, end := a.progress()
			o.Progress = step
			o.Planned = func(p study.OptimisePlan) {
				a.warn(p.Warnings)
				over := "central values"
				if p.Draws > 0 {
					over = fmt.Sprintf("%s draws, %s fresh ones to check", report.Count(p.Draws), report.Count(p.CheckDraws))
				}
				fmt.Fprintf(a.err, "%d variables, %s designs over %s: about %s plays, at most %s\n", p.Variables, report.Count(p.Evaluations), over, report.Count(p.Plays), report.Count(p.MostPlays))
			}
			s, err := study.Optimise(cmd.Context(), scenarioOf(args), set, o)
			end()
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(s)
			}
			a.printOptimise(s)
			return nil
		},
		ValidArgsFunction: completeScenarios,
	}
	setFlag(cmd, &set)
	f := cmd.Flags()
	f.StringVar(&o.Metric, "metric", study.DesignMetrics[0].Name, "what is to be best, one of those above")
	f.StringVar(&o.Dose, "dose", study.DoseRules[0], "of the dose of the life, with its margin: "+strings.Join(study.DoseRules[:], ", "))
	f.StringVar(&o.Robust, "robust", "median", "of the draws: median, mean, or a quantile such as p90, counted from the good end")
	f.StringArrayVar(&vars, "var", nil, `a variable, "path" or "path=low:high"; may be repeated`)
	f.IntVar(&o.Year, "year", 2035, "year of the order")
	f.IntVar(&o.Draws, "draws", 192, "draws in which every design is played; 0: central values with even luck")
	f.IntVar(&o.CheckDraws, "check", 1000, "fresh draws in which the optimum is priced again")
	f.IntVar(&o.Evaluations, "evaluations", 400, "designs a search tries")
	f.IntVar(&o.Steps, "steps", 9, "designs of a trade curve")
	f.Uint64Var(&o.Seed, "seed", 1, "seed of all chance; the same seed gives the same bytes")
	f.BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

func designMetricList() string {
	var lines []string
	for _, m := range study.DesignMetrics {
		unit := ""
		if m.Unit != "" {
			unit = ", " + m.Unit
		}
		lines = append(lines, "  "+left(m.Name, 15)+m.What+unit)
	}
	return strings.Join(lines, "\n")
}

func designVariableList() string {
	var lines []string
	for _, v := range study.DesignVariables {
		mark := "  "
		if v.Searched {
			mark = "* "
		}
		lines = append(lines, mark+left(v.Path, 36)+v.Because)
	}
	return strings.Join(lines, "\n")
}

// printOptimise prints the optimum beside the base design, then the trade curves.
func (a *app) printOptimise(s *study.OptimiseSummary) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	para := func(style, text string) {
		for _, l := range unbroken(text, screen) {
			say(a.style(style, l))
		}
	}
	say(a.title(s.Scenario, s.Title))
	say()
	para(bold, fmt.Sprintf("The best satellite by %s, %s ordered in July %d: %s", s.What, report.Product(s.Product), s.Year, overDraws(s)))
	if s.NothingOrdered {
		para("", nobodyBuilds)
	}
	say()
	a.optimiseVariables(s, say)
	say()
	a.optimiseFigures(s, say)
	say()
	para("", optimiseVerdict(s))
	say()
	a.optimiseChoices(s, say)
	say()
	a.optimiseCurves(s, say)
	say()
	text := fmt.Sprintf("%s designs in %d %s, %s plays, seed %d. ", report.Count(s.Evaluations), s.Rounds, plural(s.Rounds, "round", "rounds"), report.Count(s.Plays), s.Seed)
	if s.Draws > 0 {
		text += fmt.Sprintf("Searched over %s draws, the same for every design; all figures above are over %s fresh ones, the curves over the first of them. ", report.Count(s.Draws), report.Count(s.CheckDraws))
	}
	text += fmt.Sprintf("What the chain chooses in each draw, orbit, chips and way through the shadow, it chose in each. %s %d dollars, real; scenario %s", doseRule(s.Dose), s.MoneyYear, s.ScenarioHash)
	para(dim, text)
}

// nobodyBuilds is said of a scenario that orders no satellite.
const nobodyBuilds = "This scenario orders nothing in orbit: what follows prices a satellite that nobody builds."

// doseRule says what was made of satellites that do not hold their dose.
func doseRule(dose string) string {
	switch dose {
	case study.DoseHold:
		return "A design was to hold its dose, with its margin, no less than the base design does (--dose hold); the chain charges soft errors alone."
	case study.DoseRetire:
		return "Retired at its dose: where the shield does not hold the dose of the life times its margin, the draw counts with the life it does hold; the chain retires nothing by dose."
	}
	return "Whether the dose is held did not count (--dose ignore): the chain charges soft errors alone."
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func overDraws(s *study.OptimiseSummary) string {
	if s.Draws == 0 {
		return "at central values, even luck"
	}
	return fmt.Sprintf("%s of %s draws", s.Robust, report.Count(s.Draws))
}

// optimiseVariables prints what became of each variable.
func (a *app) optimiseVariables(s *study.OptimiseSummary, say func(...string)) {
	const name, value, span, flat = 34, 11, 18, 19
	say(a.style(dim, left("variable", name)+right("base", value)+"   "+left("optimum", value)+left("searched", span)+left("within 1 %", flat)))
	for i := range s.Variables {
		v := &s.Variables[i]
		bound := ""
		switch v.AtBound {
		case "low":
			bound = "▼"
		case "high":
			bound = "▲"
		}
		say(left(cut(v.Path, name-1), name), right(cut(v.Text(v.Base), value), value), " → ", a.style(bold, left(cut(v.Text(v.Optimum), value-2)+" "+bound, value)),
			left(fromTo(v, v.Low, v.High, span-1), span), left(fromTo(v, v.FlatLow, v.FlatHigh, flat), flat))
	}
	text := "▼ ▲ at the bound: the best may lie beyond. Within 1 %: of the metric, all else at the optimum"
	if s.Dose == study.DoseHold {
		text += ", the dose no less held"
	}
	for _, l := range unbroken(text+".", screen) {
		say(a.style(dim, l))
	}
}

// fromTo prints a range with its unit once.
func fromTo(v *study.OptimiseVariable, low, high study.Number, width int) string {
	from, to := v.Text(low), v.Text(high)
	if number, unit, ok := strings.Cut(from, " "); ok && strings.HasSuffix(to, " "+unit) {
		from = number
	}
	return cut(from+" – "+to, width)
}

// optimiseFigures prints both designs side by side.
func (a *app) optimiseFigures(s *study.OptimiseSummary, say func(...string)) {
	const name, value = 56, 12
	b, o := &s.Base, &s.Optimum
	over := "median of the fresh draws, but for what was asked"
	if s.Draws == 0 {
		over = "at central values"
	}
	say(a.style(dim, left(over, name)+right("base", value)+right("optimum", value)+right("change", value)))
	row := func(label string, from, to study.Number, text func(study.Number) string, style string) {
		change := "–"
		if from.Finite() && to.Finite() && from != 0 {
			change = changeOf(to/from - 1)
		}
		say(a.style(style, left(cut(label, name-1), name)+right(text(from), value)+right(text(to), value)+right(change, value)))
	}
	share := func(label string, from, to study.Number) {
		points := report.Fixed(100*float64(to-from), 0)
		if to > from {
			points = "+" + points
		}
		say(left(cut(label, name-1), name), right(report.Percent(from), value), right(report.Percent(to), value), right(points+" pt", value))
	}
	unit := ""
	if s.Unit != "" {
		unit = ", " + s.Unit
	}
	asked := s.Robust
	if s.Draws == 0 {
		asked = "central"
	}
	if s.Dose == study.DoseRetire {
		row(fmt.Sprintf("%s (%s, retired at its dose)%s", s.Metric, asked, unit), graded(b), graded(o), headline, bold)
		row(fmt.Sprintf("%s as the chain has it (%s)%s", s.Metric, asked, unit), b.Metric, o.Metric, headline, "")
	} else {
		row(fmt.Sprintf("%s (%s)%s", s.Metric, asked, unit), b.Metric, o.Metric, headline, bold)
	}
	if s.Metric != "orbit-cost" {
		row("an hour in orbit, $/GPU-h", b.HourUSD, o.HourUSD, headline, "")
	}
	if s.Metric != "cost-ratio" {
		row("orbit ÷ ground, cost of an hour", b.Ratio, o.Ratio, headline, "")
	}
	if s.Metric != "rent" {
		row("level rent of a watt, $/W·yr", b.RentUSD, o.RentUSD, headline, "")
	}
	if s.Metric != "capex" {
		row("cash before it earns, $/W", b.CapexUSDPerW, o.CapexUSDPerW, headline, "")
	}
	if s.Metric != "specific-power" {
		row("IT power by wet mass, kW/t", b.KWPerT, o.KWPerT, headline, "")
	}
	row("mass of a satellite, t", b.MassT, o.MassT, headline, "")
	row("satellites a flight", b.PerFlight, o.PerFlight, headline, "")
	row("panel of the radiator, °C", b.PanelC, o.PanelC, headline, "")
	row("shield beside the chassis, mm of aluminium", b.ShieldMM, o.ShieldMM, headline, "")
	share("sold of what arrives, over the life", b.Delivered, o.Delivered)
	row("dose of the life with margin ÷ what is borne, mean", b.DoseByLimit, o.DoseByLimit, headline, "")
	if s.Draws > 0 {
		share("draws in which it does not hold its dose with margin", b.OverDose, o.OverDose)
		share("draws in which no hour can be had", b.Undelivered, o.Undelivered)
		share("draws in which orbit is cheaper than the ground", b.Cheaper, o.Cheaper)
	}
	parts := func(list []study.DesignShare) string {
		var texts []string
		for _, p := range list {
			if p.Share > 0 {
				texts = append(texts, p.Name+" "+report.Percent(p.Share))
			}
		}
		return strings.Join(texts, ", ")
	}
	if s.Draws > 0 {
		say(left("as the draws choose, base", 28), parts(b.Orbits)+"; "+parts(b.EclipseModes))
		say(left("and optimum", 28), parts(o.Orbits)+"; "+parts(o.EclipseModes))
	}
}

// changeOf prints a relative change with its sign: "−12.3 %".
func changeOf(n study.Number) string {
	if !n.Finite() {
		return "–"
	}
	percent := 100 * float64(n)
	digits := 1
	if math.Abs(percent) >= 99.95 {
		digits = 0
	}
	text := report.Fixed(percent, digits) + " %"
	if percent > 0 {
		text = "+" + text
	}
	if strings.Trim(text, "+−0. %") == "" {
		return "0 %"
	}
	return text
}

// graded is a design's number as it was searched; none where it is but a grade of
// what cannot be had.
func graded(f *study.DesignFigures) study.Number {
	if !f.Metric.Finite() {
		return f.Metric
	}
	return f.Counted
}

// optimiseVerdict says what the search gained, with its noise, in the measure of
// the first line of the table, and what the optimum does with its dose.
func optimiseVerdict(s *study.OptimiseSummary) string {
	switch {
	case !s.Optimum.Metric.Finite():
		return fmt.Sprintf("No design was found that has any %s: nothing that was searched can be had.", s.Metric)
	case !s.Base.Metric.Finite():
		return fmt.Sprintf("The base design has no %s, the optimum has one.", s.Metric) + doseVerdict(s)
	}
	saves := "saves"
	if s.More {
		saves = "gains"
	}
	percent := func(n study.Number) string { return report.Fixed(100*float64(n), 1) }
	of := s.Metric + " as the chain has it"
	if s.Dose == study.DoseRetire {
		of = s.Metric + " with satellites retired at their dose, which the chain does not do"
	}
	if s.Draws == 0 {
		return fmt.Sprintf("The optimum %s %s %% of the base design's %s, at central values with even luck: a design made for what is expected, not for what may come (--draws).",
			saves, percent(s.Gain), of) + doseVerdict(s)
	}
	text := fmt.Sprintf("Over draws it was not chosen by, the optimum %s %s ± %s %% of the base design's %s (%s; one standard error, paired draws), against %s %% over those of the search; it is the better design in %s of the fresh draws.",
		saves, percent(s.Gain), percent(s.GainError), of, s.Robust, percent(s.SearchGain), report.Percent(s.BetterShare))
	if !(s.Gain > 2*s.GainError) {
		text += " That is no more than the noise of the draws: take it for no gain."
	}
	return text + doseVerdict(s)
}

// doseVerdict says how often the optimum does not hold its dose, beside the base.
func doseVerdict(s *study.OptimiseSummary) string {
	b, o := &s.Base, &s.Optimum
	var text string
	switch {
	case s.Draws > 0:
		text = fmt.Sprintf(" It does not hold its dose with margin in %s of those draws, the base design in %s.", report.Percent(o.OverDose), report.Percent(b.OverDose))
	case o.OverDose > 0 && b.OverDose > 0:
		text = fmt.Sprintf(" Neither holds its dose with margin: it comes to %s times what machines bear, the base design's to %s.", headline(o.DoseByLimit), headline(b.DoseByLimit))
	case o.OverDose > 0:
		text = fmt.Sprintf(" It does not hold its dose with margin, which comes to %s times what machines bear; the base design does.", headline(o.DoseByLimit))
	}
	if s.Dose == study.DoseHold && !s.DoseKept {
		text += " Nothing that was searched holds it as well as the base design does."
	}
	return text
}

// optimiseChoices prints what each other option would do.
func (a *app) optimiseChoices(s *study.OptimiseSummary, say func(...string)) {
	const name, option = 34, 22
	less := false
	say(a.style(dim, left("choice", name)+left("optimum", option)+"each other option there, all else the same"))
	for i := range s.Choices {
		c := &s.Choices[i]
		chosen := c.Optimum
		if c.Optimum != c.Base {
			chosen += " (" + c.Base + ")"
		}
		var others []string
		for _, o := range c.Options {
			if o.Option != c.Optimum {
				mark := ""
				if o.HoldsLess {
					mark, less = "*", true
				}
				others = append(others, o.Option+" "+changeOf(o.Change)+mark)
			}
		}
		lines := unbroken(strings.Join(others, ", "), screen-name-option)
		for j, l := range lines {
			if j == 0 {
				say(left(cut(c.Path, name-1), name), left(cut(chosen, option-1), option), l)
			} else {
				say(left("", name+option), l)
			}
		}
	}
	if less {
		say(a.style(dim, "* holds its dose, with margin, less well than optimum and base do"))
	}
}

// optimiseCurves prints a trade curve for each variable: what it comes to as it
// moves alone.
func (a *app) optimiseCurves(s *study.OptimiseSummary, say func(...string)) {
	const label, cell = 20, 7
	say(a.style(bold, "Trade curves"), a.style(dim, "  one variable moved, all else at the optimum ◆; in brackets: beyond what was searched"))
	for i := range s.Variables {
		v := &s.Variables[i]
		points := thinned(v, (screen-label)/cell)
		line := func(style, name string, text func(p *study.SweepPoint) string) {
			out := a.style(dim, left(cut(name, label), label))
			for j := range points {
				t := right(text(&points[j]), cell)
				if points[j].Value == v.Optimum {
					t = a.style(bold, t)
				} else {
					t = a.style(style, t)
				}
				out += t
			}
			say(out)
		}
		say()
		say(a.style(bold, cut(v.Path, screen/2)), "  ", a.style(dim, cut(v.What, screen-2-len(cut(v.Path, screen/2)))))
		unit := v.Unit
		line("", unit, func(p *study.SweepPoint) string {
			t := bareText(v, p.Value)
			switch {
			case p.Value == v.Optimum:
				return "◆" + t
			case !p.Within:
				return "(" + t + ")"
			}
			return t
		})
		line(yellow, s.Metric, func(p *study.SweepPoint) string { return strings.ReplaceAll(changeOf(p.Change), " %", "%") })
		line("", "t", func(p *study.SweepPoint) string { return headline(p.MassT) })
		line("", "kW/t", func(p *study.SweepPoint) string { return headline(p.KWPerT) })
		line("", "$/W before it earns", func(p *study.SweepPoint) string { return headline(p.CapexUSDPerW) })
		if s.Draws > 0 {
			line("", "over dose, % draws", func(p *study.SweepPoint) string { return fmt.Sprintf("%.0f", 100*float64(p.OverDose)) })
		}
	}
}

// bareText is a value of a variable without its unit.
func bareText(v *study.OptimiseVariable, n study.Number) string {
	text, _, _ := strings.Cut(v.Text(n), " ")
	return text
}

// thinned is as many points of a curve as fit, its ends and its optimum among them.
func thinned(v *study.OptimiseVariable, most int) (points []study.SweepPoint) {
	n := len(v.Sweep)
	if n <= most {
		return v.Sweep
	}
	keep := make([]bool, n)
	for i := range most - 1 {
		keep[i*(n-1)/(most-2)] = true
	}
	for i := range v.Sweep {
		if keep[i] || v.Sweep[i].Value == v.Optimum {
			points = append(points, v.Sweep[i])
		}
	}
	return points
}
