package workload

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
)

// read returns the chapter's rows joined to the leaves of params.
func read(t *testing.T, params *Params) (*ledger.Book, []ledger.Leaf) {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"workload.yaml", "sources.yaml"} {
		data, err := os.ReadFile("../ledger/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	book, err := ledger.Read(files)
	if err != nil {
		t.Fatal(err)
	}
	var scenario struct{ Workload Params }
	if err := book.Check(ledger.Leaves(&scenario)); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(&scenario); err != nil {
		t.Fatal(err)
	}
	*params = scenario.Workload
	return book, ledger.Leaves(params)
}

// The central values of the ledger are those the tests of this package run on,
// and every row is well-formed.
func TestVerif_LedgerHoldsBase(t *testing.T) {
	var p Params
	_, leaves := read(t, &p)
	for i, want := range ledger.Leaves(base()) {
		if l := leaves[i]; l.Float != nil && math.Abs(*l.Float-*want.Float) > 1e-4*math.Abs(*want.Float) {
			t.Errorf("%s: ledger %g, base %g", l.Path, *l.Float, *want.Float)
		}
	}
}

// Nothing is infinite or undefined with any inputs at the ends of their limits
// or of their ranges.
func TestVerif_LimitsAreFinite(t *testing.T) {
	var p Params
	book, leaves := read(t, &p)
	state := uint64(99)
	for range 2000 {
		for i := range book.Rows {
			row := &book.Rows[i]
			l := leaves[row.Leaf]
			if l.Float == nil {
				continue
			}
			state = state*6364136223846793005 + 1442695040888963407
			*l.Float = [...]float64{row.Value, row.Low, row.High, row.Min, row.Max}[(state>>33)%5]
		}
		checkFinite(t, &p)
	}
}

func checkFinite(t *testing.T, p *Params) {
	t.Helper()
	finite := func(what string, values ...float64) {
		for _, v := range values {
			if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
				t.Fatalf("%s: %v with %+v", what, values, *p)
			}
		}
	}
	for _, year := range []float64{1990, 2024, 2027.2, 2035, 2066} {
		g := p.Generation(year)
		finite("generation", g.H100ePerITWatt[0], g.H100ePerITWatt[1], g.H100ePerITWatt[2], g.USDPerITWatt, g.MarginShare, g.OwnUSDPerITWatt,
			g.SpaceUSDPerITWatt, float64(g.MassPerITPower), g.HBMBytesPerSecondPerITWatt, g.PortBitsPerSecondPerITWatt, g.ITWattsPerAccelerator)
	}
	for product := range Product(NumProducts) {
		finite("waterfall", Delivered(GroundWaterfall(p, product)), Delivered(OrbitWaterfall(p, product, Orbit{1, 1, [NumProducts]float64{1, 1, 1}, 100, 1e9})),
			Delivered(OrbitWaterfall(p, product, Orbit{})))
	}
	var pool Pool
	pool.Reset(p)
	for month := range 480 {
		m, o := pool.Month(month)
		g := pool.Take(1e8, 1e10)
		finite("pool", m, o, g.GroupW, g.GroupOwnW, g.RestW, pool.MerchantStockW, pool.OwnStockW, pool.MadeW, pool.UsedW)
	}
}
