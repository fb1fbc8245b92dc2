package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/parquet-go/parquet-go"

	"github.com/dawndusk/dawndusk/orbit/export"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

func utc(t testing.TB, text string) sky.Instant {
	t.Helper()
	at, err := time.Parse("2006-01-02T15:04:05.999999999", text)
	if err != nil {
		t.Fatal(err)
	}
	return sky.UTC(at)
}

// mgs is the first segment of figure G-11 of CCSDS 502.0-B-3: Mars Global Surveyor.
var mgs = []struct {
	at string
	v  [6]float64
}{
	{"2019-12-18T12:00:00.331", [6]float64{2789.619, -280.045, -1746.755, 4.73372, -2.49586, -1.04195}},
	{"2019-12-18T12:01:00.331", [6]float64{2783.419, -308.143, -1877.071, 5.18604, -2.42124, -1.99608}},
	{"2019-12-18T12:02:00.331", [6]float64{2776.033, -336.859, -2008.682, 5.63678, -2.33951, -1.94687}},
	{"2019-12-28T21:28:00.331", [6]float64{-3881.024, 563.959, -682.773, -3.28827, -3.66735, 1.63861}},
}

func figure(t testing.TB) (*export.Object, []export.State) {
	var states []export.State
	for i, row := range mgs {
		s := export.State{Time: utc(t, row.at), Minutes: float64(i)}
		copy(s.Position[:], row.v[:3])
		copy(s.Velocity[:], row.v[3:])
		states = append(states, s)
	}
	return &export.Object{Number: 24648, Name: "MARS GLOBAL SURVEYOR", Designator: "96062A", Start: states[0].Time, Stop: states[3].Time, States: 4}, states
}

func forms(t testing.TB) map[string]export.Form {
	created := utc(t, "2019-11-04T17:22:31")
	oem := export.OEM{Version: 3, Frame: export.GCRS, Created: created, Originator: "DAWNDUSK", Comment: "SGP4"}
	return map[string]export.Form{
		"csv": export.CSV{}, "csv utc": export.CSV{UTC: true, Frame: export.Geodetic}, "oem": oem, "oem-xml": export.OEMXML(oem),
		"stk": export.STK{Frame: export.GCRS}, "czml": export.CZML{Frame: export.GCRS, Name: "a file", Start: created, Stop: created},
	}
}

func written(f export.Form, o *export.Object, states ...[]export.State) string {
	dst := f.Open(f.Begin(nil), o)
	for _, s := range states {
		dst = f.States(dst, o, s)
	}
	return string(f.End(f.Shut(dst, o)))
}

// keys are the keys of lines KEY = value, in order.
func keys(text string) (list []string) {
	for line := range strings.Lines(text) {
		switch k, _, ok := strings.Cut(line, " = "); {
		case ok:
			list = append(list, k)
		case strings.HasPrefix(line, "META_"), strings.HasPrefix(line, "COMMENT"):
			list = append(list, strings.Fields(line)[0])
		}
	}
	return list
}

// inOrder fails if got has a key that the source has not, has them in another order,
// or lacks one that must be there, marked by *.
func inOrder(t *testing.T, got []string, source string) {
	t.Helper()
	rest := got
	for _, want := range strings.Fields(source) {
		key, must := strings.CutSuffix(want, "*")
		if len(rest) > 0 && rest[0] == key {
			rest = rest[1:]
		} else if must {
			t.Errorf("%s is missing or out of order in %v", key, got)
		}
	}
	if len(rest) > 0 {
		t.Errorf("%s is out of order or unknown", rest[0])
	}
}

// The keys of CCSDS 502.0-B-3 in the order of tables 5-2 and 5-3; * is mandatory.
const oemKeys = `CCSDS_OEM_VERS* COMMENT CLASSIFICATION CREATION_DATE* ORIGINATOR* MESSAGE_ID META_START* COMMENT OBJECT_NAME* OBJECT_ID* CENTER_NAME*
	REF_FRAME* REF_FRAME_EPOCH TIME_SYSTEM* START_TIME* USEABLE_START_TIME USEABLE_STOP_TIME STOP_TIME* INTERPOLATION INTERPOLATION_DEGREE META_STOP*`

