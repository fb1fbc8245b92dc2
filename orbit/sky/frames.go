package sky

import "math"

const (
	arcsecond = math.Pi / (180 * 3600)
	// earthRate is the rate of Earth's rotation, rad/s. Source: IERS Conventions
	// 2010, table 1.2.
	earthRate = 7.292115e-5
)

// Orientation is a series of Earth's orientation: UT1−UTC and the pole. A nil
// Orientation has UT1 = UTC and the pole in its place, which is good to 0.9 s of
// rotation, 420 m on the equator, and 20 m.
type Orientation struct{}

// At returns UT1−UTC in seconds and the pole's coordinates in radians.
func (o *Orientation) At(t Instant) (ut1MinusUTC, x, y float64) { return 0, 0, 0 }

// ut1Days returns the days of UT1 since J2000.0 of that scale.
func ut1Days(t Instant, o *Orientation) float64 {
	dut1, _, _ := o.At(t)
	utc := t.Time()
	return (float64(utc.Unix()-j2000Unix) + float64(utc.Nanosecond())*1e-9 + dut1) / 86400
}

// siderealTime returns Greenwich mean sidereal time of 1982, rad, from which TEME
// is defined. Source: AIAA 2006-6753, appendix C.
func siderealTime(ut1Days float64) float64 {
	t := ut1Days / 36525
	seconds := 67310.54841 + t*(876600*3600+8640184.812866+t*(0.093104-6.2e-6*t))
	return math.Mod(seconds/240*math.Pi/180, 2*math.Pi)
}

func turnX(a float64) Matrix {
	s, c := math.Sincos(a)
	return Matrix{{1, 0, 0}, {0, c, s}, {0, -s, c}}
}

func turnZ(a float64) Matrix {
	s, c := math.Sincos(a)
	return Matrix{{c, s, 0}, {-s, c, 0}, {0, 0, 1}}
}

// times returns a b: b first, then a.
func (a Matrix) times(b Matrix) (m Matrix) {
	for i := range 3 {
		for j := range 3 {
			m[i][j] = a[i][0]*b[0][j] + a[i][1]*b[1][j] + a[i][2]*b[2][j]
		}
	}
	return m
}

// nutation returns the nutation in longitude and the equation of the equinoxes'
// cosine factor: its four largest terms.
func nutation(t float64) (dpsi, deps, eps float64) {
	rad := math.Pi / 180
	node := (125.04452 - 1934.136261*t) * rad
	sun := (280.4665 + 36000.7698*t) * rad
	moon := (218.3165 + 481267.8813*t) * rad
	dpsi = (-17.20*math.Sin(node) - 1.32*math.Sin(2*sun) - 0.23*math.Sin(2*moon) + 0.21*math.Sin(2*node)) * arcsecond
	deps = (9.20*math.Cos(node) + 0.57*math.Cos(2*sun) + 0.10*math.Cos(2*moon) - 0.09*math.Cos(2*node)) * arcsecond
	eps = (84381.406 - 46.836769*t) * arcsecond
	return
}

// CelestialToTEME returns the matrix that turns GCRS into TEME.
func CelestialToTEME(t Instant) Matrix {
	T := t.Centuries()
	dpsi, deps, eps := nutation(T)
	gamma := (-0.052928 + T*(10.556378+T*0.4932044)) * arcsecond
	phi := (84381.412819 + T*(-46.811016+T*0.0511268)) * arcsecond
	psi := (-0.041775 + T*(5038.481484+T*1.5584175)) * arcsecond
	equinoxes := dpsi*math.Cos(eps) + 0.00264*arcsecond*math.Sin((125.04452-1934.136261*T)*math.Pi/180)
	m := turnX(phi).times(turnZ(gamma))
	m = turnX(-(eps + deps)).times(turnZ(-(psi + dpsi)).times(m))
	return turnZ(equinoxes).times(m)
}

// CelestialToTerrestrial returns the matrix that turns GCRS into ITRS. A nil
// orientation is allowed.
func CelestialToTerrestrial(t Instant, o *Orientation) Matrix {
	return turnZ(siderealTime(ut1Days(t, o))).times(CelestialToTEME(t))
}

// GCRS returns the state in the celestial frame.
func (s TEME) GCRS(t Instant) GCRS {
	m := CelestialToTEME(t)
	return GCRS{m.Undo(s.Position), m.Undo(s.Velocity)}
}

// TEME returns the state in the frame of SGP4.
func (s GCRS) TEME(t Instant) TEME {
	m := CelestialToTEME(t)
	return TEME{m.Apply(s.Position), m.Apply(s.Velocity)}
}

// ITRS returns the state seen from the turning Earth.
func (s GCRS) ITRS(t Instant, o *Orientation) ITRS {
	m := CelestialToTerrestrial(t, o)
	r, v := m.Apply(s.Position), m.Apply(s.Velocity)
	return ITRS{r, [3]float64{v[0] + earthRate*r[1], v[1] - earthRate*r[0], v[2]}}
}

// GCRS returns the state in the celestial frame.
func (s ITRS) GCRS(t Instant, o *Orientation) GCRS {
	m := CelestialToTerrestrial(t, o)
	r, v := s.Position, s.Velocity
	return GCRS{m.Undo(r), m.Undo([3]float64{v[0] - earthRate*r[1], v[1] + earthRate*r[0], v[2]})}
}

// ITRS returns the state seen from the turning Earth.
func (s TEME) ITRS(t Instant, o *Orientation) ITRS { return s.GCRS(t).ITRS(t, o) }

// ITRS returns the place as a state at rest on Earth.
func (g Geodetic) ITRS() ITRS {
	sl, cl := math.Sincos(g.Latitude)
	so, co := math.Sincos(g.Longitude)
	e2 := EarthFlattening * (2 - EarthFlattening)
	n := EarthRadius / math.Sqrt(1-e2*sl*sl)
	return ITRS{Position: [3]float64{(n + g.Height) * cl * co, (n + g.Height) * cl * so, (n*(1-e2) + g.Height) * sl}}
}

// Geodetic returns the place below which the state is, and its height.
func (s ITRS) Geodetic() Geodetic {
	x, y, z := s.Position[0], s.Position[1], s.Position[2]
	e2 := EarthFlattening * (2 - EarthFlattening)
	p := math.Hypot(x, y)
	lat := math.Atan2(z, p*(1-e2))
	var n float64
	for range 6 {
		sl := math.Sin(lat)
		n = EarthRadius / math.Sqrt(1-e2*sl*sl)
		lat = math.Atan2(z+e2*n*sl, p)
	}
	sl, cl := math.Sincos(lat)
	return Geodetic{lat, math.Atan2(y, x), p*cl + z*sl - EarthRadius*math.Sqrt(1-e2*sl*sl)}
}
