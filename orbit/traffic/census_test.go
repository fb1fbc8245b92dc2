package traffic

import (
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

// catalogue reads the good element sets of a file.
func catalogue(t testing.TB, path string) (list []gp.Elements) {
	t.Helper()
	r := gp.NewReader(reference.Open(t, path), gp.Detect)
	for {
		el, err := r.Next()
		var bad *gp.BadRecord
		switch {
		case errors.Is(err, io.EOF):
			return list
		case errors.As(err, &bad):
			continue
		case err != nil:
			t.Fatal(err)
		}
		list = append(list, el)
	}
}

const (
	fullCatalogue = "tle/fullcatalog_20220818.tle.gz" // CelesTrak / 18 SDS, 2022-08-18
	laterActive   = "tle/active_20260822.tle.gz"
	laterDebris   = "tle/debris_20260822.tle"
	laterStarlink = "tle/starlink_20260822.tle.gz"
)

// Nothing is lost or made: density times volume is what was put in, by shell and by
// latitude, for orbits of all shapes, in fine shells and coarse ones.
func TestVerif_CountIsConserved(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for _, s := range []Shells{{-3000, 50, 5000}, {-3000, 0.9 * EarthRadius, 60}, {0, 7, 700}} {
		c, err := NewCensus(s)
		if err != nil {
			t.Fatal(err)
		}
		want := 0.0
		for range 3000 {
			o := Orbit{6600 + 40_000*rnd.Float64()*rnd.Float64(), rnd.Float64() * rnd.Float64(), math.Pi * rnd.Float64()}
			if rnd.IntN(10) == 0 {
				o.Eccentricity = 0
			}
			c.AddOrbit(o, 1)
			bottom := EarthRadius + s.Bottom
			want += o.timeBelow(bottom+s.Step*float64(s.Count)) - o.timeBelow(bottom)
		}
		sum, latitudes := 0.0, 0.0
		for k := range s.Count {
			sum += c.Density(k) * s.Volume(k)
			if k%97 == 0 {
				const bands = 36
				inShell := 0.0
				for b := range bands {
					from, to := math.Pi*(float64(b)/bands-0.5), math.Pi*(float64(b+1)/bands-0.5)
					inShell += c.LatitudeDensity(k, from, to) * s.Volume(k) * (math.Sin(to) - math.Sin(from)) / 2
				}
				latitudes = max(latitudes, math.Abs(inShell-c.Objects(k)))
			}
		}
		if _, inside := c.Added(); math.Abs(sum-want) > 1e-9*want || math.Abs(inside-want) > 1e-9*want || latitudes > 1e-9 {
			t.Errorf("%+v: %v objects inside, counted %v and %v; latitudes off by %v", s, want, sum, inside, latitudes)
		}
	}
}

// Shares of time and of latitude against a walk around orbits in equal steps of time.
func TestVerif_SharesOfTime(t *testing.T) {
	for _, o := range []Orbit{{7000, 0.05, 0.9}, {24_000, 0.72, 0.1}, {7500, 0.001, 1.7}} {
		const steps = 200_000
		r := o.SemiMajorAxis * (1 - 0.4*o.Eccentricity)
		below, north := 0, 0
		for k := range steps {
			M := 2 * math.Pi * (float64(k) + 0.5) / steps
			E := M
			for range 8 {
				E -= (E - o.Eccentricity*math.Sin(E) - M) / (1 - o.Eccentricity*math.Cos(E))
			}
			if o.SemiMajorAxis*(1-o.Eccentricity*math.Cos(E)) < r {
				below++
			}
			// The way from the node with perigee anywhere: even.
			if φ := math.Asin(math.Sin(o.Inclination) * math.Sin(M)); φ > 0.02 && φ < 0.08 {
				north++
			}
		}
		if got := o.timeBelow(r); math.Abs(got-float64(below)/steps) > 1e-5 {
			t.Errorf("%+v: %v of the time below, walked %v", o, got, float64(below)/steps)
		}
		s := math.Sin(o.Inclination)
		if got := timeBetween(math.Sin(0.02), math.Sin(0.08), s); math.Abs(got-float64(north)/steps) > 1e-5 {
			t.Errorf("%+v: %v of the time between latitudes, walked %v", o, got, float64(north)/steps)
		}
	}
	c, _ := NewCensus(Shells{500, 100, 1})
	c.AddOrbit(Orbit{EarthRadius + 550, 0, 0}, 1)
	if whole, south := c.LatitudeDensity(0, -0.1, 0.1), c.LatitudeDensity(0, -0.1, -0.05); whole == 0 || south != 0 {
		t.Errorf("an equatorial orbit: %v, %v", whole, south)
	}
	// Cut along the equator it is on one side, and whole.
	half := 0.05 / 0.1 // the sine of 0.1, of both
	whole, south, north := c.LatitudeDensity(0, -0.1, 0.1), c.LatitudeDensity(0, -0.1, 0), c.LatitudeDensity(0, 0, 0.1)
	if south != 0 || math.Abs(north*half-whole) > 1e-12*whole {
		t.Errorf("an equatorial orbit: %v of both sides, %v of the south, %v of the north", whole, south, north)
	}
}

func TestVerif_CensusRefuses(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, s := range []Shells{{nan, 1, 1}, {inf, 1, 1}, {-7000, 1, 1}, {0, 0, 1}, {0, nan, 1}, {0, inf, 1}, {0, 1, 0}, {0, 1, 1e9}} {
		if _, err := NewCensus(s); err == nil {
			t.Errorf("%+v is taken", s)
		}
	}
	c, _ := NewCensus(Shells{0, 10, 100})
	for _, o := range []Orbit{{nan, 0, 0}, {7000, nan, 0}, {7000, 0, nan}, {7000, 1, 0}, {7000, -0.1, 0}, {-1, 0, 0}, {inf, 0, 0}, {7000, 0, 4}, {7000, 0, -1}} {
		c.AddOrbit(o, 1)
	}
	c.AddOrbit(Orbit{7000, 0, 0}, nan)
	c.AddOrbit(Orbit{7000, 0, 0}, -1)
	if n, inside := c.Added(); n != 0 || inside != 0 {
		t.Errorf("%v orbits, %v inside", n, inside)
	}
	if c.Add(&gp.Elements{MeanMotion: nan}) || c.Add(&gp.Elements{MeanMotion: 15, Eccentricity: nan}) {
		t.Error("an orbit of NaN is counted")
	}
	for _, k := range []int{-1, 100, 1 << 40} {
		if c.Density(k) != 0 || c.Objects(k) != 0 || c.LatitudeDensity(k, -1, 1) != 0 || c.Own(k, nil) != (Encounters{}) || c.Meet(k, 1, nil) != (Encounters{}) {
			t.Errorf("shell %d is there", k)
		}
	}
}

// The memory is that of the bins, whatever is counted.
func TestVerif_CensusMemory(t *testing.T) {
	c, err := NewCensus(Shells{200, 25, 72})
	if err != nil {
		t.Fatal(err)
	}
	el := gp.Elements{MeanMotion: 14, Eccentricity: 0.01, Inclination: 98}
	if n := testing.AllocsPerRun(100, func() { c.Add(&el) }); n != 0 {
		t.Errorf("%v allocations an orbit", n)
	}
	if len(c.bins) != 72*inclinations {
		t.Errorf("%d bins", len(c.bins))
	}
}

// The mean radius of SGP4's own positions around one revolution. Tolerance 0.5 km for
// near-circular orbits: J2², a thousandth of 7 km, and a revolution's fall are left out
// (sets with a drag term beyond any real one, 0.05, are not taken).
func TestVal_MeanRadius(t *testing.T) {
	list := catalogue(t, fullCatalogue)
	worst, n := 0.0, 0
	for i := 0; i < len(list); i += 37 {
		el := &list[i]
		if el.MeanMotion < 11 || el.Eccentricity > 0.01 || math.Abs(el.BStar) > 0.05 {
			continue
		}
		p, err := gp.New(el, gp.WGS72, gp.Improved)
		if err != nil {
			continue
		}
		const steps = 48
		sum := 0.0
		for k := range steps {
			s, code := p.At(1440 / el.MeanMotion * float64(k) / steps)
			if code != gp.OK {
				sum = math.NaN()
			}
			sum += norm(s.Position) / steps
		}
		// Over equal times the mean of r is a(1 + e²/2).
		o := MeanOrbit(el)
		off := math.Abs(sum - o.SemiMajorAxis*(1+o.Eccentricity*o.Eccentricity/2))
		if o.SemiMajorAxis-EarthRadius < 300 || math.IsNaN(off) {
			continue // decaying within the revolution
		}
		worst, n = max(worst, off), n+1
	}
	t.Logf("%d objects: at most %.3f km", n, worst)
	if worst > 0.5 || n < 300 {
		t.Errorf("%d objects: up to %v km from the mean radius", n, worst)
	}
}

// The whole catalogue of 2022, placed by SGP4 at twelve random minutes of a day each,
// against the closed forms, by shells of 50 km from 300 km up (lower ones fall within
// the day) and by latitude at 700 to 900 km. Of the difference most is chance: 5 standard
// errors, with 1 % for the swing of the radius, 2 % for perigees that stand still.
func TestVal_DensityOfTheCatalogue(t *testing.T) {
	list := catalogue(t, fullCatalogue)
	s := Shells{300, 50, 34}
	c, err := NewCensus(s)
	if err != nil {
		t.Fatal(err)
	}
	const draws, bands = 12, 18
	rnd := rand.New(rand.NewPCG(5, 6))
	drawn, byLatitude := make([]float64, s.Count), make([]float64, bands)
	used := 0
	for i := range list {
		el := &list[i]
		if el.MeanMotion < 2 || el.Inclination > 60 && el.Inclination < 66 && el.Eccentricity > 0.1 {
			continue // geosynchronous; Molniya's perigee stands still by intent
		}
		p, err := gp.New(el, gp.WGS72, gp.Improved)
		if err != nil {
			continue
		}
		used++
		c.Add(el)
		for range draws {
			state, code := p.At(1440 * rnd.Float64())
			if code != gp.OK {
				continue
			}
			r := norm(state.Position)
			if k, ok := s.At(r - EarthRadius); ok {
				drawn[k] += 1.0 / draws
			}
			if h := r - EarthRadius; h >= 700 && h < 900 {
				φ := math.Asin(state.Position[2] / r)
				byLatitude[min(int((φ/math.Pi+0.5)*bands), bands-1)] += 1.0 / draws
			}
		}
	}
	worst := 0.0
	for k := range s.Count {
		want := c.Objects(k)
		error := 5*math.Sqrt(want/draws) + 0.01*want
		worst = max(worst, math.Abs(drawn[k]-want)/error)
		if math.Abs(drawn[k]-want) > error {
			t.Errorf("%v km: %.1f objects, placed %.1f", s.Floor(k), want, drawn[k])
		}
	}
	for b := range bands {
		from, to := math.Pi*(float64(b)/bands-0.5), math.Pi*(float64(b+1)/bands-0.5)
		want := 0.0
		for k := 8; k < 12; k++ {
			want += c.LatitudeDensity(k, from, to) * s.Volume(k) * (math.Sin(to) - math.Sin(from)) / 2
		}
		if error := 5*math.Sqrt(want/draws) + 0.02*want; math.Abs(byLatitude[b]-want) > error {
			t.Errorf("latitude band %d: %.1f objects, placed %.1f", b, want, byLatitude[b])
		}
	}
	t.Logf("%d objects: the worst shell is off by %.2f of its tolerance", used, worst)
}

func BenchmarkCensus(b *testing.B) {
	list := catalogue(b, fullCatalogue)
	b.ReportAllocs()
	for b.Loop() {
		c, err := NewCensus(Shells{200, 25, 72})
		if err != nil {
			b.Fatal(err)
		}
		for i := range list {
			c.Add(&list[i])
		}
	}
	b.ReportMetric(float64(len(list)), "objects")
}
