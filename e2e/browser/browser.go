// Package browser looks at the page as a person's browser shows it. It starts a Chromium
// that draws in software, opens tabs that know nothing of one another, and writes down
// whatever goes wrong in them: errors on the console, exceptions, and requests that leave
// the page's own server.
package browser

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/dom"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// names of the program, as systems call it.
var names = [...]string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// Advice says what to do where there is no browser.
const Advice = "no Chromium in PATH; on Debian: apt-get install chromium"

// Path finds the program.
func Path() (string, error) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errors.New(Advice)
}

// flags of a browser that fetches nothing on its own and draws WebGL in software.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.Flag("headless", "new"),
	chromedp.NoSandbox,
	chromedp.Flag("use-gl", "angle"),
	chromedp.Flag("use-angle", "swiftshader"),
	chromedp.Flag("enable-unsafe-swiftshader", true),
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-domain-reliability", true),
	chromedp.Flag("no-pings", true),
	chromedp.Flag("disable-dev-shm-usage", false),
	chromedp.Flag("js-flags", "--expose-gc"),
	chromedp.WindowSize(1280, 900),
}

// Browser is a running Chromium with a profile of its own, which goes with it.
type Browser struct {
	ctx  context.Context
	stop []context.CancelFunc
}

// Start starts the browser. Further flags are given without dashes.
func Start(path string, further ...string) (*Browser, error) {
	o := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), flags...)
	o = append(o, chromedp.ExecPath(path))
	for _, f := range further {
		name, value, valued := strings.Cut(f, "=")
		if valued {
			o = append(o, chromedp.Flag(name, value))
		} else {
			o = append(o, chromedp.Flag(name, true))
		}
	}
	b := &Browser{}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), o...)
	b.stop = append(b.stop, stop)
	b.ctx, stop = chromedp.NewContext(ctx, chromedp.WithErrorf(func(string, ...any) {})) // events younger than the library
	b.stop = append(b.stop, stop)
	if err := chromedp.Do(b.ctx); err != nil {
		b.Close()
		return nil, fmt.Errorf("%s does not start: %w", path, err)
	}
	return b, nil
}

// Beside starts the browser and what serves the page, on any free port of the loopback.
// end ends both.
func Beside(serve func(context.Context, net.Listener) error, further ...string) (b *Browser, origin string, end func(), err error) {
	path, err := Path()
	if err != nil {
		return nil, "", nil, err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, "", nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve(ctx, l) }()
	if b, err = Start(path, further...); err != nil {
		stop()
		<-ended
		return nil, "", nil, err
	}
	return b, "http://" + l.Addr().String(), func() { b.Close(); stop(); <-ended }, nil
}

// Close ends the browser.
func (b *Browser) Close() {
	for _, stop := range slices.Backward(b.stop) {
		stop()
	}
}

// Tab is a page in a browser. It shares no cookies, storage or cache with another.
type Tab struct {
	Origin string // of the server that it may ask, such as http://127.0.0.1:8035

	ctx   context.Context
	close context.CancelFunc

	mu      sync.Mutex
	wrong   []string
	asked   []string
	allowed []string
	open    map[network.RequestID]bool
}

// limit of one command to the browser, which may have a page to draw first.
const limit = 30 * time.Second

// Open opens an empty tab, 1280 by 900, light.
func (b *Browser) Open(origin string) (*Tab, error) {
	t := &Tab{Origin: origin, open: map[network.RequestID]bool{}}
	t.ctx, t.close = chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(t.hear))
	if err := chromedp.Do(t.ctx); err != nil {
		t.close()
		return nil, err
	}
	if err := errors.Join(t.Size(1280, 900), t.Dark(false), call(t, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})); err != nil {
		t.close()
		return nil, err
	}
	return t, nil
}

// Close closes the tab.
func (t *Tab) Close() { t.close() }

