package server

import (
	"bytes"
	"compress/gzip"
	"container/list"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// State is how far a job is.
type State string

// The states. The last three do not change any more.
const (
	Queued    State = "queued"
	Running   State = "running"
	Done      State = "done"
	Failed    State = "failed"
	Cancelled State = "cancelled"
)

func (s State) ended() bool { return s == Done || s == Failed || s == Cancelled }

// job is work that takes longer than a request: everything that draws.
type job struct {
	id, kind string
	what     what
	play     player

	done, total atomic.Int64 // draws
	ended       chan struct{}

	// Guarded by the jobs' mutex.
	state     State
	listeners int
	touched   time.Time // last asked for
	cancel    context.CancelFunc
	out       *outcome
	err       error
	bytes     int64
	kept      *list.Element // of those that have ended
}

// player does a job's work.
type player func(ctx context.Context, progress func(done, total int)) (*outcome, error)

// what is said of a job before it is done.
type what struct {
	scenario string
	draws    int
	seed     uint64
}

// outcome is what a job leaves.
type outcome struct {
	files []*file
	lines []string // the answer in sentences
}

// file is a form of a result, compressed; one that is seldom asked for is made when it
// first is, from what is kept for it until then.
type file struct {
	name, contentType string
	packed            []byte // nil: not made yet
	write             func(w io.Writer) error
	weight            int64         // of what is kept for it
	making            chan struct{} // closed when whoever makes it is done
}

// pack compresses a form of a result.
func (o *outcome) pack(name, contentType string, write func(w io.Writer) error) error {
	packed, err := compress(write)
	o.files = append(o.files, &file{name: name, contentType: contentType, packed: packed})
	return err
}

// later promises a form of a result.
func (o *outcome) later(name, contentType string, weight int64, write func(w io.Writer) error) {
	o.files = append(o.files, &file{name: name, contentType: contentType, write: write, weight: weight})
}

func compress(write func(w io.Writer) error) (packed []byte, err error) {
	defer func() {
		if bad := recover(); bad != nil {
			err = fmt.Errorf("%w: %v", errDefect, bad)
		}
	}()
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(write(z), z.Close()); err != nil {
		return nil, err
	}
	return bytes.Clone(b.Bytes()), nil
}

// unpack is a file as it was.
func unpack(packed []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// patience is how long whoever asks for a form waits for it to be made.
const patience = 30 * time.Second

// open returns a form of a job's result, compressed, and makes it if nobody has. However
// many ask, it is made once, and few are made at once.
func (t *jobs) open(ctx context.Context, j *job, name string) ([]byte, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, patience, errMaking)
	defer cancel()
	for {
		t.mu.Lock()
		var f *file
		if j.out != nil {
			for _, x := range j.out.files {
				if x.name == name {
					f = x
				}
			}
		}
		switch {
		case f == nil:
			t.mu.Unlock()
			return nil, fmt.Errorf("there is no %s", name)
		case f.packed != nil:
			defer t.mu.Unlock()
			return f.packed, nil
		case f.making != nil:
			making := f.making
			t.mu.Unlock()
			select {
			case <-making:
				continue
			case <-ctx.Done():
				return nil, context.Cause(ctx)
			}
		}
		f.making = make(chan struct{})
		t.mu.Unlock()
		var packed []byte
		var err error
		select {
		case t.makers <- struct{}{}:
			packed, err = compress(f.write)
			<-t.makers
		case <-ctx.Done():
			err = context.Cause(ctx)
		}
		t.mu.Lock()
		close(f.making)
		f.making = nil
		if err == nil {
			f.packed, f.write = packed, nil
			if grown := int64(len(packed)) - f.weight; j.kept != nil {
				j.bytes += grown
				t.bytes += grown
				t.trim()
			}
		}
		t.mu.Unlock()
		return packed, err
	}
}

// longestName is how much of a scenario's name is kept and told of a job, in characters.
const longestName = 140

// overhead stands for what a finished job takes beside its files.
const overhead = 2 << 10

func (o *outcome) bytes() int64 {
	n := int64(overhead)
	if o != nil {
		for _, f := range o.files {
			n += int64(len(f.packed)) + f.weight
		}
		for _, l := range o.lines {
			n += int64(len(l))
		}
	}
	return n
}

var (
	errBusy    = errors.New("as many jobs as this server takes are played or wait; ask again a little later")
	errMaking  = errors.New("as many reports as this server makes at once are being made; ask again a little later")
	errClosing = errors.New("the server is closing")
	errLong    = errors.New("it took longer than this server plays a job; ask for fewer draws, or the command")
	errDefect  = errors.New("a defect of this program") // what more is known of it is not told
)

// jobs are all jobs: those played, those that wait, and those that have ended, as
// long as there is room to keep them. One that is asked for twice is one.
type jobs struct {
	o      *Options
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
	makers chan struct{} // a place for each who makes a form of a result

	previewing *places // of those for whom jobs make way

	mu      sync.Mutex
	byID    map[string]*job
	queue   []*job
	running int
	drawing int        // draws of those played
	ended   *list.List // of *job, last asked for first
	bytes   int64      // of these
	closed  bool
}

func newJobs(o *Options, previewing *places) *jobs {
	t := &jobs{o: o, previewing: previewing, byID: map[string]*job{}, ended: list.New(), makers: make(chan struct{}, 2)}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	t.wg.Go(t.sweep)
	return t
}

func (t *jobs) close() {
	t.mu.Lock()
	t.closed = true
	t.cancel()
	for _, j := range t.byID {
		t.stop(j)
	}
	t.mu.Unlock()
	t.wg.Wait()
}

// room tells whether another job would be taken.
func (t *jobs) room() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return !t.closed && len(t.queue) < t.o.Queue
}

