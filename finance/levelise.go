package finance

import "math"

// MaxItems is the most lines a cohort's bill may have.
const MaxItems = 24

// Item is one line of a cohort's bill, per watt of its original IT power.
type Item struct {
	Line  Line
	Class Class // how the upfront sum is written off

	UpfrontUSDPerW float64 // paid once
	AtYears        float64 // when, counted from the order
	PerYearUSDPerW float64 // paid evenly while in service; avoidable by switching off
	EndUSDPerW     float64 // paid at the end of service; negative is resale

	PerSurvivor bool // the yearly and end sums fall with the watts that survive

	// AssetLifeYears, when longer than the service, says that the asset outlives
	// the chips and is refitted: only its use is charged.
	AssetLifeYears float64
	// Rented says that the asset belongs to a power company that finances it at
	// its own rate over AssetLifeYears and lets it to the cohort.
	Rented bool
}

// Cohort is what is ordered in one month, per watt of IT power.
type Cohort struct {
	Items [MaxItems]Item
	N     int // how many of Items count

	StartYears    float64 // from the order to the first hour sold
	LifeYears     float64 // technical life in service
	HazardPerYear float64 // whole losses a year, of the survivors
	FadePerYear   float64 // loss of compute a year, of the survivors' own

	// HoursPerWattYear is the delivered H100e hours sold a year for each original
	// IT watt at the start of service, if the cohort sells only that product.
	HoursPerWattYear [Products]float64

	kept span // the last one worked out; see over
}

// Reset empties the bill.
func (c *Cohort) Reset() { c.N = 0 }

// Add appends a line; beyond MaxItems it is added to the last line, so that no
// cost is dropped.
func (c *Cohort) Add(it Item) {
	if c.N < MaxItems {
		c.Items[c.N] = it
		c.N++
		return
	}
	last := &c.Items[MaxItems-1]
	last.UpfrontUSDPerW += it.UpfrontUSDPerW
	last.PerYearUSDPerW += it.PerYearUSDPerW
	last.EndUSDPerW += it.EndUSDPerW
}

// Cost is the result of Levelise.
type Cost struct {
	// USDPerHour is the price of an H100e hour on the day of the order at which
	// the cohort just pays for itself; +Inf if it can deliver none.
	USDPerHour [Products]float64
	// LifeYears is how long the cohort serves before running it costs more than
	// it earns, at most its technical life.
	LifeYears [Products]float64
	// BillUSDPerW is the present value of the bill after tax at full technical
	// life, on the day of the order.
	BillUSDPerW float64
	// RentUSDPerWattYear is the level rent for a watt in service over its
	// technical life that pays the bill: the form in which leases are quoted.
	RentUSDPerWattYear float64
}

// span holds what follows from a cohort's life and the terms alone. A cohort keeps
// its last one, because both change once a year and prices every month.
type span struct {
	life, hazard, fade   float64 // what it was worked out for
	rate, inflation, tax float64
	immediate, shield    [NumClasses]float64
	decline              [Products]float64
	overLife             float64             // e^(−r·life)
	survive              float64             // e^(−h·life)
	service              float64             // value at the start of service of 1 $/yr
	surviving            float64             // the same, of 1 $/yr for each survivor
	wane                 [Products]float64   // e^(−(g+f)·life)
	earning              [Products]float64   // value at the start of service of 1 $/yr that fails, fades and falls in price
	writtenOff           [NumClasses]float64 // value at the start of service of the deductions of one dollar
	begin                begin
}

// over returns the span of a life under these terms, the kept one if it is that.
func (t *Terms) over(c *Cohort, life float64) *span {
	s := &c.kept
	if s.life == life && s.hazard == c.HazardPerYear && s.fade == c.FadePerYear &&
		s.rate == t.rate && s.inflation == t.inflation && s.tax == t.tax && s.decline == t.decline &&
		s.immediate == t.immediate && s.shield == t.shield {
		return s
	}
	*s = span{life: life, hazard: c.HazardPerYear, fade: c.FadePerYear, rate: t.rate, inflation: t.inflation, tax: t.tax,
		immediate: t.immediate, shield: t.shield, decline: t.decline}
	t.fill(s)
	for p := range Products {
		t.fillProduct(s, p)
	}
	return s
}

// fill works out what all products share.
func (t *Terms) fill(s *span) {
	life := s.life
	s.overLife = math.Exp(-t.rate * life)
	s.survive = 1
	if s.hazard != 0 {
		s.survive = math.Exp(-s.hazard * life)
	}
	s.service = flow(t.rate, life, s.overLife)
	s.surviving = flow(t.rate+s.hazard, life, s.overLife*s.survive)
	if t.tax == 0 {
		return
	}
	k := t.rate + t.inflation
	z := math.Exp(-k * life)
	whole := flow(k, life, z)
	for class := range s.writtenOff {
		now, D := t.immediate[class], t.years[class]
		s.writtenOff[class] = now + (1-now)*t.shield[class]
		if D > life {
			s.writtenOff[class] = now + (1-now)*(whole/D+(1-life/D)*z)
		}
	}
}

