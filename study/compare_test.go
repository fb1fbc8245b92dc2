package study

import (
	"bytes"
	"context"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
)

// asked is what most comparisons here ask, in few draws: "ratio", or a side and a
// metric.
func asked(what string) CompareOptions {
	of, metric, _ := strings.Cut(what, " ")
	return CompareOptions{Told: Told{Metric: metric}, Of: of, Permutations: 8, Seed: 1}
}

func compared(t testing.TB, a, b string, o CompareOptions) *Comparison {
	t.Helper()
	c, err := Compare(context.Background(), a, b, o)
	if err != nil {
		t.Fatalf("%s, %s: %v", a, b, err)
	}
	return c
}

// addsUp holds the parts to the whole, and each part's inputs to the part.
func addsUp(t *testing.T, name string, c *Comparison) {
	t.Helper()
	whole := float64(c.Difference)
	if c.Of == "ratio" {
		whole = math.Log(float64(c.To.Value / c.From.Value))
	}
	near := func(sum, want float64) bool { return math.Abs(sum-want) <= 1e-9*math.Abs(whole) }
	sum, product, part := 0.0, 1.0, 0.0
	for _, p := range c.Parts {
		sum += float64(p.Contribution)
		product *= float64(p.Factor)
		part += float64(p.Share)
		inputs := 0.0
		for _, q := range p.Inputs {
			inputs += float64(q.Contribution)
		}
		if len(p.Inputs) > 0 && !near(inputs, float64(p.Contribution)) {
			t.Errorf("%s: inputs of %s sum to %g, not %g", name, p.Name, inputs, float64(p.Contribution))
		}
		if v := float64(p.Contribution); math.IsNaN(v) || math.IsInf(v, 0) {
			t.Errorf("%s: %s contributes %g", name, p.Name, v)
		}
	}
	if !near(sum, whole) {
		t.Errorf("%s: parts sum to %g, not %g", name, sum, whole)
	}
	if whole != 0 && math.Abs(part-1) > 1e-9 {
		t.Errorf("%s: shares sum to %g", name, part)
	}
	if c.Of == "ratio" && math.Abs(product-float64(c.Factor)) > 1e-9*float64(c.Factor) {
		t.Errorf("%s: factors multiply to %g, not %g", name, product, float64(c.Factor))
	}
}

// Parts add up to the difference for all pairs of shipped scenarios.
func TestVerif_PartsAddUp(t *testing.T) {
	names := dawndusk.Shipped()
	numbers := []string{"ratio", "orbit gpu-hour", "ground kw-year", "ratio capital", "orbit npv", "ratio ownership", "ground m-tokens", "orbit pflop-hour"}
	metrics := 0
	for i, a := range names {
		for j := i + 1; j < len(names); j++ {
			what := numbers[metrics%len(numbers)]
			o := asked(what)
			metrics++
			o.ByInput = metrics%7 != 0
			if o.Boundary = Boundaries[metrics%len(Boundaries)]; o.Boundary == "launch" { // the ground pays none
				o.Boundary = "power"
			}
			c, err := Compare(context.Background(), a, names[j], o)
			if err != nil {
				t.Errorf("%s, %s, %s: %v", a, names[j], what, err)
				continue
			}
			addsUp(t, a+", "+names[j]+", "+what, c)
		}
	}
}

// The other way round every sign turns, in orders drawn too.
func TestVerif_CompareTurns(t *testing.T) {
	for _, o := range []CompareOptions{asked("ratio"), asked("orbit gpu-hour")} {
		o.ByInput = o.Of == "orbit"
		there, back := compared(t, "base", "skeptic", o), compared(t, "skeptic", "base", o)
		addsUp(t, "there", there)
		addsUp(t, "back", back)
		of := map[string]Part{}
		for _, p := range back.Parts {
			of[p.Name] = p
			for _, q := range p.Inputs {
				of[q.Name] = q
			}
		}
		turned := func(p Part) {
			q := of[p.Name]
			if math.Abs(float64(p.Contribution+q.Contribution)) > 1e-9*math.Abs(float64(there.Difference)) || p.From != q.To || p.To != q.From {
				t.Errorf("%s: %g there, %g back", p.Name, float64(p.Contribution), float64(q.Contribution))
			}
		}
		for _, p := range there.Parts {
			turned(p)
			for _, q := range p.Inputs {
				turned(q)
			}
		}
	}
}

