package server

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/study"
)

// TestVerif_StudiesAreTheCommands holds the studies' answers to the library's: the same
// bytes for where they stand and for what one prints, and sides that a comparison takes.
func TestVerif_StudiesAreTheCommands(t *testing.T) {
	s := held(t, Options{})
	rows, err := study.Standings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, err := asPrinted(rows)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second is kept
		if w := ok(t, s, 200, "GET", root+"/studies/stands", ""); w.Body.String() != string(want) {
			t.Errorf("stands: %s", cut(w.Body.String(), 500))
		}
	}
	list := into[[]Published](t, ok(t, s, 200, "GET", root+"/studies", ""))
	if len(list) != len(study.PublishedStudies()) {
		t.Errorf("%d studies", len(list))
	}
	var sides []string
	for _, p := range list {
		if p.Title == "" || p.Authors == "" || p.Date == "" || !strings.HasPrefix(p.Address, "http") || len(p.Answers) != len(study.AnswerKinds) {
			t.Errorf("%+v", p)
		}
		for _, side := range p.Sides {
			if err := study.CheckCompare(side, side, study.CompareOptions{Of: "ratio", Permutations: 200}); err != nil {
				t.Errorf("%s: %v", side, err)
			}
		}
		sides = append(sides, p.Sides...)
	}
	for _, r := range rows {
		name := r.Study
		if r.Stance != "" {
			name += ":" + r.Stance
		}
		if !slices.Contains(sides, name) {
			t.Errorf("%s stands, and is no side", name)
		}
	}
	p, err := study.ReadShippedStudy("mccalip")
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Reproduce(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if want, err = asPrinted(r); err != nil {
		t.Fatal(err)
	}
	if w := ok(t, s, 200, "GET", root+"/studies/mccalip", ""); w.Body.String() != string(want) {
		t.Errorf("mccalip: %s", cut(w.Body.String(), 500))
	}
}

// TestVerif_NoStudyIsAFile asks for studies by names that are none: files and
// directories of the machine among them.
func TestVerif_NoStudyIsAFile(t *testing.T) {
	s := held(t, Options{})
	for _, id := range []string{"none", "MCCALIP", "mccalip ", "mccalip:now", ".", "..", "../reproduce", "./mccalip", "/etc", "/etc/passwd", `..\x`, "mccalip\x00", "\xff", "<script>", "stands/", "%"} {
		w := do(s, "GET", root+"/studies/"+url.PathEscape(id), "")
		if w.Code != 404 && w.Code != 301 && w.Code != 307 { // a redirect is that of a path that is not clean
			t.Errorf("%q: %d %s", id, w.Code, cut(w.Body.String(), 200))
		}
		if strings.Contains(w.Body.String(), "<script") {
			t.Errorf("%q is written unescaped", id)
		}
	}
	refuses(t, s, 422, "GET", root+"/studies/"+strings.Repeat("x", 65), "", "path.id")
	refuses(t, s, 404, "GET", root+"/studies/none", "", "no such study")
	for _, method := range []string{"POST", "DELETE", "PUT"} {
		refuses(t, s, 405, method, root+"/studies/mccalip", "{}")
	}
}
