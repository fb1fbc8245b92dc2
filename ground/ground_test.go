package ground

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

var typical = Input{H100ePerW: [3]float64{2e-3, 2.5e-3, 3e-3}, GroupShare: 0.1, PriceUSDPerH100eHour: 2, WantW: 1.5e9, ChipWatts: 1.2e9}

// anyParams returns inputs drawn between the ledger's limits, each at a limit
// one time in five.
func anyParams(t *testing.T, rows []ledger.Row, r *rand.Rand) *Params {
	t.Helper()
	var s struct{ Ground Params }
	for _, leaf := range ledger.Leaves(&s) {
		for i := range rows {
			if rows[i].Path != leaf.Path {
				continue
			}
			low, high := rows[i].Min, rows[i].Max
			switch u := r.Float64(); {
			case u < 0.1:
				*leaf.Float = low
			case u < 0.2:
				*leaf.Float = high
			default:
				*leaf.Float = low + (high-low)*r.Float64()
			}
		}
	}
	return &s.Ground
}

// TestVerif_StocksConserve runs 200 sets of inputs anywhere within their limits,
// no supply at all among them, with demand that comes and goes, and checks every
// month that sites and chips are neither made nor lost, that caps hold and that
// every number is one.
func TestVerif_StocksConserve(t *testing.T) {
	book := ledgertest.Chapter(new(struct{ Ground Params }))
	r := rand.New(rand.NewPCG(1, 2))
	var m Model
	for set := range 200 {
		p := anyParams(t, book.Rows, r)
		if set%10 == 0 { // no power anywhere
			p.Grid.US.Addable, p.Grid.Gulf.Addable, p.Grid.Nordics.Addable, p.Grid.Asia.Addable, p.Grid.CurtailableAddable = 0, 0, 0, 0, 0
			p.Gas.TurbineAddable, p.Gas.CombinedAddable, p.Solar.Addable, p.Solar.GulfAddable = 0, 0, 0, 0
			p.Nuclear.LargeAddable, p.Nuclear.SMRAddable, p.Nuclear.RestartAddable = 0, 0, 0
		}
		pin := math.NaN()
		if set%7 == 0 {
			pin = 80
		}
		m.Reset(p, 0.12*r.Float64(), pin)
		energised, installed, queue := m.energisedW, m.chips.watts, 0.0
		for i := range m.queues {
			queue += m.queues[i].live
		}
		scale := energised + installed + queue + 1e9
		yearly := 0.0
		for month := range 480 {
			in := typical
			in.Month = month
			in.WantW = 4e9 * math.Max(0, r.Float64()-0.3)
			in.ChipWatts = 4e9 * math.Max(0, r.Float64()-0.3)
			in.PriceUSDPerH100eHour = 5 * math.Max(0, r.Float64()-0.2)
			out := step(&m, &in)
			scale += in.WantW + in.ChipWatts
			if closed := math.IsInf(out.BestUSDPerITWattYear, 1); math.Abs(out.EnteredW-in.WantW) > 1e-9*in.WantW && !closed { // parts add up to rounding
				t.Fatalf("set %d month %d: %v of %v W entered", set, month, out.EnteredW, in.WantW)
			}
			for _, c := range []struct {
				name      string
				got, want float64
			}{
				{"energised", out.EnergisedW, energised + out.EnergisedNowW},
				{"queue", out.QueueW, queue + out.EnteredW - out.EnergisedNowW},
				{"installed", out.InstalledW, installed + out.AddedW - out.RetiredW},
				{"room", out.RoomW, out.EnergisedW - out.InstalledW},
			} {
				if !(math.Abs(c.got-c.want) <= 1e-9*scale) {
					t.Fatalf("set %d month %d: %s %v, want %v", set, month, c.name, c.got, c.want)
				}
			}
			if month%12 == 0 {
				yearly = 0
			}
			if yearly += out.EnergisedNowW; yearly > out.AddableWPerYear*(1+1e-9) {
				t.Fatalf("set %d month %d: %v W energised this year, cap %v", set, month, yearly, out.AddableWPerYear)
			}
			if most := p.Nuclear.RestartTotal.SI(); m.restarted > most*(1+1e-9) {
				t.Fatalf("set %d month %d: restarts of %v W promised, %v there are", set, month, m.restarted, most)
			}
			if out.AddedW > in.ChipWatts || out.AddedW < 0 || out.GroupInstalledW > out.InstalledW*(1+1e-9)+1 || out.RoomW < 0 || out.WithdrawnW < 0 {
				t.Fatalf("set %d month %d: %+v", set, month, out)
			}
			for _, x := range []float64{out.EnergisedW, out.QueueW, out.WithdrawnW, out.H100e[0], out.H100e[2], out.AvoidableUSDPerITWattYear, out.Best.USDPerMWh, out.Best.ShellUSDPerITWatt, out.Best.USDPerITWattYear} {
				if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
					t.Fatalf("set %d month %d: %+v", set, month, out)
				}
			}
			energised, installed, queue = out.EnergisedW, out.InstalledW, out.QueueW
		}
		sum, h100e := 0.0, 0.0
		for _, v := range m.Vintages() {
			sum += v.ITWatts
			h100e += v.H100e[0]
			if v.ITWatts < 0 || v.GroupITWatts > v.ITWatts*(1+1e-9)+1 || math.IsNaN(v.AvoidableUSDPerH100eHour) {
				t.Fatalf("set %d: %+v", set, v)
			}
		}
		if math.Abs(sum-m.chips.watts) > 1e-9*scale || math.Abs(h100e-m.chips.h100e[0]) > 1e-9*scale {
			t.Fatalf("set %d: vintages hold %v W, the sum says %v", set, sum, m.chips.watts)
		}
	}
}

