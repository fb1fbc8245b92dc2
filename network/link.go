package network

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Constants of nature, exact by definition (SI brochure, 9th edition), and
// Earth's nominal equatorial radius (IAU 2015 Resolution B3).
const (
	lightSpeed = 299792458.0    // m/s
	planck     = 6.62607015e-34 // J s
	earthM     = 6378.1e3       // m
)

// TelescopeGain returns the gain of a telescope in decibels.
//
// A telescope of diameter D sends light of wavelength λ into a cone about λ/D
// wide; against a source that shines into all directions the gain is
//
//	G = η (πD/λ)²
//
// Source: Kaushal and Kaddoum 2017, IEEE Commun. Surv. Tutor. 19(1).
// Ignores: the central obstruction, Gaussian truncation (put both into η).
// Good to: 0.01 dB of published gains of ideal telescopes (TestVal_Telescope).
// Needs: D, λ, η > 0.
func TelescopeGain(diameter, wavelength si.Length, efficiency float64) float64 {
	return 20*math.Log10(math.Pi*float64(diameter)/float64(wavelength)) + 10*math.Log10(efficiency)
}

// FreeSpaceLoss returns the loss over distance R in decibels.
//
//	L = (4πR/λ)²
//
// Source: Friis 1946, Proc. IRE 34(5).
// Ignores: air.
// Good to: 0.01 dB of tabulated values (ExampleFreeSpaceLoss).
// Needs: R, λ > 0.
func FreeSpaceLoss(distance, wavelength si.Length) float64 {
	return 20 * math.Log10(4*math.Pi*float64(distance)/float64(wavelength))
}

// PointingLoss returns the loss in decibels of a beam that misses by the angle θ,
// for a telescope of gain G:
//
//	L = e^(−G θ²)
//
// Source: Kaushal and Kaddoum 2017, IEEE Commun. Surv. Tutor. 19(1).
// Ignores: jitter; put its root mean square into θ.
// Good to: the Gaussian part of the beam, L below 3 dB.
// Needs: gain in decibels.
func PointingLoss(gainDB float64, miss si.Angle) float64 {
	return 10 * math.Log10(math.E) * math.Pow(10, gainDB/10) * float64(miss) * float64(miss)
}

// ReceivedPower returns the power at the detector in dBm: sent power and both
// gains, less the way and all other losses.
//
//	P_rx = P_tx + G_tx + G_rx − L_space − L_other
//
// Source: Kaushal and Kaddoum 2017, IEEE Commun. Surv. Tutor. 19(1);
// Liang et al. 2022, arXiv 2204.13177.
// Ignores: background light.
// Good to: the digits of a worked link (ExampleReceivedPower).
// Needs: all in decibels.
func ReceivedPower(sentDBm, sendGain, receiveGain, spaceLoss, otherLoss float64) float64 {
	return sentDBm + sendGain + receiveGain - spaceLoss - otherLoss
}

// PhotonsPerBit returns how many photons carry a bit.
//
//	n = P / (hν R_b),   ν = c/λ
//
// Source: energy of a photon; shot-noise limits of 71 photons for on-off keying
// and 196 for 16-QAM as quoted in arXiv 2511.19468.
// Ignores: coding.
// Good to: exact.
// Needs: rate and wavelength > 0.
func PhotonsPerBit(receivedDBm float64, rate si.BitRate, wavelength si.Length) float64 {
	return math.Pow(10, receivedDBm/10-3) * float64(wavelength) / (planck * lightSpeed * float64(rate))
}

// ConfocalRange returns how far apart two telescopes of a diameter can be before
// light spreads beyond the second: where the beam's Rayleigh range ends.
//
//	L = π a²/λ,   a = D/2
//
// Source: Siegman 1986, Lasers, section 17.1; used so in arXiv 2511.19468.
// Ignores: aberration.
// Good to: 2 % of the published 5 km for 10 cm (TestVal_ConfocalRange).
// Needs: λ > 0.
func ConfocalRange(diameter, wavelength si.Length) float64 {
	a := float64(diameter) / 2
	return math.Pi * a * a / float64(wavelength)
}

// SlantRange returns the distance in metres to a satellite seen at an elevation.
//
//	d = √((R+h)² − R² cos²ε) − R sin ε
//
// Source: law of cosines in the triangle of site, satellite and Earth's centre.
// Ignores: flattening, refraction.
// Good to: exact for a sphere.
// Needs: altitude ≥ 0.
func SlantRange(altitude si.Length, elevation si.Angle) float64 {
	sin, cos := math.Sincos(float64(elevation))
	r := earthM + max(0, float64(altitude))
	return math.Sqrt(r*r-earthM*cos*earthM*cos) - earthM*sin
}

// RoundTrip returns the seconds that light takes there and back over one way of
// the given metres in vacuum.
//
//	t = 2 d / c
//
// Source: definition of the metre; as in Handley 2018, HotNets.
// Ignores: switching; add hops.
// Good to: 0.15 ms of the usual table of city pairs (TestVal_RoundTrip).
// Needs: d ≥ 0.
func RoundTrip(metres float64) float64 { return 2 * metres / lightSpeed }

// FibreRoundTrip is RoundTrip in glass of group index n along a way that is k
// times as long as the great circle.
//
//	t = 2 d k n / c
//
// Source: ITU-T G.652 for n = 1.468; Handley 2018, HotNets.
// Ignores: amplifiers, routers.
// Good to: 0.15 ms of the usual table of city pairs (TestVal_RoundTrip).
// Needs: n ≥ 1, k ≥ 1.
func FibreRoundTrip(metres, index, stretch float64) float64 {
	return 2 * metres * index * stretch / lightSpeed
}

// SitesAvailability returns the share of time in which at least one of n
// ground sites has a clear sky, when each has one the share a of the time. Weather
// that correlates by ρ makes n sites worth fewer independent ones:
//
//	A = 1 − (1−a)^m,   m = 1 + (n−1)(1−ρ)
//
// Source: independent sites as in Fuchs and Moll 2015, J. Opt. Commun. Netw.
// 7(12); the reduction of n is ours and linear because it is exact at both ends.
// Ignores: seasons; handover.
// Good to: 0.0003 of the published eight-site network with ρ = 0 (TestVal_Sites).
// Needs: 0 ≤ a ≤ 1, n ≥ 1, 0 ≤ ρ ≤ 1; no site gives 0.
func SitesAvailability(site, sites, correlation float64) float64 {
	if sites < 1 {
		return 0
	}
	return 1 - math.Exp((1+(sites-1)*(1-correlation))*math.Log(1-site))
}

// availability is the share of time the ground is reached, by light or radio.
func (a *Access) availability() float64 {
	light := SitesAvailability(float64(a.SiteAvailability), float64(a.Sites), float64(a.Correlation))
	return light + (1-light)*float64(a.RadioBackup)
}
