package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/si"
)

// Events are what may happen to the enterprise from outside or from within: rare
// blows that no trend holds. Each is drawn, switched off or forced.
type Events struct {
	Regulator Regulator
	Bubble    Bubble
	StandDown Given // rate and length are the launcher's: launch.reliability
	Storm     Given // rate and share are the fleet's: fleet.storm
	Debris    Debris
	Licence   Refusal
	Supplier  Supplier
	Head      Head
	Brand     Brand
}

// Given is an event whose chance and effect another chapter has.
type Given struct {
	Play     Play
	ForcedIn si.Count // calendar year of the strike where it is forced
}

// Regulator is an order that restricts one of the group's AI products.
type Regulator struct {
	Play     Play
	ForcedIn si.Count
	Rate     si.Rate     // orders a year
	Lasts    si.Duration // in force, in full
	Revenue  si.Ratio    // of the group's AI products, lost meanwhile
	Users    si.Ratio    // lost meanwhile
}

// Bubble is a bust of the market for AI: what is wanted, what it is worth and what
// can be raised on it all fall at once and recover in a straight line.
type Bubble struct {
	Play      Play
	ForcedIn  si.Count
	Rate      si.Rate     // busts a year
	Lasts     si.Duration // until all is as before
	Demand    si.Ratio    // of the world's demand for compute, lost at first
	Valuation si.Ratio    // of what the group's AI is worth, lost at first
	Capital   si.Ratio    // of what could be raised, lost at first
	Premium   si.Rate     // on the cost of the group's capital, at first
}

// Debris is a cloud of debris in the shell of the constellation.
type Debris struct {
	Play     Play
	ForcedIn si.Count
	Rate     si.Rate     // clouds a year
	Share    si.Ratio    // of the satellites in orbit lost at once
	Hazard   si.Rate     // at which the others are lost in the fresh cloud
	Lasts    si.Duration // until the cloud has decayed
	Closed   si.Duration // no launches into the shell
}

// Refusal is a decision on the constellation's licence beyond the delays that
// fleet.licence.granted spans. It falls once in a draw, or never. Forced, it is a delay.
type Refusal struct {
	Play    Play
	Refused si.Ratio    // chance that there is never a licence
	Delayed si.Ratio    // chance that it comes later
	Delay   si.Duration // by so much
}

// Supplier is a cut of the merchants' chips at their source.
type Supplier struct {
	Play     Play
	ForcedIn si.Count
	Rate     si.Rate     // cuts a year
	Lasts    si.Duration // until as many are made as without it
	Cut      si.Ratio    // of the chips that merchants can make, lost at first
}

// Head is the one head of both companies gone, or at war with the board or the state.
type Head struct {
	Play      Play
	ForcedIn  si.Count
	Rate      si.Rate     // times a year
	Lasts     si.Duration // until valuation and cost of capital are as before
	Valuation si.Ratio    // lost at first
	Premium   si.Rate     // on the cost of the group's capital, at first
	Talent    si.Ratio    // of the laboratory's staff, which leaves at once
}

// Brand is damage to the name of the group's AI products.
type Brand struct {
	Play     Play
	ForcedIn si.Count
	Rate     si.Rate     // times a year
	Lasts    si.Duration // until it is forgotten
	Price    si.Ratio    // discount at first
	Users    si.Ratio    // lost at first
}

// Play says how an event comes about.
type Play uint8

// The ways to play an event.
const (
	Drawn  Play = iota // by its chance
	Off                // never
	Forced             // once, at its date, and not otherwise
	NumPlays
)

var playNames = []string{"drawn", "off", "forced"}

// String returns the way's name.
func (p Play) String() string { return enumName(playNames, uint8(p)) }

// MarshalText is String.
func (p Play) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads a way's name.
func (p *Play) UnmarshalText(text []byte) error {
	i, err := enumValue(playNames, string(text), "a way to play an event")
	*p = Play(i)
	return err
}

// Event names an event.
type Event uint8

