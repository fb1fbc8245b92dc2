package study

import (
	"bytes"
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
)

func swung(t testing.TB, name string, o TornadoOptions, set ...string) *TornadoSummary {
	t.Helper()
	s, err := Tornado(context.Background(), name, set, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// An end of the tornado is the scenario with that input set to it, played to the
// full horizon: to the bit where the text is the ledger's own.
func TestVerif_TornadoIsTheScenarioWithOneInputSet(t *testing.T) {
	s := swung(t, "base", TornadoOptions{Of: "cost-ratio", Year: 2031})
	checked := 0
	for i := range s.Inputs {
		in := &s.Inputs[i]
		if i%150 != 0 && in.Path != "launch.reliability.growth_shape" {
			continue
		}
		for _, end := range []TornadoEnd{in.Low, in.High} {
			c := load(t, "base", in.Path+"="+end.Input)
			var r dawndusk.Result
			new(dawndusk.Enterprise).Run(&c.Scenario, dawndusk.EvenChance(), &r)
			want := (&ensemble{c: c}).costRatio(&r, 2031-firstYear)
			// Text that is not the ledger's own has three figures of its range.
			if got := float64(end.Value); math.Abs(got-want) > 0.02*math.Abs(want) || math.IsNaN(got) != math.IsNaN(want) {
				t.Errorf("%s = %s: %v, alone %v", in.Path, end.Input, got, want)
			}
			checked++
		}
	}
	if checked < 6 {
		t.Errorf("%d ends looked at", checked)
	}
}

// Every input that a study draws is there once, the largest swing first, and a
// swing is what its three values span.
func TestVerif_TornadoHoldsEveryDrawnInput(t *testing.T) {
	s := swung(t, "base", TornadoOptions{Of: "ground-cost", Year: 2029}, "launch.ships.first_reuse=2028")
	c := load(t, "base", "launch.ships.first_reuse=2028")
	drawn := map[string]bool{}
	for i := range c.Book.Rows {
		if d := ledger.Compile(&c.Book.Rows[i]); d.Drawn() && inChain(&c.Scenario, c.Book.Rows[i].Path) {
			drawn[c.Book.Rows[i].Path] = true
		}
	}
	unchanged := 0
	for i, in := range s.Inputs {
		if !drawn[in.Path] {
			t.Errorf("%s is not drawn, or stands twice", in.Path)
		}
		delete(drawn, in.Path)
		if i > 0 && in.Swing > s.Inputs[i-1].Swing {
			t.Errorf("%s stands below a smaller swing", in.Path)
		}
		if want := max(in.Low.Value, in.High.Value, s.Central) - min(in.Low.Value, in.High.Value, s.Central); in.Swing != want {
			t.Errorf("%s: swing %v, spans %v", in.Path, in.Swing, want)
		}
		if in.Swing == 0 {
			unchanged++
		}
	}
	if len(drawn) != 0 || unchanged != s.Unchanged || unchanged == 0 || unchanged == len(s.Inputs) {
		t.Errorf("%d inputs are missing, %d of %d unchanged, said %d", len(drawn), unchanged, len(s.Inputs), s.Unchanged)
	}
}

// What cannot be delivered is shown as such and stands first; where it cannot be
// delivered at any end there is no swing.
func TestVerif_TornadoOfTheUndeliverable(t *testing.T) {
	if got := swing(3, math.Inf(1), 2); !math.IsInf(got, 1) {
		t.Errorf("swing %v", got)
	}
	if got := swing(math.Inf(1), math.Inf(1), math.Inf(1)); got != 0 {
		t.Errorf("swing %v", got)
	}
	s := swung(t, "base", TornadoOptions{Of: "orbit-cost", Year: 2028}, "stated.payload=0 t")
	if s.Central.Finite() || s.Unchanged != len(s.Inputs) {
		t.Errorf("central %v, %d of %d unchanged", s.Central, s.Unchanged, len(s.Inputs))
	}
	if data := jsonOf(t, s); !bytes.Contains(data, []byte(`"central":null`)) {
		t.Errorf("%.300s", data)
	}
}

func TestTornadoMistakes(t *testing.T) {
	_, err := Tornado(context.Background(), "base", []string{"orbit.altitude=650"}, TornadoOptions{Of: "nonsense", Year: 2030})
	var many ledger.Errors
	if !errors.As(err, &many) || len(many) != 2 {
		t.Fatalf("%v", err)
	}
	_, err = Tornado(context.Background(), "base", nil, TornadoOptions{Of: "nonsense", Year: 2060})
	if !errors.As(err, &many) || len(many) != 2 || !strings.Contains(err.Error(), "2026 to 2045") || !strings.Contains(err.Error(), "cost-ratio") {
		t.Fatalf("%v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Tornado(ctx, "base", nil, TornadoOptions{Of: "flights", Year: 2030}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// Values are written in the unit of their row, to three figures of a span.
func TestGaugeTexts(t *testing.T) {
	c := load(t, "base")
	scenario := c.Scenario
	leaves := ledger.Leaves(&scenario)
	for _, x := range []struct {
		path string
		v    float64
		want string
	}{
		{"launch.starship_v3.ship_dry_mass", 173456, "173.5 t"},
		{"launch.starship_v3.ship_dry_mass", 160e3, "160 t"},
		{"launch.ships.first_reuse", 2028.1234, "2028.12"},
		{"finance.wacc", 0.1 / 31557600, "10 %/yr"},
	} {
		row, err := c.Book.Find(x.path)
		if err != nil {
			t.Fatal(err)
		}
		if got := inputText(row, &leaves[row.Leaf], x.v); got != x.want {
			t.Errorf("%s: %q, want %q", x.path, got, x.want)
		}
	}
}
