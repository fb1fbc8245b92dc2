package lab

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// stockYears is how long before January 2026 the stock of public text was reckoned.
const stockYears = 2

// data are the tokens in hand.
type data struct {
	have, used [NumChannels]float64
	text       float64 // public human text, repeats among it
	textGrow   float64 // times, a month
	unique     float64 // of that, different ones that may be had
	webUSD     float64 // of one

	posts, archive    float64 // usable tokens a month at January's activity; before 2026
	xUSD, xFine       float64 // a month; of turnover
	perUser           float64 // usable tokens of an average user a month
	userUSD, userRisk float64 // of handling; expected from damages, a month
	userFine          float64 // expected, of turnover, a month

	budget, supply    float64 // of licences: $ a month, tokens a month
	licences, cheaper float64 // 2B/(p Q₀); times, a month

	synthShare, synthSpeed, worth, ceiling float64 // tokens a month by H100e
	works, perWork, settle                 float64

	theirs, theirGrow float64
	started           bool
}

func (d *data) reset(p *Params) {
	w := &p.Web
	growth := math.Log1p(w.Growth.In(si.PerYear))
	*d = data{
		text: w.Stock.SI() * math.Exp(growth*stockYears), textGrow: math.Exp(growth / 12),
		unique: float64(w.Accessible) / max(1, float64(w.Repetition)), webUSD: w.Handling.SI() / 1e12,
		worth: float64(p.Synthetic.Worth), ceiling: float64(p.Synthetic.Ceiling), synthShare: float64(p.Synthetic.Share),
		synthSpeed: p.Synthetic.Speed.SI() * secondsPerMonth,
		works:      p.Copyright.Works.SI(), perWork: p.Copyright.PerWork.SI(),
		settle: min(1, p.Copyright.Settling.In(si.PerYear)/12),
		budget: p.Licences.Budget.In(si.DollarPerYear) / 12, supply: p.Licences.Supply.SI() / 12,
		cheaper: math.Pow(1+p.Licences.Rise.In(si.PerYear), -1./12),
		theirs:  p.Rivals.OwnTokens.SI(), theirGrow: math.Pow(1+p.Rivals.OwnGrowth.In(si.PerYear), 1./12),
	}
	d.licences = 2 * d.budget / (p.Licences.Price.SI() / 1e6 * d.supply)
	x := &p.X
	d.posts = x.Posts.In(si.PerYear) / 12 * float64(x.Original) * x.TokensPerPost.SI() * float64(x.Usable) * float64(x.Lawful)
	d.archive = d.posts * x.Archive.SI() / secondsPerMonth
	d.xUSD = x.Transfer.In(si.DollarPerYear) / 12
	d.xFine = x.Decision.In(si.PerYear) / 12 * float64(x.Fine)
	d.starlink(&p.Starlink)
}

// starlink works out what an average subscriber gives.
//
// Of the users under each law j, s_j of all, those count who agree where they are
// asked, c_j, and have not objected since, o_j. Each gives τ tokens a year that the
// policy covers, of which u are of use:
//
//	D = users · τ u Σ s_j c_j (1 − o_j)
//
// The policy covers account data, correspondence and uploaded files; browsing and
// carried traffic it does not (Starlink, 2026-01-31). Damages and fines are expected
// values: the chance of a decision times what it costs.
//
// Source: REFERENCE A4, with tokens the policy covers in the place of traffic.
// Ignores: what was on file before; that the objectors are not average; children.
// Good to: not measured: no figure of tokens a user is published. Over the rows'
// ranges it is a thousandth of the laboratory's tokens at the middle and a few
// hundredths at most, TestRegress_StarlinkIsSmall.
// Needs: nothing.
func (d *data) starlink(p *Starlink) {
	us, eu := share(float64(p.US.Share)), share(float64(p.EU.Share))
	eu = min(eu, 1-us)
	weight := [3]float64{us, eu, min(1-us-eu, float64(p.Rest.Share))}
	for i, j := range [3]*Jurisdiction{&p.US, &p.EU, &p.Rest} {
		with := weight[i] * float64(j.Consent) * (1 - float64(j.OptOut))
		d.perUser += with
		chance := j.Decision.In(si.PerYear) / 12
		d.userRisk += with * chance * j.PerUser.SI()
		d.userFine += chance * float64(j.Fine)
	}
	d.perUser *= p.TokensPerUser.In(si.PerYear) / 12 * float64(p.Usable)
	d.userUSD = p.Handling.In(si.DollarPerYear) / 12
}

