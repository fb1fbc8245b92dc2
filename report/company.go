package report

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/study"
)

// companyView is the group's accounts as the page shows them.
type companyView struct {
	*study.CompanyChapter
	Lead  string
	Whole string                 // the scenario's structure in a sentence
	Years []*study.CompanyOfYear // told in the tables
	To    int                    // last year of the chart of cash
	Last  *study.CompanyOfYear
	Rows  []companyRow
}

// companyRow is a structure, as the table tells it.
type companyRow struct {
	Name, Class string
	Own         bool
	Cash        []study.CashOfEnd // of the years told
	study.CompanyOutlook
}

// structures are the names and classes of who may belong together.
var structures = map[string][2]string{
	"spacex-alone": {"SpaceX alone", "policy"},
	"xai-alone":    {"xAI alone", "ground"},
	"merged":       {"merged", "orbit"},
	"with-tesla":   {"with Tesla", "prior"},
}

// Structure says in words who belongs together.
func Structure(name string) string {
	if s, ok := structures[name]; ok {
		return s[0]
	}
	return name
}

func structureClass(name string) string { return structures[name][1] }

// cashYears is how many years the chart of cash shows: later ones would hide the
// first, in which it is decided.
const cashYears = 10

// CashAt is what a structure has at the end of a year, or of the last year played
// before; nil if the company is not played.
func CashAt(c *study.CompanyChapter, year int, structure string) (*study.CashOfEnd, int) {
	if c == nil {
		return nil, 0
	}
	for i := len(c.Years) - 1; i >= 0; i-- {
		y := &c.Years[i]
		if y.Year > year && i > 0 {
			continue
		}
		for k := range y.Structures {
			if y.Structures[k].Structure == structure {
				return &y.Structures[k], y.Year
			}
		}
	}
	return nil, 0
}

func newCompanyView(s *study.Summary) *companyView {
	c := s.Company
	if c == nil || len(c.Years) == 0 {
		return nil
	}
	v := &companyView{CompanyChapter: c, Whole: "the " + Structure(c.Structure) + " group", Last: &c.Years[len(c.Years)-1], To: c.Years[min(cashYears, len(c.Years))-1].Year}
	switch c.Structure {
	case "spacex-alone", "xai-alone":
		v.Whole = Structure(c.Structure)
	case "with-tesla":
		v.Whole = "the group with Tesla"
	}
	for i := range c.Years {
		if y := &c.Years[i]; slices.Contains([]int{2026, 2028, 2030, 2035, v.Last.Year}, y.Year) {
			v.Years = append(v.Years, y)
		}
	}
	for _, o := range c.Structures {
		r := companyRow{Name: Structure(o.Structure), Class: structureClass(o.Structure), Own: o.Structure == c.Structure, CompanyOutlook: o}
		for _, y := range v.Years {
			for _, e := range y.Structures {
				if e.Structure == o.Structure {
					r.Cash = append(r.Cash, e)
				}
			}
		}
		v.Rows = append(v.Rows, r)
	}
	alone, year := CashAt(c, 2030, "xai-alone")
	own, _ := CashAt(c, 2030, c.Structure)
	if alone != nil && own != nil && c.Structure != "xai-alone" {
		v.Lead = fmt.Sprintf("By the end of %d cash has fallen below zero in %s of the draws for xAI alone with the same plan, and in %s for %s.", year, Percent(alone.PBelowZero), Percent(own.PBelowZero), v.Whole)
		if cut := c.Years[slices.IndexFunc(c.Years, func(y study.CompanyOfYear) bool { return y.Year == year })].CutShare; cut.P90 > 0 {
			v.Lead += fmt.Sprintf(" What it cannot raise it cuts: %s of its plan for compute up to then.", percents(cut))
		}
	}
	return v
}

// billions scales a band of dollars to G$.
func billions(b study.Band) study.Band { return scaled(b, 1e-9) }

func scaled(b study.Band, by study.Number) study.Band {
	return study.Band{P10: b.P10 * by, P50: b.P50 * by, P90: b.P90 * by}
}

