package straight

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/sys/cpu"
)

// memory is what a function is called with.
type memory struct {
	Params, State, In, Uniform, Out []uint64 // bits of float64
	Mask                            []byte
}

const testSteps = 3

// filled returns memory for a program, with ordinary numbers and, rarely, odd ones.
func filled(p *Program, r *rand.Rand) *memory {
	row := func(n int) []uint64 {
		odd := []float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 1e300, 1e-300}
		v := make([]uint64, n)
		for i := range v {
			x := 4*r.Float64() - 2
			if r.IntN(200) == 0 {
				x = odd[r.IntN(len(odd))]
			}
			v[i] = math.Float64bits(x)
		}
		return v
	}
	return &memory{
		Params: row(len(p.params) * p.lanes), State: row(len(p.states) * p.lanes), In: row(testSteps * len(p.inputs) * p.lanes),
		Uniform: row(testSteps * len(p.uniforms)), Out: make([]uint64, testSteps*len(p.outs)*p.lanes),
		Mask: make([]byte, testSteps*len(p.masks)*p.lanes/8),
	}
}

// interpret runs a program as it was recorded.
func interpret(p *Program, m *memory) {
	f := math.Float64frombits
	for s := range testSteps {
		for lane := range p.lanes {
			v, c := make([]float64, len(p.nodes)), make([]bool, len(p.nodes))
			for id, n := range p.nodes {
				x, y, z := v[n.args[0]], v[n.args[1]], v[n.args[2]]
				switch n.op {
				case opConst:
					v[id] = f(n.bits)
				case opParam:
					v[id] = f(m.Params[n.slot*p.lanes+lane])
				case opState:
					v[id] = f(m.State[n.slot*p.lanes+lane])
				case opInput:
					v[id] = f(m.In[(s*len(p.inputs)+n.slot)*p.lanes+lane])
				case opUniform:
					v[id] = f(m.Uniform[s*len(p.uniforms)+n.slot])
				case opAdd:
					v[id] = x + y
				case opSub:
					v[id] = x - y
				case opMul:
					v[id] = x * y
				case opDiv:
					v[id] = x / y
				case opMax:
					if v[id] = y; x > y {
						v[id] = x
					}
				case opFMA:
					v[id] = math.FMA(x, y, z)
				case opFNMA:
					v[id] = math.FMA(-x, y, z)
				case opSqrt:
					v[id] = math.Sqrt(x)
				case opLess:
					c[id] = x < y
				case opAtMost:
					c[id] = x <= y
				case opAnd:
					c[id] = c[n.args[0]] && c[n.args[1]]
				}
			}
			for _, r := range p.results {
				if at := (s*len(p.masks)+r.slot)*p.lanes/8 + lane/8; r.mask && c[r.id] {
					m.Mask[at] |= 1 << (lane % 8)
				} else if !r.mask {
					m.Out[(s*len(p.outs)+r.slot)*p.lanes+lane] = math.Float64bits(v[r.id])
				}
			}
			for i, id := range p.next {
				m.State[i*p.lanes+lane] = math.Float64bits(v[id])
			}
		}
	}
}

// random records any operations on any values.
func random(name string, r *rand.Rand, size int) *Program {
	p := New(name, 48)
	var v []Value
	for i := range 3 {
		v = append(v, p.Param(fmt.Sprint("p", i)), p.State(fmt.Sprint("s", i)), p.Input(fmt.Sprint("i", i)), p.Uniform(fmt.Sprint("u", i)),
			p.Const(float64(i)-1.5), p.Const(float64(i)))
	}
	var masks []Mask
	for range size {
		pick := func() Value {
			if r.IntN(4) == 0 {
				return v[r.IntN(len(v))]
			}
			return v[len(v)-1-r.IntN(min(40, len(v)))]
		}
		x, y, z := pick(), pick(), pick()
		switch r.IntN(12) {
		case 0, 1:
			v = append(v, x.Add(y))
		case 2:
			v = append(v, x.Sub(y))
		case 3, 4:
			v = append(v, x.Mul(y))
		case 5, 6:
			v = append(v, FMA(x, y, z))
		case 7, 8:
			v = append(v, FNMA(x, y, z))
		case 9:
			v = append(v, x.Max(y))
		case 10:
			if r.IntN(2) == 0 {
				v = append(v, x.Div(y))
			} else {
				v = append(v, x.Mul(x).Sqrt())
			}
		case 11:
			if masks == nil {
				masks = []Mask{x.Less(y)}
			}
			masks[0] = And(masks[0], z.AtMost(x))
		}
	}
	for i := range 3 {
		p.Next(p.State(fmt.Sprint("s", i)), FMA(p.State(fmt.Sprint("s", (i+1)%3)), v[len(v)-1-i], p.Param("p1")))
	}
	for i := range 5 {
		p.Out(fmt.Sprint("o", i), v[len(v)-1-2*i].Add(p.Uniform("u1")))
	}
	for i, m := range masks {
		p.OutMask(fmt.Sprint("m", i), m)
	}
	p.OutMask("n", v[20].Less(p.Input("i1")))
	return p
}

