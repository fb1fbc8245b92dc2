package server

import (
	"context"
	"time"
)

// places bounds what is done at once: a few do, some wait for a while, and the rest are
// refused.
type places struct {
	free, waiting chan struct{}
	patience      time.Duration
	full          string // what whoever is refused is told
}

func newPlaces(n, waiting int, patience time.Duration, full string) *places {
	return &places{make(chan struct{}, n), make(chan struct{}, waiting), patience, full}
}

// take takes a place, which the function it returns gives back.
func (p *places) take(ctx context.Context) (leave func(), err error) {
	leave = func() { <-p.free }
	select {
	case p.free <- struct{}{}:
		return leave, nil
	default:
	}
	select {
	case p.waiting <- struct{}{}:
		defer func() { <-p.waiting }()
	default:
		return nil, busy(p.full)
	}
	late := time.NewTimer(p.patience)
	defer late.Stop()
	select {
	case p.free <- struct{}{}:
		return leave, nil
	case <-late.C:
		return nil, busy(p.full)
	case <-ctx.Done():
		return nil, busy(p.full) // nobody reads it
	}
}

// taken tells whether any place is.
func (p *places) taken() bool { return len(p.free) > 0 }
