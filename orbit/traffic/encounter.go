package traffic

import "math"

// Encounters are what a satellite meets in a year.
type Encounters struct {
	Flux       float64 // objects through a sphere of 1 km2 cross section in a year, 1/km2
	Speed      float64 // mean relative speed of those, km/s
	Manoeuvres float64 // a year, those that the screening asks for; 0 without one
}

// Rate returns the encounters a year of a sphere of a radius in km: collisions if
// it is the sum of the two bodies' radii, close approaches if a miss distance.
func (e Encounters) Rate(radius float64) float64 { return e.Flux * math.Pi * radius * radius }

// FluxPerM2 returns the objects through a sphere of 1 m2 cross section in a year.
func (e Encounters) FluxPerM2() float64 { return e.Flux * 1e-6 }

// headOn bounds cos((i₁+i₂)/2) from below. Where two inclinations add up to 180° all
// crossings are head-on at the same time and the rate would grow beyond limits;
// spread over bins of a degree its logarithm has the mean of this value:
// ln(0.5°) − 1 with half a degree in radians and the half angle.
const headOn = 0.5 / 2 * math.Pi / 180 / math.E

// crowding returns the mean of 1/cos(γ/2) over all nodes, with γ the angle between
// the planes of two circular orbits.
//
// Two circular orbits of one radius cross twice, at the angle γ between their
// planes, cos γ = cos i₁ cos i₂ + sin i₁ sin i₂ cos ΔΩ. The satellites meet there
// at 2v sin(γ/2), and each crossing takes the share of the phases that is inverse
// to sin γ; the product goes as v/cos(γ/2). With ΔΩ anywhere, its mean is a complete
// elliptic integral, and by Gauss's arithmetic–geometric mean
//
//	⟨1/cos(γ/2)⟩ = 1 / agm( cos((i₁−i₂)/2), |cos((i₁+i₂)/2)| )
//
// The rate at which one meets the other, in a thin shell of volume V where each is
// with equal chance, through a cross section σ, is then
//
//	σ/V · (2v/π) ⟨1/cos(γ/2)⟩
//
// which is Kessler's ∫ n₁ n₂ v dV in closed form.
//
// Source: Kessler 1981, Icarus 48, 39, equation 1 with 12; Öpik 1951, Proc. R. Irish
// Acad. 54A, 165; the mean over the nodes is ours, after Gauss.
// Ignores: unequal speeds and climbing (see meet); resonances that hold nodes together.
// Good to: 1e-5 of the integral over latitude, 3 % of the passes of half a million drawn pairs
// (TestVerif_CrowdingIsKesslersIntegral, TestVerif_RateAgainstSimulation).
// Needs: inclinations of 0 to π; head-on pairs are bounded by headOn.
func crowding(i1, i2 float64) float64 {
	return 1 / agm(math.Cos((i1-i2)/2), max(math.Abs(math.Cos((i1+i2)/2)), headOn))
}

// agm is the arithmetic–geometric mean of positive numbers.
func agm(a, b float64) float64 {
	for range 40 {
		if math.Abs(a-b) <= 4e-16*a {
			break
		}
		a, b = (a+b)/2, math.Sqrt(a*b)
	}
	return (a + b) / 2
}

// node is a difference of nodes that means without a closed form are taken over. They lie
// closer where planes are opposed, which is where the rate peaks: ΔΩ = π(1−t²) at the
// middles t of equal steps.
type node struct{ cos, weight float64 }

var nodes = func() (list [24]node) {
	for k := range list {
		t := (float64(k) + 0.5) / float64(len(list))
		list[k] = node{math.Cos(math.Pi * (1 - t*t)), t}
	}
	return list
}()

// overNodes returns the means over the crossings of two circular orbits, each
// weighted with its rate 1/cos(γ/2), of 2 sin(γ/2), of 4 sin²(γ/2) and of the area
// of a screening, which may be nil.
func overNodes(i1, i2 float64, avoid *Avoidance) (speed, square, mean float64) {
	sin, cos := math.Sin(i1)*math.Sin(i2), math.Cos(i1)*math.Cos(i2)
	sum := 0.0
	for _, n := range &nodes {
		c := max(-1, min(1, cos+sin*n.cos))
		half := math.Sqrt((1 - c) / 2) // sin(γ/2)
		w := n.weight / max(math.Sqrt((1+c)/2), headOn)
		sum += w
		speed += w * 2 * half
		square += w * 4 * half * half
		if avoid != nil {
			mean += w * avoid.at(half)
		}
	}
	return speed / sum, square / sum, mean / sum
}

// meeting is what one satellite meets of one bin, per object and per km3.
type meeting struct{ flux, speed, manoeuvres float64 }

