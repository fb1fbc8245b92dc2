package study

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
)

// ownBill is a bill that a study states, by IT watt, told as any bill of the chain.
type ownBill struct {
	cohort    finance.Cohort
	terms     finance.Terms
	yardstick finance.Yardstick
}

// ownPrefix stands before the name of a study's own bill.
const ownPrefix = "own."

// Lines of a study's own bill are named by their rung.
var ownLines = [finance.NumRungs - 1]finance.Line{
	finance.LineLaunch, finance.LineArray, finance.LineBus, finance.LineChips, finance.LineTerminals, finance.LineOperations, finance.LineSpares,
}

// costUnits are the units of the metrics as files write them.
var costUnits = [finance.NumMetrics]string{"$/W", "$/W", "$/kW/yr", "$/MWh", "$/h", "$/h", "$", "$/W"}

// bill reads a bill that the study states.
func (p *PublishedStudy) bill(e *ledger.Entry, m *mistakes) {
	at := "bills." + ledger.Short(e.Key)
	if e.Form != ledger.Group || !valueName(e.Key) {
		m.add(e.ValueLine, e.ValueCol, at, "is not a bill", "write a name, and life: and lines: below it")
		return
	}
	m.known(e, at, []string{"life", "interest", "failing", "hours", "pflops", "tokens", "lines"})
	number := func(e *ledger.Entry, at, key, unit string, otherwise float64) float64 {
		t := m.text(e, at, key, false)
		if t == "" {
			return otherwise
		}
		c := e.Get(key)
		a, _, err := readAmount(t)
		var wrong *problem
		if err != nil {
			a, wrong = p.arithmetic(t)
		}
		u, _ := readUnit(unit)
		switch {
		case wrong == alreadySaid:
		case wrong != nil:
			m.add(c.ValueLine, c.ValueCol, at, wrong.wrong, wrong.right)
		case !a.powers.same(u.powers):
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("%s is %v", key, a.powers), "give it in "+unit)
		case math.IsNaN(a.value) || math.IsInf(a.value, 0) || a.value < 0:
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("%s is %g", key, a.value/u.value), "check the values it is made of")
		case a.value == 0 && slices.Contains([]string{"life", "hours", "pflops", "tokens"}, key):
			m.add(c.ValueLine, c.ValueCol, at, key+" is 0", "give more than 0 "+unit)
		default:
			return a.value / u.value
		}
		return otherwise
	}
	b := &ownBill{}
	c := &b.cohort
	if c.LifeYears = number(e, at, "life", "yr", 0); c.LifeYears == 0 && e.Get("life") == nil {
		m.add(e.Line, e.Col, at, `has no "life"`, "add the years of service")
	}
	c.HazardPerYear = number(e, at, "failing", "1/yr", 0)
	hours := number(e, at, "hours", "h/W/yr", 0)
	c.HoursPerWattYear = [finance.Products]float64{hours, hours, hours}
	b.yardstick.PFLOPs = number(e, at, "pflops", "1", math.NaN())
	b.yardstick.TokensPerSecond = number(e, at, "tokens", "1/s", math.NaN())
	b.yardstick.PriceUSDPerHour = math.NaN()
	b.terms = finance.SimpleTerms(number(e, at, "interest", "1/yr", 0), 0)
	lines := e.Get("lines")
	if lines == nil || lines.Form != ledger.Group || len(lines.Entries) == 0 {
		m.add(e.Line, e.Col, at, "has no lines", "write lines: and below it launch, power, bus, chips, network, operations or replacement")
		return
	}
	for i := range lines.Entries {
		l := &lines.Entries[i]
		r := slices.Index(Boundaries[:len(ownLines)], l.Key)
		if r < 0 {
			m.add(l.Line, l.Col, at, fmt.Sprintf("line %q does not exist", ledger.Short(l.Key)), ledger.Suggest(l.Key, Boundaries[:len(ownLines)], "write "+strings.Join(Boundaries[:len(ownLines)], ", ")))
			continue
		}
		at := at + "." + l.Key
		if l.Form != ledger.Group {
			m.add(l.ValueLine, l.ValueCol, at, "is "+l.Form.String(), "write {once: …, yearly: …}")
			continue
		}
		m.known(l, at, []string{"once", "yearly", "life"})
		c.Add(finance.Item{
			Line: ownLines[r], UpfrontUSDPerW: number(l, at, "once", "$/W", 0), PerYearUSDPerW: number(l, at, "yearly", "$/W/yr", 0),
			AssetLifeYears: number(l, at, "life", "yr", 0), Class: finance.SatelliteClass,
		})
	}
	if p.bills == nil {
		p.bills = map[string]*ownBill{}
	}
	p.bills[ownPrefix+e.Key] = b
}

