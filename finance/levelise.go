package finance

import "math"

// MaxItems is the most lines a cohort's bill may have.
const MaxItems = 20

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
}

// Summary is a bill added up: all that Levelise needs where nobody asks for its lines.
type Summary struct {
	First, Later Upfront

	PerYearUSDPerW, EndUSDPerW                   float64 // as in Item
	PerYearUSDPerSurvivingW, EndUSDPerSurvivingW float64
	ShellLifeYears                               float64 // 0: no shell, or one that is used up
}

// Upfront is what is paid on one date, $/W by how it is written off.
type Upfront struct{ AtYears, Chips, Satellite, Shell, Expense float64 }

// Cohort is what is ordered in one month, per watt of IT power.
type Cohort struct {
	Items   [MaxItems]Item
	N       int     // how many of Items count
	Summary Summary // the bill, if there are no items

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
// its last one, because life and rates hold for a draw, prices fall at another rate
// each year, and losses differ by design.
type span struct {
	life, rate, inflation, tax float64 // what the next lines were worked out for
	immediate                  float64
	shield                     [NumClasses]float64
	overLife                   float64             // e^(−r·life)
	service                    float64             // value at the start of service of 1 $/yr
	writtenOff                 [NumClasses]float64 // value at the start of service of the deductions of one dollar
	asset, assetDecay          float64             // the life of a lasting asset and e^(−r·asset)

	hazard, survive float64 // and e^(−h·life)
	fade, keep      float64 // and e^(−f·life)
	decline         [Products]float64
	wane            [Products]float64 // e^(−(g+f)·life)

	surviving float64           // value at the start of service of 1 $/yr for each survivor
	earning   [Products]float64 // value at the start of service of 1 $/yr that fails, fades and falls in price
}

// is tells whether a span is that of a life at these rates. The share deducted at
// once is the same for every class that has one.
func (s *span) is(t *Terms, life float64) bool {
	return s.life == life && s.rate == t.rate && s.inflation == t.inflation && s.tax == t.tax &&
		s.immediate == t.immediate[ChipClass] &&
		s.shield[ChipClass] == t.shield[ChipClass] && s.shield[SatelliteClass] == t.shield[SatelliteClass] &&
		s.shield[ShellClass] == t.shield[ShellClass]
}

// over returns the span of a life under these terms, the kept one if it is that.
func (t *Terms) over(c *Cohort, life float64) *span {
	s := &c.kept
	known := s.is(t, life)
	loses := known && s.hazard == c.HazardPerYear
	falls := known && s.fade == c.FadePerYear && s.decline == t.decline
	if loses && falls {
		return s
	}
	if !known {
		*s = span{life: life, rate: t.rate, inflation: t.inflation, tax: t.tax, immediate: t.immediate[ChipClass], shield: t.shield}
		t.fillLife(s)
	}
	if !loses {
		s.hazard = c.HazardPerYear
		s.survive = math.Exp(-s.hazard * life)
	}
	if !falls {
		if !known || s.fade != c.FadePerYear {
			s.fade, s.keep = c.FadePerYear, math.Exp(-c.FadePerYear*life)
		}
		s.decline = t.decline
		for p := range s.wane {
			t.fillWane(s, p)
		}
	}
	s.surviving = flow(t.rate+s.hazard, life, s.overLife*s.survive)
	for p := range s.earning {
		t.fillEarning(s, p)
	}
	return s
}

// fillLife works out what the life and the rates settle.
func (t *Terms) fillLife(s *span) {
	life := s.life
	s.overLife = math.Exp(-t.rate * life)
	s.service = flow(t.rate, life, s.overLife)
	if t.tax == 0 {
		return
	}
	k := t.rate + t.inflation
	z := math.Exp(-k * life)
	whole := flow(k, life, z)
	for class := range s.writtenOff {
		now, rest := t.immediate[class], t.shield[class]
		if t.years[class] > life {
			share := t.aYear[class]
			rest = whole*share + (1-life*share)*z
		}
		s.writtenOff[class] = now + (1-now)*rest
	}
}

// fillWane works out how the price of a product, and the machine, wane.
func (t *Terms) fillWane(s *span, p int) {
	s.wane[p] = s.keep * t.price[p].over(s.life)
}

// fillEarning works out what selling a product is worth; the rest is known.
func (t *Terms) fillEarning(s *span, p int) {
	s.earning[p] = flow(t.rate+t.decline[p]+s.hazard+s.fade, s.life, s.overLife*s.survive*s.wane[p])
}

// begin is what a dollar, a deduction and an hour at the start of service are worth
// on the day of the order.
type begin struct {
	years   float64           // from the order to the start
	atStart float64           // e^(−r·years)
	worn    float64           // e^(−(r+π)·years): deductions are fixed in dollars of the day of the order
	price   [Products]float64 // e^(−g·years)
}

// begin fills in b for a start.
func (t *Terms) begin(b *begin, years float64) {
	b.years = years
	i, left := nearestStep(years)
	if fine := t.discount.fine && t.wear.fine && t.price[0].fine && t.price[1].fine && t.price[2].fine; uint(i) > tableSteps || !fine {
		b.atStart, b.worn = t.discount.over(years), t.wear.over(years)
		b.price = [Products]float64{t.price[0].over(years), t.price[1].over(years), t.price[2].over(years)}
		return
	}
	b.atStart = t.discount.near(i, left)
	b.worn = t.wear.near(i, left)
	b.price[0] = t.price[0].near(i, left)
	b.price[1] = t.price[1].near(i, left)
	b.price[2] = t.price[2].near(i, left)
}

// paidAt returns e^(−r·at).
func (t *Terms) paidAt(at float64, b *begin) float64 {
	switch at {
	case 0:
		return 1
	case b.years:
		return b.atStart
	}
	return t.discount.over(at)
}

// sums are a bill's lines added up by what their worth depends on, $/W and $/W/yr.
type sums struct {
	paid                      float64 // upfront, as of the day of the order
	chips, satellites, shells float64 // upfront that is written off
	perSurvivor, fixed        float64 // yearly
	endPerSurvivor, endFixed  float64
	outlives                  bool    // an asset may outlive the service
	shellLife                 float64 // of shells that are not among the items
}

// add fills the sums of some lines.
func (t *Terms) add(o *sums, items []Item, b *begin) {
	*o = sums{}
	at, factor := 0.0, 1.0 // the last date of payment; many lines share one
	for i := range items {
		it := &items[i]
		if it.PerSurvivor {
			o.perSurvivor += it.PerYearUSDPerW
			o.endPerSurvivor += it.EndUSDPerW
		} else {
			o.fixed += it.PerYearUSDPerW
			o.endFixed += it.EndUSDPerW
		}
		U := it.UpfrontUSDPerW
		if U == 0 {
			continue
		}
		if it.AtYears != at {
			at = it.AtYears
			factor = t.paidAt(at, b)
		}
		now := U * factor
		switch it.Class {
		case SatelliteClass:
			o.satellites += U
		case ChipClass:
			o.chips += U
		case ShellClass:
			o.shells += U
		default: // an expense is deducted when it is paid
			now *= 1 - t.tax
		}
		o.paid += now
		if it.AssetLifeYears > 0 {
			o.outlives = true
		}
	}
}

// summed fills the sums of a bill that is added up already.
func (t *Terms) summed(o *sums, m *Summary, b *begin) {
	u, v := &m.First, &m.Later
	o.chips, o.satellites, o.shells = u.Chips+v.Chips, u.Satellite+v.Satellite, u.Shell+v.Shell
	o.paid = t.paidAt(u.AtYears, b)*(u.Chips+u.Satellite+u.Shell+(1-t.tax)*u.Expense) +
		t.paidAt(v.AtYears, b)*(v.Chips+v.Satellite+v.Shell+(1-t.tax)*v.Expense)
	o.fixed, o.endFixed = m.PerYearUSDPerW, m.EndUSDPerW
	o.perSurvivor, o.endPerSurvivor = m.PerYearUSDPerSurvivingW, m.EndUSDPerSurvivingW
	o.shellLife = m.ShellLifeYears
}

// present returns the value on the day of the order of all that lines cost, after
// tax: the sum paid, less what writing it off saves in tax, less what assets are
// still worth, plus the yearly and the final payments. What is not yet written off
// at the end of service is deducted then, so a residual is taxed in full.
func (t *Terms) present(o *sums, items []Item, s *span, b *begin) (usdPerW float64) {
	w := &s.writtenOff
	served := o.fixed*s.service + o.perSurvivor*s.surviving + s.overLife*(o.endFixed+o.endPerSurvivor*s.survive)
	if o.outlives {
		served -= t.residual(items, s)
	}
	if o.shellLife > s.life {
		served -= o.shells * t.stillWorth(o.shellLife, s)
	}
	v := o.paid + (1-t.tax)*b.atStart*served
	if t.tax == 0 {
		return v
	}
	return v - t.tax*b.worn*(o.chips*w[ChipClass]+o.satellites*w[SatelliteClass]+o.shells*w[ShellClass])
}

// residual returns, as of the start of service, what assets that outlive the
// service are still worth at its end.
func (t *Terms) residual(items []Item, s *span) (usdPerW float64) {
	for i := range items {
		it := &items[i]
		if U, A := it.UpfrontUSDPerW, it.AssetLifeYears; U != 0 && A > s.life {
			usdPerW += U * t.stillWorth(A, s)
		}
	}
	return usdPerW
}

// stillWorth is the residual of one dollar of an asset that lasts A years.
func (t *Terms) stillWorth(A float64, s *span) float64 {
	overA := s.overAsset(t.rate, A)
	return s.overLife * flow(t.rate, A-s.life, overA/s.overLife) / flow(t.rate, A, overA)
}

// overAsset returns e^(−r·A), which a cohort asks for one asset mostly.
func (s *span) overAsset(rate, A float64) float64 {
	if s.asset != A {
		s.asset, s.assetDecay = A, math.Exp(-rate*A)
	}
	return s.assetDecay
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
func Levelise(c *Cohort, t *Terms) (out Cost) {
	t.Levelise(c, &out)
	return out
}

// Levelise is the function of this name, into out: the hot path of a draw.
func (t *Terms) Levelise(c *Cohort, out *Cost) {
	*out = Cost{}
	early := false
	if !(c.LifeYears > 0) {
		out.RentUSDPerWattYear = math.Inf(1)
		for p := range Products {
			out.USDPerHour[p] = math.Inf(1)
		}
		return
	}
	s := t.over(c, c.LifeYears)
	var b begin
	t.begin(&b, c.StartYears)
	items := c.Items[:c.N]
	var sum sums
	if c.N > 0 {
		t.add(&sum, items, &b)
	} else {
		t.summed(&sum, &c.Summary, &b)
	}
	bill := t.present(&sum, items, s, &b)
	out.BillUSDPerW = bill
	after := (1 - t.tax) * b.atStart
	out.RentUSDPerWattYear = bill / (after * s.service)
	fixed := sum.fixed + sum.perSurvivor*s.survive // avoided by switching off in the end
	for p := range Products {
		first := c.HoursPerWattYear[p] * b.price[p]
		if !(c.HoursPerWattYear[p] > 0) {
			out.USDPerHour[p] = math.Inf(1)
			out.LifeYears[p] = c.LifeYears
			continue
		}
		price := bill / (after * first * s.earning[p])
		if price > 0 && price*first*s.wane[p]*s.survive < fixed {
			early = true
		}
		out.USDPerHour[p], out.LifeYears[p] = price, c.LifeYears
	}
	if early {
		t.endEarly(c, out, &sum, &b)
	}
}

// endEarly shortens the service of the products for which it does not pay. The
// revenue at which a cohort breaks even, and so its life, is the same for products
// whose prices fall alike.
func (t *Terms) endEarly(c *Cohort, out *Cost, sum *sums, b *begin) {
	s := span{hazard: c.HazardPerYear, fade: c.FadePerYear}
	last := -1
	for p := range Products {
		if !(c.HoursPerWattYear[p] > 0 && out.USDPerHour[p] > 0) {
			continue
		}
		first := c.HoursPerWattYear[p] * b.price[p]
		if last >= 0 && t.decline[p] == t.decline[last] {
			alike := c.HoursPerWattYear[last] * b.price[last]
			out.USDPerHour[p], out.LifeYears[p] = out.USDPerHour[last]*alike/first, out.LifeYears[last]
			continue
		}
		revenue, life := t.early(c, &s, b, p, out.USDPerHour[p]*first, sum)
		out.USDPerHour[p], out.LifeYears[p] = revenue/first, life
		last = p
	}
}

// shortest is the least economic life considered: one month.
const shortest = 1. / 12

// early looks for the age a at which the revenue that breaks even by then no longer
// covers avoidable cost,
//
//	revenue · e^(−(g+h+f)a) = perSurvivor · e^(−ha) + fixed,
//
// by Newton's method on the logarithm of both sides, which is nearly straight. As
// revenue is least at that age, each step works it out anew and an error of the age
// hardly moves it: three steps do. The scratch span s holds this cohort's hazard and
// fade.
func (t *Terms) early(c *Cohort, s *span, b *begin, p int, revenue float64, sum *sums) (usdPerWattYear, life float64) {
	life = c.LifeYears
	h := c.HazardPerYear
	k := t.decline[p] + c.FadePerYear + h
	at := &c.kept
	for range 6 {
		costs := sum.perSurvivor * at.survive
		avoidable := costs + sum.fixed
		slope := k - h*costs/avoidable
		if !(slope > 0) || !(revenue > sum.perSurvivor+sum.fixed) {
			break
		}
		s.life = life + math.Log(revenue*at.wane[p]*at.survive/avoidable)/slope
		s.life = min(max(s.life, shortest), c.LifeYears)
		if math.Abs(s.life-life) < 1e-3 {
			break
		}
		t.fillLife(s)
		s.survive, s.keep = math.Exp(-h*s.life), math.Exp(-s.fade*s.life)
		s.surviving = flow(t.rate+h, s.life, s.overLife*s.survive)
		t.fillWane(s, p)
		t.fillEarning(s, p)
		better := t.present(sum, c.Items[:c.N], s, b) / ((1 - t.tax) * b.atStart * s.earning[p])
		if better > revenue { // a residual or end payment makes stopping dearer than running on
			break
		}
		revenue, life, at = better, s.life, s
	}
	return revenue, life
}
