package study

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// quick is a search that takes little.
func quick() OptimiseOptions {
	return OptimiseOptions{Metric: "orbit-cost", Dose: DoseHold, Robust: "median", Year: 2035, Draws: 8, CheckDraws: 16, Evaluations: 50, Steps: 3, Seed: 1}
}

// TestVerif_OptimumIsNoWorseThanAGrid holds the search at central values, with two
// variables, against every node of a dense grid of them, played one by one. It may
// be worse by a thousandth: whole satellites on a flight leave steps narrower than
// any search resolves.
func TestVerif_OptimumIsNoWorseThanAGrid(t *testing.T) {
	o := quick()
	o.Draws, o.Evaluations = 0, 600
	o.Vars = []string{"operator.it_power", "operator.life"}
	s, err := Optimise(context.Background(), "base", nil, o)
	if err != nil {
		t.Fatal(err)
	}
	q := prepared(t, o)
	least, at := math.Inf(1), design{}
	base := q.found.play(context.Background(), q.base, 1)
	q.found.standard(base)
	q.allowed = burdenOf(base)
	const nodes = 41
	for i := range nodes {
		for j := range nodes {
			d := q.base
			d.values = []float64{q.vars[0].at(float64(i) / (nodes - 1)), q.vars[1].at(float64(j) / (nodes - 1))}
			d.options = append([]int(nil), q.base.options...)
			for k, c := range s.Choices {
				for n, name := range q.choices[k].options {
					if name == c.Optimum {
						d.options[k] = n
					}
				}
			}
			played := q.found.play(context.Background(), d, 1)
			if v := played[0].counted; v < least && burdenOf(played).within(q.allowed) {
				least, at = v, d
			}
		}
	}
	if got := float64(s.Optimum.Counted); !(got <= least*1.001) {
		t.Errorf("the search ends at %v, the grid has %v at %v", got, least, at.values)
	}
	if s.Optimum.Counted > s.Base.Counted {
		t.Errorf("the optimum, %v, is worse than the base design, %v", s.Optimum.Counted, s.Base.Counted)
	}
}

// prepared is a quest on the base scenario.
func prepared(t *testing.T, o OptimiseOptions) *quest {
	t.Helper()
	metric, robust, mistakes := o.check()
	c, _, err := loadYear("base", nil, "--year", o.Year, mistakes)
	if err != nil {
		t.Fatal(err)
	}
	vars, mistakes := o.variables(c)
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	q := &quest{o: &o, metric: metric, robust: robust, vars: vars, choices: choicesOf(c)}
	if err := q.plan(nil); err != nil {
		t.Fatal(err)
	}
	short := *c
	short.Scenario.Run.Horizon = dawndusk.ToJuly(o.Year)
	if err := q.prepare(&short); err != nil {
		t.Fatal(err)
	}
	return q
}

// TestVerif_BaseDesignIsTheScenarios: the base design is priced as the study of the
// scenario prices it, draw by draw, though its horizon ends in July.
func TestVerif_BaseDesignIsTheScenarios(t *testing.T) {
	o := quick()
	q := prepared(t, o)
	outcomes := q.found.play(context.Background(), q.base, o.Draws)
	_, short, err := loadYear("base", nil, "--year", o.Year, nil)
	if err != nil {
		t.Fatal(err)
	}
	e, err := draw(context.Background(), short, &Options{Draws: o.Draws, Seed: o.Seed}, true, false, func(int) {})
	if err != nil {
		t.Fatal(err)
	}
	for i := range outcomes {
		x := &outcomes[i]
		// The tables of chips ordered ahead end with the horizon; 1e-3 is far below what a design changes.
		want := e.results[i].Years[o.Year-firstYear].OrbitUSDPerHour[e.headline()]
		if math.IsInf(want, 1) != math.IsInf(x.hourUSD, 1) || math.Abs(x.hourUSD/want-1) > 1e-12 {
			t.Errorf("draw %d: %v $ an hour, not %v", i, x.hourUSD, want)
		}
		if math.IsInf(x.counted, 0) || math.IsNaN(x.counted) || x.counted < x.metric && !math.IsInf(x.metric, 1) {
			t.Errorf("draw %d counts as %v, its metric is %v", i, x.counted, x.metric)
		}
	}
}

// TestVerif_InfeasibleIsGraded: what cannot be had counts as dearer than what can,
// the more the farther it is from it, and never as no number.
func TestVerif_InfeasibleIsGraded(t *testing.T) {
	c := &court{dearest: 10}
	inf := math.Inf(1)
	order := []float64{c.grade(1, 1, 1), c.grade(1, 2, 1), c.grade(9, 3, 1), c.grade(inf, 1, 0.9), c.grade(inf, 1, 0.2), c.grade(math.NaN(), 1, -1)}
	for i := 1; i < len(order); i++ {
		if !(order[i] > order[i-1]) || math.IsInf(order[i], 0) {
			t.Errorf("not in order: %v", order)
		}
	}
	o := quick()
	o.Vars = []string{"operator.it_power=120 kW:9 MW"} // of which no flight carries the largest
	s, err := Optimise(context.Background(), "base", nil, o)
	if err != nil {
		t.Fatal(err)
	}
	sweep := s.Variables[0].Sweep
	if last := sweep[len(sweep)-1]; last.Undelivered != 1 || !last.Counted.Finite() || last.HourUSD.Finite() {
		t.Errorf("a satellite of 9 MW: %+v", last)
	}
	if s.Optimum.Undelivered > 0.5 || s.Optimum.Counted > s.Base.Counted*1.5 {
		t.Errorf("the search was not led back from what cannot fly: %+v", s.Optimum)
	}
}

