package server

import (
	"encoding/json"
	"mime"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk"
)

// answered holds what every answer must be, whatever was asked: no panic, no 500, a
// problem where it is refused, JSON that can be read, and no more than a bound.
func answered(t *testing.T, w *httptest.ResponseRecorder) {
	t.Helper()
	if w.Code >= 500 || w.Code < 200 {
		t.Fatalf("%d %s", w.Code, cut(w.Body.String(), 1000))
	}
	if w.Code >= 400 && strings.HasPrefix(w.Header().Get("Content-Type"), "application/") {
		var p huma.ErrorModel
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || p.Status != w.Code || p.Title == "" {
			t.Fatalf("%d %v %s", w.Code, err, w.Body)
		}
		if w.Body.Len() > 400<<10 {
			t.Fatalf("%d bytes", w.Body.Len())
		}
	}
	if strings.HasPrefix(w.Header().Get("Content-Type"), "application/json") && !json.Valid(w.Body.Bytes()) {
		t.Fatalf("%s", w.Body)
	}
	if !utf8.Valid(w.Body.Bytes()) {
		t.Fatalf("%q", w.Body)
	}
}

// fuzzBody posts bodies; jobs are taken and dropped, not played.
func fuzzBody(f *testing.F, path string, seeds ...string) {
	s := held(f, Options{Cache: 1 << 20})
	for _, body := range append(seeds, ``, `{}`, `[]`, `{"scenario":"base"}`, `{"scenario":"x.yaml","files":{"x.yaml":"based: [promoter]\norbit: {altitude: 700 km}\n"}}`,
		`{"scenario":"x.yaml","files":{"x.yaml":"a: &a [*a]"}}`, `{"set":["orbit.altitude=700 km","launch.basis=price"]}`, `{"seed":18446744073709551615,"draws":3}`, `{"scenario":"../x"}`) {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		w := do(s, "POST", root+path, body, "Content-Type", "application/json")
		answered(t, w)
		if w.Code == http.StatusAccepted {
			j := into[Job](t, w)
			if j.State != Queued || len(j.ID) != 32 {
				t.Fatalf("%+v", j)
			}
			answered(t, do(s, "DELETE", j.Links.Self, ""))
		}
	})
}

func FuzzRunBody(f *testing.F) { fuzzBody(f, "/runs", `{"draws":3,"seed":7}`) }

func FuzzClaimsBody(f *testing.F) { fuzzBody(f, "/claims", `{"only":["C01","c30"]}`) }

func FuzzComparisonBody(f *testing.F) {
	fuzzBody(f, "/comparisons", `{"from":"base","to":"skeptic"}`, `{"from":"mccalip","to":"shapiro-a1","metric":"kw-year"}`,
		`{"from":"base","to":"promoter","of":"orbit","by":"input","boundary":"chips+launch","interest":"none","horizon":"10 yr","money_year":"2024","payments":"12","year":2030,"permutations":8}`)
}

func FuzzCheckBody(f *testing.F) { fuzzBody(f, "/check") }

// FuzzPreviewBody posts questions to a server that is closing: they are read, not played.
func FuzzPreviewBody(f *testing.F) {
	s := held(f, Options{})
	s.Close()
	f.Add(`{"draws":2000,"seed":7,"set":["orbit.altitude=700 km"]}`)
	f.Add(`{"draws":-1,"draws":2}`)
	f.Add(`{"files":{"":"x"},"scenario":"\u0000"}`)
	f.Fuzz(func(t *testing.T, body string) {
		if w := do(s, "POST", root+"/previews", body, "Content-Type", "application/json"); w.Code != http.StatusServiceUnavailable {
			answered(t, w)
		}
	})
}

