package study

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/rng"
)

// drawDesign says where the uniforms of draw i come from.
type drawDesign func(seed uint64, path string, i int) float64

// shipped is the stratified design of every study; plain is independent numbers.
func shipped(seed uint64, path string, i int) float64 {
	return rng.NewSequence(seed, path).At(uint32(i))
}

func plain(seed uint64, path string, i int) float64 {
	return rng.NewKey(seed, "plain."+path).Uniform(uint64(i), 0)
}

// scrambles is how many replicates a variance is estimated from. Of normal
// estimates it then has 29 degrees of freedom.
const scrambles = 30

// The bounds below hold the true value but once in two thousand tests of a right
// program; there are fewer than a hundred of them.
const falseAlarm = 0.0005

// meanAndVariance are the mean and the variance of replicates.
func meanAndVariance(x []float64) (mean, variance float64) {
	for _, v := range x {
		mean += v / float64(len(x))
	}
	for _, v := range x {
		variance += (v - mean) * (v - mean) / float64(len(x)-1)
	}
	return mean, variance
}

// chiSquared is quantile p of χ² by its degrees of freedom, over them.
//
// Source: Wilson and Hilferty, PNAS 17 (1931): within 1 % of the tables from 20
// degrees of freedom on for 0.0005 < p < 0.9995.
func chiSquared(p, freedom float64) float64 {
	k := 2 / (9 * freedom)
	return math.Pow(1-k+normalAt(p)*math.Sqrt(k), 3)
}

// normalAt is quantile p of the standard normal.
func normalAt(p float64) float64 { return -math.Sqrt2 * math.Erfcinv(2*p) }

// fRatio is quantile 1 − falseAlarm of the ratio of two variances of n replicates.
// The logarithm of an F with ν degrees above and below is twice an odd function
// of a normal: Paulson's form of the same cube root.
//
// Source: Paulson, Annals of Mathematical Statistics 13 (1942).
func fRatio(p float64, n int) float64 {
	k, z := 2/(9*float64(n-1)), normalAt(p)
	a := 1 - k
	root := z * math.Sqrt(2*a*a*k-z*z*k*k)
	return math.Pow((a*a+root)/(a*a-z*z*k), 3)
}

// slope is that of ln y over ln x by least squares.
func slope(x []int, y []float64) (s, sxx float64) {
	var mx, my float64
	for i := range x {
		mx += math.Log(float64(x[i])) / float64(len(x))
		my += math.Log(y[i]) / float64(len(x))
	}
	var sxy float64
	for i := range x {
		d := math.Log(float64(x[i])) - mx
		sxx += d * d
		sxy += d * (math.Log(y[i]) - my)
	}
	return sxy / sxx, sxx
}

// slopeError is the standard error of a slope of variances, each of independent
// normal replicates: the variance of the logarithm of χ²/ν is the trigamma
// function at ν/2, here by its series.
func slopeError(sxx float64) float64 {
	a := float64(scrambles-1) / 2
	return math.Sqrt((1/a + 1/(2*a*a) + 1/(6*a*a*a)) / sxx)
}

// The tools above against printed tables: χ² of 29 degrees of freedom at 0.5
// and 99.9 % is 13.121 and 58.301; F of 29 and 29 at 99 % is 2.4234 (Abramowitz and
// Stegun, tables 26.8 and 26.9 by interpolation); the trigamma function at 14.5 is
// 0.0714. One per cent is a tenth of what 30 replicates leave open.
func TestVerif_SamplingTools(t *testing.T) {
	for _, x := range []struct{ got, want float64 }{
		{29 * chiSquared(0.005, 29), 13.121}, {29 * chiSquared(0.999, 29), 58.301}, {fRatio(0.99, 30), 2.4234}, {slopeError(1) * slopeError(1), 0.0714},
	} {
		if math.Abs(x.got/x.want-1) > 0.01 {
			t.Errorf("%v is not %v", x.got, x.want)
		}
	}
}

