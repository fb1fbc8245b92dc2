package server

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
)

// The page turns steps into texts by itself: web/test holds it to these.
func TestRegress_SlidersOfThePage(t *testing.T) {
	const golden = "../web/test/sliders.json"
	s := started(t, Options{})
	var l Ledger
	if err := json.Unmarshal(ok(t, s, 200, "GET", root+"/ledger?scenario=base", "").Body.Bytes(), &l); err != nil {
		t.Fatal(err)
	}
	type stand struct {
		Slider *Slider  `json:"slider"`
		Steps  []int    `json:"steps"`
		Texts  []string `json:"texts"`
	}
	made := []byte("[\n")
	seen := map[string]bool{} // a unit and a kind of scale
	for i := range l.Rows {
		k := l.Rows[i].Slider
		if k == nil || k.Unit == "" && i%40 != 0 {
			continue
		}
		kind := k.Unit
		if k.Log {
			kind += " log"
		}
		if seen[kind] {
			continue
		}
		seen[kind] = true
		a := stand{Slider: k}
		for _, n := range [...]int{0, 1, k.Steps / 3, k.Steps / 2, k.Steps - 1, k.Steps} {
			a.Steps, a.Texts = append(a.Steps, n), append(a.Texts, k.Text(k.At(n)))
		}
		line, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if len(seen) > 1 {
			made = append(made, ",\n"...)
		}
		made = append(made, line...)
	}
	made = append(made, "\n]\n"...)
	if *update {
		if err := os.WriteFile(golden, made, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(bytes.ReplaceAll(kept, []byte("\r\n"), []byte("\n")), made) {
		t.Errorf("sliders have changed; go test ./server -run SlidersOfThePage -update, then npm test in web")
	}
}
