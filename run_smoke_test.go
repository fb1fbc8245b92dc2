package dawndusk

import (
	"fmt"
	"testing"
	"unsafe"
)

func TestSmoke(t *testing.T) {
	c, err := Load("base")
	if err != nil {
		t.Fatal(err)
	}
	var e Enterprise
	fmt.Println("sizeof", unsafe.Sizeof(e), unsafe.Sizeof(Result{}))
	var r Result
	e.Run(&c.Scenario, NewChance(1).At(0), &r)
	fmt.Println("cross", r.Crossover, "irr", r.IRR, "npv", r.NPVUSD/1e9, "peak", r.PeakFundingUSD/1e9, "overspent", r.OverspentUSD)
	fmt.Printf("%+v %+v %+v\n", r.Chips, r.Satellites, r.Cash)
	for i := 0; i < r.Months/12; i++ {
		y := &r.Years[i]
		fmt.Printf("%d LO %.2f LG %.2f P %.2f | GW o %.2f g %.0f grp %.1f add %.0f | fl %.0f fail %.0f dc %.0f t %.0f $/kg %.0f pl %.1f sats %.0f pf %.3f | %v | %s\n", 2026+i,
			y.OrbitUSDPerHour, y.GroundUSDPerHour, y.PriceUSDPerHour, y.OrbitGW, y.GroundGW, y.GroupGroundGW, y.GroundAddableGW, y.Flights, y.Failures, y.DataCentreFlights, y.DeliveredT, y.USDPerKg, y.PayloadT, y.Satellites, y.FailureProbability, y.Limit, GroundLimit(y.GroundLimit))
	}
	for s := range r.Ladder {
		l := &r.Ladder[s]
		fmt.Println(Side(s), l.RentUSDPerWattYear, l.HoursPerWattYear(), l.USDPerHour)
		for i, u := range l.USDPerWattYear {
			if u != 0 {
				fmt.Printf("   %v %.3f\n", i, u)
			}
		}
	}
}

func BenchmarkDraw(b *testing.B) {
	c, err := Load("base")
	if err != nil {
		b.Fatal(err)
	}
	var e Enterprise
	var r Result
	b.ReportAllocs()
	chance := NewChance(1)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		e.Run(&c.Scenario, chance.At(i), &r)
	}
}
