package export

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// TLE is the two-line element set with the name on a line before it, if there is
// one. Numbers from 100,000 to 339,999 are written as Alpha-5.
//
// Source: Kelso, FAQs: Two-Line Element Set Format, CelesTrak; Space-Track, Alpha-5.
// Ignores: digits that the columns have no room for: 0.864 ms of the epoch, 1e-4
// degrees, 1e-7 of eccentricity, 1e-8 rev/day, five digits of drag.
// Good to: TestVal_CataloguesSurvive: line for line what the catalogue had.
// Needs: a number below 340,000; a drag term and derivatives below 1.
type TLE struct{}

// Begin appends nothing.
func (TLE) Begin(dst []byte) []byte { return dst }

// End appends nothing.
func (TLE) End(dst []byte) []byte { return dst }

// Set appends two lines or three.
func (TLE) Set(dst []byte, el *gp.Elements) ([]byte, error) {
	id, err := alpha5(el.NoradID)
	if err != nil {
		return dst, err
	}
	year, day := dayOfYear(el.Epoch)
	ndot, ok1 := pointed(el.MeanMotionDot)
	nddot, ok2 := powered(el.MeanMotionDDot)
	bstar, ok3 := powered(el.BStar)
	if !ok1 || !ok2 || !ok3 {
		return dst, fmt.Errorf("object %d: drag terms %v, %v and %v have no room in a TLE; OMM has", el.NoradID, el.MeanMotionDot, el.MeanMotionDDot, el.BStar)
	}
	if el.MeanMotion >= 99.999999995 {
		return dst, fmt.Errorf("object %d: %v revolutions a day have no room in a TLE; OMM has", el.NoradID, el.MeanMotion)
	}
	class := el.Classification
	if class < 'A' || class > 'Z' {
		class = 'U'
	}
	first := fmt.Sprintf("1 %s%c %-8s %02d%s %s %s %s %d %4d", id, class, launch(el.Designator, el.NoradID), year%100, day, ndot, nddot, bstar,
		el.EphemerisType%10, el.SetNumber%10000)
	second := fmt.Sprintf("2 %s %s %s %07d %s %s %11.8f%5d", id, angle(el.Inclination), angle(wrapped(el.Node)),
		min(9999999, int64(math.Round(el.Eccentricity*1e7))), angle(wrapped(el.ArgPerigee)), angle(wrapped(el.MeanAnomaly)), el.MeanMotion, el.Revolution%100000)
	if name := ascii(el.Name); name != "" {
		// A name that could be taken for something else has the 0 before it.
		if strings.ContainsRune("#<{[", rune(name[0])) || len(name) > 1 && name[1] == ' ' && name[0] >= '0' && name[0] <= '2' {
			dst = append(dst, "0 "...)
		}
		dst = append(append(dst, name...), '\n')
	}
	for _, line := range [2]string{first, second} {
		sum := 0
		for _, c := range []byte(line) {
			switch {
			case c >= '0' && c <= '9':
				sum += int(c - '0')
			case c == '-':
				sum++
			}
		}
		dst = append(append(dst, line...), byte('0'+sum%10), '\n')
	}
	return dst, nil
}

// alpha5 is a number in five places; from 100,000 on a letter, without I and O,
// stands for its first two digits.
func alpha5(id int) (string, error) {
	const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
	switch {
	case id >= 0 && id < 100000:
		return fmt.Sprintf("%05d", id), nil
	case id >= 100000 && id < 340000:
		return fmt.Sprintf("%c%04d", letters[id/10000-10], id%10000), nil
	}
	return "", fmt.Errorf("object %d: a TLE has numbers up to 339999; OMM has room for nine digits", id)
}

// launch is the international designator in eight places, 98067A of 1998-067A, or
// nothing where the number stands for one, as in messages that must have one.
func launch(designator string, id int) string {
	d := ascii(designator)
	if len(d) > 5 && d[4] == '-' {
		if _, err := strconv.Atoi(d[:4]); err == nil {
			d = d[2:4] + d[5:]
		}
	}
	other := func(r rune) bool { return (r < '0' || r > '9') && (r < 'A' || r > 'Z') }
	if len(d) > 8 || strings.IndexFunc(d, other) >= 0 || d == strconv.Itoa(id) {
		return ""
	}
	return d
}

// dayOfYear returns an epoch as year and day, January 1 at 0 h being 1, to 1e-8.
func dayOfYear(e gp.Epoch) (year int, day string) {
	midnight := time.Unix(int64(e.Midnight-2440587.5)*86400, 0).UTC()
	parts := int64(math.Round(e.Fraction * 1e8))
	if parts >= 1e8 {
		midnight, parts = midnight.AddDate(0, 0, 1), parts-1e8
	}
	return midnight.Year(), fmt.Sprintf("%03d.%08d", midnight.YearDay(), parts)
}

// angle is degrees in eight places.
func angle(degrees float64) string { return fmt.Sprintf("%8.4f", degrees) }

// wrapped brings degrees into what angle prints as 0 to below 360.
func wrapped(degrees float64) float64 {
	d := math.Mod(degrees, 360)
	if d < 0 {
		d += 360
	}
	if d >= 359.99995 {
		return 0
	}
	return d
}

// pointed is a number below 1 in ten places without its zero: "-.00002182".
func pointed(v float64) (string, bool) {
	text := fmt.Sprintf("%.8f", math.Abs(v))
	if text[0] != '0' || text[1] != '.' {
		return "", false
	}
	sign := " "
	if v < 0 && strings.Trim(text, "0.") != "" {
		sign = "-"
	}
	return sign + text[1:], true
}

// powered is a number in eight places with implied point and E: "-11606-4" is
// -0.11606e-4. What is below 1e-14 is nothing.
func powered(v float64) (string, bool) {
	if v == 0 {
		return " 00000+0", true
	}
	text := strconv.FormatFloat(math.Abs(v), 'e', 4, 64) // d.dddde±xx
	power, _ := strconv.Atoi(text[7:])
	digits, power := text[:1]+text[2:6], power+1
	switch {
	case power > 9:
		return "", false
	case power < -9: // fewer digits
		whole := int64(math.Round(math.Abs(v) * 1e14))
		if whole == 0 {
			return " 00000+0", true
		}
		digits, power = fmt.Sprintf("%05d", whole), -9
	}
	sign, e := " ", "+"
	if v < 0 {
		sign = "-"
	}
	if power < 0 {
		e, power = "-", -power
	}
	return sign + digits + e + strconv.Itoa(power), true
}
