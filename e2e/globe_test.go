package e2e

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/e2e/browser"
)

// still is a globe that stands: noon of an equinox seen from above the evening's edge of
// day and night.
const still = "&play=0&time=2026-03-20T12:00:00&eye=60.0,20.0,4.00"

// drawn is true once so many satellites are on the globe and nothing is on its way.
func drawn(n int) string {
	return fmt.Sprintf("document.querySelector('.globe-stage canvas:not(.gone)')?.globe?.satellites.count >= %d && !document.querySelector('.globe-loading')", n)
}

const stage = ".globe-stage canvas:not(.gone)"

// colour is a colour of the globe as its style has it.
func (b tab) colour(name string) (c [3]int) {
	b.t.Helper()
	v := eval[string](b, "getComputedStyle(document.querySelector("+quote(stage)+")).getPropertyValue('--globe-"+name+"').trim()")
	if _, err := fmt.Sscanf(v, "#%02x%02x%02x", &c[0], &c[1], &c[2]); err != nil {
		b.t.Fatalf("the colour of %s is %q", name, v)
	}
	return c
}

// near finds the points of a picture that have a colour, give or take.
func near(p image.Image, c [3]int, within int) (at []image.Point) {
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			r, g, b, _ := p.At(x, y).RGBA()
			d := max(abs(int(r>>8)-c[0]), abs(int(g>>8)-c[1]), abs(int(b>>8)-c[2]))
			if d <= within {
				at = append(at, image.Pt(x, y))
			}
		}
	}
	return at
}

func abs(v int) int { return max(v, -v) }

// What is seen is Earth with land and sea, day and night, and satellites in light and
// shadow.
func TestGlobeDraws(t *testing.T) {
	for _, dark := range []bool{false, true} {
		b := open(t)
		b.must(b.Dark(dark))
		b.answered("/globe?draws=100&c=starlink-gen1" + still)
		b.until(drawn(4000), later)
		b.until("document.querySelector("+quote(stage)+").getBoundingClientRect().width > 300", soon)
		p := b.part(stage)
		all := p.Bounds().Dx() * p.Bounds().Dy()
		for _, c := range []struct {
			name  string
			least float64 // of all points
		}{{"space", 0.2}, {"day-sea", 0.01}, {"day-land", 0.01}, {"night-sea", 0.01}, {"night-land", 0.003}, {"sunlit", 0.0005}, {"eclipsed", 0.0005}} {
			if n := len(near(p, b.colour(c.name), 6)); float64(n) < c.least*float64(all) {
				t.Errorf("dark %v: %d of %d points have the colour of %s", dark, n, all, c.name)
			}
		}
	}
}

// Shells are taken away and brought back, satellites are picked with a click, and time
// moves them.
func TestGlobeAnswers(t *testing.T) {
	b := open(t)
	b.answered("/globe?draws=100&c=starlink-gen1" + still)
	b.until(drawn(4000), later)
	with := b.part(stage)
	sunlit := b.colour("sunlit")
	at := near(with, sunlit, 6)
	if len(at) == 0 {
		t.Fatal("no satellite in sunlight")
	}
	shells := eval[int](b, "document.querySelectorAll('.globe-shell input').length")
	for i := range shells {
		b.clickOn(fmt.Sprintf("document.querySelectorAll('.globe-shell input')[%d]", i))
	}
	b.until("[...document.querySelectorAll('.globe-shell input')].every((e) => !e.checked)", soon)
	b.must(b.Do("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"))
	b.must(b.Do("scrollTo(0, 0)"))
	without := b.part(stage)
	if n := len(near(without, sunlit, 6)); n > len(at)/20 {
		t.Errorf("without shells %d of %d points of satellites are left", n, len(at))
	}
	if d := differ(t, with, without); d < 0.005 {
		t.Errorf("without shells %.4f of the picture differs", d)
	}
	for i := range shells {
		b.clickOn(fmt.Sprintf("document.querySelectorAll('.globe-shell input')[%d]", i))
	}
	b.must(b.Do("scrollTo(0, 0)"))

	p := at[len(at)/2]
	b.must(b.Click(float64(p.X)+0.5, float64(p.Y)+0.5))
	b.until("document.querySelector('.globe-card')", soon)
	b.until("/Budget[^]*Mass/.test(document.querySelector('.globe-card').innerText)", soon)
	card := b.text(".globe-card")
	for _, part := range []string{"in sunlight", "Height", "km", "Inclination", "°", "Period", "min", "IT power", "kW"} {
		if !strings.Contains(card, part) {
			t.Errorf("nothing of %q in the card of a satellite: %q", part, card)
		}
	}
	b.until("/^c\\d+$/.test(new URLSearchParams(location.search).get('sat'))", soon)

	before := b.part(stage)
	b.button("+1 h")
	b.until("location.search.includes('time=2026-03-20T13')", soon)
	b.must(b.Do("scrollTo(0, 0)"))
	if d := differ(t, before, b.part(stage)); d < 0.005 {
		t.Errorf("an hour later %.4f of the picture differs", d)
	}
}

