package gp

import (
	"bytes"
	"fmt"
	"io"
)

// nextTLE reads the next pair of lines and the name before it, if there is one.
// Blank lines and those that begin with # are passed over.
func (r *Reader) nextTLE() (Elements, error) {
	name, nameAt := "", 0
	for {
		ok, err := r.tleLine()
		if err != nil {
			return Elements{}, err
		}
		if !ok {
			if nameAt != 0 {
				return Elements{}, r.stray(name, nameAt)
			}
			return Elements{}, io.EOF
		}
		switch {
		case numbered(r.text, '1'):
			return r.pair(name)
		case numbered(r.text, '2'):
			return Elements{}, &BadRecord{r.lineAt, "a line 2 without its line 1", "line 1 of the same object before it"}
		case nameAt != 0: // the line before was no name
			r.again = true
			return Elements{}, r.stray(name, nameAt)
		}
		text := bytes.TrimPrefix(r.text, []byte("0 "))
		name, nameAt = string(bytes.ToValidUTF8(bytes.TrimSpace(text), []byte("?"))), r.lineAt
	}
}

func (r *Reader) stray(text string, at int) error {
	if len(text) > 40 {
		text = text[:40]
	}
	return &BadRecord{at, fmt.Sprintf("%q is followed by no line 1", text), `a name, then lines that begin with "1 " and "2 "`}
}

// tleLine reads a line that is not blank and no comment, without blanks at its end.
func (r *Reader) tleLine() (bool, error) {
	for {
		ok, err := r.readLine()
		if !ok || err != nil {
			return ok, err
		}
		r.text = bytes.TrimRight(r.text, " \t\x00\x1a")
		if len(bytes.TrimLeft(r.text, " \t")) > 0 && r.text[0] != '#' {
			return true, nil
		}
	}
}

// numbered reports whether a line is the line of a number and not a name that
// happens to begin with it: a catalogue number follows.
func numbered(line []byte, number byte) bool {
	if len(line) < 7 || line[0] != number || line[1] != ' ' {
		return false
	}
	_, ok := alpha5(line[2:7])
	return ok && (number == '1' || len(line) < 8 || line[7] == ' ')
}

// pair reads line 2 after line 1, which is in text.
func (r *Reader) pair(name string) (Elements, error) {
	r.first = append(r.first[:0], r.text...)
	at := r.lineAt
	ok, err := r.tleLine()
	if err != nil {
		return Elements{}, err
	}
	if !ok || !numbered(r.text, '2') {
		r.again = ok
		return Elements{}, &BadRecord{at, "a line 1 without its line 2", "line 2 of the same object after it"}
	}
	el := Elements{Name: name}
	f := fields{line: r.first, check: !r.SkipChecksum}
	f.one(&el)
	if f.what != "" {
		return Elements{}, &BadRecord{at, f.what, f.right}
	}
	f = fields{line: r.text, check: !r.SkipChecksum}
	f.two(&el)
	if f.what == "" {
		f.what, f.right = el.fault()
	}
	if f.what != "" {
		return Elements{}, &BadRecord{r.lineAt, f.what, f.right}
	}
	return el, nil
}

// fields reads the columns of a line and keeps the first fault.
type fields struct {
	line        []byte
	check       bool
	what, right string
}

func (f *fields) wrong(what, right string) {
	if f.what == "" {
		f.what, f.right = what, right
	}
}

// one reads line 1. Columns as in Kelso, FAQs: Two-Line Element Set Format, CelesTrak.
func (f *fields) one(el *Elements) {
	f.sum()
	if f.what != "" {
		return
	}
	el.NoradID = f.number()
	if c := f.line[7]; c != ' ' {
		el.Classification = c
	}
	el.Designator = string(bytes.ToValidUTF8(bytes.TrimSpace(f.line[9:17]), []byte("?")))
	year := f.integer(18, 20, "the year of the epoch", false)
	year = centuryOf(year)
	day := f.decimal(20, 32, "the day of the epoch")
	if f.what == "" {
		epoch, what, right := dayEpoch(year, day)
		f.wrong(what, right)
		el.Epoch = epoch
	}
	if !blank(f.line[33:43]) {
		el.MeanMotionDot = f.decimal(33, 43, "the mean motion's first derivative")
	}
	if !blank(f.line[44:52]) {
		el.MeanMotionDDot = f.exponent(44, 52, "the mean motion's second derivative")
	}
	el.BStar = f.exponent(53, 61, "the drag term B*")
	el.EphemerisType = f.integer(62, 63, "the ephemeris type", true)
	el.SetNumber = f.integer(64, 68, "the number of the set", true)
}

func (f *fields) two(el *Elements) {
	f.sum()
	if f.what != "" {
		return
	}
	if id := f.number(); f.what == "" && id != el.NoradID {
		f.wrong(fmt.Sprintf("line 2 is of object %d", id), fmt.Sprintf("%d as on line 1", el.NoradID))
	}
	el.Inclination = f.decimal(8, 16, "the inclination")
	el.Node = f.decimal(17, 25, "the right ascension of the node")
	el.Eccentricity = float64(f.integer(26, 33, "the eccentricity", false)) / 1e7
	el.ArgPerigee = f.decimal(34, 42, "the argument of perigee")
	el.MeanAnomaly = f.decimal(43, 51, "the mean anomaly")
	el.MeanMotion = f.decimal(52, 63, "the mean motion")
	el.Revolution = f.integer(63, 68, "the revolution", true)
}

