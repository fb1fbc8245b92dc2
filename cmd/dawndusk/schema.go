package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

func (a *app) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a scenario file",
		Long: `Schema prints the JSON Schema (2020-12) of a scenario file. An editor that knows
it completes keys, shows what each input means, and marks mistakes.`,
		Example: `  dawndusk schema > scenario.schema.json
  # then, in the first line of a scenario file:
  # yaml-language-server: $schema=scenario.schema.json`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			schema, err := scenarioSchema()
			if err != nil {
				return err
			}
			return a.printJSON(schema)
		},
	}
}

// schema is the part of JSON Schema used here. Keys are printed in this order,
// properties by name.
type schema struct {
	Schema      string             `json:"$schema,omitempty"`
	ID          string             `json:"$id,omitempty"`
	Ref         string             `json:"$ref,omitempty"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Type        any                `json:"type,omitempty"`
	Enum        []string           `json:"enum,omitempty"`
	Pattern     string             `json:"pattern,omitempty"`
	Examples    []string           `json:"examples,omitempty"`
	AnyOf       []*schema          `json:"anyOf,omitempty"`
	Properties  map[string]*schema `json:"properties,omitempty"`
	Required    []string           `json:"required,omitempty"`
	Additional  *bool              `json:"additionalProperties,omitempty"`
	Items       *schema            `json:"items,omitempty"`
	MinItems    int                `json:"minItems,omitempty"`
	MaxItems    int                `json:"maxItems,omitempty"`
	Defs        map[string]*schema `json:"$defs,omitempty"`
}

const (
	number = `[-+]?(\d[\d_]*\.?\d*|\.\d+)([eE][-+]?\d+)?`
	unit   = `(\s*[^\s\d.].*|\s+1/.+)`
)

func object() *schema {
	closed := false
	return &schema{Type: "object", Properties: map[string]*schema{}, Additional: &closed}
}

func text(description string) *schema { return &schema{Type: "string", Description: description} }

// scenarioSchema describes a scenario file by the ledger's rows.
func scenarioSchema() (*schema, error) {
	book, err := dawndusk.Ledger()
	if err != nil {
		return nil, err
	}
	leaves := ledger.Leaves(new(dawndusk.Scenario))
	root := object()
	root.Schema, root.ID = "https://json-schema.org/draft/2020-12/schema", "https://github.com/dawndusk/dawndusk/scenario.schema.json"
	root.Title = "Dawndusk scenario"
	root.Description = "What differs from the ledger. A plain value fixes an input; {value, range, dist} replaces what it is drawn from."
	root.Properties["name"] = text("Name of the scenario, as others call it in based")
	root.Properties["title"] = text("One line for people")
	root.Properties["what"] = text("What the scenario stands for")
	root.Properties["based"] = &schema{Description: "Scenarios to apply first, in order", AnyOf: []*schema{{Type: "string"}, {Type: "array", Items: &schema{Type: "string"}}}}
	root.Defs = map[string]*schema{
		"number": {Type: []string{"number", "string"}, Pattern: "^" + number + `\s*(%|1)?$`},
		"kind":   {Type: "string", Description: "Kind of evidence; assumed if not given", Enum: ledger.Kinds},
		"dist":   {Type: "string", Description: "Distribution", Enum: ledger.Shapes},
		"source": {Description: "Source keys of the ledger, each with the place in it", AnyOf: []*schema{{Type: "string"}, {Type: "array", Items: &schema{Type: "string"}}}},
	}
	for i := range book.Rows {
		r := &book.Rows[i]
		at := root
		keys := strings.Split(r.Path, ".")
		for _, k := range keys[:len(keys)-1] {
			if at.Properties[k] == nil {
				at.Properties[k] = object()
			}
			at = at.Properties[k]
		}
		at.Properties[keys[len(keys)-1]] = input(r, &leaves[r.Leaf])
	}
	return root, nil
}

// input describes what may stand at an input's path.
func input(r *ledger.Row, leaf *ledger.Leaf) *schema {
	value := quantity(r, leaf)
	forms := []*schema{value}
	full := object()
	full.Properties["value"] = value
	full.Required = []string{"value"}
	full.Properties["kind"] = &schema{Ref: "#/$defs/kind"}
	full.Properties["source"] = &schema{Ref: "#/$defs/source"}
	full.Properties["note"] = text("Why this value and range")
	if len(r.Choices) == 0 {
		full.Properties["dist"] = &schema{Ref: "#/$defs/dist"}
		full.Properties["range"] = &schema{Type: "array", Items: value, MinItems: 2, MaxItems: 2, Description: "5 and 95 % points, or bounds"}
		full.Properties["range_is"] = &schema{Type: "string", Enum: []string{"bounds"}}
	} else {
		full.Properties["dist"] = &schema{Type: "string", Enum: []string{"fixed"}}
	}
	forms = append(forms, full)
	if r.Optional {
		forms = append(forms, &schema{Type: "null", Description: "Not given"})
		full.Properties["value"] = &schema{AnyOf: []*schema{value, {Type: "null"}}}
	}
	return &schema{Description: describe(r), AnyOf: forms}
}

// quantity describes the text of a value.
func quantity(r *ledger.Row, leaf *ledger.Leaf) *schema {
	switch {
	case len(r.Choices) > 0:
		return &schema{Type: "string", Enum: r.Choices}
	case plainNumber(leaf):
		return &schema{Ref: "#/$defs/number"}
	}
	return &schema{Type: "string", Pattern: "^" + number + unit + "$", Examples: examples(r, leaf)}
}

// plainNumber tells whether an input may be written without a unit.
func plainNumber(leaf *ledger.Leaf) bool {
	_, err := leaf.Parse("1")
	return err == nil
}

func examples(r *ledger.Row, leaf *ledger.Leaf) (list []string) {
	for _, text := range []string{r.Range[0], r.Text, r.Range[1]} {
		if text != "" {
			list = append(list, text)
		}
	}
	if len(list) == 0 && !math.IsNaN(r.Max) {
		list = append(list, leaf.Format(r.Max))
	}
	return list
}

// describe says what an input is, for an editor's hint.
func describe(r *ledger.Row) string {
	s := r.What
	switch {
	case r.Null:
		s += ". Derived if not given."
	case len(r.Choices) > 0:
		s += fmt.Sprintf(". The ledger has %s.", r.Text)
	default:
		s += fmt.Sprintf(". The ledger has %s, %s to %s (%s).", r.Text, r.Range[0], r.Range[1], r.Kind)
	}
	if r.Limits[0] != "" {
		s += fmt.Sprintf(" At least %s, at most %s.", r.Limits[0], r.Limits[1])
	}
	return s
}
