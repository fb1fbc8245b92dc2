package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// file is a file to be written.
type file struct {
	name string
	data []byte
}

// writeFiles writes files into a directory: all of them under temporary names,
// then, if nothing went wrong and nobody interrupted, each under its own.
func writeFiles(ctx context.Context, dir string, files []file) (err error) {
	_, missing := os.Stat(dir)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("cannot write to %s: %w", dir, plain(err))
	}
	temporary := make([]string, len(files))
	defer func() {
		if err == nil {
			return
		}
		for _, t := range temporary {
			if t != "" {
				os.Remove(t)
			}
		}
		if missing != nil {
			os.Remove(dir) // as it was; only if nothing else is in it
		}
	}()
	for i, f := range files {
		if temporary[i], err = writeTemporary(dir, f); err != nil {
			return fmt.Errorf("cannot write to %s: %w", dir, plain(err))
		}
	}
	for _, f := range files {
		if info, err := os.Stat(filepath.Join(dir, f.name)); err == nil && info.IsDir() {
			return fmt.Errorf("cannot write %s: it is a directory", filepath.Join(dir, f.name))
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for i, f := range files {
		if err := os.Rename(temporary[i], filepath.Join(dir, f.name)); err != nil {
			return fmt.Errorf("cannot write %s: %w", filepath.Join(dir, f.name), plain(err))
		}
	}
	return nil
}

// writeTemporary writes a file under a name nobody else uses.
func writeTemporary(dir string, f file) (name string, err error) {
	t, err := os.CreateTemp(dir, "."+f.name+".*.tmp")
	if err != nil {
		return "", err
	}
	_, err = t.Write(f.data)
	if err == nil {
		err = t.Chmod(0o644)
	}
	return t.Name(), errors.Join(err, t.Close())
}

// plain drops the names that package os puts around a reason.
func plain(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
