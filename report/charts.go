package report

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/study"
)

// probabilityChart draws the share of draws in which orbit is cheaper by year,
// with what the other priors say in three years, and beside it the share in which
// it pays at the market's price.
func probabilityChart(s *study.Summary, w, h float64) template.HTML {
	d := newDrawing(w, h, "Probability that orbit is cheaper, and that it pays at the market's price, by year")
	if len(s.Series) == 0 {
		return d.html()
	}
	left, right, top, bottom := 46.0, 78.0, 22.0, 24.0
	x := scale{lo: float64(s.Series[0].Year), hi: float64(max(s.Series[len(s.Series)-1].Year, s.Series[0].Year+1)), from: left, to: w - right}
	y := scale{lo: 0, hi: probabilityTop(s), from: h - bottom, to: top}
	d.text(left, 12, "start", "soft", "share of draws")
	for _, v := range y.ticks(5) {
		d.line(left, y.at(v), w-right, y.at(v), "grid")
		d.text(left-6, y.at(v)+4, "end", "soft", Percent(study.Number(v)))
	}
	d.years(x, h-bottom)
	var cheaper, pays []point
	for i := range s.Series {
		at := x.at(float64(s.Series[i].Year))
		cheaper = append(cheaper, point{at, y.at(float64(s.Series[i].POrbitCheaper))})
		pays = append(pays, point{at, y.at(float64(s.Series[i].POrbitPays))})
	}
	area := append(slices.Clone(cheaper), point{cheaper[len(cheaper)-1].x, y.from}, point{cheaper[0].x, y.from})
	d.path(area, true, "band orbit")
	d.path(pays, false, "median policy dashed")
	d.path(cheaper, false, "median orbit")
	for _, year := range []int{2029, 2035, 2045} {
		if At(s, year) == nil {
			continue
		}
		at := x.at(float64(year))
		of := func(v *study.Verdict) study.Number {
			return map[int]study.Number{2029: v.POrbitCheaper2029, 2035: v.POrbitCheaper2035, 2045: v.POrbitCheaper2045}[year]
		}
		low, high := study.Number(2), study.Number(-1)
		for i := range s.Priors {
			if p := of(&s.Priors[i]); p.Finite() {
				low, high = min(low, p), max(high, p)
			}
		}
		if high >= low {
			d.line(at, y.at(float64(low)), at, y.at(float64(high)), "whisker")
		}
		for i := range s.Priors {
			v := &s.Priors[i]
			class := "dot prior"
			if v.Name == "base" {
				class = "dot orbit"
			}
			if p := of(v); p.Finite() {
				d.circle(at, y.at(float64(p)), 4, class, fmt.Sprintf("priors %s, %d: cheaper in %s", Prior(s, v.Name), year, Percent(p)))
			}
		}
	}
	last := &s.Series[len(s.Series)-1]
	names := []struct{ class, text string }{{"policy", "pays"}, {"orbit", "cheaper"}}
	ends := []float64{pays[len(pays)-1].y, cheaper[len(cheaper)-1].y}
	if last.POrbitPays < last.POrbitCheaper {
		slices.Reverse(names)
		slices.Reverse(ends)
	}
	for i, at := range spread(ends, 15, top, y.from) {
		d.text(w-right+6, at+4, "start", "name "+names[i].class, names[i].text)
	}
	for i := range s.Series {
		v := &s.Series[i]
		step := (x.to - x.from) / math.Max(x.hi-x.lo, 1)
		d.rect(x.at(float64(v.Year))-step/2, top, step, y.from-top, "touch", fmt.Sprintf("%d\ncheaper: %s\npays at the market's price: %s", v.Year, Percent(v.POrbitCheaper), Percent(v.POrbitPays)))
	}
	return d.html()
}

