package event_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

const mu = 398600.4418

// fixed is a Sun that stands still.
func fixed(s [3]float64) func(sky.Instant) [3]float64 {
	return func(sky.Instant) [3]float64 { return s }
}

// ring is a circular orbit in the equator of GCRS at the angle 0 at the instant 0.
func ring(radius float64) event.Path { return circle(radius, 0, 0, 0) }

// borders returns, for a ring and a Sun at rest at the angle at and the height beta over its plane,
// the angles between which the ring is inside a cone that touches Earth's sphere R
// and the Sun's σ: with x towards the Sun, the cone ρ cos α = R ± x sin α meets
// x² + ρ² = r² behind Earth at x = ∓R sin α − cos α √(r²−R²).
func borders(r, R, σ, D, at, beta float64, penumbra bool) (from, to float64, ok bool) {
	sign, sin := 1.0, (σ-R)/D
	if penumbra {
		sign, sin = -1, (σ+R)/D
	}
	x := -sign*R*sin - math.Sqrt((1-sin*sin)*(r*r-R*R))
	cos := -x / (r * math.Cos(beta))
	if cos >= 1 {
		return 0, 0, false
	}
	half := math.Acos(cos)
	return at + math.Pi - half, at + math.Pi + half, true
}

// TestVerif_Circle finds the events of circular orbits of all heights under a Sun at rest
// where the closed form has them: umbra and penumbra on a sphere, with the Sun at
// its distance and, as a cylinder, a million times as far and as wide as Earth.
// The bound is twice the search's microsecond.
func TestVerif_Circle(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	seen, total := 0, 0
	for range 300 {
		r := 6500 * math.Exp(rng.Float64()*2)
		at, beta := rng.Float64()*2*math.Pi, (rng.Float64()-0.5)*math.Pi
		D, σ := 1.47e8, event.SunRadiusIAU2015
		if rng.IntN(3) == 0 {
			D, σ = 1.5e14, sky.EarthRadius
		}
		seen += checkCircle(t, r, D, σ, at, beta)
		total++
	}
	if seen < total/10 || seen > total*9/10 {
		t.Errorf("%d of %d orbits have an umbra", seen, total)
	}
}

// checkCircle compares one ring and returns 1 if it has an umbra.
func checkCircle(t *testing.T, r, D, σ, at, beta float64) int {
	t.Helper()
	R := sky.EarthRadius
	sb, cb := math.Sincos(beta)
	sa, ca := math.Sincos(at)
	shadow := event.Shadow{Sun: fixed([3]float64{D * cb * ca, D * cb * sa, D * sb}), SunRadius: σ, EarthRadius: R}
	rate := math.Sqrt(mu / (r * r * r))
	span := event.Span{Stop: sky.Instant(2.2 * 2 * math.Pi / rate * 1e9)}
	phases, err := event.Eclipses(ring(r), span, shadow)
	if err != nil {
		t.Fatal(err)
	}
	var umbra, dark []event.Interval
	for _, p := range phases {
		if p.Kind == event.Umbra {
			umbra = append(umbra, p.Interval)
		}
		if n := len(dark); n > 0 && dark[n-1].Stop == p.Start {
			dark[n-1].Stop, dark[n-1].After = p.Stop, p.After
		} else {
			dark = append(dark, p.Interval)
		}
	}
	for _, c := range []struct {
		penumbra bool
		got      []event.Interval
	}{{true, dark}, {false, umbra}} {
		var want []event.Interval
		if from, to, ok := borders(r, R, σ, D, at, beta, c.penumbra); ok {
			for k := -2.0; k < 4; k++ {
				i := event.Interval{Start: sky.Instant((from + k*2*math.Pi) / rate * 1e9), Stop: sky.Instant((to + k*2*math.Pi) / rate * 1e9)}
				if i.Stop <= 0 || i.Start >= span.Stop {
					continue
				}
				if i.Start < 0 {
					i.Start, i.Before = 0, true
				}
				if i.Stop > span.Stop {
					i.Stop, i.After = span.Stop, true
				}
				want = append(want, i)
			}
		}
		if len(want) != len(c.got) {
			t.Fatalf("r %v β %v penumbra %v: %d intervals, %d by the closed form", r, beta, c.penumbra, len(c.got), len(want))
		}
		for k, w := range want {
			g := c.got[k]
			// A short event at the edge moves with the last digits of the place: 2⁻⁴⁹ r over the
			// rate at which it is crossed, v² over R times half its length.
			slope := rate * rate * r * r / R * min(g.Seconds()/2, 1/rate)
			within := 2e-6 + 0x1p-49*r/slope
			if d := max(math.Abs(g.Start.SecondsFrom(w.Start)), math.Abs(g.Stop.SecondsFrom(w.Stop))); !(d < within) {
				t.Errorf("r %v β %v penumbra %v: off by %v s in an interval of %v", r, beta, c.penumbra, d, g.Seconds())
			}
			if g.Before != w.Before || g.After != w.After {
				t.Errorf("r %v β %v: cut %v %v, should be %v %v", r, beta, g.Before, g.After, w.Before, w.After)
			}
		}
	}
	if len(umbra) > 0 {
		return 1
	}
	return 0
}

