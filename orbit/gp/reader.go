package gp

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// Format is a form that element sets are written in.
type Format uint8

// The formats. OMM is the orbit mean-elements message of CCSDS 502.0.
const (
	Detect Format = iota // by content
	TLE                  // two lines, or three with the name
	CSV                  // OMM with a line of column names, as CelesTrak and Space-Track write it
	JSON                 // OMM as an array of flat objects, or one object after the other
	XML                  // OMM as omm elements, alone or in an ndm
	KVN                  // OMM as lines of KEY = value
)

// BadRecord is a record that cannot be read. Those after it can.
type BadRecord struct {
	Line  int    // the line at fault, or the first of the record
	What  string // what is wrong
	Right string // what would be right
}

func (b *BadRecord) Error() string { return fmt.Sprintf("%d: %s; %s", b.Line, b.What, b.Right) }

// The longest line and the longest JSON object or XML element that are read; a
// proper one has a twentieth of it. What is longer is skipped and reported, so that
// no input takes much memory.
const (
	maxLine   = 8 << 10
	maxRecord = 128 << 10
)

// Reader reads element sets one after the other.
type Reader struct {
	// SkipChecksum accepts TLE lines whose checksum is wrong or missing.
	SkipChecksum bool

	in     *bufio.Reader
	format Format
	line   int  // the line that is to be read next, 0 before the first
	lineAt int  // the line in text
	cr     bool // the line before ended with a carriage return
	text   []byte
	again  bool // text is to be read once more

	first   []byte   // line 1 of a TLE
	columns []string // of a CSV
	message omm      // of a KVN, while it is gathered
	begun   int      // its first line, 0 if there is none
	opened  bool     // the beginning of the next JSON object or omm element has been read
}

// NewReader returns a reader of a file in a format.
func NewReader(r io.Reader, f Format) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 64<<10), format: f}
}

// Next returns the next set. The error is a *BadRecord if a record is bad and the
// next call goes on after it, io.EOF at the end, and any other if reading fails.
func (r *Reader) Next() (Elements, error) {
	if r.line == 0 {
		if err := r.open(); err != nil {
			return Elements{}, err
		}
	}
	var el Elements
	var err error
	switch r.format {
	case CSV:
		el, err = r.nextCSV()
	case JSON:
		el, err = r.nextJSON()
	case XML:
		el, err = r.nextXML()
	case KVN:
		el, err = r.nextKVN()
	default:
		el, err = r.nextTLE()
	}
	if err != nil {
		return Elements{}, err
	}
	return el, nil
}

// Format returns the format, which is known after the first call of Next.
func (r *Reader) Format() Format { return r.format }

// open skips a byte order mark and finds the format.
func (r *Reader) open() error {
	r.line = 1
	head, err := r.in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) && len(head) == 0 {
		return err
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		r.in.Discard(3)
		head = head[3:]
	}
	if r.format == Detect {
		r.format = detect(head)
	}
	return nil
}

func detect(head []byte) Format {
	head = bytes.TrimLeft(head, " \t\r\n")
	if len(head) > 0 && (head[0] == '{' || head[0] == '[') {
		return JSON
	}
	if len(head) > 0 && head[0] == '<' {
		return XML
	}
	for line := range bytes.FieldsFuncSeq(head, func(c rune) bool { return c == '\n' || c == '\r' }) {
		line = bytes.TrimSpace(line)
		switch {
		case len(line) == 0 || line[0] == '#':
			continue
		case bytes.HasPrefix(line, []byte("CCSDS_OMM_VERS")):
			return KVN
		case bytes.Contains(line, []byte("MEAN_MOTION")) && bytes.IndexByte(line, ',') >= 0:
			return CSV
		}
		return TLE
	}
	return TLE
}

// readLine reads a line that ends with a line feed, a carriage return or both. It
// returns false at the end. A line that is too long comes as a bad record.
func (r *Reader) readLine() (bool, error) {
	if r.again {
		r.again = false
		return true, nil
	}
	r.text = r.text[:0]
	long, any := false, false
	at := r.line
	for {
		c, err := r.in.ReadByte()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				return false, err
			}
			if !any {
				return false, nil
			}
			break
		}
		if c == '\n' && r.cr && !any {
			r.cr = false
			continue
		}
		r.cr = c == '\r'
		any = true
		if c == '\n' || c == '\r' {
			r.line++
			break
		}
		if len(r.text) >= maxLine {
			long = true
			continue
		}
		r.text = append(r.text, c)
	}
	r.lineAt = at
	if long {
		return true, &BadRecord{at, fmt.Sprintf("the line is longer than %d bytes", maxLine), "a record's line"}
	}
	return true, nil
}
