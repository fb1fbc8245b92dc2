package ledger

import (
	"math"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/dawndusk/dawndusk/si"
)

// What a user who makes a mistake reads, whole: testdata/bad/messages.txt.
func TestVerif_ScenarioMistakes(t *testing.T) {
	b, _ := good(t)
	data, err := os.ReadFile("testdata/bad/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{"messages.txt": true}
	for _, block := range strings.Split(string(data), "\n\n") {
		want := strings.TrimSpace(block)
		file, _, _ := strings.Cut(want, ":")
		seen[file] = true
		data, err := os.ReadFile("testdata/bad/" + file)
		if err != nil {
			t.Fatal(err)
		}
		rows, _, err := b.ParseOverrides(file, data)
		if err == nil {
			t.Errorf("%s: accepted as %+v", file, rows)
		} else if got := err.Error(); got != want {
			t.Errorf("%s:\n got %s\nwant %s", file, got, want)
		}
	}
	files, _ := os.ReadDir("testdata/bad")
	for _, f := range files {
		if !seen[f.Name()] {
			t.Errorf("%s has no expected message", f.Name())
		}
	}
}

// The rows and sources of the real ledger have the right form. That they match
// the scenario's inputs is tested where the scenario is.
func TestVerif_LedgerReads(t *testing.T) {
	if _, err := Read(os.DirFS(".")); err != nil {
		t.Error(err)
	}
}

func TestVerif_LargeAndManyMistakes(t *testing.T) {
	b, _ := good(t)
	_, _, err := b.ParseOverrides("big.yaml", make([]byte, MaxBytes+1))
	if err == nil || err.Error() != "big.yaml: the file is too large; at most 1 MiB is read" {
		t.Error(err)
	}
	_, _, err = b.ParseOverrides("long.yaml", []byte(strings.Repeat("x: 1\n", maxTokens)))
	if err == nil || err.Error() != "long.yaml: the file has 60000 words and signs; at most 20000 are read" {
		t.Error(err)
	}
	var many strings.Builder
	for i := range 500 {
		many.WriteString("k" + strings.Repeat("x", i) + ": 1\n")
	}
	_, _, err = b.ParseOverrides("many.yaml", []byte(many.String()))
	if all := err.(Errors); len(all) != maxErrors+1 || all[maxErrors].Error() != "many.yaml: there may be more mistakes; mend these first" {
		t.Errorf("%d mistakes, last %v", len(all), all[len(all)-1])
	}
	// A long key is cut where a letter begins.
	_, _, err = b.ParseOverrides("key.yaml", []byte(strings.Repeat("é", 60)+": 1"))
	if err == nil || !strings.Contains(err.Error(), strings.Repeat("é", 28)+"…") || !utf8.ValidString(err.Error()) {
		t.Error(err)
	}
}

func TestVerif_SourcesAndFormat(t *testing.T) {
	b, s := good(t)
	if src, ok := b.Source("HAND"); !ok || src.Title != "A handbook: of things" || src.Year != "1999" {
		t.Errorf("%+v", src)
	}
	if _, ok := b.Source("hand"); ok {
		t.Error("an unknown source was found")
	}
	leaves := Leaves(s)
	if got := leaves[0].Format(1234567.891); got != "1234.567891 km" || leaves[2].Format(1) != "" {
		t.Error(got)
	}
	if _, err := leaves[2].Parse("1 m"); err == nil {
		t.Error("a choice was read as a quantity")
	}
	if leaves[0].Quantity != "length" || leaves[0].Units[4] != "km" {
		t.Errorf("%+v", leaves[0])
	}
}

// A value that the evidence does not support is allowed, with a warning.
func TestVerif_Warnings(t *testing.T) {
	b, _ := good(t)
	_, meta, err := b.ParseOverrides("s.yaml", []byte("plant: {site: {altitude: 900 km}, share: {value: 0.2, range: [0.1, 0.3]}}"))
	if err != nil {
		t.Fatal(err)
	}
	const want = `s.yaml:1:16 plant.site.altitude: 900 km is outside the range of the evidence; 500 km to 800 km is expected
s.yaml:1:35 plant.share: the range 0.1 to 0.3 goes outside that of the evidence; 10 % to 20 % is expected`
	if got := meta.Warnings.Error(); got != want {
		t.Errorf("got %s", got)
	}
}

func TestVerif_Overrides(t *testing.T) {
	b, s := good(t)
	rows, meta, err := b.ParseOverrides("slow.yaml", []byte(`
name: slow
title: "A slow one"
based: [announced, other]
plant:
  site: {mode: work, it_power: {value: 120 MW, kind: claim, source: [10Q p. 4], note: so they say}}
  share: {value: 15 %, range: [12 %, 16 %], range_is: bounds, dist: triangular}
  life: 6 yr
stated: {payload: 100 t}
`))
	if err != nil {
		t.Fatal(err)
	}
	if meta.Name != "slow" || meta.Title != "A slow one" || len(meta.Based) != 2 || meta.Based[1] != "other" {
		t.Errorf("%+v", meta)
	}
	c := b.With(rows...)
	if err := c.Apply(s); err != nil {
		t.Fatal(err)
	}
	if s.Plant.Site.Mode != 1 || s.Plant.Site.ITPower != 120e6 || s.Plant.Life != 6*si.Year || s.Stated.Payload != 100*si.Tonne || s.Plant.Share != 0.15 {
		t.Errorf("%+v", s)
	}
	power, _ := c.Find("plant.site.it_power")
	if d := Compile(power); d.Drawn() || d.Quantile(0.9) != 120e6 || power.Kind != Claim || power.Note != "so they say" || power.File != "slow.yaml" || power.Line != 6 {
		t.Errorf("%+v", power)
	}
	share, _ := c.Find("plant.share")
	if d := Compile(share); !d.Drawn() || d.Quantile(0) < 0.12 || d.Quantile(1) > 0.16 {
		t.Errorf("%+v", share)
	}
	if old, _ := b.Find("plant.life"); old.Value != 5*float64(si.Year) {
		t.Error("With changed the book")
	}
	// An optional input can be given and taken away again; a wrong one cannot.
	row, _, err := c.ParseSet("--set", "stated.payload = null")
	if err != nil || !row.Null || !math.IsNaN(row.Value) {
		t.Error(row, err)
	}
	for text, want := range map[string]string{
		"plant.lif=5 yr":       `--set plant.lif: no such input; did you mean "plant.life"?`,
		"plant.life":           `--set: "plant.life" is not an assignment; write path=value`,
		"plant.life=5":         `--set plant.life: "5" has no unit; write it like "5 yr"`,
		"plant.life=50 yr":     `--set plant.life: 50 yr is outside its limits; write a value from 1 yr to 20 yr`,
		"plant.life=null":      `--set plant.life: null, but the input is not optional; write a value`,
		"plant.site.mode=play": `--set plant.site.mode: "play" is not a choice; write sleep or work`,
	} {
		if _, _, err := b.ParseSet("--set", text); err == nil || err.Error() != want {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := b.Find("plant.lief"); err == nil || err.Error() != `plant.lief: no such input; did you mean "plant.life"?` {
		t.Error(err)
	}
	// Files from other systems are the same files.
	for _, text := range []string{"plant:\r\n  life: 6 yr\r\n", "\ufeffplant:\n  life: 6 yr\n", "plant: {life: '6 yr'}", "---\nplant:\n  life: \"6 yr\" # six\n", "plant:\n  life: >-\n    6\n    yr\n"} {
		rows, _, err := b.ParseOverrides("x.yaml", []byte(text))
		if err != nil || len(rows) != 1 || rows[0].Value != 6*float64(si.Year) {
			t.Errorf("%q: %+v, %v", text, rows, err)
		}
	}
	empty := &Book{}
	if _, _, err := empty.ParseOverrides("x.yaml", []byte("plant: {life: 5 yr}")); err == nil {
		t.Error("an empty book took an override")
	}
}

// Mistakes in a ledger, each made in the good one.
func TestVerif_LedgerMistakes(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"plant.yaml", "value: 650 km", "value: 650", `plant.yaml:3:5 plant.site.altitude: value: "650" has no unit; write it like "650 km"`},
		{"plant.yaml", "[500 km, 800 km]", "[500 km, 800 kg]", `range: "800 kg" is not a length`},
		{"plant.yaml", "[500 km, 800 km]", "[800 km, 500 km]", `range 800 km to 500 km is inverted; write the lower first`},
		{"plant.yaml", "[500 km, 800 km]", "[700 km, 800 km]", `650 km is outside its range 700 km to 800 km`},
		{"plant.yaml", "[500 km, 800 km]", "[500 km, 8000 km]", `range 500 km to 8000 km goes outside the limits; stay within 0 km to 2000 km`},
		{"plant.yaml", "[500 km, 800 km]", "[650 km, 800 km]", `the value is an end of its 5–95 % range; write range_is: bounds`},
		{"plant.yaml", "[500 km, 800 km]", "[500 km]", `plant.yaml:6:14 plant.site.altitude: "range" is not a list of two values; write range: [low, high]`},
		{"plant.yaml", "[500 km, 800 km]", "[650 km, 650 km]", `the range has no width; write dist: fixed`},
		{"plant.yaml", "[0 km, 2000 km]", "[2000 km, 0 km]", `limits 2000 km to 0 km are inverted`},
		{"plant.yaml", "[0 km, 2000 km]", "[660 km, 2000 km]", `650 km is outside its limits; write a value from 660 km to 2000 km`},
		{"plant.yaml", "altitude:", "altitud:", `plant.yaml:3:5 plant.site.altitud: the row has no input; did you mean "plant.site.altitude"?`},
		{"plant.yaml", "altitude:", "altitud:", `plant.site.altitude: has no row in the ledger; did you mean "plant.site.altitud"?`},
		{"plant.yaml", "kind: measured", "kind: measure", `kind "measure" is unknown; did you mean "measured"?`},
		{"plant.yaml", "kind: measured", "kind: claim", `a claim may not be the base's central value`},
		{"plant.yaml", `[HAND table 2, "10Q p. 3, line 4"]`, "[HAND, 10Q]", `measured, but no source with a place in it; write source: [KEY page or table]`},
		{"plant.yaml", "HAND table 2", "HANDY table 2", `unknown source "HANDY"; did you mean "HAND"?`},
		{"plant.yaml", "[HAND 2 km]", "[HANDY 2 km]", `"HANDY" says 2 km, but is not cited; add it to the sources of the row`},
		{"plant.yaml", "[HAND 2 km]", "[HAND 7 km]", `HAND says "7 km", of which neither its place nor the note tells`},
		{"plant.yaml", "[HAND 2 km]", "[HAND]", `HAND says "", of which neither its place nor the note tells`},
		{"plant.yaml", "[HAND 2 km]", "[HAND 2 kg]", `says: "2 kg" is not a length`},
		{"plant.yaml", "[HAND 2 km]", "HAND 2 km", `"says" is not a list of values`},
		{"plant.yaml", "choices: [sleep, work]\n", "choices: [sleep, work]\n      says: [HAND 2]\n", `"says" on a choice; leave it out`},
		{"plant.yaml", `"10Q p. 3, line 4"`, `{a: b}`, `"source" holds a group of keys`},
		{"plant.yaml", "      what: Height of the site\n", "", `has no "what"; add one`},
		{"plant.yaml", "what: Height of the site", "waht: Height of the site", `unknown key "waht"; did you mean "what"?`},
		{"plant.yaml", "      note: a design choice\n", "", `plant.site.mode: assumed, but no note; say why`},
		{"plant.yaml", "    source: HAND p. 9\n", "", `plant.speed_v3: quoted, but no source with a place in it`},
		{"plant.yaml", "choices: [sleep, work]", "choices: [sleep, wake]", `choice "wake": "wake" is no mode`},
		{"plant.yaml", "value: sleep", "value: slep", `"slep" is not a choice; did you mean "sleep"?`},
		{"plant.yaml", "choices: [sleep, work]\n      dist: fixed", "choices: [sleep, work]\n      dist: uniform", `a choice cannot be drawn`},
		{"plant.yaml", "[50 MW, 300 MW]", "[50 MW, 300 MW]\n      range_is: bounds", `a lognormal distribution has no bounds`},
		{"plant.yaml", "limits: [0 t, 1000 t]\n    dist: fixed", "limits: [0 t, 1000 t]\n    dist: uniform", `a null value cannot be drawn`},
		{"plant.yaml", "  life:\n", "  share:\n    what: x\n  life:\n", `"share" is given twice`},
		{"sources.yaml", "year: 1999, ", "", `sources.yaml:1:1 HAND: has no "year"`},
		{"sources.yaml", "HAND:", "HAND: x #", `is not a source; write KEY: {author, year, title, address}`},
		{"correlations.yaml", "0.5]", "-0.95]", `correlations.yaml:2:5 hot sites: the correlations of 3 inputs contradict each other (smallest eigenvalue -`},
		{"correlations.yaml", "plant.share, plant.site.it_power", "plant.shore, plant.site.it_power", `no input "plant.shore"; did you mean "plant.share"?`},
		{"correlations.yaml", "plant.share, plant.site.it_power", "plant.life, plant.site.it_power", `plant.life is not drawn`},
		{"correlations.yaml", "plant.share, plant.site.it_power", "plant.share, plant.share", `a pair of one input with itself`},
		{"correlations.yaml", "plant.share, plant.site.it_power", "plant.site.it_power, plant.site.altitude", `are given twice`},
		{"correlations.yaml", "0.5]", "1.5]", `"1.5" is not a correlation; write [path, path, rho]`},
		{"correlations.yaml", "    note: high sites are large and dear\n", "", `neither note nor source`},
	} {
		fsys := fstest.MapFS{}
		for _, name := range []string{"plant.yaml", "sources.yaml", "correlations.yaml"} {
			data, err := os.ReadFile("testdata/good/" + name)
			if err != nil {
				t.Fatal(err)
			}
			if text := string(data); name == c.file {
				changed := strings.Replace(text, c.old, c.new, 1)
				if changed == text {
					t.Fatalf("%q is not in %s", c.old, name)
				}
				data = []byte(changed)
			}
			fsys[name] = &fstest.MapFile{Data: data}
		}
		b, err := Read(fsys)
		if err == nil {
			err = b.Check(Leaves(&fixture{}))
		}
		if err == nil {
			t.Errorf("%q for %q was accepted", c.new, c.old)
		} else if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q:\n got %s\nwant %s", c.new, c.old, err, c.want)
		}
	}
}
