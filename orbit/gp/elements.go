// Package gp reads general perturbations element sets, as TLE or OMM, and
// propagates them by SGP4 and SDP4 to the digits of the published reference.
//
// A [Reader] streams [Elements] from a file in any of the usual forms and
// reports each bad record with its line while the good ones go on. [New] makes
// a [Propagator] of a set, and [Propagator.At] gives its state at any time; both
// are safe for concurrent use and depend on nothing but their arguments.
//
// A [Grid] propagates many sets at uniform times and an [AnyTime] many at times in no
// order, into a [Block] of the caller's, by kernels for AVX-512, AVX2 or plain Go, as the
// processor has them: the same states within a millimetre and the same codes, some thirty
// times as fast. doc/model/sgp4.md says how.
//
// The equations are those of Hoots and Roehrich, Spacetrack Report No. 3 (1980),
// as corrected and published with test cases by Vallado, Crawford, Hujsak and
// Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753, revision of 2020. They
// keep its order of operations and its rounded constants where the digits depend
// on them: element sets are fitted with these numbers, so better ones are worse.
package gp

import (
	"fmt"
	"math"
	"strconv"
	"time"
)

// Elements are one general perturbations element set: mean elements in the
// sense of SGP4, referred to the true equator and mean equinox of their epoch.
type Elements struct {
	Name           string  // "" if the file gives none
	Designator     string  // international designator as written
	NoradID        int     // catalogue number
	Classification byte    // U, C or S; 0 if not given
	Epoch          Epoch   // UTC
	MeanMotion     float64 // revolutions a day, Kozai's
	Eccentricity   float64
	Inclination    float64 // degrees
	Node           float64 // right ascension of the ascending node, degrees
	ArgPerigee     float64 // degrees
	MeanAnomaly    float64 // degrees
	BStar          float64 // drag, 1/earth radii
	MeanMotionDot  float64 // half the first derivative, rev/day2, as printed; SGP4 ignores it
	MeanMotionDDot float64 // a sixth of the second, rev/day3, as printed; SGP4 ignores it
	EphemerisType  int
	SetNumber      int
	Revolution     int // at epoch
}

// Epoch is an instant of UTC: the Julian date of a day's beginning, which ends in
// .5, and the part of the day gone since. Together they hold a microsecond, which
// a Julian date in one number does not.
type Epoch struct{ Midnight, Fraction float64 }

// unixMidnight is the Julian date of 1970-01-01, 0 h.
const unixMidnight = 2440587.5

// EpochOf returns the epoch of a time.
func EpochOf(t time.Time) Epoch {
	t = t.UTC()
	seconds := t.Unix()
	day := seconds / 86400
	if seconds%86400 < 0 {
		day--
	}
	return Epoch{unixMidnight + float64(day), (float64(seconds-day*86400) + float64(t.Nanosecond())*1e-9) / 86400}
}

// MinutesTo returns the minutes from e to another epoch by arithmetic of Julian
// dates, in which every day has 1,440: leap seconds between the two are not
// counted, as is the custom with SGP4.
func (e Epoch) MinutesTo(other Epoch) float64 {
	return ((other.Midnight - e.Midnight) + (other.Fraction - e.Fraction)) * 1440
}

// Time returns the epoch to the nearest microsecond.
func (e Epoch) Time() time.Time {
	days := int64(e.Midnight - unixMidnight)
	return time.Unix(days*86400, 0).UTC().Add(time.Duration(math.Round(e.Fraction*86400e6)) * time.Microsecond)
}

// The years an epoch may lie in: those that two digits of a TLE can name.
const (
	firstYear = 1957
	lastYear  = 2056
)

// dayEpoch returns the epoch of a year and a day of it, January 1 at 0 h being 1.
func dayEpoch(year int, day float64) (Epoch, string, string) {
	last := 365.0
	if leap(year) {
		last = 366
	}
	switch {
	case year < firstYear || year > lastYear:
		return Epoch{}, fmt.Sprintf("the epoch is in the year %d", year), fmt.Sprintf("%d to %d", firstYear, lastYear)
	case !(day >= 1 && day < last+1):
		return Epoch{}, fmt.Sprintf("the epoch is day %v of %d", day, year), fmt.Sprintf("1 to %v", last)
	}
	whole := math.Floor(day)
	first := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Unix() / 86400
	return Epoch{unixMidnight + float64(first) + whole - 1, day - whole}, "", ""
}

// centuryOf returns the year that two digits of a TLE name.
func centuryOf(digits int) int {
	if digits < firstYear%100 {
		return 2000 + digits
	}
	return 1900 + digits
}

// launchYear returns the year of an international designator, 1998-067A or 98067A.
func launchYear(designator string) (year int, known bool) {
	digits := 0
	for digits < len(designator) && designator[digits] >= '0' && designator[digits] <= '9' {
		digits++
	}
	switch {
	case digits == 5 && len(designator) > 5:
		year = int(designator[0]-'0')*10 + int(designator[1]-'0')
		return centuryOf(year), true
	case digits == 4 && len(designator) > 4 && designator[4] == '-':
		year, err := strconv.Atoi(designator[:4])
		return year, err == nil
	}
	return 0, false
}

func leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// fault says what is wrong with the values of a set and what would be right, or
// nothing. It refuses what no set of SGP4 can mean: whatever passes gives a
// finite state or a [Code] at any time.
func (el *Elements) fault() (what, right string) {
	for _, v := range []struct {
		name      string
		value     float64
		low, high float64
	}{
		{"mean motion", el.MeanMotion, 0, 100},
		{"eccentricity", el.Eccentricity, 0, 1},
		{"inclination", el.Inclination, 0, 180},
		{"right ascension of the node", el.Node, -360, 360},
		{"argument of perigee", el.ArgPerigee, -360, 360},
		{"mean anomaly", el.MeanAnomaly, -360, 360},
		{"drag term B*", el.BStar, -1e3, 1e3},
		{"mean motion's first derivative", el.MeanMotionDot, -1e3, 1e3},
		{"mean motion's second derivative", el.MeanMotionDDot, -1e3, 1e3},
	} {
		if !(v.value >= v.low && v.value <= v.high) {
			return fmt.Sprintf("the %s is %v", v.name, v.value), fmt.Sprintf("%v to %v", v.low, v.high)
		}
	}
	switch {
	case el.MeanMotion == 0:
		return "the mean motion is 0", "revolutions a day, more than 0"
	case el.Eccentricity == 1:
		return "the eccentricity is 1", "less: SGP4 knows closed orbits alone"
	case el.EphemerisType != 0 && el.EphemerisType != 2 && el.EphemerisType != 3:
		return fmt.Sprintf("the ephemeris type is %d", el.EphemerisType), "0, a set of SGP4; 4 is SGP4-XP, another theory"
	case el.Epoch.Midnight < 2435839.5 || el.Epoch.Midnight > 2472363.5 || !(el.Epoch.Fraction >= 0 && el.Epoch.Fraction < 1.00002):
		return "the epoch is out of range", fmt.Sprintf("a day of %d to %d and a fraction of it", firstYear, lastYear)
	}
	if launch, known := launchYear(el.Designator); known && launch >= firstYear && el.Epoch.Time().Year() < launch {
		return fmt.Sprintf("the epoch is in %d, before the launch of %s", el.Epoch.Time().Year(), el.Designator), "an epoch in the object's life"
	}
	return "", ""
}
