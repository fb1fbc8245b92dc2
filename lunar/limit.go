package lunar

// Limit names what kept a month from making more.
type Limit uint8

// The limits, in the order in which a tie is settled.
const (
	LimitDemand      Limit = iota // nothing: all that was wanted was made
	LimitLanding                  // nothing has landed yet
	LimitMining                   // soil dug
	LimitRefining                 // materials won
	LimitFabrication              // parts made
	LimitEnergy                   // the factory's own power
	LimitSite                     // the most power the site takes
	LimitRobots                   // hours of robots and crew
	LimitOperators                // hours of people on Earth
	LimitParts                    // parts, reagents and fuel from Earth: closure
	LimitDriver                   // the track, or the wait for it
	LimitRoute                    // no rocket burns that far
	NumLimits
)

var limitNames = [NumLimits]string{"demand", "nothing landed", "mining", "refining", "fabrication", "energy", "power of the site", "robot hours",
	"operators on Earth", "supplies from Earth", "mass driver", "route"}

// String returns the limit's name for tables.
func (l Limit) String() string {
	if l >= NumLimits {
		return "unknown"
	}
	return limitNames[l]
}
