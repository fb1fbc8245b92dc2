package server

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// previewed asks for previews and reads their lines.
func previewed(t testing.TB, s http.Handler, body string) (lines []PreviewLine) {
	t.Helper()
	w := ok(t, s, 200, "POST", root+"/previews", body)
	if ct := w.Header().Get("Content-Type"); ct != "application/x-ndjson" {
		t.Error(ct)
	}
	for text := range strings.Lines(w.Body.String()) {
		var l PreviewLine
		if err := json.Unmarshal([]byte(text), &l); err != nil || !strings.HasSuffix(text, "}\n") {
			t.Fatalf("%v: %s", err, text)
		}
		lines = append(lines, l)
	}
	return lines
}

// TestVerif_PreviewsAreResults holds the last preview against the result of the same run.
func TestVerif_PreviewsAreResults(t *testing.T) {
	s := started(t, Options{})
	question := `{"scenario":"promoter","draws":130,"seed":5,"set":["orbit.altitude=700 km"]}`
	var stages []int
	for _, l := range previewed(t, s, question) {
		if l.Problem != nil || l.Summary.Draws != l.Draws || l.Of != 130 {
			t.Errorf("%d of %d: %+v", l.Draws, l.Of, l.Problem)
		}
		stages = append(stages, l.Draws)
	}
	if !slices.Equal(stages, []int{64, 130}) {
		t.Error(stages)
	}
	lines := strings.Split(strings.TrimSpace(ok(t, s, 200, "POST", root+"/previews", question).Body.String()), "\n")
	last := into[map[string]json.RawMessage](t, &httptest.ResponseRecorder{Body: bytes.NewBufferString(lines[1])})
	preview := into[map[string]any](t, &httptest.ResponseRecorder{Body: bytes.NewBufferString(string(last["summary"]))})
	j := finish(t, s, into[Job](t, ok(t, s, 202, "POST", root+"/runs", question)))
	whole := into[map[string]any](t, ok(t, s, 200, "GET", j.Links.Result, ""))
	if len(preview) < 20 || preview["priors"] != nil || preview["moon"] != nil {
		t.Errorf("%d keys", len(preview))
	}
	for key, v := range preview {
		if a, b := fmt.Sprint(v), fmt.Sprint(whole[key]); a != b {
			t.Errorf("%s is %s, not %s", key, cut(a, 200), cut(b, 200))
		}
	}
	if n := len(previewed(t, s, `{"draws":1}`)); n != 1 {
		t.Errorf("%d lines of one draw", n)
	}
}

// TestVerif_PreviewsRefused asks for what is not previewed.
func TestVerif_PreviewsRefused(t *testing.T) {
	s := started(t, Options{})
	refuses(t, s, 422, "POST", root+"/previews", `{"draws":2001,"set":["orbit.altitude=700"]}`, "body.draws", "POST /api/v1/runs plays more", "orbit.altitude")
	refuses(t, s, 422, "POST", root+"/previews", `{"draws":0}`, "body.draws")
	refuses(t, s, 422, "POST", root+"/previews", `{"scenario":"none"}`, "no such scenario")
	refuses(t, s, 422, "POST", root+"/previews", `{"stages":[1]}`, "unexpected property")
	if n := len(s.previewing.free); n != 0 {
		t.Errorf("%d places are held by what was refused", n)
	}
}

// TestVerif_PreviewsEndWithTheirReader hangs up after the first line: the place is free at
// once.
func TestVerif_PreviewsEndWithTheirReader(t *testing.T) {
	s := started(t, Options{Previews: 1})
	web := httptest.NewServer(s)
	defer web.Close()
	begun := time.Now()
	resp, err := http.Post(web.URL+root+"/previews", "application/json", strings.NewReader(`{"draws":2000}`))
	if err != nil {
		t.Fatal(err)
	}
	if line, err := bufio.NewReader(resp.Body).ReadString('\n'); err != nil || !strings.HasPrefix(line, `{"draws":64,"of":2000,"summary":{`) {
		t.Errorf("%v %s", err, cut(line, 200))
	}
	t.Logf("the first line after %v", time.Since(begun))
	resp.Body.Close()
	left := time.Now()
	eventually(t, "it is played for nobody", func() bool { return len(s.previewing.free) == 0 })
	t.Logf("over %v after its reader had gone", time.Since(left))
}

