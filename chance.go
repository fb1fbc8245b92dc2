package dawndusk

import (
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/rng"
)

// Chance is the luck of one draw: for every kind of event and every month a
// number that depends on seed, draw and month alone, so that a change of an
// input leaves the luck of all other events as it was.
type Chance struct {
	keys [numStreams]rng.Key
	draw [numStreams]rng.Draw // of keys
	even bool                 // every number is one half
}

// The streams: those that launcher and fleet take a number of each month, and one for
// each event that this package draws itself.
const (
	ascent = iota
	landing
	catch
	standDown
	defect
	storm
	disposal
	firstLease
	firstEvent = firstLease + int(finance.NumLeases)
	numStreams = firstEvent + int(numDrawnEvents)
)

var streamPaths = [numStreams]string{"chance.launch.ascent", "chance.launch.landing", "chance.launch.catch", "chance.launch.stand_down",
	"chance.fleet.defect", "chance.fleet.storm", "chance.fleet.disposal",
	"chance.company.lease.anthropic", "chance.company.lease.google",
	"chance.events.regulator", "chance.events.bubble", "chance.events.debris", "chance.events.supplier",
	"chance.events.head", "chance.events.brand", "chance.events.licence"}

// NewChance returns the luck of a study; At gives that of one draw.
func NewChance(seed uint64) (c Chance) {
	for i, path := range streamPaths {
		c.keys[i] = rng.NewKey(seed, path)
	}
	return c.At(0)
}

// EvenChance returns the luck in which nothing goes better or worse than usual.
func EvenChance() Chance { return Chance{even: true} }

// At returns the luck of a draw.
func (c Chance) At(draw int) Chance {
	for i, k := range c.keys {
		c.draw[i] = k.Draw(uint64(draw))
	}
	return c
}

// monthLuck is what launcher and fleet take of the streams in a month.
type monthLuck [firstLease]float64

// month fills in that of a month.
func (c *Chance) month(month int, u *monthLuck) {
	if c.even {
		*u = monthLuck{0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}
		return
	}
	for i := range u {
		u[i] = c.draw[i].Uniform(uint64(month))
	}
}

func (u *monthLuck) launch() launch.Chance {
	return launch.Chance{Ascent: u[ascent], Landing: u[landing], Catch: u[catch], StandDown: u[standDown]}
}

func (u *monthLuck) fleet() fleet.Chance {
	return fleet.Chance{Defect: u[defect], Storm: u[storm], Disposal: u[disposal]}
}

// leases is one number for each lease of the group's compute, good for the draw.
func (c *Chance) leases() (u [finance.NumLeases]float64) {
	for i := range u {
		if u[i] = 0.5; !c.even {
			u[i] = c.draw[firstLease+i].Uniform(0)
		}
	}
	return u
}

// event is number n of an event's own stream: its n-th strike in the draw, counted from
// 0. It is not to be asked of even luck, in which nothing strikes.
func (c *Chance) event(i Event, n int) float64 { return c.draw[firstEvent+int(i)].Uniform(uint64(n)) }
