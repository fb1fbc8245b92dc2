package dawndusk

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestVerif_FilesOpenNothing asks for files of the disk by every way a scenario has,
// with files at hand and without.
func TestVerif_FilesOpenNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("secret.yaml", []byte("name: secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Load("secret.yaml"); err != nil {
		t.Fatal("on disk:", err)
	}
	for _, f := range []Files{{}, {"mine.yaml": []byte("based: secret.yaml\n")}, {"mine.yaml": []byte("based: [base, ./secret.yaml]\n")}} {
		name := "secret.yaml"
		if len(f) > 0 {
			name = "mine.yaml"
		}
		if c, err := f.LoadOver(nil, name); err == nil {
			t.Errorf("%v opened %s", f, c.Name)
		} else if !strings.Contains(err.Error(), "no such scenario") {
			t.Error(err)
		}
	}
	f := Files{"a.yaml": []byte("based: [promoter, b.yaml]\norbit: {altitude: 700 km}\n"), "b.yaml": []byte("name: b\norbit: {altitude: 600 km}\n")}
	c, err := f.LoadOver([]string{"skeptic"}, "a.yaml", "operator.policy=hurdle")
	if err != nil {
		t.Fatal(err)
	}
	if c.Name != "a" || c.Scenario.Operator.Policy != Hurdle || c.Scenario.Orbit.Altitude.SI() != 700e3 {
		t.Errorf("%s, %v, %v", c.Name, c.Scenario.Operator.Policy, c.Scenario.Orbit.Altitude)
	}
	f["base"] = []byte("orbit: {altitude: 700 km}\n")
	if c, err := f.LoadOver(nil, "base"); err != nil || len(c.Changed) > 0 {
		t.Error("a file hides a shipped scenario", err)
	}
}

// TestVerif_ListsOfListsEnd bases scenarios on lists of lists: without a bound four
// files would be applied ten thousand million times.
func TestVerif_ListsOfListsEnd(t *testing.T) {
	f := Files{"4.yaml": []byte("name: last\n")}
	for i := range 4 {
		f[string(rune('0'+i))+".yaml"] = []byte("based: [" + strings.Repeat(string(rune('1'+i))+".yaml, ", 300) + "base]\n")
	}
	begun := time.Now()
	_, err := f.LoadOver(nil, "0.yaml")
	if err == nil || !strings.Contains(err.Error(), "more than 64 scenarios lie under one") {
		t.Error(err)
	}
	if d := time.Since(begun); d > 10*time.Second {
		t.Error(d)
	}
}