// TestVerif_PreviewReadersThatNeverRead hold places no longer than it takes to play, and
// are let go.
func TestVerif_PreviewReadersThatNeverRead(t *testing.T) {
	s := started(t, Options{Previews: 1, Requests: 8, Write: 50 * time.Millisecond})
	l := pipes{make(chan net.Conn), make(chan struct{})}
	serving(t, s, l)
	for range 4 { // as many as may have a body
		near, far := net.Pipe()
		defer near.Close()
		l.conns <- far
		body := `{"draws":8}`
		if _, err := fmt.Fprintf(near, "POST %s/previews HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", root, len(body), body); err != nil {
			t.Fatal(err)
		}
	}
	eventually(t, "whoever never reads keeps a place", func() bool { return do(s, "POST", root+"/check", "{}").Code == http.StatusOK })
	if lines := previewed(t, s, `{"draws":10}`); len(lines) != 1 || lines[0].Problem != nil {
		t.Error("no place is left for whoever reads")
	}
}

// TestVerif_ManyPreviews asks for far more than there are places for.
func TestVerif_ManyPreviews(t *testing.T) {
	s := started(t, Options{Requests: 128})
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	const n = 3000
	codes := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			w := do(s, "POST", root+"/previews", fmt.Sprintf(`{"draws":2,"seed":%d}`, i))
			codes[i] = w.Code
			if w.Code == 429 && w.Header().Get("Retry-After") == "" {
				t.Error("nobody says when to ask again")
			}
		})
	}
	wg.Wait()
	count := map[int]int{}
	for _, c := range codes {
		count[c]++
	}
	if count[200] == 0 || count[429] == 0 || count[200]+count[429] != n {
		t.Error(count)
	}
	previewed(t, s, `{"draws":2}`)
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 32<<20 {
		t.Errorf("%d MB more", grown>>20)
	}
}

// TestVerif_JobsMakeWay plays a job beside a preview that lasts: it goes on, slowly, and
// quickly again afterwards.
func TestVerif_JobsMakeWay(t *testing.T) {
	s := started(t, Options{})
	leave, err := s.previewing.take(t.Context()) // as one that is played
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", `{"draws":40}`))
	inner := s.jobs.byIDNow(j.ID)
	eventually(t, "it stands still", func() bool { return inner.done.Load() >= 20 })
	if took := time.Since(begun); took < 19*way {
		t.Errorf("20 draws in %v", took)
	}
	leave()
	if j = finish(t, s, j); j.State != Done {
		t.Errorf("%+v", j)
	}
}

// TestVerif_PreviewsOfAClosedServer end, and begin no more.
func TestVerif_PreviewsOfAClosedServer(t *testing.T) {
	s := started(t, Options{})
	web := httptest.NewServer(s)
	defer web.Close()
	resp, err := http.Post(web.URL+root+"/previews", "application/json", strings.NewReader(`{"draws":2000,"set":["run.horizon=30 yr"]}`))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	r := bufio.NewReader(resp.Body)
	if line, err := r.ReadString('\n'); err != nil || !strings.Contains(line, `"summary"`) {
		t.Fatalf("%v %s", err, cut(line, 200))
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	rest, err := io.ReadAll(r)
	lines := strings.Split(strings.TrimSpace(string(rest)), "\n")
	var last PreviewLine
	if err := errors.Join(err, json.Unmarshal([]byte(lines[len(lines)-1]), &last)); err != nil || last.Problem == nil || last.Problem.Status != 503 || last.Summary != nil {
		t.Errorf("%v %+v", err, last)
	}
	refuses(t, s, 503, "POST", root+"/previews", `{"draws":2}`, "closing")
}

// BenchmarkPreview is a preview of 1,000 draws from request to last line.
func BenchmarkPreview(b *testing.B) {
	s := started(b, Options{})
	ok(b, s, 200, "GET", root+"/scenarios", "")
	web := httptest.NewServer(s)
	defer web.Close()
	var first time.Duration
	for b.Loop() {
		begun := time.Now()
		resp, err := http.Post(web.URL+root+"/previews", "application/json", strings.NewReader(`{"draws":1000,"set":["orbit.altitude=700 km"]}`))
		if err != nil {
			b.Fatal(err)
		}
		r := bufio.NewReader(resp.Body)
		if _, err := r.ReadString('\n'); err != nil {
			b.Fatal(err)
		}
		first += time.Since(begun)
		if _, err := io.Copy(io.Discard, r); err != nil {
			b.Fatal(err)
		}
		resp.Body.Close()
	}
	b.ReportMetric(float64(first.Milliseconds())/float64(b.N), "ms/first")
}
