package finance

// Step is one rung or line in both metrics.
type Step struct {
	USDPerHour     float64 // of the price on the day of the order
	USDPerWattYear float64 // of a level rent for each original IT watt in service
}

// Ladder says what a levelised cost is made of. Lines are what is paid, spread
// over what is delivered, without interest, tax or falling prices; the three
// steps of finance come on top. Everything adds up to Total.
type Ladder struct {
	Line  [NumLines]Step
	Rung  [NumRungs]Step // Finance holds Interest + Decline + Tax and the lines of waiting
	Total Step

	Interest Step // capital tied up from payment to revenue
	Decline  Step // an hour sold late or in old age sells for less
	Tax      Step

	// RentUSDPerWattYear is the level rent that each line alone requires, its
	// interest and tax included: the form in which studies compare chips, shell
	// and power.
	RentUSDPerWattYear [NumLines]float64
	LifeYears          float64
}

// Climb returns the ladder of one product of a cohort at its economic life.
//
// The levelised cost is worked out four times, each time with one more condition:
// nothing but cash and hours; interest; falling prices; tax. The differences are
// the steps of finance, so the order in which they are named is a convention.
//
// Source: the definition of Levelise.
// Ignores: what Levelise ignores.
// Good to: rounding; the steps sum to Levelise's price at the same life.
// Needs: as Levelise, and LifeYears > 0. Without hours the steps by the hour are
// nil; those by the watt-year stand.
func Climb(c *Cohort, t *Terms, product int) Ladder {
	out := Ladder{LifeYears: Levelise(c, t).LifeYears[product]}
	life := out.LifeYears

	full := t.value(c, life)
	out.Total = full.step(product)
	for l, step := range full.spread(product) {
		out.RentUSDPerWattYear[l] = step.USDPerWattYear
	}

	cash := t.cash()
	paid := cash.value(c, life)
	flat := paid.step(product)
	out.Line = paid.spread(product)
	for l := range out.Line {
		out.Rung[Line(l).Rung()].add(out.Line[l])
	}

	interest := t.still()
	late := interest.value(c, life)
	waited := late.step(product)
	// Falling prices move no bill, only what an hour earns.
	interest.decline, interest.price, late.b.price = t.decline, t.price, full.b.price
	late.s = interest.over(c, life)
	fallen := late.step(product)

	out.Interest = waited.less(flat)
	out.Decline = fallen.less(waited)
	out.Tax = out.Total.less(fallen)
	out.Rung[Finance].add(out.Total.less(flat))
	return out
}

func (a *Step) add(b Step) {
	a.USDPerHour += b.USDPerHour
	a.USDPerWattYear += b.USDPerWattYear
}

func (a Step) less(b Step) Step {
	return Step{a.USDPerHour - b.USDPerHour, a.USDPerWattYear - b.USDPerWattYear}
}

// valued is a cohort's bill under some terms at a given life. It holds until the
// cohort is valued anew.
type valued struct {
	c    *Cohort
	t    *Terms
	s    *span
	b    begin
	bill float64 // before tax, as of the start of service
}

// value adds up a bill of items.
func (t *Terms) value(c *Cohort, life float64) (v valued) {
	v = valued{c: c, t: t, s: t.over(c, life)}
	t.begin(&v.b, c.StartYears)
	v.bill = v.of(c.Items[:c.N])
	return v
}

// of returns the value of some of the items.
func (v *valued) of(items []Item) float64 {
	var sum sums
	v.t.add(&sum, items, &v.b)
	return v.t.present(&sum, items, v.s, &v.b) / ((1 - v.t.tax) * v.b.atStart)
}

// hours are those sold for each watt, by the price on the day of the order, as of
// the start of service.
func (v *valued) hours(product int) float64 {
	return v.c.HoursPerWattYear[product] * v.b.price[product] * v.s.earning[product]
}

// step returns price and rent. Without hours the price is nil.
func (v *valued) step(product int) Step {
	return Step{USDPerHour: ratio(v.bill, v.hours(product)), USDPerWattYear: v.bill / v.s.service}
}

// spread returns what each line costs by the year of service and by the hour of a
// product: the level rent and the price that pay it. Without hours the costs by the
// hour are nil.
func (v *valued) spread(product int) (lines [NumLines]Step) {
	hours := v.hours(product)
	for i := range v.c.Items[:v.c.N] {
		one := v.c.Items[i : i+1]
		usd := v.of(one)
		lines[one[0].Line].add(Step{USDPerHour: ratio(usd, hours), USDPerWattYear: usd / v.s.service})
	}
	return lines
}

// cash returns the terms in which money has no price and prices stand still.
func (t *Terms) cash() Terms {
	c := t.still()
	c.rate = 0
	c.discount, c.wear = decay{}, decay{}
	return c
}

// still returns the terms without inflation and tax, in which prices stand still.
// They serve once: exponentials are taken as they are needed, not from tables.
func (t *Terms) still() Terms {
	c := Terms{rate: t.rate, powerRate: t.powerRate, immediate: t.immediate, years: t.years, aYear: t.aYear, discount: t.discount}
	c.wear.k = t.rate
	return c
}

// ratio is a/b, and 0 where there is nothing to spread a over.
func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}
