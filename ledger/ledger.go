// Package ledger holds the evidence for every input of a scenario: one row per
// leaf of its struct, with value, range, distribution, kind of evidence and
// sources, and the rank correlations between rows.
//
// Rows are YAML, and every mistake in them is reported at once with its place:
//
//	book, err := ledger.Read(fsys)             // the files as they are
//	err = book.Check(ledger.Leaves(&scenario)) // rows and leaves are one to one; numbers filled
//	err = book.Apply(&scenario)                // every leaf at its central value
//
// A scenario file replaces rows ([Book.ParseOverrides], [Book.With]); a study
// draws from them ([Compile], [Book.Copula]).
package ledger

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Book is a ledger.
type Book struct {
	Rows         []Row // in the order of the files and of the rows in them
	Sources      []Source
	Correlations []Correlation

	leaves []Leaf
	index  map[string]int // path → row; looked up, never walked
}

// Row is the evidence for one input.
type Row struct {
	Path   string
	What   string // one line for tables and sliders
	Text   string // the value as written; "" if null
	Range  [2]string
	Limits [2]string

	// In SI base units, filled by Check. Value is NaN if null, and all are
	// NaN for a choice.
	Value     float64 // the mode if triangular, else the median
	Low, High float64 // 5 and 95 % points, or bounds
	Min, Max  float64 // physical limits

	Bounds   bool // Low and High are bounds, not 5 and 95 % points
	Dist     Shape
	Kind     Kind
	Refs     []Ref
	Says     []Statement // figures that sources give, which the range may or may not hold
	Note     string
	Choices  []string // of an input that is a choice
	Null     bool     // no value is given; only an optional input may have none
	Optional bool     // the ledger gives none

	Leaf      int // index among the leaves given to Check
	File      string
	Line, Col int

	leaf *Leaf
}

// Shape is the form of a distribution.
type Shape string

// The shapes. Fixed is not drawn: a design choice or a convention.
const (
	Triangular Shape = "triangular"
	Uniform    Shape = "uniform"
	Normal     Shape = "normal"
	Lognormal  Shape = "lognormal"
	Loguniform Shape = "loguniform"
	Fixed      Shape = "fixed"
)

// Shapes are the names of the shapes.
var Shapes = []string{string(Triangular), string(Uniform), string(Normal), string(Lognormal), string(Loguniform), string(Fixed)}

// Kind is a kind of evidence.
type Kind string

// The kinds, best first.
const (
	Measured  Kind = "measured"  // by experiment, flight or meter
	Datasheet Kind = "datasheet" // a maker's specification of a thing on sale
	Quoted    Kind = "quoted"    // a price or figure in a contract or filing
	Derived   Kind = "derived"   // computed from sourced figures
	Claim     Kind = "claim"     // announced by someone who gains by it
	Assumed   Kind = "assumed"   // our judgement
)

// Kinds are the names of the kinds, best first.
var Kinds = []string{string(Measured), string(Datasheet), string(Quoted), string(Derived), string(Claim), string(Assumed)}

// Ref is a citation: a key of Sources and the place in it.
type Ref struct{ Key, Locator string }

// Statement is what a source says of an input.
type Statement struct {
	Key, Text string  // of the source; the figure as written, with its unit
	Value     float64 // in SI base units, filled by Check
}

// Source is a document.
type Source struct{ Key, Author, Year, Title, Address string }

// Read reads a ledger: every chapter *.yaml of a directory, sources.yaml and
// correlations.yaml. The error is Errors, all mistakes at once; the book is nil
// then.
func Read(fsys fs.FS) (*Book, error) {
	var l list
	b := &Book{}
	files, err := fs.Glob(fsys, "*.yaml")
	if err != nil || len(files) == 0 {
		return nil, Errors{{File: ".", Wrong: "no ledger files", Right: "a ledger is a directory of *.yaml files"}}
	}
	slices.Sort(files)
	for _, file := range files {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			l.Add(Error{File: file, Wrong: err.Error()})
			continue
		}
		top := parse(file, data, &l)
		if top == nil {
			continue
		}
		switch file {
		case "sources.yaml":
			b.readSources(file, top, &l)
		case "correlations.yaml":
			b.readCorrelations(file, top, &l)
		default:
			r := rows{file: file, list: &l}
			r.group(top, "")
			b.Rows = append(b.Rows, r.rows...)
		}
	}
	b.index = make(map[string]int, len(b.Rows))
	for i := range b.Rows {
		r := &b.Rows[i]
		if j, ok := b.index[r.Path]; ok {
			l.Add(r.wrong("has two rows", fmt.Sprintf("the other is at %s:%d", b.Rows[j].File, b.Rows[j].Line)))
			continue
		}
		b.index[r.Path] = i
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return b, nil
}

