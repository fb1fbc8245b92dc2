package sky

// leap is the beginning of a UTC day, in Unix seconds, from which TAI−UTC is a
// given number of seconds.
type leap struct{ unix, taiMinusUTC int64 }

// leapSeconds are all changes of TAI−UTC since UTC has whole seconds.
//
// Source: IERS Bulletin C, to number 72 of July 2026: none since 2017.
// Ignores: leap seconds that are announced later; none can come before July 2027.
// Good to: exact; held against 19,550 days of CelesTrak's file in
// TestVal_OrientationFile, and against every step in TestVal_LeapSeconds.
// Needs: dates of 1972 or later. Before, UTC was steered by rate.
var leapSeconds = [...]leap{
	{63072000, 10}, {78796800, 11}, {94694400, 12}, {126230400, 13}, {157766400, 14}, {189302400, 15}, {220924800, 16},
	{252460800, 17}, {283996800, 18}, {315532800, 19}, {362793600, 20}, {394329600, 21}, {425865600, 22}, {489024000, 23},
	{567993600, 24}, {631152000, 25}, {662688000, 26}, {709948800, 27}, {741484800, 28}, {773020800, 29}, {820454400, 30},
	{867715200, 31}, {915148800, 32}, {1136073600, 33}, {1230768000, 34}, {1341100800, 35}, {1435708800, 36}, {1483228800, 37},
}

// taiMinusUTC returns TAI−UTC, s, at a time of UTC in Unix seconds. Before 1972 it
// is ten.
func taiMinusUTC(unix int64) int64 {
	for i := len(leapSeconds) - 1; i > 0; i-- {
		if unix >= leapSeconds[i].unix {
			return leapSeconds[i].taiMinusUTC
		}
	}
	return leapSeconds[0].taiMinusUTC
}

// utc returns the instant as a reading of UTC, whole Unix seconds and nanoseconds, and
// TAI−UTC. Within a leap second the reading is of the second before, 23:59:59, and
// inLeap is true; TAI−UTC changes after it.
func (t Instant) utc() (unix, nanoseconds, ahead int64, inLeap bool) {
	tai, nanoseconds := floorDivide(int64(t)-int64(TTMinusTAI), 1e9)
	tai += j2000Unix
	for i := len(leapSeconds) - 1; i > 0; i-- {
		ahead = leapSeconds[i].taiMinusUTC
		// The leap second itself begins one second before.
		if begin := leapSeconds[i].unix + ahead - 1; tai > begin {
			return tai - ahead, nanoseconds, ahead, false
		} else if tai == begin {
			return tai - ahead, nanoseconds, ahead - 1, true
		}
	}
	return tai - leapSeconds[0].taiMinusUTC, nanoseconds, leapSeconds[0].taiMinusUTC, false
}

// floorDivide returns the quotient rounded down and the rest, 0 ≤ rest < b.
func floorDivide(a, b int64) (quotient, rest int64) {
	quotient, rest = a/b, a%b
	if rest < 0 {
		quotient, rest = quotient-1, rest+b
	}
	return quotient, rest
}
