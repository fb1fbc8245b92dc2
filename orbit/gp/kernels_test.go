package gp_test

import (
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"unsafe"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// millimetre and mm/s: what a kernel may be off. SGP4 itself is good to a kilometre.
const millimetre = 1e-6 // km

// eachKernel runs a test with every kernel; those that the processor lacks say so and skip.
func eachKernel(t *testing.T, test func(t *testing.T, kernel string)) {
	for _, k := range []string{"avx512", "avx2", "generic"} {
		t.Run(k, func(t *testing.T) {
			if !slices.Contains(gp.Kernels(), k) {
				t.Skip("this processor has no " + k)
			}
			test(t, k)
		})
	}
}

// near tells whether a kernel's state is the scalar one: the same code, and within a
// millimetre and a mm/s; in deep space, or where there is a code, the same bits.
func near(p *gp.Propagator, got gp.TEME, code gp.Code, want gp.TEME, wantCode gp.Code) bool {
	if code != gp.OK || wantCode != gp.OK || p.DeepSpace() {
		return code == wantCode && got == want
	}
	d, v := apart(got, six(want))
	return d <= millimetre && v <= millimetre
}

// six are the numbers of a state.
func six(s gp.TEME) [6]float64 {
	return [6]float64{s.Position[0], s.Position[1], s.Position[2], s.Velocity[0], s.Velocity[1], s.Velocity[2]}
}

func newGrid(t testing.TB, kernel string, sets []*gp.Propagator, first []float64, step float64, steps int) *gp.Grid {
	t.Helper()
	g, err := gp.NewGridOn(kernel, sets, first, step, steps)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func newAnyTime(t testing.TB, kernel string, sets []*gp.Propagator) *gp.AnyTime {
	t.Helper()
	a, err := gp.NewAnyTimeOn(kernel, sets)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// several are sets of all kinds: near and deep, round and not, falling and not.
func several(t testing.TB) (sets []*gp.Propagator, first []float64) {
	t.Helper()
	tles, err := os.ReadFile("testdata/vallado2006.tle")
	if err != nil {
		t.Fatal(err)
	}
	r := gp.NewReader(strings.NewReader(string(tles)), gp.TLE)
	r.SkipChecksum = true
	for {
		el, err := r.Next()
		if err != nil {
			break
		}
		sets = append(sets, set(t, &el, gp.Improved))
		first = append(first, float64(len(first)*37-400))
		// A low round orbit for each, of its own inclination and drag.
		low := starlink
		low.Inclination = float64(len(sets)) * 2.6
		low.BStar = float64(len(sets)) * 1e-4
		low.MeanMotion = 14 + float64(len(sets))/30
		sets = append(sets, set(t, &low, gp.Improved))
		first = append(first, float64(len(first)*53-900))
	}
	return sets, first
}

// TestVerif_AStateDependsOnNothingBesideIt shuffles sets, splits them, fills blocks backwards
// and from many goroutines: the same bits.
func TestVerif_AStateDependsOnNothingBesideIt(t *testing.T) {
	sets, first := several(t)
	const step, steps = 0.9, 200
	eachKernel(t, func(t *testing.T, kernel string) {
		type key struct{ set, step int }
		states := map[key]gp.TEME{}
		codes := map[key]gp.Code{}
		g := newGrid(t, kernel, sets, first, step, steps)
		b := new(gp.Block)
		for group := range g.Groups() {
			for block := range g.Blocks() {
				g.Fill(b, group, block)
				for s := range b.Steps {
					for lane := range b.Lanes {
						k := key{group*gp.Lanes + lane, block*gp.Steps + s}
						states[k], codes[k] = b.Rows[s].At(lane), b.Codes[s][lane]
					}
				}
			}
		}
		if len(states) != len(sets)*steps {
			t.Fatalf("%d states", len(states))
		}
		for _, part := range []int{1, 5, 17, len(sets)} {
			order := rand.New(rand.NewPCG(5, uint64(part))).Perm(len(sets))[:part]
			var some []*gp.Propagator
			var from []float64
			for _, i := range order {
				some, from = append(some, sets[i]), append(from, first[i])
			}
			g := newGrid(t, kernel, some, from, step, steps)
			a := newAnyTime(t, kernel, some)
			var all sync.WaitGroup
			for group := range g.Groups() {
				all.Go(func() {
					b := new(gp.Block)
					for block := g.Blocks() - 1; block >= 0; block-- {
						g.Fill(b, group, block)
						for s := range b.Steps {
							for lane := range b.Lanes {
								k := key{order[group*gp.Lanes+lane], block*gp.Steps + s}
								if !sameBits(states[k], b.Rows[s].At(lane)) || codes[k] != b.Codes[s][lane] {
									t.Errorf("%d of %d sets, set %d, step %d differs", part, len(sets), k.set, k.step)
									return
								}
							}
						}
					}
				})
			}
			all.Wait()
			// One set at many times, and each at its own, are the same too.
			times := make([][gp.Lanes]float64, 3)
			one := new(gp.Block)
			for i := range some {
				var list []float64
				for s := range times {
					times[s][i%gp.Lanes] = float64((s+1)%3*1977+i) - 1600 // not in order, on both sides of the epoch
					list = append(list, times[s][i%gp.Lanes])
				}
				a.Each(b, i/gp.Lanes, times)
				a.One(one, i, list)
				for s := range list {
					want, code := some[i].At(list[s])
					if !near(some[i], one.Rows[0].At(s), one.Codes[0][s], want, code) {
						t.Errorf("set %d at %v: not the scalar state", order[i], list[s])
					}
					if !sameBits(b.Rows[s].At(i%gp.Lanes), one.Rows[0].At(s)) || b.Codes[s][i%gp.Lanes] != one.Codes[0][s] {
						t.Errorf("set %d at %v: alone and among others differ", order[i], list[s])
					}
				}
			}
		}
	})
}

// TestKernelsAllocateNothing holds a block to its size and filling it to no allocation.
func TestKernelsAllocateNothing(t *testing.T) {
	if size := unsafe.Sizeof(gp.Block{}); size > 75*1024 || unsafe.Offsetof(gp.Block{}.Rows) != 0 {
		t.Errorf("a block has %d bytes", size)
	}
	sets, first := several(t)
	eachKernel(t, func(t *testing.T, kernel string) {
		g := newGrid(t, kernel, sets, first, 1, 640)
		far := newGrid(t, kernel, sets, first, 100, 64)
		a := newAnyTime(t, kernel, sets)
		b := new(gp.Block)
		times := make([][gp.Lanes]float64, 10)
		i := 0
		if n := testing.AllocsPerRun(50, func() {
			g.Fill(b, i%g.Groups(), i%g.Blocks())
			far.Fill(b, i%g.Groups(), 0)
			a.Each(b, i%g.Groups(), times)
			a.One(b, i%len(sets), first)
			i++
		}); n != 0 {
			t.Errorf("%v allocations", n)
		}
	})
}

func TestGridsWithoutMeaningAreRefused(t *testing.T) {
	p := []*gp.Propagator{set(t, &starlink, gp.Improved)}
	for name, c := range map[string]struct {
		sets  []*gp.Propagator
		first []float64
		step  float64
		steps int
	}{
		"no step":       {p, []float64{0}, 0, 10},
		"no number":     {p, []float64{0}, math.NaN(), 10},
		"infinite":      {p, []float64{0}, math.Inf(1), 10},
		"fewer times":   {p, nil, 1, 10},
		"nil":           {[]*gp.Propagator{nil}, []float64{0}, 1, 10},
		"fewer than no": {p, []float64{0}, 1, -1},
	} {
		if _, err := gp.NewGrid(c.sets, c.first, c.step, c.steps); err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, err := gp.NewAnyTime([]*gp.Propagator{nil}); err == nil {
		t.Error("nil is accepted")
	}
	// Times without meaning have a code, empty grids no blocks.
	eachKernel(t, func(t *testing.T, kernel string) {
		b := new(gp.Block)
		times := []float64{math.NaN(), math.Inf(1), math.Inf(-1), 2 * gp.MaxMinutes, 0}
		newAnyTime(t, kernel, p).One(b, 0, times)
		for i, want := range []gp.Code{gp.BeyondSpan, gp.BeyondSpan, gp.BeyondSpan, gp.BeyondSpan, gp.OK} {
			if b.Codes[0][i] != want {
				t.Errorf("at %v: %v", times[i], b.Codes[0][i])
			}
		}
		newGrid(t, kernel, p, []float64{math.NaN()}, 1, 5).Fill(b, 0, 0)
		if b.Failed != 5 || b.Codes[4][0] != gp.BeyondSpan {
			t.Errorf("%d failed, %v", b.Failed, b.Codes[4][0])
		}
		huge := newGrid(t, kernel, p, []float64{0}, -1, math.MaxInt)
		huge.Fill(b, 0, huge.Blocks()-1)
		if b.Steps != gp.Steps-1 || b.Failed != b.Steps || b.Codes[0][0] != gp.BeyondSpan {
			t.Errorf("the end of a huge grid: %d steps, %d failed, %v", b.Steps, b.Failed, b.Codes[0][0])
		}
		newAnyTime(t, kernel, p).One(b, 0, nil)
		if b.Steps != 0 || newGrid(t, kernel, nil, nil, 1, 5).Groups() != 0 || newGrid(t, kernel, p, []float64{0}, 1, 0).Blocks() != 0 {
			t.Error("something of nothing")
		}
	})
	if runtime.GOARCH == "amd64" {
		t.Log("kernels here:", gp.Kernels())
	}
}

// FuzzKernels holds grid and any-time kernels to the scalar states, of anything that passes
// for a set.
func FuzzKernels(f *testing.F) {
	for _, el := range []gp.Elements{vanguard, starlink, molniya} {
		f.Add(el.MeanMotion, el.Eccentricity, el.Inclination, el.Node, el.ArgPerigee, el.MeanAnomaly, el.BStar, 1440.0, 1.0)
	}
	f.Add(16.4, 1e-4, 98.0, 10.0, 20.0, 30.0, 0.01, 0.0, 0.25)
	f.Add(15.9, 0.01, 180.0, 10.0, 20.0, 30.0, -0.5, -3e5, -3.0)
	f.Add(9.0, 0.4, 179.99, 10.0, 20.0, 30.0, 1e-3, 2e5, 7.9)
	f.Add(13.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1e6, 60.0)
	f.Add(16.9, 0.001, 51.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0)
	f.Fuzz(func(t *testing.T, n, e, i, node, argp, m, b, at, step float64) {
		el := gp.Elements{Epoch: vanguard.Epoch, MeanMotion: n, Eccentricity: e, Inclination: i, Node: node, ArgPerigee: argp, MeanAnomaly: m, BStar: b}
		if math.Abs(at) > 1e7 && math.Abs(at) < gp.MaxMinutes {
			at = math.Mod(at, 1e7)
		}
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil || p.DeepSpace() && math.Abs(at) > 1e6 {
			return // or a resonance of decades, over and over
		}
		for _, kernel := range gp.Kernels() {
			block := new(gp.Block)
			newAnyTime(t, kernel, []*gp.Propagator{p}).One(block, 0, []float64{at, at + step})
			want, code := p.At(at)
			if !near(p, block.Rows[0].At(0), block.Codes[0][0], want, code) {
				t.Fatalf("%s, any time %v: %v, code %d, not %v, code %d", kernel, at, block.Rows[0].At(0), block.Codes[0][0], want, code)
			}
			g, err := gp.NewGridOn(kernel, []*gp.Propagator{p}, []float64{at}, step, 70)
			if err != nil {
				return
			}
			for s := range 70 {
				if s%gp.Steps == 0 {
					g.Fill(block, 0, s/gp.Steps)
				}
				if s%23 != 0 {
					continue
				}
				want, code := p.At(at + float64(s)*step)
				if got := block.Rows[s%gp.Steps].At(0); !near(p, got, block.Codes[s%gp.Steps][0], want, code) {
					t.Fatalf("%s, grid at %v: %v, code %d, not %v, code %d", kernel, at+float64(s)*step, got, block.Codes[s%gp.Steps][0], want, code)
				}
			}
		}
	})
}
