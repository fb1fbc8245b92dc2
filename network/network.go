// Package network says which work a satellite can sell: the light between
// satellites, the radio and light to the ground, the delay, and what of
// training, batch work and inference is left when computers hang together by
// these links and not by the fabric of a hall.
package network

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Products are counted in this order everywhere: training, batch, inference.
const (
	training = iota
	batch
	inference
	products
)

// Formation is how satellites of one training run fly.
type Formation uint8

// The formations.
const (
	Spread  Formation = iota // each on its own place in the shell, links of thousands of kilometres
	Cluster                  // hundreds of metres apart, many links in parallel
)

// UnmarshalText reads "spread" or "cluster".
func (f *Formation) UnmarshalText(text []byte) error {
	switch string(text) {
	case "spread":
		*f = Spread
	case "cluster":
		*f = Cluster
	default:
		return fmt.Errorf("unknown formation %q; write spread or cluster", text)
	}
	return nil
}

// MarshalText writes the formation's name.
func (f Formation) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// String returns the formation's name.
func (f Formation) String() string {
	if f == Cluster {
		return "cluster"
	}
	return "spread"
}

// Params are the inputs of the package.
type Params struct {
	Formation Formation // how satellites of a training run fly
	Link      Link      // between satellites
	Access    Access    // to the ground
	Training  Training  // how a run is spread over satellites
	Batch     Batch     // what batch work moves
	Sellable  Sellable  // what customers accept
}

// Link holds the optical links between satellites.
type Link struct {
	Terminals           si.Count    // optical terminals of a compute satellite
	ChannelRate         si.BitRate  // largest of one channel's modem
	SpreadChannels      si.Count    // of a beam over thousands of kilometres
	ClusterChannels     si.Count    // of a beam over hundreds of metres
	SpreadReach         si.Length   // to the neighbour, each on its own place in the shell
	ClusterReach        si.Length   // to the neighbour in a cluster
	Aperture            si.Length   // of a terminal, shared by its beams
	Beams               si.Count    // most telescopes side by side along the aperture
	Wavelength          si.Length   // of the light
	TelescopeEfficiency si.Ratio    // gain by that of an ideal telescope
	Optics              si.Ratio    // share of the light that both ends' optics let through
	Jitter              si.Angle    // root mean square by which either end misses the other
	Light               si.Power    // that the amplifier sends at most
	WallPlug            si.Ratio    // light by the power that makes it
	Photons             si.Count    // that the receiver needs for a bit
	Margin              si.Ratio    // light kept in hand: received by needed
	ChannelPower        si.Power    // draw of one channel's modem
	PowerExponent       si.Ratio    // that draw grows as the channel's rate to this power
	LargestDraw         si.Power    // for the light and the modems of a terminal
	RateGrowth          si.Rate     // yearly growth of channels' rate and of the light behind them
	RateLimit           si.Ratio    // largest multiple that growth reaches
	Availability        si.Ratio    // share of time a link carries traffic, acquisition included
	ProcessingDelay     si.Duration // of one hop
	Hops                si.Count    // between the satellite that computes and the one over the customer
	Distance            si.Length   // along those hops
}

// Access holds the way to the ground.
type Access struct {
	Elevation        si.Angle         // at which a customer's dish or a gateway sees its satellite on average
	SiteAvailability si.Ratio         // share of time one optical ground site has a clear sky
	Sites            si.Count         // optical ground sites that can take over from each other
	Correlation      si.Ratio         // of their weather
	RadioBackup      si.Ratio         // share of traffic that radio carries when no optical site is clear
	TrafficPerH100e  si.BitRate       // to and from the ground, for one H100e of interactive inference
	Price            si.USDPerBitRate // a year of a bit per second between satellite and internet
	TerrestrialDelay si.Duration      // round trip from gateway to customer
}

// Training holds how a run is spread over satellites.
type Training struct {
	RunPower         si.ITPower // of the whole run
	TotalParameters  si.Count   // of the model, all of which are synchronised
	ActiveParameters si.Count   // that a token passes through
	BatchTokens      si.Count   // tokens of one global step
	LongestInterval  si.Count   // most steps between synchronisations at which a run still learns
	SyncBits         si.Count   // bits for a parameter in one direction
	SyncPenalty      si.Ratio   // learning falls as the interval to the power of minus this
	Overlap          si.Ratio   // share of communication hidden behind arithmetic
	MFU              si.Ratio   // model FLOP/s utilisation within a satellite
}

// Batch holds what batch work moves.
type Batch struct {
	WeightBits      si.Count    // bits of weights for a parameter that a new policy sends
	RefreshInterval si.Duration // between new policies
}

