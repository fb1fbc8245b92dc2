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
		if !strings.Contains(text, "Every input and where it comes from") || strings.Count(text, "<svg") != 2*13 {
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
	if len(lines) != 1+len(s.Series) || len(lines[0]) != 2+3*len(columns) {
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
