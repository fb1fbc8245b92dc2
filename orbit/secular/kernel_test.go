package secular

import (
	"math"
	"math/rand/v2"
	"testing"
	"unsafe"
)

type namedKernel struct {
	name string
	find kernel
}

// sample is a group of satellites and instants at which most planes cross the shadow.
func sample(n int) (*angles, []scene) {
	r := rand.New(rand.NewPCG(1, 2))
	var a angles
	latitudes := make([]float64, group)
	for i := range latitudes {
		latitudes[i] = r.Float64() * 2 * math.Pi
	}
	a.load(latitudes)
	f := Earth()
	scenes := make([]scene, n)
	for k := range scenes {
		ring := Ring{Axis: 6800 + 1200*r.Float64(), Inclination: math.Pi * r.Float64(), Node: 2 * math.Pi * r.Float64(), Latitudes: latitudes}
		if k%2 == 0 {
			ring.Ex, ring.Ey = 0.01*r.NormFloat64(), 0.01*r.NormFloat64()
		}
		p := newPath(&f, &ring)
		sun := [3]float64{1.4e8 * r.NormFloat64(), 1.4e8 * r.NormFloat64(), 5e7 * r.NormFloat64()}
		sh := shadowOf(sun, 6378.137)
		h := p.hands(1e6 * r.NormFloat64())
		p.scene(&sh, &h, &scenes[k])
	}
	return &a, scenes
}

// All kernels give the same bits: for any number of satellites, at random places, and
// with satellites moved to within some units in the last place of the edges.
func TestVerif_KernelsAgree(t *testing.T) {
	a, scenes := sample(3 * chunk)
	// put each satellite on an edge of one scene, as nearly as its angle can
	for i := range group {
		sc := &scenes[i]
		inside := func(λ float64) bool {
			s, c := math.Sincos(λ)
			w := sc.depth.at(c, s)
			return w > 0 && sc.far.at(c, s)+w*(sc.pw+w*sc.pww) < 0
		}
		for λ := 0.0; λ < 2*math.Pi; λ += 0.1 {
			if inside(λ) == inside(λ+0.1) {
				continue
			}
			lo, hi := λ, λ+0.1
			for range 60 {
				if mid := (lo + hi) / 2; inside(mid) == inside(λ) {
					lo = mid
				} else {
					hi = mid
				}
			}
			a.sin[i], a.cos[i] = math.Sincos(lo)
			break
		}
	}
	for _, k := range allKernels() {
		for _, n := range []int{1, 5, 8, 31, 32, 33, 63, 64} {
			want, got := make([]shade, len(scenes)), make([]shade, len(scenes))
			inGo(a, n, scenes, want)
			k.find(a, n, scenes, got)
			valid := ^uint64(0) >> (group - n)
			lit, dark := 0, 0
			for i := range want {
				if got[i].shadow&valid != want[i].shadow || got[i].umbra&valid != want[i].umbra {
					t.Fatalf("%s, %d satellites, scene %d: %x, want %x", k.name, n, i, got[i], want[i])
				}
				if want[i].shadow != 0 {
					dark++
				} else {
					lit++
				}
			}
			if n == group && (dark < len(scenes)/4 || lit == 0) {
				t.Errorf("%d scenes with shadow, %d without: too few to tell", dark, lit)
			}
		}
	}
}

// A scene is the row of numbers that the assembly reads.
func TestVerif_SceneIsARow(t *testing.T) {
	var s scene
	s.depth.p3, s.far.q1, s.duww = 1, 2, 3
	row := (*[19]float64)(unsafe.Pointer(&s))
	if row[3] != 1 || row[12] != 2 || row[18] != 3 {
		t.Error(row)
	}
}