// Find returns the row of a path, or an error that names the nearest one.
func (b *Book) Find(path string) (*Row, error) {
	if i, ok := b.index[path]; ok {
		return &b.Rows[i], nil
	}
	return nil, Error{Path: yamltree.Short(path), Wrong: "no such input", Right: suggest(path, b.paths(), "see the list of inputs")}
}

func (b *Book) paths() []string {
	paths := make([]string, len(b.Rows))
	for i := range b.Rows {
		paths[i] = b.Rows[i].Path
	}
	return paths
}

func (r *Row) wrong(wrong, right string) Error {
	return Error{File: r.File, Line: r.Line, Col: r.Col, Path: r.Path, Wrong: wrong, Right: right}
}

// rows reads the rows of one file.
type rows struct {
	file string
	list *list
	rows []Row
}

// group reads the rows below a path.
func (r *rows) group(n *node, prefix string) {
	for _, e := range n.Entries {
		at := prefix + e.Key
		bad := func(wrong, right string) {
			r.list.Add(Error{File: r.file, Line: e.Line, Col: e.Col, Path: yamltree.Short(at), Wrong: wrong, Right: right})
		}
		switch {
		case !isKey(e.Key):
			bad("is not a key", "keys are lower case with underscores")
		case e.Value.Form != yamltree.Mapping:
			bad("is "+e.Value.Form.String()+", not a row", "a row has the keys what, value, range, limits, dist, kind")
		case e.Value.Get("what") != nil || e.Value.Get("value") != nil:
			if row, ok := readRow(r.file, at, e, r.list); ok {
				r.rows = append(r.rows, row)
			}
		default:
			r.group(e.Value, at+".")
		}
	}
}

func isKey(s string) bool {
	for i, c := range s {
		if !(c >= 'a' && c <= 'z' || i > 0 && (c == '_' || c >= '0' && c <= '9')) {
			return false
		}
	}
	return s != ""
}

var rowKeys = []string{"what", "value", "range", "range_is", "limits", "dist", "kind", "source", "says", "note", "choices"}

// readRow reads one row; ok is false if it cannot be used.
func readRow(file, at string, e entry, l *list) (row Row, ok bool) {
	before := l.Len()
	row = Row{Path: at, File: file, Line: e.Line, Col: e.Col}
	f := fields{file: file, path: at, list: l, entry: e}
	f.known(rowKeys)
	row.What = f.text("what", true)
	row.Note = f.text("note", false)
	row.Dist = Shape(f.word("dist", Shapes, true))
	row.Kind = Kind(f.word("kind", Kinds, true))
	row.Bounds = f.word("range_is", []string{"bounds"}, false) == "bounds"
	row.Refs = f.refs()
	if f.entry.Value.Get("says") != nil {
		for _, text := range f.texts("says", -1) {
			key, figure, _ := strings.Cut(text, " ")
			row.Says = append(row.Says, Statement{Key: key, Text: strings.TrimSpace(figure)})
		}
	}
	if c := e.Value.Get("choices"); c != nil {
		row.Choices = f.texts("choices", -1)
	}
	switch v := e.Value.Get("value"); {
	case v == nil:
		f.wrong(e.Line, e.Col, `has no "value"`, "add one, with its unit")
	case v.Form == yamltree.Null:
		row.Null, row.Optional = true, true
	default:
		row.Text = f.text("value", true)
	}
	if row.Choices == nil && (!row.Null || e.Value.Get("range") != nil) {
		if t := f.texts("range", 2); t != nil {
			row.Range = [2]string(t)
		}
	}
	if row.Choices == nil && (!row.Null || e.Value.Get("limits") != nil) {
		if t := f.texts("limits", 2); t != nil {
			row.Limits = [2]string(t)
		}
	}
	return row, l.Len() == before
}

// fields reads the keys of a row and says what is wrong with them.
type fields struct {
	file, path string
	list       *list
	entry      entry
}

