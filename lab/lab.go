// Package lab is the AI laboratory: the compute it may train on, the data that
// reach it by channel, and the people it keeps; which of the three binds, and how
// far its model stands behind the frontier.
package lab

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Input is a month of the world around the laboratory. Zero breaks nothing: what is
// not given is not there.
type Input struct {
	Month int // from January 2026, which is 0

	GroundH100e float64 // of the group, rated H100 equivalents at work on the ground
	OrbitH100e  float64 // and in orbit
	// GroundTraining and OrbitTraining are the shares of each that the network lets
	// work on one frontier training run, at the speed of a site on the ground.
	GroundTraining, OrbitTraining float64
	WorldH100e                    float64 // on the ground, the group's own among them
	USDPerH100e                   float64 // what one more H100 equivalent costs with its site; at zero rivals buy none
	USDPerH100eHour               float64 // price at which the group could sell an hour instead
	RivalSpending                 float64 // what rivals spend over what they would in calm years: 1 then, less after a crash, 0 nothing

	X             float64 // activity on X that the laboratory may use, January 2026 = 1; 0 = no access
	StarlinkUsers float64 // 0 = no channel
	TurnoverUSD   float64 // of the group in a year: fines are a share of it

	Restricted  float64 // share of X and of Starlink's data lost to a regulator; 0 = none
	Valuation   float64 // worth of the stock granted over its worth when granted; 1 = as granted
	Listed      bool    // whether that stock can be sold on an exchange
	TalentShock float64 // share of the staff that leaves this month beside the usual; 0 = none
	Recorded    bool    // replay the leavers of 2026 that are on record
}

// Output is a month of the laboratory, and where it stands.
type Output struct {
	// Month fills in these.
	OwnUseShare                 float64              // of the group's compute
	OwnH100e                    float64              // at work for the laboratory
	New                         [NumChannels]float64 // unique tokens that came this month
	CostUSD                     [NumChannels]float64 // this month
	LegalUSD                    [NumChannels]float64 // expected from fines and settlements, this month
	LegalTotalUSD, CostTotalUSD float64              // sums over channels
	TextStock                   float64              // public human text worth training on, repeats among it
	Staff, Hired, Left          float64              // people; Left counts the shocks too
	StaffUSD                    float64              // cash pay this month
	StockPayUSD                 float64              // stock granted this month, at its worth when granted
	FrontierStaff               float64

	// Tell fills in these, as of the last month played.
	LargestRunFLOP  float64 // of the run that ended this month
	TrainFLOP       float64 // FLOP of a run that would last its campaign at this month's rate
	FrontierRunFLOP float64 // as LargestRunFLOP, of the rival with most compute
	ComputeShare    float64 // of all the named laboratories' compute
	RivalH100e      [NumRivals]float64
	RivalsLimited   bool                 // by the world's compute, not by what they spend
	Tokens          [NumChannels]float64 // unique tokens in hand
	Used            [NumChannels]float64 // of them that a run which was told has seen
	Unique          float64              // tokens in hand as good as human text
	Data            float64              // tokens the best run since the last Tell was fed, repeats among them
	TextUsedUp      bool                 // the largest run in the world would be fed as much as TextStock
	TextUsedUpMonth int                  // first month of that; −1 = not yet
	Efficiency      float64              // of training compute for want of people, frontier = 1
	Loss            float64              // of the best model yet, nats a token

	// And Compare these.
	FrontierLoss  float64
	Gap           float64 // Loss − FrontierLoss; below zero the laboratory leads
	Relative      [NumInputs]float64
	Output        float64 // the composite of the three, frontier = 1
	Binds         Bound
	GainByPercent [NumInputs]float64 // of Output, from a hundredth more of each
}

// Model is the laboratory of one draw.
type Model struct {
	ownUse, ownLater, ownStep float64 // share of the group's compute; where it goes; how much of the way a month

	ces    ces
	rivals rivals
	staff  staff
	data   data
	wall   wall

	ours, theirs side
	ownH100e     float64
	usedUp       int    // month in which public text was used up; −1
	narrow       bool   // never to be told
	lead         *Model // whose rivals these are, if another's
	started      bool   // a month was played
	told         bool   // and none since it was told

	waiting [12]waiting // months whose runs are to be played
	waits   int
}

// side is the laboratory's or the frontier's training.
type side struct {
	perH100e float64 // FLOP a month of the largest run, by H100 equivalent that can work on it
	campaign campaign
	run      float64 // FLOP of the run that ended last
	best     made    // of those since it was told
	optimum  optimum
	loss     float64 // of the best model yet
}

