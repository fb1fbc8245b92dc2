package ledger

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Meta is what a scenario file says about itself.
type Meta struct {
	Name  string   // of the scenario, as others name it in Based
	Title string   // one line for people
	What  string   // what it stands for
	Based []string // scenarios to apply first, in order

	// Warnings are not mistakes: values within their limits, outside the range
	// that the evidence supports.
	Warnings Errors
}

var metaKeys = []string{"name", "title", "what", "based"}

// ParseOverrides reads a scenario file: rows that take the place of the
// ledger's. The book must have been checked. At an input's path stands
//
//	650 km                                        a value: it is no longer drawn
//	{value: 650 km, kind: claim, source: [S1 x]}  the same, with its evidence
//	{value: 1, range: [0, 2], dist: triangular}   a distribution (also range_is, kind, source, note)
//	null                                          an optional input is not given
//
// Without kind a row of a scenario is assumed. The error is Errors, all
// mistakes at once; meta holds warnings in any case.
func (b *Book) ParseOverrides(file string, data []byte) (rows []Row, meta Meta, err error) {
	var l list
	o := overrides{book: b, file: file, errors: &l}
	if top := parse(file, data, &l); top != nil {
		o.top(top, &meta)
	}
	meta.Warnings = o.warnings.Sorted()
	if err := l.Err(); err != nil {
		return nil, meta, err
	}
	return o.rows, meta, nil
}

// ParseSet reads an assignment "path=value", as of a command line; where names
// its place in messages.
func (b *Book) ParseSet(where, assignment string) (row Row, warnings Errors, err error) {
	path, text, ok := strings.Cut(assignment, "=")
	path, text = strings.TrimSpace(path), strings.TrimSpace(text)
	if !ok || text == "" || len(assignment) > 1000 {
		return Row{}, nil, Errors{{File: where, Wrong: fmt.Sprintf("%q is not an assignment", yamltree.Short(assignment)), Right: "write path=value"}}
	}
	var l list
	o := overrides{book: b, file: where, errors: &l}
	if i, ok := b.index[path]; ok {
		n := &node{Text: text}
		if text == "null" {
			n.Form = yamltree.Null
		}
		o.row(&b.Rows[i], entry{Key: path, Value: n})
	} else {
		l.Add(Error{File: where, Path: yamltree.Short(path), Wrong: "no such input", Right: suggest(path, b.paths(), "see the list of inputs")})
	}
	if err := l.Err(); err != nil {
		return Row{}, o.warnings.Sorted(), err
	}
	return o.rows[0], o.warnings.Sorted(), nil
}

// With returns the book with rows replaced, in order; b stays as it is.
func (b *Book) With(rows ...Row) *Book {
	c := *b
	c.Rows = slices.Clone(b.Rows)
	for _, r := range rows {
		if i, ok := c.index[r.Path]; ok {
			c.Rows[i] = r
		}
	}
	return &c
}

type overrides struct {
	book     *Book
	file     string
	errors   *list
	warnings list
	rows     []Row
}

func (o *overrides) wrong(e entry, path, wrong, right string) {
	o.errors.Add(Error{File: o.file, Line: e.Line, Col: e.Col, Path: yamltree.Short(path), Wrong: wrong, Right: right})
}

func (o *overrides) top(top *node, meta *Meta) {
	f := fields{file: o.file, list: o.errors, entry: entry{Value: top, Line: top.Line, Col: top.Col}}
	meta.Name = f.text("name", false)
	meta.Title = f.text("title", false)
	meta.What = f.text("what", false)
	if n := top.Get("based"); n != nil && n.Form == yamltree.Scalar && n.Text != "" {
		meta.Based = []string{n.Text}
	} else if n != nil && !(n.Form == yamltree.Sequence && len(n.Items) == 0) {
		meta.Based = f.texts("based", -1)
	}
	var inputs node
	for _, e := range top.Entries {
		if !slices.Contains(metaKeys, e.Key) {
			inputs.Entries = append(inputs.Entries, e)
		}
	}
	o.group(&inputs, "")
}

// group reads the overrides below a path.
func (o *overrides) group(n *node, prefix string) {
	for _, e := range n.Entries {
		if o.errors.Full() {
			return
		}
		path := prefix + e.Key
		if i, ok := o.book.index[path]; ok {
			o.row(&o.book.Rows[i], e)
			continue
		}
		below := o.book.below(path + ".")
		switch {
		case len(below) == 0:
			o.wrong(e, path, fmt.Sprintf("unknown key %q", yamltree.Short(e.Key)), o.instead(prefix, e.Key))
		case e.Value.Form != yamltree.Mapping:
			o.wrong(e, path, "is a group of inputs, not one", "its keys are "+strings.Join(below, ", "))
		default:
			o.group(e.Value, path+".")
		}
	}
}

// instead names what may have been meant by an unknown key: a neighbour, the
// same name elsewhere, or one of the keys that are there.
func (o *overrides) instead(prefix, key string) string {
	here := o.book.below(prefix)
	if prefix == "" {
		here = append(here, metaKeys...)
	}
	if n := nearest(key, here); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	for i := range o.book.Rows {
		if p := o.book.Rows[i].Path; strings.HasSuffix(p, "."+key) {
			return fmt.Sprintf("did you mean %q?", p)
		}
	}
	if len(here) == 0 || len(here) > 40 {
		return "see the list of inputs"
	}
	return "the keys are " + strings.Join(here, ", ")
}

