package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
)

// TestHelpFitsTheScreen prints the help of every command and holds it to 100
// columns.
func TestHelpFitsTheScreen(t *testing.T) {
	commands := 0
	var visit func(cmd *cobra.Command, args []string)
	visit = func(cmd *cobra.Command, args []string) {
		commands++
		narrow(t, append(args, "--help"))
		for _, c := range cmd.Commands() {
			visit(c, append(args[:len(args):len(args)], c.Name()))
		}
	}
	visit((&app{}).root(), nil)
	if commands < 20 {
		t.Errorf("%d commands were visited", commands)
	}
}

// TestSizeFitsTheScreen sizes a satellite of every scenario for each orbit.
func TestSizeFitsTheScreen(t *testing.T) {
	for _, name := range dawndusk.Shipped() {
		for _, orbit := range []string{"dawn-dusk", "inclined"} {
			narrow(t, []string{"size", "--scenario", name, "--orbit", orbit})
		}
	}
	narrow(t, []string{"size", "--it-power", "900 kW", "--altitude", "1900 km", "--life", "14.75 yr", "--set", "satellite.radiation.max_depth=0.1 mm"})
}

// narrow runs a command line that is to end well in lines of 100 columns at most.
func narrow(t *testing.T, args []string) {
	t.Helper()
	var out, errs strings.Builder
	if code := run(t.Context(), args, &out, &errs); code != exitOK {
		t.Errorf("%v: exit code %d: %s", args, code, errs.String())
	}
	if out.Len() == 0 {
		t.Errorf("%v prints nothing", args)
	}
	for _, l := range strings.Split(out.String(), "\n") {
		if n := utf8.RuneCountInString(l); n > 100 {
			t.Errorf("%v: %d columns: %q", args, n, l)
		}
	}
}
