package server

import (
	"context"
	"encoding/json"
	"io"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

// Play asks for a scenario to be played many times.
type Play struct {
	Source
	Draws int     `json:"draws,omitempty" minimum:"1" default:"2000"`
	Seed  *uint64 `json:"seed,omitempty" default:"1" doc:"Of all chance: the same seed gives the same bytes"`
}

// ClaimsAsked asks for the claims to be answered.
type ClaimsAsked struct {
	Source
	Draws int      `json:"draws,omitempty" minimum:"1" default:"1500"`
	Seed  *uint64  `json:"seed,omitempty" default:"1" doc:"Of all chance: the same seed gives the same bytes"`
	Only  []string `json:"only,omitempty" maxItems:"30" doc:"Identifiers of the claims wanted, in their order; all if not given" example:"[\"C03\"]"`
}

// Sides asks for two sides to be compared.
type Sides struct {
	From  string            `json:"from" maxLength:"64" doc:"A shipped scenario, one of files, or a published study, of which a stance may follow after a colon" example:"base"`
	To    string            `json:"to" maxLength:"64" example:"skeptic"`
	Files map[string]string `json:"files,omitempty" maxProperties:"8" doc:"Scenario files by the names that from, to and the key based ask for"`
	Set   []string          `json:"set,omitempty" maxItems:"600" doc:"Inputs, path=value, applied to both sides last"`

	Of           string  `json:"of,omitempty" enum:"ratio,orbit,ground" default:"ratio" doc:"What is compared: orbit's cost over the ground's, or either"`
	By           string  `json:"by,omitempty" enum:"chapter,input" default:"chapter" doc:"Share out by chapter, then by input; or by input alone"`
	Year         int     `json:"year,omitempty" minimum:"2026" maximum:"2056" doc:"Of the order; each side's own if not given"`
	Metric       string  `json:"metric,omitempty" maxLength:"32" example:"kw-year"`
	Boundary     string  `json:"boundary,omitempty" maxLength:"128" example:"chips"`
	Interest     string  `json:"interest,omitempty" maxLength:"32"`
	Horizon      string  `json:"horizon,omitempty" maxLength:"32" example:"10 yr"`
	MoneyYear    string  `json:"money_year,omitempty" maxLength:"8" example:"2024"`
	Payments     string  `json:"payments,omitempty" maxLength:"8" example:"12"`
	Permutations int     `json:"permutations,omitempty" minimum:"8" maximum:"1000" multipleOf:"2" default:"200" doc:"Orders drawn where there are more than 12 players"`
	Seed         *uint64 `json:"seed,omitempty" default:"1" doc:"Of the orders"`
}

func seedOf(s *uint64) uint64 {
	if s == nil {
		return 1
	}
	return *s
}

// printed writes a result as the command prints it.
func printed(v any) func(w io.Writer) error {
	return func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(v)
	}
}

// reportWeight is what is kept of a run until its report is made: the result and the
// scenario as they lie in memory. Making it takes ten times as long as a short run.
const reportWeight = 1 << 20

func (s *Server) runs() {
	register(s, collection[Play, study.Summary]{
		name: "runs", one: "run", tag: aboutRuns, summary: "Play a scenario many times",
		description: "Plays a scenario under its own beliefs, two other sets of priors, each policy of the operator, two other prices of launch and without correlations. Progress comes as events; the result is that of the command `run`.",
		forms:       []string{resultFile, reportFile, seriesFile},
		plan:        s.planRun,
	})
}