// fillProduct works out what depends on a product's price.
func (t *Terms) fillProduct(s *span, p int) {
	g := t.decline[p]
	s.wane[p] = math.Exp(-(g + s.fade) * s.life)
	s.earning[p] = flow(t.rate+g+s.hazard+s.fade, s.life, s.overLife*s.survive*s.wane[p])
}

// begin holds what follows from the start of service, and the factors of the
// dates of payment met so far: many lines share one.
type begin struct {
	known   bool
	years   float64
	atStart float64           // e^(−r·years)
	worn    float64           // e^(−(r+π)·years): deductions are fixed in dollars of the day of the order
	price   [Products]float64 // e^(−g·years)
	at      [2]float64        // dates of payment, the latest met first
	paid    [2]float64        // e^(−r·at)
}

// begin returns the factors of a cohort's start, the kept ones if it is that. The
// span must be these terms'.
func (t *Terms) begin(c *Cohort) *begin {
	b := &c.kept.begin
	if b.known && b.years == c.StartYears {
		return b
	}
	years := c.StartYears
	if !b.known {
		*b = begin{known: true, paid: [2]float64{1, 1}}
	}
	b.years = years
	b.atStart = math.Exp(-t.rate * years)
	if t.tax != 0 {
		b.worn = math.Exp(-(t.rate + t.inflation) * years)
	}
	for p, g := range t.decline {
		b.price[p] = math.Exp(-g * years)
	}
	return b
}

// paidAt returns e^(−r·at).
func (t *Terms) paidAt(at float64, b *begin) float64 {
	switch at {
	case 0:
		return 1
	case b.at[0]:
		return b.paid[0]
	case b.at[1]:
		return b.paid[1]
	case b.years:
		return b.atStart
	}
	b.at[1], b.paid[1] = b.at[0], b.paid[0]
	b.at[0], b.paid[0] = at, math.Exp(-t.rate*at)
	return b.paid[0]
}

// present returns the value on the day of the order of all an item costs, after
// tax: the sum paid, less what writing it off saves in tax, less what the asset is
// still worth, plus the yearly and the final payments. What is not yet written off
// at the end of service is deducted then, so a residual is taxed in full.
func (t *Terms) present(it *Item, s *span, b *begin) float64 {
	after := (1 - t.tax) * b.atStart
	yearly, end := s.service, s.overLife
	if it.PerSurvivor {
		yearly, end = s.surviving, s.overLife*s.survive
	}
	v := after * (it.PerYearUSDPerW*yearly + it.EndUSDPerW*end)
	U := it.UpfrontUSDPerW
	if U == 0 {
		return v
	}
	A := it.AssetLifeYears
	if it.Rented && A > 0 {
		q := t.powerRate
		rent := U * math.Exp(q*(b.years-it.AtYears)) / flow(q, A, math.Exp(-q*A))
		return v + rent*after*s.service
	}
	paid := t.paidAt(it.AtYears, b)
	if A > s.life {
		overA := math.Exp(-t.rate * A)
		left := flow(t.rate, A-s.life, overA/s.overLife) / flow(t.rate, A, overA)
		v -= U * left * after * s.overLife
	}
	if it.Class == Expense {
		return v + U*paid*(1-t.tax)
	}
	return v + U*(paid-t.tax*s.writtenOff[it.Class]*b.worn)
}

// bill returns the present value of all lines, and the yearly payments that
// switching off avoids: for each survivor, and whatever survives.
func (t *Terms) bill(c *Cohort, s *span, b *begin) (usdPerW, perSurvivor, fixed float64) {
	for i := range c.Items[:c.N] {
		it := &c.Items[i]
		usdPerW += t.present(it, s, b)
		if it.PerSurvivor {
			perSurvivor += it.PerYearUSDPerW
		} else {
			fixed += it.PerYearUSDPerW
		}
	}
	return usdPerW, perSurvivor, fixed
}

