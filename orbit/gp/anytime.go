package gp

import "fmt"

// AnyTime is many sets at times in no order. It is read only once made, as a [Grid] is, and as
// near to [Propagator.At].
type AnyTime struct{ batch }

// NewAnyTime packs sets.
func NewAnyTime(sets []*Propagator) (*AnyTime, error) { return newAnyTime(supported()[0], sets) }

func newAnyTime(k *kernels, sets []*Propagator) (*AnyTime, error) {
	for i, p := range sets {
		if p == nil {
			return nil, fmt.Errorf("set %d is nil", i)
		}
	}
	return &AnyTime{newBatch(k, sets)}, nil
}

// Each fills a block with the states of a group of sets, each at times of its own: minutes
// from its epoch, a row of them for each row of the block. It panics if there are more than
// Steps rows or no such group; it allocates nothing.
func (a *AnyTime) Each(b *Block, group int, minutes [][Lanes]float64) {
	b.clear(len(minutes), a.lanes(group))
	for s := range minutes {
		copy(b.work.times[s*Lanes:(s+1)*Lanes], minutes[s][:])
	}
	a.each(b, group)
}

// One fills a block with one set at up to Steps·Lanes times, minutes from its epoch: time k in
// lane k%Lanes of row k/Lanes, so that the block's last row may not be full. It panics if there
// are more or no such set; it allocates nothing.
func (a *AnyTime) One(b *Block, set int, minutes []float64) {
	n := len(minutes)
	rows := (n + Lanes - 1) / Lanes
	b.clear(rows, min(n, Lanes))
	copy(b.work.times[:n], minutes)
	p, w := a.sets[set], &b.work
	fits := a.fits(set/Lanes, set%Lanes)
	var c course
	if fits && n > 0 {
		a.alone(w, b.Rows[:rows], set/Lanes, set%Lanes, n)
	}
	for k := range n {
		if !fits || !right(w.ok[k/Lanes*(Lanes/8):], k%Lanes) {
			b.scalar(p, minutes[k], k/Lanes, k%Lanes, &c)
		}
	}
}

// each fills a block by w.times.
func (a *batch) each(b *Block, group int) {
	if b.Steps == 0 {
		return
	}
	w := &b.work
	set := &a.constants[group]
	var courses [Lanes]course
	a.kernels.anyTime(set, w.times[:], b.Rows[:b.Steps], w.ok[:], Lanes)
	for s := range b.Steps {
		ok := w.ok[s*(Lanes/8):]
		for lane := range b.Lanes {
			if !right(ok, lane) {
				b.scalar(a.sets[group*Lanes+lane], w.times[s*Lanes+lane], s, lane, &courses[lane])
			}
		}
	}
}
