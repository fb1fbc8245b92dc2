// Package sky keeps time, turns frames into one another and says where the Sun
// and the Moon are: what everything that moves on the fast clock stands on.
//
// Frames are types. A [TEME], a [GCRS], an [EME2000] and an [ITRS] all hold a position
// in kilometres and a velocity in kilometres a second, and none can be taken for
// another; the methods that turn one into the next name what they need. An
// [Instant] is exact to the nanosecond and knows its leap seconds.
//
// A hot loop takes the matrices and keeps them: they depend on the time alone and not
// on the satellite. [Turn] gives them for many times at a small cost each, [Almanac] Sun
// and Moon.
package sky

// TEME is a state in the true equator, mean equinox frame of its own instant, in
// which SGP4 gives its results.
type TEME struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// GCRS is a state in the geocentric celestial reference system, which does not
// turn; [EME2000] lies within 0.023 arc seconds of it.
type GCRS struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// EME2000 is a state on the mean equator and equinox of J2000.0, as other tools' files
// have it, also under the names J2000 and EarthMJ2000Eq.
type EME2000 struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// ITRS is a state in the international terrestrial reference system, which turns
// with the crust; its velocity is the one seen from the ground.
type ITRS struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// Geodetic is a place over the ellipsoid of WGS 84.
type Geodetic struct {
	Latitude  float64 // rad, north
	Longitude float64 // rad, east, in [−π, π]
	Height    float64 // km above the ellipsoid
}

// The ellipsoid of WGS 84. Source: NIMA TR8350.2, table 3.1.
const (
	EarthRadius     = 6378.137          // equatorial, km
	EarthFlattening = 1 / 298.257223563 // (a−b)/a
)