// Any number of workers gives the same bytes; another seed others.
func TestVerif_CompareSameBytes(t *testing.T) {
	var first []byte
	for _, workers := range []int{1, 3} {
		o := asked("ratio")
		o.ByInput, o.Workers = true, workers
		data, err := json.Marshal(compared(t, "base", "skeptic", o))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Errorf("%d workers give other bytes", workers)
		}
	}
}

// One input alone makes the whole difference, whatever is asked; its value is
// what a run with it says.
func TestVerif_OneInputIsTheWholeDifference(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "one.yaml")
	if err := os.WriteFile(file, []byte("satellite: {array: {usd_per_watt: 1 $/W}}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, metric := range []string{"ratio", "orbit", "orbit kw-year", "ratio capital", "orbit npv"} {
		c := compared(t, "base", file, asked(metric))
		addsUp(t, metric, c)
		if len(c.Parts) != 1 || c.Parts[0].Name != "satellite" || c.Parts[0].Inputs[0].Name != "satellite.array.usd_per_watt" || c.Mixtures != 2 || c.Permutations != 0 {
			t.Errorf("%s: %+v", metric, c)
		}
		if c.Parts[0].Inputs[0].To != "1 $/W" || c.Parts[0].StandardError != 0 {
			t.Errorf("%s: %+v", metric, c.Parts[0].Inputs[0])
		}
	}
	c, err := dawndusk.Load(file)
	if err != nil {
		t.Fatal(err)
	}
	var e dawndusk.Enterprise
	var r dawndusk.Result
	e.Run(&c.Scenario, dawndusk.EvenChance(), &r)
	y, k := &r.Years[dawndusk.LadderYear-firstYear], c.Scenario.Run.Headline
	for what, want := range map[string]float64{
		"ratio": y.OrbitUSDPerHour[k] / y.GroundUSDPerHour[k], "orbit": y.OrbitUSDPerHour[k], "ground gpu-hour": y.GroundUSDPerHour[k],
		"orbit kw-year": 1e3 * r.Ladder[dawndusk.Orbit].RentUSDPerWattYear, "ground kw-year": 1e3 * r.Ladder[dawndusk.Ground].RentUSDPerWattYear,
	} {
		if got := float64(compared(t, "base", file, asked(what)).To.Value); math.Abs(got-want) > 1e-9*want {
			t.Errorf("%s: %g, the run says %g", what, got, want)
		}
	}
}

// A side's own convention is a group: alone it makes the whole difference, and what
// is asked of both takes it away.
func TestVerif_ConventionIsAGroup(t *testing.T) {
	x, err := standOf(nil, "base", nil)
	if err != nil {
		t.Fatal(err)
	}
	y := *x
	y.Told, y.year = Told{Boundary: "power+bus+chips", Interest: "none", Horizon: "3 yr", Payments: "12"}, 2033
	o := asked("orbit kw-year")
	x.Metric, y.Metric = o.Metric, o.Metric
	c, err := compare(context.Background(), x, &y, &o)
	if err != nil {
		t.Fatal(err)
	}
	addsUp(t, "convention", c)
	if len(c.Parts) != 1 || c.Parts[0].Name != "convention" || len(c.Parts[0].Inputs) != 5 || c.Mixtures != 32 {
		t.Fatalf("%d mixtures, %+v", c.Mixtures, c.Parts)
	}
	if c.To.Boundary != "power+bus+chips" || c.To.Interest != "none" || c.To.HorizonYears != 3 || c.To.Payments != 12 || c.To.Year != 2033 || c.From.Boundary != "finance" {
		t.Errorf("%+v", c.To)
	}
	o.Told, o.Year = Told{Boundary: "finance", Metric: "kw-year", Interest: "apart", Horizon: "5 yr", Payments: "1"}, 2034
	if err := o.agree(x, &y); err != nil {
		t.Fatal(err)
	}
	if c, err = compare(context.Background(), x, &y, &o); err != nil || len(c.Parts) != 0 || c.Difference != 0 {
		t.Errorf("%v, %+v", err, c)
	}
}

