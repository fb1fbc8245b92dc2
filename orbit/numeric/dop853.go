package numeric

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// integrator carries a state forward step by step by the method of Dormand and Prince
// of order 8, whose error is estimated by embedded steps of order 5 and 3.
//
// Twelve evaluations make a step; the thirteenth is the first of the next. With e5
// and e3 the estimates, measured against the tolerance of position and velocity, the
// error is
//
//	err = |e5|² / √( (|e5|² + |e3|²/100) · 6 )
//
// and the next step h·min(6, max(1/3, 0.9 err^(−1/8))). Three more evaluations give a
// polynomial of degree 7 inside the step.
//
// This estimate takes the order of both for granted, and where sunlight comes or goes
// inside the step it is blind: steps of a hundred seconds passed over the edge of the
// shadow and a day was wrong by metres. There 5 |e5| is the error, which falls with the
// step however rough the force, and the power is −1/3; near the ends of a step e5
// weighs a jump up to five times less than the step itself does.
//
// Source: Hairer, Nørsett and Wanner, Solving Ordinary Differential Equations I, 2nd
// ed., 1993, sections II.4 (first step), II.5, II.6 and II.10, equation 10.17. The
// tolerance goes with the length of a vector here, not with each component; the rule
// at the edge of the shadow is ours.
// Ignores: nothing.
// Good to: order 8, TestVerif_Order; the tolerance is kept step by step, and what it
// makes over days is measured in doc/model/propagation.md.
// Needs: forces that are smooth but for the edges of shadows and slight kinks.
type integrator struct {
	model  *model
	limits Limits
	start  sky.Instant
	time   float64 // s since start
	state  vector
	step   float64 // s, next to be tried; its sign is the direction
	tried  int
	calls  int

	k        [16]vector // slopes; k[0] is that of the state
	light    float64    // share of the Sun at the state
	lowest   float64    // radius within the last step, km
	dip      segment    // the last step that had its lowest point inside
	rejected bool       // the last step tried
}

// vector is position and velocity, km and km/s.
type vector [6]float64

// segment is the dense output of one step.
type segment struct {
	start, length float64 // s since the path's start
	c             [8]vector
}

func (g *integrator) slope(time float64, y *vector, out *vector) {
	g.calls++
	v := [3]float64{y[3], y[4], y[5]}
	a := g.model.acceleration(g.start.AddSeconds(time), [3]float64{y[0], y[1], y[2]}, v)
	*out = vector{v[0], v[1], v[2], a[0], a[1], a[2]}
}

// tolerance is the error allowed a step in position and velocity.
func (g *integrator) tolerance(r, v float64) (position, velocity float64) {
	position = g.limits.Absolute + g.limits.Relative*r
	return position, position * v / r
}

func lengths(y *vector) (r, v float64) {
	return math.Sqrt(y[0]*y[0] + y[1]*y[1] + y[2]*y[2]), math.Sqrt(y[3]*y[3] + y[4]*y[4] + y[5]*y[5])
}

// norm is the mean square of a vector against tolerances.
func norm(y *vector, position, velocity float64) float64 {
	r, v := lengths(y)
	return (r*r/(position*position) + v*v/(velocity*velocity)) / 6
}

// combine returns y + h Σ w k.
func (g *integrator) combine(weights []weight, h float64, y *vector, out *vector) {
	var sum vector
	for _, w := range weights {
		k := &g.k[w.stage]
		for i := range sum {
			sum[i] += w.value * k[i]
		}
	}
	for i := range sum {
		out[i] = y[i] + h*sum[i]
	}
}

// begin works out the first slope and the first step, within the span.
func (g *integrator) begin(span float64) {
	g.slope(0, &g.state, &g.k[0])
	g.light = g.model.light
	r, v := lengths(&g.state)
	position, velocity := g.tolerance(r, v)
	d0, d1 := math.Sqrt(norm(&g.state, position, velocity)), math.Sqrt(norm(&g.k[0], position, velocity))
	limit := min(math.Abs(span), g.limits.MaxStep)
	h := min(0.01*d0/d1, limit)
	var probe, slope vector
	for i := range probe {
		probe[i] = g.state[i] + math.Copysign(h, span)*g.k[0][i]
	}
	g.slope(math.Copysign(h, span), &probe, &slope)
	for i := range slope {
		slope[i] -= g.k[0][i]
	}
	d2 := math.Sqrt(norm(&slope, position, velocity)) / h
	g.step = math.Copysign(min(100*h, math.Pow(0.01/max(d1, d2), 1.0/8), limit), span)
}

// smallest is the step below which an integration gives up, s.
const smallest = 1e-6