// TestVal_OEMOrder writes the first segment of figure G-11 and holds it to the
// standard's tables and to the figure's own values.
func TestVal_OEMOrder(t *testing.T) {
	o, states := figure(t)
	text := written(forms(t)["oem"], o, states)
	inOrder(t, keys(text), oemKeys)
	for _, line := range []string{
		"CCSDS_OEM_VERS = 3.0", "CREATION_DATE = 2019-11-04T17:22:31", "OBJECT_NAME = MARS GLOBAL SURVEYOR", "OBJECT_ID = 1996-062A", "TIME_SYSTEM = UTC",
		"START_TIME = 2019-12-18T12:00:00.331", "STOP_TIME = 2019-12-28T21:28:00.331",
	} {
		if !strings.Contains(text, line+"\n") {
			t.Errorf("without the line %q of the figure:\n%s", line, text)
		}
	}
	_, data, _ := strings.Cut(text, "META_STOP\n\n")
	lines := strings.Split(strings.TrimSpace(data), "\n")
	if len(lines) != len(mgs) {
		t.Fatalf("%d lines of states", len(lines))
	}
	for i, line := range lines {
		words := strings.Fields(line)
		if len(words) != 7 || words[0] != mgs[i].at {
			t.Fatalf("line %q", line)
		}
		for k, w := range words[1:] {
			if v, err := strconv.ParseFloat(w, 64); err != nil || v != mgs[i].v[k] { // as printed: all digits survive
				t.Errorf("%s is not %v of the figure", w, mgs[i].v[k])
			}
		}
	}
}

// tree reads XML strictly and returns its elements in order, as paths below the
// outermost, with runs of the same one taken together.
func tree(t testing.TB, text string) (paths []string, values map[string][]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	values = map[string][]string{}
	var open []string
	var value strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(open) > 0 {
				t.Fatalf("%v are not closed", open)
			}
			return paths, values
		}
		if err != nil {
			t.Fatalf("%v in %.300s", err, text)
		}
		switch e := token.(type) {
		case xml.StartElement:
			open = append(open, e.Name.Local)
			value.Reset()
			if p := strings.Join(open, "/"); len(paths) == 0 || paths[len(paths)-1] != p {
				paths = append(paths, p)
			}
		case xml.CharData:
			value.Write(e)
		case xml.EndElement:
			values[e.Name.Local] = append(values[e.Name.Local], value.String())
			value.Reset()
			open = open[:len(open)-1]
		}
	}
}

// TestVal_OEMXMLStructure holds the tree to that of figure G-14 of CCSDS 502.0-B-3.
func TestVal_OEMXMLStructure(t *testing.T) {
	o, states := figure(t)
	text := written(forms(t)["oem-xml"], o, states)
	paths, values := tree(t, text)
	var got []string
	for _, p := range paths {
		got = append(got, p[strings.LastIndexByte(p, '/')+1:])
	}
	vector := " stateVector* EPOCH* X* Y* Z* X_DOT* Y_DOT* Z_DOT*"
	inOrder(t, got, `oem* header* COMMENT CLASSIFICATION CREATION_DATE* ORIGINATOR* MESSAGE_ID body* segment* metadata* COMMENT OBJECT_NAME* OBJECT_ID*
		CENTER_NAME* REF_FRAME* REF_FRAME_EPOCH TIME_SYSTEM* START_TIME* USEABLE_START_TIME USEABLE_STOP_TIME STOP_TIME* INTERPOLATION
		INTERPOLATION_DEGREE data* COMMENT`+strings.Repeat(vector, 4))
	if !strings.Contains(text, ` id="CCSDS_OEM_VERS" version="3.0">`) {
		t.Error("the outermost element does not name its version")
	}
	for i, row := range mgs {
		if x, err := strconv.ParseFloat(values["X"][i], 64); err != nil || x != row.v[0] {
			t.Errorf("X %v, not %v", values["X"][i], row.v[0])
		}
	}
}

