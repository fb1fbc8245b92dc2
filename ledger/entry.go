package ledger

import "github.com/dawndusk/dawndusk/yamltree"

// Entry is a value of a YAML file with its key and place: what files other than
// the ledger's own are read with, under the same bounds and with the same
// messages.
type Entry struct {
	Key     string
	Form    Form
	Text    string  // of a text
	Entries []Entry // of a group, in file order, or of a list, without keys

	Line, Col           int // of the key; of the value where there is none
	ValueLine, ValueCol int
}

// Form says what an Entry's value is.
type Form uint8

// The forms.
const (
	Text Form = iota
	List
	Group
	Nothing
)

// String names the form as a message does: "a list".
func (f Form) String() string {
	if f <= Nothing {
		return [...]string{"a text", "a list", "a group of keys", "nothing"}[f]
	}
	return "unknown"
}

// ReadEntries reads a YAML file whose top is a group of keys; file names it in
// messages. All mistakes come back at once as Errors.
func ReadEntries(file string, data []byte) (Entry, error) {
	var l list
	top := parse(file, data, &l)
	if l.Len() > 0 {
		return Entry{}, l.Sorted()
	}
	return public(top, "", top.Line, top.Col), nil
}

// public is a node as an Entry.
func public(n *node, key string, line, col int) Entry {
	e := Entry{Key: key, Form: Nothing, Text: n.Text, Line: line, Col: col, ValueLine: n.Line, ValueCol: n.Col}
	switch n.Form {
	case yamltree.Scalar:
		e.Form = Text
	case yamltree.Sequence:
		e.Form = List
		for _, item := range n.Items {
			e.Entries = append(e.Entries, public(item, "", item.Line, item.Col))
		}
	case yamltree.Mapping:
		e.Form = Group
		for i := range n.Entries {
			c := &n.Entries[i]
			e.Entries = append(e.Entries, public(c.Value, c.Key, c.Line, c.Col))
		}
	}
	return e
}

// Get returns the entry of a key, or nil.
func (e *Entry) Get(key string) *Entry {
	for i := range e.Entries {
		if e.Entries[i].Key == key {
			return &e.Entries[i]
		}
	}
	return nil
}

// Suggest is `did you mean "x"?` with the candidate most like a word or, with
// nothing alike, what is said otherwise.
func Suggest(word string, candidates []string, otherwise string) string {
	return suggest(word, candidates, otherwise)
}

// Short is text cut to fit into a message.
func Short(text string) string { return yamltree.Short(text) }
