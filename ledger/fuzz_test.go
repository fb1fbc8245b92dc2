package ledger

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func seeds(f *testing.F, pattern string) {
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		f.Fatal(pattern, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// No scenario file stops the program, and what is accepted can be drawn.
func FuzzParseOverrides(f *testing.F) {
	seeds(f, "testdata/bad/*.yaml")
	f.Add([]byte("plant: {share: {value: 0.1, range: [0, 1], dist: uniform}, life: 5 yr}"))
	b, s := good(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, _, err := b.ParseOverrides("x.yaml", data)
		if err != nil {
			return
		}
		c := b.With(rows...)
		if err := c.Apply(s); err != nil {
			t.Fatal(err)
		}
		for i := range rows {
			r := &rows[i]
			if r.leaf.Float == nil || r.Null {
				continue
			}
			for _, u := range []float64{0, 0.5, 1} {
				if q := r.Quantile(u); !(q >= r.Min && q <= r.Max) {
					t.Errorf("%s: Q(%v) = %v outside %v to %v", r.Path, u, q, r.Min, r.Max)
				}
			}
		}
	})
}

func FuzzRead(f *testing.F) {
	seeds(f, "testdata/good/*.yaml")
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Read(fstest.MapFS{"plant.yaml": {Data: data}})
		if err == nil {
			_ = b.Check(Leaves(&fixture{}))
		}
		_, _ = Read(fstest.MapFS{"correlations.yaml": {Data: data}, "sources.yaml": {Data: data}})
	})
}

// Files made to exhaust memory, stack or time are read or refused within
// seconds: a megabyte of a plain file takes as long.
func TestVerif_HostileFiles(t *testing.T) {
	b, _ := good(t)
	const n = MaxBytes
	for name, text := range map[string]string{
		"too long":      strings.Repeat("a", n+1),
		"one word":      strings.Repeat("a", n),
		"brackets":      strings.Repeat("[", n),
		"braces":        strings.Repeat("{a: ", n/4),
		"dashes":        strings.Repeat("- ", n/2),
		"questions":     strings.Repeat("? ", n/2),
		"keys":          strings.Repeat("a: b\n", n/5),
		"quotes":        strings.Repeat(`"`, n),
		"open quote":    `a: "` + strings.Repeat("b ", n/2-10),
		"comments":      strings.Repeat("#\n", n/2),
		"commas":        "a: [" + strings.Repeat("1,", n/2-10) + "]",
		"lines":         "a: |\n" + strings.Repeat(" b\n", n/3-10),
		"documents":     strings.Repeat("---\n", n/4),
		"colons":        strings.Repeat(":", n),
		"inline colons": strings.Repeat("a: ", n/3),
		"stairs":        stairs(1000),
		"bomb":          "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
		"folded":        "a: >\n" + strings.Repeat(" b\n\n", n/4-10),
		"anchors":       strings.Repeat("&a ", n/3),
		"most keys":     strings.Repeat("a: b\n", maxTokens/3),
		"most quotes":   strings.Repeat(`""`, maxTokens-1),
		"most commas":   "a: [" + strings.Repeat("1,", maxTokens/2-10) + "]",
		"escapes":       `a: "` + strings.Repeat(`\x41`, n/4-10) + `"`,
	} {
		start := time.Now()
		_, _, err := b.ParseOverrides("x.yaml", []byte(text))
		if err == nil {
			t.Errorf("%s: accepted", name)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s: %v", name, d)
		} else {
			t.Logf("%s: %v", name, d)
		}
	}
}

// stairs nests one level a line.
func stairs(n int) string {
	var s strings.Builder
	for i := range n {
		s.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return s.String()
}
