package traffic

import (
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/gp"
)

// Shells are equal spherical shells, one on the other.
type Shells struct {
	Bottom float64 // altitude of the lowest shell's floor, km
	Step   float64 // thickness, km
	Count  int
}

// Of inclination there are bins of a degree. A bin keeps sums, so its objects are
// taken at their mean inclination and speed, not at the middle of the bin.
const (
	inclinations = 180
	maxShells    = 5000
)

// bin sums over the objects of a shell and a degree of inclination, each weighted
// with the share w of its time that it spends in the shell.
type bin struct {
	objects float64 // Σ w
	squares float64 // Σ w², for what an object does not do with itself
	incl    float64 // Σ w·inclination, rad
	across  float64 // Σ w·speed along the horizon, km/s
	energy  float64 // Σ w·speed², km2/s2
}

// Census is a count of orbits by shell and inclination. It takes 7 kB a shell,
// however many orbits are added.
type Census struct {
	shells Shells
	bins   []bin // by shell, then inclination
	added  int
	inside float64
}

// NewCensus returns an empty count. The error says which number cannot be.
func NewCensus(s Shells) (*Census, error) {
	switch {
	case !(s.Bottom > -EarthRadius && s.Bottom < 1e9):
		return nil, fmt.Errorf("the lowest shell begins at %v km; right would be an altitude, such as 200", s.Bottom)
	case !(s.Step >= 1e-3 && s.Step < 1e9):
		return nil, fmt.Errorf("the shells are %v km thick; right would be 0.001 or more, such as 25", s.Step)
	case s.Count < 1 || s.Count > maxShells:
		return nil, fmt.Errorf("there are %d shells; right would be 1 to %d", s.Count, maxShells)
	}
	return &Census{shells: s, bins: make([]bin, s.Count*inclinations)}, nil
}

// ReadCatalogue counts a catalogue of element sets to its end, in one pass. A set
// is counted if keep is nil or says so; bad, unless it is nil, is told of each
// record that cannot be read. The error is that of reading.
func ReadCatalogue(r *gp.Reader, s Shells, keep func(*gp.Elements) bool, bad func(*gp.BadRecord)) (*Census, error) {
	c, err := NewCensus(s)
	if err != nil {
		return nil, err
	}
	for {
		el, err := r.Next()
		var record *gp.BadRecord
		switch {
		case errors.Is(err, io.EOF):
			return c, nil
		case errors.As(err, &record):
			if bad != nil {
				bad(record)
			}
			continue
		case err != nil:
			return c, err
		}
		if keep == nil || keep(&el) {
			c.Add(&el)
		}
	}
}

// Add counts an element set and tells whether its orbit is one that can be counted.
func (c *Census) Add(el *gp.Elements) bool {
	o := MeanOrbit(el)
	if !o.valid() {
		return false
	}
	c.AddOrbit(o, 1)
	return true
}

// MeanOrbit returns the orbit of an element set, with the half axis and eccentricity
// such that radii a(1 ∓ e) are the mean ones of SGP4.
//
// Kozai's mean motion n of a set has the mean effect of Earth's bulge in it, and so
// has the mean radius. To first order in δ = (3/4) J2 (R/a)² (3cos²i−1)/(1−e²)^{3/2},
// with a from n by Kepler's third law, the half axis of Brouwer is a(1 + 2δ/3), and
// the mean radius is that less δa: together
//
//	ā = a (1 − δ/3)
//
// Earth is a little pear-shaped, and over it near-circular orbits keep their low point
// in the north. A set leaves that out, and SGP4 adds it to e sin ω:
//
//	ē = | e cos ω,  e sin ω − (J3/2J2) (R/a) sin i/(1−e²) |
//
// Source: Hoots and Roehrich, Spacetrack Report No. 3, 1980, section 6.
// Ignores: the swing of the radius by up to 2 km twice a revolution.
// Good to: 0.5 km of the mean radius that SGP4 gives near the Earth (TestVal_MeanRadius).
// Needs: nothing; an orbit that cannot be comes out as NaN.
func MeanOrbit(el *gp.Elements) Orbit {
	const pear = 0.5 * 2.53881e-6 / 1.082616e-3 // −J3/2J2 of WGS-72, which sets are made with
	n := el.MeanMotion * 2 * math.Pi / 86400
	a := math.Cbrt(EarthMu / (n * n))
	i := el.Inclination * math.Pi / 180
	q, e := EarthRadius/a, el.Eccentricity
	δ := 0.75 * orbit.EarthJ2 * q * q * (3*math.Cos(i)*math.Cos(i) - 1) / math.Pow(1-e*e, 1.5)
	sin, cos := math.Sincos(el.ArgPerigee * math.Pi / 180)
	if n < 2*math.Pi/13_500 { // deep space, where SDP4 does the same but e is large and turns
		return Orbit{SemiMajorAxis: a * (1 - δ/3), Eccentricity: e, Inclination: i}
	}
	ē := math.Hypot(e*cos, e*sin+pear*q*math.Sin(i)/(1-e*e))
	return Orbit{SemiMajorAxis: a * (1 - δ/3), Eccentricity: min(ē, math.Nextafter(1, 0)), Inclination: i}
}

