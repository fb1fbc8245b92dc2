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

// window holds the discount factors that all lines of a cohort share.
type window struct {
	start, life float64 // years
	atStart     float64 // e^(−r·start)
	overLife    float64 // e^(−r·life)
	survive     float64 // e^(−h·life)
	wearStart   float64 // e^(−π·start), inflation
	wearLife    float64 // e^(−π·life)
	service     float64 // value at the start of service of 1 $/yr
	surviving   float64 // the same, of 1 $/yr for each survivor
}

func (t *Terms) window(c *Cohort, life float64) window {
	w := window{start: c.StartYears, life: life, wearStart: 1, wearLife: 1, survive: 1}
	w.atStart = math.Exp(-t.rate * c.StartYears)
	w.overLife = math.Exp(-t.rate * life)
	if c.HazardPerYear != 0 {
		w.survive = math.Exp(-c.HazardPerYear * life)
	}
	if t.tax != 0 && t.inflation != 0 {
		w.wearStart = math.Exp(-t.inflation * c.StartYears)
		w.wearLife = math.Exp(-t.inflation * life)
	}
	w.service = flow(t.rate, life, w.overLife)
	w.surviving = flow(t.rate+c.HazardPerYear, life, w.overLife*w.survive)
	return w
}

// present returns the value on the day of the order of all an item costs, after
// tax. The four parts are the sum paid, less what writing it off saves in tax,
// less what the asset is still worth, plus the yearly and the final payments.
func (t *Terms) present(it *Item, w *window) float64 {
	after := 1 - t.tax
	v := 0.0
	if it.PerYearUSDPerW != 0 {
		if it.PerSurvivor {
			v += it.PerYearUSDPerW * after * w.atStart * w.surviving
		} else {
			v += it.PerYearUSDPerW * after * w.atStart * w.service
		}
	}
	if it.EndUSDPerW != 0 {
		end := it.EndUSDPerW * after * w.atStart * w.overLife
		if it.PerSurvivor {
			end *= w.survive
		}
		v += end
	}
	U := it.UpfrontUSDPerW
	if U == 0 {
		return v
	}
	if it.Rented && it.AssetLifeYears > 0 {
		q, A := t.powerRate, it.AssetLifeYears
		rent := U * math.Exp(q*(w.start-it.AtYears)) / flow(q, A, math.Exp(-q*A))
		return v + rent*after*w.atStart*w.service
	}
	paid := 1.0
	switch it.AtYears {
	case 0:
	case w.start:
		paid = w.atStart
	default:
		paid = math.Exp(-t.rate * it.AtYears)
	}
	v += U * paid
	if it.AssetLifeYears > w.life {
		A := it.AssetLifeYears
		overA := math.Exp(-t.rate * A)
		left := flow(t.rate, A-w.life, overA/w.overLife) / flow(t.rate, A, overA)
		v -= U * left * after * w.atStart * w.overLife
	}
	if t.tax != 0 {
		v -= t.tax * U * t.writtenOff(it.Class, paid, w)
	}
	return v
}

// writtenOff returns the present value of the deductions that one dollar of a
// class brings. Deductions are fixed in dollars of the day of the order, so
// inflation wears them; what is left at the end of service is deducted then.
func (t *Terms) writtenOff(class Class, paid float64, w *window) float64 {
	if class == Expense {
		return paid
	}
	now, D := t.immediate[class], t.years[class]
	value := now + (1-now)*t.shield[class]
	if D > w.life {
		k, z := t.rate+t.inflation, w.overLife*w.wearLife
		value = now + (1-now)*(flow(k, w.life, z)/D+(1-w.life/D)*z)
	}
	return value * w.atStart * w.wearStart
}

// bill returns the present value of all lines, and the yearly payments that
// switching off avoids: for each survivor, and whatever survives.
func (t *Terms) bill(c *Cohort, w *window) (usdPerW, perSurvivor, fixed float64) {
	for i := range c.Items[:c.N] {
		it := &c.Items[i]
		usdPerW += t.present(it, w)
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
// levelised cost of NREL/TP-462-5173 section 3 with continuous payments.
// Ignores: tax losses that find no profit to offset; change of product in mid-life;
// that an early end would raise the resale value; payments on month ends.
// Good to: 1e-4 of the price against a cash flow by steps of 1/240 year (see the test).
// Needs: StartYears ≥ 0, LifeYears > 0, tax < 1; no other demands.
func Levelise(c *Cohort, t *Terms) Cost {
	var out Cost
	w := t.window(c, c.LifeYears)
	bill, perSurvivor, fixed := t.bill(c, &w)
	out.BillUSDPerW = bill
	out.RentUSDPerWattYear = bill / ((1 - t.tax) * w.atStart * w.service)
	for p := range Products {
		if c.HoursPerWattYear[p] <= 0 {
			out.USDPerHour[p] = math.Inf(1)
			out.LifeYears[p] = c.LifeYears
			continue
		}
		out.USDPerHour[p], out.LifeYears[p] = t.price(c, &w, p, bill, perSurvivor, fixed)
	}
	return out
}

// price returns the levelised cost of one product and the economic life.
func (t *Terms) price(c *Cohort, w *window, p int, bill, perSurvivor, fixed float64) (usdPerHour, life float64) {
	g, f, h := t.decline[p], c.FadePerYear, c.HazardPerYear
	first := c.HoursPerWattYear[p] * math.Exp(-g*c.StartYears) // earns this a year at the start, for p₀ = 1
	wane := math.Exp(-(g + f) * c.LifeYears)
	earned := (1 - t.tax) * first * w.atStart * flow(t.rate+g+h+f, c.LifeYears, w.overLife*w.survive*wane)
	usdPerHour, life = bill/earned, c.LifeYears
	if usdPerHour*first*wane*w.survive >= perSurvivor*w.survive+fixed {
		return usdPerHour, life
	}
	return t.early(c, p, usdPerHour, first, perSurvivor, fixed)
}

// shortest is the least economic life considered: one month.
const shortest = 1. / 12

// early looks for the age at which revenue meets avoidable cost.
func (t *Terms) early(c *Cohort, p int, usdPerHour, first, perSurvivor, fixed float64) (float64, float64) {
	g, f, h := t.decline[p], c.FadePerYear, c.HazardPerYear
	life := c.LifeYears
	for range 4 {
		// Revenue less avoidable cost, both divided by the survivors, falls with
		// age; halving the interval finds the age where it is nil.
		low, high := 0.0, c.LifeYears
		if fixed == 0 && g+f > 0 {
			low = math.Log(usdPerHour*first/perSurvivor) / (g + f)
			high = low
		}
		for high-low > 1e-6 {
			a := (low + high) / 2
			if usdPerHour*first*math.Exp(-(g+h+f)*a) >= perSurvivor*math.Exp(-h*a)+fixed {
				low = a
			} else {
				high = a
			}
		}
		next := math.Min(math.Max(low, shortest), c.LifeYears)
		if math.Abs(next-life) < 1e-4 {
			break
		}
		w := t.window(c, next)
		bill, _, _ := t.bill(c, &w)
		wane := math.Exp(-(g + f) * next)
		earned := (1 - t.tax) * first * w.atStart * flow(t.rate+g+h+f, next, w.overLife*w.survive*wane)
		better := bill / earned
		if better > usdPerHour { // a residual or end payment makes stopping dearer than running on
			break
		}
		usdPerHour, life = better, next
	}
	return usdPerHour, life
}
