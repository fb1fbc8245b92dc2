package export

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Sets is a way to write element sets. A file is Begin, Set for each, End; Set fails
// where the form has no room for a value, and has then appended nothing.
type Sets interface {
	Begin(dst []byte) []byte
	Set(dst []byte, el *gp.Elements) ([]byte, error)
	End(dst []byte) []byte
}

// Mean is an orbit by mean elements of a theory other than SGP4, such as those of
// a designed constellation.
type Mean struct {
	Number        int
	Name          string
	Epoch         sky.Instant
	SemiMajorAxis float64 // km
	Eccentricity  float64
	Inclination   float64 // degrees, and so are the other angles
	Node          float64
	ArgPerigee    float64
	MeanAnomaly   float64
	GM            float64 // km3/s2
	Frame         Frame
	Theory        string // for MEAN_ELEMENT_THEORY
}

// sections are the keys of an orbit mean-elements message in their order.
//
// Source: CCSDS 502.0-B-3, tables 4-1 to 4-3.
type sections struct{ metadata, elements, tle []pair }

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// small is number for what may be tiny.
func small(v float64) string {
	if v != 0 && math.Abs(v) < 1e-5 {
		return strconv.FormatFloat(v, 'E', -1, 64)
	}
	return number(v)
}

func setSections(el *gp.Elements) sections {
	o := Object{Number: el.NoradID, Name: el.Name, Designator: el.Designator}
	name, id := o.names()
	class := "U"
	if el.Classification > ' ' && el.Classification <= 'Z' {
		class = string(el.Classification)
	}
	return sections{
		metadata: []pair{{"OBJECT_NAME", name}, {"OBJECT_ID", id}, {"CENTER_NAME", "EARTH"}, {"REF_FRAME", "TEME"}, {"TIME_SYSTEM", "UTC"}, {"MEAN_ELEMENT_THEORY", "SGP4"}},
		elements: []pair{
			{"EPOCH", epochText(el.Epoch)}, {"MEAN_MOTION", number(el.MeanMotion)}, {"ECCENTRICITY", number(el.Eccentricity)},
			{"INCLINATION", number(el.Inclination)}, {"RA_OF_ASC_NODE", number(el.Node)}, {"ARG_OF_PERICENTER", number(el.ArgPerigee)},
			{"MEAN_ANOMALY", number(el.MeanAnomaly)},
		},
		tle: []pair{
			{"EPHEMERIS_TYPE", strconv.Itoa(el.EphemerisType)}, {"CLASSIFICATION_TYPE", class}, {"NORAD_CAT_ID", strconv.Itoa(el.NoradID)},
			{"ELEMENT_SET_NO", strconv.Itoa(el.SetNumber)}, {"REV_AT_EPOCH", strconv.Itoa(el.Revolution)}, {"BSTAR", small(el.BStar)},
			{"MEAN_MOTION_DOT", small(el.MeanMotionDot)}, {"MEAN_MOTION_DDOT", small(el.MeanMotionDDot)},
		},
	}
}

func meanSections(m *Mean) sections {
	o := Object{Number: m.Number, Name: m.Name}
	name, id := o.names()
	return sections{
		metadata: []pair{
			{"OBJECT_NAME", name}, {"OBJECT_ID", id}, {"CENTER_NAME", "EARTH"}, {"REF_FRAME", m.Frame.message()}, {"TIME_SYSTEM", "UTC"},
			{"MEAN_ELEMENT_THEORY", ascii(m.Theory)},
		},
		elements: []pair{
			{"EPOCH", string(appendUTC(nil, m.Epoch))}, {"SEMI_MAJOR_AXIS", number(m.SemiMajorAxis)}, {"ECCENTRICITY", number(m.Eccentricity)},
			{"INCLINATION", number(m.Inclination)}, {"RA_OF_ASC_NODE", number(m.Node)}, {"ARG_OF_PERICENTER", number(m.ArgPerigee)},
			{"MEAN_ANOMALY", number(m.MeanAnomaly)}, {"GM", number(m.GM)},
		},
	}
}

// epochText is the epoch of a set to the microsecond it holds; a leap second is the
// 61st of its minute.
func epochText(e gp.Epoch) string {
	const day = 86400e6
	µs := int64(math.Round(e.Fraction * day))
	midnight := time.Unix(int64(e.Midnight-2440587.5)*86400, 0).UTC()
	clock := min(µs, day-1) // all that is more is the leap second
	dst := append([]byte(midnight.Format("2006-01-02")), 'T')
	dst = append(appendPadded(dst, clock/3600e6, 2), ':')
	dst = append(appendPadded(dst, clock/60e6%60, 2), ':')
	dst = append(appendPadded(dst, (µs-clock/60e6*60e6)/1e6, 2), '.')
	return string(appendPadded(dst, µs%1e6, 6))
}

// OMM is the orbit mean-elements message of CCSDS 502.0-B-3 as lines of KEY = value,
// one message after the other.
//
// Source: CCSDS 502.0-B-3, chapter 4.
// Ignores: covariances, spacecraft parameters.
// Good to: TestVal_OMMOrder; a set read again is the same, TestVerif_SetsSurvive.
// Needs: nothing.
type OMM struct {
	Created    sky.Instant
	Originator string
}

