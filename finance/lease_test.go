package finance

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// rents plays the leases alone over equal chances and returns their mean present
// value at the start of 2026.
func rents(p *Company, lease int, chances int, realRate, inflation, market float64) float64 {
	sum := 0.0
	for k := range chances {
		var l leases
		l.reset(&p.Leases)
		u := (float64(k) + 0.5) / float64(chances)
		chance := [NumLeases]float64{u, u}
		for month := range 60 {
			t := (float64(month) + 0.5) / 12
			usd, _ := l.month(month, &chance, market, 1, 1e12, math.Pow(1+inflation, -t))
			sum += usd[lease] * math.Pow(1+realRate, -t)
		}
	}
	return sum / float64(chances)
}

// The closed form against the months, over a thousand even chances: within half a
// month's rent, as notice counts from the beginning of the month in which it is
// given, and dates are those of months.
func TestVerif_LeaseValue(t *testing.T) {
	p := company()
	for lease := range NumLeases {
		for _, hazard := range []float64{0, 0.12, 0.6} {
			p.Leases.Hazard = si.Rate(hazard) * si.PerYear
			want := p.LeaseValue(lease, 2026, 0.08, 0.025)
			half := []float64{1.25e9, 0.92e9}[lease] / 2
			if got := rents(&p, lease, 1000, 0.08, 0.025, 1e6); math.Abs(got-want) > half {
				t.Errorf("lease %d at a hazard of %g: %g by month, %g closed", lease, hazard, got, want)
			}
		}
	}
	// Without hazard, discount or inflation the value is the rent times the years.
	p.Leases.Hazard = 0
	near(t, "plain", p.LeaseValue(AnthropicLease, 2026, 1e-9, 0), 15e9*(2029.417-2026.5), 1e-6)
	near(t, "over", p.LeaseValue(AnthropicLease, 2030, 0.08, 0.025), 0, 0)
}

// A market below the lease's price makes tenants leave sooner; no notice is given
// before its date, and none takes effect before it has run.
func TestVerif_Notice(t *testing.T) {
	p := company()
	if dear, fair := rents(&p, AnthropicLease, 200, 0, 0, 11), rents(&p, AnthropicLease, 200, 0, 0, 22); !(dear < 0.97*fair) {
		t.Errorf("%g while the market is at half the price, %g at the same", dear, fair)
	}
	p.Leases.Hazard = 1000 * si.PerYear
	var l leases
	l.reset(&p.Leases)
	for month := range 24 {
		usd, watts := l.month(month, &[NumLeases]float64{0.99, 0.99}, 5, 1, 1e12, 1)
		if paid, want := usd[AnthropicLease] > 0, month >= 6 && month < 12+3; paid != want {
			t.Errorf("month %d: pays %v", month, paid)
		}
		if paid, want := usd[GoogleLease] > 0, month >= 9 && month < 12+3; paid != want {
			t.Errorf("month %d: Google pays %v", month, paid)
		}
		if (watts > 0) != (usd[0]+usd[1] > 0) {
			t.Errorf("month %d: %g W for %v", month, watts, usd)
		}
	}
}

// The rent of the two contracts is the published one: 1.25 and 0.92 G$ a month in
// November 2026 with compute enough, in dollars of the day.
func TestVal_Rents(t *testing.T) {
	p := company()
	var l leases
	l.reset(&p.Leases)
	usd, _ := l.month(10, &[NumLeases]float64{0.5, 0.5}, 22, 1, 1e12, 1)
	near(t, "Anthropic", usd[AnthropicLease], 1.25e9, 1e-9)
	near(t, "Google", usd[GoogleLease], 0.92e9, 1e-9)
}
