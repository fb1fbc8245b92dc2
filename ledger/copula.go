package ledger

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/gonum/mat"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Correlation is a block of rank correlations that have one cause.
type Correlation struct {
	Name      string
	Kind      Kind
	Refs      []Ref
	Note      string
	Pairs     []Pair
	File      string
	Line, Col int
}

// Pair is the rank (Spearman) correlation of two inputs.
type Pair struct {
	A, B      string
	Rho       float64
	Line, Col int
}

func (b *Book) readCorrelations(file string, top *node, l *list) {
	blocks := top.Get("correlations")
	if blocks == nil || blocks.Form != yamltree.Sequence {
		l.Add(Error{File: file, Line: top.Line, Col: top.Col, Wrong: "has no list of blocks", Right: "write correlations: and below it - name: …"})
		return
	}
	keys := []string{"name", "kind", "source", "note", "pairs"}
	for _, n := range blocks.Items {
		if n.Form != yamltree.Mapping {
			l.Add(Error{File: file, Line: n.Line, Col: n.Col, Wrong: "is not a block of correlations", Right: "write name, kind, note and pairs"})
			continue
		}
		f := fields{file: file, list: l, entry: entry{Value: n, Line: n.Line, Col: n.Col}}
		f.known(keys)
		c := Correlation{File: file, Line: n.Line, Col: n.Col}
		c.Name = f.text("name", true)
		f.path = yamltree.Short(c.Name)
		c.Kind = Kind(f.word("kind", Kinds, true))
		c.Note = f.text("note", false)
		c.Refs = f.refs()
		if pairs := n.Get("pairs"); pairs == nil || pairs.Form != yamltree.Sequence {
			f.wrong(n.Line, n.Col, `has no list of "pairs"`, "write pairs: and below it - [path, path, rho]")
		} else {
			for _, p := range pairs.Items {
				if pair, ok := f.pair(p); ok {
					c.Pairs = append(c.Pairs, pair)
				}
			}
		}
		b.Correlations = append(b.Correlations, c)
	}
}

func (f *fields) pair(n *node) (p Pair, ok bool) {
	const right = "write [path, path, rho] with −1 < rho < 1"
	if n.Form != yamltree.Sequence || len(n.Items) != 3 || n.Items[0].Form != yamltree.Scalar || n.Items[1].Form != yamltree.Scalar || n.Items[2].Form != yamltree.Scalar {
		f.wrong(n.Line, n.Col, "is not a pair", right)
		return p, false
	}
	rho, err := strconv.ParseFloat(n.Items[2].Text, 64)
	if err != nil || !(math.Abs(rho) < 1) {
		f.wrong(n.Items[2].Line, n.Items[2].Col, fmt.Sprintf("%q is not a correlation", yamltree.Short(n.Items[2].Text)), right)
		return p, false
	}
	return Pair{A: n.Items[0].Text, B: n.Items[1].Text, Rho: rho, Line: n.Line, Col: n.Col}, true
}

func (b *Book) checkCorrelations(l *list) {
	before := l.Len()
	paths := b.paths()
	keys := make([]string, len(b.Sources))
	for i, s := range b.Sources {
		keys[i] = s.Key
	}
	seen := map[[2]string]bool{} // looked up, never walked
	for _, c := range b.Correlations {
		bad := func(p Pair, wrong, right string) {
			l.Add(Error{File: c.File, Line: p.Line, Col: p.Col, Path: c.Name, Wrong: wrong, Right: right})
		}
		if c.Note == "" && len(c.Refs) == 0 {
			l.Add(Error{File: c.File, Line: c.Line, Col: c.Col, Path: c.Name, Wrong: "neither note nor source", Right: "say why these move together"})
		}
		for _, ref := range c.Refs {
			if !slices.Contains(keys, ref.Key) {
				l.Add(Error{File: c.File, Line: c.Line, Col: c.Col, Path: c.Name, Wrong: fmt.Sprintf("unknown source %q", yamltree.Short(ref.Key)), Right: suggest(ref.Key, keys, "add it to sources.yaml")})
			}
		}
		for _, p := range c.Pairs {
			for _, path := range [...]string{p.A, p.B} {
				if i, ok := b.index[path]; !ok {
					bad(p, fmt.Sprintf("no input %q", yamltree.Short(path)), suggest(path, paths, "see the list of inputs"))
				} else if b.Rows[i].Dist == Fixed {
					bad(p, fmt.Sprintf("%s is not drawn", path), "remove the pair or give the input a distribution")
				}
			}
			key := [2]string{min(p.A, p.B), max(p.A, p.B)}
			switch {
			case p.A == p.B:
				bad(p, "a pair of one input with itself", "remove it")
			case seen[key]:
				bad(p, fmt.Sprintf("%s and %s are given twice", p.A, p.B), "keep one")
			}
			seen[key] = true
		}
	}
	if l.Len() > before {
		return
	}
	if _, err := b.copula(paths, l); err != nil {
		return
	}
}

