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
	var scenario struct{ Ground Params }
	if err := book.Check(ledger.Leaves(&scenario)); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(&scenario); err != nil {
		t.Fatal(err)
	}
	ours := struct{ Ground Params }{*base()}
	got, want := ledger.Leaves(&ours), ledger.Leaves(&scenario)
	for i := range want {
		if a, b := *got[i].Float, *want[i].Float; math.Abs(a-b) > 1e-9*math.Abs(b) {
			t.Errorf("%s: tests use %g, the ledger says %g", want[i].Path, a, b)
		}
	}
}
