package ledger

import (
	"fmt"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Error is one mistake in a file: where it is, what is wrong and what would be
// right.
type Error = yamltree.Error

// Errors are all the mistakes found, in the order of their places.
type Errors = yamltree.Errors

// maxErrors bounds the work that a hostile file can ask for.
const maxErrors = yamltree.MaxErrors

// nearest returns the candidate most like word, or "" if none is alike: at
// most a third of its letters may differ, and one letter is like no other.
func nearest(word string, candidates []string) string {
	best, least := "", (len(word)+2)/3+1
	if len(word) < 2 {
		return ""
	}
	for _, c := range candidates {
		if d := len(c) - len(word); d >= least || -d >= least {
			continue
		}
		if d := distance(word, c); d < least {
			best, least = c, d
		}
	}
	return best
}

// distance is the least number of letters to insert, delete, replace or swap
// with their neighbour that turns a into b.
func distance(a, b string) int {
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			next[j] = min(next[j-1]+1, row[j]+1, row[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}

// suggest is `did you mean "x"?` or, with nothing alike, the alternative.
func suggest(word string, candidates []string, otherwise string) string {
	if n := nearest(word, candidates); n != "" {
		return fmt.Sprintf("did you mean %q?", n)
	}
	return otherwise
}
