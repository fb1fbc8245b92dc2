package study

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
)

// mistakes gathers what is wrong with a file.
type mistakes struct {
	file string
	list ledger.Errors
}

const maxMistakes = 100

func (m *mistakes) add(line, col int, path, wrong, right string) {
	if len(m.list) < maxMistakes {
		m.list = append(m.list, ledger.Error{File: m.file, Line: line, Col: col, Path: path, Wrong: wrong, Right: right})
	}
}

// readYAML reads a file whose top is a group of keys, and says what is wrong.
func readYAML(data []byte, m *mistakes) (top ledger.Entry, ok bool) {
	top, err := ledger.ReadEntries(m.file, data)
	var many ledger.Errors
	if errors.As(err, &many) {
		m.list = append(m.list, many...)
	}
	return top, err == nil
}

// known refuses keys that are not in the list.
func (m *mistakes) known(e *ledger.Entry, path string, keys []string) {
	for i := range e.Entries {
		if c := &e.Entries[i]; !slices.Contains(keys, c.Key) {
			m.add(c.Line, c.Col, path, fmt.Sprintf("unknown key %q", ledger.Short(c.Key)), ledger.Suggest(c.Key, keys, "the keys are "+strings.Join(keys, ", ")))
		}
	}
}

// text reads a text; an absent one is a mistake if it is required.
func (m *mistakes) text(e *ledger.Entry, path, key string, required bool) string {
	switch c := e.Get(key); {
	case c == nil && required:
		m.add(e.Line, e.Col, path, fmt.Sprintf("has no %q", key), "add one")
	case c == nil:
	case c.Form != ledger.Text || c.Text == "":
		m.add(c.ValueLine, c.ValueCol, path, fmt.Sprintf("%q is %v, not a text", key, c.Form), "write one value")
	default:
		return c.Text
	}
	return ""
}

// word reads a text that must be one of the words.
func (m *mistakes) word(e *ledger.Entry, path, key string, words []string, required bool) string {
	t := m.text(e, path, key, required)
	if t == "" || slices.Contains(words, t) {
		return t
	}
	c := e.Get(key)
	m.add(c.ValueLine, c.ValueCol, path, fmt.Sprintf("%s %q does not exist", key, ledger.Short(t)), ledger.Suggest(t, words, "write "+strings.Join(words, ", ")))
	return ""
}

// texts reads a list of texts.
func (m *mistakes) texts(e *ledger.Entry, path, key string) (list []string) {
	c := e.Get(key)
	if c == nil {
		return nil
	}
	if c.Form != ledger.List {
		m.add(c.ValueLine, c.ValueCol, path, fmt.Sprintf("%q is %v, not a list", key, c.Form), "write "+key+": [a, b]")
		return nil
	}
	for i := range c.Entries {
		item := &c.Entries[i]
		if item.Form != ledger.Text || item.Text == "" {
			m.add(item.ValueLine, item.ValueCol, path, fmt.Sprintf("%q holds %v", key, item.Form), "write one text in quotes")
			continue
		}
		list = append(list, item.Text)
	}
	return list
}
