package gp

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// omm gathers the keys of one orbit mean-elements message, whatever its form.
//
// Source: CCSDS 502.0-B-3, chapter 4.
type omm struct {
	el          Elements
	seen        uint32
	what, right string
}

// needed are the keys without which there is no propagation, in order of their
// bits in seen.
var needed = [...]string{
	"EPOCH", "MEAN_MOTION", "ECCENTRICITY", "INCLINATION", "RA_OF_ASC_NODE", "ARG_OF_PERICENTER", "MEAN_ANOMALY", "NORAD_CAT_ID", "BSTAR",
}

func (o *omm) wrong(what, right string) {
	if o.what == "" {
		o.what, o.right = what, right
	}
}

// set takes a key and its value; keys that do not concern SGP4 are passed over, and
// so is an empty value.
func (o *omm) set(key, value string) {
	value = strings.TrimSpace(value)
	if value == "" {
		return
	}
	el := &o.el
	switch key {
	case "OBJECT_NAME":
		el.Name = strings.ToValidUTF8(value, "?")
	case "OBJECT_ID":
		el.Designator = strings.ToValidUTF8(value, "?")
	case "CLASSIFICATION_TYPE":
		el.Classification = value[0]
	case "CENTER_NAME":
		o.must(key, value, "EARTH")
	case "REF_FRAME":
		o.must(key, value, "TEME")
	case "TIME_SYSTEM":
		o.must(key, value, "UTC")
	case "MEAN_ELEMENT_THEORY":
		o.must(key, value, "SGP4", "SGP/SGP4")
	case "EPOCH":
		el.Epoch = o.epoch(value)
	case "MEAN_MOTION":
		el.MeanMotion = o.number(key, value)
	case "ECCENTRICITY":
		el.Eccentricity = o.number(key, value)
	case "INCLINATION":
		el.Inclination = o.number(key, value)
	case "RA_OF_ASC_NODE":
		el.Node = o.number(key, value)
	case "ARG_OF_PERICENTER":
		el.ArgPerigee = o.number(key, value)
	case "MEAN_ANOMALY":
		el.MeanAnomaly = o.number(key, value)
	case "BSTAR":
		el.BStar = o.number(key, value)
	case "MEAN_MOTION_DOT":
		el.MeanMotionDot = o.number(key, value)
	case "MEAN_MOTION_DDOT":
		el.MeanMotionDDot = o.number(key, value)
	case "NORAD_CAT_ID":
		el.NoradID = o.integer(key, value)
	case "EPHEMERIS_TYPE":
		el.EphemerisType = o.integer(key, value)
	case "ELEMENT_SET_NO":
		el.SetNumber = o.integer(key, value)
	case "REV_AT_EPOCH":
		el.Revolution = o.integer(key, value)
	default:
		return
	}
	for i, k := range needed {
		if k == key {
			if o.seen&(1<<i) != 0 {
				o.wrong(key+" is given twice", "once")
			}
			o.seen |= 1 << i
		}
	}
}

func (o *omm) must(key, value string, allowed ...string) {
	for _, a := range allowed {
		if strings.EqualFold(value, a) {
			return
		}
	}
	o.wrong(fmt.Sprintf("%s is %.40q", key, value), allowed[0]+", which is what SGP4 takes")
}

func (o *omm) number(key, value string) float64 {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || strings.ContainsAny(value, "xX_") {
		o.wrong(fmt.Sprintf("%s is %.40q", key, value), "a decimal number")
		return 0
	}
	return v
}

func (o *omm) integer(key, value string) int {
	v, err := strconv.Atoi(value)
	if err != nil || v < 0 || v > 999999999 {
		o.wrong(fmt.Sprintf("%s is %.40q", key, value), "a whole number of at most nine digits")
		return 0
	}
	return v
}

// epoch reads 2026-08-22T12:30:45.123456 or, with the day of the year, 2026-234T…;
// a Z at the end and a leap second are allowed.
func (o *omm) epoch(value string) Epoch {
	fail := func() Epoch {
		o.wrong(fmt.Sprintf("EPOCH is %.40q", value), "UTC such as 2026-08-22T12:30:45.123456")
		return Epoch{}
	}
	date, clock, ok := strings.Cut(strings.TrimSuffix(value, "Z"), "T")
	if !ok {
		return fail()
	}
	var day time.Time
	var err error
	if len(date) == len("2026-234") {
		day, err = time.Parse("2006-002", date)
	} else {
		day, err = time.Parse("2006-01-02", date)
	}
	if err != nil || len(clock) < len("12:30:45") || clock[2] != ':' || clock[5] != ':' {
		return fail()
	}
	if day.Year() < firstYear || day.Year() > lastYear {
		o.wrong(fmt.Sprintf("the epoch is in the year %d", day.Year()), fmt.Sprintf("%d to %d", firstYear, lastYear))
		return Epoch{}
	}
	for i, c := range []byte(clock) {
		if (c < '0' || c > '9') && i != 2 && i != 5 && (i != 8 || c != '.') {
			return fail()
		}
	}
	hour, _ := strconv.Atoi(clock[:2])
	minute, _ := strconv.Atoi(clock[3:5])
	second, err := strconv.ParseFloat(clock[6:], 64)
	if err != nil || hour > 23 || minute > 59 || second >= 60 && (hour != 23 || minute != 59 || second >= 61) {
		return fail()
	}
	e := EpochOf(day)
	e.Fraction = (float64(hour*3600+minute*60) + second) / 86400
	return e
}