// month brings in the month's tokens.
//
// Licences are bought while the budget lasts at a price that rises with the amount
// Q of the month, p (1 + Q/Q₀); what is made by models is limited by compute and by
// the share of what people wrote beyond which it does not help:
//
//	Q = Q₀ (√(1 + 2B/(p Q₀)) − 1)
//
// Source: a straight supply curve and its integral; the mixture that helps, Kang and
// others 2025 (arXiv 2510.01631).
// Ignores: that a licence runs out; quality between one text and another; pictures,
// sound and film; public text that machines write.
// Good to: not measured.
// Needs: prices and supply above zero.
func (d *data) month(in *Input, out *Output) {
	turnover, open := positive(in.TurnoverUSD), 1-share(in.Restricted)
	n, cost, legal := &out.New, &out.CostUSD, &out.LegalUSD
	*n = [NumChannels]float64{}
	*cost = [NumChannels]float64{}
	*legal = [NumChannels]float64{}

	perToken := 0.0 // what was collected before 2026 is paid for
	if d.started {
		perToken = d.webUSD
		d.text *= d.textGrow
		d.licences *= d.cheaper
		d.theirs *= d.theirGrow
	}
	d.started = true
	n[FromWeb] = positive(d.text*d.unique - d.have[FromWeb])
	cost[FromWeb] = n[FromWeb] * perToken
	out.TextStock = d.text
	settled := d.works * d.settle
	d.works -= settled
	legal[FromWeb] = settled * d.perWork

	if activity := below(in.X, 1e3); activity > 0 {
		n[FromX] = d.posts * activity * open
		if d.archive > 0 { // the archive comes with the first access
			n[FromX] += d.archive
			d.archive = 0
		}
		cost[FromX] = d.xUSD
		legal[FromX] = d.xFine * turnover
	}
	if users := below(in.StarlinkUsers, mostUsers); users > 0 {
		n[FromStarlink] = users * d.perUser * open
		cost[FromStarlink] = users * d.userUSD
		legal[FromStarlink] = users*d.userRisk + d.userFine*turnover
	}
	n[FromLicences] = d.supply * d.licences / (math.Sqrt(1+d.licences) + 1)
	cost[FromLicences] = d.budget

	for c := range FromSynthetic {
		d.have[c] = below(d.have[c]+n[c], mostTokens)
	}
	var working float64
	n[FromSynthetic], working = d.synthesise(out.OwnH100e)
	cost[FromSynthetic] = out.OwnH100e * d.synthShare * hoursPerMonth * positive(in.USDPerH100eHour) * working

	out.CostTotalUSD = cost[FromWeb] + cost[FromX] + cost[FromStarlink] + cost[FromLicences] + cost[FromSynthetic]
	out.LegalTotalUSD = legal[FromWeb] + legal[FromX] + legal[FromStarlink]
}

// beside is month for a laboratory beside another of the same inputs, which has the same
// web, X and licences: those are taken over, and what all of it cost is not told.
func (d *data) beside(lead *data, in *Input, out *Output) {
	d.text = lead.text
	out.TextStock = d.text
	users := below(in.StarlinkUsers, mostUsers)
	d.have[FromWeb], d.have[FromX], d.have[FromLicences] = lead.have[FromWeb], lead.have[FromX], lead.have[FromLicences]
	d.have[FromStarlink] = below(d.have[FromStarlink]+users*d.perUser*(1-share(in.Restricted)), mostTokens)
	d.synthesise(out.OwnH100e)
}

// synthesise adds what so many H100e of one's own make in a month, and returns it and how
// much of the month they work.
func (d *data) synthesise(ownH100e float64) (tokens, working float64) {
	tokens, working = ownH100e*d.synthShare*d.synthSpeed, 1
	if most := positive(d.ceiling*d.human() - d.have[FromSynthetic]); tokens > most {
		tokens, working = most, most/tokens
	}
	d.have[FromSynthetic] += tokens
	return tokens, working
}

// What can still be added up and multiplied.
const (
	mostTokens = 1e26
	mostUsers  = 1e10
)

// human is what people wrote.
func (d *data) human() float64 {
	return d.have[FromWeb] + d.have[FromX] + d.have[FromStarlink] + d.have[FromLicences]
}

// worthOurs is the tokens in hand as good as human text.
func (d *data) worthOurs() float64 { return d.human() + d.worth*d.have[FromSynthetic] }

// worthTheirs is what the frontier has of the same.
func (d *data) worthTheirs() float64 {
	return (d.have[FromWeb] + d.theirs) * (1 + d.worth*d.ceiling)
}

// use marks what a run has seen: of each channel the share that it saw of all.
func (d *data) use(seen, unique float64) {
	if !(unique > 0) {
		return
	}
	s := si.Lesser(1, seen/unique)
	for c := range d.used {
		d.used[c] = si.Greater(d.used[c], s*d.have[c])
	}
}

// wall is the FLOP of a run that would be fed all public text, which grows with the
// text as its power (α+β)/α: wants has it so.
type wall struct{ flop, grow float64 }

func (w *wall) reset(o *optimum, d *data) {
	w.grow = math.Pow(d.textGrow, 1/(o.law.alpha*o.perSum))
	w.flop = o.wants(d.text) / w.grow
}

// month carries the wall to the next month.
func (w *wall) month() float64 {
	w.flop *= w.grow
	return w.flop
}