// probabilityTop is the top of the axis: all draws, unless all shares are small.
func probabilityTop(s *study.Summary) float64 {
	most := 0.
	note := func(n study.Number) {
		if n.Finite() {
			most = math.Max(most, float64(n))
		}
	}
	for i := range s.Series {
		note(s.Series[i].POrbitCheaper)
		note(s.Series[i].POrbitPays)
	}
	for _, v := range s.Priors {
		note(v.POrbitCheaper2029)
		note(v.POrbitCheaper2035)
		note(v.POrbitCheaper2045)
	}
	for _, top := range []float64{0.1, 0.25, 0.5} {
		if most <= 0.9*top {
			return top
		}
	}
	return 1
}

// rungs in the order in which studies add them.
var rungs = []string{"launch", "power", "bus", "chips", "network", "operations", "replacement", "finance"}

// rungSum adds up the lines of a side and rung.
func rungSum(s *study.Summary, side, rung string) (sum float64) {
	for _, l := range s.CostLines {
		if l.Side == side && l.Rung == rung && l.USDPerWYear.Finite() {
			sum += float64(l.USDPerWYear)
		}
	}
	return sum
}

// ladderChart stacks both sides' cost by rung.
func ladderChart(s *study.Summary, w, h float64) template.HTML {
	d := newDrawing(w, h, "Cost by boundary, orbit and ground")
	sides := []string{"orbit", "ground"}
	var total [2]float64
	for i, side := range sides {
		for _, r := range rungs {
			total[i] += rungSum(s, side, r)
		}
	}
	top, bottom := 34.0, 30.0
	y := scale{lo: 0, hi: math.Max(math.Max(total[0], total[1]), 1e-9), from: h - bottom, to: top}
	bar := math.Min(w*0.17, 120)
	centre, unit := []float64{w * 0.36, w * 0.64}, " $/W·yr"
	if w < 500 {
		bar, centre, unit = 54, []float64{w * 0.4, w * 0.6}, ""
		d.text(2, 14, "start", "soft", "$/W·yr")
	}
	for i, side := range sides {
		x := centre[i] - bar/2
		d.text(centre[i], h-10, "middle", "name "+side, side)
		if total[i] == 0 {
			d.text(centre[i], h-bottom-10, "middle", "soft", "cannot be delivered")
			continue
		}
		base := 0.0
		var at, value []float64
		var name []string
		for k, r := range rungs {
			v := rungSum(s, side, r)
			if v == 0 {
				continue
			}
			d.rect(x, y.at(base+v), bar, y.at(base)-y.at(base+v), fmt.Sprintf("rung r%d", k), fmt.Sprintf("%s, %s: %s $/W·yr", side, r, Figure(study.Number(v))))
			at, value, name = append(at, -y.at(base+v/2)), append(value, v), append(name, r)
			base += v
		}
		d.text(centre[i], y.at(base)-8, "middle", "total", Figure(study.Number(base))+unit)
		for j, a := range spread(at, 16, -(h - bottom - 6), -top) {
			label := name[j] + " " + Short(study.Number(value[j]))
			if i == 0 {
				d.path([]point{{x - 12, -a}, {x - 8, -a}, {x - 1, -at[j]}}, false, "leader")
				d.text(x-16, -a+4, "end", "label", label)
			} else {
				d.path([]point{{x + bar + 12, -a}, {x + bar + 8, -a}, {x + bar + 1, -at[j]}}, false, "leader")
				d.text(x+bar+16, -a+4, "start", "label", label)
			}
		}
	}
	d.line(centre[0]-bar/2-6, h-bottom, centre[1]+bar/2+6, h-bottom, "axis")
	return d.html()
}

