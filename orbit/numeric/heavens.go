package numeric

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

const (
	// earthRate is the rate at which the terrestrial frame turns against the mean
	// stars, rad/s. Source: IERS Conventions 2010, equation 5.15.
	earthRate = 7.292115146706979e-5
	// grid is the spacing of the instants at which the heavens are worked out, ns.
	grid = 3600e9
)

// heavens gives Earth's orientation, Sun and Moon at the instants a step asks for.
// The series behind them are worked out on the full hours of TT and drawn through
// four neighbours by a cubic; Earth's turn, which is fast, is taken off before and
// put on again. What comes out depends on the instant alone, not on what was asked
// before.
//
// Source: Lagrange's interpolation.
// Ignores: what changes within hours: a leap second where UT1 is not given.
// Good to: 1e-12 rad, 7 µm on Earth, 0.1 m of the Sun, 0.2 m of the Moon; TestVerif_Heavens.
// Needs: a frame that turns as Earth does.
type heavens struct {
	earth           func(sky.Instant) sky.Matrix // nil: not asked for
	sun, seen, moon bool
	hour            int64 // of nodes[1]
	filled          bool
	nodes           [4]node
}

// node holds what changes slowly, at one full hour.
type node struct {
	slow            sky.Matrix // the frame, turned back
	sun, seen, moon [3]float64
}

// aspect is what the heavens are like at an instant.
type aspect struct {
	earth           sky.Matrix // GCRS to the frame of Earth
	sun, seen, moon [3]float64 // GCRS, km; seen is where the Sun's light comes from
}

// turned returns m, turned by an angle about its third axis.
func turned(angle float64, m *sky.Matrix) (out sky.Matrix) {
	s, c := math.Sincos(angle)
	for i := range 3 {
		out[0][i] = c*m[0][i] + s*m[1][i]
		out[1][i] = c*m[1][i] - s*m[0][i]
	}
	out[2] = m[2]
	return out
}

// rotation is the angle of a steady turn since J2000.0, once in a whole number of
// nanoseconds, so that it is exact for any year.
func rotation(t sky.Instant) float64 {
	const turn = 86164098903690 // ns; 2π/earthRate
	return 2 * math.Pi * float64(int64(t)%turn) / turn
}

func (h *heavens) node(hour int64) (n node) {
	t := sky.Instant(hour * grid)
	if h.earth != nil {
		m := h.earth(t)
		n.slow = turned(-rotation(t), &m)
	}
	if h.sun {
		n.sun = sky.Sun(t)
	}
	if h.seen {
		n.seen = sky.SunSeen(t)
	}
	if h.moon {
		n.moon = sky.Moon(t)
	}
	return n
}

// fill works out the nodes around an hour, keeping those it has.
func (h *heavens) fill(hour int64) {
	old, shift := h.nodes, hour-h.hour
	for i := range int64(4) {
		if j := i + shift; h.filled && shift > -4 && shift < 4 && j >= 0 && j < 4 {
			h.nodes[i] = old[j]
		} else {
			h.nodes[i] = h.node(hour - 1 + i)
		}
	}
	h.hour, h.filled = hour, true
}

// check compares the frame with itself between two nodes, as drawn and as asked for.
func (h *heavens) check(t sky.Instant) error {
	if h.earth == nil {
		return nil
	}
	var a aspect
	h.at(t, &a) // the hour of t
	t = sky.Instant(h.hour*grid + grid/2)
	h.at(t, &a)
	want := h.earth(t)
	for i := range 3 {
		for j := range 3 {
			if d := math.Abs(a.earth[i][j] - want[i][j]); !(d < frameError) {
				return fmt.Errorf("the frame of Earth is off by %.1e rad half an hour away: want one that turns as Earth does", d)
			}
		}
	}
	return nil
}

// frameError is what interpolation may miss, rad: the leap of a second, where UT1 is
// not given, is 4e-5 of it; a frame that does not turn misses 1e-4.
const frameError = 6e-5

func (h *heavens) at(t sky.Instant, a *aspect) {
	if h.earth == nil && !h.sun && !h.seen && !h.moon {
		return
	}
	hour := int64(t) / grid
	if int64(t)%grid < 0 {
		hour--
	}
	if !h.filled || hour != h.hour {
		h.fill(hour)
	}
	x := float64(int64(t)-hour*grid) / grid
	w := [4]float64{-x * (x - 1) * (x - 2) / 6, (x + 1) * (x - 1) * (x - 2) / 2, -(x + 1) * x * (x - 2) / 2, (x + 1) * x * (x - 1) / 6}
	n := &h.nodes
	if h.earth != nil {
		var slow sky.Matrix
		for i := range 3 {
			for j := range 3 {
				slow[i][j] = w[0]*n[0].slow[i][j] + w[1]*n[1].slow[i][j] + w[2]*n[2].slow[i][j] + w[3]*n[3].slow[i][j]
			}
		}
		a.earth = turned(rotation(t), &slow)
	}
	for i := range 3 {
		a.sun[i] = w[0]*n[0].sun[i] + w[1]*n[1].sun[i] + w[2]*n[2].sun[i] + w[3]*n[3].sun[i]
		a.seen[i] = w[0]*n[0].seen[i] + w[1]*n[1].seen[i] + w[2]*n[2].seen[i] + w[3]*n[3].seen[i]
		a.moon[i] = w[0]*n[0].moon[i] + w[1]*n[1].moon[i] + w[2]*n[2].moon[i] + w[3]*n[3].moon[i]
	}
}
