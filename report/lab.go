package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/study"
)

// labView is the laboratory as the page shows it.
type labView struct {
	*study.LabChapter
	Lead            string
	Inputs, Assumed int
	Told            []*study.LabOfYear // in the tables
	Channels        []labChannel
}

// labChannel is the tokens of a channel in the years told, 10¹², and the dollars of
// each of these years.
type labChannel struct {
	Name                      string
	Tokens, CostUSD, LegalUSD []study.Band
}

// scientific prints a number as a power of ten: "2.3·10²⁷".
func scientific(n study.Number) string {
	v := float64(n)
	if !n.Finite() || v <= 0 {
		return Short(n)
	}
	text := strconv.FormatFloat(v, 'e', 1, 64)
	mantissa, exponent, _ := strings.Cut(text, "e")
	mantissa = strings.TrimSuffix(mantissa, ".0")
	e, _ := strconv.Atoi(exponent)
	power := "10" + strings.NewReplacer("-", "⁻", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(strconv.Itoa(e))
	if mantissa == "1" {
		return power
	}
	return mantissa + "·" + power
}

func newLabView(s *study.Summary, c *dawndusk.Case) *labView {
	l := s.Lab
	if l == nil || len(l.Years) == 0 {
		return nil
	}
	v := &labView{LabChapter: l}
	v.Inputs, v.Assumed = weighed(c.Book, "lab.")
	last := &l.Years[len(l.Years)-1]
	for i := range l.Years {
		if y := &l.Years[i]; slices.Contains([]int{2026, 2028, 2030, 2035, last.Year}, y.Year) {
			v.Told = append(v.Told, y)
		}
	}
	for k, t := range last.Tokens {
		ch := labChannel{Name: t.Channel}
		for _, y := range v.Told {
			ch.Tokens = append(ch.Tokens, scaled(y.Tokens[k].Tokens, 1e-12))
			ch.CostUSD, ch.LegalUSD = append(ch.CostUSD, y.Tokens[k].CostUSD), append(ch.LegalUSD, y.Tokens[k].Legal)
		}
		v.Channels = append(v.Channels, ch)
	}
	y := last
	if i := slices.IndexFunc(l.Years, func(y study.LabOfYear) bool { return y.Year == 2028 }); i >= 0 {
		y = &l.Years[i]
	}
	v.Lead = fmt.Sprintf("At the end of %d the group’s laboratory has %s of the named laboratories’ compute, xAI alone %s; its best model is %s nats behind the best of the others, that of xAI alone %s.",
		y.Year, percents(y.ComputeShare), percents(y.ShareAlone), Short(y.Gap.P50), Short(y.GapAlone.P50))
	return v
}

func (v *view) labFigures() {
	l := v.LabView
	if l == nil {
		return
	}
	years := make([]int, len(l.Years))
	for i := range l.Years {
		years[i] = l.Years[i].Year
	}
	by := func(f func(y *study.LabOfYear) study.Band) func(i int) study.Band {
		return func(i int) study.Band { return f(&l.Years[i]) }
	}
	add := func(name string, c bandChart) {
		c.years = years
		v.Figures[name] = figure{c.draw(560, 330), c.draw(360, 300)}
	}
	add("lab-run", bandChart{label: "Largest training run", unit: "FLOP", log: true, tick: scientific, told: scientific, list: []quantity{
		{"frontier’s", "price", by(func(y *study.LabOfYear) study.Band { return y.FrontierRunFLOP })},
		{"group’s", "orbit", by(func(y *study.LabOfYear) study.Band { return y.LargestRunFLOP })},
	}})
	nats := func(n study.Number) string {
		if !n.Finite() {
			return Short(n)
		}
		return minus(strconv.FormatFloat(math.Round(float64(n)*1e4)/1e4, 'f', -1, 64))
	}
	add("lab-gap", bandChart{label: "Gap in loss to the best of the others", unit: "nats; below zero it leads", tick: nats, told: nats, list: []quantity{
		{"xAI alone", "ground", by(func(y *study.LabOfYear) study.Band { return y.GapAlone })},
		{"merged", "orbit", by(func(y *study.LabOfYear) study.Band { return y.Gap })},
	}})
	add("lab-share", bandChart{label: "Share of the named laboratories' compute", unit: "of the named laboratories’ compute", tick: Percent, told: Percent, list: []quantity{
		{"xAI alone", "ground", by(func(y *study.LabOfYear) study.Band { return y.ShareAlone })},
		{"merged", "orbit", by(func(y *study.LabOfYear) study.Band { return y.ComputeShare })},
	}})
	add("lab-cost", bandChart{label: "Data and the law", unit: "M$ a year", list: []quantity{
		{"legal", "ground", by(func(y *study.LabOfYear) study.Band { return scaled(y.LegalUSD, 1e-6) })},
		{"data", "orbit", by(func(y *study.LabOfYear) study.Band { return scaled(y.CostUSD, 1e-6) })},
	}})
	binds := stackChart{label: "What binds the laboratory", unit: "share of draws", years: years, top: 1, told: Percent}
	for k, class := range []string{"orbit", "policy", "ground"} {
		if k < len(l.Years[0].Binds) {
			binds.parts = append(binds.parts, stackPart{l.Years[0].Binds[k].What, class, func(i int) study.Number { return l.Years[i].Binds[k].Share }})
		}
	}
	v.Figures["lab-binds"] = figure{binds.draw(560, 330), binds.draw(360, 300)}
	var channels []quantity
	for k, class := range []string{"orbit", "ground", "policy", "prior", "own"} {
		if k < len(l.Channels) {
			channels = append(channels, quantity{l.Channels[k].Name, class, by(func(y *study.LabOfYear) study.Band {
				return study.Band{P10: nan, P50: y.Tokens[k].Tokens.P50 * 1e-12, P90: nan}
			})})
		}
	}
	add("lab-tokens", bandChart{label: "Unique tokens in hand, by channel", unit: "10¹² tokens, medians", log: true, list: channels})
}
