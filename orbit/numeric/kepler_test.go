package numeric_test

import (
	"errors"
	"math"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

var epoch = sky.UTC(time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC))

const deg = math.Pi / 180

// kepler is a state on a conic: half axis km, eccentricity, inclination, node,
// argument of perigee and mean anomaly, rad.
func kepler(mu, a, e, i, node, perigee, mean float64) sky.GCRS {
	E := mean
	for range 60 {
		E -= (E - e*math.Sin(E) - mean) / (1 - e*math.Cos(E))
	}
	x, y := a*(math.Cos(E)-e), a*math.Sqrt(1-e*e)*math.Sin(E)
	n := math.Sqrt(mu/a) / (1 - e*math.Cos(E))
	vx, vy := -n*math.Sin(E), n*math.Sqrt(1-e*e)*math.Cos(E)
	so, co := math.Sincos(node)
	si, ci := math.Sincos(i)
	sw, cw := math.Sincos(perigee)
	p := [3]float64{co*cw - so*sw*ci, so*cw + co*sw*ci, sw * si}
	q := [3]float64{-co*sw - so*cw*ci, -so*sw + co*cw*ci, cw * si}
	var s sky.GCRS
	for k := range 3 {
		s.Position[k] = x*p[k] + y*q[k]
		s.Velocity[k] = vx*p[k] + vy*q[k]
	}
	return s
}

// apart is the distance of two states, km and km/s.
func apart(a, b sky.GCRS) (position, velocity float64) {
	for i := range 3 {
		position += (a.Position[i] - b.Position[i]) * (a.Position[i] - b.Position[i])
		velocity += (a.Velocity[i] - b.Velocity[i]) * (a.Velocity[i] - b.Velocity[i])
	}
	return math.Sqrt(position), math.Sqrt(velocity)
}

func length(v [3]float64) float64 { return math.Sqrt(v[0]*v[0] + v[1]*v[1] + v[2]*v[2]) }

