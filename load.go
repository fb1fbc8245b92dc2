package dawndusk

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/dawndusk/dawndusk/ledger"
)

//go:embed ledger/*.yaml
var ledgerFiles embed.FS

//go:embed scenarios/*.yaml
var scenarioFiles embed.FS

// Case is a scenario as written: its rows with the evidence for each, and its
// central values as a Scenario.
type Case struct {
	Name, Title, What string
	Book              *ledger.Book // rows after all replacements
	Scenario          Scenario     // central values
	Changed           []string     // paths that differ from the ledger, in the order they were set
	Warnings          []string
}

// Ledger returns the ledger that is part of the package, read and checked. The
// caller may change its rows.
func Ledger() (*ledger.Book, error) {
	book, err := shippedLedger()
	if err != nil {
		return nil, err
	}
	return book.With(), nil
}

// shippedLedger reads the ledger once: it is part of the program and cannot change.
var shippedLedger = sync.OnceValues(func() (*ledger.Book, error) {
	files, err := fs.Sub(ledgerFiles, "ledger")
	if err != nil {
		return nil, err
	}
	book, err := ledger.Read(files)
	if err != nil {
		return nil, err
	}
	return book, book.Check(ledger.Leaves(new(Scenario)))
})

// Shipped returns the names of the scenarios that are part of the package.
func Shipped() []string {
	entries, err := fs.ReadDir(scenarioFiles, "scenarios")
	if err != nil {
		return nil
	}
	var names []string
	for _, f := range entries {
		names = append(names, strings.TrimSuffix(f.Name(), ".yaml"))
	}
	return names
}

// Load reads a scenario: a shipped one by name, or a file, and then assignments
// "path=value". The sets named by its key "based" are applied first, in order.
// All mistakes come back at once as ledger.Errors.
func Load(name string, set ...string) (*Case, error) {
	return LoadOver(nil, name, set...)
}

// LoadOver is Load with more sets applied below the scenario, so that what the
// scenario itself says still holds: how a study puts other priors under it.
func LoadOver(under []string, name string, set ...string) (*Case, error) {
	return Files(nil).LoadOver(under, name, set...)
}

// Files are scenario files at hand, by the name that a scenario or its key "based"
// asks for; the shipped ones come first. Where there are Files, even none, no file
// is opened: what a stranger's scenario names stays shut. Nil is the disk.
type Files map[string][]byte

// LoadOver is the function of that name over these files.
func (f Files) LoadOver(under []string, name string, set ...string) (*Case, error) {
	book, err := Ledger()
	if err != nil {
		return nil, err
	}
	l := loader{book: book, c: &Case{}, files: f, sheets: map[string]*sheet{}}
	for _, u := range under {
		l.apply(u, nil)
	}
	return l.load(l.apply(name, nil), "--set", set)
}

// LoadData is Load of a scenario that is at hand as bytes; file names it, and the
// assignments, in messages.
func LoadData(file string, data []byte, set ...string) (*Case, error) {
	book, err := Ledger()
	if err != nil {
		return nil, err
	}
	l := loader{book: book, c: &Case{}, sheets: map[string]*sheet{}}
	return l.load(l.put(l.parse(file, data), nil), file, set)
}

