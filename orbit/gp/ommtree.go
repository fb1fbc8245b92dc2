package gp

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// take reads a byte of JSON or XML and counts lines.
func (r *Reader) take() (byte, error) {
	c, err := r.in.ReadByte()
	if err == nil && (c == '\n' && !r.cr || c == '\r') {
		r.line++
	}
	r.cr = err == nil && c == '\r'
	return c, err
}

// nextJSON reads the next object at the top level or in an array. Objects are cut
// out first and read one by one, so that a broken one spoils no other: a string
// ends with its line, and a brace that opens where no value can stand begins the
// next record.
func (r *Reader) nextJSON() (Elements, error) {
	if !r.opened { // look for the next brace
		for {
			c, err := r.take()
			if err != nil {
				return Elements{}, err
			}
			if c == '{' {
				break
			}
			if !strings.ContainsRune(" \t\r\n,[]", rune(c)) {
				at := r.line
				if r.skipTo('{') {
					r.opened = true
				}
				return Elements{}, &BadRecord{at, fmt.Sprintf("%q stands outside any object", c), "objects in an array"}
			}
		}
	}
	r.opened = false
	begun := r.line
	text := append(r.text[:0], '{')
	depth, quoted, before := 1, false, byte('{')
	for depth > 0 {
		c, err := r.take()
		if errors.Is(err, io.EOF) {
			return Elements{}, &BadRecord{begun, "the object does not end", "a closing brace"}
		}
		if err != nil {
			return Elements{}, err
		}
		switch {
		case quoted && c == '\\':
			text = append(text, c)
			if c, err = r.take(); err != nil {
				continue // the same error comes again
			}
		case quoted && c == '\n':
			return Elements{}, r.broken(begun, "a string does not end on its line")
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' && before != ':' && before != '[':
			r.opened = true
			r.text = text
			return Elements{}, &BadRecord{begun, "the object does not end before the next begins", "a closing brace"}
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
		if !quoted && c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			before = c
		}
		if text = append(text, c); len(text) > maxRecord {
			return Elements{}, r.broken(begun, fmt.Sprintf("the object is longer than %d bytes", maxRecord))
		}
	}
	r.text = text
	return jsonMessage(text, begun)
}

// broken skips to the next object.
func (r *Reader) broken(at int, what string) error {
	r.opened = r.skipTo('{')
	return &BadRecord{at, what, "an object of keys and values"}
}

func (r *Reader) skipTo(mark byte) bool {
	for {
		c, err := r.take()
		if err != nil {
			return false
		}
		if c == mark {
			return true
		}
	}
}

func jsonMessage(text []byte, line int) (Elements, error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	bad := func(err error) (Elements, error) {
		return Elements{}, &BadRecord{line, "no JSON: " + err.Error(), "an object of keys and values"}
	}
	if _, err := d.Token(); err != nil {
		return bad(err)
	}
	var o omm
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return bad(err)
		}
		var v any
		if err := d.Decode(&v); err != nil {
			return bad(err)
		}
		switch v := v.(type) {
		case string:
			o.set(key.(string), v)
		case json.Number:
			o.set(key.(string), v.String())
		case bool:
			o.set(key.(string), fmt.Sprint(v))
		}
	}
	if _, err := d.Token(); err != nil {
		return bad(err)
	}
	return o.done(line)
}

// nextXML reads the next omm element, cut out first as in [Reader.nextJSON]: one that
// does not end before the next begins is reported alone.
func (r *Reader) nextXML() (Elements, error) {
	const open, end = "<omm", "</omm>"
	if !r.opened {
		tag := 0 // letters of open that have been matched
		for {
			c, err := r.take()
			if err != nil {
				return Elements{}, err
			}
			switch {
			case tag == len(open) && strings.IndexByte(" \t\r\n>", c) >= 0:
				r.text = append(append(r.text[:0], open...), c)
				r.opened = true
			case tag < len(open) && c == open[tag]:
				tag++
				continue
			case c == '<':
				tag = 1
				continue
			}
			if tag = 0; r.opened {
				break
			}
		}
	}
	r.opened = false
	begun := r.line
	text := r.text
	for {
		c, err := r.take()
		if errors.Is(err, io.EOF) {
			return Elements{}, &BadRecord{begun, "the omm element does not end", end}
		}
		if err != nil {
			return Elements{}, err
		}
		text = append(text, c)
		r.text = text
		switch {
		case c == '>' && bytes.HasSuffix(text, []byte(end)):
			return xmlMessage(text, begun)
		case len(text) > len(open)+2 && strings.IndexByte(" \t\r\n>", c) >= 0 && bytes.HasSuffix(text[:len(text)-1], []byte(open)):
			r.text = append(append(r.text[:0], open...), c)
			r.opened = true
			return Elements{}, &BadRecord{begun, "the omm element does not end before the next begins", end}
		case len(text) > maxRecord:
			return Elements{}, &BadRecord{begun, fmt.Sprintf("the omm element is longer than %d bytes", maxRecord), end}
		}
	}
}

func xmlMessage(text []byte, line int) (Elements, error) {
	d := xml.NewDecoder(bytes.NewReader(text))
	var o omm
	var value []byte
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return o.done(line)
		}
		if err != nil {
			return Elements{}, &BadRecord{line, "no XML: " + err.Error(), "an omm element"}
		}
		switch t := token.(type) {
		case xml.StartElement:
			value = value[:0]
		case xml.CharData:
			value = append(value, t...)
		case xml.EndElement:
			o.set(t.Name.Local, string(value))
			value = value[:0]
		}
	}
}
