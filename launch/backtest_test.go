package launch

import (
	"math"
	"testing"
)

// Falcon 9 and Falcon Heavy flights, 2010–2025; a pad loss in 2016 is not one.
// Source: launch logs after J. McDowell's catalogue to 2023, Form S-1 of Space
// Exploration Technologies Corp. for 2024 and 2025; facts.
var falconYears, falconCounts = func() (years, counts []int) {
	counts = []int{2, 0, 2, 3, 6, 7, 8, 18, 21, 13, 25, 31, 61, 96, 134, 165}
	for i := range counts {
		years = append(years, 2010+i)
	}
	return years, counts
}()

const split, draws2017 = 2017, 4000

// quantile of sorted values.
func quantile(sorted []float64, q float64) float64 {
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// winkler is the interval score of an 80 % band (Winkler 1972): its width and
// 2/0.2 times what an observation misses it by. Small is good.
func winkler(lo, hi, x float64) float64 {
	return hi - lo + 2/0.2*(max(0, lo-x)+max(0, x-hi))
}

// logLinear forecasts by a straight line through ln(n+½) against the year, with
// its 80 % prediction band; ½ keeps the year without a flight.
func logLinear(years, counts []int, upto, year int) (lo, mid, hi float64) {
	var n, sx, sy, sxx, sxy, syy float64
	for i, y := range years {
		if y > upto {
			break
		}
		x, v := float64(y-upto), math.Log(float64(counts[i])+0.5)
		n, sx, sy, sxx, sxy, syy = n+1, sx+x, sy+v, sxx+x*x, sxy+x*v, syy+v*v
	}
	spread := sxx - sx*sx/n
	b := (sxy - sx*sy/n) / spread
	a := (sy - b*sx) / n
	s := math.Sqrt((syy - sy*sy/n - b*b*spread) / (n - 2))
	x := float64(year - upto)
	const t90 = 1.4398 // Student's t, 6 degrees of freedom, 90 %
	half := t90 * s * math.Sqrt(1+1/n+(x-sx/n)*(x-sx/n)/spread)
	m := a + b*x
	return math.Exp(m-half) - 0.5, math.Exp(m) - 0.5, math.Exp(m+half) - 0.5
}

// The launch model, fitted to 2017 with priors of 2017, forecasts Falcon's next
// eight years: its 80 % band must hold six of the eight counts (eight trials at
// 80 % hold fewer than six in one case of five), and its mean interval score must
// be better than that of a log-linear fit on the same years.
func TestVal_FalconBacktest(t *testing.T) {
	fit := FitFalcon(falconYears, falconCounts, split)
	t.Logf("fit: learning %.2f ± %.2f, growth %.2f ± %.2f, scatter %.2f", fit.Learning, fit.LearningErr, fit.Growth, fit.GrowthErr, fit.Scatter)
	forecast := fit.Forecast(PriorsOf2017(), 8, draws2017, 1)
	held, ours, line := 0, 0.0, 0.0
	for i, draws := range forecast {
		year := split + 1 + i
		x := float64(falconCounts[year-falconYears[0]])
		lo, mid, hi := quantile(draws, 0.1), quantile(draws, 0.5), quantile(draws, 0.9)
		l, m, h := logLinear(falconYears, falconCounts, split, year)
		verdict := "missed"
		if x >= lo && x <= hi {
			held++
			verdict = "held"
		}
		ours += winkler(lo, hi, x) / 8
		line += winkler(l, h, x) / 8
		t.Logf("%d: %3.0f flown; model %3.0f (%3.0f–%3.0f) %s; log-linear %3.0f (%3.0f–%4.0f)", year, x, mid, lo, hi, verdict, m, l, h)
	}
	t.Logf("held %d of 8; interval score %.1f against %.1f", held, ours, line)
	if held < 6 {
		t.Errorf("the band holds %d of 8 years, want 6", held)
	}
	if ours >= line {
		t.Errorf("interval score %.1f is no better than the log-linear fit's %.1f", ours, line)
	}
}

// Nothing of the held-out years reaches the forecast: corrupting them moves
// neither the fit nor one draw.
func TestVerif_BacktestSeesNoFuture(t *testing.T) {
	corrupt := append([]int(nil), falconCounts...)
	for i := range corrupt {
		if falconYears[i] > split {
			corrupt[i] = 1000 - 7*corrupt[i]
		}
	}
	a, b := FitFalcon(falconYears, falconCounts, split), FitFalcon(falconYears, corrupt, split)
	if a != b {
		t.Fatalf("fit moved: %+v, %+v", a, b)
	}
	p := PriorsOf2017()
	x, y := a.Forecast(p, 8, 200, 1), b.Forecast(p, 8, 200, 1)
	for i := range x {
		for j := range x[i] {
			if x[i][j] != y[i][j] {
				t.Fatalf("year %d, draw %d: %v, %v", i, j, x[i][j], y[i][j])
			}
		}
	}
	c := append([]int(nil), falconCounts...)
	c[7]++ // 2017 is seen
	if FitFalcon(falconYears, c, split) == a {
		t.Error("the fit does not see 2017")
	}
}
