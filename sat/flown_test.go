package sat

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// starlink sizes a communications satellite whose array has the given area: an
// inclined orbit with a third of each turn in shadow, the antennas fed through
// it, three optical terminals or none, and no growth allowance, since it flies.
// The antennas' mass follows from their power at kg/kW.
func starlink(t *testing.T, arrayM2 float64, terminals int, antennaKgPerKW float64) Budget {
	t.Helper()
	p := base()
	p.Thermal.Attitude = FaceToEarth
	p.Bus.Growth = 0
	e := dawnDusk650()
	e.Altitude, e.Inclination = 550*si.Kilometre, 53*si.Degree
	e.SunlitFraction, e.LongestEclipse, e.EclipsesPerYear = 0.64, 35.8*si.Minute, 5500
	e.AirDensity, e.DeployAirDensity, e.RaiseDeltaV, e.DisposalDeltaV = 4e-13, 1e-11, 140, 150
	e.EarthViewEdge, e.EarthViewNadir = 0.258, 0.847
	lo, hi := 0.0, 1e5
	var b Budget
	for range 50 {
		w := (lo + hi) / 2
		b = Size(&p, Spec{
			Environment: e, Life: 5 * si.Year, TechYear: 2025, BusCostFactor: 1, Compute: Compute{Terminals: terminals, JunctionLimit: 360},
			PayloadMass: si.Mass(w * antennaKgPerKW / 1e3), PayloadPower: si.Power(w),
		})
		if !b.Closed {
			t.Fatalf("%g W does not close", w)
		}
		if b.ArrayAreaM2 > arrayM2 {
			hi = w
		} else {
			lo = w
		}
	}
	checkSums(t, nil, &b)
	return b
}

// The antennas of a V2 mini weigh 100 kg and draw 12 kW (our estimate: nobody
// has published either), 8.3 kg/kW.
const antennaKgPerKW = 100.0 / 12

// The Starlink V2 mini as optimised in 2025: 575 kg with a 105 m2 array that
// gives about 28 kW (Agüera y Arcas et al. 2026). Power from area within 5 %
// by their formula, 10 % by ours, which adds pointing and heat; mass within
// 25 %, antennas given. The base's array mass was centred with this satellite
// in view, so the mass is a fit; the other two satellites are not.
func TestVal_StarlinkV2Mini(t *testing.T) {
	b := starlink(t, 104.96, 3, antennaKgPerKW)
	t.Logf("%.0f kg (575), %.1f kW new (28), antennas %.1f kW, price without antennas %.2f M$ (0.59 with)", b.Total.MassKg, b.ArrayBOLW/1e3, b.Lines[LinePayload].PowerW/1e3, b.Total.CostUSD/1e6)
	if math.Abs(b.Total.MassKg/575-1) > 0.25 {
		t.Errorf("%.0f kg, flown 575", b.Total.MassKg)
	}
	if kW := 104.96 * ArrayFlux(1361, 0.22, 0.9, 1, 0, cellReference) / 1e3; math.Abs(kW/28-1) > 0.05 {
		t.Errorf("%.1f kW, stated 28", kW)
	}
	if math.Abs(b.ArrayBOLW*1361/(solarConstant*aphelion)/28e3-1) > 0.1 {
		t.Errorf("%.1f kW new, stated 28", b.ArrayBOLW/1e3)
	}
}

// Held out: the Starlink V3 as flown in 2026, 1.705 t with 250-257 m2 of array
// (34.1 t of 20, 37.5 t of 22: Starship physics lab; van Berkel 2026), and the
// Starlink of 2019, 227-306 kg with 25-30 m2. Antennas at the V2 mini's mass by
// power. Within 30 %: the antennas, a seventh of the mass, are known to a factor
// of two, batteries to a half.
func TestVal_StarlinkHeldOut(t *testing.T) {
	for _, c := range []struct {
		name      string
		m2, kg    float64
		terminals int
	}{{"V3", 254, 1705, 6}, {"V1", 27.5, 266, 0}} {
		b := starlink(t, c.m2, c.terminals, antennaKgPerKW)
		t.Logf("%s: %.0f kg, flown %.0f (%+.0f %%)", c.name, b.Total.MassKg, c.kg, 100*(b.Total.MassKg/c.kg-1))
		if math.Abs(b.Total.MassKg/c.kg-1) > 0.3 {
			t.Errorf("%s: %.0f kg, flown %.0f", c.name, b.Total.MassKg, c.kg)
		}
	}
}

// Falcon 9 carries 29 of the optimised V2 minis (launches of 2025) in a fairing
// of about 145 m3 (Falcon User's Guide 2021, section 2.5). They must fit, and not
// with more than half of the space to spare: the stack fills the fairing.
func TestVal_StowedVolume(t *testing.T) {
	b := starlink(t, 104.96, 3, antennaKgPerKW)
	v := 145 / b.StowedVolumeM3
	t.Logf("%.1f in 145 m3, flown 29", v)
	if v < 29 || v > 1.5*29 {
		t.Errorf("%.1f in 145 m3, flown 29", v)
	}
}
