package dawndusk

import (
	"testing"
	"unsafe"

	"github.com/dawndusk/dawndusk/fleet"
)

func TestVerif_RunAllocatesNothing(t *testing.T) {
	for _, name := range []string{"base", "announced"} {
		c := load(t, name)
		var e Enterprise
		var out Result
		draw := 0
		if n := testing.AllocsPerRun(5, func() {
			e.Run(&c.Scenario, NewChance(1).At(draw), &out)
			draw++
		}); n != 0 {
			t.Errorf("%s: %v allocations a draw", name, n)
		}
	}
}

// A draw works in 128 kB, of which the chain from launch pad to price takes half and
// the Moon, the group, the laboratory and the events the rest; and what 10,000 draws
// leave behind, with a float32 for each input and what the program itself needs,
// stays under the 300 MB that a small machine can spare.
func TestVerif_Memory(t *testing.T) {
	all := unsafe.Sizeof(Enterprise{})
	beside := unsafe.Sizeof(moon{}) + unsafe.Sizeof(group{}) + unsafe.Sizeof(events{}) + unsafe.Sizeof(fleet.Params{})
	if all > 128000 || all-beside > 64000 {
		t.Errorf("the workspace takes %d bytes, more than 128,000, or the chain %d of them, more than 64,000", all, all-beside)
	}
	const (
		draws   = 10000
		inputs  = 650 // there are fewer rows in the ledger
		program = 40e6
	)
	// The collector may let the heap grow to twice what lives, but results live
	// once and garbage is small: scenarios and columns of a float64 a draw.
	if n := draws*(float64(unsafe.Sizeof(Result{}))+4*inputs) + 1500*float64(unsafe.Sizeof(Chapters{})) + program; n > 150e6 {
		t.Errorf("%d draws keep %.0f MB, and the heap may reach twice that", draws, n/1e6)
	}
}
