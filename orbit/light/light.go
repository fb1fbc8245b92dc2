// Package light counts the sunlight and shadow of catalogued satellites: a whole
// catalogue at uniform instants, each block of states told from light to shadow while it
// lies in the processor's cache, none of them kept. Designed constellations, whose
// orbits are simpler, have a faster way in package secular.
package light

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// MaxSteps bounds the instants of a survey: each has a shadow of 96 bytes.
const MaxSteps = 10_000_000

// Survey says when the light of satellites is counted.
type Survey struct {
	Start   time.Time     // the first instant
	Step    time.Duration // between instants, above 0
	Steps   int
	Workers int // goroutines; 0 is one for each processor

	// Progress, if not nil, is told now and then how many states are done; never from
	// two goroutines at once.
	Progress func(done int64)
}

// Result is the light counted, in steps. Where a set gives no valid state, since it has
// decayed for instance, the step is Lost and in neither light nor shadow.
type Result struct {
	Satellites, Steps        int
	Step                     time.Duration
	Umbra, Penumbra, Lost    []uint32 // of each satellite
	Longest                  []uint32 // of each satellite: the most steps in a row out of full light
	UmbraAt, PenumbraAt      []uint32 // of each step: satellites
	LostAt                   []uint32
	umbra, penumbra, lostSum int64
}

// Run counts the light of element sets by SGP4 with epochs of theirs. The result does
// not depend on the number of workers. If ctx ends it returns its error at once.
//
// Source: states of [gp.Grid], the shadow of [secular.Shadow].
// Ignores: what they ignore.
// Good to: the light of each state alone, but within 0.2 m of an edge; TestVerif_OneByOne.
// Needs: a set and its epoch side by side.
func (s *Survey) Run(ctx context.Context, sets []*gp.Propagator, epochs []gp.Epoch) (*Result, error) {
	switch {
	case len(sets) != len(epochs):
		return nil, fmt.Errorf("%d sets and %d epochs: want as many", len(sets), len(epochs))
	case len(sets) > math.MaxInt32:
		return nil, fmt.Errorf("%d sets: want at most %d", len(sets), math.MaxInt32)
	case s.Step <= 0 || s.Steps < 1 || s.Steps > MaxSteps:
		return nil, fmt.Errorf("%d steps of %v: want 1 to %d, of more than nothing", s.Steps, s.Step, MaxSteps)
	case s.Step > math.MaxInt64/time.Duration(s.Steps):
		return nil, fmt.Errorf("%d steps of %v reach beyond 292 years", s.Steps, s.Step)
	}
	if last := s.Start.Add(s.Step * time.Duration(s.Steps)); !sky.InRange(s.Start) || !sky.InRange(last) {
		return nil, fmt.Errorf("from %v to %v: beyond the years that instants can hold", s.Start, last)
	}
	first := make([]float64, len(sets))
	begin := gp.EpochOf(s.Start)
	for i := range first {
		first[i] = epochs[i].MinutesTo(begin)
	}
	grid, err := gp.NewGrid(sets, first, s.Step.Minutes(), s.Steps)
	if err != nil {
		return nil, err
	}
	r := &Result{Satellites: len(sets), Steps: s.Steps, Step: s.Step}
	for _, list := range []*[]uint32{&r.Umbra, &r.Penumbra, &r.Lost, &r.Longest} {
		*list = make([]uint32, len(sets))
	}
	for _, list := range []*[]uint32{&r.UmbraAt, &r.PenumbraAt, &r.LostAt} {
		*list = make([]uint32, s.Steps)
	}
	workers := s.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	workers = max(1, min(workers, grid.Groups()))

	shadows := make([]secular.Shadow, s.Steps)
	for k := range shadows {
		if k%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		shadows[k] = secular.ShadowAt(sky.UTC(s.Start.Add(s.Step * time.Duration(k))))
	}
	var next, done atomic.Int64
	var told sync.Mutex
	var wait sync.WaitGroup
	for range workers {
		wait.Go(func() {
			w := worker{grid: grid, shadows: shadows, at: make([][3]uint32, s.Steps)}
			for ctx.Err() == nil {
				group := int(next.Add(1)) - 1
				if group >= grid.Groups() {
					break
				}
				n := w.follow(ctx, r, group)
				all := done.Add(n)
				if s.Progress != nil && told.TryLock() {
					s.Progress(all)
					told.Unlock()
				}
			}
			told.Lock()
			defer told.Unlock()
			for k, n := range w.at {
				r.UmbraAt[k] += n[0]
				r.PenumbraAt[k] += n[1]
				r.LostAt[k] += n[2]
			}
		})
	}
	wait.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	for i := range r.Umbra {
		r.umbra += int64(r.Umbra[i])
		r.penumbra += int64(r.Penumbra[i])
		r.lostSum += int64(r.Lost[i])
	}
	return r, nil
}

