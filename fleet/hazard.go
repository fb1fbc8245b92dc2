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
}

// DeliveredFraction is the mean over the life of the capacity sold, as a share of
// what arrived in orbit: D of SurvivalRate.
func (h *Hazards) DeliveredFraction() float64 {
	return (1 - h.InfantShare) * (1 - h.SpareShare) * meanExp((h.HazardPerYear+h.FadePerYear)*h.LifeYears)
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
func SurvivalRate(p *Params, d *Design) (h Hazards) {
	r := newRates(p)
	r.survival(d, &h)
	return h
}

// SurvivalRate fills in h with the rates for a design under the inputs of the
// last Reset: what the function of this name returns, without working out again
// what depends on those alone.
func (m *Model) SurvivalRate(d *Design, h *Hazards) { m.rates.survival(d, h) }

// rates are what losses take from the inputs alone.
type rates struct {
	avionics, pump    float64 // a year, repairs taken off
	storm             float64 // losses a year to storms
	partial           float64 // a year
	infant            float64 // share lost at checkout
	raising           float64 // years
	repaired          float64 // a year
	repairShareOfCost float64
	spares            float64
	disposalFailed    float64
	startMonths       float64
	defectAge         float64 // τ − w/2 of SurvivalRate, years
	struck            float64 // p·s·w of SurvivalRate

	raised, onset, life decay // of designs, from one to the next
}

// decay is e^(−x), and where it was last taken in full: designs differ little, and within
// 0.08 of there the series is good to 1e-11.
type decay struct{ x, value float64 }

func (d *decay) at(x float64) float64 {
	z := d.x - x
	if d.value == 0 || !(z < 0.08 && z > -0.08) {
		d.x, d.value = x, math.Exp(-x)
		return d.value
	}
	y := z * z
	return d.value * (1 + z + y*((1./2+z*(1./6))+y*((1./24+z*(1./120))+y*(1./720))))
}

func newRates(p *Params) rates {
	f, q := &p.Failure, &p.Pipeline
	repaired := clamp01(float64(p.Repair.Share))
	r := rates{
		avionics:          positive(f.Avionics.In(si.PerYear)) * (1 - repaired),
		pump:              positive(f.Pump.In(si.PerYear)) * (1 - repaired),
		storm:             positive(p.Storm.Rate.In(si.PerYear)) * clamp01(float64(p.Storm.Share)),
		partial:           PartialPerYear(p),
		infant:            clamp01(float64(f.Infant)),
		raising:           (q.Raise + q.Checkout).In(si.Year),
		repaired:          positive((f.Avionics + f.Pump).In(si.PerYear)) * repaired,
		repairShareOfCost: float64(p.Repair.Cost),
		spares:            clamp01(float64(p.Service.Spares)),
		disposalFailed:    clamp01(float64(p.Service.DisposalFailed)),
		startMonths:       (q.Integration + q.Campaign + q.Raise + q.Checkout).In(si.Month),
	}
	τ := p.Defect.Onset.In(si.Year)
	w := min(1, τ+r.raising)
	r.defectAge = τ - w/2
	r.struck = clamp01(float64(p.Defect.Chance)) * clamp01(float64(p.Defect.Share)) * w
	return r
}

// survival is SurvivalRate.
func (r *rates) survival(d *Design, h *Hazards) {
	L := clampLife(d.LifeYears)
	puncture := positive(d.PunctureRatePerYear)
	random := puncture + r.pump + r.avionics + r.storm // all but the serial defect
	fade := positive(d.FadePerYear) + r.partial
	defect := r.defectRate(random+fade, L)
	by := &h.ByModePerYear
	clear(by[:])
	by[Puncture], by[Pump], by[Avionics], by[SerialDefect], by[SolarStorm] = puncture, r.pump, r.avionics, defect, r.storm
	h.HazardPerYear, h.FadePerYear = random+defect, fade
	h.InfantShare = 1 - (1-r.infant)*r.raised.at(random*r.raising)
	h.SpareShare = r.spares
	h.StartMonths = r.startMonths
	h.LifeYears = L
	h.RepairsPerYear = r.repaired
	h.RepairUSD = r.repairShareOfCost * (positive(d.BusUSD) + positive(d.ChipUSD))
	h.DisposalFailed = r.disposalFailed
}

// defectRate returns λ_d of SurvivalRate for a satellite of which all else takes
// the rate x over the life L, in years.
func (r *rates) defectRate(x, L float64) float64 {
	if L <= 0 || r.struck == 0 {
		return 0
	}
	a := si.Lesser(L, r.defectAge)
	left, mean := (L-a)/L, 0.5
	if x*L > 1e-4 { // below, both differ from these limits by less than 1e-4
		end := r.life.at(x * L)
		left = (r.onset.at(x*a) - end) / (1 - end)
		mean = 1/(x*L) - end/(1-end)
	}
	δ := r.struck * clamp01(left)
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
	if x > 0.1 { // the difference keeps all but a digit, and Exp is twice as fast
		return (1 - math.Exp(-x)) / x
	}
	return -math.Expm1(-x) / x
}

// maxLifeYears bounds a satellite's life, so that its cohorts fit the ring.
const maxLifeYears = 15

func clampLife(years float64) float64 { return si.Lesser(positive(years), maxLifeYears) }

// positive returns x, or 0 where x is negative or not a number.
func positive(x float64) float64 {
	if x > 0 {
		return x
	}
	return 0
}

func clamp01(x float64) float64 { return si.Lesser(positive(x), 1) }
