package report

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// drawing is an inline SVG. Colours come from the page's style sheet by class, so
// that one drawing serves light, dark and print.
type drawing struct {
	b    strings.Builder
	w, h float64
}

func newDrawing(w, h float64, label string) *drawing {
	d := &drawing{w: w, h: h}
	fmt.Fprintf(&d.b, `<svg viewBox="0 0 %s %s" role="img" aria-label="%s">`, num(w), num(h), html.EscapeString(label))
	return d
}

func (d *drawing) html() template.HTML {
	return template.HTML(d.b.String() + "</svg>")
}

// num prints a coordinate; one that does not exist is drawn at the origin.
func num(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		v = 0
	}
	return strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
}

func (d *drawing) line(x1, y1, x2, y2 float64, class string) {
	fmt.Fprintf(&d.b, `<path class="%s" d="M%s %sL%s %s"/>`, class, num(x1), num(y1), num(x2), num(y2))
}

func (d *drawing) rect(x, y, w, h float64, class, title string) {
	fmt.Fprintf(&d.b, `<rect class="%s" x="%s" y="%s" width="%s" height="%s"`, class, num(x), num(y), num(math.Max(w, 0)), num(math.Max(h, 0)))
	d.close("rect", title)
}

// shade is a rect with an opacity.
func (d *drawing) shade(x, y, w, h, opacity float64, class, title string) {
	fmt.Fprintf(&d.b, `<rect class="%s" x="%s" y="%s" width="%s" height="%s" fill-opacity="%.2f"`, class, num(x), num(y), num(w), num(h), opacity)
	d.close("rect", title)
}

func (d *drawing) circle(x, y, r float64, class, title string) {
	fmt.Fprintf(&d.b, `<circle class="%s" cx="%s" cy="%s" r="%s"`, class, num(x), num(y), num(r))
	d.close("circle", title)
}

func (d *drawing) close(element, title string) {
	if title == "" {
		d.b.WriteString("/>")
		return
	}
	fmt.Fprintf(&d.b, "><title>%s</title></%s>", html.EscapeString(title), element)
}

// text writes at a point; anchor is start, middle or end.
func (d *drawing) text(x, y float64, anchor, class, text string) {
	fmt.Fprintf(&d.b, `<text class="%s" x="%s" y="%s" text-anchor="%s">%s</text>`, class, num(x), num(y), anchor, html.EscapeString(text))
}

// path draws points; a closed one is filled by its class.
func (d *drawing) path(points []point, closed bool, class string) {
	if len(points) < 2 {
		return
	}
	fmt.Fprintf(&d.b, `<path class="%s" d="`, class)
	for i, p := range points {
		d.b.WriteByte("ML"[min(i, 1)])
		d.b.WriteString(num(p.x) + " " + num(p.y))
	}
	if closed {
		d.b.WriteByte('Z')
	}
	d.b.WriteString(`"/>`)
}

type point struct{ x, y float64 }

// scale turns values into coordinates.
type scale struct {
	lo, hi   float64 // values
	from, to float64 // coordinates
	log      bool
}

// at returns the coordinate of a value, held within the scale.
func (s scale) at(v float64) float64 {
	share := 0.0
	if s.log {
		share = math.Log(math.Max(v, s.lo)/s.lo) / math.Log(s.hi/s.lo)
	} else {
		share = (v - s.lo) / (s.hi - s.lo)
	}
	if math.IsNaN(share) {
		share = 0
	}
	return s.from + math.Min(math.Max(share, 0), 1)*(s.to-s.from)
}

// ticks returns round values of the scale, at most about n.
func (s scale) ticks(n int) (list []float64) {
	if s.log {
		steps := []float64{1, 2, 5}
		if math.Log10(s.hi/s.lo)*3 > float64(n) {
			steps = []float64{1, 3}
		}
		if math.Log10(s.hi/s.lo)*2 > float64(n) {
			steps = []float64{1}
		}
		for e := math.Floor(math.Log10(s.lo)); e <= math.Log10(s.hi)+1; e++ {
			for _, k := range steps {
				if v := k * math.Pow(10, e); v >= s.lo*(1-1e-9) && v <= s.hi*(1+1e-9) {
					list = append(list, v)
				}
			}
		}
		return list
	}
	raw := (s.hi - s.lo) / float64(n)
	unit := math.Pow(10, math.Floor(math.Log10(raw)))
	step := unit
	for _, k := range []float64{1, 2, 5, 10} {
		step = k * unit
		if step >= raw {
			break
		}
	}
	for i := math.Ceil(s.lo/step - 1e-9); i*step <= s.hi+step*1e-9; i++ {
		list = append(list, i*step)
	}
	return list
}

// spread moves labels apart until neighbours are at least gap apart, keeping
// their order and staying between top and bottom.
func spread(y []float64, gap, top, bottom float64) []float64 {
	out := append([]float64(nil), y...)
	for range 50 {
		moved := false
		for i := 1; i < len(out); i++ {
			if short := gap - (out[i] - out[i-1]); short > 0.01 {
				out[i-1] -= short / 2
				out[i] += short / 2
				moved = true
			}
		}
		if n := len(out); n > 0 {
			if over := top - out[0]; over > 0 {
				out[0] += over
			}
			if over := out[n-1] - bottom; over > 0 {
				out[n-1] -= over
			}
		}
		if !moved {
			break
		}
	}
	return out
}

// fit shortens a text to about a width, at a font size.
func fit(text string, width, size float64) string {
	n := int(width / (size * 0.53))
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	return strings.TrimRight(string(r[:max(n-1, 1)]), " ,") + "…"
}

// fitMiddle is fit for names whose ends both tell.
func fitMiddle(text string, width, size float64) string {
	n := int(width / (size * 0.62))
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	head := max((n-1)/2, 1)
	return string(r[:head]) + "…" + string(r[len(r)-max(n-1-head, 1):])
}
