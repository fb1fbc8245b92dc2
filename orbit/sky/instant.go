package sky

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Instant is a point in time: nanoseconds of terrestrial time since J2000.0,
// which is 2000-01-01 12:00:00 TT. It reaches 292 years either way, its
// differences are exact, and a nanosecond is 8 µm of a low orbit.
type Instant int64

// First and Last are the ends of what an Instant is used for, 292 Julian years
// from J2000.0: in January 1708 and in December 2291.
const (
	First Instant = -Last
	Last  Instant = 292 * 36525 * nanosecondsPerDay / 100
)

const (
	nanosecondsPerDay = 86400_000_000_000

	// TTMinusTAI is by how much terrestrial time is ahead of atomic time.
	TTMinusTAI = 32184 * time.Millisecond
)

// j2000Unix is J2000.0 in Unix seconds of a clock that shows TT.
const j2000Unix = 946728000

// UTC returns the instant of a time of UTC. Before 1972, when UTC was steered by
// rate, ten seconds are taken for TAI−UTC. A time that is not [InRange] gives
// First or Last. time.Time has no leap second; [ParseUTC] reads one.
func UTC(t time.Time) Instant {
	if !InRange(t) {
		if t.Unix() < j2000Unix {
			return First
		}
		return Last
	}
	unix := t.Unix()
	return Instant((unix+taiMinusUTC(unix)-j2000Unix)*1e9 + int64(t.Nanosecond()) + int64(TTMinusTAI))
}

// InRange says whether a time can be an Instant. The years 1708 and 2291 lie partly
// outside; the years 1 and 9999, which other tools take for "never", wholly.
func InRange(t time.Time) bool {
	const reach = 292 * 365.25 * 86400 // s
	d := t.Unix() - j2000Unix
	return d > -reach && d < reach-100
}

// ParseUTC reads a time as in 2016-12-31T23:59:60.5Z (RFC 3339, or ISO 8601 without
// the zone, which is then UTC). Second 60 is read where there was a leap second. The
// error says what is wrong and what would be right.
func ParseUTC(s string) (Instant, error) {
	text, zone := s, ""
	if i := strings.IndexByte(s, 'T'); i >= 0 && !strings.ContainsAny(s[i:], "Z+-") {
		zone = "Z"
	}
	inLeap := len(text) >= 19 && text[16:19] == ":60"
	if inLeap {
		text = text[:17] + "59" + text[19:]
	}
	at, err := time.Parse(time.RFC3339Nano, text+zone)
	if err != nil {
		return 0, fmt.Errorf("%q is not a time of UTC; write it as 2026-11-22T09:30:00.5Z", s)
	}
	if !InRange(at) {
		return 0, fmt.Errorf("%q is out of range; years 1709 to 2290 are kept to the nanosecond", s)
	}
	t := UTC(at)
	if inLeap {
		t += 1e9
		if _, _, _, ok := t.utc(); !ok {
			return 0, fmt.Errorf("%q has no second 60; leap seconds ended the days before those on which TAI−UTC changed", s)
		}
	}
	return t, nil
}

// Time returns the instant in UTC. Within a leap second it is the second before,
// which the type time.Time shows twice; [Instant.String] shows it as second 60.
func (t Instant) Time() time.Time {
	unix, nanoseconds, _, _ := t.utc()
	return time.Unix(unix, nanoseconds).UTC()
}

// String returns the instant in UTC as in 2016-12-31T23:59:60.5Z, with as many
// decimals as it has, up to nine. [ParseUTC] reads it back to the nanosecond.
func (t Instant) String() string {
	unix, nanoseconds, _, inLeap := t.utc()
	s := time.Unix(unix, nanoseconds).UTC().Format(time.RFC3339Nano)
	if inLeap {
		s = s[:17] + "60" + s[19:]
	}
	return s
}

// InLeapSecond says whether UTC shows second 60.
func (t Instant) InLeapSecond() bool {
	_, _, _, inLeap := t.utc()
	return inLeap
}

// Add returns the instant a duration later, at most Last and at least First.
func (t Instant) Add(d time.Duration) Instant {
	sum := t + Instant(d)
	if (d > 0 && sum < t) || sum > Last {
		return Last
	}
	if (d < 0 && sum > t) || sum < First {
		return First
	}
	return sum
}

// AddSeconds returns the instant a number of seconds later, to the nanosecond, at
// most Last and at least First. NaN gives Last, so that a walk to a stop ends.
func (t Instant) AddSeconds(s float64) Instant {
	const reach = 9.2e9 // s, less than an int64 of nanoseconds
	switch {
	case s > -reach && s < reach:
		return t.Add(time.Duration(math.Round(s * 1e9)))
	case s < 0:
		return First
	}
	return Last
}

// Sub returns the duration from another instant to this one. A longer one than a
// time.Duration holds, 292 years, is cut to that.
func (t Instant) Sub(u Instant) time.Duration {
	d := time.Duration(t - u)
	switch {
	case t > u && d < 0:
		return math.MaxInt64
	case t < u && d > 0:
		return math.MinInt64
	}
	return d
}

// SecondsFrom returns the seconds from another instant to this one.
func (t Instant) SecondsFrom(u Instant) float64 {
	if d := t - u; (t >= u) == (d >= 0) {
		return float64(d) * 1e-9
	}
	return (float64(t) - float64(u)) * 1e-9
}

// Days returns the days of TT since J2000.0.
func (t Instant) Days() float64 { return float64(t) / nanosecondsPerDay }

// Centuries returns the Julian centuries of TT since J2000.0. TDB, in which the
// ephemerides are written, differs by at most 1.7 ms.
func (t Instant) Centuries() float64 { return float64(t) / (36525 * nanosecondsPerDay) }
