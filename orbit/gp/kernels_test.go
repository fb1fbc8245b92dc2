package gp_test

import (
	"bufio"
	"compress/gzip"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
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

// published is a state as printed.
type published struct {
	minutes float64
	state   [6]float64
}

// printed reads the published states of each set, in the order of the file.
func printed(t *testing.T, file string) (sets [][]published) {
	t.Helper()
	for lines := bufio.NewScanner(reference(t, file)); lines.Scan(); {
		f := strings.Fields(lines.Text())
		switch {
		case len(f) == 2 && f[1] == "xx":
			sets = append(sets, nil)
		case len(f) >= 7:
			var v [7]float64
			for i := range v {
				v[i], _ = strconv.ParseFloat(f[i], 64)
			}
			last := &sets[len(sets)-1]
			*last = append(*last, published{v[0], [6]float64(v[1:])})
		}
	}
	return sets
}

// TestVal_EveryPublishedStateFromEveryKernel asks each kernel for all published states, in
// no order and, where they are at uniform times, as a grid.
func TestVal_EveryPublishedStateFromEveryKernel(t *testing.T) {
	tles, err := os.ReadFile(reference(t, "sgp4/SGP4-VER.TLE").Name())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		file string
		mode gp.Mode
	}{{"sgp4/tcppver.out", gp.Improved}, {"sgp4/tcppver_aholinch_afspc.out", gp.AFSPC}} {
		rows := printed(t, c.file)
		eachKernel(t, func(t *testing.T, kernel string) {
			var sets []*gp.Propagator
			list := trials(t, string(tles))
			for i := range list {
				sets = append(sets, set(t, &list[i].Elements, c.mode))
			}
			a := newAnyTime(t, kernel, sets)
			b := new(gp.Block)
			n, gridded, worst := 0, 0, 0.0
			for i, s := range list {
				var times []float64
				for _, r := range rows[i] {
					times = append(times, r.minutes)
				}
				compare := func(what string, row, lane int, r published) {
					if s.NoradID == 33334 { // printed at the epoch, where the code is 3: the driver prints the state before
						if b.Codes[row][lane] != gp.PerturbedEccentricity {
							t.Errorf("%s: 33334 has code %d", what, b.Codes[row][lane])
						}
						return
					}
					d, v := apart(b.Rows[row].At(lane), r.state)
					worst = max(worst, d)
					if code := b.Codes[row][lane]; code != gp.OK || d > millimetre || v > millimetre {
						t.Errorf("%s: %d at %v min: code %d, %.3g km, %.3g km/s off", what, s.NoradID, r.minutes, code, d, v)
					}
				}
				a.One(b, i, times)
				for k, r := range rows[i] {
					compare("any time", k/gp.Lanes, k%gp.Lanes, r)
					n++
				}
				// The longest run of uniform times, and the codes that end it.
				from := 0
				if len(times) > 2 && times[1] != times[0]+(times[2]-times[1]) {
					from = 1
				}
				if len(times) < from+3 {
					continue
				}
				step := times[from+1] - times[from]
				g := newGrid(t, kernel, []*gp.Propagator{sets[i]}, times[from:from+1], step, len(times)-from+2)
				for block := range g.Blocks() {
					g.Fill(b, 0, block)
					for row := range b.Steps {
						k := from + block*gp.Steps + row
						at := times[from] + float64(k-from)*step
						if k < len(times) && math.Abs(times[k]-at) < 1e-7 {
							compare("grid", row, 0, rows[i][k])
							gridded++
						}
						if want, code := sets[i].At(at); !near(sets[i], b.Rows[row].At(0), b.Codes[row][0], want, code) {
							t.Errorf("grid: %d at %v is not the scalar state", s.NoradID, at)
						}
					}
				}
			}
			if n != 667 || gridded < 600 {
				t.Errorf("%d states, %d in grids", n, gridded)
			}
			t.Logf("%s: %d states, %d of them also in grids, at worst %.2g m", c.file, n, gridded, worst*1e3)
		})
	}
}

