package straight

import "fmt"

// area is a part of memory.
type area uint8

const (
	nowhere area = iota
	inConst
	inParams
	inState
	inInputs
	inUniforms
	inOuts
	inMasks
	inSpill
)

// step is one operation on one vector, or a store of one: to is then an area.
type step struct {
	op     op
	dst    int   // -1 of a store
	args   []int // of a mask's store two vectors where they share a byte
	to     area
	offset int // bytes
}

// order is a program for a number of vectors: the steps, interleaved, and where the values
// lie that come from memory.
type order struct {
	steps  []step
	values int          // ids are 0 to values-1
	home   map[int]home // by id
	consts []uint64     // in the order of their place
	isMask []bool       // by id
}

// home is a place in memory.
type home struct {
	in     area
	offset int // bytes; of a constant its number
}

// lay interleaves the program for vectors of a width. What no result needs is left out. A
// result is stored as soon as it is there, and a state once nothing reads the old one.
func (p *Program) lay(vectors, width int) (*order, error) {
	if len(p.results)+len(p.next) == 0 {
		return nil, fmt.Errorf("%s has no results", p.name)
	}
	if vectors*width > p.lanes || p.lanes%(vectors*width) != 0 {
		return nil, fmt.Errorf("%s: %d vectors of %d do not divide rows of %d lanes", p.name, vectors, width, p.lanes)
	}
	if len(p.masks) > 0 && width > 1 && vectors*width%8 != 0 {
		return nil, fmt.Errorf("%s: %d vectors of %d do not fill the bytes of a mask", p.name, vectors, width)
	}
	for i, id := range p.next {
		if id < 0 {
			return nil, fmt.Errorf("%s: the state %s has no next value", p.name, p.states[i])
		}
	}
	needed := make([]bool, len(p.nodes))
	for _, r := range p.results {
		needed[r.id] = true
	}
	for _, id := range p.next {
		needed[id] = true
	}
	for id, n := range p.nodes {
		if needed[id] && n.op.source() {
			return nil, fmt.Errorf("%s: a result is not computed but only passed on", p.name)
		}
	}
	for id := len(p.nodes) - 1; id >= 0; id-- {
		for _, a := range p.nodes[id].args[:p.nodes[id].n] {
			needed[a] = needed[a] || needed[id]
		}
	}

	for id, n := range p.nodes {
		if n.op == opState && !needed[id] {
			return nil, fmt.Errorf("%s: nothing reads the state %s", p.name, p.states[n.slot])
		}
	}

	o := &order{values: len(p.nodes) * vectors, home: map[int]home{}, isMask: make([]bool, len(p.nodes)*vectors)}
	// id of a node's value in a vector; what all vectors share has one.
	of := func(id, vector int) int {
		if k := p.nodes[id].op; k == opConst || k == opUniform {
			return id * vectors
		}
		return id*vectors + vector
	}
	for id, n := range p.nodes {
		for v := range vectors {
			at := (n.slot*p.lanes + v*width) * 8
			o.isMask[of(id, v)] = n.op.mask()
			switch {
			case !needed[id]:
			case n.op == opConst && v == 0:
				o.home[of(id, v)] = home{inConst, len(o.consts)}
				o.consts = append(o.consts, n.bits)
			case n.op == opParam:
				o.home[of(id, v)] = home{inParams, at}
			case n.op == opState:
				o.home[of(id, v)] = home{inState, at}
			case n.op == opInput:
				o.home[of(id, v)] = home{inInputs, at}
			case n.op == opUniform:
				o.home[of(id, v)] = home{inUniforms, n.slot * 8}
			}
		}
	}

	// The last node that reads a state, after which its next value may be stored.
	free := make([]int, len(p.next))
	for i, id := range p.next {
		free[i] = id
	}
	for id, n := range p.nodes {
		for _, a := range n.args[:n.n] {
			if s := p.nodes[a]; needed[id] && s.op == opState {
				free[s.slot] = max(free[s.slot], id)
			}
		}
	}
	stores := func(after int) {
		for _, r := range p.results {
			if r.id != after {
				continue
			}
			for v := 0; v < vectors; v++ {
				s := step{dst: -1, args: []int{of(r.id, v)}, to: inOuts, offset: (r.slot*p.lanes + v*width) * 8}
				if r.mask {
					s.to, s.offset = inMasks, (r.slot*p.lanes+v*width)/8
					if width == 4 {
						v++
						s.args = append(s.args, of(r.id, v))
					}
				}
				o.steps = append(o.steps, s)
			}
		}
		for i, id := range p.next {
			if free[i] != after {
				continue
			}
			for v := range vectors {
				o.steps = append(o.steps, step{dst: -1, args: []int{of(id, v)}, to: inState, offset: (i*p.lanes + v*width) * 8})
			}
		}
	}
	for id, n := range p.nodes {
		if n.op.source() || !needed[id] {
			continue
		}
		for v := range vectors {
			s := step{op: n.op, dst: of(id, v)}
			for _, a := range n.args[:n.n] {
				s.args = append(s.args, of(a, v))
			}
			o.steps = append(o.steps, s)
		}
		stores(id)
	}

	return o, nil
}
