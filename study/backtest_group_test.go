package study

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/finance"
)

// The tables of subscribers and segments are those of the group's accounts.
func TestVerif_BacktestTablesAreTheAccounts(t *testing.T) {
	counts, err := backtestTable("subscribers")
	if err != nil {
		t.Fatal(err)
	}
	record := finance.SubscriberRecord()
	if len(counts) != len(record) {
		t.Fatalf("%d counts, %d in the accounts", len(counts), len(record))
	}
	for i, c := range record {
		// The accounts put a month at its end.
		if o := &counts[i]; o.value != c.Millions || c.Year-o.given[0] < -1e-4 || c.Year-o.given[0] > 0.0421 {
			t.Errorf("%s: %v at %v, in the accounts %v", o.label, o.value, o.given[0], c)
		}
	}
	rows, err := backtestTable("segments")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, f := range finance.Filings() {
		middle, months := float64(f.Year)+0.5, 12.
		if f.Quarter > 0 {
			middle, months = float64(f.Year)+(float64(f.Quarter)-0.5)/4, 3
		}
		for _, o := range rows {
			if o.given[0] != middle || o.given[2] != months {
				continue
			}
			seen++
			want := f.ARPU
			if what := int(o.given[1]); what < monthlyBill {
				want = f.Segment[what]
			}
			if o.value != want {
				t.Errorf("%s: %v, filed %v", o.label, o.value, want)
			}
		}
	}
	if seen != len(rows) {
		t.Errorf("%d of %d rows are periods filed", seen, len(rows))
	}
}

// Nothing filed after the quarter's beginning is seen of it, and what was filed as a
// comparison with the quarter is not in the table at all.
func TestVerif_SegmentsSeenByDate(t *testing.T) {
	all, err := segmentPeriods(toDate(2026.25), 2026.5, 3)()
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, o := range all {
		if o.given[0] == 2025.375 {
			t.Errorf("%s was filed with the quarter that is asked for", o.label)
		}
		if o.given[0] > 2026.25 {
			asked++
			if len(o.given) != 3 {
				t.Errorf("%s: the lease is told", o.label)
			}
		}
	}
	if asked != 3 {
		t.Errorf("%d segments are asked for", asked)
	}
}

// How far the forecast of subscribers hangs on the prior of their ceiling: priors with
// other middles beat both baselines as well, one of ten to twenty millions does not.
func TestRegress_SubscribersAndTheirPrior(t *testing.T) {
	all, err := backtestTable("subscribers")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		middle, most   float64
		december, june float64
		better         bool
	}{
		{ceilingMiddle, ceilingMost, 9.2, 12.3, true}, {20, 77, 8.1, 9.9, true}, {40, 650, 8.7, 11.2, true}, {150, 650, 9.8, 13.8, true}, {10, 20, 7.2, 8.2, false},
	} {
		b := backtest{id: "prior", past: until(2024), logs: true, model: named{"", subscriberCurve(x.middle, x.most)},
			naive: []named{{"", logLinear(0, 0)}, {"", quadratic}}}
		r, err := b.run(all)
		if err != nil {
			t.Fatal(err)
		}
		what := fmt.Sprintf("a ceiling about %.0f to %.0f M", x.middle, x.most)
		printed(t, what+", December 2025", float64(r.Points[4].Band.P50), x.december, 0.051)
		printed(t, what+", June 2026", float64(r.Points[7].Band.P50), x.june, 0.051)
		if r.Better != x.better {
			t.Errorf("%s: better %v", what, r.Better)
		}
	}
	alone := finance.FitSubscribers(countsOf(all[:7]), 10)
	printed(t, "a ceiling of 10 M, December 2025", alone.At(2026, alone.Growth), 7.1, 0.051)
	printed(t, "and June 2026", alone.At(2026.5, alone.Growth), 8.0, 0.051)
	for _, ceiling := range []float64{7, 8, 12, 15, 30, math.Inf(1)} {
		if f := finance.FitSubscribers(countsOf(all[:7]), ceiling); f.LnEvidence >= alone.LnEvidence {
			t.Errorf("to 2024 a ceiling of %v M is likelier than one of 10", ceiling)
		}
	}
}

// Courses drawn from counts that lie on an exponential, with no ceiling in sight, go
// on as it does, and their spread grows with time.
func TestVerif_SubscriberPaths(t *testing.T) {
	var counts []finance.SubscriberCount
	for i := range 13 {
		y := float64(i) / 6
		counts = append(counts, finance.SubscriberCount{Year: 2022 + y, Millions: math.Exp(0.5*y + 0.01*float64(i%2))})
	}
	p := newSubscriberPaths(counts, 1e5, 1e6, "test")
	spread := 0.0
	for _, years := range []float64{0.5, 1, 2} {
		draws := make([]float64, backtestDraws)
		for d := range draws {
			draws[d] = p.at(d, years)
		}
		b := band(draws)
		printed(t, "growth", math.Log(float64(b.P50))/(2+years), 0.5, 0.01)
		if wide := math.Log(float64(b.P90 / b.P10)); wide <= spread {
			t.Errorf("%v years on the band is %v wide, before it was %v", years, wide, spread)
		} else {
			spread = wide
		}
	}
	if now := p.at(7, 0); now != counts[12].Millions {
		t.Errorf("at the last count %v, counted %v", now, counts[12].Millions)
	}
}

// Growth and spread of segments, on figures that can be worked out by hand.
func TestVerif_SegmentsCarried(t *testing.T) {
	row := func(year, what, months, value float64) observation {
		return observation{when: when{"", []float64{year, what, months, 0}}, value: value}
	}
	var seen []observation
	for what := spaceRevenue; what <= aiRevenue; what++ {
		w := float64(what)
		// 10 % a year, then a quarter at twice the last year's rate by month.
		seen = append(seen, row(2024.5, w, 12, 1200), row(2025.5, w, 12, 1320), row(2026.125, w, 3, 660))
	}
	s := seriesOf(seen, spaceRevenue)
	years, last := s.growth()
	printed(t, "growth between years", years, math.Log(1.1), 1e-12)
	printed(t, "last growth", last, math.Ln2/0.625, 1e-12)
	spread, n := steadiness(seen)
	stray := (math.Ln2 - 0.625*math.Log(1.1)) / math.Sqrt(0.625)
	printed(t, "spread from growth", spread, stray, 1e-12)
	printed(t, "of three", n, 3, 0)
	spread, n = stillness(seen)
	printed(t, "spread from standing still", spread, math.Sqrt((math.Log(1.1)*math.Log(1.1)+math.Ln2*math.Ln2/0.625)/2), 1e-12)
	printed(t, "of six", n, 6, 0)
	bands, err := segmentsStill(seen, []when{{"", []float64{2026.375, spaceRevenue, 3}}})
	if err != nil {
		t.Fatal(err)
	}
	printed(t, "stands still", float64(bands[0].P50), 660, 1e-9)
	if bands, err = segmentsGrowing(seen, []when{{"", []float64{2027.125, aiRevenue, 12}}}); err != nil {
		t.Fatal(err)
	}
	printed(t, "a year on", float64(bands[0].P50), 4*660*math.Exp(math.Ln2/0.625), 1e-6)
	bands, err = leaseInFull(seen, []when{{"", []float64{2026.375, aiRevenue, 3, 100}}})
	if err != nil {
		t.Fatal(err)
	}
	printed(t, "and the rent", float64(bands[0].P50), 760, 1e-9)
}