// harness calls every written function on its memory and prints what it leaves.
const harness = `package main

import (
	"encoding/json"
	"math"
	"os"
)

type memory struct {
	Params, State, In, Uniform, Out []uint64
	Mask                            []byte
}

func floats(b []uint64) []float64 {
	v := make([]float64, len(b))
	for i := range b {
		v[i] = math.Float64frombits(b[i])
	}
	return v
}

func bits(v []float64) []uint64 {
	b := make([]uint64, len(v))
	for i := range b {
		b[i] = math.Float64bits(v[i])
	}
	return b
}

func main() {
	var all []memory
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		panic(err)
	}
	for i := range all {
		m := &all[i]
		params, state, in, uniform, out, mask := floats(m.Params), floats(m.State), floats(m.In), floats(m.Uniform), floats(m.Out), m.Mask
		mask = append(mask, 0)
		call(i, params, state, in, uniform, out, mask)
		m.State, m.Out, m.Mask = bits(state), bits(out), mask[:len(mask)-1]
	}
	json.NewEncoder(os.Stdout).Encode(all)
}

`

// TestVerif_AllFormsGiveTheSameBits writes random programs in all forms, has them compiled,
// and holds what they compute to what was recorded, step by step.
func TestVerif_AllFormsGiveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	assembly, code, calls := "#include \"textflag.h\"\n\n", harness, ""
	stubs := "package main\n\n"
	var given, want []*memory
	var names []string
	form := func(name string, p *Program, call string) {
		calls += fmt.Sprintf("\tcase %d:\n%s", len(given), call)
		names = append(names, name)
		m := filled(p, r)
		text, _ := json.Marshal(m)
		n := new(memory)
		if err := json.Unmarshal(text, n); err != nil {
			t.Fatal(err)
		}
		interpret(p, n)
		given, want = append(given, m), append(want, n)
	}
	amd64 := runtime.GOARCH == "amd64"
	for i := range 12 {
		vectors := []int{1, 3, 2}[i%3]
		size := []int{30, 120, 400}[i/4]
		p := random(fmt.Sprintf("f%d", i), r, size)
		twin, err := p.Twin()
		if err != nil {
			t.Fatal(err)
		}
		code += twin + "\n"
		masks := ""
		if len(p.masks) > 0 {
			masks = ", mask"
		}
		form("generic", p, fmt.Sprintf("\t\tfor lane := range %d {\n\t\t\t%sGeneric(lane, params, state, in, uniform, out%s, %d)\n\t\t}\n", p.lanes, p.name, masks, testSteps))
		for _, isa := range []ISA{AVX512, AVX2} {
			k, has := vectors, cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ
			if isa == AVX2 {
				k, has = 2, cpu.X86.HasAVX2 && cpu.X86.HasFMA
			}
			a, err := p.Assembly(isa, k)
			if err != nil {
				t.Fatal(err)
			}
			if !amd64 || !has {
				t.Logf("no %s here", a.Stub)
				continue
			}
			assembly += a.Text + "\n"
			stubs += a.Stub + "\n"
			fn := strings.Fields(strings.Split(a.Stub, "func ")[1])[0]
			fn = fn[:strings.Index(fn, "(")]
			if masks != "" {
				masks = ", &mask[lane/8]"
			}
			form(fn, p, fmt.Sprintf("\t\tfor lane := 0; lane < %d; lane += %d {\n\t\t\t%s(&params[lane], &state[lane], &in[lane], &uniform[0], &out[lane]%s, %d)\n\t\t}\n",
				p.lanes, a.Lanes, fn, masks, testSteps))
		}
	}
	code += "func call(i int, params, state, in, uniform, out []float64, mask []byte) {\n\tswitch i {\n" + calls + "\t}\n}\n"
	dir := t.TempDir()
	files := map[string]string{"go.mod": "module forms\n\ngo 1.26\n", "main.go": code}
	if amd64 {
		files["forms_amd64.s"], files["stubs.go"] = assembly, stubs
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"vet", "."}, {"build", "-o", "forms", "."}} {
		c := exec.Command("go", args...)
		c.Dir = dir
		c.Env = append(os.Environ(), "GOFLAGS=-buildvcs=false")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("go %s: %v\n%.3000s", args[0], err, out)
		}
	}
	c := exec.Command(filepath.Join(dir, "forms"))
	text, _ := json.Marshal(given)
	c.Stdin = bytes.NewReader(text)
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	var got []*memory
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	same := func(a, b []uint64) bool {
		for i := range a {
			x, y := math.Float64frombits(a[i]), math.Float64frombits(b[i])
			if a[i] != b[i] && (x == x || y == y) { // which bits no number has is left open
				return false
			}
		}
		return true
	}
	for i, g := range got {
		if !same(g.Out, want[i].Out) || !same(g.State, want[i].State) || !bytes.Equal(g.Mask, want[i].Mask) {
			t.Errorf("%s computes something else", names[i])
		}
	}
}

