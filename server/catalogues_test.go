package server

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// station is the space station in 2008, the set by which TLE are usually explained.
const station = `ISS (ZARYA)
1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927
2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537
`

const keys = "OBJECT_NAME,EPOCH,MEAN_MOTION,ECCENTRICITY,INCLINATION,RA_OF_ASC_NODE,ARG_OF_PERICENTER,MEAN_ANOMALY,NORAD_CAT_ID,BSTAR\n"

func postCatalogue(s http.Handler, query, body string) *httptest.ResponseRecorder {
	return do(s, "POST", root+"/catalogues"+query, body, "Content-Type", "text/plain")
}

func nine(c *Catalogue, i int) (v [9]float64) {
	for k := range v {
		v[k] = float64(math.Float32frombits(binary.LittleEndian.Uint32(c.Elements[4*(9*i+k):])))
	}
	return v
}

// drawnAt is where a vertex shader puts a satellite a time after that of its elements, s, as the
// nine floats move it.
func drawnAt(v [9]float64, seconds float64) [3]float64 {
	a, ex, ey := v[0], v[1], v[2]
	s, c := math.Sincos(v[8] * seconds)
	ex, ey = c*ex-s*ey, s*ex+c*ey
	node, λ := v[4]+v[6]*seconds, math.Remainder(v[5]+v[7]*seconds, 2*math.Pi)
	F := λ
	for range 12 {
		s, c := math.Sincos(F)
		F += max(-0.95, min(0.95, (λ-F-ey*c+ex*s)/(1-ex*c-ey*s)))
	}
	s, c = math.Sincos(F)
	b := 1 / (1 + math.Sqrt(1-ex*ex-ey*ey))
	x, y := a*((1-b*ey*ey)*c+b*ex*ey*s-ex), a*((1-b*ex*ex)*s+b*ex*ey*c-ey)
	sinΩ, cosΩ := math.Sincos(node)
	sini, cosi := math.Sincos(v[3])
	return [3]float64{x*cosΩ - y*cosi*sinΩ, x*sinΩ + y*cosi*cosΩ, y * sini}
}

// TestVal_CatalogueMovesLikeSGP4 moves the answer's floats for three hours either way and holds them
// to SGP4: a station, a Molniya orbit, a transfer orbit, a stationary and a navigation satellite. 30 km is
// what the elements are said to be good to; the short periods of J2, which are left out, are most of it.
func TestVal_CatalogueMovesLikeSGP4(t *testing.T) {
	const file = keys +
		"STATION,2026-11-20T03:04:05.678,15.50,0.0004,51.64,120,80,33,1,0.0001\n" +
		"TRAIN,2026-11-21T11:00:00,15.06,0.00014,53.05,20,90,270,2,0.0002\n" +
		"DAWN-DUSK,2026-11-21T09:00:00,14.75,0.001,97.97,330,90,10,3,0.00005\n" +
		"MOLNIYA,2026-11-19T20:00:00,2.006,0.72,63.4,200,270,10,4,0.0001\n" +
		"TRANSFER,2026-11-21T00:00:00,2.27,0.725,7.0,10,178,20,5,0.0001\n" +
		"STATIONARY,2026-11-20T12:00:00,1.00273,0.0002,0.05,90,10,100,6,0\n" +
		"NAVIGATION,2026-11-20T12:00:00,2.0056,0.01,55.1,30,40,50,7,0\n" +
		"POLAR,2026-11-21T12:00:00,14.2,0.01,89.99,1,2,3,8,0.00001\n" +
		"BACKWARDS,2026-11-21T12:00:00,14.9,0.002,179.9,1,2,3,9,0.00001\n"
	s := started(t, Options{})
	for _, query := range []string{"", "?time=2026-11-22T06:00:00Z"} {
		c := into[Catalogue](t, postCatalogue(s, query, file))
		if c.Satellites != 9 || len(c.Elements) != 9*36 || len(c.Names) != 9 || len(c.Numbers) != 9 || len(c.Epochs) != 9 || c.MistakesTotal+c.LeftOutTotal != 0 {
			t.Fatalf("%+v", c)
		}
		at, err := time.Parse(time.RFC3339Nano, c.Time)
		if err != nil || query == "" && !at.Equal(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)) {
			t.Error(c.Time, err)
		}
		r := gp.NewReader(strings.NewReader(file), gp.CSV)
		for i := 0; ; i++ {
			el, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if c.Names[i] != el.Name || c.Numbers[i] != el.NoradID || c.Epochs[i] != el.Epoch.Time().Unix() {
				t.Errorf("%d: %q %d %d", i, c.Names[i], c.Numbers[i], c.Epochs[i])
			}
			p, err := gp.New(&el, gp.WGS72, gp.Improved)
			if err != nil {
				t.Fatal(err)
			}
			worst := 0.0
			for seconds := -10800.0; seconds <= 10800; seconds += 300 {
				want, code := p.At(el.Epoch.MinutesTo(gp.EpochOf(at)) + seconds/60)
				if code != gp.OK {
					t.Fatal(code)
				}
				got := drawnAt(nine(&c, i), seconds)
				worst = max(worst, distance(got[:], want.Position[:]))
			}
			t.Logf("%s %s: %.1f km", query, el.Name, worst)
			if worst > 30 {
				t.Errorf("%s%s: %.1f km away", el.Name, query, worst)
			}
		}
	}
}

