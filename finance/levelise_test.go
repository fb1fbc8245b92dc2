package finance

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// simulate pays a cohort's bill and sells its hours in small steps and returns
// the present value after tax. It is written from the words of the bill, not from
// the closed forms: nominal tax books, straight lines, resale.
func simulate(c *Cohort, t *Terms, product int, usdPerHour, life float64) float64 {
	const steps = 240 // a year
	discount := func(at float64) float64 { return math.Exp(-t.rate * at) }
	npv := 0.0
	taxed := func(at, usd float64) { npv += usd * (1 - t.tax) * discount(at) }
	s := c.StartYears
	for i := range c.Items[:c.N] {
		it := &c.Items[i]
		end := it.EndUSDPerW
		if it.PerSurvivor {
			end *= math.Exp(-c.HazardPerYear * life)
		}
		taxed(s+life, -end)
		if it.UpfrontUSDPerW == 0 {
			continue
		}
		U := it.UpfrontUSDPerW
		npv -= U * discount(it.AtYears)
		book := U
		deduct := func(at, usd, worn float64) {
			npv += t.tax * usd * math.Exp(-t.inflation*worn) * discount(at)
			book -= usd
		}
		if it.Class == Expense {
			deduct(it.AtYears, U, 0)
		} else {
			deduct(s, U*t.immediate[it.Class], s)
			rest, D := book, t.years[it.Class]
			for n := 0.5; n < math.Min(D, life)*steps; n++ {
				a := n / steps
				deduct(s+a, rest/D/steps, s+a)
			}
			deduct(s+life, book, s+life)
		}
		if A := it.AssetLifeYears; A > life {
			// What the rest of its life earns for its owner at the same rate.
			rent, all, later := 0.0, 0.0, 0.0
			for n := 0.5; n < A*steps; n++ {
				a := n / steps
				all += discount(a) / steps
				if a > life {
					later += discount(a-life) / steps
				}
			}
			rent = U / all
			taxed(s+life, rent*later)
		}
	}
	whole := int(life * steps)
	for n := 0; n <= whole; n++ {
		width := 1.0 / steps
		if n == whole {
			width = life - float64(whole)/steps
		}
		a := float64(n)/steps + width/2
		alive := math.Exp(-c.HazardPerYear * a)
		price := usdPerHour * math.Exp(-t.decline[product]*(s+a))
		taxed(s+a, width*price*c.HoursPerWattYear[product]*alive*math.Exp(-c.FadePerYear*a))
		for i := range c.Items[:c.N] {
			it := &c.Items[i]
			pay := it.PerYearUSDPerW
			if it.PerSurvivor {
				pay *= alive
			}
			taxed(s+a, -width*pay)
		}
	}
	return npv
}

// At the levelised cost a cash flow by steps comes to nothing. The tolerance, a
// ten-thousandth of the bill, is what steps of 1/240 year leave.
func TestVerif_PriceMakesTheCashFlowNil(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline([Products]float64{0.3, 0.22, 0.1})
	long := orbit()
	long.LifeYears = 12 // outlives the tax lives
	late := orbit()
	late.Add(Item{Line: LineSpares, Class: Expense, UpfrontUSDPerW: 1, AtYears: 2})
	simple := SimpleTerms(0.11, 0.25)
	free := SimpleTerms(0, 0)
	for name, c := range map[string]Cohort{"ground": ground(), "orbit": orbit(), "long": long, "late": late} {
		for _, tt := range []*Terms{&terms, &simple, &free} {
			cost := Levelise(&c, tt)
			for product := range Products {
				npv := simulate(&c, tt, product, cost.USDPerHour[product], cost.LifeYears[product])
				if math.Abs(npv) > 1e-4*cost.BillUSDPerW {
					t.Errorf("%s, product %d: NPV %.3g $/W of a bill of %.3g", name, product, npv, cost.BillUSDPerW)
				}
			}
		}
	}
}