// TestVal_STKKeywords holds a file to what STK's help says of the format.
func TestVal_STKKeywords(t *testing.T) {
	o, states := figure(t)
	for frame, name := range map[export.Frame]string{export.TEME: "TEMEOfDate", export.GCRS: "ICRF", export.ITRS: "Fixed"} {
		text := written(export.STK{Frame: frame}, o, states)
		want := regexp.MustCompile(`^stk\.v\.11\.0\n(\s*#.*)*\s*BEGIN Ephemeris\s+NumberOfEphemerisPoints 4\nScenarioEpoch +18 Dec 2019 12:00:00\.331000000\n` +
			`InterpolationMethod +Lagrange\nInterpolationSamplesM1 +\d\nDistanceUnit +Meters\nCentralBody +Earth\nCoordinateSystem +` + name +
			`\n\s*EphemerisTimePosVel\n\s*((-?[\d.]+ ){6}-?[\d.]+\n){4}\s*END Ephemeris\n$`)
		if !want.MatchString(text) {
			t.Errorf("%s:\n%s", name, text)
		}
		line := strings.Split(text, "\n")[17]
		if line != "60 2783419.000000 -308143.000000 -1877071.000000 5186.040000000 -2421.240000000 -1996.080000000" {
			t.Errorf("second state %q", line)
		}
	}
}

// TestVal_CZMLStructure holds a document to the CZML Guide: the packet of the
// document first, times in seconds since the epoch, metres.
func TestVal_CZMLStructure(t *testing.T) {
	o, states := figure(t)
	for frame, name := range map[export.Frame]string{export.GCRS: "INERTIAL", export.ITRS: "FIXED"} {
		c := export.CZML{Frame: frame, Name: "Mars", Start: o.Start, Stop: o.Stop}
		var packets []struct {
			ID, Version, Name, Availability string
			Clock                           *struct{ Interval, CurrentTime string }
			Position                        *struct {
				ReferenceFrame, InterpolationAlgorithm, Epoch string
				InterpolationDegree                           int
				Cartesian                                     []float64
			}
		}
		text := written(c, o, states[:1], states[1:])
		if err := json.Unmarshal([]byte(text), &packets); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if len(packets) != 2 || packets[0].ID != "document" || packets[0].Version != "1.0" || packets[0].Clock == nil {
			t.Fatalf("packets %+v", packets)
		}
		p := packets[1]
		if p.Availability != "2019-12-18T12:00:00.331Z/2019-12-28T21:28:00.331Z" || p.Position.Epoch != "2019-12-18T12:00:00.331Z" ||
			p.Position.ReferenceFrame != name || p.Position.InterpolationAlgorithm != "LAGRANGE" || p.Position.InterpolationDegree != 3 {
			t.Errorf("packet %+v", p)
		}
		if c := p.Position.Cartesian; len(c) != 16 || c[4] != 60 || c[5] != 2783419 || c[12] != 898080 || c[15] != -682773 {
			t.Errorf("samples %v", c)
		}
	}
}

