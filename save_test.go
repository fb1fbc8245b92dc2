package dawndusk_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/study"
)

// A scenario saved is one file that gives the same inputs, and so the same draws.
func TestVerif_Saved(t *testing.T) {
	own := dawndusk.Files{
		"mine.yaml": []byte("name: Mein Fall\ntitle: 'Ours, \"quoted\": it''s'\nwhat: \"Two\\nlines \\x7f <b>\"\nbased: [promoter, under.yaml]\norbit:\n  altitude: {value: 700 km, range: [500 km, 800 km], note: 'a: b, {c} # d', kind: claim, source: ['S1 p. 3, table: 4']}\n"),
		"under.yaml": []byte("launch: {basis: marginal, starship_v3: {ship_dry_mass: {value: 150 t, range: [140 t, 200 t], range_is: bounds, dist: uniform}}}\n" +
			"stated: {payload: 90 t}\nrun:\n  horizon: 20 yr\n"),
	}
	for _, x := range []struct {
		name string
		set  []string
		says []string
	}{
		{"base", nil, []string{"based: [base]"}},
		{"promoter", []string{"orbit.altitude=700 km"}, []string{"based: [promoter]", "orbit:\n  altitude: 700 km\n", ", changed"}},
		{"base", []string{"operator.policy=hurdle", "stated.payload=80 t", "launch.starship_v3.ship_dry_mass=150 t", "launch.basis=marginal", " orbit.altitude = 650 km", "orbit.altitude=700 km", "stated.payload=null"},
			[]string{"launch:\n  basis: marginal\n  starship_v3:\n    ship_dry_mass: 150 t\n", "policy: hurdle", "payload: null"}},
		{"skeptic", []string{"run.moon=off"}, nil},
		{"mine.yaml", nil, []string{"name: saved", "range_is: bounds", "'a: b, {c} # d'"}},
		{"mine.yaml", []string{"orbit.altitude=650 km", "launch.basis=full"}, []string{"altitude: 650 km", "basis: full"}},
	} {
		text, err := own.Save(x.name, x.set, dawndusk.Saved{Name: "saved", Comments: []string{"a comment"}})
		if err != nil {
			t.Fatalf("%s %v: %v", x.name, x.set, err)
		}
		for _, s := range append(x.says, "# a comment\nname: saved\n") {
			if !strings.Contains(string(text), s) {
				t.Errorf("%s %v: no %q in\n%s", x.name, x.set, s, text)
			}
		}
		was, err := own.LoadOver(nil, x.name, x.set...)
		if err != nil {
			t.Fatal(err)
		}
		saved := dawndusk.Files{"saved.yaml": text}
		is, err := saved.LoadOver(nil, "saved.yaml")
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if is.Hash() != was.Hash() || is.Name != "saved" || x.name == "mine.yaml" && is.What != was.What || !strings.HasPrefix(is.Title, was.Title) {
			t.Errorf("%s %v: other inputs in\n%s", x.name, x.set, text)
		}
		for i := range was.Book.Rows {
			a, b := &was.Book.Rows[i], &is.Book.Rows[i]
			if a.Kind != b.Kind || a.Note != b.Note || len(a.Refs) != len(b.Refs) {
				t.Errorf("%s: %s has other evidence: %+v, %+v", x.name, a.Path, a, b)
			}
		}
		series := func(name string, set []string, f dawndusk.Files) (out string) {
			err := study.Previews(context.Background(), name, set, study.Options{Seed: 3, Files: f}, []int{20}, func(p *study.Preview) error {
				text, err := json.Marshal([]any{p.Series, p.Headline, p.Drivers, p.ScenarioHash})
				out = string(text)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return out
		}
		if series(x.name, x.set, own) != series("saved.yaml", nil, saved) {
			t.Errorf("%s %v: other draws", x.name, x.set)
		}
	}
	for _, name := range dawndusk.Shipped() { // all that they say can be written in full
		whole, err := dawndusk.Load(name)
		if err != nil {
			t.Fatal(err)
		}
		file := dawndusk.Files{"x.yaml": []byte("based: [" + name + "]\n")}
		text, err := file.Save("x.yaml", nil, dawndusk.Saved{Name: "x"})
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
			continue
		}
		is, err := dawndusk.LoadData("x.yaml", text)
		if err != nil || is.Hash() != whole.Hash() {
			t.Errorf("%s: %v", name, err)
		}
	}
}
