package e2e

import (
	"strings"
	"testing"
	"time"
)

// What the other tests rely on: whatever goes wrong in a page is written down.
func TestWhatGoesWrongIsSeen(t *testing.T) {
	b := open(t)
	b.answered("/verdict?draws=100")
	for _, x := range []struct{ does, tells string }{
		{"console.error('a complaint')", "a complaint"},
		{"setTimeout(() => { throw new Error('thrown') })", "thrown"},
		{"void Promise.reject(new Error('rejected'))", "rejected"},
		{"document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">red</p>')", "Content Security Policy"},
		{"void fetch('/api/v1/nothing')", "404"},
		{"void new Image().decode.call(Object.assign(new Image(), { src: 'http://127.0.0.2:9/elsewhere.png' })).catch(() => {})", "elsewhere.png"},
	} {
		b.must(b.Do(x.does))
		said := ""
		for end := time.Now().Add(soon); !strings.Contains(said, x.tells) && time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
			said = strings.Join(b.Wrong(), "\n")
		}
		if !strings.Contains(said, x.tells) {
			t.Errorf("%s is told as %q", x.does, said)
		}
		for _, w := range b.Wrong() {
			b.Allow(w)
		}
	}
	b.Allow("") // all of it was meant, and what comes late of it
}
