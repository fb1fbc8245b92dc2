package server

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
)

// events registers a stream of a job's progress.
func (s *Server) events(op huma.Operation, find func(id string) (*job, error), forms []string) {
	one := func(name string) *huma.Schema {
		return &huma.Schema{Title: "Event " + name, Type: huma.TypeObject, Required: []string{"event", "id", "data"}, Properties: map[string]*huma.Schema{
			"event": {Type: huma.TypeString, Enum: []any{name}},
			"id":    {Type: huma.TypeInteger},
			"data":  s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Job](), true, "Job"),
		}}
	}
	answers(&op, "text/event-stream", &huma.Schema{
		Type: huma.TypeArray, Description: "Each item stands for one event",
		Items: &huma.Schema{OneOf: []*huma.Schema{one("progress"), one(string(Done)), one(string(Failed)), one(string(Cancelled))}},
	})
	huma.Register(s.api, op, func(_ context.Context, in *JobAsked) (*huma.StreamResponse, error) {
		j, err := find(in.ID)
		if err != nil {
			return nil, err
		}
		select {
		case s.streams <- struct{}{}:
		default:
			return nil, busy("as many listen as this server lets; ask again a little later")
		}
		leave := s.jobs.listen(j)
		return &huma.StreamResponse{Body: func(ctx huma.Context) {
			defer func() { leave(); <-s.streams }()
			r, w := humago.Unwrap(ctx)
			s.stream(r, w, j, forms)
		}}, nil
	})
}

// stream writes a job's progress as events until it has ended or nobody reads.
func (s *Server) stream(r *http.Request, w http.ResponseWriter, j *job, forms []string) {
	control := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no")
	var last []byte
	sent := time.Now()
	for n := 1; ; n++ {
		now := s.tell(j, forms)
		data, err := json.Marshal(now)
		if err != nil {
			return
		}
		var message []byte
		switch {
		case !bytes.Equal(data, last):
			name := "progress"
			if now.State.ended() {
				name = string(now.State)
			}
			message = fmt.Appendf(nil, "event: %s\nid: %d\ndata: %s\n\n", name, n, data)
		case time.Since(sent) > 2*time.Second:
			message = []byte(": it is still at it\n\n") // tells a listener that has gone from one that waits
		}
		if message != nil {
			last, sent = data, time.Now()
			control.SetWriteDeadline(time.Now().Add(s.o.Write))
			if _, err := w.Write(message); err != nil {
				return
			}
			if err := control.Flush(); err != nil {
				return
			}
		}
		if now.State.ended() {
			return
		}
		select {
		case <-time.After(s.o.Tick):
		case <-j.ended:
		case <-r.Context().Done():
			return
		}
	}
}
