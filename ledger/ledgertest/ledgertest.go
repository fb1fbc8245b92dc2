// Package ledgertest gives the tests of a model package its chapter of the
// ledger: the central values they run on and the rows they draw corners from.
package ledgertest

import (
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
