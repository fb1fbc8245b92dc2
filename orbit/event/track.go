package event

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Track is a path seen from the turning Earth: places in ITRS at knots a tenth of a
// radian of the motion apart, fewer on eccentric orbits, and polynomials through eight of them between. It is
// made once for a satellite and asked by any number of stations, at once if need be.
//
// The path's velocities set the knots' distance and nothing else: those of SGP4 are
// not the rates of its places.
//
// Source: [fit].
// Ignores: what the path does between knots faster than its orbit.
// Good to: 2 mm against SGP4 on low and geostationary orbits, 1 cm on eccentric ones
// (TestVerif_Track).
// Needs: a path without jumps.
type Track struct {
	at    []sky.Instant
	r     [][3]float64 // km, at the knots
	cells []cell
	// Bounds within each cell: speed km/s, acceleration km/s2, its rate km/s3.
	speed, acceleration, jerk []float64
	fastest                   float64 // km/s
}

// earthTurn is one over the rate of Earth's rotation, s/rad.
const earthTurn = 13713.44

// NewTrack follows a path over a span. A nil orientation is allowed, as in package
// sky. It keeps 270 bytes a knot: 0.27 MB for a day of a low orbit.
func NewTrack(path Path, span Span, o *sky.Orientation) (*Track, error) {
	if err := span.check(); err != nil {
		return nil, err
	}
	if span.Stop-span.Start < 1000 {
		return nil, fmt.Errorf("event: a track of %d ns; a microsecond or more would be right", span.Stop-span.Start)
	}
	turn, err := sky.NewTurn(span.Start, span.Stop, o)
	if err != nil {
		return nil, fmt.Errorf("event: %w", err)
	}
	tr := &Track{}
	most := span.Seconds() / 7
	for t := span.Start; ; {
		s, r, v, err := path.at(t)
		if err != nil {
			return nil, err
		}
		m := turn.CelestialToTerrestrial(t)
		tr.at, tr.r = append(tr.at, t), append(tr.r, m.Apply(s.Position))
		if t == span.Stop {
			break
		}
		step := min(motion{r, v, 0}.stride()/2, stepAngle/2*earthTurn) * (1 - 0.8*min(1, eccentricity(s, r, v)))
		step = min(step, most)
		left := span.Stop.SecondsFrom(t)
		switch {
		case left > 2*step:
			t = t.AddSeconds(step)
		case left > 1.001*step: // two equal steps rather than one and a sliver
			t += (span.Stop - t) / 2
		default:
			t = span.Stop
		}
	}
	n := len(tr.at) - 1
	tr.cells = make([]cell, n)
	for i := range tr.cells {
		k := min(max(i-3, 0), n-7)
		tr.cells[i] = fit([8]sky.Instant(tr.at[k:]), [8][3]float64(tr.r[k:]), [8][3]float64{}, tr.at[i], tr.at[i+1])
	}
	bounds := make([]float64, 3*n)
	tr.speed, tr.acceleration, tr.jerk = bounds[:n:n], bounds[n:2*n:2*n], bounds[2*n:]
	for i := range tr.cells {
		tr.speed[i], tr.acceleration[i], tr.jerk[i] = tr.cells[i].bound(1), tr.cells[i].bound(2), tr.cells[i].bound(3)
		tr.fastest = max(tr.fastest, tr.speed[i])
	}
	return tr, nil
}

// eccentricity returns that of the conic through a state. Where a conic turns round
// its focus, eight knots of a polynomial must lie closer together than on a circle.
func eccentricity(s sky.GCRS, r, v float64) float64 {
	return norm(along(along([3]float64{}, v*v/mu-1/r, s.Position), -dot(s.Position, s.Velocity)/mu, s.Velocity))
}

// Span returns the span of the track.
func (tr *Track) Span() Span { return Span{tr.at[0], tr.at[len(tr.at)-1]} }

// At returns the state seen from the ground at an instant of the span, its last
// instant included.
func (tr *Track) At(t sky.Instant) (sky.ITRS, error) {
	if s := tr.Span(); t < s.Start || t > s.Stop {
		return sky.ITRS{}, fmt.Errorf("event: the track reaches from %s to %s, and not to %s", s.Start, s.Stop, t)
	}
	r, v := tr.cells[tr.find(t)].at(t)
	return sky.ITRS{Position: r, Velocity: v}, nil
}

// find returns the cell that holds an instant.
func (tr *Track) find(t sky.Instant) int {
	low, high := 0, len(tr.cells)-1
	for low < high {
		if mid := (low + high) / 2; tr.at[mid+1] > t {
			high = mid
		} else {
			low = mid + 1
		}
	}
	return low
}

