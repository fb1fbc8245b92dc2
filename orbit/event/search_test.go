package event

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// conic is an orbit of two bodies with its perigee along p, by Kepler's equation.
func conic(perigee, e float64, p, q [3]float64, passed float64) Path {
	a := perigee / (1 - e)
	n := math.Sqrt(mu / (a * a * a))
	return func(t sky.Instant) (s sky.GCRS, _ error) {
		M := math.Remainder(n*(t.SecondsFrom(0)-passed), 2*math.Pi)
		E := M + e*math.Sin(M)
		for range 60 {
			E -= (E - e*math.Sin(E) - M) / (1 - e*math.Cos(E))
		}
		sin, cos := math.Sincos(E)
		b := math.Sqrt(1 - e*e)
		rate := a * n / (1 - e*cos)
		for i := range 3 {
			s.Position[i] = a * ((cos-e)*p[i] + b*sin*q[i])
			s.Velocity[i] = rate * (b*cos*q[i] - sin*p[i])
		}
		return s, nil
	}
}

// anyConic is one at random with its perigee above 150 km.
func anyConic(rng *rand.Rand) Path {
	one := func(v [3]float64) [3]float64 { return along([3]float64{}, 1/norm(v), v) }
	p := one([3]float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()})
	q := one(cross(p, [3]float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()}))
	return conic(6528+3000*rng.Float64()*rng.Float64(), 0.85*rng.Float64(), p, q, 1e4*rng.Float64())
}

// TestVerif_Bounds checks what the guarantee that nothing is missed stands on: in cells of every
// length up to a step, on orbits of every kind, no function bends by more than its bound.
// Slopes are held against differences of values too.
func TestVerif_Bounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(13, 14))
	cells := map[string]int{}
	tightest := map[string]float64{}
	check := func(name string, s scanner, from sky.Instant, h float64) {
		t.Helper()
		const parts = 16
		var m [parts + 1]sample
		for i := range m {
			var err error
			m[i], err = s.eval(from.AddSeconds(h * float64(i) / parts))
			if err != nil {
				return // under the ground or the height
			}
			m[i].at = from.AddSeconds(h * float64(i) / parts)
		}
		bound, ok := s.bound(m[0], m[parts])
		if !ok {
			return
		}
		cells[name]++
		d := h / parts
		scale := 0.0
		for _, x := range m {
			scale = max(scale, math.Abs(x.g))
		}
		for i := 1; i < parts; i++ {
			rounding := 1e-11 * scale / (d * d)
			got := math.Abs(m[i+1].g-2*m[i].g+m[i-1].g) / (d * d)
			if s.rate {
				rounding = 1e-11 * scale / d
				got = math.Abs(m[i+1].g-m[i].g) / d
			} else if slope := (m[i+1].g - m[i-1].g) / (2 * d); math.Abs(slope-m[i].slope) > bound*d+rounding*d {
				t.Errorf("%s over %v s: the slope is %v, by differences %v", name, h, m[i].slope, slope)
			}
			if got > bound+rounding {
				t.Fatalf("%s over %v s: bends by %v, bound %v", name, h, got, bound)
			}
			if bound > 0 {
				tightest[name] = max(tightest[name], got/bound)
			}
		}
	}
	for range 25 {
		path, other := anyConic(rng), anyConic(rng)
		start := sky.Instant(rng.Int64N(86400e9))
		span := Span{start, start + 40000e9}
		tr, err := NewTrack(path, span, nil)
		if err != nil {
			t.Fatal(err)
		}
		shadow, sight := Earth(), ClearOf(50)
		sight.Range = 5000
		site := sky.Geodetic{Latitude: math.Asin(2*rng.Float64() - 1), Longitude: 6.28 * rng.Float64()}
		if s, err := tr.At(start + 20000e9); err == nil && rng.IntN(2) == 0 {
			site = s.Geodetic() // the satellite passes overhead
			site.Height = 0
		}
		st := At(site, rng.Float64()-0.1)
		w := newWatch(tr, &st)
		masked := st
		masked.Mask = []Sill{{0.5, 0.1}, {1, 0.6}, {4, 0.2}}
		wm := newWatch(tr, &masked)
		var distance2 float64
		for range 60 {
			at := span.Start + sky.Instant(rng.Int64N(int64(span.Stop-span.Start)))
			s, r, v, _ := path.at(at)
			_, r2, v2, _ := other.at(at)
			cut := math.Exp2(-8 * rng.Float64())
			h := motion{r, v, dot(s.Position, s.Velocity) / r}.stride() * cut
			both := min(h, motion{r2, v2, 0}.stride()*cut)
			check("penumbra", shadow.cones(path, &backdrop{sun: sky.SunSeen}, true), at, h)
			check("umbra", shadow.cones(path, &backdrop{sun: sky.SunSeen}, false), at, h)
			check("equator", equator(path, &backdrop{}), at, h)
			check("line", sight.line(path, other, &backdrop{}), at, both)
			check("range", sight.reach(path, other), at, both)
			check("distance", pairScanner(path, other), at, both)
			check("extremes", extremeScanner(path, other, &distance2), at, both)
			// A neighbour, 0.1 to 1,000 s ahead.
			ahead := sky.Instant(1e8 * math.Pow(1e4, rng.Float64()))
			near := Path(func(t sky.Instant) (sky.GCRS, error) { return path(t + ahead) })
			check("near range", sight.reach(path, near), at, h)
			check("near distance", pairScanner(path, near), at, h)
			check("near extremes", extremeScanner(path, near, &distance2), at, h)
			c := tr.find(at)
			length := tr.cells[c].length
			w.cell, wm.cell = c, c
			from := tr.at[c].AddSeconds(length * (1 - cut) * rng.Float64())
			check("rise", w.rise, from, length*cut)
			check("top", w.top, from, length*cut)
			check("mask", wm.sills(), from, length*cut)
		}
	}
	for _, name := range []string{"penumbra", "umbra", "equator", "line", "range", "distance", "extremes", "near range", "near distance", "near extremes", "rise", "top", "mask"} {
		t.Logf("%s: %d cells, at most %.2f of the bound", name, cells[name], tightest[name])
		if cells[name] < 300 || !(tightest[name] > 0.15) {
			t.Errorf("%s: %d cells, at most %v of the bound", name, cells[name], tightest[name])
		}
	}
}

