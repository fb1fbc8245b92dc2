package server

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"mime"
	"net"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Catalogue is satellites read from a file, to be moved where they are drawn.
type Catalogue struct {
	Time          string    `json:"time" format:"date-time" doc:"UTC, of the elements"`
	Satellites    int       `json:"satellites"`
	Elements      []byte    `json:"elements" doc:"Little-endian 32-bit floats, nine a satellite: the eight of get-elements, semi-major axis, km; eccentricity vector x and y; inclination, right ascension of the ascending node and mean argument of latitude at the time, rad; the rates of these two, rad/s; and the rate of the argument of perigee, which turns the eccentricity vector, rad/s"`
	Names         []string  `json:"names" doc:"Empty where the file has none"`
	Numbers       []int     `json:"numbers" doc:"Catalogue numbers"`
	Epochs        []int64   `json:"epochs" doc:"Of the sets that the elements were made from, seconds of Unix time"`
	Mistakes      []BadLine `json:"mistakes" doc:"Records that could not be read, the first hundred"`
	MistakesTotal int       `json:"mistakes_total"`
	LeftOut       []LeftOut `json:"left_out" doc:"Satellites that have no place at the time: decayed, or of another time; the first hundred"`
	LeftOutTotal  int       `json:"left_out_total"`
}

// BadLine is a record that could not be read.
type BadLine struct {
	Line    int    `json:"line" doc:"Of the file, from 1"`
	Message string `json:"message" doc:"What is wrong and what would be right"`
}

// LeftOut is a satellite that was read and has no place at the time.
type LeftOut struct {
	Name   string `json:"name"`
	Number int    `json:"number"`
	Why    string `json:"why"`
}

// Bounds on a catalogue. Real ones have some 30,000 satellites, and sets a few days old.
const (
	maxSets = 200_000
	maxAge  = 366 // days
)

// catalogueIn is the request for a catalogue. Its body is read as it comes and never kept whole.
type catalogueIn struct {
	Time string `query:"time" maxLength:"40" doc:"UTC, such as 2026-11-22T12:00:00Z; the newest epoch in the file if not given"`

	contentType string
	length      int64
	body        io.Reader
}

// Resolve takes the body from the request.
func (in *catalogueIn) Resolve(ctx huma.Context) []error {
	r, _ := humago.Unwrap(ctx)
	in.contentType, in.length, in.body = r.Header.Get("Content-Type"), r.ContentLength, r.Body
	return nil
}

