// Package orbit holds the closed forms of near-Earth orbits that the slow clock
// of the enterprise needs: the Sun's light and Earth's shadow, drag, manoeuvres
// and radiation dose, each with its source and its measured error.
package orbit

import "github.com/dawndusk/dawndusk/si"

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
	AirDensity        si.Density  // cycle mean at the design solar activity
	RaiseDeltaV       si.Speed    // from the deployment altitude, by low thrust
	DisposalDeltaV    si.Speed    // to a perigee that re-enters
	EarthViewNadir    float64     // view factor of Earth for a face that looks down
	EarthViewEdge     float64     // view factor of Earth for a face edge-on to nadir
	DoseRate          DoseCurve   // dose a year against aluminium depth
	FluxOneMillimetre float64     // hits of 1 mm and more, 1/m2/yr on a random plate
}

// DoseCurve is a yearly dose behind aluminium spheres of rising thickness.
type DoseCurve struct {
	Depth [DoseDepths]float64 // mm
	Dose  [DoseDepths]float64 // Gy/yr
}

// DoseDepths is the number of points of a DoseCurve.
const DoseDepths = 25
