package study

import (
	"math"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
)

// line is a least-squares line with what its errors need.
type line struct{ n, meanX, meanY, slope, sxx, residual float64 }

// fitLine fits y = a + b x.
//
// Needs: two points; residual is NaN with two.
func fitLine(x, y []float64) (l line) {
	l.n = float64(len(x))
	for i := range x {
		l.meanX, l.meanY = l.meanX+x[i]/l.n, l.meanY+y[i]/l.n
	}
	sxy, syy := 0.0, 0.0
	for i := range x {
		dx, dy := x[i]-l.meanX, y[i]-l.meanY
		l.sxx, sxy, syy = l.sxx+dx*dx, sxy+dx*dy, syy+dy*dy
	}
	l.slope = sxy / l.sxx
	l.residual = math.Sqrt(max(0, syy-l.slope*sxy) / (l.n - 2))
	return l
}

// at is the line at x and the standard deviation of a new point there.
func (l *line) at(x float64) (y, deviation float64) {
	dx := x - l.meanX
	return l.meanY + l.slope*dx, l.residual * math.Sqrt(1+1/l.n+dx*dx/l.sxx)
}

// slopeError is the standard error of the slope.
func (l *line) slopeError() float64 { return l.residual / math.Sqrt(l.sxx) }

// student90 is the 90 % point of Student's t: of an 80 % band.
//
// Source: Abramowitz and Stegun, table 26.10 to ten degrees of freedom, the
// expansion 26.7.5 to its second term beyond.
// Good to: 0.001.
// Needs: degrees ≥ 1.
func student90(degrees float64) float64 {
	exact := [...]float64{3.078, 1.886, 1.638, 1.533, 1.476, 1.440, 1.415, 1.397, 1.383, 1.372}
	if i := int(degrees); i <= len(exact) {
		return exact[max(i, 1)-1]
	}
	z := ledger.NormalQuantile(0.9)
	return z + (z*z*z+z)/(4*degrees) + (5*math.Pow(z, 5)+16*z*z*z+3*z)/(96*degrees*degrees)
}

// around is a lognormal band.
func around(lnMedian, half float64) Band {
	return Band{Number(math.Exp(lnMedian - half)), Number(math.Exp(lnMedian)), Number(math.Exp(lnMedian + half))}
}

// logLinear continues a straight line through the logarithm against the first
// thing given, from a year on, with its prediction band. The offset keeps years
// without a flight.
func logLinear(from, offset float64) method {
	return func(seen []observation, ahead []when) (bands []Band, err error) {
		var x, y []float64
		for _, o := range seen {
			if o.given[0] >= from {
				x, y = append(x, o.given[0]), append(y, math.Log(o.value+offset))
			}
		}
		l := fitLine(x, y)
		t := student90(l.n - 2)
		for _, a := range ahead {
			ln, deviation := l.at(a.given[0])
			b := around(ln, t*deviation)
			for _, q := range []*Number{&b.P10, &b.P50, &b.P90} {
				*q = max(0, *q-Number(offset))
			}
			bands = append(bands, b)
		}
		return bands, nil
	}
}

// ofMonths scales the bands of years to the months asked for, the second thing
// given: half of a year's flights in half a year.
func ofMonths(m method) method {
	return func(seen []observation, ahead []when) ([]Band, error) {
		bands, err := m(seen, ahead)
		for i := range bands {
			share := Number(ahead[i].given[1] / 12)
			bands[i] = Band{bands[i].P10 * share, bands[i].P50 * share, bands[i].P90 * share}
		}
		return bands, err
	}
}

// asBefore says that what comes is spread as what was seen from a year on.
func asBefore(from float64) method {
	return func(seen []observation, ahead []when) (bands []Band, err error) {
		var values []float64
		for _, o := range seen {
			if o.given[0] >= from {
				values = append(values, o.value)
			}
		}
		b := band(values)
		for range ahead {
			bands = append(bands, b)
		}
		return bands, nil
	}
}

// asLast says that nothing changes: the last number, spread by the changes seen
// from one to the next, which add up over the numbers ahead.
func asLast(seen []observation, ahead []when) (bands []Band, err error) {
	sum := 0.0
	for i := 1; i < len(seen); i++ {
		d := math.Log(seen[i].value / seen[i-1].value)
		sum += d * d
	}
	step := math.Sqrt(sum / float64(len(seen)-1))
	ln := math.Log(seen[len(seen)-1].value)
	z := ledger.NormalQuantile(0.9)
	for i := range ahead {
		bands = append(bands, around(ln, z*step*math.Sqrt(float64(i+1))))
	}
	return bands, nil
}

