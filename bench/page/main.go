// Command page times the page in a browser on this machine: how long until it shows its
// first numbers, how long after a slider moves, and how fast the globe draws. The browser
// draws in software unless -gpu is given.
//
//	go run ./bench/page | tee bench/page.txt
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/dawndusk/dawndusk/e2e/browser"
	"github.com/dawndusk/dawndusk/server"
)

func main() {
	rounds := flag.Int("rounds", 7, "how often each thing is timed")
	gpu := flag.Bool("gpu", false, "draw with the machine's graphics")
	flag.Parse()
	if err := bench(*rounds, *gpu); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// watch notes when the page first shows numbers, and when satellites are first drawn:
// milliseconds since the address was opened, the frame that shows it included.
const watch = `(() => {
	const seen = globalThis.seen = {}
	const note = (name) => { if (!(name in seen)) { seen[name] = 0; requestAnimationFrame(() => setTimeout(() => { seen[name] = performance.now() })) } }
	const look = () => {
		if (/\d/.test(document.querySelector('#sentence')?.textContent ?? '')) note('numbers')
		if (/draws, seed/.test(document.querySelector('.chance summary')?.textContent ?? '')) note('all')
	}
	new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true })
	const p = WebGL2RenderingContext.prototype, draw = p.drawArrays
	p.drawArrays = function (mode, first, count) { if (mode === 0 && count > 1) note('satellites'); return draw.call(this, mode, first, count) }
})()`

// settled is true once all draws are shown.
const settled = `/draws, seed/.test(document.querySelector('.chance summary')?.textContent ?? '')`

type bencher struct {
	b      *browser.Browser
	origin string
	rounds int
}

func bench(rounds int, gpu bool) error {
	s, err := server.New(server.Options{})
	if err != nil {
		return err
	}
	var flags []string
	drawn := "in software"
	if gpu {
		flags, drawn = []string{"use-angle=default", "enable-gpu", "ignore-gpu-blocklist"}, "with its graphics"
	}
	b, origin, end, err := browser.Beside(s.Serve, flags...)
	if err != nil {
		return err
	}
	defer end()
	w := &bencher{b, origin, rounds}

	fmt.Printf("%d processors, server and browser on the same, drawn %s, 1280 x 900; %d rounds\n\n", runtime.NumCPU(), drawn, rounds)
	fmt.Printf("%-58s %8s %8s %8s\n", "ms", "best", "median", "worst")
	for _, one := range []func() error{w.loads, w.slides, w.globes} {
		if err := one(); err != nil {
			return err
		}
	}
	return nil
}

func row(name string, ms []float64) {
	slices.Sort(ms)
	fmt.Printf("%-58s %8.0f %8.0f %8.0f\n", name, ms[0], ms[len(ms)/2], ms[len(ms)-1])
}

// open opens a tab with nothing kept, which notes what it sees.
func (w *bencher) open() (*browser.Tab, error) {
	t, err := w.b.Open(w.origin)
	if err != nil {
		return nil, err
	}
	if err := t.Before(watch); err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// seen opens an address and waits until all that is named was noted.
func (w *bencher) seen(address string, names ...string) (map[string]float64, error) {
	t, err := w.open()
	if err != nil {
		return nil, err
	}
	defer t.Close()
	if err := t.Go(address); err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := t.Until("seen."+name+" > 0", time.Minute); err != nil {
			return nil, err
		}
	}
	return browser.Eval[map[string]float64](t, "seen")
}

// loads times the first opening of the verdict, nothing in the browser's cache.
func (w *bencher) loads() error {
	var first, all []float64
	for range w.rounds {
		seen, err := w.seen("/", "numbers", "all")
		if err != nil {
			return err
		}
		first, all = append(first, seen["numbers"]), append(all, seen["all"])
	}
	row("open / to the verdict's first numbers (64 draws)", first)
	row("open / to all 1,000 draws", all)
	return nil
}

// slides times a slider that is moved by one step.
func (w *bencher) slides() error {
	t, err := w.open()
	if err != nil {
		return err
	}
	defer t.Close()
	if err := t.Go("/assumptions?set=stated.payload%3D100+t"); err != nil {
		return err
	}
	const slider = `document.querySelector('[data-path="stated.payload"] input[type=range]')`
	if err := t.Until(slider+" && "+settled, time.Minute); err != nil {
		return err
	}
	var first, all []float64
	for range w.rounds {
		if err := t.Do("new Promise((done) => setTimeout(done, 400))"); err != nil {
			return err
		}
		ms, err := browser.Eval[[]float64](t, `new Promise((done) => {
			const s = `+slider+`, played = () => document.querySelector('.strip .so-far span').textContent, whole = played(), begun = performance.now()
			let first = 0, begins = false
			const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now() - begun)))
			const watching = new MutationObserver(() => {
				const now = played()
				if (now !== whole) begins = true
				if (!first && begins && !now.startsWith('1,000 ')) first = -1, painted((ms) => { first = ms })
				if (begins && now === whole) watching.disconnect(), painted((ms) => done([first > 0 ? first : ms, ms]))
			})
			watching.observe(document.querySelector('.strip'), { subtree: true, childList: true, characterData: true })
			s.valueAsNumber += 1
			s.dispatchEvent(new Event('input', { bubbles: true }))
		})`)
		if err != nil {
			return err
		}
		first, all = append(first, ms[0]), append(all, ms[1])
	}
	row("slider moved to the first new bands (64 draws)", first)
	row("slider moved to all 1,000 draws", all)
	return nil
}

// globes times the globe's first frame with satellites, and its frames while it plays.
func (w *bencher) globes() error {
	for _, x := range []struct{ name, address string }{
		{"1,000 satellites", "/globe?c=dawn-dusk-650&play=1"},
		{"100,000 satellites", "/globe?c=fcc-million&play=1"},
		{"1,000,000 satellites", "/globe?c=fcc-million&every=1&play=1"},
	} {
		var first, frames []float64
		for range min(w.rounds, 3) {
			t, err := w.open()
			if err != nil {
				return err
			}
			ms, err := globe(t, x.address)
			t.Close()
			if err != nil {
				return err
			}
			first, frames = append(first, ms[0]), append(frames, ms[1])
		}
		row("open the globe to its first frame with "+x.name, first)
		row("a frame of "+x.name+", playing", frames)
	}
	return nil
}

func globe(t *browser.Tab, address string) ([]float64, error) {
	if err := t.Go(address); err != nil {
		return nil, err
	}
	if err := t.Until("seen.satellites > 0 && !document.querySelector('.globe-loading') && "+settled, time.Minute); err != nil {
		return nil, err
	}
	return browser.Eval[[]float64](t, `new Promise((done) => {
		const r = document.querySelector('.globe-stage canvas').globe.renderer, render = r.render, begun = performance.now()
		let n = 0 // frames: the renderer is asked once in each
		r.render = (...all) => { n++; return render.apply(r, all) }
		const tick = () => {
			const ms = performance.now() - begun
			if (ms > 3000 && n > 2) done([seen.satellites, ms / n])
			else requestAnimationFrame(tick)
		}
		requestAnimationFrame(tick)
	})`)
}
