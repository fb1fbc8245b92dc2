package sky

import "math"

// What light and the Sun are measured by.
const (
	AstronomicalUnit = 149597870.7 // km. Source: IAU 2012, resolution B2
	LightSpeed       = 299792.458  // km/s. Source: BIPM, SI brochure, 9th ed.
	SunRadius        = 695700.0    // km, nominal. Source: IAU 2015, resolution B3
)

// Sun returns the geometric position of the Sun's centre from Earth's in GCRS, km: where
// it is, not where its light is seen to come from; for that see [SunSeen].
//
// Earth's longitude L, latitude B and distance R from the Sun are sums of waves of the
// planets,
//
//	L = Σₙ τⁿ Σ A cos(B + C τ),  τ thousands of Julian years from J2000.0,
//
// on the mean ecliptic and equinox of date. The Sun lies the other way.
//
// Source: Meeus, Astronomical Algorithms, 2nd ed., appendix III and chapter 25: the largest
// 195 terms of Bretagnon and Francou's VSOP87D (A&A 202 (1988) 309).
// Ignores: the smaller terms; that TT is not TDB, under 0.0001 arc seconds.
// Good to: 0.31 arc seconds and 156 km at worst, 0.19 and 85 rms, against JPL DE440 over
// half a year (TestVal_SunMoonDE440); 0.7 arc seconds and 400 km at worst from 1900 to 2100
// (TestVal_SunOverTwoCenturies takes a part of that).
// Needs: 1900 to 2100; it gets worse slowly outside.
func Sun(t Instant) [3]float64 {
	T := t.Centuries()
	τ := T / 10
	L, B, R := 0.0, 0.0, 0.0
	for i := len(longitudeTerms) - 1; i >= 0; i-- {
		L = L*τ + sum(longitudeTerms[i], τ)
	}
	for i := len(latitudeTerms) - 1; i >= 0; i-- {
		B = B*τ + sum(latitudeTerms[i], τ)
	}
	for i := len(radiusTerms) - 1; i >= 0; i-- {
		R = R*τ + sum(radiusTerms[i], τ)
	}
	R *= 1e-8 * AstronomicalUnit
	// VSOP87 counts longitudes of date with the general precession of IAU 1976, 5029.0966″
	// a century; IAU 2006 has 5028.796195″. Their equinoxes at J2000.0 are the same to 0.02″.
	L = L*1e-8 - 0.300405*T*arcsecond
	sinL, cosL := math.Sincos(L)
	sinB, cosB := math.Sincos(B * 1e-8)
	return precess(T).fromEcliptic([3]float64{-R * cosL * cosB, -R * sinL * cosB, -R * sinB})
}

// SunSeen returns where the Sun's light that arrives at the instant comes from, in the
// frame that moves with Earth: the direction in which shadows end and panels are turned.
// Light time and aberration together are the Sun's geometric position when the light left,
// 499 s before.
//
//	s(t) = Sun(t − |Sun(t)| / c)
//
// Source: Explanatory Supplement to the Astronomical Almanac, 3rd ed., section 7.2.3.2
// (planetary aberration).
// Ignores: how Earth's velocity changes meanwhile, 0.001 arc seconds; a satellite's own
// velocity, up to 5.3 arc seconds of aberration in low orbit.
// Good to: what [Sun] is good to (TestVerif_SunSeen).
// Needs: 1900 to 2100; it gets worse slowly outside.
func SunSeen(t Instant) [3]float64 {
	s := Sun(t)
	return Sun(t.AddSeconds(-math.Sqrt(s[0]*s[0]+s[1]*s[1]+s[2]*s[2]) / LightSpeed))
}

// wave is a term A cos(B + C τ).
type wave struct{ a, b, c float64 }

func sum(w []wave, τ float64) (s float64) {
	for i := len(w) - 1; i >= 0; i-- {
		s += w[i].a * math.Cos(w[i].b+w[i].c*τ)
	}
	return s
}