// post takes a job, or finds the one that is the same.
func (t *jobs) post(j *job) (*job, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if old := t.byID[j.id]; old != nil && old.state != Failed && old.state != Cancelled {
		t.touch(old)
		return old, nil
	} else if old != nil {
		t.forget(old)
	}
	if t.closed {
		return nil, errClosing
	}
	if len(t.queue) >= t.o.Queue {
		return nil, errBusy
	}
	j.state, j.touched, j.ended = Queued, time.Now(), make(chan struct{})
	j.what.scenario = strings.Clone(cut(j.what.scenario, longestName)) // a name may be as long as a body, or hold one
	j.total.Store(0)
	t.byID[j.id] = j
	t.queue = append(t.queue, j)
	t.next()
	return j, nil
}

// find returns a job, and notes that it was asked for.
func (t *jobs) find(id string) *job {
	t.mu.Lock()
	defer t.mu.Unlock()
	j := t.byID[id]
	if j != nil {
		t.touch(j)
	}
	return j
}

func (t *jobs) touch(j *job) {
	j.touched = time.Now()
	if j.kept != nil {
		t.ended.MoveToFront(j.kept)
	}
}

// listen counts somebody who waits for a job until the function is called.
func (t *jobs) listen(j *job) (leave func()) {
	t.mu.Lock()
	defer t.mu.Unlock()
	j.listeners++
	return func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		j.listeners--
		t.touch(j)
	}
}

// drop cancels a job that is not done, unless others listen, and forgets one that is.
// The caller may be one listener.
func (t *jobs) drop(j *job) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case j.state.ended():
		t.forget(j)
	case j.listeners < 2:
		t.stop(j)
	}
}

// next plays what waits while there is room.
func (t *jobs) next() {
	for len(t.queue) > 0 && t.running < t.o.Jobs {
		j := t.queue[0]
		if t.running > 0 && t.drawing+j.what.draws > t.o.Draws {
			return
		}
		t.queue = t.queue[1:]
		t.running++
		t.drawing += j.what.draws
		j.state = Running
		var ctx context.Context
		ctx, j.cancel = context.WithTimeoutCause(t.ctx, t.o.Time, errLong)
		play := j.play
		t.wg.Go(func() { t.run(ctx, j, play) })
	}
}

