package server

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// TestVerif_HostIsTheLoopback names the server as a page would whose name was made to
// point here after it was loaded.
func TestVerif_HostIsTheLoopback(t *testing.T) {
	s := held(t, Options{})
	for host, good := range map[string]bool{
		"127.0.0.1:8035": true, "localhost": true, "LOCALHOST:1": true, "[::1]:8035": true, "127.9.9.9": true, "localhost.": true,
		"evil.example:8035": false, "127.0.0.1.evil.example": false, "localhost.evil.example": false, "192.168.1.5:8035": false,
		"": false, "0.0.0.0:8035": false, "[::ffff:8.8.8.8]:80": false, "evil.example\x00localhost": false,
	} {
		for _, path := range []string{"/plain/", root + "/scenarios", root + "/nothing"} {
			w := do(s, "GET", path, "", "Host", host)
			if refused := w.Code == http.StatusForbidden; refused == good {
				t.Errorf("%q %s: %d", host, path, w.Code)
			}
		}
	}
	named := held(t, Options{Hosts: []string{"dawn.example"}})
	figures := held(t, Options{Hosts: []string{"0.0.0.0", ""}})
	for host, code := range map[string]int{"192.168.1.5:80": 200, "[2001:db8::1]": 200, "localhost": 200, "evil.example": 403, "192.168.1.5.evil.example": 403, "": 403} {
		if w := do(figures, "GET", "/reference", "", "Host", host); w.Code != code {
			t.Errorf("%q among figures: %d", host, w.Code)
		}
	}
	any := held(t, Options{Hosts: []string{"*"}})
	if do(named, "GET", "/plain/", "", "Host", "dawn.example:80").Code != 200 || do(named, "GET", "/plain/", "", "Host", "dusk.example:80").Code != 403 ||
		do(any, "GET", "/plain/", "", "Host", "dusk.example").Code != 200 {
		t.Error("names given are not held")
	}
}

