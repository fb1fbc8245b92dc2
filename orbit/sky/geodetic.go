package sky

import "math"

const eccentricity2 = EarthFlattening * (2 - EarthFlattening) // of the meridian, squared

// ITRS returns the place as a state at rest on Earth.
//
// Source: NIMA TR8350.2, eqs. 4-14 and 4-15.
// Ignores: tides of the solid Earth and the drift of plates.
// Good to: rounding, 1 nm (TestVal_Geodetic).
// Needs: nothing; NaN gives NaN.
func (g Geodetic) ITRS() ITRS {
	sinφ, cosφ := math.Sincos(g.Latitude)
	sinλ, cosλ := math.Sincos(g.Longitude)
	n := EarthRadius / math.Sqrt(1-eccentricity2*sinφ*sinφ)
	p := (n + g.Height) * cosφ
	return ITRS{Position: [3]float64{p * cosλ, p * sinλ, (n*(1-eccentricity2) + g.Height) * sinφ}}
}

// Geodetic returns the place whose vertical goes through the state, and its height:
// the subsatellite point. A place is solved for from the quartic of the ellipse's
// normals, in closed form. Within 43 km of Earth's centre, where several normals meet,
// the one with the height nearest to the surface above is taken; on the axis the
// longitude is 0 and at the centre itself the place is the north pole's. Coordinates that
// are not finite give NaN.
//
// Source: Vermeille, J. Geodesy 76 (2002) 451, continued to Earth's inside by Karney,
// Geodesics on an ellipsoid of revolution, arXiv:1102.1215, appendix B.
// Ignores: nothing.
// Good to: 10 nm there and back at low-orbit heights, 1.5e-15 of the distance farther out
// (TestVerif_GeodeticThereAndBack).
// Needs: nothing.
func (s ITRS) Geodetic() Geodetic {
	x, y, z := s.Position[0], s.Position[1], s.Position[2]
	R := math.Hypot(x, y)
	distance := math.Hypot(R, z)
	switch {
	case !(distance <= math.MaxFloat64):
		return Geodetic{math.NaN(), math.NaN(), math.NaN()}
	case distance > 1e30:
		// So far out the ellipse is a point, and tenth powers would overflow.
		return Geodetic{math.Atan2(z, R), math.Atan2(y, x), distance}
	}
	λ := math.Atan2(y, x)
	const e2, e4 = eccentricity2, eccentricity2 * eccentricity2
	p, q := R/EarthRadius, z/EarthRadius*math.Sqrt(1-e2)
	p, q = p*p, q*q
	r := (p + q - e4) / 6
	if e4*q == 0 && r <= 0 {
		// The disc of the equator about the centre: the normals come from a circle of latitude.
		zz, xx := math.Sqrt((e4-p)/(1-e2)), math.Sqrt(p)
		h := math.Hypot(zz, xx)
		return Geodetic{math.Atan2(zz/h, xx/h), λ, -EarthRadius * (1 - e2) * h / e2}
	}
	S := e4 * p * q / 4
	r3 := r * r * r
	u := r
	if disc := S * (2*r3 + S); disc >= 0 {
		t3 := S + r3
		t3 += math.Copysign(math.Sqrt(disc), t3)
		t := math.Cbrt(t3)
		u += t
		if t != 0 {
			u += r * r / t
		}
	} else {
		u += 2 * r * math.Cos(math.Atan2(math.Sqrt(-disc), -(S+r3))/3)
	}
	v := math.Sqrt(u*u + e4*q)
	uv := u + v
	if u < 0 {
		uv = e4 * q / (v - u)
	}
	w := max(0, e2*(uv-q)/(2*v))
	k := uv / (math.Sqrt(uv+w*w) + w)
	d := k * R / (k + e2)
	return Geodetic{math.Atan2(z, d), λ, (k + e2 - 1) / k * math.Hypot(d, z)}
}

// Look returns where a state stands as seen from the site: its azimuth from north over
// east in [0, 2π) and its elevation over the plane of the horizon, rad, and its distance,
// km. Of a state in the zenith the azimuth is 0 or another; at the site itself all are 0.
//
// Source: Vallado, Fundamentals of Astrodynamics and Applications, 4th ed., algorithm 27.
// Ignores: refraction, 0.5° at the horizon and 0.09° at 10°; light time and aberration, 0.0015° of a
// low orbit.
// Good to: rounding (TestVal_Look).
// Needs: nothing; NaN gives NaN.
func (g Geodetic) Look(sat ITRS) (azimuth, elevation, distance float64) {
	site := g.ITRS().Position
	x, y, z := sat.Position[0]-site[0], sat.Position[1]-site[1], sat.Position[2]-site[2]
	sinφ, cosφ := math.Sincos(g.Latitude)
	sinλ, cosλ := math.Sincos(g.Longitude)
	out := cosλ*x + sinλ*y
	east := cosλ*y - sinλ*x
	north := cosφ*z - sinφ*out
	up := cosφ*out + sinφ*z
	azimuth = math.Atan2(east, north)
	if azimuth < 0 {
		azimuth += 2 * math.Pi
	}
	flat := math.Hypot(east, north)
	return azimuth, math.Atan2(up, flat), math.Hypot(flat, up)
}
