package e2e

import "testing"

// What goes over the wire until the verdict stands there is under 1.5 MB, heads of
// answers included; so is what the globe adds with the satellites that it draws first.
func TestSizes(t *testing.T) {
	const most = 1_500_000
	for _, v := range []struct{ path, ready string }{
		{"verdict", "document.querySelector('#sentence')"},
		{"assumptions", "document.querySelectorAll('[data-path]').length > 3"},
		{"chain", "document.querySelector('figure.figure svg')"},
		{"globe", drawn(1000)},
	} {
		s := own(t)
		b := openAt(t, s.origin)
		b.answered("/" + v.path)
		b.until(v.ready, later)
		n := s.sent.Load()
		t.Logf("%s: %d bytes", v.path, n)
		if n > most {
			t.Errorf("opening %s takes %d bytes: %v", v.path, n, b.Asked())
		}
	}
}
