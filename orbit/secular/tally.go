package secular

import "math/bits"

// tally counts the steps that a group's satellites spend in shadow from the changes of
// their bits: a satellite enters and leaves a shadow once a revolution, so that little is
// done at a step where none does.
type tally struct {
	valid  uint64 // bits of the satellites there are
	before shade
	next   int // the step after the last one seen

	entered, darkened [group]int32 // steps at which the present shadow and umbra began
	shadow, umbra     [group]uint32
	longest           [group]uint32
}

func (t *tally) reset(n int) {
	*t = tally{valid: ^uint64(0) >> (group - n)}
}

// see takes the shade at a step; at steps left out all were in light.
func (t *tally) see(step int, s shade) (shadow, umbra uint32) {
	if step != t.next {
		t.turn(t.next, shade{})
	}
	s.shadow &= t.valid
	s.umbra &= t.valid
	if s != t.before {
		t.turn(step, s)
	}
	t.next = step + 1
	return uint32(bits.OnesCount64(s.shadow)), uint32(bits.OnesCount64(s.umbra))
}

// turn notes what changes at a step.
func (t *tally) turn(step int, s shade) {
	for changed := s.shadow ^ t.before.shadow; changed != 0; changed &= changed - 1 {
		i := bits.TrailingZeros64(changed)
		if s.shadow>>i&1 != 0 {
			t.entered[i] = int32(step)
			continue
		}
		n := uint32(step - int(t.entered[i]))
		t.shadow[i] += n
		t.longest[i] = max(t.longest[i], n)
	}
	for changed := s.umbra ^ t.before.umbra; changed != 0; changed &= changed - 1 {
		i := bits.TrailingZeros64(changed)
		if s.umbra>>i&1 != 0 {
			t.darkened[i] = int32(step)
			continue
		}
		t.umbra[i] += uint32(step - int(t.darkened[i]))
	}
	t.before = s
}

// end closes what is open after the last step.
func (t *tally) end() { t.turn(t.next, shade{}) }
