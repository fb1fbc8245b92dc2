package event

import "github.com/dawndusk/dawndusk/orbit/sky"

const lightSpeed = 299792.458 // km/s; exact

// ApparentSun returns where the Sun's centre is seen from Earth's in GCRS, km: its
// place relative to Earth one light time ago, which holds both the light's delay
// and the aberration by Earth's motion.
//
// In the frame that moves with Earth the light that grazes Earth now left the
// place where the Sun was then. A satellite's own motion shifts Sun and limb alike
// and changes no eclipse.
//
// Source: Explanatory Supplement to the Astronomical Almanac, 3rd ed., section
// 7.2.3, planetary aberration.
// Ignores: the square of the velocity over that of light, 0.002 arc seconds; the
// curvature of Earth's way in eight minutes, under a kilometre towards the Sun.
// Good to: as [sky.Sun].
// Needs: nothing.
func ApparentSun(t sky.Instant) [3]float64 {
	return sky.Sun(t.AddSeconds(-norm(sky.Sun(t)) / lightSpeed))
}

// almanac gives Sun and pole by cubic interpolation between six-hourly values.
// The fastest term that counts, Earth's swing about the barycentre with the Moon,
// has 27 days and 6.4 arc seconds: the cubic is within 2e-6 arc seconds of it.
type almanac struct {
	sun   func(sky.Instant) [3]float64
	cell  sky.Instant // 0 before the first use, when nodes are empty
	ready bool
	nodes [4][2][3]float64 // Sun in km and pole at cells −1, 0, 1, 2
}

const almanacStep = sky.Instant(6 * 3600 * 1e9)

// at returns the Sun, its velocity (km/s) and Earth's pole, the z axis of the true
// equator of date, all in GCRS. What it returns depends on t alone.
func (a *almanac) at(t sky.Instant) (sun, drift, pole [3]float64) {
	cell := t / almanacStep
	if t%almanacStep < 0 {
		cell--
	}
	if !a.ready || cell != a.cell {
		a.fill(cell)
	}
	// Lagrange's weights at −1, 0, 1, 2 and their derivatives.
	x := float64(t-cell*almanacStep) / float64(almanacStep)
	w := [4]float64{-x * (x - 1) * (x - 2) / 6, (x + 1) * (x - 1) * (x - 2) / 2, -(x + 1) * x * (x - 2) / 2, (x + 1) * x * (x - 1) / 6}
	d := [4]float64{-(3*x*x - 6*x + 2) / 6, (3*x*x - 4*x - 1) / 2, -(3*x*x - 2*x - 2) / 2, (3*x*x - 1) / 6}
	for i := range 4 {
		sun = along(sun, w[i], a.nodes[i][0])
		drift = along(drift, d[i]/(float64(almanacStep)*1e-9), a.nodes[i][0])
		pole = along(pole, w[i], a.nodes[i][1])
	}
	return
}

func (a *almanac) fill(cell sky.Instant) {
	for i := range 4 {
		from := cell + sky.Instant(i) - a.cell
		if a.ready && from > 0 && from < 4 && cell-a.cell > 0 {
			a.nodes[i] = a.nodes[from]
			continue
		}
		t := (cell + sky.Instant(i) - 1) * almanacStep
		m := sky.CelestialToTEME(t)
		a.nodes[i] = [2][3]float64{a.sun(t), m[2]}
	}
	a.cell, a.ready = cell, true
}