// tle is a catalogue of two satellites, the Space Station and Vanguard 1, as published for
// teaching.
const tle = `ISS (ZARYA)
1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
VANGUARD 1
1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
`

// A catalogue that a person brings is drawn; one without a good record is told with all
// its mistakes, and the page lives on.
func TestGlobeReadsCatalogues(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	b := open(t)
	b.Allow("status of 422")
	b.answered("/globe?draws=100&c=none&play=0&time=2008-09-20T12:00:00")
	b.until("document.querySelector('.globe-bar input[type=file]')", soon)
	choose := func(path string) {
		t.Helper()
		b.must(b.Choose("document.querySelector('.globe-bar input[type=file]')", path))
	}
	lines := strings.SplitAfter(tle, "\n")
	choose(file("station.tle", strings.Join(lines[:3], "")))
	b.until("document.querySelector("+quote(stage)+").globe.satellites.count === 1", soon)
	b.until("document.body.innerText.includes('station.tle')", soon)

	bad := strings.Replace(strings.Join(lines[:3], ""), "51.6416", "51.6417", 1) // its checksum is another's
	choose(file("bad.tle", bad+"1 this is none\n2 nor is this\n"))
	b.until("document.querySelector('.globe-bad[role=alert]')", soon)
	said := b.text(".globe-bad")
	if !strings.Contains(said, "bad.tle") || !strings.Contains(said, "line") {
		t.Errorf("of a bad catalogue it says %q", said)
	}
	b.clickOn(named(".globe-bad button", "Close"))

	// Dropped from a file manager, the browser gives the page the same kind of file.
	b.must(b.Do(`{
		const data = new DataTransfer()
		data.items.add(new File([` + "`" + strings.Join(lines[:3], "") + "`" + `], 'dropped.tle'))
		document.querySelector('.globe-stage').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
	}`))
	b.until("document.body.innerText.includes('dropped.tle') && document.querySelector("+quote(stage)+").globe.satellites.count === 1", soon)
}

// watch counts what is drawn, call by call.
const watch = `(() => {
	globalThis.draws = []
	const p = WebGL2RenderingContext.prototype
	for (const [name, count, many] of [['drawArrays', 2, -1], ['drawElements', 1, -1], ['drawArraysInstanced', 2, 3], ['drawElementsInstanced', 1, 4]]) {
		const draw = p[name]
		p[name] = function (...a) { draws.push({ mode: a[0], count: a[count] * (many < 0 ? 1 : a[many]), screen: this.getParameter(this.DRAW_FRAMEBUFFER_BINDING) === null }); return draw.apply(this, a) }
	}
})()`

// All satellites are one draw, and the page that shows 100,000 of them holds less than
// 150 MB: script, the buffers of its arrays and the document's own objects, after garbage
// is collected. What lies on the graphics card is not among it: 100,000 satellites have
// under 10 MB there.
func TestGlobeOfMany(t *testing.T) {
	b := open(t)
	b.must(b.Before(watch))
	b.answered("/globe?draws=100&c=fcc-million" + still)
	b.until(drawn(99_000), later)
	many := eval[int](b, "document.querySelector("+quote(stage)+").globe.satellites.count")
	b.must(b.Do("draws.length = 0"))
	b.button("+1 min")
	b.until("draws.some((d) => d.mode === 0 && d.count >= 99000)", soon)
	b.must(b.Do("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"))
	frame := eval[[]struct{ Mode, Count int }](b, "(() => { draws.length = 0; document.querySelector("+quote(stage)+").globe.draw(); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(draws.filter((d) => d.screen).map((d) => ({ Mode: d.mode, Count: d.count })))))) })()")
	points := 0
	for _, d := range frame {
		if d.Mode == 0 && d.Count > 1 {
			points++
			if d.Count != many {
				t.Errorf("a draw of %d points; there are %d satellites", d.Count, many)
			}
		}
	}
	if points != 1 || len(frame) > 10 {
		t.Errorf("a frame is %d draws, %d of them of satellites: %v", len(frame), points, frame)
	}
	m, err := b.Memory()
	b.must(err)
	total := m.Script + m.Buffers + m.Objects
	t.Logf("%d satellites: script %.1f MB, buffers %.1f MB, document %.1f MB", many, m.Script/1e6, m.Buffers/1e6, m.Objects/1e6)
	if total > 150e6 {
		t.Errorf("the page holds %.0f MB", total/1e6)
	}
}

// Where the browser has no WebGL the page says so and draws a flat map.
func TestWithoutWebGL(t *testing.T) {
	blind, err := browser.Start(chromium(t), "disable-gpu", "disable-3d-apis")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(blind.Close)
	s := own(t)
	b := openIn(t, blind, s.origin)
	b.answered("/globe?draws=100&c=starlink-gen1" + still)
	b.until("document.querySelector('.globe-notice')?.innerText.includes('WebGL')", soon)
	b.until("!document.querySelector('.globe-loading')", later)
	b.must(b.Do("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"))
	p := b.part(stage)
	for _, name := range []string{"day-sea", "day-land", "sunlit"} {
		if n := len(near(p, b.colour(name), 6)); n < 50 {
			t.Errorf("%d points of the flat map have the colour of %s", n, name)
		}
	}
}
