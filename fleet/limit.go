package fleet

// Limit names what kept a month from making more satellites.
type Limit uint8

// The limits, in the order in which a tie is settled.
const (
	LimitDemand  Limit = iota // nothing: all that was wanted was made
	LimitFactory              // capacity of the satellite factory
	LimitCells                // supply of solar arrays
	LimitChips                // chips granted
	LimitLaunch               // enough finished satellites wait for a flight
	LimitLicence              // the same, because the constellation has no licence yet
	LimitSlots                // the licensed shells are full
	LimitDesign               // there is no satellite to make: the design does not close
	NumLimits
)

var limitNames = [NumLimits]string{"demand", "satellite factory", "solar cells", "chips", "launch", "constellation licence", "orbital slots", "design"}

// String returns the limit's name for tables.
func (l Limit) String() string {
	if l >= NumLimits {
		return "unknown"
	}
	return limitNames[l]
}

// Mode names a way to lose a whole satellite.
type Mode uint8

// The modes.
const (
	Puncture     Mode = iota // coolant loop pierced by a particle
	Pump                     // coolant pumps and valves
	Avionics                 // computers, power electronics, propulsion, attitude
	SerialDefect             // a fault common to a block
	SolarStorm
	Infant        // before entering service
	DebrisCascade // a cloud of debris in the shell
	NumModes
)

var modeNames = [NumModes]string{"coolant puncture", "pump", "avionics", "serial defect", "solar storm", "infant mortality", "debris cascade"}

// String returns the mode's name for tables.
func (m Mode) String() string {
	if m >= NumModes {
		return "unknown"
	}
	return modeNames[m]
}
