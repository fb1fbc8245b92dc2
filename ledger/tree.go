package ledger

import "github.com/dawndusk/dawndusk/yamltree"

// MaxBytes is the largest file read.
const MaxBytes = 1 << 20

// Bounds on a file, so that none can exhaust memory or the stack.
const (
	maxTokens = 20_000 // a chapter of the ledger has some 3000
	maxDepth  = 16
)

type (
	node  = yamltree.Node
	entry = yamltree.Entry
	list  = yamltree.List
)

// parse reads a YAML file whose top is a mapping. It adds what is wrong to l
// and returns nil if nothing can be read.
func parse(file string, data []byte, l *list) *node {
	return yamltree.Read(file, data, yamltree.Limits{Bytes: MaxBytes, Tokens: maxTokens, Depth: maxDepth}, l)
}
