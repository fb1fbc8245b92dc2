package dawndusk

import (
	"errors"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
)

func TestLedgerIsComplete(t *testing.T) {
	if _, err := Ledger(); err != nil {
		t.Fatal(err)
	}
}

// TestVerif_EachScenarioIsReadOnce puts one scenario under another as often as may be:
// what is read, and told of mistakes, must not grow with it.
func TestVerif_EachScenarioIsReadOnce(t *testing.T) {
	under := func(n int, below string) Files {
		return Files{"top.yaml": []byte("based: [" + strings.TrimSuffix(strings.Repeat("below.yaml, ", n), ", ") + "]\n"), "below.yaml": []byte(below)}
	}
	var many ledger.Errors
	if _, err := under(63, "orbit:\n  bogus: 1\n").LoadOver(nil, "top.yaml"); !errors.As(err, &many) || len(many) != 1 {
		t.Errorf("%d mistakes: %v", len(many), err)
	}
	long := strings.Repeat("# much to read\n", 2000) + "orbit:\n  altitude: 700 km\n"
	allocs := func(n int) float64 {
		f := under(n, long)
		return testing.AllocsPerRun(1, func() {
			if _, err := f.LoadOver(nil, "top.yaml"); err != nil {
				t.Fatal(err)
			}
		})
	}
	if one, all := allocs(1), allocs(63); all > 1.5*one {
		t.Errorf("%v allocations for 63, %v for one", all, one)
	}

	// What is applied last holds, again if it is applied again.
	f := Files{"a": []byte("orbit: {altitude: 700 km}\n"), "b": []byte("orbit: {altitude: 800 km}\n"), "top.yaml": []byte("based: [a, b, a]\n"), "pot.yaml": []byte("based: [a, b]\n")}
	for name, want := range map[string]string{"top.yaml": "700 km", "pot.yaml": "800 km"} {
		c, err := f.LoadOver(nil, name)
		if err != nil {
			t.Fatal(err)
		}
		if r, err := c.Book.Find("orbit.altitude"); err != nil || r.Text != want || len(c.Changed) != 1 {
			t.Errorf("%s: %v %v, %v changed", name, r, err, c.Changed)
		}
	}
}
