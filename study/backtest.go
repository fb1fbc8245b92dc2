package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
)

// BacktestKind says what a backtest asks.
type BacktestKind string

// The kinds.
const (
	Forecast BacktestKind = "forecast" // fitted up to a split, asked for what came after
	Transfer BacktestKind = "transfer" // fitted on some things, asked for others of the same time
	Level    BacktestKind = "level"    // what the base says today, against a published number
	// CrossCheck is a forecast by a law that the chain does not use for this.
	CrossCheck BacktestKind = "cross-check"
)

// Backtested is what a model would have said about numbers it had not seen.
type Backtested struct {
	ID        string          `json:"id"`
	Reference string          `json:"reference"` // T1 to T16 and rules of the project's reference
	Kind      BacktestKind    `json:"kind"`
	What      string          `json:"what"`
	Unit      string          `json:"unit"`
	Model     string          `json:"model"`
	Split     string          `json:"split"`
	Known     string          `json:"known"` // of the held-out part, before it is asked for
	Blind     bool            `json:"blind"` // the model was drawn without knowing the outcome
	Drawn     string          `json:"drawn"` // how far it was drawn with the outcome known
	Logs      bool            `json:"logs"`  // scored in logarithms
	Seen      int             `json:"seen"`  // numbers that the fit was given
	Points    []BacktestPoint `json:"points"`
	Scores    []BacktestScore `json:"scores"` // the model's, then each naive baseline's
	Better    bool            `json:"better"` // than every baseline; of a level, inside the band everywhere
	Verdict   string          `json:"verdict"`
	Because   string          `json:"because"`
}

// BacktestPoint is a held-out number and what was said of it.
type BacktestPoint struct {
	Label  string `json:"label"`
	Actual Number `json:"actual"`
	Band   Band   `json:"forecast"`
	Held   bool   `json:"held"`  // between the 10 and 90 % points; of what is open, not beyond the 90 % point yet
	Open   bool   `json:"open"`  // it has not come yet and is more than actual; it is not scored
	Naive  []Band `json:"naive"` // in the order of the scores
}

// BacktestScore is how one method did.
type BacktestScore struct {
	Method        string `json:"method"`
	Held          int    `json:"held"` // numbers inside the 80 % band
	Of            int    `json:"of"`
	MedianError   Number `json:"median_error"`   // mean distance of the median, in the unit or in logarithms
	IntervalScore Number `json:"interval_score"` // mean; small is good
}

// BacktestAbsent is a series that is not backtested.
type BacktestAbsent struct {
	Reference string `json:"reference"`
	What      string `json:"what"`
	Missing   string `json:"missing"`
}

// observation is one row of a series.
type observation struct {
	when
	value float64
	open  bool // it has not come yet and is more than value; it is not scored
}

// when is what may be known of a number that is held out: its name and what its
// series says of it beside the number itself.
type when struct {
	label string
	given []float64
}

// method says 80 % bands and medians of what is ahead. It is handed what was seen
// and nothing else: the numbers that are held out are not in its arguments.
type method func(seen []observation, ahead []when) ([]Band, error)

// named is a method with a name.
type named struct {
	name string
	say  method
}

// backtest is a series, where it is split, and who is asked.
type backtest struct {
	id, reference            string
	kind                     BacktestKind
	what, unit, split, known string
	blind                    bool
	drawn                    string
	logs                     bool
	read                     func() ([]observation, error)
	past                     func(o *observation) bool
	model                    named
	naive                    []named
	better                   bool   // what because explains
	because                  string // why the verdict is what it is
}

// Backtests names the backtests in the order of the scoreboard.
func Backtests() (ids []string) {
	for i := range backtests {
		ids = append(ids, backtests[i].id)
	}
	return ids
}

