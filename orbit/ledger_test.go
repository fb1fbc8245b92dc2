package orbit

import (
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// The chapter's rows match Params one to one, and the values these tests use are
// the ledger's.
func TestVerif_BaseIsTheLedger(t *testing.T) {
	files := fstest.MapFS{}
	for _, name := range []string{"orbit.yaml", "sources.yaml"} {
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
	var got struct{ Orbit Params }
	if err := book.Check(ledger.Leaves(&got)); err != nil {
		t.Error(err)
	}
	if err := book.Apply(&got); err != nil {
		t.Fatal(err)
	}
	want := struct{ Orbit Params }{base()}
	values := ledger.Leaves(&want)
	for i, l := range ledger.Leaves(&got) {
		if a, b := *l.Float, *values[i].Float; a < b*(1-1e-12) || a > b*(1+1e-12) {
			t.Errorf("%s is %v in the ledger, %v in base", l.Path, a, b)
		}
	}
}
