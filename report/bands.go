package report

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/study"
)

// quantity is a band by year to be drawn.
type quantity struct {
	name, class string
	of          func(i int) study.Band // of the years' i-th
}

// bandChart is a chart of quantile bands by year.
type bandChart struct {
	label string
	unit  string
	log   bool
	list  []quantity
	years []int
	tick  func(study.Number) string // of the axis; nil: Short
	told  func(study.Number) string // under the pointer; nil: Figure

	mark   float64 // a value to draw a line at; 0 is none
	marked string  // what it means
}

// span returns the range of the y axis. What does not exist in most draws does
// not stretch it.
func (c *bandChart) span() (lo, hi float64) {
	lo, hi = math.Inf(1), 0
	below := 0.
	for i := range c.years {
		for _, q := range c.list {
			b := q.of(i)
			for _, n := range []study.Number{b.P10, b.P50} { // the lowest there is
				if v := float64(n); v > 0 && n.Finite() {
					lo = math.Min(lo, v)
					break
				}
			}
			for _, n := range []study.Number{b.P10, b.P50, b.P90} {
				if n.Finite() {
					hi, below = math.Max(hi, float64(n)), math.Min(below, float64(n))
				}
			}
		}
	}
	if c.mark > 0 {
		lo, hi = math.Min(lo, c.mark*0.8), math.Max(hi, c.mark*1.2)
	}
	if !c.log && below < 0 {
		return below * 1.05, math.Max(hi*1.05, -below/20)
	}
	if !(hi > 0) {
		return 0.1, 1
	}
	lo = math.Min(lo, hi/10)
	if c.log {
		return math.Max(lo, hi/3e4) * 0.9, hi * 1.15
	}
	return 0, hi * 1.05
}

func (c *bandChart) draw(w, h float64) template.HTML {
	d := newDrawing(w, h, c.label)
	if len(c.years) == 0 {
		return d.html()
	}
	if c.tick == nil {
		c.tick = Short
	}
	if c.told == nil {
		c.told = Figure
	}
	left, right, top, bottom := 46.0, 78.0, 22.0, 24.0
	lo, hi := c.span()
	x := yearScale(c.years, left, w-right)
	y := scale{lo: lo, hi: hi, from: h - bottom, to: top, log: c.log}
	d.text(left, 12, "start", "soft", c.unit)
	for _, v := range y.ticks(6) {
		d.line(left, y.at(v), w-right, y.at(v), "grid")
		d.text(left-6, y.at(v)+4, "end", "soft", c.tick(study.Number(v)))
	}
	d.years(x, h-bottom)
	if lo < 0 {
		d.line(left, y.at(0), w-right, y.at(0), "axis")
	}
	if c.marked != "" {
		d.line(left, y.at(c.mark), w-right, y.at(c.mark), "mark")
		d.text(left+8, y.at(c.mark)-8, "start", "name ground halo", c.marked)
	}
	var named []label
	for _, q := range c.list {
		if end, drawn := c.band(d, q, x, y); drawn {
			named = append(named, label{end, q.name, q.class})
		}
	}
	d.labels(named, w-right+6, top, h-bottom)
	step := (x.to - x.from) / math.Max(x.hi-x.lo, 1)
	for i, year := range c.years { // a year's numbers under the pointer, without a script
		lines := []string{fmt.Sprint(year)}
		for _, q := range c.list {
			lines = append(lines, q.name+": "+Spread(q.of(i), c.told))
		}
		d.rect(x.at(float64(year))-step/2, top, step, h-bottom-top, "touch", strings.Join(lines, "\n"))
	}
	return d.html()
}

// yearScale is the axis of years.
func yearScale(years []int, from, to float64) scale {
	first, last := years[0], years[len(years)-1]
	return scale{lo: float64(first), hi: float64(max(last, first+1)), from: from, to: to}
}

// label is a name beside the end of what it names.
type label struct {
	y           float64
	text, class string
}

// labels writes names at x, apart from each other between top and bottom.
func (d *drawing) labels(list []label, x, top, bottom float64) {
	slices.SortStableFunc(list, func(a, b label) int { return cmp.Compare(a.y, b.y) })
	at := make([]float64, len(list))
	for i := range list {
		at[i] = list[i].y
	}
	for i, y := range spread(at, 15, top, bottom) {
		d.text(x, y+4, "start", "name "+list[i].class, list[i].text)
	}
}

// years draws the axis of years.
func (d *drawing) years(x scale, y float64) {
	d.line(x.from, y, x.to, y, "axis")
	every := 5
	if x.hi-x.lo <= 8 {
		every = 2
	}
	for year := int(x.lo); year <= int(x.hi); year++ {
		at := x.at(float64(year))
		if year%every == 0 || year == int(x.lo) && x.at(x.lo+float64(every-year%every))-x.from > 34 {
			d.line(at, y, at, y+4, "axis")
			d.text(at, y+17, "middle", "soft", fmt.Sprint(year))
		}
	}
}

// band draws one quantity and returns where its line ends.
func (c *bandChart) band(d *drawing, q quantity, x, y scale) (end float64, drawn bool) {
	usable := func(n study.Number) bool { return n.Finite() && (!c.log || float64(n) >= y.lo) }
	var upper, lower, middle []point
	flush := func() {
		slices.Reverse(lower)
		d.path(append(upper, lower...), true, "band "+q.class)
		upper, lower = nil, nil
	}
	stop := func() {
		d.path(middle, false, "median "+q.class)
		if len(middle) > 0 {
			drawn = true
			end = middle[len(middle)-1].y
		}
		middle = nil
	}
	for i, year := range c.years {
		at := x.at(float64(year))
		b := q.of(i)
		if b.P10.Finite() && !math.IsNaN(float64(b.P90)) && (!c.log || float64(b.P90) >= y.lo) {
			upper = append(upper, point{at, y.at(float64(b.P90))})
			lower = append(lower, point{at, y.at(float64(b.P10))})
			if !drawn {
				end = (upper[len(upper)-1].y + lower[len(lower)-1].y) / 2
			}
		} else {
			flush()
		}
		if usable(b.P50) {
			middle = append(middle, point{at, y.at(float64(b.P50))})
		} else {
			stop()
		}
	}
	any := len(upper) > 0
	flush()
	stop()
	return end, drawn || any
}
