package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/dawndusk/dawndusk/study"
)

type drive struct {
	id, path, body string
	status         int
}

// headers of a request that is not JSON.
func (d *drive) headers() []string {
	if d.id == "read-catalogue" {
		return []string{"Content-Type", "text/plain"}
	}
	return nil
}

// driven is a request to every operation of the document, in an order in which each
// finds what it needs; {run} and the like are ids of jobs posted before.
var driven = []drive{
	{"list-scenarios", "/scenarios", "", 200},
	{"get-scenario", "/scenarios/promoter", "", 200},
	{"get-scenario", "/scenarios/none", "", 404},
	{"check-scenario", "/check", `{"scenario":"m.yaml","files":{"m.yaml":"based: [promoter]\norbit: {altitude: 700 km}\n"}}`, 200},
	{"check-scenario", "/check", `{"scenario":"m.yaml","files":{"m.yaml":"orbit: {altitude: 700}\n"}}`, 422},
	{"check-scenario", "/check", `{`, 400},
	{"list-ledger", "/ledger", "", 200},
	{"list-ledger", "/ledger?chapter=orbit&kind=assumed&set=orbit.altitude=700+km", "", 200},
	{"list-ledger", "/ledger?set=orbit.altitude=700", "", 422},
	{"size-satellite", "/size", `{"it_power":"120 kW","altitude":"650 km","life":"5 yr"}`, 200},
	{"size-satellite", "/size", `{"scenario":"ai1-june","orbit":"inclined","year":2031}`, 200},
	{"size-satellite", "/size", `{"it_power":"120 km"}`, 422},
	{"scenario-file", "/scenario-file", `{"scenario":"promoter","set":["orbit.altitude=700 km"],"name":"mine"}`, 200},
	{"scenario-file", "/scenario-file", `{"scenario":"promoter","set":["orbit.altitude=700"],"name":"mine"}`, 422},
	{"preview", "/previews", `{"draws":130,"set":["orbit.altitude=700 km"]}`, 200},
	{"preview", "/previews", `{"draws":1,"scenario":"promoter","seed":7}`, 200},
	{"preview", "/previews", `{"draws":2001,"set":["orbit.altitude=700"]}`, 422},
	{"flows", "/flows", `{"draws":3,"set":["orbit.altitude=700 km"]}`, 200},
	{"flows", "/flows", `{"draws":501}`, 422},
	{"flows", "/flows", `{"set":["orbit.altitude=700"]}`, 422},
	{"start-run", "/runs", `{"draws":3,"set":["run.moon=off","run.company=off","run.lab=off","run.events=off"]}`, 202},
	{"get-run", "/runs/{start-run}?wait=60", "", 200},
	{"get-run-result", "/runs/{start-run}/result", "", 200},
	{"start-run", "/runs", `{"draws":4}`, 202},
	{"start-run", "/runs", `{"draws":1000000}`, 422},
	{"get-run", "/runs/{start-run}?wait=60", "", 200},
	{"get-run", "/runs/00000000000000000000000000000000", "", 404},
	{"get-run", "/runs/x", "", 422},
	{"follow-run", "/runs/{start-run}/events", "", 200},
	{"get-run-result", "/runs/{start-run}/result", "", 200},
	{"get-run-report", "/runs/{start-run}/report.html", "", 200},
	{"get-run-series", "/runs/{start-run}/series.csv", "", 200},
	{"cancel-run", "/runs/{start-run}", "", 200},
	{"start-claims-answer", "/claims", `{"draws":20,"scenario":"promoter"}`, 202},
	{"start-claims-answer", "/claims", `{"draws":20,"only":["C99"]}`, 422},
	{"get-claims-answer", "/claims/{start-claims-answer}?wait=60", "", 200},
	{"follow-claims-answer", "/claims/{start-claims-answer}/events", "", 200},
	{"get-claims-answer-result", "/claims/{start-claims-answer}/result", "", 200},
	{"cancel-claims-answer", "/claims/{start-claims-answer}", "", 200},
	{"start-comparison", "/comparisons", `{"from":"base","to":"a.yaml","files":{"a.yaml":"orbit: {altitude: 800 km}\nlaunch: {starship_v3: {ship_dry_mass: 150 t}}\n"}}`, 202},
	{"start-comparison", "/comparisons", `{"from":"base","to":"/etc/passwd","of":"none"}`, 422},
	{"get-comparison", "/comparisons/{start-comparison}?wait=60", "", 200},
	{"follow-comparison", "/comparisons/{start-comparison}/events", "", 200},
	{"get-comparison-result", "/comparisons/{start-comparison}/result", "", 200},
	{"get-comparison-report", "/comparisons/{start-comparison}/report.html", "", 200},
	{"cancel-comparison", "/comparisons/{start-comparison}", "", 200},
	{"list-studies", "/studies", "", 200},
	{"list-standings", "/studies/stands", "", 200},
	{"get-study", "/studies/mccalip", "", 200},
	{"get-study", "/studies/none", "", 404},
	{"get-study", "/studies/" + strings.Repeat("x", 65), "", 422},
	{"list-constellations", "/constellations", "", 200},
	{"get-constellation", "/constellations/starlink-gen1", "", 200},
	{"get-constellation", "/constellations/none", "", 404},
	{"get-positions", "/constellations/dawn-dusk-650/positions?time=2030-03-01T00:00:00Z&every=7", "", 200},
	{"get-positions", "/constellations/dawn-dusk-650/positions?time=yesterday", "", 422},
	{"get-positions", "/constellations/dawn-dusk-650/positions?time=2051-03-01T00:00:00Z", "", 422},
	{"get-elements", "/constellations/dawn-dusk-650/elements", "", 200},
	{"get-elements", "/constellations/none/elements", "", 404},
	{"lay-out-fleet", "/fleets", `{"scenario":"promoter","year":2036,"every":1000}`, 200},
	{"lay-out-fleet", "/fleets", `{"scenario":"skeptic","year":2026}`, 422},
	{"read-catalogue", "/catalogues", station, 200},
	{"read-catalogue", "/catalogues?time=2008-09-20T15:00:00Z", station + "1 garbage\n", 200},
	{"read-catalogue", "/catalogues", "1 garbage\n2 garbage\n", 422},
	{"read-catalogue", "/catalogues?time=then", station, 422},
	{"openapi-json", "/openapi.json", "", 200},
	{"openapi-yaml", "/openapi.yaml", "", 200},
}

