package ledger

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// MaxBytes is the largest file read.
const MaxBytes = 1 << 20

// Bounds on a file, so that none can exhaust memory or the stack.
const (
	maxTokens = 20_000 // a chapter of the ledger has some 3000; the parser's time grows with their square
	maxDepth  = 16
)

// node is a value of a YAML file with its place: a scalar, a null, a list or a
// mapping.
type node struct {
	form      form
	text      string  // of a scalar
	items     []*node // of a list
	entries   []entry // of a mapping, in file order
	line, col int
}

type form uint8

const (
	scalar form = iota
	null
	sequence
	mapping
)

func (f form) String() string {
	return [...]string{"a value", "nothing", "a list", "a group of keys"}[f]
}

// entry is one key of a mapping.
type entry struct {
	key       string
	value     *node
	line, col int
}

// get returns the value of a key, or nil.
func (n *node) get(key string) *node {
	for i := range n.entries {
		if n.entries[i].key == key {
			return n.entries[i].value
		}
	}
	return nil
}

// short is text cut to fit on a line.
func short(text string) string {
	if len(text) <= 60 {
		return text
	}
	i := 57
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return text[:i] + "…"
}

// parse reads a YAML file whose top is a mapping. It adds what is wrong to l
// and returns nil if nothing can be read.
func parse(file string, data []byte, l *list) *node {
	r := reader{file: file, list: l}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // the mark some editors put first
	before := len(l.errors)
	r.guard(data)
	if len(l.errors) > before {
		return nil
	}
	body := r.syntax(data)
	if body == nil {
		return nil
	}
	top := r.node(body, 0)
	if len(l.errors) > before && top == nil {
		return nil
	}
	if top == nil || top.form != mapping {
		l.add(Error{File: file, Line: 1, Col: 1, Wrong: "the file is not a group of keys", Right: `write "key: value" lines`})
		return nil
	}
	return top
}

type reader struct {
	file string
	list *list
}

func (r *reader) add(line, col int, wrong, right string) {
	r.list.add(Error{File: r.file, Line: line, Col: col, Wrong: wrong, Right: right})
}

// guard refuses what must not reach the parser.
func (r *reader) guard(data []byte) {
	if len(data) > MaxBytes {
		r.add(0, 0, "the file is too large", "at most 1 MiB is read")
		return
	}
	if len(bytes.TrimSpace(data)) == 0 {
		r.add(0, 0, "the file is empty", `write "key: value" lines`)
		return
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		if !utf8.Valid(line) {
			r.add(i+1, 1, "the line is not UTF-8", "save the file as UTF-8")
		}
		indent := len(line) - len(bytes.TrimLeft(line, " \t"))
		if j := bytes.IndexByte(line[:indent], '\t'); j >= 0 {
			r.add(i+1, j+1, "a tab indents the line", "indent by spaces")
		}
		if j := bytes.IndexFunc(line, func(c rune) bool { return c < ' ' && c != '\t' && c != '\r' || c == 0x7f }); j >= 0 {
			r.add(i+1, j+1, "the line holds a control character", "remove it")
		}
		if r.list.full() {
			return
		}
	}
}

// syntax parses data after looking at its tokens: anchors, aliases, tags and
// deep nesting are refused before the parser recurses into them.
func (r *reader) syntax(data []byte) (body ast.Node) {
	defer func() {
		if p := recover(); p != nil { // the parser is not ours
			r.add(0, 0, "the file is not YAML", "check its brackets and quotes")
			body = nil
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if len(tokens) > maxTokens {
		r.add(0, 0, fmt.Sprintf("the file has %d words and signs", len(tokens)), fmt.Sprintf("at most %d are read", maxTokens))
		return nil
	}
	before := len(r.list.errors)
	depth, line, dashes := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, dashes = t.Position.Line, 0
		}
		at := func(wrong, right string) { r.add(t.Position.Line, t.Position.Column, wrong, right) }
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			at("anchors and aliases are not allowed", "write the value out")
		case token.TagType, token.DirectiveType:
			at("tags and directives are not allowed", "write the plain value")
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType:
			dashes++
		}
		if depth > maxDepth || dashes > maxDepth || t.Position.Column > 64*maxDepth && t.Type == token.MappingValueType {
			at("the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxDepth))
			return nil
		}
		if r.list.full() {
			return nil
		}
	}
	if len(r.list.errors) > before {
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
		r.add(line, col, "the file is not YAML: "+short(text), "check its indents, brackets and quotes")
		return nil
	}
	if len(file.Docs) != 1 || file.Docs[0].Body == nil {
		if len(file.Docs) > 1 {
			r.add(0, 0, "the file holds several documents", `remove the "---" lines`)
		} else {
			r.add(0, 0, "the file is empty", `write "key: value" lines`)
		}
		return nil
	}
	return file.Docs[0].Body
}

// node turns a syntax tree into nodes.
func (r *reader) node(n ast.Node, depth int) *node {
	out := &node{line: 1, col: 1}
	if n == nil {
		out.form = null
		return out
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		out.line, out.col = t.Position.Line, t.Position.Column
	}
	if depth > maxDepth {
		r.add(out.line, out.col, "the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxDepth))
		return out
	}
	switch n := n.(type) {
	case *ast.NullNode:
		out.form = null
	case *ast.StringNode:
		out.text = n.Value
	case *ast.LiteralNode:
		out.text = strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NanNode, *ast.InfinityNode:
		out.text = n.GetToken().Value
	case *ast.SequenceNode:
		out.form = sequence
		for _, item := range n.Values {
			out.items = append(out.items, r.node(item, depth+1))
		}
	case *ast.MappingNode:
		out.form = mapping
		for i, v := range n.Values {
			r.entry(out, v, depth)
			if i == 0 && len(out.entries) > 0 {
				out.line, out.col = out.entries[0].line, out.entries[0].col
			}
		}
		r.duplicates(out)
	case *ast.MappingValueNode:
		out.form = mapping
		r.entry(out, n, depth)
	case *ast.CommentGroupNode:
		out.form = null
	default:
		r.add(out.line, out.col, "this kind of YAML is not allowed", "write plain values, lists and keys")
		out.form = null
	}
	return out
}

func (r *reader) entry(out *node, v *ast.MappingValueNode, depth int) {
	if v == nil || v.Key == nil || v.Key.GetToken() == nil {
		return
	}
	t := v.Key.GetToken()
	e := entry{key: t.Value, line: t.Position.Line, col: t.Position.Column}
	if _, complex := v.Key.(*ast.MappingKeyNode); complex {
		r.add(e.line, e.col, "this kind of key is not allowed", "write a name")
		return
	}
	e.value = r.node(v.Value, depth+1)
	out.entries = append(out.entries, e)
}

func (r *reader) duplicates(n *node) {
	seen := make(map[string]int, len(n.entries)) // looked up only, never walked
	for _, e := range n.entries {
		if first, ok := seen[e.key]; ok {
			r.add(e.line, e.col, fmt.Sprintf("%q is given twice", short(e.key)), fmt.Sprintf("it is already on line %d", first))
			continue
		}
		seen[e.key] = e.line
	}
}
