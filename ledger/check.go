package ledger

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/yamltree"
)

// Check joins rows to leaves and fills the numbers of each row. Every leaf must
// have one row and every row a leaf; units must parse; limits ≤ low ≤ value ≤
// high; sources must exist, with the place in them where the kind of evidence
// is not our own; and correlations must be possible. The error is Errors, all
// mistakes at once.
func (b *Book) Check(leaves []Leaf) error {
	var l list
	b.leaves = leaves
	paths := make([]string, len(leaves))
	at := make(map[string]int, len(leaves)) // looked up, never walked
	for i := range leaves {
		paths[i] = leaves[i].Path
		if _, twice := at[leaves[i].Path]; twice {
			l.Add(Error{Path: leaves[i].Path, Wrong: "two fields have this path", Right: "rename one"})
		}
		at[leaves[i].Path] = i
		if leaves[i].Text == nil {
			l.Add(Error{Path: leaves[i].Path, Wrong: fmt.Sprintf("the field is a %v, which can be no input", leaves[i].kind), Right: "use a quantity of package si, or a choice with UnmarshalText"})
		} else if _, ok := b.index[leaves[i].Path]; !ok {
			l.Add(Error{Path: leaves[i].Path, Wrong: "has no row in the ledger", Right: suggest(leaves[i].Path, b.paths(), "add one to its chapter's file")})
		}
	}
	sources := make(map[string]bool, len(b.Sources))
	keys := make([]string, len(b.Sources))
	for i, s := range b.Sources {
		sources[s.Key], keys[i] = true, s.Key
	}
	for i := range b.Rows {
		r := &b.Rows[i]
		j, ok := at[r.Path]
		if !ok {
			l.Add(r.wrong("the row has no input", suggest(r.Path, paths, "remove it or add the field")))
			continue
		}
		r.Leaf, r.leaf = j, &leaves[j]
		if r.leaf.Text == nil {
			continue
		}
		r.numbers(&l)
		r.evidence(sources, keys, &l)
		r.statements(&l)
	}
	b.checkCorrelations(&l)
	return l.Err()
}

// numbers fills the numbers of a row and checks their order.
func (r *Row) numbers(l *list) {
	r.Value, r.Low, r.High, r.Min, r.Max = math.NaN(), math.NaN(), math.NaN(), math.NaN(), math.NaN()
	if r.leaf.Float == nil {
		r.choice(l)
		return
	}
	if r.Choices != nil {
		l.Add(r.wrong(`"choices" on a quantity`, "give a range and limits"))
		return
	}
	good := true
	read := func(v *float64, what, text string) {
		if text == "" {
			return
		}
		var err error
		if *v, err = r.leaf.Parse(text); err != nil {
			l.Add(r.wrong(what+": "+err.Error(), ""))
			good = false
		}
	}
	read(&r.Value, "value", r.Text)
	read(&r.Low, "range", r.Range[0])
	read(&r.High, "range", r.Range[1])
	read(&r.Min, "limits", r.Limits[0])
	read(&r.Max, "limits", r.Limits[1])
	if !good {
		return
	}
	if r.Null {
		if r.Dist != Fixed {
			l.Add(r.wrong("a null value cannot be drawn", "write dist: fixed"))
		}
		return
	}
	wrong, right := r.order()
	if wrong != "" {
		l.Add(r.wrong(wrong, right))
	}
}

// order says what is wrong with the order of a row's numbers, or nothing.
func (r *Row) order() (wrong, right string) {
	span, limits := r.Range[0]+" to "+r.Range[1], r.Limits[0]+" to "+r.Limits[1]
	switch {
	case !(r.Min <= r.Max):
		return fmt.Sprintf("limits %s are inverted", limits), "write the lower first"
	case !(r.Min <= r.Value && r.Value <= r.Max):
		return fmt.Sprintf("%s is outside its limits", r.Text), "write a value from " + limits + r.because(r.Value)
	case !(r.Low <= r.High):
		return fmt.Sprintf("range %s is inverted", span), "write the lower first"
	case !(r.Min <= r.Low && r.High <= r.Max):
		return fmt.Sprintf("range %s goes outside the limits", span), "stay within " + limits
	case !(r.Low <= r.Value && r.Value <= r.High):
		return fmt.Sprintf("%s is outside its range %s", r.Text, span), "widen the range or move the value"
	case r.Dist == Fixed:
	case r.Low == r.High:
		return "the range has no width", "write dist: fixed or widen it"
	case r.Bounds && (r.Dist == Normal || r.Dist == Lognormal):
		return fmt.Sprintf("a %s distribution has no bounds", r.Dist), "drop range_is, or write dist: triangular"
	case (r.Dist == Lognormal || r.Dist == Loguniform) && !(r.Low > 0):
		return fmt.Sprintf("a %s distribution needs a range above zero", r.Dist), "raise the range or write dist: normal or uniform"
	case (r.Value == r.Low || r.Value == r.High) && !(r.Dist == Triangular && r.Bounds):
		return "the value is an end of its 5–95 % range", "write range_is: bounds with dist: triangular, or widen the range"
	}
	return "", ""
}

