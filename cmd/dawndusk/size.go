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
	scenario, itPower, altitude, life, orbit string
	year                                     int
	set                                      []string
	json                                     bool
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
	cmd.Flags().StringVar(&f.itPower, "it-power", "", `average IT power, such as "120 kW"`)
	cmd.Flags().StringVar(&f.altitude, "altitude", "", `altitude of the orbit, such as "650 km"`)
	cmd.Flags().StringVar(&f.life, "life", "", `service life, such as "5 yr"`)
	cmd.Flags().IntVar(&f.year, "year", 2030, "year of the order")
	cmd.Flags().StringVar(&f.orbit, "orbit", "dawn-dusk", "dawn-dusk or inclined")
	cmd.Flags().StringVar(&f.scenario, "scenario", defaultScenario, "scenario that gives all other inputs")
	setFlag(cmd, &f.set)
	cmd.Flags().BoolVar(&f.json, "json", false, "print the result alone, as JSON")
	return cmd
}

func (a *app) size(f *sizeFlags) error {
	target, altitude := launch.DawnDusk, "orbit.altitude"
	switch f.orbit {
	case launch.DawnDusk.String():
	case launch.Inclined.String():
		target, altitude = launch.Inclined, "orbit.inclined_altitude"
	default:
		return badInput("--orbit %q is unknown; write dawn-dusk or inclined", f.orbit)
	}
	set := slices.Clone(f.set)
	named := map[string]string{} // path → flag, to name the flag in messages
	for _, s := range [...]struct{ flag, path, value string }{
		{"--it-power", "operator.it_power", f.itPower},
		{"--altitude", altitude, f.altitude},
		{"--life", "operator.life", f.life},
	} {
		if s.value != "" {
			set = append(set, s.path+"="+s.value)
			named[s.path] = s.flag
		}
	}
	c, err := dawndusk.Load(f.scenario, set...)
	if many := (ledger.Errors)(nil); errors.As(err, &many) {
		for i := range many {
			if flag, ok := named[many[i].Path]; ok && many[i].File == "--set" {
				many[i].File = flag
			}
		}
	}
	if err != nil {
		return err
	}
	a.warn(c.Warnings)
	z, err := c.Size(target, f.year)
	if err != nil {
		return inputError{err}
	}
	if f.json {
		return a.printJSON(sizeResult(c, z))
	}
	a.printSize(c, z)
	return nil
}

// sizedLine is a line of `size --json`.
type sizedLine struct {
	Name    string  `json:"name,omitempty"`
	MassKg  float64 `json:"mass_kg"`
	AreaM2  float64 `json:"area_m2"`
	PowerW  float64 `json:"power_w"`
	CostUSD float64 `json:"cost_usd"`
}

func lineOf(name string, l sat.Line) sizedLine {
	return sizedLine{name, l.MassKg, l.AreaM2, l.PowerW, l.CostUSD}
}

