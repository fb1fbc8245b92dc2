package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

// The verdict fits a screen of 50 lines and 100 columns.
const screen = 98

// The years of the verdict, and how wide each stands.
var (
	verdictYears = [...]int{2028, 2030, 2035, 2040}
	columns      = [len(verdictYears)]int{20, 20, 19, 19}
)

// verdict prints what a study found on one screen.
func (a *app) verdict(s *study.Summary, c *dawndusk.Case) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	const label, wide = 22, 24

	say(a.title(s.Scenario, c.Title))
	say()
	for _, line := range wrap(report.Verdict(s), screen) {
		say(a.style(bold, line))
	}
	for _, line := range wrap(report.Reason(s), screen) {
		say(line)
	}
	say()

	say(a.style(dim, left("orbit cheaper for good from", wide+10)+right("10 %", 8)+right("50 %", 8)+right("90 %", 8)+right("never", 9)))
	for _, p := range s.Products {
		name := report.Product(p.Name)
		if p.Name == s.Headline.Product {
			name += " (headline)"
		}
		x := p.CrossoverYear
		note := ""
		if p.RecrossedFraction > 0.005 {
			note = a.style(dim, fmt.Sprintf("   dearer again later in %s", report.Percent(p.RecrossedFraction)))
		}
		say(left("  "+name, wide+10), right(report.Year(x.P10), 8), right(report.Year(x.P50), 8), right(report.Year(x.P90), 8), right(report.Percent(x.NeverFraction), 9), note)
	}
	say()

	say(a.style(dim, left("probability that it is cheaper", wide+10)+right("2029", 8)+right("2035", 8)+right("2045", 8)+right("orbit ÷ ground 2035", 22)+right("GW in orbit 2035", 20)))
	row := func(group, name string, v study.Verdict, own bool) {
		line := left("  "+left(group, 12)+name, wide+10) + right(report.Percent(v.POrbitCheaper2029), 8) + right(report.Percent(v.POrbitCheaper2035), 8) + right(report.Percent(v.POrbitCheaper2045), 8) +
			right(report.Spread(v.CostRatio2035, compact), 22) + right(report.Spread(v.OrbitGW2035, gigawatts), 20)
		if own {
			line = a.style(bold, line)
		}
		say(line)
	}
	for i, v := range s.Priors {
		row(pick(i == 0, "priors"), report.Prior(s, v.Name), v, v.Name == "base")
	}
	for i, v := range s.Policies {
		row(pick(i == 0, "policies"), v.Name, v, v.Name == s.Policy)
	}
	group := "launch at"
	for _, v := range s.LaunchBases {
		if v.Name != s.PriceBasis {
			row(group, v.Name+" price", v, false)
			group = ""
		}
	}
	row("", s.CorrelationsOff.Name, s.CorrelationsOff, false)
	say()

	say(a.style(dim, left("median (10–90 %)", label)+years()))
	a.series(s, label, a.style(blue, "$/GPU-h in orbit"), 16, func(y *study.SeriesYear) study.Band { return y.LCOCOrbit })
	a.series(s, label, a.style(yellow, "$/GPU-h on ground"), 17, func(y *study.SeriesYear) study.Band { return y.LCOCGround })
	a.series(s, label, "orbit ÷ ground", 14, func(y *study.SeriesYear) study.Band { return y.CostRatio })
	a.series(s, label, "$/GPU-h price", 13, func(y *study.SeriesYear) study.Band { return y.Price })
	a.byYear(s, label, "orbit pays at price", 19, func(y *study.SeriesYear) string { return report.Percent(y.POrbitPays) })
	a.byYear(s, label, "GW in orbit", 11, func(y *study.SeriesYear) string { return report.Spread(y.OrbitGW, gigawatts) })
	a.series(s, label, "GW on the ground", 16, func(y *study.SeriesYear) study.Band { return y.GroundGW })
	a.series(s, label, "Starship flights/yr", 19, func(y *study.SeriesYear) study.Band { return y.Flights })
	for _, side := range [...]string{"orbit", "ground"} {
		line := left("  binds "+side, label)
		for i, y := range verdictYears {
			line += left(cut(binding(s, y, side), columns[i]-1), columns[i])
		}
		say(line)
	}
	say()

	p := &s.Pool
	say(a.style(dim, left(fmt.Sprintf("a watt ordered in %d", s.CostYear), wide)), fmt.Sprintf("saves %s $/W·yr, spends %s; delivers %s of ground, breaks even at %s",
		report.Short(p.SaveableUSDPerWYear), report.Short(p.SpentUSDPerWYear), report.Percent(p.DeliveredFraction), report.Percent(p.BreakEvenDeliveredFraction)))
	b := &s.Project.Bands
	say(a.style(dim, left("the orbital programme", wide)), fmt.Sprintf("IRR %s; NPV %s; peak funding %s; payback %s",
		rate(s.Project.IRR), report.Money(b.NPVUSD), report.Dollars(s.Project.PeakFundingUSD), report.Year(s.Project.PaybackYear)))
	if s.Project.BuiltGW > 0 {
		say(a.style(dim, left("its capital", wide)), fmt.Sprintf("%s buys %s GW in orbit at %s $/W; on the ground it would buy %s GW",
			report.Dollars(s.Project.CapexUSD), report.Short(s.Project.BuiltGW), report.Short(s.Project.CapexUSDPerW), report.Short(s.Project.GroundGW)))
	}
	if s.Company != nil {
		if line := cashLine(s); line != "" {
			say(a.style(dim, left("the group", wide)), line)
		}
		if line := shareLine(s.Company); line != "" {
			say(a.style(dim, left("a share of it", wide)), line)
		}
	}
	if len(s.Claims) > 0 {
		line := report.ClaimsFare(s)
		for i := range s.Claims {
			if c := &s.Claims[i]; c.ID == "C03" && c.Probability.Finite() {
				if more := fmt.Sprintf("; C03 %s (%s)", c.Verdict, report.Percent(c.Probability)); utf8.RuneCountInString(line+more) <= screen-wide {
					line += more
				}
			}
		}
		say(a.style(dim, left(fmt.Sprintf("of %d claims", len(s.Claims)), wide)), line)
	}
	if f := s.Reach.NoDawnDuskFraction; f > 0.005 {
		say(a.style(dim, left("out of reach", wide)), fmt.Sprintf("no flight carries a payload to the dawn–dusk orbit in 2030 in %s of draws", report.Percent(f)))
	}
	say()

	say(a.style(dim, fmt.Sprintf("what moves orbit ÷ ground in %d (rank correlation, + dearer); %s of it rests on assumptions", s.CostYear, report.Percent(s.Evidence.AssumedFraction))))
	for _, d := range s.Drivers[:min(5, len(s.Drivers))] {
		say(fmt.Sprintf("  %s %s ", report.Signed(d.Effect), left(cut(d.Path, 42), 42)), left(cut(d.What, 36), 36), " ", a.style(dim, string(d.Kind)))
	}
	conditions := fmt.Sprintf("%d dollars, real; %s cost boundary; launch at %s price; %s policy; %s draws for each row, seed %d%s; evidence of %s; scenario %s",
		s.MoneyYear, s.Boundary, s.PriceBasis, s.Policy, report.Count(s.Draws), s.Seed, samplingError(s), s.AsOf, s.ScenarioHash)
	for _, line := range wrap(conditions, screen) {
		say(a.style(dim, line))
	}
}

