package study

import (
	"context"
	"fmt"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// AnswerKind says where our number for a printed one comes from, the most telling
// first.
type AnswerKind string

// The kinds. A bill shows that a study's conventions are understood, a replica that
// its arithmetic is; neither is ever counted as agreement, for none of their numbers
// is of the model.
const (
	FromChain    AnswerKind = "chain"    // Run or the sizing, with the study's scenario
	FromEquation AnswerKind = "equation" // an exported function of a model package that the chain calls
	FromBill     AnswerKind = "bill"     // the study's own bill, told by the accounting that tells ours: finance.Tell
	FromFunction AnswerKind = "function" // one that the chain does not call
	FromReplica  AnswerKind = "replica"  // the study's own arithmetic
)

// AnswerKinds are the kinds, the most telling first.
var AnswerKinds = []AnswerKind{FromChain, FromEquation, FromBill, FromFunction, FromReplica}

// PublishedStudy is a study as its directory states it.
type PublishedStudy struct {
	ID, Title, Authors, Date, Address string

	Transcribed string   // the date on which the figures were taken from the source
	Key         string   // of the study among the ledger's sources; "" if no input cites it
	Grade       string   // A: closed; B: partial; C: headline only
	Caveats     []string // what to know of the study, its mistakes included
	NotAnswered []string // what it prints that nothing here works out, and why
	Stances     []Stance // none if it compares orbit with the ground nowhere
	Outputs     []Output

	file     string // in messages
	names    []string
	values   map[string]amount   // looked up, never walked
	bills    map[string]*ownBill // the same, by name
	sets     map[string][]string // of inputs, by name; looked up, never walked
	scenario []byte              // of scenario.yaml; nil: a shipped one by name
	named    string              // the shipped one
}

// Output is a printed number and how it is answered: once, or more often with
// what the model says to the same question.
type Output struct {
	Name, Where string
	Printed     string // with its unit, as written
	Answers     []Answer

	printed, unit float64 // base units
	unitText      string
}

// Answer is one way to arrive at a printed number.
type Answer struct {
	Kind      AnswerKind
	How       string
	Tolerance float64  // relative
	Differs   bool     // expected to lie outside the tolerance
	AsSet     bool     // inputs that the study does not state were set to meet the number
	Because   string   // why it differs, what was set to meet what, or what the answer stands on
	Boundary  []string // what a cost holds
	Told      Told     // how it is told
	Set       []string // inputs changed for it
	Year      int      // of the chain
	Orbit     launch.Target

	expression *expression
	telling    telling
	line, col  int
}

// Count returns how many answers of each kind a study has, in the order of
// AnswerKinds.
func (p *PublishedStudy) Count() (n [5]int) {
	for i := range p.Outputs {
		for _, a := range p.Outputs[i].Answers {
			n[slices.Index(AnswerKinds, a.Kind)]++
		}
	}
	return n
}

// The verdicts.
const (
	Agrees     = "agrees"
	AsSet      = "agrees, as set"        // inputs that the study does not state were set to meet the number
	Leans      = "agrees, leaning on it" // an input that moves the answer cites the study
	Pinned     = "agrees, on a pin"      // a link of the chain that the answer stands on is pinned to the study's number
	Retold     = "retold"                // of a bill: its conventions are understood; its numbers are its own
	Recomputed = "recomputed"            // of a replica: its arithmetic is understood, no more
	Explained  = "differs, as explained"
	Off        = "OFF"
	Surprise   = "AGREES, BUT WAS EXPECTED TO DIFFER"
)

// Reproduced is what came of a study.
type Reproduced struct {
	ID      string           `json:"id"`
	Title   string           `json:"title"`
	Authors string           `json:"authors"`
	Date    string           `json:"date"`
	Address string           `json:"address"`
	Grade   string           `json:"grade"`
	Caveats []string         `json:"caveats"`
	Answers []ReproducedRow  `json:"answers"`
	Not     []string         `json:"not_answered"`
	Counts  []ReproducedKind `json:"counts"`
}

// ReproducedRow is a printed number beside ours.
type ReproducedRow struct {
	Name          string     `json:"name"`
	Where         string     `json:"where"`
	Beside        bool       `json:"beside"` // a second answer to the same number
	Kind          AnswerKind `json:"kind"`
	How           string     `json:"how"`
	Unit          string     `json:"unit"`
	Printed       Number     `json:"printed"`
	Ours          Number     `json:"ours"`
	RelativeError Number     `json:"relative_error"`
	Tolerance     Number     `json:"tolerance"`
	Boundary      []string   `json:"boundary,omitempty"`
	Set           []string   `json:"set,omitempty"`
	Verdict       string     `json:"verdict"`
	Holds         bool       `json:"holds"` // agrees, is retold or recomputed, or differs as explained
	Because       string     `json:"because,omitempty"`
	AsSet         bool       `json:"as_set,omitempty"`   // inputs that the study does not state were set to meet the number
	LeansOn       []string   `json:"leans_on,omitempty"` // inputs that cite the study and move the answer
	Pinned        []string   `json:"pinned,omitempty"`   // links of the chain that are pinned and move the answer
}

// ReproducedKind counts the answers of a kind. Those within their tolerance agree
// freely, as set, leaning or on a pin, each counted once, by its verdict; bills are
// retold and replicas recomputed, and none of them agrees.
type ReproducedKind struct {
	Kind    AnswerKind `json:"kind"`
	Answers int        `json:"answers"`
	Within  int        `json:"within"`  // their tolerance
	Agree   int        `json:"agree"`   // of these, freely
	AsSet   int        `json:"as_set"`  // with inputs set to meet the number
	Leaning int        `json:"leaning"` // on inputs that cite the study
	Pinned  int        `json:"pinned"`  // on a pinned link
	Differ  int        `json:"differ"`  // as explained
	Failing int        `json:"failing"` // outside unexplained, or inside against what was expected
}

// Reproduce answers every printed number of a study. The error is one of input: a
// scenario that cannot be read or has nothing to say; or why ctx ended.
func (p *PublishedStudy) Reproduce(ctx context.Context) (*Reproduced, error) {
	out := &Reproduced{ID: p.ID, Title: p.Title, Authors: p.Authors, Date: p.Date, Address: p.Address, Grade: p.Grade,
		Caveats: append([]string{}, p.Caveats...), Answers: []ReproducedRow{}, Not: append([]string{}, p.NotAnswered...)}
	for _, k := range AnswerKinds {
		out.Counts = append(out.Counts, ReproducedKind{Kind: k})
	}
	m := &mistakes{file: p.file}
	plays := map[string]*chainPlay{} // looked up, never walked
	for i := range p.Outputs {
		o := &p.Outputs[i]
		for j := range o.Answers {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			a := &o.Answers[j]
			s := p.scope(a)
			if a.Kind == FromChain {
				chain, err := p.play(a, plays)
				if err != nil {
					return nil, err
				}
				s.chain = chain
			}
			v, wrong := s.evaluate(a.expression)
			if wrong != nil {
				m.add(a.line, a.col, ledger.Short(o.Name), wrong.wrong, wrong.right)
				continue
			}
			row := o.row(a, v.value, j > 0)
			if a.Kind == FromChain && (row.Verdict == Agrees || row.Verdict == AsSet) {
				row.Pinned = p.pinned(a, &s, v.value)
				row.LeansOn = p.leansOn(ctx, a, &s, v.value)
			}
			switch {
			case row.Verdict != Agrees:
			case row.LeansOn != nil:
				row.Verdict = Leans
			case row.Pinned != nil:
				row.Verdict = Pinned
			}
			out.Counts[slices.Index(AnswerKinds, a.Kind)].count(&row)
			out.Answers = append(out.Answers, row)
		}
	}
	if len(m.list) > 0 {
		return nil, m.list
	}
	return out, nil
}

// count adds an answer, by its verdict.
func (c *ReproducedKind) count(row *ReproducedRow) {
	c.Answers++
	switch {
	case !row.Holds:
		c.Failing++
		return
	case row.Verdict == Explained:
		c.Differ++
		return
	}
	c.Within++
	switch row.Verdict {
	case Agrees:
		c.Agree++
	case AsSet:
		c.AsSet++
	case Leans:
		c.Leaning++
	case Pinned:
		c.Pinned++
	}
}

// rounding is the tolerance below which rounding of our own sums would show.
const rounding = 1e-12

// row judges an answer. The error is relative to what is printed, absolute where
// that is zero. What is no finite number never holds, whatever was expected.
func (o *Output) row(a *Answer, ours float64, beside bool) ReproducedRow {
	off := (ours - o.printed) / math.Abs(o.printed)
	if o.printed == 0 {
		off = ours / o.unit
	}
	within, finite := math.Abs(off) <= max(a.Tolerance, rounding), !math.IsNaN(off) && !math.IsInf(off, 0)
	r := ReproducedRow{
		Name: o.Name, Where: o.Where, Beside: beside, Kind: a.Kind, How: strings.Join(strings.Fields(a.How), " "), Unit: o.unitText,
		Printed: Number(o.printed / o.unit), Ours: Number(ours / o.unit), RelativeError: Number(off), Tolerance: Number(a.Tolerance),
		Boundary: a.Boundary, Set: a.Set, Because: a.Because, AsSet: a.AsSet, Holds: finite && within != a.Differs,
	}
	if r.Unit == "°C" {
		r.Printed, r.Ours = Number(o.printed-si.ZeroCelsius), Number(ours-si.ZeroCelsius)
	}
	switch {
	case !finite:
		r.Verdict = Off
	case a.Differs && within:
		r.Verdict = Surprise
	case a.Differs:
		r.Verdict = Explained
	case !within:
		r.Verdict = Off
	case a.Kind == FromReplica:
		r.Verdict = Recomputed
	case a.Kind == FromBill:
		r.Verdict = Retold
	case a.AsSet:
		r.Verdict = AsSet
	default:
		r.Verdict = Agrees
	}
	return r
}

// play returns the chain under the scenario of an answer, played once for each set
// of inputs, year and orbit.
func (p *PublishedStudy) play(a *Answer, plays map[string]*chainPlay) (*chainPlay, error) {
	key := fmt.Sprint(a.Year, a.Orbit, strings.Join(a.Set, "\n"))
	chain, ok := plays[key]
	if !ok {
		var c *dawndusk.Case
		var err error
		if p.scenario != nil {
			c, err = dawndusk.LoadData(path.Join(path.Dir(p.file), "scenario.yaml"), p.scenario, a.Set...)
		} else {
			c, err = dawndusk.Load(p.named, a.Set...)
		}
		if err != nil {
			return nil, err
		}
		c.Scenario.Run.Alone()
		chain = &chainPlay{c: c, year: a.Year, target: a.Orbit}
		plays[key] = chain
	}
	chain.telling = a.telling
	return chain, nil
}

// Texts writes the two numbers of a row with so many digits at most.
func (r *ReproducedRow) Texts(digits int) (printed, ours string) {
	return fewDigits(r.Printed, digits), fewDigits(r.Ours, digits)
}

func fewDigits(n Number, digits int) string {
	v := float64(n)
	if v == 0 || !n.Finite() || math.Abs(v) < 1e-4 || math.Abs(v) >= 1e9 {
		return strconv.FormatFloat(v, 'g', digits, 64)
	}
	text := strconv.FormatFloat(v, 'f', max(0, digits-1-int(math.Floor(math.Log10(math.Abs(v))))), 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// Callable is something that the how of an answer can ask for.
type Callable struct {
	Kind AnswerKind
	Name string // with its arguments and their units
	Unit string
}

// Callables lists the values of the chain, the equations that it calls and the
// functions that it does not.
func Callables() (list []Callable) {
	add := func(kind AnswerKind, name string, args []equationArgument, unit string) {
		var texts []string
		for _, a := range args {
			if a.unit == "1" {
				texts = append(texts, a.name)
			} else {
				texts = append(texts, a.name+" in "+a.unit)
			}
		}
		if args != nil {
			name += "(" + strings.Join(texts, ", ") + ")"
		}
		list = append(list, Callable{kind, name, unit})
	}
	for _, c := range chainValues {
		add(FromChain, c.name, c.args, c.unit)
	}
	for _, kind := range []AnswerKind{FromEquation, FromFunction} {
		for _, e := range equations {
			if e.chain == (kind == FromEquation) {
				add(kind, e.name, e.args, e.unit)
			}
		}
	}
	return list
}

// leansOn lists the inputs of the chain that cite the study itself and, moved to
// either end of their range, move the answer: where there is one, agreement is not
// that of two independent sources. What the study's scenario sets is not counted.
func (p *PublishedStudy) leansOn(ctx context.Context, a *Answer, s *valueScope, central float64) (paths []string) {
	c := s.chain.c
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		cited := slices.ContainsFunc(r.Refs, func(f ledger.Ref) bool { return f.Key == p.Key })
		if ctx.Err() != nil || p.Key == "" || !cited || slices.Contains(c.Changed, r.Path) {
			continue
		}
		for _, end := range []float64{r.Low, r.High} {
			if s.moves(r, end, a, central) {
				paths = append(paths, r.Path)
				break
			}
		}
	}
	return paths
}

// pinned lists the links of the chain that the study's inputs pin and that move the
// answer: it agrees with what is pinned, passed on through what is not.
func (p *PublishedStudy) pinned(a *Answer, s *valueScope, central float64) (paths []string) {
	c := s.chain.c
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		if !strings.HasPrefix(r.Path, "stated.") || !slices.Contains(c.Changed, r.Path) {
			continue
		}
		if leaf := ledger.Leaves(&c.Scenario)[r.Leaf].Float; leaf != nil && s.moves(r, *leaf*1.01, a, central) {
			paths = append(paths, r.Path)
		}
	}
	return paths
}

// moves reports whether an answer is another one with an input of its chain set to
// a value.
func (s *valueScope) moves(r *ledger.Row, to float64, a *Answer, central float64) bool {
	c := s.chain.c
	moved := *c
	leaf := ledger.Leaves(&moved.Scenario)[r.Leaf].Float
	if leaf == nil || r.Null || math.IsNaN(to) || to == *leaf {
		return false
	}
	*leaf = to
	elsewhere := *s
	elsewhere.chain = &chainPlay{c: &moved, year: a.Year, target: a.Orbit, telling: a.telling}
	v, wrong := elsewhere.evaluate(a.expression)
	return wrong != nil || !(math.Abs(v.value-central) <= 1e-9*math.Abs(central))
}

// CountAnswers adds the counts of studies up, kind by kind.
func CountAnswers(list []*Reproduced) []ReproducedKind {
	var sum []ReproducedKind
	for i, k := range AnswerKinds {
		c := ReproducedKind{Kind: k}
		for _, r := range list {
			c.Answers += r.Counts[i].Answers
			c.Within += r.Counts[i].Within
			c.Agree += r.Counts[i].Agree
			c.AsSet += r.Counts[i].AsSet
			c.Leaning += r.Counts[i].Leaning
			c.Pinned += r.Counts[i].Pinned
			c.Differ += r.Counts[i].Differ
			c.Failing += r.Counts[i].Failing
		}
		sum = append(sum, c)
	}
	return sum
}