func (m *OMM) header() []pair {
	return []pair{{"CREATION_DATE", string(appendUTC(nil, m.Created))}, {"ORIGINATOR", ascii(m.Originator)}}
}

func (m *OMM) message(dst []byte, s sections) []byte {
	dst = appendKVN(append(dst, "CCSDS_OMM_VERS = 3.0\n"...), m.header())
	for _, part := range [][]pair{s.metadata, s.elements, s.tle} {
		if part != nil {
			dst = appendKVN(append(dst, '\n'), part)
		}
	}
	return append(dst, '\n')
}

// Begin appends nothing.
func (m OMM) Begin(dst []byte) []byte { return dst }

// Set appends a message.
func (m OMM) Set(dst []byte, el *gp.Elements) ([]byte, error) {
	return m.message(dst, setSections(el)), nil
}

// Mean appends a message.
func (m OMM) Mean(dst []byte, o *Mean) []byte { return m.message(dst, meanSections(o)) }

// End appends nothing.
func (m OMM) End(dst []byte) []byte { return dst }

// OMMXML is the same message as XML, all messages in one ndm element.
//
// Source: CCSDS 505.0-B-3, and the schema ndmxml-3.0.0-omm-3.0 of the SANA registry.
// Ignores, Good to, Needs: as [OMM]; TestVal_OMMXMLStructure.
type OMMXML OMM

func (m *OMMXML) message(dst []byte, s sections) []byte {
	dst = append(dst, "<omm id=\"CCSDS_OMM_VERS\" version=\"3.0\">\n<header>\n"...)
	dst = appendElements(dst, (*OMM)(m).header())
	dst = appendElements(append(dst, "</header>\n<body>\n<segment>\n<metadata>\n"...), s.metadata)
	dst = appendElements(append(dst, "</metadata>\n<data>\n<meanElements>\n"...), s.elements)
	dst = append(dst, "</meanElements>\n"...)
	if s.tle != nil {
		dst = append(appendElements(append(dst, "<tleParameters>\n"...), s.tle), "</tleParameters>\n"...)
	}
	return append(dst, "</data>\n</segment>\n</body>\n</omm>\n"...)
}

// Begin opens the ndm element.
func (m OMMXML) Begin(dst []byte) []byte {
	return append(appendSchema(append(append(dst, xmlHead...), "<ndm"...), 3), ">\n"...)
}

// Set appends a message.
func (m OMMXML) Set(dst []byte, el *gp.Elements) ([]byte, error) {
	return m.message(dst, setSections(el)), nil
}

// Mean appends a message.
func (m OMMXML) Mean(dst []byte, o *Mean) []byte { return m.message(dst, meanSections(o)) }

// End ends the ndm element.
func (m OMMXML) End(dst []byte) []byte { return append(dst, "</ndm>\n"...) }

// flat are the keys of the forms that CelesTrak and Space-Track made of the message,
// in their order, and their values. A name or designator that is not known is empty.
func flat(el *gp.Elements) []pair {
	s := setSections(el)
	known := []pair{{"OBJECT_NAME", clean(el.Name)}, {"OBJECT_ID", international(el.Designator)}}
	return append(append(known, s.elements...), s.tle...)
}

// OMMCSV is the message as a table, with a line of names, as CelesTrak gives it.
type OMMCSV struct{}

// Begin appends the names.
func (OMMCSV) Begin(dst []byte) []byte {
	for i, p := range flat(&gp.Elements{}) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, p.key...)
	}
	return append(dst, '\n')
}

// Set appends a line.
func (OMMCSV) Set(dst []byte, el *gp.Elements) ([]byte, error) {
	for i, p := range flat(el) {
		if i > 0 {
			dst = append(dst, ',')
		}
		if strings.ContainsAny(p.value, `",`) {
			dst = append(append(append(dst, '"'), strings.ReplaceAll(p.value, `"`, `""`)...), '"')
		} else {
			dst = append(dst, p.value...)
		}
	}
	return append(dst, '\n'), nil
}

// End appends nothing.
func (OMMCSV) End(dst []byte) []byte { return dst }

// OMMJSON is the message as an array of flat objects, as CelesTrak gives it. Unlike
// the other forms it remembers one thing: whether an object came before.
type OMMJSON struct{ more bool }

// Begin opens the array.
func (j *OMMJSON) Begin(dst []byte) []byte {
	j.more = false
	return append(dst, '[')
}

// Set appends an object.
func (j *OMMJSON) Set(dst []byte, el *gp.Elements) ([]byte, error) {
	if j.more {
		dst = append(dst, ',')
	}
	j.more = true
	dst = append(dst, "\n{"...)
	for i, p := range flat(el) {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(strconv.AppendQuote(dst, p.key), ':')
		switch p.key {
		case "OBJECT_NAME", "OBJECT_ID", "EPOCH", "CLASSIFICATION_TYPE":
			dst = appendString(dst, p.value)
		default:
			dst = append(dst, p.value...)
		}
	}
	return append(dst, '}'), nil
}

// End closes the array.
func (j *OMMJSON) End(dst []byte) []byte { return append(dst, "\n]\n"...) }