// The events: those that strike at a rate, those drawn once, those of other models.
const (
	EventRegulator Event = iota
	EventBubble
	EventDebris
	EventSupplier
	EventHead
	EventBrand
	EventLicence
	EventStandDown
	EventStorm
	NumEvents

	numHazards     = EventLicence   // strike at a rate
	numDrawnEvents = EventStandDown // have a stream of chance here
)

// String names the event.
func (i Event) String() string {
	return enumName([]string{"regulator", "bubble", "debris", "supplier", "head", "brand", "licence", "stand-down", "storm"}, uint8(i))
}

// Shocks are what a month's events do. Factors are 1 without any.
type Shocks struct {
	Demand       float64 // factor on the world's demand for compute
	Valuation    float64 // factor on what the group is worth
	MarketOpen   float64 // share of what could be raised in a calm market
	Premium      float64 // added to the group's cost of capital, 1/yr
	AIRevenue    float64 // factor on the income of the group's own AI products, their price apart
	AIPrice      float64 // factor on their price
	UserShare    float64 // factor on their users
	ChipSupply   float64 // factor on the chips that merchants can make
	TalentLoss   float64 // share of the laboratory's staff that leaves this month
	DebrisLoss   float64 // share of the satellites in orbit lost this month
	DebrisClosed bool    // no launches into the shell this month
}

// calm is a month without events.
var calm = Shocks{Demand: 1, Valuation: 1, MarketOpen: 1, AIRevenue: 1, AIPrice: 1, UserShare: 1, ChipSupply: 1}

// events play the events of a draw, month by month. Nothing allocates.
//
// An event strikes at the rate h, in the months from History on: what was before is in
// the record. The time to the next strike is drawn when it is needed, so that a month
// without events costs a comparison:
//
//	months to the next = −ln(u) / h
//
// What it does begins at once, in full, and wears off in a straight line over the time
// L that it lasts; a month a after the strike gets the mean over that month,
//
//	w(a) = ∫ max(0, 1 − t/L) dt from a to a+1,  Σ w = L/2
//
// An order of a regulator and a closed shell stay in full to their end. A second
// strike of the same event starts it afresh; different events multiply.
//
// Source: Poisson process, interval by inversion; the shape is a convention.
// Ignores: warning, gradual falls, clustering and contagion between events, lasting scars, more than one strike of an event in a month.
// Good to: the share of draws struck, within sampling error (TestVerif_EventsStrikeAtTheirRate); evidence for the rates is thin, see the rows.
// Needs: months asked in order; rates ≥ 0, shares from 0 to 1.
type events struct {
	now     Shocks  // of the last month played
	licence float64 // years by which the licence is late; +Inf: refused. Known from reset on
	struck  [NumEvents]int

	off    bool // none is played, and other models' are left alone
	p      *Events
	chance *Chance
	pStorm float64 // a month
	wake   int     // before it nothing changes
	hazard [numHazards]hazard
	forced [NumEvents]int // month of those of other models, or never
	first  [NumEvents]int // month of the first strike, where there was one
	last   [NumEvents]int // and of the last
}

// hazard is an event that strikes at a rate.
type hazard struct {
	perMonth float64
	lasts    float64 // months
	next     int     // month of the next strike
}

// never is a month after every horizon.
const never = math.MaxInt32

// reset starts a draw. Both are kept until the next.
func (e *events) reset(s *Scenario, chance *Chance) {
	p := &s.Events
	*e = events{now: calm, p: p, chance: chance, wake: never, off: s.Run.Events == SwitchedOff}
	e.pStorm = -math.Expm1(-max(0, s.Fleet.Storm.Rate.In(si.PerYear)) / 12)
	for i := range e.last {
		e.last[i] = never
		e.forced[i] = never
	}
	if e.off {
		return
	}
	e.begin(EventRegulator, p.Regulator.Play, p.Regulator.ForcedIn, p.Regulator.Rate, p.Regulator.Lasts)
	e.begin(EventBubble, p.Bubble.Play, p.Bubble.ForcedIn, p.Bubble.Rate, p.Bubble.Lasts)
	e.begin(EventDebris, p.Debris.Play, p.Debris.ForcedIn, p.Debris.Rate, max(p.Debris.Lasts, p.Debris.Closed))
	e.begin(EventSupplier, p.Supplier.Play, p.Supplier.ForcedIn, p.Supplier.Rate, p.Supplier.Lasts)
	e.begin(EventHead, p.Head.Play, p.Head.ForcedIn, p.Head.Rate, p.Head.Lasts)
	e.begin(EventBrand, p.Brand.Play, p.Brand.ForcedIn, p.Brand.Rate, p.Brand.Lasts)
	if p.StandDown.Play == Forced {
		e.forced[EventStandDown] = forcedMonth(p.StandDown.ForcedIn)
	}
	if p.Storm.Play == Forced {
		e.forced[EventStorm] = forcedMonth(p.Storm.ForcedIn)
	}
	e.decideLicence()
	e.wake = e.soonest()
}