// arithmetic works out an expression of the study's own values.
func (p *PublishedStudy) arithmetic(text string) (amount, *problem) {
	x, wrong := readExpression(text)
	if wrong != nil {
		return amount{}, wrong
	}
	x.uses(func(x *expression) {
		if x.op == 'q' || x.op == 'v' && (chainIndex(x.name) >= 0 || strings.HasPrefix(x.name, ownPrefix)) {
			wrong = wrongly("write the study's own numbers", "%s is of the model", x.name)
		}
	})
	if wrong != nil {
		return amount{}, wrong
	}
	s := valueScope{values: p.values, names: p.names}
	return s.evaluate(x)
}

// tell returns what a bill of the study's own costs.
func (b *ownBill) tell(t telling) amount {
	a := finance.Tell(&b.cohort, &b.terms, t.view, 0)
	u, _ := readUnit(costUnits[t.metric])
	return amount{a.In(t.metric, a.Within(t.within), b.yardstick) * u.value, u.powers}
}

// tells checks that a bill states what the metric of an answer divides by.
func (p *PublishedStudy) tells(name string, a *Answer, how *ledger.Entry, at string, m *mistakes) {
	b, metric := p.bills[name], a.telling.metric
	if b == nil || !metric.ByHour() {
		return
	}
	lacks := ""
	switch {
	case metric == finance.NPV:
		m.add(how.ValueLine, how.ValueCol, at, name+" states no price to sell at, which npv needs", "tell it by another metric")
		return
	case b.cohort.HoursPerWattYear[0] == 0:
		lacks = "hours"
	case metric == finance.PFLOPHour && math.IsNaN(b.yardstick.PFLOPs):
		lacks = "pflops"
	case metric == finance.MillionTokens && math.IsNaN(b.yardstick.TokensPerSecond):
		lacks = "tokens"
	default:
		return
	}
	m.add(how.ValueLine, how.ValueCol, at, fmt.Sprintf("%s is told by %v, but states no %s", name, metric, lacks),
		fmt.Sprintf("add %s: to bills.%s, or tell it by another metric", lacks, strings.TrimPrefix(name, ownPrefix)))
}

// told reads how an answer tells its costs; without a metric a bill of the chain is
// the level rent of a watt, interest in each line.
func (p *PublishedStudy) told(e *ledger.Entry, at string, m *mistakes, a *Answer) {
	a.Told = Told{Boundary: rungsAlone(a.Boundary), Metric: m.text(e, at, "metric", false), Interest: m.text(e, at, "interest", false), Horizon: m.text(e, at, "horizon", false)}
	a.Told.Payments = m.text(e, at, "payments", false)
	if slices.ContainsFunc(a.Boundary, func(b string) bool { return !slices.Contains(Boundaries, b) }) {
		a.Told.Boundary = "" // said already
	}
	if a.Told.Metric == "" && a.Told.Interest == "" && a.Told.Horizon == "" && a.Told.Payments == "" {
		a.Told.Metric, a.Told.Interest = finance.KilowattYear.String(), finance.Within.String()
	}
	a.telling = a.Told.read(m.ofKeys(e, at))
}

// billed returns what a bill of the chain costs, in the unit of its metric.
func (p *chainPlay) billed(side dawndusk.Side) (float64, error) {
	if p.bills == nil {
		b, err := p.c.Bills(p.year)
		if err != nil {
			return 0, err
		}
		p.bills = b
	}
	t := &p.telling
	v := p.bills.Cost(side, t.metric, t.view, t.within)
	if !p.bills.Has[side] || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0, fmt.Errorf("%v has no bill in %d: nothing can be ordered", side, p.year)
	}
	return v, nil
}

// scope is what the names of an answer stand for.
func (p *PublishedStudy) scope(a *Answer) valueScope {
	return valueScope{values: p.values, names: p.names, bills: p.bills, told: a.telling}
}
