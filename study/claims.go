package study

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/ledger"
)

// Claim is one of the claims under test and its answer: the contract of
// `claims --json`.
type Claim struct {
	ID          string     `json:"id"`
	Claim       string     `json:"claim"`
	Kind        string     `json:"kind"` // I: input as stated; O: output held against it; E: event
	Verdict     string     `json:"verdict"`
	Probability Number     `json:"probability"` // share of draws in which it comes true; null for an input
	Value       ClaimValue `json:"value"`
	Date        Number     `json:"date"`     // calendar year in which it comes true in half of the draws; null: it does not, or has none
	Differs     string     `json:"differs"`  // how the scenario departs from it
	Observed    string     `json:"observed"` // the record so far, dated
	Reason      string     `json:"reason"`
	Evidence    string     `json:"evidence"`

	Numbers string `json:"numbers"` // as reported
	Asks    string `json:"asks"`    // what must be true of a draw for the claim to come true in it
	Report  string `json:"report"`  // the chapter of the report that has it at length
}

// ClaimValue is the quantity told with a claim.
type ClaimValue struct {
	P10  Number `json:"p10"`
	P50  Number `json:"p50"`
	P90  Number `json:"p90"`
	Unit string `json:"unit"`
	What string `json:"what"`
}

// ClaimsOptions say how claims are tested.
type ClaimsOptions struct {
	Draws    int
	Seed     uint64
	Set      []string
	Only     []string // identifiers of the claims wanted, in their order; none: all
	Version  string
	Workers  int
	Files    dawndusk.Files // scenarios at hand; nil: on disk
	Progress func(done, total int)
}

// ClaimsSummary is the answers with what they were worked out from.
type ClaimsSummary struct {
	Scenario, Title string
	Draws           int
	Seed            uint64
	Warnings        []string
	Claims          []Claim
}

// Claims plays a scenario and answers every claim.
func Claims(ctx context.Context, scenario string, o ClaimsOptions) (*ClaimsSummary, error) {
	as := Options{Draws: o.Draws, Seed: o.Seed, Workers: o.Workers, Version: o.Version, Progress: o.Progress}
	if err := as.check(); err != nil {
		return nil, err
	}
	chosen, err := chooseClaims(o.Only)
	if err != nil {
		return nil, err
	}
	c, err := o.Files.LoadOver(nil, scenario, o.Set...)
	if err != nil {
		return nil, err
	}
	e, err := draw(ctx, c, &as, true, true, as.ticker(o.Draws))
	if err != nil {
		return nil, err
	}
	s := &ClaimsSummary{
		Scenario: c.Name, Title: c.Title, Draws: len(e.chapters), Seed: o.Seed,
		Warnings: append([]string{}, c.Warnings...), Claims: []Claim{},
	}
	all := e.claims()
	for _, i := range chosen {
		s.Claims = append(s.Claims, all[i])
	}
	return s, nil
}

// CheckClaims returns the mistakes in identifiers of claims.
func CheckClaims(only []string) error {
	_, err := chooseClaims(only)
	return err
}

// chooseClaims returns the places of the claims of these identifiers; all of them if
// none is given.
func chooseClaims(only []string) (chosen []int, err error) {
	var wrong ledger.Errors
	for _, id := range only {
		id = strings.ToUpper(strings.TrimSpace(id))
		i := slices.IndexFunc(claims[:], func(c claim) bool { return c.id == id })
		if i < 0 {
			wrong = append(wrong, ledger.Error{File: "--only", Wrong: fmt.Sprintf("%q is no claim", ledger.Short(id)), Right: "write C01 to C30, joined by commas"})
			continue
		}
		chosen = append(chosen, i)
	}
	if wrong != nil {
		return nil, wrong
	}
	if len(only) == 0 {
		for i := range claims {
			chosen = append(chosen, i)
		}
	}
	return chosen, nil
}

// tale is one draw with what it left.
type tale struct {
	*dawndusk.Chapters
	r        *dawndusk.Result
	s        *dawndusk.Scenario // at central values
	last     int                // years played, to their end
	headline int
}

// answer is how a claim is worked out. What is nil is not asked.
type answer struct {
	needs   []part                   // of the scenario, beside the chain
	merged  bool                     // only where the group is merged
	until   int                      // year that must have been played
	comes   func(d *tale) bool       // does the claim come true in the draw?
	value   func(d *tale) float64    //
	band    func(e *ensemble) Band   // instead of value: of an input
	chance  func(e *ensemble) Number // instead of comes
	date    func(d *tale) float64    // calendar year in which it comes true; +Inf: never
	differs func(e *ensemble) string //
	reason  func(e *ensemble) string //
}

// part is a part of the enterprise that a scenario may leave out.
type part struct {
	name string
	of   func(s *dawndusk.Settings) dawndusk.Switch
}

func theMoon() part {
	return part{"the Moon (run.moon)", func(s *dawndusk.Settings) dawndusk.Switch { return s.Moon }}
}
func theCompany() part {
	return part{"the group's accounts (run.company)", func(s *dawndusk.Settings) dawndusk.Switch { return s.Company }}
}
func theLab() part {
	return part{"the laboratory (run.lab)", func(s *dawndusk.Settings) dawndusk.Switch { return s.Lab }}
}
func theEvents() part {
	return part{"the events (run.events)", func(s *dawndusk.Settings) dawndusk.Switch { return s.Events }}
}

// claims answers every claim from the draws that keep their chapters.
func (e *ensemble) claims() []Claim {
	all := answers()
	list := make([]Claim, len(claims))
	for i := range claims {
		a := all[claims[i].id]
		list[i] = e.answer(&claims[i], &a)
	}
	return list
}

