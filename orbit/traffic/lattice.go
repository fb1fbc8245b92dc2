package traffic

import (
	"fmt"
	"math"
)

// Lattice is a slotting of one circular shell: planes evenly around Earth's axis, each
// with as many satellites evenly along it, all of one inclination. Plane k is turned by
// k/Planes of a circle, and its satellites stand Phasing·k/Planes of their spacing back.
// It is the 2D lattice flower constellation, of which the Walker delta is one half.
type Lattice struct {
	Radius      float64 // of the shell, from Earth's centre, km
	Inclination float64 // rad, 0 to π
	Planes      int
	PerPlane    int
	Phasing     int // 0 to Planes−1
}

// Satellites returns how many slots there are.
func (l Lattice) Satellites() int { return l.Planes * l.PerPlane }

// Separation returns the least distance, km, that two slots ever have: the least of
// [Closest] over the nearest satellites of every other plane and of the same.
//
// Source: as [Closest]; a lattice looks the same from each of its satellites.
// Ignores: as [Closest].
// Good to: what a walk around the orbits in steps of 2 km can tell (TestVerif_SeparationAgainstWalk).
// Needs: a lattice that Valid accepts; else NaN.
func (l Lattice) Separation() float64 {
	if l.Valid() != nil {
		return math.NaN()
	}
	least := 2 * l.Radius // across Earth: a single satellite has no neighbour
	if l.PerPlane > 1 {
		least = 2 * l.Radius * math.Sin(math.Pi/float64(l.PerPlane))
	}
	for k := 1; k < l.Planes; k++ {
		lead, half := crossing(l.Inclination, 2*math.Pi*float64(k)/float64(l.Planes))
		x := float64(l.PerPlane)*lead - float64(l.Phasing)*float64(k)/float64(l.Planes)
		f := math.Abs(x - math.Round(x))
		least = min(least, 2*l.Radius*math.Sin(math.Pi*f/float64(l.PerPlane))*half)
	}
	return least
}

// Closest returns the least distance, km, straight through space, of two satellites on
// circular orbits of one radius and inclination, the second with its node ΔΩ and its way
// from the node ΔM ahead.
//
// The orbits cross at the angle β, and the satellites come closest midway between the
// crossings. With f the lead of the second, counted from the crossing,
//
//	d = 2 r |sin(f/2)| cos(β/2),   f = ΔM + 2 atan(cos i tan(ΔΩ/2)),   cos β = cos²i + sin²i cos ΔΩ
//
// Source: Avendaño, Arnas, Linares and Lifson 2020, arXiv 2003.11970; Arnas et al. 2021,
// Adv. Space Res. 67, 3696; the form is derived again here.
// Ignores: Earth's bulge, which all satellites of a shell feel alike but for the 2 km
// swing of the radius; errors of station keeping.
// Good to: as [Lattice.Separation].
// Needs: nothing; what is not finite gives NaN.
func Closest(radius, inclination, ΔΩ, ΔM float64) float64 {
	lead, half := crossing(inclination, ΔΩ)
	return 2 * radius * math.Abs(math.Sin(ΔM/2+math.Pi*lead)) * half
}

// crossing returns what ΔΩ alone adds to the lead, in turns, and cos(β/2).
func crossing(inclination, ΔΩ float64) (lead, half float64) {
	sin, cos := math.Sincos(ΔΩ / 2)
	ci := math.Cos(inclination)
	// cos²(β/2) = cos²(ΔΩ/2) + cos²i sin²(ΔΩ/2)
	return math.Atan2(ci*sin, cos) / math.Pi, math.Hypot(cos, ci*sin)
}

