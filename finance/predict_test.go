package finance

import (
	"math"
	"testing"
)

// Counts on a logistic curve, pushed off it by turns, give back its growth for its
// ceiling, and of many ceilings the true one is the likeliest.
func TestVerif_FitSubscribers(t *testing.T) {
	truth := SubscriberFit{Ceiling: 40, Year: 2024, Millions: 3}
	counts := func(push float64) (c []SubscriberCount) {
		for i := range 61 {
			y := 2023 + float64(i)/12
			c = append(c, SubscriberCount{y, truth.At(y, 0.8) * math.Exp(push*float64(i%2))})
		}
		return c
	}
	f := FitSubscribers(counts(1e-4), 40)
	near(t, "growth", f.Growth, 0.8, 1e-3)
	near(t, "three years on", f.At(2031, f.Growth), truth.At(2031, 0.8), 1e-2)
	for _, ceiling := range []float64{20, 30, 35, 45, 60, 1e9} {
		if other := FitSubscribers(counts(1e-4), ceiling); other.LnEvidence >= f.LnEvidence {
			t.Errorf("a ceiling of %v is likelier than the true one", ceiling)
		}
	}
	// Steps of +p and −p by turns, Δt = 1/12: y strays by 12p, σ² = Σ Δt (12p)² / 59 = 12p²·60/59.
	near(t, "residual", f.Residual, 1e-4*math.Sqrt(12*60./59), 0.02)
	if wide := FitSubscribers(counts(1e-2), 40); !(wide.GrowthError > 50*f.GrowthError) {
		t.Errorf("counts a hundred times as rough give an error of %v, and of %v", wide.GrowthError, f.GrowthError)
	}
}

// Far below the ceiling growth is exponential, and for no ceiling the fit is the
// mean growth: ln N from end to end by the time it took.
func TestVerif_FitSubscribersWithoutCeiling(t *testing.T) {
	c := []SubscriberCount{{2020, 1}, {2021, 2}, {2021.5, 2.5}, {2023, 7}}
	f := FitSubscribers(c, math.Inf(1))
	near(t, "growth", f.Growth, math.Log(7)/3, 1e-12)
	near(t, "a year on", f.At(2024, f.Growth), 7*math.Exp(f.Growth), 1e-12)
	near(t, "the last count", f.At(2023, 0.3), 7, 1e-12)
	// Σ Δt (y − g)² by hand.
	ss := 0.0
	for i, y := range []float64{math.Log(2), 2 * math.Log(1.25), math.Log(2.8) / 1.5} {
		ss += []float64{1, 0.5, 1.5}[i] * (y - f.Growth) * (y - f.Growth)
	}
	near(t, "residual", f.Residual, math.Sqrt(ss/2), 1e-9)
	near(t, "error", f.GrowthError, f.Residual/math.Sqrt(3), 1e-12)
}

// The best ceiling of many is that of the straight line that Predictions fits.
func TestVerif_BothFitsAgree(t *testing.T) {
	counts := upTo(SubscriberRecord(), 2025)
	l := fitLogistic(counts)
	best := FitSubscribers(counts, l.growth/l.crowding)
	near(t, "growth", best.Growth, l.growth, 1e-9)
	for _, x := range []float64{0.7, 0.9, 1.1, 1.5, 5} {
		if f := FitSubscribers(counts, x*best.Ceiling); f.Residual <= best.Residual {
			t.Errorf("a ceiling of %.1f M leaves %v, the line's leaves %v", f.Ceiling, f.Residual, best.Residual)
		}
	}
}

// The rest stands still, keeps its proportion, or is between.
func TestVerif_ConnectivityAhead(t *testing.T) {
	near(t, "still", ConnectivityAhead(200, 100, 30, 0), 230, 1e-12)
	near(t, "in proportion", ConnectivityAhead(200, 100, 30, 1), 260, 1e-12)
	near(t, "between", ConnectivityAhead(200, 100, 30, 0.5), 200+30*math.Sqrt2, 1e-12)
}
