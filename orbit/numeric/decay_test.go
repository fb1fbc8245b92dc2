package numeric_test

import (
	"errors"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/air"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// TestVerif_Decay lets a dead satellite of 0.05 m2/kg come down from 400 km through the
// slow clock's air and compares the days to each height with King-Hele's closed form
// for a circular orbit in an exponential atmosphere (Satellite Orbits in an Atmosphere,
// 1987, chapter 4; the layer's scale height H from its ends, F the factor of the
// turning air),
//
//	t = H (1 − exp(−(h0−h1)/H)) / (ρ0 F Cd (A/m) √(μa))
//
// layer by layer, as the table of densities is exponential between its heights. The
// closed form takes a for constant in each layer of 20 km, at its middle, and the
// orbit for a circle: 1 %. Below 200 km the spiral steepens and is not compared.
func TestVerif_Decay(t *testing.T) {
	const area, cd, flux = 0.05, 2.2, 140.0
	inclination := 53 * deg
	c := numeric.Circular{Altitude: 401, Inclination: inclination}
	f := &numeric.Forces{Field: numeric.Oblate(mu, 6378.1363, 0), Earth: steady,
		Drag: numeric.Drag{AreaPerMass: area, Coefficient: cd, Air: air.Static(flux)}}
	p, err := numeric.Propagate(f, c.Start(f.Field), epoch, epoch.AddSeconds(200*86400), numeric.Limits{Floor: 150})
	if !errors.Is(err, numeric.ErrReentry) {
		t.Fatal(err)
	}
	from, to := p.Span()
	steps, calls := p.Effort()
	t.Logf("150 km reached after %.2f days, in %d steps and %d evaluations: %v", to.SecondsFrom(from)/86400, steps, calls, err)

	// When the radius first falls below each height.
	height := func(s float64) float64 { return length(p.At(epoch.AddSeconds(s)).Position) - sky.EarthRadius }
	reach := func(h float64) float64 {
		low, high := 0.0, to.SecondsFrom(from)
		for range 60 {
			if mid := (low + high) / 2; height(mid) > h {
				low = mid
			} else {
				high = mid
			}
		}
		return low
	}
	ρ := func(h float64) float64 { return orbit.AirDensity(si.Length(h)*si.Kilometre, flux).SI() }
	layer := func(top, bottom float64) float64 {
		H := (top - bottom) / math.Log(ρ(bottom)/ρ(top)) * 1000
		a := (sky.EarthRadius + (top+bottom)/2) * 1000
		turning := 1 - turnRate*math.Sqrt(a*a*a/(mu*1e9))*math.Cos(inclination)
		return H * (1 - math.Exp(-(top-bottom)*1000/H)) / (ρ(top) * turning * turning * cd * area * math.Sqrt(mu*1e9*a))
	}
	start := reach(400)
	want := 0.0
	for h := 400.0; h > 200; h -= 20 {
		want += layer(h, h-20)
		got := reach(h-20) - start
		t.Logf("400 to %v km: %.3f days propagated, %.3f in closed form", h-20, got/86400, want/86400)
		if math.Abs(got/want-1) > 0.01 {
			t.Errorf("400 to %v km: %v s, want %v", h-20, got, want)
		}
	}
}