// hear writes down what goes wrong and what is asked.
func (t *Tab) hear(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	say := func(format string, a ...any) { t.wrong = append(t.wrong, fmt.Sprintf(format, a...)) }
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if o := e.ExceptionDetails.Exception; o != nil {
			text += " " + o.Description
		}
		say("exception: %s", text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var text []string
			for _, a := range e.Args {
				text = append(text, strings.Trim(string(a.Value), `"`)+a.Description)
			}
			say("console: %s", strings.Join(text, " "))
		}
	case *log.EventEntryAdded: // violations of the Content-Security-Policy, and requests that fail
		if e.Entry.Level == log.EntryLevelError {
			say("%s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		url := e.Request.URL
		t.asked = append(t.asked, e.Request.Method+" "+strings.TrimPrefix(url, t.Origin))
		t.open[e.RequestID] = true
		if !strings.HasPrefix(url, t.Origin+"/") && !strings.HasPrefix(url, "blob:"+t.Origin+"/") && !strings.HasPrefix(url, "data:") {
			say("asks elsewhere: %s", url)
		}
	case *network.EventLoadingFinished:
		delete(t.open, e.RequestID)
	case *network.EventLoadingFailed:
		delete(t.open, e.RequestID)
	}
}

// Allow says that a complaint which holds the text is expected.
func (t *Tab) Allow(text string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.allowed = append(t.allowed, text)
}

// Wrong is what went wrong so far and was not to be expected.
func (t *Tab) Wrong() (wrong []string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, w := range t.wrong {
		if !slices.ContainsFunc(t.allowed, func(a string) bool { return strings.Contains(w, a) }) {
			wrong = append(wrong, w)
		}
	}
	return wrong
}

// Asked is every request so far, "GET /verdict", in order.
func (t *Tab) Asked() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.asked)
}

// call has the browser do something, within a limit.
func call[P, R any](t *Tab, c cdp.Command[P, R], p P) error {
	_, err := Call(t, c, p)
	return err
}

// Call has the browser do something in a tab, within a limit.
func Call[P, R any](t *Tab, c cdp.Command[P, R], p P) (R, error) {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	r, err := chromedp.Call(ctx, c, p)
	if err != nil {
		err = fmt.Errorf("%s: %w", c.Method, err)
	}
	return r, err
}

// Eval has the page evaluate an expression; a promise is waited for.
func Eval[T any](t *Tab, expression string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		err = fmt.Errorf("%.200s: %w", expression, err)
	}
	return v, err
}

// Do has the page evaluate an expression for what it does.
func (t *Tab) Do(expression string) error {
	_, err := Eval[chromedp.Void](t, expression)
	return err
}

// Go opens an address, a path of the server's or a whole one, and waits for the load event.
func (t *Tab) Go(address string) error {
	if strings.HasPrefix(address, "/") {
		address = t.Origin + address
	}
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	return chromedp.Do(ctx, chromedp.Navigate(address))
}

// Reload loads the page again.
func (t *Tab) Reload() error {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	return chromedp.Do(ctx, chromedp.Reload())
}

// Before has a script run in every page that the tab opens from now on, before its own.
func (t *Tab) Before(script string) error {
	return call(t, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
}

// Until waits until an expression is true, across loads too.
func (t *Tab) Until(expression string, within time.Duration) error {
	end := time.Now().Add(within)
	for {
		ok, err := Eval[bool](t, "!!("+expression+")")
		switch {
		case ok && err == nil:
			return nil
		case t.ctx.Err() != nil:
			return t.ctx.Err()
		case time.Now().After(end):
			return fmt.Errorf("not within %v: %s (%v)", within, expression, err)
		}
		time.Sleep(15 * time.Millisecond)
	}
}

// Size gives the page so many CSS pixels. Below 600 it is a phone's.
func (t *Tab) Size(width, height int64) error {
	return call(t, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 600})
}

// Dark has the system prefer dark colours, or light ones.
func (t *Tab) Dark(dark bool) error {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	return call(t, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
	}})
}

// Picture is what is seen, as PNG.
func (t *Tab) Picture() ([]byte, error) {
	r, err := Call(t, page.CaptureScreenshot, page.CaptureScreenshotParams{})
	return r.Data, err
}

// Downloads has the tab save files in a directory, without asking.
func (t *Tab) Downloads(dir string) error {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	_, err := chromedp.CallBrowser(ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, BrowserContextID: t.context(), DownloadPath: dir})
	return err
}

