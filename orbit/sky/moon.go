package sky

import "math"

// Moon returns the geometric position of the Moon's centre from Earth's in GCRS, km.
//
// The mean longitude, from the mean equinox of date, and latitude and distance are moved
// by 60 terms each in the elongation D, the anomalies M of the Sun and M′ of the Moon
// and the distance F from the node; terms with M shrink with Earth's eccentricity.
//
// Source: Meeus, Astronomical Algorithms, 2nd ed., chapter 47 (after Chapront's ELP 2000-82),
// with mean elements of Simon et al., A&A 282 (1994) 663, as in SOFA's moon98.
// Ignores: smaller terms; that TT is not TDB, 1.7 m; light time, 1.3 s or 1.3 km.
// Good to: 17.7 arc seconds and 9.3 km at worst, 3.9 and 3.5 rms, against JPL DE440 over half
// a year (TestVal_SunMoonDE440); 18.3 arc seconds and 32 km at worst, 2.9 and 6.1 rms, from
// 1950 to 2100 against ELP/MPP02, as SOFA found.
// Needs: 1900 to 2100; it gets worse slowly outside.
func Moon(t Instant) [3]float64 {
	const degree = math.Pi / 180
	T := t.Centuries()
	turn := func(a, b, c, d, e float64) float64 {
		return math.Mod(a+T*(b+T*(c+T*(d+T*e))), 360) * degree
	}
	Lp := turn(218.31665436, 481267.88123421, -0.0015786, 1/538841.0, -1/65194000.0)
	D := turn(297.8501921, 445267.1114034, -0.0018819, 1/545868.0, 1/113065000.0)
	M := turn(357.5291092, 35999.0502909, -0.0001536, 1/24490000.0, 0)
	Mp := turn(134.9633964, 477198.8675055, 0.0087414, 1/69699.0, -1/14712000.0)
	F := turn(93.2720950, 483202.0175233, -0.0036539, 1/3526000.0, 1/863310000.0)
	// A1 and A2 are of Venus and Jupiter.
	A1, A2, A3 := turn(119.75, 131.849, 0, 0, 0), turn(53.09, 479264.290, 0, 0, 0), turn(313.45, 481266.484, 0, 0, 0)
	E := 1 - T*(0.002516+T*0.0000074)

	var m multiples
	m.set(0, D)
	m.set(1, M)
	m.set(2, Mp)
	m.set(3, F)
	weight := [3]float64{1, E, E * E}
	λ := 3958*math.Sin(A1) + 1962*math.Sin(Lp-F) + 318*math.Sin(A2)
	β := -2235*math.Sin(Lp) + 382*math.Sin(A3) + 175*(math.Sin(A1-F)+math.Sin(A1+F)) +
		127*math.Sin(Lp-Mp) - 115*math.Sin(Lp+Mp)
	r := 0.0
	for i := len(moonLongitude) - 1; i >= 0; i-- {
		w := &moonLongitude[i]
		sin, cos := m.sincos(&w.k)
		e := weight[max(w.k[1], -w.k[1])]
		λ += w.longitude * e * sin
		r += w.distance * e * cos
	}
	for i := len(moonLatitude) - 1; i >= 0; i-- {
		w := &moonLatitude[i]
		sin, _ := m.sincos(&w.k)
		β += w.latitude * weight[max(w.k[1], -w.k[1])] * sin
	}
	r = 385000.56 + r*1e-3
	sinλ, cosλ := math.Sincos(Lp + λ*1e-6*degree)
	sinβ, cosβ := math.Sincos(β * 1e-6 * degree)
	return precess(T).fromEcliptic([3]float64{r * cosλ * cosβ, r * sinλ * cosβ, r * sinβ})
}

