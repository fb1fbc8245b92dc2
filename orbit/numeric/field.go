package numeric

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Field is a gravity field of a body in spherical harmonics.
type Field struct {
	Mu     float64 // gravitational parameter, km3/s2
	Radius float64 // to which the coefficients refer, km
	Degree int     // highest degree of the coefficients
	// Coefficients are the fully normalised C̄ and S̄, order running fastest, from
	// degree 2: (Degree+1)(Degree+2)/2 − 3 of them.
	Coefficients [][2]float64
}

// JGM3 returns the Joint Gravity Model 3 of Earth through degree and order 20, a copy
// of one's own.
//
// Source: Tapley et al. 1996, J. Geophys. Res. 101(B12), 28029.
// Ignores: tides; the degrees above 20, which [ReadCOF] reads.
// Good to: 110 m a day in position at 550 km, 45 m at 1,000 km, against 70 degrees; TestVerif_Truncation.
// Needs: nothing.
func JGM3() *Field {
	return &Field{Mu: 398600.4415, Radius: 6378.1363, Degree: 20, Coefficients: slices.Clone(jgm3[:])}
}

// Oblate returns the field of a body whose only unevenness is its flattening, by
// the normalised second zonal coefficient, which is −J2/√5.
func Oblate(mu, radius, c20 float64) *Field {
	return &Field{Mu: mu, Radius: radius, Degree: 2, Coefficients: [][2]float64{{c20, 0}, {}, {}}}
}

// maxDegree bounds what a file may ask for: 360 degrees are a megabyte.
const maxDegree = 360

// Check returns what is wrong with the field, or nil.
func (f *Field) Check() error {
	switch {
	case !(f.Mu > 0 && f.Mu < 1e13):
		return fmt.Errorf("gravitational parameter %v km3/s2: want it positive", f.Mu)
	case !(f.Radius > 0 && f.Radius < 1e7):
		return fmt.Errorf("reference radius %v km: want it positive", f.Radius)
	case f.Degree < 0 || f.Degree > maxDegree:
		return fmt.Errorf("degree %d: want 0 to %d", f.Degree, maxDegree)
	case len(f.Coefficients) != max(0, place(f.Degree+1, 0)):
		return fmt.Errorf("%d coefficients of degree %d: want %d", len(f.Coefficients), f.Degree, max(0, place(f.Degree+1, 0)))
	}
	for _, c := range f.Coefficients {
		if !(math.Abs(c[0]) < 1 && math.Abs(c[1]) < 1) {
			return fmt.Errorf("coefficient %v: want it normalised, below 1", c)
		}
	}
	return nil
}

// place is where the coefficients of a degree and order stand.
func place(n, m int) int { return n*(n+1)/2 + m - 3 }

// ReadCOF reads a gravity field in the form of GMAT's .cof files: lines COMMENT and
// those they announce, POTFIELD with degree, order, 1 for normalised, the
// gravitational parameter in m3/s2 and the radius in m, RECOEF with degree, order
// and the two coefficients in fixed columns, and END. What a file does not name is
// zero. Errors name the line.
func ReadCOF(r io.Reader) (*Field, error) {
	s := bufio.NewScanner(r)
	var f *Field
	line, skip := 0, 0
	fail := func(what string) (*Field, error) { return nil, fmt.Errorf("line %d: %s", line, what) }
	for s.Scan() {
		line++
		text := strings.TrimRight(s.Text(), " \r")
		switch {
		case skip > 0:
			skip--
		case text == "":
		case strings.HasPrefix(text, "COMMENT"):
			n, err := strconv.Atoi(strings.TrimSpace(text[7:]))
			if err != nil || n < 0 {
				return fail("COMMENT wants the number of lines that follow")
			}
			skip = n
		case strings.HasPrefix(text, "POTFIELD"):
			var degree, order, normalised int
			var mu, radius float64
			if _, err := fmt.Sscan(text[8:], &degree, &order, &normalised, &mu, &radius); err != nil {
				return fail("POTFIELD wants degree, order, 1, m3/s2 and m")
			}
			if f != nil || normalised != 1 || degree < 2 || degree > maxDegree || order < 0 || order > degree {
				return fail(fmt.Sprintf("want one POTFIELD, normalised (1), of degree 2 to %d and no higher order", maxDegree))
			}
			f = &Field{Mu: mu / 1e9, Radius: radius / 1e3, Degree: degree, Coefficients: make([][2]float64, place(degree+1, 0))}
		case strings.HasPrefix(text, "RECOEF"):
			if f == nil {
				return fail("RECOEF before POTFIELD")
			}
			n, m, c, err := coefficient(text)
			switch {
			case err != nil:
				return fail(err.Error())
			case n < 2 || n > f.Degree || m < 0 || m > n:
				return fail(fmt.Sprintf("degree %d and order %d outside the field's %d", n, m, f.Degree))
			}
			f.Coefficients[place(n, m)] = c
		case strings.HasPrefix(text, "END"):
			if f == nil {
				return fail("END before POTFIELD")
			}
			return f, f.Check()
		default:
			return fail("want COMMENT, POTFIELD, RECOEF or END")
		}
	}
	if err := s.Err(); err != nil {
		return nil, err
	}
	return fail("the file breaks off before END")
}

// coefficient reads a RECOEF line: degree in columns 9–11, order in 12–14, C̄ in
// 15–38 and S̄ in 39–59, which a minus may join.
func coefficient(text string) (n, m int, c [2]float64, err error) {
	field := func(from, to int) string { return strings.TrimSpace(text[min(from, len(text)):min(to, len(text))]) }
	if n, err = strconv.Atoi(field(8, 11)); err != nil {
		return n, m, c, fmt.Errorf("degree %q is no number", field(8, 11))
	}
	if m, err = strconv.Atoi(field(11, 14)); err != nil {
		return n, m, c, fmt.Errorf("order %q is no number", field(11, 14))
	}
	for i, s := range []string{field(14, 38), field(38, 60)} {
		if s == "" && i == 1 {
			continue
		}
		if c[i], err = strconv.ParseFloat(s, 64); err != nil || !(math.Abs(c[i]) < 1) {
			return n, m, c, fmt.Errorf("coefficient %q: want a number below 1", s)
		}
	}
	return n, m, c, nil
}
