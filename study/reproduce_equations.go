package study

import (
	"math"
	"slices"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// equationArgument is an argument of an equation and the unit it is handed over in; "1"
// is a plain number.
type equationArgument struct{ name, unit string }

// equation is an exported function of a model package as a file may call it. chain
// says whether the chain calls it too; a test holds that to the code.
type equation struct {
	name  string
	args  []equationArgument
	unit  string
	chain bool
	call  func(x []float64) float64
}

func metres(x float64) si.Length { return si.Length(x) * si.Metre }

var equations = []equation{
	{"orbit.Period", []equationArgument{{"altitude", "m"}}, "s", true,
		func(x []float64) float64 { return orbit.Period(metres(x[0])).In(si.Second) }},
	{"orbit.Speed", []equationArgument{{"altitude", "m"}}, "m/s", true,
		func(x []float64) float64 { return orbit.Speed(metres(x[0])).In(si.MetrePerSecond) }},
	{"orbit.SunSynchronousInclination", []equationArgument{{"altitude", "m"}}, "deg", true,
		func(x []float64) float64 { return orbit.SunSynchronousInclination(metres(x[0])).In(si.Degree) }},
	{"orbit.EarthViewFactorEdge", []equationArgument{{"altitude", "m"}}, "1", true,
		func(x []float64) float64 { return orbit.EarthViewFactorEdge(metres(x[0])) }},
	{"orbit.EarthViewFactorNadir", []equationArgument{{"altitude", "m"}}, "1", true,
		func(x []float64) float64 { return orbit.EarthViewFactorNadir(metres(x[0])) }},
	{"sat.CellTemperature", []equationArgument{{"sunlight", "W/m2"}, {"efficiency", "1"}, {"earth_view", "1"}, {"earth_infrared", "W/m2"}}, "K", true,
		func(x []float64) float64 { return sat.CellTemperature(x[0], x[1], x[2], x[3]) }},
	{"sat.ArrayFlux", []equationArgument{{"sunlight", "W/m2"}, {"efficiency", "1"}, {"packing", "1"}, {"cosine", "1"}, {"coefficient", "1/K"}, {"kelvin", "K"}}, "W/m2", true,
		func(x []float64) float64 { return sat.ArrayFlux(x[0], x[1], x[2], x[3], x[4], x[5]) }},
	{"sat.BatteryEnergy", []equationArgument{{"power", "W"}, {"time", "s"}, {"depth", "1"}, {"efficiency", "1"}}, "J", true,
		func(x []float64) float64 { return sat.BatteryEnergy(x[0], x[1], x[2], x[3]) }},
	{"sat.PanelFlux", []equationArgument{{"kelvin", "K"}, {"fin", "1"}, {"emissivity", "1"}, {"absorptance", "1"}, {"sun_on_face", "W/m2"}, {"albedo", "W/m2"},
		{"earth_infrared", "W/m2"}, {"view_a", "1"}, {"view_b", "1"}}, "W/m2", true,
		func(x []float64) float64 {
			return sat.PanelFlux(x[0], x[1], x[2], x[3], &sat.Surroundings{SunOnFace: x[4], Albedo: x[5], EarthInfrared: x[6], ViewA: x[7], ViewB: x[8]})
		}},
	{"sat.FinEfficiency", []equationArgument{{"kelvin", "K"}, {"emissivity", "1"}, {"conductivity", "W/m/K"}, {"thickness", "m"}, {"half_spacing", "m"}}, "1", true,
		func(x []float64) float64 { return sat.FinEfficiency(x[0], x[1], x[2], x[3], x[4]) }},
	{"ground.CRF", []equationArgument{{"rate", "1/yr"}, {"years", "yr"}}, "1/yr", true,
		func(x []float64) float64 { return ground.CRF(x[0], x[1]) }},
	{"network.SlantRange", []equationArgument{{"altitude", "m"}, {"elevation", "deg"}}, "m", true,
		func(x []float64) float64 { return network.SlantRange(metres(x[0]), si.Angle(x[1])*si.Degree) }},
	{"network.RoundTrip", []equationArgument{{"distance", "m"}}, "s", true,
		func(x []float64) float64 { return network.RoundTrip(x[0]) }},
	{"network.SitesAvailability", []equationArgument{{"site", "1"}, {"sites", "1"}, {"correlation", "1"}}, "1", true,
		func(x []float64) float64 { return network.SitesAvailability(x[0], x[1], x[2]) }},
	{"workload.Params.OrbitInterruptionsPerYear", []equationArgument{{"ground", "1/yr"}, {"multiple", "1"}, {"memory_error", "1/Gy"}, {"stops", "1"},
		{"host_crash", "1/Gy"}, {"accelerator_crash", "1/Gy"}, {"dose", "Gy/yr"}}, "1/yr", true, interruptions},
	{"orbit.EclipseDuration", []equationArgument{{"altitude", "m"}, {"beta", "deg"}}, "s", false,
		func(x []float64) float64 {
			return orbit.EclipseDuration(metres(x[0]), si.Angle(x[1])*si.Degree).In(si.Second)
		}},
	{"launch.RocketDeltaV", []equationArgument{{"full", "kg"}, {"empty", "kg"}, {"impulse", "s"}}, "m/s", false,
		func(x []float64) float64 { return launch.RocketDeltaV(x[0], x[1], x[2]) }},
	{"network.TelescopeGain", []equationArgument{{"diameter", "m"}, {"wavelength", "m"}, {"efficiency", "1"}}, "dB", true,
		func(x []float64) float64 { return network.TelescopeGain(metres(x[0]), metres(x[1]), x[2]) }},
	{"network.FreeSpaceLoss", []equationArgument{{"distance", "m"}, {"wavelength", "m"}}, "dB", true,
		func(x []float64) float64 { return network.FreeSpaceLoss(metres(x[0]), metres(x[1])) }},
	{"network.ReceivedPower", []equationArgument{{"sent", "dBm"}, {"send_gain", "dB"}, {"receive_gain", "dB"}, {"space_loss", "dB"}, {"other_loss", "dB"}}, "dBm", true,
		func(x []float64) float64 { return network.ReceivedPower(x[0], x[1], x[2], x[3], x[4]) }},
	{"network.PhotonsPerBit", []equationArgument{{"received", "dBm"}, {"rate", "b/s"}, {"wavelength", "m"}}, "1", true,
		func(x []float64) float64 {
			return network.PhotonsPerBit(x[0], si.BitRate(x[1])*si.BitPerSecond, metres(x[2]))
		}},
	{"network.ConfocalRange", []equationArgument{{"diameter", "m"}, {"wavelength", "m"}}, "m", true,
		func(x []float64) float64 { return network.ConfocalRange(metres(x[0]), metres(x[1])) }},
	{"network.MultiplexedRate", []equationArgument{{"side", "1"}, {"channels", "1"}, {"channel", "b/s"}}, "b/s", true,
		func(x []float64) float64 {
			return network.MultiplexedRate(x[0], x[1], si.BitRate(x[2])*si.BitPerSecond).In(si.BitPerSecond)
		}},
	{"finance.FlatAnnuity", []equationArgument{{"rate", "1/yr"}, {"upfront", "$"}, {"years", "yr"}, {"per_year", "$/yr"}}, "$/yr", false,
		func(x []float64) float64 { return finance.FlatAnnuity(x[0], x[1], x[2], x[3]) }},
	{"fleet.WrightFactor", []equationArgument{{"start", "kg"}, {"made", "kg"}, {"rate", "1"}, {"floor", "1"}}, "1", true,
		func(x []float64) float64 { return fleet.WrightFactor(x[0], x[1], x[2], x[3]) }},
}

// interruptions calls OrbitInterruptionsPerYear with what it uses of its inputs.
func interruptions(x []float64) float64 {
	var p workload.Params
	p.Job.Interruptions = si.Rate(x[0]) * si.PerYear
	p.Space.FailureMultiple = si.Ratio(x[1])
	p.Space.MemoryError, p.Space.MemoryErrorStops = si.PerDose(x[2]), si.Ratio(x[3])
	p.Space.HostCrash, p.Space.AcceleratorCrash = si.PerDose(x[4]), si.PerDose(x[5])
	return p.OrbitInterruptionsPerYear(x[6])
}

func equationIndex(name string) int {
	return slices.IndexFunc(equations, func(e equation) bool { return e.name == name })
}

// chainValue is a number that comes out of the chain: out of the satellite as it is
// sized, of a year of a run, or of the two bills.
type chainValue struct {
	name string
	args []equationArgument
	unit string
	size func(z *dawndusk.Sized, x []float64) float64 // of the three one is set
	year func(y *dawndusk.Year, headline dawndusk.Product) float64
	bill dawndusk.Side // if neither is
}

var chainValues = []chainValue{
	sizeValue("size.mass", "kg", func(z *dawndusk.Sized) float64 { return z.Budget.Total.MassKg }),
	sizeValue("size.dry_mass", "kg", func(z *dawndusk.Sized) float64 { return z.Budget.DryMassKg }),
	sizeValue("size.counted_mass", "kg", countedMass),
	sizeValue("size.it_power", "W", func(z *dawndusk.Sized) float64 { return z.ITWatts }),
	sizeValue("size.specific_power", "kW/t", func(z *dawndusk.Sized) float64 { return z.Budget.SpecificPowerKWPerT }),
	sizeValue("size.array_area", "m2", func(z *dawndusk.Sized) float64 { return z.Budget.ArrayAreaM2 }),
	sizeValue("size.array_power", "W", func(z *dawndusk.Sized) float64 { return z.Budget.ArrayBOLW }),
	sizeValue("size.cell_temperature", "K", func(z *dawndusk.Sized) float64 { return z.Budget.CellK }),
	sizeValue("size.radiator_area", "m2", func(z *dawndusk.Sized) float64 { return z.Budget.RadiatorAreaM2 }),
	sizeValue("size.radiator_flux", "W/m2", func(z *dawndusk.Sized) float64 { return z.Budget.RadiatorWPerM2 }),
	sizeValue("size.radiator_temperature", "K", func(z *dawndusk.Sized) float64 { return z.Budget.RadiatorK }),
	sizeValue("size.radiator_mass", "kg", func(z *dawndusk.Sized) float64 {
		return z.Budget.Lines[sat.LineRadiator].MassKg + z.Budget.Lines[sat.LineLoop].MassKg
	}),
	sizeValue("size.heat", "W", func(z *dawndusk.Sized) float64 { return z.Budget.HeatW }),
	sizeValue("size.sunlit", "1", func(z *dawndusk.Sized) float64 { return z.Environment.SunlitFraction }),
	sizeValue("size.carried", "1", func(z *dawndusk.Sized) float64 { return z.ByMass }),
	sizeValue("size.delivered", "1", func(z *dawndusk.Sized) float64 { return z.Hazards.DeliveredFraction() }),
	sizeValue("size.payload", "kg", func(z *dawndusk.Sized) float64 { return z.PayloadKg }),
	sizeValue("size.link", "b/s", func(z *dawndusk.Sized) float64 { return z.Budget.LinkGbpsPerKW * z.ITWatts / 1e3 * 1e9 }),
	{name: "size.dose", args: []equationArgument{{"aluminium", "m"}}, unit: "Gy/yr",
		size: func(z *dawndusk.Sized, x []float64) float64 { return z.Environment.DoseRate.Behind(metres(x[0])) }},
	{name: "year.launch_price", unit: "$/kg", year: func(y *dawndusk.Year, _ dawndusk.Product) float64 { return y.USDPerKg }},
	{name: "year.flights", unit: "1/yr", year: func(y *dawndusk.Year, _ dawndusk.Product) float64 { return y.Flights }},
	{name: "year.payload", unit: "t", year: func(y *dawndusk.Year, _ dawndusk.Product) float64 { return y.PayloadT }},
	{name: "year.orbit_capacity", unit: "GW", year: func(y *dawndusk.Year, _ dawndusk.Product) float64 { return y.OrbitGW }},
	{name: "year.orbit_hour", unit: "$/h", year: func(y *dawndusk.Year, k dawndusk.Product) float64 { return y.OrbitUSDPerHour[k] }},
	{name: "year.ground_hour", unit: "$/h", year: func(y *dawndusk.Year, k dawndusk.Product) float64 { return y.GroundUSDPerHour[k] }},
	{name: "bill.orbit", unit: "$/W/yr", bill: dawndusk.Orbit},
	{name: "bill.ground", unit: "$/W/yr", bill: dawndusk.Ground},
}

func sizeValue(name, unit string, f func(z *dawndusk.Sized) float64) chainValue {
	return chainValue{name: name, unit: unit, size: func(z *dawndusk.Sized, _ []float64) float64 { return f(z) }}
}

// countedMass is what launch counts of a satellite: the pinned mass if there is one.
func countedMass(z *dawndusk.Sized) float64 {
	if math.IsNaN(z.StatedMassKg) {
		return z.Budget.Total.MassKg
	}
	return z.StatedMassKg
}

func chainIndex(name string) int {
	return slices.IndexFunc(chainValues, func(c chainValue) bool { return c.name == name })
}

// isBill reports whether a chain value is a sum of the lines that a boundary names.
func (c *chainValue) isBill() bool { return c.size == nil && c.year == nil }

// boundaries are the names of what a cost may hold, in the order of a bill.
func boundaries() (names []string) {
	for r := range finance.NumRungs {
		names = append(names, r.String())
	}
	return names
}

// chainPlay is one case that the chain answers for, at a year and an orbit: central
// values and even luck, as Case.Size has it. What is not asked is not worked out.
type chainPlay struct {
	c       *dawndusk.Case
	year    int
	target  launch.Target
	telling telling // of the answer in hand

	sized   *dawndusk.Sized
	unsized error
	years   *dawndusk.Result
	bills   *dawndusk.Bills
}

// play runs the case up to a month after January of the first year.
func (p *chainPlay) play(months int) *dawndusk.Result {
	s := p.c.Scenario
	s.Run.Horizon = si.Duration(months) * si.Month
	out := new(dawndusk.Result)
	new(dawndusk.Enterprise).Run(&s, dawndusk.EvenChance(), out)
	return out
}

// ask returns a value of the chain that is no bill.
func (p *chainPlay) ask(k int, x []float64) (float64, error) {
	v := &chainValues[k]
	if v.size != nil {
		if p.sized == nil && p.unsized == nil {
			p.sized, p.unsized = p.c.Size(p.target, p.year)
		}
		if p.unsized != nil {
			return 0, p.unsized
		}
		return v.size(p.sized, x), nil
	}
	if p.years == nil {
		p.years = p.play((p.year-firstYear)*12 + 12)
	}
	return v.year(&p.years.Years[p.year-firstYear], p.c.Scenario.Run.Headline), nil
}
