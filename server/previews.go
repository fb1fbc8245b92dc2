package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/study"
)

// PreviewAsked asks for the first draws of a scenario.
type PreviewAsked struct {
	Source
	Draws int     `json:"draws,omitempty" minimum:"1" default:"1000" doc:"At most 2,000; runs play more"`
	Seed  *uint64 `json:"seed,omitempty" default:"1" doc:"Of all chance: the same seed gives the same bytes"`
}

// PreviewLine is a line of the answer: what so many draws say, or at last why there are no
// more.
type PreviewLine struct {
	Draws   int              `json:"draws" doc:"Played so far"`
	Of      int              `json:"of" doc:"That were asked for"`
	Summary *study.Preview   `json:"summary,omitempty" doc:"The result of a run of so many draws, to the digit, without what it plays beside the scenario's own draws"`
	Lines   []string         `json:"lines,omitempty" doc:"The same in sentences, as the command prints them: the verdict, what it comes from, when draws cross over, and whether orbit pays"`
	Problem *huma.ErrorModel `json:"problem,omitempty" doc:"Why the rest is missing; the last line"`
}

// previewDraws is how many draws a preview has at most.
const previewDraws = 2000

// stagesOf says after how many draws there is something to show: soon, then seldom
// enough that the telling does not delay the play.
func stagesOf(draws int) (stages []int) {
	for _, n := range [...]int{64, 256, 1000} {
		if 2*n <= draws {
			stages = append(stages, n)
		}
	}
	return append(stages, draws)
}

func (s *Server) previews() {
	op := s.operation(http.MethodPost, "/previews", "preview", aboutRuns, "Play the first draws of a scenario, and see them come",
		"Plays a scenario's own draws, nothing beside them, and writes a line of JSON each time that there are enough to show: after 64, 256 and 1,000, and at the end. "+
			"No job is made and nothing is kept: the play ends with the request. What goes wrong on the way is the last line.",
		http.StatusServiceUnavailable)
	answers(&op, "application/x-ndjson", &huma.Schema{
		Type: huma.TypeArray, Description: "Each item stands for one line",
		Items: s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[PreviewLine](), true, "PreviewLine"),
	})
	huma.Register(s.api, op, func(ctx context.Context, in *struct{ Body PreviewAsked }) (*huma.StreamResponse, error) {
		q := &in.Body
		var tooMany error
		if q.Draws < 1 || q.Draws > previewDraws {
			tooMany = ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("%d draws", q.Draws), Right: fmt.Sprintf("write 1 to %d; POST %s/runs plays more", previewDraws, root)}}
		}
		leave, err := s.previewing.take(ctx)
		if err != nil {
			return nil, err
		}
		_, err = dawndusk.Files(q.files()).LoadOver(nil, q.name(), q.Set...)
		if err := together(tooMany, err); err != nil {
			leave()
			return nil, mistakes(err)
		}
		if s.jobs.ctx.Err() != nil {
			leave()
			return nil, refused(errClosing)
		}
		ctx, cancel := context.WithTimeoutCause(ctx, s.o.Time, errLong)
		closing := context.AfterFunc(s.jobs.ctx, cancel)
		// All lines fit, so that whoever reads slowly, or never, holds no place.
		lines := make(chan []byte, len(stagesOf(q.Draws))+1)
		go func() {
			defer leave()
			defer close(lines)
			s.preview(ctx, q, lines)
		}()
		return &huma.StreamResponse{Body: func(c huma.Context) {
			defer closing()
			defer cancel()
			_, w := humago.Unwrap(c)
			s.passOn(w, lines)
		}}, nil
	})
}

// preview plays and gives the lines.
func (s *Server) preview(ctx context.Context, q *PreviewAsked, lines chan<- []byte) {
	last := PreviewLine{Of: q.Draws}
	_, err := safely(func() (*outcome, error) {
		o := study.Options{Seed: seedOf(q.Seed), Version: s.o.Version, Files: q.files()}
		return nil, study.Previews(ctx, q.name(), q.Set, o, stagesOf(q.Draws), func(p *study.Preview) error {
			line, err := oneLine(&PreviewLine{Draws: p.Draws, Of: q.Draws, Summary: p, Lines: sentences(p.Summary)})
			if err == nil {
				last.Draws = p.Draws
				lines <- line
			}
			return err
		})
	})
	if err == nil {
		return
	}
	if !errors.As(mistakes(err), &last.Problem) {
		last.Problem = &huma.ErrorModel{Status: http.StatusInternalServerError, Title: http.StatusText(http.StatusInternalServerError), Detail: errDefect.Error()}
	}
	if line, err := oneLine(&last); err == nil {
		lines <- line
	}
}

func oneLine(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return b.Bytes(), err
}

// passOn writes lines as they come, until whoever asked does not take one in time.
func (s *Server) passOn(w http.ResponseWriter, lines <-chan []byte) {
	control := http.NewResponseController(w)
	w.Header().Set("Content-Type", "application/x-ndjson")
	w.Header().Set("X-Accel-Buffering", "no")
	for line := range lines {
		control.SetWriteDeadline(time.Now().Add(s.o.Write)) // not every writer has one
		if _, err := w.Write(line); err != nil {
			return
		}
		if err := control.Flush(); err != nil && !errors.Is(err, http.ErrNotSupported) {
			return
		}
	}
}
