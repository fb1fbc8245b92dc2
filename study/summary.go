package study

import (
	"encoding/json"
	"math"
)

// Number is a float64 that JSON shows as null when it is not finite: a cost that
// does not exist, a year that never comes.
type Number float64

// MarshalJSON writes null for NaN and the infinities.
func (n Number) MarshalJSON() ([]byte, error) {
	if f := float64(n); math.IsNaN(f) || math.IsInf(f, 0) {
		return []byte("null"), nil
	}
	return json.Marshal(float64(n))
}

// Finite reports whether n is a number to print.
func (n Number) Finite() bool { return !math.IsNaN(float64(n)) && !math.IsInf(float64(n), 0) }

// Band is a distribution over draws by three quantiles. An infinite quantile
// means that at least that share of the draws has no such value.
type Band struct {
	P10 Number `json:"p10"`
	P50 Number `json:"p50"`
	P90 Number `json:"p90"`
}

// Crossover is the year from which orbit stays cheaper for 24 months.
type Crossover struct {
	P10           Number `json:"p10"`
	P50           Number `json:"p50"`
	P90           Number `json:"p90"`
	NeverFraction Number `json:"never_fraction"`
}

// Summary is what a study of one scenario found: the contract of `run --json`.
// Amounts are in US dollars of MoneyYear, costs at the full boundary.
type Summary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	Seed         uint64 `json:"seed"`
	Draws        int    `json:"draws"`
	MoneyYear    int    `json:"money_year"`
	Boundary     string `json:"boundary"`
	PriceBasis   string `json:"launch_price_basis"`
	Policy       string `json:"policy"`
	AsOf         string `json:"as_of"`

	Headline struct {
		Product       string    `json:"product"`
		CrossoverYear Crossover `json:"crossover_year"`
		BuiltFraction Number    `json:"built_fraction"`
	} `json:"headline"`
	Products []ProductSummary `json:"products"`
	Priors   []Verdict        `json:"priors"`
	Policies []Verdict        `json:"policies"`
	// LaunchBases is the verdict with launch at each of its three prices.
	LaunchBases []Verdict `json:"launch_bases"`
	// CorrelationsOff is the base verdict with every input drawn on its own.
	CorrelationsOff Verdict `json:"correlations_off"`
	// CentralValues is one run of every input at its central value, with even luck.
	CentralValues CentralValues `json:"central_values"`

	Series    []SeriesYear `json:"series"`
	CostYear  int          `json:"cost_year"` // of CostLines and Pool
	CostLines []CostLine   `json:"cost_lines"`
	Finance   []Financing  `json:"finance"` // of CostLines
	Costs     []CostRow    `json:"costs"`   // of CostYear, every boundary in every metric, over as many draws as CostDraws
	CostDraws int          `json:"cost_draws"`
	Pool      Pool         `json:"pool"`
	Binding   []Binding    `json:"binding"`
	Project   Project      `json:"project"`
	Drivers   []Driver     `json:"drivers"` // strongest first
	Evidence  struct {
		AssumedFraction Number `json:"assumed_fraction"`
	} `json:"evidence"`
	Reach    Reach    `json:"reach"`
	Sampling Sampling `json:"sampling"`
	Warnings []string `json:"warnings"`

	// What is played beside the chain; null where the scenario leaves it out. Claims
	// are held against all of it.
	ChapterDraws int             `json:"chapter_draws"` // draws that these are of
	Moon         *MoonChapter    `json:"moon"`
	Company      *CompanyChapter `json:"company"`
	Lab          *LabChapter     `json:"lab"`
	Events       []EventChapter  `json:"events" nullable:"true"`
	Claims       []Claim         `json:"claims"`
}

// Sampling is how far the headline numbers may lie from those of infinitely many
// draws: the errors of plain sampling of as many draws. The draws are stratified,
// which makes the true errors smaller wherever inputs act mostly one by one;
// doc/model/sampling.md says how much, and what the worst case is.
type Sampling struct {
	Method     string          `json:"method"`
	Confidence Number          `json:"confidence"` // of low to high
	Numbers    []SamplingError `json:"numbers"`
}

