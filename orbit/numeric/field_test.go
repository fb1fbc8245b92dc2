package numeric_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/orbit/numeric"
)

// jgm3to70 is JGM-3 as the reference folder has it, to degree and order 70.
func jgm3to70(t testing.TB) *numeric.Field {
	t.Helper()
	f, err := numeric.ReadCOF(reference.Open(t, "gmat/JGM3.cof.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestVal_JGM3Table holds the table in the code against the whole file.
func TestVal_JGM3Table(t *testing.T) {
	file, table := jgm3to70(t), numeric.JGM3()
	if file.Mu != table.Mu || file.Radius != table.Radius || file.Degree != 70 {
		t.Errorf("μ %v and %v, R %v and %v, degree %d", file.Mu, table.Mu, file.Radius, table.Radius, file.Degree)
	}
	for i, c := range table.Coefficients {
		if file.Coefficients[i] != c {
			t.Errorf("coefficient %d: %v, want %v", i, c, file.Coefficients[i])
		}
	}
	last := file.Coefficients[len(file.Coefficients)-1]
	if last != [2]float64{-6.430693336999e-10, -1.8619596177139e-10} {
		t.Errorf("degree and order 70: %v", last)
	}
}

// TestVerif_GravityIsTheGradient differentiates the potential by a step of six points
// and compares with the acceleration, at the poles, on the equator and elsewhere. The
// potential is rounded to 1e-16 of 57 km2/s2 over a step of 2 km: some 3e-14 km/s2,
// and the tolerance is ten times that.
func TestVerif_GravityIsTheGradient(t *testing.T) {
	fields := map[string]*numeric.Field{"JGM-3 to 20": numeric.JGM3()}
	if reference.Given() {
		fields["JGM-3 to 70"] = jgm3to70(t)
	}
	for name, f := range fields {
		for _, cut := range [][2]int{{0, 0}, {2, 0}, {2, 2}, {7, 3}, {f.Degree, 0}, {f.Degree, f.Degree}} {
			h, err := f.Truncate(cut[0], cut[1])
			if err != nil {
				t.Fatal(err)
			}
			worst := 0.0
			for _, r := range [][3]float64{{7000, 0, 0}, {0, 0, 6900}, {0, 0, -7100}, {1e-9, 0, 7000},
				{-3000, 4000, 5000}, {2000, -6400, -900}, {0, 6400, 0}} {
				a := h.Acceleration(r)
				d3 := math.Pow(length(r), 3)
				for i := range 3 {
					a[i] -= f.Mu * r[i] / d3
					u := func(d float64) float64 {
						at := r
						at[i] += d
						return h.Potential(at)
					}
					const d = 2.0
					slope := (45*(u(d)-u(-d)) - 9*(u(2*d)-u(-2*d)) + u(3*d) - u(-3*d)) / (60 * d)
					worst = max(worst, math.Abs(slope-a[i]))
				}
			}
			t.Logf("%s cut at %d×%d: %.1e km/s2", name, cut[0], cut[1], worst)
			if !(worst < 3e-13) {
				t.Errorf("%s cut at %d×%d: %v km/s2", name, cut[0], cut[1], worst)
			}
		}
	}
}

// TestVerif_Laplace sums the second derivatives of the potential, which cancel in
// empty space: this sees a wrong recursion, which the gradient alone, taking the
// potential as it is, would not.
func TestVerif_Laplace(t *testing.T) {
	for n := 2; n <= 20; n++ {
		for m := 0; m <= n; m++ {
			f := &numeric.Field{Mu: 398600, Radius: 6378, Degree: n, Coefficients: make([][2]float64, n*(n+1)/2+n-2)}
			f.Coefficients[n*(n+1)/2+m-3] = [2]float64{0.5, 0.3}
			h, err := f.Truncate(n, m)
			if err != nil {
				t.Fatal(err)
			}
			r := [3]float64{3000, -4500, 5000}
			sum, size := 0.0, 0.0
			for i := range 3 {
				high, low := r, r
				high[i] += 1
				low[i] -= 1
				b, a := h.Acceleration(high)[i], h.Acceleration(low)[i]
				sum += (b - a) / 2
				size += math.Abs(b-a) / 2
			}
			if !(math.Abs(sum) < 2e-5*size) { // steps of 1 km over features of R/n
				t.Errorf("degree %d, order %d: %.1e of %.1e", n, m, sum, size)
			}
		}
	}
}

// TestVerif_Norm integrates the square of each function over the sphere: fully
// normalised, its mean is one.
func TestVerif_Norm(t *testing.T) {
	for _, nm := range [][2]int{{2, 0}, {2, 1}, {2, 2}, {5, 3}, {9, 9}, {16, 0}, {20, 20}, {20, 7}} {
		n, m := nm[0], nm[1]
		f := &numeric.Field{Mu: 1, Radius: 1, Degree: n, Coefficients: make([][2]float64, n*(n+1)/2+n-2)}
		f.Coefficients[n*(n+1)/2+m-3][0] = 0.5
		h, err := f.Truncate(n, m)
		if err != nil {
			t.Fatal(err)
		}
		mean, rows, columns := 0.0, 4000, 48
		for i := range rows {
			z := -1 + (2*float64(i)+1)/float64(rows)
			s := math.Sqrt(1 - z*z)
			for j := range columns {
				sin, cos := math.Sincos(2 * math.Pi * float64(j) / float64(columns))
				y := (h.Potential([3]float64{s * cos, s * sin, z}) - 1) / 0.5
				mean += y * y / float64(rows*columns)
			}
		}
		if math.Abs(mean-1) > 1e-4 {
			t.Errorf("degree %d, order %d: mean square %v", n, m, mean)
		}
	}
}

// TestVal_J2ByHand compares with the closed form of the flattening's pull, Vallado,
// Fundamentals of Astrodynamics, 4th ed., equation 8-30.
func TestVal_J2ByHand(t *testing.T) {
	const j2 = 1.0826269e-3
	h, err := numeric.Oblate(mu, 6378.1363, -j2/math.Sqrt(5)).Truncate(2, 0)
	if err != nil {
		t.Fatal(err)
	}
	r := [3]float64{-2436.45, -2436.45, 6891.037}
	d := length(r)
	k := -3 * j2 * mu * 6378.1363 * 6378.1363 / (2 * math.Pow(d, 5))
	z := 5 * r[2] * r[2] / (d * d)
	got := h.Acceleration(r)
	for i, want := range [3]float64{k * r[0] * (1 - z), k * r[1] * (1 - z), k * r[2] * (3 - z)} {
		if math.Abs(got[i]/want-1) > 1e-13 {
			t.Errorf("axis %d: %v, want %v", i, got[i], want)
		}
	}
}

const smallCOF = `COMMENT   1
a field
POTFIELD  3  3  1 3.98600441500000e+14 6.37813630000000e+06 1.00000000000000e+00
RECOEF    2  0   -4.84165374886470e-04
RECOEF    2  2    2.43926074865630e-06-1.40026639758800e-06
RECOEF    3  1    2.03013720555300e-06 2.48130798255610e-07
END
`

// TestVerif_ReadCOF reads numbers that touch, and names the line of what is wrong.
func TestVerif_ReadCOF(t *testing.T) {
	f, err := numeric.ReadCOF(strings.NewReader(smallCOF))
	if err != nil {
		t.Fatal(err)
	}
	if f.Mu != 398600.4415 || f.Degree != 3 || f.Coefficients[2] != [2]float64{2.4392607486563e-06, -1.400266397588e-06} ||
		f.Coefficients[4][1] != 2.4813079825561e-07 {
		t.Errorf("%+v", f)
	}
	if g, err := numeric.ReadCOF(strings.NewReader(strings.ReplaceAll(smallCOF, "\n", "\r\n"))); err != nil ||
		g.Coefficients[0] != f.Coefficients[0] {
		t.Errorf("with carriage returns: %v", err)
	}
	for text, want := range map[string]string{
		"":                                "breaks off",
		"HELLO\n":                         "line 1: want COMMENT",
		"COMMENT x\n":                     "line 1: COMMENT wants",
		"RECOEF    2  0   1e-4\n":         "line 1: RECOEF before",
		"END\n":                           "line 1: END before",
		"POTFIELD 3 3 0 4e14 6e6 1\n":     "normalised",
		"POTFIELD 99999 3 1 4e14 6e6 ":    "degree 2 to 360",
		"POTFIELD 3 3 1 4e14\n":           "line 1: POTFIELD wants",
		"POTFIELD 3 3 1 -4e14 6e6\nEND\n": "gravitational parameter",
		"POTFIELD 3 3 1 4e14 NaN\nEND\n":  "radius",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    4  0   1e-4\n":           "line 2: degree 4",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  3   1e-4\n":           "line 2: degree 2 and order 3",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  0   NaN\n":            "line 2: coefficient",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2\n":                     "line 2: order",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  0   1e-4\n":           "breaks off",
		"POTFIELD 3 3 1 4e14 6e6 1\nPOTFIELD 3 3 1 4e14 6e6 1\nEND\n":  "one POTFIELD",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  0   7.0\nEND\n":       "below 1",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    x  0   1e-4\nEND\n":      "line 2: degree",
		"POTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  0   1e-4 zz\nEND \n":  "line 2: coefficient",
		"COMMENT -3\nPOTFIELD 3 3 1 4e14 6e6 1\nRECOEF    2  0  \nEND": "COMMENT wants",
	} {
		if _, err := numeric.ReadCOF(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestVerif_JGM3IsACopy: what one caller does to the field is not another's.
func TestVerif_JGM3IsACopy(t *testing.T) {
	numeric.JGM3().Coefficients[0][0] = 0.5
	if c := numeric.JGM3().Coefficients[0][0]; c > 0 {
		t.Errorf("the flattening is %v", c)
	}
}

// FuzzReadCOF: whatever is read is a field that can be used, or an error.
func FuzzReadCOF(f *testing.F) {
	f.Add([]byte(smallCOF))
	f.Add([]byte("POTFIELD 3 3 1 4e14 6e6 1\nEND\n"))
	f.Add([]byte("COMMENT 99999999999\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		field, err := numeric.ReadCOF(bytes.NewReader(text))
		if err != nil {
			return
		}
		h, err := field.Truncate(field.Degree, field.Degree)
		if err != nil {
			t.Fatal(err)
		}
		if a := h.Acceleration([3]float64{field.Radius, field.Radius, field.Radius}); math.IsNaN(a[0]) {
			t.Fatalf("%+v", field)
		}
	})
}

func BenchmarkGravity(b *testing.B) {
	for _, n := range []int{2, 8, 12, 20} {
		h, err := numeric.JGM3().Truncate(n, n)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				h.Acceleration([3]float64{-2436.45, -2436.45, 6891.037})
			}
		})
	}
}
