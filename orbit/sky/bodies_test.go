package sky

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

func length(v [3]float64) float64 { return math.Hypot(math.Hypot(v[0], v[1]), v[2]) }

// apart returns the angle between two directions in arc seconds.
func apart(a, b [3]float64) float64 {
	dot := a[0]*b[0] + a[1]*b[1] + a[2]*b[2]
	return math.Atan2(length(cross(a, b)), dot) / arcsecond
}

// deviation gathers how far directions and distances are off.
type deviation struct{ n, sum, worst, sumDistance, worstDistance float64 }

func (d *deviation) add(got, want [3]float64) {
	angle, km := apart(got, want), length(got)-length(want)
	d.n++
	d.sum += angle * angle
	d.worst = max(d.worst, angle)
	d.sumDistance += km * km
	d.worstDistance = max(d.worstDistance, math.Abs(km))
}

func (d *deviation) String() string {
	return fmt.Sprintf("%.0f instants: rms %.2f″ and %.1f km, worst %.2f″ and %.1f km", d.n,
		math.Sqrt(d.sum/d.n), math.Sqrt(d.sumDistance/d.n), d.worst, d.worstDistance)
}

// The tolerances are what the sources state of their series: Meeus 1″ for the Sun, whose
// terms left out are 4e-6 au at most; Meeus 10″ for the Moon's longitude and 4″ for
// its latitude as typical, SOFA 18.3″ and 31.7 km at worst.
const (
	sunTolerance, sunTolerance_km   = 1, 600
	moonTolerance, moonTolerance_km = 18.3, 31.7
)

// compare holds Sun and Moon against rows of jd_tdb and positions from the given columns on.
func compare(t *testing.T, in io.Reader, moonColumn int) {
	t.Helper()
	r := csv.NewReader(in)
	r.Comment = '#'
	var sun, moon deviation
	for line := 0; ; line++ {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if line == 0 {
			continue
		}
		v := make([]float64, len(record))
		for i := range record {
			if v[i], err = strconv.ParseFloat(record[i], 64); err != nil {
				t.Fatal(err)
			}
		}
		at, err := TTJulian(v[0], 0)
		if err != nil {
			t.Fatal(err)
		}
		at = at.AddSeconds(-at.TDBMinusTT())
		sun.add(Sun(at), [3]float64(v[1:4]))
		moon.add(Moon(at), [3]float64(v[moonColumn:moonColumn+3]))
	}
	t.Logf("Sun: %v", &sun)
	t.Logf("Moon: %v", &moon)
	if sun.n < 12 || !(sun.worst < sunTolerance && sun.worstDistance < sunTolerance_km) {
		t.Errorf("Sun: %v", &sun)
	}
	if !(moon.worst < moonTolerance && moon.worstDistance < moonTolerance_km) {
		t.Errorf("Moon: %v", &moon)
	}
}

