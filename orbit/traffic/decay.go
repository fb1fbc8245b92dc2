package traffic

import (
	"errors"
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// Air gives the density of the air, kg/m3, at an altitude in km and a time in years.
type Air func(altitude, years float64) float64

// SunlitAir returns the air of [orbit.AirDensity] under a Sun whose 10.7 cm flux, in
// solar flux units, is a function of the years: a constant, a cycle or a record.
func SunlitAir(flux func(years float64) float64) Air {
	return func(altitude, years float64) float64 {
		return orbit.AirDensity(si.Length(altitude)*si.Kilometre, flux(years)).SI()
	}
}

// SteadyFlux is a Sun that does not change.
func SteadyFlux(flux float64) func(years float64) float64 {
	return func(float64) float64 { return flux }
}

// Decay is an object that falls in the air.
type Decay struct {
	DragArea float64 // drag coefficient × area / mass, m2/kg
	Air      Air
}

// Fall is how a decay ends.
type Fall struct {
	Years  float64 // until perigee is at Reentry, or the horizon
	Fallen bool    // before the horizon
	Orbit  Orbit   // at the end
}

// Reentry is the altitude, km, below which an orbit is lost within a revolution or so.
const Reentry = 120.0

// earthTurn is the rate at which Earth and its air turn, rad/s.
const earthTurn = 7.2921159e-5

// ErrDecay says that a decay was asked of numbers that are none.
var ErrDecay = errors.New("a decay needs a closed orbit above the ground, a drag area of 0 or more in m2/kg, a horizon of up to 10000 years " +
	"and air whose density is a number")

const longestHorizon = 10_000 // years; half of what the steps reach

// From follows an orbit down until its perigee reaches [Reentry], at most for a number
// of years.
//
// The air takes energy all along the orbit, most at perigee, and the orbit shrinks and
// rounds. Over one revolution, with E the eccentric anomaly, x = ae, ρ the density there
// and δ = F Cd A/m,
//
//	Δa = −δ a² ∫ ρ (1+e cos E)^{3/2} (1−e cos E)^{−1/2} dE
//	Δx = −δ a² ∫ ρ ((1+e cos E)/(1−e cos E))^{1/2} (e + cos E) dE
//
// from 0 to 2π; F = (1 − (r_p/v_p) ω cos i)² for air that turns with Earth at ω. The
// integrals are sums at equal steps, which converge fast over a period, as fine as the
// peak about perigee needs. The two are carried on in time by the rule of Dormand and
// Prince, 5(4), with steps such that each errs by at most 1 m.
//
// Source: King-Hele, Satellite Orbits in an Atmosphere, 1987, equations 4.14 and 4.15 with
// F of chapter 3; Dormand and Prince 1980, J. Comput. Appl. Math. 6, 19.
// Ignores: Earth's flattening, day and night and season in the air, Sun and Moon (which
// decide the life of orbits with apogees beyond 10,000 km), light pressure.
// Good to: 0.1 % of closed forms in exponential air (TestVerif_DecayInExponentialAir); 2,000 real
// fragments over four years in TestVal_FallOfFragments; a flux of the future knows a
// factor of two.
// Needs: what ErrDecay says; else it is returned.
func (d Decay) From(o Orbit, horizon float64) (Fall, error) {
	if !o.valid() || !(d.DragArea >= 0) || math.IsInf(d.DragArea, 0) || d.Air == nil || !(horizon > 0 && horizon <= longestHorizon) ||
		o.SemiMajorAxis*(1-o.Eccentricity) < EarthRadius {
		return Fall{}, ErrDecay
	}
	y := state{o.SemiMajorAxis, o.SemiMajorAxis * o.Eccentricity}
	perigee := func(y state) float64 { return y[0] - y[1] - EarthRadius }
	now := func(t float64, y state) Fall {
		return Fall{t, perigee(y) <= Reentry, Orbit{y[0], max(y[1], 0) / y[0], o.Inclination}}
	}
	const (
		within   = 1e-3    // km
		longest  = 0.1     // years, so that a cycle of the Sun is not stepped over
		shortest = 1e-9    // years, 30 ms
		most     = 200_000 // steps
	)
	t, step := 0.0, 1e-5
	for range most {
		if perigee(y) <= Reentry || t >= horizon {
			return now(t, y), nil
		}
		step = min(step, horizon-t, longest)
		next, wrong := d.step(t, step, y, o.Inclination)
		if math.IsNaN(wrong) {
			wrong = math.Inf(1)
		}
		if wrong > within && step > shortest {
			step *= max(0.1, 0.9*math.Pow(within/wrong, 0.2))
			continue
		}
		if !(math.Abs(next[0])+math.Abs(next[1]) < 1e12) {
			return Fall{}, ErrDecay
		}
		if after, before := perigee(next), perigee(y); after < Reentry {
			// Within the last step it sinks evenly enough.
			x := (before - Reentry) / (before - after)
			for k := range y {
				y[k] += x * (next[k] - y[k])
			}
			end := now(t+x*step, y)
			end.Fallen = true
			return end, nil
		}
		t, y = t+step, next
		if horizon-t < 1e-12*horizon {
			t = horizon
		}
		step *= min(5, 0.9*math.Pow(within/max(wrong, 1e-12), 0.2))
		step = max(step, shortest)
	}
	return Fall{}, fmt.Errorf("%w: after %d steps it has come to %v years only", ErrDecay, most, t)
}

// state is half axis and half axis times eccentricity, km.
type state [2]float64

// step makes one step of Dormand and Prince and returns how far two orders differ, km.
func (d Decay) step(t, h float64, y state, incl float64) (state, float64) {
	var k [7]state
	k[0] = d.rates(t, y, incl)
	at := func(c float64, weights ...float64) state {
		z := y
		for i, w := range weights {
			z[0] += h * w * k[i][0]
			z[1] += h * w * k[i][1]
		}
		return d.rates(t+c*h, z, incl)
	}
	k[1] = at(1.0/5, 1.0/5)
	k[2] = at(3.0/10, 3.0/40, 9.0/40)
	k[3] = at(4.0/5, 44.0/45, -56.0/15, 32.0/9)
	k[4] = at(8.0/9, 19372.0/6561, -25360.0/2187, 64448.0/6561, -212.0/729)
	k[5] = at(1, 9017.0/3168, -355.0/33, 46732.0/5247, 49.0/176, -5103.0/18656)
	next, wrong := y, 0.0
	fifth := [...]float64{35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
	for i, w := range fifth {
		next[0] += h * w * k[i][0]
		next[1] += h * w * k[i][1]
	}
	k[6] = d.rates(t+h, next, incl)
	differ := [...]float64{71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40}
	for j := range next {
		e := 0.0
		for i, w := range differ {
			e += w * k[i][j]
		}
		wrong = max(wrong, math.Abs(h*e))
	}
	return next, wrong
}

// rates returns the change of the state in a year.
func (d Decay) rates(t float64, y state, incl float64) state {
	a, x := y[0], max(y[1], 0)
	if !(a > x) {
		return state{}
	}
	e := x / a
	rp := a - x
	altitude := rp - EarthRadius
	low := d.Air(altitude, t)
	if low <= 0 {
		return state{}
	}
	if math.IsNaN(low) {
		return state{low, low}
	}
	// The peak about perigee is a bell in E of width √(H/x), H the scale height.
	H := 10 / max(math.Log(low/d.Air(altitude+10, t)), 0.01)
	width := x / H
	if !(width < 1e4) {
		width = 1e4
	}
	n := 8 + int(4*math.Sqrt(width))
	var sumA, sumX float64
	for j := 0; j <= n; j++ {
		cos := math.Cos(math.Pi * float64(j) / float64(n))
		ρ := low
		if j > 0 {
			ρ = d.Air(a-x*cos-EarthRadius, t)
		}
		if j == 0 || j == n {
			ρ /= 2
		}
		up, down := 1+e*cos, 1-e*cos
		root := math.Sqrt(up / down)
		sumA += ρ * up * root
		sumX += ρ * root * (e + cos)
	}
	speed := math.Sqrt(EarthMu / rp * (1 + e))
	F := 1 - rp/speed*earthTurn*math.Cos(incl)
	// km2 of a², per metre of 1/(ρ δ): a thousand km.
	perYear := -1000 * d.DragArea * F * F * a * a * 2 * math.Pi / float64(n) * Year / (2 * math.Pi * math.Sqrt(a*a*a/EarthMu))
	return state{perYear * sumA, perYear * sumX}
}

// Highest returns the highest circular altitude, km, from which an object falls within
// a number of years, to 0.1 km; such as the altitude below which the five-year rule
// keeps itself. It is 0 if none down to 150 km does, and 2000 if all up there do.
func (d Decay) Highest(inclination, years float64) (float64, error) {
	return d.edge(years, 2000, func(h float64) Orbit { return Orbit{EarthRadius + h, 0, inclination} })
}

// Disposal is a manoeuvre that makes an orbit fall in time.
type Disposal struct {
	Perigee float64 // altitude to which perigee is lowered, km
	DeltaV  float64 // m/s, one impulse
}

// Dispose returns the least impulse at a circular altitude, km, after which an object
// falls within a number of years by lowering its perigee. Where it falls anyway the
// impulse is 0.
//
// Source: [Decay.From]; [orbit.DeorbitDeltaV].
// Ignores: finite thrust ([orbit.ArcLoss]); that perigee may be lowered further for a
// controlled re-entry.
// Good to: 0.1 km of perigee.
// Needs: an altitude from 150 to 2000 km; else ErrDecay.
func (d Decay) Dispose(altitude, inclination, years float64) (Disposal, error) {
	if !(altitude >= 150 && altitude <= 2000) {
		return Disposal{}, ErrDecay
	}
	h, err := d.edge(years, altitude, func(h float64) Orbit {
		apogee, perigee := EarthRadius+altitude, EarthRadius+h
		return Orbit{(apogee + perigee) / 2, (apogee - perigee) / (apogee + perigee), inclination}
	})
	if err != nil {
		return Disposal{}, err
	}
	h = max(h, Reentry) // lower than any lifetime asks
	return Disposal{h, orbit.DeorbitDeltaV(si.Length(altitude)*si.Kilometre, si.Length(h)*si.Kilometre).In(si.MetrePerSecond)}, nil
}

// edge finds the highest altitude up to a top whose orbit falls within years.
func (d Decay) edge(years, top float64, of func(h float64) Orbit) (float64, error) {
	falls := func(h float64) (bool, error) {
		f, err := d.From(of(h), years)
		return f.Fallen, err
	}
	low, high := 150.0, top
	if ok, err := falls(high); ok || err != nil {
		return high, err
	}
	if ok, err := falls(low); !ok || err != nil {
		return 0, err
	}
	for high-low > 0.1 {
		mid := (low + high) / 2
		ok, err := falls(mid)
		if err != nil {
			return 0, err
		}
		if ok {
			low = mid
		} else {
			high = mid
		}
	}
	return low, nil
}