func (s *Server) planRun(in *Play) (*plan, error) {
	name, files, set, seed, draws := in.name(), dawndusk.Files(in.files()), in.Set, seedOf(in.Seed), in.Draws
	c, err := files.LoadOver(nil, name, set...)
	if err := together(s.tooMany(draws), err); err != nil {
		return nil, err
	}
	return &plan{what{c.Name, draws, seed}, func(ctx context.Context, progress func(done, total int)) (*outcome, error) {
		sum, err := study.Run(ctx, name, set, study.Options{Draws: draws, Seed: seed, Version: s.o.Version, Files: files, Progress: progress})
		if err != nil {
			return nil, err
		}
		c, err := files.LoadOver(nil, name, set...)
		if err != nil {
			return nil, err
		}
		out := &outcome{lines: sentences(sum)}
		if err := out.pack(resultFile, "application/json", func(w io.Writer) error { return report.JSON(w, sum) }); err != nil {
			return nil, err
		}
		out.later(reportFile, "text/html", reportWeight, func(w io.Writer) error { return report.Write(w, sum, c) })
		return out, out.pack(seriesFile, "text/csv", func(w io.Writer) error { return report.CSV(w, sum) })
	}}, nil
}

// sentences are the answer in words.
func sentences(s *study.Summary) []string {
	return []string{report.Verdict(s), report.Reason(s), report.Crossing(s), report.Paying(s)}
}

func (s *Server) claims() {
	register(s, collection[ClaimsAsked, []study.Claim]{
		name: "claims", one: "claims-answer", tag: aboutClaims, summary: "Answer the claims of the merger",
		description: "Plays a scenario and holds it against every claim: verdict, probability, quantity, date, reason, and how good the evidence is. The result is that of the command `claims`.",
		forms:       []string{resultFile},
		plan: func(in *ClaimsAsked) (*plan, error) {
			name, files, seed := in.name(), dawndusk.Files(in.files()), seedOf(in.Seed)
			c, err := files.LoadOver(nil, name, in.Set...)
			if err := together(s.tooMany(in.Draws), study.CheckClaims(in.Only), err); err != nil {
				return nil, err
			}
			o := study.ClaimsOptions{Draws: in.Draws, Seed: seed, Set: in.Set, Only: in.Only, Version: s.o.Version, Files: files}
			return &plan{what{c.Name, in.Draws, seed}, func(ctx context.Context, progress func(done, total int)) (*outcome, error) {
				o.Progress = progress
				answers, err := study.Claims(ctx, name, o)
				if err != nil {
					return nil, err
				}
				out := &outcome{}
				return out, out.pack(resultFile, "application/json", printed(answers.Claims))
			}}, nil
		},
	})
}

func (s *Server) comparisons() {
	register(s, collection[Sides, study.Comparison]{
		name: "comparisons", one: "comparison", tag: aboutSides, summary: "Say which inputs make two answers differ",
		description: "Plays two scenarios, or published studies as scenarios of this model, at their central values without luck, and shares the difference out among the inputs that differ (Shapley values). The result is that of the command `compare`.",
		forms:       []string{resultFile, reportFile},
		plan: func(in *Sides) (*plan, error) {
			src := Source{Files: in.Files}
			o := study.CompareOptions{
				Told: study.Told{Boundary: in.Boundary, Metric: in.Metric, Interest: in.Interest, Horizon: in.Horizon, Money: in.MoneyYear, Payments: in.Payments},
				Of:   in.Of, Year: in.Year, ByInput: in.By == "input", Permutations: in.Permutations, Seed: seedOf(in.Seed), Set: in.Set, Files: src.files(),
			}
			from, to := in.From, in.To
			if err := study.CheckCompare(from, to, o); err != nil {
				return nil, err
			}
			return &plan{what{scenario: strings.Join([]string{from, to}, " → "), seed: o.Seed}, func(ctx context.Context, progress func(done, total int)) (*outcome, error) {
				o.Progress = progress
				c, err := study.Compare(ctx, from, to, o)
				if err != nil {
					return nil, err
				}
				out := &outcome{}
				if err := out.pack(resultFile, "application/json", printed(c)); err != nil {
					return nil, err
				}
				return out, out.pack(reportFile, "text/html", func(w io.Writer) error { return report.WriteComparison(w, c) })
			}}, nil
		},
	})
}
