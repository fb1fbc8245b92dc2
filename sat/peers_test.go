package sat

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// Another sizing, run with its inputs: odc 3.1 by F. Culfaz (2026-06-17,
// github.com/ferhat00/space-datacentre-model), preset TODAY: one megawatt to
// sell, a fifth to spare, 8 % of losses, 35 minutes of eclipse a day, array of
// 30 % cells at 110 W/kg, radiator at 320 K against a 230 K sink at 6 kg/m2,
// machines at 13 kg/kW, 1.8 t of shielding, structure 18 % of the rest. It
// prints 56.7758 t. Ours adds nothing of its own but 10 kg of wheels, so the
// two must agree to 0.05 %.
func TestVal_AnotherSizing(t *testing.T) {
	const period, edge, sink = 97.73 * 60, 0.241, 230.0
	eclipse := period * 35 / 1440 // the day's 35 minutes spread over its orbits
	p := base()
	p.EclipseMode, p.PeakCoverage = Battery, 0
	p.Array = Array{Efficiency: 0.3, Packing: 0.85, Pointing: 0.97, Degradation: 0.02 * si.PerYear, ArealDensity: si.ArealDensity(solarConstant * aphelion * 0.3 * 0.85 / 110)}
	// Theirs drains 35 minutes at once and takes no loss on the way out.
	p.Battery = BatteryParams{SpecificEnergy: si.SpecificEnergy(160*eclipse/2100/math.Sqrt(batteryEfficiency)) * si.WattHourPerKilogram, DepthOfDischarge: 0.8}
	p.Thermal = Thermal{
		LoopDrop: 1e-9, Emissivity: 0.81, EarthInfrared: si.HeatFlux(stefanBoltzmann * math.Pow(sink, 4) / edge),
		FinThickness: 1e-9, FinConductivity: 1e20, TubeSpacing: 100, TubeBore: 1e-6, FrameDensity: 6,
	}
	p.Armour.Particle = 1e-9
	p.Radiation.DoseLimit = 1e9
	p.Bus = Bus{StructureShare: 0.18 / 1.18, AvionicsMass: 1e-9, ConversionLoss: 1 - 1/1.08, BodyDensity: 1, DispenserFill: 1}
	e := dawnDusk650()
	e.EarthViewEdge, e.LongestEclipse = edge, si.Duration(eclipse)*si.Second
	e.AirDensity, e.DeployAirDensity, e.RaiseDeltaV, e.DisposalDeltaV, e.AvoidanceDeltaV = 0, 0, 0, 0, 0
	b := Size(&p, Spec{
		ITPower: 1.2 * si.ITMegawatt, Environment: e, Life: 5 * si.Year, TechYear: 2026, PayloadMass: 1800,
		Compute: Compute{MassPerITPower: 13 * si.KilogramPerKilowatt, JunctionLimit: 320, PeakPerAverage: 1},
	})
	if kg := b.Total.MassKg; math.Abs(kg/56775.8-1) > 5e-4 {
		t.Errorf("%.1f kg, theirs 56775.8\n%+v", kg, b)
	}
}

// ai1 is the satellite shown in June 2026: 120 kW on average, 150 kW at peak,
// 600 km.
func ai1(year float64) Spec {
	s := spec(120, year)
	s.Compute.PeakPerAverage = 1.25
	e := &s.Environment
	e.Altitude, e.Inclination = 600*si.Kilometre, orbit.SunSynchronousInclination(600*si.Kilometre)
	e.LongestEclipse, e.SunlitFraction, e.Speed, e.AirDensity = 20.7*si.Minute, 0.9551, 7558, 1.56e-13
	e.EarthViewNadir, e.EarthViewEdge = 0.835, 0.249
	return s
}

// starmind is the same satellite as described from August 2026 on: 175 kW on
// average, 250 kW at peak.
func starmind(year float64) Spec {
	s := ai1(year)
	s.ITPower = 175 * si.ITKilowatt
	s.Compute.PeakPerAverage = 250.0 / 175
	return s
}

