package sky

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

// celestrak are six days of CelesTrak's EOP-All v1.1 of 2025-01-10 (public), about the leap
// second at the end of 2016.
const celestrak = `VERSION 1.1
UPDATED 2025 Jan 10 16:45:01 UTC
# (0h UTC)           "         "          s          s          "        "          "         "     s
NUM_OBSERVED_POINTS 4
BEGIN OBSERVED
2016 12 30 57752  0.082941  0.263562 -0.4069114  0.0008362 -0.099334 -0.009220  0.000052 -0.000172  36
2016 12 31 57753  0.081440  0.263099 -0.4077697  0.0008920 -0.098958 -0.009327  0.000106 -0.000192  36
2017 01 01 57754  0.080549  0.263128  0.5912870  0.0009962 -0.098775 -0.009335  0.000120 -0.000168  37
2017 01 02 57755  0.080338  0.263580  0.5902172  0.0011525 -0.098837 -0.009264  0.000107 -0.000135  37
END OBSERVED
`

func read(t testing.TB, text string) *Orientation {
	t.Helper()
	o, err := ReadOrientation(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// TestVal_OrientationAtMidnights finds the rows of the file again, and between them a UT1
// that runs on through the leap second.
func TestVal_OrientationAtMidnights(t *testing.T) {
	o := read(t, celestrak)
	first, last := o.Span()
	if first.String() != "2016-12-30T00:00:00Z" || last.String() != "2017-01-02T00:00:00Z" {
		t.Errorf("the span is %v to %v", first, last)
	}
	for _, c := range []struct {
		at             string
		dut1, x, y, dX float64
	}{
		{"2016-12-30T00:00:00Z", -0.4069114, 0.082941, 0.263562, 0.000052},
		{"2016-12-31T00:00:00Z", -0.4077697, 0.081440, 0.263099, 0.000106},
		{"2017-01-01T00:00:00Z", 0.5912870, 0.080549, 0.263128, 0.000120},
		{"2017-01-02T00:00:00Z", 0.5902172, 0.080338, 0.263580, 0.000107},
		{"2020-01-02T00:00:00Z", 0.5902172, 0.080338, 0.263580, 0.000107},  // held
		{"2016-01-02T00:00:00Z", -0.4069114, 0.082941, 0.263562, 0.000052}, // held
	} {
		at := mustParse(t, c.at)
		dut1, x, y := o.At(at)
		if math.Abs(dut1-c.dut1) > 1e-13 || math.Abs(x/arcsecond-c.x) > 1e-13 || math.Abs(y/arcsecond-c.y) > 1e-13 ||
			math.Abs(o.at(at).dX/arcsecond-c.dX) > 1e-13 {
			t.Errorf("%v: %v s, %v″, %v″", c.at, dut1, x/arcsecond, y/arcsecond)
		}
	}
	// UT1 gains 86,400 s less the rows' 0.9 to 1.1 ms on each day of TAI, also on that of 86,401 s.
	before := mustParse(t, "2016-12-31T23:00:00Z")
	ut1 := func(at Instant) float64 {
		days, f := at.ut1(o.at(at).ut1MinusTAI)
		return (float64(days-6209)+f)*86400 - 0.5
	}
	for i := range 7200 {
		a, b := before+Instant(i)*1e9, before+Instant(i+1)*1e9
		if d := ut1(b) - ut1(a); math.Abs(d-1) > 5e-8 {
			t.Fatalf("at %v UT1 goes on by %v s", a, d)
		}
	}
	dut1, _, _ := o.At(mustParse(t, "2016-12-31T23:59:60.999999999Z"))
	after, _, _ := o.At(mustParse(t, "2017-01-01T00:00:00Z"))
	if math.Abs(dut1+0.4087) > 1e-4 || math.Abs(after-dut1-1) > 1e-6 {
		t.Errorf("UT1−UTC goes from %v to %v", dut1, after)
	}
}

// TestVerif_NoOrientation: nil has UT1 = UTC and no pole.
func TestVerif_NoOrientation(t *testing.T) {
	var o *Orientation
	for _, at := range []Instant{First, 0, mustParse(t, "2016-12-31T23:59:60.5Z"), Last} {
		if dut1, x, y := o.At(at); dut1 != 0 || x != 0 || y != 0 {
			t.Errorf("at %v: %v %v %v", at, dut1, x, y)
		}
	}
	if a, b := o.Span(); a != 0 || b != 0 {
		t.Errorf("it spans %v to %v", a, b)
	}
}

// TestVal_OrientationFile reads CelesTrak's whole file: every row agrees with the leap
// seconds of this package, or the file would be refused, so all 28 values are seen there.
func TestVal_OrientationFile(t *testing.T) {
	o, err := ReadOrientation(reference.Open(t, "eop/EOP-All-v1.1_2025-01-10.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	first, last := o.Span()
	if first.String() != "1972-01-01T00:00:00Z" || last.String() != "2025-07-10T00:00:00Z" || len(o.days) != 19550 {
		t.Errorf("%d days from %v to %v", len(o.days), first, last)
	}
	seen := map[float64]bool{}
	for _, d := range o.days {
		seen[d.taiMinusUTC] = true
	}
	if len(seen) != len(leapSeconds) {
		t.Errorf("%d values of TAI−UTC", len(seen))
	}
}

// TestVal_OrientationBetweenDays predicts each day of the file since 2000 from the four days
// 1 and 3 away, by the cubic that At uses between days 1 apart: with steps twice as long the
// error is up to sixteen times as large. Tolerances are those in the comment of At.
func TestVal_OrientationBetweenDays(t *testing.T) {
	o, err := ReadOrientation(reference.Open(t, "eop/EOP-All-v1.1_2025-01-10.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	var n, worstUT1, worstPole, sumUT1, sumPole float64
	for i := 51544 - int(o.first); i+3 < len(o.days)-181; i++ {
		d := o.days
		mid := func(f func(*orientationDay) float64) float64 {
			return (9*(f(&d[i-1])+f(&d[i+1]))-f(&d[i-3])-f(&d[i+3]))/16 - f(&d[i])
		}
		ut1 := math.Abs(mid(func(e *orientationDay) float64 { return e.ut1MinusTAI }))
		pole := math.Hypot(mid(func(e *orientationDay) float64 { return e.x }), mid(func(e *orientationDay) float64 { return e.y })) / arcsecond
		n++
		sumUT1 += ut1 * ut1
		sumPole += pole * pole
		worstUT1, worstPole = max(worstUT1, ut1), max(worstPole, pole)
	}
	rmsUT1, rmsPole := math.Sqrt(sumUT1/n), math.Sqrt(sumPole/n)
	t.Logf("%v days: UT1 rms %.4f ms, worst %.4f; pole rms %.5f″, worst %.5f", n, rmsUT1*1e3, worstUT1*1e3, rmsPole, worstPole)
	if !(rmsUT1 < 0.02e-3 && rmsPole < 0.0003) {
		t.Error("worse than stated")
	}
}

// TestVerif_OrientationForms reads the same days in the other forms.
func TestVerif_OrientationForms(t *testing.T) {
	want := read(t, celestrak)
	csv := `DATE,MJD,X,Y,UT1-UTC,LOD,DPSI,DEPS,DX,DY,DAT,DATA_TYPE
2016-12-30,57752,0.082941,0.263562,-0.4069114,0.0008362,-0.099334,-0.009220,0.000052,-0.000172,36,O
2016-12-31,57753,0.081440,0.263099,-0.4077697,0.0008920,-0.098958,-0.009327,0.000106,-0.000192,36,O
2017-01-01,57754,0.080549,0.263128,0.5912870,0.0009962,-0.098775,-0.009335,0.000120,-0.000168,37,O
2017-01-02,57755,0.080338,0.263580,0.5902172,0.0011525,-0.098837,-0.009264,0.000107,-0.000135,37,P
`
	// The columns of readme.finals2000A, with errors of zero; the third day has no dX and dY,
	// the fifth no UT1.
	finals := ""
	for _, r := range []struct {
		date          string
		mjd           float64
		x, y, dut1    float64
		nutation, ut1 bool
		dX, dY        float64
	}{
		{"161230", 57752, 0.082941, 0.263562, -0.4069114, true, true, 0.052, -0.172},
		{"161231", 57753, 0.081440, 0.263099, -0.4077697, true, true, 0.106, -0.192},
		{"17 1 1", 57754, 0.080549, 0.263128, 0.5912870, true, true, 0.120, -0.168},
		{"17 1 2", 57755, 0.080338, 0.263580, 0.5902172, true, true, 0.107, -0.135},
		{"17 1 3", 57756, 0.080338, 0.263580, 0, false, false, 0, 0},
	} {
		line := fmt.Sprintf("%s %8.2f I %9.6f%9.6f %9.6f%9.6f  I%10.7f%10.7f %7.4f%7.4f  I %9.3f%9.3f %9.3f%9.3f", r.date, r.mjd,
			r.x, 0.0, r.y, 0.0, r.dut1, 0.0, 1.0, 0.0, r.dX, 0.0, r.dY, 0.0)
		if !r.ut1 {
			line = line[:57] + strings.Repeat(" ", len(line)-57)
		}
		finals += line + "\n"
	}
	for name, text := range map[string]string{
		"CSV": csv, "CSV of Windows": "\xef\xbb\xbf" + strings.ReplaceAll(csv, "\n", "\r\n"), "finals2000A": finals,
		"text without a header": celestrak[strings.Index(celestrak, "2016 12 30"):],
	} {
		o, err := ReadOrientation(strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if o.first != want.first || len(o.days) != len(want.days) {
			t.Errorf("%s: %d days from %d", name, len(o.days), o.first)
			continue
		}
		for i, d := range o.days {
			w := want.days[i]
			for _, pair := range [][2]float64{{d.ut1MinusTAI, w.ut1MinusTAI}, {d.x, w.x}, {d.y, w.y}, {d.dX, w.dX}, {d.dY, w.dY}, {d.taiMinusUTC, w.taiMinusUTC}} {
				if math.Abs(pair[0]-pair[1]) > 1e-14 {
					t.Errorf("%s: day %d is %v, want %v", name, i, d, w)
					break
				}
			}
		}
	}
}

// TestVal_Finals2000A reads lines of IERS's file as they are: of 1973, and of 2026 without the
// length of the day and with a last day of which there is only the date.
func TestVal_Finals2000A(t *testing.T) {
	for text, want := range map[string][2]orientationDay{
		"73 1 2 41684.00 I  0.120733 0.009786  0.136966 0.015902  I 0.8084178 0.0002710  0.0000 0.1916  P    -0.766    0.199    -0.720    0.300   .143000   .137000   .8075000   -18.637    -3.667  \n" +
			"73 1 3 41685.00 I  0.118980 0.011039  0.135656 0.013616  I 0.8056163 0.0002710  3.5563 0.1916  P    -0.751    0.199    -0.701    0.300   .141000   .134000   .8044000   -18.636    -3.571  \n": {
			{0.8084178, 12, 0.120733, 0.136966, -0.000766, -0.000720}, {0.8056163, 12, 0.118980, 0.135656, -0.000751, -0.000701},
		},
		"26 917 61300.00 I  0.190054 0.000090  0.329163 0.000090  I-0.0086337 0.0000267                 P     0.084    0.128     0.235    0.160\n" +
			"26 918 61301.00 P  0.189180 0.000600  0.329137 0.000401  P-0.0091919 0.0001080                 P     0.094    0.128     0.236    0.160\n" +
			"26 919 61302.00\n": {
			{-0.0086337, 37, 0.190054, 0.329163, 0.000084, 0.000235}, {-0.0091919, 37, 0.189180, 0.329137, 0.000094, 0.000236},
		},
	} {
		o := read(t, text)
		if len(o.days) != 2 {
			t.Fatalf("%d days", len(o.days))
		}
		for i, d := range o.days {
			w := want[i]
			near(t, "x, y, UT1", [3]float64{d.x / arcsecond, d.y / arcsecond, d.ut1MinusTAI}, [3]float64{w.x, w.y, w.ut1MinusTAI - w.taiMinusUTC}, 1e-14)
			near(t, "dX, dY, TAI", [3]float64{d.dX / arcsecond, d.dY / arcsecond, d.taiMinusUTC}, [3]float64{w.dX, w.dY, w.taiMinusUTC}, 1e-14)
		}
	}
}

// TestVerif_BadOrientation has a message for each mistake, all of them at once.
func TestVerif_BadOrientation(t *testing.T) {
	bad := celestrak + `2017 01 03 57756  0.080338  3.263580  0.5902172  0.0011525 -0.098837 -0.009264  0.000107 -0.000135  37
2017 01 04 57757  0.080338  0.263580  NaN        0.0011525 -0.098837 -0.009264  0.000107 -0.000135  37
2017 01 06 57758  0.080338  0.263580  0.5902172  0.0011525 -0.098837 -0.009264  0.000107 -0.000135  37
2017 01 06 57759  0.080338  0.263580  0.5902172  0.0011525 -0.098837 -0.009264  0.000107 -0.000135  38
2017 01 07 57760.5 0.080338  0.263580  0.5902172  0.0011525 -0.098837 -0.009264  0.000107 -0.000135  37
2017 01 08 57761  0.080338  0.263580
` + strings.Repeat("7", 5000) + "\n"
	_, err := ReadOrientation(strings.NewReader(bad))
	want := `11: y is "3.263580"; a number of at most 2 arc seconds
12: UT1-UTC is "NaN"; a number of at most 1 s
13: 2017-01-06 is not MJD 57758; that is 2017-01-05
14: TAI-UTC is "38"; 37 s is known for that day; if a leap second has been announced since, it is to be added to leapSeconds
15: "57760.5" is not a Modified Julian Date; a whole number like 61366
16: the row has 6 fields; 13: year month day MJD x y UT1-UTC LOD dPsi dEps dX dY DAT
17: the line is longer than 4096 bytes; a row of Earth's orientation`
	if err == nil || err.Error() != want {
		t.Errorf("the error is\n%v", err)
	}
	var b *BadOrientation
	if !errors.As(err, &b) || len(b.Lines) != 7 || b.Lines[0].Line != 11 {
		t.Errorf("%#v", err)
	}
	for text, want := range map[string]string{
		"":                    "1: no row of Earth's orientation from 1972 on; CelesTrak's EOP-All or EOP-Last5Years, or IERS's finals2000A",
		"{\"MJD\": 57752}\n":  "1: the line is of no known form; CelesTrak's EOP-All or EOP-Last5Years, as text or CSV, or IERS's finals2000A",
		"DATE,MJD,X,Y,DX,DY":  "1: the CSV has no column UT1-UTC; the columns MJD, X, Y, UT1-UTC, DX, DY, DAT, DATE\n1: the CSV has no column DAT; the columns MJD, X, Y, UT1-UTC, DX, DY, DAT, DATE",
		gap(celestrak, 57753): "7: MJD 57754 follows MJD 57752; one row a day: MJD 57753",
	} {
		if _, err := ReadOrientation(strings.NewReader(text)); err == nil || err.Error() != want {
			t.Errorf("%.40q: the error is\n%v\nwant\n%v", text, err, want)
		}
	}
	_, err = ReadOrientation(strings.NewReader(strings.Repeat("x\n", 100000)))
	if !errors.As(err, &b) || len(b.Lines) != 20 || b.More != 99980 || len(err.Error()) > 4000 {
		t.Errorf("%.80v", err)
	}
	broken := errors.New("broken")
	if _, err := ReadOrientation(io.MultiReader(strings.NewReader(celestrak), failing{broken})); !errors.Is(err, broken) {
		t.Errorf("the error of a broken reader is %v", err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// gap leaves out a day.
func gap(text string, mjd int) string {
	var s strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(line, fmt.Sprint(" ", mjd, " ")) {
			s.WriteString(line)
		}
	}
	return s.String()
}

// TestVerif_LongOrientation reads 100 MB of one line without keeping it.
func TestVerif_LongOrientation(t *testing.T) {
	before := testing.AllocsPerRun(1, func() {
		_, err := ReadOrientation(io.LimitReader(endless{}, 100<<20))
		if err == nil || !strings.HasPrefix(err.Error(), "1: the line is longer") {
			t.Errorf("%v", err)
		}
	})
	if before > 100 {
		t.Errorf("%v allocations", before)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '7'
	}
	return len(p), nil
}

// FuzzReadOrientation reads anything without a panic; what it accepts is finite everywhere.
func FuzzReadOrientation(f *testing.F) {
	f.Add([]byte(celestrak))
	f.Add([]byte("DATE,MJD,X,Y,UT1-UTC,LOD,DPSI,DEPS,DX,DY,DAT,DATA_TYPE\n2016-12-30,57752,0.082941,0.263562,-0.4069114,0.0008362,-0.099334,-0.009220,0.000052,-0.000172,36,O\n"))
	f.Add([]byte("161230 57752.00 I  0.082941 0.000000  0.263562 0.000000  I-0.4069114 0.0000000  1.0000 0.0000  I     0.052    0.000    -0.172    0.000\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		o, err := ReadOrientation(bytes.NewReader(text))
		if err != nil {
			return
		}
		first, last := o.Span()
		for _, at := range []Instant{First, first - 1, first, first + 43200e9, last, last + 1, Last} {
			dut1, x, y := o.At(at)
			if !(math.Abs(dut1) < 2 && math.Abs(x) < 1e-4 && math.Abs(y) < 1e-4) {
				t.Errorf("at %v: %v %v %v", at, dut1, x, y)
			}
		}
	})
}
