package server

import (
	"bytes"
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestVerif_BadBodies sends what nobody should; each is refused with what is wrong,
// and the answer is no larger than what it answers deserves.
func TestVerif_BadBodies(t *testing.T) {
	s := held(t, Options{})
	runs := root + "/runs"
	for _, x := range []struct {
		status int
		body   string
		why    string
	}{
		{400, `{`, "body"}, {400, `{"draws":3}}`, "body"}, {400, "\x00", "body"}, {400, `{"draws":1e999}`, "body"}, {400, strings.Repeat(`[`, 60000), "body"},
		{422, `[]`, "expected object"}, {422, `"base"`, "expected object"}, {422, `null`, "expected object"}, {422, `3`, "expected object"},
		{422, `{"draw":3}`, "unexpected property"}, {422, `{"draws":3,"DRAWS":-5}`, "unexpected property"}, {422, `{"Seed":3}`, "unexpected property"},
		{400, `{"draws":-5,"draws":null}`, "stands twice"}, {400, `{"draws":3,"\u0064raws":4}`, "stands twice"}, {400, `{"files":{"a":"","a":""}}`, "stands twice"}, {422, `{"draws":"3"}`, "expected integer"}, {422, `{"draws":2.5}`, "body.draws"}, {422, `{"draws":1e3}`, "draws: number 1e3; write a whole number"}, {422, `{"seed":18446744073709551616}`, "write a whole number from 0 to 18446744073709551615"}, {422, `{"draws":0}`, "body.draws"}, {422, `{"draws":-5}`, "body.draws"},
		{422, `{"draws":10001}`, "write 1 to 10000"}, {422, `{"draws":99999999999999999999999}`, "body"},
		{422, `{"seed":-1}`, "body.seed"}, {422, `{"seed":1.5}`, "body.seed"}, {422, `{"seed":"1"}`, "body.seed"}, {422, `{"seed":1e300}`, "body"},
		{422, `{"scenario":3}`, "expected string"}, {422, `{"scenario":["base"]}`, "expected string"}, {422, `{"scenario":"` + strings.Repeat("x", 65) + `"}`, "body.scenario"},
		{422, `{"set":"a=b"}`, "body.set"}, {422, `{"set":[3]}`, "expected string"}, {422, `{"set":["orbit.altitude"]}`, "not an assignment"}, {422, `{"set":["orbit.altitude=NaN km"]}`, "orbit.altitude"},
		{422, `{"set":["orbit.altitude=1e400 km"]}`, "orbit.altitude"}, {422, `{"set":["=","a=","a=b=c"]}`, "3 mistakes"},
		{422, `{"files":{"a":3}}`, "expected string"}, {422, `{"files":["a"]}`, "body.files"}, {422, `{"files":{"1":"","2":"","3":"","4":"","5":"","6":"","7":"","8":"","9":""}}`, "body.files"},
		{422, `{"scenario":"a.yaml","files":{"a.yaml":"a: &a [*a]\n"}}`, "a.yaml"}, {422, `{"scenario":"a.yaml","files":{"a.yaml":"based: a.yaml\n"}}`, "based on itself"},
		{422, `{"scenario":"a.yaml","files":{"a.yaml":"orbit:\n  altitude: 650\n  bogus: 3\n"}}`, "a.yaml:3:3 orbit.bogus"},
		{422, `{"draws":1000000,"set":["orbit.altitude=650","launch.nothing=3 t"]}`, "3 mistakes"},
	} {
		p := refuses(t, s, x.status, "POST", runs, x.body, x.why)
		if len(p.Errors) == 0 && p.Detail == "" {
			t.Errorf("%s: nothing is said", cut(x.body, 100))
		}
	}
	refuses(t, s, 400, "POST", runs, "")
	if w := do(s, "POST", runs, `{"draws":3}`, "Content-Type", "text/plain"); w.Code != 415 {
		t.Errorf("text/plain: %d", w.Code)
	}
	if w := do(s, "POST", runs, "draws=3", "Content-Type", "application/x-www-form-urlencoded"); w.Code != 415 {
		t.Errorf("a form: %d", w.Code)
	}
	for _, n := range []int{256 << 10, 1 << 20, 20 << 20} {
		w := do(s, "POST", runs, `{"scenario":"`+strings.Repeat("a", n)+`"}`)
		if w.Code != 413 {
			t.Errorf("%d bytes: %d %s", n, w.Code, w.Body)
		}
	}
	// What comes back is not many times what came.
	var many bytes.Buffer
	many.WriteString(`{"x":"` + strings.Repeat("y", 1000) + `"`)
	for i := range 15000 {
		fmt.Fprintf(&many, `,"k%d":0`, i)
	}
	many.WriteString("}")
	if w := do(s, "POST", runs, many.String()); w.Code != 422 || w.Body.Len() > 40<<10 {
		t.Errorf("%d bytes answer %d: %d", w.Body.Len(), many.Len(), w.Code)
	}
	for _, q := range []string{"?set=%zz", "?chapter=" + strings.Repeat("x", 65), "?kind=rumour", "?scenario=none", "?q=" + strings.Repeat("x", 300)} {
		if w := do(s, "GET", root+"/ledger"+q, ""); w.Code < 200 || w.Code >= 500 || w.Code == 200 && !strings.Contains(q, "zz") {
			t.Errorf("%s: %d %s", cut(q, 50), w.Code, cut(w.Body.String(), 200))
		}
	}
	for _, q := range []string{"?draws=0", "?draws=10001", "?seed=-1", "?set=%zz", "?draws=x"} {
		if w := do(s, "GET", "/plain/verdict"+q, ""); w.Code != 422 || !strings.Contains(w.Body.String(), "cannot be played") {
			t.Errorf("%s: %d %s", q, w.Code, w.Body)
		}
	}
	for _, q := range []string{"scenario=none", "scenario=../x", "set=orbit.altitude%3D650"} {
		if w := do(s, "POST", "/plain/verdict", q, "Content-Type", "application/x-www-form-urlencoded"); w.Code != 422 || !strings.Contains(w.Body.String(), "cannot be played") {
			t.Errorf("%s: %d %s", q, w.Code, w.Body)
		}
	}
	if w := do(s, "GET", "/plain/verdict?scenario=%3Cscript%3E&set=%3C%2Ftextarea%3E%3Cscript%3E", ""); strings.Contains(w.Body.String(), "<script") {
		t.Error("what is asked is written unescaped")
	}
}

// TestVerif_TenThousandJobs are posted at once: a few are taken, all others told when
// to ask again, and the server lives with the memory it had.
func TestVerif_TenThousandJobs(t *testing.T) {
	s := held(t, Options{Queue: 16, Requests: 64, Abandon: time.Hour})
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	const n = 10_000
	codes := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			w := do(s, "POST", root+"/runs", fmt.Sprintf(`{"seed":%d}`, i))
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
	if count[202] != 16 || count[202]+count[429] != n {
		t.Error(count)
	}
	ok(t, s, 200, "GET", root+"/scenarios", "")
	refuses(t, s, 429, "POST", root+"/runs", `{"seed":99999}`, "ask again")
	refuses(t, s, 429, "POST", root+"/claims", `{}`)
	refuses(t, s, 429, "POST", root+"/comparisons", `{"from":"base","to":"skeptic"}`)
	if w := do(s, "POST", "/plain/verdict", "draws=3&seed=5", "Content-Type", "application/x-www-form-urlencoded"); w.Code != 429 || w.Header().Get("Retry-After") == "" || !strings.Contains(w.Body.String(), "Not yet") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 32<<20 {
		t.Errorf("%d MB more", grown>>20)
	}
}

// TestVerif_SameQuestionOneJob asks the same many times at once, and others beside it.
func TestVerif_SameQuestionOneJob(t *testing.T) {
	s := started(t, Options{})
	ids := make([]string, 50)
	var wg sync.WaitGroup
	for i := range ids {
		wg.Go(func() {
			body := `{"draws":6,"set":["run.moon=off"]}`
			if i%2 == 1 {
				body = ` { "set": ["run.moon=off"], "scenario": "base", "seed": 1, "draws": 6 } `
			}
			ids[i] = into[Job](t, ok(t, s, 202, "POST", root+"/runs", body)).ID
		})
	}
	wg.Wait()
	for _, id := range ids {
		if id != ids[0] {
			t.Fatal(ids)
		}
	}
	if s.jobs.running+len(s.jobs.queue) > 1 {
		t.Error("played more than once")
	}
	for _, other := range []string{`{"draws":7,"set":["run.moon=off"]}`, `{"draws":6,"seed":2,"set":["run.moon=off"]}`, `{"draws":6}`, `{"draws":6,"scenario":"promoter","set":["run.moon=off"]}`} {
		j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", other))
		if j.ID == ids[0] {
			t.Error(other)
		}
		do(s, "DELETE", j.Links.Self, "")
	}
	j := finish(t, s, Job{Links: Links{Self: root + "/runs/" + ids[0]}})
	if j.State != Done || j.Done != j.Total || j.Total < 6 || j.Links.Report == "" {
		t.Errorf("%+v", j)
	}
	packed := ok(t, s, 200, "GET", j.Links.Result, "", "Accept-Encoding", "gzip, br")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() > 200<<10 {
		t.Errorf("%s, %d bytes", packed.Header().Get("Content-Encoding"), packed.Body.Len())
	}
	if got := into[Job](t, ok(t, s, 200, "DELETE", j.Links.Self, "")); got.State != Done {
		t.Error(got.State)
	}
	refuses(t, s, 404, "GET", j.Links.Self, "")
}

// TestVerif_LastListenerLeaves follows a job over a connection and hangs up: the job
// is cancelled, and not before.
func TestVerif_LastListenerLeaves(t *testing.T) {
	s := started(t, Options{Abandon: 150 * time.Millisecond, Tick: 5 * time.Millisecond})
	web := httptest.NewServer(s)
	defer web.Close()
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", `{"draws":9000}`))
	resp, err := http.Get(web.URL + j.Links.Events)
	if err != nil {
		t.Fatal(err)
	}
	one := make([]byte, 64)
	if _, err := resp.Body.Read(one); err != nil || !strings.HasPrefix(string(one), "event: progress\nid: 1\ndata: {") {
		t.Errorf("%q %v", one, err)
	}
	time.Sleep(400 * time.Millisecond) // longer than anybody may be away
	inner := s.jobs.byIDNow(j.ID)
	if st := s.jobs.stateOf(inner); st != Running {
		t.Fatalf("%s while somebody listens", st)
	}
	refuses(t, s, 409, "GET", j.Links.Self+"/result", "", "not done")
	resp.Body.Close()
	eventually(t, "it goes on without listeners", func() bool { return s.jobs.stateOf(inner) == Cancelled })
	eventually(t, "its place is not free", func() bool { s.jobs.mu.Lock(); defer s.jobs.mu.Unlock(); return s.jobs.running == 0 })
	if list := readEvents(t, ok(t, s, 200, "GET", j.Links.Events, "").Body); len(list) != 1 || list[0].name != "cancelled" || list[0].job.State != Cancelled {
		t.Errorf("%+v", list)
	}
}

// TestVerif_SlowListenersAreLetGo opens a stream over a connection that holds nothing
// and never reads.
func TestVerif_SlowListenersAreLetGo(t *testing.T) {
	s := held(t, Options{Write: 50 * time.Millisecond, Abandon: 50 * time.Millisecond, Tick: time.Millisecond, Streams: 1})
	l := pipes{make(chan net.Conn), make(chan struct{})}
	serving(t, s, l)
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", `{"draws":9000}`))
	near, far := net.Pipe()
	defer near.Close()
	l.conns <- far
	if _, err := fmt.Fprintf(near, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n", j.Links.Events); err != nil {
		t.Fatal(err)
	}
	inner := s.jobs.byIDNow(j.ID)
	eventually(t, "nobody listens", func() bool { s.jobs.mu.Lock(); defer s.jobs.mu.Unlock(); return inner.listeners == 1 })
	refuses(t, s, 429, "GET", j.Links.Events, "", "as many listen")
	refuses(t, s, 429, "GET", j.Links.Self+"?wait=5", "", "as many listen")
	eventually(t, "it is waited for for ever", func() bool { s.jobs.mu.Lock(); defer s.jobs.mu.Unlock(); return inner.listeners == 0 })
	eventually(t, "the job goes on", func() bool { return s.jobs.stateOf(inner) == Cancelled })
	ok(t, s, 200, "GET", root+"/runs/"+j.ID, "")
}

// TestVerif_SlowTakersAreLetGo asks for more positions than any connection holds, from as
// many sides as are served at once, and takes none.
func TestVerif_SlowTakersAreLetGo(t *testing.T) {
	s := held(t, Options{Write: 50 * time.Millisecond})
	l := pipes{make(chan net.Conn), make(chan struct{})}
	serving(t, s, l)
	free := func() bool {
		return do(s, "GET", root+"/constellations/suncatcher/positions", "").Code == http.StatusOK
	}
	for range 4 {
		near, far := net.Pipe()
		defer near.Close()
		l.conns <- far
		if _, err := fmt.Fprintf(near, "GET %s/constellations/starlink-gen1/elements HTTP/1.1\r\nHost: localhost\r\n\r\n", root); err != nil {
			t.Fatal(err)
		}
		if _, err := near.Read(make([]byte, 1)); err != nil { // its answer has begun
			t.Fatal(err)
		}
	}
	eventually(t, "whoever takes nothing keeps a place", free)
}

// pipes is a listener of connections in memory.
type pipes struct {
	conns  chan net.Conn
	closed chan struct{}
}

func (p pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.conns:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}
func (p pipes) Close() error   { close(p.closed); return nil }
func (p pipes) Addr() net.Addr { return &net.TCPAddr{} }

// TestVerif_SlowWriters begin a request and never end it, or send a header without end.
func TestVerif_SlowWriters(t *testing.T) {
	s := held(t, Options{})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	serving(t, s, l)
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	c.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(c, "GET / HTTP/1.1\r\nHost: localhost\r\nX: %s", strings.Repeat("x", 64<<10))
	answer := make([]byte, 64)
	n, _ := c.Read(answer)
	if !strings.HasPrefix(string(answer[:n]), "HTTP/1.1 431") {
		t.Errorf("%q", answer[:n])
	}
	ok(t, s, 200, "GET", "/plain/", "")
}

// TestVerif_SlowBodiesLeaveRoom begins as many bodies as there are places: whoever only
// reads is answered all the same.
func TestVerif_SlowBodiesLeaveRoom(t *testing.T) {
	s := held(t, Options{Requests: 4})
	l := pipes{make(chan net.Conn), make(chan struct{})}
	serving(t, s, l)
	for i := range 4 {
		near, far := net.Pipe()
		defer near.Close()
		l.conns <- far
		if _, err := fmt.Fprintf(near, "POST %s/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n", root); err != nil {
			t.Fatal(err)
		}
		if i < 2 { // taken once its body is read
			if _, err := fmt.Fprint(near, "{"); err != nil {
				t.Fatal(err)
			}
		}
	}
	eventually(t, "slow bodies hold fewer places than are theirs", func() bool { return do(s, "POST", root+"/check", "{}").Code == http.StatusTooManyRequests })
	eventually(t, "slow bodies leave no room", func() bool { return do(s, "GET", "/reference", "").Code == http.StatusOK })
}

// TestVerif_NothingIsLeft has runs cancelled, listeners and waiters hang up, and the server
// closed: no goroutine outlives it.
func TestVerif_NothingIsLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	s := started(t, Options{Tick: time.Millisecond, Jobs: 2})
	web := httptest.NewServer(s)
	client := &http.Client{Transport: &http.Transport{}}
	for i := range 4 {
		j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", fmt.Sprintf(`{"draws":9000,"seed":%d}`, i)))
		for _, path := range []string{j.Links.Events, j.Links.Self + "?wait=60"} {
			ctx, hangUp := context.WithTimeout(t.Context(), 50*time.Millisecond)
			r, err := http.NewRequestWithContext(ctx, "GET", web.URL+path, nil)
			if err != nil {
				t.Fatal(err)
			}
			if resp, err := client.Do(r); err == nil {
				resp.Body.Read(make([]byte, 1))
				resp.Body.Close()
			}
			hangUp()
		}
		inner := s.jobs.byIDNow(j.ID)
		eventually(t, "somebody listens still", func() bool { s.jobs.mu.Lock(); defer s.jobs.mu.Unlock(); return inner.listeners == 0 })
		if i%2 == 0 {
			ok(t, s, 200, "DELETE", j.Links.Self, "")
		}
	}
	web.Close()
	client.CloseIdleConnections()
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if n := len(s.streams); n != 0 {
		t.Errorf("%d places of streams are held", n)
	}
	eventually(t, "goroutines are left", func() bool { return runtime.NumGoroutine() <= before })
}

