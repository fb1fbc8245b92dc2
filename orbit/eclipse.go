package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// BetaAngle returns the angle between the Sun's direction and the orbit's plane.
//
// Seen along the plane the Sun stands at β = 0; seen along its normal, at 90°.
// With i the inclination, Ω the right ascension of the ascending node, α and δ
// the Sun's right ascension and declination,
//
//	sin β = cos δ sin i sin(Ω−α) + sin δ cos i
//
// Source: CNES CelestLab, function CL_gm_betaEclipse; derived in doc/model/eclipse.md.
// Ignores: nothing.
// Good to: rounding.
// Needs: nothing.
func BetaAngle(inclination, node, sunRightAscension, sunDeclination si.Angle) si.Angle {
	sinδ, cosδ := math.Sincos(sunDeclination.SI())
	sini, cosi := math.Sincos(inclination.SI())
	s := cosδ*sini*math.Sin((node-sunRightAscension).SI()) + sinδ*cosi
	return si.Angle(math.Asin(min(1, max(-1, s))))
}

// EclipseFraction returns the share of a circular orbit spent in Earth's shadow.
//
// Earth's shadow is a cylinder of Earth's radius R, pointing away from the Sun.
// Seen from altitude h, Earth's disc has the angular radius asin ρ. An orbit
// whose plane the Sun line meets at the angle β clears the shadow if |sin β| ≥ ρ;
// otherwise it is inside for the fraction f of its period:
//
//	ρ = R / (R+h)
//	f = (1/π) asin( √(ρ² − sin²β) / cos β )
//
// The usual form with acos is the same but returns NaN within rounding of the
// grazing case.
//
// Source: derived in doc/model/eclipse.md; the acos form is in Wertz and Larson,
// Space Mission Analysis and Design, 3rd ed., chapter 5.
// Ignores: penumbra, refraction, flattening, the Sun's finite distance.
// Good to: 4e-5 of a period two degrees or more inside |sin β| = ρ, but only
// 0.013 near it, which dawn–dusk orbits cross each year; 400–1500 km;
// experiments/eclipse-cone. 3 s of 36 min against eclipses located by GMAT.
// Needs: altitude ≥ 0.
func EclipseFraction(altitude si.Length, beta si.Angle) float64 {
	return shadow(sinEarthDisc(altitude), math.Sin(beta.SI()))
}

// shadow is EclipseFraction by ρ and sin β.
func shadow(ρ, sinβ float64) float64 {
	s2 := sinβ * sinβ
	if s2 >= ρ*ρ {
		return 0
	}
	return math.Asin(math.Sqrt((ρ*ρ-s2)/(1-s2))) / math.Pi
}

// EclipseDuration returns the time in Earth's shadow on one revolution:
// [EclipseFraction] of the [Period].
//
// Source, Ignores, Good to, Needs: as the two.
func EclipseDuration(altitude si.Length, beta si.Angle) si.Duration {
	return si.Duration(EclipseFraction(altitude, beta)) * Period(altitude)
}

// Light is a year of sunlight and shadow on one orbit, and of the belts it crosses.
type Light struct {
	SunlitFraction  float64     // share of the year in sunlight
	LongestEclipse  si.Duration // the longest single eclipse
	EclipseDays     float64     // days a year with any eclipse
	EclipsesPerYear float64     // eclipses a year
	SmallestBeta    si.Angle    // smallest angle between the Sun and the orbit's plane
	Trapped         DoseCurve   // TrappedDose there; Lights fills it in
}

// yearSteps is how many days of the year SunSynchronousLight looks at: with 240
// the sunlit share is within 5e-5 of the limit of many, the season 0.3 d.
const yearSteps = 240