func (s *Server) catalogues() {
	op := s.operation(http.MethodPost, "/catalogues", "read-catalogue", aboutOrbits, "The satellites of a file, to be moved where they are drawn",
		"The body is the text of a file of general perturbations elements: TLE in two or three lines, or OMM as CSV, JSON, XML or KVN. Each set is moved to the time by SGP4; "+
			"mean elements there with their rates place a satellite within 30 km of SGP4 for three hours either way, or as much more as drag brings one near its end ahead of itself. "+
			"A bad record is told with its line and the others come; a file without a good one is a problem with all its mistakes. "+
			"Satellites that have decayed at the time, and sets more than a year from it, are told and left out.",
		http.StatusUnprocessableEntity)
	op.MaxBodyBytes = s.o.MaxFile
	op.RequestBody = &huma.RequestBody{Required: true, Description: fmt.Sprintf("At most %d MB and %d sets", s.o.MaxFile>>20, maxSets), Content: map[string]*huma.MediaType{
		"text/plain":               {Schema: &huma.Schema{Type: huma.TypeString}},
		"application/octet-stream": {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
	}}
	registry := s.api.OpenAPI().Components.Schemas
	answers(&op, "application/json", registry.Schema(reflect.TypeFor[Catalogue](), true, ""))
	reading := make(chan struct{}, 2)
	huma.Register(s.api, op, func(ctx context.Context, in *catalogueIn) (*huma.StreamResponse, error) {
		if in.length > s.o.MaxFile {
			return nil, s.tooLong()
		}
		defer io.Copy(io.Discard, in.body) // whoever still sends does not hear why it is refused
		if t, _, err := mime.ParseMediaType(in.contentType); err != nil || t != "text/plain" && t != "application/octet-stream" {
			return nil, huma.Error415UnsupportedMediaType("send the file as text/plain or application/octet-stream")
		}
		var at gp.Epoch
		if in.Time != "" {
			t, err := sky.ParseUTC(in.Time)
			if err != nil {
				return nil, wrongTime(err.Error())
			}
			at = gp.EpochOf(t.Time())
		}
		return s.inPlace(reading, "as many catalogues as this server reads at once are being read; ask again a little later", func() ([]byte, error) {
			c, err := readCatalogue(ctx, in.body, at)
			if err != nil {
				return nil, s.unread(err)
			}
			if c.Satellites == 0 {
				return nil, c.problem()
			}
			return json.Marshal(c)
		})
	})
}

func (s *Server) tooLong() error {
	return huma.NewError(http.StatusRequestEntityTooLarge, fmt.Sprintf("the file is longer than %d bytes", s.o.MaxFile))
}

// unread says why a body could not be read.
func (s *Server) unread(err error) error {
	var long *http.MaxBytesError
	var slow net.Error
	switch {
	case errors.As(err, &long):
		return s.tooLong()
	case errors.As(err, &slow) && slow.Timeout():
		return huma.NewError(http.StatusRequestTimeout, "the file did not come in time")
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return huma.Error503ServiceUnavailable("cancelled")
	}
	return huma.Error400BadRequest("the file could not be read to its end")
}

// readCatalogue reads a file and moves its satellites to a time; to the newest epoch if
// the time is zero. The error is one of reading or of the context.
func readCatalogue(ctx context.Context, file io.Reader, at gp.Epoch) (*Catalogue, error) {
	c := &Catalogue{Names: []string{}, Numbers: []int{}, Epochs: []int64{}, Mistakes: []BadLine{}, LeftOut: []LeftOut{}, Elements: []byte{}}
	var sets []gp.Elements
	newest := gp.Epoch{Midnight: math.Inf(-1)}
	r := gp.NewReader(file, gp.Detect)
read:
	for {
		el, err := r.Next()
		var bad *gp.BadRecord
		switch {
		case errors.Is(err, io.EOF):
			break read
		case errors.As(err, &bad):
			if c.MistakesTotal == maxSets { // a file of something else: to read on helps nobody
				c.mistake(bad.Line, fmt.Sprintf("after %d records that cannot be read the rest is not looked at", maxSets))
				break read
			}
			c.mistake(bad.Line, bad.What+"; "+bad.Right)
			continue
		case err != nil:
			return nil, err
		}
		if len(sets) == maxSets {
			c.mistake(0, fmt.Sprintf("the file goes on after %d sets, of which more are not taken; split it", maxSets))
			break
		}
		if el.Epoch.MinutesTo(newest) < 0 {
			newest = el.Epoch
		}
		el.Name, el.Designator = cut(printable(el.Name), 40), ""
		sets = append(sets, el)
	}
	if at == (gp.Epoch{}) {
		at = newest
	}
	if len(sets) == 0 {
		if c.MistakesTotal == 0 {
			c.mistake(1, "no element set; a file of TLE, or of OMM as CSV, JSON, XML or KVN")
		}
		return c, nil
	}
	c.Time = at.Time().Format(time.RFC3339Nano)
	for i := range sets {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		el := &sets[i]
		minutes := el.Epoch.MinutesTo(at)
		if days := minutes / 1440; math.Abs(days) > maxAge {
			c.leaveOut(el, fmt.Sprintf("its elements are of %s, %.0f days from the time", el.Epoch.Time().Format(time.DateOnly), math.Abs(days)))
			continue
		}
		p, err := gp.New(el, gp.WGS72, gp.Improved)
		if err != nil { // the reader has looked
			c.leaveOut(el, err.Error())
			continue
		}
		m, code := p.Mean(minutes)
		if code != gp.OK {
			c.leaveOut(el, code.String())
			continue
		}
		for _, v := range [...]float64{m.Axis, m.Ex, m.Ey, m.Inclination, turn(m.Node), turn(m.Latitude), m.NodeRate, m.LatitudeRate, m.PerigeeRate} {
			c.Elements = binary.LittleEndian.AppendUint32(c.Elements, math.Float32bits(float32(v)))
		}
		c.Names = append(c.Names, el.Name)
		c.Numbers = append(c.Numbers, el.NoradID)
		c.Epochs = append(c.Epochs, el.Epoch.Time().Unix())
	}
	c.Satellites = len(c.Numbers)
	return c, nil
}

func (c *Catalogue) mistake(line int, message string) {
	if c.MistakesTotal++; len(c.Mistakes) < maxDetails {
		c.Mistakes = append(c.Mistakes, BadLine{line, cut(printable(strings.ToValidUTF8(message, "?")), 300)})
	}
}

func (c *Catalogue) leaveOut(el *gp.Elements, why string) {
	if c.LeftOutTotal++; len(c.LeftOut) < maxDetails {
		c.LeftOut = append(c.LeftOut, LeftOut{el.Name, el.NoradID, why})
	}
}

// problem tells why a file gives no satellite.
func (c *Catalogue) problem() error {
	p := &huma.ErrorModel{Status: http.StatusUnprocessableEntity, Title: http.StatusText(http.StatusUnprocessableEntity), Detail: "no satellite can be drawn from this file"}
	for _, m := range c.Mistakes {
		location := "body"
		if m.Line > 0 {
			location = fmt.Sprintf("body:%d", m.Line)
		}
		p.Errors = append(p.Errors, &huma.ErrorDetail{Location: location, Message: m.Message})
	}
	for _, l := range c.LeftOut {
		p.Errors = append(p.Errors, &huma.ErrorDetail{Location: strings.TrimSpace(fmt.Sprintf("body %d %s", l.Number, l.Name)), Message: l.Why})
	}
	if total := c.MistakesTotal + c.LeftOutTotal; total > maxDetails {
		p.Errors = append(p.Errors[:maxDetails-1], &huma.ErrorDetail{Message: fmt.Sprintf("and %d more; mend these first", total-maxDetails+1)})
	}
	return p
}

// inPlace makes an answer of JSON and writes it while it holds one of few places: there
// must be one, as what is made is large.
func (s *Server) inPlace(places chan struct{}, full string, answer func() ([]byte, error)) (*huma.StreamResponse, error) {
	select {
	case places <- struct{}{}:
	default:
		return nil, busy(full)
	}
	made := false
	defer func() {
		if !made {
			<-places
		}
	}()
	text, err := answer()
	if err != nil {
		return nil, err
	}
	made = true
	return &huma.StreamResponse{Body: func(ctx huma.Context) {
		defer func() { <-places }()
		r, w := humago.Unwrap(ctx)
		w.Header().Set("Content-Type", "application/json")
		writePieces(r.Context(), w, s.o.Write, text)
	}}, nil
}

// writePieces writes an answer until nobody reads: whoever does not take a piece in time
// is let go, as there are few places.
func writePieces(ctx context.Context, w http.ResponseWriter, patience time.Duration, text []byte) {
	control, end := http.NewResponseController(w), time.Now().Add(time.Minute)
	for len(text) > 0 && ctx.Err() == nil {
		by := time.Now().Add(patience)
		if by.After(end) {
			by = end
		}
		control.SetWriteDeadline(by) // not every writer has one
		n, err := w.Write(text[:min(len(text), 64<<10)])
		if err != nil {
			return
		}
		text = text[n:]
	}
}
