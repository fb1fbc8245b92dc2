package sky_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// Earth's orientation is read from a file, and a span is prepared for many instants.
func ExampleNewTurn() {
	orientation, err := sky.ReadOrientation(strings.NewReader(`
2025 01 08 60683  0.137055  0.305511  0.0429050  0.0005710 -0.113115 -0.006167  0.000288 -0.000133  37
2025 01 09 60684  0.135231  0.305377  0.0424940  0.0002517 -0.113334 -0.006077  0.000288 -0.000134  37
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	start := sky.UTC(time.Date(2025, 1, 8, 0, 0, 0, 0, time.UTC))
	turn, err := sky.NewTurn(start, start.Add(24*time.Hour), orientation)
	if err != nil {
		fmt.Println(err)
		return
	}
	for hours := 0; hours < 24; hours += 8 {
		at := start.Add(time.Duration(hours) * time.Hour)
		m := turn.CelestialToTerrestrial(at)
		under := sky.ITRS{Position: m.Apply(sky.SunSeen(at))}.Geodetic()
		fmt.Printf("%02d:00 the Sun stands over %.0f° north, %.0f° east\n", hours, under.Latitude*57.29578, under.Longitude*57.29578)
	}
	// Output:
	// 00:00 the Sun stands over -22° north, -178° east
	// 08:00 the Sun stands over -22° north, 62° east
	// 16:00 the Sun stands over -22° north, -58° east
}
