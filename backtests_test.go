package dawndusk_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

const backtestsPage = "doc/backtests.md"

// The page on backtests says what a run of them says; -update writes the part
// below its mark anew.
func TestRegress_BacktestsPage(t *testing.T) {
	const mark = "<!-- What follows is written by go test -run BacktestsPage . -update -->\n"
	done, err := study.RunBacktests()
	if err != nil {
		t.Fatal(err)
	}
	off := func(r *study.Backtested, s *study.BacktestScore) string {
		if r.Logs {
			return "×" + report.Fixed(math.Exp(float64(s.MedianError)), 3)
		}
		return report.Figure(s.MedianError)
	}
	var page strings.Builder
	better, scored := study.CountBacktests(done)
	fmt.Fprintf(&page, "\n## The scoreboard\n\n%d of %d models are better than every naive baseline.\n\n", better, scored)
	page.WriteString("| backtest | | what | kind | held | naive | off by | naive | score | naive | verdict |\n|---|---|---|---|---:|---:|---:|---:|---:|---:|---|\n")
	for _, r := range done {
		ours, held, offBy, score := &r.Scores[0], "", "", ""
		if n := r.BestNaive(); n != nil {
			held, offBy, score = fmt.Sprintf("%d of %d", n.Held, n.Of), off(r, n), report.Figure(n.IntervalScore)
		}
		fmt.Fprintf(&page, "| [%s](#%s) | %s | %s | %s | %d of %d | %s | %s | %s | %s | %s | %s |\n", r.ID, r.ID, r.Reference, r.What, r.Kind, ours.Held, ours.Of, held, off(r, ours), offBy,
			report.Figure(ours.IntervalScore), score, r.Verdict)
	}
	for _, r := range done {
		blind := "Not blind"
		if r.Blind {
			blind = "Blind"
		}
		fmt.Fprintf(&page, "\n## %s\n\n%s, %s. Model: %s. ", r.ID, r.What, r.Unit, r.Model)
		if r.Kind == study.Level {
			page.WriteString("Nothing is held out.")
		} else {
			fmt.Fprintf(&page, "Fitted on %s (%d numbers); known of the rest: %s.", r.Split, r.Seen, r.Known)
		}
		fmt.Fprintf(&page, "\n%s: %s.\n\n**%s**: %s.\n\n| | came | median | 80 %% band | |\n|---|---:|---:|---:|---|\n", blind, r.Drawn, r.Verdict, r.Because)
		const shown = 12
		for i := range r.Points {
			if i == shown {
				fmt.Fprintf(&page, "| %d more | | | | |\n", len(r.Points)-shown)
				break
			}
			p := &r.Points[i]
			came, held := report.Figure(p.Actual), "held"
			switch {
			case p.Open && p.Held:
				came, held = "> "+came, "open"
			case p.Open:
				came, held = "> "+came, "open, and beyond"
			case !p.Held:
				held = "missed"
			}
			fmt.Fprintf(&page, "| %s | %s | %s | %s–%s | %s |\n", p.Label, came, report.Figure(p.Band.P50), report.Figure(p.Band.P10), report.Figure(p.Band.P90), held)
		}
		if open, beyond := r.Open(); open > 0 {
			fmt.Fprintf(&page, "\n%d have not come by October 2026 and are not scored; %d of them are beyond the 90 %% point.\n", open, beyond)
		}
		page.WriteString("\n| method | held | off by | score |\n|---|---:|---:|---:|\n")
		for i := range r.Scores {
			s := &r.Scores[i]
			fmt.Fprintf(&page, "| %s | %d of %d | %s | %s |\n", s.Method, s.Held, s.Of, off(r, s), report.Figure(s.IntervalScore))
		}
	}
	page.WriteString("\n## Not backtested\n\n| | series | what is missing |\n|---|---|---|\n")
	for _, n := range study.NotBacktested {
		fmt.Fprintf(&page, "| %s | %s | %s |\n", n.Reference, n.What, n.Missing)
	}

	data, err := os.ReadFile(backtestsPage)
	if err != nil {
		t.Fatal(err)
	}
	byHand, old, ok := strings.Cut(string(data), mark)
	if !ok {
		t.Fatalf("%s has lost its mark: %s", backtestsPage, mark)
	}
	if old == page.String() {
		return
	}
	if *update {
		if err := os.WriteFile(backtestsPage, []byte(byHand+mark+page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	was, is := strings.Split(old, "\n"), strings.Split(page.String(), "\n")
	for i := range is {
		if i >= len(was) || was[i] != is[i] {
			t.Errorf("%s is not what the backtests say now, first:\n%s\nrun go test -run BacktestsPage . -update and say in the commit what moved", backtestsPage, is[i])
			return
		}
	}
	t.Errorf("%s has lines that the backtests do not", backtestsPage)
}
