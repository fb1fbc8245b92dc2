package workload

import "testing"

// Our own numbers at the central values, to three digits; they stand in
// doc/model/workload.md. Whoever moves one says why in the commit.
func TestRegress_CentralValues(t *testing.T) {
	p := base()
	for _, c := range []struct{ year, training, batch, inference, usd, margin float64 }{
		{2024, 1.058e-3, 1.100e-3, 1.143e-3, 31.00, 0.500},
		{2026, 1.706e-3, 1.873e-3, 2.056e-3, 31.00, 0.500},
		{2028, 3.687e-3, 3.645e-3, 3.603e-3, 28.52, 0.478},
		{2030, 5.587e-3, 5.297e-3, 5.023e-3, 26.44, 0.459},
		{2035, 12.33e-3, 10.80e-3, 9.461e-3, 22.44, 0.423},
	} {
		g := p.Generation(c.year)
		for i, want := range []float64{c.training, c.batch, c.inference} {
			near(t, "H100e a watt", g.H100ePerITWatt[i], want, 1e-3)
		}
		near(t, "price", g.USDPerITWatt, c.usd, 1e-3)
		near(t, "margin", g.MarginShare, c.margin, 2e-3)
	}
	var pool Pool
	pool.Reset(p)
	made := map[int]float64{}
	for month := range 120 {
		m, _ := pool.Month(pool.RateW(month))
		pool.Take(1e15, 1e15)
		made[2026+month/12] += m / 1e9
	}
	for _, c := range []struct {
		year int
		gw   float64
	}{{2026, 16.1}, {2027, 22.2}, {2028, 27.8}, {2030, 37.0}, {2035, 53.3}} {
		near(t, "GW", made[c.year], c.gw, 3e-3)
	}
	ground := [NumProducts]float64{0.7311, 0.8207, 0.5792}
	for product := range Product(NumProducts) {
		near(t, "ground", Delivered(GroundWaterfall(p, product)), ground[product], 1e-3)
	}
}
