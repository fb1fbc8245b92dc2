// Package straight records straight-line arithmetic once and writes it out three
// times: as AVX-512 assembly, as AVX2 assembly with fused multiply-add, and as plain
// Go, the twin. All three do the same operations in the same order, each rounded as
// IEEE 754 says, so they give the same bits: the twin is the oracle of the others and
// serves the machines that have neither.
//
// A [Program] is the body of a loop over steps. It has no branches; what depends on
// the data becomes a mask. One lane is one thing computed, such as a satellite; a vector
// holds 8 lanes (AVX-512) or 4 (AVX2), and the written function works on several
// vectors at once, interleaved, so that one's latency is another's time.
//
//	p := straight.New("orbit", 24)               // rows of 24 lanes
//	rate, angle := p.Param("rate"), p.Param("angle")
//	t := p.Uniform("t")                          // one time a step, for all lanes
//	s, c := straight.SinCos(straight.FMA(rate, t, angle))
//	p.Out("x", c)
//	p.Out("y", s)
//	text, err := p.Assembly(straight.AVX512, 3)
//
// # Memory
//
// Everything is float64 in rows of the program's lanes; in order of recording:
//
//	params   [param][lanes]         read, the same at each step
//	state    [state][lanes]         read and written, carried from step to step
//	in       [step][input][lanes]   read
//	uniform  [step][uniform]        read, the same for all lanes
//	out      [step][output][lanes]  written
//	mask     [step][mask][lanes/8]  written, bytes: bit b of byte j is lane 8j+b
//
// A function's arguments are pointers to those of these that the program has, in this
// order, and the number of steps. It works on the lanes from where the pointers point
// on, as many as its vectors hold: for other lanes of the row the caller moves the
// pointers (uniform stays). The twin takes slices and the number of its one lane. Where all
// rows begin at a multiple of 64 bytes no vector lies across two lines of the cache.
//
// Masks fill bytes, so AVX2 writes them for an even number of vectors; AVX-512 has registers
// for two masks of three vectors at a time. A division is the processor's own: a reciprocal
// by approximation and Newton's steps would save little where there are few, and other bits
// would come out of each form.
package straight

import (
	"fmt"
	"math"
)

// op is an operation or a source of values.
type op uint8

const (
	opConst op = iota
	opParam
	opState
	opInput
	opUniform
	opAdd
	opSub
	opMul
	opDiv
	opMax
	opFMA  // x·y + z
	opFNMA // z − x·y
	opSqrt
	opLess   // a mask
	opAtMost // a mask
	opAnd    // a mask
)

func (o op) source() bool { return o <= opUniform }
func (o op) mask() bool   { return o >= opLess }

// node is a value of one lane at one step.
type node struct {
	op   op
	args [3]int // ids of earlier nodes; unused ones are 0
	n    int    // number of arguments
	bits uint64 // of a constant
	slot int    // row of a param, state, input or uniform
}

// Program is a recorded loop body. Values of one program cannot be used in another.
type Program struct {
	name  string
	lanes int
	nodes []node
	known map[node]int // a value asked for twice is computed once

	params, states, inputs, uniforms, outs, masks []string

	next    []int // by state: the id of its next value
	results []result
}

// result is an output or mask, with its row.
type result struct {
	id, slot int
	mask     bool
}

// Value is a recorded number of one lane.
type Value struct {
	p  *Program
	id int
}

// Mask is a recorded condition of one lane.
type Mask struct {
	p  *Program
	id int
}

// New begins a program whose rows in memory have a number of lanes, a multiple of 8.
// It panics, as all recording does, on what only a mistake in a generator can ask for.
func New(name string, lanes int) *Program {
	if lanes <= 0 || lanes%8 != 0 {
		panic(fmt.Sprintf("straight: %s has rows of %d lanes; a multiple of 8", name, lanes))
	}
	return &Program{name: name, lanes: lanes, known: map[node]int{}}
}

// Params returns the names of the parameters, in the order of their rows; States,
// Inputs, Uniforms, Outs and Masks those of the others.
func (p *Program) Params() []string   { return p.params }
func (p *Program) States() []string   { return p.states }
func (p *Program) Inputs() []string   { return p.inputs }
func (p *Program) Uniforms() []string { return p.uniforms }
func (p *Program) Outs() []string     { return p.outs }
func (p *Program) Masks() []string    { return p.masks }

func (p *Program) add(n node) int {
	if id, ok := p.known[n]; ok {
		return id
	}
	p.nodes = append(p.nodes, n)
	p.known[n] = len(p.nodes) - 1
	return len(p.nodes) - 1
}

// row returns the row of a name, a new one if it is the first of its name.
func row(names *[]string, name string) int {
	for i, n := range *names {
		if n == name {
			return i
		}
	}
	*names = append(*names, name)
	return len(*names) - 1
}

// Const returns a constant.
func (p *Program) Const(v float64) Value {
	return Value{p, p.add(node{op: opConst, bits: math.Float64bits(v)})}
}

