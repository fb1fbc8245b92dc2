package ledger

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/si"
)

// mode is a choice.
type mode uint8

func (m *mode) UnmarshalText(text []byte) error {
	i := slices.Index([]string{"sleep", "work"}, string(text))
	if i < 0 {
		return fmt.Errorf("%q is no mode", text)
	}
	*m = mode(i)
	return nil
}

type fixture struct {
	Plant struct {
		Site struct {
			Altitude si.Length
			ITPower  si.ITPower
			Mode     mode
		}
		Share   si.Ratio
		SpeedV3 si.Speed
		Life    si.Duration
	}
	Stated struct{ Payload si.Mass }
	hidden int
}

// good is the fixture's book, checked, and its scenario.
func good(t testing.TB) (*Book, *fixture) {
	t.Helper()
	b, err := Read(os.DirFS("testdata/good"))
	if err != nil {
		t.Fatal(err)
	}
	s := &fixture{}
	if err := b.Check(Leaves(s)); err != nil {
		t.Fatal(err)
	}
	return b, s
}

func Example() {
	var s fixture
	book, err := Read(os.DirFS("testdata/good"))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := book.Check(Leaves(&s)); err != nil {
		fmt.Println(err)
		return
	}
	if err := book.Apply(&s); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Plant.Site.Altitude, s.Plant.Site.ITPower, s.Plant.Share, s.Plant.SpeedV3)

	row, _ := book.Find("plant.site.altitude")
	fmt.Printf("%s, %s: %s\n", row.What, row.Kind, row.Refs[0].Locator)
	// Output:
	// 650 km 100 MW 0.12 5 m/s
	// Height of the site, measured: table 2
}

func TestVerif_LeavesFollowTheNames(t *testing.T) {
	var s struct {
		StarshipV3             struct{ LOXPrice si.USDPerKilogram }
		ITPower                si.ITPower
		USDPerKg               si.USDPerKilogram
		ISSChecks              struct{ SharePUE si.Ratio }
		FlightsPerYearAtLC39A  si.Rate
		LowEarthOrbitAltitude2 si.Length
	}
	want := []string{"starship_v3.lox_price", "it_power", "usd_per_kg", "iss_checks.share_pue", "flights_per_year_at_lc39_a", "low_earth_orbit_altitude2"}
	for i, l := range Leaves(&s) {
		if l.Path != want[i] || l.Float == nil {
			t.Errorf("%d: %q, want %q", i, l.Path, want[i])
		}
	}
	*Leaves(&s)[1].Float = 5
	if s.ITPower != 5 {
		t.Error("a leaf does not set its field")
	}
	if Leaves(s) != nil || Leaves(nil) != nil || Leaves((*fixture)(nil)) != nil {
		t.Error("what is not a pointer to a struct has leaves")
	}
}

func TestVerif_ApplySetsEveryLeaf(t *testing.T) {
	b, s := good(t)
	s.Plant.Site.Mode = 1
	if err := b.Apply(s); err != nil {
		t.Fatal(err)
	}
	if !math.IsNaN(float64(s.Stated.Payload)) {
		t.Error("null is not NaN")
	}
	if s.Plant.Site.Mode != 0 || s.Plant.Life != 5*si.Year {
		t.Errorf("%+v", s)
	}
	if err := b.Apply(&struct{ X si.Length }{}); err == nil {
		t.Error("another type was accepted")
	}
}

func TestVerif_CheckReportsTwins(t *testing.T) {
	b, _ := good(t)
	err := b.Check(Leaves(&struct{ ITPower, ItPower si.ITPower }{}))
	if err == nil || !strings.Contains(err.Error(), "it_power: two fields have this path") {
		t.Error(err)
	}
}

// A field that can be no input is reported, not passed over.
func TestVerif_CheckReportsStrangeFields(t *testing.T) {
	b, _ := good(t)
	type strange struct {
		fixture
		Plant struct {
			List   []float64
			Number float64
		}
	}
	err := b.Check(Leaves(&strange{}))
	for _, want := range []string{"plant.list: the field is a []float64", "plant.number: the field is a float64"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("missing %q in:\n%v", want, err)
		}
	}
}

func TestVerif_ErrorsAreErrors(t *testing.T) {
	var all Errors
	_, err := Read(fstest.MapFS{
		"a.yaml": {Data: []byte("a: {x: {what: 1}, y: 2, Z: 3}\n")},
		"b.yaml": {Data: []byte("b: [\n")},
	})
	if !errors.As(err, &all) || len(all) < 5 {
		t.Fatalf("%T: %v", err, err)
	}
	if !slices.IsSortedFunc(all, func(a, b Error) int {
		return cmp.Or(strings.Compare(a.File, b.File), a.Line-b.Line, a.Col-b.Col)
	}) {
		t.Errorf("errors are not in the order of their places:\n%v", err)
	}
	if _, err = Read(fstest.MapFS{}); err == nil {
		t.Error("no ledger is a ledger")
	}
}
