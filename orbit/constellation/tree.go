package constellation

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

// Bounds on a file, so that none can exhaust memory or the stack.
const (
	MaxBytes  = 256 << 10
	maxTokens = 20_000 // the parser's time grows with their square
	maxDepth  = 8
)

// node is a value of a YAML file with its place.
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

type entry struct {
	key       string
	value     *node
	line, col int
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

// tree reads a YAML file whose top is a group of keys; it adds what is wrong and returns
// nil if nothing can be read.
func tree(data []byte, l *list) *node {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !guard(data, l) {
		return nil
	}
	body := syntax(data, l)
	if body == nil {
		return nil
	}
	top := l.node(body, 0)
	if top.form != mapping {
		l.add(1, 1, "", "the file is not a group of keys", `write "key: value" lines`)
		return nil
	}
	return top
}

// guard refuses what must not reach the parser.
func guard(data []byte, l *list) bool {
	switch {
	case len(data) > MaxBytes:
		l.add(0, 0, "", "the file is too large", fmt.Sprintf("at most %d kB are read", MaxBytes>>10))
	case len(bytes.TrimSpace(data)) == 0:
		l.add(0, 0, "", "the file is empty", `write "key: value" lines`)
	case !utf8.Valid(data):
		l.add(0, 0, "", "the file is not UTF-8", "save it as UTF-8")
	}
	if len(l.errors) > 0 {
		return false
	}
	for i, line := range bytes.Split(data, []byte("\n")) {
		indent := len(line) - len(bytes.TrimLeft(line, " \t"))
		if j := bytes.IndexByte(line[:indent], '\t'); j >= 0 {
			l.add(i+1, j+1, "", "a tab indents the line", "indent by spaces")
		}
		if j := bytes.IndexFunc(line, func(c rune) bool { return c < ' ' && c != '\t' && c != '\r' || c == 0x7f }); j >= 0 {
			l.add(i+1, j+1, "", "the line holds a control character", "remove it")
		}
		if l.full() {
			break
		}
	}
	return len(l.errors) == 0
}

// syntax parses data after looking at its tokens: anchors, aliases, tags and deep
// nesting are refused before the parser recurses into them.
func syntax(data []byte, l *list) (body ast.Node) {
	defer func() {
		if p := recover(); p != nil { // the parser is not ours
			l.add(0, 0, "", "the file is not YAML", "check its brackets and quotes")
			body = nil
		}
	}()
	tokens := lexer.Tokenize(string(data))
	if len(tokens) > maxTokens {
		l.add(0, 0, "", fmt.Sprintf("the file has %d words and signs", len(tokens)), fmt.Sprintf("at most %d are read", maxTokens))
		return nil
	}
	depth, line, dashes := 0, 0, 0
	for _, t := range tokens {
		if t.Position.Line != line {
			line, dashes = t.Position.Line, 0
		}
		at := func(wrong, right string) { l.add(t.Position.Line, t.Position.Column, "", wrong, right) }
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
		if depth > maxDepth || dashes > maxDepth || depth == 0 && t.Position.Column > 64*maxDepth && t.Type == token.MappingValueType {
			at("the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxDepth))
			return nil
		}
		if l.full() {
			return nil
		}
	}
	if len(l.errors) > 0 {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, col, text := 0, 0, err.Error()
		var wrong interface {
			GetMessage() string
			GetToken() *token.Token
		}
		if errors.As(err, &wrong) {
			text = wrong.GetMessage()
			if t := wrong.GetToken(); t != nil && t.Position != nil {
				line, col = t.Position.Line, t.Position.Column
			}
		}
		text, _, _ = strings.Cut(text, "\n")
		l.add(line, col, "", "the file is not YAML: "+short(text), "check its indents, brackets and quotes")
		return nil
	}
	switch {
	case len(file.Docs) > 1:
		l.add(0, 0, "", "the file holds several documents", `remove the "---" lines`)
	case len(file.Docs) == 0 || file.Docs[0].Body == nil:
		l.add(0, 0, "", "the file is empty", `write "key: value" lines`)
	default:
		return file.Docs[0].Body
	}
	return nil
}

// node turns a syntax tree into nodes.
func (l *list) node(n ast.Node, depth int) *node {
	out := &node{line: 1, col: 1}
	if n == nil {
		out.form = null
		return out
	}
	if t := n.GetToken(); t != nil && t.Position != nil {
		out.line, out.col = t.Position.Line, t.Position.Column
	}
	if depth > maxDepth {
		l.add(out.line, out.col, "", "the file nests too deeply", fmt.Sprintf("at most %d levels are read", maxDepth))
		return out
	}
	switch n := n.(type) {
	case *ast.NullNode, *ast.CommentGroupNode:
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
			out.items = append(out.items, l.node(item, depth+1))
		}
	case *ast.MappingNode:
		out.form = mapping
		for i, v := range n.Values {
			l.entry(out, v, depth)
			if i == 0 && len(out.entries) > 0 {
				out.line, out.col = out.entries[0].line, out.entries[0].col
			}
		}
	case *ast.MappingValueNode:
		out.form = mapping
		l.entry(out, n, depth)
		if len(out.entries) > 0 {
			out.line, out.col = out.entries[0].line, out.entries[0].col
		}
	default:
		l.add(out.line, out.col, "", "this kind of YAML is not allowed", "write plain values, lists and keys")
		out.form = null
	}
	return out
}

func (l *list) entry(out *node, v *ast.MappingValueNode, depth int) {
	if v == nil || v.Key == nil || v.Key.GetToken() == nil {
		return
	}
	t := v.Key.GetToken()
	e := entry{key: t.Value, line: t.Position.Line, col: t.Position.Column}
	if _, complex := v.Key.(*ast.MappingKeyNode); complex {
		l.add(e.line, e.col, "", "this kind of key is not allowed", "write a name")
		return
	}
	e.value = l.node(v.Value, depth+1)
	for _, before := range out.entries {
		if before.key == e.key {
			l.add(e.line, e.col, "", fmt.Sprintf("%q is given twice", short(e.key)), fmt.Sprintf("it is already on line %d", before.line))
			return
		}
	}
	out.entries = append(out.entries, e)
}
