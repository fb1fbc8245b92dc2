package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Leased are the contracts, in the order of every array over leases.
const (
	AnthropicLease = iota
	GoogleLease
	NumLeases
)

// leases is the state of the contracts.
type leases struct {
	rent    [NumLeases]float64 // $ a month, of the day
	watts   [NumLeases]float64 // that earn it
	start   [NumLeases]int
	end     [NumLeases]int     // month after the last; sooner once notice is given
	gone    [NumLeases]float64 // hazard gone through
	limit   [NumLeases]float64 // at which notice is given
	chance  [NumLeases]float64 // for which limit holds
	noticed [NumLeases]bool
	from    int     // month from which notice may be given
	notice  int     // months
	hazard  float64 // a month
	excess  float64
	unit    float64 // $/W·yr
}

// monthOf returns the month of a calendar year such as 2027.5, counted from
// January 2026.
func monthOf(year si.Count) int { return int(math.Round((float64(year) - 2026) * 12)) }

func (l *leases) reset(p *Leases) {
	*l = leases{
		from: monthOf(p.NoticeFrom), notice: int(math.Ceil(p.Notice.In(si.Month) - 0.1)),
		hazard: p.Hazard.In(si.PerYear) / 12, excess: p.HazardPerExcess.SI(),
		unit: p.UnitPrice.In(si.DollarPerWattYear),
	}
	for i, c := range [NumLeases]*Lease{&p.Anthropic, &p.Google} {
		rent := c.Rent.In(si.DollarPerYear)
		l.rent[i], l.watts[i] = rent/12, rent/l.unit
		l.start[i], l.end[i] = monthOf(c.Start), monthOf(c.End)
		l.chance[i] = math.NaN()
	}
}

// month returns what the leases bring and the watts that they take of those that
// are free. Chance is one number of (0, 1) for each contract and draw: notice is
// given once the hazard gone through exceeds −ln(1 − chance). The hazard rises
// with what the tenant would save at the market's price; a month's notice counts
// from then.
//
// Source: E4 of the reference; the contracts' dates and notice are the filings'.
// Ignores: that rents could be bargained down instead; new contracts, which are
// compute sold at the market's price.
// Good to: the survival of a constant hazard, within a month.
// Needs: prices and hazard ≥ 0.
func (l *leases) month(month int, chance *[NumLeases]float64, marketUSDPerWYear, demand, freeW, deflator float64) (usd [NumLeases]float64, watts float64) {
	for i := range usd {
		if month < l.start[i] || month >= l.end[i] || l.rent[i] == 0 {
			continue
		}
		if !l.noticed[i] && month >= l.from {
			if l.chance[i] != chance[i] {
				l.chance[i] = chance[i]
				l.limit[i] = -math.Log1p(-min(max(chance[i], 0), 1-1e-12))
			}
			h := l.hazard
			if price := l.unit * deflator; price > marketUSDPerWYear {
				h *= 1 + l.excess*si.Lesser(price/si.Greater(marketUSDPerWYear, 0.01*price)-1, 10)
			}
			if demand < 1 {
				h /= si.Greater(demand, 0.1)
			}
			if l.gone[i] += h; l.gone[i] > l.limit[i] {
				l.noticed[i], l.end[i] = true, min(l.end[i], month+l.notice)
				if month >= l.end[i] {
					continue
				}
			}
		}
		served := 1.0
		if free := freeW - watts; l.watts[i] > free {
			served = si.Greater(free, 0) / l.watts[i]
		}
		usd[i] = l.rent[i] * deflator * served
		watts += l.watts[i] * served
	}
	return usd, watts
}

// LeaseValue returns what a contract is worth in real dollars of the start of
// 2026, from a date until its end: its rent, worn down by inflation, discounted
// at a real rate, while notice is given at a constant hazard h from a date on and
// takes effect n later:
//
//	V = c [ (e^(−ka) − e^(−kb))/k + e^(−kb) (1 − e^(−(k+h)(T−b)))/(k+h) ]      b = max(a, notice date + n), k = ρ + π
//
// Source: E4 of the reference, integrated.
// Ignores: what the compute earns after notice; a hazard that moves with the
// market's price, as the months have it.
// Good to: 1e-12; against the monthly model within a month's rent.
// Needs: real rate and inflation not both zero.
func (p *Company) LeaseValue(lease int, fromYear, realRatePerYear, inflationPerYear float64) float64 {
	c := [NumLeases]*Lease{&p.Leases.Anthropic, &p.Leases.Google}[lease]
	k := math.Log1p(realRatePerYear) + math.Log1p(inflationPerYear)
	h := p.Leases.Hazard.In(si.PerYear)
	a, end := max(fromYear, float64(c.Start))-2026, float64(c.End)-2026
	if !(end > a) {
		return 0
	}
	b := min(max(a, float64(p.Leases.NoticeFrom)-2026+p.Leases.Notice.In(si.Year)), end)
	sure := (math.Exp(-k*a) - math.Exp(-k*b)) / k
	unsure := math.Exp(-k*b) * -math.Expm1(-(k+h)*(end-b)) / (k + h)
	return c.Rent.In(si.DollarPerYear) * (sure + unsure)
}