// TestVerif_DocumentAndHandlersAgree asks every operation of the document, holds every
// answer against the schema that the document gives for its status and type, and lets
// no handler be undocumented.
func TestVerif_DocumentAndHandlersAgree(t *testing.T) {
	s := started(t, Options{Version: "v0"})
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(s.spec[0]))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	if err := compiler.AddResource("doc.json", doc); err != nil {
		t.Fatal(err)
	}

	operations := map[string]string{} // id → METHOD path
	var documented []string
	for path, item := range s.api.OpenAPI().Paths {
		for _, method := range []string{"GET", "POST", "DELETE"} {
			if op := operationAt(s.api.OpenAPI(), method, path); op != nil {
				operations[op.OperationID] = method + " " + path
				documented = append(documented, method+" "+path)
			}
		}
		if item.Put != nil || item.Patch != nil || item.Head != nil || item.Options != nil || item.Trace != nil {
			t.Errorf("%s has methods that are not driven", path)
		}
	}
	for _, pattern := range s.mux.patterns {
		if strings.Contains(pattern, " /api") && !slices.Contains(documented, pattern) {
			t.Errorf("%s is not documented", pattern)
		}
	}

	asked, ids := map[string]bool{}, []string{}
	for _, d := range driven {
		at, known := operations[d.id]
		if !known {
			t.Errorf("%s is not in the document", d.id)
			continue
		}
		asked[d.id] = true
		method, template, _ := strings.Cut(at, " ")
		path := strings.NewReplacer(ids...).Replace(d.path)
		var w *httptest.ResponseRecorder
		if w = do(s, method, root+path, d.body, d.headers()...); w.Code != d.status {
			t.Errorf("%s %s: %d, not %d: %s", method, path, w.Code, d.status, cut(w.Body.String(), 500))
			continue
		}
		contentType, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
		pointer := fmt.Sprintf("doc.json#/paths/%s/%s/responses/%d/content/%s/schema", escape(template), strings.ToLower(method), w.Code, escape(contentType))
		schema, err := compiler.Compile(pointer)
		if err != nil {
			t.Errorf("%s %s: %d %s: %v", method, path, w.Code, contentType, err)
			continue
		}
		body := w.Body.String()
		var value any
		switch contentType {
		case "application/json", "application/problem+json":
			value, err = jsonschema.UnmarshalJSON(strings.NewReader(body))
		case "application/yaml":
			if err = yaml.Unmarshal([]byte(body), &value); d.id == "scenario-file" {
				value = body
			}
		case "application/x-ndjson":
			value, err = jsonschema.UnmarshalJSON(strings.NewReader("[" + strings.ReplaceAll(strings.TrimSpace(body), "\n", ",") + "]"))
		case "text/event-stream":
			value, err = eventsAsJSON(body)
		default:
			value = body
		}
		if err != nil {
			t.Errorf("%s %s: %v", method, path, err)
			continue
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s %s: %v\n%s", method, path, err, cut(body, 2000))
		}
		if d.status == 202 {
			j := into[Job](t, w)
			ids = append([]string{"{" + d.id + "}", j.ID}, ids...)
			if w.Header().Get("Location") != j.Links.Self {
				t.Errorf("%s: Location is %q", path, w.Header().Get("Location"))
			}
		}
	}
	for id := range operations {
		if !asked[id] {
			t.Errorf("%s was not asked", id)
		}
	}
	var again any
	if err := json.Unmarshal(s.spec[0], &again); err != nil {
		t.Error(err)
	}
	if s2 := started(t, Options{Version: "v0"}); !bytes.Equal(s.spec[0], s2.spec[0]) || !bytes.Equal(s.spec[1], s2.spec[1]) {
		t.Error("two servers describe themselves differently")
	}
}

