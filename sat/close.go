package sat

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

const gravity = 9.80665 // m/s2. Source: third CGPM, 1901.

// design is what power, orbit and life settle, and what the year makes of it.
type design struct {
	p *Params
	s *Spec

	years, seconds           float64 // life
	age                      float64 // of the specific masses, years; −1: not known
	fArray, fThermal, fBus   float64 // their progress
	itW, payloadW, terminals float64
	linksW                   si.Power // of the light and modems of a terminal, as the loads have it
	terminalsW               float64
	sunlitW                  float64 // design loads but pump and thruster
	housekeepingW            float64
	busEfficiency, pump      float64
	rechargeShare            float64 // recharge power in sunlight by battery output
	eclipseS                 float64 // longest eclipse
	depth                    float64 // of discharge
	cosBeta                  float64 // of the smallest angle between Sun and orbital plane
	arrayBOL, arrayEOL, cell float64 // W/m2, W/m2, K
	inletK, outletK, panelK  float64
	fin, flux                float64
	tubes                    tubes
	frameKgPerM2             float64 // of a panel, without progress
	panelKgPerM2             float64
	hitsPerM2                float64 // punctures a year by tube surface
	tilt                     float64 // |sin 2θ| of the angle that wheels hold against gravity
	shieldMM, shieldKg       float64
	dose                     float64
	doseHeld                 bool
	exhaust, jetWPerN        float64 // m/s; power by thrust
	dragPressure             float64 // N/m2
	deployPressure           float64
	arrayAcross              float64           // of the array's area, on average across the flow
	dragGain                 float64           // what a watt against drag adds to itself
	dragW                    [Cheapest]float64 // mean, to make good the drag, by way through the shadow
	climbShare               float64           // of the drag below that holds on average over the climb
	rate                     float64           // orbital, rad/s
	raiseAccel               float64           // mean of the climb, m/s2
	structure                float64           // by what it carries
	pumpGain                 float64           // 1 − κ/η of the pump's own heat
}

// burnt is the share 1 − e^(−x) of its mass that a satellite burns for x of its exhaust
// speed; below a twelfth, where electric propulsion is, by the series, good to 1e-11.
func burnt(x float64) float64 {
	if !(x < 1./12 && x >= 0) {
		return -math.Expm1(-x)
	}
	return x * (1 - x*(1./2-x*(1./6-x*(1./24-x*(1./120-x*(1./720))))))
}

// batteryEfficiency is what of the energy put into a lithium battery comes back.
// Source: F. Culfaz 2026, odc/scenarios.py: round trip 0.93.
const batteryEfficiency = 0.93

// newDesign works out what power, orbit and life settle, and the rest for the
// specification as it stands.
func newDesign(p *Params, s *Spec) (d design, ok bool) {
	e := &s.Environment
	it, h, life := s.ITPower.SI(), e.Altitude.SI(), s.Life.SI()
	if !(it >= 0 && h > 0 && life > 0 && it+s.PayloadPower.SI() > 0) || math.IsInf(it+h+life, 0) {
		return d, false
	}
	d.p, d.s = p, s
	d.seconds, d.years = life, s.Life.In(si.Year)
	d.itW, d.payloadW = it, s.PayloadPower.SI()
	d.age = -1

	// Loads.
	d.terminals = float64(max(0, s.Compute.Terminals))
	d.loads()
	d.busEfficiency = 1 - p.Bus.ConversionLoss.SI()
	d.pump = pumpShare(p.Thermal.LoopPressure.SI(), p.Thermal.LoopDrop.SI())
	if !(d.busEfficiency > 0 && d.pump < d.busEfficiency) {
		return d, false
	}
	d.pumpGain = 1 - d.pump/d.busEfficiency
	share := p.Bus.StructureShare.SI()
	d.structure = share / (1 - share)

	// Sun and shadow.
	period := orbit.Period(e.Altitude).SI()
	d.rate = 2 * math.Pi / period
	d.eclipseS = min(max(0, e.LongestEclipse.SI()), 0.45*period)
	d.rechargeShare = d.eclipseS / ((period - d.eclipseS) * batteryEfficiency)
	d.depth = depthOfDischarge(p.Battery.DepthOfDischarge.SI(), e.EclipsesPerYear*d.years)
	ρ := orbit.EarthRadius.SI() / (orbit.EarthRadius.SI() + h)
	d.cosBeta = min(1, math.Sqrt(1-ρ*ρ)/math.Cos(math.Pi*d.eclipseS/period))

	d.tilt = math.Abs(math.Sin(2 * p.Bus.AttitudeOffset.SI()))

	return d, d.array() && d.radiator() && d.rest() && d.drag()
}

