package ground

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

const (
	firstYear     = 2026
	hoursPerYear  = 8766    // Julian year
	mwhPerWYear   = 8766e-6 // energy of a watt for a year, MWh
	nuclearFactor = 0.923   // capacity factor of the US fleet, 2024: EIA Electric Power Monthly, table 6.07.B
	secondsPerYr  = float64(si.Year)
)

// regionalLoad is the average load of each region's grid, W: what AI load is
// measured against.
//
// Source: yearly generation 2024 divided by 8,766 h; Ember, Global Electricity
// Review 2025: United States 4,390 TWh, Asia 16,000 TWh; Gulf Cooperation
// Council 850 TWh and Nordic countries 430 TWh rounded from the same data set.
// Good to: two digits; it only scales the feedback of AI load on price.
var regionalLoad = [NumRegions]float64{USGrid: 501e9, USOnSite: math.Inf(1), Gulf: 97e9, Nordics: 49e9, Asia: 1825e9}

// CRF returns the capital recovery factor: the level payment a year that repays
// one dollar over a number of years at a yearly rate.
//
//	CRF = r(1+r)ⁿ / ((1+r)ⁿ − 1) = r / (1 − (1+r)⁻ⁿ)
//
// Source: any text on engineering economy; written with expm1 and log1p so that
// r → 0 gives 1/n.
// Ignores: payments within the year.
// Good to: rounding.
// Needs: rate > −1, years > 0.
func CRF(rate, years float64) float64 {
	if math.Abs(rate) < 1e-9 {
		return 1 / years
	}
	return -rate / math.Expm1(-years*math.Log1p(rate))
}

// LCOE returns the levelised cost of energy in $/MWh of a plant that costs c
// dollars a watt, recovered at the factor CRF, with fixed cost f a year as a
// share of c, running at capacity factor k, with fuel and other running costs
// in $/MWh:
//
//	LCOE = c (CRF + f) / (8.766 MWh/kW·yr · k) + fuel + running
//
// Source: NREL Annual Technology Baseline, definition of LCOE; Lazard LCOE+.
// Ignores: tax and depreciation, carbon, the shape of load within the year.
// Good to: the bands of Lazard LCOE+ June 2025 for gas combined cycle and solar
// with storage contain it at the central inputs (a test holds this).
// Needs: capacityFactor > 0.
func LCOE(capexUSDPerW, crf, fixedShare, capacityFactor, fuelUSDPerMWh, runningUSDPerMWh float64) float64 {
	return capexUSDPerW*(crf+fixedShare)/(mwhPerWYear*capacityFactor) + fuelUSDPerMWh + runningUSDPerMWh
}

// firmSolarUSDPerW returns the capital of one firm watt from the sun: o watts of
// panels and h hours of battery.
//
//	c = o · c_PV + h · c_B
//
// Source: the structure of off-grid design studies, such as Vernon (2024), How
// to make off grid data centers affordable, and the Abu Dhabi plant of 2025.
// Ignores: backup generators (a data centre's own are in the shell) and the
// hours they run, a few per cent of the year in the desert.
// Good to: 41 % above the Abu Dhabi plant's 6 $/W at US prices, as those are
// higher (a test holds this to between equal and 1.7 times).
// Needs: nothing.
func firmSolarUSDPerW(pvUSDPerW, batteryUSDPerWh, overbuild, hours float64) float64 {
	return overbuild*pvUSDPerW + hours*batteryUSDPerWh
}

// price is what power costs by one offer in one year, before PUE.
type price struct {
	usdPerMWh, avoidable float64
}

func years(d si.Duration) float64 { return d.In(si.Year) }
func perYear(r si.Rate) float64   { return r.In(si.PerYear) }
func perMWh(c si.USDPerEnergy) float64 {
	return c.In(si.DollarPerMegawattHour)
}
func wPerYear(r si.PowerRate) float64 { return r.SI() * secondsPerYr }

// growth returns the factor by which a yearly rate or a price has changed when
// its growth starts at g and fades over τ, and the share e^(−t/τ) of the growth
// is still to come:
//
//	G(t) = exp( g τ (1 − e^(−t/τ)) )
//
// Source: Gompertz's curve, the usual form of growth that saturates.
// Ignores: shocks.
// Good to: not tested against data; it is bounded by exp(gτ).
// Needs: τ > 0.
func growth(g, τ, toCome float64) float64 {
	var e exponential
	return e.growth(g, τ, toCome)
}

// growth is the function of this name.
func (e *exponential) growth(g, τ, toCome float64) float64 { return e.at(g * τ * (1 - toCome)) }

// exponential is e^x, and where it was last taken in full: x moves little from year to
// year, and within 0.08 of there the series is good to 1e-11.
type exponential struct{ x, value float64 }

func (e *exponential) at(x float64) float64 {
	z := x - e.x
	if e.value == 0 || !(z < 0.08 && z > -0.08) {
		e.x, e.value = x, math.Exp(x)
		return e.value
	}
	y := z * z
	return e.value * (1 + z + y*((1./2+z*(1./6))+y*((1./24+z*(1./120))+y*(1./720))))
}
