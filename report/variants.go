package report

import (
	"fmt"
	"html/template"
	"math"

	"github.com/dawndusk/dawndusk/study"
)

// variant is a row of the charts that set one verdict against another.
type variant struct {
	name, class string
	study.Verdict
	gap bool // a new group begins
}

// variants lists the verdict under each of the priors, policies and launch
// prices, and with correlations off.
func variants(s *study.Summary) (rows []variant) {
	for i, v := range s.Priors {
		rows = append(rows, variant{"priors: " + Prior(s, v.Name), "prior", v, i == 0})
	}
	for i, v := range s.Policies {
		rows = append(rows, variant{"policy: " + v.Name, "policy", v, i == 0})
	}
	for i, v := range s.LaunchBases {
		rows = append(rows, variant{"launch: " + v.Name, "own", v, i == 0})
	}
	return append(rows, variant{s.CorrelationsOff.Name, "price", s.CorrelationsOff, true})
}

// Of the charts with a row for each variant.
const rowHeight, groupGap = 23.0, 7.0

// variantMargin is the room for the names of the rows.
func variantMargin(w float64) float64 {
	if w < 500 {
		return 146
	}
	return 164
}

// variantsHeight is the height of a list of rows.
func variantsHeight(rows []variant) (h float64) {
	for _, r := range rows {
		h += rowHeight
		if r.gap {
			h += groupGap
		}
	}
	return h
}

// distanceChart draws the ratio of the costs in the verdict's year under every
// variant, with the line at which orbit is as cheap as the ground.
func distanceChart(s *study.Summary, w float64) template.HTML {
	rows := variants(s)
	left, right, top := variantMargin(w), 52.0, 26.0
	h := top + variantsHeight(rows) + 26
	d := newDrawing(w, h, fmt.Sprintf("Orbit's cost over the ground's in %d", verdictYear))
	lo, hi := 0.8, 2.0
	for i := range rows {
		for _, n := range []study.Number{rows[i].CostRatio2035.P10, rows[i].CostRatio2035.P50, rows[i].CostRatio2035.P90} {
			if v := float64(n); n.Finite() && v > 0 {
				lo, hi = math.Min(lo, v/1.1), math.Max(hi, v*1.1)
			}
		}
	}
	x := scale{lo: math.Max(lo, hi/1e4), hi: hi, from: left, to: w - right, log: true}
	bottom := h - 24
	for _, v := range x.ticks(6) {
		d.line(x.at(v), top, x.at(v), bottom, "grid")
		d.text(x.at(v), h-7, "middle", "soft", Short(study.Number(v)))
	}
	d.line(left, bottom, w-right, bottom, "axis")
	d.line(x.at(1), top-6, x.at(1), bottom, "mark")
	d.text(x.at(1)+5, 14, "start", "name ground", "as cheap as the ground")
	at := top
	for _, r := range rows {
		if r.gap {
			at += groupGap
		}
		mid := at + rowHeight/2
		at += rowHeight
		b := r.CostRatio2035
		title := fmt.Sprintf("%s: %s times the ground's cost", r.name, Spread(b, Figure))
		d.text(left-8, mid+4, "end", "label", fit(r.name, left-8, 13))
		d.text(w-4, mid+4, "end", "label", Short(b.P50))
		if b.P10.Finite() {
			end := x.to
			if b.P90.Finite() {
				end = x.at(float64(b.P90))
			}
			d.rect(x.at(float64(b.P10)), mid-5, math.Max(end-x.at(float64(b.P10)), 3), 10, "bar "+r.class, title)
		}
		if b.P50.Finite() {
			d.circle(x.at(float64(b.P50)), mid, 5, "dot "+r.class, title)
		}
	}
	return d.html()
}

// crossoverChart draws a row for each product and variant: from the first tenth
// of the draws to cross over to the last, and the share that never does.
func crossoverChart(s *study.Summary, w float64) template.HTML {
	var rows []variant
	for _, p := range s.Products {
		rows = append(rows, variant{Product(p.Name), "orbit", study.Verdict{CrossoverYear: p.CrossoverYear}, false})
	}
	rows = append(rows, variants(s)...)
	left, right, top := variantMargin(w), 52.0, 26.0
	h := top + variantsHeight(rows) + 26
	d := newDrawing(w, h, "Year from which orbit is cheaper")
	first, last := 2026., 2046.
	if n := len(s.Series); n > 0 {
		first, last = float64(s.Series[0].Year), float64(s.Series[n-1].Year+1)
	}
	x := scale{lo: first, hi: last, from: left, to: w - right}
	d.text(w-4, 14, "end", "soft", "never")
	at := top
	for _, r := range rows {
		if r.gap {
			at += groupGap
		}
		mid := at + rowHeight/2
		d.text(left-8, mid+4, "end", "label", fit(r.name, left-8, 13))
		d.line(left, mid, w-right, mid, "grid")
		title := fmt.Sprintf("%s: 10 %% %s, 50 %% %s, 90 %% %s, never %s", r.name, Year(r.CrossoverYear.P10), Year(r.CrossoverYear.P50), Year(r.CrossoverYear.P90), Percent(r.CrossoverYear.NeverFraction))
		if r.CrossoverYear.P10.Finite() {
			end := w - right
			if r.CrossoverYear.P90.Finite() {
				end = x.at(float64(r.CrossoverYear.P90))
			}
			d.rect(x.at(float64(r.CrossoverYear.P10)), mid-5, math.Max(end-x.at(float64(r.CrossoverYear.P10)), 3), 10, "bar "+r.class, title)
		}
		if !r.CrossoverYear.P10.Finite() {
			d.text((left+w-right)/2, mid+4, "middle", "soft halo", "under a tenth cross over")
		}
		if r.CrossoverYear.P50.Finite() {
			d.circle(x.at(float64(r.CrossoverYear.P50)), mid, 5.5, "dot "+r.class, title)
		}
		d.text(w-4, mid+4, "end", "label", Percent(r.CrossoverYear.NeverFraction))
		at += rowHeight
	}
	d.years(x, at+2)
	return d.html()
}
