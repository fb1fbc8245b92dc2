package server

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/study"
)

// FleetAsked asks for the satellites that a scenario has in orbit.
type FleetAsked struct {
	Source
	Year  int    `json:"year,omitempty" minimum:"2026" maximum:"2056" default:"2035" doc:"At whose end"`
	Time  string `json:"time,omitempty" maxLength:"40" doc:"UTC, of the elements; the year's end if not given. At most ten years from it" example:"2036-01-01T00:00:00Z"`
	Every int    `json:"every,omitempty" minimum:"0" maximum:"10000000" doc:"Only the first of so many satellites; if not given, as few as leave 100,000 at most, and never more than a million"`
}

// Fleet is a scenario's satellites, to be moved where they are drawn.
type Fleet struct {
	Constellation
	Time     string `json:"time" format:"date-time" doc:"UTC, of the elements"`
	Every    int    `json:"every" doc:"Of so many satellites the first is in the elements"`
	Elements []byte `json:"elements" doc:"Little-endian 32-bit floats, eight a satellite, as of get-elements"`
}

// How many satellites of a fleet are told if nothing is said, and at most.
const (
	usualFleet = 100_000
	mostFleet  = 1_000_000
)

func (s *Server) fleets() {
	op := s.operation(http.MethodPost, "/fleets", "lay-out-fleet", aboutOrbits, "The satellites that a scenario has in orbit at a year's end, to be moved where they are drawn",
		"Plays the central values of a scenario with even luck and lays out the satellites that it has then: the play knows how many there are and on which orbit, where each is follows from the layout, rings a spacing apart.",
		http.StatusUnprocessableEntity)
	answers(&op, "application/json", s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Fleet](), true, ""))
	laying := make(chan struct{}, 2)
	huma.Register(s.api, op, func(ctx context.Context, in *struct{ Body FleetAsked }) (*huma.StreamResponse, error) {
		return s.inPlace(laying, "as many fleets as this server lays out at once are under way; ask again a little later", func() ([]byte, error) {
			return s.layOutFleet(ctx, &in.Body)
		})
	})
}

// layOutFleet answers with a fleet as JSON.
func (s *Server) layOutFleet(ctx context.Context, q *FleetAsked) ([]byte, error) {
	leave, err := s.work.take(ctx)
	if err != nil {
		return nil, err
	}
	defer leave()
	c, err := dawndusk.Files(q.files()).LoadOver(nil, q.name(), q.Set...)
	if err != nil {
		return nil, mistakes(err)
	}
	d, err := study.Constellation(c, q.Year)
	if err != nil {
		return nil, notLaidOut(err)
	}
	o, err := layOut(d)
	if err != nil {
		return nil, notLaidOut(err)
	}
	at := o.epoch
	if q.Time != "" {
		if at, err = sky.ParseUTC(q.Time); err != nil {
			return nil, huma.Error422UnprocessableEntity("1 mistake", &huma.ErrorDetail{Location: "body.time", Message: err.Error()})
		}
	}
	seconds := at.SecondsFrom(o.epoch)
	if math.Abs(seconds) > longest {
		return nil, huma.Error422UnprocessableEntity("1 mistake", &huma.ErrorDetail{Location: "body.time", Message: "more than ten years from " + o.about.Epoch})
	}
	n := o.about.Satellites
	f := Fleet{Constellation: o.about, Time: at.Time().Format(time.RFC3339Nano), Every: max(q.Every, (n+mostFleet-1)/mostFleet)}
	if q.Every == 0 {
		f.Every = max(1, (n+usualFleet-1)/usualFleet)
	}
	form := &arrayForms[1]
	values := make([]float32, form.width)
	f.Elements = make([]byte, 0, 4*form.width*((n-1)/f.Every+1))
	field, i := secular.Earth(), 0
	for k := range o.rings {
		if ctx.Err() != nil {
			return nil, huma.Error503ServiceUnavailable("cancelled")
		}
		ring := &o.rings[k]
		for j := range ring.Latitudes {
			if i++; (i-1)%f.Every != 0 {
				continue
			}
			orbit, err := secular.NewOrbit(field, ring.Elements(j))
			if err != nil {
				return nil, huma.Error422UnprocessableEntity(fmt.Sprintf("satellite %d: %v", i, err))
			}
			form.write(&orbit, seconds, values)
			for _, v := range values {
				f.Elements = binary.LittleEndian.AppendUint32(f.Elements, math.Float32bits(v))
			}
		}
	}
	return json.Marshal(&f)
}

// notLaidOut says why there are no satellites: all mistakes of a layout, each by itself.
func notLaidOut(err error) error {
	var why []error
	for line := range strings.Lines(err.Error()) {
		why = append(why, errors.New(printable(line)))
	}
	if len(why) == 1 {
		return huma.Error422UnprocessableEntity(why[0].Error())
	}
	return huma.Error422UnprocessableEntity(fmt.Sprintf("%d mistakes", len(why)), why...)
}
