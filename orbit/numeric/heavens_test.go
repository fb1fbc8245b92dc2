package numeric

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

func apartBy(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// TestVerif_Heavens compares what is drawn between full hours with the series
// themselves: the frame within 1e-12 rad, 7 µm on the ground, Sun and Moon within a
// metre, 1e-6 of what their series are good to. Whatever was asked before, the answer
// is the same to the last bit.
func TestVerif_Heavens(t *testing.T) {
	terrestrial := func(at sky.Instant) sky.Matrix { return sky.CelestialToTerrestrial(at, nil) }
	h := heavens{earth: terrestrial, sun: true, seen: true, moon: true}
	from := sky.UTC(time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC))
	rnd := rand.New(rand.NewPCG(1, 2))
	turn, sun, moon := 0.0, 0.0, 0.0
	for range 3000 {
		at := from.AddSeconds(rnd.Float64() * 400 * 86400)
		var a, b aspect
		h.at(at, &a)
		fresh := heavens{earth: terrestrial, sun: true, seen: true, moon: true}
		fresh.at(at, &b)
		if a != b {
			t.Fatalf("%v: not what it is when asked alone", at)
		}
		h.at(at.AddSeconds((rnd.Float64()-0.5)*8*3600), &b) // a near one, so that nodes are kept
		m := terrestrial(at)
		for i := range 3 {
			turn = max(turn, apartBy(a.earth[i], m[i]))
		}
		sun, moon = max(sun, apartBy(a.sun, sky.Sun(at)), apartBy(a.seen, sky.SunSeen(at))),
			max(moon, apartBy(a.moon, sky.Moon(at)))
	}
	t.Logf("frame within %.1e rad, Sun %.1e km, Moon %.1e km", turn, sun, moon)
	if !(turn < 1e-12 && sun < 1e-3 && moon < 1e-3) {
		t.Errorf("frame off by %v rad, Sun by %v km, Moon by %v km", turn, sun, moon)
	}
	early := sky.Instant(-12345678901234567)
	var a aspect
	h.at(early, &a)
	if d := apartBy(a.moon, sky.Moon(early)); !(d < 1e-3) {
		t.Errorf("before 2000 the Moon is off by %v km", d)
	}
}

func BenchmarkHeavens(b *testing.B) {
	h := heavens{earth: func(at sky.Instant) sky.Matrix { return sky.CelestialToTerrestrial(at, nil) },
		sun: true, seen: true, moon: true}
	b.Run("drawn", func(b *testing.B) {
		var a aspect
		at := sky.Instant(0)
		for b.Loop() {
			h.at(at, &a)
			at += 9e9
		}
	})
	b.Run("series", func(b *testing.B) {
		at := sky.Instant(0)
		for b.Loop() {
			sky.CelestialToTerrestrial(at, nil)
			sky.Sun(at)
			sky.Moon(at)
			at += 9e9
		}
	})
}

// TestVerif_Shadow moves a satellite across the shadow of Earth, behind its pole and
// behind its equator: all light before, none behind, falling steadily in the penumbra
// between, whose width is the Sun's disc seen from there, and edges where the cones
// about the ellipsoid have them.
func TestVerif_Shadow(t *testing.T) {
	sun := [3]float64{-149597870.7, 0, 0}
	pole := [3]float64{0, 0, 1}
	for _, behind := range []float64{2000, 7000, 42000} {
		for _, axis := range []int{1, 2} {
			radius := sky.EarthRadius
			if axis == 2 {
				radius *= 1 - sky.EarthFlattening
			}
			outer := radius + behind*(sky.SunRadius+radius)/149597870.7
			inner := radius - behind*(sky.SunRadius-radius)/149597870.7
			last := 1.1
			for y := outer + 50; y > inner-50; y -= 0.25 {
				r := [3]float64{behind, 0, 0}
				r[axis] = y
				if math.Hypot(behind, y) < radius+10 {
					break
				}
				light := sunlight(r, sun, pole)
				switch {
				case light < 0 || light > 1 || light > last+1e-9:
					t.Errorf("%v km behind, %v km off: light %v after %v", behind, y, light, last)
				case y > outer+0.5 && light != 1, y < inner-0.5 && light != 0:
					t.Errorf("%v km behind, %v km off, cones at %v and %v: light %v", behind, y, outer, inner, light)
				case y < outer-2 && y > inner+2 && (light == 0 || light == 1):
					t.Errorf("%v km behind, %v km off, in the penumbra: light %v", behind, y, light)
				}
				last = light
			}
		}
	}
	if got := sunlight([3]float64{1.5e6, 0, 0}, sun, pole); !(got > 0 && got < 0.2) {
		t.Errorf("beyond the umbra's tip Earth leaves a ring: %v", got)
	}
	// Half the Sun's disc set where its centre stands at Earth's limb, nearly a straight edge.
	half := [3]float64{5000, 0, 0}
	half[1] = sky.EarthRadius + 5000*sky.EarthRadius/149597870.7
	if got := sunlight(half, sun, pole); math.Abs(got-0.5) > 0.01 {
		t.Errorf("with the centre at the limb %v of the Sun is in sight", got)
	}
}
