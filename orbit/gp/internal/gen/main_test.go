package main

import (
	"os"
	"path/filepath"
	"testing"
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