// value runs a program of one parameter and its outputs.
func value(p *Program, x float64) []float64 {
	m := &memory{Params: make([]uint64, p.lanes), Out: make([]uint64, testSteps*len(p.outs)*p.lanes)}
	m.Params[0] = math.Float64bits(x)
	interpret(p, m)
	var out []float64
	for i := range p.outs {
		out = append(out, math.Float64frombits(m.Out[i*p.lanes]))
	}
	return out
}

// TestVerif_SineAndCosine holds them to those of package math: the small ones to the first
// term left out, the full ones to a rounding or so, and at many turns to the remainder by
// the double nearest 2π.
func TestVerif_SineAndCosine(t *testing.T) {
	full, small := New("full", 8), New("small", 8)
	x := full.Param("x")
	s, c := SinCos(x)
	full.Out("sin", s)
	full.Out("cos", c)
	s, c = Rotate(s, c, s, c)
	full.Out("sin2", s)
	full.Out("cos2", c)
	s, c = SmallSinCos(small.Param("x"), 2, 3)
	small.Out("sin", s)
	small.Out("cos", c)
	for i := -2000; i <= 2000; i++ {
		a := float64(i) * 0.01234
		reduced := math.Remainder(a, 2*math.Pi)
		got := value(full, a)
		for k, want := range []float64{math.Sin(reduced), math.Cos(reduced), math.Sin(2 * reduced), math.Cos(2 * reduced)} {
			if d := math.Abs(got[k] - want); d > 1e-14 {
				t.Errorf("%s of %v is %.2g off", full.outs[k], a, d)
			}
		}
		a = float64(i) * 1e-5
		got = value(small, a)
		ds, dc := math.Abs(got[0]-math.Sin(a)), math.Abs(got[1]-math.Cos(a))
		if ds > math.Pow(math.Abs(a), 5)/120+1e-17 || dc > math.Pow(a, 6)/720+2e-16 {
			t.Errorf("at %v the small ones are %.2g and %.2g off", a, ds, dc)
		}
	}
	for _, a := range []float64{1e5, -3e7, 9e8} {
		if d := math.Abs(value(full, a)[0] - math.Sin(math.Remainder(a, 2*math.Pi))); d > 1e-14 {
			t.Errorf("the sine of %v is %.2g off", a, d)
		}
	}
}

// TestWhatCannotBeWrittenIsRefused asks for programs that make no sense.
func TestWhatCannotBeWrittenIsRefused(t *testing.T) {
	for name, make := range map[string]func(p *Program){
		"no results":            func(p *Program) { p.Param("x").Inv() },
		"not computed":          func(p *Program) { p.Out("x", p.Param("x")) },
		"has no next value":     func(p *Program) { p.Out("x", p.State("s").Inv()) },
		"nothing reads":         func(p *Program) { p.Next(p.State("s"), p.Param("x").Inv()) },
		"do not divide rows":    func(p *Program) { p.lanes = 40; p.Out("x", p.Param("x").Inv()) },
		"do not fill the bytes": func(p *Program) { p.lanes = 24; p.OutMask("x", p.Param("x").Less(p.Const(1))) },
		"more than 7 masks at once": func(p *Program) {
			var m []Mask
			for i := range 6 {
				m = append(m, p.Param("x").Less(p.Const(float64(i))))
			}
			for i, m := range m {
				p.OutMask(fmt.Sprint(i), And(m, p.Param("x").AtMost(p.Param("y"))))
			}
			p.OutMask("all", And(m[0], m[1:]...))
		},
	} {
		p := New("odd", 24)
		make(p)
		isa := AVX512
		if strings.HasPrefix(name, "do not fill") {
			isa = AVX2
		}
		if _, err := p.Assembly(isa, 3); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAStepIsWrittenOnce counts: equal values are computed once, useless ones not at all.
func TestAStepIsWrittenOnce(t *testing.T) {
	p := New("once", 8)
	x, y := p.Param("x"), p.Param("y")
	p.Out("z", FMA(x, y, x.Mul(y)).Add(FMA(x, y, x.Mul(y))))
	x.Sqrt()
	a, err := p.Assembly(AVX512, 1)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(a.Text, "VMULPD"); n != 1 || strings.Contains(a.Text, "VSQRTPD") || strings.Count(a.Text, "VFMADD") != 1 {
		t.Errorf("%s", a.Text)
	}
	again, _ := p.Assembly(AVX512, 1)
	if *again != *a {
		t.Error("written differently the second time")
	}
}

func Example() {
	p := New("double", 8)
	x := p.Param("x")
	p.Out("y", FMA(x, p.Const(2), p.Uniform("t")))
	twin, err := p.Twin()
	fmt.Print(twin, err)
	// Output:
	// // doubleGeneric does what the assembly does, for one lane of a row.
	// func doubleGeneric(lane int, params []float64, uniform []float64, out []float64, steps int) {
	// 	p0 := params[lane] // x
	// 	for s := range steps {
	// 		u0 := uniform[s*1+0] // t
	// 		v3 := math.FMA(p0, 2.0, u0)
	// 		out[s*8+lane] = v3
	// 	}
	// }
	// <nil>
}
