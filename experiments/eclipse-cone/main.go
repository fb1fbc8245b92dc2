// Verdict: a cylindrical shadow gives the year of a dawn–dusk satellite to 1e-4
// of a cone's light and a deep eclipse to 4e-5 of a revolution, but misses up to
// 0.013 of the single revolution that grazes the shadow. Earth's flattening, which
// both leave out, matters more: 0.0013 to 0.0020 more light in the year.
//
// The program walks round a circular orbit and measures the Sun's light by the
// overlap of the Sun's disc with Earth's, seen from the satellite (Montenbruck
// and Gill, Satellite Orbits, 2000, section 3.4.2), with Earth a sphere and with
// Earth flattened. It prints how far [orbit.EclipseFraction] is from the light
// so lost, at a given β and over the year.
package main

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

const (
	sunRadius  = 695700e3      // m; IAU 2015 Resolution B3
	au         = 149597870700. // m; IAU 2012 Resolution B2
	flattening = 1 / 298.257223563
	degree     = math.Pi / 180
)

func main() {
	fmt.Println("share of a revolution without light, closed form less cone:")
	fmt.Println("altitude km   2° inside and more   anywhere")
	for _, h := range []float64{400, 500, 650, 800, 1000, 1500} {
		inside, anywhere := 0.0, 0.0
		limit := math.Asin(6378.137 / (6378.137 + h))
		for β := 0.0; β < limit+2*degree; β += 0.05 * degree {
			altitude := si.Length(h) * si.Kilometre
			d := math.Abs(orbit.EclipseFraction(altitude, si.Angle(β)) - cone(h, 90*degree, β, 0))
			anywhere = max(anywhere, d)
			if β <= limit-2*degree {
				inside = max(inside, d)
			}
		}
		fmt.Printf("%11.0f   %18.1e   %8.4f\n", h, inside, anywhere)
	}
	fmt.Println("\nyear of a dawn–dusk orbit, node at 18 h: sunlit share by closed form, cone, cone and flattened Earth;")
	fmt.Println("days with shadow by closed form, days the flattened cone takes more than 0.1 % of a revolution's light")
	for _, h := range []float64{500, 650, 800, 1000, 1200} {
		year(h)
	}
}

// year compares a year of the dawn–dusk orbit at altitude h km.
func year(h float64) {
	altitude := si.Length(h) * si.Kilometre
	i := orbit.SunSynchronousInclination(altitude).SI()
	const days = 365
	var round, flat, dark float64
	for day := range days {
		sun := orbit.Sun(2462502.5 + float64(day)) // from 2030-01-01
		node := sun.MeanLongitude.SI() + 90*degree
		α, δ := sun.RightAscension.SI(), sun.Declination.SI()
		round += light(h, i, node, α, δ, 0)
		f := light(h, i, node, α, δ, flattening)
		flat += f
		if 1-f > 1e-3 {
			dark++
		}
	}
	l := orbit.SunSynchronousLight(altitude, 18*si.Hour)
	fmt.Printf("%5.0f km   %.5f   %.5f   %.5f   %6.1f d   %4.0f d\n", h, l.SunlitFraction, round/days, flat/days, l.EclipseDays, dark)
}

// cone is the share of light lost on one revolution with the Sun at β.
func cone(h, inclination, β, flat float64) float64 {
	// Polar orbit in the plane of the x and z axes, the Sun at declination 0.
	return 1 - light(h, inclination, β, 0, 0, flat)
}

// light is the mean visible share of the Sun's disc over one revolution.
func light(h, inclination, node, α, δ, flat float64) float64 {
	const steps = 4000
	squash := 1 / (1 - flat) // stretches z so that the flattened Earth is a sphere
	r := 6378.137e3 + h*1e3
	sun := [3]float64{math.Cos(δ) * math.Cos(α) * au, math.Cos(δ) * math.Sin(α) * au, math.Sin(δ) * au * squash}
	sini, cosi := math.Sincos(inclination)
	sinΩ, cosΩ := math.Sincos(node)
	sum := 0.0
	for k := range steps {
		sinu, cosu := math.Sincos(2 * math.Pi * (float64(k) + 0.5) / steps)
		s := [3]float64{
			r * (cosΩ*cosu - sinΩ*sinu*cosi),
			r * (sinΩ*cosu + cosΩ*sinu*cosi),
			r * sinu * sini * squash,
		}
		sum += visible(s, sun)
	}
	return sum / steps
}

// visible is the share of the Sun's disc that Earth leaves free.
func visible(s, sun [3]float64) float64 {
	to := [3]float64{sun[0] - s[0], sun[1] - s[1], sun[2] - s[2]}
	r, d := norm(s), norm(to)
	a := math.Asin(sunRadius / d)
	b := math.Asin(min(1, 6378.137e3/r))
	c := math.Acos(max(-1, min(1, -(s[0]*to[0]+s[1]*to[1]+s[2]*to[2])/(r*d))))
	switch {
	case c >= a+b:
		return 1
	case c <= b-a:
		return 0
	}
	x := (c*c + a*a - b*b) / (2 * c)
	y := math.Sqrt(max(0, a*a-x*x))
	overlap := a*a*math.Acos(max(-1, min(1, x/a))) + b*b*math.Acos(max(-1, min(1, (c-x)/b))) - c*y
	return 1 - overlap/(math.Pi*a*a)
}

func norm(v [3]float64) float64 { return math.Sqrt(v[0]*v[0] + v[1]*v[1] + v[2]*v[2]) }