// estimates of the model from n draws, and the errors it states for some of them.
type estimate struct {
	name   string
	value  func(e *ensemble) float64
	stated func(e *ensemble) float64 // nil: none
}

var estimates = []estimate{
	{"mean of ln ground cost 2035", func(e *ensemble) float64 {
		return mean(e.column(func(r *dawndusk.Result) float64 {
			return math.Log(r.Years[costYear-firstYear].GroundUSDPerHour[e.headline()])
		}))
	}, nil},
	{"mean of ground ÷ orbit 2035", func(e *ensemble) float64 {
		return mean(e.column(func(r *dawndusk.Result) float64 { return 1 / e.costRatio(r, costYear-firstYear) }))
	}, nil},
	{"mean of ln (flights + 1) 2035", func(e *ensemble) float64 {
		return mean(e.column(func(r *dawndusk.Result) float64 { return math.Log1p(r.Years[costYear-firstYear].Flights) }))
	}, nil},
	{"share of ratio 2035 below 5", func(e *ensemble) float64 { return belowFive(e) }, func(e *ensemble) float64 { return proportionError(belowFive(e), len(e.results)) }},
	ratioQuantile("p10", 0.1), ratioQuantile("p50", 0.5), ratioQuantile("p90", 0.9),
}

func belowFive(e *ensemble) float64 {
	return e.share(func(r *dawndusk.Result) bool { return e.costRatio(r, costYear-firstYear) < 5 })
}

// ratioQuantile is a quantile of orbit's cost over the ground's as printed. It is
// compared in logarithms, as its error is relative.
func ratioQuantile(name string, p float64) estimate {
	sorted := func(e *ensemble) []float64 {
		v := e.column(func(r *dawndusk.Result) float64 { return math.Log(e.costRatio(r, costYear-firstYear)) })
		sortUp(v)
		return v
	}
	return estimate{"ln of the ratio's " + name + " 2035", func(e *ensemble) float64 { return quantile(sorted(e), p) }, func(e *ensemble) float64 { return quantileError(sorted(e), p) }}
}

func mean(v []float64) (m float64) {
	for _, x := range v {
		m += x / float64(len(v))
	}
	return m
}