// TestVerif_Grazing shortens umbra and penumbra by the Sun's height until they last
// two milliseconds, and then not at all: each is found, and none that is not there.
func TestVerif_Grazing(t *testing.T) {
	R, D, σ := sky.EarthRadius, 1.5e8, event.SunRadiusIAU2015
	for _, r := range []float64{6700, 7000, 8000, 12000, 26600, 42164} {
		rate := math.Sqrt(mu / (r * r * r))
		for _, penumbra := range []bool{false, true} {
			sign, sin := 1.0, (σ-R)/D
			if penumbra {
				sign, sin = -1, (σ+R)/D
			}
			x := sign*R*sin + math.Sqrt((1-sin*sin)*(r*r-R*R))
			for _, lasts := range []float64{100, 10, 1, 0.1, 0.01, 0.002} {
				for k := range 7 {
					checkCircle(t, r, D, σ, float64(k), math.Acos(x/(r*math.Cos(rate*lasts/2))))
				}
			}
			checkCircle(t, r, D, σ, 1, math.Acos(x/r)+1e-9)
		}
	}
}

// TestVerif_Flattened: under a Sun so far and wide that the shadow is a cylinder, an orbit over the
// poles enters it where its height over the axis is the polar radius, R (1−f), and
// one in the equator where it is R. The pole moves by 1e-7 rad meanwhile, 0.1 ms.
func TestVerif_Flattened(t *testing.T) {
	m := sky.CelestialToTEME(0)
	const D = 1.5e14
	for _, c := range []struct{ tilt, edge float64 }{{math.Pi / 2, sky.EarthRadius * (1 - sky.EarthFlattening)}, {0, sky.EarthRadius}} {
		r := 7000.0
		flat := circle(r, c.tilt, 0, 0)
		path := func(t sky.Instant) (sky.GCRS, error) {
			s, err := flat(t)
			return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, err
		}
		shadow := event.Earth()
		shadow.Sun, shadow.SunRadius = fixed(m.Undo([3]float64{D, 0, 0})), sky.EarthRadius
		phases, err := event.Eclipses(path, event.Span{Stop: 5000e9}, shadow)
		if err != nil {
			t.Fatal(err)
		}
		rate := math.Sqrt(mu / (r * r * r))
		from, to := (math.Pi-math.Asin(c.edge/r))/rate, (math.Pi+math.Asin(c.edge/r))/rate
		s := event.Sum(event.Span{Stop: 5000e9}, phases)
		if d := max(math.Abs(s.Darkest.Start.SecondsFrom(0)-from), math.Abs(s.Darkest.Stop.SecondsFrom(0)-to)); !(d < 1e-3) {
			t.Errorf("inclination %v: umbra is off by %v s", c.tilt, d)
		}
	}
}

