package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// DesignVariable is an input that a designer sets.
type DesignVariable struct {
	Path string
	// Searched tells whether it is searched unless others are named. What is not
	// has an end at which the model charges nothing for it, or belongs to an orbit
	// or product that few draws choose; Because says which.
	Searched bool
	Because  string
	whole    bool // comes in whole numbers
}

// optimiseVar is a variable compiled.
type optimiseVar struct {
	OptimiseVariable
	leaf      int
	low, high float64 // SI base units
	min, max  float64 // the row's limits
	base      float64
	log       bool
	whole     bool
}

// at is the value a share of the way from low to high; the share may leave [0, 1].
func (v *optimiseVar) at(u float64) float64 {
	x := v.low + u*(v.high-v.low)
	if v.log {
		x = v.low * math.Pow(v.high/v.low, u)
	}
	if u == 1 {
		x = v.high
	}
	if v.whole {
		x = math.Round(x)
	}
	return x
}

// place is the share of the way of a value.
func (v *optimiseVar) place(x float64) float64 {
	if v.log {
		return math.Log(x/v.low) / math.Log(v.high/v.low)
	}
	return (x - v.low) / (v.high - v.low)
}

// optimiseChoice is a choice compiled.
type optimiseChoice struct {
	path, what string
	leaf       int // −1: the orbit
	searched   bool
	options    []string
	base       int
}

// variables reads what is searched, or takes what is searched by default.
func (o *OptimiseOptions) variables(c *dawndusk.Case) (vars []optimiseVar, mistakes ledger.Errors) {
	asked := o.Vars
	if len(asked) == 0 {
		for i := range DesignVariables {
			if DesignVariables[i].Searched {
				asked = append(asked, DesignVariables[i].Path)
			}
		}
	}
	for _, text := range asked {
		v, err := newOptimiseVar(c, text)
		if err != nil {
			mistakes = append(mistakes, err.(ledger.Error))
			continue
		}
		if slices.ContainsFunc(vars, func(w optimiseVar) bool { return w.Path == v.Path }) {
			mistakes = append(mistakes, ledger.Error{File: varFlag, Path: v.Path, Wrong: "is named twice", Right: "name it once"})
			continue
		}
		vars = append(vars, v)
	}
	return vars, mistakes
}

// newOptimiseVar reads "path" or "path=low:high". The error is a ledger.Error.
func newOptimiseVar(c *dawndusk.Case, text string) (v optimiseVar, err error) {
	path, span, given := strings.Cut(text, "=")
	path = strings.TrimSpace(path)
	wrong := func(what, right string) (optimiseVar, error) {
		return v, ledger.Error{File: varFlag, Path: path, Wrong: what, Right: right}
	}
	row, err := c.Book.Find(path)
	if err != nil {
		e := err.(ledger.Error)
		e.File = varFlag
		return v, e
	}
	scenario := c.Scenario
	leaf := &ledger.Leaves(&scenario)[row.Leaf]
	known := slices.IndexFunc(DesignVariables[:], func(d DesignVariable) bool { return d.Path == path })
	if known < 0 {
		what := "is no choice of a satellite's designer"
		switch {
		case leaf.Float == nil && slices.ContainsFunc(choicesOf(c), func(k optimiseChoice) bool { return k.path == path }):
			return wrong("is a choice, not a quantity", "leave it out: every option of it is tried")
		case row.Dist != ledger.Fixed:
			what = "is drawn, not designed"
		}
		var paths []string
		for i := range DesignVariables {
			paths = append(paths, DesignVariables[i].Path)
		}
		return wrong(what, "the design variables are "+strings.Join(paths, ", "))
	}
	evidence := row
	if book, err := dawndusk.Ledger(); err == nil { // a scenario that pins the input leaves it no range
		if shipped, err := book.Find(path); err == nil {
			evidence = shipped
		}
	}
	if v.low, v.high = evidence.Low, evidence.High; given {
		if v.low, v.high, err = parseSpan(leaf, span); err != nil {
			return wrong(err.Error(), "write "+varFlag+" "+strconv.Quote(path+"="+exampleSpan(leaf, evidence)))
		}
	}
	switch {
	case !(v.low < v.high):
		return wrong(fmt.Sprintf("a range from %s to %s", leaf.Format(v.low), leaf.Format(v.high)), "write the lower end first")
	case v.low < row.Min || v.high > row.Max:
		return wrong(fmt.Sprintf("%s to %s leaves its limits", leaf.Format(v.low), leaf.Format(v.high)), fmt.Sprintf("stay within %s to %s", row.Limits[0], row.Limits[1]))
	}
	v.leaf, v.base, v.min, v.max, v.whole = row.Leaf, row.Value, row.Min, row.Max, DesignVariables[known].whole
	g := gaugeOf(evidence, leaf, v.high)
	v.OptimiseVariable = OptimiseVariable{Path: path, What: row.What, Unit: g.unit, Scale: linearScale, Low: Number(g.number(v.low)), High: Number(g.number(v.high)), gauge: g}
	if v.low > 0 && g.zero == 0 && v.high >= 4*v.low {
		v.log, v.Scale = true, logScale
	}
	return v, nil
}

// choicesOf lists what is chosen, with what the case chooses.
func choicesOf(c *dawndusk.Case) (choices []optimiseChoice) {
	for _, d := range designChoices {
		path := d.path
		if path == orbitChoice {
			choices = append(choices, optimiseChoice{path: path, what: "The orbit: the cheaper in every draw, or one for all", leaf: -1, searched: true, options: orbitOptions})
			continue
		}
		row, err := c.Book.Find(path)
		if err != nil { // the keystone test holds rows and leaves together
			continue
		}
		choices = append(choices, optimiseChoice{path: path, what: row.What, leaf: row.Leaf, searched: d.searched, options: row.Choices, base: max(0, slices.Index(row.Choices, row.Text))})
	}
	return choices
}
