// Package numeric integrates the motion of a satellite under the forces that act on
// it: gravity of an uneven Earth, Sun and Moon, drag, radiation pressure.
//
// [Propagate] follows a state forwards or backwards and returns a [Path], which gives
// the state at any instant between. Every force can be left out; [Forces] names them.
package numeric

import (
	"errors"
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/air"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Forces says what acts on a satellite. The zero value is Earth as a point mass.
type Forces struct {
	Field  *Field // of Earth; nil is [JGM3]
	Degree int    // of the field, 2 and more; 0 is the point mass
	Order  int    // of the field, at most Degree; 0 is the zonal part

	// Earth turns GCRS into the frame the field and the air are fixed to; nil is
	// [sky.CelestialToTerrestrial] without a series of Earth's orientation. It must
	// turn about its third axis at the rate of Earth, but for drifts that are smooth
	// over hours; another is refused.
	Earth func(sky.Instant) sky.Matrix

	Sun        bool // pull of the Sun
	Moon       bool // pull of the Moon
	Relativity bool // Schwarzschild's term

	Drag     Drag
	Pressure Pressure
}

// Drag is the air's resistance. A zero area leaves it out.
type Drag struct {
	AreaPerMass float64 // m2/kg, of the area the flow sees
	Coefficient float64
	Air         air.Model
	Still       bool // the air does not turn with Earth, as closed forms have it
}

// Pressure is that of sunlight. A zero area leaves it out.
type Pressure struct {
	AreaPerMass float64 // m2/kg, of the area the Sun sees
	Coefficient float64 // 1 absorbs all light, 2 throws it straight back
}

// Limits bound the error and the effort of an integration. The zero value stands for
// 1e-9 km and no share of the radius a step, steps of any length, a million of them, and
// 80 km.
type Limits struct {
	Absolute float64 // error of position a step, km; for the velocity, in the same share of it
	Relative float64 // of the radius and the speed, added to the above
	MaxStep  float64 // s; 0 leaves it to the error
	MaxSteps int     // tried steps, rejected ones included
	Floor    float64 // height over the equatorial radius below which a satellite has re-entered, at or within a step, km
}

// What ends an integration before its time. The error that is returned wraps one of
// them and says when; the path up to there comes with it.
var (
	ErrReentry   = errors.New("re-entry")
	ErrSteps     = errors.New("too many steps")
	ErrStepSize  = errors.New("the step has become too small")
	ErrNotFinite = errors.New("the state is not finite")
)

// Check returns what is wrong with the forces, or nil.
func (f *Forces) Check() error {
	field := f.field()
	if err := field.Check(); err != nil {
		return err
	}
	if f.Degree < 0 || f.Degree > field.Degree || f.Order < 0 || f.Order > f.Degree {
		return fmt.Errorf("degree %d and order %d of a field of degree %d", f.Degree, f.Order, field.Degree)
	}
	for _, c := range []struct {
		name        string
		area, value float64
	}{{"drag", f.Drag.AreaPerMass, f.Drag.Coefficient}, {"radiation pressure", f.Pressure.AreaPerMass, f.Pressure.Coefficient}} {
		if !(c.area >= 0 && c.area < 1e4) || !(c.value >= 0 && c.value < 100) {
			return fmt.Errorf("%s: %v m2/kg and coefficient %v: want neither negative nor beyond 1e4 and 100", c.name, c.area, c.value)
		}
	}
	if f.Drag.AreaPerMass > 0 {
		return f.Drag.Air.Check()
	}
	return nil
}

func (f *Forces) field() *Field {
	if f.Field == nil {
		return JGM3()
	}
	return f.Field
}

// withDefaults fills in what is zero and checks the rest.
func (l Limits) withDefaults() (Limits, error) {
	if l.Absolute == 0 && l.Relative == 0 {
		l.Absolute = 1e-9
	}
	if l.MaxStep == 0 {
		l.MaxStep = math.Inf(1)
	}
	if l.MaxSteps == 0 {
		l.MaxSteps = 1e6
	}
	if l.Floor == 0 {
		l.Floor = 80
	}
	switch {
	case !(l.Absolute >= 0 && l.Relative >= 0 && l.Absolute/sky.EarthRadius+l.Relative >= 1e-15):
		return l, fmt.Errorf("tolerances %v km and %v: want them no smaller than rounding, 1e-15 of the radius", l.Absolute, l.Relative)
	case !(l.MaxStep > 0):
		return l, fmt.Errorf("longest step %v s: want it positive", l.MaxStep)
	case l.MaxSteps < 0:
		return l, fmt.Errorf("%d steps: want some", l.MaxSteps)
	case !(l.Floor > -sky.EarthRadius && l.Floor < 1e6):
		return l, fmt.Errorf("floor %v km: want a height", l.Floor)
	}
	return l, nil
}