// asDrawn gives the array and radiator of the drawings their stated areas: peak
// load, no battery, cells that do not age, junctions at 105 °C, coolant at 95 °C.
func asDrawn(p Params, s *Spec) Params {
	s.Compute.JunctionLimit = 273.15 + 105
	p.PeakCoverage, p.EclipseMode = 1, Sleep
	p.Array.Efficiency, p.Array.Packing, p.Array.Pointing, p.Array.Degradation = 0.235, 0.94, 0.99, 0
	p.Thermal.JunctionMargin, p.Thermal.JunctionToCoolant, p.Thermal.CoolantToPanel = 0, 10, 3
	p.Thermal.SunAngle = 2 * si.Degree
	return p
}

// everyMassLow sets every mass the ledger holds to the low end of its range.
func everyMassLow(p Params) Params {
	p.Array.ArealDensity = 0.8
	p.Thermal.FrameDensity, p.Thermal.LoopMass, p.Thermal.FinThickness = 1, 1.2*si.KilogramPerKilowatt, 0.3*si.Millimetre
	p.Armour.Particle, p.Armour.BumperGain = 1*si.Millimetre, 0.2
	p.Radiation.DoseLimit = 8 * si.Kilorad
	p.Propulsion.SpecificMass = 3 * si.KilogramPerKilowatt
	p.Bus.StructureShare, p.Bus.AvionicsMass, p.Bus.TerminalMass, p.Bus.ConversionMass, p.Bus.Growth = 0.09, 20, 7, 0.8*si.KilogramPerKilowatt, 0.05
	return p
}

// Where the announced masses close, and where they do not. June 2026: 600 m2 of
// array, 110 m2 of radiator and 70 kW/t at peak, which is 2.1 t. From August
// 2026, as filed: under 1500 m2, under 200 m2, under 4 t.
//
// Bounds fixed beforehand: independent estimates of 17-49 kW/t (D. Leitch 2026)
// allow 3.1 to 8.8 t for 150 kW and 5.1 to 14.7 t for 250 kW, where the base
// must fall; with the areas drawn to 15 % (the inputs that give them are ours)
// the June mass must still not close, and with every mass at the low end of its
// range at once it must close to 10 %, or the ranges would exclude the claim.
func TestVal_AnnouncedMasses(t *testing.T) {
	show := func(name string, p Params, s Spec) Budget {
		b := Size(&p, s)
		t.Logf("%-34s %5.2f t, array %4.0f m2, radiator %3.0f m2 from %2.0f °C, %2.0f kW/t at peak", name,
			b.Total.MassKg/1e3, b.ArrayAreaM2, b.RadiatorAreaM2, b.RadiatorInletK-273.15, b.SpecificPowerKWPerT*s.Compute.PeakPerAverage)
		return b
	}
	june, august := ai1(2027), starmind(2027) // asDrawn raises their junctions
	if b := show("June, base", base(), june); b.Total.MassKg < 3100 || b.Total.MassKg > 8800 {
		t.Errorf("June, base: %.0f kg", b.Total.MassKg)
	}
	drawn := show("June, areas as drawn", asDrawn(base(), &june), june)
	if math.Abs(drawn.ArrayAreaM2/600-1) > 0.15 || math.Abs(drawn.RadiatorAreaM2/110-1) > 0.15 || drawn.Total.MassKg < 1.3*2100 {
		t.Errorf("June, as drawn: %.0f m2, %.0f m2, %.0f kg", drawn.ArrayAreaM2, drawn.RadiatorAreaM2, drawn.Total.MassKg)
	}
	june.Compute.MassPerITPower = 4 * si.KilogramPerKilowatt
	if b := show("June, and every mass at its lowest", everyMassLow(asDrawn(base(), &june)), june); b.Total.MassKg > 1.1*2100 {
		t.Errorf("June, every mass at its lowest: %.0f kg", b.Total.MassKg)
	}
	if b := show("August, base", base(), august); b.Total.MassKg < 5100 || b.Total.MassKg > 14700 || b.RadiatorAreaM2 < 200 || b.ArrayAreaM2 > 1500 {
		t.Errorf("August, base: %.0f kg, %.0f m2, %.0f m2", b.Total.MassKg, b.ArrayAreaM2, b.RadiatorAreaM2)
	}
	drawnAugust := asDrawn(base(), &august)
	show("August, areas as drawn", drawnAugust, august)
	august.Compute.MassPerITPower = 4 * si.KilogramPerKilowatt
	if b := show("August, every mass at its lowest", everyMassLow(drawnAugust), august); b.Total.MassKg > 4000 {
		t.Errorf("August, every mass at its lowest: %.0f kg", b.Total.MassKg)
	}
}