// TestVerif_Backdrop holds what is interpolated between six-hourly values against package sky, asked
// in any order: the Sun within 5e-6 arc seconds, 4 m; its
// velocity, whose error is some six times that in a step, within 1e-6 km/s; the pole within 1e-11.
func TestVerif_Backdrop(t *testing.T) {
	rng := rand.New(rand.NewPCG(19, 20))
	b := &backdrop{sun: sky.SunSeen}
	for range 300 {
		at := sky.Instant(rng.Int64N(2e18) - 1e18)
		for range 3 {
			sun, drift, pole := b.at(at)
			fresh := &backdrop{sun: sky.SunSeen}
			if s, d, p := fresh.at(at); s != sun || d != drift || p != pole {
				t.Fatalf("%s: not what it is when asked alone", at)
			}
			m := sky.CelestialToTEME(at)
			later, sooner := sky.SunSeen(at+100e9), sky.SunSeen(at-100e9)
			if d := norm(sub(sun, sky.SunSeen(at))); !(d < 4e-3) {
				t.Errorf("%s: the Sun is off by %v km", at, d)
			}
			if d := norm(sub(drift, along([3]float64{}, 1/200.0, sub(later, sooner)))); !(d < 1e-6) {
				t.Errorf("%s: its velocity is off by %v km/s", at, d)
			}
			if d := norm(sub(pole, m[2])); !(d < 1e-11) {
				t.Errorf("%s: the pole is off by %v", at, d)
			}
			at += sky.Instant(rng.Int64N(48*3600e9) - 24*3600e9)
		}
	}
}

// TestVerif_AtKnots puts the mask exactly where the satellite is at a knot of the track, so that a
// crossing lies between two polynomials that differ there by rounding: it is found once.
func TestVerif_AtKnots(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 18))
	n := 0
	for range 20 {
		tr, err := NewTrack(anyConic(rng), Span{0, 30000e9}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for k := 1; k < len(tr.at)-1; k += 1 + rng.IntN(4) {
			s, _ := tr.At(tr.at[k])
			site := s.Geodetic()
			site.Height = 0
			site.Latitude = max(-1.57, min(1.57, site.Latitude+0.2*rng.Float64()-0.1))
			st := At(site, 0)
			d := sub(tr.r[k], st.Place)
			st.Mask[0].Elevation = math.Asin(dot(d, st.Up) / norm(d))
			if _, up, _ := st.Look(tr.r[k]); up < -1.5 || up > 1.5 {
				continue
			}
			passes, err := tr.Passes(st, nil)
			if err != nil {
				t.Fatal(err)
			}
			hit := 0
			for i, p := range passes {
				if i > 0 && p.Start <= passes[i-1].Stop || p.Start >= p.Stop || p.Before && i > 0 || p.After && i < len(passes)-1 {
					t.Fatalf("passes %+v", passes)
				}
				at := tr.at[k]
				if max(p.Start-at, at-p.Start) < 1000 || max(p.Stop-at, at-p.Stop) < 1000 {
					hit++
				}
			}
			// At a culmination the pass may last no time at all.
			if hit == 1 {
				n++
			} else if r, v := tr.cells[k].at(tr.at[k]); math.Abs(dot(v, st.Up)*dot(d, d)-dot(d, st.Up)*dot(sub(r, st.Place), v)) > 1e-3*dot(d, d) {
				t.Errorf("%d passes begin or end at knot %d", hit, k)
			}
		}
	}
	if n < 1000 {
		t.Errorf("%d crossings at knots", n)
	}
}

