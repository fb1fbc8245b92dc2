package study

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
)

// The whole bill of an hour is the one that a run of the same seed reports, draw by
// draw, and no number is missing that JSON would show.
func TestVerif_CostsAreTheRuns(t *testing.T) {
	const draws, year = 150, 2033
	s, err := Costs(context.Background(), "base", CostOptions{Year: year, Draws: draws, Seed: 3})
	if err != nil {
		t.Fatal(err)
	}
	if want := int(finance.NumMetrics) * int(finance.NumRungs); len(s.Costs) != want {
		t.Errorf("%d costs, not %d", len(s.Costs), want)
	}
	c, err := dawndusk.Load("base")
	if err != nil {
		t.Fatal(err)
	}
	o := &Options{Draws: draws, Seed: 3}
	e, err := draw(context.Background(), c, o, true, false, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	k := c.Scenario.Run.Headline
	want := map[string]Band{
		"orbit":  band(e.column(func(r *dawndusk.Result) float64 { return r.Years[year-firstYear].OrbitUSDPerHour[k] })),
		"ground": band(e.column(func(r *dawndusk.Result) float64 { return r.Years[year-firstYear].GroundUSDPerHour[k] })),
		"ratio":  band(e.column(func(r *dawndusk.Result) float64 { return e.costRatio(r, year-firstYear) })),
	}
	for i := range s.Costs {
		r := &s.Costs[i]
		if r.Metric != "gpu-hour" || r.Boundary != "finance" {
			continue
		}
		for name, got := range map[string]Band{"orbit": r.Orbit, "ground": r.Ground, "ratio": r.Ratio} {
			for j, pair := range [][2]Number{{got.P10, want[name].P10}, {got.P50, want[name].P50}, {got.P90, want[name].P90}} {
				if math.Abs(float64(pair[0]/pair[1])-1) > 1e-9 {
					t.Errorf("%s, quantile %d: %g, a run has %g", name, j, float64(pair[0]), float64(pair[1]))
				}
			}
		}
	}
}

// Any number of workers tells the same.
func TestVerif_CostsDoNotDependOnWorkers(t *testing.T) {
	tell := func(workers int) *CostSummary {
		s, err := Costs(context.Background(), "base", CostOptions{Told: Told{Metric: "mwh"}, Year: 2030, Draws: 50, Seed: 1, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	one, two := tell(1), tell(2)
	for i := range one.Costs {
		if one.Costs[i] != two.Costs[i] && one.Costs[i].Ratio.P50.Finite() {
			t.Errorf("%+v with one worker, %+v with two", one.Costs[i], two.Costs[i])
		}
	}
}

// Dollars of another year are those of the ledger by the price index, ratios the same.
func TestVerif_MoneyYear(t *testing.T) {
	tell := func(year string) *CostSummary {
		s, err := Costs(context.Background(), "base", CostOptions{Told: Told{Metric: "kw-year", Boundary: "finance", Money: year}, Year: 2035})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	now, then := tell(""), tell("2010")
	want := 218.056 / (321.943 * 1.027) // the index of 2010 and of 2026
	if got := float64(then.Costs[0].Orbit.P50 / now.Costs[0].Orbit.P50); math.Abs(got-want) > 1e-12 || then.MoneyYear != 2010 {
		t.Errorf("%g dollars of %d for one, not %g", got, then.MoneyYear, want)
	}
	if r := float64(then.Costs[0].Ratio.P50 / now.Costs[0].Ratio.P50); math.Abs(r-1) > 1e-12 {
		t.Errorf("the ratio moves by %g", r)
	}
	o := asked("orbit kw-year")
	o.Money = "2010"
	c := compared(t, "base", "promoter", o)
	addsUp(t, "2010", c)
	if got := float64(c.From.Value / now.Costs[0].Orbit.P50); math.Abs(got-want) > 1e-12 || c.MoneyYear != 2010 {
		t.Errorf("compared in dollars of %d at %g", c.MoneyYear, got)
	}
	for _, bad := range []string{"1999", "2027", "x"} {
		if _, err := Costs(context.Background(), "base", CostOptions{Told: Told{Money: bad}, Year: 2035}); err == nil || !strings.Contains(err.Error(), "--money-year") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

// Every mistake comes back at once.
func TestVerif_CostsSayWhatIsWrong(t *testing.T) {
	_, err := Costs(context.Background(), "bse", CostOptions{
		Told: Told{Boundary: "lunch+bus", Metric: "dollars", Interest: "some", Horizon: "5"}, Year: 1, Draws: -1, Set: []string{"orbit.altitude=650"},
	})
	if err == nil {
		t.Fatal("nothing is wrong")
	}
	for _, want := range []string{"--boundary", `"launch"`, "--metric", "--interest", "--horizon", "has no unit", "--year", "--draws"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in\n%v", want, err)
		}
	}
	for _, horizon := range []string{"0 yr", "-1 yr", "1e-9 yr", "1000 yr", "NaN yr", "5 km"} {
		if _, err := Costs(context.Background(), "base", CostOptions{Told: Told{Horizon: horizon}, Year: 2030}); err == nil || !strings.Contains(err.Error(), "--horizon") {
			t.Errorf("%s: %v", horizon, err)
		}
	}
}
