package sky

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func mustParse(t testing.TB, s string) Instant {
	t.Helper()
	at, err := ParseUTC(s)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

func ExampleParseUTC() {
	t, err := ParseUTC("2016-12-31T23:59:60.5Z")
	fmt.Println(t, t.Time().Format(time.TimeOnly), t.TAIMinusUTC(), err)
	_, err = ParseUTC("2018-12-31T23:59:60Z")
	fmt.Println(err)
	// Output:
	// 2016-12-31T23:59:60.5Z 23:59:59 36s <nil>
	// "2018-12-31T23:59:60Z" has no second 60; leap seconds ended the days before those on which TAI−UTC changed
}

// steps are the first days of each TAI−UTC. Source: IERS, Leap_Second.dat; the same in
// ERFA's dat.c of 2023.
var steps = strings.Fields(`1972-01-01=10 1972-07-01=11 1973-01-01=12 1974-01-01=13 1975-01-01=14 1976-01-01=15
1977-01-01=16 1978-01-01=17 1979-01-01=18 1980-01-01=19 1981-07-01=20 1982-07-01=21 1983-07-01=22 1985-07-01=23
1988-01-01=24 1990-01-01=25 1991-01-01=26 1992-07-01=27 1993-07-01=28 1994-07-01=29 1996-01-01=30 1997-07-01=31
1999-01-01=32 2006-01-01=33 2009-01-01=34 2012-07-01=35 2015-07-01=36 2017-01-01=37`)

// TestVal_LeapSeconds walks over every step: the second before midnight and the leap second
// last two, the leap second is shown as 60 and read back, and TAI−UTC changes there.
func TestVal_LeapSeconds(t *testing.T) {
	if len(steps) != len(leapSeconds) {
		t.Fatalf("%d steps of %d", len(leapSeconds), len(steps))
	}
	for i, s := range steps {
		day, text, _ := strings.Cut(s, "=")
		var ahead int
		fmt.Sscan(text, &ahead)
		midnight, err := time.Parse(time.DateOnly, day)
		if err != nil {
			t.Fatal(err)
		}
		at := UTC(midnight)
		if at.TAIMinusUTC() != time.Duration(ahead)*time.Second {
			t.Errorf("%s: TAI−UTC is %v", day, at.TAIMinusUTC())
		}
		if !at.Time().Equal(midnight) || at.InLeapSecond() {
			t.Errorf("%s came back as %v", day, at)
		}
		if i == 0 {
			continue
		}
		before := UTC(midnight.Add(-time.Second))
		if d := at.Sub(before); d != 2*time.Second {
			t.Errorf("%s: the last second and its leap second last %v", day, d)
		}
		if before.TAIMinusUTC() != time.Duration(ahead-1)*time.Second || before.InLeapSecond() {
			t.Errorf("%s: the second before has TAI−UTC %v", day, before.TAIMinusUTC())
		}
		if !UTC(midnight.Add(-1)).Time().Equal(midnight.Add(-1)) {
			t.Errorf("%s: the last nanosecond before the leap second came back as %v", day, UTC(midnight.Add(-1)))
		}
		want := midnight.Add(-time.Second).Format("2006-01-02T15:04:") + "60.25Z"
		leap := at.Add(-750 * time.Millisecond)
		if leap.String() != want || !leap.InLeapSecond() || mustParse(t, want) != leap || leap.TAIMinusUTC() != before.TAIMinusUTC() {
			t.Errorf("%s: the leap second shows as %v", day, leap)
		}
	}
}

// TestVerif_InstantThereAndBack goes there and back over time.Time and text.
func TestVerif_InstantThereAndBack(t *testing.T) {
	for _, s := range []string{"1709-01-01T00:00:00Z", "1969-07-20T20:17:40Z", "1975-06-01T00:00:00Z", "2000-01-01T11:58:55.816Z",
		"2016-12-31T23:59:59.5Z", "2017-01-01T00:00:00Z", "2026-11-22T11:00:00.123456789Z", "2290-12-31T23:59:59.999999999Z"} {
		at := mustParse(t, s)
		if at.String() != s || UTC(at.Time()) != at {
			t.Errorf("%s came back as %v", s, at)
		}
	}
	if j := mustParse(t, "2000-01-01T11:58:55.816"); j != 0 {
		t.Errorf("J2000.0 is %d ns", j)
	}
	if a, b := mustParse(t, "2016-12-31T19:00:00-05:00"), mustParse(t, "2017-01-01T00:00:00Z"); a != b {
		t.Errorf("another zone gives %v", a)
	}
	for _, s := range []string{"", "yesterday", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2016-12-31T23:59:61Z", "2016-06-31T00:00:00Z", "2016-12-31T23:58:60Z"} {
		if at, err := ParseUTC(s); err == nil {
			t.Errorf("%q was read as %v", s, at)
		}
	}
}

// TestVerif_FarTimes shows that nothing wraps round.
func TestVerif_FarTimes(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		in   bool
		want Instant
	}{
		{time.Time{}, false, First},
		{time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC), false, Last},
		{time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC), false, First},
		{time.Date(2300, 1, 1, 0, 0, 0, 0, time.UTC), false, Last},
		{time.Date(1700, 1, 1, 0, 0, 0, 0, time.UTC), false, First},
		{time.Unix(math.MaxInt64, 0), false, Last},
		{time.Unix(math.MinInt64, 0), false, First},
	} {
		if got := UTC(c.at); InRange(c.at) != c.in || got != c.want {
			t.Errorf("%v: %v, in range %v", c.at, int64(got), InRange(c.at))
		}
	}
	if !First.Time().Before(time.Date(1709, 1, 1, 0, 0, 0, 0, time.UTC)) || !Last.Time().After(time.Date(2291, 1, 1, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("instants go from %v to %v", First, Last)
	}
	const year = 31557600e9
	for _, got := range []Instant{Last.Add(1), Last.Add(math.MaxInt64), Last.AddSeconds(1), Instant(0).AddSeconds(1e300),
		Instant(0).AddSeconds(math.Inf(1)), Instant(0).AddSeconds(math.NaN()), Instant(100 * year).AddSeconds(9.3e9)} {
		if got != Last {
			t.Errorf("past the end is %d", got)
		}
	}
	for _, got := range []Instant{First.Add(-1), First.Add(math.MinInt64), First.AddSeconds(-1e18), Instant(0).AddSeconds(math.Inf(-1))} {
		if got != First {
			t.Errorf("before the beginning is %d", got)
		}
	}
	if d := Last.Sub(First); d != math.MaxInt64 {
		t.Errorf("the whole lasts %v", d)
	}
	if d := First.Sub(Last); d != math.MinInt64 {
		t.Errorf("the whole backwards lasts %v", d)
	}
	if s := Last.SecondsFrom(First) / (584 * year * 1e-9); math.Abs(s-1) > 1e-15 {
		t.Errorf("the whole has %v of its seconds", s)
	}
	if s := Instant(3).SecondsFrom(1); s != 2e-9 {
		t.Errorf("two nanoseconds are %v s", s)
	}
}

