package sky

import "math"

// Matrix turns a vector of one frame into another's: rows are the new axes in the
// old frame.
type Matrix [3][3]float64

// Apply returns m v.
func (m *Matrix) Apply(v [3]float64) [3]float64 {
	return [3]float64{
		m[0][0]*v[0] + m[0][1]*v[1] + m[0][2]*v[2],
		m[1][0]*v[0] + m[1][1]*v[1] + m[1][2]*v[2],
		m[2][0]*v[0] + m[2][1]*v[1] + m[2][2]*v[2],
	}
}

// Undo returns mᵀ v, the way back.
func (m *Matrix) Undo(v [3]float64) [3]float64 {
	return [3]float64{
		m[0][0]*v[0] + m[1][0]*v[1] + m[2][0]*v[2],
		m[0][1]*v[0] + m[1][1]*v[1] + m[2][1]*v[2],
		m[0][2]*v[0] + m[1][2]*v[1] + m[2][2]*v[2],
	}
}

// turnX, turnY and turnZ turn the axes by an angle about the first, second and third.
func turnX(a float64) Matrix {
	s, c := math.Sincos(a)
	return Matrix{{1, 0, 0}, {0, c, s}, {0, -s, c}}
}

func turnY(a float64) Matrix {
	s, c := math.Sincos(a)
	return Matrix{{c, 0, -s}, {0, 1, 0}, {s, 0, c}}
}

func turnZ(a float64) Matrix {
	s, c := math.Sincos(a)
	return Matrix{{c, s, 0}, {-s, c, 0}, {0, 0, 1}}
}

// times returns a b: b first, then a.
func (a *Matrix) times(b Matrix) (m Matrix) {
	for i := range 3 {
		for j := range 3 {
			m[i][j] = a[i][0]*b[0][j] + a[i][1]*b[1][j] + a[i][2]*b[2][j]
		}
	}
	return m
}

// cross returns a × b.
func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}
