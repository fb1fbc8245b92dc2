package yamltree

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

var limits = Limits{Bytes: 1 << 10, Tokens: 200, Depth: 4}

// Every value has its line and column; a group of keys has those of its first key.
func ExampleRead() {
	var l List
	top := Read("x.yaml", []byte("# first\na: 1 km\nb: [x, {c: null}]\n"), limits, &l)
	for _, e := range top.Entries {
		fmt.Printf("%d:%d %s is %v at %d:%d\n", e.Line, e.Col, e.Key, e.Value.Form, e.Value.Line, e.Value.Col)
	}
	group := top.Get("b").Items[1]
	fmt.Printf("%v at %d:%d, c is %v\n", group.Form, group.Line, group.Col, group.Get("c").Form)
	// Output:
	// 2:1 a is a value at 2:4
	// 3:1 b is a list at 3:4
	// a group of keys at 3:9, c is nothing
}

// What is refused, where, and what would be right.
func TestVerif_Refused(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", `x.yaml: the file is empty; write "key: value" lines`},
		{"---\n", `x.yaml: the file is empty; write "key: value" lines`},
		{"- a\n", `x.yaml:1:1: the file is not a group of keys; write "key: value" lines`},
		{strings.Repeat("#", 1<<10+1), "x.yaml: the file is too large; at most 1 kB are read"},
		{"a: [" + strings.Repeat("1,", 100) + "]", "x.yaml: the file has 204 words and signs; at most 200 are read"},
		{"a: b\n\tc: \xff\n", "x.yaml:2:1: a tab indents the line; indent by spaces\nx.yaml:2:1: the line is not UTF-8; save the file as UTF-8"},
		{"a: \x01\n", "x.yaml:1:4: the line holds a control character; remove it"},
		{"a: &b c\nd: !!e f\n", "x.yaml:1:4: anchors and aliases are not allowed; write the value out\nx.yaml:2:4: tags and directives are not allowed; write the plain value"},
		{"a: [[[[[1]]]]]\n", "x.yaml:1:8: the file nests too deeply; at most 4 levels are read"},
		{"a:\n b:\n  c:\n   d:\n    e: f\n", "x.yaml:5:8: the file nests too deeply; at most 4 levels are read"},
		{"a: {" + strings.Repeat(" ", 256) + "b: c}\n", "x.yaml:1:262: the file nests too deeply; at most 4 levels are read"},
		{"a: b\n---\nc: d\n", `x.yaml: the file holds several documents; remove the "---" lines`},
		{"? a\n: b\n", "x.yaml:1:1: this kind of key is not allowed; write a name"},
		{"a: 1\nb: 2\na: 3\na: 4\n", "x.yaml:3:1: \"a\" is given twice; it is already on line 1\nx.yaml:4:1: \"a\" is given twice; it is already on line 1"},
	} {
		var l List
		Read("x.yaml", []byte(c.text), limits, &l)
		if err := l.Err(); err == nil || err.Error() != c.want {
			t.Errorf("%.40q:\n%v\nwant\n%s", c.text, err, c.want)
		}
	}
	var l List
	long := limits
	long.LongFlow = true
	if top := Read("x.yaml", []byte("a: {"+strings.Repeat(" ", 256)+"b: c}\n"), long, &l); top == nil || l.Err() != nil {
		t.Error(l.Err())
	}
}

// Of keys given twice Get knows the first, and the others are marked.
func TestVerif_Again(t *testing.T) {
	var l List
	top := Read("x.yaml", []byte("a: 1\nb: 2\na: 3\n"), limits, &l)
	if top.Get("a").Text != "1" || top.Entries[0].Again || top.Entries[1].Again || !top.Entries[2].Again {
		t.Errorf("%+v", top.Entries)
	}
}

// A list is sorted by place, holds each mistake once and is bounded; a full list tells of the file it was filled by.
func TestVerif_List(t *testing.T) {
	var l List
	if l.Err() != nil {
		t.Error("no mistakes are an error")
	}
	for _, line := range []int{3, 1, 3, 2} {
		l.Add(Error{File: "x.yaml", Line: line, Col: 1, Path: "a.b", Wrong: "wrong \x1b[31m"})
	}
	if got, want := l.Err().Error(), "x.yaml:1:1 a.b: wrong [31m\nx.yaml:2:1 a.b: wrong [31m\nx.yaml:3:1 a.b: wrong [31m"; got != want {
		t.Errorf("%q", got)
	}
	l = List{}
	for i := range 2 * MaxErrors {
		l.Add(Error{File: "x.yaml", Line: 1 + i/2, Wrong: "wrong"})
	}
	all := l.Sorted()
	if last := all[len(all)-1].Error(); l.Len() != MaxErrors || len(all) != MaxErrors/2+1 || last != "x.yaml: there may be more mistakes; mend these first" {
		t.Errorf("%d of %d, then %q", len(all), l.Len(), last)
	}
}

// Whatever is read, there is a tree or a mistake, the tree is within its limits, and places are in the file.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"a: b\n", "a: [1, {b: c}]\n", "a:\n- b: c\n  d: |\n   e\n", "? a\n: b\n", "a: &a [*a]\n", "<<: {a: b}\n", "a: \"\\x00\"\n", "- [[[[[["} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var l List
		top := Read("x.yaml", data, limits, &l)
		var all Errors
		if err := l.Err(); top == nil && err == nil || err != nil && !errors.As(err, &all) {
			t.Fatalf("%v and %v", top, err)
		}
		lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
		var walk func(n *Node, depth int)
		walk = func(n *Node, depth int) {
			if n.Line < 1 || n.Line > lines || n.Col < 1 || depth > limits.Depth+1 {
				t.Fatalf("%v at %d:%d, %d deep", n.Form, n.Line, n.Col, depth)
			}
			for _, i := range n.Items {
				walk(i, depth+1)
			}
			for _, e := range n.Entries {
				walk(e.Value, depth+1)
			}
		}
		if top != nil {
			walk(top, 0)
		}
	})
}
