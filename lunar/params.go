package lunar

import "github.com/dawndusk/dawndusk/si"

// Params are the inputs of the Moon: what lands, what the ground is made of, what
// it takes to make a kilogram of it into something, and to throw that away.
type Params struct {
	Landing  Landing
	Regolith Regolith
	Energy   Energy
	Plant    Plant
	Power    Power
	Labour   Labour
	Driver   Driver
	Ascent   Ascent
	Supply   Supply
	Cost     Cost
}

// Landing is the way from low Earth orbit to the Moon's surface: one lander,
// filled by tankers, that stays where it lands.
type Landing struct {
	Cargo      si.Mass     // landed by one lander
	Ship       si.Mass     // lander, dry, with what it cannot burn
	Exhaust    si.Speed    // effective, of its engines
	Injection  si.Speed    // from low orbit onto the way to the Moon
	Descent    si.Speed    // from there to standstill on the surface
	Tanker     si.Mass     // that one flight brings to low orbit, propellant or cargo
	BoilOff    si.Ratio    // share of that propellant lost before departure
	Loss       si.Ratio    // share of landers lost with their cargo
	PartsStock si.Duration // Earth's parts kept in hand
}

// Regolith is what the soil holds, by mass, and how much of it comes out.
type Regolith struct {
	Oxygen    si.Ratio
	Silicon   si.Ratio
	Aluminium si.Ratio
	Iron      si.Ratio
	Calcium   si.Ratio
	Magnesium si.Ratio
	Titanium  si.Ratio
	Recovery  si.Ratio // share of an element, or of molten soil, that becomes a product
}

// Energy is electricity at the machine for a kilogram.
type Energy struct {
	Oxygen      si.SpecificEnergy // beyond what comes with the metals
	Aluminium   si.SpecificEnergy
	Silicon     si.SpecificEnergy // pure enough for cells
	Iron        si.SpecificEnergy
	Other       si.SpecificEnergy // titanium, magnesium, calcium
	Glass       si.SpecificEnergy // soil molten as a whole, basalt and slag glass
	Mining      si.SpecificEnergy // by kilogram of soil dug, hauled and sorted
	Fabrication si.SpecificEnergy // by kilogram of finished part
}

// Plant is the factory without its power and its robots. A productivity is
// kilograms a year by kilogram of that kind of equipment while it runs.
type Plant struct {
	Mining        si.Rate // soil
	Refining      si.Rate // materials
	Fabrication   si.Rate // finished parts
	Uptime        si.Ratio
	Wear          si.Rate     // share that wears out, a year
	Closure       si.Ratio    // share of the mass of new plant that can be made here
	Consumables   si.Ratio    // Earth's goods used up by kilogram made: reagents, dopants, seals
	Commissioning si.Duration // from in place to at work
	Reinvested    si.Ratio    // share of what is made that becomes plant while demand is not met
	Aluminium     si.Ratio    // parts of new plant by material, divided by their sum
	Silicon       si.Ratio
	Iron          si.Ratio
	Glass         si.Ratio
}

// Power is the factory's own power plant.
type Power struct {
	Mass      si.MassPerPower   // by average power while there is light, without storage
	Lit       si.Ratio          // share of the year with light
	Darkness  si.Duration       // longest time without
	NightLoad si.Ratio          // share of the load that storage carries through it
	Storage   si.SpecificEnergy // of the store
	RoundTrip si.Ratio          // of the store
	Wear      si.Rate
	Ceiling   si.Power // most that the site takes
}

// Labour is hours of hands, whoever's they are.
type Labour struct {
	Hours         si.Duration // of a robot for a kilogram made
	Teleoperated  si.Ratio    // share of them that somebody on Earth steers
	Slowdown      si.Ratio    // how many times longer a steered hour takes
	Operators     si.Count    // most people on Earth who steer
	Robot         si.Mass
	Duty          si.Ratio // share of its time that a robot works
	Wear          si.Rate  // of robots
	Crew          si.Count // people on the Moon
	CrewSupplies  si.MassRate
	WorkingShare  si.Ratio // of a person's time, on Earth or on the Moon
	OperatorPrice si.USD   // of an hour
}

// Driver is the electromagnetic track that throws.
type Driver struct {
	Length           si.Length
	TrackByKilometre si.Mass         // of one kilometre of track
	Electronics      si.MassPerPower // by electric power drawn
	Efficiency       si.Ratio        // kinetic energy by electricity
	Throughput       si.MassRate     // of one track
	CatchLoss        si.Ratio        // share thrown that never arrives
}

// Ascent is what rockets do: the whole way up, or the burn on arrival.
type Ascent struct {
	Exhaust     si.Speed
	OxygenShare si.Ratio // of the propellant; the rest is fuel from Earth
	StageShare  si.Ratio // dry stage by propellant; made here, thrown away
	Losses      si.Ratio // on the ideal speed: gravity, plane, steering
	Aerobrake   si.Ratio // share of the braking into low Earth orbit that the air does
	Shield      si.Ratio // heat shield by mass braked
	EML1        si.Speed // from the surface to standstill at the inner libration point
}

// Supply is the share of a satellite's line that can be made on the Moon, by
// what it is made of; the rest comes from Earth to where the satellite is built.
type Supply struct {
	Metal     si.Ratio // structures, panels, tanks, shields
	Conductor si.Ratio // copper replaced by aluminium
	Cells     si.Ratio // silicon cells, without dopants, contacts and diodes
	Glass     si.Ratio
	Oxygen    si.Ratio

	ArrayCells si.Ratio // of an array's mass; with the glass no more than the whole
	ArrayGlass si.Ratio // the rest is frames
	LoopMetal  si.Ratio // of a coolant loop's mass; the rest is coolant
}

// Cost is in dollars of the money year; interest is real.
type Cost struct {
	Plant       si.USDPerKilogram // plant built on Earth
	Parts       si.USDPerKilogram // Earth's parts and consumables
	Lander      si.USD            // hull that stays on the Moon
	Development si.USD            // before the first landing
	Interest    si.Rate
	Recovery    si.Duration // over which what was spent is paid back by what is thrown
}
