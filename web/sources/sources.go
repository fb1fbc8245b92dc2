// Package sources tells the sources of the page apart from others by one hash.
package sources

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
)

// Hash is the SHA-256 of all that the bundle of the page is made of: the files under
// src, and the lists of packages, whose versions these pin. dir is the page's own
// directory. Line ends count as written by Unix, so that a checkout elsewhere agrees.
func Hash(dir fs.FS) (string, error) {
	files := []string{"package.json", "package-lock.json", "tsconfig.json", "build/main.go", "build/go.mod"}
	err := fs.WalkDir(dir, "src", func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return "", err
	}
	slices.Sort(files)
	all := sha256.New()
	for _, name := range files {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			return "", err
		}
		one := sha256.Sum256(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
		fmt.Fprintf(all, "%x  %s\n", one, name)
	}
	return hex.EncodeToString(all.Sum(nil)), nil
}
