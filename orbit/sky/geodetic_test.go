package sky

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestVal_Geodetic compares with the values that ERFA 2.0 (BSD) tests eraGd2gc and eraGc2gd
// with, to a micrometre and 1e-13 rad.
func TestVal_Geodetic(t *testing.T) {
	near(t, "gd2gc", Geodetic{Latitude: -0.5, Longitude: 3.1, Height: 2.5}.ITRS().Position,
		[3]float64{-5599.0005577049947, 233.01167223479203, -3040.9094706983363}, 1e-9)
	g := ITRS{Position: [3]float64{2000, 3000, 5244}}.Geodetic()
	near(t, "gc2gd", [3]float64{g.Longitude, g.Latitude, g.Height}, [3]float64{0.9827937232473290680, 0.97160184819075459, 0.3314172461426059892}, 1e-9)
	if math.Abs(g.Latitude-0.97160184819075459) > 1e-14 || math.Abs(g.Longitude-0.9827937232473290680) > 1e-14 {
		t.Errorf("%v", g)
	}
}

// TestVerif_GeodeticThereAndBack goes from places to states and back, and from states to
// places and back, everywhere. Tolerance: 10 nm, or 1.5e-15 of the distance if that is
// more: a dozen roundings.
func TestVerif_GeodeticThereAndBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	check := func(g Geodetic) {
		s := g.ITRS()
		back := s.Geodetic()
		again := back.ITRS()
		d := math.Hypot(math.Hypot(again.Position[0]-s.Position[0], again.Position[1]-s.Position[1]), again.Position[2]-s.Position[2])
		tolerance := max(1e-11, 1.5e-15*(EarthRadius+g.Height))
		if !(d < tolerance) || !(math.Abs(back.Height-g.Height) < tolerance) {
			t.Errorf("%v came back as %v, %.2g km off", g, back, d)
		}
		turn := math.Abs(math.Remainder(back.Longitude-g.Longitude, 2*math.Pi)) * math.Cos(g.Latitude)
		if !(math.Abs(back.Latitude-g.Latitude) < 1e-15) || !(turn < 1e-15) {
			t.Errorf("%v came back as %v", g, back)
		}
	}
	for range 20000 {
		check(Geodetic{math.Asin(2*r.Float64() - 1), math.Pi * (2*r.Float64() - 1), 2000 * r.Float64()})
		check(Geodetic{math.Asin(2*r.Float64() - 1), math.Pi * (2*r.Float64() - 1), math.Pow(10, 8*r.Float64()) - 6000*r.Float64()})
	}
	for _, latitude := range []float64{-math.Pi / 2, -1e-9, 0, 1e-300, 1e-9, 1, math.Pi/2 - 1e-9, math.Pi / 2} {
		for _, longitude := range []float64{-3.14, 0, math.Pi / 2, math.Pi} {
			for _, height := range []float64{-100, 0, 1e-6, 550, 36000, 1e6, 1.5e8} {
				check(Geodetic{latitude, longitude, height})
			}
		}
	}
}

// TestVerif_GeodeticAtTheEdges: on the axis, at and about Earth's centre, far out, and of no
// place at all.
func TestVerif_GeodeticAtTheEdges(t *testing.T) {
	b := EarthRadius * (1 - EarthFlattening)
	for _, c := range []struct {
		at   [3]float64
		want Geodetic
	}{
		{[3]float64{0, 0, 7000}, Geodetic{math.Pi / 2, 0, 7000 - b}},
		{[3]float64{0, 0, -7000}, Geodetic{-math.Pi / 2, 0, 7000 - b}},
		{[3]float64{0, 0, 0}, Geodetic{math.Pi / 2, 0, -b}},
		{[3]float64{EarthRadius + 1, 0, 0}, Geodetic{0, 0, 1}},
		{[3]float64{-7000, 0, 0}, Geodetic{0, math.Pi, 7000 - EarthRadius}},
		{[3]float64{0, 1e20, 0}, Geodetic{0, math.Pi / 2, 1e20}},
		{[3]float64{0, 0, 1e60}, Geodetic{math.Pi / 2, 0, 1e60}},
		{[3]float64{1e200, 0, 1e200}, Geodetic{math.Pi / 4, 0, 1e200 * math.Sqrt2}},
	} {
		got := ITRS{Position: c.at}.Geodetic()
		if math.Abs(got.Latitude-c.want.Latitude) > 1e-15 || math.Abs(got.Longitude-c.want.Longitude) > 1e-15 ||
			math.Abs(got.Height-c.want.Height) > 1e-15*math.Abs(c.want.Height)+1e-11 {
			t.Errorf("%v is over %v, want %v", c.at, got, c.want)
		}
	}
	for _, x := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64} {
		for axis := range 3 {
			p := [3]float64{1, 2, 3}
			p[axis] = x
			got := ITRS{Position: p}.Geodetic()
			if bad := math.IsNaN(got.Height); bad != (x != math.MaxFloat64) {
				t.Errorf("%v is over %v", p, got)
			}
		}
	}
}

