package straight

import (
	"fmt"
	"go/format"
	"math"
	"strconv"
	"strings"
)

// Twin writes the program as a Go function for one lane: the same operations in the same
// order, so the same bits. It needs the package math, and panics where a slice is too short.
func (p *Program) Twin() (string, error) {
	o, err := p.lay(1, 1)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	name := p.name + "Generic"
	fmt.Fprintf(&b, "// %s does what the assembly does, for one lane of a row.\nfunc %s(lane int", name, name)
	for _, a := range pointers {
		if yes, _ := p.has(a.in); yes && a.in != inMasks {
			fmt.Fprintf(&b, ", %s []float64", a.name)
		} else if yes {
			fmt.Fprintf(&b, ", %s []byte", a.name)
		}
	}
	b.WriteString(", steps int) {\n")

	names := map[int]string{}
	element := func(slice string, stride, row, lane int) string {
		switch at := row * p.lanes; {
		case stride == 0 && at == 0:
			return slice + "[lane]"
		case stride == 0:
			return fmt.Sprintf("%s[%d+lane]", slice, at)
		case at == 0:
			return fmt.Sprintf("%s[s*%d+lane]", slice, stride)
		default:
			return fmt.Sprintf("%s[s*%d+%d+lane]", slice, stride, at)
		}
	}
	var inLoop, atEnd strings.Builder
	for id, n := range p.nodes {
		_, ok := o.home[id]
		switch {
		case n.op.source() && !ok:
			continue // not needed
		case n.op == opConst:
			names[id] = number(math.Float64frombits(n.bits))
			continue
		case n.op == opParam:
			names[id] = fmt.Sprintf("p%d", n.slot)
			fmt.Fprintf(&b, "%s := %s // %s\n", names[id], element("params", 0, n.slot, 0), p.params[n.slot])
		case n.op == opState:
			names[id] = fmt.Sprintf("s%d", n.slot)
			fmt.Fprintf(&b, "%s := %s // %s\n", names[id], element("state", 0, n.slot, 0), p.states[n.slot])
			fmt.Fprintf(&atEnd, "%s = %s\n", element("state", 0, n.slot, 0), names[id])
		case n.op == opInput:
			names[id] = fmt.Sprintf("i%d", n.slot)
			fmt.Fprintf(&inLoop, "%s := %s // %s\n", names[id], element("in", len(p.inputs)*p.lanes, n.slot, 0), p.inputs[n.slot])
		case n.op == opUniform:
			names[id] = fmt.Sprintf("u%d", n.slot)
			fmt.Fprintf(&inLoop, "%s := uniform[s*%d+%d] // %s\n", names[id], len(p.uniforms), n.slot, p.uniforms[n.slot])
		default:
			names[id] = fmt.Sprintf("v%d", id)
		}
	}
	fmt.Fprintf(&b, "for s := range steps {\n%s", inLoop.String())
	for _, s := range o.steps {
		if s.dst < 0 {
			continue
		}
		a := make([]string, len(s.args))
		for i, id := range s.args {
			a[i] = names[id]
		}
		if s.op == opMax {
			fmt.Fprintf(&b, "%s := %s\nif %s > %s { %s = %s }\n", names[s.dst], a[1], a[0], a[1], names[s.dst], a[0])
			continue
		}
		fmt.Fprintf(&b, "%s := %s\n", names[s.dst], expression(s.op, a))
	}
	for _, r := range p.results {
		if !r.mask {
			fmt.Fprintf(&b, "%s = %s\n", element("out", len(p.outs)*p.lanes, r.slot, 0), names[r.id])
			continue
		}
		fmt.Fprintf(&b, "if at := s*%d+%d+lane/8; %s { mask[at] |= 1 << (lane %% 8) } else { mask[at] &^= 1 << (lane %% 8) }\n",
			len(p.masks)*p.lanes/8, r.slot*p.lanes/8, names[r.id])
	}
	var left, right []string
	for i, id := range p.next {
		left, right = append(left, fmt.Sprintf("s%d", i)), append(right, names[id])
	}
	if len(left) > 0 {
		fmt.Fprintf(&b, "%s = %s\n", strings.Join(left, ", "), strings.Join(right, ", "))
	}
	fmt.Fprintf(&b, "}\n%s}\n", atEnd.String())
	text, err := format.Source([]byte(b.String()))
	return string(text), err
}

// number writes a constant so that it is read back to the last bit.
func number(v float64) string {
	text := strconv.FormatFloat(v, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0" // or 1/3 is a division of integers
	}
	switch {
	case v != v || math.IsInf(v, 0) || v == 0 && math.Signbit(v):
		return fmt.Sprintf("math.Float64frombits(%#x)", math.Float64bits(v))
	case v < 0:
		return "(" + text + ")"
	}
	return text
}

// expression writes an operation. A product is made a float64 by name, or a compiler may
// fuse it with a sum.
func expression(o op, a []string) string {
	switch o {
	case opAdd:
		return a[0] + " + " + a[1]
	case opSub:
		return a[0] + " - " + a[1]
	case opMul:
		return "float64(" + a[0] + " * " + a[1] + ")"
	case opDiv:
		return a[0] + " / " + a[1]
	case opFMA:
		return fmt.Sprintf("math.FMA(%s, %s, %s)", a[0], a[1], a[2])
	case opFNMA:
		return fmt.Sprintf("math.FMA(-%s, %s, %s)", a[0], a[1], a[2])
	case opSqrt:
		return "math.Sqrt(" + a[0] + ")"
	case opLess:
		return a[0] + " < " + a[1]
	case opAtMost:
		return a[0] + " <= " + a[1]
	case opAnd:
		return a[0] + " && " + a[1]
	}
	panic("straight: no such operation")
}
