package server

import (
	"context"
	"net/http"
	"slices"
	"strings"
	"sync"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"

	"github.com/danielgtaylor/huma/v2"
)

// Scenario is a set of assumptions.
type Scenario struct {
	Name     string   `json:"name"`
	Title    string   `json:"title" doc:"One line for people"`
	What     string   `json:"what" doc:"What it stands for"`
	Hash     string   `json:"scenario_hash" doc:"Of all inputs with their ranges"`
	Changes  int      `json:"changes" doc:"How many inputs differ from the ledger"`
	Warnings []string `json:"warnings" doc:"What is no mistake but may be one"`
}

// ScenarioInFull is a scenario with what it changes.
type ScenarioInFull struct {
	Scenario
	Changed []Row `json:"changed" doc:"The inputs that differ from the ledger, in the order they were set"`
}

// Row is the evidence for one input.
type Row struct {
	Path    string   `json:"path" example:"orbit.altitude"`
	Chapter string   `json:"chapter" doc:"The first part of the path"`
	What    string   `json:"what" doc:"One line for tables and sliders"`
	Value   string   `json:"value" doc:"As written, with its unit; empty if derived" example:"650 km"`
	Range   []string `json:"range" doc:"5 and 95 % points, or bounds, as written; empty for a choice or an input that is derived"`
	RangeIs string   `json:"range_is" enum:"5-95 %,bounds,not drawn,choices"`
	Limits  []string `json:"limits" doc:"Physical: outside is an error"`
	Dist    string   `json:"dist" doc:"Distribution"`
	Kind    string   `json:"kind" doc:"Of evidence" enum:"measured,datasheet,quoted,derived,claim,assumed"`
	Sources []Ref    `json:"sources" doc:"Where it comes from: keys of the list of sources"`
	Note    string   `json:"note"`
	Choices []string `json:"choices" doc:"Of an input that is a choice"`
	Derived bool     `json:"derived" doc:"No value is given: the model derives it"`

	ValueSI study.Number `json:"value_si" doc:"In SI base units: the mode if triangular, else the median"`
	LowSI   study.Number `json:"low_si"`
	HighSI  study.Number `json:"high_si"`
	MinSI   study.Number `json:"min_si" doc:"The lower limit"`
	MaxSI   study.Number `json:"max_si" doc:"The upper limit"`

	Slider *Slider  `json:"slider,omitempty" doc:"Where it may be moved to by hand; not of a choice"`
	Says   []Figure `json:"says" doc:"Figures that its sources give"`
	Said   []Said   `json:"said" doc:"What the shipped scenarios say, where one of them differs from the ledger; that itself first, as base"`
}

// Figure is what a source says of an input.
type Figure struct {
	Key   string       `json:"key" doc:"Of the source; its place stands among the sources"`
	Value string       `json:"value" doc:"As written, with its unit"`
	At    study.Number `json:"at" doc:"In the slider's unit"`
}

// Ref is a citation.
type Ref struct {
	Key     string `json:"key"`
	Locator string `json:"locator" doc:"The place in the source"`
}

// Document is a source.
type Document struct {
	Key     string `json:"key"`
	Author  string `json:"author"`
	Year    string `json:"year"`
	Title   string `json:"title"`
	Address string `json:"address"`
}

// Ledger is a list of inputs with what they cite.
type Ledger struct {
	Scenario string     `json:"scenario"`
	Of       int        `json:"of" doc:"How many inputs there are in all"`
	Rows     []Row      `json:"rows"`
	Sources  []Document `json:"sources" doc:"What the rows cite"`
}

// Asked is what is asked of the ledger.
type Asked struct {
	Scenario string   `query:"scenario" default:"base" maxLength:"64" doc:"A shipped scenario"`
	Set      []string `query:"set,explode" maxItems:"600" doc:"Inputs, path=value, applied last; may be repeated"`
	Chapter  string   `query:"chapter" maxLength:"64" doc:"The first part of the path" example:"satellite"`
	Kind     string   `query:"kind" enum:"measured,datasheet,quoted,derived,claim,assumed" doc:"Of evidence"`
	Q        string   `query:"q" maxLength:"200" doc:"Words that path, description, note or sources hold, in any case" example:"radiator"`
}

