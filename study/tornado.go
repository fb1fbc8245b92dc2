package study

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// TornadoOptions say what is asked of the inputs one by one.
type TornadoOptions struct {
	Of      string // name of a headline
	Year    int
	Version string

	Progress func(done, total int) // as in Options
}

// TornadoEnd is an input at one end of its range, all else central.
type TornadoEnd struct {
	Input string `json:"input"` // as it would be written in a scenario
	Value Number `json:"value"` // of the headline; null where it does not exist
}

// TornadoInput is what one input alone does to a headline.
type TornadoInput struct {
	Path    string     `json:"path"`
	What    string     `json:"what"`
	Kind    string     `json:"kind"` // of its evidence
	Central string     `json:"central"`
	Low     TornadoEnd `json:"low"`   // at its 5 % point
	High    TornadoEnd `json:"high"`  // at its 95 % point
	Swing   Number     `json:"swing"` // from the least to the most of low, central and high; null where one does not exist
}

// TornadoSummary is the contract of `sensitivity tornado --json`.
type TornadoSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	MoneyYear    int    `json:"money_year"`

	Of        string         `json:"of"`
	What      string         `json:"what"`
	Year      int            `json:"year"`
	Product   string         `json:"product"`
	Central   Number         `json:"central"`
	Unchanged int            `json:"unchanged"` // inputs that leave the headline as it is
	Inputs    []TornadoInput `json:"inputs"`    // every drawn one, by swing, the largest first
	Warnings  []string       `json:"warnings"`
}

// Tornado moves every drawn input alone to its 5 and 95 % points, with all else
// at central values and even luck, and returns what a headline becomes.
//
// Ignores: what inputs do together, so swings do not add up; correlations, as
// each moves alone; luck.
//
// All mistakes come back at once as ledger.Errors.
func Tornado(ctx context.Context, name string, set []string, o TornadoOptions) (*TornadoSummary, error) {
	var mistakes ledger.Errors
	h := slices.IndexFunc(Headlines[:], func(h Headline) bool { return h.Name == o.Of })
	if h < 0 {
		mistakes = append(mistakes, ledger.Error{File: "--of", Wrong: fmt.Sprintf("%q is no number known here", o.Of), Right: "write " + headlineNames()})
	}
	c, short, err := loadYear(name, set, "--year", o.Year, mistakes)
	if err != nil {
		return nil, err
	}
	p := newCentral(short)
	value := func() float64 { return orInf(Headlines[h].of(&ensemble{c: c}, p.run(), o.Year-firstYear)) }
	s := &TornadoSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, MoneyYear: si.MoneyYear,
		Of: o.Of, What: Headlines[h].What, Year: o.Year, Product: c.Scenario.Run.Headline.String(), Central: Number(value()),
		Inputs: []TornadoInput{}, Warnings: warningsOf(c),
	}
	inputs, _, err := compile(c, 1, false)
	if err != nil {
		return nil, err
	}
	tick := (&Options{Progress: o.Progress}).ticker(2 * len(inputs))
	for i := range inputs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		row := &c.Book.Rows[inputs[i].row]
		leaf := &p.leaves[row.Leaf]
		end := func(u float64) TornadoEnd {
			v := inputs[i].dist.Quantile(u)
			*leaf.Float = v
			return TornadoEnd{inputText(row, leaf, v), Number(value())}
		}
		in := TornadoInput{Path: row.Path, What: row.What, Kind: string(row.Kind), Central: row.Text, Low: end(0.05), High: end(0.95)}
		*leaf.Float = row.Value
		in.Swing = Number(swing(float64(s.Central), float64(in.Low.Value), float64(in.High.Value)))
		if in.Swing == 0 {
			s.Unchanged++
		}
		s.Inputs = append(s.Inputs, in)
		tick(2)
	}
	least := func(in *TornadoInput) Number { return min(in.Low.Value, in.High.Value) }
	slices.SortStableFunc(s.Inputs, func(a, b TornadoInput) int {
		return cmp.Or(cmp.Compare(b.Swing, a.Swing), cmp.Compare(least(&a), least(&b)), strings.Compare(a.Path, b.Path))
	})
	return s, nil
}

// swing is how far a number moves among its values; +Inf where some exist and
// some do not, 0 where none does.
func swing(values ...float64) float64 {
	least, most := slices.Min(values), slices.Max(values)
	if least == most {
		return 0
	}
	return most - least
}

