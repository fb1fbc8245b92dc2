package orbit

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// sunSynchronous is a table of dawn–dusk orbits computed with other code (LTAN
// 6 h, cylindrical shadow, true Sun): altitude km, inclination °, period min,
// longest eclipse min, season d, sunlit share, smallest |β| °.
var sunSynchronous = [][7]float64{
	{500, 97.4018, 94.6163, 22.6598, 102.1118, 0.946, 59.1559},
	{550, 97.593, 95.6499, 21.663, 96.9112, 0.9517, 58.9648},
	{600, 97.7877, 96.6872, 20.6885, 91.9106, 0.9568, 58.7701},
	{650, 97.986, 97.7282, 19.7301, 87.0101, 0.9615, 58.5718},
	{700, 98.188, 98.773, 18.7825, 82.4095, 0.9658, 58.3698},
	{800, 98.6031, 100.8736, 16.8998, 73.2085, 0.9733, 57.9547},
	{900, 99.0334, 102.9888, 15.0022, 64.1074, 0.9797, 57.5245},
	{1000, 99.4793, 105.1187, 13.0468, 55.1064, 0.9852, 57.0786},
	{1200, 100.4195, 109.4217, 8.6673, 35.8041, 0.9939, 56.1385},
	{1400, 101.4269, 113.7819, 0, 0, 1, 55.1312},
	{1500, 101.957, 115.9832, 0, 0, 1, 54.6012},
	{2000, 104.8901, 127.1982, 0, 0, 1, 51.6683},
}

// Both sides use J2 alone, so only the printed digits may differ.
func TestVal_SunSynchronousTable(t *testing.T) {
	for _, v := range sunSynchronous {
		h := si.Length(v[0]) * si.Kilometre
		if i := SunSynchronousInclination(h).In(si.Degree); math.Abs(i-v[1]) > 1e-4 {
			t.Errorf("%.0f km: inclination %.5f°, want %.4f°", v[0], i, v[1])
		}
		if T := Period(h).In(si.Minute); math.Abs(T-v[2]) > 1e-4 {
			t.Errorf("%.0f km: period %.5f min, want %.4f", v[0], T, v[2])
		}
	}
}

// Worked values printed to 0.1 m/s.
func TestVal_Manoeuvres(t *testing.T) {
	for _, c := range []struct {
		name           string
		from, to, want float64
		f              func(a, b si.Length) si.Speed
	}{
		{"Hohmann", 200, 600, 226.3, Hohmann},
		{"Hohmann", 275, 600, 182.4, Hohmann},
		{"Hohmann", 350, 600, 139.1, Hohmann},
		{"deorbit", 600, 50, 156.7, DeorbitDeltaV},
		{"deorbit", 600, 200, 112.3, DeorbitDeltaV},
		{"deorbit", 600, 250, 97.8, DeorbitDeltaV},
		{"deorbit", 600, 300, 83.5, DeorbitDeltaV},
	} {
		got := c.f(si.Length(c.from)*si.Kilometre, si.Length(c.to)*si.Kilometre).In(si.MetrePerSecond)
		if math.Abs(got-c.want) > 0.1 {
			t.Errorf("%s %.0f → %.0f km: %.2f m/s, want %.1f", c.name, c.from, c.to, got, c.want)
		}
	}
}

