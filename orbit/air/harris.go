package air

import "math"

// harrisPriester is the density of the air by night and by day, kg/m3, at heights
// of kilometres over the ellipsoid, for mean solar activity.
//
// Source: Harris and Priester 1962, NASA TN D-1444, in the modified form of Long
// et al. 1989, as tabulated by Montenbruck and Gill, Satellite Orbits, 2000,
// table 3.8, whose values Orekit carries as its default (HarrisPriester.java,
// Apache-2.0; the rows from 840 km upwards are the table's too). Read 2026-11-22.
var harrisPriester = [...]struct{ height, night, day float64 }{
	{100, 4.974e-07, 4.974e-07}, {120, 2.490e-08, 2.490e-08}, {130, 8.377e-09, 8.710e-09}, {140, 3.899e-09, 4.059e-09},
	{150, 2.122e-09, 2.215e-09}, {160, 1.263e-09, 1.344e-09}, {170, 8.008e-10, 8.758e-10}, {180, 5.283e-10, 6.010e-10},
	{190, 3.617e-10, 4.297e-10}, {200, 2.557e-10, 3.162e-10}, {210, 1.839e-10, 2.396e-10}, {220, 1.341e-10, 1.853e-10},
	{230, 9.949e-11, 1.455e-10}, {240, 7.488e-11, 1.157e-10}, {250, 5.709e-11, 9.308e-11}, {260, 4.403e-11, 7.555e-11},
	{270, 3.430e-11, 6.182e-11}, {280, 2.697e-11, 5.095e-11}, {290, 2.139e-11, 4.226e-11}, {300, 1.708e-11, 3.526e-11},
	{320, 1.099e-11, 2.511e-11}, {340, 7.214e-12, 1.819e-11}, {360, 4.824e-12, 1.337e-11}, {380, 3.274e-12, 9.955e-12},
	{400, 2.249e-12, 7.492e-12}, {420, 1.558e-12, 5.684e-12}, {440, 1.091e-12, 4.355e-12}, {460, 7.701e-13, 3.362e-12},
	{480, 5.474e-13, 2.612e-12}, {500, 3.916e-13, 2.042e-12}, {520, 2.819e-13, 1.605e-12}, {540, 2.042e-13, 1.267e-12},
	{560, 1.488e-13, 1.005e-12}, {580, 1.092e-13, 7.997e-13}, {600, 8.070e-14, 6.390e-13}, {620, 6.012e-14, 5.123e-13},
	{640, 4.519e-14, 4.121e-13}, {660, 3.430e-14, 3.325e-13}, {680, 2.632e-14, 2.691e-13}, {700, 2.043e-14, 2.185e-13},
	{720, 1.607e-14, 1.779e-13}, {740, 1.281e-14, 1.452e-13}, {760, 1.036e-14, 1.190e-13}, {780, 8.496e-15, 9.776e-14},
	{800, 7.069e-15, 8.059e-14}, {840, 4.680e-15, 5.741e-14}, {880, 3.200e-15, 4.210e-14}, {920, 2.210e-15, 3.130e-14},
	{960, 1.560e-15, 2.360e-14}, {1000, 1.150e-15, 1.810e-14},
}

// lnHarrisPriester is the table's logarithms: of the night, and of the day over it.
var lnHarrisPriester = func() (ln [len(harrisPriester)]struct{ night, ratio float64 }) {
	for i, row := range harrisPriester {
		ln[i].night, ln[i].ratio = math.Log(row.night), math.Log(row.day/row.night)
	}
	return ln
}()

// HarrisPriester returns the density of the air by night and by day, kg/m3, at a
// height over the ellipsoid in km, for mean solar activity. Between two rows of
// the table the density falls exponentially; below the first and above the last it
// runs on with the slope there, and the day's share of the night's stays as it is.
//
// Source: Montenbruck and Gill, Satellite Orbits, 2000, section 3.5.2, equation 3.110.
// Ignores: seasons, latitude, storms; activity other than the mean.
// Good to: the digits of the table.
// Needs: a finite height.
func HarrisPriester(height float64) (night, day float64) {
	ln, ratio := harrisPriesterAt(height)
	night = math.Exp(ln)
	return night, night * math.Exp(ratio)
}

// harrisPriesterAt returns the logarithms of the night's density and of the day's over it.
func harrisPriesterAt(height float64) (night, ratio float64) {
	low, high := 0, len(harrisPriester)-1
	for high-low > 1 {
		if mid := (low + high) / 2; height < harrisPriester[mid].height {
			high = mid
		} else {
			low = mid
		}
	}
	a, b := &lnHarrisPriester[low], &lnHarrisPriester[high]
	x := (height - harrisPriester[low].height) / (harrisPriester[high].height - harrisPriester[low].height)
	inside := min(max(x, 0), 1)
	return a.night + x*(b.night-a.night), a.ratio + inside*(b.ratio-a.ratio)
}