// TestVal_CSVReadAgain reads the table with the reader of the standard library: all
// digits survive.
func TestVal_CSVReadAgain(t *testing.T) {
	o, states := figure(t)
	states[0].Position[0] = math.Pi * 1e3
	states = append(states, export.State{Minutes: 1e6, Code: gp.Decayed})
	rows, err := csv.NewReader(strings.NewReader(written(export.CSV{}, o, states))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "norad_id,minutes_since_epoch,error,x_km,y_km,z_km,vx_km_s,vy_km_s,vz_km_s" {
		t.Errorf("columns %s", got)
	}
	if x, _ := strconv.ParseFloat(rows[1][3], 64); x != math.Pi*1e3 {
		t.Errorf("x is %v", x)
	}
	if got := strings.Join(rows[5], ","); got != "24648,1e+06,6,,,,,," {
		t.Errorf("a state that does not exist is %s", got)
	}
	rows, err = csv.NewReader(strings.NewReader(written(export.CSV{Frame: export.Geodetic, UTC: true}, o, states))).ReadAll()
	if err != nil || strings.Join(rows[0], ",") != "norad_id,utc,minutes_since_epoch,error,latitude_deg,longitude_deg,height_km" || rows[2][1] != "2019-12-18T12:01:00.331Z" {
		t.Errorf("%v: %v, %v", err, rows[0], rows[2])
	}
}

// TestVal_ParquetReadAgain reads a file of several groups of rows with the library's
// reader.
func TestVal_ParquetReadAgain(t *testing.T) {
	const n = 300_000
	var file bytes.Buffer
	w := export.NewParquet(&file, export.GCRS, utc(t, "2026-11-22T00:00:00"), "SGP4")
	o := &export.Object{Number: 7, Name: "SEVEN\x1b[31m"}
	states := make([]export.State, n)
	for i := range states {
		states[i] = export.State{Time: utc(t, "2026-11-22T00:00:00").Add(time.Duration(i) * time.Second), Minutes: float64(i) / 60}
		states[i].Position[2], states[i].Velocity[1] = float64(i)*math.Pi, -float64(i)
		if i%7 == 3 {
			states[i].Code = gp.Decayed
		}
	}
	if err := errors.Join(w.States(o, states[:5]), w.States(o, states[5:]), w.Close()); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if frame, _ := f.Lookup("frame"); frame != "gcrs" {
		t.Errorf("frame %q in the metadata", frame)
	}
	if len(f.RowGroups()) != 2 || f.Metadata().RowGroups[0].Columns[5].MetaData.Codec.String() != "ZSTD" {
		t.Errorf("%d groups of rows, packed by %v", len(f.RowGroups()), f.Metadata().RowGroups[0].Columns[5].MetaData.Codec)
	}
	var names []string
	for _, c := range f.Schema().Columns() {
		names = append(names, c[0])
	}
	if got := strings.Join(names, ","); got != "norad_id,name,utc,minutes_since_epoch,error,x_km,y_km,z_km,vx_km_s,vy_km_s,vz_km_s" {
		t.Errorf("columns %s", got)
	}
	type row struct {
		NoradID int64     `parquet:"norad_id"`
		Name    string    `parquet:"name"`
		UTC     time.Time `parquet:"utc,timestamp(nanosecond)"`
		Minutes float64   `parquet:"minutes_since_epoch"`
		Error   int32     `parquet:"error"`
		Z       *float64  `parquet:"z_km,optional"`
		VY      *float64  `parquet:"vy_km_s,optional"`
	}
	rows, err := parquet.Read[row](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil || len(rows) != n {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	for i, r := range rows {
		s := states[i]
		ok := r.NoradID == 7 && r.Name == "SEVEN[31m" && r.UTC.Equal(s.Time.Time()) && r.Minutes == s.Minutes && r.Error == int32(s.Code) && (r.Z == nil) == (s.Code != gp.OK)
		if ok && r.Z != nil {
			ok = *r.Z == s.Position[2] && *r.VY == s.Velocity[1]
		}
		if !ok {
			t.Fatalf("row %d is %+v", i, r)
		}
	}
}

// TestVerif_PiecesMakeTheWhole writes states in one piece and one by one, with codes
// among them.
func TestVerif_PiecesMakeTheWhole(t *testing.T) {
	o, states := figure(t)
	states = append(states, export.State{Time: o.Stop, Code: gp.Decayed})
	for name, f := range forms(t) {
		pieces := [][]export.State{}
		for i := range states {
			pieces = append(pieces, states[i:i+1], nil)
		}
		if whole, parts := written(f, o, states), written(f, o, pieces...); whole != parts {
			t.Errorf("%s depends on the pieces:\n%s\n%s", name, whole, parts)
		}
	}
}

// TestStatesAllocateNothing: where there is room.
func TestStatesAllocateNothing(t *testing.T) {
	o, states := figure(t)
	dst := make([]byte, 0, 1<<16)
	for name, f := range forms(t) {
		if n := testing.AllocsPerRun(100, func() { f.States(dst[:0], o, states) }); n != 0 {
			t.Errorf("%s allocates %v times", name, n)
		}
	}
}

// TestVal_LeapSecond: the last second of 2016 is 23:59:60, of IERS Bulletin C 52.
func TestVal_LeapSecond(t *testing.T) {
	before := utc(t, "2016-12-31T23:59:59.25")
	o := &export.Object{Number: 1, Start: before, Stop: before.Add(2 * time.Second), States: 3}
	var states []export.State
	for i := range 3 {
		states = append(states, export.State{Time: before.Add(time.Duration(i) * time.Second)})
	}
	text := written(forms(t)["oem"], o, states)
	for _, at := range []string{"\n2016-12-31T23:59:59.25 0.0", "\n2016-12-31T23:59:60.25 0.0", "\n2017-01-01T00:00:00.25 0.0"} {
		if strings.Count(text, at) != 1 {
			t.Errorf("%q stands %d times in\n%s", at, strings.Count(text, at), text)
		}
	}
}

// hostile are names that would break a file that trusted them.
var hostile = []string{
	"a\nMETA_STOP\n2020-01-01T00:00:00 1 2 3 4 5 6", "</OBJECT_NAME><X>1</X>", `"],"x":[`, `\u0022,"id":"document"`, "]]>", "& <!-- &#x0;", "\x00\x1b[2J\u2028\ufffe\uffff\xff",
	"END Ephemeris\n", `say "hi", they`, "=cmd|' /C calc'!A0", "1 25544U 98067A", "2 25544  51.6", "0 x", "# no name", strings.Repeat("é", 500), " ", "衛星",
}

func holdsTogether(t *testing.T, name string) {
	o, states := figure(t)
	o.Name, o.Designator = name, name
	for form, f := range forms(t) {
		text := written(f, o, states)
		for _, r := range text {
			if unicode.IsControl(r) && r != '\n' || r == '\u2028' || r == unicode.ReplacementChar {
				t.Errorf("%s of %q holds %U", form, name, r)
			}
		}
		switch form {
		case "oem":
			inOrder(t, keys(text), oemKeys)
			if n := len(regexp.MustCompile(`(?m)^\d{4}-`).FindAllString(text, -1)); n != 4 {
				t.Errorf("%d states with the name %q", n, name)
			}
			for line := range strings.Lines(text) {
				if len(line) > 255 {
					t.Errorf("a line of %d letters", len(line))
				}
			}
		case "oem-xml":
			if _, values := tree(t, text); len(values["X"]) != 4 || len(values["OBJECT_NAME"]) != 1 {
				t.Errorf("%d X with the name %q", len(values["X"]), name)
			}
		case "czml":
			var packets []struct{ ID string }
			if err := json.Unmarshal([]byte(text), &packets); err != nil || len(packets) != 2 || packets[1].ID != "norad-24648" {
				t.Errorf("%v: %v with the name %q", err, packets, name)
			}
		case "stk":
			if strings.Count(text, "\nEND Ephemeris\n") != 1 || strings.Count(text, "\nBEGIN") != 1 {
				t.Errorf("%s", text)
			}
		}
	}
	el := gp.Elements{
		Name: name, Designator: name, NoradID: 24648, Epoch: gp.Epoch{Midnight: 2460000.5, Fraction: 0.25}, MeanMotion: 15, Inclination: 51,
	}
	for form, s := range sets(t) {
		dst, err := s.Set(s.Begin(nil), &el)
		if err == nil {
			dst, err = s.Set(dst, &el)
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := readSets(t, s.End(dst)); len(got) != 2 || got[1].NoradID != 24648 || got[1].Inclination != 51 {
			t.Errorf("%s with the name %q gives %d sets", form, name, len(got))
		}
	}
}

// TestHostileNames: no name makes a file say anything else.
func TestHostileNames(t *testing.T) {
	for _, name := range hostile {
		holdsTogether(t, name)
	}
}

func FuzzNames(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) { holdsTogether(t, name) })
}

// BenchmarkForms writes states of one object; ns/op is for a state.
func BenchmarkForms(b *testing.B) {
	states := make([]export.State, 4096)
	start := utc(b, "2026-11-22T00:00:00")
	for i := range states {
		s := &states[i]
		s.Time, s.Minutes = start.Add(time.Duration(i)*time.Minute), float64(i)+0.1234
		for k := range 3 {
			s.Position[k], s.Velocity[k] = 7000*math.Sin(float64(i+k)), 7.5*math.Cos(float64(i-k))
		}
	}
	o := &export.Object{Number: 25544, Name: "ISS", Start: start, Stop: states[4095].Time, States: 4096}
	for name, f := range forms(b) {
		b.Run(name, func(b *testing.B) {
			var dst []byte
			for n := 0; n < b.N; n += len(states) {
				dst = f.States(dst[:0], o, states)
			}
			b.ReportMetric(float64(len(dst))/float64(len(states)), "B/state")
		})
	}
	b.Run("parquet", func(b *testing.B) {
		var size count
		w := export.NewParquet(&size, export.GCRS, start, "")
		for n := 0; n < b.N; n += len(states) {
			if err := w.States(o, states); err != nil {
				b.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(size)/float64((b.N+4095)/4096*4096), "B/state")
	})
}

type count int

func (c *count) Write(p []byte) (int, error) { *c += count(len(p)); return len(p), nil }
