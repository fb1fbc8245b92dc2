package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
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
  dawndusk orbit eclipse --scenario promoter --year 2035 --start 2036-03-20 --stop 1d --summary
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
	in := bufio.NewReaderSize(file, 64<<10)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, file.Close, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		file.Close()
		return nil, nil, badInput("cannot unpack %s: %v", name, err)
	}
	return z, file.Close, nil
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