// TestVal_Julian takes the dates of the SOFA cookbook's example: 2007 April 5, 12h UTC is
// MJD 54195.5 UTC and 54195.500754444444444 TT. Tolerance: a nanosecond.
func TestVal_Julian(t *testing.T) {
	at := mustParse(t, "2007-04-05T12:00:00Z")
	day, f := at.JulianTT()
	if got := (day - 2454195.5) + f - 0.5; day != math.Trunc(day) || math.Abs(got-0.000754444444444) > 1e-14 {
		t.Errorf("TT is %v + %v", day, f)
	}
	day, f = at.JulianUTC()
	if day != 2454195.5 || f != 0.5 {
		t.Errorf("UTC is %v + %v", day, f)
	}
	for _, parts := range [][2]float64{{2454195.5, 0.500754444444444444}, {2400000.5, 54195.500754444444444}, {2454196, 0.000754444444444444}} {
		// 54195.5… as one number has a grain of 0.6 µs.
		if got, err := TTJulian(parts[0], parts[1]); err != nil || math.Abs(got.SecondsFrom(at)) > 0.7e-6 {
			t.Errorf("%v is %v, %v", parts, got, err)
		}
	}
	if got, err := TTJulian(2454195.5, 0.500754444444444444); err != nil || got != at {
		t.Errorf("%v, %v", got, err)
	}
}

