package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// table is jobs that play what a test says.
func table(t *testing.T, o Options) *jobs {
	o.defaults()
	tab := newJobs(&o, newPlaces(1, 0, 0, ""))
	t.Cleanup(tab.close)
	return tab
}

func (t *jobs) stateOf(j *job) State { return t.look(j).state }

// until plays until it is let go or cancelled.
func until(release <-chan struct{}) player {
	return func(ctx context.Context, progress func(done, total int)) (*outcome, error) {
		progress(1, 2)
		select {
		case <-release:
			o := &outcome{}
			return o, o.pack("result", "text/plain", func(w io.Writer) error { _, err := io.WriteString(w, "done"); return err })
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// TestVerif_JobsTakeTurns fills places and queue, refuses the rest, and plays what
// waits in order as places fall free.
func TestVerif_JobsTakeTurns(t *testing.T) {
	tab := table(t, Options{Jobs: 2, Queue: 3, Abandon: time.Hour})
	release := make(chan struct{})
	var all []*job
	for i := range 5 {
		j, err := tab.post(&job{id: fmt.Sprint(i), play: until(release)})
		if err != nil {
			t.Fatal(i, err)
		}
		all = append(all, j)
	}
	if _, err := tab.post(&job{id: "x", play: until(release)}); !errors.Is(err, errBusy) || tab.room() {
		t.Error(err)
	}
	if same, err := tab.post(&job{id: "4", play: until(release)}); err != nil || same != all[4] {
		t.Error("a job that is there is refused", err)
	}
	var states []State
	for _, j := range all {
		states = append(states, tab.stateOf(j))
	}
	if !slices.Equal(states, []State{Running, Running, Queued, Queued, Queued}) || tab.look(all[4]).ahead != 2 {
		t.Error(states, tab.look(all[4]).ahead)
	}
	tab.drop(all[3])
	if tab.stateOf(all[3]) != Cancelled || tab.look(all[4]).ahead != 1 || !tab.room() {
		t.Error("a job that waits is not cancelled")
	}
	tab.drop(all[0])
	eventually(t, "its place is not free", func() bool { return tab.stateOf(all[2]) == Running })
	close(release)
	for _, i := range []int{1, 2, 4} {
		eventually(t, "it is not done", func() bool { return tab.stateOf(all[i]) == Done })
	}
	again, err := tab.post(&job{id: "0", play: until(release)})
	if err != nil || again == all[0] {
		t.Error("what was cancelled cannot be asked for again")
	}
	eventually(t, "it is not done", func() bool { return tab.stateOf(again) == Done })
	packed, err := tab.open(t.Context(), again, "result")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := unpack(packed); err != nil || string(text) != "done" {
		t.Error(string(text), err)
	}
}

// TestVerif_DrawsAreBounded plays together only what stays under the bound on draws,
// which is the bound on memory; one alone is played whatever it takes.
func TestVerif_DrawsAreBounded(t *testing.T) {
	tab := table(t, Options{Jobs: 8, Queue: 8, Draws: 1000, Abandon: time.Hour})
	release := make(chan struct{})
	defer close(release)
	var states []State
	for i, draws := range []int{5000, 10} {
		j, _ := tab.post(&job{id: fmt.Sprint(i), what: what{draws: draws}, play: until(release)})
		states = append(states, tab.stateOf(j))
	}
	tab.drop(tab.find("0"))
	eventually(t, "the second does not begin", func() bool { return tab.stateOf(tab.find("1")) == Running })
	for i, draws := range []int{500, 490, 1} {
		j, _ := tab.post(&job{id: fmt.Sprint(2 + i), what: what{draws: draws}, play: until(release)})
		states = append(states, tab.stateOf(j))
	}
	if !slices.Equal(states, []State{Running, Queued, Running, Running, Queued}) {
		t.Error(states)
	}
}

// TestVerif_AbandonedJobsEnd lets the last listener go, and keeps what is listened to
// or asked for.
func TestVerif_AbandonedJobsEnd(t *testing.T) {
	tab := table(t, Options{Abandon: 60 * time.Millisecond})
	never := make(chan struct{})
	post := func(id string) *job {
		j, err := tab.post(&job{id: id, play: until(never)})
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	heard, asked, alone, two := post("heard"), post("asked"), post("alone"), post("two")
	leave := tab.listen(heard)
	first, second := tab.listen(two), tab.listen(two)
	first()
	for range 40 {
		tab.find("asked")
		time.Sleep(5 * time.Millisecond)
	}
	eventually(t, "nobody asks for it", func() bool { return tab.stateOf(alone) == Cancelled })
	if tab.stateOf(heard) != Running || tab.stateOf(asked) != Running || tab.stateOf(two) != Running {
		t.Error("a job with listeners ended", tab.stateOf(heard), tab.stateOf(asked), tab.stateOf(two))
	}
	tab.drop(heard)
	if tab.stateOf(heard) != Cancelled {
		t.Error("its only listener cannot cancel it")
	}
	third := tab.listen(two)
	tab.drop(two)
	if tab.stateOf(two) != Running {
		t.Error("one of two listeners cancelled it for the other")
	}
	third()
	second()
	left := time.Now()
	eventually(t, "its last listener left", func() bool { return tab.stateOf(two) == Cancelled })
	if d := time.Since(left); d < 50*time.Millisecond {
		t.Error("cancelled at once", d)
	}
	leave()
}

// TestVerif_CacheIsBounded keeps what was asked for last within so many bytes, and
// nothing longer than is said.
func TestVerif_CacheIsBounded(t *testing.T) {
	tab := table(t, Options{Jobs: 1, Cache: 100 << 10, Keep: time.Hour})
	noise := rand.New(rand.NewPCG(1, 2))
	put := func(id string, bytes int) {
		_, err := tab.post(&job{id: id, play: func(context.Context, func(done, total int)) (*outcome, error) {
			o := &outcome{}
			return o, o.pack("result", "", func(w io.Writer) error {
				for range bytes { // does not compress
					w.Write([]byte{byte(noise.Uint32())})
				}
				return nil
			})
		}})
		if err != nil {
			t.Fatal(err)
		}
		eventually(t, id, func() bool { j := tab.byIDNow(id); return j == nil || tab.stateOf(j).ended() })
	}
	for i := range 20 {
		put(fmt.Sprint(i), 20<<10)
		tab.find("0") // stays
		tab.mu.Lock()
		if tab.bytes > tab.o.Cache || len(tab.byID) != tab.ended.Len() {
			t.Errorf("%d bytes, %d jobs, %d ended", tab.bytes, len(tab.byID), tab.ended.Len())
		}
		tab.mu.Unlock()
	}
	if tab.byIDNow("0") == nil || tab.byIDNow("19") == nil || tab.byIDNow("5") != nil {
		t.Error("not the last asked for are kept")
	}
	put("big", 300<<10)
	if tab.byIDNow("big") == nil || tab.byIDNow("19") != nil {
		t.Error("a result larger than the cache is kept alone")
	}
	tab.sweepAt(time.Now().Add(59 * time.Minute))
	if tab.byIDNow("big") == nil {
		t.Error("forgotten early")
	}
	tab.sweepAt(time.Now().Add(61 * time.Minute))
	if tab.byIDNow("big") != nil || tab.bytes != 0 || tab.ended.Len() != 0 {
		t.Error("not forgotten", tab.bytes)
	}
}

// byIDNow finds a job without asking for it.
func (t *jobs) byIDNow(id string) *job {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.byID[id]
}

// TestVerif_NamesAreNotKept holds what is kept of a job that was cancelled to what is
// counted for it, however long the scenario calls itself.
func TestVerif_NamesAreNotKept(t *testing.T) {
	s := held(t, Options{})
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	const n = 100
	for i := range n {
		body := fmt.Sprintf(`{"seed":%d,"scenario":"a.yaml","files":{"a.yaml":%s}}`, i, quote("name: "+strings.Repeat("x", 200<<10)+"\n"))
		j := into[Job](t, ok(t, s, 202, "POST", root+"/runs", body))
		if len(j.Scenario) > 200 {
			t.Fatalf("a name of %d bytes is told with every event", len(j.Scenario))
		}
		ok(t, s, 200, "DELETE", j.Links.Self, "")
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	if grown := int64(after.HeapAlloc) - int64(before.HeapAlloc); grown > 4<<20 {
		t.Errorf("%d jobs counted as %d kB keep %d kB", n, s.jobs.bytes>>10, grown>>10)
	}
}

// TestVerif_PanicsEndOneJob and errors likewise.
func TestVerif_PanicsEndOneJob(t *testing.T) {
	tab := table(t, Options{})
	bad, _ := tab.post(&job{id: "bad", play: func(context.Context, func(done, total int)) (*outcome, error) { panic("out of cheese") }})
	eventually(t, "it does not end", func() bool { return tab.stateOf(bad) == Failed })
	if err := tab.look(bad).err; err == nil || !strings.Contains(err.Error(), "out of cheese") {
		t.Error(err)
	}
	var p *huma.ErrorModel
	if !errors.As(mistakes(tab.look(bad).err), &p) || p.Status != 500 || strings.Contains(p.Error(), "cheese") || !errors.As(refused(tab.look(bad).err), &p) || p.Status != 500 {
		t.Errorf("%+v", p)
	}
	good := make(chan struct{})
	close(good)
	j, _ := tab.post(&job{id: "good", play: until(good)})
	eventually(t, "the next is not played", func() bool { return tab.stateOf(j) == Done })
}

// TestVerif_LongJobsEnd ends a job that somebody listens to all the while.
func TestVerif_LongJobsEnd(t *testing.T) {
	tab := table(t, Options{Jobs: 1, Time: 20 * time.Millisecond})
	j, _ := tab.post(&job{id: "long", play: until(nil)})
	defer tab.listen(j)()
	eventually(t, "it goes on", func() bool { return tab.stateOf(j) == Failed })
	if err := tab.look(j).err; !errors.Is(err, errLong) {
		t.Error(err)
	}
}

// TestVerif_JobsUnderFire posts, listens, cancels and forgets at random from many
// sides at once; at the end nothing is left over.
func TestVerif_JobsUnderFire(t *testing.T) {
	tab := table(t, Options{Jobs: 3, Queue: 5, Cache: 20 << 10, Abandon: 3 * time.Millisecond, Keep: 5 * time.Millisecond})
	var most, playing atomic.Int64
	play := func(ctx context.Context, progress func(done, total int)) (*outcome, error) {
		if n := playing.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer playing.Add(-1)
		for i := range 20 {
			progress(i, 20)
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			time.Sleep(20 * time.Microsecond)
		}
		o := &outcome{}
		return o, o.pack("result", "", func(w io.Writer) error { _, err := io.WriteString(w, "x"); return err })
	}
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(7, uint64(g)))
			for range 300 {
				j, err := tab.post(&job{id: fmt.Sprint(r.IntN(12)), play: play})
				if err != nil {
					continue
				}
				switch r.IntN(4) {
				case 0:
					leave := tab.listen(j)
					select {
					case <-j.ended:
					case <-time.After(time.Millisecond):
					}
					leave()
				case 1:
					tab.drop(j)
				case 2:
					tab.find(j.id)
				}
			}
		})
	}
	wg.Wait()
	if most.Load() > 3 {
		t.Errorf("%d played at once", most.Load())
	}
	eventually(t, "something is left", func() bool {
		tab.mu.Lock()
		defer tab.mu.Unlock()
		return tab.running == 0 && tab.drawing == 0 && len(tab.queue) == 0 && len(tab.byID) == 0 && tab.bytes == 0 && tab.ended.Len() == 0
	})
}

// TestVerif_FormsAreMadeOnce promises a form that many ask for at once, another that
// fails, and keeps count of the bytes.
func TestVerif_FormsAreMadeOnce(t *testing.T) {
	tab := table(t, Options{})
	var made, tried atomic.Int64
	j, err := tab.post(&job{id: "1", play: func(context.Context, func(done, total int)) (*outcome, error) {
		o := &outcome{}
		o.later("report", "", 5000, func(w io.Writer) error {
			made.Add(1)
			time.Sleep(20 * time.Millisecond)
			_, err := io.WriteString(w, "told")
			return err
		})
		o.later("bad", "", 7000, func(io.Writer) error { tried.Add(1); panic("no") })
		return o, nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is not done", func() bool { return tab.stateOf(j) == Done })
	if tab.bytes != overhead+12000 || made.Load() != 0 {
		t.Error(tab.bytes, made.Load())
	}
	var wg sync.WaitGroup
	for range 30 {
		wg.Go(func() {
			packed, err := tab.open(t.Context(), j, "report")
			if text, bad := unpack(packed); err != nil || bad != nil || string(text) != "told" {
				t.Error(string(text), err, bad)
			}
		})
	}
	wg.Wait()
	for range 2 {
		if _, err := tab.open(t.Context(), j, "bad"); err == nil || !strings.Contains(err.Error(), "defect") {
			t.Error(err)
		}
	}
	tab.makers <- struct{}{} // all that make are at it
	tab.makers <- struct{}{}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := tab.open(gone, j, "bad"); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	<-tab.makers
	<-tab.makers
	if _, err := tab.open(t.Context(), j, "none"); err == nil {
		t.Error("what is not there is opened")
	}
	if made.Load() != 1 || tried.Load() != 2 || tab.bytes >= overhead+12000 || tab.bytes < overhead+7000 || tab.bytes != j.bytes {
		t.Error(made.Load(), tried.Load(), tab.bytes, j.bytes)
	}
	tab.drop(j)
	if tab.bytes != 0 {
		t.Error(tab.bytes)
	}
}
