package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"github.com/dawndusk/dawndusk/study"
)

// root is where the interface lies. What it answers may grow; what is there keeps its
// name and meaning while the root does.
const root = "/api/v1"

const schemas = "#/components/schemas/"

// The groups of operations, in the order of the document.
const (
	aboutInputs = "Scenarios and inputs"
	aboutRuns   = "Runs"
	aboutClaims = "Claims"
	aboutSides  = "Comparisons"
	aboutOthers = "Published studies"
	aboutSats   = "Satellites"
	aboutOrbits = "Constellations"
	aboutItself = "This description"
)

// A key in other letters would be read as the one it is like, and pass by its bounds.
// A list that holds nothing is empty, not null.
func init() { huma.ValidateStrictCasing, huma.DefaultArrayNullable = true, false }

// single refuses a body that gives a key twice: the check and the reading of it could
// each take another.
func single(body []byte, v any) error {
	if err := json.Unmarshal(body, v); err != nil {
		if wrong := (*json.UnmarshalTypeError)(nil); errors.As(err, &wrong) {
			return fmt.Errorf("%s: %s; write %s", wrong.Field, cut(wrong.Value, 80), written(wrong.Type))
		}
		return err
	}
	type level struct {
		keys map[string]bool // nil: a list
		key  bool            // a key comes next
	}
	var open []level
	for d := json.NewDecoder(bytes.NewReader(body)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		switch n := len(open); token {
		case json.Delim('{'):
			open = append(open, level{map[string]bool{}, true})
			continue
		case json.Delim('['):
			open = append(open, level{})
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:n-1]
		default:
			if n > 0 && open[n-1].key {
				key, _ := token.(string)
				if open[n-1].keys[key] {
					return fmt.Errorf("the key %q stands twice", cut(key, 80))
				}
				open[n-1].keys[key], open[n-1].key = true, false
				continue
			}
		}
		if n := len(open); n > 0 { // a value has ended
			open[n-1].key = open[n-1].keys != nil
		}
	}
}

// written says how a value of a type is written that JSON has in more ways than one.
func written(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Uint64:
		return fmt.Sprintf("a whole number from 0 to %d, in figures alone", uint64(math.MaxUint64))
	case reflect.Int:
		return fmt.Sprintf("a whole number up to %d, in figures alone", math.MaxInt)
	}
	return "a value of another type"
}

// describe registers all operations and writes the document that describes them.
func (s *Server) describe() error {
	registry := huma.NewMapRegistry(schemas, schemaName)
	registry.RegisterTypeAlias(reflect.TypeFor[study.Number](), reflect.TypeFor[number]())
	form := huma.DefaultJSONFormat
	form.Unmarshal = single
	formats := map[string]huma.Format{"application/json": form, "json": form}
	s.api = humago.New(s.mux, huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Dawndusk", Version: s.o.Version,
				License: &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
				Description: "Orbital AI compute against the same compute made on the ground. Amounts are in US dollars of the year that `money_year` names; " +
					"other units stand in the names. A number that does not exist is null. Answers to the same question are those of the command with `--json`, to the digit.",
			},
			Components: &huma.Components{Schemas: registry},
			Tags: []*huma.Tag{
				{Name: aboutInputs, Description: "What a model is asked with: shipped scenarios, and the ledger's row for every input with its evidence."},
				{Name: aboutRuns, Description: "A scenario played many times. A run is a job: asked for with POST, followed by its events, and kept for a while when done. Asking the same again finds the same job."},
				{Name: aboutClaims, Description: "The thirty claims of the merger, each answered."},
				{Name: aboutSides, Description: "Which inputs make two scenarios or published studies give different answers."},
				{Name: aboutOthers, Description: "What others have published: where they stand, and what they print beside what this model says."},
				{Name: aboutSats, Description: "One satellite, line by line."},
				{Name: aboutOrbits, Description: "Where many satellites are, as typed arrays to draw."},
				{Name: aboutItself, Description: "The OpenAPI document."},
			},
		},
		Formats: formats, DefaultFormat: "application/json",
		Transformers: []huma.Transformer{tame},
	})
	if s.o.Token != "" {
		s.api.OpenAPI().Components.SecuritySchemes = map[string]*huma.SecurityScheme{
			"bearer": {Type: "http", Scheme: "bearer", Description: "The token that the server was started with"},
			"basic":  {Type: "http", Scheme: "basic", Description: "Any name, and the token as password"},
		}
		s.api.OpenAPI().Security = []map[string][]string{{"bearer": {}}, {"basic": {}}}
	}
	s.inputs()
	s.scenarioFile()
	s.satellites()
	s.constellations()
	s.previews()
	s.flows()
	s.catalogues()
	s.fleets()
	s.runs()
	s.claims()
	s.comparisons()
	s.studies()
	s.itself()
	absent(registry)
	leftOut(registry)
	var err error
	if s.spec[0], err = json.MarshalIndent(s.api.OpenAPI(), "", " "); err != nil {
		return err
	}
	s.spec[1], err = s.api.OpenAPI().YAML()
	return err
}

