package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/lunar"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) moonCommand() *cobra.Command {
	o := study.MoonOptions{Version: version()}
	var f studyFlags
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "moon [SCENARIO|FILE.yaml]",
		Short: "Play a factory on the Moon, and say when it beats a launch",
		Long: `Moon plays a factory on the Moon month by month for a schedule of cargo: what
lands becomes plant and parts, plant makes soil into more plant and into parts of
the scenario's satellite, and a mass driver or rockets send those away. It prints
mass, power, what holds the factory back, dollars a kilogram by destination beside
Starship's, the year from which the Moon is cheaper, and what 500 and 1,000 TW of
satellites a year would need. No growth is put in: it follows from productivity,
energy, labour, wear and closure.

The chain plays the same factory with the cargo that its flights can carry and its
budget can pay ("dawndusk run", operator.moon); here cargo is landed, and paid for,
as scheduled, needed or not, and all that can be made is sent.`,
		Example: `  dawndusk moon
  dawndusk moon --cargo "4 from 2030, 50 from 2036" --to leo
  dawndusk moon --cargo "5000 t/yr from 2032" --years 40 --starship "100 $/kg"
  dawndusk moon --route rocket --set lunar.plant.closure="97 %"
  dawndusk moon --draws 0 --json | jq '.destinations[] | {name, cheaper_from}'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Draws, o.Seed, o.Set = f.draws, f.seed, f.set
			play := func() (*study.MoonSummary, error) { return study.Moon(cmd.Context(), scenarioOf(args), o) }
			return answer(a, &o.Progress, asJSON, play, func(s *study.MoonSummary) []string { return s.Warnings }, a.printMoon)
		},
		ValidArgsFunction: completeScenarios,
	}
	f.add(cmd, 500)
	cmd.Flags().Lookup("draws").Usage = "number of draws of the Moon's inputs; 0: central values alone"
	cmd.Flags().StringVar(&o.Cargo, "cargo", "12 from 2032", `landers a year, or tonnes landed a year, from a year on; several joined by commas`)
	cmd.Flags().StringVar(&o.To, "to", "geo", "lunar-orbit, eml1, geo, leo or sun-orbit")
	cmd.Flags().StringVar(&o.Route, "route", "driver", "driver or rocket")
	cmd.Flags().StringVar(&o.Starship, "starship", "300 $/kg", "price of a kilogram in low Earth orbit by Starship")
	cmd.Flags().IntVar(&o.Years, "years", 30, "years played, from 2026")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// The columns of the table of years: 100 letters in all.
const (
	moonYear   = 4
	moonNumber = 9
	moonBand   = 23
	moonRows   = 12
)

// moonFigure prints a number and, where there are draws, 10 to 90 % of them.
func moonFigure(f study.MoonFigure) string {
	text := report.Short(f.Central)
	if f.P50.Finite() || f.P10.Finite() {
		text += " (" + report.Short(f.P10) + "–" + report.Short(f.P90) + ")"
	}
	return text
}

func (a *app) printMoon(s *study.MoonSummary) {
	say := func(parts ...string) { fmt.Fprintln(a.out, strings.TrimRight(strings.Join(parts, ""), " ")) }
	para := func(style, text string) {
		for _, l := range wrap(text, screen) {
			say(a.style(style, l))
		}
	}
	at := 0
	for i, p := range s.Places {
		if p.Name == s.To {
			at = i
		}
	}
	say(a.title(s.Scenario, s.Title))
	say()
	para(bold, fmt.Sprintf("A factory on the Moon, fed by landers or cargo a year of %s, sending to %s by %s; Starship at %s $/kg", cut(s.Cargo, 60), s.To, s.Route, report.Short(study.Number(s.StarshipUSDPerKg))))
	say()
	say(a.style(dim, left("year", moonYear)+right("landed t", moonNumber)+right("plant, kt", moonBand)+right("MW", moonNumber)+right("sent, kt/yr", moonBand)+right("$/kg", moonNumber)+"  held back by"))
	begin := 0
	for begin < len(s.Years)-1 && s.Years[begin].LandedT == 0 {
		begin++
	}
	every := (len(s.Years) - begin + moonRows - 1) / moonRows
	for i := len(s.Years) - 1 - (len(s.Years)-1-begin)/every*every; i < len(s.Years); i += every {
		y := &s.Years[i]
		say(left(fmt.Sprint(y.Year), moonYear), right(report.Short(y.LandedT), moonNumber), right(moonFigure(kilotonnes(y.PlantT)), moonBand), right(report.Short(y.PowerMW.Central), moonNumber),
			right(moonFigure(kilotonnes(y.DeliveredT)), moonBand), right(headline(y.USDPerKg[at].Central), moonNumber), "  "+cut(y.Limit, 20))
	}
	say()
	say(a.style(dim, left("in the last year, to", 22)+right("Δv out+in km/s", 16)+right("days", 7)+right("light, s", 10)+right("Starship $/kg", 15)+right("the Moon's $/kg", 23)))
	for _, p := range s.Places {
		say(left(p.Name, 22), right(report.Fixed(float64(p.ThrowKMPerS), 2)+"+"+report.Fixed(float64(p.ArriveKMPerS), 2), 16), right(report.Short(p.FlightDays), 7),
			right(report.Short(p.RoundTripS), 10), right(report.Short(p.StarshipUSDPerKg.Central), 15), right(moonPrice(p.USDPerKg), 23))
	}
	say()
	for _, p := range s.Places {
		text := "never in the years played"
		if p.CheaperFrom.Finite() {
			text = fmt.Sprintf("from %.0f", float64(p.CheaperFrom))
		}
		if s.Draws > 0 {
			text += fmt.Sprintf("; in %s of %s draws at some time", chanceOf(p.CheaperShare), report.Count(s.Draws))
		}
		say(left("cheaper to "+p.Name, 26), text)
	}
	say()
	say(a.style(dim, left("a claim would need", 40)+claimCells(s, func(c *study.MoonClaim) string { return report.Short(study.Number(c.TWPerYear)) + " TW/yr" })))
	for _, row := range []struct {
		what string
		of   func(c *study.MoonClaim) study.Number
	}{
		{"at a specific power of, kW/t", func(c *study.MoonClaim) study.Number { return study.Number(c.KWPerT) }},
		{"satellites, Gt a year", func(c *study.MoonClaim) study.Number { return c.GtPerYear }},
		{"satellites, t a second", func(c *study.MoonClaim) study.Number { return c.TPerS }},
		{"thrown from the Moon, t a second", func(c *study.MoonClaim) study.Number { return c.ThrownTPerS }},
		{"made on Earth, Mt a year", func(c *study.MoonClaim) study.Number { return c.EarthMtPerYear }},
		{"power of the tracks, TW", func(c *study.MoonClaim) study.Number { return c.DriverTW }},
		{"power of all, TW", func(c *study.MoonClaim) study.Number { return c.FactoryTW }},
		{"soil, t a second", func(c *study.MoonClaim) study.Number { return c.SoilTPerS }},
		{"plant, Gt", func(c *study.MoonClaim) study.Number { return c.PlantGt }},
		{"robots, millions", func(c *study.MoonClaim) study.Number { return c.Robots / 1e6 }},
		{"parts landed, Mt a year", func(c *study.MoonClaim) study.Number { return c.PartsMtPerYear }},
		{"landers a year, thousands", func(c *study.MoonClaim) study.Number { return c.LandersPerYear / 1e3 }},
		{"sites of this power", func(c *study.MoonClaim) study.Number { return c.SitesOfPower }},
	} {
		say(left(row.what, 40), claimCells(s, func(c *study.MoonClaim) string { return headline(row.of(c)) }))
	}
	say()
	kg := "no kilogram"
	if s.Leverage.Central > 0 {
		kg = headline(s.Leverage.Central) + " kg"
	}
	para(dim, fmt.Sprintf("A lander takes %s tankers and lands a kilogram for %s $; %s %% of the satellite (%s kW/t) is made on the Moon. For a kilogram landed %s is sent over all years; the plant's own making doubles it in %s years at its fastest. Light is there and back to a user on Earth. The Moon's price holds the making of a part, Starship's its carriage alone; beyond low orbit that is a ship filled by tankers that does not come back, and ferries or electric raising would be cheaper.",
		moonFigure(s.Tankers), moonFigure(s.LandedUSDPerKg), report.Short(100*s.MoonShare.Central), headline(s.KWPerT), kg, moonFigure(s.DoublingYears)))
	if s.Route == lunar.ByDriver.String() {
		para(dim, fmt.Sprintf("On the track a part for %s bears %s g.", s.To, report.Short(s.Places[at].TrackG)))
	}
	if s.Draws > 0 {
		para(dim, fmt.Sprintf("In brackets 10 to 90 %% of %s draws, seed %d. What holds most of them back in the last year: %s (%s).", report.Count(s.Draws), s.Seed,
			s.Years[len(s.Years)-1].LimitOfDraws, chanceOf(s.Years[len(s.Years)-1].LimitShare)))
	}
	para(dim, fmt.Sprintf("Not joined to the monthly chain: its flights do not carry this cargo. Most of the chapter is assumed (ledger lunar). Dollars of %d, real; scenario %s.", s.MoneyYear, s.ScenarioHash))
}

// kilotonnes turns tonnes into them.
func kilotonnes(f study.MoonFigure) study.MoonFigure {
	for _, n := range []*study.Number{&f.Central, &f.P10, &f.P50, &f.P90} {
		*n /= 1000
	}
	return f
}

// moonPrice is moonFigure of a price, which may be none.
func moonPrice(f study.MoonFigure) string {
	text := headline(f.Central)
	if f.P10.Finite() {
		text += " (" + report.Short(f.P10) + "–" + headline(f.P90) + ")"
	}
	return text
}

func claimCells(s *study.MoonSummary, f func(c *study.MoonClaim) string) (cells string) {
	for i := range s.Claims {
		cells += right(f(&s.Claims[i]), 18)
	}
	return cells
}
