package sat

import (
	"fmt"

	"github.com/dawndusk/dawndusk/si"
)

// EclipseMode says what the machines do while Earth hides the Sun.
type EclipseMode uint8

// The eclipse modes.
const (
	Throttle EclipseMode = iota // keep a share of the power from a small battery
	Battery                     // carry the whole load
	Sleep                       // switch the machines off and restart them
	Cheapest                    // of the three, the one whose hour is cheapest: the caller's choice; Size takes it for Battery
)

var eclipseModes = [...]string{Throttle: "throttle", Battery: "battery", Sleep: "sleep", Cheapest: "cheapest"}

// String returns the mode as the ledger writes it.
func (m EclipseMode) String() string { return name(eclipseModes[:], uint8(m)) }

// MarshalText is String.
func (m EclipseMode) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads throttle, battery, sleep or cheapest.
func (m *EclipseMode) UnmarshalText(text []byte) error {
	i, err := choose(eclipseModes[:], string(text), "an eclipse mode")
	if err == nil {
		*m = EclipseMode(i)
	}
	return err
}

// Attitude says how the radiator stands to Earth; it is always edge-on to the Sun.
type Attitude uint8

// The radiator's attitudes.
const (
	EdgeToEarth Attitude = iota // normal along the track: little Earth light, all of the drag
	FaceToEarth                 // one face down, one face up: no drag, more Earth light
)

var attitudes = [...]string{EdgeToEarth: "edge_to_earth", FaceToEarth: "face_to_earth"}

// String returns the attitude as the ledger writes it.
func (a Attitude) String() string { return name(attitudes[:], uint8(a)) }

// MarshalText is String.
func (a Attitude) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads edge_to_earth or face_to_earth.
func (a *Attitude) UnmarshalText(text []byte) error {
	i, err := choose(attitudes[:], string(text), "a radiator attitude")
	if err == nil {
		*a = Attitude(i)
	}
	return err
}

func name(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return "unknown"
}

func choose(names []string, text, what string) (int, error) {
	for i, n := range names {
		if n == text {
			return i, nil
		}
	}
	return 0, fmt.Errorf("%q is not %s; write one of %q", text, what, names)
}

// Params are the inputs of a satellite's sizing: chapter satellite of the
// ledger. Areal and specific masses are those of 2026; Progress lowers them.
// Prices are those of the factory's starting volume; learning lowers them.
type Params struct {
	EclipseMode   EclipseMode // what the machines do in shadow
	ThrottleShare si.Ratio    // share of the IT power kept in shadow when throttling
	IdleShare     si.Ratio    // share of the IT power the machines draw doing nothing
	RestartTime   si.Duration // lost after each sleep
	PeakCoverage  si.Ratio    // share of the swing from average to peak that array and radiator carry

	Array      Array
	Battery    BatteryParams
	Thermal    Thermal
	Armour     Armour
	Radiation  Radiation
	Propulsion Propulsion
	Bus        Bus
	Progress   Progress
}

// Array is the solar array.
type Array struct {
	Efficiency             si.Ratio          // of the cell, AM0, 28 °C, beginning of life
	Packing                si.Ratio          // cell area by array area
	Pointing               si.Ratio          // mean cosine to the Sun, with wiring and mismatch losses
	TemperatureCoefficient si.PerTemperature // change of the output by kelvin above 28 °C; negative
	Degradation            si.Rate           // output lost a year
	ArealDensity           si.ArealDensity   // blanket, booms, drives and deployment by array area
	USDPerWatt             si.USDPerWatt     // by watt at beginning of life
}

// BatteryParams is the battery.
type BatteryParams struct {
	SpecificEnergy   si.SpecificEnergy // of the pack
	DepthOfDischarge si.Ratio          // allowed over 30,000 cycles
	USDPerEnergy     si.USDPerEnergy   // of the pack
}

