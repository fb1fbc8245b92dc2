package sat

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// base returns the ledger's central values.
var base = sync.OnceValue(func() Params {
	var scenario struct{ Satellite Params }
	ledgertest.Chapter(&scenario)
	return scenario.Satellite
})

// dawnDusk650 is a dawn–dusk orbit at 650 km.
//
// Source: eclipse and light, cylindrical shadow, LTAN 18; MSISE-90 mean density;
// view factors of a plate; dose of SPENVIS 4.6.11 at 550 km and 95° (AP8 and
// AE8, 4π sphere, five years, yearly here), doi 10.1145/3614204.3616106, raised
// by 1.6 for altitude, solar protons and cosmic rays, which gives 1.8 Gy/yr behind 10 mm where
// Agüera y Arcas et al. 2026 state 1.5.
func dawnDusk650() orbit.Environment {
	e := orbit.Environment{
		Circular:          orbit.Circular{Altitude: 650 * si.Kilometre, Inclination: 97.99 * si.Degree},
		SunlitFraction:    0.960,
		LongestEclipse:    19.7 * si.Minute,
		EclipsesPerYear:   1330,
		EclipseDays:       90,
		Speed:             7530,
		AirDensity:        1.0e-13,
		DeployAirDensity:  1.0e-11,
		DragCoefficient:   2.2,
		RaiseDeltaV:       165,
		DisposalDeltaV:    170,
		AvoidanceDeltaV:   2,
		EarthViewNadir:    0.823,
		EarthViewEdge:     0.241,
		FluxOneMillimetre: 0.02,
	}
	for i, c := range spenvis550 {
		e.DoseRate.Depth[i] = c[0]
		e.DoseRate.Dose[i] = c[1] / 5 * 0.01 * 1.6
	}
	return e
}

// spenvis550 is aluminium in mm against rad(Si) in five years, total.
var spenvis550 = [orbit.DoseDepths][2]float64{
	{0.05, 1.4119e6}, {0.1, 7.6001e5}, {0.2, 3.4029e5}, {0.3, 1.8993e5}, {0.4, 1.2176e5}, {0.5, 8.5292e4}, {0.6, 6.3956e4}, {0.8, 4.1869e4},
	{1, 3.0554e4}, {1.5, 1.6999e4}, {2, 1.0714e4}, {2.5, 7.0804e3}, {3, 4.8049e3}, {4, 2.4410e3}, {5, 1.4008e3}, {6, 9.3955e2}, {7, 7.3471e2},
	{8, 6.4049e2}, {9, 5.9108e2}, {10, 5.6028e2}, {12, 5.2313e2}, {14, 4.8591e2}, {16, 4.5747e2}, {18, 4.2948e2}, {20, 4.0533e2},
}

// compute2027 is a rack-scale machine as fitted for space.
func compute2027() Compute {
	return Compute{
		USDPerITWatt: 31, MassPerITPower: 5 * si.KilogramPerKilowatt, JunctionLimit: 273.15 + 87, PeakPerAverage: 1.2,
		LinkBitRate: 1 * si.TerabitPerSecond, Terminals: 4,
	}
}

func spec(kW, year float64) Spec {
	return Spec{ITPower: si.ITPower(kW) * si.ITKilowatt, Environment: dawnDusk650(), Life: 5 * si.Year, TechYear: year, Compute: compute2027(), BusCostFactor: 1}
}
