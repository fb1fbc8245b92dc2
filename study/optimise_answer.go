package study

import "math"

// OptimisePlan is what a search will cost.
type OptimisePlan struct {
	Variables, Evaluations, Draws, CheckDraws int
	Plays, MostPlays                          int // of one round, and at most
	Warnings                                  []string
}

// OptimiseVariable is what became of a variable.
type OptimiseVariable struct {
	Path  string `json:"path"`
	What  string `json:"what"`
	Unit  string `json:"unit"`  // of the numbers; "" of a count or a share
	Scale string `json:"scale"` // "log" or "linear"

	Low     Number `json:"low"` // searched from here
	High    Number `json:"high"`
	Base    Number `json:"base"`
	Optimum Number `json:"optimum"`
	AtBound string `json:"at_bound"` // "low", "high" or ""

	FlatLow  Number `json:"flat_low"` // about the optimum the metric stays within a hundredth from here
	FlatHigh Number `json:"flat_high"`

	Sweep []SweepPoint `json:"sweep"` // all else at the optimum

	gauge gauge
}

// Text writes a value of the variable with its unit.
func (v *OptimiseVariable) Text(n Number) string {
	return gauge{v.Unit, 0, 1}.text(float64(n), math.Abs(float64(v.High-v.Low)))
}

// SweepPoint is the optimum with one variable moved. Figures are medians.
type SweepPoint struct {
	Value        Number `json:"value"`
	Within       bool   `json:"within"`  // of what was searched
	Counted      Number `json:"counted"` // the metric, what is not feasible graded
	Change       Number `json:"change"`  // of it, against the optimum over the same draws
	MassT        Number `json:"mass_t"`
	KWPerT       Number `json:"specific_power_kw_per_t"`
	HourUSD      Number `json:"usd_per_gpu_h"`
	CapexUSDPerW Number `json:"capex_usd_per_w"`
	PerFlight    Number `json:"satellites_per_flight"`
	PanelC       Number `json:"panel_c"`
	OverDose     Number `json:"over_dose_fraction"`
	Undelivered  Number `json:"undelivered_fraction"`
}

// OptimiseChoice is what became of a choice, and what each other option would do
// at the optimum.
type OptimiseChoice struct {
	Path    string         `json:"path"`
	What    string         `json:"what"`
	Base    string         `json:"base"`
	Optimum string         `json:"optimum"`
	Options []OptionChange `json:"options"`
}

// OptionChange is the optimum with one choice made otherwise.
type OptionChange struct {
	Option        string `json:"option"`
	Counted       Number `json:"counted"`
	Change        Number `json:"change"` // against the optimum over the same draws
	StandardError Number `json:"standard_error"`
	OverDose      Number `json:"over_dose_fraction"`
	HoldsLess     bool   `json:"holds_dose_less"` // than base and optimum, so that it may not be chosen where the dose is to be held
}

// DesignFigures are what a design comes to over the fresh draws: medians, but for
// Counted, which is the metric as it was asked for, and the shares.
type DesignFigures struct {
	Counted      Number        `json:"counted"`         // what is not feasible graded, and what is retired at its dose so counted
	Metric       Number        `json:"metric"`          // as the chain has it; null where too many draws have none
	SearchDraws  Number        `json:"on_search_draws"` // Counted over the draws of the search
	HourUSD      Number        `json:"usd_per_gpu_h"`   // medians from here
	Ratio        Number        `json:"cost_ratio"`      //
	RentUSD      Number        `json:"rent_usd_per_w_yr"`
	CapexUSDPerW Number        `json:"capex_usd_per_w"`
	MassT        Number        `json:"mass_t"`
	KWPerT       Number        `json:"specific_power_kw_per_t"`
	PerFlight    Number        `json:"satellites_per_flight"`
	PanelC       Number        `json:"panel_c"`
	ShieldMM     Number        `json:"shield_mm"`
	Delivered    Number        `json:"delivered_fraction_of_life"`
	OverDose     Number        `json:"over_dose_fraction"`   // of the draws: the deepest shield does not hold the dose with its margin
	DoseByLimit  Number        `json:"dose_by_limit"`        // mean of the draws' dose of the life, margin counted, by what machines bear; 1 where held
	Undelivered  Number        `json:"undelivered_fraction"` // of the draws: no hour can be had
	Cheaper      Number        `json:"p_orbit_cheaper"`
	Orbits       []DesignShare `json:"orbits"`
	EclipseModes []DesignShare `json:"eclipse_modes"`
}

// DesignShare is the share of the draws that choose something.
type DesignShare struct {
	Name  string `json:"name"`
	Share Number `json:"share"`
}

// OptimiseSummary is the contract of `optimise --json`.
type OptimiseSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	MoneyYear    int    `json:"money_year"`

	Metric  string `json:"metric"`
	What    string `json:"what"`
	Unit    string `json:"unit"`
	More    bool   `json:"more_is_better"`
	Robust  string `json:"robust"`
	Year    int    `json:"year"`
	Product string `json:"product"`
	Dose    string `json:"dose"`

	NothingOrdered bool `json:"nothing_ordered"` // in orbit in the scenario: what is priced nobody builds

	Draws       int    `json:"draws"`       // of the search; 0: central values, even luck
	CheckDraws  int    `json:"check_draws"` // fresh ones, of all else
	Seed        uint64 `json:"seed"`
	Evaluations int    `json:"evaluations"` // designs tried
	Rounds      int    `json:"rounds"`      // of the search, one for each change of choices
	Plays       int    `json:"plays"`

	Base        DesignFigures `json:"base"`
	Optimum     DesignFigures `json:"optimum"`
	Gain        Number        `json:"gain"` // share of Counted saved, or gained, over the fresh draws
	GainError   Number        `json:"gain_standard_error"`
	SearchGain  Number        `json:"gain_on_search_draws"`
	BetterShare Number        `json:"better_fraction"` // of the fresh draws in which the optimum is the better design
	DoseKept    bool          `json:"dose_kept"`       // over the draws of the search the optimum holds its dose no less than the base design

	Variables []OptimiseVariable `json:"variables"`
	Choices   []OptimiseChoice   `json:"choices"`
	Warnings  []string           `json:"warnings"`
}

// The rounds of a search, should the choices change at its end, and the bounds of
// its options.
const (
	maxRounds        = 3
	MaxOptimisePlays = 50_000_000
	maxOptimiseSteps = 101
)
