package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/study"
)

// moonView is the Moon as the page shows it.
type moonView struct {
	*study.MoonChapter
	Inputs, Assumed int // of the chapter's inputs
	Last            *study.MoonOfYear
	Runs            []limitRun
	Places          []moonPlace
	Verdict         string
}

// limitRun is years in a row with the same limit in most draws.
type limitRun struct {
	From, To    int
	Limit       string
	First, Last study.Number // share of draws, at the first and the last of the years
}

// moonPlace is a destination at the end of the run.
type moonPlace struct {
	Name, Figure string
	Price        study.MoonPrice
	Cheaper      study.MoonCheaper
}

// destination says in words where a kilogram from the Moon goes.
func destination(name string) string {
	switch name {
	case "lunar-orbit":
		return "lunar orbit"
	case "eml1":
		return "EML1, between Earth and Moon"
	case "geo":
		return "geostationary orbit"
	case "leo":
		return "low orbit, 550 km"
	case "sun-orbit":
		return "an orbit about the Sun"
	}
	return name
}

func newMoonView(s *study.Summary, c *dawndusk.Case) *moonView {
	m := s.Moon
	if m == nil || len(m.Years) == 0 {
		return nil
	}
	v := &moonView{MoonChapter: m, Last: &m.Years[len(m.Years)-1]}
	v.Inputs, v.Assumed = weighed(c.Book, "lunar.", "operator.moon.")
	for i := range m.Years {
		y := &m.Years[i]
		if n := len(v.Runs); n == 0 || v.Runs[n-1].Limit != y.Limit {
			v.Runs = append(v.Runs, limitRun{From: y.Year, Limit: y.Limit, First: y.LimitShare})
		}
		run := &v.Runs[len(v.Runs)-1]
		run.To, run.Last = y.Year, y.LimitShare
	}
	for i, p := range v.Last.USDPerKg {
		place := moonPlace{Name: destination(p.Destination), Figure: fmt.Sprintf("moon-%d", i), Price: p}
		if i < len(m.Cheaper) {
			place.Cheaper = m.Cheaper[i]
		}
		v.Places = append(v.Places, place)
	}
	v.Verdict = moonVerdict(v)
	return v
}

// weighed counts the inputs below some paths, and those that are assumed.
func weighed(book *ledger.Book, under ...string) (inputs, assumed int) {
	for i := range book.Rows {
		r := &book.Rows[i]
		if slices.ContainsFunc(under, func(u string) bool { return strings.HasPrefix(r.Path, u) }) {
			inputs++
			if r.Kind == ledger.Assumed {
				assumed++
			}
		}
	}
	return inputs, assumed
}

// moonVerdict says where, when and how often the Moon is the cheaper origin.
func moonVerdict(v *moonView) string {
	if len(v.Cheaper) == 0 {
		return ""
	}
	best := slices.MaxFunc(v.Cheaper, func(a, b study.MoonCheaper) int { return cmp.Compare(a.Share, b.Share) })
	if best.Share <= 0 {
		return fmt.Sprintf("In no draw does a kilogram from the Moon come cheaper than by Starship for two years, to any of five destinations, by %d.", v.Last.Year)
	}
	text := fmt.Sprintf("A kilogram from the Moon comes cheaper than by Starship, for two years in a row up to %d, most often to %s: in %s of the draws", v.Last.Year, destination(best.Destination), Percent(best.Share))
	if best.Year.P50.Finite() {
		text += ", in half of them by " + Year(best.Year.P50)
	}
	for _, c := range v.Cheaper {
		if c.Destination == "leo" && best.Destination != "leo" {
			text += fmt.Sprintf("; to low orbit, where the data centres are, in %s", Percent(c.Share))
		}
	}
	return text + "."
}

func (v *view) moonFigures() {
	m := v.MoonView
	if m == nil {
		return
	}
	years := make([]int, len(m.Years))
	for i := range m.Years {
		years[i] = m.Years[i].Year
	}
	by := func(f func(y *study.MoonOfYear) study.Band) func(i int) study.Band {
		return func(i int) study.Band { return f(&m.Years[i]) }
	}
	add := func(name string, w, h float64, c bandChart) {
		c.years = years
		v.Figures[name] = figure{c.draw(w, h), c.draw(360, min(h, 280))}
	}
	add("moon-plant", 560, 300, bandChart{label: "Plant on the Moon by year", unit: "tonnes at the year's end", list: []quantity{
		{"landed", "ground", by(func(y *study.MoonOfYear) study.Band { return y.LandedT })},
		{"plant", "orbit", by(func(y *study.MoonOfYear) study.Band { return y.PlantT })},
	}})
	add("moon-delivered", 560, 300, bandChart{label: "Made on the Moon and delivered by year", unit: "tonnes a year", list: []quantity{
		{"made", "ground", by(func(y *study.MoonOfYear) study.Band { return y.MadeT })},
		{"delivered", "orbit", by(func(y *study.MoonOfYear) study.Band { return y.DeliveredT })},
	}})
	for i, p := range m.Places {
		add(p.Figure, 360, 250, bandChart{label: "A kilogram to " + p.Name, unit: "$/kg", log: true, list: []quantity{
			{"Starship", "ground", by(func(y *study.MoonOfYear) study.Band { return y.USDPerKg[i].Starship })},
			{"Moon", "orbit", by(func(y *study.MoonOfYear) study.Band { return y.USDPerKg[i].Moon })},
		}})
	}
	v.Figures["moon-limit"] = figure{moonLimitChart(m, 1000), moonLimitChart(m, 360)}
}

// moonLimitChart draws what limits in most draws, year by year, and in how many.
func moonLimitChart(m *moonView, w float64) template.HTML {
	var names []string
	for _, r := range m.Runs {
		if !slices.Contains(names, r.Limit) {
			names = append(names, r.Limit)
		}
	}
	left, row := 150.0, 26.0
	if w < 500 {
		left = 116
	}
	h := row*float64(len(names)) + 26
	d := newDrawing(w, h, "What limits the factory by year")
	cell := (w - left - 4) / float64(len(m.Years))
	for i, name := range names {
		y := row * float64(i)
		d.text(left-8, y+17, "end", "label", fit(name, left-8, 13))
		for k := range m.Years {
			x := left + cell*float64(k)
			d.rect(x+0.5, y+1, cell-1, row-2, "empty", "")
			if of := &m.Years[k]; of.Limit == name {
				d.shade(x+0.5, y+1, cell-1, row-2, min(0.12+0.88*float64(of.LimitShare), 1), "cell orbit", fmt.Sprintf("%d, %s: %s of draws", of.Year, name, Percent(of.LimitShare)))
			}
		}
	}
	for k := range m.Years {
		if year := m.Years[k].Year; year%5 == 0 || k == 0 {
			d.text(left+cell*(float64(k)+0.5), h-8, "middle", "soft", fmt.Sprint(year))
		}
	}
	return d.html()
}