// TestVerif_NothingAddable: with no supply nothing is energised, no one enters,
// and the cost of waiting is infinite as documented.
func TestVerif_NothingAddable(t *testing.T) {
	p := base()
	p.Grid.US.Addable, p.Grid.Gulf.Addable, p.Grid.Nordics.Addable, p.Grid.Asia.Addable, p.Grid.CurtailableAddable = 0, 0, 0, 0, 0
	p.Gas.TurbineAddable, p.Gas.CombinedAddable, p.Solar.Addable, p.Solar.GulfAddable = 0, 0, 0, 0
	p.Nuclear.LargeAddable, p.Nuclear.SMRAddable, p.Nuclear.RestartAddable = 0, 0, 0
	var m Model
	m.Reset(p, rate, math.NaN())
	start := m.energisedW
	for month := range 240 {
		in := typical
		in.Month = month
		out := step(&m, &in)
		if out.EnergisedW != start || out.QueueW != 0 || out.AddableWPerYear != 0 || !math.IsInf(out.Best.YearsToPower, 1) || !math.IsInf(out.BestUSDPerITWattYear, 1) {
			t.Fatalf("month %d: %+v", month, out)
		}
	}
}

// TestVerif_CheapestIsTaken: with equal waits all entrants go to the cheapest
// power; with a long queue there, some go to the next.
func TestVerif_CheapestIsTaken(t *testing.T) {
	p := base()
	p.Queue.DelayCost = 0
	p.Nuclear.RestartAddable = 0
	var m Model
	m.Reset(p, rate, math.NaN())
	best := 0
	for i, o := range m.Offers() {
		if o.USDPerITWattYear < m.offers[best].USDPerITWattYear && !math.IsInf(o.YearsToPower, 1) {
			best = i
		}
	}
	before := m.queues[best].live
	if got, _, _ := m.enter(1e9, 0); got != best || math.Abs(m.queues[best].live-before-1e9) > 1 {
		t.Errorf("offer %d was taken, %d is the cheapest", got, best)
	}
	m.Reset(base(), rate, math.NaN())
	used := map[int]bool{}
	for range 60 {
		got, _, _ := m.enter(3e9, 0)
		used[got] = true
	}
	if len(used) < 4 {
		t.Errorf("180 GW of applications chose among %v only", used)
	}
}

// TestVerif_QueuesLengthenWithDemand: more applications, longer waits and no
// less power at any later month; and the year's cap is met when demand is without
// limit, so that the cap is what ground alone can add.
func TestVerif_QueuesLengthenWithDemand(t *testing.T) {
	run := func(want float64) (energised, wait, added2035, addable2035 float64) {
		var m Model
		m.Reset(base(), rate, math.NaN())
		for month := range 120 {
			in := typical
			in.Month, in.WantW = month, want
			out := step(&m, &in)
			energised, wait = out.EnergisedW, out.Best.YearsToPower
			if month >= 108 {
				added2035 += out.EnergisedNowW
				addable2035 = out.AddableWPerYear
			}
		}
		return
	}
	lowW, lowWait, _, _ := run(0.5e9)
	highW, highWait, added, addable := run(20e9)
	if lowW >= highW || lowWait > highWait {
		t.Errorf("0.5 GW a month: %v W, %v years; 20 GW: %v W, %v years", lowW, lowWait, highW, highWait)
	}
	// The cap counts reactors and other supply nobody queues for at any price
	// below their cost; 80 % is the share of the cheaper offers in the base.
	if added > addable*(1+1e-9) || added < 0.8*addable {
		t.Errorf("unlimited demand added %.1f GW in 2035 of %.1f addable", added/1e9, addable/1e9)
	}
}

// TestVerif_FeedbackRaisesPrice: AI load raises its own grid's price by the
// elasticity and leaves fuel alone.
func TestVerif_FeedbackRaisesPrice(t *testing.T) {
	var m Model
	p := base()
	p.Grid.PriceRise = 0
	m.Reset(p, rate, math.NaN())
	before := m.Offers()[0].USDPerMWh
	gas := m.Offers()[5].USDPerMWh
	m.energised[0] += 50.1e9 / m.pue(USGrid) // a tenth of the US load
	m.setYear(firstYear)
	if got := m.Offers()[0].USDPerMWh / before; math.Abs(got-1.08) > 1e-3 {
		t.Errorf("a tenth more load raised the price %v times, want 1.08", got)
	}
	if m.Offers()[5].USDPerMWh != gas {
		t.Error("grid load moved the price of on-site gas")
	}
}