func (v *view) companyFigures() {
	c := v.CompanyView
	if c == nil {
		return
	}
	of := c.CompanyChapter.Years
	years := make([]int, len(of))
	for i := range of {
		years[i] = of[i].Year
	}
	by := func(f func(y *study.CompanyOfYear) study.Band) func(i int) study.Band {
		return func(i int) study.Band { return billions(f(&of[i])) }
	}
	middle := func(f func(y *study.CompanyOfYear) study.Band) func(i int) study.Number {
		return func(i int) study.Number { return billions(f(&of[i])).P50 }
	}
	revenue := stackChart{label: "Revenue by segment", unit: "G$ a year, medians", years: years, told: Short, parts: []stackPart{
		{"space", "orbit", middle(func(y *study.CompanyOfYear) study.Band { return y.SpaceUSD })},
		{"Starlink", "policy", middle(func(y *study.CompanyOfYear) study.Band { return y.ConnectivityUSD })},
		{"AI", "ground", middle(func(y *study.CompanyOfYear) study.Band { return y.AIUSD })},
	}}
	v.Figures["revenue"] = figure{revenue.draw(560, 330), revenue.draw(360, 300)}
	flow := bandChart{label: "Free cash flow and capital spending", unit: "G$ a year", years: years, list: []quantity{
		{"spending", "ground", by(func(y *study.CompanyOfYear) study.Band { return y.CapexUSD })},
		{"free cash", "orbit", by(func(y *study.CompanyOfYear) study.Band { return y.FreeCashFlowUSD })},
	}}
	v.Figures["cash-flow"] = figure{flow.draw(560, 330), flow.draw(360, 300)}
	cut := bandChart{label: "Share of the plan for compute that is cut", unit: "of the plan up to then", years: years, tick: Percent, told: Percent, list: []quantity{
		{"cut", "ground", func(i int) study.Band { return of[i].CutShare }},
	}}
	v.Figures["cut"] = figure{cut.draw(560, 330), cut.draw(360, 300)}
	v.Figures["cash"] = figure{cashChart(c, 1000, 4), cashChart(c, 360, 2)}
	v.Figures["share"] = figure{shareChart(c, 560), shareChart(c, 360)}
}

// cashChart draws for each structure what it has at the year's end, and below the
// share of draws in which its cash has been below zero by then.
func cashChart(c *companyView, w float64, columns int) template.HTML {
	const cashHeight, shareHeight, head, between, foot = 190.0, 74.0, 38.0, 34.0, 34.0
	panel := head + cashHeight + between + shareHeight + foot
	rows := (len(c.Structures) + columns - 1) / columns
	d := newDrawing(w, panel*float64(rows), "Cash at the year's end and the probability that it has fallen below zero, by structure")
	years := make([]int, 0, cashYears)
	lo, hi := 0., 1.
	of := c.CompanyChapter.Years
	for i := range min(cashYears, len(of)) {
		years = append(years, of[i].Year)
		for _, e := range of[i].Structures {
			b := billions(e.CashUSD)
			for _, n := range []study.Number{b.P10, b.P50, b.P90} {
				if n.Finite() {
					lo, hi = math.Min(lo, float64(n)), math.Max(hi, float64(n))
				}
			}
		}
	}
	const left, gap = 44.0, 40.0
	width := (w - left - gap*float64(columns-1) - 6) / float64(columns)
	for k := range c.Structures {
		name, class := Structure(c.Structures[k].Structure), structureClass(c.Structures[k].Structure)
		from := left + float64(k%columns)*(width+gap)
		top := panel * float64(k/columns)
		end := func(i int) study.CashOfEnd { return of[i].Structures[k] }
		x := yearScale(years, from, from+width)
		y := scale{lo: lo * 1.05, hi: hi * 1.05, from: top + head + cashHeight, to: top + head}
		p := scale{lo: 0, hi: 1, from: y.from + between + shareHeight, to: y.from + between}
		d.text(from, top+14, "start", "name "+class, name)
		if k%columns == 0 {
			d.text(from, top+30, "start", "soft", "cash, G$")
			d.text(from, p.to-8, "start", "soft", "has been below zero, share of draws")
		}
		for _, v := range y.ticks(6) {
			d.line(from, y.at(v), from+width, y.at(v), "grid")
			if k%columns == 0 {
				d.text(left-6, y.at(v)+4, "end", "soft", Short(study.Number(v)))
			}
		}
		for _, v := range []float64{0, 0.5, 1} {
			d.line(from, p.at(v), from+width, p.at(v), "grid")
			if k%columns == 0 {
				d.text(left-6, p.at(v)+4, "end", "soft", Percent(study.Number(v)))
			}
		}
		d.line(from, y.at(0), from+width, y.at(0), "axis")
		chart := bandChart{years: years}
		chart.band(d, quantity{name, class, func(i int) study.Band { return billions(end(i).CashUSD) }}, x, y)
		var line []point
		for i, year := range years {
			line = append(line, point{x.at(float64(year)), p.at(float64(end(i).PBelowZero))})
		}
		d.path(append(slices.Clone(line), point{line[len(line)-1].x, p.from}, point{line[0].x, p.from}), true, "band "+class)
		d.path(line, false, "median "+class)
		last := len(years) - 1
		d.text(x.to, p.at(float64(end(last).PBelowZero))-5, "end", "name "+class, Percent(end(last).PBelowZero))
		d.years(x, p.from)
		step := (x.to - x.from) / math.Max(x.hi-x.lo, 1)
		for i, year := range years {
			d.rect(x.at(float64(year))-step/2, y.to, step, p.from-y.to, "touch", fmt.Sprintf("%s, end of %d\ncash: %s G$\nhas been below zero: %s", name, year, Spread(billions(end(i).CashUSD), Short), Percent(end(i).PBelowZero)))
		}
	}
	return d.html()
}