// loads sets what the specification draws, as its links stand.
func (d *design) loads() {
	p, c := d.p, &d.s.Compute
	d.linksW = c.LinkPower
	d.terminalsW = d.terminals * (p.Bus.TerminalPower + c.LinkPower).SI()
	d.housekeepingW = p.Bus.AvionicsPower.SI() + d.terminalsW + d.payloadW
	d.sunlitW = d.itW*(1+p.PeakCoverage.SI()*max(0, c.PeakPerAverage-1)) + d.housekeepingW
}

// advance sets what the year makes of the links and of the specific masses.
func (d *design) advance() {
	if d.s.Compute.LinkPower != d.linksW {
		d.loads()
		d.dragPower()
	}
	q := &d.p.Progress
	if age := max(0, d.s.TechYear-massYear); age != d.age {
		d.age = age
		d.fArray = progress(q.Array, q.ArrayFloor, age)
		d.fThermal = progress(q.Thermal, q.ThermalFloor, age)
		d.fBus = progress(q.Bus, q.BusFloor, age)
		d.panelKgPerM2 = d.fThermal * d.frameKgPerM2
	}
}

// massYear is the year whose specific masses the parameters are.
const massYear = 2026

// progress returns a specific mass by that of massYear after the given years: the
// part above the floor falls exponentially.
func progress(rate si.Rate, floor si.Ratio, years float64) float64 {
	return floor.SI() + (1-floor.SI())*math.Exp(-rate.In(si.PerYear)*years)
}

func (d *design) array() bool {
	a, th := &d.p.Array, &d.p.Thermal
	η := a.Efficiency.SI()
	d.cell = CellTemperature(solarConstant, η, d.s.Environment.EarthViewEdge, th.EarthInfrared.SI())
	d.arrayBOL = ArrayFlux(solarConstant*aphelion, η, a.Packing.SI(), a.Pointing.SI(), a.TemperatureCoefficient.SI(), d.cell)
	d.arrayEOL = d.arrayBOL * math.Pow(max(0, 1-a.Degradation.In(si.PerYear)), d.years)
	return d.arrayEOL > 1
}

func (d *design) radiator() bool {
	th, e := &d.p.Thermal, &d.s.Environment
	d.inletK = d.s.Compute.JunctionLimit.SI() - th.JunctionMargin.SI() - th.JunctionToCoolant.SI()
	d.outletK = d.inletK - th.LoopDrop.SI()
	root, tail := d.inletK-th.CoolantToPanel.SI(), d.outletK-th.CoolantToPanel.SI()
	if !(tail > 150) { // no coolant stays liquid; ammonia freezes at 195 K
		return false
	}
	d.panelK = meanRadiating(root, tail)
	ε := th.Emissivity.SI()
	d.fin = FinEfficiency(d.panelK, ε, th.FinConductivity.SI(), th.FinThickness.SI(), th.TubeSpacing.SI()/2)
	around := Surroundings{
		SunOnFace:     solarConstant * math.Abs(math.Sin(th.SunAngle.SI())),
		Albedo:        th.Albedo.SI() * solarConstant * d.cosBeta / math.Pi,
		EarthInfrared: th.EarthInfrared.SI(),
		ViewA:         e.EarthViewEdge,
		ViewB:         e.EarthViewEdge,
	}
	if th.Attitude == FaceToEarth {
		around.ViewA, around.ViewB = e.EarthViewNadir, 0
	}
	d.flux = PanelFlux(d.panelK, d.fin, ε, th.SolarAbsorptance.SI(), &around)
	d.tubes = d.p.tubes()
	d.frameKgPerM2 = th.FrameDensity.SI() + th.FinThickness.SI()*aluminium + d.tubes.bare
	d.hitsPerM2 = d.p.Armour.punctureRate(e.FluxOneMillimetre, 1)
	return d.flux > 1
}

