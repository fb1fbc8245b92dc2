package traffic

import (
	"math"
	"math/rand/v2"
	"sort"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// Kessler's integral over latitude, with the two headings of each orbit there, by
// plain quadrature, against the closed form over nodes.
func TestVerif_CrowdingIsKesslersIntegral(t *testing.T) {
	for _, c := range [][2]float64{{0.5, 1}, {1, 1}, {1.7, 1.7}, {0.9, 1.8}, {1.3, 1.6}, {0.3, 2.5}, {1.5, 1.5}} {
		s1, s2 := math.Sin(c[0]), math.Sin(c[1])
		top := min(s1, s2)
		// sin φ = top sin u takes the root at the turning latitude away.
		const n = 200_000
		sum := 0.0
		for k := range n {
			u := (float64(k) + 0.5) / n * math.Pi / 2
			x := top * math.Sin(u)
			cosφ2 := 1 - x*x
			α1 := math.Acos(max(-1, min(1, math.Cos(c[0])/math.Sqrt(cosφ2)))) // headings from east
			α2 := math.Acos(max(-1, min(1, math.Cos(c[1])/math.Sqrt(cosφ2))))
			v := math.Abs(math.Sin((α1-α2)/2)) + math.Sin((α1+α2)/2) // mean of 2 sin half
			q1, q2 := math.Sqrt(max(s1*s1-x*x, 1e-300)), math.Sqrt(max(s2*s2-x*x, 1e-300))
			sum += 2 * v / (math.Pi * q1) * 2 / (math.Pi * q2) * top * math.Cos(u) * math.Pi / 2 / n
		}
		want := sum // in units of v
		got := 2 / math.Pi * crowding(c[0], c[1])
		if math.Abs(got/want-1) > 1e-5 {
			t.Errorf("%v: %.9g, integral %.9g", c, got, want)
		}
	}
	// Planes at random on the sphere: ⟨1/cos(γ/2)⟩ is 2, ½∫ sin γ / cos(γ/2) dγ.
	const m = 800
	sum := 0.0
	for j := range m {
		sum += crowding(1.1, math.Acos(1-2*(float64(j)+0.5)/m)) / m
	}
	if math.Abs(sum-2) > 0.002 {
		t.Errorf("planes at random: %v, want 2", sum)
	}
}

// Two satellites on circular orbits of one radius with random nodes and phases come
// within d of each other twice in a revolution or not at all; the share of half a
// million draws that does, from the closest approach of each, is the rate times the period.
// Chance is 1.5 %: 4 % is allowed.
func TestVerif_RateAgainstSimulation(t *testing.T) {
	rnd := rand.New(rand.NewPCG(7, 8))
	for _, c := range [][2]float64{{0.52, 0.52}, {0.93, 1.71}, {1.71, 1.71}} {
		const draws, d, a = 500_000, 150.0, 7000.0
		hits := 0.0
		speed := 0.0
		for range draws {
			ΔΩ, Δu := 2*math.Pi*rnd.Float64(), 2*math.Pi*rnd.Float64()
			// Positions and velocities at unit radius and rate; the distance² is A + B cos 2t + C sin 2t.
			at := func(t float64) (p, v [3]float64) {
				p1, v1 := around(c[0], 0, t)
				p2, v2 := around(c[1], ΔΩ, t+Δu)
				for k := range 3 {
					p[k], v[k] = p2[k]-p1[k], v2[k]-v1[k]
				}
				return p, v
			}
			p0, _ := at(0)
			p1, _ := at(math.Pi / 2)
			p2, _ := at(math.Pi / 4)
			mean := (dot(p0, p0) + dot(p1, p1)) / 2
			cos, sin := dot(p0, p0)-mean, dot(p2, p2)-mean
			if least := mean - math.Hypot(cos, sin); least > d*d/a/a {
				continue
			}
			_, v := at(math.Atan2(-sin, -cos) / 2)
			hits += 2 // it comes back after half a revolution
			speed += 2 * norm(v)
		}
		// The rate through a strip 2d wide of the thin shell, times 2π: the share.
		want := 2 * d / (2 * math.Pi * math.Pi * a) * crowding(c[0], c[1]) * 2 * math.Pi
		if off := math.Abs(hits/draws/want - 1); off > 0.04 {
			t.Errorf("%v: %.5g a revolution, simulated %.5g", c, want, hits/draws)
		}
		mean, _, _ := overNodes(c[0], c[1], nil)
		if math.Abs(speed/hits/mean-1) > 0.03 {
			t.Errorf("%v: mean speed %.5g, simulated %.5g", c, mean, speed/hits)
		}
		t.Logf("%v: rate %.4f of the simulated, speed %.4f", c, want/(hits/draws), mean/(speed/hits))
	}
}

// around is a state on the unit circular orbit.
func around(i, Ω, u float64) (p, v [3]float64) {
	su, cu := math.Sincos(u)
	si, ci := math.Sincos(i)
	sΩ, cΩ := math.Sincos(Ω)
	return [3]float64{cΩ*cu - sΩ*su*ci, sΩ*cu + cΩ*su*ci, su * si},
		[3]float64{-cΩ*su - sΩ*cu*ci, -sΩ*su + cΩ*cu*ci, cu * si}
}

// The passes within 10 km at 600 to 1000 km altitude that SGP4 gives for everything in
// the catalogue in a quarter of an hour of 2022-08-19, against the rates of the shells. Tolerance
// 20 %: chance is 4 %; nodes are not at random, since sun-synchronous planes
// gather, streams of fragments bunch and constellations keep their satellites apart.
func TestVal_PassesOfTheCatalogue(t *testing.T) {
	list := catalogue(t, fullCatalogue)
	s := Shells{600, 25, 16}
	c, err := NewCensus(s)
	if err != nil {
		t.Fatal(err)
	}
	from := gp.Epoch{Midnight: 2459810.5}
	var flown []*gp.Propagator
	var start []float64
	for i := range list {
		el := &list[i]
		o := MeanOrbit(el)
		if !o.valid() || o.SemiMajorAxis*(1-o.Eccentricity) > EarthRadius+1030 || o.SemiMajorAxis*(1+o.Eccentricity) < EarthRadius+570 {
			continue
		}
		p, err := gp.New(el, gp.WGS72, gp.Improved)
		if err != nil {
			continue
		}
		c.Add(el)
		flown, start = append(flown, p), append(start, el.Epoch.MinutesTo(from))
	}
	const step, reach, near, minutes = 20.0, 170.0, 10.0, 15 // s, km, km
	type cell struct{ x, y, z int }
	passes, speeds := 0, 0.0
	states := make([]gp.TEME, len(flown))
	order := make([]int, 0, len(flown))
	for k := range int(minutes * 60 / step) {
		order = order[:0]
		for i, p := range flown {
			state, code := p.At(start[i] + (float64(k)+0.5)*step/60)
			if h := norm(state.Position) - EarthRadius; code != gp.OK || h < 560 || h > 1040 {
				continue
			}
			states[i] = state
			order = append(order, i)
		}
		sort.Slice(order, func(a, b int) bool { return states[order[a]].Position[2] < states[order[b]].Position[2] })
		grid := map[cell][]int{}
		for _, i := range order {
			q := states[i].Position
			at := cell{int(math.Floor(q[0] / reach)), int(math.Floor(q[1] / reach)), int(math.Floor(q[2] / reach))}
			for x := at.x - 1; x <= at.x+1; x++ {
				for y := at.y - 1; y <= at.y+1; y++ {
					for z := at.z - 1; z <= at.z+1; z++ {
						for _, j := range grid[cell{x, y, z}] {
							if speed, ok := passes10(&states[i], &states[j], near, step); ok {
								passes++
								speeds += speed
							}
						}
					}
				}
			}
			grid[at] = append(grid[at], i)
		}
	}
	want, speed := 0.0, 0.0
	for k := range s.Count {
		e := c.Own(k, nil)
		rate := e.Rate(near) * c.Objects(k) / 2
		want += rate
		speed += rate * e.Speed
	}
	speed /= want
	want *= minutes * 60 / Year
	t.Logf("%d objects: %d passes, expected %.0f (ratio %.3f) at %.2f km/s, expected %.2f", len(flown), passes, want, float64(passes)/want, speeds/float64(passes), speed)
	if math.Abs(float64(passes)/want-1) > 0.2 || math.Abs(speeds/float64(passes)/speed-1) > 0.05 {
		t.Errorf("%d passes at %.2f km/s, expected %.0f at %.2f", passes, speeds/float64(passes), want, speed)
	}
}

// passes10 tells whether two objects come closest within half a step of the time of
// their states, nearer than a distance and between 600 and 1000 km.
func passes10(a, b *gp.TEME, near, step float64) (speed float64, ok bool) {
	var p, v, mid [3]float64
	for k := range 3 {
		p[k], v[k] = b.Position[k]-a.Position[k], b.Velocity[k]-a.Velocity[k]
	}
	v2 := dot(v, v)
	t := -dot(p, v) / v2
	if !(t >= -step/2 && t < step/2) {
		return 0, false
	}
	for k := range 3 {
		p[k] += t * v[k]
		mid[k] = a.Position[k] + t*a.Velocity[k] + p[k]/2
	}
	h := norm(mid) - EarthRadius
	return math.Sqrt(v2), dot(p, p) < near*near && h >= 600 && h < 1000
}

// Kessler's own example: the outer moons of Jupiter collide within their group once in
// 0.9 Gyr (four moons that go forward) and 270 Gyr (four that go backward). Source:
// Kessler 1981, Icarus 48, 39, abstract. The elements and radii are those of JPL's list
// of planetary satellites (mean elements; radii 85, 43, 18, 10 and 14, 23, 30, 19 km), as
// the paper's own table was not at hand. Of the forward moons the two that matter were
// measured by 1981 (85 and 40 km, Cruikshank 1977): a factor of 1.5 is allowed. The backward
// ones were only guessed then, at about half of today's radii; their time is printed
// and, as radii enter squared, cannot be held against Kessler's.
func TestVal_MoonsOfJupiter(t *testing.T) {
	// The grid is Earth's: lengths shrink by L, and with Jupiter's mass times by L^{3/2}/√m.
	const L, mass = 1600.0, 1.26686534e8 / EarthMu
	type moon struct{ a, e, incl, radius float64 } // 1000 km, degrees, km
	for _, group := range []struct {
		name  string
		moons []moon
		want  float64 // years
	}{
		{"forward", []moon{{11_440.6, 0.160, 28.1, 85}, {11_712.3, 0.211, 27.9, 43}, {11_700.8, 0.117, 27.7, 18}, {11_146.4, 0.162, 28.1, 10}}, 0.9e9},
		{"backward", []moon{{21_034.5, 0.237, 147.6, 14}, {23_144.4, 0.256, 164.6, 23}, {23_468.2, 0.412, 148.3, 30}, {23_683.9, 0.264, 157.3, 19}}, 270e9},
	} {
		rate := 0.0
		for i, m := range group.moons {
			for _, n := range group.moons[:i] {
				c, err := NewCensus(Shells{-EarthRadius / 2, 20, 1000})
				if err != nil {
					t.Fatal(err)
				}
				for _, o := range []moon{m, n} {
					c.AddOrbit(Orbit{o.a * 1000 / L, o.e, o.incl * math.Pi / 180}, 1)
				}
				for k := range c.shells.Count {
					e := c.Own(k, nil)
					rate += e.Rate((m.radius+n.radius)/L) * c.Objects(k) / 2
				}
			}
		}
		years := 1 / rate * math.Pow(L, 1.5) / math.Sqrt(mass)
		t.Logf("%s: one in %.3g years, Kessler %.3g", group.name, years, group.want)
		if r := years / group.want; group.name == "forward" && (r > 1.5 || r < 1/1.5) {
			t.Errorf("%s: one in %.3g years, Kessler %.3g", group.name, years, group.want)
		}
	}
}

// A shell of N satellites of one inclination that nobody slots: the passes of all pairs by
// the closed form. In the slots of a lattice none comes nearer than its separation.
func TestVerif_UnslottedShell(t *testing.T) {
	const N, incl, h, d = 1584.0, 53 * math.Pi / 180, 550.0, 20.0
	c, err := NewCensus(Shells{540, 20, 1})
	if err != nil {
		t.Fatal(err)
	}
	c.AddOrbit(Orbit{EarthRadius + h, 0, incl}, N)
	got := c.Own(0, nil).Rate(d) * N / 2
	v := math.Sqrt(EarthMu / (EarthRadius + h))
	want := N * (N - 1) / 2 * math.Pi * d * d / c.shells.Volume(0) * 2 * v / math.Pi * crowding(incl, incl) * Year
	if math.Abs(got/want-1) > 1e-3 { // the mean orbit of a bin is that orbit, but for rounding of its speed
		t.Errorf("%v passes a year, want %v", got, want)
	}
	if s := (Lattice{EarthRadius + h, incl, 72, 22, 7}).Separation(); s < d {
		t.Errorf("slots come within %v km", s)
	}
	alone, _ := NewCensus(Shells{540, 20, 1})
	alone.AddOrbit(Orbit{EarthRadius + h, 0, incl}, 1)
	if e := alone.Own(0, nil); e != (Encounters{}) {
		t.Errorf("a satellite meets itself: %+v", e)
	}
}

func BenchmarkTable(b *testing.B) {
	c, err := NewCensus(Shells{200, 25, 72})
	if err != nil {
		b.Fatal(err)
	}
	for _, el := range catalogue(b, fullCatalogue) {
		c.Add(&el)
	}
	avoid := Screening{Uncertainty{0.02, 0.2, 0.02}, Uncertainty{0.08, 1, 0.06}, 0.01, 1e-5}.Avoidance()
	for b.Loop() {
		c.Table(avoid)
	}
}
