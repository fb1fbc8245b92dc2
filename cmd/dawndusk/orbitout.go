package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// output is where a stream goes: the standard output, or a file that comes into
// being whole or not at all.
type output struct {
	*bufio.Writer
	name      string   // "" for the standard output
	temporary *os.File // nil for it
	left      string   // what an interruption leaves on the standard output
}

const (
	wholeRows = "the rows printed are whole, the last object's may be incomplete"
	notWhole  = "what was printed is not complete"
)

func (a *app) output(name string) (*output, error) {
	if name == "" {
		return &output{Writer: bufio.NewWriterSize(a.out, 256<<10), left: notWhole}, nil
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		if info.IsDir() {
			return nil, badInput("--out %s is a directory; name a file", name)
		}
		file, err := os.OpenFile(name, os.O_WRONLY, 0) // a pipe or a device is written to as it is
		if err != nil {
			return nil, badInput("cannot write %s: %v", name, plain(err))
		}
		return &output{Writer: bufio.NewWriterSize(file, 256<<10), left: notWhole}, nil
	}
	file, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*.tmp")
	if err != nil {
		return nil, badInput("cannot write %s: %v", name, plain(err))
	}
	return &output{Writer: bufio.NewWriterSize(file, 256<<10), name: name, temporary: file}, nil
}

// finish ends the stream: a file takes its name if all went well and is gone if not.
// It returns the error that went before, or what an interruption left. After a mistake
// in what was given nothing more is printed.
func (o *output) finish(ctx context.Context, err error) error {
	var input inputError
	if !errors.As(err, &input) {
		if flushed := o.Flush(); err == nil && flushed != nil {
			err = fmt.Errorf("cannot print: %w", plain(flushed))
		}
	}
	if err == nil && ctx.Err() != nil {
		err = ctx.Err()
		if o.temporary == nil {
			return cutShort{errors.New("interrupted: " + o.left)}
		}
	}
	if o.temporary == nil {
		return err
	}
	closed := errors.Join(o.temporary.Chmod(0o644), o.temporary.Close())
	if err == nil && closed != nil {
		err = fmt.Errorf("cannot write %s: %w", o.name, plain(closed))
	}
	if err == nil {
		if err = os.Rename(o.temporary.Name(), o.name); err == nil {
			return nil
		}
		err = fmt.Errorf("cannot write %s: %w", o.name, plain(err))
	}
	os.Remove(o.temporary.Name())
	return err
}

// folder is a directory of many files that comes into being whole or not at all.
type folder struct{ name, temporary string }

func newFolder(name string) (*folder, error) {
	if entries, err := os.ReadDir(name); err == nil && len(entries) > 0 {
		return nil, badInput("--out %s is a directory with files in it; name a new one", name)
	} else if err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, badInput("cannot write %s: %v", name, plain(err))
	}
	temporary, err := os.MkdirTemp(filepath.Dir(filepath.Clean(name)), "."+filepath.Base(name)+".*.tmp")
	if err != nil {
		return nil, badInput("cannot write %s: %v", name, plain(err))
	}
	return &folder{name, temporary}, nil
}

func (f *folder) finish(ctx context.Context, err error) error {
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		os.Remove(f.name) // an empty one
		err = os.Chmod(f.temporary, 0o755)
	}
	if err == nil {
		err = os.Rename(f.temporary, f.name)
	}
	if err != nil {
		os.RemoveAll(f.temporary)
		var input inputError
		if !errors.Is(err, context.Canceled) && !errors.As(err, &input) {
			err = fmt.Errorf("cannot write %s: %w", f.name, plain(err))
		}
	}
	return err
}

// terminal says whether the standard output is one.
func (a *app) terminal() bool {
	s, ok := a.out.(*sink)
	return ok && isTerminal(s.Writer)
}
