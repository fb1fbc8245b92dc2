package numeric

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

const (
	// Source: JPL DE440, Park et al. 2021, Astronomical Journal 161:105, table 2.
	sunMu  = 132712440041.279419 // km3/s2
	moonMu = 4902.800118457549   // km3/s2

	// solarConstant is the light's power at one astronomical unit, W/m2.
	// Source: IAU 2015, resolution B3.
	solarConstant = 1361.0
)

// model is a set of forces made ready for use. It holds the nodes of the heavens and
// so serves one integration at a time.
type model struct {
	forces  *Forces
	field   *Harmonics
	heavens heavens
	now     aspect
	light   float64 // share of the Sun in sight when last asked, 0 without radiation pressure
}

func newModel(f *Forces) (*model, error) {
	if err := f.Check(); err != nil {
		return nil, err
	}
	field, err := f.field().Truncate(f.Degree, f.Order)
	if err != nil {
		return nil, err
	}
	m := &model{forces: f, field: field}
	drag, pressure := f.Drag.AreaPerMass > 0, f.Pressure.AreaPerMass > 0
	if f.Degree >= 2 || drag || pressure {
		m.heavens.earth = f.Earth
		if f.Earth == nil {
			m.heavens.earth = func(t sky.Instant) sky.Matrix { return sky.CelestialToTerrestrial(t, nil) }
		}
	}
	m.heavens.sun = f.Sun || drag && f.Drag.Air.Exponent != 0
	m.heavens.seen = pressure
	m.heavens.moon = f.Moon
	return m, nil
}

// acceleration returns the sum of all forces per mass, km/s2, in GCRS.
func (m *model) acceleration(t sky.Instant, r, v [3]float64) [3]float64 {
	f := m.forces
	m.heavens.at(t, &m.now)
	a := central(m.field.mu, r)
	add := func(b [3]float64) { a[0], a[1], a[2] = a[0]+b[0], a[1]+b[1], a[2]+b[2] }
	if f.Degree >= 2 {
		add(m.uneven(r))
	}
	if f.Sun {
		add(thirdBody(sunMu, r, m.now.sun))
	}
	if f.Moon {
		add(thirdBody(moonMu, r, m.now.moon))
	}
	if f.Drag.AreaPerMass > 0 {
		add(m.drag(r, v))
	}
	if f.Pressure.AreaPerMass > 0 {
		add(m.pressure(r))
	}
	if f.Relativity {
		add(relativity(m.field.mu, r, v))
	}
	return a
}

// Accelerations are the parts of a satellite's acceleration in GCRS, km/s2.
type Accelerations struct {
	Central    [3]float64 // of Earth's whole mass at its centre
	Uneven     [3]float64 // of the rest of its field
	Sun, Moon  [3]float64
	Drag       [3]float64
	Pressure   [3]float64
	Relativity [3]float64
	Sunlight   float64 // share of the Sun's disc in sight
}

// Accelerations returns each part of what acts on a satellite; parts that are left
// out are zero. The position must be finite and off Earth's centre.
func (f *Forces) Accelerations(state sky.GCRS, at sky.Instant) (p Accelerations, err error) {
	m, err := newModel(f)
	if err != nil {
		return p, err
	}
	r, v := state.Position, state.Velocity
	if d, u := dot(r, r), dot(v, v); !(d > 1 && d < 1e14 && u < sky.LightSpeed*sky.LightSpeed) {
		return p, fmt.Errorf("state %v: want it finite, within 1e7 km and off Earth's centre", state)
	}
	m.heavens.seen = true
	if m.heavens.earth == nil {
		m.heavens.earth = func(t sky.Instant) sky.Matrix { return sky.CelestialToTerrestrial(t, nil) }
	}
	m.heavens.at(at, &m.now)
	p.Central = central(m.field.mu, r)
	p.Uneven = m.uneven(r)
	if f.Sun {
		p.Sun = thirdBody(sunMu, r, m.now.sun)
	}
	if f.Moon {
		p.Moon = thirdBody(moonMu, r, m.now.moon)
	}
	if f.Drag.AreaPerMass > 0 {
		p.Drag = m.drag(r, v)
	}
	if f.Pressure.AreaPerMass > 0 {
		p.Pressure = m.pressure(r)
	}
	if f.Relativity {
		p.Relativity = relativity(m.field.mu, r, v)
	}
	p.Sunlight = sunlight(r, m.now.seen, m.now.earth[2])
	return p, nil
}

