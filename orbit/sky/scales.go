package sky

import (
	"fmt"
	"math"
	"time"
)

// J2000 is the Julian date of J2000.0.
const J2000 = 2451545.0

// unixJulian is the Julian date of 1970-01-01 00:00.
const unixJulian = 2440587.5

// TAIMinusUTC returns by how much atomic time is ahead of UTC, whole seconds. It
// changes at the end of a leap second.
func (t Instant) TAIMinusUTC() time.Duration {
	_, _, ahead, _ := t.utc()
	return time.Duration(ahead) * time.Second
}

// TDBMinusTT returns by how many seconds barycentric dynamical time, the argument of
// planetary ephemerides, is ahead of terrestrial time at Earth's centre: a beat of
// 1.7 ms over the year.
//
// Source: Kaplan, USNO Circular 179 (2005), eq. 2.6.
// Ignores: terms below 10 µs, and up to 2 µs on the ground for its place.
// Good to: 10 µs, 1 cm of the Moon (TestVal_TDB).
// Needs: 1600 to 2200.
func (t Instant) TDBMinusTT() float64 {
	T := t.Centuries()
	return 0.001657*math.Sin(628.3076*T+6.2401) +
		0.000022*math.Sin(575.3385*T+4.2970) +
		0.000014*math.Sin(1256.6152*T+6.1969) +
		0.000005*math.Sin(606.9777*T+4.0212) +
		0.000005*math.Sin(52.9691*T+0.4444) +
		0.000002*math.Sin(21.3299*T+5.5431) +
		0.000010*T*math.Sin(628.3076*T+4.2490)
}

// TTJulian returns the instant of a Julian date of terrestrial time, given as a sum of two
// numbers: a day and what is past it, so that nothing is lost. 2454195.5 and 0.5 is
// noon of 5 April 2007. The error says what is wrong and what would be right.
func TTJulian(day, fraction float64) (Instant, error) {
	ns, err := nanosecondsFrom(J2000, day, fraction)
	return Instant(ns), err
}

// JulianTT returns the Julian date of terrestrial time: a whole number of days, of
// noon, and the fraction of a day past it, 0 ≤ fraction < 1.
func (t Instant) JulianTT() (day, fraction float64) {
	d, rest := floorDivide(int64(t), nanosecondsPerDay)
	return J2000 + float64(d), float64(rest) / nanosecondsPerDay
}

// UTCJulian returns the instant of a Julian date of UTC, as element sets have it, given
// as a sum of two numbers like that of [TTJulian]. Days have 86,400 s: of a day that ends with
// a leap second, that second is not to be had.
func UTCJulian(day, fraction float64) (Instant, error) {
	ns, err := nanosecondsFrom(J2000, day, fraction)
	if err != nil {
		return 0, err
	}
	seconds, rest := floorDivide(ns, 1e9)
	return UTC(time.Unix(j2000Unix+seconds, rest)), nil
}

// JulianUTC returns the Julian date of UTC: a whole number of days and a half, of
// midnight, and the fraction of 86,400 s past it. Within a leap second the fraction is
// that of the second before.
func (t Instant) JulianUTC() (day, fraction float64) {
	unix, nanoseconds, _, _ := t.utc()
	d, rest := floorDivide(unix, 86400)
	return unixJulian + float64(d), float64(rest*1e9+nanoseconds) / nanosecondsPerDay
}

// nanosecondsFrom returns the nanoseconds from a Julian date to that of day + fraction.
func nanosecondsFrom(epoch, day, fraction float64) (int64, error) {
	const reach = 292 * 365.25
	if d := day - epoch + fraction; !(d > -reach && d < reach) || !(math.Abs(fraction) <= 2*reach) {
		return 0, fmt.Errorf("Julian date %v + %v is out of range; those from %.1f to %.1f are kept to the nanosecond",
			day, fraction, J2000-reach, J2000+reach)
	}
	whole, rest := math.Modf(day - epoch)
	more, fraction := math.Modf(fraction)
	return (int64(whole)+int64(more))*nanosecondsPerDay + int64(math.Round((rest+fraction)*nanosecondsPerDay)), nil
}
