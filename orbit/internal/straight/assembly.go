package straight

import (
	"fmt"
	"strings"
)

// ISA is a set of vector instructions.
type ISA uint8

// The sets. AVX512 needs the parts F and DQ, AVX2 also FMA.
const (
	AVX512 ISA = iota
	AVX2
)

// width is the number of lanes of a vector.
func (i ISA) width() int {
	if i == AVX512 {
		return 8
	}
	return 4
}

// Assembly is a written function.
type Assembly struct {
	Name string // of the function: the program's, and AVX512 or AVX2
	Text string // for a file that includes textflag.h
	Stub string // its declaration in Go

	Instructions int // of one step of all its vectors
	Spills       int // stores of values for which no register was left
	Lanes        int // on which it works
}

// pointers are the registers that point to the areas, in the order of a function's arguments;
// constants are at R8, spilled values at R10.
var pointers = []struct {
	in       area
	name     string
	register string
}{
	{inParams, "params", "AX"}, {inState, "state", "CX"}, {inInputs, "in", "SI"},
	{inUniforms, "uniform", "DX"}, {inOuts, "out", "DI"}, {inMasks, "mask", "R9"},
}

// has tells which areas the program has, and how many bytes a step moves them on.
func (p *Program) has(a area) (yes bool, stride int) {
	switch a {
	case inParams:
		return len(p.params) > 0, 0
	case inState:
		return len(p.states) > 0, 0
	case inInputs:
		return len(p.inputs) > 0, len(p.inputs) * p.lanes * 8
	case inUniforms:
		return len(p.uniforms) > 0, len(p.uniforms) * 8
	case inOuts:
		return len(p.outs) > 0, len(p.outs) * p.lanes * 8
	case inMasks:
		return len(p.masks) > 0, len(p.masks) * p.lanes / 8
	}
	return false, 0
}

// Assembly writes the program as a function for some vectors at once.
func (p *Program) Assembly(isa ISA, vectors int) (*Assembly, error) {
	o, err := p.lay(vectors, isa.width())
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("%sAVX512", p.name)
	if isa == AVX2 {
		name = fmt.Sprintf("%sAVX2", p.name)
	}
	w := &writer{isa: isa, order: o, table: name + "Consts"}
	if err := w.write(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}

	var text, args strings.Builder
	copies := 1 // AVX2 has no operand that is one number for all lanes
	if isa == AVX2 {
		copies = 4
	}
	for i, bits := range o.consts {
		for c := range copies {
			fmt.Fprintf(&text, "DATA %s<>+%d(SB)/8, $0x%016x\n", w.table, (i*copies+c)*8, bits)
		}
	}
	if len(o.consts) > 0 {
		fmt.Fprintf(&text, "GLOBL %s<>(SB), RODATA|NOPTR, $%d\n\n", w.table, len(o.consts)*copies*8)
	}
	var loads, moves []string
	at := 0
	for _, a := range pointers {
		yes, stride := p.has(a.in)
		if !yes {
			continue
		}
		kind := "*float64"
		if a.in == inMasks {
			kind = "*byte"
		}
		fmt.Fprintf(&args, "%s %s, ", a.name, kind)
		loads = append(loads, fmt.Sprintf("MOVQ %s+%d(FP), %s", a.name, at, a.register))
		if stride > 0 {
			moves = append(moves, fmt.Sprintf("ADDQ $%d, %s", stride, a.register))
		}
		at += 8
	}
	size := isa.width() * 8
	frame := 0
	if w.slots > 0 {
		frame = (w.slots + 1) * size // one more to begin at a multiple of the vector's size
	}
	args.WriteString("steps int")
	fmt.Fprintf(&text, "// func %s(%s)\n", name, args.String())
	flags := "0"
	if frame == 0 {
		flags = "NOSPLIT"
	}
	fmt.Fprintf(&text, "TEXT ·%s(SB), %s, $%d-%d\n", name, flags, frame, at+8)
	line := func(format string, a ...any) { fmt.Fprintf(&text, "\t"+format+"\n", a...) }
	for _, l := range loads {
		line("%s", l)
	}
	line("MOVQ steps+%d(FP), BX", at)
	if len(o.consts) > 0 {
		line("LEAQ %s<>(SB), R8", w.table)
	}
	if frame > 0 {
		line("LEAQ spill-%d(SP), R10", frame)
		line("ADDQ $%d, R10", size-1)
		line("ANDQ $~%d, R10", size-1)
	}
	line("TESTQ BX, BX")
	line("JLE  done")
	text.WriteString("\nloop:\n")
	for _, l := range w.lines {
		line("%s", l)
	}
	for _, m := range moves {
		line("%s", m)
	}
	line("DECQ BX")
	line("JNZ  loop")
	text.WriteString("\ndone:\n")
	line("VZEROUPPER")
	line("RET")
	return &Assembly{Name: name, Text: text.String(), Stub: fmt.Sprintf("//go:noescape\nfunc %s(%s)\n", name, args.String()),
		Instructions: len(w.lines), Spills: w.spills, Lanes: vectors * isa.width()}, nil
}
