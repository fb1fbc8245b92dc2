// Package lab is the AI laboratory: the compute it may train on, the data that
// reach it by channel, and the people it keeps; which of the three binds, and how
// far its model stands behind the frontier.
package lab

import "math"

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

// Output is a month of the laboratory.
type Output struct {
	OwnUseShare     float64 // of the group's compute
	OwnH100e        float64 // at work for the laboratory
	LargestRunFLOP  float64 // of the run that ended this month
	TrainFLOP       float64 // FLOP of a run that would last its campaign at this month's rate
	FrontierRunFLOP float64 // as LargestRunFLOP, of the rival with most compute
	ComputeShare    float64 // of all the named laboratories' compute
	RivalH100e      [NumRivals]float64
	RivalsLimited   bool // by the world's compute, not by what they spend

	Tokens          [NumChannels]float64 // unique tokens in hand
	New             [NumChannels]float64 // of them this month
	Used            [NumChannels]float64 // of them that a finished run has seen
	Unique          float64              // tokens in hand as good as human text
	Data            float64              // tokens the latest run was fed, repeats among them
	CostUSD         [NumChannels]float64 // this month
	LegalUSD        [NumChannels]float64 // expected from fines and settlements, this month
	TextStock       float64              // public human text worth training on, repeats among it
	TextUsedUp      bool                 // the largest run in the world would be fed as much
	TextUsedUpMonth int                  // first month of that; −1 = not yet

	Staff, Hired, Left          float64 // people; Left counts the shocks too
	StaffUSD                    float64 // cash pay this month
	StockPayUSD                 float64 // stock granted this month, at its worth when granted
	FrontierStaff               float64
	Efficiency                  float64 // of training compute for want of people, frontier = 1
	Loss, FrontierLoss          float64 // of the best model yet, nats a token
	Gap                         float64 // Loss − FrontierLoss; below zero the laboratory leads
	Relative                    [NumInputs]float64
	Output                      float64 // the composite of the three, frontier = 1
	Binds                       Bound
	GainByPercent               [NumInputs]float64 // of Output, from a hundredth more of each
	LegalTotalUSD, CostTotalUSD float64            // sums over channels
}

// Model is the laboratory of one draw.
type Model struct {
	ownUse, largestRun, rivalRun float64 // shares

	ces    ces
	rivals rivals
	staff  staff
	data   data

	own, frontier campaign
	side          [2]optimum // the laboratory's and the frontier's
	loss          [2]float64 // of the best model yet
	fed           float64    // tokens of the latest run
	flopPerH100e  float64    // a month
	usedUp        int        // month in which public text was used up; −1
	started       bool
}

// refresh is how many months a loss is kept for.
const refresh = 3

// Reset prepares a draw.
func (m *Model) Reset(p *Params) {
	*m = Model{usedUp: -1, ownUse: float64(p.Compute.OwnUse), largestRun: float64(p.Compute.LargestRun), rivalRun: float64(p.Rivals.LargestRun)}
	m.flopPerH100e = denseFLOPPerS * float64(p.Compute.MFU) * secondsPerMonth
	months := p.Compute.Campaign.SI() / secondsPerMonth
	m.own.reset(months)
	m.frontier.reset(months)
	for i := range m.side {
		m.side[i].reset(p.Loss.Law, float64(p.Loss.Repeats), float64(p.Loss.Overtraining))
		m.loss[i] = guessing
	}
	m.ces.reset(&p.Composite, float64(p.Talent.Productivity))
	m.rivals.reset(&p.Rivals)
	m.staff.reset(&p.Talent)
	m.staff.compare(&p.Rivals)
	m.data.reset(p)
}

// Month plays a month.
func (m *Model) Month(in *Input, out *Output) {
	*out = Output{}

	// Compute: what the laboratory keeps of the group's, and its largest run.
	ground, orbit := positive(in.GroundH100e), positive(in.OrbitH100e)
	out.OwnUseShare = m.ownUse
	out.OwnH100e = out.OwnUseShare * (ground + orbit)
	able := ground*share(in.GroundTraining) + orbit*share(in.OrbitTraining)
	rate := out.OwnUseShare * able * m.largestRun * m.flopPerH100e

	m.rivals.month(in, ground, out)
	biggest, total := 0.0, 0.0
	for _, h := range out.RivalH100e {
		biggest = max(biggest, h)
		total += h
	}
	if total += out.OwnH100e; total > 0 {
		out.ComputeShare = out.OwnH100e / total
	}
	frontierRate := biggest * share(in.GroundTraining) * m.rivalRun * m.flopPerH100e
	if !m.started {
		m.own.fill(rate)
		m.frontier.fill(frontierRate)
	}
	out.LargestRunFLOP = m.own.add(rate)
	out.FrontierRunFLOP = m.frontier.add(frontierRate)
	out.TrainFLOP = rate * m.own.months

	// People.
	m.staff.month(in, out)
	out.Efficiency = m.ces.efficiency(out.Staff, out.FrontierStaff)

	// Data, in hand and worth.
	theirs := m.data.month(in, out)

	// The best model yet of each side.
	if !m.started || in.Month%refresh == 0 {
		m.train(0, out.LargestRunFLOP*out.Efficiency, out.Unique)
		m.train(1, out.FrontierRunFLOP, theirs)
		m.fed = m.side[0].tokens
		m.data.use(m.side[0].unique, out.Unique)
		// Public text is used up once the largest run would be fed as much if text had no end.
		if m.usedUp < 0 && max(m.side[0].lnWanted, m.side[1].lnWanted) >= math.Log(out.TextStock) {
			m.usedUp = in.Month
		}
	}
	m.started = true
	out.Used = m.data.used
	out.Data = m.fed
	out.TextUsedUp, out.TextUsedUpMonth = m.usedUp >= 0, m.usedUp
	out.Loss, out.FrontierLoss = m.loss[0], m.loss[1]
	out.Gap = out.Loss - out.FrontierLoss

	m.ces.month(ratio(out.LargestRunFLOP, out.FrontierRunFLOP), ratio(out.Unique, theirs), ratio(out.Staff, out.FrontierStaff), out)
	for c := range NumChannels {
		out.CostTotalUSD += out.CostUSD[c]
		out.LegalTotalUSD += out.LegalUSD[c]
	}
}

// train works out the loss of a run of so many FLOP on so many unique tokens, and
// keeps the best yet.
func (m *Model) train(side int, flop, unique float64) {
	o := &m.side[side]
	o.train(flop, unique)
	m.loss[side] = min(m.loss[side], o.loss)
}

// share holds x between nothing and all; what is no number is nothing.
func share(x float64) float64 {
	if x > 0 {
		return min(x, 1)
	}
	return 0
}

// positive holds x between nothing and a number that still can be multiplied.
func positive(x float64) float64 {
	if x > 0 {
		return min(x, 1e30)
	}
	return 0
}

// ratio is a over b, bounded where b is nothing.
func ratio(a, b float64) float64 {
	if b > 0 {
		return min(a/b, 1e9)
	}
	if a > 0 {
		return 1e9
	}
	return 0
}
