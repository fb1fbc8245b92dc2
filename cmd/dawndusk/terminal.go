package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/report"
)

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull) // a device of characters, but nobody reads it
	return err != nil || !os.SameFile(info, null)
}

// progress is one line about work that takes over a second.
type progress struct {
	mu      sync.Mutex
	out     io.Writer
	begun   time.Time
	printed time.Time
}

// progress returns what to call as draws are done and what to call at the end;
// nil where nobody watches.
func (a *app) progress() (step func(done, total int), end func()) {
	if !a.watched {
		return nil, func() {}
	}
	p := &progress{out: a.err, begun: time.Now()}
	return p.step, p.end
}

func (p *progress) step(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.begun) < time.Second || now.Sub(p.printed) < 100*time.Millisecond {
		return
	}
	p.printed = now
	left := time.Duration(float64(now.Sub(p.begun)) * float64(total-done) / float64(max(done, 1)))
	const width = 30
	full := width * done / max(total, 1)
	fmt.Fprintf(p.out, "\r\x1b[K%s%s  %s of %s draws, %v left", strings.Repeat("█", full), strings.Repeat("░", width-full),
		report.Count(done), report.Count(total), left.Round(time.Second))
}

func (p *progress) end() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.printed.IsZero() {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// The styles of a terminal.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	blue   = "\x1b[34m" // orbit
	yellow = "\x1b[33m" // ground
)

// style sets text off where colours are wanted.
func (a *app) style(s, text string) string {
	if !a.color || text == "" {
		return text
	}
	return s + text + "\x1b[0m"
}

// left and right pad a text to a width in letters.
func left(text string, width int) string {
	return text + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text)))
}

func right(text string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text))) + text
}

// printable drops what would steer a terminal.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
}

// cut shortens a text to a width.
func cut(text string, width int) string {
	text = printable(text)
	if utf8.RuneCountInString(text) <= width {
		return text
	}
	return strings.TrimRight(string([]rune(text)[:width-1]), " ") + "…"
}

// wrap breaks a text into lines of a width. A percent or dollar sign stays with its
// number.
func wrap(text string, width int) (lines []string) {
	var words []string
	for _, word := range strings.Fields(text) {
		word = printable(word)
		if last := len(words) - 1; last >= 0 && (word == "%" || word == "$") {
			words[last] += " " + word
		} else {
			words = append(words, word)
		}
	}
	line := ""
	for _, word := range words {
		switch {
		case line == "":
			line = word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// answer plays a study under the eye of whoever watches and prints it, as JSON if
// that was asked.
func answer[S any](a *app, progress *func(done, total int), asJSON bool, play func() (*S, error), warnings func(*S) []string, print func(*S)) error {
	step, end := a.progress()
	*progress = step
	s, err := play()
	end()
	if err != nil {
		return err
	}
	a.warn(warnings(s))
	if asJSON {
		return a.printJSON(s)
	}
	print(s)
	return nil
}

// printJSON prints a result as indented JSON.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// title is the first line of a screen: which scenario was asked.
func (a *app) title(scenario, title string) string {
	name := cut(scenario, 40)
	return a.style(bold, "DAWNDUSK") + "  " + name + ": " + cut(title, screen-12-utf8.RuneCountInString(name))
}
