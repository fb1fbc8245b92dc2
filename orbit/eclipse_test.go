package orbit

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// The longest eclipse of a geostationary satellite, at the equinox, by hand:
// 2 asin(6378.137/42164.1) = 17.40° of a sidereal day of 1436.07 min.
func ExampleEclipseDuration() {
	fmt.Printf("%.1f min\n", EclipseDuration(35786*si.Kilometre, 0).In(si.Minute))
	// Output: 69.4 min
}

// The table was computed with other code for a node at 6 h, with the true Sun
// (its seasons need the equation of time: without it both nodes have the same)
// at unstated daily steps. Tolerances: 0.02 min for the longest eclipse and
// 0.015° for β, since we look every third day and 23.435° of tilt (2030) against
// 23.439° (2000); 0.2 d for the season, two of the table's steps of 0.1 d; 1e-4
// in the share, its last digit. Near 1200 km the longest eclipse is a square root
// from nothing and twice as far off.
func TestVal_DawnDuskTable(t *testing.T) {
	for _, v := range sunSynchronous {
		l := SunSynchronousLight(si.Length(v[0])*si.Kilometre, 6*si.Hour)
		minutes := 0.02
		if v[0] > 1000 {
			minutes = 0.05
		}
		for _, c := range []struct {
			name                 string
			got, want, tolerance float64
		}{
			{"longest eclipse, min", l.LongestEclipse.In(si.Minute), v[3], minutes},
			{"season, d", l.EclipseDays, v[4], 0.2},
			{"sunlit share", l.SunlitFraction, v[5], 1.01e-4},
			{"smallest β, °", l.SmallestBeta.In(si.Degree), v[6], 0.015},
		} {
			if math.Abs(c.got-c.want) > c.tolerance {
				t.Errorf("%.0f km %s: %.4f, want %.4f ± %g", v[0], c.name, c.got, c.want, c.tolerance)
			}
		}
	}
	// The same source gives 96 d and 0.9551 for a node at 18 h and 600 km.
	l := SunSynchronousLight(600*si.Kilometre, 18*si.Hour)
	if math.Abs(l.EclipseDays-96) > 0.6 || math.Abs(l.SunlitFraction-0.9551) > 1e-4 {
		t.Errorf("node at 18 h: %.1f d, %.4f", l.EclipseDays, l.SunlitFraction)
	}
}

// GMAT located the eclipses of a satellite (SMA 6799.68 km, e 0.001, i 34.9438°,
// node 26.3425° on 2025-12-16 06:39:55.990 UTC; JGM-2 field to 4×4, conical
// shadow; run of 2025-10-31 in the tests of orbitpy-revised, Apache-2.0). A cylinder
// enters and leaves halfway through the penumbra, so its eclipse lasts the umbra
// plus half the two penumbras. Tolerance 10 s in 2150: the elements are
// osculating, ±5 km of radius under J2 are 5 s; e moves the chord by 1 part in 1000.
func TestVal_EclipsesOfGMAT(t *testing.T) {
	const node, inclination = 26.3425, 34.9438
	altitude := 6799.68*si.Kilometre - EarthRadius
	for _, e := range []struct{ hours, umbra, penumbra float64 }{ // after the epoch
		{1.81, 2150.7172386, 8.4782298887 + 8.4965444519},
		{3.36, 2150.5394738, 8.4809242515 + 8.4990473930},
		{4.90, 2150.3581236, 8.4836406168 + 8.5014337208},
		{6.45, 2150.1899104, 8.4865150857 + 8.5040086415},
		{8.00, 2150.0348919, 8.4895473439 + 8.5069466033},
	} {
		jd := 2461025.777731 + e.hours/24
		sun := Sun(jd)
		Ω := node + NodalPrecession(Circular{altitude, inclination * si.Degree})*e.hours/24
		β := BetaAngle(inclination*si.Degree, si.Angle(Ω)*si.Degree, sun.RightAscension, sun.Declination)
		got, want := EclipseDuration(altitude, β).SI(), e.umbra+e.penumbra/2
		t.Logf("%.2f h: %.1f s off", e.hours, got-want)
		if math.Abs(got-want) > 10 {
			t.Errorf("%.2f h: β %.2f°, %.1f s, GMAT %.1f s", e.hours, β.In(si.Degree), got, want)
		}
	}
}