// Copula turns independent uniforms into correlated ones.
type Copula struct {
	blocks []copulaBlock
}

// copulaBlock is the lower triangle L of one connected block, by rows.
type copulaBlock struct {
	at []int // places in u
	l  []float64
}

// Copula prepares the ledger's correlations for uniforms in the order of the
// paths. Inputs that are not among them are left out.
//
// A rank correlation ρ of two inputs is that of two normals with the linear
// correlation r, so normals y = L z with L Lᵀ = R carry it:
//
//	r = 2 sin(π ρ / 6)
//
// Source: Pearson, "On further methods of determining correlation", 1907, for
// the normal; Nelsen, "An introduction to copulas", 2nd ed., section 5.1.
// Ignores: dependence in the tails, which a Gaussian copula lacks; pairs that
// are not listed are taken as uncorrelated, also within a block.
// Good to: what 10⁵ draws can tell, 0.013 in ρ.
// Needs: a book that Check accepted.
func (b *Book) Copula(paths []string) (*Copula, error) {
	var l list
	c, err := b.copula(paths, &l)
	if err != nil {
		return nil, l.Err()
	}
	return c, nil
}

func (b *Book) copula(paths []string, l *list) (*Copula, error) {
	place := make(map[string]int, len(paths)) // looked up, never walked
	for i, p := range paths {
		place[p] = i
	}
	type edge struct {
		a, b  int
		rho   float64
		block *Correlation
	}
	var edges []edge
	root := make([]int, len(paths)) // disjoint sets
	for i := range root {
		root[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for i := range b.Correlations {
		for _, p := range b.Correlations[i].Pairs {
			x, okA := place[p.A]
			y, okB := place[p.B]
			if !okA || !okB {
				continue
			}
			edges = append(edges, edge{x, y, p.Rho, &b.Correlations[i]})
			rx, ry := find(x), find(y)
			root[max(rx, ry)] = min(rx, ry)
		}
	}
	c := &Copula{}
	var failed error
	for r := range root {
		if find(r) != r {
			continue
		}
		var block copulaBlock
		local := make([]int, len(paths))
		for i := range root {
			if find(i) == r {
				local[i] = len(block.at)
				block.at = append(block.at, i)
			}
		}
		n := len(block.at)
		if n < 2 {
			continue
		}
		R := mat.NewSymDense(n, nil)
		for i := range n {
			R.SetSym(i, i, 1)
		}
		var names []string
		var first *Correlation
		for _, e := range edges {
			if find(e.a) != r {
				continue
			}
			R.SetSym(local[e.a], local[e.b], 2*math.Sin(math.Pi*e.rho/6))
			if !slices.Contains(names, e.block.Name) {
				names = append(names, e.block.Name)
			}
			if first == nil {
				first = e.block
			}
		}
		var chol mat.Cholesky
		var eigen mat.EigenSym
		least := math.NaN()
		if eigen.Factorize(R, false) {
			least = slices.Min(eigen.Values(nil))
		}
		if !(least > 1e-9) || !chol.Factorize(R) {
			failed = Error{File: first.File, Line: first.Line, Col: first.Col, Path: strings.Join(names, " + "),
				Wrong: fmt.Sprintf("the correlations of %d inputs contradict each other (smallest eigenvalue %.3g)", n, least),
				Right: "lower some of them, or give the missing pairs"}
			l.Add(failed.(Error))
			continue
		}
		var L mat.TriDense
		chol.LTo(&L)
		for i := range n {
			for j := range i + 1 {
				block.l = append(block.l, L.At(i, j))
			}
		}
		c.blocks = append(c.blocks, block)
	}
	return c, failed
}

// Apply replaces independent uniforms in (0, 1) by correlated ones, in place.
// It does not allocate.
func (c *Copula) Apply(u []float64) {
	for i := range c.blocks {
		b := &c.blocks[i]
		for _, at := range b.at {
			u[at] = NormalQuantile(inside(u[at]))
		}
		// From the last row up, so that what a row needs is not yet replaced.
		end := len(b.l)
		for i := len(b.at) - 1; i >= 0; i-- {
			row := b.l[end-i-1 : end]
			end -= i + 1
			y := 0.0
			for j, l := range row {
				y += l * u[b.at[j]]
			}
			u[b.at[i]] = y
		}
		for _, at := range b.at {
			u[at] = inside(NormalCDF(u[at]))
		}
	}
}
