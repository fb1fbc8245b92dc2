package ground

import "github.com/dawndusk/dawndusk/si"

// Params are the inputs of the terrestrial side. All prices are real.
type Params struct {
	Grid     GridParams
	Gas      GasParams
	Nuclear  NuclearParams
	Solar    SolarParams
	Plant    PlantParams
	Ramp     RampParams
	Shell    ShellParams
	PUE      PUEParams
	Queue    QueueParams
	Start    StartParams
	ChipLife si.Duration // how long chips run unless prices retire them first
}

// GridParams describe connections to the grid.
type GridParams struct {
	US, Gulf, Nordics, Asia GridRegion
	PriceRise               si.Rate      // real rise of the price without AI load
	LoadFeedback            si.Ratio     // relative rise of the price for a relative rise of the region's load
	CurtailableWait         si.Duration  // to a connection that may be curtailed
	CurtailableAddable      si.PowerRate // IT watts a year of them in 2026
	CurtailedShare          si.Ratio     // of the year in which it yields
}

// GridRegion is one region's grid.
type GridRegion struct {
	Price   si.USDPerEnergy // to a large industrial customer in 2026
	Wait    si.Duration     // request to energised, when nothing is backed up
	Addable si.PowerRate    // IT watts a year that could be connected in 2026
}

// GasParams describe power made on the site from gas.
type GasParams struct {
	Price            si.USDPerEnergy // of the fuel's heat, delivered, 2026
	PriceRise        si.Rate
	TurbineCapex     si.USDPerWatt
	TurbineHeatRate  si.EnergyPerEnergy
	TurbineWait      si.Duration
	TurbineAddable   si.PowerRate
	CombinedCapex    si.USDPerWatt
	CombinedHeatRate si.EnergyPerEnergy
	CombinedWait     si.Duration
	CombinedAddable  si.PowerRate
}

// NuclearParams describe reactors. Capital includes interest in construction.
type NuclearParams struct {
	LargeCapex     si.USDPerWatt
	LargeWait      si.Duration  // order to power; the first can start in 2026
	LargeAddable   si.PowerRate // approached long after the first
	SMRCapex       si.USDPerWatt
	SMRWait        si.Duration
	SMRAddable     si.PowerRate
	SMRLearning    si.Rate // fall of capital a year after the first
	RestartCapex   si.USDPerWatt
	RestartWait    si.Duration
	RestartTotal   si.ITPower // all that can ever be restarted or uprated
	RestartAddable si.PowerRate
	Operations     si.USDPerEnergy
	Fuel           si.USDPerEnergy
}

// SolarParams describe photovoltaics with batteries off the grid.
type SolarParams struct {
	PVCapex      si.USDPerWatt // 2026, DC
	PVFall       si.Rate
	BatteryCapex si.USDPerEnergy // 2026
	BatteryFall  si.Rate
	Overbuild    si.Ratio    // DC watts for each firm watt, US desert
	Storage      si.Duration // at the firm watt, US desert
	Wait         si.Duration
	Addable      si.PowerRate
	GulfCapex    si.USDPerWatt // of a firm watt in the Gulf, 2026
	GulfAddable  si.PowerRate
}

// PlantParams hold for plants on the site.
type PlantParams struct {
	Reserve     si.Ratio // watts built for each watt of average draw: peaks and spare units
	Upkeep      si.Rate  // fixed cost a year as a share of capital
	Life        si.Duration
	NuclearLife si.Duration
}

// RampParams say how fast each kind of supply grows from its 2026 rate and how
// soon growth fades.
type RampParams struct {
	Grid, Gas, Solar, Shell si.Rate
	Fade                    si.Duration
}

// ShellParams describe the building with its cooling and electrical plant.
type ShellParams struct {
	Capex           si.USDPerWatt
	Fall            si.Rate // real fall a year; negative is a rise
	Life            si.Duration
	Operations      si.USDPerEnergy // $/W/yr
	PropertyTax     si.Rate         // of capital
	Decommissioning si.Ratio        // of capital
	Build           si.Duration     // no site is powered sooner
	Addable         si.PowerRate    // all regions, 2026
}

// PUEParams are facility watts for each IT watt, yearly average.
type PUEParams struct {
	US, Hot, Cold si.Ratio
}

// QueueParams describe the queue for power.
type QueueParams struct {
	Completion si.Ratio      // share of applications that end in power
	DelayCost  si.USDPerWatt // what one year's wait is worth to a developer
}

// StartParams are the stocks of January 2026.
type StartParams struct {
	Installed si.ITPower // AI chips of the world at work
	H100e     si.Count   // the same in H100 equivalents
	Pipeline  si.Ratio   // sites in the queue against what feeds 2026's rates
}