// playDesign plays n draws of a case by a design.
func playDesign(t *testing.T, c *dawndusk.Case, seed uint64, n int, of drawDesign) *ensemble {
	t.Helper()
	inputs, copula, err := compile(c, seed, true)
	if err != nil {
		t.Fatal(err)
	}
	e := &ensemble{c: c, results: make([]dawndusk.Result, n)}
	err = each(t.Context(), 0, n, batch, func() func(int) {
		w := newWorker(c, inputs, copula, seed)
		return func(i int) {
			for k := range inputs {
				w.u[k] = of(seed, c.Book.Rows[inputs[k].row].Path, i)
			}
			w.set()
			w.enterprise.Run(&w.scenario, w.chance.At(i), &e.results[i])
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Over 30 scrambles of the real model the variance of an estimate from plain
// draws falls as 1/n, within what 30 replicates leave open, and that of the
// shipped design is at no size significantly larger; by how much it falls is
// printed. The errors stated beside the quantiles are those of plain draws, and
// those of the shipped design are not above them.
func TestVerif_SamplingErrorFallsWithDraws(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty scrambles take seconds")
	}
	sizes := []int{32, 64, 128, 256}
	_, c, err := loadYear("base", nil, "--year", costYear, nil)
	if err != nil {
		t.Fatal(err)
	}
	designs := []struct {
		name string
		of   drawDesign
	}{{"plain", plain}, {"shipped", shipped}}
	variances := make([][2][]float64, len(estimates))
	for at, n := range sizes {
		stated := make([][2]float64, len(estimates)) // mean of the squared error stated
		for d := range designs {
			values := make([][]float64, len(estimates))
			for s := range scrambles {
				// Every size has seeds of its own, so that their variances are independent.
				e := playDesign(t, c, uint64(1000*n+s), n, designs[d].of)
				for k, x := range estimates {
					values[k] = append(values[k], x.value(e))
					if x.stated != nil {
						stated[k][d] += math.Pow(x.stated(e), 2) / scrambles
					}
				}
			}
			for k := range estimates {
				_, v := meanAndVariance(values[k])
				variances[k][d] = append(variances[k][d], v)
			}
		}
		for k, x := range estimates {
			p, s := variances[k][0][at], variances[k][1][at]
			if worst := fRatio(1-falseAlarm, scrambles); s > worst*p {
				t.Errorf("%s, %d draws: the shipped design has %.2f times the variance of plain, more than %.2f", x.name, n, s/p, worst)
			}
			if x.stated == nil || n < sizes[len(sizes)-1] {
				continue
			}
			// The error of a quantile is itself estimated, to 10 % from 256 draws and to
			// 2 % from 30 times as many; an order statistic more at each end makes it up to
			// 20 % too long at the 10 % point, 1.44 in the square.
			low, high := chiSquared(falseAlarm, scrambles-1), chiSquared(1-falseAlarm, scrambles-1)
			t.Logf("%s, %d draws: true variance over the stated %.2f plain, %.2f shipped", x.name, n, p/stated[k][0], s/stated[k][1])
			if r := p / stated[k][0]; r < low/1.44 || r > high {
				t.Errorf("%s: plain draws have %.2f times the variance stated, not %.2f to %.2f", x.name, r, low/1.44, high)
			}
			if r := s / stated[k][1]; r > high {
				t.Errorf("%s: the shipped design has %.2f times the variance stated, more than %.2f", x.name, r, high)
			}
		}
	}
	for k, x := range estimates {
		p, sxx := slope(sizes, variances[k][0])
		s, _ := slope(sizes, variances[k][1])
		se := slopeError(sxx)
		t.Logf("%-30s variance falls as n^%.2f plain, n^%.2f shipped (± %.2f); shipped over plain %.2f %.2f %.2f %.2f", x.name, p, s, se,
			variances[k][1][0]/variances[k][0][0], variances[k][1][1]/variances[k][0][1], variances[k][1][2]/variances[k][0][2], variances[k][1][3]/variances[k][0][3])
		if off := normalAt(1 - falseAlarm/2); math.Abs(p+1) > off*se {
			t.Errorf("%s: the variance of plain draws falls as n^%.2f, not within %.2f of −1", x.name, p, off*se)
		}
	}
}

// A sum of functions of one input each is where the design is at home: each is
// integrated with a number in every stratum, so that the variance falls as n⁻³
// (Owen, Annals of Statistics 25, 1997), and for a linear sum is Σa²/(12 n³)
// exactly. Plain draws leave Σa²/(12 n).
func TestVerif_SamplingOfASum(t *testing.T) {
	sizes := []int{16, 64, 256, 1024}
	const inputs = 10
	for _, x := range []struct {
		name string
		f    func(u float64) float64
	}{{"linear", func(u float64) float64 { return u }}, {"smooth", func(u float64) float64 { return math.Exp(2*u) + u*u }}} {
		var variances [2][]float64
		for _, n := range sizes {
			for d, of := range []drawDesign{plain, shipped} {
				var values []float64
				for s := range scrambles {
					sum := 0.0
					for k := range inputs {
						for i := range n {
							sum += float64(k+1) * x.f(of(uint64(1000*n+s), "sum."+strconv.Itoa(k), i)) / float64(n)
						}
					}
					values = append(values, sum)
				}
				_, v := meanAndVariance(values)
				variances[d] = append(variances[d], v)
				if x.name == "linear" {
					want := 385.0 / 12 / float64(n) // Σk² for k to 10
					if d == 1 {
						want /= float64(n * n)
					}
					if r := v / want; r < chiSquared(falseAlarm, scrambles-1) || r > chiSquared(1-falseAlarm, scrambles-1) {
						t.Errorf("%d draws: the variance is %.2f times that of the closed form", n, r)
					}
				}
			}
		}
		p, sxx := slope(sizes, variances[0])
		s, _ := slope(sizes, variances[1])
		off := normalAt(1-falseAlarm/2) * slopeError(sxx)
		t.Logf("%s: variance falls as n^%.2f plain, n^%.2f shipped, ± %.2f", x.name, p, s, slopeError(sxx))
		if math.Abs(p+1) > off || math.Abs(s+3) > off {
			t.Errorf("%s: the variance falls as n^%.2f plain and n^%.2f shipped, not within %.2f of −1 and −3", x.name, p, s, off)
		}
	}
}

// The worst case. Two neighbours among the draws always lie in opposite halves of
// every input, so a product of an even number of signs is the same in both: as
// good as half as many draws, twice the variance of plain ones. A product of
// three signs cancels instead. Nothing is worse than twice: doc/model/sampling.md.
func TestVerif_SamplingAtItsWorst(t *testing.T) {
	const n, replicates = 64, 2000
	for _, factors := range []int{2, 3, 4} {
		var values []float64
		for s := range replicates {
			sequences := make([]rng.Sequence, factors)
			for k := range sequences {
				sequences[k] = rng.NewSequence(uint64(s), "sign."+strconv.Itoa(k))
			}
			sum := 0.0
			for i := range uint32(n) {
				sign := 1.0
				for k := range sequences {
					if sequences[k].At(i) < 0.5 {
						sign = -sign
					}
				}
				sum += sign / n
			}
			values = append(values, sum)
		}
		_, v := meanAndVariance(values)
		want := 2.0
		if factors%2 == 1 {
			want = 0
		}
		// The mean of 32 signs has less kurtosis than a normal, so its variance is known better.
		if off := want * normalAt(1-falseAlarm/2) * math.Sqrt(2.0/replicates); math.Abs(v*n-want) > off+1e-12 {
			t.Errorf("%d signs: %.3f times the variance of plain draws, not %v ± %.2f", factors, v*n, want, off)
		}
	}
}

// The interval of a quantile covers it as often as the binomial law says of its
// ranks, whatever the distribution, which is at least 95 %: counted in 4,000
// samples of 99.
func TestVerif_QuantileInterval(t *testing.T) {
	const n, samples = 99, 4000
	for _, p := range []float64{0.1, 0.5, 0.9} {
		truth := -math.Log1p(-p) // of an exponential
		r, over := rng.Binomial(n, p, 0.025), rng.Binomial(n, p, 0.975)
		promised := 0.0
		for k, mass := 0, math.Pow(1-p, n); k <= over; k++ {
			if k >= r {
				promised += mass
			}
			mass *= p / (1 - p) * float64(n-k) / float64(k+1)
		}
		within := 0
		for s := range samples {
			stream, v := rng.NewKey(uint64(s), "test.quantile").Draw(0), make([]float64, n)
			for i := range v {
				v[i] = -math.Log(stream.Uniform(uint64(i)))
			}
			slices.Sort(v)
			if low, high := quantileInterval(v, p, Confidence); low <= truth && truth <= high {
				within++
			}
		}
		got, se := float64(within)/samples, math.Sqrt(promised*(1-promised)/samples)
		if promised < Confidence || math.Abs(got-promised) > normalAt(1-falseAlarm/2)*se {
			t.Errorf("the interval of the %.0f %% point holds it in %.2f %% of samples, not %.2f %%", 100*p, 100*got, 100*promised)
		}
	}
	if low, high := quantileInterval([]float64{1, 2, 3}, 0.1, Confidence); !math.IsInf(low, -1) || math.IsInf(high, 1) {
		t.Errorf("three values bound their 10 %% point from %v to %v", low, high)
	}
	if e := quantileError([]float64{1, math.Inf(1), math.Inf(1)}, 0.5); !math.IsInf(e, 1) {
		t.Errorf("the error of a cost that does not exist is %v", e)
	}
}
