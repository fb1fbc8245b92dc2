package main

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/study"
)

// TestRequiredPrints holds what is printed of a point to 100 columns, whether it
// is found, lies beyond six deviations, or is true already.
func TestRequiredPrints(t *testing.T) {
	s := study.RequiredSummary{
		Scenario: "base", Title: "What the evidence of October 2026 supports", ScenarioHash: "0123456789abcdef", Seed: 1, Draws: 1000, By: 2035, Product: "batch",
		Central: 3.38, Median: 3.51, Found: true, Beta: 3.29, Probability: 5.0e-4, Ratio: 0.992, Before: 1.19, Starts: []study.Number{5.53, study.Number(math.Inf(1)), 3.75}, Runs: 114049,
		Inputs: []study.RequiredInput{
			{Path: "market.decline_fade", Central: "6 yr", Required: "12.55 yr", Percentile: 0.96, Deviations: 1.8, Without: 1.94},
			{Path: "launch.starship_v4.dry_mass_exponent_of_a_long_name", Central: "0.8", Required: "0.716", Percentile: 0.00032, Deviations: -3.41, Without: study.Number(math.Inf(1))},
			{Path: "finance.wacc", Central: "11 %/yr", Required: "11 %/yr", Percentile: 0.5, Deviations: 0, Without: 0.992},
		},
	}
	for _, x := range []struct {
		change func(s *study.RequiredSummary)
		want   []string
	}{
		{func(*study.RequiredSummary) {}, []string{"to be no dearer", "3.29  prior standard deviations", "0.05 %", "0 of 1,000 draws have orbit cheaper, so under 0.3 %", "6 yr → 12.55 yr", "+1.80", "0.032 %", "none",
			"comes to 1.19", "5.53, none, 3.75", "1 of 3 inputs move by less"}},
		{func(s *study.RequiredSummary) { s.Found, s.Beta, s.Probability = false, 7.25, 2e-13 }, []string{"No such point was found within 6", "the nearest lies", "7.25", "2e-13"}},
		{func(s *study.RequiredSummary) {
			s.Already, s.Beta, s.Ratio, s.Before, s.SampledShare = true, -1.5, 1.001, 0.999, 0.9
		}, []string{"cease to be cheaper", "−1.50", "900 of 1,000"}},
		{func(s *study.RequiredSummary) {
			s.Found, s.Beta, s.Inputs, s.Central = false, study.Number(math.NaN()), nil, study.Number(math.Inf(1))
		}, []string{"No such point was found within 6 prior standard deviations of the median, nor beyond", "none  orbit ÷ ground"}},
	} {
		s := s
		x.change(&s)
		var out strings.Builder
		(&app{out: &out}).printRequired(&s, 15)
		text := out.String()
		for _, want := range x.want {
			if !strings.Contains(strings.Join(strings.Fields(text), " "), strings.Join(strings.Fields(want), " ")) {
				t.Errorf("does not say %q:\n%s", want, text)
			}
		}
		for _, l := range strings.Split(text, "\n") {
			if utf8.RuneCountInString(l) > 100 || strings.ContainsAny(l, "\x1b\t") || strings.Contains(l, "NaN") || strings.Contains(l, "Inf") || strings.Contains(l, "%!") {
				t.Errorf("%q", l)
			}
		}
	}
}
