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
	Set     []string // inputs, on top of its scenario
	Printed float64  // orbit's cost over the ground's; NaN if it prints none
	Where   string   // in the source
	Note    string   // what stands for what
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
	m.known(e, at, []string{"name", "year", "boundary", "metric", "interest", "horizon", "payments", "set", "printed", "where", "note"})
	s := Stance{Name: m.text(e, at, "name", named), Printed: math.NaN(), Where: m.text(e, at, "where", true), Note: m.text(e, at, "note", false)}
	when := Answer{Year: 2030}
	p.when(e, at, m, &when)
	s.Year = when.Year
	s.Boundary = strings.Join(m.texts(e, at, "boundary"), "+")
	s.Metric = m.word(e, at, "metric", finance.Metrics(), true)
	s.Interest = m.text(e, at, "interest", false)
	s.Horizon = m.text(e, at, "horizon", false)
	number := func(key, right string) (v float64, ok bool) {
		t := m.text(e, at, key, false)
		if t == "" {
			return 0, false
		}
		v, err := strconv.ParseFloat(t, 64)
		if ok = err == nil && v > 0 && !math.IsInf(v, 0); !ok {
			c := e.Get(key)
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("%s %q is no such number", key, ledger.Short(t)), right)
		}
		return v, ok
	}
	if v, ok := number("printed", "write orbit's cost over the ground's as printed, such as 4.4"); ok {
		s.Printed = v
	}
	if v, ok := number("payments", "write rents a year, such as 12"); ok {
		s.Payments = int(min(v, 1e6))
	}
	s.Told.read(func(flag, wrong, right string) {
		key := strings.TrimPrefix(flag, "--")
		c := e
		if k := e.Get(key); k != nil {
			c = k
		}
		m.add(c.ValueLine, c.ValueCol, at, key+" "+wrong, right)
	})
	for i, t := range m.texts(e, at, "set") {
		switch inputs, ok := p.sets[t]; {
		case ok:
			s.Set = append(s.Set, inputs...)
		case strings.Contains(t, "="):
			s.Set = append(s.Set, t)
		default:
			c := &e.Get("set").Entries[i]
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("no set is called %q", ledger.Short(t)), `write an input, "path=value", or a name given under sets`)
		}
	}
	if p.scenario == nil && p.named == "" {
		p.named = "base"
	}
	p.Stances = append(p.Stances, s)
}

// Case returns the scenario of a study's stance, with more inputs on top.
func (p *PublishedStudy) Case(s *Stance, set []string) (*dawndusk.Case, error) {
	all := append(slices.Clone(s.Set), set...)
	if p.scenario != nil {
		return dawndusk.LoadData(path.Join(path.Dir(p.file), "scenario.yaml"), p.scenario, all...)
	}
	return dawndusk.Load(p.named, all...)
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
// one by its name, another by its directory, one of several stances after a colon.
func standOf(name string, set []string) (*stand, error) {
	id, which, _ := strings.Cut(name, ":")
	var p *PublishedStudy
	var err error
	switch info, none := os.Stat(name); {
	case slices.Contains(PublishedStudies(), id):
		p, err = ReadShippedStudy(id)
	case none == nil && info.IsDir():
		p, err = ReadStudy(os.DirFS(name), filepath.ToSlash(name))
		which = ""
	default:
		c, err := dawndusk.Load(name, set...)
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
		return nil, ledger.Errors{{File: p.ID, Wrong: fmt.Sprintf("has no stance %q", ledger.Short(which)), Right: ledger.Suggest(which, names, "it has "+strings.Join(names, ", "))}}
	}
	s := &p.Stances[i]
	c, err := p.Case(s, set)
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
	Printed  Number `json:"printed"`      // orbit's cost over the ground's
	Theirs   Number `json:"at_its_own"`   // of the model on its inputs, told as it tells it
	Ours     Number `json:"at_full_bill"` // the whole bill of an hour, interest, tax and falling prices in it
}

// Standings are the shipped studies that compare orbit with the ground, cheapest
// orbit in print first.
func Standings(ctx context.Context) ([]Standing, error) {
	list := []Standing{}
	for _, id := range standing() {
		p, err := ReadShippedStudy(id)
		if err != nil {
			return nil, err
		}
		for i := range p.Stances {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			s := &p.Stances[i]
			side, err := p.stand(s.Name, nil)
			if err != nil {
				return nil, err
			}
			bills, err := side.c.Bills(s.Year)
			if err != nil {
				return nil, err
			}
			m := measure{of: "ratio", year: s.Year, told: s.Told.read(func(string, string, string) {})} // it was read before
			row := Standing{
				Study: p.ID, Stance: s.Name, Title: p.Title, Authors: p.Authors, Date: p.Date, Address: p.Address, Grade: p.Grade, Year: s.Year,
				Boundary: m.told.within.String(), Metric: m.told.metric.String(), Where: s.Where, Note: s.Note, Printed: Number(s.Printed),
				Theirs: Number(m.cost(bills)),
			}
			m.told = telling{finance.UpTo(finance.Finance), finance.GPUHour, finance.View{}}
			row.Ours = Number(m.cost(bills))
			list = append(list, row)
		}
	}
	slices.SortStableFunc(list, func(a, b Standing) int { return cmp.Compare(a.Printed, b.Printed) })
	return list, nil
}
