package constellation

import (
	"embed"
	"encoding"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/yamltree"
)

var (
	designKeys = []string{"name", "title", "what", "source", "epoch", "shells"}
	shellKeys  = []string{"name", "pattern", "altitude", "layers", "inclination", "planes", "first_node", "node_times", "satellites_per_plane", "phasing", "eccentricity", "perigee", "spacing", "radius"}
)

// patternKeys are the keys a pattern cannot do without, and those it may have.
var patternKeys = map[Pattern]struct{ must, may []string }{
	Delta:          {[]string{"altitude", "inclination", "planes", "satellites_per_plane"}, []string{"layers", "phasing", "first_node", "eccentricity", "perigee"}},
	Star:           {[]string{"altitude", "inclination", "planes", "satellites_per_plane"}, []string{"layers", "phasing", "first_node", "eccentricity", "perigee"}},
	SunSynchronous: {[]string{"altitude", "node_times", "satellites_per_plane"}, []string{"layers", "phasing", "eccentricity", "perigee"}},
	Cluster:        {[]string{"altitude", "node_times", "spacing", "radius"}, nil},
}

// examples are values of the keys that a shell cannot do without.
var examples = map[string]string{
	"pattern": "delta", "altitude": "650 km", "inclination": "53 deg", "planes": "72", "satellites_per_plane": "22",
	"node_times": "[6 h, 18 h]", "spacing": "100 m", "radius": "1 km",
}

