package dawndusk_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/study"
)

const studiesPage = "doc/studies.md"

// The page on published studies says what a run of them says; -update writes the
// part below its mark anew.
func TestRegress_StudiesPage(t *testing.T) {
	const mark = "<!-- What follows is written by go test -run StudiesPage . -update -->\n"
	var page strings.Builder
	var done []*study.Reproduced
	for _, id := range study.PublishedStudies() {
		p, err := study.ReadShippedStudy(id)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Reproduce(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		done = append(done, r)
	}
	page.WriteString("\n## How many\n\n| kind | answers | within tolerance | of these leaning on the study | of the others on a pin | differ, as explained |\n|---|---:|---:|---:|---:|---:|\n")
	for _, c := range study.CountAnswers(done) {
		fmt.Fprintf(&page, "| %s | %d | %d | %d | %d | %d |\n", c.Kind, c.Answers, c.Within, c.Leaning, c.Pinned, c.Differ)
	}
	for _, r := range done {
		fmt.Fprintf(&page, "\n## %s\n\n%s. %s, %s; grade %s; <%s>.\n[What agrees and what does not](../reproduce/%s/README.md).\n\n", r.ID, r.Title, r.Authors, r.Date, r.Grade,
			strings.Fields(r.Address)[0], r.ID)
		if len(r.Answers) > 0 {
			page.WriteString("| number | printed | ours | error | tolerance | kind | verdict |\n|---|---:|---:|---:|---:|---|---|\n")
		}
		for i := range r.Answers {
			a := &r.Answers[i]
			name := a.Name
			if a.Beside {
				name = "… beside it"
			}
			printed, ours := a.Texts()
			verdict := a.Verdict
			if a.LeansOn != nil {
				verdict += ": " + strings.Join(a.LeansOn, ", ")
			} else if a.Because != "" {
				verdict += ": " + strings.Join(strings.Fields(a.Because), " ")
			}
			fmt.Fprintf(&page, "| %s | %s %s | %s | %s | %s | %s | %s |\n", name, printed, a.Unit, ours, inPercent(float64(a.RelativeError)), inPercent(float64(a.Tolerance)), a.Kind, verdict)
		}
		for _, n := range r.Not {
			fmt.Fprintf(&page, "\nNot answered: %s.\n", n)
		}
	}
	page.WriteString("\n## What can be asked\n\n| kind | name | gives |\n|---|---|---|\n")
	for _, c := range study.Callables() {
		unit := c.Unit
		if unit == "1" {
			unit = "a plain number"
		}
		fmt.Fprintf(&page, "| %s | `%s` | %s |\n", c.Kind, c.Name, unit)
	}

	data, err := os.ReadFile(studiesPage)
	if err != nil {
		t.Fatal(err)
	}
	byHand, old, ok := strings.Cut(string(data), mark)
	if !ok {
		t.Fatalf("%s has lost its mark: %s", studiesPage, mark)
	}
	if old == page.String() {
		return
	}
	if *update {
		if err := os.WriteFile(studiesPage, []byte(byHand+mark+page.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	was, is := strings.Split(old, "\n"), strings.Split(page.String(), "\n")
	for i := range is {
		if i >= len(was) || was[i] != is[i] {
			t.Errorf("%s is not what the studies say now, first:\n%s\nrun go test -run StudiesPage . -update and say in the commit what moved", studiesPage, is[i])
			return
		}
	}
	t.Errorf("%s has lines that the studies do not", studiesPage)
}

// The study that the page shows can be read, and holds.
func TestVerif_StudyOfThePage(t *testing.T) {
	data, err := os.ReadFile(studiesPage)
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(data), "```yaml\n")
	text, _, _ = strings.Cut(text, "```")
	p, err := study.ReadStudy(fstest.MapFS{"study.yaml": {Data: []byte(text)}}, "page")
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Reproduce(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Answers {
		if !a.Holds {
			t.Errorf("%s: %v, printed %v: %s", a.Name, a.Ours, a.Printed, a.Verdict)
		}
	}
}

// inPercent writes a share in per cent with two digits; one below a millionth is nil.
func inPercent(v float64) string {
	if math.Abs(v) < 1e-6 {
		return "0"
	}
	if math.Abs(v) >= 0.0995 {
		return fmt.Sprintf("%.0f %%", 100*v)
	}
	return fmt.Sprintf("%.2g %%", 100*v)
}
