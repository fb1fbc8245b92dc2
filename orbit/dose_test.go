package orbit

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/internal/reference"
	"github.com/dawndusk/dawndusk/si"
)

// SPENVIS, 550 km, 95°, five years, krad(Si) as printed in the table's summary.
func TestVal_DoseDepth(t *testing.T) {
	c := TrappedDose(95 * si.Degree)
	for _, v := range []struct{ mm, krad float64 }{{1, 30.6}, {2, 10.7}, {3, 4.80}, {4, 2.44}, {5, 1.40}, {10, 0.560}} {
		got := c.Behind(si.Length(v.mm)*si.Millimetre) * 5 / 10 // Gy in five years to krad
		if math.Abs(got/v.krad-1) > 0.005 {
			t.Errorf("%v mm: %.4g krad, want %v", v.mm, got, v.krad)
		}
	}
}

// The embedded table against the files it was taken from.
func TestVal_DoseTablesAsPublished(t *testing.T) {
	for k, i := range []float64{30, 55, 70, 100, 95} {
		for j, v := range rows(t, reference.Text(t, fmt.Sprintf("spenvis_550km/tid_5yr_550km_inc%.0f.csv", i))) {
			if doseDepth[j] != v[0] || doseTable[k][j] != v[1] {
				t.Errorf("inclination %v, point %d: %v mm %v rad, want %v", i, j, doseDepth[j], doseTable[k][j], v[:2])
			}
		}
	}
}

// Google states 150 rad(Si) a year behind 10 mm of aluminium for a dawn–dusk
// orbit at 650 km (arXiv 2511.19468). Our tables are another model run at another
// altitude: the 40 % that Behind's table states.
func TestVal_DoseOfSuncatcher(t *testing.T) {
	p := base()
	d, _ := Environments(&p)
	got := d.DoseRate.Behind(10*si.Millimetre) * 100
	t.Logf("%.0f rad/yr", got)
	if math.Abs(got/150-1) > 0.4 {
		t.Errorf("%.0f rad/yr, want 150", got)
	}
}

// Left out one by one, the inner points come back from their neighbours.
func TestVerif_DoseInterpolation(t *testing.T) {
	worst := 0.0
	for _, i := range doseInclination {
		c := TrappedDose(si.Angle(i) * si.Degree)
		for k := 1; k+1 < DoseDepths; k++ {
			x := math.Log(c.Depth[k]/c.Depth[k-1]) / math.Log(c.Depth[k+1]/c.Depth[k-1])
			got := c.Dose[k-1] * math.Pow(c.Dose[k+1]/c.Dose[k-1], x)
			worst = max(worst, math.Abs(got/c.Dose[k]-1))
		}
	}
	t.Logf("worst %.3f", worst)
	if worst > 0.15 { // what Behind states
		t.Errorf("worst %.3f", worst)
	}
}

func TestVerif_DoseCurve(t *testing.T) {
	for i := -200.0; i <= 400; i += 3.7 {
		c := TrappedDose(si.Angle(i) * si.Degree)
		last := math.Inf(1)
		for mm := 0.0; mm < 40; mm += 0.03 {
			d := c.Behind(si.Length(mm) * si.Millimetre)
			if !(d > 0) || d > last || math.IsInf(d, 0) {
				t.Fatalf("inclination %v, %v mm: %v after %v", i, mm, d, last)
			}
			last = d
			depth, ok := c.DepthFor(d)
			if back := c.Behind(depth); !ok || math.Abs(back/d-1) > 1e-9 {
				t.Fatalf("inclination %v, %v mm: %v Gy/yr gives %v, behind which it is %v", i, mm, d, depth, back)
			}
		}
	}
	// Mirror of direction, and of sign.
	if a, b := TrappedDose(97*si.Degree), TrappedDose(83*si.Degree); math.Abs(a.Dose[8]/b.Dose[8]-1) > 1e-12 {
		t.Errorf("97° %v, 83° %v", a.Dose[8], b.Dose[8])
	}
	c := TrappedDose(30 * si.Degree)
	if _, ok := c.DepthFor(0); ok {
		t.Error("no depth holds the dose to nothing")
	}
	var empty DoseCurve
	if d := empty.Behind(si.Millimetre); d != 0 {
		t.Errorf("an empty curve gives %v", d)
	}
}

func TestVerif_SolarProtons(t *testing.T) {
	last := 0.0
	for i := 0.0; i <= 90; i++ {
		s := SolarProtonShare(si.Angle(i) * si.Degree)
		if !(s >= last && s <= 1) {
			t.Fatalf("%v°: %v after %v", i, s, last)
		}
		last = s
	}
	if last != 1 || SolarProtonShare(30*si.Degree) != 0 {
		t.Errorf("polar %v, 30° %v", last, SolarProtonShare(30*si.Degree))
	}
}
