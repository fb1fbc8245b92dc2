// Package report prints what a study found: a page that stands alone, the result
// as JSON, the series as CSV, and the sentences that say it in plain words.
package report

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/study"
)

//go:embed page.html
var pageText string

//go:embed chapters.html
var chaptersText string

//go:embed style.css
var style string

var page = template.Must(template.New("page").Funcs(template.FuncMap{
	"short":     Short,
	"percent":   Percent,
	"year":      Year,
	"count":     Count,
	"dollars":   Dollars,
	"product":   Product,
	"boundary":  Boundary,
	"spread":    func(b study.Band) string { return Spread(b, Short) },
	"unseen":    func(draws int) string { return Short(study.Number(unseen(draws))) },
	"percent1":  func(n study.Number) string { return solid(Figure(100*n) + " %") },
	"signed":    func(n study.Number) string { return solid(fmt.Sprintf("%+.0f %%", 100*float64(n))) },
	"whole":     Whole,
	"finite":    func(n study.Number) bool { return n.Finite() },
	"meter":     meter,
	"strike":    strike,
	"structure": Structure,
	"billions":  billions,
	"millions":  func(b study.Band) study.Band { return scaled(b, 1e-6) },
	"add":       func(a, b int) int { return a + b },
	"error":     func(draws int) string { return fmt.Sprintf("%.1f", 50/math.Sqrt(float64(draws+1))) },
}).Parse(pageText + chaptersText))

// Write writes the report as one HTML page: no script, nothing fetched.
func Write(w io.Writer, s *study.Summary, c *dawndusk.Case) error {
	base, err := dawndusk.Ledger()
	if err != nil {
		return err
	}
	v := view{Summary: s, Case: c, Style: template.CSS(style)}
	v.Verdict, v.Crossing, v.Paying, v.Reason = solidUnits(Verdict(s)), solidUnits(Crossing(s)), solidUnits(Paying(s)), solidUnits(Reason(s))
	v.ClaimRows, v.Fare = claimRows(s), fare(s)
	v.MoonView, v.CompanyView, v.LabView = newMoonView(s, c), newCompanyView(s), newLabView(s, c)
	v.figures()
	v.Rungs = ladder(s)
	v.Costs = costTable(s)
	if v.Others, err = study.Standings(context.Background()); err != nil {
		return err
	}
	v.Figures["others"] = figure{othersChart(s, v.Others, 1000), othersChart(s, v.Others, 360)}
	if v.Clocks, v.ClocksVerdict, err = clockRows(&c.Scenario.Orbit); err != nil {
		return err
	}
	v.Pins = pins(c)
	v.chapters(base)
	var b bytes.Buffer // nothing half-written
	if err := page.Execute(&b, &v); err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}

// view is what the page shows.
type view struct {
	*study.Summary
	Case             *dawndusk.Case
	Style            template.CSS
	Verdict, Reason  string
	Crossing, Paying string
	Figures          map[string]figure
	Rungs            []rung
	Costs            costs
	Others           []study.Standing
	Pins             []pin
	Chapters         []chapter
	Sources          []source
	ClaimRows        []claimRow
	Fare             string
	MoonView         *moonView // nil: left out; so the two below
	CompanyView      *companyView
	LabView          *labView
	Clocks           []clockRow
	ClocksVerdict    string
	Drawn, Assumed   int // inputs that are drawn; of these assumed or claimed
}

// HeadlineYear is the entry of the verdict's year.
func (v *view) HeadlineYear() *study.SeriesYear { return VerdictYear(v.Summary) }

// Prior says a set of priors in words.
func (v *view) Prior(name string) string { return Prior(v.Summary, name) }

// figure is a drawing for wide screens and one for narrow ones.
type figure struct{ Wide, Narrow template.HTML }

