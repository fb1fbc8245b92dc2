package gp

import (
	"fmt"
	"math"
	"slices"
)

// Grid is many sets at uniform times. It is read only once made, so any number of goroutines
// can fill blocks of their own from it; a state depends on its set, first time, step and number
// alone, to the last bit: not on the sets beside it or what was filled before.
//
// States are those of [Propagator.At] to within a millimetre, mostly a micrometre. Where that
// is not assured a state is made by Propagator.At itself: in deep space, near or after decay,
// where drag is strong or the time far from epoch. Codes are always those of Propagator.At.
type Grid struct {
	batch
	first []float64
	step  float64
	steps int
	run   int        // steps between two calls of begin; 0 if steps are too long for it
	q     []float64  // minutes from a run's middle, their square and cube, of each step
	half  [3]float64 // half of a run, its first step, a step
}

// Longest half of a run, minutes: the grid's polynomials are made for it.
const longestHalf = 32

// NewGrid makes a grid of a number of steps. first holds, for each set, the minutes from its
// epoch to the first instant, as [Epoch.MinutesTo] gives them; step is in minutes, of either
// sign. State n of set i is at first[i] + n step.
func NewGrid(sets []*Propagator, first []float64, step float64, steps int) (*Grid, error) {
	return newGrid(supported()[0], sets, first, step, steps)
}

func newGrid(k *kernels, sets []*Propagator, first []float64, step float64, steps int) (*Grid, error) {
	switch {
	case len(first) != len(sets):
		return nil, fmt.Errorf("a grid of %d sets has %d first times", len(sets), len(first))
	case !(math.Abs(step) > 0) || math.IsInf(step, 0):
		return nil, fmt.Errorf("a grid has a step of %v minutes; any but 0", step)
	case steps < 0:
		return nil, fmt.Errorf("a grid has %d steps", steps)
	}
	for i, p := range sets {
		if p == nil {
			return nil, fmt.Errorf("set %d of a grid is nil", i)
		}
	}
	g := &Grid{batch: newBatch(k, sets), first: slices.Clone(first), step: step, steps: steps}
	for run := 8; run <= Steps; run *= 2 {
		if float64(run-1)/2*math.Abs(step) < longestHalf {
			g.run = run
		}
	}
	for i := range g.run {
		q := (float64(i) - float64(g.run-1)/2) * step
		g.q = append(g.q, q, q*q, q*q*q)
	}
	h := float64(g.run-1) / 2 * step
	g.half = [3]float64{math.Abs(h), -h, step}
	return g, nil
}

// Blocks returns how many blocks hold all steps of a group, of Steps each but the last: step n
// is in row n%Steps of block n/Steps.
func (g *Grid) Blocks() int {
	if g.steps == 0 {
		return 0
	}
	return (g.steps-1)/Steps + 1
}

// time returns the minutes from a set's epoch to a step.
func (g *Grid) time(set, step int) float64 { return g.first[set] + float64(step)*g.step }

// Fill fills a block with a group's states at the steps of a block of times. It allocates
// nothing. It panics if there is no such group or block.
func (g *Grid) Fill(b *Block, group, block int) {
	if block < 0 || block >= g.Blocks() {
		panic(fmt.Sprintf("gp: block %d of %d", block, g.Blocks()))
	}
	from := block * Steps
	b.clear(min(Steps, g.steps-from), g.lanes(group))
	if g.run == 0 {
		g.far(b, group, from)
		return
	}
	w := &b.work
	w.run = g.half
	set := &g.constants[group]
	copy(w.begun[begunRows*Lanes:], set[(setRows-fixedRows)*Lanes:])
	for at := 0; at < b.Steps; at += g.run {
		middle := (float64(from+at) + float64(g.run-1)/2) * g.step
		for lane := range b.Lanes {
			w.middle[lane] = g.first[group*Lanes+lane] + middle
		}
		g.kernels.begin(set, w)
		if ([Lanes / 8]byte)(w.ok[:]) != [Lanes / 8]byte{} {
			g.kernels.grid(w, g.q, b.Rows[at:at+g.run])
		}
		ok := [Lanes / 8]byte(w.ok[:])
		for lane := range b.Lanes {
			if !right(ok[:], lane) {
				g.lane(b, group, lane, from, at)
			}
		}
	}
}

// lane fills one lane of a run by the any-time kernel, or by Propagator.At.
func (g *Grid) lane(b *Block, group, lane, from, at int) {
	n := min(g.run, b.Steps-at)
	set, w := group*Lanes+lane, &b.work
	p := g.sets[set]
	var c course
	if !g.fits(group, lane) {
		for k := range n {
			b.scalar(p, g.time(set, from+at+k), at+k, lane, &c)
		}
		return
	}
	for k := range n {
		w.times[k] = g.time(set, from+at+k)
	}
	g.alone(w, w.rows[:(n+Lanes-1)/Lanes], group, lane, n)
	for k := range n {
		if !right(w.ok[k/Lanes*(Lanes/8):], k%Lanes) {
			b.scalar(p, w.times[k], at+k, lane, &c)
			continue
		}
		s := w.rows[k/Lanes].At(k % Lanes)
		b.Rows[at+k].set(lane, &s)
	}
}

// far fills a block whose steps are long by the any-time kernel.
func (g *Grid) far(b *Block, group, from int) {
	for s := range b.Steps {
		for lane := range b.Lanes {
			b.work.times[s*Lanes+lane] = g.time(group*Lanes+lane, from+s)
		}
	}
	g.each(b, group)
}