// TestVal_SunMoonDE440Rows compares with twelve rows of DE440.
func TestVal_SunMoonDE440Rows(t *testing.T) {
	f, err := os.Open("testdata/de440.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	compare(t, f, 4)
}

// TestVal_SunMoonDE440 compares with every row of DE440.
func TestVal_SunMoonDE440(t *testing.T) {
	compare(t, reference.Open(t, "ephem/jpl_de440_sun_moon_geocentric_icrf.csv"), 7)
}

// suns are the Sun's geometric positions in au over two centuries, at Julian dates of TDB,
// by ERFA 2.0's eraEpv00 (BSD), whose own series is within 0.01″ of DE405; November 2026.
var suns = [][4]float64{
	{2415020.5, 0.19688756, -0.88377341, -0.38339585}, {2419890.8, 0.73201277, 0.63629511, 0.27602967},
	{2424761.1, -0.95021623, 0.31075726, 0.13477779}, {2429631.4, 0.20773515, -0.88172132, -0.38241274},
	{2434501.7, 0.72448752, 0.64359136, 0.27911595}, {2439372.0, -0.95368450, 0.30113606, 0.13057693},
	{2444242.3, 0.21875159, -0.87949257, -0.38135489}, {2449112.6, 0.71683468, 0.65094916, 0.28222922},
	{2453982.9, -0.95711861, 0.29148527, 0.12636769}, {2458853.2, 0.22972116, -0.87715883, -0.38025074},
	{2463723.5, 0.70908615, 0.65826752, 0.28532562}, {2468593.8, -0.96046519, 0.28180660, 0.12215055},
	{2473464.1, 0.24059536, -0.87483357, -0.37914908}, {2478334.4, 0.70139997, 0.66535628, 0.28831966},
	{2483204.7, -0.96364575, 0.27207906, 0.11791355}, {2488075.0, 0.25146673, -0.87229987, -0.37796095},
}

// TestVal_SunOverTwoCenturies compares with them: 1900 to 2100.
func TestVal_SunOverTwoCenturies(t *testing.T) {
	var d deviation
	var slope, weight float64 // of the longitude's error against time
	for _, c := range suns {
		at, err := TTJulian(c[0], 0)
		if err != nil {
			t.Fatal(err)
		}
		want := [3]float64{c[1] * AstronomicalUnit, c[2] * AstronomicalUnit, c[3] * AstronomicalUnit}
		d.add(Sun(at), want)
		north := precess(0).fromEcliptic([3]float64{0, 0, 1})
		T, turn := at.Centuries(), cross(want, Sun(at))
		slope += T * (turn[0]*north[0] + turn[1]*north[1] + turn[2]*north[2]) / (length(want) * length(want)) / arcsecond
		weight += T * T
	}
	// The correction to the general precession is 0.3″ a century. A scatter of 0.15″ leaves 0.06″ a
	// century in sixteen rows; the bound is three times that.
	t.Logf("longitude drifts by %.3f″ a century", slope/weight)
	if !(math.Abs(slope/weight) < 0.18) {
		t.Errorf("longitude drifts by %.3f″ a century", slope/weight)
	}
	t.Logf("%v", &d)
	if !(d.worst < sunTolerance && d.worstDistance < sunTolerance_km) {
		t.Errorf("%v", &d)
	}
}

// TestVal_SunMeeus is example 25.b of Meeus's Astronomical Algorithms, 2nd ed., with all of
// VSOP87: 1992 October 13 at 0h TD the Sun's apparent place is α 13h 13m 30.749s,
// δ −7° 47′ 01.74″, its distance 0.99760853 au. Tolerance: 1″ of the short series.
func TestVal_SunMeeus(t *testing.T) {
	at, err := TTJulian(2448908.5, 0)
	if err != nil {
		t.Fatal(err)
	}
	T := at.Centuries()
	a := delaunay(T)
	m := precess(T).toTrue(nutate(T, &a))
	s := m.Apply(SunSeen(at))
	const α, δ = (13 + 13/60.0 + 30.749/3600) * math.Pi / 12, -(7 + 47/60.0 + 1.74/3600) * math.Pi / 180
	sinα, cosα := math.Sincos(α)
	sinδ, cosδ := math.Sincos(δ)
	if d := apart(s, [3]float64{cosδ * cosα, cosδ * sinα, sinδ}); !(d < sunTolerance) {
		t.Errorf("the Sun is %.2f″ away", d)
	}
	if d := length(Sun(at)) - 0.99760853*AstronomicalUnit; !(math.Abs(d) < sunTolerance_km) {
		t.Errorf("its distance is %.0f km off", d)
	}
}

// TestVal_MoonMeeus is example 47.a: 1992 April 12 at 0h TD, λ 133.162655°, β −3.229126°,
// 368409.7 km. Meeus has older mean elements, which differ from Simon's by 0.7″ of longitude;
// tolerance 1″ and 0.1 km.
func TestVal_MoonMeeus(t *testing.T) {
	at, err := TTJulian(2448724.5, 0)
	if err != nil {
		t.Fatal(err)
	}
	const degree = math.Pi / 180
	sinλ, cosλ := math.Sincos(133.162655 * degree)
	sinβ, cosβ := math.Sincos(-3.229126 * degree)
	want := precess(at.Centuries()).fromEcliptic([3]float64{cosβ * cosλ, cosβ * sinλ, sinβ})
	got := Moon(at)
	if d := apart(got, want); !(d < 1) {
		t.Errorf("the Moon is %.2f″ away", d)
	}
	if d := length(got) - 368409.7; !(math.Abs(d) < 0.1) {
		t.Errorf("its distance is %.2f km off", d)
	}
}

// TestVal_MoonERFA is the value that ERFA 2.0 (BSD) tests eraMoon98 with, the same series:
// its digits, 1e-11 au.
func TestVal_MoonERFA(t *testing.T) {
	at, err := TTJulian(2400000.5, 43999.9)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "moon98", Moon(at), [3]float64{-0.2601295959971044180e-2 * AstronomicalUnit, 0.6139750944302742189e-3 * AstronomicalUnit,
		0.2640794528229828909e-3 * AstronomicalUnit}, 1e-11*AstronomicalUnit)
}

