package e2e

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// axe-core's rules for WCAG 2.2, levels A and AA, hold on every view, light and dark. It
// lies among the packages that the page is bundled from; where these are not installed the
// test is skipped, unless a browser is required. Its one experimental rule is left out: it takes
// a name that a drawing cuts short for another name.
func TestAxe(t *testing.T) {
	axe, err := os.ReadFile("../web/node_modules/axe-core/axe.min.js")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("DAWNDUSK_BROWSER") != "required" {
		t.Skip("no axe-core; cd web && npm ci")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range views {
		t.Run(v.path, func(t *testing.T) {
			b := open(t)
			b.answered("/" + v.path + "?draws=100&play=0")
			b.until("!document.querySelector('main .waiting, .globe-loading')", later)
			b.must(b.Do(string(axe)))
			for _, dark := range []bool{false, true} {
				b.must(b.Dark(dark))
				b.until(lightness+map[bool]string{false: " > 0.8", true: " < 0.2"}[dark], soon)
				found := eval[[]struct {
					Id, Help string
					Nodes    []string
				}](b, `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'], rules: { 'label-content-name-mismatch': { enabled: false } } }).then((r) => r.violations.map((v) => ({ Id: v.id, Help: v.help, Nodes: v.nodes.slice(0, 5).map((n) => n.target.join(' ') + ' ' + n.failureSummary.replace(/\s+/g, ' ')) })))`)
				for _, f := range found {
					t.Errorf("dark %v: %s: %s\n\t%s", dark, f.Id, f.Help, strings.Join(f.Nodes, "\n\t"))
				}
			}
		})
	}
}
