// Package launch flies Starship month by month: how much a flight
// lifts to a given orbit, how many flights the ships, boosters, towers,
// licences and propellant allow, which fail, what is left for data centres
// after Starlink, government, Moon and Mars, and what a flight costs.
//
// A [Model] is the state of one draw. It holds fixed-size arrays, draws nothing
// itself (chance is passed in as uniforms) and never learns from flights that
// are not flown.
package launch

import "strconv"

// Target is a deployment orbit a data-centre flight can be ordered to.
type Target uint8

// The deployment orbits.
const (
	DawnDusk Target = iota // the sun-synchronous dawn–dusk orbit
	Inclined               // the low-inclination orbit
	NumTargets
)

// String names the orbit.
func (t Target) String() string { return name(uint8(t), "dawn-dusk", "inclined") }

// Basis is what a price of launch includes.
type Basis uint8

// The price bases.
const (
	Marginal Basis = iota // vehicles worn, refurbishment, propellant, operations of the flight
	Full                  // and fixed operations, towers and development going forward
	Market                // what a customer pays: full with a margin, or Falcon parity if higher
	NumBases
)

// String names the basis.
func (b Basis) String() string { return name(uint8(b), "marginal", "full", "market") }

// MarshalText is String.
func (b Basis) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// UnmarshalText reads the name of a basis.
func (b *Basis) UnmarshalText(text []byte) error {
	for v := Marginal; v < NumBases; v++ {
		if v.String() == string(text) {
			*b = v
			return nil
		}
	}
	return basisError(text)
}

type basisError string

func (e basisError) Error() string {
	return "unknown price basis " + strconv.Quote(string(e)) + "; write marginal, full or market"
}

// Limit is what kept more data-centre flights from flying in a month.
type Limit uint8

// The limits.
const (
	LimitDemand    Limit = iota // nothing: all that was ordered flew
	LimitManifest               // missions of higher priority took the flights
	LimitShips                  // ships ready
	LimitBoosters               // boosters ready
	LimitTowers                 // launch towers and their turnaround
	LimitLicences               // flights a year licensed at the sites
	LimitAzimuth                // sites from which the orbit can be reached
	LimitLOX                    // liquid oxygen
	LimitMethane                // liquid methane
	LimitRange                  // the eastern range, shared with others
	LimitStandDown              // investigation after a failure
	NumLimits
)

// String names the limit.
func (l Limit) String() string {
	return name(uint8(l), "demand", "manifest", "ships", "boosters", "towers", "licences", "azimuth", "lox", "methane", "range", "stand-down")
}

// CostLine is a component of the cost of a flight.
type CostLine uint8

// The components; those up to OperationsLine make the marginal cost, those up
// to DevelopmentLine the full cost.
const (
	ShipLine          CostLine = iota // ship build, spread over its flights
	BoosterLine                       // booster build, spread over its flights
	RefurbishmentLine                 // ship and booster between flights
	PropellantLine                    // oxygen and methane, with what boils off
	OperationsLine                    // operations that come with each flight
	FixedLine                         // staff and sites, flights or not
	TowersLine                        // towers, written off over their life
	DevelopmentLine                   // development going forward
	MarginLine                        // what the market pays above full cost
	NumCostLines
)

// String names the component.
func (l CostLine) String() string {
	return name(uint8(l), "ship", "booster", "refurbishment", "propellant", "operations", "fixed operations", "towers", "development", "margin")
}

// name returns the i-th of names.
func name(i uint8, names ...string) string {
	if int(i) < len(names) {
		return names[i]
	}
	return "unknown (" + strconv.Itoa(int(i)) + ")"
}

// Order is what the operator asks for this month.
type Order struct {
	Target  Target  // below NumTargets
	Flights float64 // data-centre flights; only whole flights fly

	// MoonFlights are wanted for a factory on the Moon, landers and their tankers.
	// They take what everybody else leaves; whole flights fly.
	MoonFlights float64
}

// Chance holds the month's uniforms in (0, 1). With StandDown zero a failure stops
// nobody. With Ascent turned negative a vehicle is lost for certain: in flight, a data
// centre's if one flies, or on its stand, which grounds the others as well.
type Chance struct{ Ascent, Landing, Catch, StandDown float64 }

// Pins replace derived numbers; NaN leaves one derived.
type Pins struct {
	PayloadKg      float64 // payload of a flight to whichever target orbit, as claimed
	USDPerKg       float64 // price at every basis
	FlightsPerYear float64 // the plan: no more fly; factories and towers are built for it, as fast as their growth and caps allow
}

// Lift is what one month of launching did.
type Lift struct {
	Flights, Failures                     int                           // Starship, all missions
	DataCentreFlights, DataCentreFailures int                           // of these for data centres
	MoonFlights, MoonFailures             int                           // of these for a factory on the Moon
	Ships, Boosters, Towers               int                           // in stock at the end of the month
	ShipsBuilt, BoostersBuilt             int                           // new this month
	PayloadKg                             [NumTargets]float64           // of a data-centre flight with the vehicle now in service
	VolumeM3                              float64                       // payload bay of that vehicle
	DeliveredKg                           float64                       // all Starship mass to orbit
	CostPerFlightUSD                      [NumBases]float64             //
	CostLinesUSD                          [NumCostLines]float64         // components of the market price of a flight
	USDPerKg                              [NumTargets][NumBases]float64 // +Inf where nothing is lifted
	FailureProbability                    float64                       // of a flight's ascent and deployment
	CapacityPerYear                       float64                       // flights a year that ships, towers, licences and supplies can keep up, all missions
	AvailablePerYear                      float64                       // of these left for data centres to the ordered target, backlog and stand-down apart
	Limit                                 Limit                         //
	PropellantLOXKg, PropellantMethaneKg  float64                       // used this month
	StandDownMonths                       float64                       // still to serve at the end of the month
}
