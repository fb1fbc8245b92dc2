package launch

// PriorsOf2021 returns the priors of the end of 2021, by the rules by which those of
// 2017 were made. They were written once, with the outcome known, and not touched
// after the first forecast.
//
// Found: gaps, flights, boosters and reflights in J. McDowell's catalogue to 2021;
// 48 flights wanted for 2021 (press of 2021); 4,408 and 29,988 satellites, the second
// lot in sizes for Starship or for Falcon 9 (FCC, modification of April 2021,
// amendment of August 2021). From memory: one of 31 landings lost in 2021 and two of
// 25 the year before; 100 flights wanted of a booster.
// Judged: every width, and that Falcon 9 carries the second lot with one half.
// Ignores: that [FalconFit.Forecast] starts its landings at 22, the number of 2017.
func PriorsOf2021() FalconPriors {
	return FalconPriors{
		Pads: 3, PadDays: [2]float64{10, 35}, // fastest gaps of SLC-40 and LC-39A in 2021; a pad's share of 31 flights
		Boosters: 9, Reflights: 73, // ten flew in 2021, one of them was lost
		Turnaround:         [2]float64{55, 85},                                 // medians of 2021 and 2020: 63 and 79 days
		TurnaroundExponent: [2]float64{0.15, 0.42}, Fastest: [2]float64{3, 27}, // 27 days as flown
		ReuseLimit: [2]float64{10, 100}, LandingLoss: [2]float64{0.01, 0.08},
		BoosterProduction: [2]float64{3, 20}, CoreCeiling: 40, // two new ones flew in 2021, 13 in 2017
		StageProduction: [2]float64{31, 48}, StageCeiling: [2]float64{60, 240},
		Customers: [2]float64{10, 18}, CustomerGrowth: [2]float64{0.94, 1.12}, // 11 and 14 flights without Starlink in 2020 and 2021
		Constellation: 1, Announced: 2019.37, Slip: [2]float64{0.01, 0.02}, // flying since May 2019
		Satellites: 4408, MoreSatellites: 29988, MoreProbability: 0.5, Scale: [2]float64{0.33, 1},
		BuildYears: [2]float64{5, 8}, Life: [2]float64{4, 6}, // 1,900 in 2.6 years; the FCC's last milestone is March 2027
		PerFlight: [2]float64{20, 60}, // 60 of the first, 53 of the next; the second generation is larger
		Failure:   [2]float64{0.005, 0.03}, StandDownMonths: [2]float64{2, 6},
	}
}