func (s *Server) inputs() {
	type list struct{ Body []Scenario }
	cases := sync.OnceValues(func() ([]*dawndusk.Case, error) {
		var all []*dawndusk.Case
		for _, name := range dawndusk.Shipped() {
			c, err := dawndusk.Files{}.LoadOver(nil, name)
			if err != nil {
				return nil, err
			}
			all = append(all, c)
		}
		return all, nil
	})
	told := sync.OnceValues(func() (*evidence, error) {
		all, err := cases()
		if err != nil {
			return nil, err
		}
		return &evidence{ledger.Leaves(new(dawndusk.Scenario)), saidOf(all)}, nil
	})
	shipped := sync.OnceValues(func() ([]Scenario, error) {
		loaded, err := cases()
		if err != nil {
			return nil, err
		}
		var all []Scenario
		for _, c := range loaded {
			all = append(all, scenarioOf(c))
		}
		if i := slices.IndexFunc(all, func(x Scenario) bool { return x.Name == "base" }); i > 0 { // the default comes first
			base := all[i]
			all = slices.Insert(slices.Delete(all, i, i+1), 0, base)
		}
		return all, nil
	})
	s.shipped = shipped
	huma.Register(s.api, s.operation(http.MethodGet, "/scenarios", "list-scenarios", aboutInputs, "The shipped scenarios", "The default comes first.", http.StatusInternalServerError),
		func(context.Context, *struct{}) (*list, error) {
			all, err := shipped()
			return &list{all}, mistakes(err)
		})

	type full struct{ Body ScenarioInFull }
	huma.Register(s.api, s.operation(http.MethodGet, "/scenarios/{name}", "get-scenario", aboutInputs, "One shipped scenario, with the inputs it changes", "", http.StatusNotFound),
		func(_ context.Context, in *struct {
			Name string `path:"name" maxLength:"64" example:"promoter"`
		}) (*full, error) {
			if !slices.Contains(dawndusk.Shipped(), in.Name) {
				return nil, huma.Error404NotFound("no such scenario; the shipped ones are " + strings.Join(dawndusk.Shipped(), ", "))
			}
			c, err := dawndusk.Files{}.LoadOver(nil, in.Name)
			if err != nil {
				return nil, mistakes(err)
			}
			e, err := told()
			if err != nil {
				return nil, mistakes(err)
			}
			return &full{e.inFull(c)}, nil
		})

	huma.Register(s.api, s.operation(http.MethodPost, "/check", "check-scenario", aboutInputs, "Check a scenario, all mistakes at once",
		"Reads a scenario with its files and assignments as a run would, and says what it changes. Each mistake has its place: `mine.yaml:3:5 orbit.altitude` is line 3, column 5."),
		func(ctx context.Context, in *struct{ Body Source }) (*full, error) {
			leave, err := s.work.take(ctx)
			if err != nil {
				return nil, err
			}
			defer leave()
			c, err := dawndusk.Files(in.Body.files()).LoadOver(nil, in.Body.name(), in.Body.Set...)
			if err != nil {
				return nil, mistakes(err)
			}
			e, err := told()
			if err != nil {
				return nil, mistakes(err)
			}
			return &full{e.inFull(c)}, nil
		})

	type rows struct{ Body Ledger }
	huma.Register(s.api, s.operation(http.MethodGet, "/ledger", "list-ledger", aboutInputs, "The ledger: every input with its evidence",
		"Value, range, distribution, limits, kind of evidence and sources, in the order of the scenario's inputs, with the ends of a slider for each and what the shipped scenarios say of it. What is asked for narrows the list."),
		func(ctx context.Context, in *Asked) (*rows, error) {
			leave, err := s.work.take(ctx)
			if err != nil {
				return nil, err
			}
			defer leave()
			c, err := dawndusk.Files{}.LoadOver(nil, in.Scenario, in.Set...)
			if err != nil {
				return nil, mistakes(err)
			}
			e, err := told()
			if err != nil {
				return nil, mistakes(err)
			}
			return &rows{in.answer(c, e)}, nil
		})
}

