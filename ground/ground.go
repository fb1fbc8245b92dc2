// Package ground is the terrestrial side of the comparison: where on Earth AI
// data centres can be built, what their power costs, how long they wait for it,
// how many gigawatts a year can be added, and what happens to the chips in them.
//
// Sites wait in queues that are stocks: they enter, are studied, withdraw or go
// on, order equipment, are built, and are energised no faster than turbines,
// transformers, reactors and builders allow. A year's entrants join the offer
// whose power is cheapest with its wait counted.
package ground

// Region is where a site stands.
type Region uint8

// Regions of the world's AI sites.
const (
	USGrid   Region = iota // United States, on the grid
	USOnSite               // United States, power behind the meter
	Gulf                   // Gulf states
	Nordics                // Nordic countries
	Asia                   // Asia with China
	NumRegions
)

// String names the region.
func (r Region) String() string {
	return pick(int(r), "US grid", "US on site", "Gulf", "Nordics", "Asia")
}

// Option is where the power comes from.
type Option uint8

// Options for power.
const (
	Grid            Option = iota // a firm connection
	CurtailableGrid               // a quicker connection that yields in the few peak hours
	GasTurbine                    // small turbines and engines on the site
	CombinedCycle                 // large gas and steam plant on the site
	LargeNuclear                  // a new large reactor
	SMR                           // small modular reactors
	NuclearRestart                // a closed reactor brought back
	SolarStorage                  // photovoltaics with batteries, off the grid
	NumOptions
)

// String names the option.
func (o Option) String() string {
	return pick(int(o), "grid", "curtailable grid", "gas turbine", "combined cycle", "large nuclear", "SMR", "nuclear restart", "solar with storage")
}

// Limit says what kept more compute from running on the ground in a month.
type Limit uint8

// Limits.
const (
	LimitChips Limit = iota // there is room: chips are the limit
	LimitQueue              // sites are still being studied, agreed, ordered or built
	LimitPower              // sites are ready and wait for connections, turbines, reactors or cells
	LimitShell              // sites are ready and wait for builders
	NumLimits
)

// String names the limit.
func (l Limit) String() string {
	return pick(int(l), "chips", "queue", "power equipment", "construction")
}

func pick(i int, names ...string) string {
	if i < len(names) {
		return names[i]
	}
	return "unknown"
}

// NumOffers is how many pairs of region and option can be ordered.
const NumOffers = 12

// offered lists the pairs, in the fixed order of every array by offer.
var offered = [NumOffers]struct {
	Region Region
	Option Option
}{
	{USGrid, Grid},
	{USGrid, CurtailableGrid},
	{USGrid, LargeNuclear},
	{USGrid, SMR},
	{USGrid, NuclearRestart},
	{USOnSite, GasTurbine},
	{USOnSite, CombinedCycle},
	{USOnSite, SolarStorage},
	{Gulf, Grid},
	{Gulf, SolarStorage},
	{Nordics, Grid},
	{Asia, Grid},
}

// The reactors among them, whose supply is yet to open.
const firstReactor, numReactors = 2, 3

// Offer is one way to power a site, as it could be ordered now. A watt is an
// IT watt (average draw of servers and network) unless it says otherwise.
type Offer struct {
	Region Region
	Option Option

	USDPerMWh          float64 // delivered to the fence, plant recovered at the power-asset rate
	DerivedUSDPerMWh   float64 // the same before any pinned price replaced it
	AvoidableUSDPerMWh float64 // the part that stops when the site stops: fuel, or the grid's price
	PUE                float64 // facility watts for each IT watt

	USDPerITWattYear     float64 // the whole power bill, at PUE; it contains the power plant
	ShellUSDPerITWatt    float64 // building, cooling, electrical plant
	OpexUSDPerITWattYear float64 // staff, upkeep, water, network, insurance, repair
	TaxUSDPerITWattYear  float64 // property tax on the shell
	EndUSDPerITWatt      float64 // taking the shell down

	ShellLifeYears  float64
	YearsToPower    float64 // for a site that enters the queue now
	AddableWPerYear float64 // most that can be energised this year
	CurtailedShare  float64 // of the year in which the connection yields
}