// number stands for study.Number in the document: null where it does not exist.
type number struct{}

// Schema describes it.
func (number) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeNumber, Format: "double", Nullable: true}
}

// schemaName names a type's schema; those of net/http's helpers have names of ours.
func schemaName(t reflect.Type, hint string) string {
	if t == reflect.TypeFor[huma.ErrorModel]() || t == reflect.TypeFor[*huma.ErrorModel]() {
		return "Problem"
	}
	if t == reflect.TypeFor[huma.ErrorDetail]() || t == reflect.TypeFor[*huma.ErrorDetail]() {
		return "Mistake"
	}
	return huma.DefaultSchemaNamer(t, hint)
}

// absent lets what a pointer holds be null, which a bare reference does not say.
func absent(registry huma.Registry) {
	for name, s := range registry.Map() {
		t := registry.TypeFromRef(schemas + name)
		if t == nil || t.Kind() != reflect.Struct {
			continue
		}
		for _, f := range reflect.VisibleFields(t) {
			key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			p := s.Properties[key]
			if p == nil || p.Ref == "" || f.Type.Kind() != reflect.Pointer || strings.Contains(options, "omitempty") {
				continue
			}
			s.Properties[key] = &huma.Schema{Description: p.Description, AnyOf: []*huma.Schema{{Ref: p.Ref}, {Type: "null"}}}
		}
	}
}

// leftOut takes away what a preview leaves out: the list that is always empty in its place.
func leftOut(registry huma.Registry) {
	s := registry.SchemaFromRef(schemas + schemaName(reflect.TypeFor[study.Preview](), ""))
	for f := range reflect.TypeFor[study.Preview]().Fields() {
		if f.Type.Kind() == reflect.Array {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			delete(s.Properties, key)
		}
	}
}

// Source says which scenario is meant: by name, with files of its own if need be, and
// with assignments over it.
type Source struct {
	Scenario string            `json:"scenario,omitempty" default:"base" maxLength:"64" doc:"A shipped scenario, or one of files" example:"promoter"`
	Files    map[string]string `json:"files,omitempty" maxProperties:"8" doc:"Scenario files, YAML or JSON, by the names that scenario and the key based ask for. No file of the server's machine is ever read."`
	Set      []string          `json:"set,omitempty" maxItems:"600" doc:"Inputs, path=value, applied last" example:"[\"orbit.altitude=700 km\"]"`
}

func (s *Source) name() string {
	if s.Scenario == "" {
		return "base"
	}
	return s.Scenario
}

// files are what came along; never nil, so that nothing else is opened.
func (s *Source) files() map[string][]byte {
	f := make(map[string][]byte, len(s.Files))
	for name, text := range s.Files {
		f[name] = []byte(text)
	}
	return f
}

// operation describes one with the errors that every one can answer with.
func (s *Server) operation(method, path, id, tag, summary, description string, errors ...int) huma.Operation {
	codes := slices.Concat([]int{http.StatusForbidden, http.StatusTooManyRequests}, errors)
	if s.o.Token != "" {
		codes = append(codes, http.StatusUnauthorized)
	}
	op := huma.Operation{
		Method: method, Path: root + path, OperationID: id, Tags: []string{tag}, Summary: summary, Description: description, Errors: codes,
	}
	if method == http.MethodPost {
		op.MaxBodyBytes, op.BodyReadTimeout = s.o.MaxBody, s.o.Read
		op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusRequestEntityTooLarge, http.StatusUnsupportedMediaType, http.StatusRequestTimeout)
	}
	return op
}

// plain is an answer whose bytes are at hand.
type plain struct {
	ContentType string `header:"Content-Type"`
	Encoding    string `header:"Content-Encoding"`
	Vary        string `header:"Vary"`
	Policy      string `header:"Content-Security-Policy"`
	Name        string `header:"Content-Disposition"`
	Body        []byte
}

// answers describes a successful answer.
func answers(op *huma.Operation, contentType string, schema *huma.Schema) {
	op.Responses = map[string]*huma.Response{"200": {
		Description: "OK", Content: map[string]*huma.MediaType{contentType: {Schema: schema}},
	}}
}

// itself answers with the document.
func (s *Server) itself() {
	for i, f := range []struct{ ending, contentType, name string }{{"json", "application/json", "JSON"}, {"yaml", "application/yaml", "YAML"}} {
		op := s.operation(http.MethodGet, "/openapi."+f.ending, "openapi-"+f.ending, aboutItself, "This description as "+f.name, "The OpenAPI 3.1 document of all operations, made from the types they answer with.")
		answers(&op, f.contentType, &huma.Schema{Type: huma.TypeObject})
		huma.Register(s.api, op, func(context.Context, *struct{}) (*plain, error) {
			return &plain{ContentType: f.contentType, Body: s.spec[i]}, nil
		})
	}
}
