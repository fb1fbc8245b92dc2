package ground

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// TestVerif_BaseIsTheLedger keeps the inputs of these tests equal to the
// ledger's central values.
func TestVerif_BaseIsTheLedger(t *testing.T) {
	_, scenario := readLedger(t)
	ours := struct{ Ground Params }{*base()}
	got, want := ledger.Leaves(&ours), ledger.Leaves(scenario)
	for i := range want {
		if a, b := *got[i].Float, *want[i].Float; math.Abs(a-b) > 1e-9*math.Abs(b) {
			t.Errorf("%s: tests use %g, the ledger says %g", want[i].Path, a, b)
		}
	}
}

type chapter struct{ Ground Params }

// readLedger reads the package's chapter and its central values.
func readLedger(t *testing.T) (*ledger.Book, *chapter) {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"ground.yaml", "sources.yaml"} {
		data, err := os.ReadFile("../ledger/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	book, err := ledger.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	scenario := new(chapter)
	if err := book.Check(ledger.Leaves(scenario)); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(scenario); err != nil {
		t.Fatal(err)
	}
	return book, scenario
}
