package secular

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Survey says over what time the light of satellites is counted.
type Survey struct {
	Field   Field
	Epoch   sky.Instant   // of the elements
	Start   sky.Instant   // the first step
	Step    time.Duration // between steps
	Steps   int
	Workers int // goroutines; 0 is one for each processor

	// Progress, if not nil, is told now and then how many of all propagations are
	// done; never from two goroutines at once.
	Progress func(done, total int64)
}

// Bounds on a survey, that keep its counts within their types and its memory within
// some gigabytes.
const (
	MaxSatellites = 100_000_000
	MaxSteps      = 100_000_000
	century       = 36525 * 86400.0 // s
)

// Result is the light counted. Satellites are in the order of their rings.
type Result struct {
	Satellites, Steps int
	Step              time.Duration
	Umbra, Penumbra   []uint32 // of each satellite: steps without Sun, steps with part of it
	Longest           []uint32 // of each satellite: the most steps in a row out of full light
	UmbraAt           []uint32 // of each step: satellites without Sun
	PenumbraAt        []uint32 // of each step: satellites with part of it
	Shells            []Shell  // by Ring.Shell
}

// Shell is the light of one shell's satellites.
type Shell struct {
	Satellites      int
	Umbra, Penumbra int64  // steps of satellites
	Longest         uint32 // the most steps in a row out of full light
}

// SunlitFraction returns the share of the shell's satellites' time in light, with
// penumbra counted half.
func (s *Shell) SunlitFraction(steps int) float64 {
	return 1 - (float64(s.Umbra)+float64(s.Penumbra)/2)/(float64(s.Satellites)*float64(steps))
}

// SunlitFraction returns the share of all satellites' time in light, with penumbra
// counted half.
func (r *Result) SunlitFraction() float64 {
	var all Shell
	for i := range r.Shells {
		all.Satellites += r.Shells[i].Satellites
		all.Umbra += r.Shells[i].Umbra
		all.Penumbra += r.Shells[i].Penumbra
	}
	return all.SunlitFraction(r.Steps)
}

// Sunlit returns the share of a satellite's time in light, with penumbra counted half.
func (r *Result) Sunlit(i int) float64 {
	return 1 - (float64(r.Umbra[i])+float64(r.Penumbra[i])/2)/float64(r.Steps)
}

// Extremes returns the satellites with the least and the most light, the first of
// equals.
func (r *Result) Extremes() (worst, best int) {
	shade := func(i int) uint64 { return 2*uint64(r.Umbra[i]) + uint64(r.Penumbra[i]) }
	for i := range r.Umbra {
		if shade(i) > shade(worst) {
			worst = i
		}
		if shade(i) < shade(best) {
			best = i
		}
	}
	return worst, best
}

// InLight returns the least, mean and greatest share of the satellites that are in
// light at a step, with penumbra counted half.
func (r *Result) InLight() (least, mean, most float64) {
	least = 1
	var sum int64
	for k := range r.UmbraAt {
		shade := 2*int64(r.UmbraAt[k]) + int64(r.PenumbraAt[k])
		sum += shade
		x := 1 - float64(shade)/2/float64(r.Satellites)
		least, most = min(least, x), max(most, x)
	}
	return least, 1 - float64(sum)/2/float64(r.Satellites)/float64(r.Steps), most
}

// LongestEclipse returns the longest time any satellite is out of full light, to the
// step: the most steps in a row. The eclipse itself lasts less than a step more or less.
func (r *Result) LongestEclipse() time.Duration {
	var most uint32
	for i := range r.Shells {
		most = max(most, r.Shells[i].Longest)
	}
	return time.Duration(most) * r.Step
}

