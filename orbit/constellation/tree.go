package constellation

import (
	"bytes"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Bounds on a file, so that none can exhaust memory or the stack.
const (
	MaxBytes  = 256 << 10
	maxTokens = 20_000
	maxDepth  = 8
)

type node = yamltree.Node

// tree reads a YAML file whose top is a group of keys; it adds what is wrong and returns
// nil if nothing can be read.
func tree(data []byte, l *list) *node {
	if text := bytes.TrimPrefix(data, []byte("\ufeff")); len(text) <= MaxBytes && !utf8.Valid(text) {
		l.add(0, 0, "", "the file is not UTF-8", "save it as UTF-8")
		return nil
	}
	return yamltree.Read(l.file, data, yamltree.Limits{Bytes: MaxBytes, Tokens: maxTokens, Depth: maxDepth, LongFlow: true}, &l.List)
}