// sum checks length and checksum: the last digit is that of the sum of all digits
// before, a minus sign counting as 1.
func (f *fields) sum() {
	n := len(f.line)
	for _, c := range f.line {
		if c < ' ' || c > '~' {
			f.wrong(fmt.Sprintf("line %c holds a letter that is not ASCII", f.line[0]), "letters, digits, blanks and signs")
			return
		}
	}
	if n < 68 || n < 69 && f.check {
		f.wrong(fmt.Sprintf("line %c has %d columns", f.line[0], n), "69")
		return
	}
	if n > 69 && f.line[69] != ' ' {
		f.wrong(fmt.Sprintf("line %c goes on in column 70", f.line[0]), "69 columns, and a blank before anything else")
		return
	}
	if !f.check {
		return
	}
	sum := 0
	for _, c := range f.line[:68] {
		switch {
		case c >= '0' && c <= '9':
			sum += int(c - '0')
		case c == '-':
			sum++
		}
	}
	if last := f.line[68]; last != byte('0'+sum%10) {
		f.wrong(fmt.Sprintf("the checksum of line %c is %q", f.line[0], last), fmt.Sprintf("%d for what the line says", sum%10))
	}
}

func (f *fields) number() int {
	id, ok := alpha5(f.line[2:7])
	if !ok {
		f.wrong(fmt.Sprintf("the catalogue number is %q", f.line[2:7]), "five digits, or a letter but I and O and four digits")
	}
	return id
}

// alpha5 reads a catalogue number of five places, whose first may be a letter: A is
// 10 and Z is 33, without I and O.
func alpha5(text []byte) (int, bool) {
	id, any := 0, false
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			id, any = id*10+int(c-'0'), true
		case c == ' ' && !any:
		case i == 0 && c >= 'A' && c <= 'Z' && c != 'I' && c != 'O':
			id, any = int(c-'A')+10, true
			if c > 'I' {
				id--
			}
			if c > 'O' {
				id--
			}
		default:
			return 0, false
		}
	}
	return id, any
}

func blank(text []byte) bool { return len(bytes.TrimLeft(text, " ")) == 0 }

// integer reads digits with blanks before them; a field that may be empty is 0 then.
func (f *fields) integer(from, to int, name string, empty bool) int {
	text := bytes.TrimSpace(f.line[from:to])
	n := 0
	for _, c := range text {
		if c < '0' || c > '9' {
			f.wrong(fmt.Sprintf("%s is %q", name, f.line[from:to]), "digits")
			return 0
		}
		n = n*10 + int(c-'0')
	}
	if len(text) == 0 && !empty {
		f.wrong(name+" is blank", "digits")
	}
	return n
}

// powers of ten that a float64 holds exactly.
var powers = [...]float64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// decimal reads a number with its point. Up to 15 digits over a power of ten are
// rounded once, so the value is the nearest there is.
func (f *fields) decimal(from, to int, name string) float64 {
	text := bytes.TrimSpace(f.line[from:to])
	sign, digits, places, point, mantissa := 1.0, 0, 0, false, 0.0
	for i, c := range text {
		switch {
		case c >= '0' && c <= '9':
			mantissa = mantissa*10 + float64(c-'0')
			digits++
			if point {
				places++
			}
		case c == '.' && !point:
			point = true
		case i == 0 && c == '-':
			sign = -1
		case i == 0 && c == '+':
		default:
			digits = -len(text)
		}
	}
	if digits <= 0 {
		f.wrong(fmt.Sprintf("%s is %q", name, f.line[from:to]), "a number with a point")
		return 0
	}
	return sign * (mantissa / powers[places])
}

// exponent reads a number whose point and E are implied: " 28098-4" is 0.28098e-4.
func (f *fields) exponent(from, to int, name string) float64 {
	text := bytes.TrimSpace(f.line[from:to])
	sign, mantissa, digits := 1.0, 0.0, 0
	rest := text
	if len(rest) > 0 && (rest[0] == '-' || rest[0] == '+') {
		if rest[0] == '-' {
			sign = -1
		}
		rest = rest[1:]
	}
	for len(rest) > 0 && rest[0] >= '0' && rest[0] <= '9' {
		mantissa = mantissa*10 + float64(rest[0]-'0')
		digits++
		rest = rest[1:]
	}
	if digits == 0 || len(rest) != 2 || (rest[0] != '-' && rest[0] != '+' && rest[0] != ' ') || rest[1] < '0' || rest[1] > '9' {
		f.wrong(fmt.Sprintf("%s is %q", name, f.line[from:to]), `a sign, five digits after an implied point, and a power of ten: " 28098-4"`)
		return 0
	}
	power := int(rest[1] - '0')
	if rest[0] == '-' {
		power = -power
	}
	if power -= digits; power < 0 {
		return sign * (mantissa / powers[-power])
	}
	return sign * (mantissa * powers[power])
}