func (s *Survey) check(rings []Ring) (satellites, shells int, err error) {
	switch {
	case s.Steps < 1 || s.Steps > MaxSteps:
		return 0, 0, fmt.Errorf("%d steps; from 1 to %d are taken", s.Steps, MaxSteps)
	case s.Step <= 0:
		return 0, 0, fmt.Errorf("a step of %v; a positive one is needed", s.Step)
	case float64(s.Steps)*s.Step.Seconds() > century:
		return 0, 0, fmt.Errorf("%d steps of %v are more than a century; secular rates do not hold as long", s.Steps, s.Step)
	case math.Abs(s.Epoch.Days()) > 1.5*century/86400 || math.Abs(s.Start.Days()) > 1.5*century/86400:
		return 0, 0, fmt.Errorf("the epoch and the start are days %.0f and %.0f from 2000; at most 150 years are taken", s.Epoch.Days(), s.Start.Days())
	case math.Abs(s.Start.SecondsFrom(s.Epoch)) > century:
		return 0, 0, fmt.Errorf("the start is more than a century from the epoch; secular rates do not hold as long")
	}
	inhabited := make([]bool, len(rings)+1)
	for i := range rings {
		r := &rings[i]
		if r.Shell < 0 || r.Shell > len(rings) {
			return 0, 0, fmt.Errorf("ring %d: shell %d; shells count from 0 and there are %d rings", i, r.Shell, len(rings))
		}
		shells = max(shells, r.Shell+1)
		inhabited[r.Shell] = inhabited[r.Shell] || len(r.Latitudes) > 0
		if satellites += len(r.Latitudes); satellites > MaxSatellites {
			return 0, 0, fmt.Errorf("more than %d satellites", MaxSatellites)
		}
		for j := range r.Latitudes {
			if j > 0 && math.Abs(r.Latitudes[j]) < 1e9 {
				continue
			}
			e := r.Elements(j)
			if err := s.Field.Check(&e); err != nil {
				return 0, 0, fmt.Errorf("ring %d, satellite %d: %w", i, j, err)
			}
		}
	}
	if satellites == 0 {
		return 0, 0, fmt.Errorf("no satellites; at least one is needed")
	}
	if i := slices.Index(inhabited[:shells], false); i >= 0 {
		return 0, 0, fmt.Errorf("shell %d has no satellites; number the shells from 0 without gaps", i)
	}
	return satellites, shells, nil
}

// piece is a part of a ring that shares its scenes.
type piece struct {
	ring        int
	from, count int // within the ring
	at          int // of its first satellite among all
}

// Run counts the light of all satellites at all steps. What it returns does not
// depend on the number of workers. If ctx ends it returns its error at once.
func (s *Survey) Run(ctx context.Context, rings []Ring) (*Result, error) {
	satellites, shells, err := s.check(rings)
	if err != nil {
		return nil, err
	}
	workers := s.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	shadows, err := s.shadows(ctx, workers)
	if err != nil {
		return nil, err
	}
	out := &Result{
		Satellites: satellites, Steps: s.Steps, Step: s.Step,
		Umbra: make([]uint32, satellites), Penumbra: make([]uint32, satellites), Longest: make([]uint32, satellites),
		UmbraAt: make([]uint32, s.Steps), PenumbraAt: make([]uint32, s.Steps), Shells: make([]Shell, shells),
	}
	var pieces []piece
	at := 0
	for i := range rings {
		for from := 0; from < len(rings[i].Latitudes); from += pieceSize {
			n := min(pieceSize, len(rings[i].Latitudes)-from)
			pieces = append(pieces, piece{i, from, n, at})
			at += n
		}
	}

	var next atomic.Int64
	var lock sync.Mutex // guards the sums over workers and Progress
	var done int64
	total := int64(satellites) * int64(s.Steps)
	var group sync.WaitGroup
	for range min(workers, len(pieces)) {
		group.Go(func() {
			w := worker{survey: s, shadows: shadows, umbra: make([]uint32, s.Steps), shadow: make([]uint32, s.Steps)}
			w.progress = func(n int64) {
				lock.Lock()
				defer lock.Unlock()
				done += n
				if s.Progress != nil {
					s.Progress(done, total)
				}
			}
			for {
				k := int(next.Add(1)) - 1
				if k >= len(pieces) || !w.run(ctx, &rings[pieces[k].ring], pieces[k], out) {
					break
				}
			}
			lock.Lock()
			defer lock.Unlock()
			for k := range w.umbra {
				out.UmbraAt[k] += w.umbra[k]
				out.PenumbraAt[k] += w.shadow[k] - w.umbra[k]
			}
		})
	}
	group.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, p := range pieces {
		sh := &out.Shells[rings[p.ring].Shell]
		sh.Satellites += p.count
		for i := p.at; i < p.at+p.count; i++ {
			sh.Umbra += int64(out.Umbra[i])
			sh.Penumbra += int64(out.Penumbra[i])
			sh.Longest = max(sh.Longest, out.Longest[i])
		}
	}
	return out, nil
}