// done returns the elements of a message that began on a line.
func (o *omm) done(line int) (Elements, error) {
	if o.what == "" {
		var missing []string
		for i, k := range needed {
			if o.seen&(1<<i) == 0 {
				missing = append(missing, k)
			}
		}
		if missing != nil {
			o.wrong("without "+strings.Join(missing, ", "), "every key that SGP4 needs")
		}
	}
	if o.what == "" {
		o.what, o.right = o.el.fault()
	}
	if o.what != "" {
		return Elements{}, &BadRecord{line, o.what, o.right}
	}
	return o.el, nil
}

// nextKVN reads lines of KEY = value. A message begins with CCSDS_OMM_VERS, or with
// a second OBJECT_NAME where files were joined without it.
func (r *Reader) nextKVN() (Elements, error) {
	for {
		ok, err := r.readLine()
		if err != nil {
			return Elements{}, err
		}
		if !ok {
			if r.begun == 0 {
				return Elements{}, io.EOF
			}
			return r.finish()
		}
		line := bytes.TrimSpace(r.text)
		if len(line) == 0 || bytes.HasPrefix(line, []byte("COMMENT")) {
			continue
		}
		k, v, ok := bytes.Cut(line, []byte("="))
		if !ok {
			return Elements{}, &BadRecord{r.lineAt, fmt.Sprintf("%.40q has no =", line), "KEY = value"}
		}
		key, value := string(bytes.TrimSpace(k)), string(v)
		if i := strings.LastIndexByte(value, '['); i > 0 && strings.HasSuffix(value, "]") && key != "OBJECT_NAME" {
			value = value[:i] // a unit
		}
		if r.begun != 0 && (key == "CCSDS_OMM_VERS" || key == "OBJECT_NAME" && r.message.el.Name != "") {
			r.again = true
			return r.finish()
		}
		if r.begun == 0 {
			r.begun = r.lineAt
		}
		r.message.set(key, value)
	}
}

func (r *Reader) finish() (Elements, error) {
	el, err := r.message.done(r.begun)
	r.message, r.begun = omm{}, 0
	return el, err
}

// nextCSV reads a line of values below the line of names. A line of names may come
// again, where files were joined.
func (r *Reader) nextCSV() (Elements, error) {
	for {
		ok, err := r.readLine()
		if err != nil {
			return Elements{}, err
		}
		if !ok {
			return Elements{}, io.EOF
		}
		if len(bytes.TrimSpace(r.text)) == 0 {
			continue
		}
		values, what := commas(string(r.text))
		if what != "" {
			return Elements{}, &BadRecord{r.lineAt, what, "values joined by commas"}
		}
		names := 0
		for _, v := range values {
			if v == "MEAN_MOTION" || v == "EPOCH" || v == "ECCENTRICITY" {
				names++
			}
		}
		switch {
		case names == 3:
			r.columns = values
			continue
		case r.columns == nil:
			return Elements{}, &BadRecord{r.lineAt, "no line of names comes before it", "OBJECT_NAME,OBJECT_ID,EPOCH,MEAN_MOTION,…"}
		case len(values) != len(r.columns):
			return Elements{}, &BadRecord{r.lineAt, fmt.Sprintf("the line has %d values", len(values)), fmt.Sprintf("%d, one of each column", len(r.columns))}
		}
		var o omm
		for i, v := range values {
			o.set(r.columns[i], v)
		}
		return o.done(r.lineAt)
	}
}

// commas splits a line at commas outside double quotes.
func commas(line string) (values []string, what string) {
	for {
		if !strings.HasPrefix(line, `"`) {
			v, rest, more := strings.Cut(line, ",")
			values = append(values, strings.TrimSpace(v))
			if !more {
				return values, ""
			}
			line = rest
			continue
		}
		var v strings.Builder
		line = line[1:]
		for {
			text, rest, ok := strings.Cut(line, `"`)
			if !ok {
				return nil, "a quotation mark is not closed"
			}
			v.WriteString(text)
			line = rest
			if !strings.HasPrefix(line, `"`) {
				break
			}
			v.WriteByte('"')
			line = line[1:]
		}
		values = append(values, v.String())
		if line == "" {
			return values, ""
		}
		if line[0] != ',' {
			return nil, "a value goes on after its quotation mark"
		}
		line = line[1:]
	}
}
