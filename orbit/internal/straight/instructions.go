package straight

// step writes one step.
func (w *writer) step(s *step) error {
	switch {
	case s.dst < 0 && s.to == inMasks:
		return w.storeMask(s)
	case s.dst < 0:
		r, err := w.load(s.args[0], s.args)
		if err != nil {
			return err
		}
		w.emit("VMOVUPD %s, %d(%s)", r, s.offset, pointer(s.to))
		return nil
	case s.op == opFMA || s.op == opFNMA:
		return w.fused(s)
	case s.op == opSqrt:
		from, err := w.load(s.args[0], s.args)
		if err != nil {
			return err
		}
		to, err := w.result(s)
		if err != nil {
			return err
		}
		w.emit("VSQRTPD %s, %s", from, to)
		return nil
	}
	return w.binary(s)
}

// result gives the destination a register, one that an argument leaves if it can be.
func (w *writer) result(s *step) (string, error) {
	locked := s.args
	for _, a := range s.args {
		if w.dies(a) {
			if r, ok := w.reg[a]; ok && w.inK(a) == w.inK(s.dst) {
				delete(w.reg, a)
				w.reg[s.dst] = r
				return r, nil
			}
		}
	}
	r, err := w.take(s.dst, locked)
	w.reg[s.dst] = r
	return r, err
}

var mnemonics = map[op]string{opAdd: "VADDPD", opSub: "VSUBPD", opMul: "VMULPD", opDiv: "VDIVPD", opMax: "VMAXPD",
	opLess: "VCMPPD", opAtMost: "VCMPPD", opAnd: "VANDPD"}

// binary writes an operation on two values, of which the second may lie in memory.
func (w *writer) binary(s *step) error {
	x, y := s.args[0], s.args[1]
	if (s.op == opAdd || s.op == opMul) && !w.inRegister(x) && (w.inRegister(y) || !w.foldable(x) && w.foldable(y)) {
		x, y = y, x
	}
	a, err := w.load(x, s.args)
	if err != nil {
		return err
	}
	if !w.inRegister(y) && !w.foldable(y) {
		if _, err := w.load(y, s.args); err != nil {
			return err
		}
	}
	suffix, b := "", w.reg[y]
	if !w.inRegister(y) {
		suffix, b = w.read(y)
	}
	to, err := w.result(s)
	if err != nil {
		return err
	}
	switch name := mnemonics[s.op]; {
	case s.op == opAnd && w.isa == AVX512:
		w.emit("KANDB %s, %s, %s", b, a, to)
	case s.op == opLess: // ordered, quiet
		w.emit("%s%s $17, %s, %s, %s", name, suffix, b, a, to)
	case s.op == opAtMost:
		w.emit("%s%s $18, %s, %s, %s", name, suffix, b, a, to)
	default:
		w.emit("%s%s %s, %s, %s", name, suffix, b, a, to)
	}
	return nil
}

// storeMask writes the bits of a mask, of two vectors where four lanes fill half a byte.
func (w *writer) storeMask(s *step) error {
	if w.isa == AVX512 {
		w.emit("KMOVB %s, %d(R9)", w.reg[s.args[0]], s.offset)
		return nil
	}
	for i, into := range []string{"R11", "R12"} {
		r, err := w.load(s.args[i], s.args)
		if err != nil {
			return err
		}
		w.emit("VMOVMSKPD %s, %s", r, into)
	}
	w.emit("SHLQ $4, R12")
	w.emit("ORQ R12, R11")
	w.emit("MOVB R11, %d(R9)", s.offset)
	return nil
}

// times counts how often a step reads a value.
func (w *writer) times(s *step, id int) (n int) {
	for _, a := range s.args {
		if a == id {
			n++
		}
	}
	return n
}

// fused writes x·y + z or z − x·y, whose destination is one of the three: a register that
// is read no more, or a copy. One operand may lie in memory.
//
//	231: d = a·b + d    213: d = a·d + b    132: d = d·b + a
func (w *writer) fused(s *step) error {
	x, y, z := s.args[0], s.args[1], s.args[2]
	memory := func() (out []int) {
		for i, v := range s.args {
			if !w.inRegister(v) && (i == 0 || v != s.args[0]) && (i < 2 || v != s.args[1]) {
				out = append(out, v)
			}
		}
		return out
	}
	// All but one go to registers; that one stays which is needed again last.
	for {
		pick, soon := -1, never
		m := memory()
		for _, v := range m {
			next := w.next(v, w.at+1)
			if !w.foldable(v) || w.times(s, v) > 1 {
				next = -1 // must
			} else if len(m) == 1 {
				continue
			}
			if pick < 0 || next < soon {
				pick, soon = v, next
			}
		}
		if pick < 0 {
			break
		}
		if _, err := w.load(pick, s.args); err != nil {
			return err
		}
	}
	m := -1
	if left := memory(); len(left) > 0 {
		m = left[0]
	}
	name := "VFMADD"
	if s.op == opFNMA {
		name = "VFNMADD"
	}
	operand := func(v int) (suffix, text string) {
		if v == m {
			return w.read(v)
		}
		return "", w.reg[v]
	}
	if x == m {
		x, y = y, x // of the factors only y may be in memory
	}
	// The sum's register is left to us.
	if z != m && w.dies(z) && z != x && z != y {
		suffix, b := operand(y)
		d := w.reg[z]
		w.emit("%s231PD%s %s, %s, %s", name, suffix, b, w.reg[x], d)
		delete(w.reg, z)
		w.reg[s.dst] = d
		return nil
	}
	// A factor's is.
	for range 2 {
		if x != m && w.dies(x) && x != y && x != z {
			d := w.reg[x]
			if y == m {
				suffix, b := operand(y)
				w.emit("%s132PD%s %s, %s, %s", name, suffix, b, w.reg[z], d)
			} else {
				suffix, b := operand(z)
				w.emit("%s213PD%s %s, %s, %s", name, suffix, b, w.reg[y], d)
			}
			delete(w.reg, x)
			w.reg[s.dst] = d
			return nil
		}
		if y == m {
			break
		}
		x, y = y, x
	}
	// A copy, of what is in memory if anything is.
	d, err := w.take(s.dst, s.args)
	if err != nil {
		return err
	}
	w.reg[s.dst] = d
	if y == m {
		w.move(y, d)
		w.emit("%s213PD %s, %s, %s", name, w.reg[z], w.reg[x], d)
		return nil
	}
	if z == m {
		w.move(z, d)
	} else {
		w.emit("VMOVAPD %s, %s", w.reg[z], d)
	}
	w.emit("%s231PD %s, %s, %s", name, w.reg[y], w.reg[x], d)
	return nil
}
