package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) orbitCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "orbit",
		Short: "Where satellites are, when they are in shadow and in view, who is near",
		Long: `Orbit works on element sets as the catalogues give them, TLE or OMM, on designed
constellations, or on both: their states at any times in the frames and files of
other tools, their eclipses, their passes over sites, their neighbours.`,
		Example: `  dawndusk orbit propagate starlink.tle --minutes 0,97.3,1440
  dawndusk orbit eclipse iss.tle --start 2026-08-22 --stop 2026-08-23
  dawndusk orbit access iss.tle --site "52.0,4.4,0 m" --start 2026-08-22 --stop 2026-08-23
  dawndusk orbit density active.tle
  dawndusk orbit eclipse --scenario base --year 2035 --start 2036-03-20 --stop 1d --summary
  dawndusk orbit export starlink.tle --to json
  dawndusk help orbit propagate`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return fmt.Errorf("unknown command %q of orbit; there are %s", args[0], strings.Join(names(cmd), ", "))
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.propagateCommand(), a.eclipseCommand(), a.accessCommand(), a.densityCommand(), a.orbitExportCommand())
	return cmd
}

// choose returns what a flag's value names.
func choose[T any](flag, value string, names []string, values []T) (T, error) {
	for i, n := range names {
		if value == n {
			return values[i], nil
		}
	}
	var none T
	return none, badInput("--%s %q is unknown; available are %s", flag, value, strings.Join(names, ", "))
}

// cutShort is an interruption after something was printed.
type cutShort struct{ error }

// open opens a file to be read, the standard input for -, unpacked if it is packed.
func open(name string) (io.Reader, func() error, error) {
	return openUntil(context.Background(), name)
}

// openUntil is open for what may keep a reader waiting, a pipe or a keyboard: reading
// ends with ctx.
func openUntil(ctx context.Context, name string) (io.Reader, func() error, error) {
	file := os.Stdin
	if name != "-" {
		var err error
		if file, err = os.Open(name); err != nil {
			return nil, nil, badInput("cannot read %s: %v", name, plain(err))
		}
		if info, err := file.Stat(); err == nil && info.IsDir() {
			file.Close()
			return nil, nil, badInput("cannot read %s: it is a directory", name)
		}
	}
	from, closing := io.Reader(file), file.Close
	if info, err := file.Stat(); err == nil && !info.Mode().IsRegular() {
		out, to := io.Pipe()
		stop := context.AfterFunc(ctx, func() { to.CloseWithError(ctx.Err()) })
		go func() {
			_, err := io.Copy(to, file)
			stop()
			to.CloseWithError(err)
		}()
		from, closing = out, func() error { return errors.Join(out.Close(), file.Close()) }
	}
	in := bufio.NewReaderSize(from, 64<<10)
	magic, _ := in.Peek(4)
	if bytes.HasPrefix(magic, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(in)
		if err != nil {
			closing()
			return nil, nil, badInput("cannot unpack %s: %v", name, err)
		}
		in = bufio.NewReaderSize(z, 64<<10)
		magic, _ = in.Peek(4)
	}
	if wrong := noText(magic); wrong != "" {
		closing()
		return nil, nil, badInput("cannot read %s: %s", name, wrong)
	}
	return in, closing, nil
}

// noText says why a file that begins so is none that is read here, "" if it may be.
func noText(magic []byte) string {
	switch {
	case bytes.HasPrefix(magic, []byte{0x1f, 0x8b}):
		return "it is packed twice; unpack it once"
	case bytes.Equal(magic, []byte("PK\x03\x04")):
		return "it is a ZIP archive; unpack it, or pack it as .gz"
	case bytes.HasPrefix(magic, []byte{0xff, 0xfe}), bytes.HasPrefix(magic, []byte{0xfe, 0xff}), bytes.IndexByte(magic, 0) >= 0:
		return "it is UTF-16 or no text; save it as UTF-8"
	}
	return ""
}

// readable says at once why a file cannot be read, before anything is printed. What is
// in a pipe can be read once alone and is left there.
func readable(name string) error {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return badInput("cannot read %s: %v", name, plain(err))
	case !info.Mode().IsRegular() && !info.IsDir():
		return nil
	}
	_, closing, err := open(name)
	if err == nil {
		closing()
	}
	return err
}

// partly is what a command says that did what it could and could not do all.
func partly(parts ...string) error {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	if said == nil {
		return nil
	}
	return errors.New(strings.Join(said, "; "))
}
