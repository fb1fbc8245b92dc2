package launch

import "github.com/dawndusk/dawndusk/si"

// Params are the inputs of launching. Calendar years are plain numbers: 2029.5
// is July 2029.
type Params struct {
	Basis       Basis // price basis of the base case
	Ascent      AscentParams
	StarshipV3  StarshipV3
	StarshipV4  StarshipV4
	Falcon      Falcon
	Ships       Vehicle
	Boosters    Vehicle
	Reliability Reliability
	Sites       Sites
	Towers      Towers
	Propellant  Propellant
	Manifest    Manifest
	Cost        Cost
}

// AscentParams are the demands of reaching orbit.
type AscentParams struct {
	ReferenceDeltaV  si.Speed // ideal Δv of both stages to the reference orbit
	CapeDogleg       si.Speed // extra Δv to turn a flight from the Cape into a polar orbit
	StarbaseSteepest si.Angle // highest inclination open from Starbase
}

// StarshipV3 is the block that flies in 2026.
type StarshipV3 struct {
	ShipDryMassFlown  si.Mass     // as flown in 2026
	ShipDryMass       si.Mass     // mature
	DryMassFlights    si.Count    // flights over which the difference falls by 1/e
	BoosterDryMass    si.Mass     //
	ShipPropellant    si.Mass     //
	BoosterPropellant si.Mass     //
	ShipISP           si.Duration // flight average
	BoosterISP        si.Duration // flight average
	LandingPropellant si.Mass     // ship: deorbit, landing, residuals
	BoosterReserve    si.Ratio    // propellant kept for return and landing, by dry mass
	PayloadVolume     si.Volume   //
}

// StarshipV4 is the stretched block, by what differs.
type StarshipV4 struct {
	FirstFlight       si.Count    // year
	Transition        si.Duration // until it has replaced V3
	ShipPropellant    si.Mass     //
	BoosterPropellant si.Mass     //
	ShipISP           si.Duration // flight average, six vacuum engines
	DryMassExponent   si.Ratio    // dry mass against propellant, both stages
	PayloadVolume     si.Volume   //
}

// Falcon is Falcon 9: what Starlink flies on until Starship lifts more, and the
// price Starship's customers compare.
type Falcon struct {
	Payload   si.Mass // to low orbit, booster recovered
	ListPrice si.USD  //
}

// Vehicle is a stock of reusable stages.
type Vehicle struct {
	FirstReuse         si.Count    // year of the first reflight of the present block
	ReuseLimit         si.Count    // flights after which it retires
	FirstTurnaround    si.Duration // of the first reflight
	TurnaroundExponent si.Ratio    // turnaround falls as reflights to this power
	FastestTurnaround  si.Duration //
	FirstLandingLoss   si.Ratio    // share lost in landing, first attempt
	Production         si.Rate     // what the factory can build in 2026
	ProductionGrowth   si.Rate     //
	ProductionCeiling  si.Rate     //
}

// Reliability is growth of reliability and what failures cost in time.
type Reliability struct {
	NextFailure       si.Ratio    // probability that the next V3 flight fails to deliver
	GrowthShape       si.Ratio    // β: failures accumulate as flights to this power
	BlockCarry        si.Ratio    // experience kept over a block change
	FailureFloor      si.Ratio    //
	LandingLossFloor  si.Ratio    //
	BoosterLostToo    si.Ratio    // share of failed ascents that lose the booster
	StandDown         si.Duration // median after a failure, at the maturity of 2026
	StandDownExponent si.Ratio    // it falls as flights to this power
	TowerDamage       si.Ratio    // share of failed catches that damage the tower
	TowerRepair       si.Duration //
}

// Sites are the launch sites, their licences and their ranges.
type Sites struct {
	StarbaseLicence   si.Rate  // flights a year
	KennedyLicence    si.Rate  // LC-39A
	KennedyOpens      si.Count // year
	CanaveralLicence  si.Rate  // SLC-37
	CanaveralOpens    si.Count // year
	PolarLicence      si.Rate  // a pad with a direct azimuth to polar orbit
	PolarOpens        si.Count // year
	CapePolarYear     si.Count // year from which the Cape may fly, and ships return, over land
	LicenceGrowth     si.Rate  //
	LicenceGrowthYear si.Count // first year of growth
	LicenceCeiling    si.Ratio // largest multiple of today's licence
	EasternRange      si.Rate  // flights a year the eastern range can serve, all operators
	RangeGrowth       si.Rate  //
	OtherRangeUse     si.Rate  // Falcon and others there
}

// Towers are the launch towers.
type Towers struct {
	Turnaround         si.Duration // 2026
	TurnaroundExponent si.Ratio    // turnaround falls as all flights to this power
	FastestTurnaround  si.Duration //
	Closure            si.Ratio    // time lost to weather and closures
	NewPerYear         si.Rate     // most built a year
	Most               si.Count    // most there can be
}

// Propellant is supply and price.
type Propellant struct {
	MixtureRatio       si.Ratio          // oxygen by methane
	LoadingLoss        si.Ratio          // boiled off or vented, by load
	WorldLOX           si.MassRate       // industrial oxygen, 2026
	WorldLOXGrowth     si.Rate           //
	LOXShare           si.Ratio          // share that launching can buy
	WorldMethane       si.MassRate       // liquefied gas, 2026
	WorldMethaneGrowth si.Rate           //
	MethaneShare       si.Ratio          // share that launching can buy
	LOXPrice           si.USDPerKilogram // delivered
	MethanePrice       si.USDPerKilogram // delivered
}

// Manifest is what flies before data centres.
type Manifest struct {
	StarlinkMass    si.MassRate // upkeep and growth, 2026
	StarlinkGrowth  si.Rate     //
	StarlinkCeiling si.MassRate //
	Government      si.Rate     // Starship flights a year from 2028
	MoonFirst       si.Count    // year of the first landing campaign
	MoonMissions    si.Rate     //
	MoonTankers     si.Count    // flights that refuel one
	MarsFirst       si.Count    // year of the first window used
	MarsShips       si.Count    // in the first window
	MarsGrowth      si.Ratio    // growth from window to window
	MarsTankers     si.Count    // flights that refuel one
	DataCentreShare si.Ratio    // share of flights kept for data centres in any case
}

// Cost is the cost of a flight.
type Cost struct {
	ShipBuild             si.USD        // 2026, V3
	BoosterBuild          si.USD        // 2026, V3
	BuildLearning         si.Ratio      // fall by doubling of units built
	ShipRefurbishment     si.Ratio      // before the first reflight, by build cost
	BoosterRefurbishment  si.Ratio      //
	RefurbishmentLearning si.Ratio      // fall by doubling of reflights
	Operations            si.USD        // that come with each flight
	FixedOperations       si.USDPerYear // staff and sites
	Development           si.USDPerYear // going forward, 2026
	DevelopmentDecline    si.Rate       //
	DevelopmentFloor      si.USDPerYear //
	TowerBuild            si.USD        //
	TowerLife             si.Duration   //
	PlannedUse            si.Ratio      // share of capacity over which fixed cost is spread at least
	MarketMargin          si.Ratio      // over full cost
	ParityDecline         si.Rate       // of what customers pay by mass, from Falcon's list price
}
