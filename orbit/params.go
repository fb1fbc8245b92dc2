package orbit

import "github.com/dawndusk/dawndusk/si"

// Params are the orbit chapter's inputs: which orbits the enterprise may choose
// and how hostile they turn out to be.
type Params struct {
	Altitude            si.Length   // of the dawn–dusk orbit
	NodeLocalTime       si.Duration // mean local time of its ascending node, since midnight
	InclinedAltitude    si.Length   // of the inclined orbit
	InclinedInclination si.Angle
	DeployAltitude      si.Length // where the launcher lets satellites go
	DisposalPerigee     si.Length // the perigee a satellite is brought down to at its end
	DisposalHalfArc     si.Angle  // reach of the disposal burns before and after apogee

	SolarFlux       si.Count // 10.7 cm flux that gives the mean density of a satellite's life, 1e-22 W/m2/Hz
	DensityFactor   si.Ratio // true mean density over the model's
	DragCoefficient si.Ratio // on the area the flow sees

	TrappedDoseFactor si.Ratio // true trapped dose over the model's
	DoseGrowth        si.Ratio // trapped dose at one altitude over that 100 km lower
	SolarProtonFactor si.Ratio // all dose on a polar orbit over the trapped part

	DebrisFlux      si.AreaFlux // pieces of 1 mm and more at 800 km on a randomly turned plate
	MeteoroidFactor si.Ratio    // true meteoroid flux over the model's

	AvoidanceRate    si.Rate  // collision-avoidance manoeuvres of one satellite
	AvoidanceImpulse si.Speed // velocity one of them takes, there and back

	SlotSpacing  si.Length // between neighbours along a ring
	ShellSpacing si.Length // between rings in altitude
	ShellBand    si.Length // altitude band the rings share
}

// Environments returns what the dawn–dusk and the inclined orbit do to a satellite.
func Environments(p *Params) (dawnDusk, inclined Environment) {
	d, i := Lights(p)
	return EnvironmentsLit(p, d, i)
}

// Lights returns the year of light and the belts on both orbits, which takes most of the time
// of [Environments] and depends on the choice of orbits alone: who draws the
// other inputs many times asks once and calls [EnvironmentsLit].
func Lights(p *Params) (dawnDusk, inclined Light) {
	dawnDusk, inclined = SunSynchronousLight(p.Altitude, p.NodeLocalTime), DriftingLight(p.inclined())
	dawnDusk.Trapped, inclined.Trapped = TrappedDose(p.dawnDusk().Inclination), TrappedDose(p.InclinedInclination)
	return dawnDusk, inclined
}

// EnvironmentsLit is [Environments] with the answer of [Lights] given.
func EnvironmentsLit(p *Params, lightDawnDusk, lightInclined Light) (dawnDusk, inclined Environment) {
	return p.environment(p.dawnDusk(), lightDawnDusk), p.environment(p.inclined(), lightInclined)
}

// Deployment returns the orbits the launcher delivers to: the target inclinations
// at the deployment altitude, or at the target's where that is lower. While a
// satellite climbs its plane turns faster than it will up there; the launcher
// aims ahead of that.
func (p *Params) Deployment() (dawnDusk, inclined Circular) {
	dawnDusk, inclined = p.dawnDusk(), p.inclined()
	dawnDusk.Altitude = min(p.DeployAltitude, p.Altitude)
	inclined.Altitude = min(p.DeployAltitude, p.InclinedAltitude)
	return dawnDusk, inclined
}

func (p *Params) dawnDusk() Circular {
	return Circular{p.Altitude, SunSynchronousInclination(p.Altitude)}
}

func (p *Params) inclined() Circular {
	return Circular{p.InclinedAltitude, p.InclinedInclination}
}

func (p *Params) environment(c Circular, l Light) Environment {
	flux, density := float64(p.SolarFlux), si.Density(p.DensityFactor)
	deploy := min(p.DeployAltitude, c.Altitude)
	return Environment{
		Circular:          c,
		SunlitFraction:    l.SunlitFraction,
		LongestEclipse:    l.LongestEclipse,
		EclipsesPerYear:   l.EclipsesPerYear,
		EclipseDays:       l.EclipseDays,
		Speed:             Speed(c.Altitude),
		AirDensity:        density * AirDensity(c.Altitude, flux),
		DeployAirDensity:  density * AirDensity(deploy, flux),
		DragCoefficient:   float64(p.DragCoefficient),
		RaiseDeltaV:       SpiralDeltaV(deploy, c.Altitude),
		DisposalDeltaV:    si.Speed(ArcLoss(p.DisposalHalfArc)) * DeorbitDeltaV(c.Altitude, min(p.DisposalPerigee, c.Altitude)),
		AvoidanceDeltaV:   p.AvoidanceImpulse * si.Speed(p.AvoidanceRate.In(si.PerYear)),
		EarthViewNadir:    EarthViewFactorNadir(c.Altitude),
		EarthViewEdge:     EarthViewFactorEdge(c.Altitude),
		DoseRate:          p.doseRate(c, &l.Trapped),
		FluxOneMillimetre: p.FluxOneMillimetre(c.Altitude),
		Slots:             Slots(c.Altitude, p.SlotSpacing, p.ShellBand, p.ShellSpacing),
	}
}
