package study

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// SizeYear is the year of the order where none is named.
const SizeYear = 2030

// SizeOptions say which satellite is sized. What is empty is the scenario's own.
type SizeOptions struct {
	ITPower  string // average, such as "120 kW"
	Altitude string // such as "650 km"
	Life     string // such as "5 yr"
	Orbit    string // "dawn-dusk" or "inclined"
	Year     int    // of the order
	Set      []string
	Files    dawndusk.Files // scenarios at hand; nil: on disk
}

// Size sizes one satellite of a scenario at central values. Mistakes in what was
// given come back at once as ledger.Errors; another error says why no such satellite
// can be had.
func Size(scenario string, o SizeOptions) (*dawndusk.Case, *dawndusk.Sized, error) {
	target, altitude := launch.DawnDusk, "orbit.altitude"
	var wrong ledger.Errors
	switch o.Orbit {
	case launch.DawnDusk.String():
	case launch.Inclined.String():
		target, altitude = launch.Inclined, "orbit.inclined_altitude"
	default:
		wrong = ledger.Errors{{File: "--orbit", Wrong: fmt.Sprintf("%q is unknown", ledger.Short(o.Orbit)), Right: "write dawn-dusk or inclined"}}
	}
	set := slices.Clone(o.Set)
	named := map[string]string{} // path → flag, to name the flag in messages
	for _, s := range [...]struct{ flag, path, value string }{
		{"--it-power", "operator.it_power", o.ITPower},
		{"--altitude", altitude, o.Altitude},
		{"--life", "operator.life", o.Life},
	} {
		if s.value != "" {
			set = append(set, s.path+"="+s.value)
			named[s.path] = s.flag
		}
	}
	c, err := o.Files.LoadOver(nil, scenario, set...)
	if many := (ledger.Errors)(nil); errors.As(err, &many) {
		for i := range many {
			if flag, ok := named[many[i].Path]; ok && many[i].File == "--set" {
				many[i].File = flag
			}
		}
	}
	if err := bothErrors(asError(wrong), err); err != nil {
		return nil, nil, err
	}
	z, err := c.Size(target, o.Year)
	if err != nil {
		return nil, nil, err
	}
	return c, z, nil
}

// SatelliteLine is a line of a satellite's budget.
type SatelliteLine struct {
	Name    string  `json:"name,omitempty"`
	MassKg  float64 `json:"mass_kg"`
	AreaM2  float64 `json:"area_m2"`
	PowerW  float64 `json:"power_w"`
	CostUSD float64 `json:"cost_usd"`
}

func lineOf(name string, l sat.Line) SatelliteLine {
	return SatelliteLine{name, l.MassKg, l.AreaM2, l.PowerW, l.CostUSD}
}

// Satellite is a satellite line by line: the contract of `size --json`.
type Satellite struct {
	Scenario  string `json:"scenario"`
	Year      int    `json:"year"`
	MoneyYear int    `json:"money_year"`
	Orbit     string `json:"orbit"`

	Lines []SatelliteLine `json:"lines"`
	Total SatelliteLine   `json:"total"`

	ArrayAreaM2          float64 `json:"array_area_m2"`
	RadiatorAreaM2       float64 `json:"radiator_area_m2"`
	RadiatorTemperatureK float64 `json:"radiator_temperature_k"`
	JunctionTemperatureK float64 `json:"junction_temperature_k"`
	SpecificPower        float64 `json:"specific_power_kw_per_t"`
	SatellitesPerFlight  float64 `json:"satellites_per_flight"`
	Iterations           int     `json:"iterations"`

	ITPowerW            float64 `json:"it_power_w"`
	LifeYears           float64 `json:"life_yr"`
	AltitudeKm          float64 `json:"altitude_km"`
	InclinationDeg      float64 `json:"inclination_deg"`
	SunlitFraction      float64 `json:"sunlit_fraction"`
	LongestEclipseMin   float64 `json:"longest_eclipse_min"`
	EclipseMode         string  `json:"eclipse_mode"`
	EclipsePowerShare   float64 `json:"eclipse_power_share"`
	PoweredShare        float64 `json:"powered_share"`
	ArrayBOLW           float64 `json:"array_bol_w"`
	ArrayEOLW           float64 `json:"array_eol_w"`
	BatteryWh           float64 `json:"battery_wh"`
	HeatW               float64 `json:"heat_w"`
	RadiatorWPerM2      float64 `json:"radiator_w_per_m2"`
	CoolantInletK       float64 `json:"coolant_inlet_k"`
	CoolantOutletK      float64 `json:"coolant_outlet_k"`
	FinEfficiency       float64 `json:"fin_efficiency"`
	DryMassKg           float64 `json:"dry_mass_kg"`
	GrowthMassKg        float64 `json:"growth_allowance_kg"`
	StowedVolumeM3      float64 `json:"stowed_volume_m3"`
	BusUSDPerW          float64 `json:"bus_usd_per_w"`
	DeltaVMPerS         float64 `json:"delta_v_m_per_s"`
	DisposalDeltaVMPerS float64 `json:"disposal_delta_v_m_per_s"`
	ThrusterW           float64 `json:"thruster_w"`
	DragN               float64 `json:"drag_n"`
	ShieldMM            float64 `json:"shield_mm"`
	DoseGyPerYear       float64 `json:"dose_gy_per_yr"`
	DoseHeld            bool    `json:"dose_held"`
	PuncturesPerYear    float64 `json:"punctures_per_yr"`
	HazardPerYear       float64 `json:"loss_rate_per_yr"`
	DeliveredFraction   float64 `json:"delivered_fraction_of_life"`
	LinkGbpsPerKW       float64 `json:"link_gbps_per_kw"`
	PayloadKg           float64 `json:"flight_payload_kg"`
	SatellitesByMass    float64 `json:"satellites_per_flight_by_mass"`
	SatellitesByVolume  float64 `json:"satellites_per_flight_by_volume"`
	StatedMassKg        Number  `json:"stated_mass_kg"`
	StatedSpecificPower Number  `json:"stated_specific_power_kw_per_t"`
}

// SizeResult tells a satellite line by line.
func SizeResult(c *dawndusk.Case, z *dawndusk.Sized) *Satellite {
	b, env := &z.Budget, &z.Environment
	out := &Satellite{
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
		StatedMassKg: Number(z.StatedMassKg), StatedSpecificPower: Number(z.ITWatts / z.StatedMassKg),
	}
	for id, l := range b.Lines {
		out.Lines = append(out.Lines, lineOf(sat.LineID(id).String(), l))
	}
	return out
}
