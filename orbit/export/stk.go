package export

import (
	"strconv"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// STK is the ephemeris file .e of Systems Tool Kit: metres and seconds since the
// first state, to the micrometre. A file holds one object.
//
// Source: STK help, Ephemeris File Format (*.e): keywords, EphemerisTimePosVel.
// Ignores: covariances, segments.
// Good to: TestVal_STKKeywords.
// Needs: a frame other than Geodetic; states with an error code are left out.
type STK struct{ Frame Frame }

// stk is the name of a frame in STK: its ICRF with the centre Earth is GCRS.
func (f Frame) stk() string { return [...]string{"TEMEOfDate", "ICRF", "Fixed", ""}[f] }

// Begin appends the version.
func (k STK) Begin(dst []byte) []byte { return append(dst, "stk.v.11.0\n"...) }

// Open appends the keywords.
func (k STK) Open(dst []byte, o *Object) []byte {
	name, id := o.names()
	dst = append(dst, "\n# "+ascii(name)+", "+id+"\n\nBEGIN Ephemeris\n\n"...)
	dst = append(strconv.AppendInt(append(dst, "NumberOfEphemerisPoints "...), o.States, 10), '\n')
	dst = append(append(dst, "ScenarioEpoch           "...), o.Start.Time().Format("02 Jan 2006 15:04:05.000000000")...)
	dst = append(dst, "\nInterpolationMethod     Lagrange\nInterpolationSamplesM1  7\nDistanceUnit            Meters\n"...)
	dst = append(dst, "CentralBody             Earth\nCoordinateSystem        "+k.Frame.stk()+"\n\nEphemerisTimePosVel\n\n"...)
	return dst
}

// States appends a line for each.
func (k STK) States(dst []byte, o *Object, states []State) []byte {
	for i := range states {
		s := &states[i]
		if s.Code != gp.OK {
			continue
		}
		dst = appendSeconds(dst, int64(s.Time-o.Start))
		for _, v := range s.Position {
			dst = appendFixed(append(dst, ' '), v*1e3, 6)
		}
		for _, v := range s.Velocity {
			dst = appendFixed(append(dst, ' '), v*1e3, 9)
		}
		dst = append(dst, '\n')
	}
	return dst
}

// Shut ends the ephemeris.
func (k STK) Shut(dst []byte, o *Object) []byte { return append(dst, "\nEND Ephemeris\n"...) }

// End appends nothing.
func (k STK) End(dst []byte) []byte { return dst }

// appendSeconds appends nanoseconds as seconds, with as many digits as they need.
func appendSeconds(dst []byte, ns int64) []byte {
	if ns < 0 {
		dst, ns = append(dst, '-'), -ns
	}
	dst = strconv.AppendInt(dst, ns/1e9, 10)
	rest, digits := ns%1e9, 9
	if rest == 0 {
		return dst
	}
	for rest%10 == 0 {
		rest, digits = rest/10, digits-1
	}
	return appendPadded(append(dst, '.'), rest, digits)
}
