package study

import (
	"context"

	"github.com/dawndusk/dawndusk"
)

// Held is the headline with the input held at a value.
type Held struct {
	Text    string // as it would be written in a scenario
	Verdict Verdict
}

// Explain studies what one input does to the headline: it is held at the low
// end, the centre and the high end of its range, or at each choice. Nothing comes
// back for an input without a range to explore, or that the chain does not read.
func Explain(ctx context.Context, name string, set []string, path string, o Options) ([]Held, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	c, err := dawndusk.Load(name, set...)
	if err != nil {
		return nil, err
	}
	row, err := c.Book.Find(path)
	if err != nil {
		return nil, err
	}
	values := row.Choices
	switch {
	case !inChain(&c.Scenario, path):
	case values != nil:
	case row.Null:
	case row.Range[0] == "": // fixed by the scenario
		values = []string{row.Text}
	default:
		values = []string{row.Range[0], row.Text, row.Range[1]}
	}
	var held []Held
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
		held = append(held, Held{v, e.verdict(v)})
	}
	return held, nil
}