// TestVerif_OtherSitesCannotAct sends what the page of another site could have sent.
func TestVerif_OtherSitesCannotAct(t *testing.T) {
	s := held(t, Options{})
	run := `{"draws":3}`
	j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", run, "Origin", home, "Sec-Fetch-Site", "same-origin"))
	for _, h := range [][]string{
		{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://127.0.0.1:9999"}, {"Origin", "file://"}, {"Origin", "::"},
		{"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}, {"Sec-Fetch-Site", "unheard-of"},
		{"Origin", home, "Sec-Fetch-Site", "cross-site"},
	} {
		for _, x := range [][3]string{{"POST", root + "/runs", run}, {"POST", root + "/size", "{}"}, {"DELETE", j.Links.Self, ""}, {"GET", j.Links.Events, ""}, {"GET", j.Links.Self + "?wait=60", ""}, {"GET", j.Links.Self + "/report.html", ""}, {"GET", root + "/constellations/dawn-dusk-650/positions", ""}, {"GET", "/plain/verdict?draws=4", ""}} {
			w := do(s, x[0], x[1], x[2], h...)
			if w.Code != http.StatusForbidden {
				t.Errorf("%v %v: %d", x, h, w.Code)
			}
			for name := range w.Header() {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s: %s", name, w.Header().Get(name))
				}
			}
		}
	}
	if do(s, "OPTIONS", root+"/runs", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST").Header().Get("Access-Control-Allow-Origin") != "" {
		t.Error("others may ask")
	}
	// A link, from wherever, shows a verdict that is there, and begins none.
	address, form := "/plain/verdict?scenario=base&draws=5&seed=77", "scenario=base&draws=5&seed=77"
	link := []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}
	for _, path := range []string{j.Links.Events, j.Links.Self + "?wait=60", j.Links.Self + "?wait=", j.Links.Self + "?%77ait=60"} {
		if w := do(s, "GET", path, "", link...); w.Code != http.StatusForbidden {
			t.Errorf("a link of another site waits at %s: %d", path, w.Code)
		}
	}
	for _, dest := range []string{"iframe", "object", "image", "script", "empty", ""} {
		if w := do(s, "GET", address, "", append(link[:4:4], "Sec-Fetch-Dest", dest)...); w.Code != http.StatusForbidden {
			t.Errorf("%q of another site shows a verdict: %d", dest, w.Code)
		}
	}
	for _, h := range [][]string{link, {"Sec-Purpose", "prefetch"}, {"Sec-Fetch-Site", "none"}, {"Sec-Fetch-Site", "same-origin"}} {
		if w := ok(t, s, 200, "GET", address, "", h...); !strings.Contains(w.Body.String(), "Play base 5 times?") || !strings.Contains(w.Body.String(), `method="post"`) {
			t.Errorf("%v: %s", h, w.Body)
		}
	}
	ok(t, s, 200, "HEAD", address, "")
	for _, h := range [][]string{{"Origin", "null"}, {"Origin", "https://evil.example"}, link, append([]string{"Origin", "https://evil.example"}, link...)} {
		if w := do(s, "POST", "/plain/verdict", form, append([]string{"Content-Type", "application/x-www-form-urlencoded"}, h...)...); w.Code != http.StatusForbidden {
			t.Errorf("the form of another site, %v: %d", h, w.Code)
		}
	}
	s.jobs.mu.Lock()
	n := len(s.jobs.byID)
	s.jobs.mu.Unlock()
	if n != 1 {
		t.Errorf("%d jobs", n)
	}
	w := ok(t, s, 303, "POST", "/plain/verdict", form, "Content-Type", "application/x-www-form-urlencoded", "Origin", home, "Sec-Fetch-Site", "same-origin")
	for _, at := range []string{w.Header().Get("Location"), address} {
		if w := ok(t, s, 200, "GET", at, "", link...); !strings.Contains(w.Body.String(), "Waiting") {
			t.Errorf("%s: %s", at, w.Body)
		}
	}
	s.jobs.mu.Lock()
	for _, k := range s.jobs.queue {
		if k.id != j.ID {
			s.jobs.queue = nil
			s.jobs.finish(k, Failed, nil, errors.New("no luck"))
		}
	}
	s.jobs.mu.Unlock()
	if w := ok(t, s, 200, "GET", address, "", "Sec-Fetch-Site", "same-origin"); !strings.Contains(w.Body.String(), "no luck") {
		t.Errorf("a link begins again what failed: %s", w.Body)
	}
	ok(t, s, 303, "POST", "/plain/verdict", form, "Content-Type", "application/x-www-form-urlencoded")
	if w := ok(t, s, 200, "GET", address, ""); !strings.Contains(w.Body.String(), "Waiting") {
		t.Errorf("what failed is not begun again: %s", w.Body)
	}
}

