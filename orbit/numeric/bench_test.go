package numeric_test

import (
	"fmt"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/numeric"
)

// BenchmarkDay carries a satellite through a day, by what is switched on and by the
// tolerance; the time over its evaluations is the cost of the forces at one instant.
func BenchmarkDay(b *testing.B) {
	s := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	field := func(n int) *numeric.Forces { return &numeric.Forces{Degree: n, Order: n} }
	bodies := field(12)
	bodies.Sun, bodies.Moon = true, true
	drag := *bodies
	drag.Drag = all(12).Drag
	for _, c := range []struct {
		name   string
		forces *numeric.Forces
	}{{"point mass", &numeric.Forces{}}, {"J2", &numeric.Forces{Degree: 2}}, {"8x8", field(8)},
		{"12x12", field(12)}, {"20x20", field(20)},
		{"12x12+Sun+Moon", bodies}, {"12x12+Sun+Moon+drag", &drag}, {"12x12+Sun+Moon+drag+pressure", all(12)}} {
		for _, tolerance := range []float64{1e-7, 1e-9} {
			b.Run(fmt.Sprintf("%s/%g", c.name, tolerance), func(b *testing.B) {
				l := numeric.Limits{Absolute: tolerance}
				_, calls := propagated(b, c.forces, s, 86400, l).Effort()
				steps, _ := propagated(b, c.forces, s, 86400, l).Effort()
				calls -= 3 * steps // those of the dense output
				b.ReportAllocs()
				for b.Loop() {
					if _, err := numeric.Carry(c.forces, s, epoch, epoch.AddSeconds(86400), l); err != nil {
						b.Fatal(err)
					}
				}
				each := b.Elapsed().Seconds() / float64(b.N)
				b.ReportMetric(each/float64(calls)*1e9, "ns/evaluation")
				b.ReportMetric(float64(steps)/each, "steps/s")
				b.ReportMetric(float64(steps), "steps/day")
			})
		}
	}
}

// BenchmarkPath adds the dense output and looks states up in it.
func BenchmarkPath(b *testing.B) {
	s := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	f := all(12)
	b.Run("make", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			propagated(b, f, s, 86400, numeric.Limits{})
		}
	})
	p := propagated(b, f, s, 86400, numeric.Limits{})
	b.Run("at", func(b *testing.B) {
		b.ReportAllocs()
		k := 0.0
		for b.Loop() {
			p.At(epoch.AddSeconds(k))
			if k += 7; k > 86400 {
				k = 0
			}
		}
	})
}
