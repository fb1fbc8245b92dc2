// Package orbit holds the closed forms of near-Earth orbits that the slow clock
// of the enterprise needs: the Sun's light and Earth's shadow, drag, manoeuvres,
// radiation dose and small debris, each with its source and its measured error.
//
// Orbits are circular. [Environments] gathers what a satellite's designer needs
// of the two orbits the enterprise may choose: dawn–dusk, whose plane follows
// the Sun, and an inclined one, whose plane drifts.
package orbit

import "github.com/dawndusk/dawndusk/si"

// Earth.
const (
	// EarthRadius is the equatorial radius. Source: NIMA TR8350.2, WGS 84, table 3.1.
	EarthRadius = 6378.137 * si.Kilometre
	// EarthMu is the gravitational parameter, m3/s2. Source: WGS 84, table 3.1.
	EarthMu = 3.986004418e14
	// EarthJ2 is the second zonal harmonic. Source: EGM96, −√5 × C̄20 of −4.84165371736e-4.
	EarthJ2 = 1.08262668e-3
)

// Circular is a circular orbit about Earth.
type Circular struct {
	Altitude    si.Length // above the equatorial radius
	Inclination si.Angle
}

// Environment is what an orbit does to a satellite, averaged over a year or at
// its worst, as a satellite's designer needs it.
type Environment struct {
	Circular
	SunlitFraction    float64     // share of the year in sunlight
	LongestEclipse    si.Duration // the longest single eclipse of the year
	EclipsesPerYear   float64     // battery cycles a year
	EclipseDays       float64     // days a year with any eclipse
	Speed             si.Speed    // orbital speed
	AirDensity        si.Density  // at the drawn mean solar activity
	DeployAirDensity  si.Density  // the same at the deployment altitude, which thrust must overcome
	DragCoefficient   float64     // on the area the flow sees
	RaiseDeltaV       si.Speed    // from the deployment altitude, by low thrust
	DisposalDeltaV    si.Speed    // to a perigee that re-enters, by thrust arcs about apogee
	AvoidanceDeltaV   si.Speed    // collision avoidance in one year
	EarthViewNadir    float64     // view factor of Earth for a face that looks down
	EarthViewEdge     float64     // view factor of Earth for a face edge-on to nadir
	DoseRate          DoseCurve   // dose a year against aluminium depth
	FluxOneMillimetre float64     // hits of 1 mm and more, 1/m2/yr on a random plate
	Slots             float64     // satellites the shells in use can hold
}

// DragDeltaVPerYear returns the velocity drag takes in a year, m/s, from a
// satellite that shows the flow the given area for its mass.
func (e *Environment) DragDeltaVPerYear(areaPerMass si.AreaPerMass) float64 {
	return DragDeltaV(areaPerMass, e.DragCoefficient, e.AirDensity, e.Speed).In(si.MetrePerSecond)
}