// TestVal_TranscribedStatesFromEveryKernel is the same on the transcribed states.
func TestVal_TranscribedStatesFromEveryKernel(t *testing.T) {
	tles, err := os.ReadFile("testdata/vallado2006.tle")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/vallado2006.csv")
	if err != nil {
		t.Fatal(err)
	}
	list := trials(t, string(tles))
	eachKernel(t, func(t *testing.T, kernel string) {
		b := new(gp.Block)
		n := 0
		for line := range strings.Lines(string(text)) {
			f := strings.Split(strings.TrimSpace(line), ",")
			if len(f) != 10 || f[0] == "mode" {
				continue
			}
			var v [7]float64
			for i := range v {
				v[i], _ = strconv.ParseFloat(f[3+i], 64)
			}
			k, _ := strconv.Atoi(f[1])
			for _, m := range f[0] {
				p := set(t, &list[k].Elements, map[rune]gp.Mode{'i': gp.Improved, 'a': gp.AFSPC}[m])
				newAnyTime(t, kernel, []*gp.Propagator{p}).One(b, 0, v[:1])
				d, dv := apart(b.Rows[0].At(0), [6]float64(v[1:]))
				newGrid(t, kernel, []*gp.Propagator{p}, []float64{v[0] - 5}, 0.5, 20).Fill(b, 0, 0)
				dg, dvg := apart(b.Rows[10].At(0), [6]float64(v[1:]))
				if max(d, dv, dg, dvg) > millimetre || b.Codes[10][0] != gp.OK {
					t.Errorf("mode %c, %s at %v min: %.3g and %.3g km off, code %d", m, f[2], v[0], d, dg, b.Codes[10][0])
				}
				n++
			}
		}
		if n != 137 {
			t.Errorf("%d states", n)
		}
	})
}

// catalogue reads all sets of a file, with minutes from each epoch, within a day.
func catalogue(t testing.TB, f io.Reader) (sets []*gp.Propagator, first []float64) {
	t.Helper()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	elements, bad := readAll(t, z, gp.Detect)
	if bad != nil {
		t.Fatal(bad)
	}
	for i := range elements {
		sets = append(sets, set(t, &elements[i], gp.Improved))
		first = append(first, float64(i*97%2880-1440))
	}
	return sets, first
}

// gridAgainstScalar fills a grid with all kernels, which must give the same bits, and holds
// the first to the scalar states.
func gridAgainstScalar(t *testing.T, name string, sets []*gp.Propagator, first []float64, step float64, steps int) {
	t.Helper()
	var grids []*gp.Grid
	for _, k := range gp.Kernels() {
		grids = append(grids, newGrid(t, k, sets, first, step, steps))
	}
	var off []float64
	fastest := 0.0 // km/s off
	codes := map[gp.Code]int{}
	b, other := new(gp.Block), new(gp.Block)
	wrong := 0
	for group := range grids[0].Groups() {
		for block := range grids[0].Blocks() {
			grids[0].Fill(b, group, block)
			for i, g := range grids[1:] {
				g.Fill(other, group, block)
				if !sameBlock(b, other) {
					t.Fatalf("group %d, block %d: %s and %s differ", group, block, gp.Kernels()[0], gp.Kernels()[1+i])
				}
			}
			failed := 0
			for s := range b.Steps {
				for lane := range b.Lanes {
					n := group*gp.Lanes + lane
					at := first[n] + float64(block*gp.Steps+s)*step
					want, code := sets[n].At(at)
					got := b.Rows[s].At(lane)
					if code == gp.OK {
						d, v := apart(got, six(want))
						off, fastest = append(off, d*1e3), max(fastest, v)
					} else {
						codes[code]++
						failed++
					}
					if !near(sets[n], got, b.Codes[s][lane], want, code) {
						if wrong++; wrong < 10 {
							t.Errorf("%s: set %d at %v min: %v, code %d\nnot %v, code %d", name, n, at, got, b.Codes[s][lane], want, code)
						}
					}
				}
			}
			if b.Failed != failed {
				t.Errorf("group %d, block %d: %d states failed, not %d", group, block, b.Failed, failed)
			}
		}
	}
	slices.Sort(off)
	t.Logf("%s, every %v min: %d states, %d over; off by %.2g m in the middle, %.2g in 99 of 100, %.2g at worst, and %.2g mm/s; codes %v; %v",
		name, step, len(off), wrong, off[len(off)/2], off[len(off)*99/100], off[len(off)-1], fastest*1e6, codes, gp.Kernels())
}

