package server

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// home is how a browser on this machine names the server.
const home = "http://127.0.0.1:8035"

func started(t testing.TB, o Options) *Server {
	t.Helper()
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// held is a server that takes jobs and plays none.
func held(t testing.TB, o Options) *Server {
	s := started(t, o)
	s.jobs.mu.Lock()
	s.jobs.running = s.o.Jobs
	s.jobs.mu.Unlock()
	return s
}

func request(method, path, body string, headers ...string) *http.Request {
	var b io.Reader
	if body != "" {
		b = strings.NewReader(body)
	}
	r := httptest.NewRequest(method, home+path, b)
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	return r
}

func do(s http.Handler, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, request(method, path, body, headers...))
	return w
}

// ok asks for something that must succeed.
func ok(t testing.TB, s http.Handler, status int, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	t.Helper()
	w := do(s, method, path, body, headers...)
	if w.Code != status {
		t.Fatalf("%s %s %s: %d, not %d: %s", method, path, body, w.Code, status, w.Body)
	}
	return w
}

func into[T any](t testing.TB, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return v
}

// refuses asks for something that must be refused with a problem that says all of why.
func refuses(t testing.TB, s http.Handler, status int, method, path, body string, why ...string) *huma.ErrorModel {
	t.Helper()
	w := do(s, method, path, body)
	p := into[huma.ErrorModel](t, w)
	if w.Code != status || p.Status != status || w.Header().Get("Content-Type") != "application/problem+json" {
		t.Errorf("%s %s %s: %d %s, not %d: %s", method, path, cut(body, 200), w.Code, w.Header().Get("Content-Type"), status, w.Body)
	}
	for _, text := range why {
		if !strings.Contains(w.Body.String(), text) {
			t.Errorf("%s %s %s: the answer does not say %q: %s", method, path, cut(body, 200), text, w.Body)
		}
	}
	return &p
}

// finish waits for a job's end.
func finish(t testing.TB, s http.Handler, j Job) Job {
	t.Helper()
	for range 20 {
		j = into[Job](t, ok(t, s, 200, "GET", j.Links.Self+"?wait=60", ""))
		if j.State.ended() {
			return j
		}
	}
	t.Fatalf("%+v does not end", j)
	return j
}

// eventually waits for what goroutines bring about.
func eventually(t testing.TB, what string, is func() bool) {
	t.Helper()
	for begun := time.Now(); !is(); time.Sleep(2 * time.Millisecond) {
		if time.Since(begun) > 20*time.Second {
			t.Fatal(what)
		}
	}
}

// event is one of a stream.
type event struct {
	name string
	job  Job
}

// readEvents reads a stream to its end.
func readEvents(t testing.TB, r io.Reader) (list []event) {
	t.Helper()
	var e event
	for lines := bufio.NewScanner(r); lines.Scan(); {
		key, value, _ := strings.Cut(lines.Text(), ": ")
		switch key {
		case "event":
			e = event{name: value}
		case "data":
			if err := json.Unmarshal([]byte(value), &e.job); err != nil {
				t.Fatal(err)
			}
		case "":
			if e.name != "" {
				list = append(list, e)
			}
			e = event{}
		}
	}
	return list
}

func doRequest(s http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func quote(text string) string {
	b, _ := json.Marshal(text)
	return string(b)
}

// serving serves until the test ends or the function is called, which returns when it
// has ended.
func serving(t testing.TB, s *Server, l net.Listener) (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	stop = sync.OnceFunc(func() {
		cancel()
		select {
		case err := <-ended:
			if err != nil {
				t.Error(err)
			}
		case <-time.After(20 * time.Second):
			t.Error("does not end")
		}
	})
	t.Cleanup(stop)
	return stop
}
