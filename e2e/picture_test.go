package e2e

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

// seen is what a person sees of the page.
func (b tab) seen() image.Image {
	b.t.Helper()
	text, err := b.Picture()
	b.must(err)
	p, err := png.Decode(bytes.NewReader(text))
	b.must(err)
	return p
}

// part is what a person sees of an element.
func (b tab) part(selector string) image.Image {
	b.t.Helper()
	r := eval[[]float64](b, "(() => { const r = document.querySelector("+quote(selector)+").getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] })()")
	p := b.seen().(interface {
		SubImage(image.Rectangle) image.Image
	})
	return p.SubImage(image.Rect(int(r[0]), int(r[1]), int(r[2]), int(r[3])))
}

// colours counts the colours of a picture, 16 shades of each primary apart.
func colours(p image.Image, in image.Rectangle) int {
	seen := map[[3]uint32]bool{}
	for y := in.Min.Y; y < in.Max.Y; y++ {
		for x := in.Min.X; x < in.Max.X; x++ {
			r, g, b, _ := p.At(x, y).RGBA()
			seen[[3]uint32{r >> 12, g >> 12, b >> 12}] = true
		}
	}
	return len(seen)
}

// differ is the share of points that differ between two pictures of one size.
func differ(t *testing.T, a, b image.Image) float64 {
	t.Helper()
	if a.Bounds() != b.Bounds() {
		t.Fatalf("pictures of %v and %v", a.Bounds(), b.Bounds())
	}
	n, other := 0, 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			r0, g0, b0, _ := a.At(x, y).RGBA()
			r1, g1, b1, _ := b.At(x, y).RGBA()
			n++
			if max(r0, r1)-min(r0, r1) > 0x1000 || max(g0, g1)-min(g0, g1) > 0x1000 || max(b0, b1)-min(b0, b1) > 0x1000 {
				other++
			}
		}
	}
	return float64(other) / float64(max(n, 1))
}