func (v *view) figures() {
	s := v.Summary
	v.Figures = map[string]figure{}
	add := func(name string, w, h float64, draw func(w, h float64) template.HTML) {
		v.Figures[name] = figure{draw(w, h), draw(360, min(h, 300))}
	}
	years := make([]int, len(s.Series))
	for i := range s.Series {
		years[i] = s.Series[i].Year
	}
	bands := func(name string, w float64, c bandChart) {
		c.years = years
		add(name, w, 330, c.draw)
	}
	by := func(f func(y *study.SeriesYear) study.Band) func(i int) study.Band {
		return func(i int) study.Band { return f(&s.Series[i]) }
	}
	bands("ratio", 560, bandChart{label: "Orbit's cost over the ground's, by year", unit: "orbit's cost ÷ the ground's", log: true, list: []quantity{
		{"ratio", "orbit", by(func(y *study.SeriesYear) study.Band { return y.CostRatio })},
	}, mark: 1, marked: "as cheap as the ground"})
	bands("cost", 1000, bandChart{label: "Cost of a GPU-hour by year", unit: "$ per GPU-hour", log: true, list: []quantity{
		{"price", "price", by(func(y *study.SeriesYear) study.Band { return study.Band{P10: nan, P50: y.Price.P50, P90: nan} })},
		{"ground", "ground", by(func(y *study.SeriesYear) study.Band { return y.LCOCGround })},
		{"orbit", "orbit", by(func(y *study.SeriesYear) study.Band { return y.LCOCOrbit })},
	}})
	bands("capacity", 560, bandChart{label: "Capacity by year", unit: "GW of IT power at work", log: true, list: []quantity{
		{"all ground", "ground", by(func(y *study.SeriesYear) study.Band { return y.GroundGW })},
		{"own sites", "own", by(func(y *study.SeriesYear) study.Band { return y.GroupGroundGW })},
		{"orbit", "orbit", by(func(y *study.SeriesYear) study.Band { return y.OrbitGW })},
	}})
	bands("flights", 560, bandChart{label: "Starship flights a year", unit: "flights a year", log: false, list: []quantity{
		{"flights", "orbit", by(func(y *study.SeriesYear) study.Band { return y.Flights })},
		{"failures", "ground", by(func(y *study.SeriesYear) study.Band { return y.Failures })},
	}})
	bands("launch", 560, bandChart{label: "Price of launch by year", unit: "$ per kilogram, " + s.PriceBasis + " price", log: true, list: []quantity{
		{"$/kg", "orbit", by(func(y *study.SeriesYear) study.Band { return y.USDPerKg })},
	}})
	bands("payload", 560, bandChart{label: "Payload of a data-centre flight by year", unit: "tonnes to the chosen orbit", log: false, list: []quantity{
		{"payload", "orbit", by(func(y *study.SeriesYear) study.Band { return y.PayloadT })},
	}})
	bands("addable", 560, bandChart{label: "Capacity the ground could add in a year", unit: "GW of IT power a year", log: false, list: []quantity{
		{"ground", "ground", by(func(y *study.SeriesYear) study.Band { return y.GroundAddable })},
	}})
	bands("tonnes", 560, bandChart{label: "Mass to orbit by Starship", unit: "tonnes a year, all missions", log: false, list: []quantity{
		{"tonnes", "orbit", by(func(y *study.SeriesYear) study.Band { return y.Tonnes })},
	}})
	add("probability", 560, 330, func(w, h float64) template.HTML { return probabilityChart(s, w, h) })
	add("distance", 560, 330, func(w, h float64) template.HTML { return distanceChart(s, w) })
	add("crossover", 560, 330, func(w, h float64) template.HTML { return crossoverChart(s, w) })
	add("ladder", 760, 430, func(w, h float64) template.HTML { return ladderChart(s, w, math.Max(h, 380)) })
	add("tornado", 1000, 330, func(w, h float64) template.HTML { return tornadoChart(s, w, h) })
	for _, side := range []string{"orbit", "ground"} {
		add("binding-"+side, 560, 330, func(w, _ float64) template.HTML { return bindingChart(s, side, w) })
	}
	add("claims", 1000, 330, func(w, _ float64) template.HTML { return claimsChart(s, w) })
	v.moonFigures()
	v.companyFigures()
	v.labFigures()
}

var nan = study.Number(math.NaN())

// rung is a step of the cost ladder with its lines.
type rung struct {
	Index         int
	Name          string
	Lines         []rungLine
	Orbit, Ground study.Number
	UpToOrbit     study.Number // with everything before it
	UpToGround    study.Number
}

type rungLine struct {
	Name          string
	Orbit, Ground study.Number // NaN where the side has no such line
}