// Thermal is the path of the heat from junction to space.
type Thermal struct {
	JunctionMargin    si.TemperatureStep // kept below the chip's limit
	JunctionToCoolant si.TemperatureStep // from junction to the coolant that leaves the cold plate
	CoolantToPanel    si.TemperatureStep // from coolant to the root of the fin
	LoopDrop          si.TemperatureStep // of the coolant through the radiator
	LoopPressure      si.Pressure        // the pump works against
	LoopMass          si.MassPerPower    // cold plates, pumps, lines, coolant, accumulator by heat carried
	LoopPrice         si.USDPerKilogram
	Emissivity        si.Ratio        // of the radiator
	SolarAbsorptance  si.Ratio        // of the radiator, end of life
	SunAngle          si.Angle        // by which the radiator misses edge-on to the Sun
	EarthInfrared     si.HeatFlux     // from Earth's surface, hot season
	Albedo            si.Ratio        // of Earth
	FinThickness      si.Length       // of the panel between tubes
	FinConductivity   si.Conductivity // of the panel
	TubeSpacing       si.Length       // between flow tubes
	TubeBore          si.Length       // inner diameter of a flow tube
	FrameDensity      si.ArealDensity // frames, hinges, manifolds, coating and deployment by panel area
	RadiatorPrice     si.USDPerArea   // by panel area
	Attitude          Attitude        // to Earth
}

// Armour keeps small debris out of the coolant.
type Armour struct {
	Particle     si.Length // diameter the tube walls stop
	BumperGain   si.Ratio  // wall needed behind a bumper by wall needed bare
	FluxSlope    si.Ratio  // of the cumulative flux against diameter, about 1 mm
	Loops        si.Count  // independent loops, each behind isolation valves
	ValveFailure si.Ratio  // share of punctures the valves do not isolate
}

// Radiation is the shielding of the machines.
type Radiation struct {
	DoseLimit         si.Dose         // the machines bear over their life
	DoseMargin        si.Ratio        // by which the computed dose is multiplied
	InherentShielding si.Length       // aluminium equivalent of chassis and cold plates
	MaxDepth          si.Length       // aluminium in all beyond which no more is carried, dose held or not
	EnclosureArea     si.AreaPerPower // to be shielded, by IT power
	ShieldPrice       si.USDPerKilogram
}

// Propulsion is the electric propulsion.
type Propulsion struct {
	SpecificImpulse si.Duration     // exhaust speed by standard gravity
	Efficiency      si.Ratio        // jet power by electric power
	SpecificMass    si.MassPerPower // thrusters, power units and feed by electric power
	TankShare       si.Ratio        // tank by propellant
	RaiseTime       si.Duration     // allowed from deployment to the working orbit
	Reserve         si.Ratio        // propellant carried beyond the computed need
	PricePerWatt    si.USDPerWatt   // by electric power
}

// Bus is the rest of the spacecraft.
type Bus struct {
	StructureShare   si.Ratio          // of the dry mass
	StructurePrice   si.USDPerKilogram //
	AvionicsMass     si.Mass           // computers, receivers, sensors, backup radio
	AvionicsPower    si.Power          //
	AvionicsPrice    si.USD            //
	TerminalMass     si.Mass           // of one optical terminal
	TerminalPower    si.Power          // without the light and the modems of a faster link
	TerminalPrice    si.USD            //
	ConversionMass   si.MassPerPower   // harness and converters by power handled
	ConversionLoss   si.Ratio          // of the power handled
	ConversionPrice  si.USDPerWatt     //
	AttitudeOffset   si.Angle          // of the array from the vertical, which gravity pulls at
	AttitudePrice    si.USDPerKilogram // of wheels and gyros
	Growth           si.Ratio          // mass allowance by dry mass before it
	IntegrationShare si.Ratio          // integration and test by the price of the bus hardware
	ArrayStowed      si.Length         // thickness of folded array
	RadiatorStowed   si.Length         // thickness of folded radiator
	BodyDensity      si.Density        // of the folded body without array and radiator
	DispenserFill    si.Ratio          // satellites by the space they take in the fairing
}

// Progress is the fall of specific masses with the year of technology.
type Progress struct {
	Array        si.Rate  // at first, of the part that can fall
	ArrayFloor   si.Ratio // areal mass at last by that of 2026
	Thermal      si.Rate
	ThermalFloor si.Ratio
	Bus          si.Rate
	BusFloor     si.Ratio
}
