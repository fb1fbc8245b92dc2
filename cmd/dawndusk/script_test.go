package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dawndusk": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) },
	})
}

// TestScripts plays the transcripts of testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"nofile": nofile,
			"bulk":   bulk,
		},
	})
}

// exits runs a command that must end with a code: exits CODE COMMAND…
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, not %d", got, want)
	}
}

// nofile fails if a directory holds anything but the files named: nofile DIR FILE…
func nofile(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	for _, e := range entries {
		if !slices.Contains(args[1:], e.Name()) {
			ts.Fatalf("%s holds %s", args[0], e.Name())
		}
	}
}

// bulk writes a file of some size: bulk FILE BYTES
func bulk(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	const line = "# a line of a comment that goes on and on\n"
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(line, n/len(line)+1)), 0o666))
}

// TestReadmeCommands runs every command of the README, in order, with few draws,
// and checks the scenarios it shows.
func TestReadmeCommands(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Skip("there is no README here: ", err)
	}
	t.Chdir(t.TempDir())
	n, fenced := 0, false
	for _, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "```") {
			fenced = !fenced
			continue
		}
		command := strings.TrimPrefix(strings.TrimSpace(line), "$ ")
		rest, ok := strings.CutPrefix(command, "go run ./cmd/dawndusk")
		if !ok {
			rest, ok = strings.CutPrefix(command, "dawndusk ")
		}
		if !ok || !fenced {
			continue
		}
		n++
		args := words(rest)
		if len(args) > 0 && (args[0] == "run" || args[0] == "explain") {
			args = append(args, "--draws", "50")
		}
		ctx := t.Context()
		if len(args) > 0 && args[0] == "serve" { // until it is interrupted, on any port, with no browser
			var cancel context.CancelFunc
			ctx, cancel = context.WithTimeout(ctx, time.Second)
			defer cancel()
			args = []string{"serve", "--port", "0"}
		}
		var out, errs strings.Builder
		if code := run(ctx, args, &out, &errs); code != 0 {
			t.Errorf("%s: exit code %d\n%s", command, code, errs.String())
		}
	}
	if n == 0 {
		t.Error("the README shows no command")
	}
	for _, block := range strings.Split(string(data), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		if err := os.WriteFile("block.yaml", []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		var out, errs strings.Builder
		if code := run(t.Context(), []string{"validate", "block.yaml"}, &out, &errs); code != 0 {
			t.Errorf("%s\n%s", errs.String(), text)
		}
	}
}

// words splits a command line at blanks outside quotes, up to a comment, a pipe
// or a redirection.
func words(line string) (list []string) {
	var word strings.Builder
	quote, begun := rune(0), false
	end := func() {
		if begun {
			list = append(list, word.String())
		}
		word.Reset()
		begun = false
	}
	for _, r := range line {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case r == ' ' || r == '\t':
			end()
		case !begun && (r == '#' || r == '|' || r == '>'):
			return list
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	end()
	return list
}
