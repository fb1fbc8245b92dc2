package report

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/study"
)

func written(t *testing.T, set []string) (*study.Summary, string) {
	t.Helper()
	s, c := studied(t, set)
	var b bytes.Buffer
	if err := Write(&b, s, c); err != nil {
		t.Fatal(err)
	}
	wellFormed(t, strings.Join(set, " "), b.Bytes())
	return s, b.String()
}

// TestClaimsLeadToTheirChapters: every claim has its row, its answer is told in it,
// and the chapter that it names is in the page and is linked from the row.
func TestClaimsLeadToTheirChapters(t *testing.T) {
	s, text := written(t, nil)
	if len(s.Claims) != 30 {
		t.Fatalf("%d claims", len(s.Claims))
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		_, row, found := strings.Cut(text, `<details id="claim-`+c.ID+`">`)
		if !found {
			t.Errorf("%s has no row", c.ID)
			continue
		}
		row, _, _ = strings.Cut(row, "</details>")
		_, anchor, _ := strings.Cut(c.Report, "#")
		if anchor == "" || strings.Count(text, ` id="`+anchor+`"`) != 1 {
			t.Errorf("%s: the chapter %q is not in the page", c.ID, c.Report)
		}
		if !strings.Contains(row, `href="#`+anchor+`"`) {
			t.Errorf("%s does not lead to %s", c.ID, anchor)
		}
		if !strings.Contains(row, "</span> "+c.Verdict+"</span>") {
			t.Errorf("%s does not tell its verdict, %s", c.ID, c.Verdict)
		}
		if c.Probability.Finite() != strings.Contains(text, `<a href="#claim-`+c.ID+`"><rect`) {
			t.Errorf("%s: its place on the axis of probabilities, at %v", c.ID, c.Probability)
		}
	}
}

// TestChaptersLeftOut: what a scenario leaves out is neither a chapter nor a link,
// together and one by one, and the claims that need it say so.
func TestChaptersLeftOut(t *testing.T) {
	chapters := []string{"moon", "company", "lab", "events"}
	sets := [][]string{{"run.moon=off", "run.company=off", "run.lab=off", "run.events=off"}}
	for _, c := range chapters {
		sets = append(sets, []string{"run." + c + "=off"})
	}
	for _, set := range sets {
		s, text := written(t, set)
		off := strings.Join(set, " ")
		for _, c := range chapters {
			want := !strings.Contains(off, "run."+c+"=off")
			if got := strings.Contains(text, `<section id="`+c+`">`); got != want {
				t.Errorf("%s: the chapter %s is there: %v", off, c, got)
			}
			if got := strings.Contains(text, `<a href="#`+c+`">`); got != want {
				t.Errorf("%s: something leads to %s: %v", off, c, got)
			}
		}
		if len(s.Claims) != strings.Count(text, `<details id="claim-`) {
			t.Errorf("%s: %d rows of claims", off, strings.Count(text, `<details id="claim-`))
		}
		if !strings.Contains(text, "the scenario leaves out") {
			t.Errorf("%s: no claim says what is left out", off)
		}
	}
}

// TestClaimQuantities reads values that exist, do not and never come.
func TestClaimQuantities(t *testing.T) {
	inf, none := study.Number(math.Inf(1)), study.Number(math.NaN())
	for _, c := range []struct {
		v    study.ClaimValue
		want string
	}{
		{study.ClaimValue{P10: 17.3, P50: 44.6, P90: 124.6, Unit: "1", What: "x"}, "45 (17–125)"},
		{study.ClaimValue{P10: 117, P50: 237, P90: 427, Unit: "1/yr", What: "x"}, "237 (117–427) a year"},
		{study.ClaimValue{P10: 4027, P50: inf, P90: inf, Unit: "$/kg", What: "x"}, "∞ (4,000–∞) $/kg"},
		{study.ClaimValue{P10: inf, P50: inf, P90: inf, Unit: "$/kg", What: "x"}, "none"},
		{study.ClaimValue{P10: inf, P50: inf, P90: inf, Unit: "year", What: "x"}, "never"},
		{study.ClaimValue{P10: 2031.5, P50: 2040, P90: inf, Unit: "year", What: "x"}, "2040 (2031–never)"},
		{study.ClaimValue{P10: none, P50: none, P90: none, Unit: "%", What: "x"}, ""},
		{study.ClaimValue{P10: none, P50: none, P90: none}, ""},
	} {
		if got := ClaimQuantity(&c.v); got != c.want {
			t.Errorf("%v: %q, not %q", c.v, got, c.want)
		}
	}
}

// TestSharesAndPowers reads bands of shares and large numbers.
func TestSharesAndPowers(t *testing.T) {
	for _, c := range []struct {
		b    study.Band
		want string
	}{
		{study.Band{P10: 0, P50: 0.163, P90: 0.616}, "16 % (0–62 %)"},
		{study.Band{P10: 0, P50: 0.001, P90: 0.05}, "<1 % (0–5 %)"},
		{study.Band{}, "0 %"},
	} {
		if got := percents(c.b); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
	for v, want := range map[study.Number]string{1e27: "10²⁷", 2.34e28: "2.3·10²⁸", 9.96e27: "10²⁸", 0: "0", study.Number(math.Inf(1)): "∞"} {
		if got := scientific(v); got != want {
			t.Errorf("%v: %q, not %q", float64(v), got, want)
		}
	}
}
