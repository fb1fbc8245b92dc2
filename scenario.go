package dawndusk

import (
	"fmt"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/lunar"
	"github.com/dawndusk/dawndusk/market"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// Scenario is every input of a run as a plain number. Each leaf has one row in
// the ledger at the same path, which says where the number comes from.
type Scenario struct {
	Run       Settings
	Operator  Operator
	World     World
	Orbit     orbit.Params
	Launch    launch.Params
	Satellite sat.Params
	Fleet     fleet.Params
	Workload  workload.Params
	Network   network.Params
	Ground    ground.Params
	Market    market.Params
	Finance   finance.Params
	Lunar     lunar.Params
	Company   finance.Company
	Lab       lab.Params
	Events    Events
	Stated    Stated
}

// Settings say what is run and which product makes the headline.
type Settings struct {
	Horizon  si.Duration // from January 2026; at most 30 years
	Headline Product     // the product of the headline

	// What is played beside the chain from launch pad to price.
	Moon    Switch // the factory on the Moon: its flights, its money, its parts
	Company Switch // the group's accounts: capital spending stops at what it can raise
	Lab     Switch // the laboratory: its share of the compute, its people and data
	Events  Switch // shocks from outside and within
}

// Alone leaves out the Moon, the group's accounts, the laboratory and the events: the
// chain from launch pad to price, as whoever compares it with a study wants it that
// has none of them.
func (s *Settings) Alone() {
	s.Moon, s.Company, s.Lab, s.Events = SwitchedOff, SwitchedOff, SwitchedOff, SwitchedOff
}

// Switch says whether a part of the enterprise is played.
type Switch uint8

// The settings of a switch.
const (
	SwitchedOff Switch = iota
	SwitchedOn
)

var switchNames = []string{"off", "on"}

// String names the setting.
func (s Switch) String() string { return enumName(switchNames, uint8(s)) }

// MarshalText is String.
func (s Switch) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads a setting.
func (s *Switch) UnmarshalText(text []byte) error {
	i, err := enumValue(switchNames, string(text), "a setting")
	*s = Switch(i)
	return err
}

// Operator is the group that builds in orbit: what it wants and what it dares.
type Operator struct {
	Policy       Policy
	ITPower      si.ITPower  // of one satellite, average
	Life         si.Duration // of a satellite in service
	Plan         Plan
	HurdleMargin si.Ratio    // expected price over levelised cost at which it builds for profit
	LossShare    si.Ratio    // of the compute budget that the strategic policy may lose
	LossYears    si.Duration // from the start of series production; later only profit counts
	OrbitShare   si.Ratio    // most of the compute budget that may go into orbit
	Moon         MoonPlan
}

// MoonPlan is the campaign of cargo that the operator would like to land for a
// factory on the Moon, beside the missions of the launch manifest.
type MoonPlan struct {
	FirstYear   si.Count          // calendar year of the first cargo
	FirstRate   si.Rate           // landers a year then
	Growth      si.Rate           // of that
	Ceiling     si.Rate           // landers a year
	BudgetShare si.Ratio          // most of the compute budget's instalment that may go there
	Destination lunar.Destination // of what is made
	Route       lunar.Route       // there
}

// Plan is the build-out the operator would like: IT power ordered a year.
type Plan struct {
	FirstYear si.Count // calendar year in which it begins
	FirstRate si.PowerRate
	Growth    si.Rate
	Ceiling   si.PowerRate
}

// World is how everybody else builds on the ground.
type World struct {
	Foresight      si.Ratio    // sites wanted, over the chips expected by the time power comes
	Caution        si.Ratio    // band of price about levelised cost over which buyers of chips go from none to all
	LongestLead    si.Duration // longest wait for power that developers plan for
	GroundPipeline si.Duration // chips delivered to first revenue in a site that has power
}

// Stated pins a link of the chain to a number that somebody states. Null, the
// default, leaves it derived; the report shows both.
type Stated struct {
	Payload          si.Mass           // of a data-centre flight, to whichever orbit it flies
	LaunchUSDPerKg   si.USDPerKilogram // at every price basis
	SpecificPower    si.SpecificPower  // average IT power of a satellite by wet mass
	SatelliteUSDPerW si.USDPerWatt     // satellite without its chips, by IT watt
	GroundUSDPerMwh  si.USDPerEnergy   // every ground offer
	FlightsPerYear   si.Rate           // the plan that factories and towers are built for; the caps stay
}

// Product is a kind of compute that is sold by the hour.
type Product uint8

// The products, in the order of every array over products.
const (
	Training  Product = iota // frontier training in one job, limited by bisection
	Batch                    // rollouts, synthetic data, evaluation
	Inference                // interactive
	NumProducts
)

var productNames = []string{"training", "batch", "inference"}

// String returns the product's name.
func (p Product) String() string { return enumName(productNames, uint8(p)) }

// MarshalText is String.
func (p Product) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a product's name.
func (p *Product) UnmarshalText(text []byte) error {
	i, err := enumValue(productNames, string(text), "a product")
	*p = Product(i)
	return err
}

// Policy decides how much the operator builds in orbit.
type Policy uint8

// The policies.
const (
	Announced Policy = iota // the plan, as far as cash goes
	Hurdle                  // only what is expected to earn its cost and a margin
	Strategic               // the plan while its losses stay inside a budget, then Hurdle
	NumPolicies
)

var policyNames = []string{"announced", "hurdle", "strategic"}

// String returns the policy's name.
func (p Policy) String() string { return enumName(policyNames, uint8(p)) }

// MarshalText is String.
func (p Policy) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a policy's name.
func (p *Policy) UnmarshalText(text []byte) error {
	i, err := enumValue(policyNames, string(text), "a policy")
	*p = Policy(i)
	return err
}

func enumName(names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown (%d)", i)
}

func enumValue(names []string, text, what string) (uint8, error) {
	for i, n := range names {
		if n == text {
			return uint8(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not %s; write one of %q", text, what, names)
}
