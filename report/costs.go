package report

import (
	"fmt"
	"html/template"
	"math"
	"strings"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/study"
)

// costs is the table of every boundary in every metric: medians.
type costs struct {
	Metrics []costMetric
	Sides   []costSide
}

type costMetric struct{ Unit, What string }

type costSide struct {
	Name string
	Rows []costRow
}

type costRow struct {
	Rung   string
	Values []study.Number
}

func costTable(s *study.Summary) (t costs) {
	if len(s.Costs) == 0 {
		return t
	}
	for m := range finance.NumMetrics {
		t.Metrics = append(t.Metrics, costMetric{m.Unit(), m.What()})
	}
	for _, side := range []struct {
		name string
		of   func(*study.CostRow) study.Number
	}{
		{"orbit", func(r *study.CostRow) study.Number { return r.Orbit.P50 }},
		{"ground", func(r *study.CostRow) study.Number { return r.Ground.P50 }},
		{"orbit ÷ ground", func(r *study.CostRow) study.Number { return r.Ratio.P50 }},
	} {
		rows := costSide{Name: side.name}
		for i := range s.Costs {
			r := &s.Costs[i]
			if i == 0 || r.Boundary != s.Costs[i-1].Boundary {
				name := "+ " + r.Boundary
				if i == 0 {
					name = r.Boundary
				}
				rows.Rows = append(rows.Rows, costRow{Rung: name})
			}
			last := &rows.Rows[len(rows.Rows)-1]
			last.Values = append(last.Values, side.of(r))
		}
		t.Sides = append(t.Sides, rows)
	}
	return t
}

// othersChart puts the published studies on one axis: what each prints, what this
// model makes of its inputs told as the study tells it, and at the whole bill.
func othersChart(s *study.Summary, list []study.Standing, width float64) template.HTML {
	const row, top, bottom = 24.0, 30.0, 28.0
	label := math.Min(width*0.42, 270)
	d := newDrawing(width, top+row*float64(len(list)+1)+bottom, "Orbit's cost over the ground's, study by study")
	lo, hi := 0.5, 2.0
	stretch := func(n study.Number) {
		if n.Finite() && n > 0 {
			lo, hi = math.Min(lo, float64(n)), math.Max(hi, float64(n))
		}
	}
	for i := range list {
		stretch(list[i].Printed)
		stretch(list[i].Theirs)
		stretch(list[i].Ours)
	}
	for i := range s.Series {
		if s.Series[i].Year == s.CostYear {
			stretch(s.Series[i].CostRatio.P10)
			stretch(s.Series[i].CostRatio.P90)
		}
	}
	x := scale{lo: lo * 0.85, hi: hi * 1.2, from: label + 14, to: width - 14, log: true}
	end := top + row*float64(len(list)+1)
	for _, v := range x.ticks(int(width / 110)) {
		d.line(x.at(v), top-6, x.at(v), end, "grid")
		d.text(x.at(v), end+18, "middle", "soft", Short(study.Number(v)))
	}
	d.line(x.at(1), top-6, x.at(1), end, "mark")
	d.text(x.at(1), top-12, "middle", "soft", "as cheap as the ground")
	for i := range list {
		o := &list[i]
		y := top + row*(float64(i)+0.5)
		name := StandingName(o)
		d.text(label, y+4, "end", "", fitMiddle(name, label, 13))
		low, high := math.Inf(1), math.Inf(-1)
		for _, n := range []study.Number{o.Printed, o.Theirs, o.Ours} {
			if n.Finite() && n > 0 {
				low, high = math.Min(low, float64(n)), math.Max(high, float64(n))
			}
		}
		if high >= low {
			d.line(x.at(low), y, x.at(high), y, "leader")
		}
		dot := func(n study.Number, class, what string) {
			if n.Finite() && n > 0 {
				size := 5.5
				if strings.HasSuffix(class, " small") { // lies on the printed one where they agree
					size = 3.5
				}
				d.circle(x.at(float64(n)), y, size, "dot "+class, fmt.Sprintf("%s, %s: %s", name, what, Short(n)))
			}
		}
		dot(o.Ours, "ground", "at the whole bill")
		dot(o.Printed, "orbit", "printed")
		dot(o.Theirs, "own small", "this model, counted as the study counts")
	}
	y := top + row*(float64(len(list))+0.5)
	for i := range s.Series {
		if b := s.Series[i].CostRatio; s.Series[i].Year == s.CostYear && b.P50.Finite() {
			d.text(label, y+4, "end", "name", fit("this scenario, "+fmt.Sprint(s.CostYear), label, 13))
			high := b.P90
			if !high.Finite() {
				high = study.Number(x.hi)
			}
			d.line(x.at(float64(b.P10)), y, x.at(float64(high)), y, "whisker")
			d.circle(x.at(float64(b.P50)), y, 6, "dot ground", "median of the draws: "+Short(b.P50))
		}
	}
	return d.html()
}

// StandingName is how compare calls a study, or one of its cases.
func StandingName(s *study.Standing) string {
	if s.Stance == "" {
		return s.Study
	}
	return s.Study + ":" + s.Stance
}
