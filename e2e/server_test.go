package e2e

import (
	"strings"
	"testing"
	"time"
)

// A server that ends is told of, what was shown stays, and once it is there again the
// page asks by itself what it was not answered.
func TestServerEndsAndReturns(t *testing.T) {
	s := own(t)
	b := openAt(t, s.origin)
	b.Allow("ERR_CONNECTION")
	b.Allow("Failed to fetch")
	b.Allow("ERR_INCOMPLETE")
	b.answered("/verdict?draws=100")
	before := b.shown()
	if err := s.close(); err != nil {
		t.Error(err)
	}
	b.must(b.Do(`{ const s = document.querySelector('.asked select'); s.value = 'promoter'; s.dispatchEvent(new Event('change', { bubbles: true })) }`))
	b.until("document.querySelector('[role=alert]')?.innerText.includes('does not answer')", soon)
	if got := b.shown(); got["sentence"] != before["sentence"] {
		t.Errorf("without a server it shows %q", got["sentence"])
	}
	var again *site
	var err error
	for range 50 { // the port may be held for a moment
		if again, err = serve(s.addr); err == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer again.close()
	b.until("!document.querySelector('.banner')", later)
	b.settle()
	if got := b.shown()["sentence"]; got == before["sentence"] || !strings.ContainsAny(got, "0123456789") {
		t.Errorf("once it returned the page shows %q", got)
	}
}
