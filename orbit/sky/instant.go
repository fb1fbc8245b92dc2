package sky

import (
	"math"
	"time"
)

// Instant is a point in time: nanoseconds of terrestrial time since J2000.0,
// which is 2000-01-01 12:00:00 TT. It reaches 292 years either way, its
// differences are exact, and a nanosecond is 8 µm of a low orbit.
type Instant int64

// J2000 is the Julian date of J2000.0.
const J2000 = 2451545.0

const (
	nanosecondsPerDay = 86400e9
	ttMinusTAI        = 32184 * time.Millisecond
)

// leapSeconds are the beginnings of UTC days, in Unix seconds, from which TAI−UTC
// is the given number of seconds. Source: IERS Bulletin C, to number 72 of July
// 2026: none since 2017.
var leapSeconds = [...]struct{ unix, taiMinusUTC int64 }{
	{63072000, 10}, {78796800, 11}, {94694400, 12}, {126230400, 13}, {157766400, 14}, {189302400, 15}, {220924800, 16},
	{252460800, 17}, {283996800, 18}, {315532800, 19}, {362793600, 20}, {394329600, 21}, {425865600, 22}, {489024000, 23},
	{567993600, 24}, {631152000, 25}, {662688000, 26}, {709948800, 27}, {741484800, 28}, {773020800, 29}, {820454400, 30},
	{867715200, 31}, {915148800, 32}, {1136073600, 33}, {1230768000, 34}, {1341100800, 35}, {1435708800, 36}, {1483228800, 37},
}

// j2000Unix is J2000.0 in Unix seconds of a clock that shows TAI: 12 h less 32.184 s.
var j2000Unix = time.Date(2000, 1, 1, 12, 0, 0, 0, time.UTC).Unix()

// UTC returns the instant of a time of UTC. Before 1972, when UTC was steered by
// rate, ten seconds are taken.
func UTC(t time.Time) Instant {
	unix := t.Unix()
	ahead := leapSeconds[0].taiMinusUTC
	for i := len(leapSeconds) - 1; i >= 0; i-- {
		if unix >= leapSeconds[i].unix {
			ahead = leapSeconds[i].taiMinusUTC
			break
		}
	}
	return Instant((unix+ahead-j2000Unix)*1e9 + int64(t.Nanosecond()) + int64(ttMinusTAI))
}

// Time returns the instant in UTC. Within a leap second it is the second before,
// which the type time.Time shows twice.
func (t Instant) Time() time.Time {
	tai := int64(t) - int64(ttMinusTAI)
	seconds, rest := tai/1e9, tai%1e9
	if rest < 0 {
		seconds, rest = seconds-1, rest+1e9
	}
	seconds += j2000Unix
	behind := leapSeconds[0].taiMinusUTC
	for i := len(leapSeconds) - 1; i >= 0; i-- {
		if seconds >= leapSeconds[i].unix+leapSeconds[i].taiMinusUTC {
			behind = leapSeconds[i].taiMinusUTC
			break
		}
		if seconds == leapSeconds[i].unix+leapSeconds[i].taiMinusUTC-1 && i > 0 {
			behind = leapSeconds[i].taiMinusUTC
			break
		}
	}
	return time.Unix(seconds-behind, rest).UTC()
}

// Add returns the instant a duration later.
func (t Instant) Add(d time.Duration) Instant { return t + Instant(d) }

// AddSeconds returns the instant a number of seconds later, to the nanosecond.
func (t Instant) AddSeconds(s float64) Instant { return t + Instant(math.Round(s*1e9)) }

// Sub returns the duration from another instant to this one.
func (t Instant) Sub(u Instant) time.Duration { return time.Duration(t - u) }

// SecondsFrom returns the seconds from another instant to this one.
func (t Instant) SecondsFrom(u Instant) float64 { return float64(t-u) * 1e-9 }

// Days returns the days of TT since J2000.0.
func (t Instant) Days() float64 { return float64(t) / nanosecondsPerDay }

// Centuries returns the Julian centuries of TT since J2000.0. TDB, in which the
// ephemerides are written, differs by at most 1.7 ms.
func (t Instant) Centuries() float64 { return float64(t) / (36525 * nanosecondsPerDay) }