func ladder(s *study.Summary) (list []rung) {
	var upTo [2]float64
	for k, name := range rungs {
		r := rung{Index: k, Name: name}
		for _, l := range s.CostLines {
			if l.Rung != name {
				continue
			}
			i := slices.IndexFunc(r.Lines, func(x rungLine) bool { return x.Name == l.Line })
			if i < 0 {
				r.Lines, i = append(r.Lines, rungLine{l.Line, nan, nan}), len(r.Lines)
			}
			if l.Side == "orbit" {
				r.Lines[i].Orbit = l.USDPerWYear
			} else {
				r.Lines[i].Ground = l.USDPerWYear
			}
		}
		if len(r.Lines) == 0 {
			continue
		}
		orbit, ground := rungSum(s, "orbit", name), rungSum(s, "ground", name)
		upTo[0] += orbit
		upTo[1] += ground
		r.Orbit, r.Ground = study.Number(orbit), study.Number(ground)
		r.UpToOrbit, r.UpToGround = study.Number(upTo[0]), study.Number(upTo[1])
		list = append(list, r)
	}
	return list
}

// chapter is a part of the assumption table.
type chapter struct {
	Name string
	Rows []row
}

// InOrder returns the rows in the order of the scenario's inputs.
func InOrder(book *ledger.Book) []*ledger.Row {
	rows := make([]*ledger.Row, len(book.Rows))
	for i := range rows {
		rows[i] = &book.Rows[i]
	}
	slices.SortStableFunc(rows, func(a, b *ledger.Row) int { return cmp.Compare(a.Leaf, b.Leaf) })
	return rows
}

// solid keeps a quantity's number and unit on one line.
func solid(quantity string) string { return strings.ReplaceAll(quantity, " ", "\u00a0") }

// solidUnits keeps the percents and dollars of a text with their numbers, and
// both ends of a range together.
func solidUnits(text string) string {
	return strings.NewReplacer(" %", "\u00a0%", " $", "\u00a0$", "–", "\u2060–\u2060").Replace(text)
}

// row is an input of the assumption table.
type row struct {
	Path, What         string
	Value, Range, Dist string
	Kind               string
	Note               string
	Was                string // the ledger's value, where the scenario has another
	Changed            bool
	Refs               []ref
}

type ref struct{ Key, Locator, Href, Title string }

// source is a document cited by a row that is shown.
type source struct {
	Key, Author, Year, Title, Rest string
	Links                          []string
}

var address = regexp.MustCompile(`https?://[^\s;,"<>]+[^\s;,."<>()]`)

func (v *view) chapters(base *ledger.Book) {
	book := v.Case.Book
	cited := map[string]bool{} // looked up, never walked
	for _, r := range InOrder(book) {
		first, _, _ := strings.Cut(r.Path, ".")
		if n := len(v.Chapters); n == 0 || v.Chapters[n-1].Name != first {
			v.Chapters = append(v.Chapters, chapter{Name: first})
		}
		out := row{Path: r.Path, What: r.What, Value: solid(r.Text), Kind: string(r.Kind), Note: r.Note}
		switch {
		case r.Null:
			out.Value, out.Dist = "derived", "not stated"
		case len(r.Choices) > 0:
			out.Range, out.Dist = strings.Join(r.Choices, ", "), "choice"
		case r.Dist == ledger.Fixed:
			out.Dist = "not drawn"
		default:
			out.Range, out.Dist = solid(r.Range[0])+" – "+solid(r.Range[1]), string(r.Dist)
			if r.Bounds {
				out.Dist += ", bounds"
			}
			v.Drawn++
			if r.Kind == ledger.Assumed || r.Kind == ledger.Claim {
				v.Assumed++
			}
		}
		if out.Changed = slices.Contains(v.Case.Changed, r.Path); out.Changed {
			if was, err := base.Find(r.Path); err == nil {
				out.Was = was.Text
				if was.Null {
					out.Was = "derived"
				}
			}
		}
		for _, f := range r.Refs {
			s, _ := book.Source(f.Key)
			out.Refs = append(out.Refs, ref{f.Key, f.Locator, address.FindString(s.Address), fmt.Sprintf("%s, %s (%s)", s.Author, s.Title, s.Year)})
			cited[f.Key] = true
		}
		at := &v.Chapters[len(v.Chapters)-1]
		at.Rows = append(at.Rows, out)
	}
	for _, s := range book.Sources {
		if !cited[s.Key] {
			continue
		}
		links := address.FindAllString(s.Address, -1)
		rest := strings.Trim(address.ReplaceAllString(s.Address, ""), " ;")
		v.Sources = append(v.Sources, source{s.Key, s.Author, s.Year, s.Title, rest, links})
	}
}
