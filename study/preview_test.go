package study

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"reflect"
	"testing"
)

// beside are the keys of a summary that need more than a scenario's own draws.
var beside = []string{"priors", "policies", "launch_bases", "correlations_off", "costs", "cost_draws", "chapter_draws", "moon", "company", "lab", "events", "claims"}

func previews(t testing.TB, name string, o Options, stages []int, set ...string) (all []map[string]json.RawMessage) {
	t.Helper()
	err := Previews(context.Background(), name, set, o, stages, func(p *Preview) error {
		text, err := json.Marshal(p)
		if err != nil {
			return err
		}
		all = append(all, nil)
		return json.Unmarshal(text, &all[len(all)-1])
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Each preview is, to the digit, the part that is its own of a run of as many draws.
func TestVerif_PreviewsAreRuns(t *testing.T) {
	for _, x := range []struct {
		scenario string
		seed     uint64
		stages   []int
		set      []string
	}{
		{"base", 1, []int{64, 300}, nil},
		{"promoter", 7, []int{64, 300}, nil},
		{"base", 3, []int{1, 64}, []string{"orbit.altitude=700 km", "operator.policy=hurdle", "run.moon=off"}},
		{"skeptic", 1, []int{1, 17}, []string{"run.headline=training", "run.horizon=114 months"}},
	} {
		all := previews(t, x.scenario, Options{Seed: x.seed, Version: "v0"}, x.stages, x.set...)
		if len(all) != len(x.stages) {
			t.Fatalf("%d previews", len(all))
		}
		for i, n := range x.stages {
			var whole map[string]json.RawMessage
			if err := json.Unmarshal(bytesOf(t, run(t, x.scenario, Options{Draws: n, Seed: x.seed, Version: "v0"}, x.set...)), &whole); err != nil {
				t.Fatal(err)
			}
			for _, key := range beside {
				if _, ok := whole[key]; !ok {
					t.Errorf("a summary has no %s", key)
				}
				if text, ok := all[i][key]; ok {
					t.Errorf("a preview has %s: %s", key, text)
				}
			}
			if len(all[i])+len(beside) != len(whole) {
				t.Errorf("%d keys, and %d of a run", len(all[i]), len(whole))
			}
			for key, text := range all[i] {
				if string(text) != string(whole[key]) {
					t.Errorf("%s of %d draws: %s is %s, not %s", x.scenario, n, key, text, whole[key])
				}
			}
		}
	}
}

// How many workers play, and what was played before, changes no preview.
func TestVerif_PreviewsOnAnyWorkers(t *testing.T) {
	one := previews(t, "base", Options{Seed: 2, Workers: 1}, []int{5, 33, 40})
	three := previews(t, "base", Options{Seed: 2, Workers: 3}, []int{33, 40})
	if !reflect.DeepEqual(one[1:], three) {
		t.Error("previews differ")
	}
}

// The share that has crossed over rises with the years, to all that ever do.
func TestVerif_CrossedIsADistribution(t *testing.T) {
	for _, scenario := range []string{"promoter", "announced", "base"} {
		err := Previews(context.Background(), scenario, nil, Options{Seed: 1}, []int{200}, func(p *Preview) error {
			last := Number(0)
			for _, y := range p.Series {
				if y.PCrossed < last || y.PCrossed > 1 {
					t.Errorf("%s: %v in %d after %v", scenario, y.PCrossed, y.Year, last)
				}
				last = y.PCrossed
			}
			c := p.Headline.CrossoverYear
			if math.Abs(float64(last+c.NeverFraction-1)) > 1e-9 {
				t.Errorf("%s: %v have crossed over and %v never do", scenario, last, c.NeverFraction)
			}
			for _, y := range p.Series { // the median lies in the first year that holds half of the draws
				if y.PCrossed > 0.51 {
					if float64(c.P50) >= float64(y.Year+1) {
						t.Errorf("%s: %v of draws by the end of %d, the median is %v", scenario, y.PCrossed, y.Year, c.P50)
					}
					break
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// Whoever goes away, or does not take a preview, ends the play.
func TestVerif_PreviewsStop(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	err := Previews(ctx, "base", nil, Options{Seed: 1}, []int{16, 20_000}, func(*Preview) error { n++; cancel(); return nil })
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Error(n, err)
	}
	full := errors.New("enough")
	if err := Previews(context.Background(), "base", nil, Options{Seed: 1}, []int{16, 32}, func(*Preview) error { n++; return full }); err != full || n != 2 {
		t.Error(n, err)
	}
	for _, stages := range [][]int{{0}, {16, 16}, {32, 16}, {MaxDraws + 1}} {
		if err := Previews(context.Background(), "base", nil, Options{}, stages, nil); err == nil {
			t.Error(stages)
		}
	}
	if err := Previews(context.Background(), "base", []string{"orbit.altitude=700", "x=1"}, Options{}, []int{4}, nil); err == nil {
		t.Error("mistakes pass")
	}
}

// BenchmarkPreviewFirst is from the question to the first preview, of 64 draws.
func BenchmarkPreviewFirst(b *testing.B) { benchmarkPreviews(b, 64) }

// BenchmarkPreviews is from the question to the last of three previews, of 1,000 draws.
func BenchmarkPreviews(b *testing.B) { benchmarkPreviews(b, 64, 256, 1000) }

func benchmarkPreviews(b *testing.B, stages ...int) {
	b.ReportAllocs()
	for b.Loop() {
		err := Previews(context.Background(), "base", []string{"orbit.altitude=700 km"}, Options{Seed: 1}, stages, func(p *Preview) error {
			_, err := json.Marshal(p)
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}
