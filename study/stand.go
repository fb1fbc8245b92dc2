package study

import (
	"fmt"
	"math"
	"os"
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
	Year    int
	Set     []string // inputs, on top of its scenario
	Printed float64  // orbit's cost over the ground's; NaN if it prints none
	Where   string   // in the source
	Note    string   // what stands for what
}

// stance reads where a study stands.
func (p *PublishedStudy) stance(e *ledger.Entry, m *mistakes) *Stance {
	const at = "stance"
	if e.Form != ledger.Group {
		m.add(e.ValueLine, e.ValueCol, at, "is "+e.Form.String(), "write year, boundary, metric, set, printed and where below it")
		return nil
	}
	m.known(e, at, []string{"year", "boundary", "metric", "interest", "horizon", "payments", "set", "printed", "where", "note"})
	s := &Stance{Printed: math.NaN(), Where: m.text(e, at, "where", true), Note: m.text(e, at, "note", false)}
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
	return s
}

// Case returns the scenario of a study's stance, with more inputs on top.
func (p *PublishedStudy) Case(set []string) (*dawndusk.Case, error) {
	all := append(slices.Clone(p.Stance.Set), set...)
	if p.scenario != nil {
		return dawndusk.LoadData(filepath.ToSlash(filepath.Join(filepath.Dir(p.file), "scenario.yaml")), p.scenario, all...)
	}
	return dawndusk.Load(p.named, all...)
}

// stand is one side of a comparison: inputs, and how its cost is told.
type stand struct {
	Told
	c           *dawndusk.Case
	name, title string
	year        int
	study       *PublishedStudy // nil for a scenario
}

// standOf reads a scenario, or a published study that says where it stands: a shipped
// one by its name, another by its directory.
func standOf(name string, set []string) (*stand, error) {
	var p *PublishedStudy
	var err error
	switch info, none := os.Stat(name); {
	case slices.Contains(PublishedStudies(), name):
		p, err = ReadShippedStudy(name)
	case none == nil && info.IsDir():
		p, err = ReadStudy(os.DirFS(name), filepath.ToSlash(name))
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
	if p.Stance == nil {
		return nil, ledger.Errors{{File: name, Wrong: "this study does not compare orbit with the ground, or not by inputs that are known",
			Right: "those that do are " + strings.Join(standing(), ", ")}}
	}
	c, err := p.Case(set)
	if err != nil {
		return nil, err
	}
	return &stand{Told: p.Stance.Told, c: c, name: p.ID, title: p.Title, year: p.Stance.Year, study: p}, nil
}

// standing lists the shipped studies that have a stance.
func standing() (ids []string) {
	for _, id := range PublishedStudies() {
		if p, err := ReadShippedStudy(id); err == nil && p.Stance != nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// printed is the number that a study prints, where it is what is compared.
func (s *stand) printed(o *CompareOptions) float64 {
	if s.study == nil || o.Of != "ratio" || s.Told != s.study.Stance.Told || s.year != s.study.Stance.Year || len(o.Set) > 0 {
		return math.NaN()
	}
	return s.study.Stance.Printed
}
