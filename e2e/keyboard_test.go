package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// focused tells what has the focus: its kind and name.
const focused = `(() => { const e = document.activeElement; return e === document.body ? 'body' : e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || document.getElementById(e.getAttribute('aria-labelledby') ?? '')?.textContent || e.textContent.trim().slice(0, 40) || e.name || e.type) })()`

// visible is true where the focus can be seen: the element that has it is on the page, and
// has an outline, or, in a drawing, a frame. Fields of a date mark their parts themselves.
const visible = `(() => { const e = document.activeElement; if (e === document.body || e.id === 'main' || e.type === 'datetime-local') return true; if (e instanceof SVGElement && [...e.querySelectorAll('.hit')].some((h) => getComputedStyle(h).stroke !== 'none')) return true; const s = getComputedStyle(e), r = e.getBoundingClientRect(); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1 && r.width > 0 && r.height > 0 && r.right > 0 && r.left < innerWidth })()`

// tabTo presses Tab, or Shift+Tab, until an expression is true of document.activeElement.
// On the way every element must show that it has the focus.
func (b tab) tabTo(key, expression string, most int) {
	b.t.Helper()
	var way []string
	for range most {
		b.press(key)
		state := eval[struct {
			Focused       string
			Visible, Done bool
		}](b, "({ Focused: "+focused+", Visible: "+visible+", Done: !!("+expression+") })")
		if !state.Visible {
			b.t.Errorf("the focus on %q cannot be seen", state.Focused)
		}
		way = append(way, state.Focused)
		if state.Done {
			return
		}
	}
	b.t.Fatalf("%s does not lead to %s but to\n%s", key, expression, strings.Join(way, "\n"))
}

// The whole page is reached and worked without a mouse.
func TestKeyboard(t *testing.T) {
	b := open(t)
	b.answered("/verdict?draws=100")
	b.press("Tab")
	if got := eval[string](b, focused); got != "a Skip to the view" {
		t.Errorf("the first Tab leads to %q", got)
	}
	b.press("Enter")
	if got := eval[string](b, "document.activeElement.id"); got != "main" {
		t.Errorf("skipping leads to %q", got)
	}
	for _, v := range views[1:] {
		b.tabTo("Shift+Tab", fmt.Sprintf("document.activeElement.textContent === %q && document.activeElement.closest('nav')", v.name), 60)
		b.press("Enter")
		b.until("location.pathname === '/"+v.path+"' && document.activeElement.id === 'main'", soon)
		b.until("document.querySelector('main h1')", soon)
	}

	t.Run("slider", func(t *testing.T) {
		b := open(t)
		b.answered("/assumptions?draws=100")
		b.until(slider("stated.payload"), soon)
		b.must(b.Do("document.querySelector('#main').focus()"))
		b.tabTo("Tab", "document.activeElement === "+slider("stated.payload"), 60)
		b.press("ArrowRight")
		b.until("location.search.includes('stated.payload')", soon)
		first := eval[string](b, "document.activeElement.value")
		b.press("ArrowRight")
		b.until("document.activeElement.value !== "+quote(first), soon)
		b.tabTo("Tab", "document.activeElement.closest('[data-path]')?.dataset.path === 'stated.payload' && document.activeElement.getAttribute('aria-expanded') === 'false'", 20)
		b.press("Enter")
		b.until("document.activeElement.getAttribute('aria-expanded') === 'true' && document.querySelector('[data-path=\"stated.payload\"] .evidence')", soon)
	})

	t.Run("globe", func(t *testing.T) {
		b := open(t)
		b.answered("/globe?draws=100&play=1&c=suncatcher")
		b.until(drawn(81), later)
		canvas := "document.activeElement.tagName === 'CANVAS'"
		b.must(b.Do("document.querySelector('#main').focus()"))
		b.tabTo("Tab", canvas, 30)
		eye := "new URLSearchParams(location.search).get('eye')"
		b.press("ArrowLeft")
		b.until(eye, soon)
		before := eval[string](b, eye)
		b.press("ArrowUp")
		b.until(eye+" !== "+quote(before), soon)
		b.tabTo("Tab", "document.activeElement.textContent === 'Pause'", 10) // out of the globe
		b.press("Enter")
		b.until("document.activeElement.textContent === 'Play'", soon)
		b.press(" ")
		b.until("document.activeElement.textContent === 'Pause'", soon)
	})

	t.Run("through", func(t *testing.T) {
		for _, v := range views {
			b := open(t)
			b.answered("/" + v.path + "?draws=100")
			b.must(b.Do("document.querySelector('#main').focus()"))
			// Nothing holds the focus: it comes through the view to the links at its end.
			b.tabTo("Tab", "document.activeElement.closest('footer')", 700)
		}
	})
}
