package export

import (
	"encoding/json"
	"strconv"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// CZML is what Cesium shows: an array of packets, the document's first, then one
// for each object with its name, a point, a path and its positions in metres, to
// the millimetre, at seconds since its first.
//
// Source: CZML Guide and schema of github.com/AnalyticalGraphicsInc/czml-writer.
// Ignores: velocities; Cesium interpolates positions alone.
// Good to: TestVal_CZMLStructure.
// Needs: the frame GCRS, which is Cesium's INERTIAL, or ITRS, its FIXED; states with
// an error code are left out.
type CZML struct {
	Frame       Frame
	Name        string
	Start, Stop sky.Instant // what the clock runs over
}

func appendString(dst []byte, s string) []byte {
	quoted, _ := json.Marshal(s) // a string never fails; < and > are escaped too
	return append(dst, quoted...)
}

func appendInterval(dst []byte, from, to sky.Instant) []byte {
	dst = append(appendUTC(append(dst, '"'), from), "Z/"...)
	return append(appendUTC(dst, to), `Z"`...)
}

// Begin appends the document's packet.
func (c CZML) Begin(dst []byte) []byte {
	dst = appendString(append(dst, `[{"id":"document","version":"1.0","name":`...), clean(c.Name))
	dst = appendInterval(append(dst, `,"clock":{"interval":`...), c.Start, c.Stop)
	dst = appendUTC(append(dst, `,"currentTime":"`...), c.Start)
	return append(dst, `Z","multiplier":60,"range":"LOOP_STOP","step":"SYSTEM_CLOCK_MULTIPLIER"}}`...)
}

// Open begins an object's packet.
func (c CZML) Open(dst []byte, o *Object) []byte {
	name, _ := o.names()
	dst = append(strconv.AppendInt(append(dst, ",\n{\"id\":\"norad-"...), int64(o.Number), 10), `","name":`...)
	dst = appendString(dst, name)
	dst = appendInterval(append(dst, `,"availability":`...), o.Start, o.Stop)
	dst = append(dst, `,"point":{"pixelSize":4,"color":{"rgba":[255,255,255,255]}},`...)
	dst = append(dst, `"path":{"leadTime":0,"trailTime":5400,"width":1,"material":{"solidColor":{"color":{"rgba":[255,200,0,128]}}}},`...)
	frame := "INERTIAL"
	if c.Frame == ITRS {
		frame = "FIXED"
	}
	dst = append(dst, `"position":{"referenceFrame":"`+frame+`","interpolationAlgorithm":"LAGRANGE","interpolationDegree":`...)
	dst = strconv.AppendInt(dst, max(1, min(5, o.States-1)), 10)
	dst = appendUTC(append(dst, `,"epoch":"`...), o.Start)
	return append(dst, `Z","cartesian":[`...)
}

// States appends four numbers for each.
func (c CZML) States(dst []byte, o *Object, states []State) []byte {
	for i := range states {
		s := &states[i]
		if s.Code != gp.OK {
			continue
		}
		if s.Time != o.Start {
			dst = append(dst, ",\n"...)
		}
		dst = appendSeconds(dst, int64(s.Time-o.Start))
		for _, v := range s.Position {
			dst = appendFixed(append(dst, ','), v*1e3, 3)
		}
	}
	return dst
}

// Shut ends the object's packet.
func (c CZML) Shut(dst []byte, o *Object) []byte { return append(dst, "]}}"...) }

// End ends the array.
func (c CZML) End(dst []byte) []byte { return append(dst, "\n]\n"...) }
