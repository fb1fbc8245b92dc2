package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/dawndusk/dawndusk/report"
)

// ordered does jobs on several goroutines and takes their results in the order of
// the jobs, so that what comes out does not depend on how many goroutines there are.
// Results are used again, two for each goroutine, so memory does not grow. It ends at
// the first error of take, or when ctx does.
func ordered[J, R any](ctx context.Context, workers int, jobs func(yield func(J) bool), work func(J, *R), take func(*R) error) error {
	type slot struct {
		job    J
		result R
		done   chan struct{}
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	free := make(chan *slot, 2*workers)
	for range 2 * workers {
		free <- &slot{done: make(chan struct{}, 1)}
	}
	todo, queue := make(chan *slot, 2*workers), make(chan *slot, 2*workers)
	var group sync.WaitGroup
	group.Go(func() {
		defer close(todo)
		defer close(queue)
		jobs(func(j J) bool {
			select {
			case s := <-free:
				s.job = j
				todo <- s
				queue <- s
				return ctx.Err() == nil
			case <-ctx.Done():
				return false
			}
		})
	})
	for range workers {
		group.Go(func() {
			for s := range todo {
				if ctx.Err() == nil {
					work(s.job, &s.result)
				}
				s.done <- struct{}{}
			}
		})
	}
	var err error
	for s := range queue {
		<-s.done
		if err == nil && ctx.Err() == nil {
			if err = take(&s.result); err != nil {
				cancel()
			}
		}
		free <- s
	}
	group.Wait()
	return err
}

// meter is one line about work that takes over a second, where somebody watches.
type meter struct {
	mu             sync.Mutex
	out            io.Writer // nil where nobody does
	of             string    // what is counted
	begun, printed time.Time
	done, total    int64 // a total of 0 is not known
}

func (a *app) meter(of string, total int64) *meter {
	m := &meter{of: of, total: total, begun: time.Now()}
	if a.watched {
		m.out = a.err
	}
	return m
}

// add counts and shows what was done.
func (m *meter) add(n int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.done += n
	now := time.Now()
	if m.out == nil || now.Sub(m.begun) < time.Second || now.Sub(m.printed) < 100*time.Millisecond {
		return
	}
	m.printed = now
	if m.total == 0 {
		fmt.Fprintf(m.out, "\r\x1b[K%s %s", report.Count(int(m.done)), m.of)
		return
	}
	share := min(1, float64(m.done)/float64(m.total))
	left := time.Duration(float64(now.Sub(m.begun)) * (1 - share) / max(share, 1e-9))
	const width = 30
	full := int(width * share)
	fmt.Fprintf(m.out, "\r\x1b[K%s%s  %s of %s %s, %v left", strings.Repeat("█", full), strings.Repeat("░", width-full),
		report.Count(int(m.done)), report.Count(int(m.total)), m.of, left.Round(time.Second))
}

// say prints a line in the place of the meter, which comes again below it.
func (m *meter) say(out io.Writer, format string, args ...any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wipe()
	fmt.Fprintf(out, format+"\n", args...)
}

func (m *meter) end() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.wipe()
}

func (m *meter) wipe() {
	if !m.printed.IsZero() {
		fmt.Fprint(m.out, "\r\x1b[K")
		m.printed = time.Time{}
	}
}
