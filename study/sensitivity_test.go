package study

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// few is the least that can be asked for.
func few() SensitivityOptions {
	return SensitivityOptions{Rows: MinRows, By: ByInput, Inputs: 2, Of: "cost-ratio", Year: 2030, Seed: 1}
}

func shared(t testing.TB, o SensitivityOptions, set ...string) *SensitivitySummary {
	t.Helper()
	s, err := Sensitivity(context.Background(), "base", set, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func jsonOf(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// The same scenario, seed and rows give the same bytes on any number of workers
// and processors.
func TestVerif_SensitivityIsTheSame(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []byte
	for _, x := range []struct{ processors, workers int }{{1, 1}, {2, 2}, {2, 3}} {
		runtime.GOMAXPROCS(x.processors)
		o := few()
		o.Workers = x.workers
		data := jsonOf(t, shared(t, o))
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatalf("%d processors and %d workers give other bytes", x.processors, x.workers)
		}
	}
	o := few()
	o.Seed = 2
	if bytes.Equal(first, jsonOf(t, shared(t, o))) {
		t.Error("another seed gives the same bytes")
	}
}

// Groups hold everything that varies once, and inputs that are correlated with
// one another are never apart.
func TestVerif_GroupsCoverWhatVaries(t *testing.T) {
	for _, set := range [][]string{nil, {"launch.ships.first_reuse=2028", "finance.wacc=9 %/yr"}, {"market.training.price_fall=20 %/yr", "market.batch.price_fall=20 %/yr"}} {
		c := load(t, "base", set...)
		inputs, _, err := compile(c, 1, true)
		if err != nil {
			t.Fatal(err)
		}
		varies := map[string]bool{}
		for i := range c.Book.Rows {
			if d := ledger.Compile(&c.Book.Rows[i]); d.Drawn() && inChain(&c.Scenario, c.Book.Rows[i].Path) {
				varies[c.Book.Rows[i].Path] = true
			}
		}
		strength := make([]float64, len(inputs))
		for k := range strength {
			strength[k] = float64(k % 7)
		}
		for _, o := range []SensitivityOptions{{By: ByInput, Inputs: 20}, {By: ByInput}, {By: ByInput, Inputs: 10000}, {By: ByChapter}} {
			p := newGrouping(c, inputs)
			groups := p.groups(&o, strength)
			if len(groups) != p.count(&o) {
				t.Errorf("%v: %d groups, planned %d", o, len(groups), p.count(&o))
			}
			of, luck := map[string]int{}, 0
			for i, g := range groups {
				if g.chance {
					luck++
				}
				if g.chance != (len(g.at) == 0) || g.name == "" || g.what == "" {
					t.Errorf("group %+v", g)
				}
				for _, path := range p.paths(g) {
					if _, twice := of[path]; twice || !varies[path] {
						t.Errorf("%s is in two groups, or does not vary", path)
					}
					of[path] = i
				}
			}
			if len(of) != len(varies) || luck != 1 {
				t.Errorf("%d inputs in groups, %d vary; chance is in %d", len(of), len(varies), luck)
			}
			for _, k := range c.Book.Correlations {
				for _, pair := range k.Pairs {
					if varies[pair.A] && varies[pair.B] && of[pair.A] != of[pair.B] {
						t.Errorf("%s and %s are correlated and apart", pair.A, pair.B)
					}
				}
			}
		}
	}
}

// designed returns a design of the base.
func designed(t *testing.T, o *SensitivityOptions) (*saltelli, *grouping) {
	t.Helper()
	c := load(t, "base", "run.horizon=5 yr")
	inputs, copula, err := compile(c, o.Seed, true)
	if err != nil {
		t.Fatal(err)
	}
	return &saltelli{
		o: o, orders: rowOrders(c, inputs, o), tick: func(int) {},
		worker: func() *worker { return newWorker(c, inputs, copula, o.Seed) },
		value:  func(r *dawndusk.Result) float64 { return r.Years[4].GroundGW + r.Years[4].Flights },
	}, newGrouping(c, inputs)
}

// Rows of A with nothing taken from B are A, and with all and the luck taken are
// B, bit by bit, whatever was swapped before.
func TestVerif_SwappedRows(t *testing.T) {
	o := few()
	d, p := designed(t, &o)
	base, err := d.base(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	groups := []inputGroup{{at: p.single[:9]}, {}, {at: append(slices.Clone(p.single), p.blocks[0].at...)}, {chance: true}, {}}
	all := inputGroup{chance: true}
	for k := range p.inputs {
		all.at = append(all.at, k)
	}
	swapped, err := d.swapped(context.Background(), append(groups, all))
	if err != nil {
		t.Fatal(err)
	}
	a, b := base[:o.Rows], base[o.Rows:]
	if !slices.Equal(swapped[1], a) || !slices.Equal(swapped[4], a) || !slices.Equal(swapped[5], b) {
		t.Error("nothing swapped is not A, or all swapped is not B")
	}
	if slices.Equal(swapped[0], a) || slices.Equal(swapped[2], b) || slices.Equal(swapped[3], a) {
		t.Error("a group swapped changes nothing")
	}
}

// Over A and B an input has the very values that a study of as many draws gives
// it, and correlated inputs the correlation of a study, within 4.5/√n.
func TestVerif_RowsAreDrawsOfAStudy(t *testing.T) {
	o := few()
	o.Rows = 512
	d, p := designed(t, &o)
	w := d.worker()
	in := make([][2][]float64, len(p.inputs)) // of rows and of draws
	for i := range 2 * o.Rows {
		d.draw(w, i)
		for k, leaf := range w.leaves {
			in[k][0] = append(in[k][0], *leaf)
		}
		w.draw(i)
		for k, leaf := range w.leaves {
			in[k][1] = append(in[k][1], *leaf)
		}
	}
	block := p.blocks[slices.IndexFunc(p.blocks, func(g inputGroup) bool { return g.name == "Starship progress" })].at
	n := float64(2 * o.Rows)
	order := make([]int32, 2*o.Rows)
	var ranked [2][2][]float64
	for m := range ranked {
		for i, k := range block[:2] {
			ranked[m][i] = slices.Clone(in[k][m])
			ranks(ranked[m][i], order)
		}
	}
	if r, s := correlation(ranked[0][0], ranked[0][1]), correlation(ranked[1][0], ranked[1][1]); math.Abs(r-s) > 4.5*math.Sqrt(2/n) || math.Abs(s) < 0.2 {
		t.Errorf("%s and %s: correlation %.3f in rows, %.3f in draws", p.path(block[0]), p.path(block[1]), r, s)
	}
	for _, k := range p.single {
		if slices.Equal(in[k][0], in[k][1]) {
			t.Errorf("%s is not in an order of its own", p.path(k))
		}
		slices.Sort(in[k][0])
		slices.Sort(in[k][1])
		if !slices.Equal(in[k][0], in[k][1]) {
			t.Errorf("%s has other values than in a study", p.path(k))
		}
	}
}

// What happens after the year of the number does not change its indices.
func TestVerif_SensitivityDoesNotSeeBeyondItsYear(t *testing.T) {
	a, b := shared(t, few(), "run.horizon=5 yr"), shared(t, few(), "run.horizon=9 yr")
	if !bytes.Equal(jsonOf(t, a.Groups), jsonOf(t, b.Groups)) || a.Value != b.Value {
		t.Error("indices depend on the horizon")
	}
	if !slices.IsSortedFunc(a.Groups, func(x, y SensitivityGroup) int { return int(math.Copysign(1, float64(y.Total.Value-x.Total.Value))) }) {
		t.Error("groups are not sorted by their total index")
	}
	if a.Draws != a.Rows*(len(a.Groups)+2) {
		t.Errorf("%d draws of %d rows and %d groups", a.Draws, a.Rows, len(a.Groups))
	}
}

// A rank keeps the order, puts what does not exist at the end and shares the mean
// of equals; logarithms are taken only where all exist.
func TestVerif_Rescale(t *testing.T) {
	inf := math.Inf(1)
	base, swapped := []float64{3, inf, 1, 3}, [][]float64{{2, inf, 0}}
	if none := rescale(base, swapped, false); none != 3 {
		t.Errorf("%d values without a logarithm, not 3", none)
	}
	if want := []float64{0.5, 0.875, 0.125, 0.5}; !slices.Equal(base, want) {
		t.Errorf("ranks %v, not %v", base, want)
	}
	if want := []float64{0.25, 0.875, 0}; !slices.Equal(swapped[0], want) {
		t.Errorf("ranks %v, not %v", swapped[0], want)
	}
	base, swapped = []float64{1, math.E}, [][]float64{{1}}
	if none := rescale(base, swapped, false); none != 0 || math.Abs(base[1]-1) > 1e-15 || base[0] != 0 {
		t.Errorf("logarithms %v", base)
	}
	base = []float64{1, 2}
	if rescale(base, nil, true); base[0] != 0.25 || base[1] != 0.75 {
		t.Errorf("ranks %v though they were asked for", base)
	}
}

// Each headline can be asked for, and a number that is the same in all draws has
// no indices.
func TestVerif_SensitivityOfEveryHeadline(t *testing.T) {
	for _, h := range Headlines {
		o := few()
		o.Inputs, o.Year, o.Of = 0, 2028, h.Name
		s := shared(t, o)
		for _, g := range s.Groups {
			if !g.Total.Value.Finite() || g.Total.Value < 0 || g.Total.Value > 2 {
				t.Errorf("%s: %s has the total index %v", h.Name, g.Name, g.Total)
			}
		}
	}
	o := few()
	o.Of = "orbit-gw"
	s, err := Sensitivity(context.Background(), "ground-only", nil, o)
	if err != nil {
		t.Fatal(err)
	}
	if s.FirstOrderSum.Value.Finite() || s.NoValueFraction != 1 || s.Scale != "rank" {
		t.Errorf("no satellites, yet %+v", s)
	}
	jsonOf(t, s)
}

// All mistakes at once, and a stop is a stop.
func TestVerif_SensitivityRefuses(t *testing.T) {
	o := SensitivityOptions{Rows: MinRows - 1, By: "kind", Inputs: -1, Of: "cost", Year: 2060}
	planned := false
	o.Planned = func(SensitivityPlan) { planned = true }
	_, err := Sensitivity(context.Background(), "base", nil, o)
	var mistakes ledger.Errors
	if !errors.As(err, &mistakes) || len(mistakes) != 5 || planned {
		t.Errorf("%v", err)
	}
	_, err = Sensitivity(context.Background(), "nowhere", []string{"nonsense"}, o)
	if !errors.As(err, &mistakes) || !strings.Contains(err.Error(), "no such scenario") || !strings.Contains(err.Error(), "--of") {
		t.Errorf("%v", err)
	}
	o = few()
	o.Rows, o.Inputs = MaxSensitivityDraws, -1
	if _, err = Sensitivity(context.Background(), "base", nil, o); !errors.As(err, &mistakes) || len(mistakes) != 2 || !strings.Contains(err.Error(), "too many") {
		t.Errorf("%v", err)
	}
	o = few()
	o.Rows = 4096
	ctx, cancel := context.WithCancel(context.Background())
	o.Progress = func(done, total int) { cancel() }
	if _, err = Sensitivity(ctx, "base", nil, o); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled analysis says %v", err)
	}
	last, all := 0, 0
	o = few()
	o.Progress = func(done, total int) { last, all = done, total }
	if s := shared(t, o); last != all || all != s.Draws {
		t.Errorf("%d of %d draws reported, %d played", last, all, s.Draws)
	}
}

// BenchmarkSensitivity is the base with its 20 strongest inputs, about 10,000
// draws in all.
func BenchmarkSensitivity(b *testing.B) {
	for b.Loop() {
		o := few()
		o.Rows, o.Inputs, o.Year = 357, 20, 2035
		s := shared(b, o)
		b.ReportMetric(float64(s.Draws), "draws/op")
	}
}
