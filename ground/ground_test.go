package ground

import (
	"math"
	"testing"
)

func BenchmarkMonth(b *testing.B) {
	p := base()
	var m Model
	in := Input{H100ePerW: [3]float64{2e-3, 2e-3, 2e-3}, GroupShare: 0.1, PriceUSDPerH100eHour: 2, WantW: 1.5e9, ChipWatts: 1.5e9}
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		if i%240 == 0 {
			m.Reset(p, rate, math.NaN())
		}
		in.Month = i % 240
		m.Month(&in)
	}
}
