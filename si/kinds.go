package si

// dims are the exponents of metre, kilogram, second, kelvin, dollar, bit and
// radian.
type dims [7]int8

const (
	dM = iota
	dKg
	dS
	dK
	dUSD
	dBit
	dRad
)

// kind says what a quantity measures and in which units it is written.
type kind struct {
	name  string   // "length"
	dims  dims     //
	units []string // units for printing, in rising size
	usual string   // the unit of examples and of zero; if empty, the middle one
	plain bool     // a number without a unit is allowed
}

// dimension is a phantom type that names a kind.
type dimension interface{ kind() kind }

type (
	power           struct{}
	itPower         struct{}
	length          struct{}
	volume          struct{}
	mass            struct{}
	duration        struct{}
	speed           struct{}
	angle           struct{}
	temperature     struct{}
	temperatureStep struct{}
	ratio           struct{}
	count           struct{}
	rate            struct{}
	usd             struct{}
	usdPerYear      struct{}
	usdPerKilogram  struct{}
	usdPerWatt      struct{}
	usdPerEnergy    struct{}
	usdPerArea      struct{}
	usdPerBitRate   struct{}
	specificPower   struct{}
	massPerPower    struct{}
	arealDensity    struct{}
	density         struct{}
	heatFlux        struct{}
	specificEnergy  struct{}
	energyPerEnergy struct{}
	massRate        struct{}
	powerRate       struct{}
	areaPerMass     struct{}
	areaPerPower    struct{}
	areaFlux        struct{}
	conductivity    struct{}
	perTemperature  struct{}
	pressure        struct{}
	dose            struct{}
	perDose         struct{}
	bitRate         struct{}
)

var powerDims = dims{dM: 2, dKg: 1, dS: -3}
var powerUnits = []string{"W", "kW", "MW", "GW", "TW"}

func (power) kind() kind   { return kind{name: "power", dims: powerDims, units: powerUnits} }
func (itPower) kind() kind { return kind{name: "IT power", dims: powerDims, units: powerUnits} }

