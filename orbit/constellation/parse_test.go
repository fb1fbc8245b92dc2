package constellation_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/si"
)

const good = `
name: two
title: Two shells
source: [one, "two: three"]
epoch: 2030-01-01T00:00:00Z
shells:
  - name: low
    pattern: delta
    altitude: [500 km, 510 km]
    layers: 3
    inclination: 53 deg
    planes: 4
    satellites_per_plane: 5
    phasing: 2
    first_node: 10 deg
    eccentricity: 0.001
    perigee: 90 deg
  - {pattern: sun-synchronous, altitude: 650 km, node_times: [6 h, 18 h], satellites_per_plane: 7}
  - {pattern: cluster, altitude: 650 km, node_times: 18 h, spacing: 100 m, radius: 1 km}
`

func TestVerif_ParseGood(t *testing.T) {
	d, err := constellation.Parse("two.yaml", []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	if d.Name != "two" || d.Title != "Two shells" || len(d.Sources) != 2 || d.Sources[1] != "two: three" || d.Epoch != year2030 || len(d.Shells) != 3 {
		t.Errorf("%+v", d)
	}
	s := d.Shells[0]
	if s.Name != "low" || s.Pattern != constellation.Delta || s.Altitude != 500*si.Kilometre || s.Top != 510*si.Kilometre || s.Layers != 3 ||
		s.Planes != 4 || s.PerPlane != 5 || s.Phasing != 2 || s.Eccentricity != 0.001 || s.Perigee != 90*si.Degree || s.FirstNode != 10*si.Degree {
		t.Errorf("%+v", s)
	}
	if d.Satellites() != 3*4*5+2*7+81 {
		t.Errorf("%d satellites", d.Satellites())
	}
	r := ringsOf(t, d)[0]
	if r.Ey != 0.001 || r.Ex > 1e-18 {
		t.Errorf("eccentricity vector %v, %v", r.Ex, r.Ey)
	}
}

// What a user who makes mistakes reads, whole: testdata/bad/messages.txt.
func TestVerif_ParseMistakes(t *testing.T) {
	data, err := os.ReadFile("testdata/bad/messages.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{"messages.txt": true}
	for _, block := range strings.Split(strings.TrimSpace(string(data)), "\n\n") {
		file, _, _ := strings.Cut(block, ":")
		seen[file] = true
		data, err := os.ReadFile(filepath.Join("testdata/bad", file))
		if err != nil {
			t.Fatal(err)
		}
		_, err = constellation.Parse(file, data)
		var all constellation.Errors
		if !errors.As(err, &all) {
			t.Errorf("%s: %v", file, err)
		} else if err.Error() != block {
			t.Errorf("%s:\n got %s\nwant %s", file, err, block)
		}
	}
	files, err := os.ReadDir("testdata/bad")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !seen[f.Name()] {
			t.Errorf("%s has no expected message", f.Name())
		}
	}
}

// Designs written as structs are held to the same bounds.
func TestVerif_CheckRefuses(t *testing.T) {
	base := constellation.Shell{Pattern: constellation.Delta, Altitude: 500 * si.Kilometre, Top: 500 * si.Kilometre, Layers: 1, Inclination: 1, Planes: 3, PerPlane: 4}
	nan := si.Length(0) / si.Length(zero())
	for what, change := range map[string]func(*constellation.Shell){
		"a million million": func(s *constellation.Shell) { s.Planes, s.PerPlane = 1e6, 1e6 },
		"overflow":          func(s *constellation.Shell) { s.Planes, s.PerPlane = 1<<62, 1<<62 },
		"below ground":      func(s *constellation.Shell) { s.Altitude, s.Top = -1, -1 },
		"in the air":        func(s *constellation.Shell) { s.Altitude, s.Top = 100*si.Kilometre, 100*si.Kilometre },
		"beyond the Moon":   func(s *constellation.Shell) { s.Altitude, s.Top = 1e9, 1e9 },
		"no number":         func(s *constellation.Shell) { s.Altitude = nan },
		"eccentric":         func(s *constellation.Shell) { s.Eccentricity = 0.1 },
		"perigee in the air": func(s *constellation.Shell) {
			s.Altitude, s.Top, s.Eccentricity = 200*si.Kilometre, 200*si.Kilometre, 0.019
		},
		"upside down":    func(s *constellation.Shell) { s.Top = 400 * si.Kilometre },
		"no planes":      func(s *constellation.Shell) { s.Planes = 0 },
		"phasing":        func(s *constellation.Shell) { s.Phasing = 3 },
		"pattern":        func(s *constellation.Shell) { s.Pattern = 9 },
		"layers":         func(s *constellation.Shell) { s.Layers = 0 },
		"stacked at one": func(s *constellation.Shell) { s.Layers = 2 },
		"no local time":  func(s *constellation.Shell) { s.Pattern = constellation.SunSynchronous },
		"no such orbit":  func(s *constellation.Shell) { *s = constellation.DawnDusk(7000*si.Kilometre, 6*si.Hour, 1) },
		"dense": func(s *constellation.Shell) {
			*s = constellation.Shell{Pattern: constellation.Cluster, Altitude: base.Altitude, Top: base.Top, Layers: 1, NodeTimes: []si.Duration{0}, Spacing: 1, Radius: 1e5}
		},
	} {
		s := base
		change(&s)
		d := constellation.Design{Name: "x", Epoch: year2030, Shells: []constellation.Shell{s}}
		if _, err := d.Rings(); err == nil {
			t.Errorf("%s: accepted", what)
		} else if !strings.Contains(err.Error(), "; ") {
			t.Errorf("%s: no word of what is right: %v", what, err)
		}
	}
	d := constellation.Design{Name: "x", Shells: []constellation.Shell{base}}
	if _, err := d.Rings(); err != nil {
		t.Error(err)
	}
	if _, err := (&constellation.Design{}).Rings(); err == nil {
		t.Error("no shells: accepted")
	}
	many := base
	many.Planes, many.PerPlane = 1000, 6000
	d.Shells = []constellation.Shell{many, many}
	if _, err := d.Rings(); err == nil || !strings.Contains(err.Error(), "12000000 satellites in all") {
		t.Error(err)
	}
	if _, err := constellation.Shipped("suncather"); err == nil || !strings.Contains(err.Error(), `did you mean "suncatcher"?`) {
		t.Error(err)
	}
}

func zero() float64 { return 0 }

func FuzzParse(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte("name: x\nepoch: 2030-01-01T00:00:00Z\nshells:\n  - {pattern: cluster, altitude: 650 km, node_times: 18 h, spacing: 1 mm, radius: 1e9 km}\n"))
	f.Add([]byte("shells: [[[[[[[[[[[[[[[["))
	f.Add([]byte("a: &a [*a]\nb: !!x y\n? c\n: d\n--- \n"))
	f.Add([]byte("\xef\xbb\xbfname: \"\\x00\"\nshells:\n\t- x"))
	files, _ := filepath.Glob("testdata/bad/*.yaml")
	shipped, _ := filepath.Glob("shipped/*.yaml")
	for _, name := range append(files, shipped...) {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := constellation.Parse("f.yaml", data)
		if (d == nil) == (err == nil) {
			t.Fatalf("%v and %v", d, err)
		}
		if err != nil {
			return
		}
		if err := d.Check(); err != nil {
			t.Errorf("read but not right: %v", err)
		}
		if n := d.Satellites(); n < 1 || n > constellation.MaxSatellites {
			t.Errorf("%d satellites", n)
		} else if n > 2000 {
			return
		}
		rings, err := d.Rings()
		if err != nil {
			t.Fatal(err)
		}
		for i := range rings {
			for j := range rings[i].Latitudes {
				if s, err := rings[i].State(secular.Earth(), j, 1e6); err != nil || !(length(s.Position) > 6000 && length(s.Velocity) < 9) {
					t.Errorf("ring %d, satellite %d: %+v, %v", i, j, s, err)
				}
			}
		}
	})
}
