package market

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

var everything = [Products]float64{1, 1, 1}

// at returns demand at the price e^x.
func (d *demand) at(x float64) (o bid) {
	d.fill(&o, x)
	return o
}

// The first month clears at the starting price, each product at its share.
func TestVerif_FirstMonthClearsAtTheStartingPrice(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	got := cleared(&m, 0, world(1), everything)
	sold := 0.0
	for i, share := range []float64{0.30, 0.30, 0.40} {
		near(t, "price", got.USDPerHour[i], 1.8, 1e-9)
		near(t, "share", got.SoldHoursPerYear[i]*got.USDPerHour[i]/got.SpendingUSD, share, 1e-9)
		sold += got.SoldHoursPerYear[i]
	}
	near(t, "sold", sold, 20e6*0.6*hoursPerYear, 1e-9)
	near(t, "ground sold", got.GroundSold, 1, 1e-9)
	if !got.Exhausted || got.Capped {
		t.Errorf("exhausted %v, capped %v; want true, false", got.Exhausted, got.Capped)
	}
}

// H100 rentals fell 27 % from 2023 to 2024 and 14 % from 2024 to 2025 (Epoch AI, GPU
// prices, CC-BY: on-demand medians 4.76, 3.49, 2.99 $/h) while the stock of NVIDIA
// H100 equivalents grew from 1.39 to 4.72 to 13.66 million between ends of years
// (Epoch AI, AI chip counts). The rows of growth were derived from these figures by
// hand, so this shows that the model agrees with its derivation, not that it
// predicts. Tolerance 8 points: the rows are put below what the years imply, and
// growth is one figure for both years.
func TestVerif_GrowthGivesTheFallsItCameFrom(t *testing.T) {
	p := base()
	p.StartPrice = 4.76 * dollarPerHour
	p.GrowthFade = 1000 * si.Year // no fading within the boom
	var m Model
	m.Reset(&p)
	stock := []float64{1.39, 4.72, 13.66}
	last := 0.0
	for i, want := range []float64{0, 1 - 3.49/4.76, 1 - 2.99/3.49} {
		now := cleared(&m, 12*i, world(stock[i]/20), everything).ShadowUSDPerHour
		if i > 0 {
			fell := 1 - now/last
			t.Logf("%d: %.2f $/h, fell %.0f %%, rentals %.0f %%", 2023+i, now, 100*fell, 100*want)
			if math.Abs(fell-want) > 0.08 {
				t.Errorf("%d: price fell %.0f %%, rentals %.0f %%", 2023+i, 100*fell, 100*want)
			}
		}
		last = now
	}
}

// Where machines on the ground deliver ρ hours of a product for each of inference, its
// hour costs λ/ρ, and as much is sold as its buyers want at that price and this month,
//
//	q = 1 / ( 1/(ρ c) + λ/(ρ M) ),  c = Q/ρ = wanted at λ/ρ, in hours of capacity,
//
// here straight from doc/model/market.md: Aₚ₀ from the first month, in which every
// product is sold its share at the starting price; M divided by what products would
// spend at that price at the start of the year.
func TestVerif_PricesAreTheShadowOverTheRatio(t *testing.T) {
	ratio := [Products]float64{0.5, 0.8, 1}
	for _, limit := range []float64{5e12, 0.4e12} {
		for _, month := range []int{18, 30} {
			p := base()
			p.SpendingLimit = si.USDPerYear(limit) * si.DollarPerYear
			var m Model
			m.Reset(&p)
			first := cleared(&m, 0, world(1), everything)
			blocks := world(1)
			for i := range blocks {
				for k, ρ := range ratio {
					blocks[i].HoursPerYear[k] *= ρ
				}
			}
			got := cleared(&m, month, blocks, everything)

			products := [Products]*Demand{&p.Training, &p.Batch, &p.Inference}
			λ0, λ := first.ShadowUSDPerHour, got.ShadowUSDPerHour
			years, τ := float64(month)/12, p.GrowthFade.In(si.Year)
			yearly := math.Floor(years)
			// ln A/A₀ after so many years.
			grown := func(k int, t float64) float64 {
				γ, end := math.Log(1+products[k].Growth.In(si.PerYear)), math.Log(1+p.LongRunGrowth.In(si.PerYear))
				return end*t + (γ-end)*τ*(1-math.Exp(-t/τ))
			}
			var spend [Products]float64
			shares, spends := 0.0, 0.0
			for k, d := range products {
				shares += d.SpendingShare.SI()
				spend[k] = d.SpendingShare.SI() * math.Exp(grown(k, yearly))
				spends += spend[k]
			}
			hours := 20e6 * 0.6 * hoursPerYear
			capacity := 0.0
			for k, d := range products {
				near(t, "price", got.USDPerHour[k], λ/ratio[k], 1e-12)
				share := d.SpendingShare.SI() / shares
				q0 := hours * share
				A0 := 1 / (1/q0 - λ0/(limit*share)) // without the purse
				price := λ / ratio[k]
				Q := A0 * math.Exp(grown(k, years)) * math.Pow(price/λ0, -d.Elasticity.SI())
				q := 1 / (1/Q + price/(limit*spend[k]/spends))
				near(t, "hours sold", got.SoldHoursPerYear[k], q, 1e-8)
				capacity += q / ratio[k]
			}
			near(t, "capacity sold", capacity, hours, 1e-8)
			near(t, "spending", got.SpendingUSD, capacity*λ, 1e-8)

			// What stopping saves is counted in hours of inference: where one vintage
			// runs in part, that is the price of an hour of capacity.
			for i := range blocks {
				for k := range ratio {
					blocks[i].HoursPerYear[k] *= 1e4
				}
				blocks[i].AvoidableUSDPerHour = 0.07
			}
			got = cleared(&m, month, blocks, everything)
			near(t, "price of a glut", got.ShadowUSDPerHour, 0.07, 1e-9)
			for k := range ratio {
				near(t, "price of a glut", got.USDPerHour[k], 0.07/ratio[k], 1e-9)
			}
		}
	}
}