// TestVerif_PinReplacesPrice: a pinned price holds for every offer, year and
// load; what was derived stays beside it.
func TestVerif_PinReplacesPrice(t *testing.T) {
	var m, free Model
	m.Reset(base(), rate, 50)
	free.Reset(base(), rate, math.NaN())
	for month := range 60 {
		in := typical
		in.Month = month
		step(&m, &in)
		step(&free, &in)
	}
	for i, o := range m.Offers() {
		if o.USDPerMWh != 50 || math.Abs(o.USDPerITWattYear-50*8766e-6*o.PUE) > 1e-12 {
			t.Errorf("%v %v: %+v", o.Region, o.Option, o)
		}
		if f := free.Offers()[i]; o.Option != Grid && o.Option != CurtailableGrid && o.DerivedUSDPerMWh != f.USDPerMWh {
			t.Errorf("%v %v derived %v, free %v", o.Region, o.Option, o.DerivedUSDPerMWh, f.USDPerMWh)
		}
	}
}

// TestVerif_ChipsRetire: without new chips and at a good price a vintage leaves
// in the twelve months after its life and no chip of 2025 is left after 2025 +
// life + 1; at a price below what running costs they go by a twelfth a month;
// at an unknown price none go early.
func TestVerif_ChipsRetire(t *testing.T) {
	var m Model
	m.Reset(base(), rate, math.NaN())
	at := func(month int, price float64) Output {
		return step(&m, &Input{Month: month, PriceUSDPerH100eHour: price})
	}
	start := m.chips.watts
	old := m.Vintages()[0].ITWatts // 2022, six years: gone through 2028
	for month := range 36 {
		out := at(month, 0)
		if month == 23 && out.InstalledW != start {
			t.Errorf("%v W left before their time", start-out.InstalledW)
		}
	}
	if gone := start - m.chips.watts; math.Abs(gone-old) > 1e-6*start {
		t.Errorf("%v W gone by the end of 2028, 2022's chips were %v", gone, old)
	}
	before := m.chips.watts
	if out := at(36, 1e-6); math.Abs(out.RetiredW-before/12) > 1e-6*before {
		t.Errorf("a worthless month retired %v of %v W", out.RetiredW, before)
	}
	for month := 37; month < 84; month++ {
		at(month, 0)
	}
	if m.chips.watts > 1 {
		t.Errorf("%v W of chips outlived 2025 + 6 + 1", m.chips.watts)
	}
}

// TestVal_WorldStock: the ages of the starting stock are Epoch AI's. Its totals
// to the end of 2025 are 8,562 MW of NVIDIA and 2,223 MW of TPU, 13.66 and 3.81
// million H100 equivalents (medians); our yearly differences must add up to them
// within rounding to 1 MW and 1,000.
func TestVal_WorldStock(t *testing.T) {
	mw, kilo := 0.0, 0.0
	for _, s := range shipped {
		mw += s.megawatts
		kilo += s.kiloH100e
	}
	if math.Abs(mw-(8562+2223)) > 2 || math.Abs(kilo-(13659.258+3812.878)) > 2 {
		t.Errorf("%v MW and %v thousand H100e", mw, kilo)
	}
}

// TestVal_RecordedGroup holds the two months the company reported; exact.
func TestVal_RecordedGroup(t *testing.T) {
	for month, want := range map[int]float64{2: 1e9, 5: 1.4e9} {
		if got, ok := RecordedGroupW(month); !ok || got != want {
			t.Errorf("month %d: %v, %v", month, got, ok)
		}
	}
	for _, month := range []int{-1, 9} {
		if _, ok := RecordedGroupW(month); ok {
			t.Errorf("month %d is not on record", month)
		}
	}
}

func TestVerif_NoAllocation(t *testing.T) {
	p, in := base(), typical
	var m Model
	if n := testing.AllocsPerRun(100, func() {
		m.Reset(p, rate, math.NaN())
		for in.Month = 0; in.Month < 36; in.Month++ {
			step(&m, &in)
		}
		_, _ = m.Offers(), m.Vintages()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkMonth(b *testing.B) {
	p, in := base(), typical
	var m Model
	b.ReportAllocs()
	for i := range b.N {
		if i%240 == 0 {
			m.Reset(p, rate, math.NaN())
		}
		in.Month = i % 240
		step(&m, &in)
	}
}

func BenchmarkReset(b *testing.B) {
	p := base()
	var m Model
	b.ReportAllocs()
	for range b.N {
		m.Reset(p, rate, math.NaN())
	}
}
