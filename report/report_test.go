package report

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/study"
)

// cases are studies of scenarios that stretch the page: usual ones, and those in
// which nothing exists.
func cases(t *testing.T) map[string][]string {
	t.Helper()
	return map[string][]string{
		"base":       nil,
		"no payload": {"stated.payload=0 t"},
		"short":      {"run.horizon=1 yr"},
		"long":       {"run.horizon=30 yr"},
		"free":       {"stated.launch_usd_per_kg=1 $/kg", "stated.specific_power=1000 kW/t", "stated.satellite_usd_per_w=0 $/W", "stated.ground_usd_per_mwh=5000 $/MWh"},
	}
}

func studied(t *testing.T, set []string) (*study.Summary, *dawndusk.Case) {
	t.Helper()
	c, err := dawndusk.Load("base", set...)
	if err != nil {
		t.Fatal(err)
	}
	s, err := study.Run(t.Context(), "base", set, study.Options{Draws: 30, Seed: 1, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return s, c
}

func TestPageStandsAlone(t *testing.T) {
	for name, set := range cases(t) {
		s, c := studied(t, set)
		var b bytes.Buffer
		if err := Write(&b, s, c); err != nil {
			t.Fatal(name, err)
		}
		wellFormed(t, name, b.Bytes())
		text := b.String()
		for _, bad := range []string{"<script", "javascript:", "<link", "<img", "<iframe", "@import", "url(", "NaN", "+Inf", "-Inf", ">Inf<", "Inf ", "ZgotmplZ", "%!", "<no value>"} {
			if i := strings.Index(text, bad); i >= 0 {
				t.Errorf("%s: the page holds %q: …%s…", name, bad, text[max(0, i-80):min(len(text), i+80)])
			}
		}
		if !strings.Contains(text, "Every input and where it comes from") || strings.Count(text, "<svg") != 2*36 {
			t.Errorf("%s: %d drawings", name, strings.Count(text, "<svg"))
		}
		for i := range c.Book.Rows {
			if !strings.Contains(text, "<code>"+c.Book.Rows[i].Path+"</code>") {
				t.Errorf("%s: no row for %s", name, c.Book.Rows[i].Path)
			}
		}
		if got := strings.Count(text, `class="changed"`); got != len(set) {
			t.Errorf("%s: %d rows are marked as changed, not %d", name, got, len(set))
		}
	}
}

// wellFormed checks that elements nest, that only links refer elsewhere and that
// every link inside the page has its target.
func wellFormed(t *testing.T, name string, page []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(page))
	d.Strict = false
	d.AutoClose = []string{"meta", "br"}
	d.Entity = xml.HTMLEntity
	ids, wanted := map[string]bool{}, map[string]bool{}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			switch {
			case a.Name.Local == "id":
				if ids[a.Value] {
					t.Errorf("%s: two elements are called %s", name, a.Value)
				}
				ids[a.Value] = true
			case a.Name.Local == "href" && e.Name.Local == "a" && strings.HasPrefix(a.Value, "#"):
				wanted[a.Value[1:]] = true
			case a.Name.Local == "href" && e.Name.Local == "a":
				if !strings.HasPrefix(a.Value, "https://") && !strings.HasPrefix(a.Value, "http://") {
					t.Errorf("%s: a link to %s", name, a.Value)
				}
			case a.Name.Local == "src" || a.Name.Local == "href" || strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Value, "://"):
				t.Errorf("%s: <%s %s=%q>", name, e.Name.Local, a.Name.Local, a.Value)
			}
		}
	}
	for id := range wanted {
		if !ids[id] {
			t.Errorf("%s: nothing is called %s", name, id)
		}
	}
}

// TestDrawingsAreXML parses every drawing strictly.
// The page tells every boundary in every metric, and puts every study that has a
// stance on one axis; a run that ends before the year of the bills tells none.
func TestPageTellsCostsAndOthers(t *testing.T) {
	others, err := study.Standings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for set, told := range map[string]bool{"run.horizon=20 yr": true, "run.horizon=1 yr": false} {
		s, c := studied(t, []string{set})
		var b bytes.Buffer
		if err := Write(&b, s, c); err != nil {
			t.Fatal(err)
		}
		text := b.String()
		if got := strings.Contains(text, "Every boundary in every metric"); got != told {
			t.Errorf("%s: costs told: %v", set, got)
		}
		if got := len(s.Costs); (got == int(finance.NumMetrics)*int(finance.NumRungs)) != told || (s.CostDraws == 30) != told {
			t.Errorf("%s: %d costs of %d draws", set, got, s.CostDraws)
		}
		for i := range others {
			if !strings.Contains(text, ">"+fitMiddle(StandingName(&others[i]), 270, 13)+"</text>") {
				t.Errorf("%s is not on the axis", StandingName(&others[i]))
			}
		}
	}
}

