// Command load asks a server of this repository for a minute as many readers and
// players at once would, over the loopback, and says what came back: answers by status,
// times, and how much memory the server took. It starts the server itself, as another
// process, so that what is measured is the server's alone.
//
//	go run ./bench/load
//	go run ./bench/load -for 10s -readers 50
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	span := flag.Duration("for", time.Minute, "how long")
	readers := flag.Int("readers", 200, "who read at once")
	players := flag.Int("players", 8, "who have runs played at once")
	draws := flag.Int("draws", 50, "of each run")
	pause := flag.Duration("pause", time.Second, "of a reader between two requests")
	flag.Parse()
	if err := load(*span, *pause, *readers, *players, *draws); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

// tally counts what came back for one kind of request.
type tally struct {
	mu     sync.Mutex
	status map[int]int
	times  []time.Duration
	bytes  int64
	failed map[string]int
}

func (t *tally) add(status int, took time.Duration, bytes int64, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil {
		t.failed[err.Error()]++
		return
	}
	t.status[status]++
	t.bytes += bytes
	t.times = append(t.times, took)
}

func load(span, pause time.Duration, readers, players, draws int) error {
	dir, err := os.MkdirTemp("", "load")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "dawndusk")
	build := exec.Command("go", "build", "-o", program, "github.com/dawndusk/dawndusk/cmd/dawndusk")
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return err
	}
	cmd := exec.Command(program, "serve", "--port", "0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	defer cmd.Process.Signal(os.Interrupt)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return err
	}
	at, _, _ := strings.Cut(strings.TrimPrefix(line, "Dawndusk is at "), "/ until")

	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers + 2*players, DisableCompression: true}, Timeout: 2 * time.Minute}
	kinds := []string{"/api/v1/scenarios", "/api/v1/ledger", "/api/v1/ledger?q=radiator", "/plain/", "/reference", "/api/v1/openapi.json", "POST size", "result", "report", "POST run", "wait", "run played", "refused", "POST preview"}
	counts := map[string]*tally{}
	for _, k := range kinds {
		counts[k] = &tally{status: map[int]int{}, failed: map[string]int{}}
	}
	ask := func(kind, method, path, body string) (int, []byte) {
		begun := time.Now()
		var b io.Reader
		if body != "" {
			b = strings.NewReader(body)
		}
		req, err := http.NewRequest(method, at+path, b)
		if err != nil {
			panic(err)
		}
		if body != "" {
			req.Header.Set("Content-Type", "application/json")
		}
		req.Header.Set("Accept-Encoding", "gzip")
		resp, err := client.Do(req)
		if err != nil {
			counts[kind].add(0, 0, 0, err)
			return 0, nil
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if method == "POST" && resp.StatusCode == http.StatusTooManyRequests && resp.Header.Get("Retry-After") == "" {
			err = fmt.Errorf("429 without Retry-After")
		}
		if resp.StatusCode == http.StatusTooManyRequests && kind == "POST run" {
			kind = "refused"
		}
		counts[kind].add(resp.StatusCode, time.Since(begun), int64(len(data)), err)
		return resp.StatusCode, data
	}
	var latest atomic.Pointer[job]
	var playing, most atomic.Int64

	// A run whose report lies ready: the link that was sent round.
	_, data := ask("POST run", "POST", "/api/v1/runs", `{"draws":50,"seed":99}`)
	ready := new(job)
	for ready.State != "done" {
		if err := json.Unmarshal(data, ready); err != nil {
			return err
		}
		_, data = ask("wait", "GET", ready.Links.Self+"?wait=60", "")
	}
	ask("report", "GET", ready.Links.Report, "")
	counts["report"].times = nil
	latest.Store(ready)
	begun := time.Now()
	over := func() bool { return time.Since(begun) > span }
	var wg sync.WaitGroup
	for i := range readers {
		wg.Go(func() {
			for n := i; !over(); n++ {
				time.Sleep(pause)
				switch k := kinds[n%9]; k {
				case "POST size":
					ask(k, "POST", "/api/v1/size", fmt.Sprintf(`{"it_power":"%d kW"}`, 60+n%100))
				case "result", "report":
					j := latest.Load()
					if k == "report" {
						j = ready
					}
					path := j.Links.Result
					if k == "report" {
						path = j.Links.Report
					}
					ask(k, "GET", path, "")
				default:
					ask(k, "GET", k, "")
				}
			}
		})
	}
	for i := range players {
		wg.Go(func() {
			for n := 0; !over(); n++ {
				status, data := ask("POST run", "POST", "/api/v1/runs", fmt.Sprintf(`{"draws":%d,"seed":%d}`, draws, i*1_000_000+n))
				if status != http.StatusAccepted {
					time.Sleep(time.Second)
					continue
				}
				if m := playing.Add(1); m > most.Load() {
					most.Store(m)
				}
				var j job
				if err := json.Unmarshal(data, &j); err != nil {
					panic(err)
				}
				from := time.Now()
				for j.State == "queued" || j.State == "running" {
					_, data := ask("wait", "GET", j.Links.Self+"?wait=60", "")
					if err := json.Unmarshal(data, &j); err != nil {
						break
					}
				}
				playing.Add(-1)
				if j.State == "done" {
					latest.Store(&j)
					counts["run played"].add(http.StatusOK, time.Since(from), 0, nil)
				} else {
					counts["run played"].add(0, 0, 0, fmt.Errorf("%s", j.State))
				}
			}
		})
	}
	// Somebody moves a slider meanwhile.
	wg.Go(func() {
		for n := 0; !over(); n++ {
			ask("POST preview", "POST", "/api/v1/previews", fmt.Sprintf(`{"draws":1000,"set":["orbit.altitude=%d km"]}`, 600+n%200))
			time.Sleep(pause)
		}
	})
	// Somebody asks for far more than there are places for.
	wg.Go(func() {
		for n := 0; !over(); n++ {
			var many sync.WaitGroup
			for k := range 40 {
				many.Go(func() {
					status, data := ask("POST run", "POST", "/api/v1/runs", fmt.Sprintf(`{"draws":10000,"seed":%d}`, 1_000_000_000+n*100+k))
					if status == http.StatusAccepted {
						var j job
						if json.Unmarshal(data, &j) == nil {
							ask("POST run", "DELETE", j.Links.Self, "")
						}
					}
				})
			}
			many.Wait()
			time.Sleep(5 * time.Second)
		}
	})
	var resident []int64
	var mid int64
	wg.Go(func() {
		for !over() {
			resident = append(resident, memory(cmd.Process.Pid, "VmRSS"))
			if mid == 0 && time.Since(begun) > span/2 {
				mid = memory(cmd.Process.Pid, "VmHWM")
			}
			time.Sleep(250 * time.Millisecond)
		}
	})
	wg.Wait()
	fmt.Printf("%v, %d readers that pause %v, %d players of %d draws; %s/%s, %d processors, %s\n\n", span, readers, pause, players, draws, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), runtime.Version())
	fmt.Printf("%-28s %8s %9s %9s %9s %9s  %s\n", "request", "answers", "median", "95 %", "longest", "MB", "by status")
	errors := 0
	for _, k := range kinds {
		t := counts[k]
		slices.Sort(t.times)
		at := func(share float64) string {
			if len(t.times) == 0 {
				return ""
			}
			return t.times[min(int(share*float64(len(t.times))), len(t.times)-1)].Round(time.Millisecond).String()
		}
		var status []string
		for s := 100; s < 600; s++ {
			if t.status[s] > 0 {
				status = append(status, fmt.Sprintf("%d: %d", s, t.status[s]))
				if s >= 400 && k != "refused" {
					errors += t.status[s]
				}
			}
		}
		fmt.Printf("%-28s %8d %9s %9s %9s %9.1f  %s\n", k, len(t.times), at(0.5), at(0.95), at(1), float64(t.bytes)/1e6, strings.Join(status, ", "))
		for e, n := range t.failed {
			fmt.Printf("    %d failed: %s\n", n, e)
			errors += n
		}
	}
	slices.Sort(resident)
	fmt.Printf("\nplayed at once, at most: %d\n", most.Load())
	fmt.Printf("server's memory: median %d MB, highest %d MB (%d MB in the first half)\n", resident[len(resident)/2]>>10, memory(cmd.Process.Pid, "VmHWM")>>10, mid>>10)
	fmt.Printf("errors: %d\n", errors)
	if errors > 0 {
		return fmt.Errorf("%d errors", errors)
	}
	return nil
}

type job struct {
	State string
	Links struct{ Self, Result, Report string }
}

// memory is a figure of a process in kB; 0 where the system does not say.
func memory(pid int, key string) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0
	}
	for line := range bytes.Lines(data) {
		if rest, ok := strings.CutPrefix(string(line), key+":"); ok {
			n, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return n
		}
	}
	return 0
}
