package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/server"
)

// TestVerif_ServerAndCommandAgree asks the command and the server the same and holds
// their answers together: byte for byte where the command prints a result that is kept
// as it is, else value for value.
func TestVerif_ServerAndCommandAgree(t *testing.T) {
	s, err := server.New(server.Options{Version: version()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	web := httptest.NewServer(s)
	defer web.Close()

	read := func(resp *http.Response, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		b, err := io.ReadAll(resp.Body)
		if err != nil || resp.StatusCode >= 300 {
			t.Fatalf("%d %v: %s", resp.StatusCode, err, b)
		}
		return string(b)
	}
	post := func(path, body string) string {
		t.Helper()
		return read(http.Post(web.URL+path, "application/json", strings.NewReader(body)))
	}
	result := func(path, body string) string {
		t.Helper()
		var j server.Job
		if err := json.Unmarshal([]byte(post(path, body)), &j); err != nil {
			t.Fatal(err)
		}
		self := j.Links.Self
		for !slices.Contains([]server.State{server.Done, server.Failed, server.Cancelled}, j.State) {
			if err := json.Unmarshal([]byte(read(http.Get(web.URL+self+"?wait=60"))), &j); err != nil {
				t.Fatal(err)
			}
		}
		return read(http.Get(web.URL + self + "/result"))
	}
	command := func(args ...string) string {
		t.Helper()
		var out, errs strings.Builder
		if code := run(t.Context(), args, &out, &errs); code != exitOK {
			t.Fatalf("%v: %d %s", args, code, errs.String())
		}
		return out.String()
	}
	same := func(what, theirs, ours string) {
		t.Helper()
		if theirs != ours {
			t.Errorf("%s: the command has %d bytes, the server %d", what, len(theirs), len(ours))
		}
	}
	same("run", command("run", "promoter", "--draws", "37", "--seed", "18446744073709551615", "--set", "orbit.altitude=700 km", "--json"),
		result("/api/v1/runs", `{"scenario":"promoter","draws":37,"seed":18446744073709551615,"set":["orbit.altitude=700 km"]}`))
	same("seed 0", command("run", "--draws", "5", "--seed", "0", "--json"), result("/api/v1/runs", `{"draws":5,"seed":0}`))
	same("claims", command("claims", "--draws", "40", "--json"), result("/api/v1/claims", `{"draws":40}`))
	same("some claims", command("claims", "skeptic", "--draws", "40", "--only", "C12,C03", "--json"), result("/api/v1/claims", `{"scenario":"skeptic","draws":40,"only":["C12","C03"]}`))
	same("comparison", command("compare", "mccalip", "shapiro-a1", "--metric", "kw-year", "--permutations", "8", "--json"),
		result("/api/v1/comparisons", `{"from":"mccalip","to":"shapiro-a1","metric":"kw-year","permutations":8}`))

	theirs := command("size", "--it-power", "150 kW", "--altitude", "600 km", "--life", "7 yr", "--year", "2032", "--scenario", "promoter", "--orbit", "inclined", "--set", "satellite.eclipse_mode=throttle", "--json")
	ours := post("/api/v1/size", `{"scenario":"promoter","it_power":"150 kW","altitude":"600 km","life":"7 yr","year":2032,"orbit":"inclined","set":["satellite.eclipse_mode=throttle"]}`)
	var compact, indented strings.Builder
	for _, x := range []struct {
		to   *strings.Builder
		text string
	}{{&indented, theirs}, {&compact, ours}} {
		var v json.RawMessage
		if err := json.Unmarshal([]byte(x.text), &v); err != nil {
			t.Fatal(err)
		}
		if err := json.NewEncoder(x.to).Encode(v); err != nil { // compacts
			t.Fatal(err)
		}
	}
	same("size", indented.String(), compact.String())
}

// TestVerif_ServeAddresses refuses what would let others in unasked.
func TestVerif_ServeAddresses(t *testing.T) {
	own, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	own = strings.ToLower(own)
	for _, x := range []struct {
		f     serveFlags
		addr  string
		hosts string
		bad   string
	}{
		{serveFlags{port: 0}, "127.0.0.1:0", "", ""},
		{serveFlags{port: 70000}, "", "", "--port 70000"},
		{serveFlags{port: -1}, "", "", "--port -1"},
		{serveFlags{addr: "localhost:0"}, "localhost:0", "", ""},
		{serveFlags{addr: "[::1]:80"}, "[::1]:80", "", ""},
		{serveFlags{addr: "192.168.1.5:80"}, "", "", "give a --token"},
		{serveFlags{addr: ":80"}, "", "", "give a --token"},
		{serveFlags{addr: "0.0.0.0:80"}, "", "", "give a --token"},
		{serveFlags{addr: "dawn.example:80"}, "", "", "give a --token"},
		{serveFlags{addr: "192.168.1.5:80", token: "x"}, "192.168.1.5:80", "192.168.1.5", ""},
		{serveFlags{addr: "[2001:0DB8:0::1]:80", token: "x"}, "[2001:0DB8:0::1]:80", "2001:db8::1", ""},
		{serveFlags{addr: "0.0.0.0:80", token: "x"}, "0.0.0.0:80", "*", ""},
		{serveFlags{addr: "0.0.0.0:80", insecure: true}, "0.0.0.0:80", "0.0.0.0 " + own, ""},
		{serveFlags{addr: ":80", insecure: true}, ":80", "0.0.0.0 " + own, ""},
		{serveFlags{addr: "Dawn.example:80", insecure: true}, "Dawn.example:80", "0.0.0.0 dawn.example", ""},
		{serveFlags{addr: "Dawn.example:80", token: "x"}, "Dawn.example:80", "*", ""},
		{serveFlags{addr: "192.168.1.5", token: "x"}, "", "", "HOST:PORT"},
		{serveFlags{addr: "192.168.1.5:http", token: "x"}, "", "", "HOST:PORT"},
	} {
		addr, hosts, err := x.f.listenOn()
		if x.bad != "" {
			if err == nil || !strings.Contains(err.Error(), x.bad) {
				t.Errorf("%+v: %v", x.f, err)
			}
			continue
		}
		if err != nil || addr != x.addr || strings.Join(hosts, " ") != x.hosts {
			t.Errorf("%+v: %s %v %v", x.f, addr, hosts, err)
		}
	}
}

// TestServeUntilInterrupted reads the address that is printed, looks at the page, and
// interrupts while a job is played and listened to.
func TestServeUntilInterrupted(t *testing.T) {
	t.Setenv(tokenVariable, "open sesame, open")
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, w := io.Pipe()
	var errs strings.Builder
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "--port", "0"}, w, &errs)
		w.Close()
	}()
	lines := bufio.NewScanner(r)
	lines.Scan()
	at, _, found := strings.Cut(strings.TrimPrefix(lines.Text(), "Dawndusk is at "), " until Ctrl-C")
	if !found || !strings.HasPrefix(at, "http://127.0.0.1:") {
		t.Fatalf("%q", lines.Text())
	}
	ask := func(method, path, body string) *http.Response {
		req, err := http.NewRequest(method, at+strings.TrimPrefix(path, "/"), strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Authorization", "Bearer open sesame, open")
		req.Header.Set("Content-Type", "application/json")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		return resp
	}
	if resp, err := http.Get(at); err != nil || resp.StatusCode != http.StatusUnauthorized {
		t.Error("let in without the token", err)
	}
	page := ask("GET", "/plain/", "")
	defer page.Body.Close()
	if text, err := io.ReadAll(page.Body); err != nil || !strings.Contains(string(text), "Verdicts") {
		t.Error(err, string(text))
	}
	posted := ask("POST", "/api/v1/runs", `{"draws":9000}`)
	posted.Body.Close()
	stream := ask("GET", posted.Header.Get("Location")+"/events", "")
	defer stream.Body.Close()
	begun := time.Now()
	cancel()
	if text, err := io.ReadAll(stream.Body); err != nil || !strings.Contains(string(text), "event: cancelled") {
		t.Error(err, string(text))
	}
	lines.Scan()
	if lines.Text() != "stopped" {
		t.Errorf("%q", lines.Text())
	}
	if c := <-code; c != exitOK || errs.Len() > 0 {
		t.Errorf("exit code %d: %s", c, errs.String())
	}
	if d := time.Since(begun); d > 10*time.Second {
		t.Errorf("stopped after %v", d)
	}
}