// shareChart sets what a share is worth by the model beside what others pay or say.
func shareChart(c *companyView, w float64) template.HTML {
	left, right, top, row := 178.0, 52.0, 8.0, 27.0
	if w < 500 {
		left, right = 132, 46
	}
	lo, hi := 0., 1.
	for _, s := range c.Structures {
		for _, n := range []study.Number{s.ShareUSD.P10, s.ShareUSD.P50, s.ShareUSD.P90} {
			if n.Finite() {
				lo, hi = math.Min(lo, float64(n)), math.Max(hi, float64(n))
			}
		}
	}
	for _, m := range c.Market {
		hi = math.Max(hi, m.USD)
	}
	const apart = 12.0
	h := top + row*float64(len(c.Structures)+len(c.Market)) + apart + 26
	d := newDrawing(w, h, "Value of a share by cash flow, beside what others pay or say")
	x := scale{lo: lo * 1.08, hi: hi * 1.05, from: left, to: w - right}
	bottom := h - 24
	for _, v := range x.ticks(int(w / 110)) {
		d.line(x.at(v), top, x.at(v), bottom, "grid")
		d.text(x.at(v), h-7, "middle", "soft", Short(study.Number(v))+" $")
	}
	d.line(x.at(0), top, x.at(0), bottom, "axis")
	d.line(left, bottom, w-right, bottom, "axis")
	y := top + row/2
	for _, s := range c.Structures {
		class := structureClass(s.Structure)
		title := fmt.Sprintf("%s: %s $", Structure(s.Structure), Spread(s.ShareUSD, Short))
		name := Structure(s.Structure)
		if w >= 500 {
			name += ", this model"
		}
		d.text(left-8, y+4, "end", "label", name)
		if b := s.ShareUSD; b.P10.Finite() && b.P90.Finite() {
			d.rect(x.at(float64(b.P10)), y-6, math.Max(x.at(float64(b.P90))-x.at(float64(b.P10)), 3), 12, "bar "+class, title)
		}
		if s.ShareUSD.P50.Finite() {
			d.circle(x.at(float64(s.ShareUSD.P50)), y, 5.5, "dot "+class, title)
		}
		d.text(w-4, y+4, "end", "label", Short(s.ShareUSD.P50)+" $")
		y += row
	}
	y += apart
	for _, m := range c.Market {
		who, _, _ := strings.Cut(m.Who, ",")
		d.text(left-8, y+4, "end", "label", fit(who, left-8, 13))
		d.line(x.at(0), y, x.at(m.USD), y, "leader")
		d.circle(x.at(m.USD), y, 5.5, "dot price", fmt.Sprintf("%s, %s: %.2f $", m.Who, m.Date, m.USD))
		d.text(w-4, y+4, "end", "label", Short(study.Number(m.USD))+" $")
		y += row
	}
	return d.html()
}