// promisesKept says that what is promised comes when it was promised, or at once if
// that is past, and knows no doubt.
func promisesKept(_ []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		day, made, due := a.given[0], a.given[1], a.given[2]
		b := Number(max(1, (day-made)/(due-made)))
		bands = append(bands, Band{b, b, b})
	}
	return bands, nil
}

// meanSlip says that what is promised takes as much longer as what has come, and
// at least as long as it has taken; it does not ask what has not come.
func meanSlip(seen []observation, ahead []when) (bands []Band, err error) {
	n, mean, sum := float64(len(seen)), 0.0, 0.0
	for _, o := range seen {
		mean += math.Log(o.value) / n
	}
	for _, o := range seen {
		sum += (math.Log(o.value) - mean) * (math.Log(o.value) - mean)
	}
	for _, a := range ahead {
		b := around(mean, student90(n-1)*math.Sqrt(sum/(n-1)*(1+1/n)))
		least := Number((a.given[0] - a.given[1]) / (a.given[2] - a.given[1]))
		bands = append(bands, Band{max(b.P10, least), max(b.P50, least), max(b.P90, least)})
	}
	return bands, nil
}

// amountsKept says that all of it comes.
func amountsKept(_ []observation, ahead []when) (bands []Band, err error) {
	for range ahead {
		bands = append(bands, Band{1, 1, 1})
	}
	return bands, nil
}

// meanShare says that as much of it comes as came on average, spread as it was.
func meanShare(seen []observation, ahead []when) (bands []Band, err error) {
	n, mean, sum := float64(len(seen)), 0.0, 0.0
	for _, o := range seen {
		mean += o.value / n
	}
	for _, o := range seen {
		sum += (o.value - mean) * (o.value - mean)
	}
	half := student90(n-1) * math.Sqrt(sum/(n-1)*(1+1/n))
	for range ahead {
		bands = append(bands, Band{Number(max(0, mean-half)), Number(mean), Number(mean + half)})
	}
	return bands, nil
}

// countBand is the band of a count whose probabilities are given from 0 up.
func countBand(probability func(k int) float64) Band {
	point := func(p float64) Number {
		sum := 0.0
		for k := 0; k < 1<<20; k++ {
			if sum += probability(k); sum >= p {
				return Number(k)
			}
		}
		return Number(math.Inf(1))
	}
	return Band{point(0.1), point(0.5), point(0.9)}
}

// poisson is the probability of k where mean are expected.
func poisson(mean float64) func(k int) float64 {
	return func(k int) float64 {
		lnFactorial, _ := math.Lgamma(float64(k) + 1)
		return math.Exp(float64(k)*math.Log(mean) - mean - lnFactorial)
	}
}

// failures lists the flights that failed; the number of a flight is given first.
func failures(seen []observation) (failed []int) {
	for _, o := range seen {
		if o.value > 0 {
			failed = append(failed, int(o.given[0]))
		}
	}
	return failed
}

// oneSystem is the growth of reliability without blocks: the failures it expects.
func oneSystem(seen []observation, coming int) float64 {
	n := len(seen)
	λ, β := launch.CrowAMSAA([]int{n}, [][]int{failures(seen)})
	return λ * (math.Pow(float64(n+coming), β) - math.Pow(float64(n), β))
}

// succession is Laplace's rule over several trials, the beta–binomial: the
// probability that k of coming fail after failed of seen did.
func succession(seen, failed, coming int) func(k int) float64 {
	lnBeta := func(a, b float64) float64 {
		x, _ := math.Lgamma(a)
		y, _ := math.Lgamma(b)
		z, _ := math.Lgamma(a + b)
		return x + y - z
	}
	a, b := float64(failed+1), float64(seen-failed+1)
	return func(k int) float64 {
		if k > coming {
			return 0
		}
		choose := -lnBeta(float64(k+1), float64(coming-k+1)) - math.Log(float64(coming+1))
		return math.Exp(choose + lnBeta(a+float64(k), b+float64(coming-k)) - lnBeta(a, b))
	}
}