// TestVerif_SunSeen: the light comes from behind the Sun's place by the constant of
// aberration, 20.496″, more when it is near; and it takes 499.005 s for the
// astronomical unit.
func TestVerif_SunSeen(t *testing.T) {
	for i := range 100 {
		at := Instant(i) * 7 * nanosecondsPerDay
		got, where := SunSeen(at), Sun(at)
		au := length(where) / AstronomicalUnit
		// The turn is h/r² and light time r/c: h/(r c), h/(a c) being 20.4955″ (1 − e²). The
		// Moon swings Earth about by 12 m/s of 30 km/s, 0.008″.
		if d := apart(got, where); math.Abs(d-20.4955*(1-0.0167*0.0167)/au) > 0.01 {
			t.Errorf("%v: %.3f″ at %.4f au", at, d, au)
		}
		if then := Sun(at.AddSeconds(-499.004784 * au)); apart(got, then) > 1e-4 {
			t.Errorf("%v: not where the Sun was", at)
		}
	}
}

// TestVerif_Almanac holds the polynomials against the series, in the span and at its ends,
// over ten years, and outside, where they are the same. Tolerance: 1 m.
func TestVerif_Almanac(t *testing.T) {
	const day = Instant(nanosecondsPerDay)
	start := mustParse(t, "2026-11-22T00:00:00Z")
	stop := start + 3653*day + 123456789
	a, err := NewAlmanac(start, stop)
	if err != nil {
		t.Fatal(err)
	}
	sun, moon, seen := 0.0, 0.0, 0.0
	off := func(a, b [3]float64) float64 { return length([3]float64{a[0] - b[0], a[1] - b[1], a[2] - b[2]}) }
	for at := start - 2*day; at < stop+2*day; at += day*37/100 + 1234567 {
		sun, moon, seen = max(sun, off(a.Sun(at), Sun(at))), max(moon, off(a.Moon(at), Moon(at))), max(seen, off(a.SunSeen(at), SunSeen(at)))
	}
	for _, at := range []Instant{start, start + 1, stop - 1, stop, stop + 1, First, Last} {
		sun, moon = max(sun, off(a.Sun(at), Sun(at))), max(moon, off(a.Moon(at), Moon(at)))
	}
	t.Logf("Sun %.2g m, Moon %.2g m", sun*1e3, moon*1e3)
	if !(sun < 1e-3 && moon < 1e-3 && seen < 1e-3) {
		t.Errorf("Sun %v km, Moon %v km, Sun seen %v km", sun, moon, seen)
	}
	if n := testing.AllocsPerRun(10, func() { a.Sun(start); a.Moon(start); Sun(start); Moon(start); SunSeen(start) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
	for _, span := range [][2]Instant{{1, 0}, {First, Last}, {First, First + day}} {
		if _, err := NewAlmanac(span[0], span[1]); err == nil {
			t.Errorf("an almanac from %d to %d was made", span[0], span[1])
		}
	}
}

func BenchmarkSun(b *testing.B) {
	for i := range b.N {
		Sun(Instant(i) * 60e9)
	}
}

func BenchmarkMoon(b *testing.B) {
	for i := range b.N {
		Moon(Instant(i) * 60e9)
	}
}

func BenchmarkAlmanac(b *testing.B) {
	a, err := NewAlmanac(0, 10*nanosecondsPerDay)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("Sun", func(b *testing.B) {
		for i := range b.N {
			a.Sun(Instant(i%14400) * 60e9)
		}
	})
	b.Run("Moon", func(b *testing.B) {
		for i := range b.N {
			a.Moon(Instant(i%14400) * 60e9)
		}
	})
}
