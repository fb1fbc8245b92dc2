package main

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/study"
)

type sizeFlags struct {
	study.SizeOptions
	scenario string
	json     bool
}

func (a *app) sizeCommand() *cobra.Command {
	var f sizeFlags
	cmd := &cobra.Command{
		Use:   "size",
		Short: "Size one satellite, line by line",
		Long: `Size closes one satellite to a fixed point of mass and power, as the main job
does, and prints its lines: kilograms, square metres, watts and dollars. Inputs
have their central values; what the factory has learned by the year is in the
price, and a flight's payload is that of the year's middle.`,
		Example: `  dawndusk size
  dawndusk size --it-power "150 kW" --altitude "600 km" --life "7 yr" --year 2032
  dawndusk size --orbit inclined --set satellite.eclipse_mode=throttle
  dawndusk size --json | jq .total`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return a.size(&f) },
	}
	cmd.Flags().StringVar(&f.ITPower, "it-power", "", `average IT power, such as "120 kW"`)
	cmd.Flags().StringVar(&f.Altitude, "altitude", "", `altitude of the orbit, such as "650 km"`)
	cmd.Flags().StringVar(&f.Life, "life", "", `service life, such as "5 yr"`)
	cmd.Flags().IntVar(&f.Year, "year", study.SizeYear, "year of the order")
	cmd.Flags().StringVar(&f.Orbit, "orbit", launch.DawnDusk.String(), "dawn-dusk or inclined")
	cmd.Flags().StringVar(&f.scenario, "scenario", defaultScenario, "scenario that gives all other inputs")
	setFlag(cmd, &f.Set)
	cmd.Flags().BoolVar(&f.json, "json", false, "print the result alone, as JSON")
	return cmd
}

func (a *app) size(f *sizeFlags) error {
	c, z, err := study.Size(f.scenario, f.SizeOptions)
	if many := (ledger.Errors)(nil); err != nil && !errors.As(err, &many) {
		err = inputError{err}
	}
	if err != nil {
		return err
	}
	a.warn(c.Warnings)
	if f.json {
		return a.printJSON(study.SizeResult(c, z))
	}
	a.printSize(c, z)
	return nil
}

// itemName is the width of what stands before an item.
const itemName = 20

