// Package sky keeps time, turns frames into one another and says where the Sun
// and the Moon are: what everything that moves on the fast clock stands on.
//
// Frames are types. A [TEME], a [GCRS] and an [ITRS] all hold a position in
// kilometres and a velocity in kilometres a second, and none can be taken for
// another; the methods that turn one into the next name what they need. An
// [Instant] is exact to the nanosecond and knows its leap seconds.
package sky

// TEME is a state in the true equator, mean equinox frame of its own instant, in
// which SGP4 gives its results.
type TEME struct {
	Position [3]float64 // km
	Velocity [3]float64 // km/s
}

// GCRS is a state in the geocentric celestial reference system, which does not
// turn; EME2000 lies within 0.023 arc seconds of it.
type GCRS struct {
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
	Longitude float64 // rad, east, in (−π, π]
	Height    float64 // km above the ellipsoid
}

// The ellipsoid of WGS 84. Source: NIMA TR8350.2, table 3.1.
const (
	EarthRadius     = 6378.137          // equatorial, km
	EarthFlattening = 1 / 298.257223563 // (a−b)/a
)

// Matrix turns a vector of one frame into another's: rows are the new axes in the
// old frame.
type Matrix [3][3]float64

// Apply returns m v.
func (m *Matrix) Apply(v [3]float64) [3]float64 {
	return [3]float64{
		m[0][0]*v[0] + m[0][1]*v[1] + m[0][2]*v[2],
		m[1][0]*v[0] + m[1][1]*v[1] + m[1][2]*v[2],
		m[2][0]*v[0] + m[2][1]*v[1] + m[2][2]*v[2],
	}
}

// Undo returns mᵀ v, the way back.
func (m *Matrix) Undo(v [3]float64) [3]float64 {
	return [3]float64{
		m[0][0]*v[0] + m[1][0]*v[1] + m[2][0]*v[2],
		m[0][1]*v[0] + m[1][1]*v[1] + m[2][1]*v[2],
		m[0][2]*v[0] + m[1][2]*v[1] + m[2][2]*v[2],
	}
}
