package gp_test

import (
	"errors"
	"fmt"
	"io"
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
