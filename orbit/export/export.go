// Package export writes what was computed in the forms that other tools read:
// states as CSV, Parquet, CCSDS OEM, STK .e and CZML, element sets as TLE and as
// CCSDS OMM in KVN, XML, CSV and JSON.
//
// A [Form] appends letters to a slice and keeps nothing, so that many objects can
// be written at once and put in order afterwards, and no file is ever held in
// memory. [Parquet] alone is no such form: it packs columns as it goes.
//
// Names come out of files that anybody may have written. Control characters are
// dropped from them, and each form quotes them as it must.
package export

import (
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Frame is what the numbers of a [State] are given in.
type Frame uint8

// The frames, as in package sky. Those of a Geodetic state are latitude and
// longitude in degrees and height in km over the ellipsoid of WGS 84, without a
// velocity.
const (
	TEME Frame = iota
	GCRS
	ITRS
	Geodetic
)

func (f Frame) String() string { return [...]string{"teme", "gcrs", "itrs", "geodetic"}[f] }

// State is one row: where an object is at an instant.
type State struct {
	Time     sky.Instant
	Minutes  float64 // from the object's epoch
	Code     gp.Code // OK, or why there is no state
	Position [3]float64
	Velocity [3]float64
}

// Object is what is said about an object before its states.
type Object struct {
	Number     int    // in the catalogue
	Name       string // "" if it has none
	Designator string // international, as in TLE or OMM; "" if it has none
	Start      sky.Instant
	Stop       sky.Instant // of the last state
	States     int64
}

// A Form is a way to write states as text. A file is Begin, then for each object
// Open, States as often as need be, and Shut, then End. Each appends to dst and
// returns it.
type Form interface {
	Begin(dst []byte) []byte
	Open(dst []byte, o *Object) []byte
	States(dst []byte, o *Object, s []State) []byte
	Shut(dst []byte, o *Object) []byte
	End(dst []byte) []byte
}