// The stock of H100 equivalents grows 2.2-fold in 2026 and ever more slowly; the
// mean fall to 2035 lies in the published range of 10 % to 35 % a year.
func TestVerif_PricePathIsSane(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	stock, price := 1.0, 1.8
	for month := range 240 {
		years := float64(month) / 12
		got := cleared(&m, month, world(stock), everything)
		if month%12 == 0 {
			t.Logf("%.0f: stock ×%.3g, %.3g $/h (%.0f %% a year), spending %.2f T$", 2026+years, stock, got.ShadowUSDPerHour, 100*(1-got.ShadowUSDPerHour/price), got.SpendingUSD/1e12)
			price = got.ShadowUSDPerHour
		}
		if month == 108 {
			if fall := 1 - math.Pow(got.ShadowUSDPerHour/1.8, 1./9); fall < 0.10 || fall > 0.35 {
				t.Errorf("mean fall to 2035 %.0f %% a year", 100*fall)
			}
		}
		stock *= math.Exp((0.22 + 0.65*math.Exp(-years/3)) / 12)
	}
}

// draw returns a random market and blocks, low corners included.
func draw(r *rand.Rand) (Params, []Block, [Products]float64) {
	p := base()
	for _, d := range []*Demand{&p.Training, &p.Batch, &p.Inference} {
		d.Elasticity = si.Ratio(0.2 + 2*r.Float64())
		d.Growth = si.Rate(r.Float64()) * si.PerYear
		d.SpendingShare = si.Ratio(0.01 + r.Float64())
	}
	p.SpendingLimit *= si.USDPerYear(math.Exp(4 * (r.Float64() - 0.5)))
	blocks := world(1)
	for range r.IntN(20) {
		b := Block{AvoidableUSDPerHour: 3 * r.Float64(), Orbit: r.IntN(3) == 0}
		for i := range b.HoursPerYear {
			b.HoursPerYear[i] = 1e11 * r.Float64() * math.Exp(6*(r.Float64()-0.7))
		}
		if r.IntN(10) == 0 {
			b = Block{Orbit: b.Orbit}
		}
		blocks = append(blocks, b)
	}
	r.Shuffle(len(blocks), func(i, j int) { blocks[i], blocks[j] = blocks[j], blocks[i] })
	return p, blocks, [Products]float64{r.Float64() * float64(r.IntN(2)), r.Float64(), 1.2 * r.Float64()}
}

// capacity counts both sides as Clear does.
func capacity(m *Model, blocks []Block, share [Products]float64) supply {
	var s supply
	t := Listed(blocks).Totals()
	s.set(&t)
	m.measure(&s, &share)
	return s
}