// tornadoChart draws the inputs that move the ratio of costs, strongest first.
func tornadoChart(s *study.Summary, w, h float64) template.HTML {
	drivers := s.Drivers[:min(14, len(s.Drivers))]
	narrow := w < 500
	row, left := 34.0, w*0.5
	if narrow {
		row, left = 48, 8
	}
	top := 26.0
	h = top + row*float64(len(drivers)) + 26
	d := newDrawing(w, h, "Inputs that move the ratio of costs most")
	most := 0.1
	for _, v := range drivers {
		most = math.Max(most, math.Abs(float64(v.Effect))+2*float64(v.StandardError))
	}
	x := scale{lo: -most, hi: most, from: left, to: w - 10}
	d.text(x.at(0)-8, 14, "end", "name orbit", "← more favours orbit")
	d.text(x.at(0)+8, 14, "start", "name ground", "more favours ground →")
	for i, v := range drivers {
		y := top + row*float64(i)
		mid := y + row/2
		if narrow {
			d.text(2, y+12, "start", "label", fit(v.What, w-4, 12))
			mid = y + 28
			d.line(x.at(0), mid-10, x.at(0), mid+10, "axis")
		} else {
			d.text(left-12, y+14, "end", "label", fit(v.What, left-16, 13))
			d.text(left-12, y+28, "end", "path", v.Path+" · "+v.Kind)
		}
		e := float64(v.Effect)
		class := "bar ground"
		if e < 0 {
			class = "bar orbit"
		}
		from, to := x.at(math.Min(e, 0)), x.at(math.Max(e, 0))
		d.rect(from, mid-7, to-from, 14, class, fmt.Sprintf("%s (%s)\n%s ± %.2f", v.What, v.Path, Signed(v.Effect), float64(v.StandardError)))
		d.line(x.at(e-float64(v.StandardError)), mid, x.at(e+float64(v.StandardError)), mid, "whisker")
	}
	if !narrow {
		d.line(x.at(0), top-4, x.at(0), h-24, "axis")
	}
	for _, t := range x.ticks(6) {
		d.text(x.at(t), h-8, "middle", "soft", minus(fmt.Sprintf("%.1f", t)))
	}
	return d.html()
}

// bindingChart shades, for one side, each limit's share of the draws by year.
func bindingChart(s *study.Summary, side string, w float64) template.HTML {
	type limit struct {
		name string
		sum  float64
	}
	var limits []limit
	for _, b := range s.Binding {
		if b.Side != side {
			continue
		}
		i := slices.IndexFunc(limits, func(l limit) bool { return l.name == b.Limit })
		if i < 0 {
			limits, i = append(limits, limit{name: b.Limit}), len(limits)
		}
		limits[i].sum += float64(b.Share)
	}
	slices.SortStableFunc(limits, func(a, b limit) int { return cmp.Compare(b.sum, a.sum) })
	limits = limits[:min(len(limits), 10)]
	left, row := 150.0, 24.0
	if w < 500 {
		left = 116
	}
	h := row*float64(len(limits)) + 26
	d := newDrawing(w, h, "What limits the "+side+" by year")
	n := max(len(s.Series), 1)
	cell := (w - left - 4) / float64(n)
	for i, l := range limits {
		y := row * float64(i)
		d.text(left-8, y+16, "end", "label", fit(l.name, left-8, 13))
		for k := range s.Series {
			year := s.Series[k].Year
			var share study.Number
			for _, b := range s.Binding {
				if b.Year == year && b.Side == side && b.Limit == l.name {
					share = b.Share
				}
			}
			x := left + cell*float64(k)
			d.rect(x+0.5, y+1, cell-1, row-2, "empty", "")
			if share > 0 {
				d.shade(x+0.5, y+1, cell-1, row-2, math.Min(0.12+0.88*float64(share), 1), "cell "+side, fmt.Sprintf("%d, %s: %s of draws", year, l.name, Percent(share)))
			}
		}
	}
	for k := range s.Series {
		if year := s.Series[k].Year; year%5 == 0 || k == 0 {
			d.text(left+cell*(float64(k)+0.5), h-8, "middle", "soft", fmt.Sprint(year))
		}
	}
	return d.html()
}
