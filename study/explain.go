package study

import (
	"context"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// Explanation is one input: its evidence, and the headline with it held at the
// low end, the centre and the high end of its range, or at each choice.
type Explanation struct {
	Row    ledger.Row
	Source []ledger.Source // of the row's citations, in their order
	At     []Held
}

// Held is the headline with the input held at a value.
type Held struct {
	Text    string // as it would be written in a scenario
	Verdict Verdict
}

// Explain studies what one input does to the headline.
func Explain(ctx context.Context, name string, set []string, path string, o Options) (*Explanation, error) {
	c, err := dawndusk.Load(name, set...)
	if err != nil {
		return nil, err
	}
	row, err := c.Book.Find(path)
	if err != nil {
		return nil, err
	}
	x := &Explanation{Row: *row}
	for _, ref := range row.Refs {
		if s, ok := c.Book.Source(ref.Key); ok {
			x.Source = append(x.Source, s)
		}
	}
	values := row.Choices
	switch {
	case values != nil:
	case row.Null:
	case row.Range[0] == "": // fixed by the scenario
		values = []string{row.Text}
	default:
		values = []string{row.Range[0], row.Text, row.Range[1]}
	}
	tick := o.ticker(len(values) * o.Draws)
	for _, v := range values {
		c, err := dawndusk.Load(name, append(append([]string{}, set...), path+"="+v)...)
		if err != nil {
			return nil, err
		}
		e, err := draw(ctx, c, &o, true, false, tick)
		if err != nil {
			return nil, err
		}
		x.At = append(x.At, Held{v, e.verdict(v)})
	}
	return x, nil
}