// shareLine says what a share is worth by its cash flows, beside what was paid for one.
func shareLine(c *study.CompanyChapter) string {
	for _, o := range c.Structures {
		if o.Structure == c.Structure && o.ShareUSD.P50.Finite() {
			return fmt.Sprintf("%s $ by its cash flows under this plan; listed at %s $", report.Spread(o.ShareUSD, report.Short), report.Short(study.Number(c.Market[0].USD)))
		}
	}
	return ""
}

// cashLine says who runs out of money by 2030.
func cashLine(s *study.Summary) string {
	alone, year := report.CashAt(s.Company, 2030, "xai-alone")
	own, _ := report.CashAt(s.Company, 2030, s.Company.Structure)
	if alone == nil || own == nil {
		return ""
	}
	line := fmt.Sprintf("cash < 0 by %d: xAI alone %s", year, report.Percent(alone.PBelowZero))
	if own != alone {
		line += fmt.Sprintf(", %s %s", report.Structure(s.Company.Structure), report.Percent(own.PBelowZero))
	}
	return line
}

// samplingError says how well the draws know the median ratio.
func samplingError(s *study.Summary) string {
	e := s.Sampling.Error("cost_ratio", s.CostYear, "p50")
	if !e.StandardError.Finite() || e.StandardError == 0 {
		return ""
	}
	return fmt.Sprintf(" (%d ratio %s ± %s)", s.CostYear, report.Short(e.Value), report.Short(e.StandardError))
}

// compact is Short without more than three decimals.
func compact(n study.Number) string {
	v := float64(n)
	switch {
	case v > 0 && v < 0.0005:
		return "<.001"
	case v > 0 && v < 0.01:
		return strings.TrimRight(fmt.Sprintf("%.3f", v), "0")
	}
	return report.Short(n)
}

// gigawatts is compact, to one figure below a tenth.
func gigawatts(n study.Number) string {
	if v := float64(n); v >= 0.01 && v < 0.095 {
		return fmt.Sprintf("%.2f", v)
	}
	return compact(n)
}

func pick(yes bool, text string) string {
	if yes {
		return text
	}
	return ""
}

func years() (line string) {
	for i, y := range verdictYears {
		line += left(fmt.Sprint(y), columns[i])
	}
	return line
}

// series prints a band in the years of the verdict; width is that of the name
// without its colours.
func (a *app) series(s *study.Summary, label int, name string, width int, of func(*study.SeriesYear) study.Band) {
	a.byYear(s, label, name, width, func(y *study.SeriesYear) string { return report.Spread(of(y), compact) })
}

// byYear prints a text for each year of the verdict.
func (a *app) byYear(s *study.Summary, label int, name string, width int, of func(*study.SeriesYear) string) {
	line := "  " + name + strings.Repeat(" ", max(0, label-2-width))
	for i, year := range verdictYears {
		text := "–"
		if y := report.At(s, year); y != nil {
			text = of(y)
		}
		line += left(text, columns[i])
	}
	fmt.Fprintln(a.out, strings.TrimRight(line, " "))
}

// binding names the limit that bound a side in most draws of a year.
func binding(s *study.Summary, year int, side string) string {
	for _, b := range s.Binding {
		if b.Year == year && b.Side == side {
			return b.Limit
		}
	}
	return "–"
}

func rate(n study.Number) string {
	if !n.Finite() {
		return "none"
	}
	return report.Percent(n)
}
