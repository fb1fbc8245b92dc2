package secular

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

var year2030 = sky.UTC(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))

func ring(altitude, inclination, node float64, n int) Ring {
	r := Ring{Axis: sky.EarthRadius + altitude, Inclination: inclination * math.Pi / 180, Node: node}
	for i := range n {
		r.Latitudes = append(r.Latitudes, 2*math.Pi*float64(i)/float64(n))
	}
	return r
}

// The polynomials give the place that the full theory gives: what they leave out is
// J2² a, 8 m, and J2 e a times a few, where J2 e a is 0.13 km at e = 0.02 and 7 m at the 0.001
// that J3 makes; allowed is four times their sum. Depth and distance are compared, at other times
// than the epoch.
func TestVerif_PathAgainstAt(t *testing.T) {
	f := Earth()
	for _, c := range []struct{ ecc, tolerance float64 }{{0, 0.06}, {0.001, 0.09}, {MaxEccentricity, 0.55}} {
		worstW, worstR := 0.0, 0.0
		for _, i := range []float64{0, 30, 53, 97.99, 120, 180} {
			r := ring(650, i, 2, 24)
			r.Ex, r.Ey = c.ecc*math.Cos(0.9), c.ecc*math.Sin(0.9)
			p := newPath(&f, &r)
			for _, at := range []float64{-1e5, 0, 4e4, 1e6} {
				sh := ShadowAt(year2030.AddSeconds(at * 20)) // any Sun
				var sc scene
				h := p.hands(at)
				p.scene(&sh, &h, &sc)
				for k, λ := range r.Latitudes {
					s, cc := math.Sincos(λ)
					state, err := r.State(f, k, at)
					if err != nil {
						t.Fatal(err)
					}
					x := state.Position
					w := -(x[0]*sh.axis[0] + x[1]*sh.axis[1] + x[2]*sh.axis[2])
					d := math.Sqrt(x[0]*x[0] + x[1]*x[1] + stretch*stretch*x[2]*x[2])
					worstW = max(worstW, math.Abs(sc.depth.at(cc, s)-w))
					worstR = max(worstR, math.Abs(math.Sqrt(sc.far.at(cc, s)+sh.p2)-d))
				}
			}
		}
		t.Logf("e %g: depth %.4f km, distance %.4f km", c.ecc, worstW, worstR)
		if !(worstW < c.tolerance && worstR < c.tolerance) {
			t.Errorf("e %g: off by %v km in depth, %v km in distance", c.ecc, worstW, worstR)
		}
	}
}

// Light from the kernels is light by the full state: they may differ only where the
// satellite is within the tolerance of the path from an edge, which moves at some km/s:
// at no more than one place in a thousand.
func TestVerif_KernelAgainstStates(t *testing.T) {
	f := Earth()
	rings := []Ring{ring(550, 53, 1, 37), ring(650, 97.99, 4.9, 50), ring(1000, 30, 0, 11), ring(560, 97.6, 3, 1)}
	rings[1].Ey = 0.001
	rings[2].Ex, rings[2].Ey = 0.004, -0.003
	s := Survey{Field: f, Epoch: year2030, Start: year2030.Add(-40 * 24 * time.Hour), Step: 83 * time.Second, Steps: 300}
	got, err := s.Run(context.Background(), rings)
	if err != nil {
		t.Fatal(err)
	}
	var differ, all, at int
	for i := range rings {
		for j := range rings[i].Latitudes {
			o, err := NewOrbit(f, rings[i].Elements(j))
			if err != nil {
				t.Fatal(err)
			}
			var count [3]int
			run, most := 0, 0
			for k := range s.Steps {
				now := s.Start.Add(time.Duration(k) * s.Step)
				l := LightAt(o.At(now.SecondsFrom(s.Epoch)), now)
				count[l]++
				run++
				if l == Sunlit {
					run = 0
				}
				most = max(most, run)
				all++
			}
			d := abs(count[Umbra]-int(got.Umbra[at])) + abs(count[Penumbra]-int(got.Penumbra[at]))
			differ += d
			if d == 0 && most != int(got.Longest[at]) {
				t.Errorf("ring %d satellite %d: longest %d, want %d", i, j, got.Longest[at], most)
			}
			at++
		}
	}
	t.Logf("%d of %d differ", differ, all)
	if differ*1000 > all {
		t.Errorf("%d of %d lights differ", differ, all)
	}
	var umbra, penumbra int64
	for k := range got.UmbraAt {
		umbra += int64(got.UmbraAt[k])
		penumbra += int64(got.PenumbraAt[k])
	}
	if sh := got.Shells[0]; len(got.Shells) != 1 || sh.Umbra != umbra || sh.Penumbra != penumbra || sh.Satellites != 99 || umbra == 0 || penumbra == 0 {
		t.Errorf("by shell %+v, by step %d and %d", got.Shells, umbra, penumbra)
	}
}