func (length) kind() kind {
	return kind{name: "length", usual: "km", dims: dims{dM: 1}, units: []string{"nm", "um", "mm", "m", "km"}}
}
func (volume) kind() kind { return kind{name: "volume", dims: dims{dM: 3}, units: []string{"m3"}} }
func (mass) kind() kind {
	return kind{name: "mass", usual: "kg", dims: dims{dKg: 1}, units: []string{"g", "kg", "t", "kt", "Mt", "Gt"}}
}
func (duration) kind() kind {
	return kind{name: "duration", usual: "yr", dims: dims{dS: 1}, units: []string{"s", "min", "h", "d", "yr"}}
}
func (speed) kind() kind {
	return kind{name: "speed", dims: dims{dM: 1, dS: -1}, units: []string{"m/s", "km/s"}}
}
func (angle) kind() kind {
	return kind{name: "angle", dims: dims{dRad: 1}, units: []string{"urad", "deg"}}
}
func (temperature) kind() kind {
	return kind{name: "temperature", dims: dims{dK: 1}, units: []string{"K"}}
}
func (temperatureStep) kind() kind {
	return kind{name: "temperature difference", dims: dims{dK: 1}, units: []string{"K"}}
}
func (ratio) kind() kind { return kind{name: "ratio", usual: "%", units: []string{""}, plain: true} }
func (count) kind() kind { return kind{name: "count", units: []string{""}, plain: true} }
func (rate) kind() kind {
	return kind{name: "rate", dims: dims{dS: -1}, units: []string{"%/yr", "1/yr"}, usual: "1/yr"}
}
func (usd) kind() kind {
	return kind{name: "money", dims: dims{dUSD: 1}, units: []string{"$", "k$", "M$", "G$", "T$"}}
}
func (usdPerYear) kind() kind {
	return kind{name: "money a year", dims: dims{dUSD: 1, dS: -1}, units: []string{"$/yr", "k$/yr", "M$/yr", "G$/yr", "T$/yr"}}
}
func (usdPerKilogram) kind() kind {
	return kind{name: "price by mass", dims: dims{dUSD: 1, dKg: -1}, units: []string{"$/kg"}}
}
func (usdPerWatt) kind() kind {
	return kind{name: "price by power", dims: dims{dUSD: 1, dM: -2, dKg: -1, dS: 3}, units: []string{"$/kW", "$/W"}}
}
func (usdPerEnergy) kind() kind {
	return kind{name: "price by energy", dims: dims{dUSD: 1, dM: -2, dKg: -1, dS: 2}, units: []string{"$/MWh"}}
}
func (usdPerArea) kind() kind {
	return kind{name: "price by area", dims: dims{dUSD: 1, dM: -2}, units: []string{"$/m2"}}
}
func (usdPerBitRate) kind() kind {
	return kind{name: "price by bit rate", dims: dims{dUSD: 1, dS: 1, dBit: -1}, units: []string{"$/(Mb/s)", "$/(kb/s)"}}
}
func (specificPower) kind() kind {
	return kind{name: "specific power", dims: dims{dM: 2, dS: -3}, units: []string{"kW/t"}}
}
func (massPerPower) kind() kind {
	return kind{name: "mass by power", dims: dims{dM: -2, dS: 3}, units: []string{"kg/kW"}}
}
func (arealDensity) kind() kind {
	return kind{name: "areal density", dims: dims{dKg: 1, dM: -2}, units: []string{"kg/m2"}}
}
func (density) kind() kind {
	return kind{name: "density", dims: dims{dKg: 1, dM: -3}, units: []string{"kg/m3"}}
}
func (heatFlux) kind() kind {
	return kind{name: "heat flux", dims: dims{dKg: 1, dS: -3}, units: []string{"W/m2"}}
}
func (specificEnergy) kind() kind {
	return kind{name: "specific energy", dims: dims{dM: 2, dS: -2}, units: []string{"Wh/kg", "kWh/kg"}}
}
func (energyPerEnergy) kind() kind {
	return kind{name: "heat rate", units: []string{"kJ/kWh"}}
}
func (massRate) kind() kind {
	return kind{name: "mass rate", dims: dims{dKg: 1, dS: -1}, units: []string{"t/yr", "kt/yr", "Mt/yr"}}
}
func (powerRate) kind() kind {
	return kind{name: "power by year", dims: dims{dM: 2, dKg: 1, dS: -4}, units: []string{"MW/yr", "GW/yr", "TW/yr"}}
}
func (areaPerMass) kind() kind {
	return kind{name: "area by mass", dims: dims{dM: 2, dKg: -1}, units: []string{"m2/kg"}}
}
func (areaPerPower) kind() kind {
	return kind{name: "area by power", dims: dims{dKg: -1, dS: 3}, units: []string{"m2/kW"}}
}
func (areaFlux) kind() kind {
	return kind{name: "flux of events", dims: dims{dM: -2, dS: -1}, units: []string{"1/m2/yr"}}
}
func (conductivity) kind() kind {
	return kind{name: "thermal conductivity", dims: dims{dM: 1, dKg: 1, dS: -3, dK: -1}, units: []string{"W/m/K"}}
}
func (perTemperature) kind() kind {
	return kind{name: "temperature coefficient", dims: dims{dK: -1}, units: []string{"%/K"}}
}
func (pressure) kind() kind {
	return kind{name: "pressure", dims: dims{dM: -1, dKg: 1, dS: -2}, units: []string{"Pa", "kPa", "MPa", "GPa"}}
}
func (dose) kind() kind {
	return kind{name: "dose", dims: dims{dM: 2, dS: -2}, units: []string{"rad", "krad", "Mrad"}}
}
func (perDose) kind() kind {
	return kind{name: "events by dose", dims: dims{dM: -2, dS: 2}, units: []string{"1/krad", "1/rad"}}
}
func (bitRate) kind() kind {
	return kind{name: "bit rate", dims: dims{dBit: 1, dS: -1}, units: []string{"b/s", "kb/s", "Mb/s", "Gb/s", "Tb/s", "Pb/s"}}
}
