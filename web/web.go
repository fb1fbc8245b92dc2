// Package web holds the page of dawndusk serve: TypeScript under src, bundled into dist
// by build, and embedded here as files. Neither building nor running the program needs
// what bundles it.
package web

import (
	"embed"
	"io/fs"
)

//go:embed dist
var dist embed.FS

// Files are the page's files: index.html, main.js, style.css, and the parts that views
// are loaded from.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // dist is a valid path
	}
	return files
}