// Param returns a parameter: a number of each lane, the same at each step.
func (p *Program) Param(name string) Value {
	return Value{p, p.add(node{op: opParam, slot: row(&p.params, name)})}
}

// State returns a number of each lane as the step before left it by [Program.Next].
func (p *Program) State(name string) Value {
	r := row(&p.states, name)
	if r == len(p.next) {
		p.next = append(p.next, -1)
	}
	return Value{p, p.add(node{op: opState, slot: r})}
}

// Next sets what the next step finds in a state.
func (p *Program) Next(state, v Value) {
	n := p.nodes[p.own(state)]
	if n.op != opState {
		panic("straight: Next of what is no state")
	}
	p.next[n.slot] = p.own(v)
}

// Input returns a number of each lane and step.
func (p *Program) Input(name string) Value {
	return Value{p, p.add(node{op: opInput, slot: row(&p.inputs, name)})}
}

// Uniform returns a number of each step, the same for all lanes.
func (p *Program) Uniform(name string) Value {
	return Value{p, p.add(node{op: opUniform, slot: row(&p.uniforms, name)})}
}

// Out makes a value an output.
func (p *Program) Out(name string, v Value) {
	p.results = append(p.results, result{id: p.own(v), slot: p.fresh(&p.outs, name)})
}

// OutMask makes a condition an output.
func (p *Program) OutMask(name string, m Mask) {
	p.results = append(p.results, result{id: m.id, slot: p.fresh(&p.masks, name), mask: true})
}

func (p *Program) fresh(names *[]string, name string) int {
	before := len(*names)
	if r := row(names, name); r < before {
		panic("straight: " + name + " is put out twice")
	}
	return before
}

func (p *Program) own(v Value) int {
	if v.p != p {
		panic("straight: a value of another program")
	}
	return v.id
}

func (v Value) do(o op, others ...Value) int {
	n := node{op: o, n: 1 + len(others)}
	n.args[0] = v.id
	for i, w := range others {
		n.args[1+i] = v.p.own(w)
	}
	if c, ok := v.p.fold(n); ok {
		return v.p.Const(c).id
	}
	return v.p.add(n)
}

// fold returns what an operation on constants gives.
func (p *Program) fold(n node) (float64, bool) {
	var x [3]float64
	for i, a := range n.args[:n.n] {
		if p.nodes[a].op != opConst {
			return 0, false
		}
		x[i] = math.Float64frombits(p.nodes[a].bits)
	}
	switch n.op {
	case opAdd:
		return x[0] + x[1], true
	case opSub:
		return x[0] - x[1], true
	case opMul:
		return x[0] * x[1], true
	case opDiv:
		return x[0] / x[1], true
	case opMax:
		if x[0] > x[1] {
			return x[0], true
		}
		return x[1], true
	case opFMA:
		return math.FMA(x[0], x[1], x[2]), true
	case opFNMA:
		return math.FMA(-x[0], x[1], x[2]), true
	case opSqrt:
		return math.Sqrt(x[0]), true
	}
	return 0, false
}

// Add returns v + w, Sub v − w, Mul v·w, Div v/w, Sqrt √v.
func (v Value) Add(w Value) Value { return Value{v.p, v.do(opAdd, w)} }
func (v Value) Sub(w Value) Value { return Value{v.p, v.do(opSub, w)} }
func (v Value) Mul(w Value) Value { return Value{v.p, v.do(opMul, w)} }
func (v Value) Div(w Value) Value { return Value{v.p, v.do(opDiv, w)} }
func (v Value) Sqrt() Value       { return Value{v.p, v.do(opSqrt)} }

// Max returns v where v > w and w elsewhere, also where one of them is no number.
func (v Value) Max(w Value) Value { return Value{v.p, v.do(opMax, w)} }

// Plus returns v + c and Times v·c for a constant.
func (v Value) Plus(c float64) Value  { return v.Add(v.p.Const(c)) }
func (v Value) Times(c float64) Value { return v.Mul(v.p.Const(c)) }

// Inv returns 1/v.
func (v Value) Inv() Value { return v.p.Const(1).Div(v) }

// FMA returns x·y + z with one rounding.
func FMA(x, y, z Value) Value { return Value{x.p, x.do(opFMA, y, z)} }

// FNMA returns z − x·y with one rounding.
func FNMA(x, y, z Value) Value { return Value{x.p, x.do(opFNMA, y, z)} }

// Less returns whether v < w, AtMost whether v ≤ w. Neither holds of what is no number.
func (v Value) Less(w Value) Mask   { return Mask{v.p, v.do(opLess, w)} }
func (v Value) AtMost(w Value) Mask { return Mask{v.p, v.do(opAtMost, w)} }

// And returns whether all conditions hold.
func And(m Mask, others ...Mask) Mask {
	for _, o := range others {
		m = Mask{m.p, m.p.add(node{op: opAnd, n: 2, args: [3]int{m.id, o.id}})}
	}
	return m
}