func abs(i int) int { return max(i, -i) }

// Steps of days, from one of which to the next a plane may leave the shadow: rings all round, with the months in which
// none of their satellites is in shadow and those in which the orbit grazes it. As many lights may differ as above.
func TestVerif_StepsOfDays(t *testing.T) {
	s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: 47 * 24 * time.Hour, Steps: 40}
	var rings []Ring
	for k := range 24 {
		rings = append(rings, ring(650, 98.01, float64(k)*math.Pi/12, 90))
	}
	got, err := s.Run(context.Background(), rings)
	if err != nil {
		t.Fatal(err)
	}
	counts := make([][3]int, got.Satellites)
	inLight := make([]int, len(rings)) // steps at which all of a ring are
	for k := range s.Steps {
		now := s.Start.Add(time.Duration(k) * s.Step)
		sh := ShadowAt(now)
		at := 0
		for i := range rings {
			lit := true
			for j := range rings[i].Latitudes {
				state, err := rings[i].State(s.Field, j, now.SecondsFrom(s.Epoch))
				if err != nil {
					t.Fatal(err)
				}
				l := sh.At(state.Position)
				lit = lit && l == Sunlit
				counts[at][l]++
				at++
			}
			if lit {
				inLight[i]++
			}
		}
	}
	differ := 0
	for i, c := range counts {
		differ += abs(c[Umbra]-int(got.Umbra[i])) + abs(c[Penumbra]-int(got.Penumbra[i]))
	}
	leave := 0
	for _, n := range inLight {
		if n > 0 && n < s.Steps {
			leave++
		}
	}
	t.Logf("%d of %d differ, %d rings leave the shadow", differ, got.Satellites*s.Steps, leave)
	if differ*1000 > got.Satellites*s.Steps || leave < 2 {
		t.Errorf("%d of %d lights differ, %d rings leave the shadow", differ, got.Satellites*s.Steps, leave)
	}
}

