package orbit

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

const degree = math.Pi / 180

// SunPosition is where the Sun stands, seen from Earth's centre, in the true
// equator and equinox of date.
type SunPosition struct {
	RightAscension si.Angle
	Declination    si.Angle
	MeanLongitude  si.Angle // of the mean Sun, which local mean time follows
	DistanceAU     float64
}

// Sun returns the Sun's apparent place at a Julian date (dynamical time).
//
// The Sun runs its mean longitude L at a steady pace; Earth's ellipse makes it
// lead or lag by the equation of centre C, a series in the mean anomaly M, and
// the tilt ε of Earth's axis turns longitude into right ascension α and
// declination δ:
//
//	λ = L + C(M) − 0.00569° − 0.00478° sin Ω
//	tan α = cos ε sin λ / cos λ,   sin δ = sin ε sin λ
//
// where the last two terms of λ are aberration and the largest nutation, Ω the
// node of the Moon's orbit.
//
// Source: Meeus, Astronomical Algorithms, 2nd ed., chapter 25, eqs. 25.2–25.9.
// Ignores: the planets' pull, all nutation but the largest term.
// Good to: 0.01° of direction and 4e-5 of distance against JPL DE440, 1999–2000.
// Needs: a Julian date within a few centuries of 2000.
func Sun(jd float64) SunPosition {
	T := (jd - 2451545) / 36525
	L := 280.46646 + T*(36000.76983+T*0.0003032)
	M := degree * math.Mod(357.52911+T*(35999.05029-T*0.0001537), 360)
	e := 0.016708634 - T*(0.000042037+T*0.0000001267)
	C := (1.914602-T*(0.004817+T*0.000014))*math.Sin(M) +
		(0.019993-T*0.000101)*math.Sin(2*M) + 0.000289*math.Sin(3*M)
	Ω := degree * (125.04 - 1934.136*T)
	λ := degree * math.Mod(L+C-0.00569-0.00478*math.Sin(Ω), 360)
	ε := degree * (23.4392911 - T*(0.0130041667+T*(1.64e-7-T*5.04e-7)) + 0.00256*math.Cos(Ω))
	sinλ, cosλ := math.Sincos(λ)
	sinε, cosε := math.Sincos(ε)
	return SunPosition{
		RightAscension: si.Angle(math.Mod(math.Atan2(cosε*sinλ, cosλ)+2*math.Pi, 2*math.Pi)),
		Declination:    si.Angle(math.Asin(sinε * sinλ)),
		MeanLongitude:  si.Angle(degree * math.Mod(math.Mod(L, 360)+360, 360)),
		DistanceAU:     1.000001018 * (1 - e*e) / (1 + e*math.Cos(M+degree*C)),
	}
}

// EquationOfTime returns by how much the true Sun runs ahead of the mean Sun
// that clocks, and nodes of sun-synchronous orbits, follow: between −14 and
// +16 minutes over the year.
//
//	E = L − 0.0057183° − α
//
// Source: Meeus, 2nd ed., eq. 28.1, without its nutation term (up to 1.1 s).
// Ignores: nutation in right ascension.
// Good to: 2 s on the source's example.
// Needs: a Julian date within a few centuries of 2000.
func EquationOfTime(jd float64) si.Duration {
	s := Sun(jd)
	E := math.Remainder(s.MeanLongitude.SI()-0.0057183*degree-s.RightAscension.SI(), 2*math.Pi)
	return si.Duration(E / (2 * math.Pi) * 86400)
}
