package dawndusk_test

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

const claimsPage = "doc/claims.md"

// The page of claims says what a run of base says; -update writes the part below its
// mark anew.
func TestRegress_ClaimsPage(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("written on amd64: a sum fused elsewhere turns a failure drawn at the edge, and with it a draw")
	}
	const mark = "<!-- What follows is written by go test -run ClaimsPage . -update -->\n"
	s, err := study.Claims(context.Background(), "base", study.ClaimsOptions{Draws: 1000, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	var page strings.Builder
	fmt.Fprintf(&page, "\nScenario base, %s draws, seed 1.\n\n| | claim | verdict | chance | when | value (10–90 %%) |\n|---|---|---|---:|---:|---|\n", report.Count(s.Draws))
	for i := range s.Claims {
		c := &s.Claims[i]
		chance, when := "", ""
		if c.Probability.Finite() {
			chance = report.Percent(c.Probability)
		}
		if c.Date.Finite() {
			when = report.Year(c.Date)
		}
		fmt.Fprintf(&page, "| [%s](#%s) | %s | %s | %s | %s | %s |\n", c.ID, strings.ToLower(c.ID), c.Claim, c.Verdict, chance, when, report.ClaimQuantity(&c.Value))
	}
	for i := range s.Claims {
		c := &s.Claims[i]
		fmt.Fprintf(&page, "\n## %s\n\n%s", c.ID, c.Claim)
		if c.Numbers != "" {
			fmt.Fprintf(&page, " (%s)", c.Numbers)
		}
		fmt.Fprintf(&page, ". **%s**", strings.ToUpper(c.Verdict[:1])+c.Verdict[1:])
		if c.Probability.Finite() {
			fmt.Fprintf(&page, ", %s of draws", report.Percent(c.Probability))
		}
		page.WriteString(".\n\n")
		if v := report.ClaimQuantity(&c.Value); v != "" {
			fmt.Fprintf(&page, "- *Value*: %s: %s\n", c.Value.What, v)
		}
		for _, x := range []struct{ what, text string }{
			{"Asked", c.Asks}, {"Differs", c.Differs}, {"Observed", c.Observed}, {"Reason", c.Reason}, {"Evidence", c.Evidence},
		} {
			if x.text != "" {
				fmt.Fprintf(&page, "- *%s*: %s\n", x.what, x.text)
			}
		}
	}
	old, err := os.ReadFile(claimsPage)
	if err != nil {
		t.Fatal(err)
	}
	head, below, found := strings.Cut(string(old), mark)
	if !found {
		t.Fatalf("%s has lost its mark", claimsPage)
	}
	if *update {
		if err := os.WriteFile(claimsPage, []byte(head+mark+page.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	is, was := strings.Split(page.String(), "\n"), strings.Split(below, "\n")
	for i := range max(len(is), len(was)) {
		if i >= len(is) || i >= len(was) || is[i] != was[i] {
			t.Fatalf("%s is not what the claims say now, first at line %d below the mark; run go test -run ClaimsPage . -update and say in the commit what moved", claimsPage, i+1)
		}
	}
}