func (d *design) rest() bool {
	p, e := d.p, &d.s.Environment
	// Shielding.
	r := &p.Radiation
	allowed := r.DoseLimit.SI() / (r.DoseMargin.SI() * d.years)
	inherent := r.InherentShielding
	depth, held := e.DoseRate.DepthFor(allowed)
	d.doseHeld, d.dose = held, allowed
	if deepest := max(r.MaxDepth, inherent); depth > deepest {
		depth, d.doseHeld = deepest, false
	}
	depth = max(depth, inherent)
	if d.itW == 0 {
		depth, d.doseHeld = inherent, true // a payload brings its own shielding
	}
	if depth == inherent || !d.doseHeld {
		d.dose = e.DoseRate.Behind(depth)
	}
	d.shieldMM = (depth - inherent).In(si.Millimetre)
	d.shieldKg = (depth - inherent).SI() * aluminium * r.EnclosureArea.SI() * d.itW

	// Propulsion.
	d.exhaust = p.Propulsion.SpecificImpulse.SI() * gravity
	d.jetWPerN = d.exhaust / (2 * p.Propulsion.Efficiency.SI())
	d.raiseAccel = e.RaiseDeltaV.SI() / p.Propulsion.RaiseTime.SI()
	v := e.Speed.SI()
	d.dragPressure = 0.5 * e.DragCoefficient * v * v * max(0, e.AirDensity.SI())
	d.deployPressure = 0.5 * e.DragCoefficient * v * v * max(0, e.DeployAirDensity.SI())
	d.climbShare = meanDensity(d.deployPressure, d.dragPressure)
	// An array that follows the Sun shows the flow 2/π of cos β of itself, on
	// average round the orbit.
	d.arrayAcross = d.cosBeta * 2 / math.Pi

	return d.exhaust > 0 && p.Propulsion.Efficiency.SI() > 0 && p.Propulsion.RaiseTime.SI() > 0
}

// drag works out what the power that makes good the drag adds to itself: area
// drags, drag takes power and power takes area, all in proportion and whatever the
// mass, so a watt against drag makes gain more.
func (d *design) drag() bool {
	var b Budget
	d.dragGain = d.power(&b, Sleep, 1) - d.power(&b, Sleep, 0)
	d.dragPower()
	return d.dragGain < 1
}

// dragPower sets that power for each way through the shadow, with the loads as
// they stand.
func (d *design) dragPower() {
	var b Budget
	for mode := range d.dragW {
		d.dragW[mode] = d.power(&b, EclipseMode(mode), 0) / (1 - d.dragGain)
	}
}

// eclipseShare returns what share of their power the machines keep in shadow.
func (d *design) eclipseShare(mode EclipseMode) float64 {
	switch mode {
	case Battery:
		return 1
	case Throttle:
		return d.p.ThrottleShare.SI()
	}
	return 0
}

// power fills the loads of a satellite that makes good its drag with the given
// mean power, and what they need: array, battery and radiator. It returns the
// power that the drag on these areas needs.
func (d *design) power(b *Budget, mode EclipseMode, dragW float64) (nextDragW float64) {
	p, L := d.p, &b.Lines

	// The pump's own draw is heat that it must carry too:
	//
	//	pump = κ·heat,  heat = (loads + pump)/η − what leaves as jet or radio
	//
	// Antennas are their own radiators, a thruster throws its power overboard.
	κ, η := d.pump, d.busEfficiency
	pump := κ * ((d.sunlitW+dragW)/η - dragW - d.payloadW) / d.pumpGain
	handled := (d.sunlitW + dragW + pump) / η
	b.HeatW = handled - dragW - d.payloadW
	b.EclipsePowerShare = d.eclipseShare(mode)
	eclipse := (d.itW*b.EclipsePowerShare + d.housekeepingW + pump) / η
	recharge := eclipse * d.rechargeShare
	b.ArrayEOLW = handled + recharge
	b.ArrayAreaM2 = b.ArrayEOLW / d.arrayEOL
	b.ArrayBOLW = b.ArrayAreaM2 * d.arrayBOL
	// An hour of housekeeping at least, for deployment and safe mode.
	b.BatteryWh = max(BatteryEnergy(eclipse, d.eclipseS, d.depth, math.Sqrt(batteryEfficiency)), p.Bus.AvionicsPower.SI()*3600) / 3600
	b.RadiatorAreaM2 = b.HeatW / d.flux
	L[LineArray].AreaM2, L[LineRadiator].AreaM2 = b.ArrayAreaM2, b.RadiatorAreaM2

	// Loads at the design point; they add up to the array at its end of life.
	L[LineCompute].PowerW = d.sunlitW - d.housekeepingW
	L[LinePayload].PowerW = d.payloadW
	L[LineAvionics].PowerW = p.Bus.AvionicsPower.SI()
	L[LineTerminals].PowerW = d.terminalsW
	L[LineLoop].PowerW = pump
	L[LinePropulsion].PowerW = dragW
	L[LineConversion].PowerW = handled * p.Bus.ConversionLoss.SI()
	L[LineBattery].PowerW = recharge

	across := b.ArrayAreaM2 * d.arrayAcross
	if p.Thermal.Attitude == EdgeToEarth {
		across += b.RadiatorAreaM2
	}
	b.DragN = d.dragPressure * across
	return b.DragN * d.jetWPerN
}

