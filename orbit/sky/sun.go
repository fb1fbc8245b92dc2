package sky

import "math"

const astronomicalUnit = 149597870.7 // km; IAU 2012, resolution B2

// Sun returns the geometric position of the Sun's centre from Earth's in GCRS, km.
func Sun(t Instant) [3]float64 {
	T := t.Centuries()
	rad := math.Pi / 180
	mean := (357.5256 + 35999.049*T) * rad
	lambda := (282.94 + 357.5256 + 35999.049*T) * rad // of J2000.0
	lambda += (6892*math.Sin(mean) + 72*math.Sin(2*mean)) * arcsecond
	r := (149.619 - 2.499*math.Cos(mean) - 0.021*math.Cos(2*mean)) * 1e6
	s, c := math.Sincos(lambda)
	se, ce := math.Sincos(23.43929111 * rad)
	return [3]float64{r * c, r * s * ce, r * s * se}
}

// Moon returns the geometric position of the Moon's centre from Earth's in GCRS, km.
func Moon(t Instant) [3]float64 {
	T := t.Centuries()
	rad := math.Pi / 180
	l0 := (218.31617 + 481267.88088*T - 1.3972*T) * rad
	l := (134.96292 + 477198.86753*T) * rad
	lp := (357.52543 + 35999.04944*T) * rad
	f := (93.27283 + 483202.01873*T) * rad
	d := (297.85027 + 445267.11135*T) * rad
	lon := l0 + (22640*math.Sin(l)+769*math.Sin(2*l)-4586*math.Sin(l-2*d)+2370*math.Sin(2*d)-668*math.Sin(lp)-412*math.Sin(2*f)-
		212*math.Sin(2*l-2*d)-206*math.Sin(l+lp-2*d)+192*math.Sin(l+2*d))*arcsecond
	lat := (18520*math.Sin(f+lon-l0) - 526*math.Sin(f-2*d)) * arcsecond
	r := 385000 - 20905*math.Cos(l) - 3699*math.Cos(2*d-l) - 2956*math.Cos(2*d) - 570*math.Cos(2*l)
	sl, cl := math.Sincos(lon)
	sb, cb := math.Sincos(lat)
	se, ce := math.Sincos(23.43929111 * rad)
	x, y, z := r*cl*cb, r*sl*cb, r*sb
	return [3]float64{x, y*ce - z*se, y*se + z*ce}
}
