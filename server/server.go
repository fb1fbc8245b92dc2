// Package server shows what the model says over HTTP: an interface for programs under
// /api/v1, described by an OpenAPI 3.1 document that is generated from the types it
// answers with, and pages for people that need no script and fetch nothing.
//
// It is made for one person's machine: it listens to the loopback address, believes
// only requests that name it so and come from its own pages or from no page at all,
// bounds what it takes in, does and keeps, and forgets everything when it ends.
package server

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// Options say what a server allows. Zero values stand for the defaults.
type Options struct {
	Version string   // of the program, in results
	Token   string   // demanded of every request if not empty; at least MinToken characters
	Hosts   []string // names by which it may be asked, beside the loopback's; "0.0.0.0" for any address in figures, "*" for any name

	Jobs     int   // played at once: 8
	Queue    int   // waiting beside them: 16
	MaxDraws int   // of one job: 10,000
	Draws    int   // of all jobs played at once: twice MaxDraws
	Requests int   // answered at once, event streams among them: 512; twice as many connections are held
	Streams  int   // event streams and waiting requests among these: 384
	Previews int   // played at once: 2; eight wait
	MaxBody  int64 // bytes of a request's body: 256 kB
	MaxFile  int64 // bytes of a catalogue: 24 MB
	Cache    int64 // bytes of finished jobs kept: 64 MB

	Abandon time.Duration // after which a job is cancelled that nobody asks for: 10 s
	Time    time.Duration // for which a job is played: 15 min
	Keep    time.Duration // for which a finished job is kept since it was last asked for: 1 h
	Tick    time.Duration // between two events of a stream: 100 ms
	Write   time.Duration // in which a listener must take an event: 5 s
	Read    time.Duration // in which a request must have come: 15 s
}

func (o *Options) defaults() {
	fill(&o.Jobs, 8)
	fill(&o.Queue, 16)
	fill(&o.MaxDraws, 10_000)
	fill(&o.Draws, 2*o.MaxDraws)
	fill(&o.Requests, 512)
	fill(&o.Streams, 384)
	fill(&o.Previews, 2)
	fill(&o.MaxBody, 256<<10)
	fill(&o.MaxFile, 24<<20)
	fill(&o.Cache, 64<<20)
	fill(&o.Abandon, 10*time.Second)
	fill(&o.Time, 15*time.Minute)
	fill(&o.Keep, time.Hour)
	fill(&o.Tick, 100*time.Millisecond)
	fill(&o.Write, 5*time.Second)
	fill(&o.Read, 15*time.Second)
	if o.Version == "" {
		o.Version = "devel"
	}
}

func fill[T int | int64 | time.Duration](v *T, otherwise T) {
	if *v <= 0 {
		*v = otherwise
	}
}

// Server is an http.Handler. Close ends its jobs.
type Server struct {
	o       Options
	handler http.Handler
	mux     *recorder
	api     huma.API
	jobs    *jobs
	streams chan struct{} // a place for each
	spec    [2][]byte     // the document as JSON and as YAML
	pages   *pages

	work       *places // what takes tens of milliseconds of a processor
	previewing *places
	shipped    func() ([]Scenario, error)
}

// MinToken is how many characters a token has at least: a shorter one can be guessed.
const MinToken = 16

// New makes a server.
func New(o Options) (*Server, error) {
	if n := utf8.RuneCountInString(o.Token); n > 0 && n < MinToken {
		return nil, fmt.Errorf("the token has %d characters; give at least %d, such as those of 8 random bytes in hexadecimal", n, MinToken)
	}
	o.defaults()
	s := &Server{o: o, mux: &recorder{ServeMux: http.NewServeMux()}, streams: make(chan struct{}, o.Streams)}
	s.work = newPlaces(2*runtime.GOMAXPROCS(0), o.Requests, 5*time.Second, "as much is worked out as this server does at once; ask again a little later")
	s.previewing = newPlaces(o.Previews, 8, 2*time.Second, "as many previews as this server plays at once are under way; ask again a little later")
	s.jobs = newJobs(&s.o, s.previewing)
	if err := s.describe(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.show(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.app(); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	s.handler = s.guard(s.mux)
	return s, nil
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// Close cancels all jobs, ends all event streams and waits for both. Requests that
// come later are told that the server is closing.
func (s *Server) Close() error {
	s.jobs.close()
	return nil
}

// Serve answers what comes in on a listener until the context ends, then closes the
// server: whoever is being answered has three seconds to take the rest.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: min(5*time.Second, s.o.Read),
		ReadTimeout:       s.o.Read,
		WriteTimeout:      90 * time.Second, // an event stream sets its own, event by event
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          silent,

		DisableGeneralOptionsHandler: true, // "OPTIONS *" is guarded as well
	}
	var connections atomic.Int64
	h.ConnState = func(c net.Conn, state http.ConnState) {
		switch state {
		case http.StateNew:
			if connections.Add(1) > int64(2*s.o.Requests) {
				c.Close()
			}
		case http.StateClosed, http.StateHijacked:
			connections.Add(-1)
		}
	}
	go s.shipped() // the ledger is read before anybody asks
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(l) }()
	select {
	case err := <-ended:
		return errors.Join(err, s.Close())
	case <-ctx.Done():
	}
	closing := make(chan error, 1)
	go func() { closing <- s.Close() }()
	short, cancel := context.WithTimeout(context.WithoutCancel(ctx), 3*time.Second)
	defer cancel()
	if err := h.Shutdown(short); err != nil {
		h.Close()
	}
	select {
	case err := <-closing:
		return err
	case <-short.Done(): // a job that does not hear: the program's end ends it
		return nil
	}
}

// recorder remembers what was registered.
type recorder struct {
	*http.ServeMux
	patterns []string
}

// HandleFunc registers a handler.
func (m *recorder) HandleFunc(pattern string, handler func(http.ResponseWriter, *http.Request)) {
	m.patterns = append(m.patterns, pattern)
	m.ServeMux.HandleFunc(pattern, handler)
}