// The cone in stretched space against the Sun's disc seen past the ellipsoid itself:
// rays from the satellite to points on the Sun's edge, tested against the ellipsoid.
// Entries and exits of umbra and penumbra of low and high orbits at all β are found to
// the millisecond both ways. The stretch takes 0.3 % of the Sun's 0.27° at most: 0.0009°
// of the edge, 0.015 s of a low orbit's motion crossing it at right angles; grazing
// crossings, longer than 60° of the terminator, are slower and left out.
func TestVerif_ShadowOfTheEllipsoid(t *testing.T) {
	worst := 0.0
	n := 0
	for _, δ := range []float64{-23.4, -10, 0, 23.4} {
		sun := [3]float64{1.48e8 * math.Cos(δ*math.Pi/180), 0, 1.48e8 * math.Sin(δ*math.Pi/180)}
		sh := shadowOf(sun, sky.EarthRadius)
		for _, a := range []float64{6928, 7378} {
			speed := math.Sqrt(398600.4418/a) / a
			for i := 0.0; i < 180; i += 15 {
				for node := 0.0; node < 360; node += 30 {
					si, ci := math.Sincos(i * math.Pi / 180)
					sn, cn := math.Sincos(node * math.Pi / 180)
					place := func(u float64) [3]float64 {
						s, c := math.Sincos(u)
						return [3]float64{a * (c*cn - s*sn*ci), a * (c*sn + s*cn*ci), a * s * si}
					}
					if β := math.Asin(math.Abs(sun[0]*sn*si+sun[2]*ci) / 1.48e8); math.Cos(β) < 0.8 {
						continue
					}
					for u := 0.0; u < 2*math.Pi; u += 0.05 {
						for _, edge := range []Light{Penumbra, Umbra} {
							cone := func(u float64) bool { return sh.At(place(u)) >= edge }
							disc := func(u float64) bool { return discLight(place(u), sun) >= edge }
							if cone(u) == cone(u+0.05) || disc(u) == disc(u+0.05) {
								continue
							}
							d := math.Abs(cross(cone, u)-cross(disc, u)) / speed
							worst = max(worst, d)
							n++
						}
					}
				}
			}
		}
	}
	t.Logf("%d edges, at worst %.4f s", n, worst)
	if n < 500 || !(worst < 0.03) {
		t.Errorf("%d edges, at worst off by %v s", n, worst)
	}
}

