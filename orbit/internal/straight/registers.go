package straight

import (
	"fmt"
	"slices"
)

// writer gives values registers and writes the steps as instructions. When registers run
// out, the value goes that is needed again last (Belady); what lies in memory anyway is
// read from there, as the operand of an instruction where it can be.
type writer struct {
	isa   ISA
	order *order
	table string

	lines  []string
	slots  int // of spilled vectors
	spills int

	at     int               // the step that is written
	uses   [][]int           // by id: the steps that read it
	reg    map[int]string    // by id: where it is now
	free   map[bool][]string // registers left: of masks of AVX-512, and of all else
	unused []int             // spill slots given back
}

const never = 1 << 29

func (w *writer) write() error {
	o := w.order
	w.uses = make([][]int, o.values)
	for i, s := range o.steps {
		for _, a := range s.args {
			w.uses[a] = append(w.uses[a], i)
		}
	}
	w.reg, w.free = map[int]string{}, map[bool][]string{}
	last, letter := 31, "Z"
	if w.isa == AVX2 {
		last, letter = 15, "Y"
	}
	for i := last; i >= 0; i-- {
		w.free[false] = append(w.free[false], fmt.Sprintf("%s%d", letter, i))
	}
	for i := 7; i >= 1; i-- { // K0 means no mask
		w.free[true] = append(w.free[true], fmt.Sprintf("K%d", i))
	}
	for i, s := range o.steps {
		w.at = i
		if err := w.step(&s); err != nil {
			return err
		}
		w.release(s.args)
	}
	return nil
}

func (w *writer) emit(format string, a ...any) { w.lines = append(w.lines, fmt.Sprintf(format, a...)) }

// next returns the step that reads a value next, from a step on.
func (w *writer) next(id, from int) int {
	u := w.uses[id]
	i, _ := slices.BinarySearch(u, from)
	if i == len(u) {
		return never
	}
	return u[i]
}

// inK tells whether a value lies in the mask registers of AVX-512.
func (w *writer) inK(id int) bool { return w.isa == AVX512 && w.order.isMask[id] }

// dies tells whether this step is the last to read a value.
func (w *writer) dies(id int) bool { return w.next(id, w.at+1) == never }

// release gives back the registers and slots of values that nothing reads any more.
func (w *writer) release(ids []int) {
	for _, id := range ids {
		if !w.dies(id) {
			continue
		}
		if r, ok := w.reg[id]; ok {
			w.free[w.inK(id)] = append(w.free[w.inK(id)], r)
			delete(w.reg, id)
		}
		if h, ok := w.order.home[id]; ok && h.in == inSpill {
			w.unused = append(w.unused, h.offset)
			delete(w.order.home, id)
		}
	}
}

// take returns a register for a value, if need be that of another but the locked.
func (w *writer) take(id int, locked []int) (string, error) {
	kind := w.inK(id)
	if f := w.free[kind]; len(f) > 0 {
		w.free[kind] = f[:len(f)-1]
		return f[len(f)-1], nil
	}
	if kind {
		return "", fmt.Errorf("more than 7 masks at once: fewer vectors, or conditions joined as they come")
	}
	victim, far := -1, -1
	for v := range w.reg {
		if w.inK(v) || slices.Contains(locked, v) {
			continue
		}
		d := w.next(v, w.at) - w.at
		if _, kept := w.order.home[v]; kept {
			d *= 2 // costs no store
		}
		if d > far || d == far && v < victim {
			victim, far = v, d
		}
	}
	if victim < 0 {
		return "", fmt.Errorf("no register left")
	}
	r := w.reg[victim]
	delete(w.reg, victim)
	if _, kept := w.order.home[victim]; !kept {
		size := w.isa.width() * 8
		at := w.slots * size
		if n := len(w.unused); n > 0 {
			at = w.unused[n-1]
			w.unused = w.unused[:n-1]
		} else {
			w.slots++
		}
		w.order.home[victim] = home{inSpill, at}
		w.spills++
		w.emit("VMOVUPD %s, %d(R10)", r, at)
	}
	return r, nil
}

// one tells whether a value in memory is one number for all lanes.
func (w *writer) one(id int) bool {
	h := w.order.home[id]
	return h.in == inUniforms || h.in == inConst && w.isa == AVX512
}

// address returns where a value lies in memory.
func (w *writer) address(id int) string {
	h := w.order.home[id]
	switch h.in {
	case inConst:
		if w.isa == AVX2 {
			return fmt.Sprintf("%d(R8)", h.offset*32)
		}
		return fmt.Sprintf("%d(R8)", h.offset*8)
	case inSpill:
		return fmt.Sprintf("%d(R10)", h.offset)
	}
	return fmt.Sprintf("%d(%s)", h.offset, pointer(h.in))
}

func pointer(a area) string {
	for _, p := range pointers {
		if p.in == a {
			return p.register
		}
	}
	panic("straight: no pointer")
}

// read returns an instruction's suffix and operand for a value in memory.
func (w *writer) read(id int) (suffix, operand string) {
	if w.one(id) {
		return ".BCST", w.address(id)
	}
	return "", w.address(id)
}

// foldable tells whether an instruction can read the value from memory.
func (w *writer) foldable(id int) bool { return w.isa == AVX512 || !w.one(id) }

func (w *writer) move(id int, r string) {
	if w.one(id) {
		w.emit("VBROADCASTSD %s, %s", w.address(id), r)
		return
	}
	w.emit("VMOVUPD %s, %s", w.address(id), r)
}

// load returns the register of a value, which it fetches if need be.
func (w *writer) load(id int, locked []int) (string, error) {
	if r, ok := w.reg[id]; ok {
		return r, nil
	}
	r, err := w.take(id, locked)
	if err != nil {
		return "", err
	}
	w.move(id, r)
	w.reg[id] = r
	return r, nil
}

// inRegister tells whether a value has a register.
func (w *writer) inRegister(id int) bool { _, ok := w.reg[id]; return ok }
