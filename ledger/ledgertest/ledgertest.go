// Package ledgertest gives the tests of a model package its chapter of the
// ledger: the central values they run on and the rows they draw corners from.
package ledgertest

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// Chapter reads one chapter of the ledger from the folder beside the package
// under test, checks it and gives it to the struct that scenario points to. That
// has the chapter's Params as its one field, named as in dawndusk.Scenario. It
// panics where the chapter and the struct do not match, row by leaf.
func Chapter(scenario any) *ledger.Book {
	leaves := ledger.Leaves(scenario)
	name, _, _ := strings.Cut(leaves[0].Path, ".")
	files := fstest.MapFS{}
	for _, f := range []string{name + ".yaml", "sources.yaml"} {
		data, err := os.ReadFile("../ledger/" + f)
		if err != nil {
			panic(err)
		}
		files[f] = &fstest.MapFile{Data: data}
	}
	book, err := ledger.Read(files)
	if err == nil {
		err = book.Check(leaves)
	}
	if err == nil {
		err = book.Apply(scenario)
	}
	if err != nil {
		panic(err)
	}
	return book
}

// Shake fills the chapter's struct n times, each number at its central value, an
// end of its range or an end of its limits, and calls try after each.
func Shake(scenario any, n int, try func()) {
	book, leaves := Chapter(scenario), ledger.Leaves(scenario)
	random := rand.New(rand.NewPCG(1, 2))
	for range n {
		for i := range book.Rows {
			row := &book.Rows[i]
			if x := leaves[row.Leaf].Float; x != nil {
				*x = [...]float64{row.Value, row.Low, row.High, row.Min, row.Max}[random.IntN(5)]
			}
		}
		try()
	}
}
