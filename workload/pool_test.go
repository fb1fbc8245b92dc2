package workload

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// The supply starts where Epoch's count of NVIDIA ends: half a quarter before
// 2026, 1568 MW a quarter. Tolerance 13 %, half the 90 % interval of the count.
func TestVal_SupplyStartsAtEpoch(t *testing.T) {
	p := base()
	rows := table(t, "nvidia_shipments.csv")
	n := len(rows)
	if rows[n-1][0] != "2026" {
		t.Fatalf("last quarter ends %s", rows[n-1][0])
	}
	want := 4e6 * (number(t, rows[n-1][2]) - number(t, rows[n-2][2]))
	start := p.Supply.NvidiaRate.In(si.GigawattPerYear) * 1e9
	near(t, "last quarter of 2025", start*math.Exp(-p.Supply.GrowthStart.In(si.PerYear)/8), want, 0.13)
}

// McKinsey (The cost of compute, April 2025) puts the data-centre capacity for
// AI to be added from 2025 to 2030 between 78 and 205 GW. What is made from
// 2026 to 2030 must lie in that band, with 9 GW of 2025 and a power usage
// effectiveness of 1.2 added.
func TestVal_SupplyTo2030(t *testing.T) {
	var pool Pool
	pool.Reset(base())
	for month := range 60 {
		pool.Month(pool.RateW(month))
		pool.Take(1e15, 1e15)
	}
	if got := 1.2 * (pool.MadeW/1e9 + 9); got < 78 || got > 205 {
		t.Errorf("%.0f GW by 2030, want 78 to 205", got)
	}
}

// Made = used + stocked after every month, nothing is negative, nobody gets more
// than asked, and stocks stay under their limit, for any wishes.
func TestVerif_PoolConserves(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2)).Float64
	for range 100 {
		p := base()
		p.Supply.GroupShare = si.Ratio(random())
		p.Supply.StockLimit = si.Duration(random() * float64(si.Year))
		p.OwnFab.Start = si.Duration(random() * float64(10*si.Year))
		var pool Pool
		pool.Reset(p)
		for month := range 480 {
			pool.Month(pool.RateW(month))
			merchant, own := pool.RateW(month)
			limit := p.Supply.StockLimit.In(si.Year)
			if pool.MerchantStockW > max(merchant, 1)*(limit+1e-9) && limit >= 1./12 || pool.OwnStockW > max(own, 1)*(limit+1)+1 {
				t.Fatalf("month %d: stock %g and %g", month, pool.MerchantStockW, pool.OwnStockW)
			}
			groupWant, restWant := (random()-0.2)*6e9, (random()-0.2)*12e9
			g := pool.Take(groupWant, restWant)
			if g.GroupW > max(0, groupWant)*(1+1e-12) || g.RestW > max(0, restWant)*(1+1e-12) || g.GroupOwnW > g.GroupW+1e-3 ||
				min(g.GroupW, g.RestW, g.GroupOwnW, pool.MerchantStockW, pool.OwnStockW) < 0 {
				t.Fatalf("month %d: %+v of %g and %g, %+v", month, g, groupWant, restWant, pool.MerchantStockW)
			}
			if out := pool.UsedW + pool.MerchantStockW + pool.OwnStockW; math.Abs(pool.MadeW-out) > 1e-9*pool.MadeW+1 {
				t.Fatalf("month %d: made %g, used and stocked %g", month, pool.MadeW, out)
			}
		}
	}
}

func TestVerif_PoolShares(t *testing.T) {
	p := base()
	p.OwnFab.Start = 0
	p.OwnFab.FirstRate = 12 * si.GigawattPerYear
	p.OwnFab.Growth = 0
	for _, c := range []struct {
		group, rest            float64 // wants, of merchant 1 and own 1
		gotGroup, own, gotRest float64
	}{
		{10, 10, 1.1, 1, 0.9},  // both greedy: own and the allotted tenth
		{10, 0.5, 1.5, 1, 0.5}, // the rest leaves half
		{0.4, 10, 0.4, 0.4, 1}, // the group needs only its own
		{1.05, 10, 1.05, 1, 0.95},
		{0, 0, 0, 0, 0},
	} {
		pool := Pool{MerchantStockW: 1, OwnStockW: 1, MadeW: 2, groupShare: 0.1}
		g := pool.Take(c.group, c.rest)
		if math.Abs(g.GroupW-c.gotGroup)+math.Abs(g.GroupOwnW-c.own)+math.Abs(g.RestW-c.gotRest) > 1e-12 {
			t.Errorf("%+v: %+v", c, g)
		}
	}
}

// The table's straight lines make what the growth law makes in a year, to 1 %.
func TestVerif_SupplyTable(t *testing.T) {
	p := base()
	var pool Pool
	pool.Reset(p)
	for _, year := range []int{0, 4, 15} {
		sum, exact, n := 0.0, 0.0, 1000
		for m := range 12 {
			merchant, _ := pool.RateW(12*year + m)
			sum += merchant / 12
		}
		for i := range n {
			s := float64(year) + (float64(i)+0.5)/float64(n)
			exact += pool.merchant[0] * math.Exp(SlowingGrowth(0.48, 0.05, 0.45, s)) / float64(n)
		}
		near(t, "year's supply", sum, exact, 0.01)
	}
}

func TestVerif_OwnFabStartsAndEnds(t *testing.T) {
	p := base()
	var pool Pool
	pool.Reset(p)
	if _, own := pool.RateW(71); own != 0 {
		t.Error("makes before it starts")
	}
	if _, own := pool.RateW(72); !(own > 0) {
		t.Error("does not start")
	}
	for month := range 600 {
		if _, own := pool.RateW(month); own > 15e9*(1+1e-12) {
			t.Errorf("month %d: %g above the cap", month, own)
		}
	}
	if m, _ := pool.RateW(-5); !(m > 0) {
		t.Error("before the start")
	}
}

func BenchmarkPoolMonth(b *testing.B) {
	var pool Pool
	pool.Reset(base())
	b.ReportAllocs()
	month := 0
	for b.Loop() {
		pool.Month(pool.RateW(month % 480))
		g := pool.Take(1e8, 1e9)
		sink, month = g.RestW, month+1
	}
}

func BenchmarkPoolReset(b *testing.B) {
	var pool Pool
	p := base()
	b.ReportAllocs()
	for b.Loop() {
		pool.Reset(p)
	}
}