// worker is what one goroutine counts with.
type worker struct {
	grid    *gp.Grid
	block   gp.Block
	shadows []secular.Shadow
	at      [][3]uint32 // of each step: in umbra, in penumbra, lost
}

// follow counts the light of a group over all steps and returns how many states it were.
func (w *worker) follow(ctx context.Context, r *Result, group int) (states int64) {
	var umbra, penumbra, lost, row, longest [gp.Lanes]uint32
	b := &w.block
	lanes := 0
	for block := range w.grid.Blocks() {
		if block%16 == 0 && ctx.Err() != nil {
			return states
		}
		w.grid.Fill(b, group, block)
		lanes = b.Lanes
		for k := range b.Steps {
			step := block*gp.Steps + k
			shadow, states, at := &w.shadows[step], &b.Rows[k], &w.at[step]
			for lane := range lanes {
				if b.Failed > 0 && b.Codes[k][lane] != gp.OK {
					lost[lane]++
					at[2]++
					row[lane] = 0
					continue
				}
				switch shadow.At([3]float64{states.X[lane], states.Y[lane], states.Z[lane]}) {
				case secular.Sunlit:
					row[lane] = 0
					continue
				case secular.Umbra:
					umbra[lane]++
					at[0]++
				default:
					penumbra[lane]++
					at[1]++
				}
				row[lane]++
				longest[lane] = max(longest[lane], row[lane])
			}
		}
		states += int64(lanes) * int64(b.Steps)
	}
	first := group * gp.Lanes
	copy(r.Umbra[first:], umbra[:lanes])
	copy(r.Penumbra[first:], penumbra[:lanes])
	copy(r.Lost[first:], lost[:lanes])
	copy(r.Longest[first:], longest[:lanes])
	return states
}

// SunlitFraction returns the share in light of all states that are known, with penumbra
// counted half; NaN if none is.
func (r *Result) SunlitFraction() float64 {
	return 1 - (float64(r.umbra)+float64(r.penumbra)/2)/float64(r.Known())
}

// UmbraFraction returns the share in umbra of all states that are known.
func (r *Result) UmbraFraction() float64 { return float64(r.umbra) / float64(r.Known()) }

// Known returns how many states are known.
func (r *Result) Known() int64 { return int64(r.Satellites)*int64(r.Steps) - r.lostSum }

// Sunlit returns the share of a satellite's known steps in light, with penumbra counted
// half; NaN if none is known.
func (r *Result) Sunlit(i int) float64 {
	return 1 - (float64(r.Umbra[i])+float64(r.Penumbra[i])/2)/float64(r.Steps-int(r.Lost[i]))
}

// InLight returns the share in light of the satellites known at a step, with penumbra
// counted half; NaN if none is known.
func (r *Result) InLight(step int) float64 {
	known := float64(r.Satellites) - float64(r.LostAt[step])
	return 1 - (float64(r.UmbraAt[step])+float64(r.PenumbraAt[step])/2)/known
}

// LongestEclipse returns the longest time any satellite is out of full light, to the step.
func (r *Result) LongestEclipse() time.Duration {
	most := uint32(0)
	for _, n := range r.Longest {
		most = max(most, n)
	}
	return time.Duration(most) * r.Step
}
