package fleet

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Hazards are the constant rates that stand for a design's losses in the
// levelised cost of one satellite that has arrived in orbit.
type Hazards struct {
	ByModePerYear  [NumModes]float64 // losses of whole satellites in service; Infant is zero
	HazardPerYear  float64           // their sum, repairs taken off
	FadePerYear    float64           // capacity lost by a satellite that survives
	InfantShare    float64           // lost before entering service
	SpareShare     float64           // in service and not sold
	StartMonths    float64           // chips to first revenue with no wait for a flight
	LifeYears      float64           // in service
	RepairsPerYear float64           // per satellite in service
	RepairUSD      float64           // of one repair
	DisposalFailed float64           // share of satellites retired whose disposal fails

	// DeliveredFraction is the mean over the life of the capacity sold, as a
	// share of what arrived in orbit.
	DeliveredFraction float64
}

// SurvivalRate returns the constant rates that stand for what Model plays out
// month by month.
//
// A satellite in service is lost at the sum λ of the rates of its modes, and
// while it lives its capacity fades at the rate φ. Storms count with their rate
// times the share they kill. A serial defect does not strike at random: it shows
// once the first of a block has served the time τ, and kills the share s of
// those in orbit with the probability p. A block is launched over a year, so at
// that moment the mean satellite has served τ − w/2, and a share w of the block
// is in orbit, w = min(1, τ + raise). With x = λ+φ of all else, it takes the
// share δ of what the life L would deliver; the constant rate λ_d takes as much,
// to the second order:
//
//	δ = p·s·w·(e^−xa − e^−xL)/(1 − e^−xL), a = τ − w/2
//	J = 1/xL − e^−xL/(1 − e^−xL)
//	λ_d = (δ/J + 4δ²/3) / L
//
// Delivered over the life, per satellite arrived, with the infant share i and
// the spares k, where i holds also what fails at random while it raises:
//
//	D = (1−i)(1−k)·(1 − e^−(λ+φ)L) / ((λ+φ)L)
//
// Source: exponential life, e.g. Turyshev 2026, arXiv 2604.27197, lifetime factor λL/(1−e^−λL); the serial defect derived in doc/model/fleet.md.
// Ignores: early retirement for want of revenue, wear-out.
// Good to: 1.5 % of the delivered capacity of Model over 400 drawn histories; TestVerif_SurvivalRateAgreesWithTheModel.
// Needs: rates ≥ 0.
func SurvivalRate(p *Params, d *Design) Hazards {
	var h Hazards
	L := clampLife(d.LifeYears)
	repaired := clamp01(float64(p.Repair.Share))
	h.ByModePerYear[Puncture] = positive(d.PunctureRatePerYear)
	h.ByModePerYear[Pump] = p.Failure.Pump.In(si.PerYear) * (1 - repaired)
	h.ByModePerYear[Avionics] = p.Failure.Avionics.In(si.PerYear) * (1 - repaired)
	h.ByModePerYear[SolarStorm] = p.Storm.Rate.In(si.PerYear) * clamp01(float64(p.Storm.Share))
	h.FadePerYear = positive(d.FadePerYear) + PartialPerYear(p)
	raising := (p.Pipeline.Raise + p.Pipeline.Checkout).In(si.Year)
	random := 0.0 // all but the serial defect
	for _, rate := range h.ByModePerYear {
		random += rate
	}
	h.ByModePerYear[SerialDefect] = defectRate(&p.Defect, raising, random+h.FadePerYear, L)
	h.HazardPerYear = random + h.ByModePerYear[SerialDefect]
	h.InfantShare = 1 - (1-clamp01(float64(p.Failure.Infant)))*math.Exp(-random*raising)
	h.SpareShare = clamp01(float64(p.Service.Spares))
	h.StartMonths = (p.Pipeline.Integration + p.Pipeline.Campaign + p.Pipeline.Raise + p.Pipeline.Checkout).In(si.Month)
	h.LifeYears = L
	h.RepairsPerYear = (p.Failure.Pump + p.Failure.Avionics).In(si.PerYear) * repaired
	h.RepairUSD = float64(p.Repair.Cost) * (positive(d.BusUSD) + positive(d.ChipUSD))
	h.DisposalFailed = clamp01(float64(p.Service.DisposalFailed))
	h.DeliveredFraction = (1 - h.InfantShare) * (1 - h.SpareShare) * meanExp((h.HazardPerYear+h.FadePerYear)*L)
	return h
}

// defectRate returns λ_d of SurvivalRate for a satellite of which all else takes
// the rate x over the life L, in years.
func defectRate(q *Defect, raising, x, L float64) float64 {
	if L <= 0 {
		return 0
	}
	τ := q.Onset.In(si.Year)
	w := min(1, τ+raising)
	a := min(L, τ-w/2)
	left, mean := (L-a)/L, 0.5
	if x*L > 1e-4 { // below, both differ from these limits by less than 1e-4
		end := math.Exp(-x * L)
		left = (math.Exp(-x*a) - end) / (1 - end)
		mean = 1/(x*L) - end/(1-end)
	}
	δ := clamp01(float64(q.Chance)) * clamp01(float64(q.Share)) * w * clamp01(left)
	return (δ/mean + 4.0/3*δ*δ) / L
}

// PartialPerYear returns the rate at which a satellite in service loses
// capacity to failed parts.
//
// Each failed accelerator, array string or optical terminal takes a share of the
// satellite with it. With n parts failing at a rate each, the share lost a year
// is the rate times what one failure takes, in units of one part:
//
//	φ = r_chip·k·ℓ_chip + r_string·s_string + r_terminal·s_terminal
//
// where the ground rate r_chip of permanent accelerator failures is multiplied
// by k for orbit and ℓ is the capacity lost for each accelerator.
//
// Source: derived. Rates: see the ledger.
// Ignores: transient upsets, which belong to the availability of the machine, and redundancy running out.
// Good to: follows from its inputs; not compared with a flown fleet, since none flies.
// Needs: rates ≥ 0.
func PartialPerYear(p *Params) float64 {
	q := &p.Partial
	chip := q.ChipGround.In(si.PerYear) * float64(q.ChipSpace) * float64(q.ChipLoss)
	array := q.StringRate.In(si.PerYear) * float64(q.StringShare)
	laser := q.TerminalRate.In(si.PerYear) * float64(q.TerminalShare)
	return positive(chip) + positive(array) + positive(laser)
}

// meanExp returns the mean of e^−x·t over t from 0 to 1.
func meanExp(x float64) float64 {
	if x < 1e-9 { // the next term of the series is below 1e-9
		return 1
	}
	return -math.Expm1(-x) / x
}

// maxLifeYears bounds a satellite's life, so that its cohorts fit the ring.
const maxLifeYears = 15

func clampLife(years float64) float64 { return min(positive(years), maxLifeYears) }

// positive returns x, or 0 where x is negative or not a number.
func positive(x float64) float64 {
	if x > 0 {
		return x
	}
	return 0
}

func clamp01(x float64) float64 { return min(positive(x), 1) }
