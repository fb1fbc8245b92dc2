package orbit

import (
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/si"
)

// Meeus, Astronomical Algorithms, 2nd ed., example 25.a: 1992 October 13 at 0h TD.
func ExampleSun() {
	s := Sun(2448908.5)
	fmt.Printf("α %.3f°  δ %.3f°  R %.4f AU\n", s.RightAscension.In(si.Degree), s.Declination.In(si.Degree), s.DistanceAU)
	// Output: α 198.381°  δ -7.785°  R 0.9977 AU
}

// Meeus, example 28.a: the equation of time of the same day is 13 min 42.6 s.
// Ours leaves out the nutation in right ascension, 1.0 s that day.
func ExampleEquationOfTime() {
	fmt.Printf("%.1f min\n", EquationOfTime(2448908.5).In(si.Minute))
	// Output: 13.7 min
}

// rows reads a small CSV: comment lines, a header, numbers.
func rows(t *testing.T, text string) [][]float64 {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.Comment, r.FieldsPerRecord = '#', -1
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out [][]float64
	for _, record := range all[1:] {
		var v []float64
		for _, field := range record {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Fatal(err)
			}
			v = append(v, x)
		}
		out = append(out, v)
	}
	return out
}

// The DE440 ephemeris knows the Sun to metres. Meeus states 0.01° for these low
// precision series, which is the tolerance; the distance is allowed 5e-5: Earth swings
// 3.1e-5 about its common centre with the Moon, planets add 1e-5, and they leave both out.
func TestVal_SunAgainstDE440(t *testing.T) {
	text, err := os.ReadFile("testdata/sun_de440.csv")
	if err != nil {
		t.Fatal(err)
	}
	compareSun(t, rows(t, string(text)), 20)
}

func TestVal_SunAgainstDE440WholeFile(t *testing.T) {
	compareSun(t, rows(t, reference.Text(t, "ephem/jpl_de440_sun_moon_geocentric_icrf.csv")), 700)
}

func compareSun(t *testing.T, table [][]float64, least int) {
	if len(table) < least {
		t.Fatalf("only %d rows", len(table))
	}
	worst, worstR := 0.0, 0.0
	for _, v := range table {
		jd, x, y, z := v[0], v[1], v[2], v[3]
		r := math.Sqrt(x*x + y*y + z*z)
		// To the ecliptic of J2000, then general precession (5029.1″ a century), aberration and
		// the largest nutation in longitude, then to the true equator of date.
		T := (jd - 2451545) / 36525
		Ω := degree * (125.04 - 1934.136*T)
		ε0, ε := 23.4392911*degree, (23.4392911-0.0130042*T+0.00256*math.Cos(Ω))*degree
		λ := math.Atan2(y*math.Cos(ε0)+z*math.Sin(ε0), x)
		b := math.Asin((z*math.Cos(ε0) - y*math.Sin(ε0)) / r)
		λ += degree * (1.3969713*T - 0.00569 - 0.00478*math.Sin(Ω))
		want := [3]float64{
			math.Cos(b) * math.Cos(λ),
			math.Cos(b)*math.Sin(λ)*math.Cos(ε) - math.Sin(b)*math.Sin(ε),
			math.Cos(b)*math.Sin(λ)*math.Sin(ε) + math.Sin(b)*math.Cos(ε),
		}
		s := Sun(jd)
		α, δ := s.RightAscension.SI(), s.Declination.SI()
		got := [3]float64{math.Cos(δ) * math.Cos(α), math.Cos(δ) * math.Sin(α), math.Sin(δ)}
		d := math.Sqrt(sq(got[0]-want[0])+sq(got[1]-want[1])+sq(got[2]-want[2])) / degree
		worst = max(worst, d)
		worstR = max(worstR, math.Abs(s.DistanceAU*149597870.7/r-1))
	}
	t.Logf("%d rows: worst direction %.4f°, distance %.1e", len(table), worst, worstR)
	if worst > 0.01 || worstR > 5e-5 {
		t.Errorf("worst direction %.4f°, distance %.1e", worst, worstR)
	}
}

func sq(x float64) float64 { return x * x }

// The equation of time has its known extremes: −14.2 and +16.4 minutes
// (Meeus, 2nd ed., chapter 28, for the present century).
func TestVal_EquationOfTimeExtremes(t *testing.T) {
	low, high := 0.0, 0.0
	for day := range 366 {
		e := EquationOfTime(2462502.5 + float64(day)).In(si.Minute)
		low, high = min(low, e), max(high, e)
	}
	if math.Abs(low+14.2) > 0.1 || math.Abs(high-16.4) > 0.1 {
		t.Errorf("%.2f to %.2f min", low, high)
	}
}
