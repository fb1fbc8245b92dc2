package study

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
)

// Every number that a shipped study prints and we answer lies within its tolerance,
// or outside it for a reason that its file states. Tolerances are those of the
// printed digits, and ten per cent for the chain, unless a file says otherwise.
func TestVal_PublishedStudies(t *testing.T) {
	if len(PublishedStudies()) == 0 {
		t.Fatal("no studies")
	}
	for _, id := range PublishedStudies() {
		p, err := ReadShippedStudy(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if _, err := fs.Stat(dawndusk.Reproductions(), id+"/README.md"); err != nil {
			t.Errorf("%s has no README.md", id)
		}
		r, err := p.Reproduce(context.Background())
		if err != nil {
			t.Error(err)
			continue
		}
		for i := range r.Answers {
			if a := &r.Answers[i]; !a.Holds {
				t.Errorf("%s: %s: printed %v, ours %v %s: %s", id, a.Name, a.Printed, a.Ours, a.Unit, a.Verdict)
			}
		}
	}
}

// The scenario of a study is one that the main job can play.
func TestVerif_ScenariosOfStudies(t *testing.T) {
	files, err := fs.Glob(dawndusk.Reproductions(), "*/scenario.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no scenarios: ", err)
	}
	for _, f := range files {
		data, err := fs.ReadFile(dawndusk.Reproductions(), f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := dawndusk.LoadData(f, data); err != nil {
			t.Error(err)
		}
	}
}

// What is called an equation of the chain can be reached from Run through the code,
// and what is called a function that the chain does not call cannot. Methods are
// told apart by name alone, so the search may reach too much, never too little.
func TestVerif_EquationsOfTheChain(t *testing.T) {
	calls := map[string][]string{} // looked up, never walked
	for _, pkg := range []string{".", "orbit", "launch", "sat", "network", "workload", "ground", "market", "finance", "fleet"} {
		files, err := filepath.Glob(filepath.Join("..", pkg, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatal(pkg, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range tree.Decls {
				f, ok := d.(*ast.FuncDecl)
				if !ok || f.Body == nil {
					continue
				}
				name := pkg + "." + f.Name.Name
				if f.Recv != nil {
					name = "." + f.Name.Name
				}
				ast.Inspect(f.Body, func(n ast.Node) bool {
					switch n := n.(type) {
					case *ast.Ident:
						calls[name] = append(calls[name], pkg+"."+n.Name)
					case *ast.SelectorExpr:
						calls[name] = append(calls[name], "."+n.Sel.Name)
						if x, ok := n.X.(*ast.Ident); ok {
							calls[name] = append(calls[name], x.Name+"."+n.Sel.Name)
						}
					}
					return true
				})
			}
		}
	}
	reached := map[string]bool{}
	for queue := []string{".Run"}; len(queue) > 0; queue = queue[1:] {
		if !reached[queue[0]] {
			reached[queue[0]] = true
			queue = append(queue, calls[queue[0]]...)
		}
	}
	for _, e := range equations {
		name := e.name
		if strings.Count(name, ".") == 2 { // a method, package.Type.Name
			name = name[strings.LastIndex(name, "."):]
		}
		if calls[name] == nil {
			t.Errorf("%s is not an exported function of a model package", e.name)
		}
		if reached[name] != e.chain {
			t.Errorf("%s: called by the chain: %v, but the table says %v", e.name, reached[name], e.chain)
		}
	}
}

// Every equation and every value of the chain has units that can be read, and gives
// a finite number.
func TestVerif_Callables(t *testing.T) {
	c, err := dawndusk.Load("base")
	if err != nil {
		t.Fatal(err)
	}
	units := func(name, unit string, args []equationArgument) (x []float64) {
		if _, bad := readUnit(unit); bad != "" {
			t.Errorf("%s: unit %q", name, bad)
		}
		for _, a := range args {
			if _, bad := readUnit(a.unit); bad != "" {
				t.Errorf("%s: %s: unit %q", name, a.name, bad)
			}
			x = append(x, 0.5)
		}
		return x
	}
	for _, e := range equations {
		if v := e.call(units(e.name, e.unit, e.args)); math.IsNaN(v) || math.IsInf(v, 0) {
			t.Errorf("%s gives %v", e.name, v)
		}
	}
	p := chainPlay{c: c, year: 2030}
	for k := range chainValues {
		if chainValues[k].isBill() {
			continue
		}
		v, err := p.ask(k, units(chainValues[k].name, chainValues[k].unit, chainValues[k].args))
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
			t.Errorf("%s gives %v: %v", chainValues[k].name, v, err)
		}
	}
	rent := func(boundary string) float64 {
		p.telling = (&Told{Boundary: boundary, Metric: "kw-year", Interest: "within"}).read(func(flag, wrong, right string) { t.Error(flag, wrong, right) })
		v, err := p.billed(dawndusk.Ground)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	sum := 0.0
	for r := range finance.NumRungs {
		p.telling = telling{within: finance.Only(r), metric: finance.KilowattYear, view: finance.View{Interest: finance.Within}, dollars: 1}
		v, err := p.billed(dawndusk.Ground)
		if err != nil {
			t.Fatal(err)
		}
		sum += v
	}
	if whole := rent(""); math.Abs(sum/whole-1) > 1e-12 {
		t.Errorf("the boundaries add up to %v, not to the rent of %v", sum, whole)
	}
}

// A study's own bill is told as any other: 10 $/W launched and 30 of chips over five
// years at 10 %, and a shell for twenty; what is wrong with one is said in its place.
func TestVerif_OwnBills(t *testing.T) {
	const file = `title: T
authors: A
date: 2026
address: x
transcribed: 2026-01-01
grade: A
values:
  chips: 30 $/W
bills:
  mine:
    life: 5 yr
    interest: 10 %/yr
    hours: 4 h/W/yr
    pflops: 0.4
    tokens: 1000 1/s
    lines:
      launch: {once: 10 $/W}
      chips: {once: chips, yearly: 0.7 $/W/yr}
outputs:
`
	answer := func(printed, more string) string {
		return "  - name: n\n    printed: " + printed + "\n    where: p\n    tolerance: 0.001 %\n    kind: bill\n    boundary: [launch, chips, finance]\n" + more + "    how: own.mine\n"
	}
	crf := finance.CRF(0.10, 5)
	for printed, more := range map[string]string{
		"40 $/W":                               "    metric: capital\n    interest: none\n",
		"43.5 $/W":                             "    metric: ownership\n    interest: none\n",
		"8.7 $/W/yr":                           "    metric: kw-year\n    interest: none\n",
		"2.175 $/h":                            "    metric: gpu-hour\n    interest: none\n",
		"5.4375 $/h":                           "    metric: pflop-hour\n    interest: none\n",
		"0.6041667 $":                          "    metric: m-tokens\n    interest: none\n",
		fmt.Sprintf("%.9g $/W/yr", 40*crf+0.7): "    metric: kw-year\n    payments: 1\n",
	} {
		p, err := readText(file + answer(printed, more))
		if err != nil {
			t.Errorf("%s: %v", printed, err)
			continue
		}
		r, err := p.Reproduce(t.Context())
		if err != nil || r.Answers[0].Verdict != Retold {
			t.Errorf("%s: %+v, %v", printed, r, err)
		} else if c := r.Counts[slices.Index(AnswerKinds, FromBill)]; c.Within != 1 || c.Agree != 0 {
			t.Errorf("%s: %+v: a bill is counted as agreement", printed, c)
		}
	}
	good := file + answer("40 $/W", "    metric: capital\n")
	// A boundary of one line holds that line, not all up to it.
	if p, err := readText(strings.Replace(strings.Replace(good, "printed: 40", "printed: 30", 1), "[launch, chips, finance]", "[chips]", 1)); err != nil {
		t.Error(err)
	} else if r, err := p.Reproduce(t.Context()); err != nil || r.Answers[0].Verdict != Retold {
		t.Errorf("chips alone: %+v, %v", r, err)
	}
	for _, bad := range []struct{ old, new, want string }{
		{"life: 5 yr", "life: 5 km", "bills.mine: life is m; give it in yr"},
		{"    life: 5 yr\n", "", `bills.mine: has no "life"`},
		{"once: chips", "once: chip", `no value is called "chip"`},
		{"once: chips", "once: size.mass", "size.mass is of the model"},
		{"chips: {once", "chip: {once", `line "chip" does not exist; did you mean "chips"?`},
		{"interest: 10 %/yr", "intrest: 10 %/yr", `unknown key "intrest"; did you mean "interest"?`},
		{"own.mine", "own.mime", `no value is called "own.mime"; did you mean "own.mine"?`},
		{"metric: capital", "metric: capitol", `metric "capitol" is unknown; did you mean "capital"?`},
		{"40 $/W", "40 $", "gives"},
		{"kind: bill", "kind: replica", "tells the study's own bill; write kind: bill"},
		{"kind: bill", "kind: equation", "tells the study's own bill; write kind: bill"},
		{"how: own.mine", "how: own.mine * own.mine / own.mine", "is not one bill of the study's own"},
		{"how: own.mine", "how: own.mine * (size.mass / size.mass)", "is not one bill of the study's own"},
		{"how: own.mine", "how: own.mine / own.mine * chips", "is not one bill of the study's own"},
		{"how: own.mine", "how: chips", "tells no bill of the study's own; name one given under bills"},
		{"kind: bill", "kind: bill\n    expect: as set\n    because: b", "a bill is no agreement, as set or not; leave expect out"},
		{"life: 5 yr", "life: 0 yr", "x/study.yaml:11:11 bills.mine: life is 0; give more than 0 yr"},
		{"once: 10 $/W", "once: 10 $/W, life: 0 yr", "bills.mine.launch: life is 0; give more than 0 yr"},
		{"hours: 4 h/W/yr", "hours: 0 h/W/yr", "x/study.yaml:13:12 bills.mine: hours is 0; give more than 0 h/W/yr"},
		{"metric: capital", "metric: npv", "own.mine states no price to sell at, which npv needs; tell it by another metric"},
	} {
		_, err := readText(strings.Replace(good, bad.old, bad.new, 1))
		if err == nil || !strings.Contains(err.Error(), bad.want) {
			t.Errorf("%s: %v does not say %q", bad.new, err, bad.want)
		}
	}
	// What a metric divides by is stated, or the place says that it is not.
	for metric, line := range map[string]string{"gpu-hour": "hours: 4 h/W/yr", "pflop-hour": "pflops: 0.4", "m-tokens": "tokens: 1000 1/s"} {
		key, _, _ := strings.Cut(line, ":")
		text := strings.Replace(good, "metric: capital", "metric: "+metric, 1)
		text = strings.Replace(strings.Replace(text, "printed: 40 $/W", "printed: 40 $/h", 1), "    "+line+"\n", "", 1)
		if metric == "m-tokens" {
			text = strings.Replace(text, "printed: 40 $/h", "printed: 40 $", 1)
		}
		want := fmt.Sprintf("x/study.yaml:26:10 n: own.mine is told by %s, but states no %s; add %s: to bills.mine, or tell it by another metric", metric, key, key)
		if _, err := readText(text); err == nil || err.Error() != want {
			t.Errorf("%s without %s: %v does not say %q", metric, key, err, want)
		}
	}
}

func TestVerif_Amounts(t *testing.T) {
	for _, c := range []struct {
		text  string
		value float64
		dim   string
	}{
		{"5", 5, "a plain number"},
		{"20 %", 0.2, "a plain number"},
		{"1.5e3 km", 1.5e6, "m"},
		{"28 °C", 301.15, "K"},
		{"14700 $/kW/yr", 14700 / 1e3 / (365.25 * 86400), "s^2 $/m^2/kg"},
		{"5.67e-8 W/m2/K4", 5.67e-8, "kg/s^3/K^4"},
		{"0.787 kWh/kg", 0.787 * 3.6e6, "m^2/s^2"},
		{"9.6 Tb/s", 9.6e12, "b/s"},
		{"6e-9 cm2", 6e-13, "m^2"},
		{"105.1 dB", 105.1, "dB"},
		{"18.9 urad", 1.89e-5, "radian"},
		{"150 rad/yr", 1.5 / (365.25 * 86400), "m^2/s^3"},
		{"1 G$", 1e9, "$"},
		{"6200 Btu/kWh", 6200 * 1055.05585262 / 3.6e6, "a plain number"},
	} {
		a, _, err := readAmount(c.text)
		if err != nil || math.Abs(a.value/c.value-1) > 1e-12 || a.powers.String() != c.dim {
			t.Errorf("%s: %v %v %v, want %v %s", c.text, a.value, a.powers, err, c.value, c.dim)
		}
	}
	for _, text := range []string{"", "km", "5 furlongs", "5 km/", "5 /yr", "1e999 km", "5 km0", "NaN", "5 1e9", "5 $3000"} {
		if a, _, err := readAmount(text); err == nil {
			t.Errorf("%q is read as %v %v", text, a.value, a.powers)
		}
	}
}

func TestVerif_Expressions(t *testing.T) {
	s := valueScope{values: map[string]amount{"a": {2, powers{1}}, "b": {3, powers{1}}}, names: []string{"a", "b"}}
	for text, want := range map[string]float64{
		"1 + 2 * 3":               7,
		"2^3^2":                   512,
		"-2^2":                    -4,
		"2 * -3":                  -6,
		"(1 + 2) * 3 - 4 / 2":     7,
		"1e3 - 1":                 999,
		"a * b / a^2":             1.5,
		"sqrt(a^2 + b^2) / a":     math.Sqrt(13) / 2,
		"max(a, b) / min(a, b)":   1.5,
		"log2(8) + log10(100)":    5,
		"ceil(1.1) - floor(1.9)":  1,
		"watts(dbm(a)) / a":       math.NaN(), // a length is no power
		"a + 1":                   math.NaN(),
		"2^a":                     math.NaN(),
		"a^(1/0)":                 math.NaN(),
		"exp(a)":                  math.NaN(),
		"4 * atan(1) / pi":        1,
		"orbit.Period(height=a)":  math.NaN(),
		"orbit.Period(altitude=)": math.NaN(),
	} {
		x, wrong := readExpression(text)
		v := amount{value: math.NaN()}
		if wrong == nil {
			v, wrong = s.evaluate(x)
		}
		if math.IsNaN(want) != (wrong != nil) || wrong == nil && math.Abs(v.value-want) > 1e-12 {
			t.Errorf("%s: %v %v, want %v", text, v.value, wrong, want)
		}
	}
}

const goodStudy = `title: T
authors: A
date: 2026
address: here
transcribed: 2026-11-21
grade: A
values:
  high: 550 km
  power: 5 kW
outputs:
  - name: n
    printed: 95.6 min
    where: p. 1
    tolerance: 1 %
    kind: equation
    how: orbit.Period(altitude=high)
`

func readText(text string) (*PublishedStudy, error) {
	return ReadStudy(fstest.MapFS{"study.yaml": {Data: []byte(text)}}, "x")
}

// Each mistake is named with its place and what would be right.
func TestBadStudies(t *testing.T) {
	if _, err := readText(goodStudy); err != nil {
		t.Fatal(err)
	}
	how := "orbit.Period(altitude=high)"
	for _, c := range []struct{ old, new, want string }{
		{"grade: A", "grad: A", `x/study.yaml:6:1: unknown key "grad"; did you mean "grade"?`},
		{"grade: A", "grade: D", `x/study.yaml:6:8: grade "D" does not exist; write A, B, C`},
		{"title: T\n", "", `x/study.yaml:1:1: has no "title"; add one`},
		{"date: 2026\n", "date: 2026\nledger: GO\n", `x/study.yaml:4:9: the ledger has no source "GO"; did you mean "GOO"?`},
		{"values:", "scenario: bas\nvalues:", `x/study.yaml:7:11: scenario "bas" does not exist; did you mean "base"?`},
		{"values:", "year: 1999\nvalues:", `x/study.yaml:7:7: year "1999" cannot be played; write one from 2026 to 2055`},
		{"high: 550 km", "high: 550 furlongs", `x/study.yaml:8:9 values.high: unknown unit "furlongs" in "550 furlongs"; write it like "5 kW", "20 %" or "3"`},
		{"high: 550 km", "high: hihg + 1", `x/study.yaml:8:9 values.high: no value is called "hihg"; name it under values`},
		{"power: 5 kW", "power: high + 1", `x/study.yaml:9:10 values.power: m and a plain number are added; both sides need the same dimension`},
		{"power: 5 kW", "power: orbit.Period(altitude=high)", `x/study.yaml:9:10 values.power: orbit.Period is an equation of the model; call it in how`},
		{"power: 5 kW", "power: size.mass", `x/study.yaml:9:10 values.power: size.mass comes from the chain; ask the chain in how`},
		{"power: 5 kW", "2power: 5 kW", `x/study.yaml:9:3 values.2power: cannot be a name; letters, digits and underscores, a letter first`},
		{"power: 5 kW", "high: 5 kW", `x/study.yaml:9:3: "high" is given twice; it is already on line 8`},
		{"printed: 95.6 min", "printed: 95.6", `x/study.yaml:16:10 n: gives s, but "95.6" has no unit; print it with its unit`},
		{"printed: 95.6 min", "printed: 95.6 km", `x/study.yaml:16:10 n: gives s, but "95.6 km" is m; check the values and the unit`},
		{"printed: 95.6 min", "printed: many", `x/study.yaml:12:14 n: "many" is not a number with its unit; write what the study prints, like "105.1 dB"`},
		{"tolerance: 1 %", "tolerance: 1 km", `x/study.yaml:14:16 n: tolerance "1 km" is not a share; write it like "0.5 %"`},
		{"    tolerance: 1 %\n", "", `x/study.yaml:11:5 n: has no "tolerance"; add one`},
		{"kind: equation", "kind: equatoin", `x/study.yaml:15:11 n: kind "equatoin" does not exist; did you mean "equation"?`},
		{"kind: equation", "kind: replica", `x/study.yaml:16:10 n: a replica calls an equation of the model; write the study's own arithmetic, or another kind`},
		{"kind: equation", "kind: chain", `x/study.yaml:16:10 n: asks nothing of the chain; name one of its values, such as size.mass, or another kind`},
		{"kind: equation", "kind: function", `x/study.yaml:16:10 n: the chain calls this equation; write kind: equation`},
		{how, "orbit.EclipseDuration(altitude=high, beta=radians(high / high))", `x/study.yaml:16:10 n: the chain does not call orbit.EclipseDuration; write kind: function`},
		{how, how + " + " + how, `x/study.yaml:16:10 n: is not one call of an equation; call one, scaled by values at most, or write kind: replica`},
		{how, "size.mass", `x/study.yaml:16:10 n: asks the chain; write kind: chain`},
		{how, how + " - " + how + " + high/high", `x/study.yaml:16:10 n: s and a plain number are added; both sides need the same dimension`},
		{how, how + " - how", `x/study.yaml:16:10 n: no value is called "how"; name it under values`},
		{how, "giving(high)", `x/study.yaml:16:10 n: giving() stands where no equation asks for it; write it for one argument of one equation, f(x=giving(y), …)`},
		{how, "orbit.Period(altitude=giving(high))", `x/study.yaml:16:10 n: orbit.Period is to give m; give what the equation gives, in s`},
		{how, "orbit.Period(altitude=giving())", `x/study.yaml:16:10 n: giving() is asked of orbit.Period; write f(x=giving(y), …) with an equation f`},
		{how, "orbit.Period(altitude=giving(0 * orbit.Period(altitude=high)))", `x/study.yaml:16:10 n: no altitude makes orbit.Period give that; check the values`},
		{how, "orbit.Periode(altitude=high)", `x/study.yaml:16:10 n: unknown equation "orbit.Periode"; did you mean "orbit.Period"?`},
		{how, "orbit.Period(altitud=high)", `x/study.yaml:16:10 n: orbit.Period has no argument "altitud"; did you mean "altitude"?`},
		{how, "orbit.Period", `x/study.yaml:16:10 n: orbit.Period needs its arguments; write orbit.Period(argument=value, …)`},
		{how, "orbit.Period()", `x/study.yaml:16:10 n: orbit.Period lacks its argument "altitude"; its arguments are altitude`},
		{how, "orbit.Period(high)", `x/study.yaml:16:10 n: an argument of orbit.Period has no name; write orbit.Period(argument=value, …)`},
		{how, "orbit.Period(altitude=550)", `x/study.yaml:16:10 n: argument "altitude" of orbit.Period is a plain number; give a value in m`},
		{how, "orbit.Period(altitude=power)", `x/study.yaml:16:10 n: argument "altitude" of orbit.Period is m^2 kg/s^3; give a value in m`},
		{how, "orbit.Period(altitude=hihg)", `x/study.yaml:16:10 n: no value is called "hihg"; did you mean "high"?`},
		{how, "orbit.Period(altitude=550 km)", `x/study.yaml:16:10 n: "km)" is not expected in an expression; write arithmetic of named values; a number with a unit is named under values first`},
		{how, how + "\n    boundary: [lunch]", `x/study.yaml:17:16 n: boundary "lunch" does not exist; did you mean "launch"?`},
		{how, how + "\n    beside: 5", `x/study.yaml:17:13 n, beside: is a text; write kind, how, tolerance below it, or a list of such answers`},
		{how, how + "\n    beside:\n      - kind: equation\n        tolerance: 1 %\n        how: " + how + "\n      - kind: replica\n        tolerance: 1 %\n        how: high / high * (1 / power) * power", `x/study.yaml:21:9 n, beside 2: a replica stands beside; put it first, and what the model says beside it`},
		{"high: 550 km", "high: 10^400", `x/study.yaml:8:9 values.high: "10^400" is not a number; check the values it is made of`},
		{how, how + "\n    set: [nonsense=3]", `x/study.yaml:16:10 n: sets inputs but asks nothing of the chain; leave set out`},
		{how, how + "\n    set: [nonsense]", `x/study.yaml:17:11 n: no set is called "nonsense"; write an input, "path=value", or a name given under sets`},
		{"values:", "sets: 5\nvalues:", `x/study.yaml:7:7 sets: is a text; write name: ["path=value", …] lines`},
		{"values:", "sets:\n  2a: [b=c]\nvalues:", `x/study.yaml:8:3 sets.2a: cannot be a name; letters, digits and underscores, a letter first`},
		{how, how + "\n    expect: differs", `x/study.yaml:17:5 n: differs without a reason; say why under because`},
		{how, how + "\n    expect: as set", `x/study.yaml:17:5 n: agrees as set, and does not say what was set; say under because what was set to meet what`},
		{how, how + "\n    beside:\n      kind: replica\n      tolerance: 1 %\n      how: high / high", `x/study.yaml:20:12 n, beside: gives a plain number, but "95.6 min" is s; check the values and the unit`},
		{"printed: 95.6 min\n    where: p. 1\n    tolerance: 1 %\n    kind: equation\n    how: " + how, "printed: 5 $/W/yr\n    where: p. 1\n    tolerance: 1 %\n    kind: chain\n    how: bill.orbit",
			`x/study.yaml:11:5 n: a cost without its boundary; write boundary: with what it holds of launch, power, bus, chips, network, operations, replacement, finance`},
		{"printed: 95.6 min\n    where: p. 1\n    tolerance: 1 %\n    kind: equation\n    how: " + how, "printed: 5 $/W/yr\n    where: p. 1\n    tolerance: 1 %\n    kind: chain\n    boundary: [launch]\n    how: bill.orbit",
			`x/study.yaml:17:10 n: the chain's bill holds interest and tax in each of its lines; add finance to the boundary`},
		{goodStudy, "", `x/study.yaml: the file is empty; write "key: value" lines`},
		{goodStudy, "- a\n", `x/study.yaml:1:1: the file is not a group of keys; write "key: value" lines`},
		{"authors: A", "authors: &a A", `x/study.yaml:2:10: anchors and aliases are not allowed; write the value out`},
		{"authors: A", "authors: [", `x/study.yaml:2:`},
	} {
		text := strings.Replace(goodStudy, c.old, c.new, 1)
		_, err := readText(text)
		var many ledger.Errors
		if !errors.As(err, &many) || !slices.ContainsFunc(many, func(e ledger.Error) bool { return strings.HasPrefix(e.Error(), c.want) }) {
			t.Errorf("%s → %s:\n%v\nlacks\n%s", ledger.Short(c.old), ledger.Short(c.new), err, c.want)
		}
	}
	text := strings.NewReplacer("grade: A", "grad: A", "550 km", "550 furlongs", "kind: equation", "kind: guess").Replace(goodStudy)
	_, err := readText(text)
	if lines := strings.Split(err.Error(), "\n"); len(lines) != 4 { // the grade is lacking too, and nothing is said of the height's users
		t.Errorf("not all mistakes at once, each once:\n%v", err)
	}
}

// A number that leaves its tolerance fails, and so does one that was expected to.
func TestVerif_Verdicts(t *testing.T) {
	for _, c := range []struct{ old, new, verdict string }{
		{"", "", Agrees},
		{"95.6 min", "95.6 min\n    expect: as set\n    because: the height was chosen", AsSet},
		{"95.6 min", "99 min\n    expect: as set\n    because: the height was chosen", Off},
		{"95.6 min", "99 min", Off},
		{"95.6 min", "99 min\n    expect: differs\n    because: it does", Explained},
		{"95.6 min", "95.6 min\n    expect: differs\n    because: it does not", Surprise},
		// What is no number never holds, whatever was expected.
		{"95.6 min\n    where: p. 1\n    tolerance: 1 %\n    kind: equation\n    how: orbit.Period(altitude=high)", "95.6\n    where: p. 1\n    tolerance: 1 %\n    kind: replica\n    how: 0/0\n    expect: differs\n    because: it does", Off},
		{"95.6 min\n    where: p. 1\n    tolerance: 1 %\n    kind: equation\n    how: orbit.Period(altitude=high)", "95.6\n    where: p. 1\n    tolerance: 1 %\n    kind: chain\n    how: size.dose(aluminium=high*(0/0))/size.dose(aluminium=high)", Off},
	} {
		p, err := readText(strings.Replace(goodStudy, c.old, c.new, 1))
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Reproduce(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Answers[0]; got.Verdict != c.verdict || got.Holds != (c.verdict == Agrees || c.verdict == AsSet || c.verdict == Explained) {
			t.Errorf("%s: %s, want %s", c.new, got.Verdict, c.verdict)
		}
	}
}

// A scenario beside a study is read with its own name in messages.
func TestBadScenarioOfStudy(t *testing.T) {
	text := strings.NewReplacer("95.6 min", "5 t", "kind: equation", "kind: chain", "orbit.Period(altitude=high)", "size.mass").Replace(goodStudy)
	p, err := ReadStudy(fstest.MapFS{"study.yaml": {Data: []byte(text)}, "scenario.yaml": {Data: []byte("orbit:\n  altitud: 5 km\n")}}, "mine/x")
	if err != nil {
		t.Fatal(err)
	}
	_, err = p.Reproduce(context.Background())
	if want := `mine/x/scenario.yaml:2:3 orbit.altitud: unknown key "altitud"; did you mean "altitude"?`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// No file stops the program, and what is accepted can be judged.
func FuzzReadStudy(f *testing.F) {
	f.Add([]byte(goodStudy))
	for _, id := range PublishedStudies() {
		data, err := fs.ReadFile(dawndusk.Reproductions(), id+"/study.yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ReadStudy(fstest.MapFS{"study.yaml": {Data: data}}, "x")
		if err != nil {
			return
		}
		for _, o := range p.Outputs {
			for _, a := range o.Answers {
				if a.expression == nil {
					t.Fatalf("%s has no expression", o.Name)
				}
			}
		}
		if p.Count()[0] == 0 {
			if _, err := p.Reproduce(context.Background()); err != nil {
				t.Fatal(err)
			}
		}
	})
}

func BenchmarkStudies(b *testing.B) {
	for b.Loop() {
		for _, id := range PublishedStudies() {
			p, err := ReadShippedStudy(id)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := p.Reproduce(context.Background()); err != nil {
				b.Fatal(err)
			}
		}
	}
}
