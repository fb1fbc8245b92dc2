package e2e

import (
	"fmt"
	"testing"
)

// views are those of the page, by their names in its navigation.
var views = []struct{ path, name string }{
	{"verdict", "Verdict"}, {"assumptions", "Assumptions"}, {"chain", "Chain"}, {"globe", "Globe"}, {"satellite", "Satellite"}, {"claims", "Claims"}, {"others", "Others"},
}

// Each view opens by its address, in a wide window and a phone's, light and dark, without
// a word on the console and without a request to anybody else.
func TestViewsOpen(t *testing.T) {
	for _, v := range views {
		t.Run(v.path, func(t *testing.T) {
			b := open(t)
			b.answered("/" + v.path + "?draws=100")
			if title := eval[string](b, "document.title"); title != v.name+" · Dawndusk" {
				t.Errorf("title %q", title)
			}
			if path := eval[string](b, "location.pathname"); path != "/"+v.path && path != "/" {
				t.Errorf("it is at %s", path)
			}
			if current := eval[string](b, "document.querySelector('nav [aria-current]')?.textContent ?? ''"); current != v.name {
				t.Errorf("the navigation says %q", current)
			}
			light := eval[float64](b, lightness)
			if light < 0.85 {
				t.Errorf("light colours have a background of lightness %.2f", light)
			}
			b.must(b.Dark(true))
			b.until(lightness+" < 0.2", soon)
			for _, width := range []int64{3840, 375} {
				b.must(b.Size(width, 800))
				b.until(fmt.Sprintf("innerWidth === %d", width), soon)
				b.until(narrow, soon)
			}
		})
	}
}

// lightness of the page's background, 0 to 1.
const lightness = `(() => { const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g).map(Number); return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255 })()`

// narrow is true where nothing makes the page wider than its window.
const narrow = `document.scrollingElement.scrollWidth <= innerWidth`