// A thrust of 1e-4 m/s2 along the velocity, integrated step by step, spends the
// closed form's velocity to a thousandth.
func TestVerif_SpiralAgainstIntegration(t *testing.T) {
	r := (EarthRadius + 300*si.Kilometre).SI()
	end := (EarthRadius + 650*si.Kilometre).SI()
	x, y, vx, vy := r, 0.0, 0.0, math.Sqrt(EarthMu/r)
	const thrust, dt = 1e-4, 10.0
	accel := func(x, y, vx, vy float64) (ax, ay float64) {
		r3, v := math.Pow(x*x+y*y, 1.5), math.Hypot(vx, vy)
		return -EarthMu*x/r3 + thrust*vx/v, -EarthMu*y/r3 + thrust*vy/v
	}
	spent := 0.0
	for a := r; a < end; a = 1 / (2/math.Hypot(x, y) - (vx*vx+vy*vy)/EarthMu) {
		// Runge–Kutta of fourth order.
		k1x, k1y := accel(x, y, vx, vy)
		k2x, k2y := accel(x+dt/2*vx, y+dt/2*vy, vx+dt/2*k1x, vy+dt/2*k1y)
		k3x, k3y := accel(x+dt/2*(vx+dt/2*k1x), y+dt/2*(vy+dt/2*k1y), vx+dt/2*k2x, vy+dt/2*k2y)
		k4x, k4y := accel(x+dt*(vx+dt/2*k2x), y+dt*(vy+dt/2*k2y), vx+dt*k3x, vy+dt*k3y)
		x += dt * (vx + dt/6*(k1x+k2x+k3x))
		y += dt * (vy + dt/6*(k1y+k2y+k3y))
		vx += dt / 6 * (k1x + 2*k2x + 2*k3x + k4x)
		vy += dt / 6 * (k1y + 2*k2y + 2*k3y + k4y)
		spent += thrust * dt
	}
	want := SpiralDeltaV(300*si.Kilometre, 650*si.Kilometre).SI()
	if math.Abs(spent/want-1) > 1e-3 {
		t.Errorf("integrated %.3f m/s, closed form %.3f", spent, want)
	}
}

func TestVerif_MotionLimits(t *testing.T) {
	if v := Hohmann(650*si.Kilometre, 650*si.Kilometre); v != 0 {
		t.Errorf("going nowhere costs %v", v)
	}
	if a, b := Hohmann(300*si.Kilometre, 650*si.Kilometre), Hohmann(650*si.Kilometre, 300*si.Kilometre); math.Abs((a - b).SI()) > 1e-9 {
		t.Errorf("up %v, down %v", a, b)
	}
	// Two impulses are never dearer than the spiral, and close to it for small steps.
	for h := 300.0; h < 2000; h += 50 {
		two, spiral := Hohmann(300*si.Kilometre, si.Length(h)*si.Kilometre), SpiralDeltaV(300*si.Kilometre, si.Length(h)*si.Kilometre)
		if two > spiral*(1+1e-12) {
			t.Errorf("%v km: Hohmann %v above spiral %v", h, two, spiral)
		}
	}
	for _, h := range []si.Length{0, 200 * si.Kilometre, 5900 * si.Kilometre, 6000 * si.Kilometre, 36000 * si.Kilometre} {
		i := SunSynchronousInclination(h)
		if math.IsNaN(i.SI()) || i <= 90*si.Degree || i > 180*si.Degree {
			t.Errorf("%v: inclination %v", h, i)
		}
		if got := NodalPrecession(Circular{h, i}); h < 5900*si.Kilometre && math.Abs(got-360/tropicalYear) > 1e-9 {
			t.Errorf("%v: the plane turns %.9f°/d", h, got)
		}
	}
	if k := ArcLoss(0); k != 1 {
		t.Errorf("no arc costs %v", k)
	}
	if k := ArcLoss(90 * si.Degree); math.Abs(k-math.Pi/2) > 1e-12 {
		t.Errorf("a quarter turn either side costs %v, want π/2", k)
	}
}

// The average of cos over the arc is what ArcLoss inverts.
func TestVerif_ArcLossAgainstSum(t *testing.T) {
	for _, θ := range []float64{0.01, 0.5, 1, 1.5, 2.5} {
		sum, n := 0.0, 10000
		for k := range n {
			sum += math.Cos(θ * (2*(float64(k)+0.5)/float64(n) - 1))
		}
		if got := ArcLoss(si.Angle(θ)); math.Abs(got*sum/float64(n)-1) > 1e-6 {
			t.Errorf("θ %v: %v, want %v", θ, got, float64(n)/sum)
		}
	}
}

func TestVerif_Slots(t *testing.T) {
	// 44,159 km round the ring at 650 km: 441.59 places at 100 km on one shell.
	h, d := 650*si.Kilometre, 100*si.Kilometre
	if n := Slots(h, d, 0, 10*si.Kilometre); math.Abs(n-441.59) > 0.01 {
		t.Errorf("one ring holds %v", n)
	}
	if n := Slots(h, d, 200*si.Kilometre, 10*si.Kilometre); math.Abs(n-20*441.59) > 0.2 {
		t.Errorf("twenty rings hold %v", n)
	}
}
