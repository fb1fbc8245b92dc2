package study

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

var (
	studyKeys  = []string{"title", "authors", "date", "address", "ledger", "transcribed", "grade", "caveats", "scenario", "year", "orbit", "sets", "values", "bills", "stance", "outputs", "not_answered"}
	answerKeys = []string{"kind", "how", "tolerance", "expect", "because", "boundary", "metric", "interest", "horizon", "payments", "set", "year", "orbit"}
	outputKeys = append([]string{"name", "printed", "where", "beside"}, answerKeys...)
)

// PublishedStudies returns the names of the studies that are part of the package.
func PublishedStudies() (ids []string) {
	entries, _ := fs.ReadDir(dawndusk.Reproductions(), ".")
	for _, e := range entries {
		if e.IsDir() {
			ids = append(ids, e.Name())
		}
	}
	return ids
}

// ReadShippedStudy reads a study that is part of the package.
func ReadShippedStudy(id string) (*PublishedStudy, error) {
	sub, err := fs.Sub(dawndusk.Reproductions(), id)
	if err == nil {
		_, err = fs.Stat(sub, ".")
	}
	if err != nil {
		return nil, ledger.Errors{{File: id, Wrong: "no such study",
			Right: ledger.Suggest(id, PublishedStudies(), "the shipped ones are "+strings.Join(PublishedStudies(), ", ")+"; a directory is named with a slash, such as ./mine")}}
	}
	return ReadStudy(sub, id)
}

// ReadStudy reads the directory of a study: study.yaml and, if it is there,
// scenario.yaml. dir names it in messages, and its last part is the study's ID. The
// error is ledger.Errors, all mistakes at once.
func ReadStudy(files fs.FS, dir string) (*PublishedStudy, error) {
	file := path.Join(dir, "study.yaml")
	data, err := readBounded(files, "study.yaml")
	if err != nil {
		return nil, ledger.Errors{{File: file, Wrong: "cannot be read", Right: "a study is a directory that holds study.yaml"}}
	}
	p := &PublishedStudy{ID: path.Base(dir), file: file, values: map[string]amount{}}
	m := &mistakes{file: file}
	p.scenario, err = readBounded(files, "scenario.yaml")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, ledger.Errors{{File: path.Join(dir, "scenario.yaml"), Wrong: "cannot be read", Right: "write a scenario, or remove it"}}
	}
	if top, ok := readYAML(data, m); ok {
		p.read(&top, m)
	}
	if len(m.list) > 0 {
		slices.SortStableFunc(m.list, func(a, b ledger.Error) int { return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col)) })
		return nil, m.list
	}
	return p, nil
}

// readBounded reads a file up to a little more than is looked at.
func readBounded(files fs.FS, name string) ([]byte, error) {
	if info, err := fs.Stat(files, name); err != nil {
		return nil, err
	} else if !info.Mode().IsRegular() { // opening a pipe may wait for ever
		return nil, fmt.Errorf("%s is not a file", name)
	}
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, ledger.MaxBytes+1))
}

func (p *PublishedStudy) read(top *ledger.Entry, m *mistakes) {
	m.known(top, "", studyKeys)
	p.Title = m.text(top, "", "title", true)
	p.Authors = m.text(top, "", "authors", true)
	p.Date = m.text(top, "", "date", true)
	p.Address = m.text(top, "", "address", true)
	p.Key = m.text(top, "", "ledger", false)
	p.Transcribed = m.text(top, "", "transcribed", true)
	p.Grade = m.word(top, "", "grade", []string{"A", "B", "C"}, true)
	p.Caveats = m.texts(top, "", "caveats")
	p.NotAnswered = m.texts(top, "", "not_answered")
	if p.Key != "" {
		p.cited(top.Get("ledger"), m)
	}
	p.named = m.word(top, "", "scenario", dawndusk.Shipped(), false)
	if c := top.Get("scenario"); c != nil && p.scenario != nil {
		m.add(c.Line, c.Col, "", "names a scenario beside scenario.yaml", "keep one of the two")
	}
	base := Answer{Year: 2030}
	p.when(top, "", m, &base)
	p.readSets(top, m)
	if v := top.Get("values"); v != nil && v.Form != ledger.Group {
		m.add(v.ValueLine, v.ValueCol, "values", "is "+v.Form.String(), "write name: value lines")
	} else if v != nil {
		for i := range v.Entries {
			p.value(&v.Entries[i], m)
		}
	}
	if b := top.Get("bills"); b != nil && b.Form != ledger.Group {
		m.add(b.ValueLine, b.ValueCol, "bills", "is "+b.Form.String(), "write name: and below it life and lines")
	} else if b != nil {
		for i := range b.Entries {
			p.bill(&b.Entries[i], m)
		}
	}
	if e := top.Get("stance"); e != nil {
		p.stances(e, m)
	}
	out := top.Get("outputs")
	if out == nil && len(p.NotAnswered) > 0 { // it says why
		return
	}
	if out == nil || out.Form != ledger.List || len(out.Entries) == 0 {
		m.add(top.Line, top.Col, "outputs", "is not a list", "write outputs: and below it - name: lines")
		return
	}
	for i := range out.Entries {
		p.output(&out.Entries[i], m, base)
	}
}

