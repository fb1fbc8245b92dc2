package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/study"
)

// Compared says what a comparison is of: "orbit ÷ ground, cost of a GPU-hour".
func Compared(c *study.Comparison) string {
	what := map[string]string{
		"capital": "capital", "ownership": "cost of ownership", "kw-year": "cost of a kilowatt-year", "mwh": "cost of a megawatt-hour of load",
		"gpu-hour": "cost of a GPU-hour", "pflop-hour": "cost of a PFLOP/s-hour", "m-tokens": "cost of a million tokens", "npv": "net present value",
	}[c.Metric]
	switch c.Of {
	case "ratio":
		return "orbit ÷ ground, " + what
	case "orbit":
		return what + " in orbit, " + c.Unit
	}
	return what + " on the ground, " + c.Unit
}

// Told says how one side of a comparison tells its cost.
func Told(s *study.CompareSide) string {
	text := fmt.Sprintf("ordered in July %d, %s, %s", s.Year, Product(s.Product), Boundary(s.Boundary))
	switch s.Interest {
	case "within":
		text += ", interest in each line"
	case "none":
		text += ", no interest"
	}
	if s.HorizonYears > 0 {
		text += fmt.Sprintf(", over %s years", Short(study.Number(s.HorizonYears)))
	}
	switch {
	case s.Payments == 1:
		text += ", rents at the end of each year"
	case s.Payments > 1:
		text += fmt.Sprintf(", %d rents a year", s.Payments)
	}
	if s.Printed.Finite() {
		text += "; the study prints " + Figure(s.Printed)
	}
	return text
}

// Boundary says in words what a cost holds.
func Boundary(name string) string {
	switch i := slices.Index(study.Boundaries, name); {
	case i == 0:
		return name + " alone"
	case i == len(study.Boundaries)-1:
		return "the whole bill"
	case i > 0:
		return study.Boundaries[0] + " to " + name
	}
	names := strings.Split(name, "+")
	if missing := missingRungs(names); len(missing) > 0 && len(missing) < 3 {
		return "without " + strings.Join(missing, " and ")
	}
	if last := len(names) - 1; last > 0 {
		return strings.Join(names[:last], ", ") + " and " + names[last]
	}
	return name + " alone"
}

// missingRungs are those of the whole bill that a boundary leaves out.
func missingRungs(names []string) (list []string) {
	for _, b := range study.Boundaries {
		if !slices.Contains(names, b) {
			list = append(list, b)
		}
	}
	return list
}

//go:embed comparison.html
var comparisonText string

var comparisonPage = template.Must(template.New("comparison").Funcs(template.FuncMap{"percent": Percent, "short": Short}).Parse(comparisonText))

// WriteComparison writes a comparison as one HTML page: a waterfall from one side's
// answer to the other's, and the inputs behind each step. No script, nothing fetched.
func WriteComparison(w io.Writer, c *study.Comparison) error {
	v := comparisonView{Comparison: c, Style: template.CSS(style), What: Compared(c)}
	v.Chart = figure{waterfallChart(c, 1000), waterfallChart(c, 360)}
	var b bytes.Buffer // nothing half-written
	if err := comparisonPage.Execute(&b, &v); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

type comparisonView struct {
	*study.Comparison
	Style template.CSS
	What  string
	Chart figure
}

// Amount is what a part makes of the difference: a factor, or a sum with its sign.
func (v *comparisonView) Amount(p study.Part) string { return partAmount(v.Comparison, &p) }

func partAmount(c *study.Comparison, p *study.Part) string {
	if c.Of == "ratio" {
		return "×" + Figure(p.Factor)
	}
	if p.Contribution > 0 {
		return "+" + Figure(p.Contribution)
	}
	return Figure(p.Contribution)
}

// Sides are the two, in order.
func (v *comparisonView) Sides() []study.CompareSide { return []study.CompareSide{v.From, v.To} }

// Told says how a side tells its cost.
func (v *comparisonView) Told(s study.CompareSide) string { return Told(&s) }

// Value prints a side's value.
func (v *comparisonView) Value(n study.Number) string {
	if v.Unit == "" {
		return Figure(n)
	}
	return Figure(n) + " " + v.Unit
}

// Notes says how far the shares can be read.
func (v *comparisonView) Notes() string {
	c := v.Comparison
	text := fmt.Sprintf("Central values, no luck; %d inputs or conventions differ", c.Inputs)
	if c.RangesOnly > 0 {
		text += fmt.Sprintf(", and %d more in their range alone", c.RangesOnly)
	}
	text += fmt.Sprintf("; %s mixtures of the two played; ", Count(c.Mixtures))
	if c.Permutations > 0 {
		text += fmt.Sprintf("± is one standard error of %s orders drawn. ", Count(c.Permutations))
	} else {
		text += "every mixture counted. "
	}
	if c.Of == "ratio" {
		text += "Factors multiply to the whole; shares are of the logarithm. "
	} else {
		text += "Parts add up to the whole. "
	}
	return text + fmt.Sprintf("%d dollars, real.", c.MoneyYear)
}

// waterfallChart draws the parts one below another, each from where the last ended.
func waterfallChart(c *study.Comparison, width float64) template.HTML {
	at := func(v study.Number) float64 {
		if c.Of == "ratio" {
			return math.Log(float64(v))
		}
		return float64(v)
	}
	const row = 30.0
	label := math.Min(width*0.34, 200)
	from := at(c.From.Value)
	low, high, now := from, from, from
	for i := range c.Parts {
		now += float64(c.Parts[i].Contribution)
		low, high = math.Min(low, now), math.Max(high, now)
	}
	if high == low {
		low, high = low-0.5, high+0.5
	}
	d := newDrawing(width, row*float64(len(c.Parts)+2)+8, fmt.Sprintf("From %s to %s: what makes the difference", c.From.Scenario, c.To.Scenario))
	x := scale{lo: low, hi: high, from: label + 12, to: width - 80}
	middle := func(i int) float64 { return row*(float64(i)+0.5) + 4 }
	end := func(i int, s *study.CompareSide) {
		y, v := middle(i), x.at(at(s.Value))
		d.text(label, y+4, "end", "name", fitMiddle(s.Scenario, label, 13))
		d.line(v, y-11, v, y+11, "axis")
		d.text(v+8, y+4, "start", "name", Figure(s.Value))
	}
	end(0, &c.From)
	now = from
	for i := range c.Parts {
		q := &c.Parts[i]
		y, next := middle(i+1), now+float64(q.Contribution)
		side := "ground" // dearer
		if next < now {
			side = "orbit"
		}
		a, b := x.at(math.Min(now, next)), x.at(math.Max(now, next))
		d.text(label, y+4, "end", "", fit(q.Name, label, 13))
		d.line(x.at(now), y-row/2-5, x.at(now), y+8, "grid")
		d.rect(a, y-9, math.Max(b-a, 1.5), 18, "bar "+side, q.Name+" "+partAmount(c, q))
		d.text(b+6, y+4, "start", "", partAmount(c, q))
		now = next
	}
	end(len(c.Parts)+1, &c.To)
	return d.html()
}
