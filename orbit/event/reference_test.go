package event_test

import (
	"bufio"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// lines are those of a file of the outside reference folder.
func lines(t testing.TB, path string) (lines []string) {
	t.Helper()
	for sc := bufio.NewScanner(reference.Open(t, path)); sc.Scan(); {
		lines = append(lines, sc.Text())
	}
	return lines
}

// orientation reads Earth's, to January 2025.
func orientation(t testing.TB) *sky.Orientation {
	t.Helper()
	o, err := sky.ReadOrientation(reference.Open(t, "eop/EOP-All-v1.1_2025-01-10.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// sgp4 is the path of an element set.
func sgp4(t testing.TB, line1, line2 string) (event.Path, sky.Instant) {
	t.Helper()
	el, err := gp.NewReader(strings.NewReader(line1+"\n"+line2+"\n"), gp.TLE).Next()
	if err != nil {
		r := gp.NewReader(strings.NewReader(line1+"\n"+line2+"\n"), gp.TLE)
		r.SkipChecksum = true
		if el, err = r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	p, err := gp.New(&el, gp.WGS72, gp.Improved)
	if err != nil {
		t.Fatal(err)
	}
	epoch := sky.UTC(el.Epoch.Time())
	turn, err := sky.NewTurn(epoch, epoch.AddSeconds(86400), nil) // elsewhere it sums the series
	if err != nil {
		t.Fatal(err)
	}
	return func(at sky.Instant) (sky.GCRS, error) {
		s, code := p.At(at.SecondsFrom(epoch) / 60)
		if code != gp.OK {
			return sky.GCRS{}, code
		}
		m := turn.CelestialToTEME(at)
		return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, nil
	}, epoch
}

// circle is a circular orbit of two bodies: inclination, node and argument of
// latitude at the instant 0, rad.
func circle(radius, inclination, node, latitude float64) event.Path {
	rate := math.Sqrt(398600.4418 / (radius * radius * radius))
	si, ci := math.Sincos(inclination)
	so, co := math.Sincos(node)
	p, q := [3]float64{co, so, 0}, [3]float64{-so * ci, co * ci, si}
	return func(t sky.Instant) (s sky.GCRS, _ error) {
		sin, cos := math.Sincos(latitude + rate*t.SecondsFrom(0))
		for i := range 3 {
			s.Position[i] = radius * (cos*p[i] + sin*q[i])
			s.Velocity[i] = radius * rate * (cos*q[i] - sin*p[i])
		}
		return s, nil
	}
}

// kepler is the path of two bodies through a state at an instant.
func kepler(at sky.Instant, s sky.GCRS, mu float64) event.Path {
	r, v := s.Position, s.Velocity
	r0, v2 := math.Sqrt(dot(r, r)), dot(v, v)
	a := 1 / (2/r0 - v2/mu)
	n := math.Sqrt(mu / (a * a * a))
	ec, es := 1-r0/a, dot(r, v)/math.Sqrt(mu*a)
	return func(t sky.Instant) (out sky.GCRS, _ error) {
		dt := t.SecondsFrom(at)
		d := n * dt // the change of the eccentric anomaly
		for range 50 {
			sin, cos := math.Sincos(d)
			step := (d - ec*sin + es*(1-cos) - n*dt) / (1 - ec*cos + es*sin)
			d -= step
			if math.Abs(step) < 1e-15 {
				break
			}
		}
		sin, cos := math.Sincos(d)
		f := 1 - a/r0*(1-cos)
		g := dt - (d-sin)/n
		rr := a * (1 - ec*cos + es*sin)
		fd := -math.Sqrt(mu*a) * sin / (rr * r0)
		gd := 1 - a/rr*(1-cos)
		for i := range 3 {
			out.Position[i] = f*r[i] + g*v[i]
			out.Velocity[i] = fd*r[i] + gd*v[i]
		}
		return out, nil
	}
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

// day is a time of UTC.
func day(year int, month time.Month, d, hour int) sky.Instant {
	return sky.UTC(time.Date(year, month, d, hour, 0, 0, 0, time.UTC))
}
