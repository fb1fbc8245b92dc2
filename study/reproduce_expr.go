package study

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
)

// expression is arithmetic as a file writes it: numbers, names of values, sums,
// products, powers, functions of mathematics f(x, y) and equations f(name=x).
type expression struct {
	op   byte // 'n' number, 'v' name, 'f' function, 'q' equation or chain call, 'g' giving(x), + - * / ^, '~' minus
	num  float64
	name string
	args []*expression
	keys []string // of a call's arguments
}

// problem is what is wrong with an expression and what would be right.
type problem struct{ wrong, right string }

func (p *problem) Error() string { return p.wrong + "; " + p.right }

func wrongly(right, wrong string, args ...any) *problem {
	return &problem{fmt.Sprintf(wrong, args...), right}
}

const (
	maxExpression = 2000
	maxNesting    = 40
)

type exprReader struct {
	text  string
	at    int
	depth int
}

// readExpression parses text.
func readExpression(text string) (*expression, *problem) {
	if len(text) > maxExpression {
		return nil, wrongly("name its parts under values", "the expression has %d letters", len(text))
	}
	r := exprReader{text: text}
	e, p := r.sum()
	if p == nil && r.peek() != 0 {
		p = r.unexpected()
	}
	return e, p
}

func (r *exprReader) unexpected() *problem {
	rest := strings.TrimSpace(r.text[r.at:])
	if rest == "" {
		return wrongly("finish it", "the expression %q ends too early", ledger.Short(r.text))
	}
	return wrongly("write arithmetic of named values; a number with a unit is named under values first", "%q is not expected in an expression", ledger.Short(rest))
}

func (r *exprReader) peek() byte {
	for r.at < len(r.text) && (r.text[r.at] == ' ' || r.text[r.at] == '\n') {
		r.at++
	}
	if r.at == len(r.text) {
		return 0
	}
	return r.text[r.at]
}

func (r *exprReader) sum() (*expression, *problem) {
	if r.depth++; r.depth > maxNesting {
		return nil, wrongly("name its parts under values", "the expression nests too deeply")
	}
	defer func() { r.depth-- }()
	return r.chain(r.product, '+', '-')
}

func (r *exprReader) product() (*expression, *problem) { return r.chain(r.minus, '*', '/') }

func (r *exprReader) chain(next func() (*expression, *problem), a, b byte) (*expression, *problem) {
	left, p := next()
	for p == nil {
		c := r.peek()
		if c != a && c != b {
			break
		}
		r.at++
		var right *expression
		right, p = next()
		left = &expression{op: c, args: []*expression{left, right}}
	}
	return left, p
}

func (r *exprReader) minus() (*expression, *problem) {
	if r.depth++; r.depth > maxNesting {
		return nil, wrongly("name its parts under values", "the expression nests too deeply")
	}
	defer func() { r.depth-- }()
	if r.peek() == '-' {
		r.at++
		e, p := r.minus()
		return &expression{op: '~', args: []*expression{e}}, p
	}
	base, p := r.atom()
	if p != nil || r.peek() != '^' {
		return base, p
	}
	r.at++
	exponent, p := r.minus()
	return &expression{op: '^', args: []*expression{base, exponent}}, p
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }
func digit(c byte) bool  { return c >= '0' && c <= '9' }

func (r *exprReader) atom() (*expression, *problem) {
	c := r.peek()
	start := r.at
	switch {
	case c == '(':
		r.at++
		e, p := r.sum()
		if p != nil {
			return nil, p
		}
		if r.peek() != ')' {
			return nil, r.unexpected()
		}
		r.at++
		return e, nil
	case digit(c) || c == '.':
		number, _ := splitNumber(r.text[start:])
		v, err := strconv.ParseFloat(strings.ReplaceAll(number, "_", ""), 64)
		if err != nil || math.IsInf(v, 0) {
			return nil, r.unexpected()
		}
		r.at += len(number)
		return &expression{op: 'n', num: v}, nil
	case letter(c):
		for r.at < len(r.text) && (letter(r.text[r.at]) || digit(r.text[r.at]) || r.text[r.at] == '.') {
			r.at++
		}
		name := r.text[start:r.at]
		if r.peek() != '(' {
			return &expression{op: 'v', name: name}, nil
		}
		r.at++
		return r.call(name)
	}
	return nil, r.unexpected()
}

func (r *exprReader) call(name string) (*expression, *problem) {
	e := &expression{op: 'q', name: name}
	if _, ok := mathematics[name]; ok {
		e.op = 'f'
	} else if name == "giving" {
		e.op = 'g'
	}
	for r.peek() != ')' {
		if len(e.args) > 0 {
			if r.peek() != ',' {
				return nil, r.unexpected()
			}
			r.at++
			r.peek()
		}
		if e.op == 'q' {
			start := r.at
			for r.at < len(r.text) && (letter(r.text[r.at]) || digit(r.text[r.at])) {
				r.at++
			}
			key := r.text[start:r.at]
			if key == "" || r.peek() != '=' {
				r.at = start
				return nil, wrongly("write "+name+"(argument=value, …)", "an argument of %s has no name", ledger.Short(name))
			}
			if slices.Contains(e.keys, key) {
				return nil, wrongly("give it once", "argument %q of %s is given twice", ledger.Short(key), ledger.Short(name))
			}
			r.at++
			e.keys = append(e.keys, key)
		}
		arg, p := r.sum()
		if p != nil {
			return nil, p
		}
		e.args = append(e.args, arg)
	}
	r.at++
	return e, nil
}