// Clipboard lets the page write to the clipboard, and whoever looks read it.
func (t *Tab) Clipboard() error {
	ctx, cancel := context.WithTimeout(t.ctx, limit)
	defer cancel()
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		if _, err := chromedp.CallBrowser(ctx, cdpbrowser.SetPermission, cdpbrowser.SetPermissionParams{
			Permission: &cdpbrowser.PermissionDescriptor{Name: name}, Setting: cdpbrowser.PermissionSettingGranted, Origin: t.Origin, BrowserContextID: t.context()}); err != nil {
			return err
		}
	}
	return nil
}

func (t *Tab) context() cdp.BrowserContextID { return chromedp.FromContext(t.ctx).BrowserContextID }

// Choose gives files to a file input, which an expression finds.
func (t *Tab) Choose(expression string, files ...string) error {
	o, err := Call(t, runtime.Evaluate, runtime.EvaluateParams{Expression: expression})
	if err != nil {
		return err
	}
	return call(t, dom.SetFileInputFiles, dom.SetFileInputFilesParams{Files: files, ObjectID: o.Result.ObjectID})
}

// keys that are no characters: their code and number.
var keys = map[string]struct {
	code string
	no   int64
	text string
}{
	"Tab": {"Tab", 9, ""}, "Enter": {"Enter", 13, "\r"}, " ": {"Space", 32, " "}, "Escape": {"Escape", 27, ""},
	"ArrowLeft": {"ArrowLeft", 37, ""}, "ArrowUp": {"ArrowUp", 38, ""}, "ArrowRight": {"ArrowRight", 39, ""}, "ArrowDown": {"ArrowDown", 40, ""},
	"Home": {"Home", 36, ""}, "End": {"End", 35, ""}, "PageUp": {"PageUp", 33, ""}, "PageDown": {"PageDown", 34, ""},
}

// Press presses and releases a key by its name in KeyboardEvent.key; with "Shift+" before
// it, under that.
func (t *Tab) Press(key string) error {
	var modifiers int64
	if k, ok := strings.CutPrefix(key, "Shift+"); ok {
		key, modifiers = k, 8
	}
	k, ok := keys[key]
	if !ok {
		k.code, k.text = "", key
		if len(key) == 1 {
			k.no = int64(strings.ToUpper(key)[0])
		}
	}
	p := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Code: k.code, WindowsVirtualKeyCode: k.no, Modifiers: modifiers, Text: k.text}
	if k.text == "" {
		p.Type = input.DispatchKeyEventTypeRawKeyDown
	}
	if err := call(t, input.DispatchKeyEvent, p); err != nil {
		return err
	}
	p.Type, p.Text = input.DispatchKeyEventTypeKeyUp, ""
	return call(t, input.DispatchKeyEvent, p)
}

// Click clicks at a point of the page, in CSS pixels of the window.
func (t *Tab) Click(x, y float64) error {
	for _, kind := range []input.DispatchMouseEventType{chromedp.MouseMoved, chromedp.MousePressed, chromedp.MouseReleased} {
		p := input.DispatchMouseEventParams{Type: kind, X: x, Y: y}
		if kind != chromedp.MouseMoved {
			p.Button, p.ClickCount = input.MouseButtonLeft, 1
		}
		if err := call(t, input.DispatchMouseEvent, p); err != nil {
			return err
		}
	}
	return nil
}

// Memory is what a page holds after its garbage is collected, bytes.
type Memory struct {
	Script  float64 // the heap of JavaScript, in use
	Buffers float64 // of arrays, beside that heap
	Objects float64 // the document's own, in use
}

// Memory collects garbage and tells what is left.
func (t *Tab) Memory() (m Memory, err error) {
	if err := t.Do("typeof gc === 'function' && (gc(), gc())"); err != nil {
		return m, err
	}
	r, err := Call(t, runtime.GetHeapUsage, cdp.Empty{})
	return Memory{Script: r.UsedSize, Buffers: r.BackingStorageSize, Objects: r.EmbedderHeapUsedSize}, err
}
