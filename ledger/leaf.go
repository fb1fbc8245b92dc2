package ledger

import (
	"encoding"
	"fmt"
	"reflect"
	"strings"
	"unicode"
)

// Leaf is one input of a scenario struct: a quantity or a choice.
type Leaf struct {
	Path     string                   // "launch.starship_v3.ship_dry_mass"
	Float    *float64                 // the quantity's value in SI base units; nil for a choice
	Text     encoding.TextUnmarshaler // reads a quantity with its unit, or a choice
	Quantity string                   // what it measures ("mass"); "" for a choice
	Units    []string                 // in which it may be written, smallest first

	kind reflect.Type
}

// quantity is what the types of package si can do.
type quantity interface {
	encoding.TextUnmarshaler
	encoding.TextMarshaler
	Describe() (name string, units []string)
}

// Leaves returns the inputs of the struct that scenario points to, in the order
// of its fields. Paths follow from the names of the fields: a run of capitals
// is one word, digits stay with the word before, words are joined by "_".
//
// A field that can be no input (a slice, a bare number) appears as a leaf with
// neither Float nor Text, which [Book.Check] reports.
func Leaves(scenario any) []Leaf {
	v := reflect.ValueOf(scenario)
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return nil
	}
	return appendLeaves(nil, v.Elem(), "")
}

func appendLeaves(leaves []Leaf, v reflect.Value, prefix string) []Leaf {
	t := v.Type()
	for i := range t.NumField() {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		path := prefix + snake(f.Name)
		leaf := Leaf{Path: path, kind: f.Type}
		field := v.Field(i)
		text, isText := field.Addr().Interface().(encoding.TextUnmarshaler)
		q, isQuantity := text.(quantity)
		switch {
		case isQuantity && field.Kind() == reflect.Float64:
			leaf.Float = (*float64)(field.Addr().UnsafePointer())
			leaf.Text = text
			leaf.Quantity, leaf.Units = q.Describe()
		case isText && field.Kind() != reflect.Float64:
			leaf.Text = text
		case field.Kind() == reflect.Struct:
			leaves = appendLeaves(leaves, field, path+".")
			continue
		}
		leaves = append(leaves, leaf)
	}
	return leaves
}

// snake turns a field's name into its key: "ITPower" into "it_power",
// "StarshipV3" into "starship_v3".
func snake(name string) string {
	var s strings.Builder
	runes := []rune(name)
	for i, r := range runes {
		if unicode.IsUpper(r) && i > 0 {
			before := runes[i-1]
			endsRun := i+1 < len(runes) && unicode.IsLower(runes[i+1])
			if !unicode.IsUpper(before) || endsRun {
				s.WriteByte('_')
			}
		}
		s.WriteRune(unicode.ToLower(r))
	}
	return s.String()
}

// Parse reads the text of a quantity, such as "650 km", in SI base units. It
// does not touch the scenario.
func (l *Leaf) Parse(text string) (float64, error) {
	if l.Float == nil {
		return 0, fmt.Errorf("%s is not a quantity", l.Path)
	}
	v := reflect.New(l.kind)
	if err := v.Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text)); err != nil {
		return 0, err
	}
	return v.Elem().Float(), nil
}

// Format writes a value in SI base units with a unit fit for its size.
func (l *Leaf) Format(v float64) string {
	if l.Float == nil {
		return ""
	}
	q := reflect.New(l.kind)
	q.Elem().SetFloat(v)
	text, err := q.Interface().(quantity).MarshalText()
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// accepts tells whether a choice's type knows the text.
func (l *Leaf) accepts(text string) error {
	return reflect.New(l.kind).Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(text))
}