// propagated is the path of a run that must not fail.
func propagated(t testing.TB, f *numeric.Forces, s sky.GCRS, seconds float64, l numeric.Limits) *numeric.Path {
	t.Helper()
	p, err := numeric.Propagate(f, s, epoch, epoch.AddSeconds(seconds), l)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const mu = 398600.4415

// TestVerif_Kepler follows the point mass's closed form over a day, at the ends of
// steps and between them, forwards and backwards. The tolerance of 1e-10 km a step
// grows with the steps and with the lag along the orbit they leave.
func TestVerif_Kepler(t *testing.T) {
	for _, c := range []struct{ a, e, bound float64 }{{7000, 0, 1e-5}, {7000, 0.01, 1e-5}, {26600, 0.7, 1e-5},
		{42164, 0.001, 1e-5}} {
		n := math.Sqrt(mu / c.a / c.a / c.a)
		for _, span := range []float64{86400, -86400} {
			p := propagated(t, &numeric.Forces{}, kepler(mu, c.a, c.e, 63*deg, 40*deg, 270*deg, 0.3), span,
				numeric.Limits{Absolute: 1e-10})
			worst, worstV := 0.0, 0.0
			for k := range 2000 {
				s := span * float64(k) / 1999
				d, v := apart(p.At(epoch.AddSeconds(s)), kepler(mu, c.a, c.e, 63*deg, 40*deg, 270*deg, 0.3+n*s))
				worst, worstV = max(worst, d), max(worstV, v)
			}
			steps, calls := p.Effort()
			t.Logf("a %v km, e %v, %v s: %.2g mm, %.2g mm/s, %d steps, %d evaluations", c.a, c.e, span, worst*1e6,
				worstV*1e6, steps, calls)
			if !(worst < c.bound) {
				t.Errorf("a %v km, e %v, %v s: %v km", c.a, c.e, span, worst)
			}
		}
	}
}

// TestVerif_Order takes steps of one length over two revolutions: halving them must
// divide the error at the end by nearly 2⁸, above the rounding of a micrometre. In a single step from an exact state the error
// at its end is of order 9 and the dense output's, of degree 7, of order 8.
func TestVerif_Order(t *testing.T) {
	s := kepler(mu, 8000, 0.1, 1, 2, 3, 0)
	n := math.Sqrt(mu / 8000 / 8000 / 8000)
	wrong := func(span, h float64) (end, inside float64) {
		p := propagated(t, &numeric.Forces{}, s, span, numeric.Limits{Absolute: 1e60, MaxStep: h})
		if steps, _ := p.Effort(); steps != int(math.Round(span/h)) {
			t.Fatalf("%d steps of %v s in %v s", steps, h, span)
		}
		for k := range 1001 {
			at := math.Round(span*1e9*float64(k)/1000) * 1e-9
			end, _ = apart(p.At(epoch.AddSeconds(at)), kepler(mu, 8000, 0.1, 1, 2, 3, n*at))
			inside = max(inside, end)
		}
		return end, inside
	}
	rough, _ := wrong(14000, 14000/60.)
	fine, _ := wrong(14000, 14000/120.)
	order := math.Log2(rough / fine)
	t.Logf("60 steps: %.3g km, 120 steps: %.3g km, order %.2f", rough, fine, order)
	if order < 7.5 || order > 8.7 {
		t.Errorf("order %.2f", order)
	}
	lastEnd, lastInside := wrong(480, 480)
	for _, h := range []float64{240, 120} {
		end, inside := wrong(h, h)
		oe, oi := math.Log2(lastEnd/end), math.Log2(lastInside/inside)
		t.Logf("one step of %v s: end %.3g km, order %.2f; inside %.3g km, order %.2f", h, end, oe, inside, oi)
		if oe < 8.5 || oi < 7.5 || oi > 9 {
			t.Errorf("orders %.2f and %.2f", oe, oi)
		}
		lastEnd, lastInside = end, inside
	}
}

// TestVerif_Floor lets eccentric orbits graze the height of re-entry between two steps, forwards and
// backwards: a thousand tolerances of a step and a metre lower they end, as much higher they go on.
func TestVerif_Floor(t *testing.T) {
	const a = 26600
	n := math.Sqrt(mu / a / a / a)
	for _, tolerance := range []float64{1e-9, 1e-6, 1e-3} {
		margin := 0.001 + 1000*tolerance
		for _, height := range []float64{80 - margin, 80 + margin} {
			e := 1 - (sky.EarthRadius+height)/a
			for _, mean := range []float64{-2, -1.7, -1.3, -1, 1, 1.4, 1.8} {
				s, until := kepler(mu, a, e, 1, 2, 3, mean), epoch.AddSeconds(-2*mean/n)
				l := numeric.Limits{Absolute: tolerance}
				_, carried := numeric.Carry(&numeric.Forces{}, s, epoch, until, l)
				_, err := numeric.Propagate(&numeric.Forces{}, s, epoch, until, l)
				if low := height < 80; errors.Is(carried, numeric.ErrReentry) != low || errors.Is(err, numeric.ErrReentry) != low {
					t.Errorf("perigee at %v km, %v km a step: %v and %v", height, tolerance, carried, err)
				}
			}
		}
	}
}

// TestVerif_DenseIsContinuous joins the polynomials of neighbouring steps: position
// and velocity agree to rounding, a nanosecond on either side.
func TestVerif_DenseIsContinuous(t *testing.T) {
	p := propagated(t, &numeric.Forces{Degree: 4, Order: 4, Moon: true}, kepler(mu, 7000, 0.01, 1, 2, 3, 0), 20000,
		numeric.Limits{})
	for s := 1e-3; s < 20000; s += 0.25 {
		now := p.At(epoch.AddSeconds(s))
		before := p.At(epoch.AddSeconds(s - 1e-3))
		d, v := apart(now, before)
		if math.Abs(d-length(now.Velocity)*1e-3) > 1e-8 || v > 9.9e-6 {
			t.Fatalf("at %v s: %v km and %v km/s in a millisecond", s, d, v)
		}
	}
}
