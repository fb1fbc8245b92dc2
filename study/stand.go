package study

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
)

// Stance is a published study as one more case of the model: the inputs it states,
// and the year, boundary, metric and convention in which it tells its cost.
type Stance struct {
	Told
	Name    string // among a study's several; "" if it has one
	Year    int
	Set     []string // inputs that the study states, on top of its scenario
	AsTold  []string // inputs that make the model count as the study counts: what it leaves out, its interest and tax
	Printed float64  // orbit's cost over the ground's; NaN if it prints none
	Where   string   // in the source
	Note    string   // what stands for what

	telling telling
}

// rungsAlone is the boundary of these rungs alone: one by itself would be all up to it.
func rungsAlone(rungs []string) string {
	if len(rungs) == 1 {
		rungs = append(rungs, rungs[0])
	}
	return strings.Join(rungs, "+")
}

// ofKeys places what is wrong with a telling at the keys of an entry.
func (m *mistakes) ofKeys(e *ledger.Entry, at string) func(flag, wrong, right string) {
	return func(flag, wrong, right string) {
		key := strings.TrimPrefix(flag, "--")
		c := e
		if k := e.Get(key); k != nil {
			c = k
		}
		m.add(c.ValueLine, c.ValueCol, at, key+" "+wrong, right)
	}
}

// stances reads where a study stands: once, or in several cases of its own.
func (p *PublishedStudy) stances(e *ledger.Entry, m *mistakes) {
	if e.Form != ledger.List {
		p.stance(e, m, false)
		return
	}
	for i := range e.Entries {
		p.stance(&e.Entries[i], m, true)
	}
}

func (p *PublishedStudy) stance(e *ledger.Entry, m *mistakes, named bool) {
	const at = "stance"
	if e.Form != ledger.Group {
		m.add(e.ValueLine, e.ValueCol, at, "is "+e.Form.String(), "write year, boundary, metric, set, printed and where below it")
		return
	}
	m.known(e, at, []string{"name", "year", "boundary", "metric", "interest", "horizon", "payments", "set", "as_told", "printed", "where", "note"})
	s := Stance{Name: m.text(e, at, "name", named), Printed: math.NaN(), Where: m.text(e, at, "where", true), Note: m.text(e, at, "note", false)}
	when := Answer{Year: 2030}
	p.when(e, at, m, &when)
	s.Year = when.Year
	s.Boundary = rungsAlone(m.texts(e, at, "boundary"))
	s.Metric = m.word(e, at, "metric", finance.Metrics(), true)
	s.Interest = m.text(e, at, "interest", false)
	s.Horizon = m.text(e, at, "horizon", false)
	s.Payments = m.text(e, at, "payments", false)
	if t := m.text(e, at, "printed", false); t != "" {
		v, err := strconv.ParseFloat(t, 64)
		if err != nil || !(v > 0) || math.IsInf(v, 0) {
			c := e.Get("printed")
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("printed %q is no such number", ledger.Short(t)), "write orbit's cost over the ground's as printed, such as 4.4")
		}
		s.Printed = v
	}
	s.telling = s.Told.read(m.ofKeys(e, at))
	if s.telling.metric == finance.NPV {
		c := e.Get("metric")
		m.add(c.ValueLine, c.ValueCol, at, "a net present value has no ratio", "name another metric")
	}
	s.Set, s.AsTold = p.inputs(e, at, "set", m), p.inputs(e, at, "as_told", m)
	if p.scenario == nil && p.named == "" {
		p.named = "base"
	}
	p.Stances = append(p.Stances, s)
}

// inputs reads a list of inputs, or of names given under sets.
func (p *PublishedStudy) inputs(e *ledger.Entry, at, key string, m *mistakes) (list []string) {
	for i, t := range m.texts(e, at, key) {
		switch inputs, ok := p.sets[t]; {
		case ok:
			list = append(list, inputs...)
		case strings.Contains(t, "="):
			list = append(list, t)
		default:
			c := &e.Get(key).Entries[i]
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("no set is called %q", ledger.Short(t)), `write an input, "path=value", or a name given under sets`)
		}
	}
	return list
}

// Case returns the scenario of a study's stance, as the study counts or with what it
// states alone, and with more inputs on top.
func (p *PublishedStudy) Case(s *Stance, asTold bool, set []string) (*dawndusk.Case, error) {
	all := slices.Clone(s.Set)
	if asTold {
		all = append(all, s.AsTold...)
	}
	all = append(all, set...)
	c, err := (*dawndusk.Case)(nil), error(nil)
	if p.scenario != nil {
		c, err = dawndusk.LoadData(path.Join(path.Dir(p.file), "scenario.yaml"), p.scenario, all...)
	} else {
		c, err = dawndusk.Load(p.named, all...)
	}
	if err == nil {
		c.Scenario.Run.Alone() // no study has the rest
	}
	return c, err
}

// stand is one side of a comparison: inputs, and how its cost is told.
type stand struct {
	Told
	c           *dawndusk.Case
	name, title string
	year        int
	stance      *Stance // nil for a scenario
}

