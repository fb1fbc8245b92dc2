// Package yamltree reads a YAML file as a tree of values with their places, so that
// whoever reads one can name every mistake by line and column, all at once. It is
// strict, since files come from anywhere: anchors, aliases, tags and several documents
// are refused, keys given twice are mistakes, and what a file may cost is bounded.
package yamltree

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

// Limits bound a file, so that none can exhaust memory or the stack.
type Limits struct {
	Bytes  int // of the file, without the mark some editors put first
	Tokens int // words and signs; the parser's time grows with their square
	Depth  int // levels of lists and groups; also bounds the column of a key's colon, at 64 of it
	// LongFlow lets the lines within brackets be longer than that.
	LongFlow bool
}

// Node is a value of a YAML file with its place: a scalar, a null, a list or a
// mapping.
type Node struct {
	Form      Form
	Text      string  // of a scalar
	Items     []*Node // of a list
	Entries   []Entry // of a mapping, in file order
	Line, Col int
}

// Form says what a Node is.
type Form uint8

// The forms.
const (
	Scalar Form = iota
	Null
	Sequence
	Mapping
)

// String names the form as a message does: "a list".
func (f Form) String() string {
	if f <= Mapping {
		return [...]string{"a value", "nothing", "a list", "a group of keys"}[f]
	}
	return "unknown"
}

// Entry is one key of a mapping.
type Entry struct {
	Key       string
	Value     *Node
	Line, Col int
	Again     bool // an entry before has the same key, which is listed as a mistake
}

// Get returns the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	for i := range n.Entries {
		if n.Entries[i].Key == key {
			return n.Entries[i].Value
		}
	}
	return nil
}

// Read reads a YAML file whose top is a mapping; file names it in messages. It adds
// what is wrong to l and returns nil if nothing can be read.
func Read(file string, data []byte, limits Limits, l *List) *Node {
	r := reader{file: file, limits: limits, list: l}
	data = bytes.TrimPrefix(data, []byte("\ufeff")) // the mark some editors put first
	before := l.Len()
	r.guard(data)
	if l.Len() > before {
		return nil
	}
	body := r.syntax(data)
	if body == nil {
		return nil
	}
	top := r.node(body, 0)
	if top.Form != Mapping {
		r.add(1, 1, "the file is not a group of keys", `write "key: value" lines`)
		return nil
	}
	return top
}

type reader struct {
	file   string
	limits Limits
	list   *List
}

func (r *reader) add(line, col int, wrong, right string) {
	r.list.Add(Error{File: r.file, Line: line, Col: col, Wrong: wrong, Right: right})
}

// guard refuses what must not reach the parser.
func (r *reader) guard(data []byte) {
	if len(data) > r.limits.Bytes {
		r.add(0, 0, "the file is too large", "at most "+size(r.limits.Bytes)+" read")
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
		if r.list.Full() {
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
	if len(tokens) > r.limits.Tokens {
		r.add(0, 0, fmt.Sprintf("the file has %d words and signs", len(tokens)), fmt.Sprintf("at most %d are read", r.limits.Tokens))
		return nil
	}
	before := r.list.Len()
	limit, depth, line, dashes := r.limits.Depth, 0, 0, 0
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
		far := t.Position.Column > 64*limit && (depth == 0 || !r.limits.LongFlow)
		if depth > limit || dashes > limit || far && t.Type == token.MappingValueType {
			at("the file nests too deeply", fmt.Sprintf("at most %d levels are read", limit))
			return nil
		}
		if r.list.Full() {
			return nil
		}
	}
	if r.list.Len() > before {
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
		r.add(line, col, "the file is not YAML: "+Short(text), "check its indents, brackets and quotes")
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
func (r *reader) node(n ast.Node, depth int) *Node {
	out := &Node{Line: 1, Col: 1}
	if n == nil {
		out.Form = Null
		return out
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		out.Line, out.Col = t.Position.Line, t.Position.Column
	}
	if depth > r.limits.Depth {
		r.add(out.Line, out.Col, "the file nests too deeply", fmt.Sprintf("at most %d levels are read", r.limits.Depth))
		return out
	}
	switch n := n.(type) {
	case *ast.NullNode, *ast.CommentGroupNode:
		out.Form = Null
	case *ast.StringNode:
		out.Text = n.Value
	case *ast.LiteralNode:
		out.Text = strings.TrimSpace(n.Value.Value)
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.NanNode, *ast.InfinityNode:
		out.Text = n.GetToken().Value
	case *ast.SequenceNode:
		out.Form = Sequence
		for _, item := range n.Values {
			out.Items = append(out.Items, r.node(item, depth+1))
		}
	case *ast.MappingNode:
		out.Form = Mapping
		for i, v := range n.Values {
			r.entry(out, v, depth)
			if i == 0 && len(out.Entries) > 0 {
				out.Line, out.Col = out.Entries[0].Line, out.Entries[0].Col
			}
		}
		r.duplicates(out)
	case *ast.MappingValueNode:
		out.Form = Mapping
		r.entry(out, n, depth)
	default:
		r.add(out.Line, out.Col, "this kind of YAML is not allowed", "write plain values, lists and keys")
		out.Form = Null
	}
	return out
}

func (r *reader) entry(out *Node, v *ast.MappingValueNode, depth int) {
	if v == nil || v.Key == nil || v.Key.GetToken() == nil {
		return
	}
	t := v.Key.GetToken()
	e := Entry{Key: t.Value, Line: t.Position.Line, Col: t.Position.Column}
	if _, complex := v.Key.(*ast.MappingKeyNode); complex {
		r.add(e.Line, e.Col, "this kind of key is not allowed", "write a name")
		return
	}
	e.Value = r.node(v.Value, depth+1)
	out.Entries = append(out.Entries, e)
}

// duplicates finds the keys given before.
func (r *reader) duplicates(n *Node) {
	seen := make(map[string]int, len(n.Entries)) // looked up only, never walked
	for i := range n.Entries {
		e := &n.Entries[i]
		if first, ok := seen[e.Key]; ok {
			e.Again = true
			r.add(e.Line, e.Col, fmt.Sprintf("%q is given twice", Short(e.Key)), fmt.Sprintf("it is already on line %d", first))
			continue
		}
		seen[e.Key] = e.Line
	}
}

// size is a number of bytes with its verb.
func size(bytes int) string {
	if bytes == 1<<20 {
		return "1 MiB is"
	}
	return fmt.Sprintf("%d kB are", bytes>>10)
}