// Orekit's EclipseDetectorTest (Apache-2.0): a nearly polar orbit under central
// gravity from 1969-07-28 04:00 TT enters the umbra after 2303.1835 s and leaves
// the penumbra after 4388.1559 s, on a spherical Earth of 6400 km, as that test
// sets it. A cylinder's eclipse starts half a penumbra before the one and ends
// half a penumbra before the other, so it lasts as long as lies between them.
// Tolerance 5 s of 2085: e of 5e-4 moves the radius in shadow by 3 km, which is 2 s.
func TestVal_EclipseOfOrekit(t *testing.T) {
	r := [3]float64{-6142438.668, 3492467.560, -25767.25680}
	v := [3]float64{505.8479685, 942.7809215, 7435.922231}
	n := [3]float64{r[1]*v[2] - r[2]*v[1], r[2]*v[0] - r[0]*v[2], r[0]*v[1] - r[1]*v[0]}
	length := func(a [3]float64) float64 { return math.Sqrt(a[0]*a[0] + a[1]*a[1] + a[2]*a[2]) }
	a := 1 / (2/length(r) - sq(length(v))/EarthMu)
	inclination := si.Angle(math.Acos(n[2] / length(n)))
	node := si.Angle(math.Atan2(n[0], -n[1]))
	sun := Sun(2440430.5 + 4.0/24)
	β := BetaAngle(inclination, node, sun.RightAscension, sun.Declination)
	got := shadow(6400e3/a, math.Sin(β.SI())) * Period(si.Length(a)-EarthRadius).SI()
	want := 4388.155852 - 2303.1835
	t.Logf("%.1f s off", got-want)
	if math.Abs(got-want) > 5 {
		t.Errorf("a %.1f km, β %.3f°: %.2f s, want %.2f", a/1e3, β.In(si.Degree), got, want)
	}
}

// The usual acos form becomes NaN within rounding of the grazing case; ours must
// not, and must rise from zero without a step.
func TestVerif_EclipseAtTheEdge(t *testing.T) {
	for h := 1.0; h <= 40000; h *= 1.013 {
		altitude := si.Length(h) * si.Kilometre
		β := math.Asin(sinEarthDisc(altitude))
		up, down := β, β
		for range 40 {
			for _, b := range []float64{up, -up, down, -down} {
				f := EclipseFraction(altitude, si.Angle(b))
				if math.IsNaN(f) || f < 0 || f > 1e-6 {
					t.Fatalf("%g km, β %v: %v", h, b, f)
				}
			}
			up, down = math.Nextafter(up, 2), math.Nextafter(down, 0)
		}
	}
	for _, c := range []struct{ h, β, want float64 }{
		{0, 0, 0.5}, {0, 89, 0.5}, {0, 90, 0}, {-10, 0, 0.5}, {650, 90, 0}, {650, -90, 0},
	} {
		f := EclipseFraction(si.Length(c.h)*si.Kilometre, si.Angle(c.β)*si.Degree)
		if math.Abs(f-c.want) > 1e-9 {
			t.Errorf("%v km, β %v°: %v, want %v", c.h, c.β, f, c.want)
		}
	}
}

// Against points on the orbit, counted if behind Earth and nearer the axis than
// its radius; and against the usual acos form away from its edge.
func TestVerif_EclipseAgainstPoints(t *testing.T) {
	for _, h := range []float64{300, 650, 2000} {
		for β := -80.0; β <= 80; β += 7 {
			f := EclipseFraction(si.Length(h)*si.Kilometre, si.Angle(β)*si.Degree)
			if g := EclipseFraction(si.Length(h)*si.Kilometre, si.Angle(-β)*si.Degree); f != g {
				t.Fatalf("not even in β: %v, %v", f, g)
			}
			const n = 200000
			R, r, dark := 6378.137, 6378.137+h, 0
			cosβ := math.Cos(β * degree)
			for k := range n {
				u := 2 * math.Pi * (float64(k) + 0.5) / n
				along := r * math.Cos(u) * cosβ
				if along < 0 && r*r-along*along < R*R {
					dark++
				}
			}
			if math.Abs(float64(dark)/n-f) > 2e-5 {
				t.Errorf("%v km, β %v°: %v, counted %v", h, β, f, float64(dark)/n)
			}
			if x := math.Sqrt(h*h+2*R*h) / (r * cosβ); x < 1 && math.Abs(math.Acos(x)/math.Pi-f) > 1e-7 {
				t.Errorf("%v km, β %v°: %v, acos form %v", h, β, f, math.Acos(x)/math.Pi)
			}
		}
	}
}

