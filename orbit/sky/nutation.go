package sky

import "math"

// fundamentals are Delaunay's arguments, rad: the mean anomalies of Moon and Sun, the
// Moon's mean distance from its node, its mean elongation from the Sun, and its node.
type fundamentals struct{ l, lp, F, D, Ω float64 }

// delaunay returns the arguments at T Julian centuries after J2000.0, linear in time as
// nutation IAU 2000B has them.
//
// Source: Simon et al., A&A 282 (1994) 663, as in McCarthy and Luzum.
// Ignores: powers of T above the first.
// Good to: what nutation IAU 2000B needs.
// Needs: 1900 to 2100.
func delaunay(T float64) fundamentals {
	turn := func(at, rate float64) float64 { return math.Mod(at+rate*T, 1296000) * arcsecond }
	return fundamentals{
		l:  turn(485868.249036, 1717915923.2178),
		lp: turn(1287104.79305, 129596581.0481),
		F:  turn(335779.526232, 1739527262.8478),
		D:  turn(1072260.70369, 1602961601.2090),
		Ω:  turn(450160.398036, -6962890.5431),
	}
}

// nutate returns the nutation in longitude Δψ and in obliquity Δε, rad:
//
//	Δψ = Σ (A + A′T) sin θ + A″ cos θ − 0.135 mas
//	Δε = Σ (B + B′T) cos θ + B″ sin θ + 0.388 mas
//
// over 77 combinations θ of Delaunay's arguments; the constants stand for the planets.
//
// Source: McCarthy and Luzum, Celest. Mech. Dyn. Astr. 85 (2003) 37 (IAU 2000B), with
// IAU 2006's adjustment of Δψ and Δε to its precession (Capitaine et al. 2005).
// Ignores: 601 smaller terms of IAU 2000A and all 687 of the planets but their mean.
// Good to: 1 milliarcsecond, 3.4 cm of a low orbit, against IAU 2000A, 1995 to 2050
// (TestVal_CelestialPole).
// Needs: 1900 to 2100.
func nutate(T float64, a *fundamentals) (dpsi, deps float64) {
	var m multiples
	m.set(0, a.l)
	m.set(1, a.lp)
	m.set(2, a.F)
	m.set(3, a.D)
	m.set(4, a.Ω)
	for i := len(nutationTerms) - 1; i >= 0; i-- {
		w := &nutationTerms[i]
		sin, cos := m.sincos(&w.k)
		dpsi += (w.sinPsi+w.sinPsiT*T)*sin + w.cosPsi*cos
		deps += (w.cosEps+w.cosEpsT*T)*cos + w.sinEps*sin
	}
	const unit = 1e-7 * arcsecond
	dpsi = dpsi*unit - 0.135e-3*arcsecond
	deps = deps*unit + 0.388e-3*arcsecond
	f := -2.7774e-6 * T
	return dpsi * (1 + 0.4697e-6 + f), deps * (1 + f)
}

// multiples are sines and cosines of up to five angles times 0 to 4.
type multiples [5][5]struct{ sin, cos float64 }

// set lays down the multiples of an angle by the addition theorems.
func (m *multiples) set(angle int, a float64) {
	row := &m[angle]
	s, c := math.Sincos(a)
	row[0].cos = 1
	for k := 1; k < len(row); k++ {
		row[k].sin = row[k-1].sin*c + row[k-1].cos*s
		row[k].cos = row[k-1].cos*c - row[k-1].sin*s
	}
}

// sincos returns the sine and cosine of a sum of the angles, each k times.
func (m *multiples) sincos(k *[5]int8) (sin, cos float64) {
	cos = 1
	for i, n := range k {
		if n == 0 {
			continue
		}
		w := &m[i][max(n, -n)]
		s, c := w.sin, w.cos
		if n < 0 {
			s = -s
		}
		sin, cos = sin*c+cos*s, cos*c-sin*s
	}
	return sin, cos
}

