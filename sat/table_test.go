package sat

import "testing"

func TestPrint(t *testing.T) {
	p := base()
	for _, kw := range []float64{120, 150} {
		for _, y := range []float64{2027, 2035} {
			b := Size(&p, spec(kw, y))
			t.Logf("== %g kW %g: closed %v it %d", kw, y, b.Closed, b.Iterations)
			for i, l := range b.Lines {
				t.Logf("%-30s %8.1f kg %7.1f m2 %9.0f W %10.0f $", LineID(i), l.MassKg, l.AreaM2, l.PowerW, l.CostUSD)
			}
			t.Logf("%-30s %8.1f kg %7.1f m2 %9.0f W %10.0f $", "total", b.Total.MassKg, b.Total.AreaM2, b.Total.PowerW, b.Total.CostUSD)
			t.Logf("kW/t %.2f bus $/W %.2f bus $/kg %.0f", b.SpecificPowerKWPerT, b.BusUSD/kw/1e3, b.BusUSD/(b.Total.MassKg-b.Lines[0].MassKg))
			c := b
			c.Lines = [NumLines]Line{}
			t.Logf("%+v", c)
		}
	}
}

func BenchmarkSize(b *testing.B) {
	p, s := base(), spec(120, 2030)
	b.ReportAllocs()
	for b.Loop() {
		Size(&p, s)
	}
}