// made is a run and by how many people, the laboratory's and the frontier's.
type made struct{ flop, people, frontier float64 }

// beats tells whether a run is worth more FLOP than another by what the staff made of
// them:
//
//	C (T/T_f)^γ > C* (T*/T*_f)^γ
//
// Source: r^γ = ((1+γ) r + 1−γ) / ((1−γ) r + 1+γ), Padé's, r the ratio of the staffs.
// Ignores: nothing else.
// Good to: r^γ to 1.1 % between a half and two, and always on the right side of one,
// TestVerif_Beats; between runs that are nearer than that the choice hardly matters.
// Needs: nothing.
func (a *made) beats(b *made, γ float64) bool {
	x, y := a.people*b.frontier, b.people*a.frontier
	return a.flop*((1+γ)*x+(1-γ)*y) > b.flop*((1-γ)*x+(1+γ)*y)
}

func (s *side) reset(p *Params, perH100e float64) {
	s.perH100e, s.loss = perH100e*denseFLOPPerS*float64(p.Compute.MFU)*secondsPerMonth, guessing
	s.campaign.reset(p.Compute.Campaign.SI() / secondsPerMonth)
	s.optimum.reset(p.Loss.Law, float64(p.Loss.Repeats), float64(p.Loss.Overtraining))
}

// month adds what so many H100 equivalents train.
func (s *side) month(h100e float64, first bool) {
	rate := h100e * s.perH100e
	if first {
		s.campaign.fill(rate)
	}
	s.run = s.campaign.add(rate)
}

// train works out what the best run since it was told reaches, of so much more worth
// by its staff and on so many unique tokens, and keeps the best yet.
func (s *side) train(efficiency, unique float64) {
	s.optimum.train(s.best.flop*efficiency, unique)
	s.loss = si.Lesser(s.loss, s.optimum.loss)
}

// Reset prepares a draw.
func (m *Model) Reset(p *Params) {
	c := &p.Compute
	*m = Model{usedUp: -1, ownUse: float64(c.OwnUse), ownLater: float64(c.OwnUseLater), ownStep: -math.Expm1(-1 / c.OwnUseTime.In(si.Month))}
	m.ours.reset(p, float64(c.LargestRun))
	m.theirs.reset(p, float64(p.Rivals.LargestRun))
	m.ces.reset(&p.Composite, float64(p.Talent.Productivity))
	m.rivals.reset(&p.Rivals)
	m.staff.reset(&p.Talent)
	m.staff.compare(&p.Rivals)
	m.data.reset(p)
	m.wall.reset(&m.ours.optimum, &m.data)
}

// Narrow leaves out, in the months that follow a Reset, all that only Tell and Compare
// say: runs, rivals and what they reach. A model so narrowed is not to be told.
func (m *Model) Narrow() { m.narrow = true }

// Beside plays the laboratory, in the months that follow a Reset, in the world of
// another of the same inputs, whose month comes first: the rivals are that one's, as is
// what comes by the web, from X and by licences; the frontier, the end of public text and
// what data cost are left to it.
func (m *Model) Beside(lead *Model) { m.lead = lead }

// Month plays a month: what the laboratory has and pays. Tell says what comes of it.
func (m *Model) Month(in *Input, out *Output) {
	ground, orbit := positive(in.GroundH100e), positive(in.OrbitH100e)
	own := m.ownUse
	m.ownUse += (m.ownLater - m.ownUse) * m.ownStep
	m.ownH100e = own * (ground + orbit)
	out.OwnUseShare, out.OwnH100e = own, m.ownH100e
	m.staff.month(in, out)
	if !m.narrow {
		m.put(in, own, ground, orbit)
	}
	if m.lead == nil {
		m.data.month(in, out)
	} else {
		m.data.beside(&m.lead.data, in, out)
	}
}

// waiting is a month whose runs have not been played.
type waiting struct {
	month            int
	h100e            float64 // the laboratory's own, by how well each works on one run
	training         float64 // how well those on the ground do
	people, frontier float64
	perUSD, room     float64 // for rivals: H100e by dollar, and how many the world has for them
}

// put leaves a month's runs to be played later, a year at once: they change nothing that
// Month says, and what is played twelve times over is still in the cache the second time.
func (m *Model) put(in *Input, own, ground, orbit float64) {
	if m.waits == len(m.waiting) {
		m.play()
	}
	w, s := &m.waiting[m.waits], &m.staff
	m.waits++
	w.month, w.people, w.frontier = in.Month, s.people, s.frontier
	w.training = share(in.GroundTraining)
	w.h100e = own * (ground*w.training + orbit*share(in.OrbitTraining))
	if m.lead == nil {
		w.perUSD, w.room = m.rivals.offered(in, ground)
	}
}