// randomCohort is any bill at any terms.
func randomCohort(r *rand.Rand) (c Cohort, terms Terms) {
	p := base()
	p.TaxRate = si.Ratio(0.5 * r.Float64())
	p.Inflation = si.Rate(0.08*r.Float64()) * si.PerYear
	terms = p.Terms()
	terms.SetDecline([Products]float64{r.Float64() * 0.5, 0, -0.05})
	c = Cohort{StartYears: r.Float64() * 3, LifeYears: 0.2 + 10*r.Float64(), HazardPerYear: r.Float64() * 0.3,
		FadePerYear: r.Float64() * 0.2, HoursPerWattYear: [Products]float64{1e-6, 10 * r.Float64(), 3}}
	for range 1 + r.IntN(12) {
		c.Add(Item{Line: Line(r.IntN(int(NumLines))), Class: Class(r.IntN(int(NumClasses))), UpfrontUSDPerW: 30 * r.Float64(),
			AtYears: r.Float64(), PerYearUSDPerW: 2 * r.Float64(), EndUSDPerW: r.Float64() - 0.5,
			PerSurvivor: r.IntN(2) == 0, AssetLifeYears: 30 * r.Float64() * float64(r.IntN(2))})
	}
	return c, terms
}

// Random cohorts, low corners included: finite, and nil in the cash flow.
func TestVerif_RandomCohorts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		c, terms := randomCohort(r)
		cost := Levelise(&c, &terms)
		for product := range Products {
			npv := simulate(&c, &terms, product, cost.USDPerHour[product], cost.LifeYears[product])
			// The bill may be small beside the sums in it; 2e-3 of 30 $/W is far below any of them.
			if !(math.Abs(npv) < 0.06) {
				t.Errorf("NPV %.3g $/W, bill %.3g, life %.3g of %.3g", npv, cost.BillUSDPerW, cost.LifeYears[product], c.LifeYears)
			}
		}
	}
}

// Where running costs outgrow a falling price, service ends early, at the age
// where price meets avoidable cost, and no other life gives a lower price.
func TestVerif_EconomicLifeIsTheCheapest(t *testing.T) {
	terms := SimpleTerms(0.08, 0.4)
	for _, survivor := range []bool{true, false} {
		c := Cohort{StartYears: 0.3, LifeYears: 15, HazardPerYear: 0.03, FadePerYear: 0.01, HoursPerWattYear: [Products]float64{4, 4, 4}}
		c.Add(Item{Line: LineChips, UpfrontUSDPerW: 20, Class: ChipClass})
		c.Add(Item{Line: LineElectricity, PerYearUSDPerW: 2, PerSurvivor: survivor})
		cost := Levelise(&c, &terms)
		life, price := cost.LifeYears[0], cost.USDPerHour[0]
		if life >= 12 || life <= 1 {
			t.Fatalf("life %.3g yr: expected to end early", life)
		}
		revenue := price * 4 * math.Exp(-terms.decline[0]*(c.StartYears+life)) * math.Exp(-(c.HazardPerYear+c.FadePerYear)*life)
		avoid := 2.0
		if survivor {
			avoid *= math.Exp(-c.HazardPerYear * life)
		}
		near(t, "revenue at the end", revenue, avoid, 2e-3)
		for _, other := range []float64{0.7, 0.9, 0.99, 1.01, 1.1, 1.5} {
			o := c
			o.LifeYears = other * life
			v := terms.value(&o, o.LifeYears)
			if alt := v.step(0).USDPerHour; alt < price*(1-1e-7) {
				t.Errorf("a life of %.3g yr costs %.8g, less than %.8g at %.3g yr", o.LifeYears, alt, price, life)
			}
		}
	}
}

