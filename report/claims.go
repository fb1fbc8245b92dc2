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

// verdicts on claims, in the order in which they are told: how each is set apart
// without colour, and with it.
var verdicts = [...]struct{ name, mark, class, told string }{
	{"met", "✓", "met", "met"},
	{"on course", "↗", "course", "on course"},
	{"unlikely", "↘", "unlikely", "unlikely"},
	{"refuted", "✕", "refuted", "refuted"},
	{"input", "–", "open", "inputs"},
	{"untestable", "?", "open", "untestable"},
}

func verdictOf(name string) (mark, class string) {
	for _, v := range verdicts {
		if v.name == name {
			return v.mark, v.class
		}
	}
	return "?", "open"
}

// claimRow is a claim as the page shows it.
type claimRow struct {
	study.Claim
	Mark, Class    string // of its verdict
	When, Quantity string
	Kinds          string
	Chapter, Place string // the anchor in this page that has it at length, and its name; "" where the chapter is left out
}

func claimRows(s *study.Summary) []claimRow {
	rows := make([]claimRow, len(s.Claims))
	for i := range s.Claims {
		c := &s.Claims[i]
		r := &rows[i]
		*r = claimRow{Claim: *c, Quantity: ClaimQuantity(&c.Value)}
		for _, text := range []*string{&r.Numbers, &r.Asks, &r.Differs, &r.Observed, &r.Reason} {
			*text = solidUnits(*text)
		}
		r.Mark, r.Class = verdictOf(c.Verdict)
		if !math.IsNaN(float64(c.Date)) {
			r.When = Year(c.Date)
		}
		var kinds []string
		for _, k := range strings.Split(c.Kind, "/") {
			kinds = append(kinds, map[string]string{"I": "an input, as stated", "O": "an output, held against the model", "E": "an event, drawn"}[k])
		}
		r.Kinds = strings.Join(kinds, "; ")
		if _, anchor, ok := strings.Cut(c.Report, "#"); ok {
			if place := places(s)[anchor]; place != "" {
				r.Chapter, r.Place = anchor, place
			}
		}
	}
	return rows
}

// places are the anchors of the page that claims refer to, and what they are called.
func places(s *study.Summary) map[string]string {
	m := map[string]string{
		"verdict": "When does orbit become cheaper?", "growth": "What gets built, and what stops it",
		"launch": "Starship: flights, payload, price", "ground": "What the ground could add",
	}
	if s.Moon != nil {
		m["moon"] = "The factory on the Moon"
	}
	if s.Company != nil {
		m["company"] = "The company"
	}
	if s.Lab != nil {
		m["lab"] = "The laboratory"
	}
	if len(s.Events) > 0 {
		m["events"] = "What may strike"
	}
	return m
}

// ClaimQuantity is the quantity of a claim with its band and unit: "240 (120–430) a year".
func ClaimQuantity(v *study.ClaimValue) string {
	if v.What == "" || math.IsNaN(float64(v.P50)) {
		return ""
	}
	format, unit := Short, " "+v.Unit
	switch v.Unit {
	case "1":
		unit = ""
	case "1/yr":
		unit = " a year"
	case "year":
		format, unit = Year, ""
	}
	if !v.P10.Finite() && !v.P50.Finite() && !v.P90.Finite() && v.Unit != "year" {
		return "none"
	}
	return Spread(study.Band{P10: v.P10, P50: v.P50, P90: v.P90}, format) + unit
}

// ClaimsFare counts the verdicts: "1 met, 7 on course, 5 unlikely".
func ClaimsFare(s *study.Summary) string {
	var parts []string
	for _, v := range verdicts {
		n := 0
		for i := range s.Claims {
			if s.Claims[i].Verdict == v.name {
				n++
			}
		}
		if n > 0 {
			told := v.told
			if n == 1 {
				told = v.name
			}
			parts = append(parts, fmt.Sprintf("%d %s", n, told))
		}
	}
	return strings.Join(parts, ", ")
}

// fare says in a sentence how the claims fare.
func fare(s *study.Summary) string {
	text := ClaimsFare(s)
	if i := strings.LastIndex(text, ", "); i >= 0 {
		text = text[:i] + " and " + text[i+2:]
	}
	return fmt.Sprintf("Of %d claims about the merger of SpaceX and xAI and what it is for: %s.", len(s.Claims), text)
}

// claimsChart sets every claim that has a probability on one axis, with the shares
// that tell the verdicts apart.
func claimsChart(s *study.Summary, w float64) template.HTML {
	list := make([]*study.Claim, 0, len(s.Claims))
	for i := range s.Claims {
		if s.Claims[i].Probability.Finite() {
			list = append(list, &s.Claims[i])
		}
	}
	slices.SortStableFunc(list, func(a, b *study.Claim) int { return cmp.Compare(a.Probability, b.Probability) })
	const wide, high, gap = 33.0, 18.0, 3.0
	left, right, top, bottom := 4.0, 4.0, 24.0, 36.0
	x := scale{lo: 0, hi: 1, from: left + wide/2, to: w - right - wide/2}
	type chip struct {
		x     float64
		level int
	}
	chips := make([]chip, len(list))
	levels := 1
	for i, c := range list {
		at := x.at(float64(c.Probability))
		level := 0
		for taken := true; taken; {
			taken = false
			for _, other := range chips[:i] {
				if other.level == level && math.Abs(other.x-at) < wide+gap {
					level, taken = level+1, true
					break
				}
			}
		}
		chips[i] = chip{at, level}
		levels = max(levels, level+1)
	}
	h := top + float64(levels)*(high+gap) + 8 + bottom
	d := newDrawing(w, h, "Share of draws in which each claim comes true")
	base := h - bottom
	for _, v := range []float64{0, 0.25, 0.5, 0.75, 1} {
		d.line(x.at(v), base, x.at(v), base+4, "axis")
		d.text(x.at(v), base+17, "middle", "soft", Percent(study.Number(v)))
	}
	for _, v := range []float64{0.05, 0.5} {
		d.line(x.at(v), top-8, x.at(v), base, "leader dashed")
	}
	d.line(left, base, w-right, base, "axis")
	d.text(w/2, h-3, "middle", "soft", "share of draws in which it comes true")
	d.text(left, 11, "start", "soft", "refuted")
	d.text(x.at(0.275), 11, "middle", "soft", "unlikely")
	d.text(x.at(0.75), 11, "middle", "soft", "on course, or met")
	for i, c := range list {
		_, class := verdictOf(c.Verdict)
		y := base - 6 - float64(chips[i].level+1)*(high+gap) + gap
		fmt.Fprintf(&d.b, `<a href="#claim-%s">`, template.HTMLEscapeString(c.ID))
		d.rect(chips[i].x-wide/2, y, wide, high, "chip "+class, fmt.Sprintf("%s %s: %s of draws, %s", c.ID, c.Claim, Percent(c.Probability), c.Verdict))
		d.text(chips[i].x, y+13, "middle", "chiptext", c.ID)
		d.b.WriteString("</a>")
	}
	return d.html()
}
