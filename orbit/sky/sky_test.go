package sky

import (
	"math"
	"testing"
	"time"
)

// TestVerif_LeapSeconds goes there and back, over the end of 2016 too, where the
// second before midnight lasts two.
func TestVerif_LeapSeconds(t *testing.T) {
	for _, at := range []string{"1975-06-01T00:00:00Z", "2000-01-01T11:58:55.816Z", "2016-12-31T23:59:59.5Z", "2017-01-01T00:00:00Z", "2026-11-22T11:00:00.123456789Z"} {
		want, err := time.Parse(time.RFC3339Nano, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := UTC(want).Time(); !got.Equal(want) {
			t.Errorf("%s came back as %v", at, got)
		}
	}
	before, after := time.Date(2016, 12, 31, 23, 59, 59, 0, time.UTC), time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC)
	if d := UTC(after).Sub(UTC(before)); d != 2*time.Second {
		t.Errorf("the last second of 2016 and its leap second last %v", d)
	}
	if j := UTC(time.Date(2000, 1, 1, 11, 58, 55, 816e6, time.UTC)); j != 0 {
		t.Errorf("J2000.0 is %d ns", j)
	}
}

// ExampleTEME of Vallado, Fundamentals of Astrodynamics, 4th edition, example 3-15, ITRF side.
func TestVal_Vallado315(t *testing.T) {
	at := UTC(time.Date(2004, 4, 6, 7, 51, 28, 386009e3, time.UTC))
	teme := TEME{Position: [3]float64{5094.18016210, 6127.64465950, 6380.34453270}, Velocity: [3]float64{-4.746131487, 0.785818041, 5.531931288}}
	want := GCRS{Position: [3]float64{5102.508959486, 6123.011403164, 6378.136925005}}
	got := teme.GCRS(at)
	for i := range 3 {
		if d := math.Abs(got.Position[i] - want.Position[i]); !(d < 0.05) {
			t.Errorf("axis %d is off by %v km", i, d)
		}
	}
}