func (a *app) printSize(c *dawndusk.Case, z *dawndusk.Sized) {
	b, env := &z.Budget, &z.Environment
	fig := func(v float64) string { return report.Figure(study.Number(v)) }
	kelvin := func(k float64) string { return fmt.Sprintf("%.0f °C", k-si.ZeroCelsius) }
	p := func(format string, args ...any) { fmt.Fprintf(a.out, format, args...) }

	for _, l := range unbroken(fmt.Sprintf("A satellite of %s kW ordered in %d for %s at %v, for %s years", fig(z.ITWatts/1e3), z.Year, z.Target, env.Altitude, fig(z.LifeYears)), screen) {
		p("%s\n", a.style(bold, l))
	}
	p("\n")
	head := fmt.Sprintf("%s%s%s%s%s%s", left("", 30), right("kg", 10), right("m²", 10), right("W", 12), right("$", 14), right("$/W", 9))
	p("%s\n", a.style(dim, head))
	row := func(name string, l sat.Line) string {
		cell := func(v float64, width int, digits int) string {
			if v == 0 {
				return right("·", width)
			}
			return right(report.Fixed(v, digits), width)
		}
		return left(name, 30) + cell(l.MassKg, 10, 0) + cell(l.AreaM2, 10, 0) + cell(l.PowerW, 12, 0) + cell(l.CostUSD, 14, 0) + cell(l.CostUSD/z.ITWatts, 9, 2)
	}
	for id, l := range b.Lines {
		if l != (sat.Line{}) {
			p("%s\n", row(sat.LineID(id).String(), l))
		}
	}
	p("%s\n\n", a.style(bold, row("total", b.Total)))

	item := func(name, format string, args ...any) {
		for i, l := range unbroken(fmt.Sprintf(format, args...), screen-itemName) {
			if i > 0 {
				name = ""
			}
			p("%s%s\n", a.style(dim, left(name, itemName)), l)
		}
	}
	item("specific power", "%s kW of IT a tonne, wet; %s kg dry", fig(b.SpecificPowerKWPerT), fig(b.DryMassKg))
	item("array", "%s m², %s kW at the beginning of life, %s kW at its end", fig(b.ArrayAreaM2), fig(b.ArrayBOLW/1e3), fig(b.ArrayEOLW/1e3))
	item("eclipse", "%s %% of the year sunlit, longest shadow %s min, battery %s kWh, %v", fig(100*env.SunlitFraction), fig(env.LongestEclipse.In(si.Minute)), fig(b.BatteryWh/1e3), z.EclipseMode)
	item("", "%s %% of the year's output is powered", fig(100*b.PoweredShare))
	item("heat", "%s kW through %s m² of panel at %s W/m²", fig(b.HeatW/1e3), fig(b.RadiatorAreaM2), fig(b.RadiatorWPerM2))
	item("", "junction %s → coolant %s in, %s out → panel %s", kelvin(b.JunctionK), kelvin(b.RadiatorInletK), kelvin(b.RadiatorOutletK), kelvin(b.RadiatorK))
	item("attitude", "array face-on to the Sun, radiator edge-on; drag %s mN", fig(b.DragN*1e3))
	item("propulsion", "Δv %s m/s over life, of it %s for disposal; thruster %s kW", fig(b.DeltaVMPerS), fig(env.DisposalDeltaV.SI()), fig(b.ThrusterW/1e3))
	held := ""
	if !b.DoseHeld {
		held = " — MORE THAN ALLOWED with the margin, the deepest shield does not hold it; the model charges soft errors alone"
	}
	item("radiation", "%s Gy a year behind %s mm of aluminium and the chassis%s", fig(b.DoseGyPerYear), fig(b.ShieldMM), held)
	item("losses", "%s %% of satellites a year; on average over life %s %% of what arrives in orbit is sold", fig(100*z.Hazards.HazardPerYear), fig(100*z.Hazards.DeliveredFraction()))
	item("links", "%s Gb/s a kW", fig(b.LinkGbpsPerKW))
	item("margin", "growth allowance %s kg, %s %% of the dry mass", fig(b.Lines[sat.LineGrowth].MassKg), fig(100*b.Lines[sat.LineGrowth].MassKg/b.DryMassKg))
	item("a flight", "lifts %s t there in %d: %s satellites by mass, %s by volume, so %s", fig(z.PayloadKg/1e3), z.Year, fig(z.ByMass), fig(z.ByVolume), fig(z.PerFlight))
	item("closed", "after %d rounds", b.Iterations)
	if !math.IsNaN(z.StatedMassKg) {
		p("\n")
		over := b.Total.MassKg - z.StatedMassKg
		verdict := fmt.Sprintf("the stated mass does not close: %s kg are missing", fig(over))
		if over <= 0 {
			verdict = fmt.Sprintf("the stated mass closes with %s kg to spare", fig(-over))
		}
		item("stated", "%s kW/t, that is %s kg: %s", fig(z.ITWatts/z.StatedMassKg), fig(z.StatedMassKg), verdict)
		if over > 0 {
			a.heaviest(b)
		}
	}
}

// heaviest names the lines that make a stated mass impossible.
func (a *app) heaviest(b *sat.Budget) {
	ids := make([]sat.LineID, sat.NumLines)
	for i := range ids {
		ids[i] = sat.LineID(i)
	}
	slices.SortStableFunc(ids, func(x, y sat.LineID) int { return cmp.Compare(b.Lines[y].MassKg, b.Lines[x].MassKg) })
	var parts []string
	for _, id := range ids[:4] {
		parts = append(parts, fmt.Sprintf("%v %s kg", id, report.Figure(study.Number(b.Lines[id].MassKg))))
	}
	for _, l := range unbroken("heaviest: "+strings.Join(parts, ", "), screen-itemName) {
		fmt.Fprintln(a.out, left("", itemName)+l)
	}
}