// Without interest, tax, delay, loss or falling prices an hour costs what is paid
// over what is delivered; with interest alone the rent is the annuity.
func TestVerif_PlainLimits(t *testing.T) {
	c := Cohort{LifeYears: 5, HoursPerWattYear: [Products]float64{4, 2, 0}}
	c.Add(Item{Line: LineChips, UpfrontUSDPerW: 40})
	c.Add(Item{Line: LineElectricity, PerYearUSDPerW: 1})
	free := SimpleTerms(0, 0)
	cost := Levelise(&c, &free)
	near(t, "$/h", cost.USDPerHour[0], 45./20, 1e-12)
	near(t, "$/h of half the hours", cost.USDPerHour[1], 45./10, 1e-12)
	if !math.IsInf(cost.USDPerHour[2], 1) {
		t.Errorf("no hours cost %v an hour, want +Inf", cost.USDPerHour[2])
	}
	// Payments spread over the year, not at its end: CRF·ln(1+r)/r.
	at := SimpleTerms(0.11, 0)
	near(t, "rent", Levelise(&c, &at).RentUSDPerWattYear, 40*CRF(0.11, 5)*math.Log(1.11)/0.11+1, 1e-12)
	// An asset that outlives the service and is financed at the same rate costs
	// its annuity over its own life.
	c.Reset()
	c.Add(Item{Line: LineShell, UpfrontUSDPerW: 12, AssetLifeYears: 15})
	near(t, "shell", Levelise(&c, &at).RentUSDPerWattYear, 12*CRF(0.11, 15)*math.Log(1.11)/0.11, 1e-12)
	// Deducted at once, an investment costs the same after tax as without tax.
	p := base()
	p.Depreciation.ImmediateShare, p.Inflation = 1, 0
	taxed, untaxed := p.Terms(), p
	untaxed.TaxRate = 0
	none := untaxed.Terms()
	c.Reset()
	c.LifeYears = 6
	c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: 31})
	near(t, "expensed", Levelise(&c, &taxed).USDPerHour[0], Levelise(&c, &none).USDPerHour[0], 1e-12)
}

// More of what costs raises the price; more of what sells lowers it.
func TestVerif_Directions(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	c := orbit()
	was := Levelise(&c, &terms).USDPerHour[1]
	for name, change := range map[string]func(c *Cohort, p *Params){
		"dearer launch":   func(c *Cohort, p *Params) { c.Items[2].UpfrontUSDPerW++ },
		"later start":     func(c *Cohort, p *Params) { c.StartYears += 0.5 },
		"more failures":   func(c *Cohort, p *Params) { c.HazardPerYear += 0.05 },
		"more fade":       func(c *Cohort, p *Params) { c.FadePerYear += 0.05 },
		"shorter life":    func(c *Cohort, p *Params) { c.LifeYears-- },
		"fewer hours":     func(c *Cohort, p *Params) { c.HoursPerWattYear[1] -= 0.1 },
		"dearer capital":  func(c *Cohort, p *Params) { p.WACC *= 1.3 },
		"slower writeoff": func(c *Cohort, p *Params) { p.Depreciation.ImmediateShare = 0 },
	} {
		c, p := orbit(), base()
		change(&c, &p)
		terms := p.Terms()
		terms.SetDecline(fall)
		if now := Levelise(&c, &terms).USDPerHour[1]; now <= was {
			t.Errorf("%s: %.4g $/h, was %.4g", name, now, was)
		}
	}
}

