package ground

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Model is the state of the ground side in one draw.
type Model struct {
	p      *Params
	pinned float64 // $/MWh; NaN: derived

	// Constant over a draw.
	crfPlant, crfNuclear, crfRestart float64
	shellLife                        float64
	lnPriceRise, lnGasRise           float64 // of a year, the grids' price and gas
	delayUSDPerITWattYearPerYear     float64 // what a developer pays yearly to have power a year sooner
	quit                             quitters
	opens                            [numReactors]float64 // years from 2026 until reactors' supply opens
	load0                            [NumRegions]float64  // facility watts on each grid at the start
	grown                            grown
	fade                             [NumOffers]float64 // share of growth still to come when an entrant is ready, of what is to come now

	// Constant over a year.
	year      int
	offers    [NumOffers]Offer
	ranked    [NumOffers]int // the offers, the cheapest first when last looked at
	shellW    float64        // IT watts a month that can be built, all offers
	addableW  float64        // IT watts a year, power equipment and builders together
	avoidable float64        // $/W/yr, average of the sites at work

	// State.
	queues     [NumOffers]queue
	energised  [NumOffers]float64
	energisedW float64
	restarted  float64 // IT watts ever promised to restarts
	chips      chips
}

// grown is what prices and supplies have grown to, and supplies will have when a new
// entrant is ready.
type grown struct {
	shell, pv, battery, grid, gas, solar, builders exponential
	entrant                                        [NumOffers]exponential
}

// Input is what the rest of the chain asks of the ground in a month.
type Input struct {
	Month                int        // since January 2026
	WantW                float64    // IT watts of new sites that enter the queue and are meant to be built
	ChipWatts            float64    // chips offered to the ground this month, IT watts
	GroupShare           float64    // of those chips
	UnhousedW            float64    // more chips that would be offered if there were room; only Limit looks at it
	H100ePerW            [3]float64 // of those chips, by product
	PriceUSDPerH100eHour float64    // what an hour run now earns, inference units; 0: not known
}

// Output is the ground after a month. Watts are IT watts.
type Output struct {
	EnergisedW      float64    // sites with power
	RoomW           float64    // of those, without chips
	InstalledW      float64    // chips at work
	GroupInstalledW float64    // of those, the group's
	AddedW          float64    // chips put to work this month; what is left of ChipWatts had no room
	RetiredW        float64    // chips taken out this month
	EnergisedNowW   float64    // sites energised this month
	EnteredW        float64    // sites that entered the queue this month, of WantW
	WithdrawnW      float64    // applications given up this month
	QueueW          float64    // sites in the queue that are expected to be built
	H100e           [3]float64 // of the chips at work, by product

	Best                      *Offer  // the cheapest to order now, its wait counted; +Inf years if nothing is; the model's own, it holds until the next Month
	BestUSDPerITWattYear      float64 // its power bill with what the wait is worth: what the choice is made on; +Inf if nothing can be ordered
	AvoidableUSDPerITWattYear float64 // power and operations that stop with the chips, average of the sites at work
	AddableWPerYear           float64 // most that power equipment and builders allow this year
	Limit                     Limit
}

// restartLife is the years a restarted reactor runs: one renewed licence.
//
// Source: 10 CFR 54.31(b): a renewed licence adds at most twenty years.
const restartLife = 20

// Reset starts a draw. The rate is the real yearly rate at which power plants
// are recovered; pinUSDPerMWh replaces every offer's price unless it is NaN.
// The model keeps p.
func (m *Model) Reset(p *Params, powerRate, pinUSDPerMWh float64) {
	*m = Model{p: p, pinned: pinUSDPerMWh}
	m.shellLife = years(p.Shell.Life)
	m.crfPlant = CRF(powerRate, years(p.Plant.Life))
	m.crfNuclear = CRF(powerRate, years(p.Plant.NuclearLife))
	m.crfRestart = CRF(powerRate, restartLife)
	m.lnPriceRise = math.Log1p(perYear(p.Grid.PriceRise))
	m.lnGasRise = math.Log1p(perYear(p.Gas.PriceRise))
	m.delayUSDPerITWattYearPerYear = max(p.Queue.DelayCost.SI()*CRF(powerRate, m.shellLife), math.SmallestNonzeroFloat64) // a wait without end is never free

	build := years(p.Shell.Build)
	waits := [NumOffers]float64{
		years(p.Grid.US.Wait), years(p.Grid.CurtailableWait),
		years(p.Nuclear.LargeWait), years(p.Nuclear.SMRWait), years(p.Nuclear.RestartWait),
		years(p.Gas.TurbineWait), years(p.Gas.CombinedWait), years(p.Solar.Wait),
		years(p.Grid.Gulf.Wait), years(p.Solar.Wait),
		years(p.Grid.Nordics.Wait), years(p.Grid.Asia.Wait),
	}
	for i := range waits {
		o := &offered[i]
		m.ranked[i] = i
		m.queues[i].reset(max(waits[i], build))
		m.fade[i] = math.Exp(-(m.queues[i].nominal + 1) / max(years(p.Ramp.Fade), 1e-6))
		m.offers[i] = Offer{
			Region: o.Region, Option: o.Option,
			PUE: m.pue(o.Region), ShellLifeYears: m.shellLife,
			OpexUSDPerITWattYear: p.Shell.Operations.In(si.DollarPerWattYear),
		}
	}
	m.quit = quit(p.Queue.Completion.SI())
	for i := range m.opens {
		m.opens[i] = waits[firstReactor+i]
		m.queues[firstReactor+i].opens = m.opens[i]
	}
	group, _ := RecordedGroupW(0)
	m.chips.reset(p, group/p.PUE.US.SI())
	m.setYear(firstYear)
	m.populate(p.Start.Pipeline.SI())
	m.load0 = m.gridLoad()
	m.average()
	m.enter(0, 0)
}