// Many days of the full Sun against the 240 of the built-in year. Tolerances are
// what the code states.
func TestVerif_YearOfLightAgainstManyDays(t *testing.T) {
	for _, h := range []float64{500, 650, 1000, 1300} {
		for _, hours := range []float64{6, 10.5, 12, 18} {
			altitude, node := si.Length(h)*si.Kilometre, si.Duration(hours)*si.Hour
			i := SunSynchronousInclination(altitude)
			fine := yearOfLight(altitude, func(day float64) float64 {
				s := Sun(2462502.5 + day)
				return math.Sin(BetaAngle(i, s.MeanLongitude+si.Angle((hours-12)*15)*si.Degree, s.RightAscension, s.Declination).SI())
			}, 20000)
			l := SunSynchronousLight(altitude, node)
			if d := l.SunlitFraction - fine.SunlitFraction; math.Abs(d) > 5e-5 {
				t.Errorf("%v km, %v h: sunlit off by %.1e", h, hours, d)
			}
			if d := l.EclipseDays - fine.EclipseDays; math.Abs(d) > 0.3 {
				t.Errorf("%v km, %v h: season off by %.2f d", h, hours, d)
			}
			if d := (l.LongestEclipse - fine.LongestEclipse).In(si.Minute); math.Abs(d) > 0.03 {
				t.Errorf("%v km, %v h: longest eclipse off by %.3f min", h, hours, d)
			}
		}
	}
}

func TestVerif_DriftingLightAgainstManyDays(t *testing.T) {
	for _, c := range []struct{ h, i, tolerance float64 }{
		{650, 0, 1e-4}, {650, 30, 1e-4}, {500, 40, 1e-4}, {1200, 30, 1e-4}, {650, 53, 4e-4}, {1000, 70, 4e-4}, {2000, 90, 4e-4}, {650, 150, 1e-4},
	} {
		o := Circular{si.Length(c.h) * si.Kilometre, si.Angle(c.i) * si.Degree}
		sum, longest, dark, n := 0.0, 0.0, 0, 0
		for day := range 100 {
			s := Sun(2462502.5 + float64(day)*tropicalYear/100)
			for node := range 100 {
				β := BetaAngle(o.Inclination, si.Angle(float64(node)*3.6)*si.Degree, s.RightAscension, s.Declination)
				f := EclipseFraction(o.Altitude, β)
				sum += f
				longest = max(longest, f)
				if f > 0 {
					dark++
				}
				n++
			}
		}
		l := DriftingLight(o)
		t.Logf("%+v: sunlit %.5f, counted %.5f", c, l.SunlitFraction, 1-sum/float64(n))
		if d := l.SunlitFraction - (1 - sum/float64(n)); math.Abs(d) > c.tolerance {
			t.Errorf("%+v: sunlit off by %.1e", c, d)
		}
		if d := l.EclipseDays/tropicalYear - float64(dark)/float64(n); math.Abs(d) > 0.02 {
			t.Errorf("%+v: share of days with eclipse off by %.3f", c, d)
		}
		if d := l.LongestEclipse/Period(o.Altitude) - si.Duration(longest); math.Abs(d.SI()) > 1e-3 {
			t.Errorf("%+v: longest eclipse off by %.1e of a period", c, d.SI())
		}
	}
}

func TestVerif_BetaAngle(t *testing.T) {
	// The Sun along the normal of an equatorial orbit, in its plane, and over a polar one.
	for _, c := range []struct{ i, Ω, α, δ, want float64 }{
		{0, 0, 0, 90, 90}, {0, 40, 10, 0, 0}, {90, 90, 0, 0, 90}, {90, 0, 90, 0, -90}, {60, 90, 0, 0, 60}, {180, 0, 0, 90, -90},
	} {
		d := si.Degree
		got := BetaAngle(si.Angle(c.i)*d, si.Angle(c.Ω)*d, si.Angle(c.α)*d, si.Angle(c.δ)*d).In(d)
		if math.Abs(got-c.want) > 1e-6 {
			t.Errorf("%+v: %v", c, got)
		}
	}
}