// close fills the masses that agree with themselves: propulsion carries them all,
// its own included.
func (d *design) close(b *Budget) (ok bool) {
	hardwareKg := d.hardware(b)

	// What comes out grows almost in proportion to the wet mass put in, from the dry
	// mass without propulsion: follow the line through the last two tries to where
	// both agree. Propulsion is a twentieth at first; any start ends at the same mass.
	lastWet, lastNext := 0.0, d.dry(b, hardwareKg)
	wet := 1.05 * lastNext
	for b.Iterations < maxIterations {
		b.Iterations++
		next := d.propulsion(b, hardwareKg, wet)
		if !(next > 0 && next < 1e9) {
			return false
		}
		if math.Abs(next-wet) <= 1e-9*next {
			return b.Lines[LinePropellant].MassKg < 0.5*next && b.ThrusterW < 2*b.ArrayEOLW
		}
		step := next - wet
		if slope := (next - lastNext) / (wet - lastWet); slope < 0.9 { // lines that hardly meet are not followed
			step /= 1 - slope
		}
		lastWet, lastNext = wet, next
		wet += step
	}
	return false
}

const maxIterations = 60

// hardware fills the masses that follow from power and area, and returns their sum.
func (d *design) hardware(b *Budget) (kg float64) {
	p, L := d.p, &b.Lines
	L[LineCompute].MassKg = d.itW * d.s.Compute.MassPerITPower.SI()
	L[LinePayload].MassKg = d.s.PayloadMass.SI()
	L[LineArray].MassKg = b.ArrayAreaM2 * p.Array.ArealDensity.SI() * d.fArray
	L[LineBattery].MassKg = b.BatteryWh * 3600 / p.Battery.SpecificEnergy.SI()
	L[LineRadiator].MassKg = b.RadiatorAreaM2 * d.panelKgPerM2
	L[LineLoop].MassKg = b.HeatW * p.Thermal.LoopMass.SI() * d.fThermal
	L[LineShielding].MassKg = d.shieldKg + b.RadiatorAreaM2*d.tubes.armour
	L[LineAvionics].MassKg = p.Bus.AvionicsMass.SI() * d.fBus
	L[LineTerminals].MassKg = d.terminals * p.Bus.TerminalMass.SI() * d.fBus
	L[LineConversion].MassKg = b.ArrayEOLW * p.Bus.ConversionMass.SI() * d.fBus
	L[LineAttitude].MassKg = wheelMass(L[LineArray].MassKg, b.ArrayAreaM2, d.rate, d.tilt)
	return L[LineCompute].MassKg + L[LinePayload].MassKg + L[LineArray].MassKg + L[LineBattery].MassKg + L[LineRadiator].MassKg +
		L[LineLoop].MassKg + L[LineShielding].MassKg + L[LineAvionics].MassKg + L[LineTerminals].MassKg + L[LineConversion].MassKg + L[LineAttitude].MassKg
}

