package launch

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

var none = Pins{math.NaN(), math.NaN(), math.NaN()}

var deploy = [NumTargets]orbit.Circular{
	{Altitude: 325 * si.Kilometre, Inclination: 96.8 * si.Degree},
	{Altitude: 325 * si.Kilometre, Inclination: 30 * si.Degree},
}

func TestPrint(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p, deploy, none)
	fl, fa := 0, 0
	dc, ff := 0, 0
	for i := range 240 {
		u := func(k int) float64 { return again(float64(i*7+k) / 5000) }
		l := m.Month(i, Order{DawnDusk, 100}, Chance{u(1), u(2), u(3), u(4)})
		fl, fa, dc, ff = fl+l.Flights, fa+l.Failures, dc+l.DataCentreFlights, ff+l.FalconFlights
		if i%12 == 11 {
			fmt.Printf("%d fl %d fail %d dc %d falcon %d | ships %d boosters %d towers %d pf %.3f pay %.1f %.1f | cap %.0f avail %.0f %v | $M %.1f %.1f %.1f $/kg %.0f %.0f | turn %.0f %.0f %.1f sd %.2f lox %.1f\n", 2026+i/12, fl, fa, dc, ff, l.Ships, l.Boosters, l.Towers, l.FailureProbability, l.PayloadKg[0]/1e3, l.PayloadKg[1]/1e3,
				l.CapacityPerYear, l.AvailablePerYear, l.Limit, l.CostPerFlightUSD[0]/1e6, l.CostPerFlightUSD[1]/1e6, l.CostPerFlightUSD[2]/1e6, l.USDPerKg[0][1], l.USDPerKg[1][1], m.ships.days(), m.boosters.days(), m.towerDays.value, m.standDown, m.standDownMedian.value)
			fl, fa, dc, ff = 0, 0, 0, 0
		}
	}
}

func BenchmarkMonth(b *testing.B) {
	p := base()
	var m Model
	b.ReportAllocs()
	i := 240
	for b.Loop() {
		if i == 240 {
			m.Reset(&p, deploy, none)
			i = 0
		}
		u := float64(i+1) / 242
		m.Month(i, Order{DawnDusk, 20}, Chance{u, 1 - u, u, u})
		i++
	}
}

func BenchmarkReset(b *testing.B) {
	p := base()
	var m Model
	b.ReportAllocs()
	for b.Loop() {
		m.Reset(&p, deploy, none)
	}
}
