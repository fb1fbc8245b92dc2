package study

import (
	"fmt"
	"math"
	"time"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// Constellation returns the satellites that a scenario has in orbit at the end of
// a year, by the play of its central values with even luck, laid out in the rings
// of [orbit.Slots]: as many as they need, a ring's spacing apart about the orbit's
// altitude, evenly filled. The play knows how many satellites there are and on which
// orbit; where each is follows from the layout.
//
// All are counted to the orbit that the operator builds for at the year's end,
// though some of an earlier choice may fly on the other.
func Constellation(c *dawndusk.Case, year int) (*constellation.Design, error) {
	var e dawndusk.Enterprise
	var r dawndusk.Result
	var told dawndusk.Chapters
	e.Tell(&told)
	e.Run(&c.Scenario, dawndusk.EvenChance(), &r)
	if last := firstYear + (r.Months-1)/12; year < firstYear || year > last {
		return nil, fmt.Errorf("the year %d: %s is played from %d to %d", year, c.Name, firstYear, last)
	}
	y, o := &told.Added[year-firstYear], &c.Scenario.Orbit
	n := int(math.Round(float64(y.Alive)))
	if n < 1 {
		return nil, fmt.Errorf("%s has no satellite in orbit at the end of %d, by its central values with even luck", c.Name, year)
	}
	if n > constellation.MaxSatellites {
		return nil, fmt.Errorf("%s has %d satellites in orbit at the end of %d; a constellation has at most %d", c.Name, n, year, constellation.MaxSatellites)
	}
	s := constellation.Shell{Name: "inclined", Pattern: constellation.Delta, Altitude: o.InclinedAltitude, Inclination: o.InclinedInclination, Planes: 1}
	if y.Target == launch.DawnDusk {
		s = constellation.Shell{Name: "dawn–dusk", Pattern: constellation.SunSynchronous, Altitude: o.Altitude, NodeTimes: []si.Duration{o.NodeLocalTime}}
	}
	half := si.Length(0)
	for range 3 { // the lowest ring is the shortest, and more rings reach lower
		ring := math.Floor(orbit.Slots(s.Altitude-half, o.SlotSpacing, o.ShellSpacing, o.ShellSpacing))
		s.Layers = int(math.Ceil(float64(n) / max(1, ring)))
		half = o.ShellSpacing * si.Length(s.Layers-1) / 2
	}
	s.PerPlane = n / s.Layers
	s.Altitude, s.Top = s.Altitude-half, s.Altitude+half
	d := &constellation.Design{
		Name:    c.Name,
		Title:   fmt.Sprintf("%s at the end of %d", c.Name, year),
		What:    fmt.Sprintf("%d satellites of the play of central values with even luck, in rings %v apart.", n, o.ShellSpacing),
		Sources: []string{"ledger: orbit.altitude, orbit.slot_spacing, orbit.shell_spacing"},
		Epoch:   sky.UTC(time.Date(year+1, 1, 1, 0, 0, 0, 0, time.UTC)),
		Shells:  []constellation.Shell{s},
	}
	if rest := n - s.Layers*s.PerPlane; rest > 0 { // the rings' remainder, one satellite more in the lowest ones
		d.Shells = []constellation.Shell{s, s}
		low, high := &d.Shells[0], &d.Shells[1]
		low.Layers, low.PerPlane = rest, s.PerPlane+1
		high.Layers = s.Layers - rest
		low.Top = s.Altitude + o.ShellSpacing*si.Length(rest-1)
		high.Altitude = s.Altitude + o.ShellSpacing*si.Length(rest)
		low.Name, high.Name = s.Name+", lower rings", s.Name+", upper rings"
	}
	return d, d.Check()
}
