package e2e

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unit finds what a number is counted in, in the name of its column.
var unit = regexp.MustCompile(`(?i)(year|usd|_p\d\d|_per_|_w$|_kw|_mw|_gw|_kg|_t$|_t_|_km|_m2?$|_m_|_s$|_h$|_deg|_k$|_c$|ratio|fraction|share|probability|correlation|error|count|number|satellites|flights|\(|%|^p_)`)

// Every drawing of every view is saved as lines, as points, and as numbers.
func TestExports(t *testing.T) {
	for _, path := range []string{"verdict", "assumptions", "chain", "satellite", "others"} {
		t.Run(path, func(t *testing.T) {
			b := open(t)
			b.answered("/" + path + "?draws=100")
			if path != "others" {
				b.until("document.querySelector('figure.figure svg')", later)
			}
			titles := eval[[]string](b, "[...document.querySelectorAll('figure.figure h3')].map((h) => h.textContent)")
			if len(titles) == 0 && path != "others" {
				t.Error("no drawing")
			}
			for i, title := range titles {
				has := eval[[]string](b, "[...document.querySelectorAll('figure.figure')]["+string(rune('0'+i))+"].querySelectorAll('.figure-tools button').values().map((e) => e.textContent).toArray()")
				for _, kind := range has {
					switch kind {
					case "SVG":
						name, text := b.figure(title, kind)
						if !strings.HasSuffix(name, ".svg") {
							t.Error(name)
						}
						checkSVG(t, title, text)
					case "PNG":
						if i > 0 {
							continue // the way is the same
						}
						_, text := b.figure(title, kind)
						p, err := png.Decode(bytes.NewReader(text))
						if err != nil {
							t.Errorf("%s: %v", title, err)
							continue
						}
						box := eval[[]int](b, "(() => { const v = document.querySelector('figure.figure svg').viewBox.baseVal; return [Math.round(v.width), Math.round(v.height)] })()")
						if s := p.Bounds().Size(); s.X != 2*box[0] || s.Y <= 2*box[1] { // its title stands above it
							t.Errorf("%s: %v points of a drawing of %v", title, s, box)
						}
						if colours(p, p.Bounds()) < 10 {
							t.Errorf("%s: the picture is empty", title)
						}
					case "CSV":
						_, text := b.figure(title, kind)
						columns, rows := readCSV(t, text)
						if slices.Contains(columns, "unit") {
							continue // each row has its own
						}
						for k, c := range columns {
							numeric := false
							for _, r := range rows {
								numeric = numeric || r[k] != "" && strings.Trim(r[k], "0123456789.-+e") == ""
							}
							if numeric && !unit.MatchString(c) {
								t.Errorf("%s: the column %q tells no unit", title, c)
							}
						}
					}
				}
			}
		})
	}
}

// checkSVG holds that a drawing stands alone.
func checkSVG(t *testing.T, title string, text []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(text))
	elements := 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", title, err)
			return
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		elements++
		for _, a := range e.Attr {
			if a.Name.Local == "class" || a.Name.Local == "style" || strings.Contains(a.Value, "var(") || strings.HasPrefix(a.Name.Local, "on") {
				t.Errorf("%s: <%s %s=%q> needs the page", title, e.Name.Local, a.Name.Local, a.Value)
			}
			if strings.HasSuffix(a.Name.Local, "href") && !strings.HasPrefix(a.Value, "#") && !strings.HasPrefix(a.Value, "http") {
				t.Errorf("%s: a link to %q", title, a.Value)
			}
		}
	}
	if elements < 5 {
		t.Errorf("%s: %d elements", title, elements)
	}
}