// TestVerif_VerdictForm posts what the form of a verdict may hold.
func TestVerif_VerdictForm(t *testing.T) {
	s := held(t, Options{})
	post := func(body string) *httptest.ResponseRecorder {
		return do(s, "POST", "/plain/verdict", body, "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
	}
	w := post("scenario=promoter&draws=9&seed=3&set=orbit.altitude%3D700+km%0D%0Aoperator.policy%3Dhurdle%0D%0A")
	at := w.Header().Get("Location")
	if w.Code != 303 || strings.Count(at, "set=") != 2 {
		t.Errorf("%d %s", w.Code, at)
	}
	if w := ok(t, s, 200, "GET", at, ""); !strings.Contains(w.Body.String(), "Waiting") || w.Header().Get("Referrer-Policy") != "same-origin" {
		t.Errorf("%s does not lead to the run: %s", at, w.Body)
	}
	for _, x := range []struct {
		body, says string
	}{
		{"draws=0", "draws"}, {"%zz", "cannot be read"}, {"set=orbit.altitude%3D700", "orbit.altitude"}, {"scenario=none", "no such scenario"},
		{"set=" + strings.Repeat("orbit.altitude%3D700+km%0A", 500), "than an address holds"},
	} {
		if w := post(x.body); w.Code != 422 || !strings.Contains(w.Body.String(), x.says) {
			t.Errorf("%s: %d %s", cut(x.body, 80), w.Code, w.Body)
		}
	}
	if w := post("set=" + strings.Repeat("x", 300<<10)); w.Code != 413 {
		t.Error(w.Code)
	}
	if w := do(s, "POST", "/plain/verdict", "draws=5", "Content-Type", "text/plain"); w.Code != 415 {
		t.Error(w.Code)
	}
}

// TestVerif_BodiesAreTakenAsTheyAre refuses what would have to be unpacked first.
func TestVerif_BodiesAreTakenAsTheyAre(t *testing.T) {
	s := held(t, Options{})
	for _, encoding := range []string{"gzip", "br", "deflate, gzip", "x"} {
		if w := do(s, "POST", root+"/check", "{}", "Content-Encoding", encoding); w.Code != 415 || !strings.Contains(w.Body.String(), "Content-Encoding") {
			t.Errorf("%s: %d %s", encoding, w.Code, w.Body)
		}
	}
	ok(t, s, 200, "POST", root+"/check", "{}", "Content-Encoding", "identity")
}

// TestVerif_EncodingsAccepted reads what browsers and others send (RFC 9110, 12.5.3).
func TestVerif_EncodingsAccepted(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "GZIP": true, "br, gzip": true, "gzip;q=0.5": true, "gzip; q=1": true, "gzip ; q = 0.001": true, "gzip;q=0": false, "gzip; q=0": false,
		"gzip ;q=0.000": false, "br;q=1.0, gzip; q=0, *;q=0.1": false, "xgzip": false, "gzip;q=x": false, "gzip;": false, "identity": false,
	} {
		if accepts(header, "gzip") != want {
			t.Errorf("%q: %v", header, !want)
		}
	}
}

// TestVerif_HalfAnswersAreCutOff has a handler fail before and after it has begun its answer.
func TestVerif_HalfAnswersAreCutOff(t *testing.T) {
	s := held(t, Options{})
	web := httptest.NewUnstartedServer(s.guard(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Has("begun") {
			fmt.Fprint(w, "half an")
			http.NewResponseController(w).Flush()
		}
		panic("a defect")
	})))
	web.Config.ErrorLog = silent
	web.Start()
	defer web.Close()
	resp, err := http.Get(web.URL + "/reference")
	if err != nil || resp.StatusCode != 500 || resp.Header.Get("Content-Type") != "application/problem+json" {
		t.Error(resp, err)
	}
	resp.Body.Close()
	if resp, err = http.Get(web.URL + "/reference?begun"); err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if text, err := io.ReadAll(resp.Body); err == nil {
		t.Errorf("%q looks whole", text)
	}
}

// TestVerif_Connections holds no more than a bound of them, and lets others in when some
// end.
func TestVerif_Connections(t *testing.T) {
	s := held(t, Options{Requests: 4})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	serving(t, s, l)
	answers := func(c net.Conn) bool {
		c.SetDeadline(time.Now().Add(20 * time.Second))
		fmt.Fprint(c, "GET /reference HTTP/1.1\r\nHost: localhost\r\n\r\n")
		n, err := c.Read(make([]byte, 64))
		return err == nil && n > 0
	}
	var held []net.Conn
	for i := range 12 {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		if got, want := answers(c), i < 8; got != want {
			t.Errorf("connection %d is answered: %v", i+1, got)
		}
		held = append(held, c)
	}
	for _, c := range held {
		c.Close()
	}
	eventually(t, "nobody is let in again", func() bool {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			return false
		}
		defer c.Close()
		return answers(c)
	})
}

