package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/ledger"
)

// Job is how far a job is.
type Job struct {
	ID       string           `json:"id" doc:"Of what was asked: the same question has the same id" example:"5f0c64ab1e2d3f40"`
	State    State            `json:"state" enum:"queued,running,done,failed,cancelled"`
	Scenario string           `json:"scenario" doc:"What is played"`
	Draws    int              `json:"draws"`
	Seed     uint64           `json:"seed"`
	Done     int              `json:"done" doc:"Draws played, those of other priors and policies among them"`
	Total    int              `json:"total" doc:"Draws to play in all; 0 until it is known"`
	Ahead    int              `json:"ahead" doc:"Jobs that wait before it"`
	Links    Links            `json:"links"`
	Problem  *huma.ErrorModel `json:"problem,omitempty" doc:"Why it failed"`
}

// Links are where a job's parts are.
type Links struct {
	Self   string `json:"self" doc:"This; DELETE cancels it"`
	Events string `json:"events" doc:"Progress as server-sent events"`
	Result string `json:"result,omitempty" doc:"Once it is done"`
	Report string `json:"report,omitempty" doc:"A page that stands alone, once it is done"`
	Series string `json:"series,omitempty" doc:"The yearly series, once it is done"`
}

// The names of a result's forms.
const (
	resultFile = "result"
	reportFile = "report.html"
	seriesFile = "series.csv"
)

// plan is what a question asks for once it has been read.
type plan struct {
	what what
	play player
}

// collection is a kind of job with its operations: In is the question, Out the result.
type collection[In, Out any] struct {
	name, one, tag string // such as "runs", "run"
	summary        string
	description    string
	forms          []string // of the result
	plan           func(in *In) (*plan, error)
}

// JobAsked names a job.
type JobAsked struct {
	ID string `path:"id" pattern:"^[0-9a-f]{32}$" doc:"Of the job"`
}

// formAsked names a job whose result is asked for.
type formAsked struct {
	JobAsked
	Accepts string `header:"Accept-Encoding" hidden:"true"`
}

// identify names a question: the same question, written with the same words, has the
// same name.
func identify(kind string, question any) (string, error) {
	text, err := json.Marshal(question)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(append([]byte(kind+"\n"), text...))
	return hex.EncodeToString(sum[:16]), nil
}

// ask finds the job of a question, or begins it.
func ask[In any](ctx context.Context, s *Server, kind string, in *In, read func(in *In) (*plan, error)) (*job, error) {
	id, err := identify(kind, in)
	if err != nil {
		return nil, err
	}
	if j := s.jobs.find(id); j != nil {
		if st := s.jobs.look(j).state; st != Failed && st != Cancelled {
			return j, nil
		}
	}
	if !s.jobs.room() { // before anything is read
		return nil, refused(errBusy)
	}
	leave, err := s.work.take(ctx)
	if err != nil {
		return nil, err
	}
	p, err := read(in)
	leave()
	if err != nil {
		return nil, mistakes(err)
	}
	j, err := s.jobs.post(&job{id: id, kind: kind, what: p.what, play: p.play})
	return j, refused(err)
}

func refused(err error) error {
	switch {
	case errors.Is(err, errBusy), errors.Is(err, errMaking):
		return busy(err.Error())
	case errors.Is(err, errDefect):
		return mistakes(err)
	case errors.Is(err, errClosing):
		return huma.Error503ServiceUnavailable(err.Error())
	}
	return err
}

