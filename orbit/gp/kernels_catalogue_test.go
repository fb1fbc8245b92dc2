package gp_test

import (
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

// catalogue reads all sets of a file, with minutes from each epoch, within a day.
func catalogue(t testing.TB, path string) (sets []*gp.Propagator, first []float64) {
	t.Helper()
	elements, bad := readAll(t, reference.Open(t, path), gp.Detect)
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

// TestVerif_GridAgreesWithScalar propagates the whole catalogue of 2022 over a day, at the longest
// step that the grid's kernel takes, so that its polynomials reach farthest, and every 40th group of it at
// each minute; then a part of it at a step that is too long for that kernel.
func TestVerif_GridAgreesWithScalar(t *testing.T) {
	files := []string{"tle/fullcatalog_20220818.tle.gz"}
	if long() {
		files = append(files, "tle/active_20260822.tle.gz", "tle/starlink_20260822.tle.gz")
	}
	for _, file := range files {
		sets, first := catalogue(t, file)
		if long() {
			gridAgainstScalar(t, file, sets, first, 1, 1440)
		}
		gridAgainstScalar(t, file, sets, first, 9, 160)
		var some []*gp.Propagator
		var from []float64
		for i := 0; i+gp.Lanes <= len(sets); i += 40 * gp.Lanes {
			some, from = append(some, sets[i:i+gp.Lanes]...), append(from, first[i:i+gp.Lanes]...)
		}
		gridAgainstScalar(t, file+", a part", some, from, -1, 1440)
		gridAgainstScalar(t, file+", a part", some, from, 10, 144)
	}
}

// TestVerif_AnyTimeAgreesWithScalar asks for the same catalogue at times of no order, of some
// weeks; all kernels must give the same bits.
func TestVerif_AnyTimeAgreesWithScalar(t *testing.T) {
	sets, _ := catalogue(t, "tle/fullcatalog_20220818.tle.gz")
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
