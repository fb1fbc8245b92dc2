package study

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

func even(t testing.TB, o BreakevenOptions, set ...string) *BreakevenSummary {
	t.Helper()
	s, err := Breakeven(context.Background(), "base", set, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// pinned spans the two links that most studies state.
func pinned(steps int) BreakevenOptions {
	return BreakevenOptions{X: "stated.launch_usd_per_kg", Y: "stated.specific_power", RangeX: "10:1000 $/kg", RangeY: "20:150 kW/t", Steps: steps, Year: 2031, Seed: 1}
}

// crossable is a base in which the line lies within: as good chips and cheap
// satellites.
var crossable = []string{"workload.space.generation_lag=0 months", "stated.satellite_usd_per_w=0.5 $/W", "fleet.partial.chip_space=1", "ground.shell.capex=40 $/W"}

// A node is the scenario with both inputs set.
func TestVerif_BreakevenNodes(t *testing.T) {
	s := even(t, pinned(3))
	for j := range s.Grid {
		for i, got := range s.Grid[j] {
			if (i+j)%2 != 0 {
				continue
			}
			c := load(t, "base", "stated.launch_usd_per_kg="+s.X.Text(s.X.Values[i]), "stated.specific_power="+s.Y.Text(s.Y.Values[j]))
			var r dawndusk.Result
			new(dawndusk.Enterprise).Run(&c.Scenario, dawndusk.EvenChance(), &r)
			want := (&ensemble{c: c}).costRatio(&r, 2031-firstYear)
			// The text has three figures.
			if math.Abs(float64(got)/want-1) > 0.01 {
				t.Errorf("%v, %v: %v, alone %v", s.X.Values[i], s.Y.Values[j], got, want)
			}
		}
	}
	if s.X.Scale != logScale || s.Y.Scale != linearScale || s.X.Values[1] != 100 {
		t.Errorf("x %+v, y %+v", s.X, s.Y)
	}
}

// Where the ratio does not step, runs that close in on a line by halves find it
// within a fiftieth of a step of where interpolation has it.
func TestVerif_CrossingsAreFound(t *testing.T) {
	o := pinned(24)
	o.RangeX, o.RangeY = "100:1000 $/kg", "20:90 kW/t" // below and above, the ratio steps
	s := even(t, o, crossable...)
	c := load(t, "base", crossable...)
	p := newCentral(c)
	e := &ensemble{c: c}
	x, _ := c.Book.Find(o.X)
	y, _ := c.Book.Find(o.Y)
	found, worst := 0, 0.0 // 0.0089 when written
	for j, l := range s.Lines {
		if len(l.X) != 1 || j%2 != 0 {
			continue
		}
		found++
		*p.leaves[y.Leaf].Float, _ = p.leaves[y.Leaf].Parse(exactly(s.Y.Values[j], s.Y.Unit))
		at := int(s.X.Place(l.X[0]))
		low, high := float64(s.X.Values[at]), float64(s.X.Values[at+1])
		for range 20 {
			mid := math.Sqrt(low * high)
			*p.leaves[x.Leaf].Float = mid // $/kg is the base unit
			if e.costRatio(p.run(), o.Year-firstYear) <= 1 {
				low = mid
			} else {
				high = mid
			}
		}
		worst = max(worst, math.Abs(s.X.Place(l.X[0])-s.X.Place(Number(low))))
	}
	if found < 6 || worst > 0.02 {
		t.Errorf("%d lines looked at, %.3f steps off", found, worst)
	}
	t.Logf("%d lines, at most %.3f steps off", found, worst)
}

func exactly(v Number, unit string) string {
	return strings.TrimSpace(strings.Trim(string(mustJSON(v)), `"`) + " " + unit)
}

func mustJSON(n Number) []byte {
	data, _ := n.MarshalJSON()
	return data
}

// The crossing of a function that the scale makes linear is exact.
func TestVerif_CrossingIsExactWhereLinear(t *testing.T) {
	s := &BreakevenSummary{Of: OfCostRatio, Level: 1, X: Axis{Scale: logScale, Values: []Number{10, 20, 40, 80}}}
	for _, x := range []struct {
		of    string
		scale string
		row   []Number
		i     int
		want  float64
	}{
		{OfCostRatio, logScale, []Number{0.5, 1, 2, 4}, 2, 20},                            // ratio x/20
		{OfCostRatio, logScale, []Number{0.25, 0.5, 1, 2}, 3, 40},                         // ratio x/40
		{OfCostRatio, logScale, []Number{1, Number(math.Inf(1)), 9, 9}, 1, 10},            // cannot be delivered beyond
		{OfCostRatio, linearScale, []Number{9, 9, 0.5, Number(math.Inf(1))}, 3, 60},       // a dollar buys 2, then 0
		{OfCostRatio, linearScale, []Number{0, Number(math.Inf(1)), 0.5, 0.5}, 1, 15},     // between nothing on either side
		{OfCostRatio, linearScale, []Number{0, 4, 9, 9}, 1, 12.5},                         // the ground cannot deliver
		{OfShareOfRuns, linearScale, []Number{0.9, 0.7, 0.2, 0}, 2, 28},                   // a share
		{OfShareOfRuns, logScale, []Number{0.5, 0.25, 0.2, 0}, 1, 10},                     // on a node
		{OfCostRatio, linearScale, []Number{2, Number(math.Exp(-math.Ln2)), 9, 9}, 1, 15}, // logarithms alike
	} {
		s.Of, s.X.Scale, s.Level = x.of, x.scale, 1
		if x.of == OfShareOfRuns {
			s.Level = 0.5
		}
		if got := float64(s.crossing(x.i, x.row)); math.Abs(got-x.want) > 1e-9 {
			t.Errorf("%v %v: %v, want %v", x.scale, x.row, got, x.want)
		}
	}
}

// A share is that of the draws of a study with both inputs set, and the same
// bytes come from any number of workers.
func TestVerif_BreakevenSharesAreThoseOfAStudy(t *testing.T) {
	o := pinned(2)
	o.Draws, o.Workers = 40, 1
	s := even(t, o, crossable...)
	set := append([]string{"stated.launch_usd_per_kg=" + exactly(s.X.Values[0], s.X.Unit), "stated.specific_power=" + exactly(s.Y.Values[1], s.Y.Unit)}, crossable...)
	c := load(t, "base", set...)
	options := Options{Draws: 40, Seed: 1}
	e, err := draw(context.Background(), c, &options, true, false, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	if want := e.cheaper(2031); float64(s.Grid[1][0]) != want || want == 0 {
		t.Errorf("share %v, a study says %v", s.Grid[1][0], want)
	}
	o.Workers = 3
	if !bytes.Equal(jsonOf(t, s), jsonOf(t, even(t, o, crossable...))) {
		t.Error("three workers give other bytes")
	}
}

func TestBreakevenMistakes(t *testing.T) {
	for _, x := range []struct {
		change func(o *BreakevenOptions)
		want   []string // all at once
	}{
		{func(o *BreakevenOptions) { o.Steps, o.RangeX, o.Year, o.Y = 1, "", 2050, "operator.policy" },
			[]string{"write 2 to 201", "has no range of its own", `"10 $/kg:1000 $/kg"`, "--year: 2050 is not played", "is a choice, not a quantity"}},
		{func(o *BreakevenOptions) { o.Draws, o.X, o.RangeY = 2_000_000, "stated.launch_usd_per_kilo", "5 kW/t" },
			[]string{"at most 1111111", "did you mean", `"5 kW/t" is not a range`}},
		{func(o *BreakevenOptions) { o.RangeX, o.RangeY = "1:3", "50:5 kW/t" }, []string{`"3" has no unit`, "write the lower end first"}},
		{func(o *BreakevenOptions) { o.RangeX, o.Y, o.RangeY = "-5:5 $/kg", "run.horizon", "" }, []string{"stay within 0 $/kg to 1e6", "is how long is played"}},
		{func(o *BreakevenOptions) { o.Y, o.RangeY = o.X, o.RangeX }, []string{"name two inputs"}},
	} {
		o := pinned(3)
		x.change(&o)
		_, err := Breakeven(context.Background(), "base", nil, o)
		var many ledger.Errors
		if !errors.As(err, &many) {
			t.Errorf("%v", err)
		}
		for _, want := range x.want {
			if err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("%v does not say %q", err, want)
			}
		}
	}
}

// An input that a scenario fixes keeps its row's spacing.
func TestBreakevenAxes(t *testing.T) {
	for _, x := range []struct {
		path, span, scale string
		set               []string
	}{
		{"launch.ships.reuse_limit", "", logScale, nil},
		{"launch.ships.reuse_limit", "", logScale, []string{"launch.ships.reuse_limit=30"}},
		{"operator.life", "", linearScale, nil},
		{"operator.life", "2 yr:10 yr", linearScale, nil},
		{"operator.life", "1 yr:10 yr", logScale, nil},
	} {
		c := load(t, "base", x.set...)
		a, err := newAxis(c, "--x", x.path, x.span, 5)
		if err != nil {
			t.Error(err)
			continue
		}
		if a.Scale != x.scale || len(a.Values) != 5 || len(a.si) != 5 {
			t.Errorf("%s %s: %+v", x.path, x.span, a.Axis)
		}
		for i, v := range a.Values {
			if got := a.Place(v); math.Abs(got-float64(i)) > 1e-9 {
				t.Errorf("%s: node %d lies at %v", x.path, i, got)
			}
		}
	}
}
