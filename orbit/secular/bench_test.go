package secular

import (
	"context"
	"testing"
	"time"
)

// One core, eclipse states fused: satellites times steps a second. Planes of 300
// satellites that all pass the shadow at each revolution, so that no ring is skipped.
func benchmarkLight(b *testing.B, ecc float64, perRing int) {
	var rings []Ring
	for k := range 30_000 / perRing {
		r := ring(700, 30, float64(k), perRing)
		r.Ey = ecc
		rings = append(rings, r)
	}
	s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: 300, Workers: 1}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Run(context.Background(), rings); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(30_000*300*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprops/s")
}

func BenchmarkLightCircular(b *testing.B)     { benchmarkLight(b, 0, 300) }
func BenchmarkLightNearCircular(b *testing.B) { benchmarkLight(b, 0.001, 300) }
func BenchmarkLightOneByOne(b *testing.B)     { benchmarkLight(b, 0, 1) }

func BenchmarkAt(b *testing.B) {
	o, err := NewOrbit(Earth(), Elements{Axis: 7028, Ey: 0.001, Inclination: 1.7})
	if err != nil {
		b.Fatal(err)
	}
	t := 0.0
	for b.Loop() {
		o.At(t)
		t += 60
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprops/s")
}
