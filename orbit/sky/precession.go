package sky

import "math"

// precession holds the four angles of Fukushima and Williams, rad: those that take
// GCRS into the mean equator and equinox of date, frame bias included.
type precession struct{ gamma, phi, psi, epsilon float64 }

// precess returns the angles of precession and the mean obliquity ε of date, T Julian
// centuries of TT after J2000.0.
//
// Source: Capitaine, Wallace and Chapront, A&A 412 (2003) 567 (P03, which is IAU 2006),
// as in IERS Conventions 2010, eqs. 5.39–5.40.
// Ignores: nothing of the model; the sky itself drifts off by 0.1 milliarcseconds a decade.
// Good to: the model's printed digits (TestVal_ERFA).
// Needs: |T| below some ten centuries.
func precess(T float64) precession {
	return precession{
		gamma:   (-0.052928 + T*(10.556378+T*(0.4932044+T*(-0.00031238+T*(-0.000002788+T*0.0000000260))))) * arcsecond,
		phi:     (84381.412819 + T*(-46.811016+T*(0.0511268+T*(0.00053289+T*(-0.000000440-T*0.0000000176))))) * arcsecond,
		psi:     (-0.041775 + T*(5038.481484+T*(1.5584175+T*(-0.00018522+T*(-0.000026452-T*0.0000000148))))) * arcsecond,
		epsilon: (84381.406 + T*(-46.836769+T*(-0.0001831+T*(0.00200340+T*(-0.000000576-T*0.0000000434))))) * arcsecond,
	}
}

// toTrue returns the matrix from GCRS to the true equator and equinox of date:
//
//	Rx(−ε−Δε) Rz(−ψ−Δψ) Rx(φ) Rz(γ)
//
// Without nutation it leads to the mean ones.
func (p precession) toTrue(dpsi, deps float64) Matrix {
	a, b, c := turnX(-p.epsilon-deps), turnZ(-p.psi-dpsi), turnX(p.phi)
	m := c.times(turnZ(p.gamma))
	m = b.times(m)
	return a.times(m)
}

// fromEcliptic turns a vector of the mean ecliptic and equinox of date into GCRS.
func (p precession) fromEcliptic(v [3]float64) [3]float64 {
	sin, cos := math.Sincos(p.psi)
	v[0], v[1] = cos*v[0]+sin*v[1], cos*v[1]-sin*v[0]
	sin, cos = math.Sincos(p.phi)
	v[1], v[2] = cos*v[1]-sin*v[2], sin*v[1]+cos*v[2]
	sin, cos = math.Sincos(p.gamma)
	v[0], v[1] = cos*v[0]-sin*v[1], sin*v[0]+cos*v[1]
	return v
}

// celestialPole returns where the celestial intermediate pole is, its coordinates X and
// Y in GCRS, and the angle s that places the origin of Earth's rotation on its equator.
//
// The pole is the third row of bias, precession and nutation. The angle is
//
//	s = −XY/2 + 94 + 3808.65 T − 122.68 T² − 72574.11 T³ + 27.98 T⁴ + 15.62 T⁵
//	  − 2640.73 sin Ω − 63.53 sin 2Ω − … + 743.52 T² sin Ω + …   microarcseconds
//
// Source: IERS Conventions 2010, eq. 5.11 and table 5.2d.
// Ignores: 45 of the 66 terms of s, none over 0.5 microarcseconds in this century's first half.
// Good to: 1 milliarcsecond of X and Y, which is nutation's, and 6 microarcseconds of s,
// against IAU 2006/2000A over 1960 to 2060 (TestVal_CelestialPole).
// Needs: 1900 to 2100.
func celestialPole(T float64) (x, y, s float64) {
	a := delaunay(T)
	dpsi, deps := nutate(T, &a)
	m := precess(T).toTrue(dpsi, deps)
	x, y = m[2][0], m[2][1]
	Ω, F, D, l, lp := a.Ω, a.F, a.D, a.l, a.lp
	sinΩ, cosΩ := math.Sincos(Ω)
	sin2Ω, cos2Ω := math.Sincos(2 * Ω)
	sinSun, sinMoon := math.Sin(2*F-2*D+2*Ω), math.Sin(2*F+2*Ω)
	series := 94 + T*(3808.65+T*(-122.68+T*(-72574.11+T*(27.98+T*15.62)))) -
		2640.73*sinΩ + 0.39*cosΩ - 63.53*sin2Ω -
		11.75*math.Sin(2*F-2*D+3*Ω) - 11.21*math.Sin(2*F-2*D+Ω) + 4.57*sinSun -
		2.02*math.Sin(2*F+3*Ω) - 1.98*math.Sin(2*F+Ω) + 1.72*math.Sin(3*Ω) +
		1.41*math.Sin(lp+Ω) + 1.26*math.Sin(lp-Ω) + 0.63*math.Sin(l-Ω) + 0.63*math.Sin(l+Ω) +
		T*(1.73*sinΩ+3.57*cos2Ω) +
		T*T*(743.52*sinΩ+56.91*sinSun+9.84*sinMoon-8.85*sin2Ω-6.38*math.Sin(lp)-3.07*math.Sin(l)) -
		T*T*T*23.42*cosΩ
	return x, y, series*1e-6*arcsecond - x*y/2
}