func (e *ensemble) answer(c *claim, a *answer) Claim {
	nan := Number(math.NaN())
	out := Claim{
		ID: c.id, Claim: c.claim, Kind: c.kind, Numbers: c.numbers, Asks: c.asks,
		Probability: nan, Value: ClaimValue{nan, nan, nan, c.unit, c.value}, Date: nan,
		Observed: c.observed, Evidence: c.evidence, Report: "report.html#" + c.link,
	}
	if a.differs != nil {
		out.Differs = a.differs(e)
		if e.c.Name != "base" {
			out.Differs = strings.ReplaceAll(out.Differs, "the base", "the scenario")
		}
	}
	for _, p := range a.needs {
		if p.of(&e.c.Scenario.Run) == dawndusk.SwitchedOff {
			return out.without(c, "the scenario leaves out "+p.name)
		}
	}
	if a.merged && !merges(e) {
		return out.without(c, "the scenario keeps SpaceX and xAI apart (company.structure)")
	}
	if a.until-firstYear >= e.years() {
		return out.without(c, fmt.Sprintf("the run ends before the end of %d (run.horizon)", a.until))
	}
	tell := func(f func(d *tale) float64) []float64 {
		values := make([]float64, len(e.chapters))
		for i := range e.chapters {
			values[i] = f(&tale{&e.chapters[i], &e.results[i], &e.c.Scenario, e.years(), e.headline()})
		}
		return values
	}
	switch {
	case a.band != nil:
		b := a.band(e)
		out.Value.P10, out.Value.P50, out.Value.P90 = b.P10, b.P50, b.P90
	case a.value != nil:
		b := band(tell(a.value))
		out.Value.P10, out.Value.P50, out.Value.P90 = b.P10, b.P50, b.P90
	}
	switch {
	case a.chance != nil:
		out.Probability = a.chance(e)
	case a.comes != nil:
		n := 0.0
		for _, yes := range tell(func(d *tale) float64 { return truth(a.comes(d)) }) {
			n += yes
		}
		out.Probability = Number(n / float64(len(e.chapters)))
	}
	if a.date != nil {
		out.Date = band(tell(a.date)).P50
	}
	if a.reason != nil {
		out.Reason = a.reason(e)
	}
	out.Verdict = verdict(c, out.Probability)
	return out
}

// without answers a claim of which the scenario plays nothing: what is an input or on
// record remains so.
func (out Claim) without(c *claim, because string) Claim {
	out.Verdict, out.Reason = verdict(c, Number(math.NaN())), because
	return out
}

// merges tells whether SpaceX and xAI are one company in the scenario.
func merges(e *ensemble) bool {
	k := e.c.Scenario.Company.Structure
	return k == finance.Merged || k == finance.WithTesla
}

// verdict says what a probability means for a claim.
func verdict(c *claim, p Number) string {
	switch {
	case c.kind == "I":
		return verdictInput
	case c.happened:
		return verdictMet
	case !p.Finite():
		return verdictUntestable
	case p >= onCourseFrom:
		return verdictOnCourse
	case p < refutedBelow:
		return verdictRefuted
	}
	return verdictUnlikely
}

func truth(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// first is the first year of which f is true; +Inf: none.
func (d *tale) first(f func(i int) bool) float64 {
	for i := range d.last {
		if f(i) {
			return float64(firstYear + i)
		}
	}
	return math.Inf(1)
}

// struck says whether an event struck by the end of the claims' year.
func (d *tale) struck(k dawndusk.Event) bool { return d.FirstStruck[k] < claimEventYear+1 }

// byYear are the indices of the years that claims name.
const (
	of2026     = 2026 - firstYear
	of2028     = 2028 - firstYear
	of2030     = 2030 - firstYear
	of2035     = 2035 - firstYear
	ofLastYear = claimLastYear - firstYear
)

// orbitShare is the share of a year's new watts that orbit adds.
func (d *tale) orbitShare(i int) float64 {
	orbit, ground := float64(d.Added[i].OrbitGW), float64(d.Added[i].GroundGW)
	if orbit+ground <= 0 {
		return 0
	}
	return orbit / (orbit + ground)
}

func (d *tale) nuclearShare(i int) float64 {
	if d.Added[i].EnergisedGW <= 0 {
		return 0
	}
	return float64(d.Added[i].NuclearGW / d.Added[i].EnergisedGW)
}

// carries says whether a year's flights are those of the claim.
func (d *tale) carries(i int) bool {
	return d.r.Years[i].Flights >= claimFlights && d.r.Years[i].DeliveredT >= claimTonnes
}

// sold is what new shares brought from July 2026 up to the end of a year.
func (d *tale) sold(to int) (usd float64) {
	for i := range to + 1 {
		usd += float64(d.Company[i].Structure[finance.Merged].SoldUSD)
	}
	return usd
}

// tokens are those of some channels at the end of a year.
func (d *tale) tokens(i int, channels ...lab.Channel) (sum float64) {
	for _, c := range channels {
		sum += float64(d.Lab[i].Tokens[c])
	}
	return sum
}

func (d *tale) allTokens(i int) (sum float64) {
	for _, n := range d.Lab[i].Tokens {
		sum += float64(n)
	}
	return sum
}

// rowBand is the distribution of an input, times a scale.
func rowBand(path string, scale float64) func(e *ensemble) Band {
	return func(e *ensemble) Band {
		row, err := e.c.Book.Find(path)
		if err != nil {
			nan := Number(math.NaN())
			return Band{nan, nan, nan}
		}
		d := ledger.Compile(row)
		at := func(p float64) Number { return Number(scale * d.Quantile(p)) }
		return Band{at(0.1), at(0.5), at(0.9)}
	}
}
