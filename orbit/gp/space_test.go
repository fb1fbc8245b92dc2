package gp_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// drawn returns a set from anywhere near Earth: orbits of all eccentricities whose period
// is under 225 minutes and whose perigee is above the ground or a little below, with drag of
// any strength that catalogues have and some that they have not.
func drawn(r *rand.Rand) gp.Elements {
	logarithmic := func(low, high float64) float64 { return math.Exp(math.Log(low) + r.Float64()*math.Log(high/low)) }
	perigee := 0.99 + logarithmic(0.002, 0.6)
	e := logarithmic(1e-6, 0.6)
	switch r.IntN(8) {
	case 0:
		e = 0
	case 1:
		e = r.Float64() * 0.5
	}
	a := perigee / (1 - e)
	drag := logarithmic(1e-7, 3)
	if r.IntN(4) == 0 {
		drag = -drag
	}
	incl := math.Acos(2*r.Float64()-1) * 180 / math.Pi
	if r.IntN(10) == 0 {
		incl = 180 - logarithmic(1e-8, 3)
	}
	angle := func() float64 { return 360 * r.Float64() }
	return gp.Elements{Epoch: vanguard.Epoch, MeanMotion: 17.04 / math.Pow(a, 1.5), Eccentricity: e, Inclination: incl, Node: angle(),
		ArgPerigee: angle(), MeanAnomaly: angle(), BStar: drag}
}

// TestVerif_ElementSpace holds the kernels to the scalar states over the space of elements,
// times up to four years and steps from a second to three hours, where the kernels' limits run.
func TestVerif_ElementSpace(t *testing.T) {
	rounds := 600
	if long() {
		rounds = 40000
	}
	r := rand.New(rand.NewPCG(6, 7))
	b, other := new(gp.Block), new(gp.Block)
	worst, n, failed, wrong := 0.0, 0, 0, 0
	kernels := gp.Kernels()
	for round := range rounds {
		var sets []*gp.Propagator
		var elements []gp.Elements
		var first []float64
		for len(sets) < gp.Lanes {
			el := drawn(r)
			p, err := gp.New(&el, gp.WGS72, gp.Improved)
			if err != nil || p.DeepSpace() {
				continue
			}
			at := math.Exp(r.Float64() * math.Log(2e6))
			if r.IntN(2) == 0 {
				at = -at
			}
			sets, elements, first = append(sets, p), append(elements, el), append(first, at)
		}
		step := math.Exp(math.Log(0.02) + r.Float64()*math.Log(1e4))
		a := newAnyTime(t, kernels[0], sets)
		times := make([][gp.Lanes]float64, 4)
		for s := range times {
			for lane := range times[s] {
				times[s][lane] = first[lane] * (0.3 * float64(s) * r.Float64())
			}
		}
		check := func(what string, s, lane int, at float64) {
			want, code := sets[lane].At(at)
			got := b.Rows[s].At(lane)
			n++
			if code != gp.OK {
				failed++
			} else if d, _ := apart(got, six(want)); d > worst {
				worst = d
			}
			// A state is right down to Earth's radius of WGS-72, and decayed from there.
			if x, y, z := want.Position[0], want.Position[1], want.Position[2]; code == gp.OK && math.Sqrt(x*x+y*y+z*z) < 6378.135*(1-1e-12) {
				t.Errorf("%+v\nat %v: code 0 below the ground, %v", elements[lane], at, want)
			}
			if !near(sets[lane], got, b.Codes[s][lane], want, code) {
				if wrong++; wrong < 10 {
					t.Errorf("%s: %+v\nat %v, step %v: %v, code %d\nnot %v, code %d", what, elements[lane], at, step, got, b.Codes[s][lane], want, code)
				}
			}
		}
		a.Each(b, 0, times)
		for s := range times {
			for lane := range gp.Lanes {
				check("any time", s, lane, times[s][lane])
			}
		}
		g := newGrid(t, kernels[0], sets, first, step, 2*gp.Steps)
		g.Fill(b, 0, round%2)
		if k := kernels[round%len(kernels)]; round%10 < 3 {
			newGrid(t, k, sets, first, step, 2*gp.Steps).Fill(other, 0, round%2)
			if !sameBlock(b, other) {
				t.Fatalf("round %d: %s and %s differ", round, kernels[0], k)
			}
		}
		for _, s := range []int{0, 31 - round%4, 32 + round%31, 63} {
			for lane := range gp.Lanes {
				check("grid", s, lane, first[lane]+float64(round%2*gp.Steps+s)*step)
			}
		}
	}
	t.Logf("%d states, %d with a code, at worst %.2g m off", n, failed, worst*1e3)
}
