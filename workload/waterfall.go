package workload

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Waterfall is what is left of a rated hour at each step on the way to the
// customer, each a share of the step before, 0 to 1. No loss may stand in two
// steps: failures for good are the fleet's and the sites' business, not here.
type Waterfall struct {
	Peak         float64 // rated: 1 by the definition of the H100e
	Software     float64 // compute left after checks that the other side does not need
	Power        float64 // hours and watts with power: grid outages; eclipse where no battery carries it
	Thermal      float64 // speed left after throttling
	Network      float64 // goodput of the job against the same job in a ground cluster
	Availability float64 // hours not lost to interruptions, checkpoints and repair
	Utilisation  float64 // available hours that are sold
}

// Delivered returns the H100e hours sold per rated H100e hour: the one product
// that both sides use.
//
// Source: definition.
// Ignores: permanent losses, which stocks of hardware carry.
// Good to: exact.
// Needs: every step in [0, 1].
func Delivered(w Waterfall) float64 {
	return w.Peak * w.Software * w.Power * w.Thermal * w.Network * w.Availability * w.Utilisation
}

// JobMTBF returns the mean seconds between stops of a job of n members that all
// wait for each other, when each stops λ times a year:
//
//	M = 1 / (λ n)
//
// Source: sum of independent Poisson streams.
// Ignores: faults that strike many members at once.
// Good to: 1 % of the Llama 3 run as published (TestVal_Llama3MTBF).
// Needs: members > 0; a rate of 0 gives +Inf.
func JobMTBF(stopsPerYear, members float64) float64 {
	return si.Year.In(si.Second) / (stopsPerYear * members)
}

// YoungInterval returns the time between checkpoints that wastes least.
//
// Saving takes C; a failure, once in M on average, loses half an interval τ:
//
//	τ = √(2 C M)
//
// Source: J. W. Young 1974, CACM 17(9), equation (3).
// Ignores: restart time, failures while saving.
// Good to: 1 % of the attainable progress for C < M/50 (TestVerif_Intervals).
// Needs: C ≥ 0, M ≥ 0, same unit.
func YoungInterval(save, mtbf float64) float64 { return math.Sqrt(2 * save * mtbf) }

// FirstOrderWaste returns the share of time lost to saving every τ and to
// repeating half of τ after each failure:
//
//	w = C/τ + τ/(2M)
//
// Source: J. W. Young 1974, CACM 17(9).
// Ignores: restart time and second order; above 0.3 use CheckpointEfficiency.
// Good to: see CheckpointEfficiency.
// Needs: τ > 0, M > 0.
func FirstOrderWaste(save, interval, mtbf float64) float64 {
	return save/interval + interval/(2*mtbf)
}

// DalyInterval returns the interval that wastes least to higher order.
//
//	τ = √(2CM) (1 + ⅓√(C/2M) + C/18M) − C   for C < 2M,   else M
//
// Source: J. T. Daly 2006, Future Generation Computer Systems 22, equation (37).
// Ignores: restart time, which does not move the optimum.
// Good to: 0.1 % of the attainable progress for C < M/4 (TestVerif_Intervals).
// Needs: C ≥ 0, M ≥ 0.
func DalyInterval(save, mtbf float64) float64 {
	if save >= 2*mtbf {
		return mtbf
	}
	ξ := save / (2 * mtbf)
	return math.Sqrt(2*save*mtbf)*(1+math.Sqrt(ξ)/3+ξ/9) - save
}

// CheckpointEfficiency returns the share of time in which a job that fails at
// random makes progress it keeps.
//
// Failures come once in M on average. An interval τ and its save C must pass
// without one; each failure costs a restart R, which may fail as well. The wall
// time for one interval is M e^(R/M) (e^((τ+C)/M) − 1), so
//
//	η = τ / ( M e^(R/M) (e^((τ+C)/M) − 1) )
//
// at Daly's τ.
//
// Source: J. T. Daly 2006, Future Generation Computer Systems 22, the wall time before it is approximated.
// Ignores: failures that come in bursts; work lost before a fault is noticed.
// Good to: 0.5 % of a simulation of 200,000 failures (TestVerif_CheckpointSimulation).
// Needs: C ≥ 0, R ≥ 0; M ≤ 0 gives 0, M = +Inf gives 1.
func CheckpointEfficiency(save, restart, mtbf float64) float64 {
	if math.IsInf(mtbf, 1) {
		return 1
	}
	if !(mtbf > 0) || restart > 500*mtbf {
		return 0
	}
	τ := DalyInterval(save, mtbf)
	if !(τ > 0) { // saving costs nothing: only the restart is left
		return math.Exp(-restart / mtbf)
	}
	return τ / (mtbf * math.Exp(restart/mtbf) * math.Expm1((τ+save)/mtbf))
}