// play plays the runs that wait.
func (m *Model) play() {
	for i := range m.waiting[:m.waits] {
		m.runs(&m.waiting[i])
	}
	m.waits = 0
}

// runs trains for a month on the laboratory's own share of the group's compute, and on
// that of the rival with most, and keeps the best run on either side since it was told.
func (m *Model) runs(w *waiting) {
	first, afresh := !m.started, !m.started || m.told
	m.started, m.told = true, false
	m.ours.month(w.h100e, first)
	if run := (made{m.ours.run, si.Greater(w.people, least*w.frontier), w.frontier}); afresh || run.beats(&m.ours.best, m.ces.productivity) {
		m.ours.best = run
	}
	if m.lead != nil {
		return
	}
	m.rivals.month(w.perUSD, w.room)
	m.theirs.month(m.rivals.largest*w.training, first)
	if afresh || m.theirs.run > m.theirs.best.flop {
		m.theirs.best.flop = m.theirs.run
	}
	if m.usedUp < 0 && m.textUsedUp(w) {
		m.usedUp = w.month
	}
}

// textUsedUp tells whether the largest run would be fed all public text.
func (m *Model) textUsedUp(w *waiting) bool {
	wall := m.wall.month()
	if m.theirs.run >= wall {
		return true
	}
	most := m.ours.run * si.Greater(1, ratio(w.people, w.frontier)) // a power below one adds no more
	return most >= wall && m.ours.run*m.ces.efficiency(w.people, w.frontier) >= wall
}

// Tell says where the laboratory stands after the months played. It changes nothing
// that Month plays.
//
// The best model yet is worked out when it is told, of the best run since it was told
// last and on the tokens in hand. Told each month that is each run as it ended; told
// once a year it differs from that only where the best run lay earlier in the year:
// TestVerif_ToldYearly says by how much.
func (m *Model) Tell(out *Output) {
	world := m
	if m.lead != nil {
		world = m.lead
	}
	world.play()
	m.play()
	m.told = true
	s, d := &m.staff, &m.data
	out.Efficiency = m.ces.efficiency(s.people, s.frontier)
	η := out.Efficiency
	if b := &m.ours.best; b.people != s.people || b.frontier != s.frontier {
		η = m.ces.efficiency(b.people, b.frontier)
	}
	out.Unique = d.worthOurs()
	m.ours.train(η, out.Unique)
	d.use(m.ours.optimum.unique, out.Unique)
	out.Loss, out.Data = m.ours.loss, m.ours.optimum.tokens
	for c := range d.have { // a copy of what was just written waits for it
		out.Tokens[c], out.Used[c] = d.have[c], d.used[c]
	}
	out.TextUsedUp, out.TextUsedUpMonth = m.usedUp >= 0, m.usedUp

	out.LargestRunFLOP, out.FrontierRunFLOP, out.TrainFLOP = m.ours.run, world.theirs.run, m.ours.campaign.rate()*m.ours.campaign.months
	out.RivalH100e, out.RivalsLimited = world.rivals.h100e, world.rivals.limited
	out.ComputeShare = 0
	if total := world.rivals.total + m.ownH100e; total > 0 {
		out.ComputeShare = m.ownH100e / total
	}
}

// Compare sets what Tell has said beside the frontier: whose model is better, and
// which input binds.
func (m *Model) Compare(out *Output) {
	s, theirs := &m.staff, m.data.worthTheirs()
	m.theirs.train(1, theirs)
	out.FrontierLoss = m.theirs.loss
	out.Gap = out.Loss - out.FrontierLoss
	m.ces.join(ratio(m.ours.run, m.theirs.run), ratio(out.Unique, theirs), ratio(s.people, s.frontier), out)
}

// share holds x between nothing and all; what is no number is nothing.
func share(x float64) float64 { return below(x, 1) }

// positive holds x between nothing and a number that still can be multiplied.
func positive(x float64) float64 { return below(x, 1e30) }

// below holds x between nothing and a most.
func below(x, most float64) float64 {
	switch {
	case x >= most:
		return most
	case x > 0:
		return x
	}
	return 0
}

// ratio is a over b, bounded where b is nothing.
func ratio(a, b float64) float64 {
	if b > 0 {
		return si.Lesser(a/b, 1e9)
	}
	if a > 0 {
		return 1e9
	}
	return 0
}
