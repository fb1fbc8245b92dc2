package launch

import "github.com/dawndusk/dawndusk/si"

// manifest is what flies before data centres, in flights due.
type manifest struct {
	due        float64 // Starship flights owed
	perYear    float64 // of them added a year
	starlink   float64 // kg a month wanted
	growth     float64 // by year, as a factor
	ceiling    float64 // kg a month
	mars       float64 // flights of a window's campaign
	marsGrowth float64
	window     float64 // year of the next Mars window
}

// synodicPeriod is the time between Mars windows in years: 779.94 days (NASA
// planetary fact sheet).
const synodicPeriod = 779.94 / 365.25

// governmentFrom is the first year of Starship flights for government: after
// certification, which took Falcon 9 from 2013 to 2015.
const governmentFrom = 2028

func (m *Model) resetManifest() {
	p := &m.p.Manifest
	m.manifest = manifest{
		starlink:   p.StarlinkMass.In(si.TonnePerYear) * 1000 / 12,
		growth:     1 + p.StarlinkGrowth.In(si.PerYear),
		ceiling:    p.StarlinkCeiling.In(si.TonnePerYear) * 1000 / 12,
		mars:       p.MarsShips.SI() * (1 + p.MarsTankers.SI()),
		marsGrowth: p.MarsGrowth.SI(),
		window:     p.MarsFirst.SI(),
	}
}

// owed adds the month's missions and returns the whole flights due.
//
// Starlink wants its mass on Starship if a flight lifts more than a Falcon;
// Moon campaigns spread over the year, a Mars campaign over the year before its
// window. What cannot fly waits, but no more than a year's worth of it.
func (m *Model) owed(payloadKg float64) int {
	x, p := &m.manifest, &m.p.Manifest
	month := 0.0
	if payloadKg > m.falconPayload {
		month += x.starlink / payloadKg
	}
	if m.year >= governmentFrom {
		month += m.governmentPerMonth
	}
	if m.year >= p.MoonFirst.SI() {
		month += m.moonPerMonth
	}
	if m.year >= x.window {
		x.window += synodicPeriod
		x.mars *= x.marsGrowth
	}
	if m.year >= x.window-1 {
		month += x.mars * (1. / 12)
	}
	x.perYear = 12 * month
	x.due = si.Lesser(x.due+month, x.perYear+1)
	return int(x.due)
}