// GroundWaterfall returns the waterfall of a ground site for a product.
func GroundWaterfall(p *Params, product Product) Waterfall {
	j := &p.Job
	w := Waterfall{Peak: 1, Software: 1, Network: 1,
		Power:        float64(j.GridAvailability),
		Thermal:      float64(j.GroundThermal),
		Availability: float64(j.NodeAvailability),
		Utilisation:  p.sold(product),
	}
	perYear := j.Interruptions.In(si.PerYear)
	if product == Training {
		w.Availability *= p.trainingEfficiency(perYear, j.TrainingPower.In(si.ITWatt), j.RestartTime)
	} else {
		w.Availability *= kept(perYear, j.RestartTime)
	}
	return w
}

// Orbit is what the other packages say about a satellite.
type Orbit struct {
	PoweredShare  float64              // share of compute power over the year: 1 where battery carries eclipse, else the sunlit share
	ThermalShare  float64              // speed left at the radiator's temperature; 1 where it is sized for the peak
	Goodput       [NumProducts]float64 // of the network against a ground cluster, by product
	DoseGyPerYear float64              // behind the shield
	LockstepW     float64              // IT watts that stop together in training: one satellite
}

// OrbitWaterfall returns the waterfall of a satellite for a product. Chips that
// fail for good are the fleet's; here are the stops that a reset cures.
func OrbitWaterfall(p *Params, product Product, o Orbit) Waterfall {
	s := &p.Space
	w := Waterfall{Peak: 1, Software: 1,
		Power:       o.PoweredShare,
		Thermal:     o.ThermalShare,
		Network:     o.Goodput[product],
		Utilisation: p.sold(product) * float64(s.Utilisation),
	}
	perYear := p.OrbitInterruptionsPerYear(o.DoseGyPerYear)
	if product == Training {
		w.Availability = p.trainingEfficiency(perYear, o.LockstepW, s.ResetTime)
	} else {
		w.Availability = kept(perYear, s.ResetTime)
	}
	if product != Inference { // a wrong token in three million does not matter; a wrong gradient does
		w.Software = 1 - float64(s.CheckOverhead)
	}
	return w
}

// OrbitInterruptionsPerYear returns how often an accelerator in orbit stops.
//
// What stops it on the ground, λ, stops it in orbit more often by a factor m;
// radiation adds memory errors, of which the share s stops the job, and crashes
// of host and accelerator, each in proportion to the dose rate Ḋ:
//
//	λ' = m λ + Ḋ (s k_mem + k_host + k_acc)
//
// Source: proton test of a TPU v6e tray at 67 MeV, Agüera y Arcas et al. 2025,
// arXiv 2511.19468, section on radiation; λ of the Llama 3 training run, arXiv
// 2407.21783, table 5.
// Ignores: heavy ions, which the proton test did not have; storms.
// Good to: not measured in orbit.
// Needs: dose rate ≥ 0.
func (p *Params) OrbitInterruptionsPerYear(doseGyPerYear float64) float64 {
	s := &p.Space
	perGray := float64(s.MemoryError)*float64(s.MemoryErrorStops) + float64(s.HostCrash) + float64(s.AcceleratorCrash)
	return p.Job.Interruptions.In(si.PerYear)*float64(s.FailureMultiple) + doseGyPerYear*perGray
}

// trainingEfficiency is CheckpointEfficiency of watts in lock step; an accelerator
// of the GB300 is the piece that stops on its own.
func (p *Params) trainingEfficiency(stopsPerYear, lockstepW float64, restart si.Duration) float64 {
	accelerators := max(1, lockstepW/(roadmap[gb300].tdpW*float64(p.Accelerator.ITPerTDP)))
	return CheckpointEfficiency(p.Job.CheckpointTime.In(si.Second), restart.In(si.Second), JobMTBF(stopsPerYear, accelerators))
}

// kept is the share of a year left by stops that each take away restart.
func kept(stopsPerYear float64, restart si.Duration) float64 {
	return 1 / (1 + stopsPerYear*restart.In(si.Year))
}

// sold is the utilisation of a product.
func (p *Params) sold(product Product) float64 {
	switch product {
	case Training:
		return float64(p.Utilisation.Training)
	case Batch:
		return float64(p.Utilisation.Batch)
	}
	return float64(p.Utilisation.Inference)
}
