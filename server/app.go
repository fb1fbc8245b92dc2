package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk/web"
)

// views are the addresses at which the page with script opens; each of its views has
// one, so that a link restores it.
var views = [...]string{"/{$}", "/verdict", "/assumptions", "/chain", "/globe", "/satellite", "/claims", "/others"}

// appPolicy lets the page load its own files and nothing else. Pictures are made of its
// own drawings (blob:).
const appPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"

// asset is a file of the page as it goes over the wire.
type asset struct {
	contentType, tag string
	text, packed     []byte
}

// contentTypes are those of the page's files. The machine's own table is not asked: it
// may be anything.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
}

// app registers the page with script: one document at the address of every view, and its
// files under /page/.
func (s *Server) app() error {
	files := web.Files()
	names, err := fs.Glob(files, "*")
	if err != nil {
		return err
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		a, err := newAsset(name, text)
		if err != nil {
			return err
		}
		if name == "index.html" {
			for _, v := range views {
				s.mux.HandleFunc("GET "+v, func(w http.ResponseWriter, r *http.Request) {
					w.Header().Set("Content-Security-Policy", appPolicy)
					a.serve(w, r)
				})
			}
			continue
		}
		s.mux.HandleFunc("GET /page/"+name, a.serve)
	}
	return nil
}

func newAsset(name string, text []byte) (*asset, error) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	contentType := contentTypes[path.Ext(name)]
	if contentType == "" {
		return nil, fmt.Errorf("the page's file %s: of no type that is known", name)
	}
	sum := sha256.Sum256(text)
	return &asset{contentType, `"` + hex.EncodeToString(sum[:12]) + `"`, text, packed.Bytes()}, nil
}

// serve answers with the file, or that it has not changed. Names stay while contents
// change with the program, so a browser asks each time.
func (a *asset) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Cache-Control", "no-cache")
	h.Set("Vary", "Accept-Encoding")
	h.Set("ETag", a.tag)
	if strings.Contains(r.Header.Get("If-None-Match"), a.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	text := a.text
	if accepts(r.Header.Get("Accept-Encoding"), "gzip") {
		text = a.packed
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(text)))
	w.WriteHeader(http.StatusOK)
	if r.Method != http.MethodHead {
		w.Write(text)
	}
}