// Rentals of an H100 hour (Epoch AI, GPU prices, CC-BY: on-demand medians 4.76 $
// in 2023, 3.49 in 2024, 2.99 in 2025) against the levelised cost of machines
// bought in those years with prices falling 21 % a year, the pace from 2023 to 2025.
//
// An H100 is 33,750 $ (Epoch AI, 2023-05-29) or 33,810 $ (2024-02-21) a board, 1.45
// times that with its share of server and network, and 1.4 kW of IT power (DGX
// H100: 10.2 kW for eight, and network). A GB300 of late 2025 is 31 $ a watt of IT
// power, a rack of 72 draws 132 kW and its network a tenth more, and a dense 8-bit
// FLOP rate of 5000 against 1979 TFLOP/s makes it 2.5 H100. Shell 12 $/W, power
// 97.7 $/MWh, four months to revenue, 75 % of hours sold.
//
// Tolerance a third, fixed before the run: list prices hold the seller's margin,
// and hours sold are not published. The order of 2024 misses it by a few points:
// who bought at that price and let at that year's rents did not earn 11 %.
func TestVal_Rentals(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline([Products]float64{0.21, 0.21, 0.21})
	met := 0
	for _, m := range []struct {
		year               int
		usdPerW, wattsPerH float64 // of chips; IT watts for one H100 equivalent
		rental             float64
	}{
		{2023, 33750 * 1.45 / 1400, 1400, 4.76},
		{2024, 33810 * 1.45 / 1400, 1400, 3.49},
		{2025, 31, 132e3 / 72 * 1.1 / (5000. / 1979), 2.99},
	} {
		c := Cohort{StartYears: 4. / 12, LifeYears: 5, HazardPerYear: 0.02}
		c.HoursPerWattYear[0] = 0.75 * 8766 / m.wattsPerH
		c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: m.usdPerW})
		c.Add(Item{Line: LineShell, Class: ShellClass, UpfrontUSDPerW: 12, AssetLifeYears: 15})
		c.Add(Item{Line: LineElectricity, PerYearUSDPerW: 97.7 * 8.766e-3 * 1.3, PerSurvivor: true})
		c.Add(Item{Line: LineOperations, PerYearUSDPerW: 0.5})
		got := Levelise(&c, &terms).USDPerHour[0]
		t.Logf("%d: %.2f $/h against a rental of %.2f", m.year, got, m.rental)
		if math.Abs(got-m.rental) <= m.rental/3 {
			met++
		}
	}
	if met < 2 {
		t.Errorf("%d of 3 years within a third of the rental", met)
	}
}

func TestVerif_LadderAddsUp(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	for _, c := range []Cohort{ground(), orbit()} {
		for product := range Products {
			l := Climb(&c, &terms, product)
			cost := Levelise(&c, &terms)
			near(t, "total", l.Total.USDPerHour, cost.USDPerHour[product], 1e-12)
			var hour, rent, rents float64
			for _, s := range l.Rung {
				hour += s.USDPerHour
				rent += s.USDPerWattYear
			}
			near(t, "rungs", hour, l.Total.USDPerHour, 1e-12)
			near(t, "rungs", rent, l.Total.USDPerWattYear, 1e-12)
			for i := range l.Line {
				rents += l.RentUSDPerWattYear[i]
			}
			near(t, "rents of lines", rents, l.Total.USDPerWattYear, 1e-12)
		}
	}
}

// Our own numbers, so that a change of the ladder is seen: batch work on the two
// bills of base_test.go.
func TestRegress_Ladder(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	for _, side := range []struct {
		c    Cohort
		want string
	}{
		{ground(), "total 4.70 10.37; power 0.25 0.94; bus 0.21 0.80; chips 1.51 5.75; operations 0.08 0.30; finance 2.66 2.58"},
		{orbit(), "total 7.30 11.02; launch 0.27 0.80; bus 0.34 1.00; chips 2.11 6.20; operations 0.16 0.47; finance 4.42 2.55"},
	} {
		l := Climb(&side.c, &terms, 1)
		got := fmt.Sprintf("total %.2f %.2f", l.Total.USDPerHour, l.Total.USDPerWattYear)
		for r, s := range l.Rung {
			if s != (Step{}) {
				got += fmt.Sprintf("; %s %.2f %.2f", Rung(r), s.USDPerHour, s.USDPerWattYear)
			}
		}
		if got != side.want {
			t.Errorf("got  %s\nwant %s ($/h, $/W·yr)", got, side.want)
		}
	}
}