// propulsion fills what it takes to carry the given hardware at the given wet
// mass, with the structure and the growth that go with it, and returns the wet
// mass that comes out.
func (d *design) propulsion(b *Budget, hardwareKg, wet float64) (nextWet float64) {
	p, e, L := d.p, &d.s.Environment, &b.Lines
	pr := &p.Propulsion

	// Thrust to climb within the time allowed against the air below, and to hold.
	raise, raiseS := e.RaiseDeltaV.SI(), pr.RaiseTime.SI()
	climbDragN := d.deployPressure * b.ArrayAreaM2 * d.arrayAcross // no heat yet: the radiator flies edge-on
	thrust := wet*d.raiseAccel + climbDragN
	if hold := 2 * b.DragN; thrust < hold {
		thrust = hold
	}
	b.ThrusterW = thrust * d.jetWPerN

	// Air takes momentum, the lighter satellite the more of its speed.
	climbNs, holdNs := d.climbShare*climbDragN*raiseS, b.DragN*d.seconds
	b.RaiseMPerS, b.DragMPerS = raise+climbNs/wet, holdNs/wet
	b.AvoidMPerS, b.DisposeMPerS = e.AvoidanceDeltaV.SI()*d.years, e.DisposalDeltaV.SI()
	b.DeltaVMPerS = raise + b.AvoidMPerS + b.DisposeMPerS + (climbNs+holdNs)/wet
	propellant := wet * burnt(b.DeltaVMPerS/d.exhaust) * (1 + pr.Reserve.SI())
	L[LinePropulsion].MassKg = b.ThrusterW*pr.SpecificMass.SI() + propellant*pr.TankShare.SI()
	L[LinePropellant].MassKg = propellant

	return d.dry(b, hardwareKg+L[LinePropulsion].MassKg) + propellant
}

// dry fills what goes with hardware and propulsion of the given mass, and returns
// the dry mass. Structure is a share of it before growth, itself included.
func (d *design) dry(b *Budget, bareKg float64) float64 {
	bus, L := &d.p.Bus, &b.Lines
	L[LineStructure].MassKg = bareKg * d.structure
	built := bareKg + L[LineStructure].MassKg
	L[LineGrowth].MassKg = built * bus.Growth.SI()
	b.DryMassKg = built + L[LineGrowth].MassKg
	return b.DryMassKg
}

// meanDensity returns the mean density of air that thins exponentially from
// below to above, by that below: the logarithmic mean of both ends.
//
//	m = (ρ_b − ρ_a) / (ρ_b ln(ρ_b/ρ_a))
//
// Source: the integral of an exponential.
// Ignores: that the scale height grows with altitude, and a climb that is not even.
// Good to: exact for an exponential atmosphere (TestVerif_ClimbDrag).
// Needs: nothing; air that does not thin counts as below, none above as none.
func meanDensity(below, above float64) float64 {
	r := above / below
	switch {
	case !(above > 0):
		return 0
	case !(r < 1):
		return 1
	case r > 1-1e-6:
		return (1 + r) / 2 // the limit
	}
	return (r - 1) / math.Log(r)
}

// wheelMass returns the mass of the reaction wheels or gyros, kg.
//
// Gravity pulls the ends of a long array unequally: at the offset θ from the
// vertical, with tilt = |sin 2θ|, it turns the inertia ΔI with 3n²ΔI·sin(2θ)/2 at
// the orbital rate n; wheels store it for a quarter of an orbit. The array is a plate 3.5 times as
// long as wide, ΔI = m·l²/12.
//
// Source: Hughes, Spacecraft Attitude Dynamics, sec. 8.1; aspect of the 70 m by
// 20 m satellite shown in June 2026; 0.1 kg/(N·m·s) between the 0.06 of the
// Station's gyros (272 kg, 4,760 N·m·s) and the 0.12 of 100 N·m·s wheels.
// Ignores: sunlight and drag torques, slews, bending.
// Good to: not measured.
// Needs: nothing.
func wheelMass(arrayKg, arrayM2, rate, tilt float64) float64 {
	const aspect, kgPerMomentum, least = 3.5, 0.1, 10
	inertia := arrayKg * aspect * arrayM2 / 12
	torque := 1.5 * rate * rate * inertia * tilt
	return least + kgPerMomentum*torque*math.Pi/2/rate
}