// Switches and pins are groups of their own; what is the same is no player; what
// differs in its range alone is counted.
func TestVerif_Groups(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mixed.yaml")
	text := `
run: {headline: inference, horizon: 15 yr}
operator: {policy: hurdle, hurdle_margin: 40 %}
orbit: {altitude: 700 km}
stated: {payload: 80 t}
finance: {wacc: {value: 9 %/yr, range: [1 %/yr, 20 %/yr], dist: triangular}}
`
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	c := compared(t, "base", file, asked("orbit"))
	addsUp(t, "mixed", c)
	got := map[string]int{}
	for _, p := range c.Parts {
		got[p.Name] = len(p.Inputs)
	}
	if got["switches"] != 4 || got["stated"] != 1 || got["operator"] != 1 || c.From.Product != "batch" || c.To.Product != "inference" {
		t.Errorf("%v, %s, %s", got, c.From.Product, c.To.Product)
	}
	for _, p := range c.Parts {
		if p.Name == "stated" && p.Inputs[0].From != "derived" {
			t.Errorf("a pin comes from %q", p.Inputs[0].From)
		}
	}
	same := compared(t, "base", "base", asked("ratio"))
	if len(same.Parts) != 0 || same.Mixtures != 1 || same.Difference != 0 {
		t.Errorf("base against itself: %+v", same)
	}
}