// begin sets the first strike of an event.
func (e *events) begin(i Event, play Play, year si.Count, rate si.Rate, lasts si.Duration) {
	h := &e.hazard[i]
	*h = hazard{lasts: max(0, lasts.In(si.Month)), next: never}
	switch {
	case play == Forced:
		h.next = forcedMonth(year)
	case play == Drawn && !e.chance.even:
		h.perMonth = max(0, rate.In(si.PerYear)) / 12
		e.await(i, History)
	}
}

// await draws the next strike of an event, from the beginning of a month on.
func (e *events) await(i Event, month int) {
	h := &e.hazard[i]
	h.next = never
	if h.perMonth > 0 {
		if m := float64(month) - math.Log(e.chance.event(i, e.struck[i]))/h.perMonth; m < never {
			h.next = int(m)
		}
	}
}

// decideLicence sets what becomes of the licence.
func (e *events) decideLicence() {
	l := &e.p.Licence
	switch {
	case l.Play == Forced:
		e.licence = l.Delay.In(si.Year)
	case l.Play == Drawn && !e.chance.even:
		if u := e.chance.event(EventLicence, 0); u < l.Refused.SI() {
			e.licence = math.Inf(1)
		} else if u < l.Refused.SI()+l.Delayed.SI() {
			e.licence = l.Delay.In(si.Year)
		}
	}
	if e.licence > 0 {
		e.strike(EventLicence, 0)
	}
}

// soonest is the month of the next strike of any event.
func (e *events) soonest() int {
	month := never
	for i := range e.hazard {
		month = min(month, e.hazard[i].next)
	}
	return month
}

// forcedMonth is the first month whose middle is not before a calendar year, as for
// every date of the inputs; not one of the record.
func forcedMonth(year si.Count) int {
	return max(History, int(math.Ceil(12*(min(year.SI(), 1e6)-firstYear)-0.5-1e-6)))
}

// month plays a month and leaves what its events do in now.
func (e *events) month(m int) {
	if m >= e.wake {
		e.turn(m)
	}
}

// turn is month where an event begins, goes on or ends.
func (e *events) turn(m int) {
	e.wake = m + 1
	var on [numHazards]bool
	still := true
	for i := range numHazards {
		h := &e.hazard[i]
		if m >= h.next {
			e.strike(i, m)
			e.await(i, m+1)
		}
		on[i] = e.active(i, m)
		still = still && !on[i]
	}
	e.now = calm
	if still {
		e.wake = e.soonest()
		return
	}
	if on[EventRegulator] {
		e.regulate(m)
	}
	if on[EventBubble] {
		e.bust(m)
	}
	if on[EventDebris] {
		e.collide(m)
	}
	s := &e.now
	if on[EventSupplier] {
		s.ChipSupply = 1 - e.p.Supplier.Cut.SI()*e.fading(EventSupplier, m)
	}
	if on[EventHead] {
		w := e.fading(EventHead, m)
		s.Valuation *= 1 - e.p.Head.Valuation.SI()*w
		s.Premium += e.p.Head.Premium.In(si.PerYear) * w
		if e.last[EventHead] == m {
			s.TalentLoss = e.p.Head.Talent.SI()
		}
	}
	if on[EventBrand] {
		w := e.fading(EventBrand, m)
		s.AIPrice = 1 - e.p.Brand.Price.SI()*w
		s.UserShare *= 1 - e.p.Brand.Users.SI()*w
		s.AIRevenue *= 1 - e.p.Brand.Users.SI()*w
	}
}