func central(mu float64, r [3]float64) [3]float64 {
	d2 := dot(r, r)
	g := -mu / (d2 * math.Sqrt(d2))
	return [3]float64{g * r[0], g * r[1], g * r[2]}
}

// uneven is the field's acceleration but for its centre, in GCRS.
func (m *model) uneven(r [3]float64) [3]float64 {
	return m.now.earth.Undo(m.field.Acceleration(m.now.earth.Apply(r)))
}

// thirdBody returns what a body at s pulls the satellite at r more than it pulls Earth,
//
//	a = μ ( (s−r)/|s−r|³ − s/|s|³ )
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, equation 3.37.
// Ignores: the body's own shape; Earth's, as the body sees it.
// Good to: rounding, 1e-21 km/s2 of the Sun's.
// Needs: the satellite away from the body.
func thirdBody(mu float64, r, s [3]float64) (a [3]float64) {
	d := [3]float64{s[0] - r[0], s[1] - r[1], s[2] - r[2]}
	near, far := dot(d, d), dot(s, s)
	n, f := mu/(near*math.Sqrt(near)), mu/(far*math.Sqrt(far))
	for i := range a {
		a[i] = n*d[i] - f*s[i]
	}
	return a
}

// drag returns the air's resistance. The air turns with Earth at ω; with u = v − ω×r
// the speed through it, ρ its density, A/m the area over the mass and Cd the
// coefficient,
//
//	a = −½ ρ Cd (A/m) |u| u
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, equations 3.97 and 3.98.
// Ignores: winds, lift, changes of the coefficient with the air's gases.
// Good to: the density; see package air.
// Needs: the aspect of the instant.
func (m *model) drag(r, v [3]float64) [3]float64 {
	d := &m.forces.Drag
	ground := m.now.earth.Apply(r)
	ρ := d.Air.Density(ground, m.now.earth.Apply(m.now.sun)) // kg/m3
	u := v
	if !d.Still {
		w := cross(m.now.earth[2], r)
		u = [3]float64{v[0] - earthRate*w[0], v[1] - earthRate*w[1], v[2] - earthRate*w[2]}
	}
	k := -0.5 * ρ * 1000 * d.Coefficient * d.AreaPerMass * math.Sqrt(dot(u, u)) // 1/s; 1000 m are a km
	return [3]float64{k * u[0], k * u[1], k * u[2]}
}

// pressure returns the push of sunlight: with P its pressure at one astronomical unit,
// ν the share of the Sun in sight, d the vector from where the Sun's light comes from,
// A/m the area over the mass and Cr the coefficient,
//
//	a = ν P Cr (A/m) (1 au/|d|)² d/|d|,   P = 1361 W/m² / c
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, equation 3.75, for a surface
// that faces the Sun.
// Ignores: other attitudes, Earth's light and warmth, the satellite's own aberration, 5″.
// Good to: the area and the coefficient.
// Needs: the aspect of the instant.
func (m *model) pressure(r [3]float64) [3]float64 {
	p := &m.forces.Pressure
	s := m.now.seen
	d := [3]float64{r[0] - s[0], r[1] - s[1], r[2] - s[2]}
	d2 := dot(d, d)
	const atUnit = solarConstant / (sky.LightSpeed * 1000) / 1000 // km/s2 for 1 m2/kg
	m.light = sunlight(r, s, m.now.earth[2])
	k := m.light * atUnit * p.Coefficient * p.AreaPerMass * sky.AstronomicalUnit * sky.AstronomicalUnit / (d2 * math.Sqrt(d2))
	return [3]float64{k * d[0], k * d[1], k * d[2]}
}

// relativity returns the first correction to Newton's attraction,
//
//	a = μ/(c²r³) ( (4μ/r − v²) r + 4 (r·v) v )
//
// Source: IERS Conventions 2010, equation 10.12, its first line with β = γ = 1.
// Ignores: Earth's spin and its way round the Sun, a thousandth and a fiftieth of it.
// Good to: rounding (TestVal_Magnitudes).
// Needs: nothing.
func relativity(mu float64, r, v [3]float64) (a [3]float64) {
	d2 := dot(r, r)
	d := math.Sqrt(d2)
	k := mu / (sky.LightSpeed * sky.LightSpeed * d2 * d)
	x, y := 4*mu/d-dot(v, v), 4*dot(r, v)
	for i := range a {
		a[i] = k * (x*r[i] + y*v[i])
	}
	return a
}