// TestVerif_Settled: a cell called settled has the crossings its ends show, over waves whose bend
// is known; nearly all that have others are close to it, so that the verdict is not idle.
func TestVerif_Settled(t *testing.T) {
	rng := rand.New(rand.NewPCG(15, 16))
	settled, hidden := 0, 0
	for range 200000 {
		A, ω, φ := rng.Float64(), 3*rng.Float64(), 2*math.Pi*rng.Float64()
		B, C := 2*rng.Float64()-1, rng.Float64()-0.5
		g := func(x float64) float64 { return A*math.Sin(ω*x+φ) + B + C*x }
		end := func(x float64) sample {
			return sample{at: sky.Instant(x * 1e9), g: g(x), slope: A*ω*math.Cos(ω*x+φ) + C}
		}
		h := 3 * rng.Float64()
		n := 0
		for i := range 64 {
			if (g(h*float64(i)/64) < 0) != (g(h*float64(i+1)/64) < 0) {
				n++
			}
		}
		shown := 0
		if (g(0) < 0) != (g(h) < 0) {
			shown = 1
		}
		if bent(end(0), end(h), A*ω*ω) {
			settled++
			if n != shown {
				t.Fatalf("%v sin(%v x + %v) + %v + %v x over %v: settled with %d crossings", A, ω, φ, B, C, h, n)
			}
		} else if n != shown {
			hidden++
		}
	}
	if settled < 100000 || hidden < 1000 {
		t.Errorf("%d settled, %d with hidden crossings", settled, hidden)
	}
}

// TestVerif_Root narrows roots of every kind to a microsecond, in a bounded number of steps; where
// m roots fall together, the tangent's step that ends the search is a mth of the way.
func TestVerif_Root(t *testing.T) {
	type function struct {
		g, slope func(x float64) float64
		within   float64
	}
	for name, f := range map[string]function{
		"line":  {func(x float64) float64 { return x }, func(float64) float64 { return 1 }, 1e-6},
		"sine":  {func(x float64) float64 { return math.Sin(x / 40) }, func(x float64) float64 { return math.Cos(x/40) / 40 }, 1e-6},
		"cliff": {func(x float64) float64 { return math.Atan(1e9 * x) }, func(x float64) float64 { return 1e9 / (1 + 1e18*x*x) }, 1e-6},
		"cubic": {func(x float64) float64 { return x * x * x }, func(x float64) float64 { return 3 * x * x }, 1e-6},
		"flat":  {func(x float64) float64 { return math.Pow(x/100, 21) }, func(x float64) float64 { return 0.21 * math.Pow(x/100, 20) }, 3e-6},
		"step":  {func(x float64) float64 { return math.Copysign(1, x) }, nil, 1e-6},
	} {
		for _, slopes := range []bool{true, false} {
			if f.slope == nil && slopes {
				continue
			}
			calls := 0
			s := scanner{left: 1000, eval: func(at sky.Instant) (sample, error) {
				calls++
				x := at.SecondsFrom(0) - 17.3
				m := sample{g: f.g(x), slope: math.NaN()}
				if slopes {
					m.slope = f.slope(x)
				}
				return m, nil
			}}
			a, _ := s.sample(0)
			b, _ := s.sample(100e9)
			at, err := s.root(a, b)
			if d := at.SecondsFrom(0) - 17.3; err != nil || !(math.Abs(d) < f.within) {
				t.Errorf("%s: off by %v s, %v", name, d, err)
			}
			if calls > 90 {
				t.Errorf("%s: %d evaluations", name, calls)
			}
		}
	}
}
