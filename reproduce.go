package dawndusk

import (
	"embed"
	"io/fs"
)

//go:embed reproduce
var reproductionFiles embed.FS

// Reproductions returns the published studies that are part of the package, a
// directory each: study.yaml, README.md and, where the chain answers, scenario.yaml.
func Reproductions() fs.FS {
	files, err := fs.Sub(reproductionFiles, "reproduce")
	if err != nil { // the name is a constant
		panic(err)
	}
	return files
}

// LoadData is Load of a scenario that is at hand as bytes; file names it in messages.
func LoadData(file string, data []byte, set ...string) (*Case, error) {
	book, err := Ledger()
	if err != nil {
		return nil, err
	}
	l := loader{book: book, c: &Case{}}
	rows, meta, err := book.ParseOverrides(file, data)
	if err != nil {
		l.fail(err)
	}
	for _, b := range meta.Based {
		l.apply(b, nil)
	}
	l.c.Name, l.c.Title, l.c.What = meta.Name, meta.Title, meta.What
	l.note(meta.Warnings)
	for _, r := range rows {
		l.replace(r)
	}
	for _, s := range set {
		row, warnings, err := book.ParseSet(file, s)
		l.note(warnings)
		if err != nil {
			l.fail(err)
			continue
		}
		l.replace(row)
	}
	if len(l.errors) > 0 {
		return nil, l.errors
	}
	l.c.Book = book.With(l.rows...)
	if err := l.c.Book.Apply(&l.c.Scenario); err != nil {
		return nil, err
	}
	return l.c, nil
}
