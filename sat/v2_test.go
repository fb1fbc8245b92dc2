package sat

import (
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

func TestV2(t *testing.T) {
	p := base()
	e := dawnDusk650()
	e.SunlitFraction, e.LongestEclipse, e.EclipsesPerYear = 0.65, 35.7*si.Minute, 5500
	e.Altitude, e.Inclination = 530*si.Kilometre, 53*si.Degree
	e.AirDensity, e.DeployAirDensity, e.RaiseDeltaV = 5e-13, 1e-11, 130
	p.Thermal.Attitude = FaceToEarth
	p.PeakCoverage = 0
	p.Bus.Growth = 0
	for _, kw := range []float64{4, 8, 10, 12, 14, 16} {
		s := Spec{Environment: e, Life: 5 * si.Year, TechYear: 2025, BusCostFactor: 1, Compute: Compute{Terminals: 3, JunctionLimit: 273.15 + 105}, PayloadMass: 100, PayloadPower: si.Power(kw * 1e3)}
		b := Size(&p, s)
		t.Log(kw, b.Closed, b.ArrayAreaM2, b.ArrayBOLW, b.Total.MassKg, b.Total.CostUSD, b.BatteryWh)
		if kw == 12 {
			for i, l := range b.Lines {
				t.Logf("%-30s %8.1f kg %7.1f m2 %9.0f W %10.0f $", LineID(i), l.MassKg, l.AreaM2, l.PowerW, l.CostUSD)
			}
		}
	}
}