// moonLongitude are the terms of the Moon's longitude, in 1e-6 degrees of a sine, and of
// its distance, in metres of a cosine; the factors are of D, M, M′ and F.
//
// Source: Meeus, table 47.A, by way of ERFA 2.0 (BSD), read November 2026.
var moonLongitude = [...]struct {
	k                   [5]int8
	longitude, distance float64
}{
	{[5]int8{0, 0, 1, 0}, 6288774, -20905355},
	{[5]int8{2, 0, -1, 0}, 1274027, -3699111},
	{[5]int8{2, 0, 0, 0}, 658314, -2955968},
	{[5]int8{0, 0, 2, 0}, 213618, -569925},
	{[5]int8{0, 1, 0, 0}, -185116, 48888},
	{[5]int8{0, 0, 0, 2}, -114332, -3149},
	{[5]int8{2, 0, -2, 0}, 58793, 246158},
	{[5]int8{2, -1, -1, 0}, 57066, -152138},
	{[5]int8{2, 0, 1, 0}, 53322, -170733},
	{[5]int8{2, -1, 0, 0}, 45758, -204586},
	{[5]int8{0, 1, -1, 0}, -40923, -129620},
	{[5]int8{1, 0, 0, 0}, -34720, 108743},
	{[5]int8{0, 1, 1, 0}, -30383, 104755},
	{[5]int8{2, 0, 0, -2}, 15327, 10321},
	{[5]int8{0, 0, 1, 2}, -12528, 0},
	{[5]int8{0, 0, 1, -2}, 10980, 79661},
	{[5]int8{4, 0, -1, 0}, 10675, -34782},
	{[5]int8{0, 0, 3, 0}, 10034, -23210},
	{[5]int8{4, 0, -2, 0}, 8548, -21636},
	{[5]int8{2, 1, -1, 0}, -7888, 24208},
	{[5]int8{2, 1, 0, 0}, -6766, 30824},
	{[5]int8{1, 0, -1, 0}, -5163, -8379},
	{[5]int8{1, 1, 0, 0}, 4987, -16675},
	{[5]int8{2, -1, 1, 0}, 4036, -12831},
	{[5]int8{2, 0, 2, 0}, 3994, -10445},
	{[5]int8{4, 0, 0, 0}, 3861, -11650},
	{[5]int8{2, 0, -3, 0}, 3665, 14403},
	{[5]int8{0, 1, -2, 0}, -2689, -7003},
	{[5]int8{2, 0, -1, 2}, -2602, 0},
	{[5]int8{2, -1, -2, 0}, 2390, 10056},
	{[5]int8{1, 0, 1, 0}, -2348, 6322},
	{[5]int8{2, -2, 0, 0}, 2236, -9884},
	{[5]int8{0, 1, 2, 0}, -2120, 5751},
	{[5]int8{0, 2, 0, 0}, -2069, 0},
	{[5]int8{2, -2, -1, 0}, 2048, -4950},
	{[5]int8{2, 0, 1, -2}, -1773, 4130},
	{[5]int8{2, 0, 0, 2}, -1595, 0},
	{[5]int8{4, -1, -1, 0}, 1215, -3958},
	{[5]int8{0, 0, 2, 2}, -1110, 0},
	{[5]int8{3, 0, -1, 0}, -892, 3258},
	{[5]int8{2, 1, 1, 0}, -810, 2616},
	{[5]int8{4, -1, -2, 0}, 759, -1897},
	{[5]int8{0, 2, -1, 0}, -713, -2117},
	{[5]int8{2, 2, -1, 0}, -700, 2354},
	{[5]int8{2, 1, -2, 0}, 691, 0},
	{[5]int8{2, -1, 0, -2}, 596, 0},
	{[5]int8{4, 0, 1, 0}, 549, -1423},
	{[5]int8{0, 0, 4, 0}, 537, -1117},
	{[5]int8{4, -1, 0, 0}, 520, -1571},
	{[5]int8{1, 0, -2, 0}, -487, -1739},
	{[5]int8{2, 1, 0, -2}, -399, 0},
	{[5]int8{0, 0, 2, -2}, -381, -4421},
	{[5]int8{1, 1, 1, 0}, 351, 0},
	{[5]int8{3, 0, -2, 0}, -340, 0},
	{[5]int8{4, 0, -3, 0}, 330, 0},
	{[5]int8{2, -1, 2, 0}, 327, 0},
	{[5]int8{0, 2, 1, 0}, -323, 1165},
	{[5]int8{1, 1, -1, 0}, 299, 0},
	{[5]int8{2, 0, 3, 0}, 294, 0},
	{[5]int8{2, 0, -1, -2}, 0, 8752}}

