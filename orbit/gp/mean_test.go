package gp_test

import (
	"errors"
	"io"
	"math"
	"os"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// moved is where a mean orbit has come to after a time, s: a conic that its rates turn, as
// a page's globe moves it.
func moved(m *gp.Mean, seconds float64) [3]float64 {
	s, c := math.Sincos(m.PerigeeRate * seconds)
	ex, ey := c*m.Ex-s*m.Ey, s*m.Ex+c*m.Ey
	node, λ := m.Node+m.NodeRate*seconds, math.Remainder(m.Latitude+m.LatitudeRate*seconds, 2*math.Pi)
	F := λ
	for range 20 {
		s, c := math.Sincos(F)
		F += max(-0.95, min(0.95, (λ-F-ey*c+ex*s)/(1-ex*c-ey*s)))
	}
	s, c = math.Sincos(F)
	η := math.Sqrt(1 - ex*ex - ey*ey)
	b := 1 / (1 + η)
	x := m.Axis * ((1-b*ey*ey)*c + b*ex*ey*s - ex)
	y := m.Axis * ((1-b*ex*ex)*s + b*ex*ey*c - ey)
	sinΩ, cosΩ := math.Sincos(node)
	sini, cosi := math.Sincos(m.Inclination)
	return [3]float64{x*cosΩ - y*cosi*sinΩ, x*sinΩ + y*cosi*cosΩ, y * sini}
}

func away(a, b [3]float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}

// TestVal_MeanMovesLikeSGP4 moves mean orbits by their rates over three hours either way and
// holds the places to SGP4's own: the published test sets, among them Molniya and transfer
// orbits and stationary ones, at their epochs, a day after and half a day before. What is left
// out is the short periods of J2, some 10 km in low orbit, and how the rates change: on an orbit of
// four days, which the Moon pulls about, 28.5 km, the worst. Drag shortens a revolution while the
// orbit is moved as if it did not: a satellite is ahead by half the square of the time, and more at
// a perigee that is passed fast; so much is granted beside 30 km. Sets made up to fail and one of
// eccentricity 0.97 are left out.
func TestVal_MeanMovesLikeSGP4(t *testing.T) {
	f, err := os.Open("testdata/vallado2006.tle")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := gp.NewReader(f, gp.Detect)
	r.SkipChecksum = true
	sets, worst := 0, 0.0
	for {
		el, err := r.Next()
		var bad *gp.BadRecord
		if errors.Is(err, io.EOF) {
			break
		} else if errors.As(err, &bad) {
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil {
			continue
		}
		for _, at := range []float64{0, 1440, -720} {
			m, code := p.Mean(at)
			if code != gp.OK || el.NoradID == 23333 || el.NoradID > 33000 && el.NoradID < 34000 {
				continue
			}
			hour, code := p.Mean(at + 60)
			if code != gp.OK {
				continue
			}
			sets++
			e := math.Hypot(m.Ex, m.Ey)
			hurry := math.Abs(hour.LatitudeRate-m.LatitudeRate) / 3600 // rad/s2
			for minutes := -180.0; minutes <= 180; minutes += 7.5 {
				s, code := p.At(at + minutes)
				if code != gp.OK {
					continue
				}
				drag := 0.5 * hurry * (minutes * 60) * (minutes * 60) * m.Axis * math.Sqrt((1+e)/(1-e))
				d := away(s.Position, moved(&m, minutes*60))
				if d > 30+1.5*drag {
					t.Errorf("%d %+.0f %+.0f: %.1f km away, of which drag %.1f", el.NoradID, at, minutes, d, drag)
				}
				if drag < 1 {
					worst = max(worst, d)
				}
			}
		}
	}
	t.Logf("%d orbits, %.1f km at worst", sets, worst)
}