// shadows returns Earth's shadow at every step. Where steps are short the Sun is put on
// the line between its places an hour or so apart; which places does not depend on the
// number of workers.
func (s *Survey) shadows(ctx context.Context, workers int) ([]Shadow, error) {
	share := int(max(1, sunHold/s.Step)) // steps between places of the Sun
	list := make([]Shadow, s.Steps)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(workers, (s.Steps+share-1)/share) {
		group.Go(func() {
			for ctx.Err() == nil {
				from := (int(next.Add(1)) - 1) * share
				if from >= s.Steps {
					return
				}
				a := sunAt(s.Start.Add(time.Duration(from) * s.Step))
				b := sunAt(s.Start.Add(time.Duration(from+share) * s.Step))
				for k := from; k < min(from+share, s.Steps); k++ {
					x := float64(k-from) / float64(share)
					sun := [3]float64{a[0] + x*(b[0]-a[0]), a[1] + x*(b[1]-a[1]), a[2] + x*(b[2]-a[2])}
					list[k] = shadowOf(sun, sky.EarthRadius)
				}
			}
		})
	}
	group.Wait()
	return list, ctx.Err()
}

const (
	pieceSize = 16 * group // satellites that share a scene
	chunk     = 128        // instants that go through a kernel together: 19 kB of scenes
)

// worker is what one goroutine needs: nothing is allocated after it.
type worker struct {
	survey        *Survey
	shadows       []Shadow
	umbra, shadow []uint32 // satellites at each step
	progress      func(n int64)

	angles  [pieceSize / group]angles
	tallies [pieceSize / group]tally
	scenes  [chunk]scene
	steps   [chunk]int // of the scenes
	shades  [chunk]shade
}

// run counts the light of one piece at all steps; it is false if ctx ended.
func (w *worker) run(ctx context.Context, ring *Ring, p piece, out *Result) bool {
	latitudes := ring.Latitudes[p.from : p.from+p.count]
	groups := (p.count + group - 1) / group
	for g := range groups {
		part := latitudes[g*group : min((g+1)*group, p.count)]
		w.angles[g].load(part)
		w.tallies[g].reset(len(part))
	}
	path := newPath(&w.survey.Field, ring)
	find := fastest()
	step := path.hands(w.survey.Step.Seconds())
	before := w.survey.Start.SecondsFrom(w.survey.Epoch)
	pause := max(chunk, (1<<23)/p.count) // some ten milliseconds of steps between looks at ctx
	last := 0
	for from := 0; from < len(w.shadows); from += chunk {
		if from-last >= pause {
			if ctx.Err() != nil {
				return false
			}
			w.progress(int64(from-last) * int64(p.count))
			last = from
		}
		at := path.hands(before + float64(time.Duration(from)*w.survey.Step)*1e-9)
		n := 0 // scenes with shadow on the orbit
		for k := from; k < min(from+chunk, len(w.shadows)); k++ {
			if path.scene(&w.shadows[k], &at, &w.scenes[n]) {
				w.steps[n] = k
				n++
			}
			at.turn(&step)
		}
		if n == 0 {
			continue
		}
		for g := range groups {
			find(&w.angles[g], min(group, p.count-g*group), w.scenes[:n], w.shades[:n])
			t := &w.tallies[g]
			for k, s := range w.shades[:n] {
				step := w.steps[k]
				shadow, umbra := t.see(step, s)
				w.shadow[step] += shadow
				w.umbra[step] += umbra
			}
		}
	}
	for g := range groups {
		t := &w.tallies[g]
		t.end()
		at := p.at + g*group
		for i := range min(group, p.count-g*group) {
			out.Umbra[at+i], out.Penumbra[at+i], out.Longest[at+i] = t.umbra[i], t.shadow[i]-t.umbra[i], t.longest[i]
		}
	}
	w.progress(int64(len(w.shadows)-last) * int64(p.count))
	return true
}
