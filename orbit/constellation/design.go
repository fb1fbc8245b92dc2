// Package constellation holds designed constellations: Walker patterns,
// sun-synchronous shells by the local time of their nodes, shells stacked in altitude
// and dense clusters. A [Design] is plain numbers, read from a file by [Parse] or
// shipped with the package; [Design.Rings] says where its satellites' mean orbits are.
package constellation

import (
	"errors"
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// Design is a constellation as designed, at an epoch.
type Design struct {
	Name, Title, What string
	Sources           []string
	Epoch             sky.Instant
	Shells            []Shell
}

// Pattern is how a shell's satellites are laid out.
type Pattern uint8

// The patterns.
const (
	Delta          Pattern = iota // Walker delta: nodes all round the equator
	Star                          // Walker star: nodes round half of it
	SunSynchronous                // planes at local times of their ascending nodes
	Cluster                       // a dense cluster on one sun-synchronous orbit
)

var patterns = []string{"delta", "star", "sun-synchronous", "cluster"}

// String is the pattern's name in files.
func (p Pattern) String() string {
	if int(p) < len(patterns) {
		return patterns[p]
	}
	return fmt.Sprintf("Pattern(%d)", uint8(p))
}

// Shell is satellites in one pattern, repeated in layers of altitude. Fields that the
// pattern does not use are zero.
type Shell struct {
	Name    string
	Pattern Pattern

	Altitude si.Length // of the lowest layer above Earth's equatorial radius: mean axis less 6378.137 km
	Top      si.Length // of the highest layer; as Altitude for one layer
	Layers   int       // evenly from Altitude to Top

	Inclination  si.Angle      // of delta and star; sun-synchronous shells follow from the altitude
	Planes       int           // in a layer, of delta and star
	FirstNode    si.Angle      // of the first plane, of delta and star
	NodeTimes    []si.Duration // of sun-synchronous: mean local time of each plane's ascending node, since midnight; of cluster: one
	PerPlane     int           // satellites in a plane
	Phasing      int           // F of Walker's i: T/P/F
	Eccentricity si.Ratio      // mean
	Perigee      si.Angle      // mean argument of perigee

	Spacing si.Length // of cluster: the least distance of neighbours
	Radius  si.Length // of cluster: from the middle to the farthest satellite
}

// Bounds on designs. A satellite takes 8 bytes of memory, and a plane, or a satellite of a cluster, 80 more.
const (
	MaxSatellites = 10_000_000
	MaxLayers     = 10_000
)

const (
	lowest  = 150 * si.Kilometre    // below it air brings a satellite down within a day or so
	highest = 43_000 * si.Kilometre // beyond it Sun and Moon pull as much as Earth's bulge
)

// mistake is what is wrong with a shell, by the key of the field in files.
type mistake struct{ key, wrong, right string }

// mistakes returns all that is wrong with a shell.
func (s *Shell) mistakes() (list []mistake) {
	add := func(key, wrong, right string) { list = append(list, mistake{key, wrong, right}) }
	within := func(key string, v, least, most float64, text, right string) {
		if !(v >= least && v <= most) {
			add(key, text+" is out of range", right)
		}
	}
	if int(s.Pattern) >= len(patterns) {
		add("pattern", s.Pattern.String()+" is no pattern", "write delta, star, sun-synchronous or cluster")
		return list
	}
	for _, h := range []si.Length{s.Altitude, s.Top} {
		switch {
		case h < 0:
			add("altitude", h.String()+" is below ground", fmt.Sprintf("write %v to %v", lowest, highest))
		case !(h >= lowest && h <= highest):
			add("altitude", h.String()+" is out of range", fmt.Sprintf("write %v to %v", lowest, highest))
		default:
			continue
		}
		break
	}
	if s.Top < s.Altitude {
		add("altitude", fmt.Sprintf("the lowest layer at %v is above the highest at %v", s.Altitude, s.Top), "write [lowest, highest]")
	}
	within("layers", float64(s.Layers), 1, MaxLayers, fmt.Sprint(s.Layers), fmt.Sprintf("write 1 to %d", MaxLayers))
	if s.Layers == 1 && s.Top != s.Altitude {
		add("layers", "one layer at two altitudes", "write one altitude, or how many layers")
	}
	if s.Layers > 1 && s.Top == s.Altitude {
		add("altitude", fmt.Sprintf("%d layers at one altitude", s.Layers), "write [lowest, highest]")
	}
	within("eccentricity", float64(s.Eccentricity), 0, secular.MaxEccentricity, s.Eccentricity.String(), fmt.Sprintf("near-circular orbits have 0 to %g", secular.MaxEccentricity))
	if low := (orbit.EarthRadius + s.Altitude).SI() * (1 - float64(s.Eccentricity)); len(list) == 0 && low < (orbit.EarthRadius+lowest).SI() {
		add("eccentricity", fmt.Sprintf("the perigee is at %v", si.Length(low)-orbit.EarthRadius), fmt.Sprintf("keep it above %v", lowest))
	}
	within("perigee", math.Abs(s.Perigee.SI()), 0, 2*math.Pi, s.Perigee.String(), "write -360 deg to 360 deg")

	switch s.Pattern {
	case Delta, Star:
		within("inclination", s.Inclination.SI(), 0, math.Pi, s.Inclination.String(), "write 0 deg to 180 deg")
		within("planes", float64(s.Planes), 1, MaxSatellites, fmt.Sprint(s.Planes), "write how many planes, 1 or more")
		within("first_node", math.Abs(s.FirstNode.SI()), 0, 2*math.Pi, s.FirstNode.String(), "write -360 deg to 360 deg")
	case SunSynchronous, Cluster:
		if len(s.NodeTimes) == 0 || len(s.NodeTimes) > 10_000 || s.Pattern == Cluster && len(s.NodeTimes) != 1 {
			add("node_times", fmt.Sprintf("%d local times", len(s.NodeTimes)), "write one for each plane, such as [6 h, 18 h]; a cluster has one")
		}
		for _, t := range s.NodeTimes {
			within("node_times", t.SI(), 0, 86400, t.String(), "write 0 h to 24 h")
		}
		if field := secular.Earth(); len(list) == 0 && field.SunSynchronousInclination((orbit.EarthRadius+s.Top).In(si.Kilometre)) == math.Pi {
			add("altitude", fmt.Sprintf("no orbit at %v is sun-synchronous", s.Top), "stay below 5900 km")
		}
	}
	if s.Pattern == Cluster {
		within("spacing", s.Spacing.SI(), 1, 1e5, s.Spacing.String(), "write 1 m to 100 km")
		within("radius", s.Radius.SI(), 0, 1e5, s.Radius.String(), "write at most 100 km, within which Hill's equations hold")
		if n := s.Radius.SI() / s.Spacing.SI() / 2; n > 300 {
			add("radius", fmt.Sprintf("%v at a spacing of %v is more than 280,000 satellites", s.Radius, s.Spacing), "write a smaller cluster")
		}
		if s.Layers > 1 {
			add("layers", "a cluster in layers", "leave layers out")
		}
		if s.Eccentricity > 0 {
			add("eccentricity", "an eccentric cluster", "leave it out: the cluster flies about a circle")
		}
	} else {
		within("satellites_per_plane", float64(s.PerPlane), 1, MaxSatellites, fmt.Sprint(s.PerPlane), fmt.Sprintf("write 1 to %d", MaxSatellites))
		within("phasing", float64(s.Phasing), 0, float64(max(s.planes()-1, 0)), fmt.Sprint(s.Phasing), "write F of T/P/F, from 0 to one less than the planes")
	}
	if n := s.count(); len(list) == 0 && n > MaxSatellites {
		add("satellites_per_plane", fmt.Sprintf("%.4g satellites", n), fmt.Sprintf("a design has at most %d", MaxSatellites))
	}
	return list
}

// planes returns how many planes a layer has.
func (s *Shell) planes() int {
	switch s.Pattern {
	case SunSynchronous:
		return len(s.NodeTimes)
	case Cluster:
		return 1
	}
	return s.Planes
}

// count returns how many satellites the shell has, as a number that cannot overflow.
func (s *Shell) count() float64 {
	if s.Pattern == Cluster {
		n := 0
		for _, last := range latticeRows(s.Spacing.SI(), s.Radius.SI()) {
			n += 2*last + 1
		}
		return float64(n)
	}
	return float64(s.Layers) * float64(s.planes()) * float64(s.PerPlane)
}

// Check returns all that is wrong with a design, or nil.
func (d *Design) Check() error {
	var all []error
	total := 0.0
	if len(d.Shells) == 0 {
		all = append(all, errors.New("shells: there are none; write one or more"))
	}
	for i := range d.Shells {
		bad := d.Shells[i].mistakes()
		for _, m := range bad {
			all = append(all, fmt.Errorf("shells[%d].%s: %s; %s", i, m.key, m.wrong, m.right))
		}
		if len(bad) == 0 {
			total += d.Shells[i].count()
		}
	}
	if total > MaxSatellites {
		all = append(all, fmt.Errorf("shells: %.0f satellites in all; a design has at most %d", total, MaxSatellites))
	}
	return errors.Join(all...)
}

// Satellites returns how many satellites the design has.
func (d *Design) Satellites() int {
	n := 0
	for i := range d.Shells {
		n += int(d.Shells[i].count())
	}
	return n
}

// Rings returns the mean orbits of all satellites at the epoch: shell by shell, layer
// by layer from the lowest, plane by plane, and along each plane; Ring.Shell is the
// index of the shell. The error is that of [Design.Check].
//
// With P planes of S satellites, T = P S, in a pattern P T F, satellite k of plane j has
//
//	Ω = Ω₀ + j Δ/P,  λ = k 360°/S + j F 360°/T
//
// where Δ is 360° of a delta and 180° of a star; planes of sun-synchronous shells have
// the nodes of their local times. Layer m of L is turned by a further m/L of the distance
// between planes and between satellites, so that the layers do not start in step.
//
// Source: Walker, Satellite constellations, JBIS 37, 559–571, 1984.
// Ignores: nothing; the turn of layers is ours.
// Good to: rounding; TestVal_GalileoInTheSky, TestVerif_Star.
// Needs: nothing.
func (d *Design) Rings() ([]secular.Ring, error) {
	if err := d.Check(); err != nil {
		return nil, err
	}
	var rings []secular.Ring
	for i := range d.Shells {
		rings = d.Shells[i].rings(rings, i, d.Epoch)
	}
	return rings, nil
}

func (s *Shell) rings(rings []secular.Ring, shell int, epoch sky.Instant) []secular.Ring {
	if s.Pattern == Cluster {
		return s.cluster(rings, shell, epoch)
	}
	field := secular.Earth()
	P, S := s.planes(), s.PerPlane
	span := 2 * math.Pi
	if s.Pattern == Star {
		span = math.Pi
	}
	sinω, cosω := math.Sincos(s.Perigee.SI())
	latitudes := make([]float64, s.Layers*P*S)
	for m := range s.Layers {
		late := float64(m) / float64(s.Layers)
		r := secular.Ring{Axis: s.axis(m), Inclination: s.Inclination.SI(), Shell: shell}
		r.Ex, r.Ey = float64(s.Eccentricity)*cosω, float64(s.Eccentricity)*sinω
		if s.Pattern == SunSynchronous {
			r.Inclination = field.SunSynchronousInclination(r.Axis)
		}
		for j := range P {
			if s.Pattern == SunSynchronous {
				r.Node = NodeAt(s.NodeTimes[j], epoch).SI()
			} else {
				r.Node = s.FirstNode.SI() + (float64(j)+late)*span/float64(P)
			}
			r.Latitudes, latitudes = latitudes[:S:S], latitudes[S:]
			for k := range S {
				r.Latitudes[k] = 2 * math.Pi * ((float64(k)+late)/float64(S) + float64(j*s.Phasing)/(float64(P)*float64(S)))
			}
			rings = append(rings, r)
		}
	}
	return rings
}

// axis returns the mean axis of a layer, km.
func (s *Shell) axis(layer int) float64 {
	h := s.Altitude
	if s.Layers > 1 {
		h += (s.Top - s.Altitude) * si.Length(float64(layer)/float64(s.Layers-1))
	}
	return (orbit.EarthRadius + h).In(si.Kilometre)
}

// Place is where a satellite belongs in its design, each counted from 0.
type Place struct{ Shell, Layer, Plane, Slot int }

// Place returns where satellite i, counted as in [Design.Rings], belongs; ok is false
// if there is none.
func (d *Design) Place(i int) (p Place, ok bool) {
	for k := range d.Shells {
		s := &d.Shells[k]
		n := int(s.count())
		if i < 0 || i >= n {
			i -= n
			continue
		}
		if s.Pattern == Cluster {
			return Place{Shell: k, Slot: i}, true
		}
		perLayer := s.planes() * s.PerPlane
		return Place{k, i / perLayer, i % perLayer / s.PerPlane, i % s.PerPlane}, true
	}
	return Place{}, false
}

// julian2000 is the Julian date of J2000.0.
const julian2000 = 2451545.0

// NodeAt returns the right ascension of an ascending node that the mean Sun passes at
// the given local time before or after: with L the mean Sun's right ascension,
//
//	Ω = L + 15°/h (t − 12 h)
//
// The mean Sun is the one of mean solar time: it runs on the equator at the steady pace
// of the Sun's mean longitude, referred to the mean equinox of date, without aberration.
// The true Sun is up to 16 minutes of time ahead or 14 behind it.
//
// Source: Meeus, Astronomical Algorithms, 2nd ed., chapters 25 and 28.
// Ignores: 0.0057° of aberration, 1.4 s of time.
// Good to: rounding.
// Needs: nothing.
func NodeAt(localTime si.Duration, t sky.Instant) si.Angle {
	mean := orbit.Sun(julian2000 + t.Days()).MeanLongitude.SI()
	return si.Angle(turned(mean + 2*math.Pi*(localTime.SI()/86400-0.5)))
}

// LocalTime returns the mean local time of a node, since midnight.
//
// Source, Ignores, Good to, Needs: as [NodeAt], turned round.
func LocalTime(node si.Angle, t sky.Instant) si.Duration {
	mean := orbit.Sun(julian2000 + t.Days()).MeanLongitude.SI()
	return si.Duration(turned(node.SI()-mean+math.Pi) / (2 * math.Pi) * 86400)
}

// turned takes whole turns from an angle: the result is from 0 to 2π.
func turned(x float64) float64 {
	x = math.Mod(x, 2*math.Pi)
	if x < 0 {
		x += 2 * math.Pi
	}
	return x
}