// readSets reads the named lists of inputs that answers may set.
func (p *PublishedStudy) readSets(top *ledger.Entry, m *mistakes) {
	c := top.Get("sets")
	if c != nil && c.Form != ledger.Group {
		m.add(c.ValueLine, c.ValueCol, "sets", "is "+c.Form.String(), `write name: ["path=value", …] lines`)
		return
	}
	p.sets = map[string][]string{}
	if c == nil {
		return
	}
	for i := range c.Entries {
		e := &c.Entries[i]
		if !valueName(e.Key) {
			m.add(e.Line, e.Col, "sets."+ledger.Short(e.Key), "cannot be a name", "letters, digits and underscores, a letter first")
			continue
		}
		p.sets[e.Key] = m.texts(c, "sets", e.Key)
	}
}

// cited checks that the ledger has a source of the study's key.
func (p *PublishedStudy) cited(c *ledger.Entry, m *mistakes) {
	book, err := dawndusk.Ledger()
	if err != nil {
		m.add(c.ValueLine, c.ValueCol, "", "the ledger cannot be read: "+err.Error(), "mend it first")
		return
	}
	if _, ok := book.Source(p.Key); !ok {
		var keys []string
		for _, s := range book.Sources {
			keys = append(keys, s.Key)
		}
		m.add(c.ValueLine, c.ValueCol, "", fmt.Sprintf("the ledger has no source %q", ledger.Short(p.Key)), ledger.Suggest(p.Key, keys, "leave it out if no input cites the study"))
	}
}

// value reads a quantity or an expression of earlier values.
func (p *PublishedStudy) value(e *ledger.Entry, m *mistakes) {
	at := "values." + ledger.Short(e.Key)
	if e.Form != ledger.Text || e.Text == "" {
		m.add(e.ValueLine, e.ValueCol, at, "is "+e.Form.String()+", not a value", "write a number with its unit, or arithmetic of the values above")
		return
	}
	if !valueName(e.Key) || e.Key == "pi" || mathematics[e.Key].args > 0 {
		m.add(e.Line, e.Col, at, "cannot be a name", "letters, digits and underscores, a letter first")
		return
	}
	a, _, err := readAmount(e.Text)
	if err != nil {
		number, unit := splitNumber(e.Text)
		if number != "" && !strings.HasPrefix(unit, "(") && (unit == "" || !strings.ContainsRune("+-*/^", rune(unit[0]))) {
			m.add(e.ValueLine, e.ValueCol, at, err.Error(), `write it like "5 kW", "20 %" or "3"`)
			p.values[e.Key] = unreadable
			p.names = append(p.names, e.Key)
			return
		}
		x, wrong := readExpression(e.Text)
		if wrong == nil {
			x.uses(func(x *expression) {
				switch { // else a replica could hold some of the model
				case wrong != nil || x.op != 'v' && x.op != 'q':
				case chainIndex(x.name) >= 0:
					wrong = wrongly("ask the chain in how", "%s comes from the chain", x.name)
				case x.op == 'q' && equationIndex(x.name) >= 0:
					wrong = wrongly("call it in how", "%s is an equation of the model", x.name)
				}
			})
		}
		if wrong == nil {
			s := valueScope{values: p.values, names: p.names}
			a, wrong = s.evaluate(x)
		}
		if wrong == nil && (math.IsNaN(a.value) || math.IsInf(a.value, 0)) {
			wrong = wrongly("check the values it is made of", "%q is not a number", ledger.Short(e.Text))
		}
		if wrong != nil {
			if wrong != alreadySaid {
				m.add(e.ValueLine, e.ValueCol, at, wrong.wrong, wrong.right)
			}
			a = unreadable
		}
	}
	p.values[e.Key] = a
	p.names = append(p.names, e.Key)
}

func valueName(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) && (i == 0 || !digit(s[i])) {
			return false
		}
	}
	return s != ""
}

