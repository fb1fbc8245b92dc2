package network

import (
	"math"
	"os"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// read returns the chapter's rows joined to the leaves of params.
func read(t *testing.T, params *Params) (*ledger.Book, []ledger.Leaf) {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range []string{"network.yaml", "sources.yaml"} {
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
	var scenario struct{ Network Params }
	if err := book.Check(ledger.Leaves(&scenario)); err != nil {
		t.Fatal(err)
	}
	if err := book.Apply(&scenario); err != nil {
		t.Fatal(err)
	}
	*params = scenario.Network
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
	for _, formation := range []Formation{Spread, Cluster} {
		p.Formation = formation
		for _, watts := range []si.ITPower{0, 1, 150e3, 1e9} {
			for _, h100e := range []float64{0, 1e-3, 0.1} {
				c := Orbit(p, watts, [3]float64{h100e, h100e, h100e}, 650*si.Kilometre)
				values := []float64{c.LinkGbps, c.GatewayUSDPerITWattYear, c.LatencyMs, c.Goodput[0], c.Goodput[1], c.Goodput[2], c.Share[0], c.Share[1], c.Share[2]}
				for i, v := range values {
					if math.IsNaN(v) || math.IsInf(v, 0) || v < 0 || i > 2 && v > 1 {
						t.Fatalf("%+v with %+v", c, *p)
					}
				}
			}
		}
	}
}