// regulate is what an order in force does.
func (e *events) regulate(m int) {
	w := held(e.since(EventRegulator, m), e.hazard[EventRegulator].lasts)
	e.now.AIRevenue = 1 - e.p.Regulator.Revenue.SI()*w
	e.now.UserShare = 1 - e.p.Regulator.Users.SI()*w
}

// bust is what a bubble that has burst does.
func (e *events) bust(m int) {
	b, s, w := &e.p.Bubble, &e.now, e.fading(EventBubble, m)
	s.Demand = 1 - b.Demand.SI()*w
	s.Valuation = 1 - b.Valuation.SI()*w
	s.MarketOpen = 1 - b.Capital.SI()*w
	s.Premium = b.Premium.In(si.PerYear) * w
}

// collide is what a cloud of debris does. A satellite that outlives the first month
// of it meets the rest at a hazard that falls as the cloud decays.
func (e *events) collide(m int) {
	d, a := &e.p.Debris, e.since(EventDebris, m)
	rate := max(0, d.Hazard.In(si.PerYear)) / 12 * fading(a, d.Lasts.In(si.Month))
	e.now.DebrisLoss = -math.Expm1(-rate)
	if a == 0 {
		e.now.DebrisLoss += d.Share.SI() * (1 - e.now.DebrisLoss)
	}
	e.now.DebrisClosed = held(a, d.Closed.In(si.Month)) >= 0.5
}

// active tells whether an event strikes or still works in a month; one of the licence
// works for good.
func (e *events) active(i Event, m int) bool {
	a := e.since(i, m)
	switch {
	case a < 0:
		return false
	case i < numHazards:
		return a == 0 || float64(a) < e.hazard[i].lasts
	case i == EventLicence:
		return true
	}
	return a == 0
}

// since is how many months ago an event struck last; −1: it has not.
func (e *events) since(i Event, m int) int { return max(-1, m-e.last[i]) }

func (e *events) fading(i Event, m int) float64 {
	return fading(e.since(i, m), e.hazard[i].lasts)
}

// fading is w of events, a months after a strike that lasts so many.
func fading(a int, lasts float64) float64 {
	from := float64(a)
	switch {
	case a < 0 || !(from < lasts):
		return 0
	case from+1 <= lasts:
		return 1 - (from+0.5)/lasts
	}
	left := lasts - from // ends within the month
	return left * left / (2 * lasts)
}

// held is the share of the month a months after a strike in which it is still in force.
func held(a int, lasts float64) float64 {
	if a < 0 {
		return 0
	}
	return min(1, max(0, lasts-float64(a)))
}

// launch turns a month's luck of the launcher into that of the stand-down as it is
// played. It keeps the luck of all else.
func (e *events) launch(month int, c launch.Chance) launch.Chance {
	switch {
	case e.off:
	case e.p.StandDown.Play == Off:
		c.StandDown = 0
	case month == e.forced[EventStandDown]:
		c.Ascent = -c.Ascent
	}
	return c
}

// flew takes notice of a month's failures: each grounds the vehicle, unless that is off.
func (e *events) flew(month, failures int) {
	if e.p.StandDown.Play != Off && failures > 0 || month == e.forced[EventStandDown] {
		e.note(EventStandDown, month)
	}
}

// fleet turns a month's luck of the fleet into that of the storm as it is played.
func (e *events) fleet(month int, c fleet.Chance) fleet.Chance {
	switch {
	case e.off:
		return c
	case month == e.forced[EventStorm]:
		c.Storm = -1
	case e.p.Storm.Play != Drawn || month < History:
		c.Storm = 0
	}
	if c.Storm != 0 && c.Storm < e.pStorm {
		e.note(EventStorm, month)
	}
	return c
}

func (e *events) note(i Event, month int) {
	if e.last[i] != month {
		e.strike(i, month)
	}
}

// strike counts a strike.
func (e *events) strike(i Event, month int) {
	if e.struck[i] == 0 {
		e.first[i] = month
	}
	e.struck[i]++
	e.last[i] = month
}