// nutationTerms are the 77 terms of IAU 2000B, in 0.1 microarcseconds and that per
// century; the factors are of l, l′, F, D and Ω.
//
// Source: McCarthy and Luzum (2003), table 1, by way of ERFA 2.0 (BSD), read November 2026.
var nutationTerms = [...]struct {
	k                                                [5]int8
	sinPsi, sinPsiT, cosPsi, cosEps, cosEpsT, sinEps float64
}{
	{[5]int8{0, 0, 0, 0, 1}, -172064161, -174666, 33386, 92052331, 9086, 15377},
	{[5]int8{0, 0, 2, -2, 2}, -13170906, -1675, -13696, 5730336, -3015, -4587},
	{[5]int8{0, 0, 2, 0, 2}, -2276413, -234, 2796, 978459, -485, 1374},
	{[5]int8{0, 0, 0, 0, 2}, 2074554, 207, -698, -897492, 470, -291},
	{[5]int8{0, 1, 0, 0, 0}, 1475877, -3633, 11817, 73871, -184, -1924},
	{[5]int8{0, 1, 2, -2, 2}, -516821, 1226, -524, 224386, -677, -174},
	{[5]int8{1, 0, 0, 0, 0}, 711159, 73, -872, -6750, 0, 358},
	{[5]int8{0, 0, 2, 0, 1}, -387298, -367, 380, 200728, 18, 318},
	{[5]int8{1, 0, 2, 0, 2}, -301461, -36, 816, 129025, -63, 367},
	{[5]int8{0, -1, 2, -2, 2}, 215829, -494, 111, -95929, 299, 132},
	{[5]int8{0, 0, 2, -2, 1}, 128227, 137, 181, -68982, -9, 39},
	{[5]int8{-1, 0, 2, 0, 2}, 123457, 11, 19, -53311, 32, -4},
	{[5]int8{-1, 0, 0, 2, 0}, 156994, 10, -168, -1235, 0, 82},
	{[5]int8{1, 0, 0, 0, 1}, 63110, 63, 27, -33228, 0, -9},
	{[5]int8{-1, 0, 0, 0, 1}, -57976, -63, -189, 31429, 0, -75},
	{[5]int8{-1, 0, 2, 2, 2}, -59641, -11, 149, 25543, -11, 66},
	{[5]int8{1, 0, 2, 0, 1}, -51613, -42, 129, 26366, 0, 78},
	{[5]int8{-2, 0, 2, 0, 1}, 45893, 50, 31, -24236, -10, 20},
	{[5]int8{0, 0, 0, 2, 0}, 63384, 11, -150, -1220, 0, 29},
	{[5]int8{0, 0, 2, 2, 2}, -38571, -1, 158, 16452, -11, 68},
	{[5]int8{0, -2, 2, -2, 2}, 32481, 0, 0, -13870, 0, 0},
	{[5]int8{-2, 0, 0, 2, 0}, -47722, 0, -18, 477, 0, -25},
	{[5]int8{2, 0, 2, 0, 2}, -31046, -1, 131, 13238, -11, 59},
	{[5]int8{1, 0, 2, -2, 2}, 28593, 0, -1, -12338, 10, -3},
	{[5]int8{-1, 0, 2, 0, 1}, 20441, 21, 10, -10758, 0, -3},
	{[5]int8{2, 0, 0, 0, 0}, 29243, 0, -74, -609, 0, 13},
	{[5]int8{0, 0, 2, 0, 0}, 25887, 0, -66, -550, 0, 11},
	{[5]int8{0, 1, 0, 0, 1}, -14053, -25, 79, 8551, -2, -45},
	{[5]int8{-1, 0, 0, 2, 1}, 15164, 10, 11, -8001, 0, -1},
	{[5]int8{0, 2, 2, -2, 2}, -15794, 72, -16, 6850, -42, -5},
	{[5]int8{0, 0, -2, 2, 0}, 21783, 0, 13, -167, 0, 13},
	{[5]int8{1, 0, 0, -2, 1}, -12873, -10, -37, 6953, 0, -14},
	{[5]int8{0, -1, 0, 0, 1}, -12654, 11, 63, 6415, 0, 26},
	{[5]int8{-1, 0, 2, 2, 1}, -10204, 0, 25, 5222, 0, 15},
	{[5]int8{0, 2, 0, 0, 0}, 16707, -85, -10, 168, -1, 10},
	{[5]int8{1, 0, 2, 2, 2}, -7691, 0, 44, 3268, 0, 19},
	{[5]int8{-2, 0, 2, 0, 0}, -11024, 0, -14, 104, 0, 2},
	{[5]int8{0, 1, 2, 0, 2}, 7566, -21, -11, -3250, 0, -5},
	{[5]int8{0, 0, 2, 2, 1}, -6637, -11, 25, 3353, 0, 14},
	{[5]int8{0, -1, 2, 0, 2}, -7141, 21, 8, 3070, 0, 4},
	{[5]int8{0, 0, 0, 2, 1}, -6302, -11, 2, 3272, 0, 4},
	{[5]int8{1, 0, 2, -2, 1}, 5800, 10, 2, -3045, 0, -1},
	{[5]int8{2, 0, 2, -2, 2}, 6443, 0, -7, -2768, 0, -4},
	{[5]int8{-2, 0, 0, 2, 1}, -5774, -11, -15, 3041, 0, -5},
	{[5]int8{2, 0, 2, 0, 1}, -5350, 0, 21, 2695, 0, 12},
	{[5]int8{0, -1, 2, -2, 1}, -4752, -11, -3, 2719, 0, -3},
	{[5]int8{0, 0, 0, -2, 1}, -4940, -11, -21, 2720, 0, -9},
	{[5]int8{-1, -1, 0, 2, 0}, 7350, 0, -8, -51, 0, 4},
	{[5]int8{2, 0, 0, -2, 1}, 4065, 0, 6, -2206, 0, 1},
	{[5]int8{1, 0, 0, 2, 0}, 6579, 0, -24, -199, 0, 2},
	{[5]int8{0, 1, 2, -2, 1}, 3579, 0, 5, -1900, 0, 1},
	{[5]int8{1, -1, 0, 0, 0}, 4725, 0, -6, -41, 0, 3},
	{[5]int8{-2, 0, 2, 0, 2}, -3075, 0, -2, 1313, 0, -1},
	{[5]int8{3, 0, 2, 0, 2}, -2904, 0, 15, 1233, 0, 7},
	{[5]int8{0, -1, 0, 2, 0}, 4348, 0, -10, -81, 0, 2},
	{[5]int8{1, -1, 2, 0, 2}, -2878, 0, 8, 1232, 0, 4},
	{[5]int8{0, 0, 0, 1, 0}, -4230, 0, 5, -20, 0, -2},
	{[5]int8{-1, -1, 2, 2, 2}, -2819, 0, 7, 1207, 0, 3},
	{[5]int8{-1, 0, 2, 0, 0}, -4056, 0, 5, 40, 0, -2},
	{[5]int8{0, -1, 2, 2, 2}, -2647, 0, 11, 1129, 0, 5},
	{[5]int8{-2, 0, 0, 0, 1}, -2294, 0, -10, 1266, 0, -4},
	{[5]int8{1, 1, 2, 0, 2}, 2481, 0, -7, -1062, 0, -3},
	{[5]int8{2, 0, 0, 0, 1}, 2179, 0, -2, -1129, 0, -2},
	{[5]int8{-1, 1, 0, 1, 0}, 3276, 0, 1, -9, 0, 0},
	{[5]int8{1, 1, 0, 0, 0}, -3389, 0, 5, 35, 0, -2},
	{[5]int8{1, 0, 2, 0, 0}, 3339, 0, -13, -107, 0, 1},
	{[5]int8{-1, 0, 2, -2, 1}, -1987, 0, -6, 1073, 0, -2},
	{[5]int8{1, 0, 0, 0, 2}, -1981, 0, 0, 854, 0, 0},
	{[5]int8{-1, 0, 0, 1, 0}, 4026, 0, -353, -553, 0, -139},
	{[5]int8{0, 0, 2, 1, 2}, 1660, 0, -5, -710, 0, -2},
	{[5]int8{-1, 0, 2, 4, 2}, -1521, 0, 9, 647, 0, 4},
	{[5]int8{-1, 1, 0, 1, 1}, 1314, 0, 0, -700, 0, 0},
	{[5]int8{0, -2, 2, -2, 1}, -1283, 0, 0, 672, 0, 0},
	{[5]int8{1, 0, 2, 2, 1}, -1331, 0, 8, 663, 0, 4},
	{[5]int8{-2, 0, 2, 2, 2}, 1383, 0, -2, -594, 0, -2},
	{[5]int8{-1, 0, 0, 0, 2}, 1405, 0, 4, -610, 0, 2},
	{[5]int8{1, 1, 2, -2, 2}, 1290, 0, 0, -556, 0, 0}}
