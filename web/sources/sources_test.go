package sources

import (
	"maps"
	"testing"
	"testing/fstest"
)

func TestHashTellsAnyChange(t *testing.T) {
	page := func() fstest.MapFS {
		f := fstest.MapFS{}
		for _, name := range []string{"package.json", "package-lock.json", "tsconfig.json", "build/main.go", "build/go.mod", "src/a.ts", "src/view/b.css"} {
			f[name] = &fstest.MapFile{Data: []byte(name + "\n")}
		}
		return f
	}
	hash := func(f fstest.MapFS) string {
		h, err := Hash(f)
		if err != nil {
			t.Fatal(err)
		}
		return h
	}
	want := hash(page())
	for name := range maps.Keys(page()) {
		f := page()
		f[name] = &fstest.MapFile{Data: []byte("changed\n")}
		if hash(f) == want {
			t.Errorf("%s was changed, and the hash was not", name)
		}
	}
	f := page()
	f["src/c.ts"] = f["src/a.ts"]
	delete(f, "src/a.ts")
	if hash(f) == want {
		t.Error("a file was renamed, and the hash did not change")
	}
	f = page()
	f["src/a.ts"] = &fstest.MapFile{Data: []byte("src/a.ts\r\n")}
	f["dist/main.js"] = &fstest.MapFile{}
	if hash(f) != want {
		t.Error("line ends or what is no source changed the hash")
	}
	delete(f, "tsconfig.json")
	if _, err := Hash(f); err == nil {
		t.Error("a missing file is no mistake")
	}
}
