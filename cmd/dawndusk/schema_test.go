package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := scenarioSchema()
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("scenario.json", doc); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("scenario.json") // also checks it against its own meta-schema
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

func document(t *testing.T, text []byte) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal(text, &v); err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestSchemaAcceptsWhatIsShipped(t *testing.T) {
	schema := compiledSchema(t)
	files, err := filepath.Glob(filepath.Join("..", "..", "scenarios", "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios", err)
	}
	for _, f := range append(files, "init.yaml") {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document(t, text)); err != nil {
			t.Errorf("%s: %v", f, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := compiledSchema(t)
	for name, text := range map[string]string{
		"no unit":        "orbit: {altitude: 650}",
		"no unit, text":  `orbit: {altitude: "650"}`,
		"unknown key":    "orbit: {altitud: 650 km}",
		"unknown group":  "orbital: {altitude: 650 km}",
		"unknown choice": "operator: {policy: bold}",
		"null":           "orbit: {altitude: null}",
		"no value":       "orbit: {altitude: {range: [600 km, 700 km]}}",
		"half a range":   "orbit: {altitude: {value: 650 km, range: [600 km]}}",
		"unknown shape":  "orbit: {altitude: {value: 650 km, range: [600 km, 700 km], dist: beta}}",
		"unknown kind":   "orbit: {altitude: {value: 650 km, kind: guess}}",
		"a list":         "orbit: {altitude: [650 km]}",
	} {
		if schema.Validate(document(t, []byte(text))) == nil {
			t.Errorf("%s: %s is accepted", name, text)
		}
	}
	for name, text := range map[string]string{
		"optional":     "stated: {payload: null}",
		"pinned":       "stated: {payload: 100 t}",
		"percent":      "operator: {orbit_share: 70 %}",
		"plain number": "operator: {orbit_share: 0.7}",
		"thousands":    "stated: {flights_per_year: 8_766 1/yr}",
		"negative":     "operator: {hurdle_margin: -5 %}",
		"exponent":     "stated: {payload: 1.5e2 t}",
		"based":        "based: base",
	} {
		if err := schema.Validate(document(t, []byte(text))); err != nil {
			t.Errorf("%s: %s is refused: %v", name, text, err)
		}
	}
}

func TestSchemaIsTheSameEachTime(t *testing.T) {
	var a, b strings.Builder
	run(t.Context(), []string{"schema"}, &a, &a)
	run(t.Context(), []string{"schema"}, &b, &b)
	if a.String() != b.String() || a.Len() == 0 {
		t.Error("two calls differ")
	}
}
