package export

import (
	"strconv"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// OEM is the orbit ephemeris message of CCSDS 502.0-B-3 as lines of KEY = value, a
// segment for each object, micrometres and nanometres a second.
//
// Source: CCSDS 502.0-B-3, Orbit Data Messages (2023), chapter 5; version 2.0 is
// that of 502.0-B-2 (2009), chapter 5, which has all keys that are used here.
// Ignores: accelerations and covariances.
// Good to: TestVal_OEMOrder, TestVal_OEMReadAgain.
// Needs: a frame other than Geodetic; states with an error code are left out.
type OEM struct {
	Version    int // 2 or 3
	Frame      Frame
	Created    sky.Instant
	Originator string
	Comment    string // one line about how the states were made; "" for none
}

// message is the name of a frame in the lists of CCSDS. All realisations of ITRS
// lie within centimetres of one another; this one is in the lists of both versions.
func (f Frame) message() string {
	return [...]string{"TEME", "GCRF", "ITRF2000", ""}[f]
}

// pair is a key of a message and its value.
type pair struct{ key, value string }

func (m *OEM) header() []pair {
	header := []pair{{"COMMENT", ascii(m.Comment)}, {"CREATION_DATE", string(appendUTC(nil, m.Created))}, {"ORIGINATOR", ascii(m.Originator)}}
	if m.Comment == "" {
		header = header[1:]
	}
	return header
}

func (m *OEM) metadata(o *Object) []pair {
	name, id := o.names()
	list := []pair{
		{"OBJECT_NAME", name}, {"OBJECT_ID", id}, {"CENTER_NAME", "EARTH"}, {"REF_FRAME", m.Frame.message()}, {"TIME_SYSTEM", "UTC"},
		{"START_TIME", string(appendUTC(nil, o.Start))}, {"STOP_TIME", string(appendUTC(nil, o.Stop))},
	}
	if o.States >= 8 { // as many as any reading of the degree asks for
		list = append(list, pair{"INTERPOLATION", "HERMITE"}, pair{"INTERPOLATION_DEGREE", "7"})
	}
	return list
}

func appendKVN(dst []byte, pairs []pair) []byte {
	for _, p := range pairs {
		dst = append(dst, p.key...)
		if p.key != "COMMENT" {
			dst = append(dst, " ="...)
		}
		dst = append(append(append(dst, ' '), ascii(p.value)...), '\n')
	}
	return dst
}

// Begin appends the header.
func (m OEM) Begin(dst []byte) []byte {
	return appendKVN(appendKVN(dst, []pair{{"CCSDS_OEM_VERS", strconv.Itoa(m.Version) + ".0"}}), m.header())
}

// Open appends an object's metadata.
func (m OEM) Open(dst []byte, o *Object) []byte {
	dst = appendKVN(append(dst, "\nMETA_START\n"...), m.metadata(o))
	return append(dst, "META_STOP\n\n"...)
}

// States appends a line for each.
func (m OEM) States(dst []byte, o *Object, states []State) []byte {
	for i := range states {
		s := &states[i]
		if s.Code != gp.OK {
			continue
		}
		dst = appendUTC(dst, s.Time)
		for _, v := range s.Position {
			dst = appendFixed(append(dst, ' '), v, 9)
		}
		for _, v := range s.Velocity {
			dst = appendFixed(append(dst, ' '), v, 12)
		}
		dst = append(dst, '\n')
	}
	return dst
}

// Shut appends nothing: the next segment begins where one ends.
func (m OEM) Shut(dst []byte, o *Object) []byte { return dst }

// End appends nothing.
func (m OEM) End(dst []byte) []byte { return dst }

// OEMXML is the same message as XML.
//
// Source: CCSDS 505.0-B-3, XML Specification for Navigation Data Messages (2023),
// and the schema ndmxml-3.0.0-oem-3.0 (2.0.0, oem-2.0) of the SANA registry.
// Ignores, Good to, Needs: as [OEM]; TestVal_OEMXMLStructure.
type OEMXML OEM

const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// schema appends the attributes of a message's outermost element.
func appendSchema(dst []byte, version int) []byte {
	v := strconv.Itoa(version)
	return append(dst, ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://sanaregistry.org/r/ndmxml_unqualified/ndmxml-`+
		v+`.0.0-master-`+v+`.0.xsd"`...)
}

func appendElements(dst []byte, pairs []pair) []byte {
	for _, p := range pairs {
		dst = append(append(append(dst, '<'), p.key...), '>')
		dst = appendXML(dst, p.value)
		dst = append(append(append(dst, "</"...), p.key...), ">\n"...)
	}
	return dst
}

// Begin appends the header.
func (m OEMXML) Begin(dst []byte) []byte {
	dst = appendSchema(append(append(dst, xmlHead...), "<oem"...), m.Version)
	dst = append(dst, ` id="CCSDS_OEM_VERS" version="`+strconv.Itoa(m.Version)+".0\">\n<header>\n"...)
	return append(appendElements(dst, (*OEM)(&m).header()), "</header>\n<body>\n"...)
}

// Open appends an object's metadata.
func (m OEMXML) Open(dst []byte, o *Object) []byte {
	dst = appendElements(append(dst, "<segment>\n<metadata>\n"...), (*OEM)(&m).metadata(o))
	return append(dst, "</metadata>\n<data>\n"...)
}

// States appends a stateVector for each.
func (m OEMXML) States(dst []byte, o *Object, states []State) []byte {
	number := func(open string, v float64, digits int, end string) {
		dst = append(appendFixed(append(dst, open...), v, digits), end...)
	}
	for i := range states {
		s := &states[i]
		if s.Code != gp.OK {
			continue
		}
		dst = append(appendUTC(append(dst, "<stateVector><EPOCH>"...), s.Time), "</EPOCH>"...)
		number("<X>", s.Position[0], 9, "</X>")
		number("<Y>", s.Position[1], 9, "</Y>")
		number("<Z>", s.Position[2], 9, "</Z>")
		number("<X_DOT>", s.Velocity[0], 12, "</X_DOT>")
		number("<Y_DOT>", s.Velocity[1], 12, "</Y_DOT>")
		number("<Z_DOT>", s.Velocity[2], 12, "</Z_DOT></stateVector>\n")
	}
	return dst
}

// Shut ends the segment.
func (m OEMXML) Shut(dst []byte, o *Object) []byte { return append(dst, "</data>\n</segment>\n"...) }

// End ends the message.
func (m OEMXML) End(dst []byte) []byte { return append(dst, "</body>\n</oem>\n"...) }
