package network

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// Links that fly, with the ledger's central terminal but for what is published of
// each. Starlink: 100 Gb/s over 5,400 km (SpaceX at Photonics West 2024); neither
// aperture nor light is known, so this says that the central ones are of the right
// size. Tesat SCOT80: 10 Gb/s over 8,000 km, of which the name tells the 80 mm.
// Alphasat and Sentinel-1A: 1.8 Gb/s over 42,000 km with as little as 100 mW (Heine
// et al. 2015), terminals of 135 mm at 1064 nm, homodyne detection of two phases,
// whose textbook limit is 9 photons a bit at an error in 10⁹; what closes at least
// has no margin.
//
// Tolerance 3 dB for the first two, the width of the ledger's light alone to either
// side (2–10 W about 5); 5 dB for the third, whose losses at both ends (0.3–0.7
// in the optics, 1–3 µrad, 0.5–0.85 for each telescope) are all unpublished.
func TestVal_FlownLinks(t *testing.T) {
	for _, c := range []struct {
		what     string
		reach    si.Length
		want, dB float64
		change   func(*Link)
	}{
		{"Starlink", 5400 * si.Kilometre, 100e9, 3, func(*Link) {}},
		{"SCOT80", 8000 * si.Kilometre, 10e9, 3, func(l *Link) { l.Aperture = 80 * si.Millimetre }},
		{"Alphasat", 42000 * si.Kilometre, 1.8e9, 5, func(l *Link) {
			l.Aperture, l.Wavelength, l.Light = 135*si.Millimetre, 1064e-9*si.Metre, 0.1*si.Watt
			l.Photons, l.Margin = 9, 1
		}},
	} {
		l := base().Link
		l.SpreadReach = c.reach
		c.change(&l)
		got := l.Terminal(Spread)
		near(t, c.what+", dB", 10*math.Log10(got.BitsPerSecond/c.want), 0, c.dB)
		t.Logf("%s: %.3g Gb/s, published %.3g", c.what, got.BitsPerSecond/1e9, c.want/1e9)
	}
}

// arXiv 2511.19468: 24 channels of 400 Gb/s are 9.6 Tb/s and need 0.24 mW at the
// receiver, which are the 195.6 photons a bit that it quotes for 16-QAM in two
// polarisations. Tolerance 2 %: two digits printed.
func TestVal_Multiplexed(t *testing.T) {
	rate := MultiplexedRate(1, 24, 400*si.GigabitPerSecond)
	near(t, "Tb/s", rate.In(si.TerabitPerSecond), 9.6, 1e-12)
	near(t, "photons a bit", PhotonsPerBit(10*math.Log10(0.24), rate, infrared), 195.6, 4)
}

// The central terminals worked by hand, in powers and areas and not in decibels: of
// 5 W the share (A/λR)² falls on the other telescope.
func TestVerif_TerminalByHand(t *testing.T) {
	l := base().Link
	area := math.Pi / 4 * 0.1 * 0.1
	gain := 0.7 * math.Pow(math.Pi*0.1/1550e-9, 2)
	watts := 5 * math.Pow(0.7*area/(1550e-9*2000e3), 2) * 0.5 * math.Exp(-2*gain*1.5e-6*1.5e-6)
	budget := watts / 2 / (40 * planck * lightSpeed / 1550e-9)
	s := l.Terminal(Spread)
	near(t, "budget", s.Budget/budget, 1, 1e-12)
	near(t, "rate", s.BitsPerSecond/400e9, 1, 1e-12)
	near(t, "draw", s.DrawW, 5/0.12*400e9/budget+20, 1e-9)

	l.LargestDraw = 1e9
	c := l.Terminal(Cluster)
	gain /= 4
	watts = 5 * 0.7 * 0.7 * 0.5 * math.Exp(-2*gain*1.5e-6*1.5e-6) // all of it arrives
	budget = watts / 2 / (40 * planck * lightSpeed / 1550e-9)
	near(t, "beams", c.BeamsPerSide, 2, 0)
	near(t, "budget", c.Budget/budget, 1, 1e-12)
	near(t, "rate", c.BitsPerSecond/(4*15*400e9), 1, 1e-12)
	near(t, "draw", c.DrawW, 5/0.12*24e12/budget+60*20, 1e-9)
	l.LargestDraw = 400
	half := l.Terminal(Cluster)
	near(t, "draw", half.DrawW, 400, 1e-9)
	near(t, "rate", half.BitsPerSecond/c.BitsPerSecond, 400/c.DrawW, 1e-12)
}

// As many beams stand side by side as reach the neighbour, and no more; further is
// never faster, nothing jumps where the light begins to spread, and twice the way
// far out carries a quarter.
func TestVerif_Terminal(t *testing.T) {
	l := base().Link
	l.Beams, l.LargestDraw = 4, 1e9
	last := math.Inf(1)
	for reach := 50.0; reach < 1e8; reach *= 1.01 {
		l.ClusterReach = si.Length(reach)
		got := l.Terminal(Cluster)
		k := got.BeamsPerSide
		reaches := func(k float64) bool { return ConfocalRange(l.Aperture/si.Length(k), l.Wavelength) >= reach }
		if k > 1 && !reaches(k) || k < 4 && reaches(k+1) {
			t.Errorf("%.0f m: %g beams a side", reach, k)
		}
		if got.BitsPerSecond > last || got.BitsPerSecond > got.Modems || got.BitsPerSecond > got.Budget {
			t.Errorf("%.0f m: %+v after %g", reach, got, last)
		}
		last = got.BitsPerSecond
	}
	spreads := ConfocalRange(l.Aperture, l.Wavelength)
	at := func(reach float64) Terminal { l.SpreadReach = si.Length(reach); return l.Terminal(Spread) }
	near(t, "where it spreads", at(spreads*(1+1e-9)).Budget/at(spreads*(1-1e-9)).Budget, 1, 1e-8)
	near(t, "twice as far", at(4e6).Budget/at(8e6).Budget, 4, 1e-9)
	l.Light = 0
	if dark := at(2e6); dark.BitsPerSecond != 0 || dark.DrawW != 0 {
		t.Errorf("without light: %+v", dark)
	}
}