// Sellable holds what customers accept.
type Sellable struct {
	Training     si.Ratio    // share of frontier training that may run in parts that synchronise rarely
	Batch        si.Ratio    // share of batch work that may leave the ground
	Inference    si.Ratio    // share of interactive work that may: law, data nearby
	LeastGoodput si.Ratio    // goodput below which nobody trains in orbit
	Delay        si.Duration // round trip beyond the ground's that all of that interactive work tolerates
}

// Capability is what the network lets a satellite sell.
type Capability struct {
	Share                   [products]float64 // largest share of orbital capacity that can sell into each product
	Goodput                 [products]float64 // relative to the same computers in a ground cluster
	LinkGbps                float64           // all terminals of a satellite together
	TerminalW               float64           // light and modems of one terminal
	GatewayUSDPerITWattYear float64           // ground segment, for inference
	LatencyMs               float64           // round trip between customer and computer
}

// rateYear is the year whose links the parameters are.
const rateYear = 2026

// AtYear returns p with the links of a year: channels grow from rateYear's to their
// limit, the light grows with them and a modem's draw as a power of its rate.
func (p *Params) AtYear(year float64) Params {
	q := *p
	grown, draw := p.Link.grown(year)
	q.Link.ChannelRate *= si.BitRate(grown)
	q.Link.Light *= si.Power(grown)
	q.Link.ChannelPower *= si.Power(draw)
	return q
}

// grown returns by what factors a channel's rate and a modem's draw have grown.
func (l *Link) grown(year float64) (rate, draw float64) {
	growth := l.RateGrowth.In(si.PerYear) * max(0, year-rateYear)
	rate = math.Exp(growth)
	if limit := float64(l.RateLimit); rate > limit {
		growth, rate = math.Log(limit), limit
	}
	return rate, math.Exp(growth * float64(l.PowerExponent))
}

// Orbit returns what a satellite of itPower at altitude can sell with the links of p,
// with h100ePerWatt of its computers by product. It allocates nothing.
//
// Interactive work minds the delay Δ beyond what the ground has: up to the limit
// L all of the share s that may leave sells, above it s·L/Δ.
func Orbit(p *Params, itPower si.ITPower, h100ePerWatt [products]float64, altitude si.Length) Capability {
	n := NewNode(p, itPower, altitude)
	return n.AtYear(rateYear, &h100ePerWatt)
}

// Node is a satellite of one power and orbit in the network, with what no year changes
// worked out.
type Node struct {
	p        *Params
	watts    float64
	terminal Terminal   // of rateYear
	always   Capability // delay and ways to the ground
}

// NewNode prepares a satellite. The Node keeps p.
func NewNode(p *Params, itPower si.ITPower, altitude si.Length) Node {
	n := Node{p: p, watts: itPower.In(si.ITWatt), terminal: p.Link.Terminal(p.Formation)}
	c := &n.always
	c.Share[batch] = float64(p.Sellable.Batch)
	c.Goodput[inference] = p.Access.availability() * float64(p.Link.Availability+(1-p.Link.Availability)*p.Link.Availability) // of two paths one is up

	beyond := RoundTrip(SlantRange(altitude, p.Access.Elevation)+p.Link.Distance.In(si.Metre)) + 2*float64(p.Link.Hops)*p.Link.ProcessingDelay.In(si.Second)
	c.LatencyMs = 1e3 * (beyond + p.Access.TerrestrialDelay.In(si.Second))
	c.Share[inference] = float64(p.Sellable.Inference)
	if limit := p.Sellable.Delay.In(si.Second); beyond > limit {
		c.Share[inference] *= max(0, limit) / beyond
	}
	return n
}

// AtYear returns what [Orbit] does with the links of a year.
func (n *Node) AtYear(year float64, h100ePerWatt *[products]float64) Capability {
	p, c := n.p, n.always
	terminal := n.terminal.grown(p.Link.grown(year))
	bps := max(0, float64(p.Link.Terminals)*terminal.BitsPerSecond*float64(p.Link.Availability))
	c.LinkGbps, c.TerminalW = bps/1e9, terminal.DrawW

	c.Goodput[training], _ = TrainingGoodput(p.Training.run(n.watts, n.watts*h100ePerWatt[training], bps))
	if c.Goodput[training] >= float64(p.Sellable.LeastGoodput) {
		c.Share[training] = float64(p.Sellable.Training)
		if p.Formation == Cluster {
			c.Share[training] = 1
		}
	}
	c.Goodput[batch] = p.batchGoodput(bps)
	c.GatewayUSDPerITWattYear = max(0, h100ePerWatt[inference]) * float64(p.Access.TrafficPerH100e) * float64(p.Access.Price)
	return c
}