// when reads the year and the orbit of the chain.
func (p *PublishedStudy) when(e *ledger.Entry, path string, m *mistakes, a *Answer) {
	last := firstYear + dawndusk.MaxHorizonMonths/12 - 1
	if t := m.text(e, path, "year", false); t != "" {
		y, err := strconv.Atoi(t)
		if err != nil || y < firstYear || y > last {
			c := e.Get("year")
			m.add(c.ValueLine, c.ValueCol, path, fmt.Sprintf("year %q cannot be played", ledger.Short(t)), fmt.Sprintf("write one from %d to %d", firstYear, last))
		} else {
			a.Year = y
		}
	}
	switch m.word(e, path, "orbit", []string{launch.DawnDusk.String(), launch.Inclined.String()}, false) {
	case launch.DawnDusk.String():
		a.Orbit = launch.DawnDusk
	case launch.Inclined.String():
		a.Orbit = launch.Inclined
	}
}

func (p *PublishedStudy) output(e *ledger.Entry, m *mistakes, base Answer) {
	if e.Form != ledger.Group {
		m.add(e.ValueLine, e.ValueCol, "outputs", "holds "+e.Form.String(), "write - name: …, printed: …, kind: …, how: …")
		return
	}
	o := Output{Name: m.text(e, "outputs", "name", true)}
	at := "outputs"
	if o.Name != "" {
		at = ledger.Short(o.Name)
	}
	m.known(e, at, outputKeys)
	o.Where = m.text(e, at, "where", true)
	o.Printed = m.text(e, at, "printed", true)
	var printed amount
	if c := e.Get("printed"); o.Printed != "" {
		a, unit, err := readAmount(o.Printed)
		if err != nil {
			m.add(c.ValueLine, c.ValueCol, at, err.Error(), `write what the study prints, like "105.1 dB"`)
			o.Printed = ""
		} else {
			o.printed, o.unitText, printed, o.unit = a.value, unit, a, 1
			if unit != "" && unit != "°C" {
				u, _ := readUnit(unit)
				o.unit = u.value
			}
		}
	}
	p.answer(e, at, m, base, &o, printed)
	if b := e.Get("beside"); b != nil {
		p.beside(b, at, m, base, &o, printed)
	}
	p.Outputs = append(p.Outputs, o)
}

// beside reads the further answers to a printed number: one, or a list of them.
func (p *PublishedStudy) beside(b *ledger.Entry, at string, m *mistakes, base Answer, o *Output, printed amount) {
	list := []*ledger.Entry{b}
	if b.Form == ledger.List && len(b.Entries) > 0 {
		list = nil
		for i := range b.Entries {
			list = append(list, &b.Entries[i])
		}
	}
	for i, one := range list {
		at := at + ", beside"
		if i > 0 {
			at += " " + strconv.Itoa(i+1)
		}
		if one.Form != ledger.Group {
			m.add(one.ValueLine, one.ValueCol, at, "is "+one.Form.String(), "write kind, how, tolerance below it, or a list of such answers")
			continue
		}
		m.known(one, at, answerKeys)
		before := len(o.Answers)
		p.answer(one, at, m, base, o, printed)
		if len(o.Answers) > before && o.Answers[before].Kind == FromReplica {
			m.add(one.Line, one.Col, at, "a replica stands beside", "put it first, and what the model says beside it")
		}
	}
}

// answer reads how a printed number is answered.
func (p *PublishedStudy) answer(e *ledger.Entry, at string, m *mistakes, a Answer, o *Output, printed amount) {
	var kinds []string
	for _, k := range AnswerKinds {
		kinds = append(kinds, string(k))
	}
	a.line, a.col = e.Line, e.Col
	a.Kind = AnswerKind(m.word(e, at, "kind", kinds, true))
	a.How = m.text(e, at, "how", true)
	expect := m.word(e, at, "expect", []string{"agrees", "as set", "differs"}, false)
	a.Differs, a.AsSet = expect == "differs", expect == "as set"
	a.Because = m.text(e, at, "because", false)
	if c := e.Get("expect"); c != nil && e.Get("because") == nil {
		switch {
		case a.Differs:
			m.add(c.Line, c.Col, at, "differs without a reason", "say why under because")
		case a.AsSet:
			m.add(c.Line, c.Col, at, "agrees as set, and does not say what was set", "say under because what was set to meet what")
		}
	}
	if c := e.Get("expect"); a.AsSet && (a.Kind == FromBill || a.Kind == FromReplica) {
		m.add(c.Line, c.Col, at, fmt.Sprintf("a %s is no agreement, as set or not", a.Kind), "leave expect out")
	}
	if t := m.text(e, at, "tolerance", true); t != "" {
		var tolerance si.Ratio
		if err := tolerance.UnmarshalText([]byte(t)); err != nil || tolerance < 0 || tolerance >= 1 {
			c := e.Get("tolerance")
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("tolerance %q is not a share", ledger.Short(t)), `write it like "0.5 %"`)
		}
		a.Tolerance = tolerance.SI()
	}
	a.Boundary = m.texts(e, at, "boundary")
	for i, b := range a.Boundary {
		if !slices.Contains(boundaries(), b) {
			c := e.Get("boundary").Entries[i]
			m.add(c.ValueLine, c.ValueCol, at, fmt.Sprintf("boundary %q does not exist", ledger.Short(b)), ledger.Suggest(b, boundaries(), "write "+strings.Join(boundaries(), ", ")))
		}
	}
	p.told(e, at, m, &a)
	p.when(e, at, m, &a)
	a.Set = p.inputs(e, at, "set", m)
	if a.How != "" {
		p.how(e.Get("how"), at, m, &a, o, printed)
	}
	if o.Printed != "" && printed.powers.dollars() && len(a.Boundary) == 0 && e.Get("boundary") == nil {
		m.add(e.Line, e.Col, at, "a cost without its boundary", "write boundary: with what it holds of "+strings.Join(boundaries(), ", "))
	}
	o.Answers = append(o.Answers, a)
}

