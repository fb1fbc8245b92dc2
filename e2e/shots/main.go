// Command shots takes the pictures of the page that the documents show: each view in
// light and dark colours and on a phone, as small PNG files.
//
//	go run ./e2e/shots                 # into doc/screens
//	go run ./e2e/shots -into pictures -only globe,chain
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/e2e/browser"
	"github.com/dawndusk/dawndusk/server"
)

// views by their addresses, as they are shown.
var views = []struct{ name, address string }{
	{"verdict", "/verdict"},
	{"assumptions", "/assumptions?scenario=base&draws=1000&seed=1&set=stated.payload%3D200+t"},
	{"chain", "/chain?year=2035"},
	{"globe", "/globe?c=starlink-gen1&play=0&time=2026-03-20T12:00:00&eye=60.0,20.0,4.00&sat=c732"},
	{"satellite", "/satellite"},
	{"claims", "/claims"},
	{"others", "/others"},
}

func main() {
	into := flag.String("into", "doc/screens", "directory of the pictures")
	only := flag.String("only", "", "views, with commas between them; all if empty")
	flag.Parse()
	if err := shoot(*into, *only); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func shoot(into, only string) error {
	s, err := server.New(server.Options{})
	if err != nil {
		return err
	}
	b, origin, end, err := browser.Beside(s.Serve)
	if err != nil {
		return err
	}
	defer end()
	if err := os.MkdirAll(into, 0o755); err != nil {
		return err
	}
	for _, v := range views {
		if only != "" && !slices.Contains(strings.Split(only, ","), v.name) {
			continue
		}
		for _, look := range []struct {
			name          string
			width, height int64
			dark          bool
		}{{"light", 1280, 900, false}, {"dark", 1280, 900, true}, {"phone", 375, 760, false}} {
			p, err := picture(b, origin, v.address, look.width, look.height, look.dark)
			if err != nil {
				return fmt.Errorf("%s, %s: %w", v.name, look.name, err)
			}
			name := filepath.Join(into, v.name+"-"+look.name+".png")
			if err := os.WriteFile(name, p, 0o644); err != nil {
				return err
			}
			fmt.Printf("%s %d kB\n", name, (len(p)+999)/1000)
		}
	}
	return nil
}

func picture(b *browser.Browser, origin, address string, width, height int64, dark bool) ([]byte, error) {
	t, err := b.Open(origin)
	if err != nil {
		return nil, err
	}
	defer t.Close()
	if err := t.Size(width, height); err != nil {
		return nil, err
	}
	if err := t.Dark(dark); err != nil {
		return nil, err
	}
	if err := t.Go(address); err != nil {
		return nil, err
	}
	const ready = `document.querySelector('main h1') && /draws, seed/.test(document.querySelector('.chance summary')?.textContent ?? '') && !document.querySelector('main .waiting, .globe-loading, main .progress progress')`
	if err := t.Until(ready, time.Minute); err != nil {
		return nil, err
	}
	if err := t.Do("new Promise((done) => setTimeout(done, 800))"); err != nil { // what moves comes to rest
		return nil, err
	}
	text, err := t.Picture()
	if err != nil {
		return nil, err
	}
	if wrong := t.Wrong(); len(wrong) > 0 {
		return nil, fmt.Errorf("%q", wrong)
	}
	return small(text)
}

// small writes a picture with 256 colours: the most frequent of 32,768, each the mean of
// what it stands for.
func small(text []byte) ([]byte, error) {
	p, err := png.Decode(bytes.NewReader(text))
	if err != nil {
		return nil, err
	}
	type bin struct{ n, r, g, b int }
	bins := map[int]*bin{}
	key := func(r, g, b uint32) int { return int(r>>11<<10 | g>>11<<5 | b>>11) }
	in := p.Bounds()
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, b, _ := p.At(x, y).RGBA()
			k := key(r, g, b)
			if bins[k] == nil {
				bins[k] = &bin{}
			}
			c := bins[k]
			c.n, c.r, c.g, c.b = c.n+1, c.r+int(r>>8), c.g+int(g>>8), c.b+int(b>>8)
		}
	}
	order := make([]int, 0, len(bins))
	for k := range bins {
		order = append(order, k)
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(bins[b].n, bins[a].n), cmp.Compare(a, b)) })
	var colours color.Palette
	for _, k := range order[:min(256, len(order))] {
		c := bins[k]
		colours = append(colours, color.RGBA{uint8(c.r / c.n), uint8(c.g / c.n), uint8(c.b / c.n), 255})
	}
	nearest := map[int]uint8{}
	out := image.NewPaletted(in, colours)
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, b, _ := p.At(x, y).RGBA()
			k := key(r, g, b)
			i, ok := nearest[k]
			if !ok {
				c := bins[k]
				i = uint8(colours.Index(color.RGBA{uint8(c.r / c.n), uint8(c.g / c.n), uint8(c.b / c.n), 255}))
				nearest[k] = i
			}
			out.SetColorIndex(x, y, i)
		}
	}
	var small bytes.Buffer
	err = (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&small, out)
	return small.Bytes(), err
}
