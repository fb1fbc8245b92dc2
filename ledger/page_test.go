package ledger

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// The page draws densities by itself: web/test holds it to these heights.
const pageDensities = "../web/test/densities.json"

// density is a distribution with its height at places between two ends, evenly apart or, on a
// logarithmic slider, by even ratios: the derivative of the probability by the place, its
// highest being 1. Where it bends or ends there is none.
type density struct {
	Dist    Shape      `json:"dist"`
	Bounds  bool       `json:"bounds"`
	Value   float64    `json:"value"`
	From    float64    `json:"from"`
	To      float64    `json:"to"`
	Min     *float64   `json:"min"`
	Max     *float64   `json:"max"`
	Log     bool       `json:"log"`
	Low     float64    `json:"low"`
	High    float64    `json:"high"`
	Heights []*float64 `json:"heights"`
}

func densityOf(r Row, log bool, low, high float64) density {
	d := Compile(&r)
	at := func(p float64) float64 {
		if log {
			return low * math.Pow(high/low, p)
		}
		return low + p*(high-low)
	}
	const places, h = 97, 1e-5
	heights := make([]float64, places)
	top := 0.0
	for i := range heights {
		p := float64(i) / (places - 1)
		a, b := max(at(p-h), d.min), min(at(p+h), d.max)
		if a < b {
			heights[i] = (d.probability(b) - d.probability(a)) / (2 * h)
		}
		for _, edge := range [...]float64{r.Value, r.Min, r.Max, d.Quantile(0), d.Quantile(1)} {
			if at(p-2*h) <= edge && edge <= at(p+2*h) {
				heights[i] = math.NaN()
			}
		}
		if heights[i] > top {
			top = heights[i]
		}
	}
	out := density{Dist: r.Dist, Bounds: r.Bounds, Value: r.Value, From: r.Low, To: r.High, Log: log, Low: low, High: high}
	for _, limit := range [...]struct {
		v  float64
		to **float64
	}{{r.Min, &out.Min}, {r.Max, &out.Max}} {
		if !math.IsNaN(limit.v) {
			*limit.to = &limit.v
		}
	}
	for _, v := range heights {
		if v = math.Round(v/top*1e7) / 1e7; math.IsNaN(v) {
			out.Heights = append(out.Heights, nil)
		} else {
			out.Heights = append(out.Heights, &v)
		}
	}
	return out
}

func TestRegress_DensitiesOfThePage(t *testing.T) {
	none := math.NaN()
	var all []density
	for _, dist := range []Shape{Triangular, Uniform, Loguniform, Normal, Lognormal} {
		for _, bounds := range []bool{false, true} {
			if bounds && (dist == Normal || dist == Lognormal) {
				continue
			}
			for _, r := range []Row{
				{Value: 4, Low: 3, High: 5, Min: none, Max: none},
				{Value: 4, Low: 3.5, High: 9, Min: none, Max: none},
				{Value: 4, Low: 1, High: 4.5, Min: 0.7, Max: 4.8}, // cut off
			} {
				r.Dist, r.Bounds = dist, bounds
				all = append(all, densityOf(r, false, 0.3, 11), densityOf(r, true, 0.3, 11))
			}
		}
	}
	var made bytes.Buffer
	e := json.NewEncoder(&made)
	if err := e.Encode(all); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(pageDensities, made.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	golden, err := os.ReadFile(pageDensities)
	if err != nil {
		t.Fatal(err)
	}
	// Held to within what processors may differ in the last figures.
	var kept []density
	if err := json.Unmarshal(golden, &kept); err != nil {
		t.Fatal(err)
	}
	if len(kept) != len(all) {
		t.Fatalf("%s holds %d distributions, not %d; go test ./ledger -run DensitiesOfThePage -update", pageDensities, len(kept), len(all))
	}
	for i, want := range all {
		for k, v := range want.Heights {
			w := kept[i].Heights[k]
			if (v == nil) != (w == nil) || v != nil && math.Abs(*v-*w) > 2e-7 {
				t.Fatalf("%s %v at place %d: %s has another height; go test ./ledger -run DensitiesOfThePage -update", want.Dist, want.Value, k, pageDensities)
			}
		}
	}
}
