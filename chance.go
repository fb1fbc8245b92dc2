package dawndusk

import (
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/rng"
)

// Chance is the luck of one draw: for every kind of event and every month a
// number that depends on seed, draw and month alone, so that a change of an
// input leaves the luck of all other events as it was.
type Chance struct {
	ascent, landing, catch, standDown rng.Key
	defect, storm, disposal           rng.Key
	draw                              uint64
	even                              bool // every number is one half
}

// NewChance returns the luck of a study; At gives that of one draw.
func NewChance(seed uint64) Chance {
	return Chance{
		ascent:    rng.NewKey(seed, "chance.launch.ascent"),
		landing:   rng.NewKey(seed, "chance.launch.landing"),
		catch:     rng.NewKey(seed, "chance.launch.catch"),
		standDown: rng.NewKey(seed, "chance.launch.stand_down"),
		defect:    rng.NewKey(seed, "chance.fleet.defect"),
		storm:     rng.NewKey(seed, "chance.fleet.storm"),
		disposal:  rng.NewKey(seed, "chance.fleet.disposal"),
	}
}

// EvenChance returns the luck in which nothing goes better or worse than usual.
func EvenChance() Chance { return Chance{even: true} }

// At returns the luck of a draw.
func (c Chance) At(draw int) Chance {
	c.draw = uint64(draw)
	return c
}

func (c *Chance) launch(month int) launch.Chance {
	if c.even {
		return launch.Chance{Ascent: 0.5, Landing: 0.5, Catch: 0.5, StandDown: 0.5}
	}
	m := uint64(month)
	return launch.Chance{
		Ascent:    c.ascent.Uniform(c.draw, m),
		Landing:   c.landing.Uniform(c.draw, m),
		Catch:     c.catch.Uniform(c.draw, m),
		StandDown: c.standDown.Uniform(c.draw, m),
	}
}

func (c *Chance) fleet(month int) fleet.Chance {
	if c.even {
		return fleet.Chance{Defect: 0.5, Storm: 0.5, Disposal: 0.5}
	}
	m := uint64(month)
	return fleet.Chance{
		Defect:   c.defect.Uniform(c.draw, m),
		Storm:    c.storm.Uniform(c.draw, m),
		Disposal: c.disposal.Uniform(c.draw, m),
	}
}
