// Package si holds quantities as types, so that a mass cannot be passed for a
// power and every number a user writes carries its unit.
//
// A quantity is a float64 in SI base units behind a type that knows its
// dimension; money is in dollars of [MoneyYear]. Build one by multiplying with
// a unit, as with time.Duration, and read it back with In:
//
//	p := 120 * si.Kilowatt
//	p.In(si.Watt) // 120000
//
// Quantities belong at the edges: inputs and whatever crosses a package.
// Inside an equation use plain floats; results carry the unit in their name.
package si

// Quantity is a value of dimension D in SI base units (kilogram, metre, second,
// kelvin, radian, bit, and dollars of MoneyYear).
type Quantity[D dimension] float64

// In returns q as a multiple of unit: (650 * Kilometre).In(Metre) is 650000.
func (q Quantity[D]) In(unit Quantity[D]) float64 { return float64(q) / float64(unit) }

// SI returns q in SI base units.
func (q Quantity[D]) SI() float64 { return float64(q) }

// String prints q in the unit a reader expects at its size.
func (q Quantity[D]) String() string {
	var d D
	return d.kind().format(float64(q), 5)
}

// MarshalText is String with twelve digits, so that what is written reads back
// as good as the same. NaN and infinity are written, but do not read back.
func (q Quantity[D]) MarshalText() ([]byte, error) {
	var d D
	return []byte(d.kind().format(float64(q), 12)), nil
}

// UnmarshalText reads a number with its unit, such as "650 km". It refuses a
// missing unit, a unit of another dimension, NaN and infinity.
func (q *Quantity[D]) UnmarshalText(text []byte) error {
	var d D
	v, err := d.kind().parse(string(text))
	if err == nil {
		*q = Quantity[D](v)
	}
	return err
}

// Describe returns what q measures and units a user may write, best first.
func (q Quantity[D]) Describe() (name string, units []string) {
	var d D
	k := d.kind()
	return k.name, k.units
}

// Watts are typed: the average draw of servers and their network is what both
// sides are sized by, and a function that wants it accepts no other power.
type (
	Power   = Quantity[power]   // any other
	ITPower = Quantity[itPower] // average draw of servers and their network
)

// The other quantities.
type (
	Length          = Quantity[length]
	Volume          = Quantity[volume]
	Mass            = Quantity[mass]
	Duration        = Quantity[duration]
	Speed           = Quantity[speed]
	Angle           = Quantity[angle]
	Temperature     = Quantity[temperature]     // absolute; "60 °C" is 333.15 K
	TemperatureStep = Quantity[temperatureStep] // a difference; only K
	Ratio           = Quantity[ratio]           // dimensionless: a plain number, "%" or "wt%"
	Count           = Quantity[count]           // how many: a plain number
	Rate            = Quantity[rate]            // per time: "%/yr", "1/yr"
	USD             = Quantity[usd]
	USDPerYear      = Quantity[usdPerYear]
	USDPerKilogram  = Quantity[usdPerKilogram]
	USDPerWatt      = Quantity[usdPerWatt]
	USDPerEnergy    = Quantity[usdPerEnergy] // "$/MWh", and "$/W/yr", which is the same
	USDPerArea      = Quantity[usdPerArea]
	USDPerBitRate   = Quantity[usdPerBitRate]
	SpecificPower   = Quantity[specificPower]   // "kW/t"
	MassPerPower    = Quantity[massPerPower]    // "kg/kW"
	ArealDensity    = Quantity[arealDensity]    // "kg/m2"
	Density         = Quantity[density]         // "kg/m3"
	HeatFlux        = Quantity[heatFlux]        // "W/m2"
	SpecificEnergy  = Quantity[specificEnergy]  // "Wh/kg"
	EnergyPerEnergy = Quantity[energyPerEnergy] // heat rate: "kJ/kWh"
	MassRate        = Quantity[massRate]        // "Mt/yr"
	PowerRate       = Quantity[powerRate]       // "GW/yr"
	AreaPerMass     = Quantity[areaPerMass]     // "m2/kg"
	AreaPerPower    = Quantity[areaPerPower]    // "m2/kW"
	AreaFlux        = Quantity[areaFlux]        // "1/m2/yr"
	Conductivity    = Quantity[conductivity]    // "W/m/K"
	PerTemperature  = Quantity[perTemperature]  // "%/K"
	Pressure        = Quantity[pressure]
	Dose            = Quantity[dose]    // absorbed radiation: "krad", "Gy"
	PerDose         = Quantity[perDose] // events per dose: "1/rad"
	BitRate         = Quantity[bitRate]
)

// ZeroCelsius is 0 °C in kelvin.
//
// Source: ITS-90.
const ZeroCelsius = 273.15

// Units.
const (
	Watt     Power = 1
	Kilowatt Power = 1e3

	ITWatt     ITPower = 1
	ITKilowatt ITPower = 1e3
	ITMegawatt ITPower = 1e6

	Metre          Length   = 1
	Millimetre     Length   = 1e-3
	Kilometre      Length   = 1e3
	CubicMetre     Volume   = 1
	Kilogram       Mass     = 1
	Tonne          Mass     = 1e3
	Second         Duration = 1
	Minute         Duration = 60
	Hour           Duration = 3600
	Day            Duration = 86400
	Year           Duration = 365.25 * 86400 // Julian year, IAU
	Month          Duration = Year / 12
	MetrePerSecond Speed    = 1

	Radian Angle = 1
	Degree Angle = 0.017453292519943295769 // π/180

	DollarPerYear         USDPerYear     = 1 / USDPerYear(Year)
	DollarPerKilogram     USDPerKilogram = 1
	DollarPerWatt         USDPerWatt     = 1
	DollarPerMegawattHour USDPerEnergy   = 1 / 3.6e9
	DollarPerWattYear     USDPerEnergy   = 1 / USDPerEnergy(Year)

	PerYear             Rate           = 1 / Rate(Year)
	KilowattPerTonne    SpecificPower  = 1
	KilogramPerKilowatt MassPerPower   = 1e-3
	WattHourPerKilogram SpecificEnergy = 3600
	TonnePerYear        MassRate       = 1e3 / MassRate(Year)
	GigawattPerYear     PowerRate      = 1e9 / PowerRate(Year)
	Kilorad             Dose           = 10
	BitPerSecond        BitRate        = 1
	GigabitPerSecond    BitRate        = 1e9
	TerabitPerSecond    BitRate        = 1e12
)