// escape writes a key as part of a JSON pointer in a fragment.
func escape(key string) string {
	return strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D", "+", "%2B").Replace(key)
}

// eventsAsJSON is a stream as the document describes it.
func eventsAsJSON(body string) (any, error) {
	var list []string
	for _, block := range strings.Split(strings.TrimSpace(body), "\n\n") {
		var name, id, data string
		for _, line := range strings.Split(block, "\n") {
			key, value, _ := strings.Cut(line, ": ")
			switch key {
			case "event":
				name = value
			case "id":
				id = value
			case "data":
				data = value
			}
		}
		if name != "" {
			list = append(list, fmt.Sprintf(`{"event":%q,"id":%s,"data":%s}`, name, id, data))
		}
	}
	return jsonschema.UnmarshalJSON(strings.NewReader("[" + strings.Join(list, ",") + "]"))
}

// TestVerif_DocumentIsOpenAPI holds the document's own shape: version, ids, and that
// every reference leads somewhere.
func TestVerif_DocumentIsOpenAPI(t *testing.T) {
	s := started(t, Options{})
	var doc struct {
		OpenAPI    string
		Info       struct{ Title, Version string }
		Paths      map[string]map[string]struct{ OperationID, Summary string }
		Components struct{ Schemas map[string]any }
	}
	if err := json.Unmarshal(s.spec[0], &doc); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1.") || doc.Info.Title == "" || doc.Info.Version == "" || len(doc.Paths) < 15 {
		t.Errorf("%+v", doc.Info)
	}
	seen := map[string]bool{}
	for path, methods := range doc.Paths {
		for method, op := range methods {
			if op.OperationID == "" || seen[op.OperationID] || op.Summary == "" {
				t.Errorf("%s %s: id %q, summary %q", method, path, op.OperationID, op.Summary)
			}
			seen[op.OperationID] = true
		}
	}
	for _, part := range strings.Split(string(s.spec[0]), `"$ref": "`)[1:] {
		ref, _, _ := strings.Cut(part, `"`)
		if doc.Components.Schemas[strings.TrimPrefix(ref, schemas)] == nil {
			t.Errorf("%s leads nowhere", ref)
		}
	}
}

// TestVerif_ScenariosAndLedger reads the lists that tables and sliders are made of.
func TestVerif_ScenariosAndLedger(t *testing.T) {
	s := started(t, Options{})
	all := into[[]Scenario](t, ok(t, s, 200, "GET", root+"/scenarios", ""))
	names := map[string]bool{}
	for _, c := range all {
		if names[c.Name] || c.Title == "" || c.What == "" || len(c.Hash) != 16 {
			t.Errorf("%+v", c)
		}
		names[c.Name] = true
	}
	if len(all) < 10 || all[0].Name != "base" {
		t.Errorf("%d scenarios, first %s", len(all), all[0].Name)
	}
	full := into[Ledger](t, ok(t, s, 200, "GET", root+"/ledger", ""))
	if len(full.Rows) != full.Of || full.Of < 500 || len(full.Sources) < 50 {
		t.Errorf("%d rows of %d, %d sources", len(full.Rows), full.Of, len(full.Sources))
	}
	part := into[Ledger](t, ok(t, s, 200, "GET", root+"/ledger?chapter=orbit&q=ALTITUDE+dawn", ""))
	if len(part.Rows) == 0 || len(part.Rows) > 5 || part.Rows[0].Path != "orbit.altitude" {
		t.Errorf("%+v", part.Rows)
	}
	r := part.Rows[0]
	if r.Value == "" || r.ValueSI < 400e3 || r.ValueSI > 2000e3 || len(r.Limits) != 2 || r.MinSI >= r.MaxSI {
		t.Errorf("%+v", r)
	}
	set := into[Ledger](t, ok(t, s, 200, "GET", root+"/ledger?chapter=orbit&set=orbit.altitude%3D700+km&set=orbit.node_local_time%3D6+h", ""))
	for _, r := range set.Rows {
		if r.Path == "orbit.altitude" && (r.Value != "700 km" || r.ValueSI != study.Number(700e3)) {
			t.Errorf("%+v", r)
		}
	}
	for _, k := range into[Ledger](t, ok(t, s, 200, "GET", root+"/ledger?kind=measured", "")).Rows {
		if k.Kind != "measured" {
			t.Errorf("%+v", k)
		}
	}
}
