package gp

import "slices"

// Block holds the states of up to Lanes sets at up to Steps instants, and room to work them
// out. It belongs to the caller, who fills it again and again; at 74 kB it stays in a
// core's second cache. It is not for use by two goroutines at once, and should be made by
// new or be a part of something large, so that its rows begin at a multiple of 64 bytes.
type Block struct {
	Rows   [Steps]Row
	work   work
	Codes  [Steps][Lanes]Code // of each state; where one is not OK its row is as Propagator.At has it
	Steps  int                // filled rows
	Lanes  int                // filled lanes in each; the others' numbers mean nothing
	Failed int                // number of codes other than OK
}

// work is what a block's states are worked out in.
type work struct {
	begun  [(begunRows + fixedRows) * Lanes]float64
	middle [Lanes]float64         // minutes from each set's epoch to the run's middle
	times  [Steps * Lanes]float64 // minutes from the epoch of each state
	one    constants              // of one set in each lane
	rows   [(Steps + Lanes - 1) / Lanes]Row
	run    [3]float64 // half of the run, its first step from the middle, the step; minutes
	ok     [Steps * Lanes / 8]byte
}

// clear makes a block hold no states yet.
func (b *Block) clear(steps, lanes int) {
	b.Codes = [Steps][Lanes]Code{}
	b.Steps, b.Lanes, b.Failed = steps, lanes, 0
}

// scalar puts the state of Propagator.At into the block.
func (b *Block) scalar(p *Propagator, minutes float64, step, lane int, c *course) {
	s, code := p.at(minutes, c)
	b.Rows[step].set(lane, &s)
	b.Codes[step][lane] = code
	if code != OK {
		b.Failed++
	}
}

// right tells whether the mask has a lane's bit.
func right(ok []byte, lane int) bool { return ok[lane/8]>>(lane%8)&1 == 1 }

// batch is many sets, packed for the kernels.
type batch struct {
	kernels   *kernels
	sets      []*Propagator
	constants []constants // of each group
}

func newBatch(k *kernels, sets []*Propagator) batch {
	b := batch{kernels: k, sets: slices.Clone(sets), constants: make([]constants, (len(sets)+Lanes-1)/Lanes)}
	for i := range b.constants {
		for lane := range Lanes {
			c := [setRows]float64{setSpan: -1}
			if n := i*Lanes + lane; n < len(sets) {
				c = sets[n].constants()
			}
			for row, v := range c {
				b.constants[i][row*Lanes+lane] = v
			}
		}
	}
	return b
}

// Groups returns how many groups the sets make, of Lanes each but the last: set i is in lane
// i%Lanes of group i/Lanes.
func (a *batch) Groups() int { return len(a.constants) }

// lanes returns how many sets a group has.
func (a *batch) lanes(group int) int { return min(Lanes, len(a.sets)-group*Lanes) }

// fits tells whether any time is within a set's span.
func (a *batch) fits(group, lane int) bool { return a.constants[group][setSpan*Lanes+lane] >= 0 }

// alone works out the first n of w.times for one set, into rows and w.ok: time k in lane
// k%Lanes of row k/Lanes.
func (a *batch) alone(w *work, rows []Row, group, lane, n int) {
	columns := min(Lanes, (n+7)/8*8)
	set := &a.constants[group]
	for row := range setRows {
		v := set[row*Lanes+lane]
		for c := range columns {
			w.one[row*Lanes+c] = v
		}
	}
	for k := n; k < len(rows)*Lanes; k++ {
		w.times[k] = 0
	}
	a.kernels.anyTime(&w.one, w.times[:], rows, w.ok[:], columns)
}
