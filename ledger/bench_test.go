package ledger

import (
	"os"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	b.ReportAllocs()
	fsys := os.DirFS(".")
	for b.Loop() {
		if _, err := Read(fsys); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	b.ReportAllocs()
	book, s := good(b)
	leaves := Leaves(s)
	for b.Loop() {
		if err := book.Check(leaves); err != nil {
			b.Fatal(err)
		}
	}
}
