package server

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write what the page keeps anew")

// The page is written against the document as it is: its copy is renewed by
// go test ./server -run Page -update, and its types from that by npm run types in web.
func TestRegress_PageKnowsTheDocument(t *testing.T) {
	const path = "../web/src/openapi.json"
	var doc any
	if err := json.Unmarshal(started(t, Options{}).spec[0], &doc); err != nil {
		t.Fatal(err)
	}
	var now bytes.Buffer
	e := json.NewEncoder(&now)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(doc); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, now.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(was, now.Bytes()) {
		t.Errorf("%s is not the document: go test ./server -run Page -update, then npm run types in web, and bundle the page", path)
	}
}