// below lists the keys directly under a prefix, in the order of the rows.
func (b *Book) below(prefix string) []string {
	var keys []string
	for i := range b.Rows {
		if rest, ok := strings.CutPrefix(b.Rows[i].Path, prefix); ok {
			key, _, _ := strings.Cut(rest, ".")
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}

// row reads what stands at an input's path.
func (o *overrides) row(old *Row, e entry) {
	before := o.errors.Len()
	f := fields{file: o.file, path: old.Path, list: o.errors, entry: e}
	if old.leaf == nil || old.leaf.Text == nil {
		f.wrong(e.Line, e.Col, "the ledger was not checked", "call Check first")
		return
	}
	r := *old
	r.File, r.Line, r.Col = o.file, e.Line, e.Col
	r.Kind, r.Refs, r.Note, r.Dist, r.Bounds = Assumed, nil, "", Fixed, false
	value, ranged := e.Value, false
	if value.Form == yamltree.Mapping {
		f.known([]string{"value", "range", "range_is", "dist", "kind", "source", "note"})
		value = e.Value.Get("value")
		if value == nil {
			f.wrong(e.Line, e.Col, `has no "value"`, "add one, with its unit")
			return
		}
		r.Kind = Kind(f.word("kind", Kinds, false))
		if r.Kind == "" {
			r.Kind = Assumed
		}
		r.Note = f.text("note", false)
		r.Refs = f.refs()
		r.Bounds = f.word("range_is", []string{"bounds"}, false) == "bounds"
		r.Dist = Shape(f.word("dist", Shapes, false))
		if t := e.Value.Get("range"); t != nil {
			if t := f.texts("range", 2); t != nil {
				r.Range, ranged = [2]string(t), true
			}
		}
		switch {
		case ranged && r.Dist == "":
			if r.Dist = old.Dist; old.Dist == Fixed {
				r.Dist = Triangular
			}
		case !ranged && r.Dist == "":
			r.Dist = Fixed
		case !ranged && r.Dist != Fixed:
			f.wrong(e.Line, e.Col, fmt.Sprintf("a %s distribution without a range", r.Dist), "write range: [low, high]")
		}
	}
	switch value.Form {
	case yamltree.Null:
		if !old.Optional {
			f.wrong(e.Line, e.Col, "null, but the input is not optional", "write a value")
		}
		r.Null, r.Text = true, ""
	case yamltree.Scalar:
		r.Null, r.Text = false, value.Text
		if value.Text == "" {
			f.wrong(e.Line, e.Col, "has no value", "write one, with its unit")
		}
	default:
		f.wrong(value.Line, value.Col, "is "+value.Form.String()+", not a value", "write a value, or {value, range, dist}")
	}
	if o.errors.Len() > before {
		return
	}
	o.numbers(&r, old, ranged)
	o.evidence(&r)
	if o.errors.Len() == before {
		o.rows = append(o.rows, r)
	}
}

// numbers fills the numbers of an override; old is what it replaces. One that
// leaves the range of the ledger's evidence without evidence of its own is
// warned of.
func (o *overrides) numbers(r, old *Row, ranged bool) {
	bare := len(r.Refs) == 0 && r.Note == ""
	if !ranged {
		if r.leaf.Float == nil || r.Null {
			r.numbers(o.errors)
			return
		}
		// A plain value: the old range stays as the span of its slider.
		v, err := r.leaf.Parse(r.Text)
		if err != nil {
			o.errors.Add(r.wrong(err.Error(), ""))
			return
		}
		r.Value = v
		switch {
		case v < old.Min || v > old.Max:
			o.errors.Add(r.wrong(fmt.Sprintf("%s is outside its limits", r.Text), fmt.Sprintf("write a value from %s to %s%s", old.Limits[0], old.Limits[1], old.because(v))))
		case bare && (v < old.Low || v > old.High):
			o.warnings.Add(r.wrong(fmt.Sprintf("%s is outside the range of the evidence", r.Text), fmt.Sprintf("%s to %s is expected", old.Range[0], old.Range[1])))
		}
		return
	}
	r.numbers(o.errors)
	if bare && (r.Low < old.Low || r.High > old.High) {
		o.warnings.Add(r.wrong(fmt.Sprintf("the range %s to %s goes outside that of the evidence", r.Range[0], r.Range[1]), fmt.Sprintf("%s to %s is expected", old.Range[0], old.Range[1])))
	}
}

// evidence checks the sources that an override names.
func (o *overrides) evidence(r *Row) {
	keys := make([]string, len(o.book.Sources))
	known := make(map[string]bool, len(keys)) // looked up, never walked
	for i, s := range o.book.Sources {
		keys[i], known[s.Key] = s.Key, true
	}
	r.cites(known, keys, o.errors)
	located := slices.ContainsFunc(r.Refs, func(f Ref) bool { return f.Locator != "" })
	if r.Kind != Assumed && r.Kind != Derived && !located {
		o.errors.Add(r.wrong(fmt.Sprintf("%s, but no source with a place in it", r.Kind), "write source: [KEY page or table]"))
	}
}

// because says why no value lies where v does, where that needs no model: a share is
// at most the whole, and of nothing there is less than none.
func (r *Row) because(v float64) string {
	share := r.Limits[1] == "1" || strings.HasSuffix(r.Limits[1], "%")
	switch {
	case share && r.Max == 1 && v > 1:
		return ", since no part is more than the whole"
	case r.Min == 0 && v < 0:
		return ", since there is no less than none"
	}
	return ""
}
