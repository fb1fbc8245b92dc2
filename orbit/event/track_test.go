package event_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Element sets of the AIAA 2006-6753 verification set (public): an eccentric orbit of half a
// day and one of a day.
var highSets = [][2]string{
	{
		"1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813",
		"2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656",
	},
	{
		"1 28626U 05008A   06176.46683397 -.00000205  00000-0  10000-3 0  2190",
		"2 28626   0.0019 286.9433 0000335  13.7918  55.6504  1.00270176  4891",
	},
}

// TestVerif_Track holds the polynomials against the path itself turned into ITRS, between knots.
func TestVerif_Track(t *testing.T) {
	for k, set := range append([][2]string{{issLine1, issLine2}}, highSets...) {
		path, epoch := sgp4(t, set[0], set[1])
		tr, err := event.NewTrack(path, event.Span{Start: epoch, Stop: epoch.AddSeconds(86400)}, nil)
		if err != nil {
			t.Fatal(err)
		}
		var place float64
		for i := range 4001 { // every 22 s, so that no cell is passed over
			at := epoch + sky.Instant(i)*86400e9/4000
			got, err := tr.At(at)
			if err != nil {
				t.Fatal(err)
			}
			s, _ := path(at)
			want := s.ITRS(at, nil)
			d := minus(got.Position, want.Position)
			place = max(place, math.Sqrt(dot(d, d)))
			// The velocity is the rate of the place.
			if i%100 == 50 {
				a, _ := tr.At(at - 5e8)
				b, _ := tr.At(at + 5e8)
				v := minus(minus(b.Position, a.Position), got.Velocity)
				if !(math.Sqrt(dot(v, v)) < 1e-6) { // a third derivative of 1e-5 km/s3 over 24
					t.Errorf("%s: velocity is off by %v", set[0][2:7], v)
				}
			}
		}
		t.Logf("%s: %.2g km", set[0][2:7], place)
		if within := [3]float64{2e-6, 1e-5, 2e-6}[k]; !(place < within) {
			t.Errorf("%s: off by %v km", set[0][2:7], place)
		}
	}
}

// TestVerif_Table: a table's error is what its doc comment says, and LeftOut finds a wrong row.
func TestVerif_Table(t *testing.T) {
	const r = 7000.0
	step := sky.Instant(0.2 / math.Sqrt(mu/(r*r*r)) * 1e9)
	path := circle(r, 1, 2, 3)
	var at []sky.Instant
	var states []sky.GCRS
	for k := range 40 {
		s, _ := path(sky.Instant(k) * step)
		at, states = append(at, sky.Instant(k)*step), append(states, s)
	}
	tab, err := event.NewTable(at, states)
	if err != nil {
		t.Fatal(err)
	}
	var worst float64
	for k := 2; k < 37; k++ {
		m := at[k] + step/2
		got, _ := tab.At(m)
		want, _ := path(m)
		d := minus(got.Position, want.Position)
		worst = max(worst, math.Sqrt(dot(d, d)))
	}
	// |r⁗⁗|/8! (h/2)⁴ (3h/2)⁴ = r 0.2⁸ × 0.316 / 40320
	bound := r * math.Pow(0.2, 8) * 0.31640625 / 40320
	if !(worst < 1.01*bound && worst > 0.9*bound) {
		t.Errorf("the table is off by %v km, should be %v", worst, bound)
	}
	if ratio := tab.LeftOut() / worst; !(ratio > 45 && ratio < 56) {
		t.Errorf("a row left out is off %v times as much", ratio)
	}
	states[20].Position[1] += 0.001
	if tab, err = event.NewTable(at, states); err != nil || !(tab.LeftOut() > 0.0009) {
		t.Errorf("a row a metre off leaves %v km, %v", tab.LeftOut(), err)
	}
	for _, wrong := range []sky.Instant{at[0] - 1, at[39] + 1} {
		if _, err := tab.At(wrong); err == nil {
			t.Error("the table goes beyond its ends")
		}
	}
	if s, err := tab.At(at[39]); err != nil || math.Abs(s.Position[0]-states[39].Position[0]) > 1e-9 {
		t.Errorf("the last row reads %v, %v", s, err)
	}
}

