package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

//go:embed init.yaml
var minimal []byte

func (a *app) initCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "init [FILE.yaml]",
		Short: "Write a commented minimal scenario",
		Long: `Init writes a small scenario with comments, to be edited and run. A file that
exists is left alone unless --force is given.`,
		Example: `  dawndusk init mine.yaml
  dawndusk run mine.yaml`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			name := "scenario.yaml"
			if len(args) > 0 {
				name = args[0]
			}
			return a.init(cmd.Context(), name, force)
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "overwrite a file that exists")
	return cmd
}

func (a *app) init(ctx context.Context, name string, force bool) error {
	switch _, err := os.Lstat(name); {
	case err == nil && !force:
		return badInput("%s exists; name another file, or overwrite it with --force", name)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("cannot write %s: %w", name, plain(err))
	}
	if err := writeFiles(ctx, filepath.Dir(name), []file{{filepath.Base(name), minimal}}); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "Wrote %s. Edit it, then:\n  dawndusk validate %s\n  dawndusk run %s\n", name, name, name)
	return nil
}