// In any market what is sold is the smaller of what is wanted at the price and
// what runs; a block runs if the price is above its avoidable cost, and is idle if below.
func TestVerif_ClearedQuantity(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 3000 {
		p, blocks, share := draw(r)
		var m Model
		m.Reset(&p)
		cleared(&m, 0, world(math.Exp(3*(r.Float64()-0.5))), everything)
		month := r.IntN(240)
		got := cleared(&m, month, blocks, share)
		s := capacity(&m, blocks, share)
		m.demandAt(month)
		o := m.demand.at(math.Log(got.ShadowUSDPerHour))
		q, total := o.q, o.total
		below, upTo, orbitUp := 0.0, 0.0, 0.0 // ground that surely runs, may run
		orbitBelow := 0.0
		for i := range blocks {
			capacity, avoidable := s.block(&blocks[i])
			at := avoidable/capacity/got.ShadowUSDPerHour - 1
			if at < -1e-9 {
				if blocks[i].Orbit {
					orbitBelow += capacity
				} else {
					below += capacity
				}
			}
			if at < 1e-9 {
				if blocks[i].Orbit {
					orbitUp += capacity
				} else {
					upTo += capacity
				}
			}
		}
		sold := got.GroundSold*s.ground + got.OrbitSold*s.orbit
		if got.Capped {
			if got.ShadowUSDPerHour < 12*(1-1e-6) {
				t.Fatalf("draw %d: unserved at %.3g $/h", n, got.ShadowUSDPerHour)
			}
		} else if math.Abs(sold-total) > 1e-6*total && got.ShadowUSDPerHour > 2e-4 {
			t.Fatalf("draw %d: sold %.6g, wanted %.6g", n, sold, total)
		}
		if sold < (below+s.sold(&q, orbitBelow))*(1-1e-6) || sold > (upTo+s.sold(&q, orbitUp))*(1+1e-6) {
			t.Logf("%+v", got)
			for i := range blocks {
				capacity, avoidable := s.block(&blocks[i])
				t.Log(avoidable/capacity, capacity, blocks[i].Orbit)
			}
			t.Fatalf("draw %d: sold %.6g outside %.6g to %.6g", n, sold, below+s.sold(&q, orbitBelow), upTo+s.sold(&q, orbitUp))
		}
		if got.OrbitSold*s.orbit > s.sold(&q, s.orbit)*(1+1e-6) {
			t.Fatalf("draw %d: orbit sells %.6g, more than it can", n, got.OrbitSold*s.orbit)
		}
		for i := range Products {
			if v := got.USDPerHour[i]; !(v > 0) || math.IsInf(v, 0) || math.IsNaN(got.SoldHoursPerYear[i]) {
				t.Fatalf("draw %d: %+v", n, got)
			}
		}
	}
}

// Months that follow each other clear as well: what is carried from one to the next
// for speed leaves no error that adds up. The tolerance is what Clear states.
func TestVerif_MonthsClear(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		p, _, share := draw(r)
		var m Model
		m.Reset(&p)
		stock := math.Exp(3 * (r.Float64() - 0.5))
		for month := range 240 {
			h := stock * 1e10 * float64(month)
			blocks := append(world(stock), Block{Orbit: true, AvoidableUSDPerHour: 0.02, HoursPerYear: [Products]float64{h, h, h}})
			stock *= math.Exp(0.05 * r.Float64())
			if month%24 == 13 {
				stock *= 0.8
			}
			got := cleared(&m, month, blocks, share)
			s := capacity(&m, blocks, share)
			o := m.demand.at(math.Log(got.ShadowUSDPerHour))
			near(t, "demand kept", m.bid.total, o.total, 1e-9)
			if !got.Capped && got.ShadowUSDPerHour > 2e-4 {
				near(t, "sold", got.GroundSold*s.ground+got.OrbitSold*s.orbit, o.total, 1e-9)
			}
		}
	}
}