// TestVerif_Passes looks from stations of all kinds at orbits of all kinds every seven seconds, by
// package sky alone, and finds the satellite over the mask within the passes and nowhere else; at
// the borders the elevation is the mask's, at the highest point no lower than near it.
func TestVerif_Passes(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	span := event.Span{Stop: 86400e9}
	looks, n, always, never := 0, 0, 0, 0
	for k := range 8 {
		path := eccentric(rng)
		switch k {
		case 0:
			path = circle(42164.17, 0.001, 0, rng.Float64()) // geostationary
		case 1:
			path = circle(6800, 0.1, 1, 2) // never over high latitudes
		}
		tr, err := event.NewTrack(path, span, nil)
		if err != nil {
			t.Fatal(err)
		}
		turn, err := sky.NewTurn(span.Start, span.Stop, nil)
		if err != nil {
			t.Fatal(err)
		}
		var at []sky.Instant
		var places []sky.ITRS
		for u := sky.Instant(0); u < span.Stop; u += 7e9 {
			s, _ := path(u)
			m := turn.CelestialToTerrestrial(u)
			at, places = append(at, u), append(places, sky.ITRS{Position: m.Apply(s.Position)})
		}
		for range 12 {
			site := sky.Geodetic{Latitude: math.Asin(2*rng.Float64() - 1), Longitude: (rng.Float64() - 0.5) * 2 * math.Pi}
			site.Height = 3 * rng.Float64()
			st := event.At(site, -0.02+0.8*rng.Float64()*rng.Float64())
			mask := func(float64) float64 { return st.Mask[0].Elevation }
			if rng.IntN(3) == 0 {
				st.Mask = nil
				for az := rng.Float64(); az < 2*math.Pi; az += 0.2 + rng.Float64() {
					st.Mask = append(st.Mask, event.Sill{Azimuth: az, Elevation: 0.5 * rng.Float64()})
				}
				mask = func(az float64) float64 { return straight(st.Mask, az) }
			}
			passes, err := tr.Passes(st, nil)
			if err != nil {
				t.Fatal(err)
			}
			if len(passes) == 0 {
				never++
			} else if passes[0].Before && passes[0].After {
				always++
			}
			over := func(i int) float64 {
				az, el, _ := site.Look(places[i])
				return el - mask(az)
			}
			p := 0
			for i, u := range at {
				looks++
				for p < len(passes) && passes[p].Stop <= u {
					p++
				}
				inside := p < len(passes) && passes[p].Start <= u
				if e := over(i); (e >= 0) != inside && math.Abs(e) > 1e-7 {
					t.Fatalf("orbit %d at %v: %v rad over the mask, in a pass: %v", k, u, e, inside)
				}
			}
			for _, p := range passes {
				n++
				look := func(u sky.Instant) (over, el float64) {
					s, _ := path(u)
					m := turn.CelestialToTerrestrial(u)
					az, el, _ := site.Look(sky.ITRS{Position: m.Apply(s.Position)})
					return el - mask(az), el
				}
				// Elevation changes by up to 0.02 rad/s, and the mask's slope adds as much: 1e-4 s.
				if e, _ := look(p.Start); !p.Before && !(math.Abs(e) < 4e-6) {
					t.Errorf("a pass begins %v rad over the mask", e)
				}
				if e, _ := look(p.Stop); !p.After && !(math.Abs(e) < 4e-6) {
					t.Errorf("a pass ends %v rad over the mask", e)
				}
				_, top := look(p.Highest)
				if !(math.Abs(top-p.Elevation) < 1e-8) {
					t.Errorf("elevation %v is %v by the path", p.Elevation, top)
				}
				for _, f := range []float64{0, 0.1, 0.3, 0.5, 0.7, 0.9, 1} {
					if _, e := look(p.Start + sky.Instant(f*float64(p.Stop-p.Start))); e > top+1e-9 {
						t.Errorf("elevation %v within a pass is above its highest %v", e, top)
					}
				}
			}
		}
	}
	t.Logf("%d looks, %d passes, %d stations see theirs always and %d never", looks, n, always, never)
	if n < 200 || always == 0 || never == 0 {
		t.Errorf("%d passes, always %d, never %d", n, always, never)
	}
}

// straight is a mask between its points, written once more.
func straight(mask []event.Sill, az float64) float64 {
	n := len(mask)
	for i, a := range mask {
		b := mask[(i+1)%n]
		gap := math.Mod(b.Azimuth-a.Azimuth+2*math.Pi, 2*math.Pi)
		from := math.Mod(az-a.Azimuth+2*math.Pi, 2*math.Pi)
		if from <= gap {
			return a.Elevation + (b.Elevation-a.Elevation)*from/gap
		}
	}
	return mask[n-1].Elevation
}

// TestVerif_PassOverhead: a satellite in the equator seen from there rises and sets at the angle
// λ = acos(R cos e / r) − e from the station, at the rate at which it gains on Earth. The pole of
// the true equator moves the orbit by 1e-8 of its radius meanwhile.
func TestVerif_PassOverhead(t *testing.T) {
	const r, mask = 7000.0, 10 * degree
	rate := math.Sqrt(mu / (r * r * r))
	m := sky.CelestialToTEME(0)
	flat := ring(r)
	path := func(t sky.Instant) (sky.GCRS, error) {
		s, err := flat(t)
		return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, err
	}
	tr, err := event.NewTrack(path, event.Span{Start: 0, Stop: 20000e9}, nil)
	if err != nil {
		t.Fatal(err)
	}
	st := event.At(sky.Geodetic{Longitude: 1}, mask)
	passes, err := tr.Passes(st, nil)
	if err != nil || len(passes) < 3 {
		t.Fatalf("%d passes, %v", len(passes), err)
	}
	gain := rate - 7.2921151467e-5
	lasts := 2 * (math.Acos(sky.EarthRadius*math.Cos(mask)/r) - mask) / gain
	for i, p := range passes {
		if p.Before || p.After {
			continue
		}
		if d := p.Seconds() - lasts; !(math.Abs(d) < 1e-4) {
			t.Errorf("a pass lasts %v s longer than it should", d)
		}
		if d := p.Highest.SecondsFrom(p.Start) - lasts/2; !(math.Abs(d) < 1e-4) || !(p.Elevation > math.Pi/2-1e-5) {
			t.Errorf("it culminates %v s late, at %v rad", d, p.Elevation)
		}
		if i > 0 {
			if d := p.Highest.SecondsFrom(passes[i-1].Highest) - 2*math.Pi/gain; !(math.Abs(d) < 1e-4) {
				t.Errorf("the next comes %v s late", d)
			}
		}
	}
}
