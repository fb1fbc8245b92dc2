package numeric_test

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// TestVerif_LightOfEvents crosses the penumbra at heights from 320 to 35,800 km and holds
// the share of the Sun that the forces feel against that of package event, which sees the
// limb as the flattened Earth curves there and the Sun stretched with it, and was held
// against rays. Here the limb is a circle of its angular radius b, with the curvature 1/b in
// place of cot b: low over Earth 0.6 more, which over half the Sun's disc, 0.0047 rad, is a
// sagitta of 7e-6 rad or 6e-4 of the disc's area. The Sun's stretch, up to 0.3 % of its
// radius, makes as much again: 0.002 is the bound.
func TestVerif_LightOfEvents(t *testing.T) {
	f := &numeric.Forces{}
	worst, partly := 0.0, 0
	for _, season := range []float64{0, 100} {
		at := epoch.AddSeconds(season * 86400)
		away := unit(sky.SunSeen(at))
		for i := range away {
			away[i] = -away[i]
		}
		for _, r := range []float64{6700, 7000, 8000, 12000, 26600, 42164} {
			limb := math.Asin(sky.EarthRadius / r)
			for turn := 0.0; turn < 2*math.Pi; turn += 1.7 {
				e1 := unit(cross(away, [3]float64{0, 0, 1}))
				e2 := cross(away, e1)
				for k := -100; k <= 100; k++ {
					sin, cos := math.Sincos(limb + 1.2e-4*float64(k))
					var p [3]float64
					for i := range p {
						p[i] = r * (cos*away[i] + sin*(math.Cos(turn)*e1[i]+math.Sin(turn)*e2[i]))
					}
					s := sky.GCRS{Position: p, Velocity: [3]float64{1, 1, 1}}
					a, err := f.Accelerations(s, at)
					if err != nil {
						t.Fatal(err)
					}
					want, err := event.Earth().Visible(at, s)
					if err != nil {
						t.Fatal(err)
					}
					if want > 0 && want < 1 {
						partly++
					}
					worst = max(worst, math.Abs(a.Sunlight-want))
				}
			}
		}
	}
	t.Logf("%d places in penumbra, %.1e of the disc apart", partly, worst)
	if !(worst < 0.002) || partly < 1000 {
		t.Errorf("%v of the disc apart in %d places", worst, partly)
	}
}
