package workload

import "github.com/dawndusk/dawndusk/si"

// base returns the ledger's central values.
func base() *Params {
	return &Params{
		Accelerator: Accelerator{
			ITPerTDP: 1.35, PeakPerAverage: 1.2, TrainingRealised: 0.9, LowPrecisionGain: 1.4,
			InferenceRealised: 0.85, BatchMemoryBound: 0.5, RoadmapRealised: 0.8, RoadmapSlip: 4 * si.Month,
			GrowthStart: 0.24 * si.PerYear, GrowthDecay: 0.12 * si.PerYear, GrowthFloor: 0.06 * si.PerYear,
			MemoryGrowth: 0.8, JunctionLimit: (87 + 273.15) * si.Kelvin,
		},
		Price: Price{
			Server: 31 * si.DollarPerWatt, VendorMargin: 0.5, MarginFloor: 0.35, MarginDecay: 0.08 * si.PerYear,
			CostDecline: 0.02 * si.PerYear, CostFloor: 8 * si.DollarPerWatt, SpaceAdaptation: 0.1, OlderDiscount: 0.5, Warranty: 0.5,
		},
		Space: Space{
			GenerationLag: 12 * si.Month, BoardMass: 5 * si.KilogramPerKilowatt, BoardMassDecline: 0.03 * si.PerYear,
			BoardMassFloor: 2 * si.KilogramPerKilowatt, FailureMultiple: 1.7,
			MemoryError: si.PerDose(1 / (44 * float64(si.Rad))), MemoryErrorStops: 0.6,
			HostCrash: si.PerDose(1 / (425 * float64(si.Rad))), AcceleratorCrash: si.PerDose(1 / (5000 * float64(si.Rad))),
			CheckOverhead: 0.03, ResetTime: 10 * si.Minute, Utilisation: 0.95,
		},
		Job: Job{
			TrainingPower: 100 * si.ITMegawatt, Interruptions: 0.12 * si.PerYear, CheckpointTime: 15 * si.Second,
			RestartTime: 3 * si.Minute, NodeAvailability: 0.98, GridAvailability: 0.995, GroundThermal: 0.99,
		},
		Utilisation: Utilisation{Training: 0.85, Batch: 0.85, Inference: 0.6},
		Supply: Supply{
			NvidiaRate: 6.6 * si.GigawattPerYear, OtherShare: 0.45, GrowthStart: 0.48 * si.PerYear,
			GrowthDecay: 0.45 * si.PerYear, GrowthFloor: 0.05 * si.PerYear, StockLimit: 6 * si.Month, GroupShare: 0.1,
		},
		OwnFab: OwnFab{
			Start: 6 * si.Year, FirstRate: 0.5 * si.GigawattPerYear, Growth: 0.6 * si.PerYear, Cap: 15 * si.GigawattPerYear,
			Efficiency: 0.7, CostPremium: 0.3,
		},
	}
}