func (t *jobs) run(ctx context.Context, j *job, play player) {
	out, err := safely(func() (*outcome, error) {
		return play(ctx, func(done, total int) {
			j.total.Store(int64(total))
			j.done.Store(int64(done))
			t.makeWay()
		})
	})
	if ctx.Err() != nil {
		out, err = nil, context.Cause(ctx)
	}
	j.cancel()
	t.mu.Lock()
	defer t.mu.Unlock()
	t.running--
	t.drawing -= j.what.draws
	switch {
	case j.state == Cancelled:
	case err != nil:
		t.finish(j, Failed, nil, err)
	default:
		t.finish(j, Done, out, nil)
	}
	t.next()
}

// way is how long a job pauses between two draws while previews are played.
const way = 10 * time.Millisecond

// makeWay lets previews have the processors: somebody looks at them as they come. All
// workers of a job wait for the one that tells of its progress, and none stands still.
func (t *jobs) makeWay() {
	if t.previewing.taken() {
		time.Sleep(way)
	}
}

// safely turns a panic into an error: one job must not end the others.
func safely(play func() (*outcome, error)) (out *outcome, err error) {
	defer func() {
		if bad := recover(); bad != nil {
			err = fmt.Errorf("%w: %v", errDefect, bad)
		}
	}()
	return play()
}

// stop cancels a job that has not ended. Its place is free once it has heard.
func (t *jobs) stop(j *job) {
	switch j.state {
	case Queued:
		for i := range t.queue {
			if t.queue[i] == j {
				t.queue = append(t.queue[:i:i], t.queue[i+1:]...)
				break
			}
		}
	case Running:
		j.cancel()
	default:
		return
	}
	t.finish(j, Cancelled, nil, context.Canceled)
}

// finish keeps what a job left, and forgets what was not asked for longest.
func (t *jobs) finish(j *job, s State, out *outcome, err error) {
	j.state, j.out, j.err, j.play = s, out, err, nil
	j.touched = time.Now()
	j.bytes = out.bytes()
	t.bytes += j.bytes
	j.kept = t.ended.PushFront(j)
	close(j.ended)
	t.trim()
}

func (t *jobs) trim() {
	for t.bytes > t.o.Cache && t.ended.Len() > 1 {
		t.forget(t.ended.Back().Value.(*job))
	}
}

func (t *jobs) forget(j *job) {
	if j.kept == nil {
		return
	}
	t.ended.Remove(j.kept)
	j.kept = nil
	t.bytes -= j.bytes
	if t.byID[j.id] == j {
		delete(t.byID, j.id)
	}
}

// sweep cancels what nobody asks for any more, and forgets what nobody asked for
// longer.
func (t *jobs) sweep() {
	tick := time.NewTicker(max(min(t.o.Abandon, t.o.Keep)/8, time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-t.ctx.Done():
			return
		case now := <-tick.C:
			t.sweepAt(now)
		}
	}
}

func (t *jobs) sweepAt(now time.Time) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, j := range t.byID {
		idle := now.Sub(j.touched)
		switch {
		case j.listeners > 0:
		case !j.state.ended() && idle > t.o.Abandon:
			t.stop(j)
		case j.state.ended() && idle > t.o.Keep:
			t.forget(j)
		}
	}
	t.next() // those that were stopped made room
}

// snapshot is a job at one moment.
type snapshot struct {
	state       State
	done, total int
	ahead       int // jobs before it in the queue
	out         *outcome
	err         error
}

func (t *jobs) look(j *job) snapshot {
	t.mu.Lock()
	defer t.mu.Unlock()
	s := snapshot{state: j.state, done: int(j.done.Load()), total: int(j.total.Load()), out: j.out, err: j.err}
	if j.state == Queued {
		for i := range t.queue {
			if t.queue[i] == j {
				s.ahead = i
			}
		}
	}
	return s
}
