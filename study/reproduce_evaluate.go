package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
)

// function is one of mathematics; a nil unit function wants and gives plain numbers.
type mathFunction struct {
	args int
	call func(x []float64) float64
	give func(x []amount) (powers, bool) // nil: plain numbers in and out
}

func likeFirst(x []amount) (powers, bool) {
	for _, a := range x {
		if !a.powers.same(x[0].powers) {
			return powers{}, false
		}
	}
	return x[0].powers, true
}

func turns(from, to powers) func([]amount) (powers, bool) {
	return func(x []amount) (powers, bool) { return to, x[0].powers.same(from) }
}

var watt, level, radian = powers{2, 1, -3}, powers{7: 1}, powers{6: 1}

// mathematics are the functions of an expression. watts and dbm only change how a
// power is written, radians and plain likewise an angle.
var mathematics = map[string]mathFunction{ // looked up, never walked
	"sqrt":    {1, func(x []float64) float64 { return math.Sqrt(x[0]) }, func(x []amount) (powers, bool) { return powers{}.times(x[0].powers, 0.5), true }},
	"exp":     {1, func(x []float64) float64 { return math.Exp(x[0]) }, nil},
	"log2":    {1, func(x []float64) float64 { return math.Log2(x[0]) }, nil},
	"log10":   {1, func(x []float64) float64 { return math.Log10(x[0]) }, nil},
	"atan":    {1, func(x []float64) float64 { return math.Atan(x[0]) }, nil},
	"ceil":    {1, func(x []float64) float64 { return math.Ceil(x[0]) }, nil},
	"floor":   {1, func(x []float64) float64 { return math.Floor(x[0]) }, nil},
	"min":     {2, func(x []float64) float64 { return math.Min(x[0], x[1]) }, likeFirst},
	"max":     {2, func(x []float64) float64 { return math.Max(x[0], x[1]) }, likeFirst},
	"watts":   {1, func(x []float64) float64 { return math.Pow(10, x[0]/10-3) }, turns(level, watt)},
	"dbm":     {1, func(x []float64) float64 { return 10*math.Log10(x[0]) + 30 }, turns(watt, level)},
	"radians": {1, func(x []float64) float64 { return x[0] }, turns(powers{}, radian)},
	"plain":   {1, func(x []float64) float64 { return x[0] }, turns(radian, powers{})},
}

var mathematicsNames = []string{"sqrt", "exp", "log2", "log10", "atan", "ceil", "floor", "min", "max", "watts", "dbm", "radians", "plain"}

// unreadable stands for a value with a mistake, which alreadySaid keeps from being
// told again wherever it is used.
var (
	unreadable  = amount{powers: powers{math.MaxFloat64}}
	alreadySaid = &problem{}
)

// valueScope is what names stand for.
type valueScope struct {
	values map[string]amount   // looked up, never walked
	names  []string            // of the values, in file order
	bills  map[string]*ownBill // looked up, never walked
	told   telling             // how bills are told
	chain  *chainPlay          // nil: the chain is not asked, and its values are NaN
}

// evaluate works an expression out, dimensions and all.
func (s *valueScope) evaluate(e *expression) (amount, *problem) {
	switch e.op {
	case 'n':
		return amount{value: e.num}, nil
	case 'v':
		return s.value(e.name)
	case 'q': // said before anything of its arguments
		if _, _, wrong := signature(e); wrong != nil {
			return amount{}, wrong
		}
		if i := slices.IndexFunc(e.args, func(a *expression) bool { return a.op == 'g' }); i >= 0 {
			return s.solve(e, i)
		}
	case 'g':
		return amount{}, wrongly("write it for one argument of one equation, f(x=giving(y), …)", "giving() stands where no equation asks for it")
	}
	args := make([]amount, len(e.args))
	for i, a := range e.args {
		v, p := s.evaluate(a)
		if p != nil {
			return amount{}, p
		}
		args[i] = v
	}
	switch e.op {
	case 'q':
		return s.ask(e, args)
	case 'f':
		return apply(e, args)
	case '~':
		return amount{-args[0].value, args[0].powers}, nil
	}
	a, b := args[0], args[1]
	switch e.op {
	case '+', '-':
		if !a.powers.same(b.powers) {
			return amount{}, wrongly("both sides need the same dimension", "%v and %v are added", a.powers, b.powers)
		}
		if e.op == '-' {
			b.value = -b.value
		}
		return amount{a.value + b.value, a.powers}, nil
	case '*':
		return amount{a.value * b.value, a.powers.times(b.powers, 1)}, nil
	case '/':
		return amount{a.value / b.value, a.powers.times(b.powers, -1)}, nil
	}
	if !b.powers.same(powers{}) {
		return amount{}, wrongly("write a plain number", "an exponent is %v", b.powers)
	}
	if a.powers != (powers{}) && !(math.Abs(b.value) <= 10) {
		return amount{}, wrongly("write one from -10 to 10", "the exponent of %v is %g", a.powers, b.value)
	}
	out := powers{}
	if a.powers != (powers{}) {
		out = out.times(a.powers, b.value)
	}
	return amount{math.Pow(a.value, b.value), out}, nil
}