func TestDrawingsAreXML(t *testing.T) {
	for name, set := range cases(t) {
		s, c := studied(t, set)
		var b bytes.Buffer
		if err := Write(&b, s, c); err != nil {
			t.Fatal(err)
		}
		for _, svg := range regexp.MustCompile(`(?s)<svg.*?</svg>`).FindAllString(b.String(), -1) {
			for d := xml.NewDecoder(strings.NewReader(svg)); ; {
				if _, err := d.Token(); errors.Is(err, io.EOF) {
					break
				} else if err != nil {
					t.Fatalf("%s: %v in %.200s", name, err, svg)
				}
			}
		}
	}
}

// TestHostileTextIsText lets a scenario's own words try to be markup.
func TestHostileTextIsText(t *testing.T) {
	s, c := studied(t, nil)
	const evil = `"><script>alert(1)</script><b x='`
	s.Title, s.Scenario, s.Warnings = evil, evil, []string{evil}
	s.Drivers = append(s.Drivers, study.Driver{Path: evil, What: evil, Kind: evil, Effect: 0.99})
	s.Binding = append(s.Binding, study.Binding{Year: 2030, Side: "orbit", Limit: evil, Share: 1})
	c.Book.Rows[0].Note, c.Book.Rows[0].Text = evil, evil
	var b bytes.Buffer
	if err := Write(&b, s, c); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(b.String(), "<script") || strings.Contains(b.String(), "<b x=") {
		t.Error("text became markup")
	}
	wellFormed(t, "hostile", b.Bytes())
}

func TestSeriesAsCSV(t *testing.T) {
	s, _ := studied(t, []string{"stated.payload=0 t"})
	var b bytes.Buffer
	if err := CSV(&b, s); err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(lines) != 1+len(s.Series) || len(lines[0]) != 4+3*len(columns) {
		t.Errorf("%d lines of %d fields", len(lines), len(lines[0]))
	}
	for _, l := range lines {
		for i, f := range l {
			if strings.Contains(f, "Inf") || strings.Contains(f, "NaN") {
				t.Errorf("%s is %s", lines[0][i], f)
			}
		}
	}
}

func TestFigures(t *testing.T) {
	inf, none := study.Number(math.Inf(1)), study.Number(math.NaN())
	for _, c := range []struct {
		n              study.Number
		figure, short  string
		percent, money string
	}{
		{0, "0", "0", "0 %", "0 $"},
		{1, "1", "1", "100 %", "1 $"},
		{0.001, "0.001", "0.001", "<1 %", "0.001 $"},
		{0.0456, "0.0456", "0.046", "5 %", "0.046 $"},
		{0.997, "0.997", "1", ">99 %", "1 $"},
		{9.996, "10", "10", "1000 %", "10 $"},
		{12.34, "12.3", "12", "1234 %", "12 $"},
		{999.6, "1,000", "1,000", "99960 %", "1 k$"},
		{1000, "1,000", "1,000", "100000 %", "1 k$"},
		{123456, "123,000", "120,000", "12345600 %", "123 k$"},
		{-2.5e9, "−2,500,000,000", "−2,500,000,000", "−250000000000 %", "−2.5 G$"},
		{inf, "∞", "∞", "–", "–"},
		{none, "–", "–", "–", "–"},
	} {
		if got := [4]string{Figure(c.n), Short(c.n), Percent(c.n), Dollars(c.n)}; got != [4]string{c.figure, c.short, c.percent, c.money} {
			t.Errorf("%v: %q", float64(c.n), got)
		}
	}
	if got := Year(2034.99); got != "2034" {
		t.Error(got)
	}
	if got := Year(inf); got != "never" {
		t.Error(got)
	}
	if got := Money(study.Band{P10: -3.6e10, P50: -1e10, P90: -4e8}); got != "−10 (−36 to −0.4) G$" {
		t.Error(got)
	}
	if got := Spread(study.Band{P10: -2, P50: 1, P90: 3}, Short); got != "1 (−2 to 3)" {
		t.Error(got)
	}
}

