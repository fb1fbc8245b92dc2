package orbit

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// Published to three digits for altitudes of 500 to 2000 km.
func TestVal_EarthViewFactors(t *testing.T) {
	for _, c := range []struct{ h, edge, nadir float64 }{
		{500, 0.267, 0.860}, {550, 0.258, 0.847}, {600, 0.249, 0.835}, {650, 0.241, 0.823}, {800, 0.218, 0.789}, {1000, 0.194, 0.747}, {2000, 0.118, 0.579},
	} {
		h := si.Length(c.h) * si.Kilometre
		if got := EarthViewFactorEdge(h); math.Abs(got-c.edge) > 0.0011 {
			t.Errorf("%v km edge: %.4f, want %.3f", c.h, got, c.edge)
		}
		if got := EarthViewFactorNadir(h); math.Abs(got-c.nadir) > 0.0011 {
			t.Errorf("%v km nadir: %.4f, want %.3f", c.h, got, c.nadir)
		}
	}
}

// The view factor is the mean of the cosine over the sky: added up over Earth's disc.
func TestVerif_EarthViewAgainstSum(t *testing.T) {
	for _, h := range []float64{0, 300, 650, 2000, 36000} {
		ρ := math.Asin(6378.137 / (6378.137 + h))
		nadir, edge := 0.0, 0.0
		const n = 1000
		for j := range n {
			η := ρ * (float64(j) + 0.5) / n // from nadir
			for k := range n {
				φ := 2 * math.Pi * (float64(k) + 0.5) / n
				dΩ := math.Sin(η) * (ρ / n) * (2 * math.Pi / n)
				nadir += math.Cos(η) * dΩ / math.Pi
				edge += max(0, math.Sin(η)*math.Cos(φ)) * dΩ / math.Pi
			}
		}
		altitude := si.Length(h) * si.Kilometre
		if got := EarthViewFactorNadir(altitude); math.Abs(got-nadir) > 1e-5 {
			t.Errorf("%v km nadir: %v, summed %v", h, got, nadir)
		}
		if got := EarthViewFactorEdge(altitude); math.Abs(got-edge) > 1e-5 {
			t.Errorf("%v km edge: %v, summed %v", h, got, edge)
		}
	}
}
