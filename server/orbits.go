package server

import (
	"context"
	"encoding/binary"
	"math"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// Constellation is a design of many satellites.
type Constellation struct {
	Name       string   `json:"name"`
	Title      string   `json:"title" doc:"One line for people"`
	What       string   `json:"what" doc:"What it stands for"`
	Sources    []string `json:"sources"`
	Epoch      string   `json:"epoch" format:"date-time" doc:"UTC"`
	Satellites int      `json:"satellites"`
	Shells     []Shell  `json:"shells"`
}

// Shell is satellites in one pattern. They stand in the order of the shells in every
// list of satellites.
type Shell struct {
	Name        string  `json:"name"`
	Pattern     string  `json:"pattern"`
	AltitudeKm  float64 `json:"altitude_km" doc:"Of the lowest layer, above Earth's equatorial radius"`
	TopKm       float64 `json:"top_km" doc:"Of the highest"`
	Inclination float64 `json:"inclination_deg" doc:"Of the lowest layer"`
	Layers      int     `json:"layers" doc:"Of altitude, one after the other in every list of satellites"`
	Planes      int     `json:"planes" doc:"In all layers, those of a layer one after the other in every list of satellites, each with its satellites in order; of a cluster, the orbits of its satellites"`
	Satellites  int     `json:"satellites"`
}

// orbits is a design laid out.
type orbits struct {
	about Constellation
	epoch sky.Instant
	rings []secular.Ring
}

// layOut lays out a design.
func layOut(d *constellation.Design) (*orbits, error) {
	rings, err := d.Rings()
	if err != nil {
		return nil, err
	}
	o := &orbits{epoch: d.Epoch, rings: rings, about: Constellation{
		Name: d.Name, Title: d.Title, What: d.What, Sources: append([]string{}, d.Sources...), Epoch: d.Epoch.Time().Format(time.RFC3339), Satellites: d.Satellites(), Shells: []Shell{},
	}}
	for i := range d.Shells {
		s := &d.Shells[i]
		out := Shell{Name: s.Name, Pattern: s.Pattern.String(), AltitudeKm: s.Altitude.In(si.Kilometre), TopKm: max(s.Altitude, s.Top).In(si.Kilometre), Layers: s.Layers}
		for k := range rings {
			if r := &rings[k]; r.Shell == i {
				if out.Planes == 0 {
					out.Inclination = r.Inclination * 180 / math.Pi
				}
				out.Planes++
				out.Satellites += len(r.Latitudes)
			}
		}
		o.about.Shells = append(o.about.Shells, out)
	}
	return o, nil
}

// longest is how far from its epoch a design is moved: the rates are steady, the air
// and the Moon are not.
const longest = 10 * 365.25 * 86400 // s

// Moment is which satellites of a design are asked for, and when.
type Moment struct {
	Name  string `path:"name" maxLength:"64" example:"dawn-dusk-650"`
	Time  string `query:"time" maxLength:"40" doc:"UTC, such as 2030-06-21T12:00:00Z; the design's epoch if not given. At most ten years from it"`
	Every int    `query:"every" minimum:"1" maximum:"1000000" default:"1" doc:"Only the first of so many satellites"`
}

// arrayForm is a way to write a satellite as 32-bit floats.
type arrayForm struct {
	ending, id, summary, description string
	width                            int
	write                            func(o *secular.Orbit, seconds float64, to []float32)
}

var arrayForms = []arrayForm{
	{"positions", "get-positions", "Where its satellites are",
		"Little-endian 32-bit floats, three a satellite: x, y and z in km, true equator and mean equinox of date (TEME). A float of that size holds half a metre. Mean orbits turned by Earth's flattening, with its short periods; no drag.",
		3, func(o *secular.Orbit, seconds float64, to []float32) {
			s := o.At(seconds)
			to[0], to[1], to[2] = float32(s.Position[0]), float32(s.Position[1]), float32(s.Position[2])
		}},
	{"elements", "get-elements", "The mean orbits of its satellites, to be moved where they are drawn",
		"Little-endian 32-bit floats, eight a satellite: semi-major axis, km; eccentricity vector x and y; inclination, right ascension of the ascending node and mean argument of latitude at the time, rad, the last two within a turn; and the rates of these two, rad/s.",
		8, func(o *secular.Orbit, seconds float64, to []float32) {
			m := o.Mean(seconds)
			for i, v := range [...]float64{m.Axis, m.Ex, m.Ey, m.Inclination, turn(m.Node), turn(m.Latitude), o.Rates.Node, o.Rates.Latitude} {
				to[i] = float32(v)
			}
		}},
}

// turn takes an angle back to one turn.
func turn(angle float64) float64 {
	if angle = math.Mod(angle, 2*math.Pi); angle < 0 {
		angle += 2 * math.Pi
	}
	return angle
}

func (s *Server) constellations() {
	shipped := map[string]func() (*orbits, error){} // looked up, never walked
	for _, name := range constellation.Names() {
		shipped[name] = sync.OnceValues(func() (*orbits, error) {
			d, err := constellation.Shipped(name)
			if err != nil {
				return nil, err
			}
			return layOut(d)
		})
	}
	find := func(name string) (*orbits, error) {
		lay, ok := shipped[name]
		if !ok {
			return nil, huma.Error404NotFound("no such constellation; the shipped ones are " + strings.Join(constellation.Names(), ", "))
		}
		return lay()
	}
	type list struct{ Body []Constellation }
	huma.Register(s.api, s.operation(http.MethodGet, "/constellations", "list-constellations", aboutOrbits, "The shipped constellations", "", http.StatusInternalServerError),
		func(context.Context, *struct{}) (*list, error) {
			out := &list{[]Constellation{}}
			for _, name := range constellation.Names() {
				o, err := find(name)
				if err != nil {
					return nil, err
				}
				out.Body = append(out.Body, o.about)
			}
			return out, nil
		})
	type one struct{ Body Constellation }
	huma.Register(s.api, s.operation(http.MethodGet, "/constellations/{name}", "get-constellation", aboutOrbits, "One constellation with its shells", "", http.StatusNotFound),
		func(_ context.Context, in *struct {
			Name string `path:"name" maxLength:"64" example:"dawn-dusk-650"`
		}) (*one, error) {
			o, err := find(in.Name)
			if err != nil {
				return nil, err
			}
			return &one{o.about}, nil
		})

	computing := make(chan struct{}, 4)
	for _, form := range arrayForms {
		op := s.operation(http.MethodGet, "/constellations/{name}/"+form.ending, form.id, aboutOrbits, form.summary, form.description, http.StatusNotFound)
		answers(&op, "application/octet-stream", &huma.Schema{Type: huma.TypeString, Format: "binary"})
		op.Responses["200"].Headers = map[string]*huma.Param{
			"Dawndusk-Satellites": {Description: "How many satellites follow", Schema: &huma.Schema{Type: huma.TypeInteger}},
			"Dawndusk-Time":       {Description: "UTC", Schema: &huma.Schema{Type: huma.TypeString, Format: "date-time"}},
		}
		huma.Register(s.api, op, func(_ context.Context, in *Moment) (*huma.StreamResponse, error) {
			o, err := find(in.Name)
			if err != nil {
				return nil, err
			}
			at := o.epoch
			if in.Time != "" {
				if at, err = sky.ParseUTC(in.Time); err != nil {
					return nil, wrongTime(err.Error())
				}
			}
			seconds := at.SecondsFrom(o.epoch)
			if math.Abs(seconds) > longest {
				return nil, wrongTime("more than ten years from the epoch, " + o.about.Epoch)
			}
			select {
			case computing <- struct{}{}:
			default:
				return nil, busy("as many constellations as this server computes at once are under way; ask again a little later")
			}
			return &huma.StreamResponse{Body: func(ctx huma.Context) {
				defer func() { <-computing }()
				r, w := humago.Unwrap(ctx)
				every := max(in.Every, 1)
				w.Header().Set("Content-Type", "application/octet-stream")
				w.Header().Set("Dawndusk-Satellites", strconv.Itoa((o.about.Satellites+every-1)/every))
				w.Header().Set("Dawndusk-Time", at.Time().Format(time.RFC3339Nano))
				w.Header().Set("Content-Length", strconv.Itoa((o.about.Satellites+every-1)/every*4*form.width))
				o.write(r.Context(), w, s.o.Write, &form, seconds, every)
			}}, nil
		})
	}
}

func wrongTime(why string) error {
	return huma.Error422UnprocessableEntity("1 mistake", &huma.ErrorDetail{Location: "query.time", Message: why})
}

// write writes every so manieth satellite, a piece at a time, until nobody reads: whoever
// does not take a piece in time is let go, as there are few places.
func (o *orbits) write(ctx context.Context, w http.ResponseWriter, patience time.Duration, form *arrayForm, seconds float64, every int) {
	field := secular.Earth()
	values := make([]float32, form.width)
	piece := make([]byte, 0, 64<<10)
	control, end := http.NewResponseController(w), time.Now().Add(time.Minute)
	flush := func() bool {
		if by := time.Now().Add(patience); by.Before(end) {
			control.SetWriteDeadline(by) // not every writer has one
		} else {
			control.SetWriteDeadline(end)
		}
		_, err := w.Write(piece)
		piece = piece[:0]
		return err == nil && ctx.Err() == nil
	}
	n := 0
	for k := range o.rings {
		r := &o.rings[k]
		for i := range r.Latitudes {
			if n++; (n-1)%every != 0 {
				continue
			}
			orbit, err := secular.NewOrbit(field, r.Elements(i))
			if err != nil { // a shipped design has none such; its test holds it
				return
			}
			form.write(&orbit, seconds, values)
			for _, v := range values {
				piece = binary.LittleEndian.AppendUint32(piece, math.Float32bits(v))
			}
			if len(piece)+4*form.width > cap(piece) && !flush() {
				return
			}
		}
	}
	flush()
}