// TestVerif_DoseRules: where a thinner shield and a longer life only save, a search
// that ignores the dose ends with a thinner shield than the base design's; one that is to hold it ends with a design that holds
// it no less than the base design in the draws of the search, and dearer, as it
// searches among fewer; and one that retires counts what the chain has or more.
func TestVerif_DoseRules(t *testing.T) {
	o := quick()
	o.Draws, o.CheckDraws, o.Evaluations = 32, 32, 120
	o.Vars = []string{"satellite.radiation.max_depth", "operator.life"}
	found := map[string]*OptimiseSummary{}
	for _, o.Dose = range DoseRules {
		s, err := Optimise(context.Background(), "base", chainAlone, o)
		if err != nil {
			t.Fatal(err)
		}
		if found[o.Dose] = s; s.Optimum.SearchDraws > s.Base.SearchDraws {
			t.Errorf("%s: the optimum, %v, is worse than the base design, %v", o.Dose, s.Optimum.SearchDraws, s.Base.SearchDraws)
		}
		if o.Dose != DoseRetire && (s.Optimum.Counted != s.Optimum.Metric || s.Base.Counted != s.Base.Metric || s.Gain != 1-s.Optimum.Metric/s.Base.Metric) {
			t.Errorf("%s: %v and %v count as %v and %v, gain %v", o.Dose, s.Base.Metric, s.Optimum.Metric, s.Base.Counted, s.Optimum.Counted, s.Gain)
		}
	}
	hold, ignore, retire := found[DoseHold], found[DoseIgnore], found[DoseRetire]
	if !hold.DoseKept || ignore.DoseKept {
		t.Errorf("kept: %v where it is to be, %v where it is ignored", hold.DoseKept, ignore.DoseKept)
	}
	if v := &ignore.Variables[0]; v.Optimum >= v.Base || ignore.Optimum.OverDose <= hold.Optimum.OverDose {
		t.Errorf("ignored: a shield of %v mm that does not hold in %v of draws, against %v", v.Optimum, ignore.Optimum.OverDose, hold.Optimum.OverDose)
	}
	if ignore.Optimum.SearchDraws > hold.Optimum.SearchDraws {
		t.Errorf("the search among all designs ends at %v, that among fewer at %v", ignore.Optimum.SearchDraws, hold.Optimum.SearchDraws)
	}
	if retire.Base.Metric != ignore.Base.Metric || retire.Base.Counted <= retire.Base.Metric {
		t.Errorf("retired: the base counts as %v, the chain has %v and %v", retire.Base.Counted, retire.Base.Metric, ignore.Base.Metric)
	}
}

// TestVerif_BurdenIsGraded: of what holds no less than is allowed the number
// counts as it is; anything else is dearer than what cannot be had at all, the more
// the less it holds.
func TestVerif_BurdenIsGraded(t *testing.T) {
	c := &court{dose: DoseHold, dearest: 10}
	played := []outcome{{closed: true, overdose: 1}, {closed: true, overdose: 3}, {overdose: 1}, {closed: true, overdose: 1}}
	allowed := burdenOf(played)
	if allowed != (burden{0.5, 1.5}) {
		t.Errorf("%+v", allowed)
	}
	if v := c.admit(7, allowed, allowed); v != 7 {
		t.Errorf("as much as is allowed counts as %v", v)
	}
	if v := c.admit(7, burden{0.25, 1.2}, allowed); v != 7 {
		t.Errorf("less than is allowed counts as %v", v)
	}
	order := []float64{c.grade(math.Inf(1), 1, -1), c.admit(9, burden{0.5, 1.6}, allowed), c.admit(8, burden{0.5, 3}, allowed), c.admit(7, burden{0.7, 4}, allowed), c.admit(6, burden{1, 1e9}, allowed)}
	for i := 1; i < len(order); i++ {
		if !(order[i] > order[i-1]) || math.IsInf(order[i], 0) {
			t.Errorf("not in order: %v", order)
		}
	}
	for _, c.dose = range []string{DoseIgnore, DoseRetire} {
		if v := c.admit(7, burden{1, 9}, allowed); v != 7 {
			t.Errorf("%s: counts as %v", c.dose, v)
		}
	}
}