// SunSynchronousLight returns a year of light on the sun-synchronous orbit of
// that altitude whose ascending node keeps the given mean local time: 6 h or
// 18 h for dawn–dusk.
//
// The node follows the mean Sun at a fixed angle; the true Sun swings about the
// mean one by the equation of time and climbs to the tilt of Earth's axis, which
// brings the orbit's far side into the shadow around one solstice. The year is
// the mean of [EclipseFraction] over equal days.
//
// Source: [Sun], [BetaAngle] and [EclipseFraction] at each day of 2030.
// Ignores: drift of the node's local time; what EclipseFraction ignores.
// Good to: 1e-4 of the year against a conical shadow with the Sun's disc; Earth's
// flattening, left out, would add 0.0013 to 0.0020 of light; 500–1200 km;
// experiments/eclipse-cone.
// Needs: 0 ≤ altitude < 5,900 km.
func SunSynchronousLight(altitude si.Length, nodeLocalTime si.Duration) Light {
	// The Sun's yearly terms of [Sun], for the year 2030.
	const (
		T  = 0.3
		e1 = 1.914602 - T*0.004817
		e2 = 0.019993 - T*0.000101
		L0 = 280.46646 + T*36000.76983
		M0 = 357.52911 + T*35999.05029
		ε  = 23.4392911 - T*0.0130041667
	)
	sinε, cosε := math.Sincos(ε * degree)
	sini, cosi := math.Sincos(SunSynchronousInclination(altitude).SI())
	offset := (nodeLocalTime.In(si.Hour) - 12) * 15 * degree
	return yearOfLight(altitude, func(day float64) float64 {
		L := degree * (L0 + day*(360/tropicalYear))
		sinM, cosM := math.Sincos(degree * (M0 + day*(360/tropicalYear)))
		λ := L + degree*(e1*sinM+e2*2*sinM*cosM)
		sinλ, cosλ := math.Sincos(λ)
		sinΩ, cosΩ := math.Sincos(L + offset)
		return sini*(sinΩ*cosλ-cosΩ*cosε*sinλ) + cosi*sinε*sinλ
	}, yearSteps)
}

// yearOfLight adds the days up; sinβ gives the Sun's height over the plane.
func yearOfLight(altitude si.Length, sinβ func(day float64) float64, steps int) Light {
	ρ, T := sinEarthDisc(altitude), Period(altitude)
	var dark, longest, days float64
	lowest := 1.0
	before := math.Abs(sinβ(-tropicalYear/float64(steps))) - ρ
	for k := range steps {
		s := sinβ(float64(k) * tropicalYear / float64(steps))
		f := shadow(ρ, s)
		dark += f
		longest = max(longest, f)
		lowest = min(lowest, math.Abs(s))
		now := math.Abs(s) - ρ
		days += insideShare(before, now)
		before = now
	}
	n := float64(steps)
	l := Light{
		SunlitFraction: 1 - dark/n,
		LongestEclipse: si.Duration(longest) * T,
		EclipseDays:    days / n * tropicalYear,
		SmallestBeta:   si.Angle(math.Asin(min(1, lowest))),
	}
	l.EclipsesPerYear = l.EclipseDays / T.In(si.Day)
	return l
}

// insideShare is the part of a step in which a line from a to b is below zero.
func insideShare(a, b float64) float64 {
	switch {
	case a < 0 && b < 0:
		return 1
	case a >= 0 && b >= 0:
		return 0
	default:
		return max(-a, -b) / (math.Abs(a) + math.Abs(b))
	}
}

// DriftingLight returns a year of light on an orbit whose plane drifts through
// all angles to the Sun: the mean over the node, at any season.
//
// Source: [BetaAngle] and [EclipseFraction], averaged over node and season with
// the Sun on a circle.
// Ignores: Earth's eccentricity; that a year may not hold whole turns of the plane.
// Good to: 1e-4 of the year where the orbit is eclipsed at every revolution
// (inclination to 40°), 4e-4 elsewhere, against ten thousand places of [Sun] and node.
// Needs: altitude ≥ 0.
func DriftingLight(c Circular) Light {
	const seasons, nodes = 12, 16 // midpoints of a quarter year and of half a turn
	ρ, T := sinEarthDisc(c.Altitude), Period(c.Altitude)
	sini, cosi := math.Sincos(c.Inclination.SI())
	sinε := math.Sin(23.4363 * degree) // 2030; Meeus eq. 22.2
	var sinu [nodes]float64
	for k := range sinu {
		sinu[k] = math.Sin(math.Pi * ((float64(k)+0.5)/nodes - 0.5))
	}
	var dark, days float64
	for j := range seasons {
		sinδ := sinε * math.Sin(math.Pi/2*(float64(j)+0.5)/seasons)
		a, b := math.Sqrt(1-sinδ*sinδ)*sini, sinδ*cosi
		for _, s := range sinu {
			if f := shadow(ρ, a*s+b); f > 0 {
				dark += f
				days++
			}
		}
	}
	l := Light{
		SunlitFraction: 1 - dark/(seasons*nodes),
		LongestEclipse: si.Duration(shadow(ρ, 0)) * T, // the Sun crosses every drifting plane
		EclipseDays:    days / (seasons * nodes) * tropicalYear,
	}
	l.EclipsesPerYear = l.EclipseDays / T.In(si.Day)
	return l
}