// More supply never raises the price, later demand (which grows) never lowers it,
// the order of blocks does not matter, nor last month's price.
func TestVerif_Monotone(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 1000 {
		p, blocks, share := draw(r)
		// A block that moves the ground's mean conversion moves the units of all;
		// here every block converts alike.
		for i := range blocks {
			h := blocks[i].HoursPerYear[2]
			blocks[i].HoursPerYear = [Products]float64{h, h, h}
		}
		var m Model
		m.Reset(&p)
		cleared(&m, 0, world(1), everything)
		price := func(month int, b []Block) float64 { return cleared(&m, month, b, share).ShadowUSDPerHour }
		was := price(24, blocks)
		if now := price(24, append(slices.Clone(blocks), Block{HoursPerYear: [Products]float64{1e9, 1e9, 1e9}})); now > was*(1+1e-8) {
			t.Fatalf("more supply raised the price from %.8g to %.8g", was, now)
		}
		if now := price(30, blocks); now < was*(1-1e-8) {
			t.Fatalf("more demand lowered the price from %.8g to %.8g", was, now)
		}
		slices.Reverse(blocks)
		m.bid, m.drift, m.regime = m.demand.at(1.5), 0.5, regime(r.IntN(3))
		near(t, "price of the same month", price(24, blocks), was, 1e-8)
	}
}

func TestVerif_Edges(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	// Nothing online: the highest bid, nothing sold, nothing calibrated.
	got := cleared(&m, 0, nil, everything)
	near(t, "no supply", got.ShadowUSDPerHour, 12, 1e-9)
	if !got.Capped || got.SpendingUSD != 0 {
		t.Errorf("no supply: %+v", got)
	}
	cleared(&m, 0, world(1), everything)
	// Tiny supply: the highest bid.
	got = cleared(&m, 12, world(1e-9), everything)
	near(t, "tiny supply", got.ShadowUSDPerHour, 12, 1e-9)
	// Vast supply that costs nothing to run: near nothing, still a number.
	got = cleared(&m, 12, []Block{{HoursPerYear: [Products]float64{1e30, 1e30, 1e30}}}, everything)
	if !(got.ShadowUSDPerHour > 0 && got.ShadowUSDPerHour < 1e-3) || got.Exhausted {
		t.Errorf("vast supply: %+v", got)
	}
	// Vast supply with a running cost: exactly that.
	got = cleared(&m, 12, []Block{{AvoidableUSDPerHour: 0.07, HoursPerYear: [Products]float64{1e14, 1e14, 1e14}}}, everything)
	near(t, "running cost", got.ShadowUSDPerHour, 0.07, 1e-9)
	if got.Exhausted || got.GroundSold >= 1 {
		t.Errorf("running cost: %+v", got)
	}
	// Orbit that may sell nothing changes nothing.
	alone := cleared(&m, 12, world(2), everything)
	with := cleared(&m, 12, append(world(2), Block{Orbit: true, HoursPerYear: [Products]float64{1e12, 1e12, 1e12}}), [Products]float64{})
	near(t, "useless orbit", with.ShadowUSDPerHour, alone.ShadowUSDPerHour, 1e-9)
	if with.OrbitSold != 0 {
		t.Errorf("useless orbit sells %.3g", with.OrbitSold)
	}
	// Orbit alone, for one product: that product bought, the price still finite.
	got = cleared(&m, 12, []Block{{Orbit: true, HoursPerYear: [Products]float64{0, 1e11, 0}}}, [Products]float64{0, 1, 0})
	if !(got.ShadowUSDPerHour > 0) || math.IsInf(got.ShadowUSDPerHour, 0) {
		t.Errorf("orbit alone: %+v", got)
	}
}

// Demand's slope is that of a difference, and spending stays below the limit.
func TestVerif_Demand(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	cleared(&m, 0, world(1), everything)
	m.demandAt(180)
	d := m.demand
	for x := -9.0; x < 3; x += 0.5 {
		const dx = 1e-5
		o := d.at(x)
		up, down := d.at(x+dx), d.at(x-dx)
		near(t, "fall", o.fall, (down.total-up.total)/(2*dx), 1e-5)
		near(t, "bend", o.bend, (down.fall-up.fall)/(2*dx), 1e-5)
		moved := o
		moved.move(&d, x+0.9*small)
		near(t, "moved", moved.total, d.at(x+0.9*small).total, 1e-12)
		nudged := o
		nudged.nudge(&d, nearby)
		near(t, "nudged", nudged.total, d.at(x+nearby).total, 1e-12)
		nudged.move(&d, x)
		near(t, "moved back", nudged.total, o.total, 1e-12)
		near(t, "fall of the one moved back", nudged.fall, o.fall, 1e-12)

		if spent := o.total * o.price; spent > 5e12 {
			t.Errorf("spending of %.3g $ a year exceeds the limit", spent)
		}
	}
}

