// Package traffic counts the neighbours of a satellite and what they cost: how
// many objects a catalogue has in each shell of altitude, how often they pass,
// how often one dodges them, how many satellites a shell can hold in slots, and
// how long what is left up there stays.
//
// A [Census] reads a catalogue once, in memory that its bins bound. [Census.Table]
// prints it by shell; [Census.Meet] asks it for one satellite. [Probability] is the
// collision probability of a single encounter and [Screening] the area around a
// satellite in which it exceeds a threshold. [Lattice] is a slotting of a shell and
// [Decay] the end of an orbit in the air.
//
// Lengths are km, speeds km/s, angles rad and rates per year of 365.25 days,
// unless a name says otherwise. Altitudes are above [EarthRadius].
package traffic

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// Earth, as in package orbit.
const (
	EarthRadius = float64(orbit.EarthRadius) / float64(si.Kilometre) // km, equatorial
	EarthMu     = orbit.EarthMu * 1e-9                               // km3/s2
	Year        = 365.25 * 86400                                     // s
)

// Orbit is a mean orbit whose node and perigee are anywhere with equal chance.
type Orbit struct {
	SemiMajorAxis float64 // km
	Eccentricity  float64
	Inclination   float64 // rad, 0 to π
}

// valid tells whether the numbers are those of a closed orbit.
func (o Orbit) valid() bool {
	return o.SemiMajorAxis > 0 && o.SemiMajorAxis < 1e9 && o.Eccentricity >= 0 && o.Eccentricity < 1 &&
		o.Inclination >= 0 && o.Inclination <= math.Pi
}
