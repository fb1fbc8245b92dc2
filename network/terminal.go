package network

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// MultiplexedRate returns the bit rate of k × k beams side by side, each of some
// channels of different colour.
//
//	R = k² c r
//
// Source: arXiv 2511.19468, methods 4.2.
// Ignores: crosstalk between beams and between colours.
// Good to: the published rate of an aperture, exactly (reproduce/suncatcher-isl).
// Needs: all ≥ 0.
func MultiplexedRate(side, channels float64, channel si.BitRate) si.BitRate {
	return si.BitRate(side*side*channels) * channel
}

// Terminal is what an optical terminal does over the distance to its neighbour.
type Terminal struct {
	BitsPerSecond float64 // one way
	Modems        float64 // what its channels could carry, b/s
	Budget        float64 // what its light could carry, b/s
	BeamsPerSide  float64
	DrawW         float64 // of light and modems

	lightJ, modemJ float64 // energy a bit: of the light, of the modems
	largestW       float64 // draw allowed
}

// Terminal returns what a terminal does in a formation. k × k telescopes share its
// aperture D, as many as the light of each reaches the neighbour without
// spreading. Modems carry k² channels' rates; the light sent carries what leaves
// the receiver its n photons a bit with a margin m in hand; and light and modems
// together draw no more than allowed:
//
//	k = ⌊√(ConfocalRange(D)/R)⌋, at least 1
//	R_m = k² c r,   R_l = R_m · PhotonsPerBit(P_rx, R_m) / n
//	e = P_tx/(η_w R_l) + P_c/r        joules a bit
//	rate = min(R_m, R_l, P_max/e),    draw = rate · e
//
// P_rx is ReceivedPower less the margin, with telescopes of D/k. Nearer than their
// confocal range all light arrives that the optics let through: there both gains
// just make good the loss over the distance, which is why it stands for shorter ones.
//
// Source: the equations named; arXiv 2511.19468 for beams side by side.
// Ignores: background light; acquisition; a modem that trades rate for reach in steps.
// Good to: a factor of two of flown links (TestVal_FlownLinks), whose light, losses
// or receivers are not all published.
// Needs: the ledger's limits; no light or no channel gives 0.
func (l *Link) Terminal(f Formation) (t Terminal) {
	reach, channels := l.SpreadReach, float64(l.SpreadChannels)
	if f == Cluster {
		reach, channels = l.ClusterReach, float64(l.ClusterChannels)
	}
	t.BeamsPerSide = 1
	if reach > 0 {
		t.BeamsPerSide = max(1, math.Floor(min(float64(l.Beams), math.Sqrt(ConfocalRange(l.Aperture, l.Wavelength)/float64(reach)))))
	}
	modems := MultiplexedRate(t.BeamsPerSide, channels, l.ChannelRate)
	if !(modems > 0) {
		return t
	}
	t.Modems = modems.In(si.BitPerSecond)

	each := l.Aperture / si.Length(t.BeamsPerSide)
	gain := TelescopeGain(each, l.Wavelength, float64(l.TelescopeEfficiency))
	space := FreeSpaceLoss(max(reach, si.Length(ConfocalRange(each, l.Wavelength))), l.Wavelength)
	other := 2*PointingLoss(gain, l.Jitter) + 10*math.Log10(float64(l.Margin/l.Optics))
	received := ReceivedPower(10*math.Log10(l.Light.In(si.Watt))+30, gain, gain, space, other)
	t.Budget = t.Modems * PhotonsPerBit(received, modems, l.Wavelength) / float64(l.Photons)
	if !(t.Budget > 0) {
		return t
	}
	t.lightJ = l.Light.In(si.Watt) / (float64(l.WallPlug) * t.Budget)
	t.modemJ = l.ChannelPower.In(si.Watt) / l.ChannelRate.In(si.BitPerSecond)
	t.largestW = l.LargestDraw.In(si.Watt)
	return t.grown(1, 1)
}

// grown is a terminal whose channels and light have grown by the same factor rate and
// whose modems' draw by the factor draw: what the light carries is in proportion to it.
func (t Terminal) grown(rate, draw float64) Terminal {
	if !(t.Budget > 0) {
		return t
	}
	t.Modems *= rate
	t.Budget *= rate
	t.modemJ *= draw / rate
	joulesPerBit := t.lightJ + t.modemJ
	t.BitsPerSecond = min(t.Modems, t.Budget, t.largestW/joulesPerBit)
	t.DrawW = t.BitsPerSecond * joulesPerBit
	return t
}
