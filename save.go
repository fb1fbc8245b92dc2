package dawndusk

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
)

// Saved is what a scenario file says of itself: its name, and comments that begin it,
// each a line.
type Saved struct {
	Name     string
	Comments []string
}

// Save writes a scenario with assignments as one scenario file that Load reads to the
// same inputs. It is based on a shipped scenario; of any other, all that it and those it
// is based on change stands in the file, which so needs none of them.
func (f Files) Save(name string, set []string, as Saved) ([]byte, error) {
	c, err := f.LoadOver(nil, name, set...)
	if err != nil {
		return nil, err
	}
	book, err := Ledger()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, line := range as.Comments {
		fmt.Fprintln(&b, "#", line)
	}
	fmt.Fprintf(&b, "name: %s\n", yamlText(as.Name))
	if c.Title != "" {
		title := c.Title
		if len(set) > 0 {
			title += ", changed"
		}
		fmt.Fprintf(&b, "title: %s\n", yamlText(title))
	}
	changed := c.Changed
	if slices.Contains(Shipped(), name) {
		fmt.Fprintf(&b, "based: [%s]\n", yamlText(name))
		changed = nil
		for _, s := range set {
			path, _, _ := strings.Cut(s, "=")
			if path = strings.TrimSpace(path); !slices.Contains(changed, path) {
				changed = append(changed, path)
			}
		}
	} else if c.What != "" {
		fmt.Fprintf(&b, "what: %s\n", yamlText(c.What))
	}
	rows := make([][2]*ledger.Row, len(changed)) // as they are, and in the ledger
	for i, path := range changed {
		if rows[i][0], err = c.Book.Find(path); err != nil {
			return nil, err
		}
		if rows[i][1], err = book.Find(path); err != nil {
			return nil, err
		}
	}
	// Inputs stand in the order of the scenario, where those of a group are together.
	slices.SortFunc(rows, func(a, b [2]*ledger.Row) int { return cmp.Compare(a[0].Leaf, b[0].Leaf) })
	var above []string
	for _, r := range rows {
		keys := strings.Split(r[0].Path, ".")
		groups := keys[:len(keys)-1]
		same := 0
		for same < min(len(groups), len(above)) && groups[same] == above[same] {
			same++
		}
		for i := same; i < len(groups); i++ {
			fmt.Fprintf(&b, "%s%s:\n", strings.Repeat("  ", i), groups[i])
		}
		above = groups
		fmt.Fprintf(&b, "%s%s: %s\n", strings.Repeat("  ", len(groups)), keys[len(keys)-1], yamlRow(r[0], r[1]))
	}
	file := "saved.yaml"
	again, err := Files{file: b.Bytes()}.LoadOver(nil, file)
	if err == nil && again.Hash() != c.Hash() {
		err = ledger.Error{Wrong: "cannot be written as one file", Right: "send its files along"}
	}
	if err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// yamlRow writes what a scenario says of an input; old is the ledger's row.
func yamlRow(r, old *ledger.Row) string {
	value := yamlText(r.Text)
	if r.Null {
		value = "null"
	}
	ranged := r.Dist != ledger.Fixed || r.Range != old.Range
	if !ranged && !r.Bounds && r.Kind == ledger.Assumed && len(r.Refs) == 0 && r.Note == "" {
		return value
	}
	parts := []string{"value: " + value}
	if ranged {
		parts = append(parts, "range: ["+yamlText(r.Range[0])+", "+yamlText(r.Range[1])+"]", "dist: "+string(r.Dist))
	}
	if r.Bounds {
		parts = append(parts, "range_is: bounds")
	}
	parts = append(parts, "kind: "+string(r.Kind))
	if len(r.Refs) > 0 {
		var refs []string
		for _, f := range r.Refs {
			refs = append(refs, yamlText(strings.TrimSpace(f.Key+" "+f.Locator)))
		}
		parts = append(parts, "source: ["+strings.Join(refs, ", ")+"]")
	}
	if r.Note != "" {
		parts = append(parts, "note: "+yamlText(r.Note))
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// bareText is what means the same with and without quotes.
var bareText = regexp.MustCompile(`^[0-9A-Za-z]+([ .+/-]?[0-9A-Za-z]+)*( [%$])?$`)

// yamlText writes a text so that the reader takes it as it is.
func yamlText(text string) string {
	switch {
	case bareText.MatchString(text) && !strings.EqualFold(text, "null"):
		return text
	case strings.ContainsFunc(text, func(c rune) bool { return c < ' ' || c == 0x7f }):
		if quoted, err := json.Marshal(text); err == nil { // YAML's double quotes hold JSON's
			return strings.ReplaceAll(string(quoted), "\x7f", `\u007f`)
		}
	}
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}
