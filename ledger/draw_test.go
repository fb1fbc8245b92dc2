package ledger

import (
	"testing"

	"github.com/dawndusk/dawndusk/rng"
)

// draws are n independent uniforms in k dimensions.
func draws(n, k int) [][]float64 {
	key := rng.NewKey(1, "draws")
	u := make([][]float64, n)
	for i := range u {
		u[i] = make([]float64, k)
		for j := range u[i] {
			u[i][j] = key.Uniform(uint64(i), uint64(j))
		}
	}
	return u
}

var sink float64

func BenchmarkQuantile(b *testing.B) {
	for _, dist := range []Shape{Triangular, Uniform, Normal, Lognormal, Loguniform, Fixed} {
		b.Run(string(dist), func(b *testing.B) {
			b.ReportAllocs()
			r := row(dist, 1, 2, 4, false)
			r.Min = 0
			d := Compile(r)
			u := draws(1, 1024)[0]
			for i := 0; b.Loop(); i++ {
				sink += d.Quantile(u[i&1023])
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	r := row(Triangular, 1, 2, 4, false)
	for b.Loop() {
		d := Compile(r)
		sink += d.lo
	}
}

func BenchmarkCopula(b *testing.B) {
	b.ReportAllocs()
	book, _ := good(b)
	c, err := book.Copula([]string{"plant.share", "plant.site.it_power", "plant.site.altitude"})
	if err != nil {
		b.Fatal(err)
	}
	u := []float64{0.1, 0.2, 0.9}
	for b.Loop() {
		c.Apply(u)
		u[0], u[1], u[2] = 0.1, 0.2, 0.9
	}
}