func TestVerif_Fall(t *testing.T) {
	p := base()
	near(t, "at the start", p.Fall(2026, [3]float64{.12, .12, .12})[2], 0.22, 1e-12)
	near(t, "in the end", p.Fall(2500, [3]float64{.12, .12, .12})[2], 0.12, 1e-12)
	near(t, "before", p.Fall(2000, [3]float64{.12, .12, .12})[2], 0.22, 1e-12)
}

func TestVerif_ClearDoesNotAllocate(t *testing.T) {
	p := base()
	var m Model
	blocks := world(1)
	if n := testing.AllocsPerRun(10, func() {
		m.Reset(&p)
		for month := range 240 {
			cleared(&m, month, blocks, everything)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkClear(b *testing.B) {
	p := base()
	var m Model
	m.Reset(&p)
	blocks := world(1)
	for len(blocks) < 25 {
		blocks = append(blocks, Block{AvoidableUSDPerHour: 0.01 * float64(len(blocks)), HoursPerYear: [Products]float64{1e9, 1e9, 1e9}, Orbit: len(blocks) > 20})
	}
	cleared(&m, 0, blocks, everything)
	b.ReportAllocs()
	month := 0
	for b.Loop() {
		month = (month + 1) % 240
		sink += cleared(&m, month, blocks, [Products]float64{0.1, 1, 0.8}).ShadowUSDPerHour
	}
}

// Months as they follow each other: stock and demand grow.
func BenchmarkClearPath(b *testing.B) {
	p := base()
	var years [240][]Block
	stock := 1.0
	for month := range years {
		years[month] = world(stock)
		stock *= math.Exp((0.22 + 0.65*math.Exp(-float64(month)/36)) / 12)
	}
	var m Model
	b.ReportAllocs()
	month := 239
	for b.Loop() {
		if month++; month == 240 {
			month = 0
			m.Reset(&p)
		}
		sink += cleared(&m, month, years[month], everything).ShadowUSDPerHour
	}
}

// A glut: the price is the running cost of some block.
func BenchmarkClearMeritOrder(b *testing.B) {
	p := base()
	var m Model
	m.Reset(&p)
	cleared(&m, 0, world(1), everything)
	blocks := world(60)
	b.ReportAllocs()
	for b.Loop() {
		sink += cleared(&m, 3, blocks, everything).ShadowUSDPerHour
	}
}

var sink float64

// A factor on demand is what it says at every price, and as it falls on wish and purse
// alike, a market with so much more of everything clears at the same price; without one,
// or with one, nothing changes, to the bit. 1e-9 is what Clear is good to.
func TestVerif_DemandFactor(t *testing.T) {
	p := base()
	play := func(factor, scale float64) (all [60]Prices) {
		var m Model
		m.Reset(&p)
		for month := range all {
			f, s := 1., 1.
			if month >= 12 && month < 40 {
				f, s = factor, scale
			}
			blocks := Listed(world(s * math.Exp(0.04*float64(month))))
			sum := blocks.Totals()
			sum.DemandFactor = f
			m.ClearTotals(month, &sum, &blocks, &everything, &all[month])
		}
		return all
	}
	calm := play(1, 1)
	if play(0, 1) != calm {
		t.Error("a factor of 0 is not 1")
	}
	for _, f := range []float64{0.3, 0.8, 1.5} {
		both, shock := play(f, f), play(f, 1)
		for month := range calm {
			near(t, "price of as much less of all", both[month].ShadowUSDPerHour, calm[month].ShadowUSDPerHour, 1e-8)
			switch now, was := shock[month].ShadowUSDPerHour, calm[month].ShadowUSDPerHour; {
			case month < 12 && shock[month] != calm[month]:
				t.Fatalf("month %d moved before the shock", month)
			case month >= 12 && month < 40 && (now < was) != (f < 1):
				t.Errorf("month %d: demand times %v moves the price from %v to %v", month, f, was, now)
			case month >= 40:
				near(t, "price after the shock", now, was, 1e-8)
			}
		}
	}
	var m Model
	m.Reset(&p)
	cleared(&m, 0, world(1), everything)
	was := m.demand.at(0.3)
	m.shock(0.6)
	m.demandAt(0)
	is := m.demand.at(0.3)
	near(t, "wanted at a price", is.total, 0.6*was.total, 1e-12)
}