// Parse reads a constellation file; file names it in messages. Keys that are unknown or
// that a shell's pattern has no use for are refused. The error is [Errors]: all mistakes
// at once.
func Parse(file string, data []byte) (*Design, error) {
	l := list{file: file}
	var d Design
	if top := tree(data, &l); top != nil {
		d.read(top, &l)
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	return &d, nil
}

func (d *Design) read(top *node, l *list) {
	f := fields{list: l, node: top}
	f.known(designKeys)
	d.Name, d.Title, d.What = f.text("name"), f.text("title"), f.text("what")
	if d.Name == "" {
		l.add(1, 1, "name", "the constellation has none", "write name: and a short word")
	}
	f.each("source", func(n *node) { d.Sources = append(d.Sources, n.Text) })
	if n := f.get("epoch"); n == nil {
		l.add(1, 1, "epoch", "it is missing", "write when the satellites are where the file says, such as 2030-01-01T00:00:00Z")
	} else if at, err := time.Parse(time.RFC3339, n.Text); err != nil || n.Form != yamltree.Scalar || at.Year() < 1957 || at.Year() > 2200 {
		l.add(n.Line, n.Col, "epoch", fmt.Sprintf("%q is no time", yamltree.Short(n.Text)), "write UTC as 2030-01-01T00:00:00Z, from 1957 to 2200")
	} else {
		d.Epoch = sky.UTC(at)
	}
	shells := f.get("shells")
	if shells == nil || shells.Form != yamltree.Sequence || len(shells.Items) == 0 {
		line, col := 1, 1
		if shells != nil {
			line, col = shells.Line, shells.Col
		}
		l.add(line, col, "shells", "there are none", `write a list: "- pattern: delta" and so on`)
		return
	}
	total := 0.0
	for i, n := range shells.Items {
		path := fmt.Sprintf("shells[%d]", i)
		if n.Form != yamltree.Mapping {
			l.add(n.Line, n.Col, path, "is "+n.Form.String()+", not a group of keys", "write the keys of a shell")
			continue
		}
		before := l.Len()
		var s Shell
		s.read(&fields{list: l, node: n, path: path + "."})
		d.Shells = append(d.Shells, s)
		if l.Len() == before {
			if total += s.count(); total > MaxSatellites {
				l.add(n.Line, n.Col, path, fmt.Sprintf("makes %.0f satellites in all", total), fmt.Sprintf("a design has at most %d", MaxSatellites))
				return
			}
		}
	}
}

func (s *Shell) read(f *fields) {
	before := f.list.Len()
	s.Name = f.text("name")
	if n := f.must("pattern"); n != nil {
		s.Pattern = Pattern(len(patterns))
		for i, p := range patterns {
			if n.Text == p {
				s.Pattern = Pattern(i)
			}
		}
		if int(s.Pattern) == len(patterns) {
			f.wrong(n, "pattern", fmt.Sprintf("%q is no pattern", yamltree.Short(n.Text)), suggest(n.Text, patterns))
		}
	}
	f.known(shellKeys)
	keys, ok := patternKeys[s.Pattern]
	if !ok || f.get("pattern") == nil {
		return
	}
	for _, k := range keys.must {
		f.must(k)
	}
	for _, e := range f.node.Entries {
		if !e.Again && contains(shellKeys[2:], e.Key) && !contains(keys.must, e.Key) && !contains(keys.may, e.Key) {
			f.list.add(e.Line, e.Col, f.path+e.Key, fmt.Sprintf("a shell of pattern %v has none", s.Pattern), "its keys are "+strings.Join(append(append([]string{}, keys.must...), keys.may...), ", "))
		}
	}
	s.Layers = 1
	f.count("layers", &s.Layers)
	if n := f.get("altitude"); n != nil {
		switch {
		case n.Form == yamltree.Sequence && len(n.Items) != 2:
			f.wrong(n, "altitude", fmt.Sprintf("is a list of %d", len(n.Items)), "write one altitude or [lowest, highest]")
		case n.Form == yamltree.Sequence:
			f.quantity(n.Items[0], "altitude", &s.Altitude)
			f.quantity(n.Items[1], "altitude", &s.Top)
		default:
			f.quantity(n, "altitude", &s.Altitude)
			s.Top = s.Altitude
		}
	}
	for _, q := range []struct {
		key string
		to  encoding.TextUnmarshaler
	}{
		{"inclination", &s.Inclination}, {"first_node", &s.FirstNode}, {"eccentricity", &s.Eccentricity},
		{"perigee", &s.Perigee}, {"spacing", &s.Spacing}, {"radius", &s.Radius},
	} {
		if n := f.get(q.key); n != nil {
			f.quantity(n, q.key, q.to)
		}
	}
	f.count("planes", &s.Planes)
	f.count("satellites_per_plane", &s.PerPlane)
	f.count("phasing", &s.Phasing)
	f.each("node_times", func(n *node) {
		var t si.Duration
		if f.quantity(n, "node_times", &t) {
			s.NodeTimes = append(s.NodeTimes, t)
		}
	})
	if f.list.Len() > before {
		return
	}
	for _, m := range s.mistakes() {
		n := f.get(m.key)
		if n == nil {
			n = f.node
		}
		f.wrong(n, m.key, m.wrong, m.right)
	}
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}

// fields reads the keys of one group.
type fields struct {
	list *list
	node *node
	path string
}

func (f *fields) wrong(n *node, key, wrong, right string) {
	f.list.add(n.Line, n.Col, f.path+key, wrong, right)
}

func (f *fields) get(key string) *node { return f.node.Get(key) }

// must is get for a key that has to be there.
func (f *fields) must(key string) *node {
	n := f.get(key)
	if n == nil {
		f.wrong(f.node, key, "it is missing", "write "+key+": "+examples[key])
	}
	return n
}

func (f *fields) known(keys []string) {
	for _, e := range f.node.Entries {
		if !e.Again && !contains(keys, e.Key) {
			f.list.add(e.Line, e.Col, f.path+yamltree.Short(e.Key), fmt.Sprintf("unknown key %q", yamltree.Short(e.Key)), suggest(e.Key, keys))
		}
	}
}

// text reads a word or sentence; it may be missing.
func (f *fields) text(key string) string {
	n := f.get(key)
	if n == nil {
		return ""
	}
	if n.Form != yamltree.Scalar {
		f.wrong(n, key, "is "+n.Form.String()+", not a value", "write a text")
		return ""
	}
	return n.Text
}

// each reads a list of values, or one value; it may be missing.
func (f *fields) each(key string, read func(*node)) {
	n := f.get(key)
	if n == nil {
		return
	}
	items := n.Items
	if n.Form == yamltree.Scalar {
		items = []*node{n}
	}
	if len(items) == 0 {
		f.wrong(n, key, "is "+n.Form.String()+", not a list", "write [one, another]")
	}
	for _, item := range items {
		if item.Form != yamltree.Scalar {
			f.wrong(item, key, "is "+item.Form.String()+", not a value", "write a value")
			continue
		}
		read(item)
	}
}

// quantity reads a value with its unit.
func (f *fields) quantity(n *node, key string, to encoding.TextUnmarshaler) bool {
	if n.Form != yamltree.Scalar {
		f.wrong(n, key, "is "+n.Form.String()+", not a value", "write a value with its unit")
		return false
	}
	if err := to.UnmarshalText([]byte(n.Text)); err != nil {
		f.wrong(n, key, err.Error(), "")
		return false
	}
	return true
}

// count reads a whole number; it may be missing.
func (f *fields) count(key string, to *int) {
	n := f.get(key)
	if n == nil {
		return
	}
	v, err := strconv.Atoi(n.Text)
	if err != nil || n.Form != yamltree.Scalar {
		f.wrong(n, key, fmt.Sprintf("%q is no count", yamltree.Short(n.Text)), "write a whole number in digits")
		return
	}
	*to = v
}

//go:embed shipped/*.yaml
var shipped embed.FS

// Names returns the names of the shipped constellations, in order.
func Names() []string {
	files, err := fs.Glob(shipped, "shipped/*.yaml")
	if err != nil {
		return nil
	}
	for i := range files {
		files[i] = strings.TrimSuffix(strings.TrimPrefix(files[i], "shipped/"), ".yaml")
	}
	return files
}

// Shipped returns a shipped constellation.
func Shipped(name string) (*Design, error) {
	if !contains(Names(), name) {
		return nil, fmt.Errorf("no constellation %q is shipped; %s", yamltree.Short(name), suggest(name, Names()))
	}
	data, err := shipped.ReadFile("shipped/" + name + ".yaml")
	if err != nil {
		return nil, err
	}
	return Parse(name+".yaml", data)
}

// DawnDusk returns the shell of one plane that the closed forms of the enterprise
// look at: sun-synchronous, at an altitude, with its node at a local time.
func DawnDusk(altitude si.Length, nodeTime si.Duration, satellites int) Shell {
	return Shell{Name: "dawn–dusk", Pattern: SunSynchronous, Altitude: altitude, Top: altitude, Layers: 1, NodeTimes: []si.Duration{nodeTime}, PerPlane: satellites}
}