// FuzzScenarioFileBody holds every file that is written against what it stands for.
func FuzzScenarioFileBody(f *testing.F) {
	s := held(f, Options{})
	for _, body := range []string{`{}`, `{"scenario":"promoter","set":["orbit.altitude=700 km","stated.payload=null"],"name":"x","seed":3,"draws":7}`,
		`{"scenario":"x.yaml","files":{"x.yaml":"based: [promoter]\norbit: {altitude: {value: 700 km, range: [500 km, 900 km], note: 'it''s: \"#\"'}}\n"},"set":["operator.policy=hurdle"]}`,
		`{"scenario":"../x","files":{"../x":"title: \"a\\tb\\u0085c\"\nrun: {moon: off}"}}`} {
		f.Add(body)
	}
	f.Fuzz(func(t *testing.T, body string) {
		w := do(s, "POST", root+"/scenario-file", body, "Content-Type", "application/json")
		answered(t, w)
		if w.Code != http.StatusOK {
			return
		}
		var q StateAsked
		if err := json.Unmarshal([]byte(body), &q); err != nil {
			t.Fatal(err)
		}
		was, err := dawndusk.Files(q.files()).LoadOver(nil, q.name(), q.Set...)
		if err != nil {
			t.Fatal(err)
		}
		is, err := dawndusk.Files{"x": w.Body.Bytes()}.LoadOver(nil, "x")
		if err != nil || is.Hash() != was.Hash() {
			t.Fatalf("%v\n%s", err, w.Body)
		}
		if _, params, err := mime.ParseMediaType(w.Header().Get("Content-Disposition")); err != nil || strings.ContainsAny(params["filename"], "/\\\"\r\n") {
			t.Fatal(params, err)
		}
	})
}

func FuzzFlowsBody(f *testing.F) {
	fuzzBody(f, "/flows", `{"scenario":"promoter","set":["orbit.altitude=700 km"],"draws":2,"seed":7}`)
}

func FuzzSizeBody(f *testing.F) {
	fuzzBody(f, "/size", `{"it_power":"120 kW","altitude":"650 km","life":"5 yr","orbit":"inclined","year":2032}`)
}

func FuzzLedgerQuery(f *testing.F) {
	s := held(f, Options{})
	for _, q := range []string{"", "chapter=orbit", "kind=measured&q=a+b", "scenario=promoter&set=orbit.altitude%3D700+km&set=a", "%zz", "set=%00&q=%ff"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		r := request("GET", root+"/ledger", "")
		r.URL.RawQuery = q
		answered(t, doRequest(s, r))
	})
}

func FuzzVerdictQuery(f *testing.F) {
	s := held(f, Options{Abandon: 1, Queue: 1 << 20})
	for _, q := range []string{"", "scenario=base&draws=5&seed=3", "set=orbit.altitude%3D700+km%0Aa=b", "draws=x&seed=-1", "%zz", "scenario=%3Cb%3E"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		r := request("GET", "/plain/verdict", "")
		r.URL.RawQuery = q
		w := doRequest(s, r)
		answered(t, w)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			t.Fatal(w.Header())
		}
		w = do(s, "POST", "/plain/verdict", q, "Content-Type", "application/x-www-form-urlencoded")
		answered(t, w)
		if at := w.Header().Get("Location"); at != "" && !strings.HasPrefix(at, "/plain/verdict?") {
			t.Fatal(at)
		}
	})
}

// FuzzRequest asks for any path in any way with any header.
func FuzzRequest(f *testing.F) {
	s := held(f, Options{})
	f.Add("GET", "/plain/", "127.0.0.1", "", "")
	f.Add("GET", root+"/runs/0123456789abcdef0123456789abcdef", "localhost:1", home, "Bearer x")
	f.Add("DELETE", root+"/runs/..%2f", "[::1]", "null", "Basic eDp5")
	f.Add("PUT", "//../", "evil", "http://%", "")
	f.Fuzz(func(t *testing.T, method, path, host, origin, authorization string) {
		r := request("GET", "/plain/", "", "Host", host, "Origin", origin, "Authorization", authorization)
		r.Method, r.URL.Path, r.URL.RawPath = method, path, ""
		answered(t, doRequest(s, r))
	})
}
