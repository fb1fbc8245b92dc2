package sky

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// BadLine is a line of a file that cannot be taken.
type BadLine struct {
	Line  int    // counted from 1
	What  string // what is wrong
	Right string // what would be right
}

func (b BadLine) String() string { return fmt.Sprintf("%d: %s; %s", b.Line, b.What, b.Right) }

// BadOrientation is the error of a file of Earth's orientation with bad lines: the first
// twenty, and how many more there are.
type BadOrientation struct {
	Lines []BadLine
	More  int
}

func (b *BadOrientation) Error() string {
	var s strings.Builder
	for i, l := range b.Lines {
		if i > 0 {
			s.WriteByte('\n')
		}
		s.WriteString(l.String())
	}
	if b.More > 0 {
		fmt.Fprintf(&s, "\nand %d more", b.More)
	}
	return s.String()
}

const (
	mostBadLines        = 20
	longestLine         = 4096 // a proper one has 190
	firstMJD            = 41317
	mostOrientationDays = 106_000 // from 1972 as far as an Instant reaches
)

// ReadOrientation reads daily rows of Earth's orientation: CelesTrak's EOP-All and
// EOP-Last5Years, as text or as CSV, or IERS's finals2000A. The form is found by its
// content. Rows before 1972, when UTC had other seconds, are left out, and so are those at
// the end of finals2000A that have no UT1 yet.
//
// Days must follow one another, have values that Earth can have, and know the leap seconds
// that this package knows: a file that has one more is refused, since every instant after it
// would be a second off. The error is a *[BadOrientation] with all bad lines if lines are
// bad, and the reader's own if reading fails. Memory is that of the rows, 48 bytes a day.
func ReadOrientation(r io.Reader) (*Orientation, error) {
	f := orientationFile{in: bufio.NewReaderSize(r, 64<<10)}
	for {
		text, err := f.readLine()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		f.take(text)
	}
	if len(f.o.days) == 0 && len(f.bad.Lines) == 0 {
		f.refuse("no row of Earth's orientation from 1972 on", "CelesTrak's EOP-All or EOP-Last5Years, or IERS's finals2000A")
	}
	if len(f.bad.Lines) > 0 {
		return nil, &f.bad
	}
	return &f.o, nil
}

type orientationForm uint8

const (
	unknownForm orientationForm = iota
	celestrakText
	celestrakCSV
	finals2000A
)

type orientationFile struct {
	in      *bufio.Reader
	line    int
	tooLong bool
	form    orientationForm
	column  [8]int // of a CSV: where columns stands
	o       Orientation
	bad     BadOrientation
	failed  bool // the row before was bad, so a gap is no news
	ended   bool // finals2000A: the rows without UT1 have begun
}

func (f *orientationFile) refuse(what, right string) {
	f.failed = true
	if len(f.bad.Lines) == mostBadLines {
		f.bad.More++
		return
	}
	f.bad.Lines = append(f.bad.Lines, BadLine{max(f.line, 1), what, right})
}

// readLine returns the next line without its end, at most longestLine of it.
func (f *orientationFile) readLine() ([]byte, error) {
	f.tooLong = false
	text, err := f.in.ReadSlice('\n')
	if len(text) > longestLine {
		text, f.tooLong = text[:longestLine], true
	}
	text = slices.Clone(text)
	for errors.Is(err, bufio.ErrBufferFull) {
		f.tooLong = true
		_, err = f.in.ReadSlice('\n')
	}
	if err == io.EOF && len(text) > 0 {
		err = nil
	}
	if err == nil {
		f.line++
	}
	return bytes.TrimRight(text, "\r\n"), err
}

// columns are the names of a CSV's columns that are read.
var columns = [8]string{"MJD", "X", "Y", "UT1-UTC", "DX", "DY", "DAT", "DATE"}

func (f *orientationFile) take(line []byte) {
	if f.tooLong {
		f.refuse(fmt.Sprintf("the line is longer than %d bytes", longestLine), "a row of Earth's orientation")
		return
	}
	if f.line == 1 {
		line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
	}
	text := string(line)
	if strings.TrimSpace(text) == "" {
		return
	}
	if f.form == unknownForm {
		switch {
		case strings.HasPrefix(text, "VERSION"), strings.HasPrefix(text, "#"), strings.HasPrefix(text, "NUM_"), strings.HasPrefix(text, "BEGIN"),
			len(strings.Fields(text)) == 13:
			f.form = celestrakText
		case strings.Contains(text, "MJD") && strings.Contains(text, ","):
			f.form = celestrakCSV
			names := strings.Split(text, ",")
			for i := range names {
				names[i] = strings.TrimSpace(names[i])
			}
			for i, name := range columns {
				if f.column[i] = slices.Index(names, name); f.column[i] < 0 {
					f.refuse("the CSV has no column "+name, "the columns "+strings.Join(columns[:], ", "))
				}
			}
			return
		case len(text) >= 68 && (text[16] == 'I' || text[16] == 'P'):
			f.form = finals2000A
		default:
			f.refuse("the line is of no known form", "CelesTrak's EOP-All or EOP-Last5Years, as text or CSV, or IERS's finals2000A")
			return
		}
	}
	switch f.form {
	case celestrakText:
		f.takeText(text)
	case celestrakCSV:
		f.takeCSV(text)
	case finals2000A:
		f.takeFinals(text)
	}
}

func (f *orientationFile) takeText(text string) {
	if c := text[0]; c == '#' || c >= 'A' && c <= 'Z' {
		return
	}
	p := strings.Fields(text)
	if len(p) != 13 {
		f.refuse(fmt.Sprintf("the row has %d fields", len(p)), "13: year month day MJD x y UT1-UTC LOD dPsi dEps dX dY DAT")
		return
	}
	f.row([3]string{p[0], p[1], p[2]}, p[3], [5]string{p[4], p[5], p[6], p[10], p[11]}, p[12], 1)
}

