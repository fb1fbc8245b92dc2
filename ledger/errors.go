package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Error is one mistake in a file: where it is, what is wrong and what would be
// right.
type Error struct {
	File      string
	Line, Col int    // from 1; 0 where the whole file is meant
	Path      string // of the input concerned, "" where none is
	Wrong     string
	Right     string
}

// Error is "file:line:col path: what is wrong; what would be right".
func (e Error) Error() string {
	var s strings.Builder
	s.WriteString(e.File)
	if e.Line > 0 {
		fmt.Fprintf(&s, ":%d:%d", e.Line, e.Col)
	}
	if e.Path != "" {
		if s.Len() > 0 {
			s.WriteByte(' ')
		}
		s.WriteString(e.Path)
	}
	if s.Len() > 0 {
		s.WriteString(": ")
	}
	s.WriteString(e.Wrong)
	if e.Right != "" {
		s.WriteString("; " + e.Right)
	}
	return strings.Map(printable, s.String())
}

// printable drops what could steer a terminal: names and keys come from files.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return -1
	}
	return r
}

// Errors are all the mistakes found, in the order of their places.
type Errors []Error

// Error is one mistake a line.
func (e Errors) Error() string {
	lines := make([]string, len(e))
	for i := range e {
		lines[i] = e[i].Error()
	}
	return strings.Join(lines, "\n")
}

// maxErrors bounds the work that a hostile file can ask for.
const maxErrors = 100

// list gathers mistakes.
type list struct{ errors Errors }

func (l *list) add(e Error) {
	if !l.full() {
		l.errors = append(l.errors, e)
	}
}

func (l *list) full() bool { return len(l.errors) >= maxErrors }

// err sorts the mistakes; it is nil if there are none.
func (l *list) err() error {
	if len(l.errors) == 0 {
		return nil
	}
	return l.sorted()
}

func (l *list) sorted() Errors {
	slices.SortStableFunc(l.errors, func(a, b Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Wrong, b.Wrong))
	})
	if l.full() {
		return append(slices.Compact(l.errors), Error{File: l.errors[len(l.errors)-1].File, Wrong: "there may be more mistakes", Right: "mend these first"})
	}
	return slices.Compact(l.errors)
}

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