func (s *valueScope) value(name string) (amount, *problem) {
	if v, ok := s.values[name]; ok {
		if v == unreadable {
			return v, alreadySaid
		}
		return v, nil
	}
	if name == "pi" {
		return amount{value: math.Pi}, nil
	}
	if b, ok := s.bills[name]; ok {
		return b.tell(s.told), nil
	}
	if k := chainIndex(name); k >= 0 && len(chainValues[k].args) == 0 {
		return s.chained(k, nil)
	} else if k >= 0 || equationIndex(name) >= 0 {
		return amount{}, wrongly("write "+name+"(argument=value, …)", "%s needs its arguments", name)
	}
	names := append(slices.Clone(s.names), "pi")
	for own := range s.bills {
		names = append(names, own)
	}
	slices.Sort(names)
	for i := range chainValues {
		names = append(names, chainValues[i].name)
	}
	otherwise := "name it under values"
	if len(s.names) > 0 && len(s.names) <= 20 {
		otherwise += "; there are " + strings.Join(s.names, ", ")
	}
	return amount{}, wrongly(ledger.Suggest(name, names, otherwise), "no value is called %q", ledger.Short(name))
}

func (s *valueScope) chained(k int, args []float64) (amount, *problem) {
	c := &chainValues[k]
	unit := c.unit
	if c.isBill() {
		unit = costUnits[s.told.metric]
	}
	u, _ := readUnit(unit)
	if s.chain == nil {
		return amount{math.NaN(), u.powers}, nil
	}
	var v float64
	var err error
	if c.isBill() {
		v, err = s.chain.billed(c.bill)
	} else {
		v, err = s.chain.ask(k, args)
	}
	if err != nil {
		return amount{}, wrongly("change the scenario, the year or the orbit", "%v", err)
	}
	return amount{v * u.value, u.powers}, nil
}

func apply(e *expression, args []amount) (amount, *problem) {
	f := mathematics[e.name]
	if len(args) != f.args {
		return amount{}, wrongly(fmt.Sprintf("it takes %d", f.args), "%s has %d arguments", e.name, len(args))
	}
	x := make([]float64, len(args))
	for i, a := range args {
		x[i] = a.value
		if f.give == nil && !a.powers.same(powers{}) {
			return amount{}, wrongly("divide it by a unit of its kind", "%s of %v", e.name, a.powers)
		}
	}
	out := amount{value: f.call(x)}
	if f.give != nil {
		p, ok := f.give(args)
		if !ok {
			return amount{}, wrongly("see doc/studies.md for what it takes", "%s of %v", e.name, args[0].powers)
		}
		out.powers = p
	}
	return out, nil
}

// signature returns what a call wants and gives, in any order of its arguments.
func signature(e *expression) (want []equationArgument, unit string, wrong *problem) {
	k, q := chainIndex(e.name), equationIndex(e.name)
	switch {
	case q >= 0:
		want, unit = equations[q].args, equations[q].unit
	case k >= 0:
		want, unit = chainValues[k].args, chainValues[k].unit
	default:
		names := slices.Clone(mathematicsNames)
		for i := range equations {
			names = append(names, equations[i].name)
		}
		return nil, "", wrongly(ledger.Suggest(e.name, names, "doc/studies.md lists the equations"), "unknown equation %q", ledger.Short(e.name))
	}
	var names []string
	for _, a := range want {
		names = append(names, a.name)
	}
	for _, key := range e.keys {
		if !slices.Contains(names, key) {
			return nil, "", wrongly(ledger.Suggest(key, names, "its arguments are "+strings.Join(names, ", ")), "%s has no argument %q", e.name, ledger.Short(key))
		}
	}
	for _, name := range names {
		if !slices.Contains(e.keys, name) {
			return nil, "", wrongly("its arguments are "+strings.Join(names, ", "), "%s lacks its argument %q", e.name, name)
		}
	}
	return want, unit, nil
}

