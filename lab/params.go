package lab

import "github.com/dawndusk/dawndusk/si"

// Params holds the inputs of the laboratory.
type Params struct {
	Compute   Compute
	Loss      Loss
	Web       Web
	X         X
	Starlink  Starlink
	Licences  Licences
	Synthetic Synthetic
	Copyright Copyright
	Talent    Talent
	Composite Composite
	Rivals    Rivals
}

// Compute is what becomes of the group's accelerators.
type Compute struct {
	OwnUse      si.Ratio    // share of the group's compute that its laboratory uses, January 2026; the rest is sold
	OwnUseLater si.Ratio    // the same in the long run
	OwnUseTime  si.Duration // time constant of the way there
	LargestRun  si.Ratio    // share of the laboratory's compute in its largest training run
	Campaign    si.Duration // length of that run
	MFU         si.Ratio    // model FLOP over dense sixteen-bit peak
}

// Loss is how compute and data become a loss.
type Loss struct {
	Law          Law      // whose coefficients
	Repeats      si.Ratio // R*: repeats of the data over which a repeat's worth falls to 1/e
	Overtraining si.Ratio // tokens a parameter over those that make the most of the training compute
}

// Web is public text written by people.
type Web struct {
	Stock      si.Count // tokens worth training on in 2024, with the repeats that pay
	Repetition si.Ratio // how often each is counted in that
	Growth     si.Rate
	Accessible si.Ratio // share that may be collected
	Handling   si.USD   // to collect and clean a million million tokens
}

// X is the social network's text.
type X struct {
	Posts         si.Rate     // all posts, early 2026
	Original      si.Ratio    // share of them that repeats no other
	TokensPerPost si.Count    //
	Usable        si.Ratio    // after duplicates, spam and machines
	Lawful        si.Ratio    // share whose writers' law and settings let it be used
	Archive       si.Duration // at today's rate, what was written before 2026
	Transfer      si.USDPerYear
	Decision      si.Rate  // of a regulator against its use
	Fine          si.Ratio // of the group's yearly turnover
}

// Starlink is what subscribers hand over under the privacy policy: account data
// and uploaded files, never the traffic that is carried.
type Starlink struct {
	TokensPerUser si.Rate  // tokens a year that the policy covers
	Usable        si.Ratio // after personal details are taken out, duplicates, machines
	Handling      si.USDPerYear
	US, EU, Rest  Jurisdiction // the rest's share is what the two leave
}

// Jurisdiction is one law under which users live.
type Jurisdiction struct {
	Share    si.Ratio // of users
	Consent  si.Ratio // of them that agree where the law asks them to; 1 where it does not ask
	OptOut   si.Ratio // of those that object
	Decision si.Rate  // of a court or regulator against the use
	PerUser  si.USD   // that it then costs for each user whose data were used
	Fine     si.Ratio // beside it, of the group's yearly turnover
}

// Licences are tokens bought from publishers.
type Licences struct {
	Budget si.USDPerYear
	Price  si.USD   // of the first million tokens
	Supply si.Count // tokens a year after which the price has doubled
	Rise   si.Rate  // of the price, real
}

// Synthetic is text made by models for training.
type Synthetic struct {
	Share   si.Ratio // of the laboratory's compute that makes it
	Speed   si.Rate  // tokens made by an H100 equivalent
	Worth   si.Ratio // of a token, over one of a person's
	Ceiling si.Ratio // most of it that helps, over what people wrote
}

// Copyright is the exposure from works that were never licensed.
type Copyright struct {
	Works    si.Count // in the training data, for which a claim may succeed
	PerWork  si.USD   // of a settlement
	Settling si.Rate  // share of the works settled a year
}

// Talent is the people who make models.
type Talent struct {
	Start        si.Count      // researchers and engineers, January 2026
	Aim          si.Ratio      // staff wanted, over the frontier's
	Ramp         si.Duration   // in which the laboratory would close that gap if it could hire
	Pool         si.Rate       // people a year it could hire at the frontier's pay
	Attrition    si.Rate       // at the frontier's pay
	Cash         si.USDPerYear // pay of one, on average
	Stock        si.USDPerYear // stock granted to one, on average
	Unlisted     si.Ratio      // worth to its owner of stock that cannot be sold
	Productivity si.Ratio      // γ: power of staff that training compute is worth
	Recorded     si.Count      // left in February to May 2026
}

// Composite joins compute, data and talent.
type Composite struct {
	Compute, Data, Talent si.Ratio // weights, normalised to one
	Elasticity            si.Ratio // of substitution between them
}

// Rivals are the laboratories that set the frontier.
type Rivals struct {
	OpenAI, Anthropic, Google, Meta Rival

	LargestRun si.Ratio    // share of a rival's compute in its largest training run
	Realised   si.Ratio    // share, in logarithms, of the announced growth of spending that arrives
	Fade       si.Duration // in which that growth falls to a third
	Lead       si.Duration // from spending to compute at work
	Life       si.Duration // of compute
	MostShare  si.Ratio    // of the world's compute that they can hold together
	OwnTokens  si.Count    // that the best of them has beside public text, January 2026
	OwnGrowth  si.Rate     // of these
	Staff      si.Count    // of the best of them, January 2026
	Growth     si.Rate     // of that staff
	MostStaff  si.Count    // which that ends at
	Pay        si.USDPerYear
}

// Rival is one of them.
type Rival struct {
	Start    si.Count      // H100 equivalents it uses, January 2026
	Spending si.USDPerYear // on compute for the laboratory, by it or for it, in 2026
	Growth   si.Rate       // announced, of that
}