func (r *Row) choice(l *list) {
	if r.Dist != Fixed {
		l.Add(r.wrong("a choice cannot be drawn", "write dist: fixed"))
	}
	if len(r.Choices) == 0 {
		l.Add(r.wrong(`has no "choices"`, "list what may be chosen"))
		return
	}
	for _, c := range r.Choices {
		if err := r.leaf.accepts(c); err != nil {
			l.Add(r.wrong(fmt.Sprintf("choice %q: %v", yamltree.Short(c), err), ""))
		}
	}
	if !slices.Contains(r.Choices, r.Text) {
		l.Add(r.wrong(fmt.Sprintf("%q is not a choice", yamltree.Short(r.Text)), suggest(r.Text, r.Choices, "write "+strings.Join(r.Choices, " or "))))
	}
}

// evidence checks the sources and the note of a row of the base.
func (r *Row) evidence(sources map[string]bool, keys []string, l *list) {
	r.cites(sources, keys, l)
	if r.Null {
		return
	}
	located := slices.ContainsFunc(r.Refs, func(f Ref) bool { return f.Locator != "" })
	switch {
	case r.Kind == Claim:
		l.Add(r.wrong("a claim may not be the base's central value", "centre on evidence and name the claim in the note"))
	case (r.Kind == Measured || r.Kind == Datasheet || r.Kind == Quoted) && !located:
		l.Add(r.wrong(fmt.Sprintf("%s, but no source with a place in it", r.Kind), "write source: [KEY page or table]"))
	case r.Kind == Assumed && r.Note == "":
		l.Add(r.wrong("assumed, but no note", "say why this value and range"))
	case r.Kind == Derived && r.Note == "" && len(r.Refs) == 0:
		l.Add(r.wrong("derived, but neither source nor note", "say from what"))
	}
}

// statements checks and reads what sources say: of a source that is cited, a figure that
// stands in its place or in the note.
func (r *Row) statements(l *list) {
	for i := range r.Says {
		s := &r.Says[i]
		number, _, _ := strings.Cut(s.Text, " ")
		cited, found := false, strings.Contains(r.Note, number)
		for _, f := range r.Refs {
			cited = cited || f.Key == s.Key
			found = found || f.Key == s.Key && strings.Contains(f.Locator, number)
		}
		switch {
		case r.leaf.Float == nil:
			l.Add(r.wrong(`"says" on a choice`, "leave it out"))
			return
		case !cited:
			l.Add(r.wrong(fmt.Sprintf("%q says %s, but is not cited", yamltree.Short(s.Key), yamltree.Short(s.Text)), "add it to the sources of the row"))
		case number == "" || !found:
			l.Add(r.wrong(fmt.Sprintf("%s says %q, of which neither its place nor the note tells", s.Key, yamltree.Short(s.Text)), "write the figure where it comes from"))
		default:
			var err error
			if s.Value, err = r.leaf.Parse(s.Text); err != nil {
				l.Add(r.wrong("says: "+err.Error(), ""))
			}
		}
	}
}

func (r *Row) cites(sources map[string]bool, keys []string, l *list) {
	for _, ref := range r.Refs {
		if !sources[ref.Key] {
			l.Add(r.wrong(fmt.Sprintf("unknown source %q", yamltree.Short(ref.Key)), suggest(ref.Key, keys, "add it to sources.yaml")))
		}
	}
}

// Apply sets every leaf of a scenario to its row's central value: NaN for an
// optional input that is not given. The scenario must be of the type that was
// checked.
func (b *Book) Apply(scenario any) error {
	leaves := Leaves(scenario)
	if len(leaves) != len(b.leaves) {
		return Errors{{Wrong: fmt.Sprintf("the scenario has %d inputs, the checked one %d", len(leaves), len(b.leaves)), Right: "call Check with the leaves of the same type"}}
	}
	var l list
	for i := range b.Rows {
		r := &b.Rows[i]
		leaf := &leaves[r.Leaf]
		switch {
		case leaf.Path != r.Path || leaf.Text == nil:
			l.Add(r.wrong("the scenario has another input in this place", "call Check with the leaves of the same type"))
		case leaf.Float != nil:
			*leaf.Float = r.Value
		default:
			if err := leaf.Text.UnmarshalText([]byte(r.Text)); err != nil {
				l.Add(r.wrong(err.Error(), ""))
			}
		}
	}
	return l.Err()
}