// TestVerif_Antumbra goes round Earth beyond the tip of its umbra, 1.38 million km away, where
// Earth covers the share a²/b² of the Sun.
func TestVerif_Antumbra(t *testing.T) {
	const r, D = 1.45e6, 1.5e8
	shadow := event.Shadow{Sun: fixed([3]float64{D, 0, 0}), SunRadius: event.SunRadiusIAU2015, EarthRadius: sky.EarthRadius}
	rate := math.Sqrt(mu / (r * r * r))
	span := event.Span{Stop: sky.Instant(2 * math.Pi / rate * 1e9)}
	phases, err := event.Eclipses(ring(r), span, shadow)
	if err != nil {
		t.Fatal(err)
	}
	if len(phases) != 3 || phases[0].Kind != event.Penumbra || phases[1].Kind != event.Antumbra || phases[2].Kind != event.Penumbra {
		t.Fatalf("phases %+v", phases)
	}
	from, to, _ := borders(r, sky.EarthRadius, event.SunRadiusIAU2015, D, 0, 0, false)
	p := phases[1]
	if d := max(math.Abs(p.Start.SecondsFrom(0)-from/rate), math.Abs(p.Stop.SecondsFrom(0)-to/rate)); !(d < 2e-6) {
		t.Errorf("antumbra is off by %v s", d)
	}
	share := math.Asin(sky.EarthRadius/r) / math.Asin(event.SunRadiusIAU2015/(D+r))
	if want := 1 - share*share; !(math.Abs(p.Visible-want) < 1e-5) {
		t.Errorf("%v of the Sun is in view, should be %v", p.Visible, want)
	}
}