// populate places the sites at work and the sites on their way, in proportion
// to what each offer can add: where nothing better is known, the past looked
// like the coming year. No more is on its way than builders could finish.
func (m *Model) populate(pipeline float64) {
	total := 0.0
	for i := range m.queues {
		total += m.queues[i].canW
	}
	m.energisedW = m.chips.watts
	if total <= 0 {
		m.energised[0] = m.energisedW
		return
	}
	builders := min(1, m.shellW/total)
	for i := range m.queues {
		q := &m.queues[i]
		q.fill(q.canW * pipeline * builders)
		m.energised[i] = m.energisedW * q.canW / total
	}
}

// Month moves the ground by one month: the queue steps, sites are energised,
// new ones enter, old chips leave and new ones take the room there is.
func (m *Model) Month(in *Input, out *Output) {
	*out = Output{}
	if year := firstYear + in.Month/12; year != m.year {
		m.chips.sum()
		m.setYear(year)
	}
	builders := m.energise(out)
	m.choose(out, positive(in.WantW), in.Month)
	out.RetiredW = m.chips.retire(in.Month, in.PriceUSDPerH100eHour)
	supply := positive(in.ChipWatts)
	if out.AddedW = positive(m.energisedW - m.chips.watts); out.AddedW > supply {
		out.AddedW = supply
	}
	if out.AddedW > 0 {
		m.chips.add(m.year, out.AddedW, in.GroupShare, &in.H100ePerW, m.avoidable)
	}
	m.stand(out)
	switch {
	case out.AddedW >= supply && !(in.UnhousedW > 0):
		out.Limit = LimitChips
	case builders < 1:
		out.Limit = LimitShell
	case m.anyReady():
		out.Limit = LimitPower
	default:
		out.Limit = LimitQueue
	}
}

// positive is x where it is above nil, else 0.
func positive(x float64) float64 {
	if x > 0 {
		return x
	}
	return 0
}

// Now returns the ground as it stands before the first month: what could be
// ordered, what waits and what runs.
func (m *Model) Now() (out Output) {
	for i := range m.queues {
		out.QueueW += m.queues[i].live
	}
	m.choose(&out, 0, 0)
	m.stand(&out)
	return out
}

// choose lets want watts enter and reports what is best after that.
func (m *Model) choose(out *Output, want float64, month int) {
	best, cost, entered := m.enter(want, month)
	out.EnteredW = entered
	out.QueueW += entered
	out.Best = &m.offers[best]
	out.Best.YearsToPower = m.queues[best].wait()
	out.BestUSDPerITWattYear = cost
}

// stand reports the stocks.
func (m *Model) stand(out *Output) {
	out.EnergisedW = m.energisedW
	out.InstalledW = m.chips.watts
	out.RoomW = positive(m.energisedW - m.chips.watts)
	out.GroupInstalledW = m.chips.groupWatts
	out.H100e = m.chips.h100e
	out.AvoidableUSDPerITWattYear = m.avoidable
	out.AddableWPerYear = m.addableW
}

// energise steps the queues and gives power to the sites that are ready, no
// faster than power equipment allows by offer and builders allow in all. It
// returns the share of the possible that builders managed.
func (m *Model) energise(out *Output) (builders float64) {
	var take [NumOffers]float64
	possible, live, studied, agreed := 0.0, 0.0, 0.0, 0.0
	queues := &m.queues
	for i := range queues {
		q := &queues[i]
		if !(q.live > 0) { // nobody waits
			continue
		}
		d0, d1 := q.step()
		studied += d0
		agreed += d1
		w := q.ready
		if w > q.canW {
			w = q.canW
		}
		q.take(w)
		m.energised[i] += w
		take[i] = w
		possible += w
		live += q.live
	}
	builders, out.EnergisedNowW = 1, possible
	if possible > m.shellW { // too few builders: all wait alike
		builders, out.EnergisedNowW = m.shellW/possible, m.shellW
		for i := range m.queues {
			back := take[i] * (1 - builders)
			m.queues[i].take(-back)
			m.energised[i] -= back
		}
		live += possible - m.shellW
	}
	out.QueueW, out.WithdrawnW = live, studied*m.quit.study+agreed*m.quit.agreed
	m.energisedW += out.EnergisedNowW
	return builders
}

// anyReady tells whether sites wait for nothing but power equipment.
func (m *Model) anyReady() bool {
	for i := range m.queues {
		if m.queues[i].ready > 0 {
			return true
		}
	}
	return false
}