// TestCatalogueTellsMistakes: bad records with their lines, good ones none the less.
func TestCatalogueTellsMistakes(t *testing.T) {
	s := started(t, Options{MaxFile: 1 << 20})
	c := into[Catalogue](t, postCatalogue(s, "", "no name\nno line\n"+station+"1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2928\n"))
	if c.Satellites != 1 || c.MistakesTotal < 2 || c.Mistakes[0].Line != 1 || c.Mistakes[len(c.Mistakes)-1].Line != 6 {
		t.Errorf("%+v", c)
	}
	const down = "DOWN,2026-11-21T12:00:00,16.6,0.0001,53,1,2,3,10,0.5\n"
	const old = "OLD,1999-11-21T12:00:00,14.9,0.002,53,1,2,3,9,0.00001\n"
	c = into[Catalogue](t, postCatalogue(s, "?time=2026-11-25T12:00:00Z", keys+down+old+strings.Replace(old, "OLD,1999", "NEW,2026", 1)))
	if c.Satellites != 1 || c.Names[0] != "NEW" || c.LeftOutTotal != 2 || c.LeftOut[0].Number != 10 || !strings.Contains(c.LeftOut[1].Why, "1999-11-21") {
		t.Errorf("%+v", c)
	}
	for _, bad := range []string{"", "\n", "<html>", "{", "[]", strings.Repeat("1 x\n", 100_000), keys + down, keys + strings.Repeat(old, 200), "\x00\x01\xff", strings.Repeat("{", 1<<19), keys} {
		w := postCatalogue(s, "?time=2026-11-25T12:00:00Z", bad)
		if bad == "" { // httptest makes no body of it, which is the same
			w = doRequest(s, request("POST", root+"/catalogues", "", "Content-Type", "text/plain"))
		}
		answered(t, w)
		var p huma.ErrorModel
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != 422 || len(p.Errors) == 0 || len(p.Errors) > 101 {
			t.Errorf("%.20q: %d %v %s", bad, w.Code, err, cut(w.Body.String(), 300))
		}
		if len(bad) == 400_000 && (len(p.Errors) != 100 || !strings.HasPrefix(p.Errors[99].Message, "and ")) {
			t.Errorf("%d mistakes, %+v", len(p.Errors), p.Errors[len(p.Errors)-1])
		}
	}
	for status, w := range map[int]*httptest.ResponseRecorder{
		413: postCatalogue(s, "", station+strings.Repeat("# more\n", 1<<18)),
		415: do(s, "POST", root+"/catalogues", station, "Content-Type", "application/json"),
		405: do(s, "GET", root+"/catalogues", ""),
		403: do(s, "POST", root+"/catalogues", station, "Content-Type", "text/plain", "Origin", "http://elsewhere.example"),
	} {
		if w.Code != status {
			t.Errorf("%d, not %d: %s", w.Code, status, cut(w.Body.String(), 300))
		}
		answered(t, w)
	}
	r := request("POST", root+"/catalogues", station+strings.Repeat("# more\n", 1<<18), "Content-Type", "text/plain")
	r.ContentLength = -1
	if w := doRequest(s, r); w.Code != 413 {
		t.Errorf("%d in chunks", w.Code)
	}
}