// Valid says what is wrong with a lattice, if anything.
func (l Lattice) Valid() error {
	switch {
	case !(l.Radius > 0 && l.Radius < 1e9):
		return fmt.Errorf("the radius is %v km; right would be that of an orbit, such as 6928", l.Radius)
	case !(l.Inclination >= 0 && l.Inclination <= math.Pi):
		return fmt.Errorf("the inclination is %v rad; right would be 0 to π", l.Inclination)
	case l.Planes < 1 || l.PerPlane < 1 || l.Planes > 1<<20 || l.PerPlane > 1<<20:
		return fmt.Errorf("there are %d planes of %d; right would be 1 to %d of each", l.Planes, l.PerPlane, 1<<20)
	case l.Phasing < 0 || l.Phasing >= l.Planes:
		return fmt.Errorf("the phasing is %d; right would be 0 to %d", l.Phasing, l.Planes-1)
	}
	return nil
}

// Ring returns how many satellites one circular orbit holds at a separation, km.
//
// It is also what all planes hold together whose nodes lie close to each other, such as the
// dawn–dusk orbits of one hour: for small ΔΩ the lead f of [Closest] is the difference of
// one number a satellite, M + Ω cos i, and no two may share it.
func Ring(radius, separation float64) int {
	if !(radius > 0) || !(separation > 0) || separation > 2*radius || math.IsInf(radius, 0) {
		return 0
	}
	return int(math.Floor(math.Pi/math.Asin(separation/(2*radius))*(1+1e-12) + 1e-9))
}

// Pack returns the lattice of at most maxPlanes planes that holds the most satellites at
// a separation. It tries them all; what takes time is that every plane has to pass every
// other: where two cross, the satellites of one must fit into the gaps of the other, for
// all pairs at once, so that PerPlane is at most
//
//	π / (2 asin( d / (2 r |cos i|) ))
//
// where opposite planes meet, about half a [Ring]'s at the equator and few over the poles.
//
// Source: as [Lattice.Separation].
// Ignores: unions of lattices, which hold more; other shells, a separation away.
// Good to: exact for these lattices.
// Needs: maxPlanes of 1 to 2000, separation from a thousandth of the radius; else an error.
func Pack(radius, inclination, separation float64, maxPlanes int) (Lattice, error) {
	best := Lattice{Radius: radius, Inclination: inclination, Planes: 1, PerPlane: Ring(radius, separation)}
	if err := (Lattice{radius, inclination, 1, 1, 0}).Valid(); err != nil {
		return best, err
	}
	if best.PerPlane < 1 || separation < radius/1000 || maxPlanes < 1 || maxPlanes > 2000 {
		return best, fmt.Errorf("a separation of %v km with up to %d planes; right would be %v to %v km and 1 to 2000 planes", separation, maxPlanes, radius/1000, 2*radius)
	}
	ring := best.PerPlane
	for planes := 2; planes <= maxPlanes; planes++ {
		lead, gap := make([]float64, planes), make([]float64, planes) // by plane: lead, and the gap needed, in turns
		widest := 0.0
		for k := 1; k < planes; k++ {
			var half float64
			lead[k], half = crossing(inclination, 2*math.Pi*float64(k)/float64(planes))
			gap[k] = 0.5 // more than can be had
			if x := separation / (2 * radius * half); x < 1 {
				gap[k] = math.Asin(x) / math.Pi
			}
			widest = max(widest, gap[k])
		}
		most := min(ring, int(1/(2*widest)))
	perPlane:
		for n := most; n*planes > best.Satellites(); n-- {
			for phasing := range planes {
				if fits(lead, gap, n, phasing) {
					best = Lattice{radius, inclination, planes, n, phasing}
					break perPlane
				}
			}
		}
	}
	return best, nil
}

// fits tells whether n satellites a plane with a phasing pass all other planes. The
// farther half of the planes mirrors the nearer.
func fits(lead, gap []float64, n, phasing int) bool {
	planes := len(lead)
	for k := planes / 2; k >= 1; k-- {
		x := float64(n)*lead[k] - float64(phasing*k%planes)/float64(planes)
		if math.Abs(x-math.Round(x)) < float64(n)*gap[k] {
			return false
		}
	}
	return true
}
