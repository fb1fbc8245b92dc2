package numeric_test

import (
	"errors"
	"math"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/orbit/air"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

func unit(v [3]float64) [3]float64 {
	d := length(v)
	return [3]float64{v[0] / d, v[1] / d, v[2] / d}
}

// TestVal_Magnitudes holds each force against its closed form at a place where that is
// simple, and against the order of magnitude that Montenbruck and Gill, Satellite
// Orbits, 2000, figure 3.1, shows for a satellite of 0.01 to 0.02 m2/kg at 7,000 km:
// 1e-5 for the oblateness, 1e-9 for the Moon, 5e-10 for the Sun, 1e-10 for radiation
// pressure, 1e-11 for relativity, km/s2, within a factor of three.
func TestVal_Magnitudes(t *testing.T) {
	const r = 7000.0
	f := all(8)
	f.Order = 0
	sun, moon := sky.Sun(epoch), sky.Moon(epoch)
	at := func(direction [3]float64, radius float64) numeric.Accelerations {
		t.Helper()
		d := unit(direction)
		x := unit(cross(d, [3]float64{0.1, 0.2, 1}))
		v := math.Sqrt(mu / radius)
		s := sky.GCRS{Position: [3]float64{radius * d[0], radius * d[1], radius * d[2]},
			Velocity: [3]float64{v * x[0], v * x[1], v * x[2]}}
		a, err := f.Accelerations(s, epoch)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	check := func(name string, got, want, tolerance, figure float64) {
		t.Helper()
		t.Logf("%s: %.4g km/s2, closed form %.4g", name, got, want)
		if math.Abs(got/want-1) > tolerance || got > 3*figure || got < figure/3 {
			t.Errorf("%s: %v, want %v within %v and about %v", name, got, want, tolerance, figure)
		}
	}
	d := length(moon)
	check("Moon, towards it", length(at(moon, r).Moon), 4902.800118*(1/((d-r)*(d-r))-1/(d*d)), 1e-6, 1e-9)
	d = length(sun)
	check("Sun, towards it", length(at(sun, r).Sun), 132712440041*(1/((d-r)*(d-r))-1/(d*d)), 1e-6, 5e-10)
	seen := sky.SunSeen(epoch)
	au := 149597870.7 / (length(seen) - r)
	check("pressure", length(at(seen, r).Pressure), 1361/299792458.0*1.3*0.02*au*au/1000, 1e-9, 1e-10)
	back := [3]float64{-sun[0], -sun[1], -sun[2]}
	if a := at(back, r); a.Sunlight != 0 || a.Pressure != [3]float64{} {
		t.Errorf("behind Earth: %+v", a)
	}
	check("relativity", length(at(moon, r).Relativity), 3*mu*mu/(299792.458*299792.458*r*r*r), 1e-9, 1e-11)
	straightUp := sky.GCRS{Position: [3]float64{r, 0, 0}, Velocity: [3]float64{5, 0, 0}}
	up, err := f.Accelerations(straightUp, epoch)
	if err != nil {
		t.Fatal(err)
	}
	check("relativity, straight up", up.Relativity[0], mu/(299792.458*299792.458*r*r)*(4*mu/r+3*25), 1e-9, 1e-11)
	pole := [3]float64{0, 0, 1}
	m := sky.CelestialToTerrestrial(epoch, nil)
	f.Degree = 2
	check("oblateness, over the pole", length(at(m.Undo(pole), r).Uneven),
		3*1.08262668e-3*mu*6378.1363*6378.1363/(r*r*r*r), 1e-6, 2e-5)

	f.Drag.Air = air.Static(140)
	s := sky.GCRS{Position: [3]float64{0, 0, 6900}, Velocity: [3]float64{7.6, 0, 0}}
	a, err := f.Accelerations(s, epoch)
	if err != nil {
		t.Fatal(err)
	}
	ρ := orbit.AirDensity(si.Length(6900-sky.EarthRadius)*si.Kilometre, 140).SI()
	if want := 0.5 * ρ * 2.2 * 0.02 * 7600 * 7600 / 1000; math.Abs(-a.Drag[0]/want-1) > 2e-5 || math.Abs(a.Drag[2]) > want/100 {
		t.Errorf("drag over the pole %v, want %v backwards", a.Drag, want)
	}
	// Over the equator, at rest in the turning air, there is none; at rest in GCRS it blows east.
	eastward := sky.GCRS{Position: [3]float64{6900, 0, 0}, Velocity: [3]float64{0, 0, 0}}
	if a, err = f.Accelerations(eastward, epoch); err != nil {
		t.Fatal(err)
	}
	wind := turnRate * 6900 * 1000
	ρ = orbit.AirDensity(si.Length(6900-sky.EarthRadius)*si.Kilometre, 140).SI()
	if want := 0.5 * ρ * 2.2 * 0.02 * wind * wind / 1000; math.Abs(a.Drag[1]/want-1) > 1e-4 {
		t.Errorf("the wind pushes %v, want %v", a.Drag, want)
	}
}

// TestVerif_ThirdBodyAside: across the line to the body it pulls together by μr/d³.
func TestVerif_ThirdBodyAside(t *testing.T) {
	moon := sky.Moon(epoch)
	x := unit(cross(moon, [3]float64{0, 0, 1}))
	f := &numeric.Forces{Moon: true}
	a, err := f.Accelerations(sky.GCRS{Position: [3]float64{7000 * x[0], 7000 * x[1], 7000 * x[2]},
		Velocity: [3]float64{1, 1, 1}}, epoch)
	if err != nil {
		t.Fatal(err)
	}
	d := length(moon)
	if got, want := dot(a.Moon, x), -4902.800118*7000/(d*d*d); math.Abs(got/want-1) > 1e-3 {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestVerif_PartsMakeTheWhole differentiates a path twice and finds the sum of the
// parts: what is integrated is what is shown.
func TestVerif_PartsMakeTheWhole(t *testing.T) {
	f := all(12)
	p := propagated(t, f, kepler(mu, 6928, 0.001, 1.7, 1, 2, 3), 200, numeric.Limits{Absolute: 1e-11, MaxStep: 10})
	at := epoch.AddSeconds(100)
	a, err := f.Accelerations(p.At(at), at)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		v := func(s float64) float64 { return p.At(at.AddSeconds(s)).Velocity[i] }
		slope := (45*(v(2)-v(-2)) - 9*(v(4)-v(-4)) + v(6) - v(-6)) / 120
		sum := a.Central[i] + a.Uneven[i] + a.Sun[i] + a.Moon[i] + a.Drag[i] + a.Pressure[i] + a.Relativity[i]
		if math.Abs(slope-sum) > 2e-14 { // rounding of 8 km/s over 10 s
			t.Errorf("axis %d: the path bends by %v, the forces by %v", i, slope, sum)
		}
	}
}

// TestVerif_Bad: whatever is wrong is an error that says so, and nothing hangs.
func TestVerif_Bad(t *testing.T) {
	good := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	nan := math.NaN()
	day := epoch.AddSeconds(86400)
	turn := func(rate float64) func(sky.Instant) sky.Matrix {
		return func(at sky.Instant) sky.Matrix {
			s, c := math.Sincos(at.SecondsFrom(epoch) * rate)
			return sky.Matrix{{c, s, 0}, {-s, c, 0}, {0, 0, 1}}
		}
	}
	broken := func(at sky.Instant) sky.Matrix {
		m := turn(turnRate)(at)
		if at > epoch+5*3600e9 {
			m[0][0] = nan
		}
		return m
	}
	drag := func(d numeric.Drag) numeric.Forces { return numeric.Forces{Drag: d} }
	for _, c := range []struct {
		name   string
		forces numeric.Forces
		state  sky.GCRS
		at, to sky.Instant
		limits numeric.Limits
		want   string
		is     error
	}{
		{name: "no state", to: day, want: "state"},
		{name: "not a number", state: sky.GCRS{Position: [3]float64{nan, 0, 0}, Velocity: good.Velocity}, to: day, want: "state"},
		{name: "no speed", state: sky.GCRS{Position: good.Position}, to: day, want: "state"},
		{name: "infinite", state: sky.GCRS{Position: good.Position, Velocity: [3]float64{math.Inf(1), 0, 0}}, to: day,
			want: "state"},
		{name: "far", state: sky.GCRS{Position: [3]float64{1e9, 0, 0}, Velocity: good.Velocity}, to: day, want: "state"},
		{name: "underground", state: sky.GCRS{Position: [3]float64{6300, 0, 0}, Velocity: good.Velocity}, to: day,
			want: "re-entry at the start", is: numeric.ErrReentry},
		{name: "falling", state: sky.GCRS{Position: [3]float64{7000, 0, 0}, Velocity: [3]float64{-1e-9, 0, 0}}, to: day,
			want: "re-entry after", is: numeric.ErrReentry},
		{name: "through the centre", state: sky.GCRS{Position: [3]float64{7000, 0, 0}, Velocity: [3]float64{-1e-9, 0, 0}},
			to: day, limits: numeric.Limits{Floor: -6378.1369}, want: "after"},
		{name: "degree", forces: numeric.Forces{Degree: 21}, state: good, to: day, want: "degree 21"},
		{name: "order", forces: numeric.Forces{Degree: 3, Order: 4}, state: good, to: day, want: "order 4"},
		{name: "field", forces: numeric.Forces{Field: &numeric.Field{}}, state: good, to: day, want: "gravitational"},
		{name: "coefficients", forces: numeric.Forces{Field: &numeric.Field{Mu: 4e5, Radius: 6e3, Degree: 5}},
			state: good, to: day, want: "coefficients"},
		{name: "area", forces: drag(numeric.Drag{AreaPerMass: nan}), state: good, to: day, want: "drag"},
		{name: "air", forces: drag(numeric.Drag{AreaPerMass: 1, Coefficient: 2}), state: good, to: day, want: "flux"},
		{name: "pressure", forces: numeric.Forces{Pressure: numeric.Pressure{AreaPerMass: 1, Coefficient: -1}},
			state: good, to: day, want: "radiation pressure"},
		{name: "a frame that does not turn", forces: numeric.Forces{Degree: 2, Earth: turn(0)}, state: good, to: day,
			want: "turns as Earth"},
		{name: "a frame that breaks", forces: numeric.Forces{Degree: 2, Earth: broken}, state: good, to: day,
			want: "not finite", is: numeric.ErrNotFinite},
		{name: "tolerance", state: good, to: day, limits: numeric.Limits{Absolute: 1e-30}, want: "tolerances"},
		{name: "negative tolerance", state: good, to: day, limits: numeric.Limits{Absolute: -1, Relative: 1}, want: "tolerances"},
		{name: "step", state: good, to: day, limits: numeric.Limits{MaxStep: -1}, want: "longest step"},
		{name: "steps", state: good, to: day, limits: numeric.Limits{MaxSteps: 10}, want: "too many steps", is: numeric.ErrSteps},
		{name: "no steps", state: good, to: day, limits: numeric.Limits{MaxSteps: -1}, want: "steps"},
		{name: "floor", state: good, to: day, limits: numeric.Limits{Floor: nan}, want: "floor"},
		{name: "span", state: good, at: -9e18, to: 9e18, want: "span"},
		{name: "beyond time", state: good, to: math.MaxInt64, want: "instant"},
	} {
		at := c.at
		if at == 0 {
			at = epoch
		}
		_, err := numeric.Propagate(&c.forces, c.state, at, c.to, c.limits)
		_, same := numeric.Carry(&c.forces, c.state, at, c.to, c.limits)
		if err == nil || !strings.Contains(err.Error(), c.want) || c.is != nil && !errors.Is(err, c.is) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
		if err == nil || same == nil || same.Error() != err.Error() {
			t.Errorf("%s: %v without a path, %v with one", c.name, same, err)
		}
	}
	for _, s := range []sky.GCRS{{}, {Position: [3]float64{nan, 0, 0}}, {Position: [3]float64{1e12, 0, 0}},
		{Position: good.Position, Velocity: [3]float64{nan, 0, 0}}} {
		if _, err := all(8).Accelerations(s, epoch); err == nil {
			t.Errorf("%v has accelerations", s)
		}
	}
	for _, c := range []numeric.Circular{{Altitude: nan}, {Altitude: -7000}, {Altitude: 500, Inclination: nan}, {Altitude: 50}} {
		if v, err := c.DragDeltaV(numeric.Drag{AreaPerMass: 0.01, Coefficient: 2.2, Air: air.Static(140)},
			epoch, 1, true); err == nil {
			t.Errorf("%+v loses %v m/s a year", c, v)
		}
	}
	for _, days := range []float64{0, -1, nan, 1e9} {
		if _, err := (numeric.Circular{Altitude: 500}).DragDeltaV(numeric.Drag{AreaPerMass: 0.01, Coefficient: 2.2, Air: air.Static(140)},
			epoch, days, true); err == nil {
			t.Errorf("%v days pass", days)
		}
	}
}

// TestVerif_LeapSecond: where UT1 is taken for UTC, which leaps, nothing breaks.
func TestVerif_LeapSecond(t *testing.T) {
	f := &numeric.Forces{Degree: 4, Order: 4}
	leap := sky.UTC(time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC))
	for _, hours := range []float64{-30, -3, -1.7, -1, -0.4, 0, 0.3, 1, 2} {
		if _, err := numeric.Carry(f, kepler(mu, 6928, 0.001, 1.7, 1, 2, 3), leap.AddSeconds(3600*hours),
			leap.AddSeconds(3600*hours+10000), numeric.Limits{}); err != nil {
			t.Errorf("%v h from the leap: %v", hours, err)
		}
	}
}

// TestVerif_Path: its ends are the states it was made of, outside it there is none, no
// time makes no path, and what failed keeps what was reached.
func TestVerif_Path(t *testing.T) {
	s := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	f := &numeric.Forces{Degree: 4, Order: 4}
	for _, span := range []float64{5000, -5000, 0} {
		p := propagated(t, f, s, span, numeric.Limits{})
		end, err := numeric.Carry(f, s, epoch, epoch.AddSeconds(span), numeric.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		first, _ := apart(p.At(epoch), s)
		last, _ := apart(p.At(epoch.AddSeconds(span)), end)
		from, to := p.Span()
		if first != 0 || !(last < 1e-11) || to.SecondsFrom(from) != math.Abs(span) ||
			min(from, to) != min(epoch, epoch.AddSeconds(span)) {
			t.Errorf("%v s: ends %v and %v km off, span %v to %v", span, first, last, from, to)
		}
		for _, outside := range []sky.Instant{from - 1, to + 1, math.MinInt64, math.MaxInt64} {
			if x := p.At(outside); !math.IsNaN(x.Position[0]) || !math.IsNaN(x.Velocity[2]) {
				t.Errorf("%v s: at %v there is %v", span, outside, x)
			}
		}
	}
	p, err := numeric.Propagate(f, s, epoch, epoch.AddSeconds(86400), numeric.Limits{MaxSteps: 50})
	if !errors.Is(err, numeric.ErrSteps) || p == nil {
		t.Fatal(err)
	}
	from, to := p.Span()
	if from != epoch || to <= epoch || math.IsNaN(p.At(to).Position[0]) {
		t.Errorf("what was reached: %v to %v", from, to)
	}
}

// TestVerif_SameForAll runs one case beside others and alone: not a bit differs.
func TestVerif_SameForAll(t *testing.T) {
	f := all(8)
	run := func(k int) sky.GCRS {
		s, err := numeric.Carry(f, kepler(mu, 6900+float64(k), 0.001, 1.7, 1, 2, 3), epoch.AddSeconds(100*float64(k)),
			epoch.AddSeconds(9000), numeric.Limits{})
		if err != nil {
			t.Error(err)
		}
		return s
	}
	var together [8]sky.GCRS
	var wait sync.WaitGroup
	for k := range together {
		wait.Go(func() { together[k] = run(k) })
	}
	wait.Wait()
	for k := len(together) - 1; k >= 0; k-- {
		if alone := run(k); alone != together[k] {
			t.Errorf("case %d: %v alone, %v beside others", k, alone, together[k])
		}
	}
}

// TestVerif_StepsAllocateNothing: a day takes what an hour takes.
func TestVerif_StepsAllocateNothing(t *testing.T) {
	f := all(12)
	s := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	count := func(seconds float64) float64 {
		return testing.AllocsPerRun(2, func() {
			if _, err := numeric.Carry(f, s, epoch, epoch.AddSeconds(seconds), numeric.Limits{}); err != nil {
				t.Fatal(err)
			}
		})
	}
	hour, day := count(3600), count(86400)
	t.Logf("%v allocations in an hour, %v in a day", hour, day)
	if hour != day {
		t.Errorf("%v allocations in an hour, %v in a day", hour, day)
	}
}
