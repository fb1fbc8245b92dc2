package web

import (
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/web/sources"
)

// What is embedded was made of the sources that lie here.
func TestTheFilesAreThoseOfTheSources(t *testing.T) {
	made, err := fs.ReadFile(Files(), "sources.txt")
	if err != nil {
		t.Fatal(err)
	}
	now, err := sources.Hash(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if strings.TrimSpace(string(made)) != now {
		t.Error("the page's sources have changed since it was bundled: cd web && npm ci && cd build && go run .")
	}
}
