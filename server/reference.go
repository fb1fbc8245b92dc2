package server

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// reference is the OpenAPI document as a page.
type reference struct {
	Info    *huma.Info
	Groups  []group
	Schemas []object
}

type group struct {
	Name, What, Anchor string
	Operations         []operation
}

type operation struct {
	ID, Method, Path, Summary, What string
	Parameters                      []member
	Body                            template.HTML // its type
	BodyTypes                       []string      // and in which forms it comes
	Example                         string
	Answers                         []answer
}

type answer struct {
	Status, What, ContentType string
	Type                      template.HTML
	Problem                   bool
}

type object struct {
	Name    string
	Members []member
}

type member struct {
	Name, Where, What string
	Type              template.HTML
	Needed            bool
}

// newReference reads the document.
func (s *Server) newReference() *reference {
	doc := s.api.OpenAPI()
	out := &reference{Info: doc.Info}
	for _, tag := range doc.Tags {
		g := group{Name: tag.Name, What: tag.Description, Anchor: strings.ToLower(strings.ReplaceAll(tag.Name, " ", "-"))}
		for _, pattern := range s.mux.patterns {
			method, path, _ := strings.Cut(pattern, " ")
			if op := operationAt(doc, method, path); op != nil && slices.Contains(op.Tags, tag.Name) {
				g.Operations = append(g.Operations, s.describeOperation(op))
			}
		}
		out.Groups = append(out.Groups, g)
	}
	all := doc.Components.Schemas.Map()
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		out.Schemas = append(out.Schemas, object{name, members(all[name])})
	}
	return out
}

// operationAt finds the operation of a method and path.
func operationAt(doc *huma.OpenAPI, method, path string) *huma.Operation {
	item := doc.Paths[path]
	if item == nil {
		return nil
	}
	switch method {
	case http.MethodGet:
		return item.Get
	case http.MethodPost:
		return item.Post
	case http.MethodDelete:
		return item.Delete
	}
	return nil
}

func (s *Server) describeOperation(op *huma.Operation) operation {
	out := operation{ID: op.OperationID, Method: op.Method, Path: op.Path, Summary: op.Summary, What: op.Description}
	for _, p := range op.Parameters {
		out.Parameters = append(out.Parameters, member{Name: p.Name, Where: p.In, What: p.Description, Type: typeOf(p.Schema), Needed: p.Required})
	}
	if op.RequestBody != nil {
		if media := op.RequestBody.Content["application/json"]; media != nil {
			out.BodyTypes, out.Body = []string{"application/json"}, typeOf(media.Schema)
			out.Example = example(s.api.OpenAPI().Components.Schemas, media.Schema)
		} else { // a file
			for contentType, media := range op.RequestBody.Content {
				out.BodyTypes, out.Body = append(out.BodyTypes, contentType), typeOf(&huma.Schema{Type: media.Schema.Type})
			}
			slices.Sort(out.BodyTypes)
		}
	}
	codes := make([]string, 0, len(op.Responses))
	for code := range op.Responses {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	for _, code := range codes {
		r := op.Responses[code]
		a := answer{Status: code, What: r.Description}
		if n, err := strconv.Atoi(code); err == nil && n >= 400 {
			a.Problem = true
		}
		for contentType, media := range r.Content { // one each
			a.ContentType = contentType
			if media.Schema != nil {
				a.Type = typeOf(media.Schema)
			}
		}
		out.Answers = append(out.Answers, a)
	}
	return out
}

// members lists the properties of an object, those that must be there first.
func members(s *huma.Schema) (list []member) {
	for name, p := range s.Properties {
		list = append(list, member{Name: name, What: p.Description, Type: typeOf(p), Needed: slices.Contains(s.Required, name)})
	}
	slices.SortFunc(list, func(a, b member) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// typeOf says what a schema takes, with links to those that have names.
func typeOf(s *huma.Schema) template.HTML {
	switch {
	case s == nil:
		return "anything"
	case s.Ref != "":
		name := template.HTMLEscapeString(strings.TrimPrefix(s.Ref, schemas))
		return template.HTML(fmt.Sprintf(`<a href="#%s">%s</a>`, name, name))
	}
	for _, of := range [][]*huma.Schema{s.AnyOf, s.OneOf} {
		if len(of) > 0 {
			var parts []string
			for _, p := range of {
				parts = append(parts, string(typeOf(p)))
			}
			return template.HTML(strings.Join(parts, " or "))
		}
	}
	var b bytes.Buffer
	switch {
	case s.Type == huma.TypeArray:
		fmt.Fprintf(&b, "list of %s", typeOf(s.Items))
	case s.Title != "":
		b.WriteString(template.HTMLEscapeString(s.Title))
	case len(s.Enum) > 0:
		for i, e := range s.Enum {
			if i > 0 {
				b.WriteString(" | ")
			}
			fmt.Fprintf(&b, "<code>%s</code>", template.HTMLEscapeString(fmt.Sprint(e)))
		}
	case s.Type == huma.TypeObject && s.AdditionalProperties != nil && len(s.Properties) == 0:
		b.WriteString("object")
		if p, ok := s.AdditionalProperties.(*huma.Schema); ok {
			fmt.Fprintf(&b, " of %s", typeOf(p))
		}
	case s.Type == "":
		b.WriteString("anything")
	default:
		b.WriteString(template.HTMLEscapeString(s.Type))
	}
	limit := func(word string, v *float64) {
		if v != nil {
			fmt.Fprintf(&b, ", %s %v", word, *v)
		}
	}
	limit("at least", s.Minimum)
	limit("at most", s.Maximum)
	if s.Default != nil {
		fmt.Fprintf(&b, ", else <code>%s</code>", template.HTMLEscapeString(fmt.Sprint(s.Default)))
	}
	if s.Nullable && s.Type != huma.TypeArray {
		b.WriteString(" or null")
	}
	return template.HTML(b.String())
}

// example is a body made of the examples and defaults of a schema's properties.
func example(registry huma.Registry, s *huma.Schema) string {
	if s.Ref != "" {
		s = registry.SchemaFromRef(s.Ref)
	}
	body := map[string]any{}
	for name, p := range s.Properties {
		switch {
		case len(p.Examples) > 0 && (slices.Contains(s.Required, name) || name == "scenario" || name == "set"):
			body[name] = p.Examples[0]
		case name == "draws" || name == "seed":
			body[name] = p.Default
		}
	}
	text, err := json.Marshal(body)
	if err != nil {
		return ""
	}
	return string(text)
}
