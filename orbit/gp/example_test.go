package gp_test

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// The test of Spacetrack Report 3, with the digits that AIAA 2006-6753 prints for it.
func ExamplePropagator_At() {
	r := gp.NewReader(strings.NewReader(`
1 88888U          80275.98708465  .00073094  13844-3  66816-4 0    87
2 88888  72.8435 115.9689 0086731  52.6988 110.5714 16.05824518  1058
`), gp.Detect)
	for {
		el, err := r.Next()
		var bad *gp.BadRecord
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &bad):
			fmt.Println("line", bad) // and go on
			continue
		case err != nil:
			fmt.Println(err)
			return
		}
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, minutes := range []float64{0, 120} {
			s, code := p.At(minutes)
			fmt.Printf("%3.0f min, %v: %.8f km, %.9f km/s\n", minutes, code.String(), s.Position, s.Velocity)
		}
	}
	// Output:
	//   0 min, no error: [2328.96975262 -5995.22051338 1719.97297192] km, [2.912073281 -0.983417956 -7.090816210] km/s
	// 120 min, no error: [1020.69234558 2286.56260634 -6191.55565927] km, [-3.746543902 6.467532721 1.827985678] km/s
}

// How much of a day a shell's satellites are in sunlight: the loop over a block's states comes
// right after it is filled, while it lies in the cache, and no state goes to memory. (The
// shadow is a cylinder here and the Sun stands still.)
func ExampleGrid() {
	var sets []*gp.Propagator
	var first []float64 // minutes from each epoch to the first instant
	for i := range 40 {
		el := gp.Elements{NoradID: 1 + i, Epoch: gp.Epoch{Midnight: 2461274.5, Fraction: 0.25}, MeanMotion: 15.06, Eccentricity: 1.4e-4, Inclination: 53,
			Node: float64(i%8) * 45, ArgPerigee: 80, MeanAnomaly: float64(i/8) * 72, BStar: 2e-4}
		p, err := gp.New(&el, gp.WGS72, gp.Improved)
		if err != nil {
			fmt.Println(err)
			return
		}
		sets, first = append(sets, p), append(first, el.Epoch.MinutesTo(gp.Epoch{Midnight: 2461274.5, Fraction: 0.5}))
	}
	g, err := gp.NewGrid(sets, first, 1, 1440)
	if err != nil {
		fmt.Println(err)
		return
	}
	const radius = 6378.137
	sun := [3]float64{0.8, -0.55, math.Sqrt(1 - 0.8*0.8 - 0.55*0.55)}
	lit, states := 0, 0
	b := new(gp.Block) // one for each goroutine
	for group := range g.Groups() {
		for block := range g.Blocks() {
			g.Fill(b, group, block)
			for s := range b.Steps {
				r, codes := &b.Rows[s], &b.Codes[s]
				for lane := range b.Lanes {
					if b.Failed > 0 && codes[lane] != gp.OK {
						continue
					}
					x, y, z := r.X[lane], r.Y[lane], r.Z[lane]
					along := x*sun[0] + y*sun[1] + z*sun[2]
					if along > 0 || x*x+y*y+z*z-along*along > radius*radius {
						lit++
					}
					states++
				}
			}
		}
	}
	fmt.Printf("%d states, %.1f %% in sunlight\n", states, 100*float64(lit)/float64(states))
	// Output:
	// 57600 states, 67.9 % in sunlight
}
