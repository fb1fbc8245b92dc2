package export

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// longest is how many letters of a name are written; CCSDS holds a line to 254.
const longest = 200

// clean drops from a name what is no letter for a screen, and cuts it to length.
func clean(name string) string {
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError || r == '\u2028' || r == '\u2029' {
			return -1
		}
		return r
	}, name))
	for i := range name {
		if i >= longest {
			return name[:i]
		}
	}
	return name
}

// ascii is clean for forms that know no other letters.
func ascii(name string) string {
	return strings.Map(func(r rune) rune {
		if r > '~' {
			return '?'
		}
		return r
	}, clean(name))
}

// appendXML appends a name as the content of an element.
func appendXML(dst []byte, name string) []byte {
	for _, r := range clean(name) {
		switch r {
		case '&':
			dst = append(dst, "&amp;"...)
		case '<':
			dst = append(dst, "&lt;"...)
		case '>':
			dst = append(dst, "&gt;"...)
		default:
			if r == 0xFFFE || r == 0xFFFF { // no letters of XML 1.0
				r = '?'
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// appendFixed appends v with a number of digits after the point, rounded to the
// nearest. What is too large to be scaled exactly is given all its digits, and
// what is no number as an empty string: callers pass finite values.
func appendFixed(dst []byte, v float64, digits int) []byte {
	scale := 1.0
	for range digits {
		scale *= 10
	}
	scaled := math.Round(v * scale)
	if !(math.Abs(scaled) < 1<<53) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return dst
		}
		return strconv.AppendFloat(dst, v, 'f', -1, 64)
	}
	n := int64(scaled)
	if n < 0 {
		dst, n = append(dst, '-'), -n
	}
	unit := int64(scale)
	dst = strconv.AppendInt(dst, n/unit, 10)
	if digits == 0 {
		return dst
	}
	dst = append(dst, '.')
	return appendPadded(dst, n%unit, digits)
}

// appendPadded appends n ≥ 0 with zeros before it to a width.
func appendPadded(dst []byte, n int64, width int) []byte {
	at := len(dst)
	for range width {
		dst = append(dst, '0')
	}
	for i := len(dst) - 1; i >= at; i-- {
		dst[i] = byte('0' + n%10)
		n /= 10
	}
	return dst
}

// appendClock appends hh:mm:ss and the fraction of a second that is not zero. A leap
// second is the 61st of its minute.
func appendClock(dst []byte, t sky.Instant) []byte {
	u := t.Time()
	second := u.Second()
	if sky.UTC(u) != t { // shown twice: the second time it is the leap second
		second++
	}
	dst = append(appendPadded(dst, int64(u.Hour()), 2), ':')
	dst = append(appendPadded(dst, int64(u.Minute()), 2), ':')
	dst = appendPadded(dst, int64(second), 2)
	n, digits := int64(u.Nanosecond()), 9
	if n == 0 {
		return dst
	}
	for n%10 == 0 {
		n, digits = n/10, digits-1
	}
	return appendPadded(append(dst, '.'), n, digits)
}

// appendUTC appends an instant as 2026-08-22T12:30:45.123, with as many digits as it
// needs.
func appendUTC(dst []byte, t sky.Instant) []byte {
	year, month, day := t.Time().Date()
	dst = append(appendPadded(dst, int64(year), 4), '-')
	dst = append(appendPadded(dst, int64(month), 2), '-')
	dst = append(appendPadded(dst, int64(day), 2), 'T')
	return appendClock(dst, t)
}

// international returns a designator as CCSDS wants it, 1998-067A, of the 98067A
// that TLE have; others are left as they are.
func international(designator string) string {
	d := ascii(designator)
	if len(d) < 6 || len(d) > 8 {
		return d
	}
	for i, c := range []byte(d) {
		if digit := c >= '0' && c <= '9'; digit != (i < 5) || !digit && (c < 'A' || c > 'Z') {
			return d
		}
	}
	century := "20"
	if d[:2] >= "57" {
		century = "19"
	}
	return century + d[:2] + "-" + d[2:]
}

// names returns an object's name and identity, which no CCSDS message may leave
// empty: without a designator it is the number in the catalogue.
func (o *Object) names() (name, id string) {
	name, id = clean(o.Name), international(o.Designator)
	if id == "" {
		id = strconv.Itoa(o.Number)
	}
	if name == "" {
		name = "OBJECT " + strconv.Itoa(o.Number)
	}
	return name, id
}
