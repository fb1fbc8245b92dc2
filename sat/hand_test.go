package sat

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// A closed budget line by line, from the ledger's rows and the orbit by the
// formulas of doc/model/satellite.md, written again.
func TestVerif_BudgetByHand(t *testing.T) {
	p, s := base(), spec(120, 2027)
	p.EclipseMode = Battery
	b := Size(&p, s)
	e, L := &s.Environment, &b.Lines
	hold := func(what string, got, want float64) {
		t.Helper()
		if !near(got, want, 1e-7) {
			t.Errorf("%s: %.9g, by hand %.9g", what, got, want)
		}
	}
	wet := b.Total.MassKg

	// Velocity, propellant and thrust.
	years := s.Life.SI() / si.Year.SI()
	hold("avoidance", b.AvoidMPerS, 2*years)
	hold("disposal", b.DisposeMPerS, 170)
	hold("drag", b.DragMPerS, b.DragN*s.Life.SI()/wet)
	Δv := b.RaiseMPerS + b.DragN*s.Life.SI()/wet + 2*years + 170
	hold("velocity", b.DeltaVMPerS, Δv)
	exhaust := p.Propulsion.SpecificImpulse.SI() * 9.80665
	propellant := wet * (1 - math.Exp(-Δv/exhaust)) * (1 + p.Propulsion.Reserve.SI())
	hold("propellant", L[LinePropellant].MassKg, propellant)
	ρ := 6378.137 / (6378.137 + 650)
	period := orbit.Period(e.Altitude).SI()
	cosβ := math.Sqrt(1-ρ*ρ) / math.Cos(math.Pi*e.LongestEclipse.SI()/period)
	array := b.ArrayAreaM2 * cosβ * 2 / math.Pi
	hold("drag force", b.DragN, 0.5*2.2*7530*7530*1e-13*(array+b.RadiatorAreaM2))
	climb := wet*165/p.Propulsion.RaiseTime.SI() + 0.5*2.2*7530*7530*1e-11*array
	hold("thruster", b.ThrusterW, climb*exhaust/2/p.Propulsion.Efficiency.SI())
	hold("propulsion", L[LinePropulsion].MassKg, b.ThrusterW*p.Propulsion.SpecificMass.SI()+propellant*p.Propulsion.TankShare.SI())

	// In thick air the thrust is twice the drag; no climb needs it.
	low := s
	low.Environment.AirDensity, low.Environment.DeployAirDensity, low.Environment.RaiseDeltaV = 1e-11, 1e-11, 1
	if d := Size(&p, low); !d.Closed {
		t.Error("thick air does not close")
	} else {
		hold("thrust to hold", d.ThrusterW, 2*d.DragN*exhaust/2/p.Propulsion.Efficiency.SI())
	}

	// Heat and radiator.
	th := &p.Thermal
	sinks := 2 * e.EarthViewEdge * (th.SolarAbsorptance.SI()*th.Albedo.SI()*solarConstant*cosβ/math.Pi + th.Emissivity.SI()*th.EarthInfrared.SI())
	sinks += th.SolarAbsorptance.SI() * solarConstant * math.Sin(th.SunAngle.SI())
	out := 2 * th.Emissivity.SI() * 5.670374419e-8 * (math.Pow(b.RadiatorK, 4) - math.Pow(2.7, 4))
	hold("radiator", b.RadiatorWPerM2, b.FinEfficiency*(out-sinks))

	// Battery and what recharges it.
	tₑ := e.LongestEclipse.SI()
	eclipse := (s.ITPower.SI() + L[LineAvionics].PowerW + L[LineTerminals].PowerW + L[LineLoop].PowerW) / (1 - p.Bus.ConversionLoss.SI())
	hold("recharge", L[LineBattery].PowerW, eclipse*tₑ/(period-tₑ)/0.93)

	// Money, volume, punctures, links.
	hardware := 0.0
	for id := range NumLines {
		if id != LineCompute && id != LineIntegration {
			hardware += L[id].CostUSD
		}
	}
	hold("integration", L[LineIntegration].CostUSD, p.Bus.IntegrationShare.SI()*hardware)
	armour := L[LineShielding].MassKg - b.ShieldMM/1e3*2700*p.Radiation.EnclosureArea.SI()*s.ITPower.SI()
	body := (wet - L[LineArray].MassKg - L[LineRadiator].MassKg - armour) / p.Bus.BodyDensity.SI()
	hold("stowed", b.StowedVolumeM3, (b.ArrayAreaM2*p.Bus.ArrayStowed.SI()+b.RadiatorAreaM2*p.Bus.RadiatorStowed.SI()+body)/p.Bus.DispenserFill.SI())
	hold("punctures", b.PunctureRatePerYear, b.HitsPerYear*(1/p.Armour.Loops.SI()+p.Armour.ValveFailure.SI()))
	hold("links", b.LinkGbpsPerKW, 1000./120)

	// Sleep: the shadow and a restart after each.
	p.EclipseMode = Sleep
	asleep := Size(&p, s)
	hold("asleep", asleep.PoweredShare, 0.960-1330*p.RestartTime.SI()/si.Year.SI())

	// Progress: the year leaves the floor and what exp has not taken.
	q := &p.Progress
	for _, c := range []struct {
		year float64
		want float64
	}{{2026, 1}, {2036, q.ArrayFloor.SI() + (1-q.ArrayFloor.SI())*math.Exp(-10*q.Array.In(si.PerYear))}, {3026, q.ArrayFloor.SI()}} {
		d := Size(&p, spec(120, c.year))
		hold("array by area", d.Lines[LineArray].MassKg/d.ArrayAreaM2, p.Array.ArealDensity.SI()*c.want)
	}
}
