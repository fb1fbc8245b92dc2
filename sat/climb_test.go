package sat

import (
	"math"
	"testing"
)

// The mean over an even climb through an exponential atmosphere is its integral,
// and the drag on the way is that mean over the time of the climb.
func TestVerif_ClimbDrag(t *testing.T) {
	for _, r := range []float64{1e-12, 1e-4, 0.01, 0.5, 0.999, 1 - 1e-5, 1 - 1e-8} {
		sum := 0.0
		const n = 200000
		for i := range n {
			sum += math.Pow(r, (float64(i)+0.5)/n) / n
		}
		if m := meanDensity(3e-11, 3e-11*r); !near(m, sum, 1e-8) {
			t.Errorf("ratio %g: %.12g, integral %.12g", r, m, sum)
		}
	}
	for _, c := range [][3]float64{{1e-11, 0, 0}, {0, 0, 0}, {0, 1e-13, 1}, {1e-13, 1e-13, 1}, {1e-13, 1e-12, 1}} {
		if m := meanDensity(c[0], c[1]); m != c[2] {
			t.Errorf("%g to %g: %g, want %g", c[0], c[1], m, c[2])
		}
	}
	p, s := base(), spec(120, 2027)
	b := Size(&p, s)
	e := &s.Environment
	below, above := e.DeployAirDensity.SI(), e.AirDensity.SI()
	across := b.ArrayAreaM2 * math.Sqrt(1-math.Pow(6378.1/7028.1, 2)) / math.Cos(math.Pi*19.7/97.7) * 2 / math.Pi
	drag := 0.5 * e.DragCoefficient * 7530 * 7530 * below * across
	want := 165 + drag*(below-above)/below/math.Log(below/above)*p.Propulsion.RaiseTime.SI()/b.Total.MassKg
	if !near(b.RaiseMPerS, want, 1e-3) { // the period is rounded
		t.Errorf("%g m/s to the orbit, by hand %g", b.RaiseMPerS, want)
	}
	t.Logf("%.1f m/s of it are drag", b.RaiseMPerS-165)
}
