package sky

import (
	"math"
)

const arcsecond = math.Pi / (180 * 3600)

// Orientation is a series of Earth's orientation, day by day: UT1, the pole on the
// crust, and the pole's small offsets in the sky. [ReadOrientation] reads one.
//
// A nil Orientation has UT1 = UTC and the pole in its place, which is good to 0.9 s of
// rotation, 420 m on the equator and 450 m of a low orbit, and to 20 m for the pole.
type Orientation struct {
	first int64 // the Modified Julian Date of the first day
	days  []orientationDay
}

// orientationDay is Earth's orientation at 0h UTC.
type orientationDay struct {
	ut1MinusTAI float64 // s; runs on through leap seconds
	taiMinusUTC float64 // s
	x, y        float64 // the pole on the crust, rad
	dX, dY      float64 // the pole in the sky from where IAU 2006/2000A has it, rad
}

// orientationAt is Earth's orientation at an instant.
type orientationAt struct {
	orientationDay
	dayLength float64 // by how much the day is longer than 86,400 s of TAI, s
}

// unixMJD is the Modified Julian Date of 1970-01-01.
const unixMJD = 40587

// At returns UT1−UTC in seconds and the pole's coordinates x and y in radians.
//
// Between midnights UT1−TAI and the pole follow the cubic through four of them, so that
// a leap second between two of them does no harm. Before the first day and after the
// last UT1−UTC and the pole are held as they were there; see [Orientation.Span].
//
// Source: IERS Conventions 2010, section 5.5.1; Lagrange's interpolation.
// Ignores: the ocean tides' half-daily and daily part, up to 0.05 ms of UT1 and
// 0.0005 arc seconds of the pole: 2 cm each.
// Good to: 0.015 ms and 0.00012 arc seconds rms half way between days two apart, since
// 2000 (TestVal_OrientationBetweenDays); between the days of the series a few times better.
// Needs: a series that [ReadOrientation] has checked, or nil.
func (o *Orientation) At(t Instant) (ut1MinusUTC, x, y float64) {
	e := o.at(t)
	return e.ut1MinusTAI + e.taiMinusUTC, e.x, e.y
}

// Span returns the first and the last midnight of the series. A nil one has none:
// both are 0.
func (o *Orientation) Span() (first, last Instant) {
	if o == nil || len(o.days) == 0 {
		return 0, 0
	}
	return o.midnight(0), o.midnight(len(o.days) - 1)
}

func (o *Orientation) midnight(i int) Instant {
	unix := (o.first + int64(i) - unixMJD) * 86400
	return Instant((unix+taiMinusUTC(unix)-j2000Unix)*1e9 + int64(TTMinusTAI))
}

func (o *Orientation) at(t Instant) orientationAt {
	unix, nanoseconds, ahead, inLeap := t.utc()
	if o == nil || len(o.days) == 0 {
		return orientationAt{orientationDay: orientationDay{ut1MinusTAI: -float64(ahead), taiMinusUTC: float64(ahead)}}
	}
	day, seconds := floorDivide(unix, 86400)
	if inLeap {
		seconds++
	}
	i := day + unixMJD - o.first
	last := int64(len(o.days) - 1)
	if i < 0 || i >= last {
		hold := o.days[max(0, min(i, last))]
		hold.ut1MinusTAI += hold.taiMinusUTC - float64(ahead)
		hold.taiMinusUTC = float64(ahead)
		return orientationAt{orientationDay: hold}
	}
	a, b := &o.days[i], &o.days[i+1]
	length := 86400 + b.taiMinusUTC - a.taiMinusUTC
	f := (float64(seconds) + float64(nanoseconds)*1e-9) / length
	e := orientationAt{dayLength: -(b.ut1MinusTAI - a.ut1MinusTAI)}
	e.taiMinusUTC = float64(ahead)
	if last < 3 {
		e.add(a, 1-f)
		e.add(b, f)
		return e
	}
	k := max(0, min(i-1, last-3))
	s := f + float64(i-k)
	e.add(&o.days[k], -(s-1)*(s-2)*(s-3)/6)
	e.add(&o.days[k+1], s*(s-2)*(s-3)/2)
	e.add(&o.days[k+2], -s*(s-1)*(s-3)/2)
	e.add(&o.days[k+3], s*(s-1)*(s-2)/6)
	return e
}

// add adds a day with a weight.
func (e *orientationAt) add(d *orientationDay, w float64) {
	e.ut1MinusTAI += w * d.ut1MinusTAI
	e.x += w * d.x
	e.y += w * d.y
	e.dX += w * d.dX
	e.dY += w * d.dY
}

// ut1 returns the days of UT1 since noon of 1 January 2000 of that scale, as a whole
// number and a fraction, so that a nanosecond is kept.
func (t Instant) ut1(ut1MinusTAI float64) (days int64, fraction float64) {
	ns := int64(t) - int64(TTMinusTAI) + int64(math.Round(ut1MinusTAI*1e9))
	days, rest := floorDivide(ns, nanosecondsPerDay)
	return days, float64(rest) / nanosecondsPerDay
}
