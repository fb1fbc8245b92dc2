package numeric_test

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// FuzzPropagate: whatever the state, the time and the tolerance, there is an end within
// the steps allowed, by an error or a path that is finite over its span.
func FuzzPropagate(f *testing.F) {
	f.Add(6928.0, 0.0, 0.0, 0.0, 7.5, 1.0, int64(0), 86400.0, 1e-9, uint8(8))
	f.Add(6928.0, 0.0, 0.0, -0.1, 0.0, 0.0, int64(1e18), -86400.0, 1e-6, uint8(0))
	f.Add(7000.0, 1.0, 2.0, 30.0, 40.0, 1e5, int64(-1e18), 1e9, 1.0, uint8(2))
	f.Add(384400.0, 0.0, 0.0, 0.0, 1.0, 0.0, int64(math.MaxInt64), 1.0, 1e-12, uint8(20))
	f.Fuzz(func(t *testing.T, x, y, z, vx, vy, vz float64, at int64, span, tolerance float64, degree uint8) {
		forces := all(int(degree))
		forces.Drag.AreaPerMass = math.Abs(vz) // of any size
		s := sky.GCRS{Position: [3]float64{x, y, z}, Velocity: [3]float64{vx, vy, vz}}
		until := sky.Instant(at).AddSeconds(span)
		p, err := numeric.Propagate(forces, s, sky.Instant(at), until, numeric.Limits{Absolute: tolerance, MaxSteps: 200})
		if p == nil {
			if err == nil {
				t.Fatal("neither a path nor an error")
			}
			return
		}
		from, to := p.Span()
		for k := range 5 {
			if q := p.At(from + sky.Instant(float64(to-from)*float64(k)/4)); math.IsNaN(length(q.Position) + length(q.Velocity)) {
				t.Fatalf("%v of %v to %v: %v (%v)", k, from, to, q, err)
			}
		}
	})
}