// sized is the contract of `size --json`.
type sized struct {
	Scenario  string `json:"scenario"`
	Year      int    `json:"year"`
	MoneyYear int    `json:"money_year"`
	Orbit     string `json:"orbit"`

	Lines []sizedLine `json:"lines"`
	Total sizedLine   `json:"total"`

	ArrayAreaM2          float64 `json:"array_area_m2"`
	RadiatorAreaM2       float64 `json:"radiator_area_m2"`
	RadiatorTemperatureK float64 `json:"radiator_temperature_k"`
	JunctionTemperatureK float64 `json:"junction_temperature_k"`
	SpecificPower        float64 `json:"specific_power_kw_per_t"`
	SatellitesPerFlight  float64 `json:"satellites_per_flight"`
	Iterations           int     `json:"iterations"`

	ITPowerW            float64      `json:"it_power_w"`
	LifeYears           float64      `json:"life_yr"`
	AltitudeKm          float64      `json:"altitude_km"`
	InclinationDeg      float64      `json:"inclination_deg"`
	SunlitFraction      float64      `json:"sunlit_fraction"`
	LongestEclipseMin   float64      `json:"longest_eclipse_min"`
	EclipseMode         string       `json:"eclipse_mode"`
	EclipsePowerShare   float64      `json:"eclipse_power_share"`
	PoweredShare        float64      `json:"powered_share"`
	ArrayBOLW           float64      `json:"array_bol_w"`
	ArrayEOLW           float64      `json:"array_eol_w"`
	BatteryWh           float64      `json:"battery_wh"`
	HeatW               float64      `json:"heat_w"`
	RadiatorWPerM2      float64      `json:"radiator_w_per_m2"`
	CoolantInletK       float64      `json:"coolant_inlet_k"`
	CoolantOutletK      float64      `json:"coolant_outlet_k"`
	FinEfficiency       float64      `json:"fin_efficiency"`
	DryMassKg           float64      `json:"dry_mass_kg"`
	GrowthMassKg        float64      `json:"growth_allowance_kg"`
	StowedVolumeM3      float64      `json:"stowed_volume_m3"`
	BusUSDPerW          float64      `json:"bus_usd_per_w"`
	DeltaVMPerS         float64      `json:"delta_v_m_per_s"`
	DisposalDeltaVMPerS float64      `json:"disposal_delta_v_m_per_s"`
	ThrusterW           float64      `json:"thruster_w"`
	DragN               float64      `json:"drag_n"`
	ShieldMM            float64      `json:"shield_mm"`
	DoseGyPerYear       float64      `json:"dose_gy_per_yr"`
	DoseHeld            bool         `json:"dose_held"`
	PuncturesPerYear    float64      `json:"punctures_per_yr"`
	HazardPerYear       float64      `json:"loss_rate_per_yr"`
	DeliveredFraction   float64      `json:"delivered_fraction_of_life"`
	LinkGbpsPerKW       float64      `json:"link_gbps_per_kw"`
	PayloadKg           float64      `json:"flight_payload_kg"`
	SatellitesByMass    float64      `json:"satellites_per_flight_by_mass"`
	SatellitesByVolume  float64      `json:"satellites_per_flight_by_volume"`
	StatedMassKg        study.Number `json:"stated_mass_kg"`
	StatedSpecificPower study.Number `json:"stated_specific_power_kw_per_t"`
}

func sizeResult(c *dawndusk.Case, z *dawndusk.Sized) *sized {
	b, env := &z.Budget, &z.Environment
	out := &sized{
		Scenario: c.Name, Year: z.Year, MoneyYear: si.MoneyYear, Orbit: z.Target.String(),
		Total:       lineOf("", b.Total),
		ArrayAreaM2: b.ArrayAreaM2, RadiatorAreaM2: b.RadiatorAreaM2, RadiatorTemperatureK: b.RadiatorK,
		JunctionTemperatureK: b.JunctionK, SpecificPower: b.SpecificPowerKWPerT,
		SatellitesPerFlight: z.PerFlight, Iterations: b.Iterations,
		ITPowerW: z.ITWatts, LifeYears: z.LifeYears,
		AltitudeKm: env.Altitude.In(si.Kilometre), InclinationDeg: env.Inclination.In(si.Degree),
		SunlitFraction: env.SunlitFraction, LongestEclipseMin: env.LongestEclipse.In(si.Minute),
		EclipseMode: z.EclipseMode.String(), EclipsePowerShare: b.EclipsePowerShare, PoweredShare: b.PoweredShare,
		ArrayBOLW: b.ArrayBOLW, ArrayEOLW: b.ArrayEOLW, BatteryWh: b.BatteryWh, HeatW: b.HeatW, RadiatorWPerM2: b.RadiatorWPerM2,
		CoolantInletK: b.RadiatorInletK, CoolantOutletK: b.RadiatorOutletK, FinEfficiency: b.FinEfficiency,
		DryMassKg: b.DryMassKg, GrowthMassKg: b.Lines[sat.LineGrowth].MassKg, StowedVolumeM3: b.StowedVolumeM3,
		BusUSDPerW: b.BusUSD / z.ITWatts, DeltaVMPerS: b.DeltaVMPerS, DisposalDeltaVMPerS: env.DisposalDeltaV.SI(),
		ThrusterW: b.ThrusterW, DragN: b.DragN, ShieldMM: b.ShieldMM, DoseGyPerYear: b.DoseGyPerYear, DoseHeld: b.DoseHeld,
		PuncturesPerYear: b.HitsPerYear, HazardPerYear: z.Hazards.HazardPerYear, DeliveredFraction: z.Hazards.DeliveredFraction(),
		LinkGbpsPerKW: b.LinkGbpsPerKW, PayloadKg: z.PayloadKg,
		SatellitesByMass: z.ByMass, SatellitesByVolume: z.ByVolume,
		StatedMassKg: study.Number(z.StatedMassKg), StatedSpecificPower: study.Number(z.ITWatts / z.StatedMassKg),
	}
	for id, l := range b.Lines {
		out.Lines = append(out.Lines, lineOf(sat.LineID(id).String(), l))
	}
	return out
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