// FuzzGeodetic finds, for any state, a place whose own state it is, to a micrometre or
// 1.5e-15 of the distance.
func FuzzGeodetic(f *testing.F) {
	f.Add(0.0, 0.0, 0.0)
	f.Add(7000.0, 0.0, 1e-200)
	f.Add(10.0, 20.0, -3.0)
	f.Add(42.69, 0.0, 1e-9)
	f.Add(1e-300, 0.0, 42.8)
	f.Add(1e14, -1e14, 1e14)
	f.Add(1e30, 1e28, -3e29)
	f.Fuzz(func(t *testing.T, x, y, z float64) {
		g := ITRS{Position: [3]float64{x, y, z}}.Geodetic()
		distance := math.Hypot(math.Hypot(x, y), z)
		if !(distance <= 1e300) {
			return
		}
		s := g.ITRS().Position
		tolerance := 1e-9 + 1.5e-15*distance
		if d := math.Hypot(math.Hypot(s[0]-x, s[1]-y), s[2]-z); !(d <= tolerance) {
			t.Errorf("%v, %v, %v is over %v, which is %v km away", x, y, z, g, d)
		}
	})
}

// TestVal_Look compares with the case that Vallado's companion code tests rv2razel with
// (valladopy, test_frame_conversions.py). Its Earth has a radius of 6378.1363 km, 0.7 m
// less, which is the tolerance: 1 m, and 1 m over the distance.
func TestVal_Look(t *testing.T) {
	const degree = math.Pi / 180
	site := Geodetic{39.007 * degree, -104.883 * degree, 2.102}
	azimuth, elevation, distance := site.Look(ITRS{Position: [3]float64{-5225.545532658024, -3070.9865969614993, 3501.8159870845006}})
	if math.Abs(azimuth-(2*math.Pi-1.5639427896150881)) > 1e-3/4339 || math.Abs(elevation+0.18973540227923288) > 1e-3/4339 ||
		math.Abs(distance-4339.444884044615) > 1e-3 {
		t.Errorf("azimuth %.9f, elevation %.9f, distance %.6f", azimuth, elevation, distance)
	}
}

// TestVerif_Look looks up, north, east, south, west and at the site itself.
func TestVerif_Look(t *testing.T) {
	site := Geodetic{Latitude: 0.7, Longitude: -1.2, Height: 0.3}
	at := site.ITRS()
	sinφ, cosφ := math.Sincos(site.Latitude)
	sinλ, cosλ := math.Sincos(site.Longitude)
	up := [3]float64{cosφ * cosλ, cosφ * sinλ, sinφ}
	north := [3]float64{-sinφ * cosλ, -sinφ * sinλ, cosφ}
	east := [3]float64{-sinλ, cosλ, 0}
	for _, c := range []struct{ azimuth, elevation float64 }{{0, 0}, {math.Pi / 2, 0.5}, {math.Pi, -0.3}, {3 * math.Pi / 2, 0.1}, {1, 1.5}, {6, -1.5}} {
		s := at
		sinA, cosA := math.Sincos(c.azimuth)
		sinE, cosE := math.Sincos(c.elevation)
		for i := range 3 {
			s.Position[i] += 1000 * (cosE*(cosA*north[i]+sinA*east[i]) + sinE*up[i])
		}
		azimuth, elevation, distance := site.Look(s)
		if math.Abs(math.Remainder(azimuth-c.azimuth, 2*math.Pi)) > 1e-13 || math.Abs(elevation-c.elevation) > 1e-14 ||
			math.Abs(distance-1000) > 1e-11 || azimuth < 0 || azimuth >= 2*math.Pi {
			t.Errorf("%v: %v %v %v", c, azimuth, elevation, distance)
		}
	}
	if _, elevation, distance := site.Look(Geodetic{site.Latitude, site.Longitude, 500}.ITRS()); math.Abs(elevation-math.Pi/2) > 1e-9 || math.Abs(distance-499.7) > 1e-11 {
		t.Errorf("the zenith is at %v, %v km", elevation, distance)
	}
	if azimuth, elevation, distance := site.Look(at); azimuth != 0 || elevation != 0 || distance != 0 {
		t.Errorf("the site is at %v, %v, %v km", azimuth, elevation, distance)
	}
	if azimuth, elevation, distance := site.Look(ITRS{Position: [3]float64{math.NaN(), 0, 0}}); !math.IsNaN(azimuth + elevation + distance) {
		t.Errorf("nowhere is at %v, %v, %v km", azimuth, elevation, distance)
	}
}

func BenchmarkGeodetic(b *testing.B) {
	s := ITRS{Position: [3]float64{5000, 0, 4000}}
	for i := range b.N {
		s.Position[1] = float64(i & 1023)
		s.Geodetic()
	}
}