// TestSentences holds the words to what they say: a share of nothing has its
// bound, the distance is that of the verdict's year.
func TestSentences(t *testing.T) {
	inf := study.Number(math.Inf(1))
	for _, c := range []struct {
		draws int
		p     study.Number
		ratio study.Band
		want  string
	}{
		{2000, 0, study.Band{P10: 4, P50: 6.9, P90: 13}, "In none of 2,000 draws (below 0.15 % with 95 % confidence) is orbit the cheaper place for batch work in 2035; an hour from orbit costs 6.9 times the ground's (4–13 in 80 % of draws)."},
		{2000, 0.004, study.Band{P10: 1.3, P50: 2, P90: inf}, "In 0.4 % of 2,000 draws (±0.14 points) orbit is the cheaper place for batch work in 2035; an hour from orbit costs 2 times the ground's (1.3 or more; in a tenth of the draws none can be delivered)."},
		{400, 0.5, study.Band{P10: 0.5, P50: 1, P90: 2}, "In 50 % of 400 draws (±2.5 points) orbit is the cheaper place for batch work in 2035; an hour from orbit costs 1 times the ground's (0.5–2 in 80 % of draws)."},
		{2000, 1, study.Band{P10: 0.1, P50: 0.2, P90: 0.3}, "In all of 2,000 draws (above 99.85 % with 95 % confidence) orbit is the cheaper place for batch work in 2035; an hour from orbit costs 0.2 times the ground's (0.1–0.3 in 80 % of draws)."},
		{1, 0, study.Band{P10: inf, P50: inf, P90: inf}, "In none of 1 draws (below 95 % with 95 % confidence) is orbit the cheaper place for batch work in 2035; in nine of ten draws and more no hour from orbit can be delivered."},
		{40, 0, study.Band{P10: 9, P50: inf, P90: inf}, "In none of 40 draws (below 7.2 % with 95 % confidence) is orbit the cheaper place for batch work in 2035; in half of the draws or more no hour from orbit can be delivered."},
	} {
		s := &study.Summary{Draws: c.draws, Series: []study.SeriesYear{{Year: 2035, POrbitCheaper: c.p, CostRatio: c.ratio}}}
		s.Headline.Product = "batch"
		s.Sampling.Numbers = []study.SamplingError{{Of: "p_orbit_cheaper", Year: 2035, At: "share", StandardError: study.Number(math.Sqrt(float64(c.p*(1-c.p)) / float64(c.draws)))}}
		if got := Verdict(s); got != c.want {
			t.Errorf("%s\nnot\n%s", got, c.want)
		}
	}
}

// TestVerif_RuleOfThree: at the bound, n draws in which nothing is seen have a
// chance of 5 %, and for many draws the bound is 3/n.
func TestVerif_RuleOfThree(t *testing.T) {
	for _, n := range []int{1, 2, 10, 100, 2000, 100000} {
		none, bound := 1., unseen(n)
		for range n {
			none *= 1 - bound/100
		}
		if math.Abs(none-0.05) > 1e-9 {
			t.Errorf("%d draws: none is seen in %v of runs", n, none)
		}
		if n >= 100 && math.Abs(bound*float64(n)/300-1) > 0.02 {
			t.Errorf("%d draws: %v %% is not 3/n", n, bound)
		}
	}
}

// TestOwnPriorsHaveTheirName: outside base, the row that the result calls base is
// the scenario as it is.
func TestOwnPriorsHaveTheirName(t *testing.T) {
	for scenario, want := range map[string]string{"base": "base", "announced": "as it is"} {
		if got := Prior(&study.Summary{Scenario: scenario}, "base"); got != want {
			t.Errorf("%s: %q", scenario, got)
		}
	}
	if got := Prior(&study.Summary{Scenario: "announced"}, "promoter"); got != "promoter" {
		t.Error(got)
	}
}

func TestSpreadKeepsLabelsApart(t *testing.T) {
	for _, y := range [][]float64{{10, 11, 12, 13}, {0, 0, 0}, {100, 100, 99}, {50}, {}} {
		got := spread(y, 15, 0, 100)
		for i := 1; i < len(got); i++ {
			if got[i]-got[i-1] < 14.9 {
				t.Errorf("%v: %v", y, got)
			}
		}
	}
}
