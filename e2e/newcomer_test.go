package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// slider is an expression for the slider of an input in the assumptions.
func slider(path string) string {
	return "document.querySelector(" + quote(`[data-path="`+path+`"] input[type=range]`) + ")"
}

// answers are the numbers that stay in sight over the assumptions.
func (b tab) answers() map[string]string {
	b.t.Helper()
	return eval[map[string]string](b, "Object.fromEntries([...document.querySelectorAll('.strip .value')].map((v) => v.parentElement).map((t) => [(t.querySelector('.long') ?? t.querySelector('.name')).innerText, t.querySelector('b').innerText]))")
}

// starting returns the value of the only key that starts with a text.
func starting(t *testing.T, numbers map[string]string, with string) string {
	t.Helper()
	for k, v := range numbers {
		if strings.HasPrefix(k, with) {
			return v
		}
	}
	t.Fatalf("nothing is called %q among %v", with, numbers)
	return ""
}

// A newcomer opens the page, reads the verdict, moves Starship's payload, sees the
// probability change, and sends a link to somebody who then sees the same numbers; the
// library gives them too.
func TestNewcomer(t *testing.T) {
	for _, x := range []struct {
		scenario string
		moves    []string
	}{
		{"base", []string{"Pays at the market", "Cost, orbit over ground"}}, // that orbit is cheaper no draw of it shows, whatever the payload
		{"promoter", []string{"Orbit cheaper"}},
	} {
		t.Run(x.scenario, func(t *testing.T) {
			b := open(t)
			address := "/"
			if x.scenario != "base" {
				address += "?scenario=" + x.scenario
			}
			b.answered(address)
			verdict := b.text("#sentence")
			if !regexp.MustCompile(`\d`).MatchString(verdict) || !strings.HasSuffix(verdict, ".") || len(strings.Fields(verdict)) > 60 {
				t.Errorf("the verdict is no sentence with a number: %q", verdict)
			}
			b.button("Assumptions")
			payload := slider("stated.payload")
			b.until(payload, soon)
			if said := eval[string](b, "[...("+payload+").closest('[data-path]').querySelectorAll('h3, h4')].map((h) => h.textContent).join()"); !strings.Contains(said, "Starship payload") {
				t.Errorf("the slider is called %q", said)
			}
			b.settle()
			before := b.answers()
			// Pressed near the right end of its rail, the slider goes there.
			at := eval[[]float64](b, "(async () => { const e = "+payload+"; e.scrollIntoView({block: 'center', behavior: 'instant'}); await new Promise(requestAnimationFrame); const r = e.getBoundingClientRect(); return [r.x + 0.9 * r.width, r.y + r.height / 2] })()")
			b.must(b.Click(at[0], at[1]))
			b.until("location.search.includes('stated.payload')", soon)
			b.settle()
			after := b.answers()
			for _, name := range x.moves {
				if was, is := starting(t, before, name), starting(t, after, name); was == is {
					t.Errorf("%s stays %s with another payload", name, was)
				}
			}
			b.button("Verdict")
			b.until("document.querySelector('#sentence')", soon)
			b.settle()
			sees := b.shown()
			link := b.copied()

			other := open(t)
			other.answered(link)
			if got := other.shown(); fmt.Sprint(got) != fmt.Sprint(sees) {
				t.Errorf("the link shows\n%v\nnot\n%v", got, sees)
			}
			scenario, set, draws, seed := asks(t, link)
			if scenario != x.scenario || len(set) != 1 || !strings.HasPrefix(set[0], "stated.payload=") {
				t.Errorf("the link asks for %s with %v", scenario, set)
			}
			other.series(played(t, nil, scenario, set, draws, seed))
			other.button("Assumptions")
			other.until(payload, soon)
			other.settle()
			if got := other.answers(); fmt.Sprint(got) != fmt.Sprint(after) {
				t.Errorf("over the assumptions the link shows %v, not %v", got, after)
			}
		})
	}
}

// Resetting takes a slider back to the scenario's value, and the answer with it.
func TestResetTakesBack(t *testing.T) {
	b := open(t)
	b.answered("/assumptions?draws=100&scenario=promoter")
	b.until(slider("stated.payload"), soon)
	before := b.answers()
	b.must(b.Do(slider("stated.payload") + ".focus()"))
	b.press("End")
	b.until("location.search.includes('stated.payload')", soon)
	b.settle()
	if fmt.Sprint(b.answers()) == fmt.Sprint(before) {
		t.Error("the highest payload changes nothing")
	}
	b.button("Reset all")
	b.until("!location.search.includes('set=')", soon)
	b.settle()
	if got := b.answers(); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Errorf("taken back it shows %v, not %v", got, before)
	}
}
