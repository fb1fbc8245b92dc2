package gp_test

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

// published is a state as printed.
type published struct {
	minutes float64
	state   [6]float64
}

// printed reads the published states of each set, in the order of the file.
func printed(t *testing.T, file string) (sets [][]published) {
	t.Helper()
	for lines := bufio.NewScanner(reference.Open(t, file)); lines.Scan(); {
		f := strings.Fields(lines.Text())
		switch {
		case len(f) == 2 && f[1] == "xx":
			sets = append(sets, nil)
		case len(f) >= 7:
			var v [7]float64
			for i := range v {
				v[i], _ = strconv.ParseFloat(f[i], 64)
			}
			last := &sets[len(sets)-1]
			*last = append(*last, published{v[0], [6]float64(v[1:])})
		}
	}
	return sets
}

// TestVal_EveryPublishedStateFromEveryKernel asks each kernel for all published states, in
// no order and, where they are at uniform times, as a grid.
func TestVal_EveryPublishedStateFromEveryKernel(t *testing.T) {
	tles := reference.Text(t, "sgp4/SGP4-VER.TLE")
	for _, c := range []struct {
		file string
		mode gp.Mode
	}{{"sgp4/tcppver.out", gp.Improved}, {"sgp4/tcppver_aholinch_afspc.out", gp.AFSPC}} {
		rows := printed(t, c.file)
		eachKernel(t, func(t *testing.T, kernel string) {
			var sets []*gp.Propagator
			list := trials(t, tles)
			for i := range list {
				sets = append(sets, set(t, &list[i].Elements, c.mode))
			}
			a := newAnyTime(t, kernel, sets)
			b := new(gp.Block)
			n, gridded, worst := 0, 0, 0.0
			for i, s := range list {
				var times []float64
				for _, r := range rows[i] {
					times = append(times, r.minutes)
				}
				compare := func(what string, row, lane int, r published) {
					if s.NoradID == 33334 { // printed at the epoch, where the code is 3: the driver prints the state before
						if b.Codes[row][lane] != gp.PerturbedEccentricity {
							t.Errorf("%s: 33334 has code %d", what, b.Codes[row][lane])
						}
						return
					}
					d, v := apart(b.Rows[row].At(lane), r.state)
					worst = max(worst, d)
					if code := b.Codes[row][lane]; code != gp.OK || d > millimetre || v > millimetre {
						t.Errorf("%s: %d at %v min: code %d, %.3g km, %.3g km/s off", what, s.NoradID, r.minutes, code, d, v)
					}
				}
				a.One(b, i, times)
				for k, r := range rows[i] {
					compare("any time", k/gp.Lanes, k%gp.Lanes, r)
					n++
				}
				// The longest run of uniform times, and the codes that end it.
				from := 0
				if len(times) > 2 && times[1] != times[0]+(times[2]-times[1]) {
					from = 1
				}
				if len(times) < from+3 {
					continue
				}
				step := times[from+1] - times[from]
				g := newGrid(t, kernel, []*gp.Propagator{sets[i]}, times[from:from+1], step, len(times)-from+2)
				for block := range g.Blocks() {
					g.Fill(b, 0, block)
					for row := range b.Steps {
						k := from + block*gp.Steps + row
						at := times[from] + float64(k-from)*step
						if k < len(times) && math.Abs(times[k]-at) < 1e-7 {
							compare("grid", row, 0, rows[i][k])
							gridded++
						}
						if want, code := sets[i].At(at); !near(sets[i], b.Rows[row].At(0), b.Codes[row][0], want, code) {
							t.Errorf("grid: %d at %v is not the scalar state", s.NoradID, at)
						}
					}
				}
			}
			if n != 667 || gridded < 600 {
				t.Errorf("%d states, %d in grids", n, gridded)
			}
			t.Logf("%s: %d states, %d of them also in grids, at worst %.2g m", c.file, n, gridded, worst*1e3)
		})
	}
}

// TestVal_TranscribedStatesFromEveryKernel is the same on the transcribed states.
func TestVal_TranscribedStatesFromEveryKernel(t *testing.T) {
	tles, err := os.ReadFile("testdata/vallado2006.tle")
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/vallado2006.csv")
	if err != nil {
		t.Fatal(err)
	}
	list := trials(t, string(tles))
	eachKernel(t, func(t *testing.T, kernel string) {
		b := new(gp.Block)
		n := 0
		for line := range strings.Lines(string(text)) {
			f := strings.Split(strings.TrimSpace(line), ",")
			if len(f) != 10 || f[0] == "mode" {
				continue
			}
			var v [7]float64
			for i := range v {
				v[i], _ = strconv.ParseFloat(f[3+i], 64)
			}
			k, _ := strconv.Atoi(f[1])
			for _, m := range f[0] {
				p := set(t, &list[k].Elements, map[rune]gp.Mode{'i': gp.Improved, 'a': gp.AFSPC}[m])
				newAnyTime(t, kernel, []*gp.Propagator{p}).One(b, 0, v[:1])
				d, dv := apart(b.Rows[0].At(0), [6]float64(v[1:]))
				newGrid(t, kernel, []*gp.Propagator{p}, []float64{v[0] - 5}, 0.5, 20).Fill(b, 0, 0)
				dg, dvg := apart(b.Rows[10].At(0), [6]float64(v[1:]))
				if max(d, dv, dg, dvg) > millimetre || b.Codes[10][0] != gp.OK {
					t.Errorf("mode %c, %s at %v min: %.3g and %.3g km off, code %d", m, f[2], v[0], d, dg, b.Codes[10][0])
				}
				n++
			}
		}
		if n != 137 {
			t.Errorf("%d states", n)
		}
	})
}