func (f *fields) wrong(line, col int, wrong, right string) {
	f.list.Add(Error{File: f.file, Line: line, Col: col, Path: f.path, Wrong: wrong, Right: right})
}

// known refuses keys that are not in the list.
func (f *fields) known(keys []string) {
	for _, e := range f.entry.Value.Entries {
		if !slices.Contains(keys, e.Key) {
			f.wrong(e.Line, e.Col, fmt.Sprintf("unknown key %q", yamltree.Short(e.Key)), suggest(e.Key, keys, "the keys are "+strings.Join(keys, ", ")))
		}
	}
}

// text reads a scalar.
func (f *fields) text(key string, required bool) string {
	n := f.entry.Value.Get(key)
	switch {
	case n == nil && required:
		f.wrong(f.entry.Line, f.entry.Col, fmt.Sprintf("has no %q", key), "add one")
	case n == nil:
	case n.Form != yamltree.Scalar || n.Text == "":
		f.wrong(n.Line, n.Col, fmt.Sprintf("%q is %s, not a text", key, n.Form), "write one value")
	default:
		return n.Text
	}
	return ""
}

// word reads a scalar that must be one of the words.
func (f *fields) word(key string, words []string, required bool) string {
	t := f.text(key, required)
	if t == "" || slices.Contains(words, t) {
		return t
	}
	n := f.entry.Value.Get(key)
	f.wrong(n.Line, n.Col, fmt.Sprintf("%s %q is unknown", key, yamltree.Short(t)), suggest(t, words, "write "+strings.Join(words, ", ")))
	return ""
}

// texts reads a list of n scalars, of any number if n < 0; nil on failure.
func (f *fields) texts(key string, n int) []string {
	v := f.entry.Value.Get(key)
	example := map[bool]string{true: fmt.Sprintf("write %s: [low, high]", key), false: fmt.Sprintf("write %s: [a, b]", key)}[n == 2]
	if v == nil {
		f.wrong(f.entry.Line, f.entry.Col, fmt.Sprintf("has no %q", key), example)
		return nil
	}
	if v.Form != yamltree.Sequence || n >= 0 && len(v.Items) != n || len(v.Items) == 0 {
		f.wrong(v.Line, v.Col, fmt.Sprintf("%q is not a list of %s", key, map[bool]string{true: "two values", false: "values"}[n == 2]), example)
		return nil
	}
	out := make([]string, len(v.Items))
	for i, item := range v.Items {
		if item.Form != yamltree.Scalar || item.Text == "" {
			f.wrong(item.Line, item.Col, fmt.Sprintf("%q holds %s", key, item.Form), example)
			return nil
		}
		out[i] = item.Text
	}
	return out
}

// refs reads the citations: a key and, after a space, the place.
func (f *fields) refs() []Ref {
	v := f.entry.Value.Get("source")
	if v == nil {
		return nil
	}
	items := []*node{v}
	if v.Form == yamltree.Sequence {
		items = v.Items
	}
	var refs []Ref
	for _, item := range items {
		if item.Form != yamltree.Scalar || item.Text == "" {
			f.wrong(item.Line, item.Col, `"source" holds `+item.Form.String(), "write source: [KEY place, KEY place]; quote a place that holds a colon or comma")
			continue
		}
		key, place, _ := strings.Cut(item.Text, " ")
		refs = append(refs, Ref{Key: key, Locator: strings.TrimSpace(place)})
	}
	return refs
}

func (b *Book) readSources(file string, top *node, l *list) {
	keys := []string{"author", "year", "title", "address"}
	for _, e := range top.Entries {
		f := fields{file: file, path: e.Key, list: l, entry: e}
		if e.Value.Form != yamltree.Mapping {
			f.wrong(e.Line, e.Col, "is not a source", "write KEY: {author, year, title, address}")
			continue
		}
		f.known(keys)
		b.Sources = append(b.Sources, Source{Key: e.Key, Author: f.text("author", true), Year: f.text("year", true), Title: f.text("title", true), Address: f.text("address", true)})
	}
}

// Source returns the document of a key.
func (b *Book) Source(key string) (Source, bool) {
	i := slices.IndexFunc(b.Sources, func(s Source) bool { return s.Key == key })
	if i < 0 {
		return Source{}, false
	}
	return b.Sources[i], true
}