// cross finds where a state changes within 0.05 rad of u.
func cross(f func(float64) bool, u float64) float64 {
	lo, hi := u, u+0.05
	first := f(lo)
	for range 26 {
		if mid := (lo + hi) / 2; f(mid) == first {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}

// discLight looks at 180 points of the Sun's edge past the ellipsoid.
func discLight(r, sun [3]float64) Light {
	d := [3]float64{sun[0] - r[0], sun[1] - r[1], sun[2] - r[2]}
	l := math.Sqrt(d[0]*d[0] + d[1]*d[1] + d[2]*d[2])
	// the tangent points of the disc lie nearer than its centre by sin² of its radius
	sinα := sky.SunRadius / l
	e1 := [3]float64{d[1] / math.Hypot(d[0], d[1]), -d[0] / math.Hypot(d[0], d[1]), 0}
	e2 := [3]float64{(d[1]*e1[2] - d[2]*e1[1]) / l, (d[2]*e1[0] - d[0]*e1[2]) / l, (d[0]*e1[1] - d[1]*e1[0]) / l}
	hidden := 0
	const points = 180
	for k := range points {
		s, c := math.Sincos(2 * math.Pi * float64(k) / points)
		var v [3]float64
		for i := range v {
			v[i] = d[i]/l*math.Sqrt(1-sinα*sinα) + sinα*(c*e1[i]+s*e2[i])
		}
		// does the ray r + t v meet x² + y² + (stretch z)² = R²?
		p := [3]float64{r[0], r[1], r[2] * stretch}
		q := [3]float64{v[0], v[1], v[2] * stretch}
		b := p[0]*q[0] + p[1]*q[1] + p[2]*q[2]
		qq := q[0]*q[0] + q[1]*q[1] + q[2]*q[2]
		pp := p[0]*p[0] + p[1]*p[1] + p[2]*p[2]
		if b < 0 && b*b > qq*(pp-sky.EarthRadius*sky.EarthRadius) {
			hidden++
		}
	}
	switch hidden {
	case 0:
		return Sunlit
	case points:
		return Umbra
	}
	return Penumbra
}

func same(a, b *Result) bool {
	return slices.Equal(a.Umbra, b.Umbra) && slices.Equal(a.Penumbra, b.Penumbra) && slices.Equal(a.Longest, b.Longest) &&
		slices.Equal(a.UmbraAt, b.UmbraAt) && slices.Equal(a.PenumbraAt, b.PenumbraAt) && slices.Equal(a.Shells, b.Shells)
}

// The Sun between its computed places is where it would be computed: the shadows' axes of
// a day at one-minute steps agree to 1e-8, a millionth of a second of a satellite's way.
func TestVerif_SunBetweenItsPlaces(t *testing.T) {
	s := Survey{Start: year2030.Add(77 * 24 * time.Hour), Step: time.Minute, Steps: 1440}
	list, err := s.shadows(context.Background(), 2)
	if err != nil {
		t.Fatal(err)
	}
	for k, got := range list {
		want := ShadowAt(s.Start.Add(time.Duration(k) * s.Step))
		for i := range 3 {
			if math.Abs(got.axis[i]-want.axis[i]) > 1e-8 {
				t.Fatalf("step %d axis %d: %v, want %v", k, i, got.axis[i], want.axis[i])
			}
		}
		if math.Abs(got.p2-want.p2) > 1e-3 { // 0.1 mm of the shadow's radius
			t.Fatalf("step %d: %v, want %v", k, got.p2, want.p2)
		}
	}
}

// The shadow points away from the Sun as it is seen: behind its place by the constant of aberration,
// 20.49552 seconds of arc (IAU 1976). The eccentricity of Earth's orbit takes or adds 1.7 %, and as much again comes from
// the light time of the mean distance, 0.69 in all; 0.01 is what the Moon adds to the speed of Earth.
func TestVerif_SunIsWhereItIsSeen(t *testing.T) {
	for day := range 12 {
		at := year2030.Add(time.Duration(day) * 30 * 24 * time.Hour)
		m := sky.CelestialToTEME(at)
		seen, now := sunAt(at), m.Apply(sky.Sun(at))
		along := (now[0]*seen[1] - now[1]*seen[0]) / (now[0]*now[0] + now[1]*now[1]) // of right ascension, rad
		cross := [3]float64{now[1]*seen[2] - now[2]*seen[1], now[2]*seen[0] - now[0]*seen[2], now[0]*seen[1] - now[1]*seen[0]}
		square := func(v [3]float64) float64 { return v[0]*v[0] + v[1]*v[1] + v[2]*v[2] }
		angle := math.Sqrt(square(cross)/square(now)/square(seen)) * 180 * 3600 / math.Pi
		if !(math.Abs(angle-20.49552) < 0.71) || along > 0 {
			t.Errorf("day %d: %.3f seconds of arc, %.3g rad of right ascension ahead", 30*day, angle, along)
		}
	}
}

// One worker or seven, one ring or its satellites one by one: the same counts, and
// progress that ends at the whole.
func TestVerif_ResultDependsOnNothingElse(t *testing.T) {
	rings := []Ring{ring(550, 53, 1, 2500), ring(650, 97.99, 4.9, 333), ring(1000, 30, 0, 7)}
	rings[1].Shell, rings[2].Shell = 1, 2
	rings[2].Ex = 0.003
	last := int64(0)
	s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: 200, Workers: 1}
	s.Progress = func(done, total int64) {
		if done < last || total != 2840*200 {
			t.Errorf("progress %d after %d of %d", done, last, total)
		}
		last = done
	}
	one, err := s.Run(context.Background(), rings)
	if err != nil {
		t.Fatal(err)
	}
	if last != 2840*200 {
		t.Errorf("progress ended at %d", last)
	}
	s.Workers, s.Progress = 7, nil
	seven, err := s.Run(context.Background(), rings)
	if err != nil {
		t.Fatal(err)
	}
	if !same(one, seven) {
		t.Error("seven workers count otherwise than one")
	}
	var single []Ring
	for _, r := range rings {
		for _, λ := range r.Latitudes {
			r.Latitudes = []float64{λ}
			single = append(single, r)
		}
	}
	alone, err := s.Run(context.Background(), single)
	if err != nil {
		t.Fatal(err)
	}
	if !same(one, alone) {
		t.Error("satellites one by one count otherwise than rings")
	}
}

// A wave's closed form against its definition, and its bound.
func TestVerif_Wave(t *testing.T) {
	a := []complex128{1.5, 2 - 1i, -0.3 + 0.7i, 0.9 + 0.2i}
	v := newWave(1.5, a[1], a[2], a[3])
	for λ := 0.0; λ < 7; λ += 0.1 {
		s, c := math.Sincos(λ)
		l, p, want := complex(c, s), complex(1, 0), 0.0
		for _, x := range a {
			want += real(x * p)
			p *= l
		}
		if got := v.at(c, s); math.Abs(got-want) > 1e-13 || math.Abs(got-v.p0) > v.swing() {
			t.Errorf("%v: %v, want %v", λ, got, want)
		}
	}
}

func TestVerif_SurveyRefused(t *testing.T) {
	good := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: 10}
	rings := []Ring{ring(550, 53, 1, 3)}
	for what, change := range map[string]func(*Survey, []Ring) []Ring{
		"no steps":     func(s *Survey, r []Ring) []Ring { s.Steps = 0; return r },
		"steps":        func(s *Survey, r []Ring) []Ring { s.Steps = 1 << 40; return r },
		"no step":      func(s *Survey, r []Ring) []Ring { s.Step = 0; return r },
		"backwards":    func(s *Survey, r []Ring) []Ring { s.Step = -time.Second; return r },
		"centuries":    func(s *Survey, r []Ring) []Ring { s.Step, s.Steps = 1000*time.Hour, 1e6; return r },
		"far epoch":    func(s *Survey, r []Ring) []Ring { s.Epoch = math.MinInt64; return r },
		"nothing":      func(s *Survey, r []Ring) []Ring { return nil },
		"empty ring":   func(s *Survey, r []Ring) []Ring { return []Ring{{Axis: 7000}} },
		"below ground": func(s *Survey, r []Ring) []Ring { return []Ring{ring(-10, 53, 1, 3)} },
		"NaN": func(s *Survey, r []Ring) []Ring {
			q := ring(500, 53, 1, 3)
			q.Latitudes[2] = math.NaN()
			return []Ring{q}
		},
		"shell":     func(s *Survey, r []Ring) []Ring { q := ring(500, 53, 1, 3); q.Shell = -1; return []Ring{q} },
		"a gap":     func(s *Survey, r []Ring) []Ring { q := ring(500, 53, 1, 3); q.Shell = 1; return []Ring{q} },
		"far shell": func(s *Survey, r []Ring) []Ring { q := ring(500, 53, 1, 3); q.Shell = 1 << 50; return []Ring{q} },
	} {
		s := good
		if _, err := s.Run(context.Background(), change(&s, rings)); err == nil {
			t.Errorf("%s: accepted", what)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := good.Run(ctx, rings); err != context.Canceled {
		t.Errorf("cancelled: %v", err)
	}
}

// A survey that is stopped while it runs ends at once.
func TestVerif_Cancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Second, Steps: 1 << 16, Workers: 2}
	var told int64
	s.Progress = func(done, total int64) { told = done; cancel() }
	if _, err := s.Run(ctx, []Ring{ring(550, 53, 1, 4096)}); err != context.Canceled {
		t.Errorf("%v", err)
	}
	if told > 40<<20 {
		t.Errorf("went on for %d propagations", told)
	}
}

// Memory is counts and one block a worker: 24 bytes a satellite with its angle, at most
// 100 a step, and nothing for each propagation.
func TestVerif_MemoryIsLinear(t *testing.T) {
	use := func(satellites, steps int) int64 {
		rings := []Ring{ring(550, 53, 1, satellites)}
		s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: steps, Workers: 1}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := s.Run(context.Background(), rings); err != nil {
			t.Fatal(err)
		}
		runtime.ReadMemStats(&after)
		return int64(after.TotalAlloc - before.TotalAlloc)
	}
	small := use(1000, 100)
	if more := use(101_000, 100) - small; more > 100_000*16 {
		t.Errorf("100,000 more satellites took %d bytes", more)
	}
	if more := use(1000, 10_100) - small; more > 10_000*150 {
		t.Errorf("10,000 more steps took %d bytes", more)
	}
	t.Logf("1000 satellites, 100 steps: %d bytes", small)
}
