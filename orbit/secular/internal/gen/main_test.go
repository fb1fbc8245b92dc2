package main

import (
	"os"
	"testing"
)

// The kernels checked in are those described here.
func TestVerif_GeneratedFilesAreCurrent(t *testing.T) {
	list, err := files()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		now, err := os.ReadFile("../../" + f.name)
		if err != nil {
			t.Fatal(err)
		}
		if string(now) != f.content {
			t.Errorf("%s is not what go generate ./orbit/secular writes", f.name)
		}
	}
}
