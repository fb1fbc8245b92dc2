package ground

import "math"

// Model is the state of the ground side in one draw.
type Model struct {
	p      *Params
	pinned float64 // $/MWh; NaN: derived

	// Constant over a draw.
	flows                        [NumOffers]flow
	nominal, opens               [NumOffers]float64 // years of the stages; years from 2026 until supply opens
	crfPlant, crfNuclear         float64
	crfRestart, crfShell         float64
	shellLife, powerLife         float64
	delayUSDPerITWattYearPerYear float64

	// Constant over a year.
	year      int
	offers    [NumOffers]Offer
	score     [NumOffers]float64  // $/W/yr without the wait
	capW      [NumOffers]float64  // IT watts a month that can be energised now
	waitW     [NumOffers]float64  // IT watts a year that can be energised when a new entrant is ready
	shellW    float64             // IT watts a month that can be built, all offers
	addableW  float64             // IT watts a year, power equipment and builders together
	avoidable float64             // $/W/yr, average of the sites at work
	load0     [NumRegions]float64 // facility watts on each grid at the start

	// State.
	month      int
	queues     [NumOffers]queue
	energised  [NumOffers]float64
	energisedW float64
	restarted  float64 // IT watts ever promised to restarts
	chips      chips
}

// Input is what the rest of the chain asks of the ground in a month.
type Input struct {
	Month                int        // since January 2026
	WantW                float64    // IT watts of new sites that enter the queue and are meant to be built
	ChipWatts            float64    // chips offered to the ground this month, IT watts
	GroupShare           float64    // of those chips
	H100ePerW            [3]float64 // of those chips, by product
	PriceUSDPerH100eHour float64    // what an hour run now earns, inference units; 0: not known
}

// Output is the ground after a month. Watts are IT watts.
type Output struct {
	EnergisedW                   float64 // sites with power
	RoomW                        float64 // of those, without chips
	InstalledW                   float64 // chips at work
	GroupInstalledW              float64
	AddedW                       float64 // chips put to work this month; what is left of ChipWatts had no room
	RetiredW                     float64
	EnergisedNowW                float64    // sites energised this month
	WithdrawnW                   float64    // applications given up this month
	QueueW                       float64    // sites in the queue that are expected to be built
	H100e                        [3]float64 // of the chips at work, by product
	Best                         Offer      // the cheapest to order now, its wait counted
	BestUSDPerITWattYear         float64    // its power with the wait, what the choice is made on
	AveragePowerUSDPerITWattYear float64    // avoidable power and operations of the sites at work
	AddableWPerYear              float64    // most that power equipment and builders allow this year
	Limit                        Limit
}

// Reset starts a draw. The rate is the real yearly rate at which power plants
// are recovered; pinUSDPerMWh replaces every offer's price unless it is NaN.
// The model keeps p.
func (m *Model) Reset(p *Params, powerRate, pinUSDPerMWh float64) {
	*m = Model{p: p, pinned: pinUSDPerMWh, year: firstYear - 1}
	m.shellLife, m.powerLife = years(p.Shell.Life), years(p.Plant.Life)
	m.crfPlant = CRF(powerRate, m.powerLife)
	m.crfNuclear = CRF(powerRate, years(p.Plant.NuclearLife))
	m.crfRestart = CRF(powerRate, restartLife)
	m.crfShell = CRF(powerRate, m.shellLife)
	m.delayUSDPerITWattYearPerYear = p.Queue.DelayCost.SI() * m.crfShell

	build := years(p.Shell.Build)
	waits := [NumOffers]float64{
		years(p.Grid.US.Wait), years(p.Grid.CurtailableWait),
		years(p.Nuclear.LargeWait), years(p.Nuclear.SMRWait), years(p.Nuclear.RestartWait),
		years(p.Gas.TurbineWait), years(p.Gas.CombinedWait), years(p.Solar.Wait),
		years(p.Grid.Gulf.Wait), years(p.Solar.Wait),
		years(p.Grid.Nordics.Wait), years(p.Grid.Asia.Wait),
	}
	for i := range waits {
		m.nominal[i] = math.Max(waits[i], build)
		m.flows[i] = newFlow(m.nominal[i], p.Queue.Completion.SI())
		switch offered[i].Option {
		case LargeNuclear, SMR, NuclearRestart:
			m.opens[i] = waits[i]
		}
		m.offers[i] = Offer{Region: offered[i].Region, Option: offered[i].Option}
	}

	group, _ := RecordedGroupW(0)
	m.chips.reset(p, group/p.PUE.US.SI())
	m.setYear(firstYear)
	total := 0.0
	for i := range m.capW {
		total += m.capW[i]
	}
	scale := 0.0
	if total > 0 {
		scale = math.Min(1, m.shellW/total) // no more is under way than builders can finish
	}
	for i := range m.queues {
		m.queues[i].fill(m.capW[i]*p.Start.Pipeline.SI()*scale, &m.flows[i])
		if total > 0 {
			m.energised[i] = m.chips.watts * m.capW[i] / total
		}
		m.energisedW += m.energised[i]
	}
	if total <= 0 {
		m.energised[0], m.energisedW = m.chips.watts, m.chips.watts
	}
	m.load0 = m.gridLoad()
	m.setYear(firstYear)
}

// restartLife is the years a restarted reactor runs: one renewed licence.
//
// Source: 10 CFR 54.31(b): a renewed licence adds at most twenty years.
const restartLife = 20

// Month moves the ground by one month.
func (m *Model) Month(in *Input) (out Output) {
	year := firstYear + in.Month/12
	if year != m.year {
		m.chips.sum()
		m.setYear(year)
	}

	m.month = in.Month

	// Stages of the queue, from its end to its beginning.
	want := 0.0
	var ready, done float64
	var take [NumOffers]float64
	for i := range m.queues {
		q := &m.queues[i]
		out.WithdrawnW += q.step(&m.flows[i])
		take[i] = math.Min(q.ready, m.capW[i])
		ready += q.ready
		want += take[i]
	}
	builders := 1.0
	if want > m.shellW {
		builders = m.shellW / want
	}
	for i := range m.queues {
		if take[i] > 0 {
			w := m.queues[i].take(take[i] * builders)
			m.energised[i] += w
			done += w
		}
	}
	m.energisedW += done
	out.EnergisedNowW = done

	best, bestCost := m.enter(math.Max(0, in.WantW))
	for i := range m.queues {
		out.QueueW += m.queues[i].live
	}

	// Chips: old ones go, new ones take the room there is.
	out.RetiredW = m.chips.retire(in.Month, in.PriceUSDPerH100eHour)
	supply := math.Max(0, in.ChipWatts)
	out.AddedW = math.Min(supply, math.Max(0, m.energisedW-m.chips.watts))
	if out.AddedW > 0 {
		m.chips.add(year, out.AddedW, in.GroupShare, &in.H100ePerW, m.avoidable)
	}

	out.EnergisedW = m.energisedW
	out.InstalledW = m.chips.watts
	out.RoomW = math.Max(0, m.energisedW-m.chips.watts)
	out.GroupInstalledW = m.chips.groupWatts
	out.H100e = m.chips.h100e
	out.Best = m.offers[best]
	out.Best.YearsToPower = m.wait(best)
	out.BestUSDPerITWattYear = bestCost
	out.AveragePowerUSDPerITWattYear = m.avoidable
	out.AddableWPerYear = m.addableW
	switch {
	case out.AddedW >= supply:
		out.Limit = LimitChips
	case builders < 1:
		out.Limit = LimitShell
	case ready > done:
		out.Limit = LimitPower
	default:
		out.Limit = LimitQueue
	}
	return out
}
