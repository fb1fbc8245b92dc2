package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/straight"
)

// TestRegress_FilesAreAsGenerated writes the kernels again and compares them with the
// files in the repository: go generate ./orbit/gp when the description changes.
func TestRegress_FilesAreAsGenerated(t *testing.T) {
	files, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", "..", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is not what the description gives", name)
		}
	}
	if len(files) != 5 {
		t.Errorf("%d files", len(files))
	}
}

// TestWhatBeginWritesTheGridReads holds the two kernels' rows together.
func TestWhatBeginWritesTheGridReads(t *testing.T) {
	b, g := begin(), grid()
	reads := append(g.States(), g.Params()...)
	for i, name := range b.Outs() {
		if reads[i] != name {
			t.Errorf("row %d is written as %s and read as %s", i, name, reads[i])
		}
	}
	for i, name := range fixedRows {
		if reads[len(begunRows)+i] != name {
			t.Errorf("row %d of the set is read as %s", i, reads[len(begunRows)+i])
		}
	}
	if len(g.States()) != states {
		t.Errorf("%d states", len(g.States()))
	}
}

// TestACallIsShort holds a call, which no goroutine's scheduler can interrupt, to 0.2 ms: the 64
// steps of a block at one instruction a nanosecond, a third of what slow processors do.
func TestACallIsShort(t *testing.T) {
	for _, k := range kernels {
		p := k.record()
		for isa, vectors := range map[straight.ISA]int{straight.AVX512: k.avx512, straight.AVX2: k.avx2} {
			a, err := p.Assembly(isa, vectors)
			if err != nil {
				t.Fatal(err)
			}
			if n := a.Instructions * 64; n > 200000 {
				t.Errorf("%s: %d instructions a call", a.Name, n)
			}
		}
	}
}