func (f *orientationFile) takeCSV(text string) {
	p := strings.Split(text, ",")
	var v [8]string
	for i, at := range f.column {
		if at < 0 || at >= len(p) {
			f.refuse(fmt.Sprintf("the row has %d fields and none for %s", len(p), columns[i]), "as many as the first line has names")
			return
		}
		v[i] = strings.TrimSpace(p[at])
	}
	date := strings.Split(v[7], "-")
	if len(date) != 3 {
		f.refuse(fmt.Sprintf("%q is not a date", v[7]), "a date like 2026-11-22")
		return
	}
	f.row([3]string(date), v[0], [5]string{v[1], v[2], v[3], v[4], v[5]}, v[6], 1)
}

func (f *orientationFile) takeFinals(text string) {
	text += strings.Repeat(" ", max(0, 125-len(text)))
	field := func(from, to int) string { return strings.TrimSpace(text[from-1 : to]) }
	ut1 := field(59, 68)
	if ut1 == "" {
		f.ended = true
		return
	}
	if f.ended {
		f.refuse("the row follows rows without UT1", "one row a day, UT1 missing at the end only")
		return
	}
	year, err := strconv.Atoi(field(1, 2))
	if err != nil {
		f.refuse(fmt.Sprintf("%q is not a year", field(1, 2)), "its last two digits in columns 1 and 2")
		return
	}
	year += 1900
	if mjd, err := strconv.ParseFloat(field(8, 15), 64); err == nil && mjd >= 51544 {
		year += 100
	}
	dX, dY := field(98, 106), field(117, 125)
	if dX == "" && dY == "" {
		// Not predicted as far as UT1: held.
		dX, dY = "0", "0"
		if n := len(f.o.days); n > 0 {
			dX = strconv.FormatFloat(f.o.days[n-1].dX/arcsecond*1e3, 'f', 6, 64)
			dY = strconv.FormatFloat(f.o.days[n-1].dY/arcsecond*1e3, 'f', 6, 64)
		}
	}
	f.row([3]string{strconv.Itoa(year), field(3, 4), field(5, 6)}, field(8, 15),
		[5]string{field(19, 27), field(38, 46), ut1, dX, dY}, "", 1e-3)
}

// limits are what Earth has: of the pole, of UT1−UTC and of dX and dY.
var limits = [5]struct {
	name, unit string
	most       float64
}{{"x", "arc seconds", 2}, {"y", "arc seconds", 2}, {"UT1-UTC", "s", 1}, {"dX", "arc seconds", 0.1}, {"dY", "arc seconds", 0.1}}

// row takes a day: x, y, UT1−UTC, dX and dY, the latter two in a unit of arc seconds, and
// TAI−UTC where the form has it.
func (f *orientationFile) row(date [3]string, mjdText string, text [5]string, taiMinusUTCText string, unit float64) {
	mjdFloat, err := strconv.ParseFloat(mjdText, 64)
	if err != nil || mjdFloat != math.Trunc(mjdFloat) || !(math.Abs(mjdFloat) < 1e6) {
		f.refuse(fmt.Sprintf("%q is not a Modified Julian Date", mjdText), "a whole number like 61366")
		return
	}
	mjd := int64(mjdFloat)
	var ymd [3]int
	for i, s := range date {
		if ymd[i], err = strconv.Atoi(strings.TrimSpace(s)); err != nil {
			f.refuse(fmt.Sprintf("%q is not a part of a date", s), "year, month and day in digits")
			return
		}
	}
	unix := (mjd - unixMJD) * 86400
	if y, m, d := time.Unix(unix, 0).UTC().Date(); ymd != [3]int{y, int(m), d} {
		f.refuse(fmt.Sprintf("%d-%02d-%02d is not MJD %d", ymd[0], ymd[1], ymd[2], mjd), fmt.Sprintf("that is %d-%02d-%02d", y, m, d))
		return
	}
	if mjd < firstMJD {
		return
	}
	if mjd >= firstMJD+mostOrientationDays {
		f.refuse(fmt.Sprintf("MJD %d is out of range", mjd), "days before 2262")
		return
	}
	var v [5]float64
	for i, s := range text {
		v[i], err = strconv.ParseFloat(s, 64)
		if i > 2 {
			v[i] *= unit
		}
		if err != nil || !(math.Abs(v[i]) <= limits[i].most) {
			f.refuse(fmt.Sprintf("%s is %q", limits[i].name, s), fmt.Sprintf("a number of at most %v %s", limits[i].most, limits[i].unit))
			return
		}
	}
	ahead := taiMinusUTC(unix)
	if taiMinusUTCText != "" {
		if n, err := strconv.ParseFloat(taiMinusUTCText, 64); err != nil || n != float64(ahead) {
			f.refuse(fmt.Sprintf("TAI-UTC is %q", taiMinusUTCText),
				fmt.Sprintf("%d s is known for that day; if a leap second has been announced since, it is to be added to leapSeconds", ahead))
			return
		}
	}
	if n := int64(len(f.o.days)); n == 0 {
		f.o.first = mjd
	} else if want := f.o.first + n; mjd != want && !f.failed {
		f.refuse(fmt.Sprintf("MJD %d follows MJD %d", mjd, want-1), fmt.Sprintf("one row a day: MJD %d", want))
		return
	}
	f.failed = false
	f.o.days = append(f.o.days, orientationDay{
		ut1MinusTAI: v[2] - float64(ahead), taiMinusUTC: float64(ahead),
		x: v[0] * arcsecond, y: v[1] * arcsecond, dX: v[3] * arcsecond, dY: v[4] * arcsecond,
	})
}