// how checks the arithmetic of an answer against its kind and against the unit of
// what is printed.
func (p *PublishedStudy) how(c *ledger.Entry, at string, m *mistakes, a *Answer, o *Output, printed amount) {
	x, wrong := readExpression(a.How)
	var give amount
	if wrong == nil {
		s := p.scope(a)
		give, wrong = s.evaluate(x)
	}
	if wrong != nil {
		if wrong != alreadySaid {
			m.add(c.ValueLine, c.ValueCol, at, wrong.wrong, wrong.right)
		}
		return
	}
	a.expression = x
	var chain, bill, own, calls, aside bool
	x.uses(func(x *expression) {
		if x.op != 'v' && x.op != 'q' {
			return
		}
		if strings.HasPrefix(x.name, ownPrefix) {
			own = true
			p.tells(x.name, a, c, at, m)
		} else if k := chainIndex(x.name); k >= 0 {
			chain, bill = true, bill || chainValues[k].isBill()
		} else if q := equationIndex(x.name); q >= 0 {
			calls, aside = true, aside || !equations[q].chain
		}
	})
	bad := func(wrong, right string) { m.add(c.ValueLine, c.ValueCol, at, wrong, right) }
	switch {
	case a.Kind == "": // said already
	case own && a.Kind != FromBill:
		bad("tells the study's own bill", "write kind: bill")
	case a.Kind == FromBill && !own:
		bad("tells no bill of the study's own", "name one given under bills, "+ownPrefix+"NAME, or write another kind")
	case a.Kind == FromBill && (chain || calls || !x.oneEquation()):
		bad("is not one bill of the study's own", "name one, scaled by values at most, or one more, or how many times as much, than another")
	case a.Kind == FromChain && !chain:
		bad("asks nothing of the chain", "name one of its values, such as size.mass, or another kind")
	case a.Kind != FromChain && chain:
		bad("asks the chain", "write kind: chain")
	case a.Kind == FromReplica && calls:
		bad("a replica calls an equation of the model", "write the study's own arithmetic, or another kind")
	case (a.Kind == FromEquation || a.Kind == FromFunction) && !x.oneEquation():
		bad("is not one call of an equation", "call one, scaled by values at most, or write kind: replica")
	case a.Kind == FromEquation && aside:
		bad("the chain does not call "+strings.Join(asides(x), " and "), "write kind: function")
	case a.Kind == FromFunction && !aside:
		bad("the chain calls this equation", "write kind: equation")
	case bill && a.telling.view.Interest == finance.Within && !slices.Contains(a.Boundary, "finance"):
		bad("the chain's bill holds interest and tax in each of its lines", "add finance to the boundary, or write interest: apart or none")
	}
	if !chain && len(a.Set) > 0 {
		bad("sets inputs but asks nothing of the chain", "leave set out")
	}
	if chain && p.scenario == nil && p.named == "" {
		p.named = "base"
	}
	if o.Printed == "" || give.powers.same(printed.powers) {
		return
	}
	if o.unitText == "" {
		bad(fmt.Sprintf("gives %v, but %q has no unit", give.powers, ledger.Short(o.Printed)), "print it with its unit")
		return
	}
	bad(fmt.Sprintf("gives %v, but %q is %v", give.powers, ledger.Short(o.Printed), printed.powers), "check the values and the unit")
}

// asides lists the functions of an expression that the chain does not call.
func asides(x *expression) (names []string) {
	x.uses(func(x *expression) {
		if q := equationIndex(x.name); x.op == 'q' && q >= 0 && !equations[q].chain {
			names = append(names, x.name)
		}
	})
	return names
}
