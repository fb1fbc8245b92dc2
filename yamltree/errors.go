package yamltree

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error is one mistake in a file: where it is, what is wrong and what would be
// right.
type Error struct {
	File      string
	Line, Col int    // from 1; 0 where the whole file is meant
	Path      string // of the input or key concerned, "" where none is
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

// MaxErrors bounds the work that a hostile file can ask for.
const MaxErrors = 100

// List gathers mistakes, at most MaxErrors of them. The zero List is empty.
type List struct{ errors Errors }

// Add adds a mistake, unless the list is full.
func (l *List) Add(e Error) {
	if !l.Full() {
		l.errors = append(l.errors, e)
	}
}

// Len is how many mistakes were added.
func (l *List) Len() int { return len(l.errors) }

// Full tells that no more mistakes are taken.
func (l *List) Full() bool { return len(l.errors) >= MaxErrors }

// Err is Sorted as an error, nil if there are no mistakes.
func (l *List) Err() error {
	if len(l.errors) == 0 {
		return nil
	}
	return l.Sorted()
}

// Sorted returns the mistakes by file and place, each once; if the list is full
// the last one says so.
func (l *List) Sorted() Errors {
	slices.SortStableFunc(l.errors, func(a, b Error) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Wrong, b.Wrong))
	})
	if l.Full() {
		last := l.errors[len(l.errors)-1].File
		return append(slices.Compact(l.errors), Error{File: last, Wrong: "there may be more mistakes", Right: "mend these first"})
	}
	return slices.Compact(l.errors)
}

// Short is text cut to fit on a line.
func Short(text string) string {
	if len(text) <= 60 {
		return text
	}
	i := 57
	for i > 0 && !utf8.RuneStart(text[i]) {
		i--
	}
	return text[:i] + "…"
}
