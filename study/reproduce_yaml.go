package study

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/dawndusk/dawndusk/ledger"
)

// studyEntry is a value of a YAML file with its key and place: a text, a list or a
// group of entries.
type studyEntry struct {
	key       string
	form      entryForm
	text      string
	entries   []studyEntry // of a list without keys
	line, col int          // of the key, or of an item
	vline     int          // of the value
	vcol      int
}

type entryForm uint8

const (
	aText entryForm = iota
	aList
	aGroup
	nothing
)

func (f entryForm) String() string {
	return [...]string{"a text", "a list", "a group of keys", "nothing"}[f]
}

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

// Bounds on a study, which may be a stranger's.
const (
	maxStudyWords = 10_000
	maxStudyDepth = 8
)

// readYAML reads a file whose top is a group of keys, and says what is wrong.
// Anchors, tags and deep nesting are refused before the parser meets them.
func readYAML(data []byte, m *mistakes) (top studyEntry, ok bool) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	before := len(m.list)
	switch {
	case len(data) > ledger.MaxBytes:
		m.add(0, 0, "", "the file is too large", "at most 1 MiB is read")
	case len(bytes.TrimSpace(data)) == 0:
		m.add(0, 0, "", "the file is empty", `write "key: value" lines`)
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		indent := len(line) - len(bytes.TrimLeft(line, " \t"))
		switch j := bytes.IndexByte(line[:indent], '\t'); {
		case !utf8.Valid(line):
			m.add(i+1, 1, "", "the line is not UTF-8", "save the file as UTF-8")
		case j >= 0:
			m.add(i+1, j+1, "", "a tab indents the line", "indent by spaces")
		case bytes.ContainsFunc(line, func(c rune) bool { return c < ' ' && c != '\t' && c != '\r' || c == 0x7f }):
			m.add(i+1, 1, "", "the line holds a control character", "remove it")
		}
	}
	if len(m.list) > before {
		return top, false
	}
	body := parseYAML(data, m)
	if body == nil {
		return top, false
	}
	top = m.entry("", body, 0)
	if len(m.list) == before && top.form != aGroup {
		m.add(1, 1, "", "the file is not a group of keys", `write "key: value" lines`)
	}
	return top, len(m.list) == before
}

