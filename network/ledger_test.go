package network

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// The central values of the ledger are those the tests of this package run on,
// and every row is well-formed.
func TestVerif_LedgerHoldsBase(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"network.yaml", "sources.yaml"} {
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
	var scenario struct{ Network Params }
	leaves := ledger.Leaves(&scenario)
	if err := book.Check(leaves); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(&scenario); err != nil {
		t.Fatal(err)
	}
	want := ledger.Leaves(base())
	for i, l := range leaves {
		if l.Float == nil {
			continue
		}
		if got, want := *l.Float, *want[i].Float; math.Abs(got-want) > 1e-4*math.Abs(want) {
			t.Errorf("%s: ledger %g, base %g", l.Path, got, want)
		}
	}
}
