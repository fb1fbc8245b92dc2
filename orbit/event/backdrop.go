package event

import "github.com/dawndusk/dawndusk/orbit/sky"

// backdrop gives Sun and pole by cubic interpolation between six-hourly values.
// The fastest term that counts, Earth's swing about the barycentre with the Moon,
// has 27 days and 6.4 arc seconds: the cubic is within 5e-6 arc seconds of it, 4 m
// (TestVerif_Backdrop).
// Package sky keeps such values too, for a span known beforehand and its own Sun.
type backdrop struct {
	sun   func(sky.Instant) [3]float64 // nil: only the pole is wanted
	cell  sky.Instant
	ready bool             // false before the first use, when nodes are empty
	nodes [4][2][3]float64 // Sun in km and pole at cells −1, 0, 1, 2
}

const backdropStep = sky.Instant(6 * 3600 * 1e9)

// at returns the Sun, its velocity (km/s) and Earth's pole, the z axis of the true
// equator of date, all in GCRS. What it returns depends on t alone.
func (b *backdrop) at(t sky.Instant) (sun, drift, pole [3]float64) {
	cell := t / backdropStep
	if t%backdropStep < 0 {
		cell--
	}
	if !b.ready || cell != b.cell {
		b.fill(cell)
	}
	// Lagrange's weights at −1, 0, 1, 2 and their derivatives.
	x := float64(t-cell*backdropStep) / float64(backdropStep)
	w := [4]float64{-x * (x - 1) * (x - 2) / 6, (x + 1) * (x - 1) * (x - 2) / 2, -(x + 1) * x * (x - 2) / 2, (x + 1) * x * (x - 1) / 6}
	d := [4]float64{-(3*x*x - 6*x + 2) / 6, (3*x*x - 4*x - 1) / 2, -(3*x*x - 2*x - 2) / 2, (3*x*x - 1) / 6}
	for i := range 4 {
		sun = along(sun, w[i], b.nodes[i][0])
		drift = along(drift, d[i]/(float64(backdropStep)*1e-9), b.nodes[i][0])
		pole = along(pole, w[i], b.nodes[i][1])
	}
	return
}

func (b *backdrop) fill(cell sky.Instant) {
	for i := range 4 {
		from := cell + sky.Instant(i) - b.cell
		if b.ready && cell > b.cell && from < 4 {
			b.nodes[i] = b.nodes[from]
			continue
		}
		t := (cell + sky.Instant(i) - 1) * backdropStep
		m := sky.CelestialToTEME(t)
		b.nodes[i][1] = m[2]
		if b.sun != nil {
			b.nodes[i][0] = b.sun(t)
		}
	}
	b.cell, b.ready = cell, true
}