// Low corners: nothing to pay, nothing to sell, no life, sure loss, resale above
// the price. A number or +Inf, never NaN, and no allocation.
func TestVerif_LeveliseEdges(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	for name, change := range map[string]func(c *Cohort){
		"no bill":        func(c *Cohort) { c.Reset() },
		"no hours":       func(c *Cohort) { c.HoursPerWattYear = [Products]float64{} },
		"negative hours": func(c *Cohort) { c.HoursPerWattYear[1] = -1 },
		"no life":        func(c *Cohort) { c.LifeYears = 0 },
		"negative life":  func(c *Cohort) { c.LifeYears = -3 },
		"an hour's life": func(c *Cohort) { c.LifeYears = 1e-4 },
		"a century":      func(c *Cohort) { c.LifeYears = 100 },
		"sure loss":      func(c *Cohort) { c.HazardPerYear = 1e3 },
		"no wait":        func(c *Cohort) { c.StartYears = 0 },
		"a century's":    func(c *Cohort) { c.StartYears = 100 },
		"golden scrap":   func(c *Cohort) { c.Items[0].EndUSDPerW = -500 },
		"dear to run":    func(c *Cohort) { c.Items[3].PerYearUSDPerW = 1e4 },
		"too many lines": func(c *Cohort) {
			for range 40 {
				c.Add(Item{Line: LineBus, UpfrontUSDPerW: 1})
			}
		},
		"residual unused": func(c *Cohort) { c.Items[1].AssetLifeYears = 1 },
	} {
		c := orbit()
		change(&c)
		cost := Levelise(&c, &terms)
		for product := range Products {
			if v := cost.USDPerHour[product]; math.IsNaN(v) || math.IsInf(v, -1) {
				t.Errorf("%s: %v $/h", name, v)
			}
			if v := cost.LifeYears[product]; math.IsNaN(v) || v < 0 || v > math.Max(0, c.LifeYears) {
				t.Errorf("%s: life of %v years", name, v)
			}
			if c.LifeYears > 0 {
				if l := Climb(&c, &terms, product); math.IsNaN(l.Total.USDPerHour) || math.IsNaN(l.Total.USDPerWattYear) {
					t.Errorf("%s: ladder %+v", name, l.Total)
				}
			}
		}
	}
	c := orbit()
	if n := testing.AllocsPerRun(100, func() {
		c.StartYears += 0.1
		sink += Levelise(&c, &terms).USDPerHour[1]
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// A bill of more lines than fit loses none of its money.
func TestVerif_AddDropsNothing(t *testing.T) {
	free := SimpleTerms(0, 0)
	c := Cohort{LifeYears: 5, HoursPerWattYear: [Products]float64{1, 1, 1}}
	for range 3 * MaxItems {
		c.Add(Item{Line: LineBus, UpfrontUSDPerW: 1, PerYearUSDPerW: 0.1})
	}
	near(t, "bill", Levelise(&c, &free).BillUSDPerW, 3*MaxItems*1.5, 1e-12)
}

// A cohort that was priced before is priced as if it were new.
func TestVerif_KeptFactorsAreTheirs(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	p := base()
	old := orbit()
	for range 2000 {
		switch r.IntN(6) {
		case 0:
			old.StartYears = 0.25 * float64(r.IntN(5))
		case 1:
			old.LifeYears = float64(2 + r.IntN(9))
		case 2:
			p.WACC = si.Rate(0.05*float64(r.IntN(4))) * si.PerYear
		case 3:
			p.TaxRate = si.Ratio(0.2 * float64(r.IntN(3)))
		case 4:
			old.Items[1].AtYears = 0.25 * float64(r.IntN(8))
		case 5:
			p.Depreciation.ImmediateShare = si.Ratio(0.5 * float64(r.IntN(3)))
		}
		terms := p.Terms()
		terms.SetDecline([Products]float64{0.2, 0.3, 0.1 * float64(r.IntN(5))})
		fresh := old
		fresh.kept = span{}
		if a, b := Levelise(&old, &terms), Levelise(&fresh, &terms); a != b {
			t.Fatalf("kept %+v, fresh %+v", a, b)
		}
	}
}

func benchmark(b *testing.B, later float64) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	c := orbit()
	for range 6 {
		c.Add(Item{Line: LineBus, Class: SatelliteClass, UpfrontUSDPerW: 1, AtYears: 0.25})
	}
	b.ReportAllocs()
	for b.Loop() {
		c.StartYears += later
		sink += Levelise(&c, &terms).USDPerHour[1]
	}
}

func BenchmarkLevelise(b *testing.B)         { benchmark(b, 0) }
func BenchmarkLeveliseNewStart(b *testing.B) { benchmark(b, 1e-9) }

func BenchmarkLeveliseGround(b *testing.B) {
	p := base()
	terms := p.Terms()
	terms.SetDecline(fall)
	c := ground()
	b.ReportAllocs()
	for b.Loop() {
		c.StartYears += 1e-9
		sink += Levelise(&c, &terms).USDPerHour[1]
	}
}

// Service ends early for every product.
func BenchmarkLeveliseEarly(b *testing.B) {
	p := base()
	terms := p.Terms()
	terms.SetDecline([Products]float64{0.4, 0.4, 0.4})
	c := ground()
	c.LifeYears = 8
	b.ReportAllocs()
	for b.Loop() {
		c.StartYears += 1e-9
		sink += Levelise(&c, &terms).USDPerHour[1]
	}
}

var sink float64

// The table of a decay, its series and its steps beyond the table give e^(−k·t) for
// rates from −0.3 to 0.9 a year, far beyond any scenario's, and delays to 60 years:
// within 1e-11, ten times what the series neglects at its widest.
func TestVerif_Decay(t *testing.T) {
	var d decay
	worst := 0.0
	for k := -0.3; k <= 0.9; k += 0.0371 {
		d.set(k)
		for years := 0.0; years < 60; years += 0.0173 {
			if off := math.Abs(d.over(years)*math.Exp(k*years) - 1); off > worst {
				worst = off
			}
		}
	}
	if !(worst < 1e-11) {
		t.Errorf("off by %.1e", worst)
	}
	t.Logf("within %.1e", worst)
	if got, want := d.over(-1), math.Exp(d.k); math.Abs(got/want-1) > 1e-12 {
		t.Errorf("a year before: %v, want %v", got, want)
	}
}

// A bill that is added up costs what its lines do, whichever end of service.
func TestVerif_SummaryIsItsLines(t *testing.T) {
	p := base()
	terms := p.Terms()
	terms.SetDecline([Products]float64{0.4, 0.22, 0.1})
	for _, life := range []float64{5, 14} { // the shell outlives both, the chips' tax life one
		var lines Cohort
		lines.StartYears, lines.LifeYears, lines.HazardPerYear, lines.FadePerYear = 2.3, life, 0.04, 0.02
		lines.HoursPerWattYear = [Products]float64{9, 8, 7}
		sum := lines
		lines.Add(Item{Class: ChipClass, UpfrontUSDPerW: 20, AtYears: 2.1, PerYearUSDPerW: 0.8, EndUSDPerW: -2})
		lines.Add(Item{Class: SatelliteClass, UpfrontUSDPerW: 7})
		lines.Add(Item{Class: Expense, UpfrontUSDPerW: 0.5, AtYears: 2.1})
		lines.Add(Item{Class: ShellClass, UpfrontUSDPerW: 12, AtYears: 2.1, AssetLifeYears: 25})
		lines.Add(Item{PerYearUSDPerW: 0.6, EndUSDPerW: 0.3, PerSurvivor: true})
		sum.Summary = Summary{
			First: Upfront{Satellite: 7}, Later: Upfront{AtYears: 2.1, Chips: 20, Expense: 0.5, Shell: 12},
			PerYearUSDPerW: 0.8, EndUSDPerW: -2, PerYearUSDPerSurvivingW: 0.6, EndUSDPerSurvivingW: 0.3, ShellLifeYears: 25,
		}
		want, got := Levelise(&lines, &terms), Levelise(&sum, &terms)
		near(t, "bill", got.BillUSDPerW, want.BillUSDPerW, 1e-12)
		near(t, "rent", got.RentUSDPerWattYear, want.RentUSDPerWattYear, 1e-12)
		for product := range Products {
			near(t, "price", got.USDPerHour[product], want.USDPerHour[product], 1e-12)
			near(t, "life", got.LifeYears[product], want.LifeYears[product], 1e-12)
		}
		if early := want.LifeYears[0] < life; early != (life > 5) {
			t.Errorf("the case of %v years does not test what it should: it ends at %v", life, want.LifeYears[0])
		}
	}
}