// ask calls an equation, or what the chain has to say that needs arguments.
func (s *valueScope) ask(e *expression, args []amount) (amount, *problem) {
	want, unit, wrong := signature(e)
	if wrong != nil {
		return amount{}, wrong
	}
	x := make([]float64, len(want))
	for i, a := range want {
		j := slices.Index(e.keys, a.name)
		u, _ := readUnit(a.unit)
		if !args[j].powers.same(u.powers) {
			what := "a plain number"
			if a.unit != "1" {
				what = "a value in " + a.unit
			}
			return amount{}, wrongly("give "+what, "argument %q of %s is %v", a.name, e.name, args[j].powers)
		}
		x[i] = args[j].value / u.value
	}
	if q := equationIndex(e.name); q >= 0 {
		u, _ := readUnit(unit)
		return amount{equations[q].call(x) * u.value, u.powers}, nil
	}
	return s.chained(chainIndex(e.name), x)
}

// solve returns the value of an argument, written giving(y), at which an equation
// gives y: the one place between a thousand-millionth of the argument's unit and a
// million million of it where the equation crosses y.
func (s *valueScope) solve(e *expression, argument int) (amount, *problem) {
	q := equationIndex(e.name)
	if q < 0 || len(e.args[argument].args) != 1 {
		return amount{}, wrongly("write f(x=giving(y), …) with an equation f", "giving() is asked of %s", ledger.Short(e.name))
	}
	want, _ := readUnit(equations[q].unit)
	y, wrong := s.evaluate(e.args[argument].args[0])
	if wrong != nil {
		return amount{}, wrong
	}
	if !y.powers.same(want.powers) {
		return amount{}, wrongly("give what the equation gives, in "+equations[q].unit, "%s is to give %v", e.name, y.powers)
	}
	args := make([]amount, len(e.args))
	for i, a := range e.args {
		if i == argument {
			continue
		}
		if args[i], wrong = s.evaluate(a); wrong != nil {
			return amount{}, wrong
		}
	}
	k := slices.IndexFunc(equations[q].args, func(a equationArgument) bool { return a.name == e.keys[argument] })
	unit, _ := readUnit(equations[q].args[k].unit)
	off := func(x float64) (float64, *problem) {
		args[argument] = amount{x * unit.value, unit.powers}
		v, wrong := s.ask(e, args)
		return v.value - y.value, wrong
	}
	low, high := math.NaN(), math.NaN()
	last, wrong := off(1e-9)
	for decade := -8; decade <= 12 && wrong == nil; decade++ {
		var v float64
		v, wrong = off(math.Pow10(decade))
		if (last < 0) != (v < 0) {
			if !math.IsNaN(low) {
				return amount{}, wrongly("ask for another argument", "%s gives that at more than one %s", e.name, e.keys[argument])
			}
			low, high = math.Pow10(decade-1), math.Pow10(decade)
		}
		last = v
	}
	if wrong != nil {
		return amount{}, wrong
	}
	if math.IsNaN(low) {
		return amount{}, wrongly("check the values", "no %s makes %s give that", e.keys[argument], e.name)
	}
	atLow, _ := off(low)
	for range 200 {
		middle := (low + high) / 2
		if v, _ := off(middle); (v < 0) == (atLow < 0) {
			low = middle
		} else {
			high = middle
		}
	}
	return amount{high * unit.value, unit.powers}, nil
}

// uses walks an expression.
func (e *expression) uses(visit func(*expression)) {
	visit(e)
	for _, a := range e.args {
		a.uses(visit)
	}
}

// oneEquation reports whether an expression is the call of an equation or a bill of the
// study's own, at most written in other units or scaled by values, products and
// quotients; or what one such call gives more, or how many times as much, than another.
func (e *expression) oneEquation() bool {
	if e.op == '-' || e.op == '/' && e.args[0].oneEquation() && e.args[1].oneEquation() {
		return e.args[0].oneEquation() && e.args[1].oneEquation()
	}
	calls := 0
	var walk func(e *expression) bool
	walk = func(e *expression) bool {
		switch {
		case e.op == 'v' && strings.HasPrefix(e.name, ownPrefix):
			calls++
			return true
		case e.op == 'n' || e.op == 'v':
			return true
		case e.op == 'q':
			calls++
			return true
		case e.op == 'f' && (e.name == "watts" || e.name == "dbm" || e.name == "radians" || e.name == "plain") && len(e.args) == 1:
			return walk(e.args[0])
		case e.op == '~':
			return walk(e.args[0])
		case e.op == '*' || e.op == '/':
			return walk(e.args[0]) && walk(e.args[1])
		}
		return false
	}
	return walk(e) && calls == 1
}