// register registers the operations of a kind of job.
func register[In, Out any](s *Server, c collection[In, Out]) {
	type posted struct {
		Location string `header:"Location"`
		Body     Job
	}
	post := s.operation(http.MethodPost, "/"+c.name, "start-"+c.one, c.tag, c.summary, c.description, http.StatusServiceUnavailable)
	post.DefaultStatus = http.StatusAccepted
	huma.Register(s.api, post, func(ctx context.Context, in *struct{ Body In }) (*posted, error) {
		j, err := ask(ctx, s, c.name, &in.Body, c.plan)
		if err != nil {
			return nil, err
		}
		b := s.tell(j, c.forms)
		return &posted{b.Links.Self, b}, nil
	})

	type told struct{ Body Job }
	find := func(id string) (*job, error) {
		if j := s.jobs.find(id); j != nil && j.kind == c.name {
			return j, nil
		}
		return nil, huma.Error404NotFound("no such " + c.one + ": it was never asked for, was cancelled and forgotten, or was not asked for so long that it was forgotten; ask again with POST")
	}
	one := func(method, ending, id, summary, description string, errors ...int) huma.Operation {
		return s.operation(method, "/"+c.name+"/{id}"+ending, id, c.tag, summary, description, append(errors, http.StatusNotFound)...)
	}
	huma.Register(s.api, one(http.MethodGet, "", "get-"+c.one, "How far it is", "With `wait` the answer comes once it has ended, or after so many seconds."),
		func(ctx context.Context, in *struct {
			JobAsked
			Wait int `query:"wait" minimum:"0" maximum:"60" doc:"Seconds to wait for the end"`
		}) (*told, error) {
			j, err := find(in.ID)
			if err != nil {
				return nil, err
			}
			if err := s.wait(ctx, j, time.Duration(in.Wait)*time.Second); err != nil {
				return nil, err
			}
			return &told{s.tell(j, c.forms)}, nil
		})

	huma.Register(s.api, one(http.MethodDelete, "", "cancel-"+c.one, "Cancel it, or forget its result",
		"A job that others listen to goes on for them: the answer says its state."),
		func(_ context.Context, in *JobAsked) (*told, error) {
			j, err := find(in.ID)
			if err != nil {
				return nil, err
			}
			s.jobs.drop(j)
			return &told{s.tell(j, c.forms)}, nil
		})

	s.events(one(http.MethodGet, "/events", "follow-"+c.one, "Progress as server-sent events",
		"Every event holds the whole job, so that none is missed by whoever comes late or comes back. The stream ends with `done`, `failed` or `cancelled`. "+
			"A job is cancelled once nobody has listened or asked for ten seconds; a listener that does not take an event within five is let go.",
		http.StatusServiceUnavailable), find, c.forms)

	for _, form := range c.forms {
		var op huma.Operation
		var policy, contentType string
		switch form {
		case resultFile:
			op = one(http.MethodGet, "/result", "get-"+c.one+"-result", "The result", "What the command prints with `--json`, byte for byte.", http.StatusConflict, http.StatusInternalServerError)
			contentType = "application/json"
			answers(&op, contentType, s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[Out](), true, c.one+"Result"))
		case reportFile:
			op = one(http.MethodGet, "/report.html", "get-"+c.one+"-report", "The report", "One page that stands alone: no script, nothing fetched.", http.StatusConflict, http.StatusInternalServerError)
			contentType, policy = "text/html; charset=utf-8", reportPolicy
			answers(&op, "text/html", &huma.Schema{Type: huma.TypeString})
		case seriesFile:
			op = one(http.MethodGet, "/series.csv", "get-"+c.one+"-series", "The yearly series", "A year a line; units stand in the names of the columns.", http.StatusConflict, http.StatusInternalServerError)
			contentType = "text/csv; charset=utf-8"
			answers(&op, "text/csv", &huma.Schema{Type: huma.TypeString})
		}
		huma.Register(s.api, op, func(ctx context.Context, in *formAsked) (*plain, error) {
			j, err := find(in.ID)
			if err != nil {
				return nil, err
			}
			st := s.jobs.look(j)
			switch st.state {
			case Done:
			case Failed:
				return nil, mistakes(st.err)
			default:
				return nil, huma.ErrorWithHeaders(huma.Error409Conflict("it is "+string(st.state)+", not done"), http.Header{"Retry-After": {"1"}})
			}
			packed, err := s.jobs.open(ctx, j, form)
			if err != nil {
				return nil, refused(err)
			}
			out := &plain{ContentType: contentType, Policy: policy, Vary: "Accept-Encoding"}
			if accepts(in.Accepts, "gzip") {
				out.Encoding, out.Body = "gzip", packed
				return out, nil
			}
			out.Body, err = unpack(packed)
			return out, err
		})
	}
}

// accepts tells whether an Accept-Encoding names an encoding, and does not refuse it
// (RFC 9110, 12.5.3).
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, weight, weighed := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		_, q, _ := strings.Cut(weight, "=")
		if v, err := strconv.ParseFloat(strings.TrimSpace(q), 64); weighed && (err != nil || v <= 0) {
			return false
		}
		return true
	}
	return false
}

// wait waits for a job's end, and keeps it alive meanwhile.
func (s *Server) wait(ctx context.Context, j *job, d time.Duration) error {
	if d <= 0 {
		return nil
	}
	select {
	case s.streams <- struct{}{}:
		defer func() { <-s.streams }()
	default:
		return busy("as many listen as this server lets; ask again a little later, or without wait")
	}
	defer s.jobs.listen(j)()
	late := time.NewTimer(d)
	defer late.Stop()
	select {
	case <-j.ended:
	case <-late.C:
	case <-ctx.Done():
	case <-s.jobs.ctx.Done():
	}
	return nil
}

// tell says how far a job is.
func (s *Server) tell(j *job, forms []string) Job {
	st := s.jobs.look(j)
	self := root + "/" + j.kind + "/" + j.id
	out := Job{
		ID: j.id, State: st.state, Scenario: j.what.scenario, Draws: j.what.draws, Seed: j.what.seed,
		Done: st.done, Total: st.total, Ahead: st.ahead, Links: Links{Self: self, Events: self + "/events"},
	}
	if st.state == Done {
		for _, f := range forms {
			switch at := self + "/" + f; f {
			case resultFile:
				out.Links.Result = at
			case reportFile:
				out.Links.Report = at
			case seriesFile:
				out.Links.Series = at
			}
		}
	}
	if st.state == Failed {
		if p := (*huma.ErrorModel)(nil); errors.As(mistakes(st.err), &p) {
			out.Problem = p
		}
	}
	return out
}

// tooMany is the mistake of asking for more draws than a server plays.
func (s *Server) tooMany(draws int) error {
	if draws >= 1 && draws <= s.o.MaxDraws {
		return nil
	}
	return ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("%d draws", draws), Right: fmt.Sprintf("write 1 to %d; the command plays more", s.o.MaxDraws)}}
}

// together joins mistakes; each may be none.
func together(errs ...error) error {
	var all ledger.Errors
	for _, err := range errs {
		var many ledger.Errors
		switch {
		case errors.As(err, &many):
			all = append(all, many...)
		case err != nil:
			return err
		}
	}
	if len(all) == 0 {
		return nil
	}
	return all
}
