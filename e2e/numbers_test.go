package e2e

import (
	"context"
	"encoding/csv"
	"fmt"
	"math"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/e2e/browser"
	"github.com/dawndusk/dawndusk/study"
)

// shown are the numbers of the verdict as a person reads them, by the name that each has.
func (b tab) shown() map[string]string {
	b.t.Helper()
	return eval[map[string]string](b, `Object.fromEntries([['sentence', document.querySelector('#sentence').innerText],
		...[...document.querySelectorAll('.tiles > div')].map((d) => [d.querySelector('dt').innerText, [...d.querySelectorAll('dd')].map((e) => e.innerText).join(' ').replaceAll(d.querySelector('del')?.innerText ?? '\0', '').replace(/\s+/g, ' ')])])`)
}

// saved clicks on what saves a file, and reads it.
func (b tab) saved(click func()) (name string, text []byte) {
	b.t.Helper()
	dir := b.t.TempDir()
	b.must(b.Downloads(dir))
	click()
	time.Sleep(250 * time.Millisecond) // a page that saves many files in a moment is held back
	for end := time.Now().Add(soon); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		files, err := os.ReadDir(dir)
		b.must(err)
		for _, f := range files {
			if text, err := os.ReadFile(filepath.Join(dir, f.Name())); err == nil && len(text) > 0 && !strings.HasSuffix(f.Name(), ".crdownload") && !strings.HasPrefix(f.Name(), ".") {
				return f.Name(), text
			}
		}
	}
	b.t.Fatalf("no file was saved; the page says %q", eval[[]string](b, "[...document.querySelectorAll('figure [role=status]')].map((e) => e.textContent)"))
	return "", nil
}

// figure clicks on a button of the first figure whose title contains a text, and reads
// the file that it saves.
func (b tab) figure(title, button string) (name string, text []byte) {
	b.t.Helper()
	e := fmt.Sprintf("[...document.querySelectorAll('figure')].find((f) => f.querySelector('h3')?.textContent.includes(%q))", title)
	b.until(e, soon)
	return b.saved(func() {
		b.t.Helper()
		b.clickOn(fmt.Sprintf("[...%s.querySelectorAll('.figure-tools button')].find((e) => e.textContent === %q)", e, button))
	})
}

// readCSV reads a table of numbers by the names of its columns.
func readCSV(t *testing.T, text []byte) (columns []string, rows [][]string) {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil || len(all) < 2 {
		t.Fatalf("%d lines of CSV: %v\n%.200s", len(all), err, text)
	}
	return all[0], all[1:]
}

// series holds the numbers that a page saved against a summary's, to the last digit.
func (b tab) series(s *study.Summary) {
	b.t.Helper()
	for _, f := range []struct {
		title  string
		values func(y *study.SeriesYear) []study.Number
	}{
		{"When orbit is cheaper", func(y *study.SeriesYear) []study.Number {
			return []study.Number{y.POrbitCheaper, y.PCrossed, y.POrbitPays}
		}},
		{"How far orbit is from the ground", func(y *study.SeriesYear) []study.Number {
			return []study.Number{y.CostRatio.P10, y.CostRatio.P50, y.CostRatio.P90}
		}},
	} {
		_, text := b.figure(f.title, "CSV")
		columns, rows := readCSV(b.t, text)
		if len(rows) != len(s.Series) {
			b.t.Errorf("%s: %d years, and the library has %d", f.title, len(rows), len(s.Series))
			continue
		}
		for i, y := range s.Series {
			want := []string{strconv.Itoa(y.Year)}
			for _, v := range f.values(&y) {
				if f := float64(v); math.IsNaN(f) || math.IsInf(f, 0) {
					want = append(want, "")
				} else {
					want = append(want, strconv.FormatFloat(f, 'g', -1, 64))
				}
			}
			if !slices.EqualFunc(rows[i], want, sameNumber) {
				b.t.Errorf("%s: the page has %v of %v, the library %v", f.title, rows[i], columns, want)
			}
		}
	}
}

// sameNumber tells whether two texts write the same number.
func sameNumber(a, b string) bool {
	x, errA := strconv.ParseFloat(a, 64)
	y, errB := strconv.ParseFloat(b, 64)
	return a == b || errA == nil && errB == nil && x == y
}

// played is what the library says of as many draws.
func played(t *testing.T, files dawndusk.Files, scenario string, set []string, draws int, seed uint64) *study.Summary {
	t.Helper()
	var s *study.Summary
	o := study.Options{Seed: seed, Version: version, Files: files}
	if err := study.Previews(context.Background(), scenario, set, o, []int{draws}, func(p *study.Preview) error { s = p.Summary; return nil }); err != nil {
		t.Fatal(err)
	}
	return s
}