// SamplingError is the error of one number. Low, high and the standard error are
// null where there are too few draws to bound it, or no such number.
type SamplingError struct {
	Of            string `json:"of"` // its place among the keys of the verdict or of the series
	Year          int    `json:"year"`
	At            string `json:"at"` // "p10", "p50", "p90" or "share"
	Value         Number `json:"value"`
	StandardError Number `json:"standard_error"`
	Low           Number `json:"low"`
	High          Number `json:"high"`
}

// Error finds the error of a number; its standard error is NaN if there is none.
func (s *Sampling) Error(of string, year int, at string) SamplingError {
	for _, e := range s.Numbers {
		if e.Of == of && e.Year == year && e.At == at {
			return e
		}
	}
	nan := Number(math.NaN())
	return SamplingError{of, year, at, nan, nan, nan, nan}
}

// ProductSummary is the crossover of one product.
type ProductSummary struct {
	Name              string    `json:"name"`
	CrossoverYear     Crossover `json:"crossover_year"`
	RecrossedFraction Number    `json:"recrossed_fraction"` // draws in which ground becomes cheaper again after the crossover
	CensoredFraction  Number    `json:"censored_fraction"`  // draws in which orbit is below ground at the horizon, but for less than 24 months
}

// Verdict is the headline under another set of priors, another policy, another
// price of launch, or without correlations.
type Verdict struct {
	Name              string    `json:"name"`
	POrbitCheaper2029 Number    `json:"p_orbit_cheaper_2029"`
	POrbitCheaper2035 Number    `json:"p_orbit_cheaper_2035"`
	POrbitCheaper2045 Number    `json:"p_orbit_cheaper_2045"`
	CrossoverYear     Crossover `json:"crossover_year"`
	BuiltFraction     Number    `json:"built_fraction"`
	OrbitGW2035       Band      `json:"orbit_gw_2035"`
	OrbitGW2045       Band      `json:"orbit_gw_2045"`
	CostRatio2035     Band      `json:"cost_ratio_2035"` // orbit's levelised cost over the ground's
	CostRatio2045     Band      `json:"cost_ratio_2045"`
	StandardError2035 Number    `json:"standard_error_2035"` // sampling error of POrbitCheaper2035
}

// SeriesYear is one calendar year. Costs and the probability are of mid-year and
// of the headline product; capacities of the year's end; flows of the year.
type SeriesYear struct {
	Year          int    `json:"year"`
	POrbitCheaper Number `json:"p_orbit_cheaper"`
	POrbitPays    Number `json:"p_orbit_pays"` // at the market's price, scarcity included: the other verdict
	PCrossed      Number `json:"p_crossed"`    // crossed over by the year's end: the crossover's cumulative distribution
	CostRatio     Band   `json:"cost_ratio"`   // orbit's levelised cost over the ground's
	LCOCOrbit     Band   `json:"lcoc_orbit_usd_per_gpu_h"`
	LCOCGround    Band   `json:"lcoc_ground_usd_per_gpu_h"`
	Price         Band   `json:"price_usd_per_gpu_h"`
	OrbitGW       Band   `json:"orbit_gw"`
	GroundGW      Band   `json:"ground_gw"`       // the world's AI compute on the ground, IT watts
	GroupGroundGW Band   `json:"group_ground_gw"` // the SpaceX–xAI group's part of it
	GroundAddable Band   `json:"ground_addable_gw_per_yr"`
	Flights       Band   `json:"starship_flights"`
	Failures      Band   `json:"starship_failures"`
	Tonnes        Band   `json:"tonnes_to_orbit"`
	USDPerKg      Band   `json:"launch_usd_per_kg"`
	PayloadT      Band   `json:"payload_t"` // a data-centre flight, to the orbit chosen
}

