package server

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/study"
)

// TestVerif_FleetIsTheStudys holds the answer to the design that the study lays out: as many
// satellites, in the same shells, and elements that stand on its rings.
func TestVerif_FleetIsTheStudys(t *testing.T) {
	s := started(t, Options{})
	c, err := dawndusk.Load("promoter")
	if err != nil {
		t.Fatal(err)
	}
	d, err := study.Constellation(c, 2036)
	if err != nil {
		t.Fatal(err)
	}
	rings, err := d.Rings()
	if err != nil {
		t.Fatal(err)
	}
	for body, every := range map[string]int{`{"scenario":"promoter","year":2036}`: max(1, (d.Satellites()+usualFleet-1)/usualFleet), `{"scenario":"promoter","year":2036,"every":997}`: 997} {
		f := into[Fleet](t, ok(t, s, 200, "POST", root+"/fleets", body))
		if want := (d.Satellites() + every - 1) / every; f.Satellites != d.Satellites() || f.Every != every || len(f.Elements) != 32*want || len(f.Shells) != len(d.Shells) {
			t.Fatalf("%d satellites, every %d, %d bytes, %d shells", f.Satellites, f.Every, len(f.Elements), len(f.Shells))
		}
		i := 0
		for k := range rings {
			for j := range rings[k].Latitudes {
				if i%every == 0 {
					b := f.Elements[32*(i/every):]
					axis, latitude := math.Float32frombits(binary.LittleEndian.Uint32(b)), math.Float32frombits(binary.LittleEndian.Uint32(b[20:]))
					if axis != float32(rings[k].Axis) || math.Abs(math.Remainder(float64(latitude)-rings[k].Latitudes[j], 2*math.Pi)) > 1e-6 {
						t.Fatalf("satellite %d: axis %v, latitude %v", i, axis, latitude)
					}
				}
				i++
			}
		}
	}
	for _, bad := range []string{`{"year":2026,"scenario":"skeptic"}`, `{"year":1999}`, `{"time":"then"}`, `{"time":"2099-01-01T00:00:00Z"}`, `{"set":["orbit.altitude=1 km"]}`, `{"every":-1}`, `{"scenario":"/etc/passwd"}`} {
		if w := do(s, "POST", root+"/fleets", bad); w.Code != 422 {
			t.Errorf("%s: %d %s", bad, w.Code, cut(w.Body.String(), 300))
		} else {
			answered(t, w)
		}
	}
}

// TestVerif_FleetsThatCannotBeLaidOut tells each mistake of a layout by itself.
func TestVerif_FleetsThatCannotBeLaidOut(t *testing.T) {
	s := started(t, Options{})
	refuses(t, s, 422, "POST", root+"/fleets", `{"scenario":"promoter","year":2045,"set":["orbit.slot_spacing=2000 km","orbit.shell_spacing=100 km"]}`, "2 mistakes", "below ground", "out of range")
}

func FuzzFleetBody(f *testing.F) {
	fuzzBody(f, "/fleets", `{"scenario":"promoter","year":2036,"time":"2036-01-01T00:00:00Z","every":1000}`)
}
