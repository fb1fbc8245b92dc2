package e2e

import (
	"context"
	"fmt"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/e2e/browser"
	"github.com/dawndusk/dawndusk/server"
)

const version = "v0.0.0-test" // of the program, in its answers

// Limits of waits. What is usual takes a tenth of it; two slow processors that others
// keep busy take more.
const (
	soon  = 10 * time.Second
	later = 20 * time.Second
)

// shared are the browser and the server that tests have in common: each begins when it is
// first asked for.
var shared struct {
	browse, serve sync.Once
	browser       *browser.Browser
	site          *site
	err           error
}

func TestMain(m *testing.M) {
	code := m.Run()
	if shared.browser != nil {
		shared.browser.Close()
	}
	if shared.site != nil {
		shared.site.close()
	}
	os.Exit(code)
}

// chromium is the path of the browser; without one the test ends here.
func chromium(t testing.TB) string {
	t.Helper()
	path, err := browser.Path()
	if err != nil {
		if os.Getenv("DAWNDUSK_BROWSER") == "required" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	return path
}

// site is a server as a person starts it.
type site struct {
	origin string
	addr   string
	sent   atomic.Int64 // bytes that went over the wire to the browser
	stop   context.CancelFunc
	ended  chan struct{}
	err    error
}

// serve starts a server on an address of the loopback.
func serve(addr string) (*site, error) {
	s, err := server.New(server.Options{Version: version})
	if err != nil {
		return nil, err
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		s.Close()
		return nil, err
	}
	ctx, stop := context.WithCancel(context.Background())
	st := &site{origin: "http://" + l.Addr().String(), addr: l.Addr().String(), stop: stop, ended: make(chan struct{})}
	go func() {
		defer close(st.ended)
		st.err = s.Serve(ctx, counted{l, &st.sent})
	}()
	return st, nil
}

func (s *site) close() error {
	s.stop()
	<-s.ended
	return s.err
}

// counted counts what is written to the connections that it accepts.
type counted struct {
	net.Listener
	sent *atomic.Int64
}

func (l counted) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return countedConn{c, l.sent}, nil
}

type countedConn struct {
	net.Conn
	sent *atomic.Int64
}

func (c countedConn) Write(b []byte) (int, error) {
	n, err := c.Conn.Write(b)
	c.sent.Add(int64(n))
	return n, err
}

// own is a server of a test's own.
func own(t *testing.T) *site {
	t.Helper()
	chromium(t)
	s, err := serve("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.close() })
	return s
}

// tab is a tab of one test. Whatever goes wrong in it fails the test.
type tab struct {
	*browser.Tab
	t *testing.T
}

// open opens a tab of the shared browser at the shared server.
func open(t *testing.T) tab {
	t.Helper()
	chromium(t)
	shared.serve.Do(func() { shared.site, shared.err = serve("127.0.0.1:0") })
	if shared.site == nil {
		t.Fatal(shared.err)
	}
	return openAt(t, shared.site.origin)
}

// openAt opens a tab of the shared browser at a server.
func openAt(t *testing.T, origin string) tab {
	t.Helper()
	path := chromium(t)
	var err error
	shared.browse.Do(func() { shared.browser, err = browser.Start(path) })
	if shared.browser == nil {
		t.Fatal("the browser did not start: ", err)
	}
	return openIn(t, shared.browser, origin)
}

func openIn(t *testing.T, b *browser.Browser, origin string) tab {
	t.Helper()
	one, err := b.Open(origin)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, w := range one.Wrong() {
			t.Error(w)
		}
		if dir := os.Getenv("DAWNDUSK_PICTURES"); t.Failed() && dir != "" {
			if p, err := one.Picture(); err == nil {
				os.WriteFile(fmt.Sprintf("%s/%s-%d.png", dir, t.Name(), time.Now().UnixMilli()), p, 0o644)
			}
		}
		one.Close()
	})
	return tab{one, t}
}

// must ends the test where something did not succeed.
func (b tab) must(err error) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
}

// visit opens an address and waits until the page is there.
func (b tab) visit(address string) {
	b.t.Helper()
	b.must(b.Go(address))
	b.until("document.querySelector('main h1, main h2')", soon)
}

// answered opens an address and waits until all its draws are played and shown.
func (b tab) answered(address string) {
	b.t.Helper()
	b.visit(address)
	b.settle()
}

// settled is true once all draws of what the address asks are shown.
const settled = `/^\d[\d\s,]* draws, seed/.test(document.querySelector(".chance summary")?.textContent ?? "")`

func (b tab) settle() {
	b.t.Helper()
	b.until(settled, later)
}

func (b tab) until(expression string, within time.Duration) {
	b.t.Helper()
	if err := b.Until(expression, within); err != nil {
		text, _ := browser.Eval[string](b.Tab, "location.href + '\\n' + document.body.innerText.slice(0, 600)")
		b.t.Fatalf("%v\n%s\n%q", err, text, b.Asked())
	}
}

// eval has the page evaluate an expression.
func eval[T any](b tab, expression string) T {
	b.t.Helper()
	v, err := browser.Eval[T](b.Tab, expression)
	b.must(err)
	return v
}

// click clicks on an element as a person does: scrolled to, in its middle.
func (b tab) click(selector string) {
	b.t.Helper()
	b.until("document.querySelector("+quote(selector)+")", soon)
	b.clickOn("document.querySelector(" + quote(selector) + ")")
}

// button clicks on the first button or link whose name is the text.
func (b tab) button(text string) {
	b.t.Helper()
	e := named("button, a, summary", text)
	b.until(e, soon)
	b.clickOn(e)
}

func (b tab) clickOn(element string) {
	b.t.Helper()
	at := eval[[]float64](b, `(async () => { const e = `+element+`; e.scrollIntoView({block: 'center', behavior: 'instant'}); await new Promise(requestAnimationFrame); const r = e.getBoundingClientRect(); return [r.x + r.width/2, r.y + r.height/2] })()`)
	b.must(b.Click(at[0], at[1]))
}

// named is an expression for the first element of a kind that has the text as its name or
// shows it.
func named(selector, text string) string {
	return fmt.Sprintf("[...document.querySelectorAll(%s)].find((e) => [e.getAttribute('aria-label'), e.textContent.trim()].includes(%s))", quote(selector), quote(text))
}

func quote(s string) string { return fmt.Sprintf("%q", s) }

// press presses keys in their order.
func (b tab) press(keys ...string) {
	b.t.Helper()
	for _, k := range keys {
		b.must(b.Press(k))
	}
}

// text is what an element says.
func (b tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, "document.querySelector("+quote(selector)+")?.innerText ?? ''")
}