// meet returns what a satellite that moves along the horizon at v on an orbit of
// inclination i meets of the mean object of a bin: the rate for one object in one
// km3, km/s, the mean speed, and the rate times the area of a screening.
//
// The closed form holds for equal speeds. Eccentric objects are faster or slower and
// climb: relative to the satellite they have δ² = (v₂−v₁)² + climb² more, and
//
//	v_rel² = 4 v₁v₂ sin²(γ/2) + δ²
//
// of which the mean is taken outside the root.
func meet(v, i float64, b *bin, avoid *Avoidance) meeting {
	n := b.objects
	i2, v2 := b.incl/n, b.across/n
	speed, square, A := overNodes(i, i2, avoid)
	δ2 := max(v*v-2*v*v2+b.energy/n, 0)
	v12 := v * v2
	more := 1.0
	if square > 0 {
		// Where planes nearly agree the crossing angle is bounded by δ itself.
		more = math.Sqrt(1 + δ2/(v12*max(square, δ2/v12)))
	}
	rate := 2 / math.Pi * math.Sqrt(v12) * crowding(i, i2) * more
	return meeting{rate, math.Sqrt(v12) * speed * more, rate * A}
}

// Meet returns what a satellite on a circular orbit in the middle of shell k meets
// of the objects counted there, itself not among them. A screening, if there is
// one, says when it manoeuvres.
//
// Source: kinetic theory, n σ v; see crowding.
// Ignores: that slotted satellites avoid each other: leave them out of the count.
// Good to: 1 % of the 2,374 passes within 10 km that SGP4 gives for the catalogue of 2022 in one
// hour at 600 to 1000 km, of which 2 % is chance; TestVal_PassesOfTheCatalogue takes a quarter of it.
// Needs: an inclination of 0 to π and a shell of the grid; else nothing is met.
func (c *Census) Meet(k int, inclination float64, avoid *Avoidance) Encounters {
	if k < 0 || k >= c.shells.Count || !(inclination >= 0 && inclination <= math.Pi) {
		return Encounters{}
	}
	return c.meet(k, inclination, avoid)
}

func (c *Census) meet(k int, inclination float64, avoid *Avoidance) (e Encounters) {
	v := c.speed(k)
	for j := range c.shell(k) {
		b := &c.shell(k)[j]
		if b.objects == 0 {
			continue
		}
		m := meet(v, inclination, b, avoid)
		e.Flux += b.objects * m.flux
		e.Speed += b.objects * m.flux * m.speed
		e.Manoeuvres += b.objects * m.manoeuvres
	}
	return e.scaled(c.shells.Volume(k))
}

// scaled turns sums over objects into rates a year in a volume.
func (e Encounters) scaled(volume float64) Encounters {
	if e.Flux == 0 {
		return Encounters{}
	}
	return Encounters{Flux: e.Flux / volume * Year, Speed: e.Speed / e.Flux, Manoeuvres: e.Manoeuvres / volume * Year}
}

// speed is that of a circular orbit in the middle of shell k.
func (c *Census) speed(k int) float64 {
	return math.Sqrt(EarthMu / (EarthRadius + c.shells.Floor(k) + c.shells.Step/2))
}

// Own returns what the mean object of shell k meets of the others in it.
func (c *Census) Own(k int, avoid *Avoidance) Encounters {
	if k < 0 || k >= c.shells.Count {
		return Encounters{}
	}
	return c.own(k, avoid)
}

func (c *Census) own(k int, avoid *Avoidance) (e Encounters) {
	bins := c.shell(k)
	total := 0.0
	for i := range bins {
		first := &bins[i]
		if first.objects == 0 {
			continue
		}
		total += first.objects
		for j := i; j < len(bins); j++ {
			b := &bins[j]
			if b.objects == 0 {
				continue
			}
			pairs := 2 * first.objects * b.objects
			if i == j {
				pairs = max(first.objects*first.objects-first.squares, 0)
			}
			m := meet(first.across/first.objects, first.incl/first.objects, b, avoid)
			e.Flux += pairs * m.flux
			e.Speed += pairs * m.flux * m.speed
			e.Manoeuvres += pairs * m.manoeuvres
		}
	}
	if total == 0 {
		return Encounters{}
	}
	return e.scaled(c.shells.Volume(k) * total)
}

// Row is a shell of [Census.Table].
type Row struct {
	Floor, Top float64 // altitudes, km
	Objects    float64 // in the shell on the mean
	Density    float64 // objects/km3
	Speed      float64 // mean relative speed of encounters, km/s
	FluxPerM2  float64 // through a sphere of 1 m2 cross section, 1/m2/yr
	Collisions float64 // of one satellite in a year, for the hard-body radius of the screening
	Total      float64 // collisions a year between all objects of the shell
	Manoeuvres float64 // of one satellite in a year
}

// Table returns every shell of the grid with what its mean object meets of the
// others. Collisions and manoeuvres are those of the screening; without one they
// are 0.
func (c *Census) Table(avoid *Avoidance) []Row {
	rows := make([]Row, c.shells.Count)
	for k := range rows {
		e := c.own(k, avoid)
		rows[k] = Row{Floor: c.shells.Floor(k), Top: c.shells.Floor(k + 1), Objects: c.Objects(k), Density: c.Density(k),
			Speed: e.Speed, FluxPerM2: e.FluxPerM2(), Manoeuvres: e.Manoeuvres}
		if avoid != nil {
			rows[k].Collisions = e.Rate(avoid.HardBody)
			rows[k].Total = rows[k].Collisions * rows[k].Objects / 2
		}
	}
	return rows
}