// load puts the assignments, which messages place at the given place, over the
// scenarios applied so far.
func (l *loader) load(meta ledger.Meta, place string, set []string) (*Case, error) {
	l.c.Name, l.c.Title, l.c.What = meta.Name, meta.Title, meta.What
	for _, s := range set {
		row, warnings, err := l.book.ParseSet(place, s)
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
	l.c.Book = l.book.With(l.rows...)
	if err := l.c.Book.Apply(&l.c.Scenario); err != nil {
		return nil, err
	}
	return l.c, nil
}

// loader gathers the replacements of a scenario and of those it is based on.
type loader struct {
	book   *ledger.Book
	files  Files
	c      *Case
	rows   []ledger.Row // one for each path changed, in that order
	errors ledger.Errors
	sheets map[string]*sheet // scenarios by name: each is read once

	applied int // scenarios
}

// sheet is a scenario as read.
type sheet struct {
	rows []ledger.Row
	meta ledger.Meta
}

// maxApplied bounds what a scenario may be based on, counted as often as it is
// applied: lists that name lists grow without end.
const maxApplied = 64

// apply reads one scenario and, before it, those it is based on; above are the
// scenarios that led here.
func (l *loader) apply(name string, above []string) ledger.Meta {
	if l.applied++; l.applied > maxApplied {
		if l.applied == maxApplied+1 {
			l.fail(ledger.Errors{{File: ledger.Short(name), Path: "based", Wrong: fmt.Sprintf("more than %d scenarios lie under one", maxApplied), Right: "base it on fewer"}})
		}
		return ledger.Meta{}
	}
	if slices.Contains(above, name) {
		l.fail(ledger.Errors{{File: name, Path: "based", Wrong: "is based on itself: " + strings.Join(append(above, name), " → "), Right: "break the circle"}})
		return ledger.Meta{}
	}
	s, ok := l.sheets[name]
	if !ok {
		if data, file, err := l.files.read(name); err != nil {
			l.fail(err)
			s = &sheet{}
		} else {
			s = l.parse(file, data)
		}
		l.sheets[name] = s
	}
	return l.put(s, append(above, name))
}

// parse reads a scenario at hand.
func (l *loader) parse(file string, data []byte) *sheet {
	rows, meta, err := l.book.ParseOverrides(file, data)
	if err != nil {
		l.fail(err)
	}
	if meta.Name == "" {
		meta.Name = strings.TrimSuffix(path.Base(file), ".yaml")
	}
	return &sheet{rows, meta}
}

// put applies a scenario and, before it, those it is based on; its warnings are noted
// once.
func (l *loader) put(s *sheet, above []string) ledger.Meta {
	for _, b := range s.meta.Based {
		l.apply(b, above)
	}
	l.note(s.meta.Warnings)
	s.meta.Warnings = nil
	for _, r := range s.rows {
		l.replace(r)
	}
	return s.meta
}

func (l *loader) replace(r ledger.Row) {
	if i := slices.Index(l.c.Changed, r.Path); i >= 0 {
		l.rows[i] = r
		return
	}
	l.rows = append(l.rows, r)
	l.c.Changed = append(l.c.Changed, r.Path)
}

func (l *loader) note(warnings ledger.Errors) {
	for _, w := range warnings {
		l.c.Warnings = append(l.c.Warnings, w.Error())
	}
}

func (l *loader) fail(err error) {
	var many ledger.Errors
	var one ledger.Error
	switch {
	case errors.As(err, &many):
		l.errors = append(l.errors, many...)
	case errors.As(err, &one):
		l.errors = append(l.errors, one)
	default:
		l.errors = append(l.errors, ledger.Error{Wrong: err.Error()})
	}
}

// read returns a shipped scenario or the contents of a file.
func (f Files) read(name string) (data []byte, file string, err error) {
	if slices.Contains(Shipped(), name) {
		file = "scenarios/" + name + ".yaml"
		data, err = scenarioFiles.ReadFile(file)
		return data, file, err
	}
	if f != nil {
		if data, ok := f[name]; ok {
			return data, name, nil
		}
		return nil, name, ledger.Errors{{File: ledger.Short(name), Wrong: "no such scenario",
			Right: "the shipped ones are " + strings.Join(Shipped(), ", ") + "; others come along under their names"}}
	}
	if !strings.ContainsAny(name, "./\\") {
		return nil, name, ledger.Errors{{File: name, Wrong: "no such scenario",
			Right: "the shipped ones are " + strings.Join(Shipped(), ", ") + "; a file is named with its ending, such as mine.yaml"}}
	}
	opened, err := os.Open(name)
	if err != nil {
		return nil, name, ledger.Errors{{File: name, Wrong: "cannot be opened: " + reason(err), Right: "dawndusk init writes a file to begin with"}}
	}
	defer opened.Close()
	data, err = io.ReadAll(io.LimitReader(opened, ledger.MaxBytes+1))
	if err != nil {
		return nil, name, ledger.Errors{{File: name, Wrong: "cannot be read: " + reason(err), Right: "name a file, not a directory"}}
	}
	return data, name, nil
}

// reason drops the operation and the name that package os puts before a reason.
func reason(err error) string {
	if inner := errors.Unwrap(err); inner != nil {
		err = inner
	}
	return err.Error()
}

// Hash identifies the inputs of a case: every row's value, range and
// distribution, and the correlations.
func (c *Case) Hash() string {
	h := sha256.New()
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		fmt.Fprintln(h, r.Path, r.Text, r.Value, r.Low, r.High, r.Min, r.Max, r.Bounds, r.Dist, r.Null)
	}
	for _, k := range c.Book.Correlations {
		fmt.Fprintln(h, k.Pairs)
	}
	return hex.EncodeToString(h.Sum(nil))[:16]
}