// TestVerif_ListenersComeBack gives a listener that comes back the whole state, done or
// not, whatever it says that it has seen.
func TestVerif_ListenersComeBack(t *testing.T) {
	s := started(t, Options{Tick: time.Millisecond})
	web := httptest.NewServer(s)
	defer web.Close()
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", `{"draws":40}`))
	resp, err := http.Get(web.URL + j.Links.Events)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if ct := resp.Header.Get("Content-Type"); ct != "text/event-stream" {
		t.Error(ct)
	}
	list := readEvents(t, resp.Body)
	last, done := list[len(list)-1], 0
	for _, e := range list {
		if e.job.ID != j.ID || e.job.Done < done || e.job.Total > 0 && e.job.Done > e.job.Total {
			t.Errorf("%+v after %d", e, done)
		}
		done = e.job.Done
	}
	if last.name != "done" || last.job.State != Done || last.job.Links.Result == "" || len(list) < 3 {
		t.Errorf("%d events, last %+v", len(list), last)
	}
	again := readEvents(t, ok(t, s, 200, "GET", j.Links.Events, "", "Last-Event-ID", "1").Body)
	if len(again) != 1 || again[0] != last {
		t.Errorf("%+v", again)
	}
}

// TestVerif_ListenersOutliveTheReadDeadline listens and waits for longer than a request
// may take to come, while one that does not come is cut off.
func TestVerif_ListenersOutliveTheReadDeadline(t *testing.T) {
	s := held(t, Options{Read: 200 * time.Millisecond, Abandon: 10 * time.Second, Tick: time.Millisecond})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	serving(t, s, l)
	at := "http://" + l.Addr().String()
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", `{"draws":9000}`))
	var wg sync.WaitGroup
	begun := time.Now()
	for _, path := range []string{j.Links.Events, j.Links.Self + "?wait=60"} {
		wg.Go(func() {
			resp, err := http.Get(at + path)
			if err != nil {
				t.Error(path, err)
				return
			}
			defer resp.Body.Close()
			var b bytes.Buffer
			if _, err := b.ReadFrom(resp.Body); err != nil || !strings.Contains(b.String(), `"cancelled"`) || time.Since(begun) < time.Second {
				t.Errorf("%s: after %v %v: %s", path, time.Since(begun), err, b.String())
			}
		})
	}
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprintf(c, "POST %s/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", root)
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	answer := make([]byte, 1<<10)
	n, err := c.Read(answer)
	if err == nil && !strings.HasPrefix(string(answer[:n]), "HTTP/1.1 408") {
		t.Errorf("%q", answer[:n])
	}
	time.Sleep(1200*time.Millisecond - min(time.Since(begun), 1200*time.Millisecond))
	s.jobs.mu.Lock()
	s.jobs.stop(s.jobs.byID[j.ID])
	s.jobs.mu.Unlock()
	wg.Wait()
}
