package server

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

// Wherever the slider of an input is moved to, the text is an assignment that the strict
// reader takes and reads as the same number, under every shipped scenario.
func TestSlidersAreAssignments(t *testing.T) {
	s := started(t, Options{})
	for _, scenario := range dawndusk.Shipped() {
		var l Ledger
		if err := json.Unmarshal(ok(t, s, 200, "GET", root+"/ledger?scenario="+scenario, "").Body.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		c, err := dawndusk.Files{}.LoadOver(nil, scenario)
		if err != nil {
			t.Fatal(err)
		}
		for i := range l.Rows {
			r := &l.Rows[i]
			if r.Slider == nil {
				if len(r.Choices) == 0 {
					t.Errorf("%s: %s has neither slider nor choices", scenario, r.Path)
				}
				continue
			}
			k := r.Slider
			if !(k.Low < k.High) || k.Steps < 2 || k.Steps > 2000 || k.Log != (k.Step == 0) || k.Log && !(k.Low > 0) {
				t.Errorf("%s: %s slides from %v to %v in %d steps of %v", scenario, r.Path, k.Low, k.High, k.Steps, k.Step)
			}
			before := math.Inf(-1)
			for step := range k.Steps + 1 {
				if step > 3 && step < k.Steps-3 && step%17 != 0 {
					continue
				}
				v := k.At(step)
				if !(v > before) {
					t.Errorf("%s: %s stands at %v after %v, step %d of %d", scenario, r.Path, v, before, step, k.Steps)
				}
				before = v
				row, _, err := c.Book.ParseSet("slider", r.Path+"="+k.Text(v))
				if err != nil {
					t.Errorf("%s: %s", scenario, err)
				} else if got := (row.Value - k.ZeroSI) / k.UnitSI; math.Abs(got-v) > 1e-9*max(1, math.Abs(v), math.Abs(k.ZeroSI/k.UnitSI)) {
					t.Errorf("%s: %s=%s is read as %v", scenario, r.Path, k.Text(v), got)
				}
			}
			inside := func(what string, v float64) {
				if !math.IsNaN(v) && (v < k.Low || v > k.High) {
					t.Errorf("%s: %s of %s, %v, is beyond the slider's ends %v and %v", scenario, what, r.Path, v, k.Low, k.High)
				}
			}
			row, err := c.Book.Find(r.Path)
			if err != nil {
				t.Fatal(err)
			}
			if row.Null {
				continue
			}
			for what, v := range map[string]float64{"the value": row.Value, "the low end": row.Low, "the high end": row.High} {
				inside(what, clean((v-k.ZeroSI)/k.UnitSI))
			}
			for _, said := range r.Said {
				if said.Value != "" {
					inside(said.Scenario, float64(said.At))
				}
			}
		}
	}
}

// What is announced of the payload stands beside its slider, with its source.
func TestSaidOfThePayload(t *testing.T) {
	var l Ledger
	if err := json.Unmarshal(ok(t, started(t, Options{}), 200, "GET", root+"/ledger?chapter=stated", "").Body.Bytes(), &l); err != nil {
		t.Fatal(err)
	}
	r := l.Rows[0]
	if r.Path != "stated.payload" || !r.Derived || r.Slider == nil || r.Slider.Unit != "t" {
		t.Fatalf("%+v", r)
	}
	if len(r.Said) != 1 || r.Said[0].Scenario != "announced" || r.Said[0].Value != "200 t" || r.Said[0].At != 200 || r.Said[0].Kind != string(ledger.Claim) || len(r.Said[0].Sources) == 0 {
		t.Errorf("%+v", r.Said)
	}
	cited := false
	for _, d := range l.Sources {
		cited = cited || d.Key == r.Said[0].Sources[0].Key
	}
	if !cited {
		t.Error("its source is not among the sources")
	}
}

func TestUnitOf(t *testing.T) {
	for text, want := range map[string]string{"650 km": "km", "0.5": "", "1e6 $/kg": "$/kg", "-3 %/yr": "%/yr", "1_000 kg": "kg", "12/yr": "/yr", "25 °C": "°C", "1.5e-3 1/yr": "1/yr"} {
		if got := unitOf(text); got != want {
			t.Errorf("the unit of %q is %q, want %q", text, got, want)
		}
	}
}