// orInf makes a number that does not exist higher than any.
func orInf(v float64) float64 {
	if math.IsNaN(v) {
		return math.Inf(1)
	}
	return v
}

// loadYear loads a case and, as short, the same to the end of a year: what
// happens after it does not reach back. Its error adds to the mistakes found
// before; c is nil only where the case itself is mistaken.
func loadYear(name string, set []string, flag string, year int, mistakes ledger.Errors) (c, short *dawndusk.Case, err error) {
	c, err = dawndusk.Load(name, set...)
	if many := (ledger.Errors)(nil); errors.As(err, &many) {
		return nil, nil, append(mistakes, many...)
	} else if err != nil {
		return nil, nil, err
	}
	months := int(math.Round(c.Scenario.Run.Horizon.In(si.Month)))
	if last := firstYear + (months+5)/12 - 1; year < firstYear || year > last {
		mistakes = append(mistakes, ledger.Error{File: flag, Wrong: fmt.Sprintf("%d is not played", year), Right: fmt.Sprintf("write a year from %d to %d", firstYear, last)})
	}
	if len(mistakes) > 0 {
		return c, nil, mistakes
	}
	short = new(dawndusk.Case)
	*short = *c
	short.Scenario.Run.Horizon = si.Duration(min(months, 12*(year-firstYear+1))) * si.Month
	return c, short, nil
}

func warningsOf(c *dawndusk.Case) []string {
	if c.Warnings == nil {
		return []string{}
	}
	return c.Warnings
}

// central plays a case at its central values with even luck, but for what is
// written into its leaves.
type central struct {
	scenario   dawndusk.Scenario
	leaves     []ledger.Leaf // of scenario
	enterprise dawndusk.Enterprise
	result     dawndusk.Result
}

func newCentral(c *dawndusk.Case) *central {
	p := &central{scenario: c.Scenario}
	p.leaves = ledger.Leaves(&p.scenario)
	return p
}

func (p *central) run() *dawndusk.Result {
	p.enterprise.Run(&p.scenario, dawndusk.EvenChance(), &p.result)
	return &p.result
}

// inputText writes a value as the row would: in the row's own words where it is
// one of its three numbers, else to three figures of its range.
func inputText(r *ledger.Row, leaf *ledger.Leaf, v float64) string {
	close := func(w float64) bool { return math.Abs(v-w) <= 1e-9*math.Abs(w) }
	switch {
	case close(r.Low) && r.Range[0] != "":
		return r.Range[0]
	case close(r.High) && r.Range[1] != "":
		return r.Range[1]
	case close(r.Value) && r.Text != "":
		return r.Text
	}
	return gaugeOf(r, leaf, v).text(v, r.High-r.Low)
}

// gauge is a unit in which values of an input are written as numbers.
type gauge struct {
	unit      string  // "" of a count or a share
	zero, one float64 // of the unit, in SI base units
}

// gaugeOf chooses the unit in which the row is written, or else one fit for a
// value.
func gaugeOf(r *ledger.Row, leaf *ledger.Leaf, v float64) gauge {
	_, unit, ok := strings.Cut(r.Range[1], " ")
	if !ok {
		_, unit, _ = strings.Cut(leaf.Format(v), " ")
	}
	g := gauge{unit: unit, one: 1}
	zero, err0 := leaf.Parse(strings.TrimSpace("0 " + unit))
	one, err1 := leaf.Parse(strings.TrimSpace("1 " + unit))
	if err0 == nil && err1 == nil && one != zero {
		g.zero, g.one = zero, one
	}
	return g
}

// number is a value in SI base units, in the unit.
func (g gauge) number(v float64) float64 { return (v - g.zero) / (g.one - g.zero) }

// text writes a value with its unit to three figures of a span, at most to six.
func (g gauge) text(v, span float64) string {
	n, w := g.number(v), math.Abs(span/(g.one-g.zero))
	size := math.Abs(n)
	if w > 0 && w < size {
		size = w
	}
	digits := 0
	if size > 0 {
		digits = min(max(2-int(math.Floor(math.Log10(size)+1e-9)), 0), 9)
	}
	text := strconv.FormatFloat(n, 'f', digits, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return strings.TrimSpace(text + " " + g.unit)
}