// TestVerif_HeavyWorkHasPlaces fills them all: what is left is told when to ask again.
func TestVerif_HeavyWorkHasPlaces(t *testing.T) {
	s := held(t, Options{})
	s.work = newPlaces(1, 1, time.Millisecond, "full")
	leave, err := s.work.take(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range [][3]string{{"POST", "/check", "{}"}, {"POST", "/size", "{}"}, {"POST", "/scenario-file", "{}"}, {"POST", "/runs", "{}"}, {"GET", "/ledger", ""}} {
		if w := do(s, x[0], root+x[1], x[2]); w.Code != 429 || w.Header().Get("Retry-After") == "" {
			t.Errorf("%v: %d", x, w.Code)
		}
	}
	leave()
	ok(t, s, 200, "POST", root+"/check", "{}")
	ok(t, s, 200, "GET", root+"/ledger", "")
	if len(s.work.free)+len(s.work.waiting) != 0 {
		t.Error("places are kept")
	}
}

// TestVerif_ShortTokens are refused, since they can be guessed.
func TestVerif_ShortTokens(t *testing.T) {
	for _, token := range []string{"zz", "fifteen letters", "ééééééééééééééé"} {
		if _, err := New(Options{Token: token}); err == nil || !strings.Contains(err.Error(), "at least 16") || strings.Contains(err.Error(), token) {
			t.Errorf("%s: %v", token, err)
		}
	}
}

// TestVerif_Token lets in who has the token, and nobody else anywhere.
func TestVerif_Token(t *testing.T) {
	s := held(t, Options{Token: "open sesame, open"})
	for _, path := range []string{"/plain/", "/plain/style.css", "/reference", "/plain/verdict", root + "/scenarios", root + "/openapi.json", "/nothing"} {
		for _, given := range []string{"", "Bearer", "Bearer ", "Bearer open", "Bearer open sesame, open ", "bearer x", "Basic b3BlbiBzZXNhbWU6", "Basic !", "open", "open sesame, open", "Digest open sesame, open", "Basic open sesame, open"} {
			w := do(s, "GET", path, "", "Authorization", given)
			if w.Code != http.StatusUnauthorized || len(w.Header().Values("WWW-Authenticate")) != 2 {
				t.Errorf("%s %q: %d", path, given, w.Code)
			}
		}
	}
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", "Bearer open sesame, open")
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", "bearer open sesame, open") // RFC 9110, 11.1: in any case
	r := request("GET", "/plain/", "")
	r.SetBasicAuth("anybody", "open sesame, open")
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", r.Header.Get("Authorization"))
	if doc := ok(t, s, 200, "GET", root+"/openapi.json", "", "Authorization", "Bearer open sesame, open").Body.String(); !strings.Contains(doc, "securitySchemes") || strings.Contains(doc, "sesame") {
		t.Error("the document does not say that a token is needed, or says the token")
	}
}

// TestVerif_Headers holds what tells browsers what our answers may not do, good and
// bad answers alike.
func TestVerif_Headers(t *testing.T) {
	s := held(t, Options{})
	for _, path := range []string{"/plain/", "/reference", "/plain/verdict?draws=x", "/plain/style.css", "/nothing", root + "/scenarios", root + "/runs/x", root + "/openapi.yaml"} {
		h := do(s, "GET", path, "").Header()
		policy := h.Get("Content-Security-Policy")
		if !strings.HasPrefix(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "script") {
			t.Errorf("%s: %s", path, policy)
		}
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		want := "no-referrer"
		if strings.HasPrefix(h.Get("Content-Type"), "text/html") {
			want = "same-origin" // a form says where it comes from
		}
		if h.Get("Referrer-Policy") != want {
			t.Errorf("%s: Referrer-Policy is %q", path, h.Get("Referrer-Policy"))
		}
		if h.Get("Content-Type") == "" {
			t.Errorf("%s has no type", path)
		}
	}
	for _, path := range []string{"/plain/", "/reference", "/plain/verdict?draws=7"} { // nothing of a page needs more than its policy lets
		body := do(s, "GET", path, "").Body.String()
		for _, bad := range []string{"<script", "style=\"", "<style", "onclick", "javascript:", "http://", "https://", "<iframe", "<img"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s holds %q", path, bad)
			}
		}
	}
}

