package server

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
)

// silent drops what net/http says of broken connections.
var silent = log.New(io.Discard, "", 0)

// The policies of content: nothing but what is named may be loaded, and no page may
// frame ours. The report has its style in the page.
const (
	apiPolicy    = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
	pagePolicy   = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
	reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)

// guard stands before every handler.
func (s *Server) guard(next http.Handler) http.Handler {
	places := make(chan struct{}, s.o.Requests)
	bodies := make(chan struct{}, max(s.o.Requests/2, 1)) // of these: bodies may come slowly
	return http.HandlerFunc(func(writer http.ResponseWriter, r *http.Request) {
		w := &begun{ResponseWriter: writer}
		h := w.Header()
		h.Set("Content-Security-Policy", apiPolicy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
		default:
			h.Set("Retry-After", strconv.Itoa(retryAfter))
			h.Set("Connection", "close")
			problem(w, http.StatusTooManyRequests, "as many requests as this server answers at once are under way; ask again a little later")
			return
		}
		defer func() {
			if bad := recover(); bad != nil {
				if bad == http.ErrAbortHandler || w.yes {
					panic(http.ErrAbortHandler) // half an answer must not look whole
				}
				problem(w, http.StatusInternalServerError, "a defect of this program")
			}
		}()
		switch {
		case !s.asked(r.Host):
			problem(w, http.StatusForbidden, "this server is not called "+strconv.Quote(cut(r.Host, 80))+"; ask for it as localhost or 127.0.0.1")
			return
		case !s.known(r):
			h.Add("WWW-Authenticate", `Bearer realm="dawndusk"`)
			h.Add("WWW-Authenticate", `Basic realm="dawndusk: any name, and the token as password", charset="UTF-8"`)
			problem(w, http.StatusUnauthorized, "a token is needed: Authorization: Bearer TOKEN")
			return
		case !ours(r) && !follows(r):
			problem(w, http.StatusForbidden, "this was asked by the page of another site")
			return
		}
		if path.Clean(r.URL.Path) != r.URL.Path && path.Clean(r.URL.Path)+"/" != r.URL.Path {
			problem(w, http.StatusNotFound, "there is nothing here")
			return
		}
		if r.ContentLength != 0 {
			if encoding := r.Header.Get("Content-Encoding"); encoding != "" && !strings.EqualFold(encoding, "identity") {
				problem(w, http.StatusUnsupportedMediaType, "a body is read as it is: no Content-Encoding")
				return
			}
			select {
			case bodies <- struct{}{}:
				defer func() { <-bodies }()
			default:
				h.Set("Retry-After", strconv.Itoa(retryAfter))
				h.Set("Connection", "close")
				problem(w, http.StatusTooManyRequests, "as many requests with a body as this server answers at once are under way; ask again a little later")
				return
			}
		}
		most := s.o.MaxBody
		if r.URL.Path == root+"/catalogues" {
			most = s.o.MaxFile
		}
		r.Body = http.MaxBytesReader(w, r.Body, most+1)
		if _, pattern := s.mux.Handler(r); pattern == "" { // not found, or not with this method
			c := &quiet{header: http.Header{}}
			next.ServeHTTP(c, r)
			if allow := c.header.Get("Allow"); allow != "" {
				h.Set("Allow", allow)
			}
			if c.status != http.StatusMethodNotAllowed && strings.Contains(r.Header.Get("Accept"), "text/html") {
				s.page(w, http.StatusNotFound, "missing.html", cut(r.URL.Path, 200))
				return
			}
			detail := "there is nothing here; /reference says what there is"
			if c.status == http.StatusMethodNotAllowed {
				detail = "not with " + r.Method + "; /reference says how"
			}
			problem(w, max(c.status, http.StatusNotFound), detail)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// begun remembers whether an answer has begun.
type begun struct {
	http.ResponseWriter
	yes bool
}

func (b *begun) WriteHeader(status int) {
	b.yes = b.yes || status >= 200
	b.ResponseWriter.WriteHeader(status)
}

func (b *begun) Write(data []byte) (int, error) {
	b.yes = true
	return b.ResponseWriter.Write(data)
}

// Unwrap is for http.ResponseController.
func (b *begun) Unwrap() http.ResponseWriter { return b.ResponseWriter }

// quiet takes what the multiplexer says of a path it does not know.
type quiet struct {
	header http.Header
	status int
}

func (q *quiet) Header() http.Header         { return q.header }
func (q *quiet) WriteHeader(status int)      { q.status = status }
func (q *quiet) Write(b []byte) (int, error) { return len(b), nil }

// asked tells whether a request names this server as it may be named. A page whose name
// was made to point here after it was loaded (DNS rebinding) names itself.
func (s *Server) asked(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(strings.TrimSuffix(name, "."), "[]"))
	if name == "localhost" {
		return true
	}
	if ip := net.ParseIP(name); ip != nil && (ip.IsLoopback() || slices.Contains(s.o.Hosts, "0.0.0.0")) {
		return true // figures cannot be made to point elsewhere
	}
	return slices.Contains(s.o.Hosts, "*") || name != "" && slices.Contains(s.o.Hosts, name)
}

// known tells whether a request has the token, as a bearer or as the password that a
// browser asks for. Hashes are compared, so that time tells nothing, not even a length.
func (s *Server) known(r *http.Request) bool {
	if s.o.Token == "" {
		return true
	}
	scheme, given, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if _, password, ok := r.BasicAuth(); ok {
		given = password
	} else if !strings.EqualFold(scheme, "Bearer") {
		return false
	}
	a, b := sha256.Sum256([]byte(given)), sha256.Sum256([]byte(s.o.Token))
	return subtle.ConstantTimeCompare(a[:], b[:]) == 1
}

// follows tells whether a request is a person's who follows a link of another site: a
// page of its own, which that site cannot read. All else that another site asks for is
// refused, reading too: it could keep jobs alive, hold places and have reports made.
func follows(r *http.Request) bool {
	if r.Method != http.MethodGet && r.Method != http.MethodHead || r.Header.Get("Origin") != "" || strings.HasSuffix(r.URL.Path, "/events") || r.URL.Query().Has("wait") {
		return false
	}
	return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.Header.Get("Sec-Fetch-Dest") == "document"
}

// ours tells whether a request comes from one of our pages or from no page at all.
func ours(r *http.Request) bool {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
	default:
		return false
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && u.Host != "" && strings.EqualFold(u.Host, r.Host)
}

// retryAfter is how many seconds whoever is refused is asked to wait.
const retryAfter = 2

// problem writes an error as RFC 9457 has it.
func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.Encode(&huma.ErrorModel{Status: status, Title: http.StatusText(status), Detail: detail})
}

func cut(text string, n int) string {
	if r := []rune(text); len(r) > n {
		return string(r[:n]) + "…"
	}
	return text
}