// finish prices a closed satellite and fills the rest of its budget.
func (d *design) finish(b *Budget, mode EclipseMode) {
	p, s, L := d.p, d.s, &b.Lines
	f := s.BusCostFactor
	L[LineCompute].CostUSD = d.itW * s.Compute.USDPerITWatt
	L[LineArray].CostUSD = f * b.ArrayBOLW * p.Array.USDPerWatt.SI()
	L[LineBattery].CostUSD = f * b.BatteryWh * 3600 * p.Battery.USDPerEnergy.SI()
	L[LineRadiator].CostUSD = f * b.RadiatorAreaM2 * p.Thermal.RadiatorPrice.SI()
	L[LineLoop].CostUSD = f * L[LineLoop].MassKg * p.Thermal.LoopPrice.SI()
	L[LineShielding].CostUSD = f * L[LineShielding].MassKg * p.Radiation.ShieldPrice.SI()
	L[LineStructure].CostUSD = f * L[LineStructure].MassKg * p.Bus.StructurePrice.SI()
	L[LinePropulsion].CostUSD = f * b.ThrusterW * p.Propulsion.PricePerWatt.SI()
	L[LineAttitude].CostUSD = f * L[LineAttitude].MassKg * p.Bus.AttitudePrice.SI()
	L[LineTerminals].CostUSD = f * d.terminals * p.Bus.TerminalPrice.SI()
	L[LineAvionics].CostUSD = f * p.Bus.AvionicsPrice.SI()
	L[LineConversion].CostUSD = f * b.ArrayEOLW * p.Bus.ConversionPrice.SI()

	var sum Line
	for id := range L {
		l := &L[id]
		sum.MassKg += l.MassKg
		sum.AreaM2 += l.AreaM2
		sum.PowerW += l.PowerW
		sum.CostUSD += l.CostUSD
	}
	// Integration is a share of the bus before it.
	L[LineIntegration].CostUSD = (sum.CostUSD - L[LineCompute].CostUSD) * p.Bus.IntegrationShare.SI()
	sum.CostUSD += L[LineIntegration].CostUSD
	b.Total, b.BusUSD = sum, sum.CostUSD-L[LineCompute].CostUSD

	b.CellK = d.cell
	b.RadiatorInletK, b.RadiatorOutletK, b.RadiatorK = d.inletK, d.outletK, d.panelK
	b.JunctionK = s.Compute.JunctionLimit.SI() - p.Thermal.JunctionMargin.SI()
	b.FinEfficiency, b.RadiatorWPerM2 = d.fin, d.flux
	b.SpecificPowerKWPerT = d.itW / b.Total.MassKg

	body := b.Total.MassKg - L[LineArray].MassKg - L[LineRadiator].MassKg - b.RadiatorAreaM2*d.tubes.armour
	b.StowedVolumeM3 = (b.ArrayAreaM2*p.Bus.ArrayStowed.SI() + b.RadiatorAreaM2*p.Bus.RadiatorStowed.SI() +
		body/p.Bus.BodyDensity.SI()) / p.Bus.DispenserFill.SI()

	ar := &p.Armour
	b.FluidAreaM2 = d.tubes.exposed * b.RadiatorAreaM2
	b.TubeWallMM = d.tubes.wall
	b.HitsPerYear = d.hitsPerM2 * b.FluidAreaM2
	b.PunctureRatePerYear = b.HitsPerYear * min(1, 1/ar.Loops.SI()+ar.ValveFailure.SI())
	b.ShieldMM, b.DoseGyPerYear, b.DoseHeld = d.shieldMM, d.dose, d.doseHeld

	idle := p.IdleShare.SI()
	b.EclipseComputeShare = max(0, (b.EclipsePowerShare-idle)/(1-idle))
	e := &s.Environment
	b.PoweredShare = e.SunlitFraction + (1-e.SunlitFraction)*b.EclipseComputeShare
	if mode == Sleep {
		b.PoweredShare = max(0, b.PoweredShare-e.EclipsesPerYear*p.RestartTime.In(si.Year))
	}
	if d.itW > 0 {
		b.LinkGbpsPerKW = s.Compute.LinkBitRate.In(si.GigabitPerSecond) / (d.itW / 1e3)
	}
	b.Closed = true
}