// advance makes one accepted step towards the end and leaves its dense output in out
// if that is given.
func (g *integrator) advance(end float64, out *segment) error {
	for {
		if g.tried++; g.tried > g.limits.MaxSteps {
			return ErrSteps
		}
		h := g.step
		if (g.time+1.01*h-end)*h >= 0 {
			h = end - g.time
		}
		var y, e vector
		least, most := g.light, g.light
		for i := 1; i <= 11; i++ {
			g.combine(stageWeights[i], h, &g.state, &y)
			g.slope(g.time+stageTimes[i]*h, &y, &g.k[i])
			least, most = min(least, g.model.light), max(most, g.model.light)
		}
		g.combine(stageWeights[12], h, &g.state, &y)
		r, v := lengths(&g.state)
		r1, v1 := lengths(&y)
		position, velocity := g.tolerance(max(r, r1), max(v, v1))
		var zero, whole vector
		g.combine(stageWeights[12], 1, &zero, &whole)
		g.combine(fifthOrder, 1, &zero, &e)
		e5 := norm(&e, position, velocity)
		g.combine(thirdOrder, 1, &zero, &e)
		for i := range e {
			e[i] = whole[i] - e[i]
		}
		e3 := norm(&e, position, velocity)
		err, power := 0.0, -1.0/8
		if e5 > 0 {
			err = math.Abs(h) * e5 / math.Sqrt(e5+0.01*e3)
		}
		if least != most { // the edge of a shadow
			err, power = 5*math.Abs(h)*math.Sqrt(e5), -1.0/3
		}
		finite := !math.IsNaN(err) && !math.IsInf(err, 0) && !math.IsNaN(r1+v1) && !math.IsInf(r1+v1, 0)
		if !finite || err > 1 {
			shrink := 0.2
			if finite {
				shrink = max(1.0/3, 0.9*math.Pow(err, power))
			}
			g.step, g.rejected = h*shrink, true
			if math.Abs(g.step) < smallest {
				if !finite {
					return ErrNotFinite
				}
				return ErrStepSize
			}
			continue
		}
		g.slope(g.time+h, &y, &g.k[12])
		light := g.model.light
		g.lowest = min(r, r1)
		// Down at the beginning and up at the end: the lowest point lies within.
		inside := h*climb(&g.state) < 0 && h*climb(&y) > 0
		if inside && out == nil {
			out = &g.dip
		}
		if out != nil {
			g.dense(h, &y, out)
		}
		if inside {
			g.lowest = min(g.lowest, out.lowest())
		}
		grow := 6.0
		if err > 0 {
			grow = min(6, max(1.0/3, 0.9*math.Pow(err, power)))
		}
		if g.rejected {
			grow, g.rejected = min(1, grow), false
		}
		g.step = math.Copysign(min(math.Abs(h*grow), g.limits.MaxStep), h)
		if h == end-g.time {
			g.time = end
		} else {
			g.time += h
		}
		g.state, g.k[0], g.light = y, g.k[12], light
		return nil
	}
}

// climb is the rate of the radius, times the radius.
func climb(y *vector) float64 { return y[0]*y[3] + y[1]*y[4] + y[2]*y[5] }

// lowest returns the least radius within a step that goes down at its beginning and up at
// its end, km: where the climb is zero, by halving.
func (p *segment) lowest() float64 {
	low, high := 0.0, 1.0
	for range 30 {
		mid := (low + high) / 2
		if y := p.at(p.start + mid*p.length); p.length*climb(&y) < 0 {
			low = mid
		} else {
			high = mid
		}
	}
	y := p.at(p.start + low*p.length)
	r, _ := lengths(&y)
	return r
}

// dense works out the polynomial of a step from the state to y.
func (g *integrator) dense(h float64, y *vector, out *segment) {
	var probe, zero vector
	for i := 13; i <= 15; i++ {
		g.combine(stageWeights[i], h, &g.state, &probe)
		g.slope(g.time+stageTimes[i]*h, &probe, &g.k[i])
	}
	out.start, out.length = g.time, h
	c := &out.c
	for i := range y {
		c[0][i] = g.state[i]
		c[1][i] = y[i] - g.state[i]
		c[2][i] = h*g.k[0][i] - c[1][i]
		c[3][i] = c[1][i] - h*g.k[12][i] - c[2][i]
	}
	for i := range denseWeights {
		g.combine(denseWeights[i], h, &zero, &c[4+i])
	}
}

// finite reports whether a step's polynomial is made of numbers.
func (p *segment) finite() bool {
	sum := 0.0
	for i := range p.c {
		for _, x := range p.c[i] {
			sum += math.Abs(x)
		}
	}
	return sum <= math.MaxFloat64
}

// at returns the state at s seconds since the path's start.
func (p *segment) at(s float64) (y vector) {
	x := (s - p.start) / p.length
	z := 1 - x
	c := &p.c
	for i := range y {
		y[i] = c[0][i] + x*(c[1][i]+z*(c[2][i]+x*(c[3][i]+z*(c[4][i]+x*(c[5][i]+z*(c[6][i]+x*c[7][i]))))))
	}
	return y
}

// failed says when an integration ended.
func (g *integrator) failed(err error) error {
	return fmt.Errorf("%w after %.6g s", err, g.time)
}
