package study

// Verdicts on a claim.
const (
	verdictMet        = "met"        // it has happened, as far as the record goes
	verdictOnCourse   = "on course"  // it comes true by its date in at least half of the draws
	verdictUnlikely   = "unlikely"   // in fewer than half
	verdictRefuted    = "refuted"    // in fewer than one in twenty
	verdictInput      = "input"      // taken as stated or set by the scenario; nothing to test
	verdictUntestable = "untestable" // not by this model; the reason says why
)

// The shares of draws that tell the verdicts apart.
const (
	onCourseFrom = 0.5
	refutedBelow = 0.05
)

// claim is one of the claims under test, with what is asked of the model. The table
// below was written, thresholds included, before any run with the Moon, the group,
// the laboratory and the events in the chain; whoever moves a threshold says why in
// the commit.
type claim struct {
	id      string
	claim   string
	numbers string
	kind    string // I: input as stated; O: output held against it; E: event
	asks    string // what must be true of a draw for the claim to come true in it; "" where nothing is asked
	unit    string // of the value that is told with it
	value   string // what the value is

	observed string // the record so far, dated
	happened bool   // the record settles it
	evidence string // strong, fair, weak or none, and of what it consists
	link     string // the report's chapter
}

// The dates and sizes that claims are held to.
const (
	claimLastYear     = 2045   // the end of the base's twenty years, for claims "long term"
	claimFlights      = 8760   // a year: one an hour
	claimTonnes       = 1.75e6 // a year: both together
	claimOnlyWay      = 0.5    // of the watts of AI compute added in a year
	claimNuclearShare = 0.2    // of the watts for AI energised on Earth in 2035
	claimRunwayYear   = 2028   // by whose end xAI alone is out of money and the group is not
	claimListingUSD   = 50e9   // raised
	claimTopUpYear    = 2028   // up to whose end the listing's money lasts
	claimRivalYear    = 2030   // in which rivals have more compute
	claimTrinityYear  = 2028   // in which the merger has added to compute, people and data
	claimCut          = 0.01   // of planned spending on compute
	claimBridgeYear   = 2030   // up to whose end the group pays for its compute on Earth
	claimChannelShare = 0.01   // of the tokens that the laboratory could train on in 2028
	claimXShare       = 0.5    // of the tokens that are its own, in 2026
	claimTalentYear   = 2028   // at whose end the staff is what it was in January 2026
	claimTransferYear = 2030   // in which the group charges itself less than the market for launches and for compute
	claimThreatYear   = 2028   // in which the merged laboratory stands closer to the frontier
	claimThreatPoints = 0.05   // of the frontier laboratories' compute that the merger adds
	claimEventYear    = 2030   // by whose end an event strikes, or strikes again
)