func parseYAML(data []byte, m *mistakes) (body ast.Node) {
	defer func() {
		if p := recover(); p != nil { // the parser is not ours
			m.add(0, 0, "", "the file is not YAML", "check its brackets and quotes")
			body = nil
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if len(tokens) > maxStudyWords {
		m.add(0, 0, "", fmt.Sprintf("the file has %d words and signs", len(tokens)), fmt.Sprintf("at most %d are read", maxStudyWords))
		return nil
	}
	before := len(m.list)
	depth, line, dashes := 0, 0, 0
	for _, t := range tokens {
		at := t.Position
		if at.Line != line {
			line, dashes = at.Line, 0
		}
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			m.add(at.Line, at.Column, "", "anchors and aliases are not allowed", "write the value out")
		case token.TagType, token.DirectiveType:
			m.add(at.Line, at.Column, "", "tags and directives are not allowed", "write the plain value")
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		}
		if depth > maxStudyDepth || dashes > maxStudyDepth || at.Column > 64*maxStudyDepth && t.Type == token.MappingValueType {
			m.add(at.Line, at.Column, "", "the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxStudyDepth))
			return nil
		}
	}
	if len(m.list) > before {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, col, text := 0, 0, err.Error()
		var syntax interface {
			GetMessage() string
			GetToken() *token.Token
		}
		if errors.As(err, &syntax) {
			text = syntax.GetMessage()
			if t := syntax.GetToken(); t != nil && t.Position != nil {
				line, col = t.Position.Line, t.Position.Column
			}
		}
		text, _, _ = strings.Cut(text, "\n")
		m.add(line, col, "", "the file is not YAML: "+shorten(text), "check its indents, brackets and quotes")
		return nil
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		m.add(0, 0, "", fmt.Sprintf("the file holds %d documents", len(file.Docs)), "write one")
		return nil
	}
	return file.Docs[0].Body
}

// entry turns a syntax tree into entries.
func (m *mistakes) entry(key string, n ast.Node, depth int) studyEntry {
	e := studyEntry{key: key, form: nothing, line: 1, col: 1, vline: 1, vcol: 1}
	if n == nil {
		return e
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		e.vline, e.vcol = t.Position.Line, t.Position.Column
		e.line, e.col = e.vline, e.vcol
	}
	if depth > maxStudyDepth {
		m.add(e.line, e.col, "", "the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxStudyDepth))
		return e
	}
	switch n := n.(type) {
	case *ast.NullNode, *ast.CommentGroupNode:
	case *ast.StringNode:
		e.form, e.text = aText, n.Value
	case *ast.LiteralNode:
		e.form, e.text = aText, strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NanNode, *ast.InfinityNode:
		e.form, e.text = aText, n.GetToken().Value
	case *ast.SequenceNode:
		e.form = aList
		for _, item := range n.Values {
			e.entries = append(e.entries, m.entry("", item, depth+1))
		}
	case *ast.MappingNode:
		e.form = aGroup
		for _, v := range n.Values {
			m.pair(&e, v, depth)
		}
	case *ast.MappingValueNode:
		e.form = aGroup
		m.pair(&e, n, depth)
	default:
		m.add(e.line, e.col, "", "this kind of YAML is not allowed", "write plain values, lists and keys")
	}
	if e.form == aGroup && len(e.entries) > 0 { // it begins with its first key, not with the colon after it
		e.line, e.col = e.entries[0].line, e.entries[0].col
	}
	return e
}

func (m *mistakes) pair(e *studyEntry, v *ast.MappingValueNode, depth int) {
	if v == nil || v.Key == nil || v.Key.GetToken() == nil {
		return
	}
	t := v.Key.GetToken()
	if _, complex := v.Key.(*ast.MappingKeyNode); complex {
		m.add(t.Position.Line, t.Position.Column, "", "this kind of key is not allowed", "write a name")
		return
	}
	if old := e.get(t.Value); old != nil {
		m.add(t.Position.Line, t.Position.Column, "", fmt.Sprintf("%q is given twice", shorten(t.Value)), fmt.Sprintf("it is already on line %d", old.line))
		return
	}
	c := m.entry(t.Value, v.Value, depth+1)
	c.line, c.col = t.Position.Line, t.Position.Column
	e.entries = append(e.entries, c)
}

// get returns the entry of a key, or nil.
func (e *studyEntry) get(key string) *studyEntry {
	for i := range e.entries {
		if e.entries[i].key == key {
			return &e.entries[i]
		}
	}
	return nil
}

// known refuses keys that are not in the list.
func (m *mistakes) known(e *studyEntry, path string, keys []string) {
	for i := range e.entries {
		if c := &e.entries[i]; !slices.Contains(keys, c.key) {
			m.add(c.line, c.col, path, fmt.Sprintf("unknown key %q", shorten(c.key)), meant(c.key, keys, "the keys are "+strings.Join(keys, ", ")))
		}
	}
}

// text reads a text; an absent one is a mistake if it is required.
func (m *mistakes) text(e *studyEntry, path, key string, required bool) string {
	switch c := e.get(key); {
	case c == nil && required:
		m.add(e.line, e.col, path, fmt.Sprintf("has no %q", key), "add one")
	case c == nil:
	case c.form != aText || c.text == "":
		m.add(c.vline, c.vcol, path, fmt.Sprintf("%q is %v, not a text", key, c.form), "write one value")
	default:
		return c.text
	}
	return ""
}

// word reads a text that must be one of the words.
func (m *mistakes) word(e *studyEntry, path, key string, words []string, required bool) string {
	t := m.text(e, path, key, required)
	if t == "" || slices.Contains(words, t) {
		return t
	}
	c := e.get(key)
	m.add(c.vline, c.vcol, path, fmt.Sprintf("%s %q does not exist", key, shorten(t)), meant(t, words, "write "+strings.Join(words, ", ")))
	return ""
}

// texts reads a list of texts.
func (m *mistakes) texts(e *studyEntry, path, key string) (list []string) {
	c := e.get(key)
	if c == nil {
		return nil
	}
	if c.form != aList {
		m.add(c.vline, c.vcol, path, fmt.Sprintf("%q is %v, not a list", key, c.form), "write "+key+": [a, b]")
		return nil
	}
	for i := range c.entries {
		item := &c.entries[i]
		if item.form != aText || item.text == "" {
			m.add(item.vline, item.vcol, path, fmt.Sprintf("%q holds %v", key, item.form), "write one text in quotes")
			continue
		}
		list = append(list, item.text)
	}
	return list
}