// RunBacktests runs the backtests named, by their id or the reference's short
// name in any case; all of them if none is.
func RunBacktests(names ...string) ([]*Backtested, error) {
	var chosen []*backtest
	var wrong ledger.Errors
	for _, name := range names {
		known := false
		for i := range backtests {
			if b := &backtests[i]; strings.EqualFold(b.id, name) || strings.EqualFold(b.reference, name) {
				known = true
				if !slices.Contains(chosen, b) {
					chosen = append(chosen, b)
				}
			}
		}
		if !known {
			wrong = append(wrong, unknownBacktest(name))
		}
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	if len(names) == 0 {
		for i := range backtests {
			chosen = append(chosen, &backtests[i])
		}
	}
	var done []*Backtested
	for _, b := range chosen {
		all, err := b.read()
		if err != nil {
			return nil, err
		}
		r, err := b.run(all)
		if err != nil {
			return nil, err
		}
		done = append(done, r)
	}
	return done, nil
}

func unknownBacktest(name string) ledger.Error {
	for _, a := range NotBacktested {
		if strings.EqualFold(a.Reference, name) {
			return ledger.Error{File: name, Wrong: a.What + " is not backtested", Right: a.Missing}
		}
	}
	return ledger.Error{File: name, Wrong: "no such backtest", Right: "the backtests are " + strings.Join(Backtests(), ", ")}
}

// run splits a series, asks the methods and scores what they say.
func (b *backtest) run(all []observation) (*Backtested, error) {
	var seen []observation
	var ahead []when
	var actual []float64
	var open []bool
	for i := range all {
		if o := &all[i]; b.past(o) {
			seen = append(seen, *o)
		} else {
			ahead, actual, open = append(ahead, o.when), append(actual, o.value), append(open, o.open)
		}
	}
	r := &Backtested{
		ID: b.id, Reference: b.reference, Kind: b.kind, What: b.what, Unit: b.unit, Model: b.model.name, Split: b.split, Known: b.known,
		Blind: b.blind, Drawn: b.drawn, Logs: b.logs, Seen: len(seen), Points: make([]BacktestPoint, len(ahead)), Because: b.because,
	}
	for i, m := range append([]named{b.model}, b.naive...) {
		bands, err := m.say(slices.Clone(seen), slices.Clone(ahead))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.id, err)
		}
		r.Scores = append(r.Scores, score(m.name, bands, actual, open, b.logs))
		for j := range bands {
			p := &r.Points[j]
			if i > 0 {
				p.Naive = append(p.Naive, bands[j])
				continue
			}
			*p = BacktestPoint{Label: ahead[j].label, Actual: Number(actual[j]), Band: bands[j], Held: holds(&bands[j], actual[j]), Open: open[j], Naive: []Band{}}
			if open[j] {
				p.Held = actual[j] <= float64(bands[j].P90)
			}
		}
	}
	ours := &r.Scores[0]
	r.Better = true
	for _, s := range r.Scores[1:] {
		r.Better = r.Better && ours.IntervalScore < s.IntervalScore
	}
	if b.kind == Level {
		r.Better = ours.Held == ours.Of
	}
	switch {
	case b.kind == Level && r.Better:
		r.Verdict = "inside the band"
	case b.kind == Level:
		r.Verdict = "missed in part"
	case r.Better:
		r.Verdict = "better than naive"
	default:
		r.Verdict = "not better than naive"
	}
	return r, nil
}

// CountBacktests says how many models of the chain were scored against baselines,
// and how many of them were better than all of theirs.
func CountBacktests(list []*Backtested) (better, scored int) {
	for _, r := range list {
		if r.Kind == Level || r.Kind == CrossCheck {
			continue
		}
		scored++
		if r.Better {
			better++
		}
	}
	return better, scored
}

// BestNaive is the baseline that a model has to beat, the one with the best
// interval score; nil where there is none.
func (r *Backtested) BestNaive() (best *BacktestScore) {
	for i := range r.Scores[1:] {
		if s := &r.Scores[i+1]; best == nil || s.IntervalScore < best.IntervalScore {
			best = s
		}
	}
	return best
}

// Open counts what has not come, and of it what is beyond the 90 % point already.
func (r *Backtested) Open() (open, beyond int) {
	for i := range r.Points {
		if p := &r.Points[i]; p.Open {
			open++
			if !p.Held {
				beyond++
			}
		}
	}
	return open, beyond
}

func holds(b *Band, x float64) bool { return float64(b.P10) <= x && x <= float64(b.P90) }

// score measures bands against what came.
//
// The interval score of an 80 % band is its width and ten times what a number
// misses it by; a wide band and a missed number both cost.
//
// Source: Winkler 1972, J. American Statistical Association 67, 187, with α = 0.2.
// Ignores: where inside the band the median lies, which has its own column.
// Good to: exact.
// Needs: values above zero where logs is set.
func score(name string, bands []Band, actual []float64, open []bool, logs bool) BacktestScore {
	on := func(x float64) float64 {
		if logs {
			return math.Log(x)
		}
		return x
	}
	s := BacktestScore{Method: name}
	for _, o := range open {
		if !o {
			s.Of++
		}
	}
	n := float64(s.Of)
	for i := range bands {
		if open[i] {
			continue
		}
		if holds(&bands[i], actual[i]) {
			s.Held++
		}
		lo, mid, hi, x := on(float64(bands[i].P10)), on(float64(bands[i].P50)), on(float64(bands[i].P90)), on(actual[i])
		s.MedianError += Number(math.Abs(mid-x) / n)
		s.IntervalScore += Number((hi - lo + 2/0.2*(max(0, lo-x)+max(0, x-hi))) / n)
	}
	return s
}
