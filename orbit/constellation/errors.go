package constellation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Error is one mistake in a file: where it is, what is wrong and what would be right.
type Error struct {
	File      string
	Line, Col int    // from 1; 0 where the whole file is meant
	Path      string // of the key concerned, "" where none is
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
	return strings.Map(func(r rune) rune { // names and keys come from files
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s.String())
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

// list gathers the mistakes of one file.
type list struct {
	file   string
	errors Errors
}

func (l *list) add(line, col int, path, wrong, right string) {
	if !l.full() {
		l.errors = append(l.errors, Error{l.file, line, col, path, wrong, right})
	}
}

func (l *list) full() bool { return len(l.errors) >= maxErrors }

// err sorts the mistakes; it is nil if there are none.
func (l *list) err() error {
	if len(l.errors) == 0 {
		return nil
	}
	slices.SortStableFunc(l.errors, func(a, b Error) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Wrong, b.Wrong))
	})
	all := slices.Compact(l.errors)
	if l.full() {
		all = append(all, Error{File: l.file, Wrong: "there may be more mistakes", Right: "mend these first"})
	}
	return all
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