// TestVerif_Julian goes there and back to the nanosecond and refuses what is none.
func TestVerif_Julian(t *testing.T) {
	for _, at := range []Instant{0, 1, -1, 123456789012345678, -123456789012345678, First + 86400e9, Last - 86400e9, mustParse(t, "2016-12-31T23:59:59.999999999Z")} {
		for scale, f := range map[string]func() (Instant, error){
			"TT":  func() (Instant, error) { return TTJulian(at.JulianTT()) },
			"UTC": func() (Instant, error) { return UTCJulian(at.JulianUTC()) },
		} {
			if got, err := f(); err != nil || got != at {
				t.Errorf("%s: %d came back as %d, %v", scale, at, got, err)
			}
		}
	}
	inLeap := mustParse(t, "2016-12-31T23:59:60.5Z")
	if got, err := UTCJulian(inLeap.JulianUTC()); err != nil || got != inLeap-1e9 {
		t.Errorf("half past the leap second's beginning is %v, %v", got, err)
	}
	for _, bad := range [][2]float64{{math.NaN(), 0}, {J2000, math.NaN()}, {math.Inf(1), 0}, {1e9, 0}, {0, 0}, {J2000, 1e9}, {1e300, -1e300}, {J2000 - 1e9, 1e9}} {
		if got, err := TTJulian(bad[0], bad[1]); err == nil {
			t.Errorf("%v is %v", bad, got)
		}
		if got, err := UTCJulian(bad[0], bad[1]); err == nil {
			t.Errorf("%v is %v", bad, got)
		}
	}
}

// TestVal_TDB compares with Fairhead and Bretagnon's series of 787 terms at Earth's centre,
// as ERFA 2.0 (BSD) evaluates it. Tolerance: the 10 µs that the source states.
func TestVal_TDB(t *testing.T) {
	for _, c := range [][2]float64{{2436934.5, -0.000070716}, {2439369.6, -0.001362996}, {2441804.7, 0.001471974}, {2444239.8, -0.000049058},
		{2446674.9, -0.001390449}, {2449110.0, 0.001448759}, {2451545.1, -0.000096413}, {2453980.2, -0.001405675}, {2456415.3, 0.001440233},
		{2458850.4, -0.000074762}, {2461285.5, -0.001372069}, {2463720.6, 0.001465734}, {2466155.7, -0.000037976}, {2468590.8, -0.001382055},
		{2471025.9, 0.001442970}, {2473461.0, -0.000078090}} {
		at, err := TTJulian(c[0], 0)
		if err != nil {
			t.Fatal(err)
		}
		if got := at.TDBMinusTT(); !(math.Abs(got-c[1]) < 10e-6) {
			t.Errorf("%v: %v, want %v", c[0], got, c[1])
		}
	}
}

// FuzzParseUTC reads back what it wrote.
func FuzzParseUTC(f *testing.F) {
	f.Add("2016-12-31T23:59:60.5Z")
	f.Add("2026-11-22T09:30:00.123456789+01:00")
	f.Add("2026-11-22T09:30:60")
	f.Fuzz(func(t *testing.T, s string) {
		at, err := ParseUTC(s)
		if err != nil {
			return
		}
		if again, err := ParseUTC(at.String()); err != nil || again != at {
			t.Errorf("%q was read as %v, and that as %v, %v", s, at, again, err)
		}
	})
}