// CostLine is one line of a side's bill in CostYear: the level rent of an IT watt
// in service that pays it, the mean over the middle half of the draws by the
// ratio of the two bills.
type CostLine struct {
	Side        string `json:"side"` // "orbit" or "ground"
	Line        string `json:"line"`
	Rung        string `json:"rung"` // the boundary at which the line enters
	USDPerWYear Number `json:"usd_per_w_yr"`
}

// Financing is the last rung of a side's bill, which its lines already hold: what
// paying before earning adds, and what tax adds, averaged as the lines are.
type Financing struct {
	Side                string `json:"side"`
	InterestUSDPerWYear Number `json:"interest_usd_per_w_yr"`
	TaxUSDPerWYear      Number `json:"tax_usd_per_w_yr"`
}

// Pool sets what orbit can save against what it must spend, in CostYear.
type Pool struct {
	SaveableUSDPerWYear        Number `json:"saveable_usd_per_w_yr"`         // ground's lines beside chips: shell, power and site
	SpentUSDPerWYear           Number `json:"spent_usd_per_w_yr"`            // orbit's lines beside chips
	DeliveredFraction          Number `json:"delivered_fraction"`            // orbit's hours by watt-year over ground's, less for coming late, falling prices and failures
	BreakEvenDeliveredFraction Number `json:"break_even_delivered_fraction"` // at which both cost the same
}

// Binding is what kept a side from growing faster in most months of a year, and
// in which share of the draws.
type Binding struct {
	Year  int    `json:"year"`
	Side  string `json:"side"`
	Limit string `json:"limit"`
	Share Number `json:"share"`
}

// Project is the orbital programme's money: medians over draws, with their bands.
type Project struct {
	IRR            Number      `json:"irr"` // null where the cash flow never turns
	NPVUSD         Number      `json:"npv_usd"`
	PeakFundingUSD Number      `json:"peak_funding_usd"`
	PaybackYear    Number      `json:"payback_year"`
	CapexUSD       Number      `json:"capex_usd"`         // on satellites, their chips and launches, over the horizon
	BuiltGW        Number      `json:"built_gw"`          // IT watts it bought
	CapexUSDPerW   Number      `json:"capex_usd_per_w"`   // of each of these; null where none is built
	GroundGW       Number      `json:"ground_instead_gw"` // what the same capital buys on the ground, queues left aside
	Bands          ProjectBand `json:"bands"`
}

// ProjectBand is the spread of Project over draws.
type ProjectBand struct {
	IRR            Band `json:"irr"`
	NPVUSD         Band `json:"npv_usd"`
	PeakFundingUSD Band `json:"peak_funding_usd"`
	PaybackYear    Band `json:"payback_year"`
	CapexUSD       Band `json:"capex_usd"`
	BuiltGW        Band `json:"built_gw"`
	CapexUSDPerW   Band `json:"capex_usd_per_w"`
	GroundGW       Band `json:"ground_instead_gw"`
}

// CentralValues is what a table of best guesses would say, with no range and no
// luck. It is no median: doc/model/sampling.md says why.
type CentralValues struct {
	CostRatio2035 Number `json:"cost_ratio_2035"` // orbit over ground
	CostRatio2045 Number `json:"cost_ratio_2045"`
	Flights2035   Number `json:"starship_flights_2035"`
}

// Driver is an input that moves the headline.
type Driver struct {
	Path          string `json:"path"`
	What          string `json:"what"`
	Kind          string `json:"kind"`
	Effect        Number `json:"effect"` // rank correlation with the 2035 cost ratio orbit over ground
	StandardError Number `json:"standard_error"`
}

// Reach says how far Starship gets.
type Reach struct {
	NoDawnDuskFraction Number `json:"no_dawn_dusk_fraction"` // draws in which no vehicle reaches the sun-synchronous orbit with payload in 2030
}
