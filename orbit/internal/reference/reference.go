// Package reference opens, for tests only, files of the folder of outside reference data,
// which DAWNDUSK_REFERENCE names: what others measured and computed, and what is too
// large, or not ours, to stand in the repository.
package reference

import (
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const variable = "DAWNDUSK_REFERENCE"

// Given tells that there is such a folder, for what makes do without.
func Given() bool { return os.Getenv(variable) != "" }

// Open opens a file of the folder until the test ends, unpacked if it ends in ".gz". It
// skips the test if there is no folder, and fails it if the folder lacks the file.
func Open(t testing.TB, path string) io.Reader {
	t.Helper()
	if !Given() {
		t.Skip(variable + " is not set: not compared with " + filepath.Base(path))
	}
	// The folder itself, or one that holds it as data.
	dir := os.Getenv(variable)
	f, err := os.Open(filepath.Join(dir, path))
	if err != nil {
		f, err = os.Open(filepath.Join(dir, "data", path))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	if !strings.HasSuffix(path, ".gz") {
		return f
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// Text is all that Open reads.
func Text(t testing.TB, path string) string {
	t.Helper()
	text, err := io.ReadAll(Open(t, path))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
