package secular_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// TestVerif_LightOfEvents compares the light at places all round Earth with that which
// package event finds by another way, disc by disc. They part only at a border, where
// the share of the disc in view is within 0.02 of all or nothing: 0.17 s of the
// penumbra's 8 s, which is how SPICE's light time differs from the limb's, is 0.02 of it.
func TestVerif_LightOfEvents(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	earth := event.Earth()
	var count [3]int
	for range 30_000 {
		at := sky.UTC(time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)).AddSeconds(math.Floor(r.Float64()*365) * 86400)
		sun := sky.SunSeen(at)
		// Near the shadow's edge, on the dark side: where the answer is not plain.
		n := math.Sqrt(sun[0]*sun[0] + sun[1]*sun[1] + sun[2]*sun[2])
		var p [3]float64
		behind, across, turn := 300+r.Float64()*20000, 6300+r.Float64()*200, r.Float64()*2*math.Pi
		e1 := [3]float64{-sun[1], sun[0], 0}
		m := math.Hypot(e1[0], e1[1])
		e1 = [3]float64{e1[0] / m, e1[1] / m, 0}
		s := [3]float64{sun[0] / n, sun[1] / n, sun[2] / n}
		e2 := [3]float64{s[1]*e1[2] - s[2]*e1[1], s[2]*e1[0] - s[0]*e1[2], s[0]*e1[1] - s[1]*e1[0]}
		for i := range p {
			p[i] = -behind*s[i] + across*(math.Cos(turn)*e1[i]+math.Sin(turn)*e2[i])
		}
		state := sky.GCRS{Position: p, Velocity: [3]float64{0, 0, 7}}
		visible, err := earth.Visible(at, state)
		if err != nil {
			continue // under the ground
		}
		got := secular.LightAt(state.TEME(at), at)
		count[got]++
		var ok bool
		switch got {
		case secular.Sunlit:
			ok = visible > 0.98
		case secular.Umbra:
			ok = visible < 0.02
		default:
			ok = visible > 0 && visible < 1 || math.Min(visible, 1-visible) < 0.02
		}
		if !ok {
			t.Fatalf("at %v, %v: %v, but %v of the disc is in view", at, p, got, visible)
		}
	}
	if count[0] < 1000 || count[1] < 1000 || count[2] < 1000 {
		t.Errorf("too one-sided: %v", count)
	}
}