// standOf reads a scenario, or a published study that says where it stands: a shipped
// one by its name, another by its directory, named with a slash, one of several stances
// after a colon.
func standOf(files dawndusk.Files, name string, set []string) (*stand, error) {
	id, which, _ := strings.Cut(name, ":")
	var p *PublishedStudy
	var err error
	switch {
	case slices.Contains(PublishedStudies(), id):
		p, err = ReadShippedStudy(id)
	case files == nil && directory(name):
		p, err = ReadStudy(os.DirFS(name), filepath.ToSlash(name))
		which = ""
	case files == nil && directory(id):
		p, err = ReadStudy(os.DirFS(id), filepath.ToSlash(id))
	default:
		c, err := files.LoadOver(nil, name, set...)
		if err != nil {
			return nil, err
		}
		return &stand{c: c, name: c.Name, title: c.Title, year: dawndusk.LadderYear}, nil
	}
	if err != nil {
		return nil, err
	}
	return p.stand(which, set)
}

// directory tells whether a name is meant as a directory and is one: it has a slash or
// begins with a dot, so that no directory hides what is shipped.
func directory(name string) bool {
	if !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, ".") {
		return false
	}
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// stand is one of a study's stances as a side of a comparison; the first if none is
// named.
func (p *PublishedStudy) stand(which string, set []string) (*stand, error) {
	if len(p.Stances) == 0 {
		return nil, ledger.Errors{{File: p.ID, Wrong: "this study does not compare orbit with the ground, or not by inputs that are known",
			Right: "those that do are " + strings.Join(standing(), ", ")}}
	}
	i := slices.IndexFunc(p.Stances, func(s Stance) bool { return s.Name == which })
	if which == "" {
		i = 0
	}
	if i < 0 {
		var names []string
		for _, s := range p.Stances {
			names = append(names, s.Name)
		}
		if len(names) == 1 {
			return nil, ledger.Errors{{File: p.ID, Wrong: fmt.Sprintf("has one stance, and none is called %q", ledger.Short(which)), Right: "write " + p.ID}}
		}
		return nil, ledger.Errors{{File: p.ID, Wrong: fmt.Sprintf("has no stance %q", ledger.Short(which)), Right: ledger.Suggest(which, names, "it has "+strings.Join(names, ", "))}}
	}
	s := &p.Stances[i]
	c, err := p.Case(s, true, set)
	if err != nil {
		return nil, err
	}
	name := p.ID
	if s.Name != "" {
		name += ":" + s.Name
	}
	return &stand{Told: s.Told, c: c, name: name, title: p.Title, year: s.Year, stance: s}, nil
}

// standing lists the shipped studies that have a stance.
func standing() (ids []string) {
	for _, id := range PublishedStudies() {
		if p, err := ReadShippedStudy(id); err == nil && len(p.Stances) > 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// printed is the number that a study prints, where it is what is compared.
func (s *stand) printed(o *CompareOptions) float64 {
	if s.stance == nil || o.Of != "ratio" || s.Told != s.stance.Told || s.year != s.stance.Year || len(o.Set) > 0 {
		return math.NaN()
	}
	return s.stance.Printed
}

// Standing is a study on the axis of the others: what it prints, and what this model
// makes of its inputs, at its own boundary and at the whole bill of an hour.
type Standing struct {
	Study    string `json:"study"`
	Stance   string `json:"stance,omitempty"`
	Title    string `json:"title"`
	Authors  string `json:"authors"`
	Date     string `json:"date"`
	Address  string `json:"address"`
	Grade    string `json:"grade"`
	Year     int    `json:"year"`
	Boundary string `json:"boundary"`
	Metric   string `json:"metric"`
	Where    string `json:"where"`
	Note     string `json:"note,omitempty"`
	Inputs   int    `json:"inputs"`       // of the ledger that the study states
	Printed  Number `json:"printed"`      // orbit's cost over the ground's
	Theirs   Number `json:"at_its_own"`   // of the model on its inputs, counted as it counts
	Ours     Number `json:"at_full_bill"` // what it states, and all else of its scenario: losses, interest, tax, falling prices
}

// Standings are the shipped studies that compare orbit with the ground, cheapest
// orbit in print first.
func Standings(ctx context.Context) ([]Standing, error) {
	list := []Standing{}
	for _, id := range PublishedStudies() {
		p, err := ReadShippedStudy(id)
		if err != nil {
			return nil, err
		}
		for i := range p.Stances {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			s := &p.Stances[i]
			row := Standing{
				Study: p.ID, Stance: s.Name, Title: p.Title, Authors: p.Authors, Date: p.Date, Address: p.Address, Grade: p.Grade, Year: s.Year,
				Boundary: s.telling.within.String(), Metric: s.telling.metric.String(), Where: s.Where, Note: s.Note, Inputs: len(s.Set), Printed: Number(s.Printed),
			}
			full := telling{within: finance.UpTo(finance.Finance), metric: finance.GPUHour, dollars: 1}
			for _, ask := range []struct {
				asTold bool
				told   telling
				into   *Number
			}{{true, s.telling, &row.Theirs}, {false, full, &row.Ours}} {
				c, err := p.Case(s, ask.asTold, nil)
				if err != nil {
					return nil, err
				}
				bills, err := c.Bills(s.Year)
				if err != nil {
					return nil, err
				}
				m := measure{of: "ratio", year: s.Year, told: ask.told}
				*ask.into = Number(m.cost(bills))
			}
			list = append(list, row)
		}
	}
	slices.SortStableFunc(list, func(a, b Standing) int { return cmp.Compare(a.Printed, b.Printed) })
	return list, nil
}
