package finance

import "math"

// MaxMonths is the longest horizon a Project or the chain may have.
const MaxMonths = 480

// Project is a cash flow by month, in real dollars; flows fall in mid-month.
type Project struct {
	usd [MaxMonths]float64
	n   int
}

// Reset empties the project.
func (p *Project) Reset() {
	clear(p.usd[:p.n])
	p.n = 0
}

// Add books an amount in a month: income positive, spending negative. Months
// outside the horizon are ignored and reported by the return value.
func (p *Project) Add(month int, usd float64) bool {
	if month < 0 || month >= MaxMonths {
		return false
	}
	p.usd[month] += usd
	p.n = max(p.n, month+1)
	return true
}

// Months returns the number of months that hold a booking, up to the last.
func (p *Project) Months() int { return p.n }

// USD returns the flow of a month.
func (p *Project) USD(month int) float64 { return p.usd[month] }

// NPV returns the net present value at the start of month 0.
//
//	NPV = Σ CFₘ (1+r)^(−(m+½)/12)
//
// Source: textbook definition, flows in mid-month.
// Ignores: nothing but the timing inside a month.
// Good to: rounding.
// Needs: rate > −1.
func (p *Project) NPV(ratePerYear float64) float64 {
	v := math.Exp(-math.Log1p(ratePerYear) / 12)
	return p.value(v) * math.Sqrt(v)
}

// value returns Σ CFₘ vᵐ, in four sums of every fourth month that do not wait for
// each other. Past the last booking there is nothing.
func (p *Project) value(v float64) float64 {
	var a, b, c, d float64
	v4 := v * v * v * v
	for left := p.usd[:(p.n+3)&^3]; len(left) >= 4; {
		last := len(left) - 4
		usd := (*[4]float64)(left[last:])
		a, b, c, d = a*v4+usd[0], b*v4+usd[1], c*v4+usd[2], d*v4+usd[3]
		left = left[:last]
	}
	return a + v*(b+v*(c+v*d))
}

// Rates between which IRR looks: a project that loses 90 % a year or earns
// tenfold is outside any use.
const (
	lowestIRR  = -0.9
	highestIRR = 10
)

// IRR returns the internal rate of return a year: the rate at which NPV is nil.
// A cash flow whose running total changes sign once has at most one positive
// rate (Norstrom's criterion); with several the lowest at which NPV turns from
// plus to minus is returned. ok is false where there is none between −90 % and
// 1000 % a year.
//
// Source: C. J. Norstrom, J. Financial and Quantitative Analysis 7 (1972) 1835.
// Ignores: that several rates make the measure meaningless; NPV does not.
// Good to: 1e-9 of the monthly factor.
// Needs: nothing.
func (p *Project) IRR() (ratePerYear float64, ok bool) {
	const steps = 24
	vLow, vHigh := math.Pow(1+lowestIRR, -1./12), math.Pow(1+highestIRR, -1./12)
	if p.plain() {
		if low, high := p.value(vHigh), p.value(1); low <= 0 && high > 0 {
			return math.Pow(p.root(vHigh, 1), -12) - 1, true
		}
	}
	v0 := vLow // the largest factor: the lowest rate
	f0 := p.value(v0)
	for i := 1; i <= steps; i++ {
		v1 := vLow + (vHigh-vLow)*float64(i)/steps
		f1 := p.value(v1)
		if f0 > 0 && f1 <= 0 {
			return math.Pow(p.root(v1, v0), -12) - 1, true
		}
		v0, f0 = v1, f1
	}
	return math.NaN(), false
}

// plain reports whether the running total starts below nil and changes sign once.
func (p *Project) plain() bool {
	sum, changes, above := 0.0, 0, false
	for _, cf := range p.usd[:p.n] {
		sum += cf
		if sum != 0 && (sum > 0) != above {
			above = !above
			changes++
		}
	}
	return changes == 1 && above && p.n > 0 && !p.startsAbove()
}

// startsAbove reports whether the first flow is income.
func (p *Project) startsAbove() bool {
	for _, cf := range p.usd[:p.n] {
		if cf != 0 {
			return cf > 0
		}
	}
	return false
}

// root finds the factor in an interval at which value rises through nil, by Newton's
// method from its upper end, kept inside a shrinking bracket.
func (p *Project) root(low, high float64) float64 {
	v := high
	for range 80 {
		at, slope := p.slope(v)
		if at > 0 {
			high = v
		} else {
			low = v
		}
		next := v - at/slope
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		step := next - v
		v = next
		if math.Abs(step) < 1e-9 { // what is left is of the order of its square
			break
		}
	}
	return v
}

// slope returns value and its derivative by v, in the same four sums.
func (p *Project) slope(v float64) (value, slope float64) {
	var a, b, c, d float64
	var da, db, dc, dd float64 // by v⁴
	v4 := v * v * v * v
	for m := (p.n - 1) &^ 3; m >= 0; m -= 4 {
		usd := (*[4]float64)(p.usd[m:])
		da, db, dc, dd = da*v4+a, db*v4+b, dc*v4+c, dd*v4+d
		a, b, c, d = a*v4+usd[0], b*v4+usd[1], c*v4+usd[2], d*v4+usd[3]
	}
	value = a + v*(b+v*(c+v*d))
	return value, b + v*(2*c+v*3*d) + 4*v*v*v*(da+v*(db+v*(dc+v*dd)))
}

// PeakFunding returns the deepest that the running total falls below nil, as a
// positive amount.
func (p *Project) PeakFunding() float64 {
	sum, deepest := 0.0, 0.0
	for _, cf := range p.usd[:p.n] {
		if sum += cf; sum < deepest {
			deepest = sum
		}
	}
	return -deepest
}

// PaybackMonth returns the first month from which the running total stays at or
// above nil to the end; ok is false if it ends below.
func (p *Project) PaybackMonth() (month int, ok bool) {
	sum := 0.0
	for m, cf := range p.usd[:p.n] {
		sum += cf
		if sum < 0 {
			month = m + 1
		}
	}
	return month, p.n > 0 && sum >= 0
}