func scenarioOf(c *dawndusk.Case) Scenario {
	return Scenario{Name: c.Name, Title: c.Title, What: c.What, Hash: c.Hash(), Changes: len(c.Changed), Warnings: append([]string{}, c.Warnings...)}
}

// evidence is what rows are told with, beside themselves.
type evidence struct {
	leaves []ledger.Leaf     // in the order of Row.Leaf
	said   map[string][]Said // by path; looked up, never walked
}

func (e *evidence) inFull(c *dawndusk.Case) ScenarioInFull {
	out := ScenarioInFull{Scenario: scenarioOf(c), Changed: []Row{}}
	for _, path := range c.Changed {
		if r, err := c.Book.Find(path); err == nil {
			out.Changed = append(out.Changed, e.rowOf(r))
		}
	}
	return out
}

// answer lists the rows that are asked for.
func (a *Asked) answer(c *dawndusk.Case, e *evidence) Ledger {
	out := Ledger{Scenario: c.Name, Of: len(c.Book.Rows), Rows: []Row{}, Sources: []Document{}}
	words := strings.Fields(strings.ToLower(a.Q))
	cited := map[string]bool{} // looked up, never walked
	for _, r := range report.InOrder(c.Book) {
		if chapter, _, _ := strings.Cut(r.Path, "."); a.Chapter != "" && chapter != a.Chapter {
			continue
		}
		if a.Kind != "" && string(r.Kind) != a.Kind || !holds(r, words) {
			continue
		}
		row := e.rowOf(r)
		out.Rows = append(out.Rows, row)
		for _, f := range row.Sources {
			cited[f.Key] = true
		}
		for _, said := range row.Said {
			for _, f := range said.Sources {
				cited[f.Key] = true
			}
		}
	}
	for _, d := range c.Book.Sources {
		if cited[d.Key] {
			out.Sources = append(out.Sources, Document{d.Key, d.Author, d.Year, d.Title, d.Address})
		}
	}
	return out
}

// holds tells whether a row holds all the words, which are in lower case.
func holds(r *ledger.Row, words []string) bool {
	if len(words) == 0 {
		return true
	}
	text := r.Path + "\n" + r.What + "\n" + r.Note
	for _, f := range r.Refs {
		text += "\n" + f.Key + " " + f.Locator
	}
	text = strings.ToLower(text)
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

func (e *evidence) rowOf(r *ledger.Row) Row {
	chapter, _, _ := strings.Cut(r.Path, ".")
	out := Row{
		Path: r.Path, Chapter: chapter, What: r.What, Value: r.Text, Range: []string{}, RangeIs: "5-95 %", Limits: []string{},
		Dist: string(r.Dist), Kind: string(r.Kind), Sources: refsOf(r), Note: r.Note, Choices: append([]string{}, r.Choices...), Derived: r.Null, Says: []Figure{},
		ValueSI: study.Number(r.Value), LowSI: study.Number(r.Low), HighSI: study.Number(r.High), MinSI: study.Number(r.Min), MaxSI: study.Number(r.Max),
	}
	if r.Range[0] != "" {
		out.Range = r.Range[:]
	}
	if r.Limits[0] != "" {
		out.Limits = r.Limits[:]
	}
	switch {
	case len(r.Choices) > 0:
		out.RangeIs = "choices"
	case r.Dist == ledger.Fixed:
		out.RangeIs = "not drawn"
	case r.Bounds:
		out.RangeIs = "bounds"
	}
	out.Slider, out.Said = sliderOf(r, &e.leaves[r.Leaf], e.said[r.Path])
	for _, f := range r.Says {
		out.Says = append(out.Says, Figure{f.Key, f.Text, out.Slider.in(f.Value)})
	}
	return out
}

func refsOf(r *ledger.Row) []Ref {
	refs := make([]Ref, len(r.Refs))
	for i, f := range r.Refs {
		refs[i] = Ref{f.Key, f.Locator}
	}
	return refs
}