// TestCataloguePlaces: two files are read at once, and a place is given back whatever comes of it.
func TestCataloguePlaces(t *testing.T) {
	s := started(t, Options{})
	slow := func() (finish func() int) {
		in, out := io.Pipe()
		r := httptest.NewRequest("POST", home+root+"/catalogues", in)
		r.Header.Set("Content-Type", "text/plain")
		ended := make(chan int)
		go func() { ended <- doRequest(s, r).Code }()
		if _, err := out.Write([]byte(station)); err != nil {
			t.Error(err)
		}
		return func() int { out.Close(); return <-ended }
	}
	for range 3 {
		a, b := slow(), slow()
		if w := postCatalogue(s, "", station); w.Code != 429 || w.Header().Get("Retry-After") == "" {
			t.Errorf("%d %v", w.Code, w.Header())
		}
		if a, b := a(), b(); a != 200 || b != 200 {
			t.Error(a, b)
		}
		for range 3 {
			if w := postCatalogue(s, "", "nothing"); w.Code != 422 {
				t.Error(w.Code)
			}
		}
	}
}

// TestCatalogueIsBounded reads the most sets, and one more.
func TestCatalogueIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200,001 sets")
	}
	line := "X,2026-11-21T12:00:00,14.9,0.002,53,1,2,3,9,0\n"
	c, err := readCatalogue(context.Background(), io.MultiReader(strings.NewReader(keys), strings.NewReader(strings.Repeat(line, maxSets+1))), gp.Epoch{})
	if err != nil || c.Satellites != maxSets || c.MistakesTotal != 1 || !strings.Contains(c.Mistakes[0].Message, fmt.Sprint(maxSets)) {
		t.Errorf("%v %d %+v", err, c.Satellites, c.Mistakes)
	}
}

// FuzzCatalogueBody posts any text as a file.
// TestVerif_NonsenseIsNotReadToItsEnd sends millions of records that are none, and files that are
// refused before they are read, over a connection: whoever sends hears why.
func TestVerif_NonsenseIsNotReadToItsEnd(t *testing.T) {
	s := started(t, Options{})
	web := httptest.NewServer(s)
	defer web.Close()
	nonsense := strings.Repeat("{}", 8<<20)
	for _, x := range []struct {
		contentType, query string
		status             int
		says               string
	}{
		{"text/plain", "", 422, "and 199902 more"},
		{"text/plain", "?time=then", 422, "time"},
		{"text/html", "", 415, "text/plain"},
	} {
		sent := strings.NewReader(nonsense)
		resp, err := http.Post(web.URL+root+"/catalogues"+x.query, x.contentType, sent)
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != x.status || !strings.Contains(string(text), x.says) {
			t.Errorf("%s: %d %v %s", x.query, resp.StatusCode, err, cut(string(text), 300))
		}
		if sent.Len() > 0 {
			t.Errorf("%d: %d bytes could not be sent", x.status, sent.Len())
		}
	}
}

func FuzzCatalogueBody(f *testing.F) {
	s := held(f, Options{MaxFile: 64 << 10})
	published, err := os.ReadFile("../orbit/gp/testdata/vallado2006.tle")
	if err != nil {
		f.Fatal(err)
	}
	for _, body := range []string{station, string(published), keys + "X,2026-11-21T12:00:00,14.9,0.002,53,1,2,3,9,0\n", `[{"OBJECT_NAME":"X","EPOCH":"2026-11-21T12:00:00","MEAN_MOTION":2.0,"ECCENTRICITY":0.7,"INCLINATION":63,"RA_OF_ASC_NODE":1,"ARG_OF_PERICENTER":270,"MEAN_ANOMALY":3,"NORAD_CAT_ID":4,"BSTAR":0}]`,
		"<ndm><omm><OBJECT_NAME>X</OBJECT_NAME></omm>", "CCSDS_OMM_VERS = 3.0\nOBJECT_NAME = X\n"} {
		f.Add("", body)
		f.Add("2026-11-22T00:00:00Z", body)
	}
	f.Fuzz(func(t *testing.T, at, body string) {
		r := request("POST", root+"/catalogues", body, "Content-Type", "application/octet-stream")
		q := r.URL.Query()
		if at != "" {
			q.Set("time", at)
		}
		r.URL.RawQuery = q.Encode()
		w := doRequest(s, r)
		answered(t, w)
		if w.Code != 200 {
			return
		}
		c := into[Catalogue](t, w)
		if n := c.Satellites; n == 0 || len(c.Elements) != 36*n || len(c.Names) != n || len(c.Numbers) != n || len(c.Epochs) != n {
			t.Fatalf("%+v", c)
		}
		for i := range c.Satellites {
			for k, v := range nine(&c, i) {
				if v-v != 0 {
					t.Fatalf("%d of satellite %d is %v", k, i, v)
				}
			}
		}
	})
}