// TestVerif_Rays traces rays from the satellite to the Sun's limb past the ellipsoid. Twenty
// microseconds before an umbra begins one at least is clear and after it none; before a penumbra
// all are clear and after it not all. Between, the share of the disc is that of rays to all of it.
func TestVerif_Rays(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	shadow := event.Earth()
	clear := func(place, sun, pole [3]float64, b, φ float64) bool {
		// The ray at the angle b from the Sun's centre and φ about it.
		axis := unit(minus(sun, place))
		e1 := unit(times(axis, pole))
		e2 := times(axis, e1)
		sb, cb := math.Sincos(b)
		sφ, cφ := math.Sincos(φ)
		var ray [3]float64
		for i := range 3 {
			ray[i] = cb*axis[i] + sb*(cφ*e1[i]+sφ*e2[i])
		}
		// |M (p + k u)|² = R², M stretching along the pole by 1/(1−f).
		k := 1/((1-sky.EarthFlattening)*(1-sky.EarthFlattening)) - 1
		pp, pu, uu := dot(place, place), dot(place, ray), 1.0
		hp, hu := dot(place, pole), dot(ray, pole)
		A, B, C := uu+k*hu*hu, pu+k*hp*hu, pp+k*hp*hp-sky.EarthRadius*sky.EarthRadius
		return B > 0 || B*B < A*C
	}
	checked := 0
	for range 24 {
		r := 6600 * math.Exp(rng.Float64()*2)
		start := sky.Instant(rng.Int64N(3e17))
		path := circle(r, rng.Float64()*math.Pi, rng.Float64()*6, rng.Float64()*6)
		rate := math.Sqrt(mu / (r * r * r))
		phases, err := event.Eclipses(path, event.Span{Start: start, Stop: start.AddSeconds(7 / rate)}, shadow)
		if err != nil {
			t.Fatal(err)
		}
		count := func(at sky.Instant) (clearRays, all int) {
			s, _ := path(at)
			m := sky.CelestialToTEME(at)
			sun := sky.SunSeen(at)
			d := minus(sun, s.Position)
			b := math.Asin(shadow.SunRadius / math.Sqrt(dot(d, d)))
			for k := range 20000 {
				if clear(s.Position, sun, m[2], b, float64(k)*2*math.Pi/20000) {
					clearRays++
				}
			}
			return clearRays, 20000
		}
		edge := func(at sky.Instant, into, umbra bool) {
			d := sky.Instant(2e4)
			if !into {
				d = -d
			}
			outside, all := count(at - d)
			inside, _ := count(at + d)
			checked++
			if umbra && (outside == 0 || inside != 0) || !umbra && (outside != all || inside == all) {
				t.Errorf("r %v umbra %v into %v: %d rays outside and %d inside", r, umbra, into, outside, inside)
			}
		}
		for i, p := range phases {
			if p.Kind == event.Umbra {
				if !p.Before {
					edge(p.Start, true, true)
				}
				if !p.After {
					edge(p.Stop, false, true)
				}
				continue
			}
			if (i == 0 || phases[i-1].Stop != p.Start) && !p.Before {
				edge(p.Start, true, false)
			}
			if (i+1 == len(phases) || phases[i+1].Start != p.Stop) && !p.After {
				edge(p.Stop, false, false)
			}
			if i > 0 {
				continue
			}
			at := p.Start + sky.Instant((0.1+0.8*rng.Float64())*float64(p.Stop-p.Start))
			s, _ := path(at)
			sun, m := sky.SunSeen(at), sky.CelestialToTEME(at)
			d := minus(sun, s.Position)
			b := math.Asin(shadow.SunRadius / math.Sqrt(dot(d, d)))
			n, in := 1000, 0
			for j := range n {
				for k := range n {
					if clear(s.Position, sun, m[2], b*math.Sqrt((float64(j)+0.5)/float64(n)), (float64(k)+0.5)*2*math.Pi/float64(n)) {
						in++
					}
				}
			}
			got, err := shadow.Visible(at, s)
			if err != nil {
				t.Fatal(err)
			}
			if want := float64(in) / float64(n*n); !(math.Abs(got-want) < 1e-4) {
				t.Errorf("r %v: %v of the Sun in view, %v by rays", r, got, want)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d borders traced", checked)
	}
}

func minus(a, b [3]float64) [3]float64 { return [3]float64{a[0] - b[0], a[1] - b[1], a[2] - b[2]} }

func times(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

func unit(a [3]float64) [3]float64 {
	n := math.Sqrt(dot(a, a))
	return [3]float64{a[0] / n, a[1] / n, a[2] / n}
}

// eccentric is a random orbit of two bodies with its perigee above 200 km.
func eccentric(rng *rand.Rand) event.Path {
	perigee := 6578 + 2000*rng.Float64()
	e := 0.8 * rng.Float64()
	v := math.Sqrt(mu * (1 + e) / perigee)
	p := unit([3]float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()})
	q := unit(times(p, [3]float64{rng.NormFloat64(), rng.NormFloat64(), rng.NormFloat64()}))
	var s sky.GCRS
	for i := range 3 {
		s.Position[i], s.Velocity[i] = perigee*p[i], v*q[i]
	}
	return kepler(sky.Instant(rng.Int64N(1e13)), s, mu)
}

// TestVerif_Reversed runs time backwards: with place and Sun mirrored in time and velocity turned
// about, beginnings become ends.
func TestVerif_Reversed(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	n := 0
	for range 20 {
		path := eccentric(rng)
		back := func(t sky.Instant) (sky.GCRS, error) {
			s, err := path(-t)
			for i := range 3 {
				s.Velocity[i] = -s.Velocity[i]
			}
			return s, err
		}
		a, b := event.Earth(), event.Earth()
		a.Flattening, b.Flattening = 0, 0 // the pole would not run back
		a.Sun, b.Sun = sky.SunSeen, func(t sky.Instant) [3]float64 { return sky.SunSeen(-t) }
		on, err := event.Eclipses(path, event.Span{Start: 0, Stop: 86400e9}, a)
		if err != nil {
			t.Fatal(err)
		}
		off, err := event.Eclipses(back, event.Span{Start: -86400e9, Stop: 0}, b)
		if err != nil {
			t.Fatal(err)
		}
		if len(on) != len(off) {
			t.Fatalf("%d phases onwards, %d backwards", len(on), len(off))
		}
		for i, p := range on {
			q := off[len(off)-1-i]
			n++
			if p.Kind != q.Kind || p.Before != q.After || p.After != q.Before ||
				!(math.Abs(float64(p.Start+q.Stop)) < 2000) || !(math.Abs(float64(p.Stop+q.Start)) < 2000) {
				t.Errorf("onwards %+v, backwards %+v", p, q)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d phases", n)
	}
}

// TestVerif_Pieces cuts a span where it likes: the pieces' phases are the whole's, cut there.
func TestVerif_Pieces(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	shadow := event.Earth()
	for range 10 {
		path := eccentric(rng)
		whole := event.Span{Stop: 86400e9}
		all, err := event.Eclipses(path, whole, shadow)
		if err != nil {
			t.Fatal(err)
		}
		cut := sky.Instant(rng.Int64N(86400e9))
		if len(all) > 0 && rng.IntN(2) == 0 {
			cut = (all[0].Start + all[0].Stop) / 2 // inside a penumbra
		}
		a, err := event.Eclipses(path, event.Span{Stop: cut}, shadow)
		if err != nil {
			t.Fatal(err)
		}
		b, err := event.Eclipses(path, event.Span{Start: cut, Stop: whole.Stop}, shadow)
		if err != nil {
			t.Fatal(err)
		}
		if len(a) > 0 && len(b) > 0 && a[len(a)-1].After && b[0].Before {
			b[0].Start, b[0].Before = a[len(a)-1].Start, a[len(a)-1].Before
			a = a[:len(a)-1]
		}
		a = append(a, b...)
		if len(a) != len(all) {
			t.Fatalf("%d phases in pieces, %d in the whole", len(a), len(all))
		}
		for i := range a {
			if a[i].Kind != all[i].Kind || a[i].Before != all[i].Before || a[i].After != all[i].After ||
				!(math.Abs(float64(a[i].Start-all[i].Start)) < 2000) || !(math.Abs(float64(a[i].Stop-all[i].Stop)) < 2000) {
				t.Errorf("piece %+v, whole %+v", a[i], all[i])
			}
		}
	}
}

// TestVerif_Sum: the shares of a circular orbit are those of the closed form's angles.
func TestVerif_Sum(t *testing.T) {
	const r, D = 7000.0, 1.5e8
	R, σ := sky.EarthRadius, event.SunRadiusIAU2015
	shadow := event.Shadow{Sun: fixed([3]float64{D, 0, 0}), SunRadius: σ, EarthRadius: R}
	rate := math.Sqrt(mu / (r * r * r))
	span := event.Span{Stop: sky.Instant(3 * 2 * math.Pi / rate * 1e9)}
	phases, err := event.Eclipses(ring(r), span, shadow)
	if err != nil {
		t.Fatal(err)
	}
	s := event.Sum(span, phases)
	u0, u1, _ := borders(r, R, σ, D, 0, 0, false)
	p0, p1, _ := borders(r, R, σ, D, 0, 0, true)
	umbra, dark := (u1-u0)/(2*math.Pi), (p1-p0)/(2*math.Pi)
	if s.Eclipses != 3 || !(math.Abs(s.Umbra-umbra) < 1e-9) || !(math.Abs(s.Lit-(1-dark)) < 1e-9) ||
		!(math.Abs(s.Longest.Seconds()-(p1-p0)/rate) < 2e-6) || !(math.Abs(s.Darkest.Seconds()-(u1-u0)/rate) < 2e-6) {
		t.Errorf("%+v; umbra should be %v, sunlight %v", s, umbra, 1-dark)
	}
	// A limb that is nearly straight takes the disc evenly: half of it on average.
	if want := 1 - (umbra+dark)/2; !(math.Abs(s.Light-want) < 1e-5) {
		t.Errorf("mean light %v, should be %v", s.Light, want)
	}
	for _, p := range phases {
		if p.Kind == event.Penumbra && !(math.Abs(p.Visible-0.5) < 1e-3) {
			t.Errorf("%v of the Sun is in view through a penumbra", p.Visible)
		}
	}
	if empty := event.Sum(span, nil); empty.Lit != 1 || empty.Light != 1 || empty.Eclipses != 0 {
		t.Errorf("no phases sum up to %+v", empty)
	}
}