// Where a mixture can deliver nothing, what a dollar buys is shared out: the same
// whole, the ends as they are, every part finite. Here a large satellite and a
// small flight go together in neither scenario, and in a mixture not at all.
func TestVerif_MixtureThatCannotDeliver(t *testing.T) {
	dir := t.TempDir()
	large, small := filepath.Join(dir, "large.yaml"), filepath.Join(dir, "small.yaml")
	for file, text := range map[string]string{
		large: "operator: {it_power: 2 MW}\nstated: {payload: 200 t, specific_power: 20 kW/t}\nfinance: {wacc: 9 %/yr}\n",
		small: "operator: {it_power: 100 kW}\nstated: {payload: 20 t, specific_power: 20 kW/t}\nfinance: {wacc: 10 %/yr}\n",
	} {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, metric := range []string{"ratio", "orbit gpu-hour", "ratio pflop-hour"} {
		c, back := compared(t, large, small, asked(metric)), compared(t, small, large, asked(metric))
		if c.CannotDeliver == 0 || c.WorkedIn != "reciprocal" {
			t.Fatalf("%s: %d of %d mixtures cannot deliver, worked in the %s", metric, c.CannotDeliver, c.Mixtures, c.WorkedIn)
		}
		addsUp(t, metric, c)
		for _, p := range c.Parts {
			for _, q := range back.Parts {
				if p.Name == q.Name && math.Abs(float64(p.Contribution+q.Contribution)) > 1e-9*math.Abs(float64(c.Difference)) {
					t.Errorf("%s, %s: %g there, %g back", metric, p.Name, float64(p.Contribution), float64(q.Contribution))
				}
			}
		}
	}
}

// The reciprocal's shares, worked by hand: costs 4 and 2, and of the two mixtures
// one costs 1 and one cannot be had. In hours by dollar ¼, 1, 0, ½: φ is
// ½[(1−¼)+(½−0)] = ⅝ and ½[(0−¼)+(½−1)] = −⅜, times −4·2.
func TestVerif_ReciprocalByHand(t *testing.T) {
	inf := math.Inf(1)
	worth := map[uint64]float64{0: 4, 1: 1, 2: inf, 3: 2}
	for of, want := range map[string][]float64{
		"orbit": {-5, 3},
		"ratio": {-math.Ln2 * 2.5, math.Ln2 * 1.5}, // in the same proportion of ln ½
	} {
		x := &mixer{o: &CompareOptions{Of: of}, worth: map[coalition]float64{}}
		var list []coalition
		for c, v := range worth {
			x.worth[coalition{c}] = v
			list = append(list, coalition{c})
		}
		s, err := x.scale(list, 4, 2)
		if err != nil {
			t.Fatal(err)
		}
		_, got := owen(alone(2), orders{8, 1}, func(c coalition) float64 { return s.of(x.worth[c]) })
		s.settle(got)
		if !alike(values(got), want, 1e-14) || s.infinite != 1 {
			t.Errorf("%s: %v, want %v", of, values(got), want)
		}
	}
}

// What cannot be shared out is refused, and the mixture named.
func TestVerif_ScaleRefuses(t *testing.T) {
	for _, bad := range []struct {
		of   string
		v, w float64
		want string
	}{
		{"ratio", 0, 1, "no such number"},
		{"ratio", math.NaN(), 1, "no such number"},
		{"orbit", 0, math.Inf(1), "costs nothing"},
	} {
		x := &mixer{a: &stand{name: "base"}, b: &stand{name: "base"}, o: &CompareOptions{Of: bad.of}, list: []player{{group: "launch"}, {group: "fleet"}}, worth: map[coalition]float64{{1}: bad.v, {3}: bad.w}}
		_, err := x.scale([]coalition{{1}, {3}}, 1, 2)
		if err == nil || !strings.Contains(err.Error(), bad.want) || !strings.Contains(err.Error(), "inputs of launch from") {
			t.Errorf("%s, %g: %v", bad.of, bad.v, err)
		}
	}
}

// What was asked wrongly is said at once, with what would be right.
func TestVerif_CompareRefuses(t *testing.T) {
	dir := t.TempDir()
	grounded := filepath.Join(dir, "grounded.yaml")
	if err := os.WriteFile(grounded, []byte("stated: {payload: 0 t}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	with := func(metric string, change func(o *CompareOptions)) CompareOptions {
		o := asked(metric)
		change(&o)
		return o
	}
	same := func(*CompareOptions) {}
	for _, bad := range []struct {
		a, b string
		o    CompareOptions
		want []string
	}{
		{"base", "promoter", with("lcoc", same), []string{"--of", "ratio, orbit, ground"}},
		{"base", "promoter", with("orbit dollars", same), []string{"--metric", "capital, ownership"}},
		{"base", "promoter", with("ratio npv", same), []string{"no ratio", "--of orbit"}},
		{"base", "promoter", with("ratio", func(o *CompareOptions) { o.Year = 2025 }), []string{"--year", "2026 to"}},
		{"base", "promoter", with("ratio", func(o *CompareOptions) { o.Boundary = "launch" }), []string{"base gpu-hour: the ground pays nothing within launch", "wider --boundary"}},
		{"base", "promoter", with("orbit", func(o *CompareOptions) { o.Boundary = "chip" }), []string{"--boundary", `did you mean "chips"`}},
		{"base", "promoter", with("ratio", func(o *CompareOptions) { o.Permutations = 9 }), []string{"--permutations", "even"}},
		{"base", "promoter", with("lcoc", func(o *CompareOptions) { o.Permutations, o.Boundary, o.Interest, o.Horizon = 0, "x", "y", "z" }),
			[]string{"--of", "--permutations", "--boundary", "--interest", "--horizon"}},
		{"bse", "prom", with("x", same), []string{"--of", "bse: no such scenario", "prom: no such scenario"}},
		{"base", "promoter", with("ratio", func(o *CompareOptions) { o.Set = []string{"orbit.altitud=3 km"} }), []string{"did you mean \"orbit.altitude\""}},
		{"base", "promoter", with("ratio", func(o *CompareOptions) { o.Year = 2050 }), []string{"base gpu-hour: its run of 20 yr ends before July 2050", "promoter gpu-hour", "--year 2045"}},
		{"base", grounded, asked("ratio"), []string{"grounded gpu-hour: no flight reaches the orbit with a payload in July 2035", "try --of ground"}},
		{grounded, "base", asked("orbit kw-year"), []string{"grounded kw-year: no flight reaches"}},
		{"base", "promoter", with("orbit", func(o *CompareOptions) { o.Set = []string{"operator.it_power=10 MW"} }), []string{"not one fits on a flight of"}},
		{"base", "tether", asked("ratio"), []string{"tether: this study does not compare"}},
	} {
		c, err := Compare(context.Background(), bad.a, bad.b, bad.o)
		if err == nil {
			t.Errorf("%s, %s, %+v: gives %+v", bad.a, bad.b, bad.o, c)
			continue
		}
		for _, w := range bad.want {
			if !strings.Contains(err.Error(), w) {
				t.Errorf("%q does not say %q", err, w)
			}
		}
	}
	if _, err := Compare(context.Background(), "base", grounded, asked("ground")); err != nil {
		t.Errorf("the ground can be compared without flights: %v", err)
	}
}

// A comparison that is interrupted says so.
func TestVerif_CompareStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Compare(ctx, "base", "promoter", asked("ratio")); err != context.Canceled {
		t.Errorf("%v", err)
	}
}

// BenchmarkCompare is the comparison of base and promoter as the command makes it.
func BenchmarkCompare(b *testing.B) {
	o := asked("ratio")
	o.Permutations = 200
	for b.Loop() {
		compared(b, "base", "promoter", o)
	}
}
