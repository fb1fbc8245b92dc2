package study

import (
	"context"
	"math"
	"reflect"
	"testing"

	"github.com/dawndusk/dawndusk"
)

// The means of every shipped scenario add up by stage in every year, and what stands
// beside them is what a preview of as many draws says.
func TestVerif_MeansOfFlowsAddUp(t *testing.T) {
	const draws = 24
	for _, name := range dawndusk.Shipped() {
		f, err := PlayFlows(context.Background(), name, nil, Options{Draws: draws, Seed: 1})
		if err != nil {
			t.Fatal(err)
		}
		var s *Summary
		if err := Previews(context.Background(), name, nil, Options{Seed: 1}, []int{draws}, func(p *Preview) error { s = p.Summary; return nil }); err != nil {
			t.Fatal(err)
		}
		if len(f.Years) != len(s.Series) {
			t.Fatalf("%s: %d years of flows, %d of the series", name, len(f.Years), len(s.Series))
		}
		for i, y := range f.Years {
			in, out := map[string]float64{}, map[string]float64{}
			for k, n := range f.Nodes {
				x := y.Mean[k]
				if !(x.Mean >= -1e-9) || !(x.P10 <= x.P50 && x.P50 <= x.P90) {
					t.Errorf("%s, %d, %s: %+v", name, y.Year, n.Name, x)
				}
				if n.Side == "in" {
					in[n.Stage] += float64(x.Mean)
				} else {
					out[n.Stage] += float64(x.Mean)
				}
			}
			for _, g := range f.Stages {
				if a, b := in[g.Name], out[g.Name]; math.Abs(a-b) > 1e-9*(1+a+b) {
					t.Errorf("%s, %d, %s: %v %s in, %v out", name, y.Year, g.Name, a, g.Unit, b)
				}
			}
			of := s.Series[i]
			if y.Year != of.Year || !reflect.DeepEqual([]Band{y.LCOCOrbit, y.LCOCGround, y.Price, y.USDPerKg, y.PayloadT}, []Band{of.LCOCOrbit, of.LCOCGround, of.Price, of.USDPerKg, of.PayloadT}) {
				t.Errorf("%s, %d: flows and the preview disagree", name, y.Year)
			}
		}
	}
}

func TestVerif_FlowsDoNotDependOnWorkers(t *testing.T) {
	var first *Flows
	for _, workers := range []int{1, 3} {
		f, err := PlayFlows(context.Background(), "base", []string{"orbit.altitude=700 km"}, Options{Draws: 40, Seed: 9, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = f
		} else if !reflect.DeepEqual(first, f) {
			t.Error("flows depend on the number of workers")
		}
	}
	for _, draws := range []int{0, MaxFlowDraws + 1} {
		if _, err := PlayFlows(context.Background(), "base", nil, Options{Draws: draws}); err == nil {
			t.Errorf("%d draws are played", draws)
		}
	}
}
