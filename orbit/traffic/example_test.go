package traffic

import (
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// A catalogue by shell, with collisions of bodies 10 m apart and manoeuvres from a
// collision probability of 1e-5 on.
func ExampleReadCatalogue() {
	file, err := os.Open("active.tle")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	shells := Shells{Bottom: 200, Step: 25, Count: 72}
	c, err := ReadCatalogue(gp.NewReader(file, gp.Detect), shells, nil, func(bad *gp.BadRecord) { fmt.Println("line", bad) })
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, row := range c.Table(Practised(1e-5).Avoidance()) {
		fmt.Println(row.Floor, row.Top, row.Objects, row.Density, row.Speed, row.FluxPerM2, row.Collisions, row.Manoeuvres)
	}
}

// Half a million satellites at 30° and half a million in sun-synchronous orbits, spread
// evenly over thirty shells of 50 km from 500 km up, if nobody kept them apart:
// collisions a year of bodies whose radii add up to 40 m. By hand: 33,333 in 3.4e10 km3
// at about 10 km/s through 0.005 km2 are 1.6 a year each, 8e5 in all; the closed form
// knows the speeds.
func TestRegress_UnslottedMillion(t *testing.T) {
	c, err := NewCensus(Shells{Bottom: 500, Step: 50, Count: 30})
	if err != nil {
		t.Fatal(err)
	}
	total := 0.0
	for k := range 30 {
		h := c.Shells().Floor(k) + 25
		c.AddOrbit(Orbit{EarthRadius + h, 0, 30 * math.Pi / 180}, 500_000.0/30)
		c.AddOrbit(Orbit{EarthRadius + h, 0, 98 * math.Pi / 180}, 500_000.0/30)
		total += c.Own(k, nil).Rate(0.040) * c.Objects(k) / 2
	}
	if math.Abs(total/5.4e5-1) > 0.01 {
		t.Errorf("%.4g collisions a year, were 5.4e5", total)
	}
}
