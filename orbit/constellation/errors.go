package constellation

import (
	"fmt"
	"strings"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Error is one mistake in a file: where it is, what is wrong and what would be right.
type Error = yamltree.Error

// Errors are all the mistakes found, in the order of their places.
type Errors = yamltree.Errors

// list gathers the mistakes of one file.
type list struct {
	yamltree.List
	file string
}

func (l *list) add(line, col int, path, wrong, right string) {
	l.Add(Error{File: l.file, Line: line, Col: col, Path: path, Wrong: wrong, Right: right})
}

// suggest is `did you mean "x"?` for a word with few wrong letters, or the list of words.
func suggest(word string, known []string) string {
	best, least := "", len(word)/3+1
	for _, k := range known {
		if d := distance(word, k); len(word) <= 60 && d <= least && (best == "" || d < least) {
			best, least = k, d
		}
	}
	if best != "" {
		return fmt.Sprintf("did you mean %q?", best)
	}
	return "write " + strings.Join(known, ", ")
}

// distance is the least number of letters to insert, delete or replace that turns a
// into b.
func distance(a, b string) int {
	if len(a) > 60 {
		return len(a)
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		corner := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			corner, row[j] = row[j], min(corner+cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
