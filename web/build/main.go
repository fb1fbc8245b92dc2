// Command build bundles the page: the sources under web/src and what they import from
// web/node_modules become the files of web/dist, which the program embeds.
//
//	cd web && npm ci && cd build && go run .
//
// The same sources and packages give the same bytes. Beside the bundle it writes
// sources.txt, the hash of what was bundled, so that a test can tell that the files are
// those of the sources without bundling again. With -watch it bundles after each change.
// With -tests it bundles the tests of web/test instead, for npm test to run.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/dawndusk/dawndusk/web/sources"
)

func main() {
	watch := flag.Bool("watch", false, "bundle again after each change")
	test := flag.Bool("tests", false, "bundle the tests, into node_modules/.tests")
	flag.Parse()
	do := func() error { return build("..", *watch) }
	if *test {
		do = func() error { return tests("..") }
	}
	if err := do(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// build bundles the page that lies in a directory.
func build(dir string, watch bool) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		return fmt.Errorf("%s: no packages; run npm ci there", dir)
	}
	dist := filepath.Join(dir, "dist")
	o := api.BuildOptions{
		AbsWorkingDir: dir,
		EntryPoints:   []string{"src/main.tsx"},
		Outdir:        dist,
		Bundle:        true,
		Splitting:     true,
		Format:        api.FormatESModule,
		ChunkNames:    "[name]", // stable: one part is loaded later, and one is shared with it
		Target:        api.ES2022,
		JSX:           api.JSXAutomatic, JSXImportSource: "preact",
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		LegalComments: api.LegalCommentsNone, // licences.txt has them whole
		Metafile:      true,
		LogLevel:      api.LogLevelInfo,
	}
	if watch {
		o.Write = true
		o.MinifyWhitespace, o.MinifyIdentifiers, o.MinifySyntax = false, false, false
		c, bad := api.Context(o)
		if bad != nil {
			return bad
		}
		if err := c.Watch(api.WatchOptions{}); err != nil {
			return err
		}
		select {}
	}
	r := api.Build(o)
	if len(r.Errors) > 0 { // what was bundled before stays
		return fmt.Errorf("%d mistakes in the page", len(r.Errors))
	}
	if err := os.RemoveAll(dist); err != nil {
		return err
	}
	if err := os.MkdirAll(dist, 0o755); err != nil {
		return err
	}
	for _, f := range r.OutputFiles {
		if err := os.WriteFile(f.Path, f.Contents, 0o644); err != nil {
			return err
		}
	}
	for _, name := range []string{"index.html", "icon.svg"} {
		file, err := os.ReadFile(filepath.Join(dir, "src", name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dist, name), file, 0o644); err != nil {
			return err
		}
	}
	licences, err := licences(dir, r.Metafile)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dist, "licences.txt"), licences, 0o644); err != nil {
		return err
	}
	hash, err := sources.Hash(os.DirFS(dir))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dist, "sources.txt"), []byte(hash+"\n"), 0o644)
}

// tests bundles the tests of the page that lies in a directory, each into a file that Node
// runs.
func tests(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(dir, "test", "*.test.ts"))
	if err != nil {
		return err
	}
	out := filepath.Join(dir, "node_modules", ".tests") // not kept
	if err := os.RemoveAll(out); err != nil {
		return err
	}
	r := api.Build(api.BuildOptions{
		AbsWorkingDir: dir,
		EntryPoints:   files,
		Outdir:        out,
		OutExtension:  map[string]string{".js": ".mjs"},
		Bundle:        true,
		Platform:      api.PlatformNode,
		Format:        api.FormatESModule,
		Target:        api.ES2022,
		JSX:           api.JSXAutomatic, JSXImportSource: "preact",
		Sourcemap: api.SourceMapInline,
		LogLevel:  api.LogLevelWarning,
		Write:     true,
	})
	if len(r.Errors) > 0 {
		return fmt.Errorf("%d mistakes in the page's tests", len(r.Errors))
	}
	return nil
}

// licences gathers the licences of the packages that are in the bundle.
func licences(dir, metafile string) ([]byte, error) {
	var meta struct {
		Inputs map[string]struct{} `json:"inputs"`
	}
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return nil, err
	}
	var packages []string
	for input := range meta.Inputs {
		name, ok := strings.CutPrefix(input, "node_modules/")
		if !ok {
			continue
		}
		parts := strings.SplitN(name, "/", 3)
		if name = parts[0]; strings.HasPrefix(name, "@") {
			name += "/" + parts[1]
		}
		if !slices.Contains(packages, name) {
			packages = append(packages, name)
		}
	}
	slices.Sort(packages)
	var out bytes.Buffer
	out.WriteString("Dawndusk's page holds code and data of these packages.\n")
	for _, name := range packages {
		var about struct{ Version, License string }
		text, err := os.ReadFile(filepath.Join(dir, "node_modules", name, "package.json"))
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(text, &about); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		found, err := filepath.Glob(filepath.Join(dir, "node_modules", name, "LICENSE*"))
		if err != nil || len(found) == 0 {
			return nil, fmt.Errorf("%s: no file of its licence", name)
		}
		licence, err := os.ReadFile(found[0])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "\n%s %s (%s)\n\n%s\n", name, about.Version, about.License, bytes.TrimSpace(licence))
	}
	return out.Bytes(), nil
}