// TestVerif_OptimiseIsDeterministic: the same bytes for one worker and for two.
func TestVerif_OptimiseIsDeterministic(t *testing.T) {
	text := func(workers int, seed uint64) string {
		o := quick()
		o.Workers, o.Seed = workers, seed
		o.Vars = []string{"operator.it_power", "operator.life", "orbit.inclined_altitude"}
		s, err := Optimise(context.Background(), "base", nil, o)
		if err != nil {
			t.Fatal(err)
		}
		b, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	one := text(1, 1)
	if two := text(2, 1); one != two {
		t.Errorf("one worker and two differ:\n%s\n%s", one, two)
	}
	if text(2, 2) == one {
		t.Error("another seed gives the same bytes")
	}
}

// TestVerif_GainOfKnownDraws sets the gain and its error against closed forms: of a
// mean of paired draws the error is that of the paired differences.
func TestVerif_GainOfKnownDraws(t *testing.T) {
	const n = 400
	from, to := make([]outcome, n), make([]outcome, n)
	var sum, squares float64
	for i := range n {
		a := 10 + math.Sin(float64(i)) // draws that vary alike in both designs
		d := 1 + 0.5*math.Cos(float64(3*i))
		from[i].counted, to[i].counted = a, a-d
		sum += d
		squares += d * d
	}
	mean := sum / n
	deviation := math.Sqrt((squares/n-mean*mean)/n) / 10 // of the mean saving, over 10
	gain, se := Robust{Mean: true}.gain(from, to, 1, false)
	// 500 resamples know a standard error to 1/√1000 = 3 %: three of those.
	if math.Abs(gain-mean/10) > 1e-3 || math.Abs(se/deviation-1) > 0.1 {
		t.Errorf("gain %v ± %v, not %v ± %v", gain, se, mean/10, deviation)
	}
	if gain, se = (Robust{Share: 0.5}).gain(from, from, 1, false); gain != 0 || se != 0 {
		t.Errorf("a design gains %v ± %v over itself", gain, se)
	}
	if saved(0.5, 0.25, true) != 1 || saved(0.5, 0.25, false) != 0.5 {
		t.Error("half the mass by watt is twice the watts by mass, and half the cost saves half")
	}
}

func TestOptimiseMistakes(t *testing.T) {
	o := OptimiseOptions{Metric: "beauty", Dose: "forget", Robust: "p100", Year: 2090, Draws: 3, CheckDraws: 1, Evaluations: 2, Steps: 1, Vars: []string{
		"operator.lif", "finance.wacc", "satellite.eclipse_mode", "operator.policy", "operator.life=7 yr:4 yr", "orbit.altitude=500 km:9000 km",
		"operator.it_power=100", "satellite.armour.particle", "satellite.armour.particle", "satellite.radiation.dose_margin",
	}}
	_, err := Optimise(context.Background(), "base", nil, o)
	var many ledger.Errors
	if !errors.As(err, &many) {
		t.Fatal(err)
	}
	text := many.Error()
	for _, want := range []string{
		`--metric: "beauty" is no metric of a design; write one of orbit-cost`, `--robust: "p100"`, `--dose: "forget" is no rule for satellites that do not hold their dose; write one of hold, ignore, retire`, "--year: 2090 is not played", "--draws: 3 draws", "--check: 1 draws", "--evaluations: 2 designs", "--steps: 1 designs",
		`--var operator.lif: no such input; did you mean "operator.life"?`, "--var finance.wacc: is drawn, not designed; the design variables are operator.it_power",
		"--var satellite.eclipse_mode: is a choice, not a quantity", "--var operator.policy: is no choice of a satellite's designer", "--var operator.life: a range from 7 yr to 4 yr; write the lower end first",
		"--var orbit.altitude: 500 km to 9,000 km leaves its limits; stay within 300 km to 2000 km", "--var operator.it_power: ", "--var satellite.armour.particle: is named twice", "--var satellite.radiation.dose_margin: is no choice",
	} {
		if !strings.Contains(strings.ReplaceAll(text, "9000 km", "9,000 km"), want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
}

// TestOptimiseStops: Ctrl-C ends a search that would take days.
func TestOptimiseStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := quick()
	o.Draws, o.Evaluations = 1000, 10_000
	o.Progress = func(done, _ int) {
		if done > 20 {
			cancel()
		}
	}
	if s, err := Optimise(ctx, "base", nil, o); s != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", s, err)
	}
}

// TestDesignVariablesAreDesignRows: what the command offers to search is not drawn
// in base, is a quantity, and has a range within its limits.
func TestDesignVariablesAreDesignRows(t *testing.T) {
	o := quick()
	for _, v := range DesignVariables {
		o.Vars = append(o.Vars, v.Path)
		if v.Because == "" {
			t.Errorf("%s: no reason", v.Path)
		}
	}
	for i := range DesignMetrics {
		o.Metric = DesignMetrics[i].Name
		q := prepared(t, o)
		for k := range q.vars {
			v := &q.vars[k]
			if v.at(0) < v.min || v.at(1) > v.max || !v.whole && math.Abs(v.place(v.at(0.5))-0.5) > 1e-12 {
				t.Errorf("%s: %v to %v", v.Path, v.at(0), v.at(1))
			}
		}
		for _, x := range q.found.play(context.Background(), q.base, 4) {
			if math.IsNaN(x.metric) {
				t.Errorf("%s is no number", o.Metric)
			}
		}
	}
}
