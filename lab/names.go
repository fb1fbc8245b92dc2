package lab

import "fmt"

// Channel is a way by which text reaches the laboratory.
type Channel uint8

// The channels, in the order of every array over channels.
const (
	FromWeb       Channel = iota // public text
	FromX                        // posts
	FromStarlink                 // subscribers' account data and files, where they let it
	FromLicences                 // bought
	FromSynthetic                // made by models
	NumChannels
)

var channelNames = [NumChannels]string{"web", "X", "Starlink", "licences", "synthetic"}

// String returns the channel's name for tables.
func (c Channel) String() string {
	if c >= NumChannels {
		return "unknown"
	}
	return channelNames[c]
}

// Bound is an input of the laboratory: the one that binds is that of which a
// hundredth more would add most.
type Bound uint8

// The inputs, in the order in which a tie is settled.
const (
	ByCompute Bound = iota
	ByData
	ByTalent
	NumInputs
)

var boundNames = [NumInputs]string{"compute", "data", "talent"}

// String returns the input's name for tables.
func (b Bound) String() string {
	if b >= NumInputs {
		return "unknown"
	}
	return boundNames[b]
}

// The rivals, in the order of every array over rivals.
const (
	OpenAI = iota
	Anthropic
	Google
	Meta
	NumRivals
)

// RivalNames are theirs, for tables.
var RivalNames = [NumRivals]string{"OpenAI", "Anthropic", "Google", "Meta"}

// Law says whose coefficients of the scaling law are used.
type Law uint8

// The laws: one experiment, fitted twice.
const (
	Besiroglu Law = iota // the refit, which agrees with the experiment's two other methods
	Hoffmann             // as first printed
	numLaws
)

var lawNames = [numLaws]string{"besiroglu", "hoffmann"}

// String returns the law's name.
func (l Law) String() string {
	if l >= numLaws {
		return "unknown"
	}
	return lawNames[l]
}

// MarshalText is String.
func (l Law) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// UnmarshalText reads a law's name.
func (l *Law) UnmarshalText(text []byte) error {
	for i, name := range lawNames {
		if name == string(text) {
			*l = Law(i)
			return nil
		}
	}
	return fmt.Errorf("%q is not a scaling law; write besiroglu or hoffmann", text)
}