// Levelise returns the levelised cost of compute of a cohort.
//
// An hour of a given chip is worth less every year. A cohort is ordered today,
// starts to sell s years later and serves L years, while a share h of it fails
// and what is left fades by f a year. If the price of an hour is p₀ today and
// falls at the continuous rate g, the levelised cost is the p₀ at which the
// cohort's cash flow, discounted at r after tax τ from the first payment to the
// last, comes to nothing:
//
//	p₀ = B / ( (1−τ) · H · e^(−(r+g)s) · (1 − e^(−kL)) / k ),  k = r + g + h + f
//
// with B the present value of the bill after tax and H the hours sold a year for
// each watt at the start. Service ends early where an hour's price no longer
// covers what switching off would save, p₀·H·e^(−g(s+a))·e^(−(h+f)a) < c(a); there
// p₀ is at its least, so a few steps of the fixed point settle it.
//
// Source: net present value set to zero; with g = h = f = s = τ = 0 it is the
// levelised cost of NREL/TP-462-5173 (1995) with continuous payments.
// Ignores: tax losses that find no profit to offset; change of product in mid-life;
// that an early end would raise the resale value; payments on month ends.
// Good to: 1e-4 of the price against a cash flow by steps of 1/240 year (see the test).
// Needs: StartYears ≥ 0, tax < 1. A cohort without hours or without life has a
// price of +Inf.
func Levelise(c *Cohort, t *Terms) Cost {
	var out Cost
	early := false
	if !(c.LifeYears > 0) {
		out.RentUSDPerWattYear = math.Inf(1)
		for p := range Products {
			out.USDPerHour[p] = math.Inf(1)
		}
		return out
	}
	s := t.over(c, c.LifeYears)
	b := t.begin(c)
	bill, perSurvivor, fixed := t.bill(c, s, b)
	out.BillUSDPerW = bill
	after := (1 - t.tax) * b.atStart
	out.RentUSDPerWattYear = bill / (after * s.service)
	for p := range Products {
		if !(c.HoursPerWattYear[p] > 0) {
			out.USDPerHour[p] = math.Inf(1)
			out.LifeYears[p] = c.LifeYears
			continue
		}
		first := c.HoursPerWattYear[p] * b.price[p]
		price := bill / (after * first * s.earning[p])
		if price > 0 && price*first*s.wane[p]*s.survive < perSurvivor*s.survive+fixed {
			early = true
		}
		out.USDPerHour[p], out.LifeYears[p] = price, c.LifeYears
	}
	if early {
		t.endEarly(c, &out, perSurvivor, fixed)
	}
	return out
}

// endEarly shortens the service of the products for which it does not pay.
func (t *Terms) endEarly(c *Cohort, out *Cost, perSurvivor, fixed float64) {
	b := t.begin(c)
	for p := range Products {
		if c.HoursPerWattYear[p] > 0 && out.USDPerHour[p] > 0 {
			out.USDPerHour[p], out.LifeYears[p] = t.early(c, b, p, out.USDPerHour[p], perSurvivor, fixed)
		}
	}
}

// shortest is the least economic life considered: one month.
const shortest = 1. / 12

// early repeats: price at this life; the age at which an hour at that price no
// longer covers avoidable cost; price at that life. As the price is least at the
// age looked for, an error of the age hardly moves it: two or three rounds do.
func (t *Terms) early(c *Cohort, b *begin, p int, usdPerHour, perSurvivor, fixed float64) (float64, float64) {
	life := c.LifeYears
	first := c.HoursPerWattYear[p] * b.price[p]
	s := span{hazard: c.HazardPerYear, fade: c.FadePerYear}
	for range 4 {
		s.life = min(max(t.meet(c, p, usdPerHour*first, perSurvivor, fixed), shortest), c.LifeYears)
		if math.Abs(s.life-life) < 1e-3 {
			break
		}
		t.fill(&s)
		t.fillProduct(&s, p)
		bill, _, _ := t.bill(c, &s, b)
		better := bill / ((1 - t.tax) * first * b.atStart * s.earning[p])
		if better > usdPerHour { // a residual or end payment makes stopping dearer than running on
			break
		}
		usdPerHour, life = better, s.life
	}
	return usdPerHour, life
}

// meet returns the age a at which a revenue that starts at so much a year meets
// avoidable cost,
//
//	revenue · e^(−(g+h+f)a) = perSurvivor · e^(−ha) + fixed,
//
// by Newton's method from the left, where the difference is convex and above nil.
func (t *Terms) meet(c *Cohort, p int, revenue, perSurvivor, fixed float64) float64 {
	h := c.HazardPerYear
	k := t.decline[p] + c.FadePerYear + h
	if !(k > 0) || !(revenue > perSurvivor+fixed) {
		return c.LifeYears
	}
	a := math.Log(revenue/(perSurvivor+fixed)) / k
	if h == 0 || perSurvivor == 0 {
		return a
	}
	for range 20 {
		earns, costs := revenue*math.Exp(-k*a), perSurvivor*math.Exp(-h*a)
		step := (earns - costs - fixed) / (k*earns - h*costs)
		a += max(step, 0)
		if !(step > 1e-2) { // the next would be of the order of its square
			break
		}
	}
	return a
}