// Station is a place on the ground that looks at satellites.
type Station struct {
	Place [3]float64 // ITRS, km
	Up    [3]float64 // unit vector of ITRS to the zenith
	North [3]float64 // unit vector of ITRS along the horizon; needed with a Mask of several points only
	Mask  []Sill     // ascending in azimuth; none is an elevation of 0 all round, one is the same all round
}

// Sill is a point of a station's horizon. Between two the elevation is linear in azimuth.
type Sill struct {
	Azimuth   float64 // rad from north over east, in [0, 2π)
	Elevation float64 // rad above the horizontal plane
}

// At returns a station over the ellipsoid of WGS 84 that sees satellites above the
// given elevation, rad. Its zenith is the ellipsoid's normal.
func At(g sky.Geodetic, elevation float64) Station {
	sl, cl := math.Sincos(g.Latitude)
	so, co := math.Sincos(g.Longitude)
	return Station{
		Place: g.ITRS().Position,
		Up:    [3]float64{cl * co, cl * so, sl},
		North: [3]float64{-sl * co, -sl * so, cl},
		Mask:  []Sill{{0, elevation}},
	}
}

func (st *Station) check() error {
	if r := norm(st.Place); !(r > 6000 && r < 7000) {
		return fmt.Errorf("event: the station is %v km from Earth's centre; 6000 to 7000 would be right", r)
	}
	if u := norm(st.Up); !(math.Abs(u-1) < 1e-6) {
		return fmt.Errorf("event: the station's zenith has the length %v; 1 would be right", u)
	}
	for i, m := range st.Mask {
		switch {
		case !(math.Abs(m.Elevation) < math.Pi/2):
			return fmt.Errorf("event: point %d of the station's mask is at an elevation of %v rad; less than a right angle would be right",
				i+1, m.Elevation)
		case !(m.Azimuth >= 0 && m.Azimuth < 2*math.Pi) || i > 0 && m.Azimuth <= st.Mask[i-1].Azimuth:
			return fmt.Errorf("event: point %d of the station's mask is at an azimuth of %v rad; ascending from 0 to below 2π would be right",
				i+1, m.Azimuth)
		}
	}
	if len(st.Mask) > 1 && !(math.Abs(norm(st.North)-1) < 1e-6 && math.Abs(dot(st.North, st.Up)) < 1e-6) {
		return fmt.Errorf("event: the station's north is not a unit vector along its horizon")
	}
	return nil
}

// lowest returns the mask's least elevation.
func (st *Station) lowest() float64 {
	if len(st.Mask) == 0 {
		return 0
	}
	low := st.Mask[0].Elevation
	for _, m := range st.Mask {
		low = min(low, m.Elevation)
	}
	return low
}

// sill returns the mask's elevation at an azimuth.
func (st *Station) sill(azimuth float64) float64 {
	n := len(st.Mask)
	i := 0
	for i < n && st.Mask[i].Azimuth <= azimuth {
		i++
	}
	a, b := st.Mask[(i+n-1)%n], st.Mask[i%n]
	from, gap := azimuth-a.Azimuth, b.Azimuth-a.Azimuth
	if from < 0 {
		from += 2 * math.Pi
	}
	if gap <= 0 {
		gap += 2 * math.Pi
	}
	return a.Elevation + from/gap*(b.Elevation-a.Elevation)
}

// steepest returns the mask's greatest slope, rad of elevation a rad of azimuth.
func (st *Station) steepest() (k float64) {
	n := len(st.Mask)
	for i, a := range st.Mask {
		b := st.Mask[(i+1)%n]
		gap := b.Azimuth - a.Azimuth
		if gap <= 0 {
			gap += 2 * math.Pi
		}
		k = max(k, math.Abs((b.Elevation-a.Elevation)/gap))
	}
	return k
}

// Look returns where a place of ITRS is seen from the station: azimuth in [0, 2π),
// elevation, both rad and geometric, and the distance in km.
func (st *Station) Look(place [3]float64) (azimuth, elevation, distance float64) {
	d := sub(place, st.Place)
	up, north := dot(d, st.Up), dot(d, st.North)
	east := dot(d, cross(st.North, st.Up))
	if azimuth = math.Atan2(east, north); azimuth < 0 {
		azimuth += 2 * math.Pi
	}
	if azimuth >= 2*math.Pi {
		azimuth = 0
	}
	return azimuth, math.Atan2(up, math.Sqrt(max(0, dot(d, d)-up*up))), norm(d)
}
