package study

import (
	"context"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
)

// What the model makes of a study's inputs, counted as it counts, lies within a factor
// of two of what the study prints wherever its inputs are public and its arithmetic was
// replayed (grade A). What is left between the two are lines that one counts and the
// other does not, which the note of the stance names; most are within a quarter. The
// factor was set once the numbers were known: it holds them, it does not prove them.
func TestRegress_StandingsAreNearPrint(t *testing.T) {
	list, err := Standings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	graded := 0
	for i := range list {
		s := &list[i]
		if i > 0 && s.Printed < list[i-1].Printed {
			t.Errorf("%s %s is out of order", s.Study, s.Stance)
		}
		for name, n := range map[string]Number{"printed": s.Printed, "at its own": s.Theirs, "in full": s.Ours} {
			if !n.Finite() || n <= 0 {
				t.Errorf("%s %s, %s: %v", s.Study, s.Stance, name, n)
			}
		}
		if s.Grade != "A" {
			continue
		}
		if s.Inputs == 0 || s.Note == "" {
			t.Errorf("%s %s states nothing, or not what stands for what", s.Study, s.Stance)
		}
		graded++
		if off := math.Log(float64(s.Theirs / s.Printed)); math.Abs(off) > math.Ln2 {
			t.Errorf("%s %s: %.3g of its inputs, %.3g printed", s.Study, s.Stance, float64(s.Theirs), float64(s.Printed))
		}
	}
	if graded < 9 {
		t.Errorf("%d stances of grade A", graded)
	}
}

// Two studies are compared as two scenarios are: the ends are where they stand, the
// parts add up, and different metrics are refused until one is named.
func TestVerif_StudiesAreCompared(t *testing.T) {
	list, err := Standings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]*Standing{}
	for i := range list {
		name := list[i].Study
		if list[i].Stance != "" {
			name += ":" + list[i].Stance
		}
		of[name] = &list[i]
	}
	for _, pair := range [][2]string{{"culfaz-odc:today", "semianalysis-2026"}, {"mccalip", "starcloud-wp"}, {"bcg", "deutsche-bank:2032"}} {
		c := compared(t, pair[0], pair[1], asked("ratio"))
		addsUp(t, pair[0]+", "+pair[1], c)
		for i, side := range []CompareSide{c.From, c.To} {
			s := of[pair[i]]
			if s == nil { // the first of several
				s = of[pair[i]+":now"]
			}
			if math.Abs(float64(side.Value/s.Theirs)-1) > 1e-9 || side.Printed != s.Printed || side.Boundary != s.Boundary || side.Year != s.Year {
				t.Errorf("%s: %+v, stands at %+v", pair[i], side, s)
			}
		}
	}
	_, err = Compare(context.Background(), "mccalip", "semianalysis-2026", asked("ratio"))
	if err == nil || !strings.Contains(err.Error(), "ownership") || !strings.Contains(err.Error(), "kw-year") {
		t.Errorf("two metrics: %v", err)
	}
	o := asked("ratio kw-year")
	o.Boundary, o.Interest, o.Horizon, o.Payments, o.Year = "finance", "apart", "5 yr", "1", 2031
	for _, p := range compared(t, "mccalip", "semianalysis-2026", o).Parts {
		if p.Name == convention {
			t.Errorf("one convention for both leaves %+v", p)
		}
	}
	if _, err := Compare(context.Background(), "culfaz-odc:tody", "base", asked("ratio")); err == nil || !strings.Contains(err.Error(), `did you mean "today"`) {
		t.Errorf("no such stance: %v", err)
	}
}

// Any two studies differ by parts that add up, and in every pair of a sample of all
// pairs, which holds each study at least once.
func TestVerif_PairsOfStudiesAddUp(t *testing.T) {
	list, err := Standings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	name := func(s *Standing) string { return strings.TrimSuffix(s.Study+":"+s.Stance, ":") }
	for i := range list {
		j := (5*i + 3) % len(list) // 5 shares no factor with the number of studies, or some pair is one study twice
		if i == j {
			continue
		}
		c := compared(t, name(&list[i]), name(&list[j]), asked("ratio kw-year"))
		addsUp(t, name(&list[i])+", "+name(&list[j]), c)
	}
}

// A directory that happens to be called as a scenario is does not hide it; one named
// with a slash is read.
func TestVerif_DirectoriesAreNamed(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "base"), 0o777); err != nil {
		t.Fatal(err)
	}
	data, err := fs.ReadFile(dawndusk.Reproductions(), "shapiro-a1/study.yaml")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "base", "study.yaml"), data, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	if c := compared(t, "base", "promoter", asked("ratio")); c.From.Year != dawndusk.LadderYear {
		t.Errorf("base is %+v", c.From)
	}
	if c := compared(t, "./base", "shapiro-a1", asked("ratio")); len(c.Parts) != 0 || c.From.Title != c.To.Title {
		t.Errorf("./base is %+v", c.From)
	}
}

// Mistakes in a stance are named with their place.
func TestBadStances(t *testing.T) {
	const file = `title: T
authors: A
date: 2026
address: x
transcribed: 2026-01-01
grade: A
stance:
  printed: 3
  where: p. 1
  year: 2030
  boundary: [launch, power]
  metric: kw-year
  interest: none
  horizon: 5 yr
  payments: 12
  set: [operator.life=5 yr]
not_answered: [all]
`
	p, err := readText(file)
	if err != nil || len(p.Stances) != 1 || p.Stances[0].Payments != "12" {
		t.Fatalf("%+v, %v", p, err)
	}
	if p, err := readText(strings.Replace(file, "[launch, power]", "[bus]", 1)); err != nil || p.Stances[0].telling.within != finance.Only(finance.Bus) {
		t.Errorf("a boundary of one rung: %+v, %v", p, err)
	}
	for _, bad := range []struct{ old, new, want string }{
		{"printed: 3", "printed: three", `x/study.yaml:8:12 stance: printed "three" is no such number`},
		{"  where: p. 1\n", "", `stance: has no "where"`},
		{"year: 2030", "year: 1930", `x/study.yaml:10:9 stance: year "1930" cannot be played`},
		{"[launch, power]", "[lunch, power]", `stance: boundary "lunch" is unknown; did you mean "launch"?`},
		{"metric: kw-year", "metric: kw", `metric "kw" does not exist`},
		{"  metric: kw-year\n", "", `has no "metric"`},
		{"interest: none", "interest: nil", `interest "nil" is unknown`},
		{"horizon: 5 yr", "horizon: 5", `horizon "5" has no unit`},
		{"payments: 12", "payments: 1000", `payments "1000" a year`},
		{"[operator.life=5 yr]", "[lossless]", `no set is called "lossless"`},
		{"stance:\n", "stance:\n  wher: x\n", `unknown key "wher"; did you mean "where"?`},
		{"stance:", "stanc:", `did you mean "stance"?`},
	} {
		_, err := readText(strings.Replace(file, bad.old, bad.new, 1))
		if err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%q: %v does not say %q", bad.new, err, bad.want)
		}
	}
}