// sameBlock tells whether two blocks hold the same bits.
func sameBlock(a, b *gp.Block) bool {
	if a.Steps != b.Steps || a.Lanes != b.Lanes || a.Failed != b.Failed || a.Codes != b.Codes {
		return false
	}
	for s := range a.Steps {
		for lane := range a.Lanes {
			if !sameBits(a.Rows[s].At(lane), b.Rows[s].At(lane)) {
				return false
			}
		}
	}
	return true
}

func sameBits(a, b gp.TEME) bool {
	for i := range 3 {
		if math.Float64bits(a.Position[i]) != math.Float64bits(b.Position[i]) || math.Float64bits(a.Velocity[i]) != math.Float64bits(b.Velocity[i]) {
			return false
		}
	}
	return true
}

// long tells whether to check every minute of a day of all catalogues, which takes minutes:
// DAWNDUSK_LONG=1.
func long() bool { return os.Getenv("DAWNDUSK_LONG") != "" }

// TestVerif_GridAgreesWithScalar propagates the whole catalogue of 2022 over a day.
func TestVerif_GridAgreesWithScalar(t *testing.T) {
	files := []string{"tle/fullcatalog_20220818.tle.gz"}
	if long() {
		files = append(files, "tle/active_20260822.tle.gz", "tle/starlink_20260822.tle.gz")
	}
	for _, file := range files {
		sets, first := catalogue(t, reference(t, file))
		if long() {
			gridAgainstScalar(t, file, sets, first, 1, 1440)
		}
		gridAgainstScalar(t, file, sets, first, 10, 144)
	}
}

// TestVerif_AnyTimeAgreesWithScalar asks for the same catalogue at times of no order, of some
// weeks; all kernels must give the same bits.
func TestVerif_AnyTimeAgreesWithScalar(t *testing.T) {
	sets, _ := catalogue(t, reference(t, "tle/fullcatalog_20220818.tle.gz"))
	r := rand.New(rand.NewPCG(3, 4))
	var all []*gp.AnyTime
	for _, k := range gp.Kernels() {
		all = append(all, newAnyTime(t, k, sets))
	}
	b, other := new(gp.Block), new(gp.Block)
	minutes := make([][gp.Lanes]float64, 6)
	worst, n := 0.0, 0
	for group := range all[0].Groups() {
		for s := range minutes {
			for lane := range gp.Lanes {
				minutes[s][lane] = (r.Float64() - 0.5) * 1440 * math.Pow(10, float64(s)/3)
			}
		}
		all[0].Each(b, group, minutes)
		for _, a := range all[1:] {
			a.Each(other, group, minutes)
			if !sameBlock(b, other) {
				t.Fatalf("group %d differs", group)
			}
		}
		for s := range b.Steps {
			for lane := range b.Lanes {
				want, code := sets[group*gp.Lanes+lane].At(minutes[s][lane])
				got := b.Rows[s].At(lane)
				if !near(sets[group*gp.Lanes+lane], got, b.Codes[s][lane], want, code) {
					t.Errorf("set %d at %v min: %v, code %d\nnot %v, code %d", group*gp.Lanes+lane, minutes[s][lane], got, b.Codes[s][lane], want, code)
				}
				if d, _ := apart(got, six(want)); code == gp.OK {
					worst = max(worst, d)
				}
				n++
			}
		}
	}
	t.Logf("%d states, at worst %.2g m off", n, worst*1e3)
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

// TestVerif_AStateDependsOnItsSetAndTimeAlone shuffles sets, splits them, fills blocks backwards
// and from many goroutines: the same bits.
func TestVerif_AStateDependsOnItsSetAndTimeAlone(t *testing.T) {
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