// asks reads the question out of an address of the page.
func asks(t *testing.T, link string) (scenario string, set []string, draws int, seed uint64) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	draws, err = strconv.Atoi(q.Get("draws"))
	if err != nil {
		t.Fatalf("%s: %v", link, err)
	}
	seed, err = strconv.ParseUint(q.Get("seed"), 10, 64)
	if err != nil {
		t.Fatalf("%s: %v", link, err)
	}
	return q.Get("scenario"), q["set"], draws, seed
}

// copied is the link that the page puts into the clipboard.
func (b tab) copied() string {
	b.t.Helper()
	b.must(b.Clipboard())
	b.must(b.Do("navigator.clipboard.writeText('')"))
	b.button("Copy link")
	b.until("navigator.clipboard.readText()", soon)
	return eval[string](b, "navigator.clipboard.readText()")
}

// A link restores what its sender saw to the digit, in a browser that knows nothing of
// it, and the library says the same.
func TestLinkRestores(t *testing.T) {
	const at = "/verdict?scenario=promoter&draws=300&seed=18446744073709551615&set=orbit.altitude%3D700+km&set=operator.policy%3Dhurdle"
	b := open(t)
	b.answered(at)
	before := b.shown()
	link := b.copied()
	if !strings.HasPrefix(link, b.Origin+"/verdict?") {
		t.Errorf("the link is %s", link)
	}
	other := open(t)
	other.answered(link)
	if got := other.shown(); fmt.Sprint(got) != fmt.Sprint(before) {
		t.Errorf("the link shows\n%v\nnot\n%v", got, before)
	}
	scenario, set, draws, seed := asks(t, link)
	if scenario != "promoter" || len(set) != 2 || draws != 300 || seed != math.MaxUint64 {
		t.Errorf("the link asks %s %v %d %d", scenario, set, draws, seed)
	}
	other.series(played(t, nil, scenario, set, draws, seed))
}

// The state is saved as a scenario file that the library reads and that gives the same
// numbers; the page opens it again.
func TestScenarioFile(t *testing.T) {
	b := open(t)
	b.answered("/verdict?scenario=announced&draws=200&seed=5&set=orbit.altitude%3D700+km&set=launch.starship_v3.ship_dry_mass%3D150+t")
	before := b.shown()
	name, text := b.saved(func() { b.button("Scenario file") })
	files := dawndusk.Files{name: text}
	s := played(t, files, name, nil, 200, 5)
	b.series(s)

	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, text, 0o644); err != nil {
		t.Fatal(err)
	}
	other := open(t)
	other.answered("/verdict?draws=200&seed=5")
	other.must(other.Choose("document.querySelector('.tools input[type=file]')", path))
	other.until("location.search.includes("+quote("scenario="+url.QueryEscape(name))+")", soon)
	other.settle()
	after := other.shown()
	for name, v := range before {
		if name != "sentence" && after[name] != v { // the sentence may name the scenario
			t.Errorf("%s: the file gives %q, not %q", name, after[name], v)
		}
	}
	other.series(s)
}

// What a person changes stands in the address; going back takes it back, and loading
// again keeps it.
func TestAddressIsTheState(t *testing.T) {
	b := open(t)
	b.answered("/verdict?draws=100")
	base := b.shown()
	b.must(b.Do(`{ const s = document.querySelector('.asked select'); s.value = 'promoter'; s.dispatchEvent(new Event('change', { bubbles: true })) }`))
	b.until("location.search.includes('scenario=promoter')", soon)
	b.settle()
	promoter := b.shown()
	if fmt.Sprint(promoter) == fmt.Sprint(base) {
		t.Error("another scenario shows the same numbers")
	}
	b.must(b.Reload())
	b.settle()
	if got := b.shown(); fmt.Sprint(got) != fmt.Sprint(promoter) {
		t.Errorf("loaded again it shows\n%v\nnot\n%v", got, promoter)
	}
	b.must(b.Do("history.back()"))
	b.until("!location.search.includes('promoter')", soon)
	b.settle()
	if got := b.shown(); fmt.Sprint(got) != fmt.Sprint(base) {
		t.Errorf("back again it shows\n%v\nnot\n%v", got, base)
	}
}

// What cannot be played is said with all its mistakes, and the page lives on.
func TestMistakesAreTold(t *testing.T) {
	b := open(t)
	b.Allow("status of 422")
	b.visit("/verdict?scenario=base&draws=100&set=orbit.altitude%3D-700+km&set=no.such.input%3D3")
	b.until("document.querySelector('.trouble')", soon)
	said := b.text(".trouble")
	for _, part := range []string{"orbit.altitude", "no.such.input"} {
		if !strings.Contains(said, part) {
			t.Errorf("nothing of %s in %q", part, said)
		}
	}
	b.button("Take all changes back")
	b.settle()
	if v, err := browser.Eval[bool](b.Tab, "document.querySelector('.trouble') === null"); err != nil || !v {
		t.Error("the trouble is still told")
	}
}
