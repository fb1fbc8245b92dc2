package server

import (
	"errors"
	"fmt"
	"net"
	"net/http"
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
	// A link on another site shows a verdict that is there, and begins none.
	address := "/plain/verdict?scenario=base&draws=5&seed=77"
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
	for _, h := range [][]string{link, {"Sec-Purpose", "prefetch"}} {
		if w := ok(t, s, 200, "GET", address, "", h...); !strings.Contains(w.Body.String(), "Play base 5 times?") {
			t.Errorf("%v: %s", h, w.Body)
		}
	}
	ok(t, s, 200, "HEAD", address, "")
	s.jobs.mu.Lock()
	n := len(s.jobs.byID)
	s.jobs.mu.Unlock()
	if n != 1 {
		t.Errorf("%d jobs", n)
	}
	if w := ok(t, s, 200, "GET", address, "", "Sec-Fetch-Site", "none"); !strings.Contains(w.Body.String(), "Waiting") {
		t.Error(w.Body)
	}
	if w := ok(t, s, 200, "GET", address, "", link...); !strings.Contains(w.Body.String(), "Waiting") {
		t.Error(w.Body)
	}
	s.jobs.mu.Lock()
	for _, k := range s.jobs.queue {
		if k.id != j.ID {
			s.jobs.queue = nil
			s.jobs.finish(k, Failed, nil, errors.New("no luck"))
		}
	}
	s.jobs.mu.Unlock()
	if w := ok(t, s, 200, "GET", address, "", link...); !strings.Contains(w.Body.String(), "Play base 5 times?") {
		t.Errorf("a link of another site begins again what failed: %s", w.Body)
	}
}

// TestVerif_Token lets in who has the token, and nobody else anywhere.
func TestVerif_Token(t *testing.T) {
	s := held(t, Options{Token: "open sesame"})
	for _, path := range []string{"/plain/", "/plain/style.css", "/reference", "/plain/verdict", root + "/scenarios", root + "/openapi.json", "/nothing"} {
		for _, given := range []string{"", "Bearer", "Bearer ", "Bearer open", "Bearer open sesame ", "bearer x", "Basic b3BlbiBzZXNhbWU6", "Basic !", "open", "open sesame", "Digest open sesame", "Basic open sesame"} {
			w := do(s, "GET", path, "", "Authorization", given)
			if w.Code != http.StatusUnauthorized || len(w.Header().Values("WWW-Authenticate")) != 2 {
				t.Errorf("%s %q: %d", path, given, w.Code)
			}
		}
	}
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", "Bearer open sesame")
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", "bearer open sesame") // RFC 9110, 11.1: in any case
	r := request("GET", "/plain/", "")
	r.SetBasicAuth("anybody", "open sesame")
	ok(t, s, 200, "GET", "/plain/", "", "Authorization", r.Header.Get("Authorization"))
	if doc := ok(t, s, 200, "GET", root+"/openapi.json", "", "Authorization", "Bearer open sesame").Body.String(); !strings.Contains(doc, "securitySchemes") || strings.Contains(doc, "sesame") {
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
		for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"} {
			if h.Get(name) != want {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
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
