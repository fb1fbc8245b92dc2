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
	var out Ladder
	out.RentUSDPerWattYear, out.Total, out.LifeYears = Rents(c, t, product)
	life := out.LifeYears

	cash := t.cash()
	interest := *t
	interest.inflation, interest.tax = 0, 0
	interest.decline = [Products]float64{}
	interest.prepare()
	falling := interest
	falling.decline, falling.price = t.decline, t.price

	out.Line = cash.spread(c, life, product)
	for l := range out.Line {
		r := &out.Rung[Line(l).Rung()]
		r.USDPerHour += out.Line[l].USDPerHour
		r.USDPerWattYear += out.Line[l].USDPerWattYear
	}
	hour0, rent0 := cash.at(c, life, product)
	hour1, rent1 := interest.at(c, life, product)
	hour2, rent2 := falling.at(c, life, product)
	hour3, rent3 := out.Total.USDPerHour, out.Total.USDPerWattYear
	out.Interest = Step{USDPerHour: hour1 - hour0, USDPerWattYear: rent1 - rent0}
	out.Decline = Step{USDPerHour: hour2 - hour1, USDPerWattYear: rent2 - rent1}
	out.Tax = Step{USDPerHour: hour3 - hour2, USDPerWattYear: rent3 - rent2}
	out.Rung[Finance].USDPerHour += hour3 - hour0
	out.Rung[Finance].USDPerWattYear += rent3 - rent0
	return out
}

// Rents returns the level rent of a watt that pays each line with interest and tax,
// what all of them come to, and the life: Climb without its steps.
func Rents(c *Cohort, t *Terms, product int) (usdPerWattYear [NumLines]float64, total Step, lifeYears float64) {
	full := Levelise(c, t)
	lifeYears = full.LifeYears[product]
	total.USDPerHour, total.USDPerWattYear = t.at(c, lifeYears, product)
	for l, step := range t.spread(c, lifeYears, product) {
		usdPerWattYear[l] = step.USDPerWattYear
	}
	return usdPerWattYear, total, lifeYears
}

// at returns price and rent at a given life.
func (t *Terms) at(c *Cohort, life float64, product int) (usdPerHour, usdPerWattYear float64) {
	s := t.over(c, life)
	var b begin
	t.begin(&b, c.StartYears)
	var sum sums
	t.add(&sum, c.Items[:c.N], &b)
	bill := t.present(&sum, c.Items[:c.N], s, &b) / ((1 - t.tax) * b.atStart)
	return ratio(bill, c.HoursPerWattYear[product]*b.price[product]*s.earning[product]), bill / s.service
}

// ratio is a/b, and 0 where there is nothing to spread a over.
func ratio(a, b float64) float64 {
	if b <= 0 {
		return 0
	}
	return a / b
}