// TestVerif_PathsLeadNowhereElse asks for files of the machine by every spelling.
func TestVerif_PathsLeadNowhereElse(t *testing.T) {
	s := held(t, Options{})
	for _, path := range []string{
		"/../go.mod", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/page/home.html", "/page/../server.go", "//etc/passwd", "/plain/style.css/../../server.go",
		root + "/scenarios/..%2f..%2fgo.mod", root + "/scenarios/%2e%2e", root + "/scenarios/base.yaml", root + "/scenarios/.%00.", root + "/runs/../ledger", root + "/runs/%2e%2e/result", "/api/v1/", "/api",
	} {
		r := request("GET", "/", "")
		r.URL.Opaque = ""
		u, err := r.URL.Parse(path)
		if err != nil {
			continue
		}
		if !strings.HasPrefix(path, "//") {
			r.URL = u
		}
		r.URL.Path = strings.ReplaceAll(strings.ReplaceAll(path, "%2f", "/"), "%2e", ".")
		w := doRequest(s, r)
		if w.Code != 404 && w.Code != 422 && w.Code != 403 || w.Header().Get("Location") != "" {
			t.Errorf("%s: %d %s", path, w.Code, cut(w.Body.String(), 200))
		}
	}
	for _, name := range []string{"/etc/passwd", "../go.mod", "./x.yaml", "server_test.go", `..\x`, "C:/x", "base/../../x"} {
		refuses(t, s, 422, "POST", root+"/check", `{"scenario":`+quote(name)+`}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/check", `{"scenario":"a.yaml","files":{"a.yaml":`+quote("based: ['"+name+"']\n")+`}}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/runs", `{"scenario":`+quote(name)+`}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/size", `{"scenario":`+quote(name)+`}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/claims", `{"scenario":`+quote(name)+`}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/comparisons", `{"from":"base","to":`+quote(name)+`}`, "no such scenario")
		refuses(t, s, 422, "POST", root+"/comparisons", `{"from":`+quote(name+":x")+`,"to":"base"}`, "no such scenario")
		if w := do(s, "GET", root+"/ledger?scenario="+strings.ReplaceAll(name, `\`, "%5c"), ""); w.Code != 422 {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
}

// TestVerif_ServeEnds serves on a listener and stops with its context, streams and all.
func TestVerif_ServeEnds(t *testing.T) {
	s := held(t, Options{})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop := serving(t, s, l)
	c, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	fmt.Fprint(c, "OPTIONS * HTTP/1.1\r\nHost: evil.example\r\n\r\n") // net/http would answer this by itself
	c.SetReadDeadline(time.Now().Add(20 * time.Second))
	answer := make([]byte, 64)
	if n, _ := c.Read(answer); !strings.HasPrefix(string(answer[:n]), "HTTP/1.1 403") {
		t.Errorf("%q", answer[:n])
	}
	at := "http://" + l.Addr().String()
	resp, err := http.Post(at+root+"/runs", "application/json", strings.NewReader(`{"draws":9}`))
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	stream, err := http.Get(at + resp.Header.Get("Location") + "/events")
	if err != nil {
		t.Fatal(err)
	}
	defer stream.Body.Close()
	go stop()
	list := readEvents(t, stream.Body)
	if n := len(list); n < 2 || list[0].name != "progress" || list[0].job.State != Queued || list[n-1].name != "cancelled" {
		t.Errorf("%+v", list)
	}
}

// Who looks for a page that is not there is told so on one; a program is told by a problem.
func TestNothingHere(t *testing.T) {
	s := held(t, Options{})
	for accept, want := range map[string]string{
		"text/html,application/xhtml+xml;q=0.9,*/*;q=0.8": "text/html; charset=utf-8",
		"*/*": "application/problem+json",
		"":    "application/problem+json",
	} {
		w := do(s, "GET", "/verdikt%3Cscript%3E", "", "Accept", accept)
		if text := w.Body.String(); w.Code != http.StatusNotFound || w.Header().Get("Content-Type") != want || strings.Contains(text, "<script>") {
			t.Errorf("Accept %q: %d, %s\n%s", accept, w.Code, w.Header().Get("Content-Type"), text)
		}
	}
}
