package sat

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// TestVerif_BaseIsTheLedger holds the tests' inputs to the ledger's central
// values and the ledger to its own rules.
func TestVerif_BaseIsTheLedger(t *testing.T) {
	fsys := fstest.MapFS{}
	for _, name := range []string{"satellite.yaml", "sources.yaml"} {
		data, err := os.ReadFile("../ledger/" + name)
		if err != nil {
			t.Fatal(err)
		}
		fsys[name] = &fstest.MapFile{Data: data}
	}
	book, err := ledger.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	var scenario struct{ Satellite Params }
	if err := book.Check(ledger.Leaves(&scenario)); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(&scenario); err != nil {
		t.Fatal(err)
	}
	ours := struct{ Satellite Params }{base()}
	a, b := ledger.Leaves(&scenario), ledger.Leaves(&ours)
	for i := range a {
		if a[i].Float != nil && !near(*a[i].Float, *b[i].Float, 1e-12) {
			t.Errorf("%s: ledger %g, tests %g", a[i].Path, *a[i].Float, *b[i].Float)
		}
	}
	if scenario.Satellite.EclipseMode != ours.Satellite.EclipseMode || scenario.Satellite.Thermal.Attitude != ours.Satellite.Thermal.Attitude {
		t.Error("the ledger's choices are not the tests'")
	}
}

func near(a, b, tolerance float64) bool {
	d := a - b
	return max(d, -d) <= tolerance*max(a, -a, b, -b)
}
