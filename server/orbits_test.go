package server

import (
	"encoding/binary"
	"math"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

// floats reads an array as whoever draws it does.
func floats(t *testing.T, w *httptest.ResponseRecorder, width int) [][]float64 {
	t.Helper()
	b := w.Body.Bytes()
	n, err := strconv.Atoi(w.Header().Get("Dawndusk-Satellites"))
	if err != nil || len(b) != 4*width*n {
		t.Fatalf("%d bytes, %v satellites", len(b), n)
	}
	list := make([][]float64, n)
	for i := range list {
		for k := range width {
			list[i] = append(list[i], float64(math.Float32frombits(binary.LittleEndian.Uint32(b[4*(i*width+k):]))))
		}
	}
	return list
}

// TestVerif_PositionsAreThePackages holds arrays against the states of package secular
// to what a 32-bit float holds, half a metre, and positions against elements moved on by
// their rates, which leave out the short periods: 25 km and what J2 does.
func TestVerif_PositionsAreThePackages(t *testing.T) {
	s := started(t, Options{})
	for _, name := range constellation.Names() {
		d, err := constellation.Shipped(name)
		if err != nil {
			t.Fatal(err)
		}
		rings, err := d.Rings()
		if err != nil {
			t.Fatal(err)
		}
		about := into[Constellation](t, ok(t, s, 200, "GET", root+"/constellations/"+name, ""))
		sum := 0
		for _, sh := range about.Shells {
			sum += sh.Satellites
		}
		if about.Satellites != d.Satellites() || sum != about.Satellites || about.Title == "" {
			t.Errorf("%+v", about)
		}
		every := 1 + d.Satellites()/500
		at := d.Epoch.AddSeconds(86400.5)
		query := "?every=" + strconv.Itoa(every) + "&time=" + at.Time().Format("2006-01-02T15:04:05.000Z")
		w := ok(t, s, 200, "GET", root+"/constellations/"+name+"/positions"+query, "")
		if told, err := time.Parse(time.RFC3339Nano, w.Header().Get("Dawndusk-Time")); err != nil || math.Abs(sky.UTC(told).SecondsFrom(at)) > 1e-3 {
			t.Error(told, err)
		}
		places := floats(t, w, 3)
		elements := floats(t, ok(t, s, 200, "GET", root+"/constellations/"+name+"/elements?every="+strconv.Itoa(every), ""), 8)
		if len(places) != len(elements) {
			t.Fatal(len(places), len(elements))
		}
		n, k := 0, 0
		for r := range rings {
			for i := range rings[r].Latitudes {
				if n++; (n-1)%every != 0 {
					continue
				}
				want, err := rings[r].State(secular.Earth(), i, at.SecondsFrom(d.Epoch))
				if err != nil {
					t.Fatal(err)
				}
				got, e := places[k], elements[k]
				k++
				if d := distance(got, want.Position[:]); d > 0.0006 {
					t.Fatalf("%s %d: %g km off", name, n-1, d)
				}
				u, node := e[5]+86400.5*e[7], e[4]+86400.5*e[6]
				sin, cos := math.Sincos(u)
				moved := []float64{
					e[0] * (math.Cos(node)*cos - math.Sin(node)*sin*math.Cos(e[3])),
					e[0] * (math.Sin(node)*cos + math.Cos(node)*sin*math.Cos(e[3])),
					e[0] * sin * math.Sin(e[3]),
				}
				if d := distance(got, moved); d > 25+2*e[0]*math.Hypot(e[1], e[2]) {
					t.Fatalf("%s %d: moved by its rates %g km off", name, n-1, d)
				}
			}
		}
		if k != len(places) {
			t.Errorf("%d of %d", k, len(places))
		}
	}
}

func distance(a, b []float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}

// FuzzMoment asks for any time of any design.
func FuzzMoment(f *testing.F) {
	s := held(f, Options{})
	f.Add("dawn-dusk-650", "2030-01-01T00:00:00Z", "100")
	f.Add("..", "2016-12-31T23:59:60Z", "-1")
	f.Add("suncatcher", "1e9", "0")
	f.Fuzz(func(t *testing.T, name, at, every string) {
		r := request("GET", "/", "")
		r.URL.Path = root + "/constellations/" + name + "/positions"
		q := r.URL.Query()
		q.Set("time", at)
		q.Set("every", every)
		r.URL.RawQuery = q.Encode()
		if name == "fcc-million" {
			return
		}
		if w := doRequest(s, r); w.Code >= 500 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	})
}