// AddOrbit counts a number of objects on one orbit, such as the satellites of a
// designed shell. An orbit that is none, or a number that is not 0 to 1e15, is left out.
func (c *Census) AddOrbit(o Orbit, number float64) {
	if !o.valid() || !(number >= 0 && number < 1e15) {
		return
	}
	c.added += int(math.Round(number))
	lowest := (o.SemiMajorAxis*(1-o.Eccentricity) - EarthRadius - c.shells.Bottom) / c.shells.Step
	highest := (o.SemiMajorAxis*(1+o.Eccentricity) - EarthRadius - c.shells.Bottom) / c.shells.Step
	if highest < 0 || lowest >= float64(c.shells.Count) {
		return
	}
	from, to := int(max(lowest, 0)), int(min(highest, float64(c.shells.Count-1)))
	degree := min(int(o.Inclination*180/math.Pi), inclinations-1)
	floor := EarthRadius + c.shells.Bottom + float64(from)*c.shells.Step
	below := o.timeBelow(floor)
	for k := from; k <= to; k++ {
		top := EarthRadius + c.shells.Bottom + float64(k+1)*c.shells.Step
		upTo := o.timeBelow(top)
		w := upTo - below
		below = upTo
		if math.Floor(lowest) == math.Floor(highest) { // a circle on a border too, which has no time on either side
			w = 1
		}
		if w <= 0 {
			continue
		}
		r := top - c.shells.Step/2
		r = min(max(r, o.SemiMajorAxis*(1-o.Eccentricity)), o.SemiMajorAxis*(1+o.Eccentricity))
		b := &c.bins[k*inclinations+degree]
		share := w * number
		c.inside += share
		b.objects += share
		b.squares += w * w * number
		b.incl += share * o.Inclination
		b.across += share * math.Sqrt(EarthMu*o.SemiMajorAxis*(1-o.Eccentricity*o.Eccentricity)) / r
		b.energy += share * EarthMu * (2/r - 1/o.SemiMajorAxis)
	}
}

// timeBelow returns the share of its time that an orbit is below a radius r.
//
// The orbit crosses r at the eccentric anomaly E, and Kepler's equation gives the
// time since perigee; the way down takes as long as the way up,
//
//	cos E = (1 − r/a)/e,   share = (E − e sin E)/π
//
// Source: Vallado, 4th ed., chapter 2.
// Ignores: perturbations of the radius.
// Good to: exact for a Kepler orbit.
// Needs: a valid orbit.
func (o Orbit) timeBelow(r float64) float64 {
	c := 1 - r/o.SemiMajorAxis
	switch {
	case c <= -o.Eccentricity:
		return 1
	case c >= o.Eccentricity:
		return 0
	}
	E := math.Acos(c / o.Eccentricity)
	return (E - o.Eccentricity*math.Sin(E)) / math.Pi
}

// Shells returns the grid.
func (c *Census) Shells() Shells { return c.shells }

// Added returns how many orbits were counted, and how many objects are inside the
// shells on the mean: the sum of their shares of time.
func (c *Census) Added() (orbits int, inside float64) { return c.added, c.inside }

// Objects returns how many objects shell k holds on the mean.
func (c *Census) Objects(k int) float64 {
	sum := 0.0
	for _, b := range c.shell(k) {
		sum += b.objects
	}
	return sum
}

// shell returns the bins of shell k, none where there is no such shell.
func (c *Census) shell(k int) []bin {
	if k < 0 || k >= c.shells.Count {
		return nil
	}
	return c.bins[k*inclinations : (k+1)*inclinations]
}

// Floor returns the altitude of the floor of shell k; the top is that of k+1.
func (s Shells) Floor(k int) float64 { return s.Bottom + float64(k)*s.Step }

// Volume returns the volume of shell k, km3.
func (s Shells) Volume(k int) float64 {
	r := EarthRadius + s.Floor(k)
	return 4 * math.Pi * s.Step * (r*r + r*s.Step + s.Step*s.Step/3)
}

// At returns the shell of an altitude, and whether there is one.
func (s Shells) At(altitude float64) (k int, ok bool) {
	x := math.Floor((altitude - s.Bottom) / s.Step)
	if !(x >= 0 && x < float64(s.Count)) {
		return 0, false
	}
	return int(x), true
}

// Density returns the mean number of objects in a km3 of shell k.
func (c *Census) Density(k int) float64 {
	if k < 0 || k >= c.shells.Count {
		return 0
	}
	return c.Objects(k) / c.shells.Volume(k)
}

// LatitudeDensity returns the mean number of objects in a km3 of shell k between
// two latitudes.
//
// On an orbit of inclination i the sine of the latitude is sin i sin u, with u the
// way from the node, which is anywhere with equal chance where perigee is. So the
// share of time between two latitudes is
//
//	[asin(sin φ/sin i)] from φ₁ to φ₂, over π
//
// and the density at one latitude is 2/(π √(sin²i − sin²φ)) of the shell's mean,
// highest where the orbit turns.
//
// Source: Kessler 1981, Icarus 48, 39, equations 8 to 12; Öpik 1951.
// Ignores: perigees that stand still (frozen orbits, 63°); Earth's flattening.
// Good to: exact for the mean inclination of each degree.
// Needs: from below to; else 0.
func (c *Census) LatitudeDensity(k int, from, to float64) float64 {
	from, to = max(from, -math.Pi/2), min(to, math.Pi/2)
	if k < 0 || k >= c.shells.Count || !(from < to) {
		return 0
	}
	s1, s2 := math.Sin(from), math.Sin(to)
	sum := 0.0
	for _, b := range c.shell(k) {
		if b.objects == 0 {
			continue
		}
		sum += b.objects * timeBetween(s1, s2, math.Sin(b.incl/b.objects))
	}
	return sum / (c.shells.Volume(k) * (s2 - s1) / 2)
}

// timeBetween is the share of time between latitudes of sines s1 and s2, from below to, at an
// inclination of sine s. Of a cut along the equator an equatorial orbit is on the upper side.
func timeBetween(s1, s2, s float64) float64 {
	if s == 0 {
		if s1 <= 0 && s2 > 0 {
			return 1
		}
		return 0
	}
	at := func(x float64) float64 { return math.Asin(max(-1, min(1, x/s))) / math.Pi }
	return at(s2) - at(s1)
}
