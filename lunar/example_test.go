package lunar

import (
	"fmt"

	"github.com/dawndusk/dawndusk/si"
)

const shot = 2400 * si.MetrePerSecond // O'Neill's mass driver of 1976

// Worked by hand beforehand: 0.80 kWh/kg; 29 g 10.1 km, 100 g 2937 m, 1000 g 294 m.
func ExampleTrackLength() {
	fmt.Printf("%.2f kWh/kg\n", KineticKWhPerKg(shot))
	for _, g := range []float64{29, 100, 1000} {
		fmt.Printf("%.0f g %.0f m\n", g, TrackLength(shot, g).In(si.Metre))
	}
	// Output:
	// 0.80 kWh/kg
	// 29 g 10127 m
	// 100 g 2937 m
	// 1000 g 294 m
}

// O'Neill 1976 (SSI survey, page 228): a track of 14 km at 2.4 km/s, which is 21 g.
func ExampleTrackG() {
	fmt.Printf("%.0f g\n", TrackG(shot, 14*si.Kilometre))
	// Output: 21 g
}

// Worked by hand beforehand: 78, 130 and 1,304 MW for 0.6, 1 and 10 Mt a year at 70 %.
func ExampleTrackPower() {
	for _, mt := range []float64{0.6, 1, 10} {
		rate := si.MassRate(mt*1e6) * si.TonnePerYear
		fmt.Printf("%.0f MW\n", TrackPower(rate, shot, 0.7).In(1e6*si.Watt))
	}
	// Output:
	// 78 MW
	// 130 MW
	// 1304 MW
}

// Worked by hand beforehand: 1000 TW a year at 100 kW a tonne is 10 Gt a year, 317 t/s and
// 1.30 TW for the track.
func ExampleNeeds() {
	p := *base()
	p.Driver.Efficiency, p.Driver.CatchLoss = 0.7, 0
	all := Mix{Aluminium: 1}
	c := Needs(&p, 1000e3*si.GigawattPerYear, 100*si.KilowattPerTonne, 1, &all, SunOrbit, ByDriver)
	fmt.Printf("%.0f Gt a year, %.0f t/s\n", c.TonnesPerYear/1e9, c.TonnesPerSecond)
	fmt.Printf("%.2f TW at 2.4 km/s\n", TrackPower(si.MassRate(c.TonnesPerYear)*si.TonnePerYear, shot, 0.7).In(1e12*si.Watt))
	// Output:
	// 10 Gt a year, 317 t/s
	// 1.30 TW at 2.4 km/s
}

// From heats of formation, by hand beforehand: 8.63 kWh/kg Al, 9.01 kWh/kg Si, 7.91 kWh/kg O2 from silica.
func ExampleFloorKWhPerKg() {
	fmt.Printf("Al %.2f, Si %.2f, O2 %.2f kWh/kg\n", FloorKWhPerKg(Aluminium), FloorKWhPerKg(Silicon), OxygenFloorKWhPerKg())
	// Output: Al 8.63, Si 9.01, O2 7.91 kWh/kg
}