// moonLatitude are the terms of the Moon's latitude, in 1e-6 degrees of a sine.
//
// Source: Meeus, table 47.B, by way of ERFA 2.0 (BSD), read November 2026.
var moonLatitude = [...]struct {
	k        [5]int8
	latitude float64
}{
	{[5]int8{0, 0, 0, 1}, 5128122},
	{[5]int8{0, 0, 1, 1}, 280602},
	{[5]int8{0, 0, 1, -1}, 277693},
	{[5]int8{2, 0, 0, -1}, 173237},
	{[5]int8{2, 0, -1, 1}, 55413},
	{[5]int8{2, 0, -1, -1}, 46271},
	{[5]int8{2, 0, 0, 1}, 32573},
	{[5]int8{0, 0, 2, 1}, 17198},
	{[5]int8{2, 0, 1, -1}, 9266},
	{[5]int8{0, 0, 2, -1}, 8822},
	{[5]int8{2, -1, 0, -1}, 8216},
	{[5]int8{2, 0, -2, -1}, 4324},
	{[5]int8{2, 0, 1, 1}, 4200},
	{[5]int8{2, 1, 0, -1}, -3359},
	{[5]int8{2, -1, -1, 1}, 2463},
	{[5]int8{2, -1, 0, 1}, 2211},
	{[5]int8{2, -1, -1, -1}, 2065},
	{[5]int8{0, 1, -1, -1}, -1870},
	{[5]int8{4, 0, -1, -1}, 1828},
	{[5]int8{0, 1, 0, 1}, -1794},
	{[5]int8{0, 0, 0, 3}, -1749},
	{[5]int8{0, 1, -1, 1}, -1565},
	{[5]int8{1, 0, 0, 1}, -1491},
	{[5]int8{0, 1, 1, 1}, -1475},
	{[5]int8{0, 1, 1, -1}, -1410},
	{[5]int8{0, 1, 0, -1}, -1344},
	{[5]int8{1, 0, 0, -1}, -1335},
	{[5]int8{0, 0, 3, 1}, 1107},
	{[5]int8{4, 0, 0, -1}, 1021},
	{[5]int8{4, 0, -1, 1}, 833},
	{[5]int8{0, 0, 1, -3}, 777},
	{[5]int8{4, 0, -2, 1}, 671},
	{[5]int8{2, 0, 0, -3}, 607},
	{[5]int8{2, 0, 2, -1}, 596},
	{[5]int8{2, -1, 1, -1}, 491},
	{[5]int8{2, 0, -2, 1}, -451},
	{[5]int8{0, 0, 3, -1}, 439},
	{[5]int8{2, 0, 2, 1}, 422},
	{[5]int8{2, 0, -3, -1}, 421},
	{[5]int8{2, 1, -1, 1}, -366},
	{[5]int8{2, 1, 0, 1}, -351},
	{[5]int8{4, 0, 0, 1}, 331},
	{[5]int8{2, -1, 1, 1}, 315},
	{[5]int8{2, -2, 0, -1}, 302},
	{[5]int8{0, 0, 1, 3}, -283},
	{[5]int8{2, 1, 1, -1}, -229},
	{[5]int8{1, 1, 0, -1}, 223},
	{[5]int8{1, 1, 0, 1}, 223},
	{[5]int8{0, 1, -2, -1}, -220},
	{[5]int8{2, 1, -1, -1}, -220},
	{[5]int8{1, 0, 1, 1}, -185},
	{[5]int8{2, -1, -2, -1}, 181},
	{[5]int8{0, 1, 2, 1}, -177},
	{[5]int8{4, 0, -2, -1}, 176},
	{[5]int8{4, -1, -1, -1}, 166},
	{[5]int8{1, 0, 1, -1}, -164},
	{[5]int8{4, 0, 1, -1}, 132},
	{[5]int8{1, 0, -1, -1}, -119},
	{[5]int8{4, -1, 0, -1}, 115},
	{[5]int8{2, -2, 0, 1}, 107}}
