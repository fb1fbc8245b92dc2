package dawndusk

import (
	"embed"
	"io/fs"
)

//go:embed reproduce
var reproductionFiles embed.FS

// Reproductions returns the published studies that are part of the package, a
// directory each: study.yaml, README.md and, where the chain answers, scenario.yaml.
func Reproductions() fs.FS {
	files, err := fs.Sub(reproductionFiles, "reproduce")
	if err != nil { // the name is a constant
		panic(err)
	}
	return files
}
