package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/dawndusk/dawndusk/study"
)

// stackPart is a part of a whole by year.
type stackPart struct {
	name, class string
	of          func(i int) study.Number // of the years' i-th
}

// stackChart stacks the parts of a whole by year.
type stackChart struct {
	label, unit string
	years       []int
	parts       []stackPart // from below
	top         float64     // of the axis; 0: the largest sum
	told        func(study.Number) string
}

func (c *stackChart) draw(w, h float64) template.HTML {
	d := newDrawing(w, h, c.label)
	if len(c.years) == 0 {
		return d.html()
	}
	value := func(k, i int) float64 {
		if n := c.parts[k].of(i); n.Finite() && n > 0 {
			return float64(n)
		}
		return 0
	}
	most := c.top
	if most == 0 {
		for i := range c.years {
			sum := 0.
			for k := range c.parts {
				sum += value(k, i)
			}
			most = math.Max(most, sum*1.05)
		}
	}
	left, right, top, bottom := 46.0, 78.0, 22.0, 24.0
	step := (w - left - right) / float64(len(c.years))
	x := yearScale(c.years, left+step/2, w-right-step/2)
	y := scale{lo: 0, hi: math.Max(most, 1e-9), from: h - bottom, to: top}
	d.text(left, 12, "start", "soft", c.unit)
	for _, v := range y.ticks(5) {
		d.line(left, y.at(v), w-right, y.at(v), "grid")
		d.text(left-6, y.at(v)+4, "end", "soft", c.told(study.Number(v)))
	}
	var named []label
	for i, year := range c.years {
		base := 0.
		lines := []string{fmt.Sprint(year)}
		at := left + step*float64(i)
		for k, p := range c.parts {
			v := value(k, i)
			d.rect(at+step*0.07, y.at(base+v), step*0.86, y.at(base)-y.at(base+v), "part "+p.class, "")
			if i == len(c.years)-1 {
				named = append(named, label{y.at(base + v/2), p.name, p.class})
			}
			base += v
			lines = append(lines, p.name+": "+c.told(study.Number(v)))
		}
		d.rect(at, top, step, h-bottom-top, "touch", strings.Join(lines, "\n"))
	}
	d.years(x, h-bottom)
	d.labels(named, w-right+6, top, h-bottom)
	return d.html()
}