// claims are all that is under test, in the order of the source.
var claims = [...]claim{
	{
		id: "C01", claim: "SpaceX and xAI are one company, announced on 2 February 2026", numbers: "1.25 T$ together, xAI at 250 G$", kind: "I",
		observed: "2026-02-02: announced, at a share ratio of 0.1433; 2026-05-20: one registration statement", happened: true,
		evidence: "strong: filings", link: "company",
	},
	{
		id: "C02", claim: "Data centres are to be built in space", numbers: "solar powered", kind: "I",
		value: "IT power in orbit at the end of 2035", unit: "GW",
		observed: "2026-01-30: filing for up to a million satellites; 2026-06-08: AI1 shown; nothing of the group's computes in orbit by October 2026",
		evidence: "fair: filings and announcements, no flight", link: "growth",
	},
	{
		id: "C03", claim: "Space becomes the cheapest way to generate AI compute", numbers: "within two to three years: 2028-02-02 and 2029-02-02", kind: "O",
		asks:     "the levelised cost of an hour of the headline product, ordered in February 2029, is lower from orbit than from the cheapest site on Earth, at the full boundary; February 2028 and both dates by operation are told beside it",
		value:    "cost of an hour ordered in February 2029, orbit over ground",
		unit:     "1",
		observed: "by October 2026 the one public offer of orbital compute asks 3.5 M$ a month for 100 kW",
		evidence: "fair: launch and satellite from filings and flown hardware, prices of 2029 from models", link: "verdict",
	},
	{
		id: "C04", claim: "Long term, space is the only way to scale AI", kind: "O",
		asks:     "orbit adds at least half of the world's watts of AI compute in some year up to 2045",
		value:    "largest share of a year's watts that orbit adds, up to 2045",
		unit:     "%",
		observed: "in 2026 all additions are on the ground",
		evidence: "weak: limits of ground power twenty years on are assumed", link: "growth",
	},
	{
		id: "C05", claim: "Starship carries the load", numbers: "a launch an hour, 200 t each: 8,760 flights and 1.75 Mt a year", kind: "I/O",
		asks:     "Starship flies at least 8,760 times and lifts at least 1.75 Mt in one year up to 2045",
		value:    "most flights in a year up to 2045",
		unit:     "1/yr",
		observed: "2026-10: 14 flights in 42 months, at most 44 t aboard",
		evidence: "fair: the flight record; rates beyond it rest on assumed factories and towers", link: "launch",
	},
	{
		id: "C06", claim: "Starship has flown only test flights so far, not all successful", kind: "I",
		value: "chance that a data-centre flight fails, July 2028", unit: "%",
		observed: "2026-09-28: flight 14, the first to reach orbit", happened: true,
		evidence: "strong: the flight record", link: "launch",
	},
	{
		id: "C07", claim: "Space data centres run on sunlight, while ground expansion turns to nuclear power again", kind: "I/O",
		asks:     "nuclear power is at least a fifth of the power newly energised for AI on Earth in 2035",
		value:    "nuclear share of the power newly energised for AI on Earth in 2035",
		unit:     "%",
		observed: "2024 to 2026: contracts to restart closed reactors and for small ones; none delivers to a data centre by October 2026",
		evidence: "weak: costs and dates of reactors are assumed", link: "ground",
	},
	{
		id: "C08", claim: "Factories on the Moon use local resources to build satellites", kind: "O",
		asks:     "a kilogram of satellite parts made on the Moon and sent to the data centres' orbit comes cheaper than one made on Earth and carried there by Starship, for 24 months, up to 2045",
		value:    "first month of these 24",
		unit:     "year",
		observed: "2026: no landing of the group on the Moon; no plant makes anything there",
		evidence: "none: nothing of the kind has been built, and most of its inputs are assumed", link: "moon",
	},
	{
		id: "C09", claim: "Moon-built satellites can be placed deeper in space", kind: "O",
		asks:     "a kilogram of satellite parts made on the Moon and sent to an orbit about the Sun comes cheaper than one made on Earth and carried there by Starship, for 24 months, up to 2045",
		value:    "a kilogram from the Moon to an orbit about the Sun at the end of 2045",
		unit:     "$/kg",
		observed: "nothing has been thrown from the Moon",
		evidence: "none: nothing of the kind has been built", link: "moon",
	},
	{
		id: "C10", claim: "Tesla builds humanoid robots that could work in harsh conditions", kind: "I",
		value: "robots at work on the Moon at the end of 2045", unit: "1",
		observed: "2026: prototypes in factories, none in vacuum",
		evidence: "weak: no robot has worked on the Moon", link: "moon",
	},
	{
		id: "C11", claim: "Mars is to be settled", numbers: "that it takes the same flights is our inference", kind: "I",
		observed: "the windows of 2022, 2024 and 2026 were announced and passed",
		evidence: "weak: announcements", link: "launch",
	},
	{
		id: "C12", claim: "SpaceX's money can now supply xAI", numbers: "billions", kind: "O",
		asks:     "by the end of 2028 xAI alone, with the same plan, would be out of money, and the group is not",
		value:    "from the merger in February 2026 until xAI alone is out of money",
		unit:     "months",
		observed: "2026-06-19: 100.8 G$ of cash in the group; first half of 2026: 23.6 G$ spent on AI",
		evidence: "fair: filed accounts; what xAI alone could borrow is assumed", link: "company",
	},
	{
		id: "C13", claim: "xAI burns cash", numbers: "almost 1 G$ a month; 5 G$ of corporate debt", kind: "I",
		value: "cash that xAI alone would burn a month in 2026, leases counted", unit: "G$/month",
		observed: "2025: 7.8 G$ in nine months; second quarter of 2026: 15.8 G$ of capital spending on AI", happened: true,
		evidence: "strong: filed segment accounts", link: "company",
	},
	{
		id: "C14", claim: "SpaceX and Tesla each put money into xAI before", numbers: "2 G$ each", kind: "I",
		observed: "reported by dpa-AFX on 2026-02-03", happened: true,
		evidence: "fair: press", link: "company",
	},
	{
		id: "C15", claim: "Going public brings capital", numbers: "50 G$ at up to 1.5 T$, in 2026; Musk about 40 %", kind: "I/O",
		asks:     "the listing raises at least 50 G$ in 2026, which is on record, and the group needs no new equity up to the end of 2028",
		value:    "new equity the group needs up to the end of 2028, beyond the listing",
		unit:     "G$",
		observed: "2026-06-12: 75 G$ raised, 85.7 G$ with the greenshoe, at 1.77 T$; Musk holds 42 %", happened: true,
		evidence: "strong on the listing, weak on what follows", link: "company",
	},
	{
		id: "C16", claim: "A merger of SpaceX with Tesla was looked at too", kind: "I",
		value: "cash at the end of 2030 with Tesla, less without", unit: "G$",
		observed: "2026: no such merger",
		evidence: "weak: press; Tesla's accounts enter as three numbers", link: "company",
	},
	{
		id: "C17", claim: "Rivals outspend: OpenAI plans data centres and chips", numbers: "above 1.4 T$; four rivals together hundreds of G$", kind: "I/O",
		asks:     "in 2030 the largest of the rival laboratories has more compute than the group's",
		value:    "the group's share of the frontier laboratories' compute in 2030",
		unit:     "%",
		observed: "2026 capital spending: Amazon 200, Alphabet 195 to 205, Meta 115 to 135, Microsoft 120 to 145, the group 63 to 65 G$",
		evidence: "fair for 2026, weak after: announcements", link: "lab",
	},
	{
		id: "C18", claim: "Compute, talent and data are AI's holy trinity; the merger adds to all three", kind: "O",
		asks:     "at the end of 2028 the merged laboratory has more compute, more people and more tokens than xAI alone would",
		value:    "the merged laboratory's composite of the three at the end of 2028, over the frontier's",
		unit:     "1",
		observed: "2026: more compute and users; all eleven other founders and at least 50 researchers gone by May",
		evidence: "weak: how the three add up is a modelling choice", link: "lab",
	},
	{
		id: "C19", claim: "Until orbit works, SpaceX can pay for compute on Earth", kind: "O",
		asks:     "up to the end of 2030 the group never runs out of cash, and cuts less than a hundredth off its planned spending on compute for want of it",
		value:    "the group's lowest cash at a year's end up to 2030",
		unit:     "G$",
		observed: "first half of 2026: 3.5 G$ of operating cash flow, 28.5 G$ of capital spending",
		evidence: "fair: filed accounts, then a model", link: "company",
	},
	{
		id: "C20", claim: "Starlink opens a data channel: account and uploaded data may train models", numbers: "never carried traffic", kind: "I/O",
		asks:     "in 2028 Starlink's users give at least a hundredth of the tokens that the laboratory could train on",
		value:    "Starlink's share of these tokens in 2028",
		unit:     "%",
		observed: "2026-01-15: policy with opt-out; 2026-01-31: browsing records excluded; more than 9 M users in scope",
		evidence: "weak: tokens by user are assumed", link: "lab",
	},
	{
		id: "C21", claim: "Until now xAI's data comes mostly from X; OpenAI and Google license content", numbers: "X bought for 44 G$", kind: "I/O",
		asks:     "in 2026 X gives at least half of the laboratory's own tokens, those that are neither public nor synthetic",
		value:    "X's share of its own tokens in 2026",
		unit:     "%",
		observed: "2024: licences of 0.8 G$ in the industry; 2025: a settlement of 1.5 G$ at 3,000 $ a work",
		evidence: "weak: no token counts are published", link: "lab",
	},
	{
		id: "C22", claim: "Talent: founders and CFO leave, nine-figure pay elsewhere; stock of a company about to list helps", numbers: "3 of 11 founders gone", kind: "I/O",
		asks:     "at the end of 2028 the laboratory has at least as many researchers as in January 2026",
		value:    "researchers at the end of 2028, over January 2026",
		unit:     "1",
		observed: "2026-02-10: half of the eleven founders left; by May all; 50 to 80 researchers lost after the merger",
		evidence: "weak: counts from press", link: "lab",
	},
	{
		id: "C23", claim: "Regulators act on Grok's images; functions were restricted", kind: "E",
		asks:     "functions were restricted, which is on record; asked beside it: a regulator restricts a product of the group again by the end of 2030",
		value:    "revenue that such a restriction takes off the group's own AI products while it lasts",
		unit:     "%",
		observed: "2026-01-09 to 15: image tools limited, blocks in Indonesia and Malaysia, formal investigation by Ofcom", happened: true,
		evidence: "fair: the first is on record; how often is assumed", link: "events",
	},
	{
		id: "C24", claim: "Fear of an AI bubble may weigh on the company after listing", kind: "E",
		asks:     "a shock to demand and valuation strikes by the end of 2030",
		value:    "value of the group that such a shock takes off at first",
		unit:     "%",
		observed: "2026-07-15: below the price of the listing; 2026-09-01: 143.69 $, above it",
		evidence: "weak: few earlier cases", link: "events",
	},
	{
		id: "C25", claim: "SpaceX is practically indispensable to the US space programme", kind: "I",
		value: "government's share of the space segment's revenue", unit: "%",
		observed: "2026: the only American crew vehicle in service; most national security launches", happened: true,
		evidence: "fair: filings give segments, not customers", link: "company",
	},
	{
		id: "C26", claim: "The model of start-up and allied giant is rebuilt inside one group", kind: "O",
		asks:     "in 2030 the group charges itself less for a launch and for a watt-year of compute than the market does",
		value:    "price of a data-centre flight inside the group, over the market's, in 2030",
		unit:     "1",
		observed: "2026: leases to outsiders at 10 to 50 $/W a year; the price inside is not filed",
		evidence: "weak: transfer prices are not filed", link: "company",
	},
	{
		id: "C27", claim: "The merger sharpens the threat to OpenAI", kind: "O",
		asks:     "in 2028 the merger adds at least five points to the share of the frontier laboratories' compute and narrows the gap in loss",
		value:    "points that the merger adds in 2028",
		unit:     "%",
		observed: "2026-06-16: V9-Medium of 1.5 T parameters released; larger ones in training",
		evidence: "weak: rivals' compute from announcements", link: "lab",
	},
	{
		id: "C28", claim: "The listing is read as a space theme, widens the pool of investors, and drains the listings of OpenAI and Anthropic", kind: "I/O",
		asks:     "the group lists before both, which is on record, and their equity comes dearer for it",
		value:    "premium on the later listings' cost of equity",
		unit:     "%/yr",
		observed: "2026-06-12: listed; up to October 2026 the record knows of no listing of the other two",
		evidence: "weak: the order is on record, the drain is assumed", link: "company",
	},
	{
		id: "C29", claim: "xAI carries a contested brand into a crowded market", kind: "I/E",
		asks:     "damage to the brand costs price and users by the end of 2030",
		value:    "price that such damage takes off while it lasts",
		unit:     "%",
		observed: "2026-01: two countries block Grok",
		evidence: "weak: size and frequency are assumed", link: "events",
	},
	{
		id: "C30", claim: "One person heads both companies", kind: "E",
		asks:     "the head leaves or is in open conflict with the group by the end of 2030",
		value:    "value that this takes off at once",
		unit:     "%",
		observed: "2026: head of both, with about 79 % of the votes",
		evidence: "weak: base rates of chief executives", link: "events",
	},
}
