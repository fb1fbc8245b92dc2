package server

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/report"
)

//go:embed page
var pageFiles embed.FS

// pages are what people see.
type pages struct {
	text      *template.Template
	style     []byte
	reference []byte // made once
}

// firstDraws is how many draws a verdict is given from where nobody says: enough for
// two figures within seconds.
const firstDraws = 500

// show registers the pages.
func (s *Server) show() error {
	text, err := template.New("").Funcs(template.FuncMap{"count": report.Count, "prose": prose}).ParseFS(pageFiles, "page/*.html")
	if err != nil {
		return err
	}
	s.pages = &pages{text: text}
	if s.pages.style, err = pageFiles.ReadFile("page/style.css"); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := text.ExecuteTemplate(&b, "reference.html", s.newReference()); err != nil {
		return err
	}
	s.pages.reference = b.Bytes()

	s.mux.HandleFunc("GET /plain/{$}", s.home)
	s.mux.HandleFunc("GET /plain/verdict", s.verdict)
	s.mux.HandleFunc("POST /plain/verdict", s.play)
	s.mux.HandleFunc("GET /reference", func(w http.ResponseWriter, _ *http.Request) {
		htmlHead(w, http.StatusOK)
		w.Write(s.pages.reference)
	})
	s.mux.HandleFunc("GET /plain/style.css", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		w.Write(s.pages.style)
	})
	return nil
}

// prose sets what stands between backticks as code.
func prose(text string) template.HTML {
	var b strings.Builder
	for i, part := range strings.Split(text, "`") {
		if part = template.HTMLEscapeString(part); i%2 == 1 {
			part = "<code>" + part + "</code>"
		}
		b.WriteString(part)
	}
	return template.HTML(b.String())
}

func htmlHead(w http.ResponseWriter, status int) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("Referrer-Policy", "same-origin") // without one a form says that it comes from nowhere
	w.WriteHeader(status)
}

// page writes a page, whole or not at all.
func (s *Server) page(w http.ResponseWriter, status int, name string, data any) {
	var b bytes.Buffer
	if err := s.pages.text.ExecuteTemplate(&b, name, data); err != nil {
		problem(w, http.StatusInternalServerError, "a defect of this program")
		return
	}
	htmlHead(w, status)
	w.Write(b.Bytes())
}

// form is what a verdict is asked with.
type form struct {
	Scenario  string
	Draws     int
	Seed      uint64
	Set       []string
	Scenarios []Scenario
	MaxDraws  int
	Token     bool
}

// Sets is the assignments, one a line.
func (f form) Sets() string { return strings.Join(f.Set, "\n") }

func (s *Server) home(w http.ResponseWriter, _ *http.Request) {
	all, err := s.shipped()
	if err != nil {
		problem(w, http.StatusInternalServerError, "the scenarios cannot be read")
		return
	}
	s.page(w, http.StatusOK, "home.html", struct {
		form
		Version string
	}{form{"base", firstDraws, 1, nil, all, s.o.MaxDraws, s.o.Token != ""}, s.o.Version})
}

// verdictAddress is the address of a verdict.
func verdictAddress(in *Play) string {
	return "/plain/verdict?" + url.Values{"scenario": {in.Scenario}, "draws": {strconv.Itoa(in.Draws)}, "seed": {strconv.FormatUint(*in.Seed, 10)}, "set": in.Set}.Encode()
}

// longestAddress is what every browser and this server take.
const longestAddress = 8 << 10

// readVerdict reads what a verdict is asked with, and every mistake in it.
func (s *Server) readVerdict(query string) (in *Play, wrong []string) {
	in = &Play{Source: Source{Scenario: "base"}, Draws: firstDraws}
	seed := uint64(1)
	in.Seed = &seed
	values, err := url.ParseQuery(query)
	for _, list := range values {
		for _, v := range list {
			if !utf8.ValidString(v) {
				err = errors.New("no text")
			}
		}
	}
	if err != nil {
		return in, []string{"the address cannot be read"}
	}
	if v := values.Get("scenario"); v != "" {
		in.Scenario = v
	}
	if v := values.Get("draws"); v != "" {
		if in.Draws, err = strconv.Atoi(v); err != nil || in.Draws < 1 || in.Draws > s.o.MaxDraws {
			in.Draws = firstDraws
			wrong = append(wrong, fmt.Sprintf("draws: %q; write 1 to %d", cut(v, 20), s.o.MaxDraws))
		}
	}
	if v := values.Get("seed"); v != "" {
		if seed, err = strconv.ParseUint(v, 10, 64); err != nil {
			seed = 1
			wrong = append(wrong, fmt.Sprintf("seed: %q is no whole number of at most 64 bits", cut(v, 20)))
		}
	}
	for _, v := range values["set"] {
		for line := range strings.Lines(v) {
			if line = strings.TrimSpace(line); line != "" {
				in.Set = append(in.Set, line)
			}
		}
	}
	if len(in.Set) > 600 {
		in.Set = nil
		wrong = append(wrong, "set: more than 600 assignments")
	}
	return in, wrong
}

// verdictView is what the page of a verdict shows.
type verdictView struct {
	form
	Title    string
	Wrong    []string
	Refresh  int  // seconds; 0: does not change by itself
	Ask      bool // whether to play it
	Busy     bool // there was no room for it
	Job      *Job
	Percent  int
	Lines    []string
	Warnings []string
}

// view begins the page of a verdict.
func (s *Server) view(in *Play, wrong []string) (*verdictView, error) {
	all, err := s.shipped()
	return &verdictView{form: form{in.Scenario, in.Draws, *in.Seed, in.Set, all, s.o.MaxDraws, s.o.Token != ""}, Wrong: wrong, Title: cut(in.Scenario, 60)}, err
}

// play begins a run and leads to its verdict. Only one of our pages can ask for it:
// whoever posts says where from.
func (s *Server) play(w http.ResponseWriter, r *http.Request) {
	if kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); kind != "application/x-www-form-urlencoded" {
		problem(w, http.StatusUnsupportedMediaType, "send a form: application/x-www-form-urlencoded")
		return
	}
	body, err := io.ReadAll(r.Body)
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		problem(w, http.StatusRequestEntityTooLarge, "the form is too large")
		return
	} else if err != nil {
		problem(w, http.StatusBadRequest, "the form cannot be read")
		return
	}
	in, wrong := s.readVerdict(string(body))
	address := verdictAddress(in)
	if len(address) > longestAddress {
		wrong = append(wrong, "set: more than an address holds; POST "+root+"/runs takes it")
	}
	v, err := s.view(in, wrong)
	if err != nil {
		problem(w, http.StatusInternalServerError, "the scenarios cannot be read")
		return
	}
	if wrong != nil {
		s.page(w, http.StatusUnprocessableEntity, "verdict.html", v)
		return
	}
	if _, err := ask(r.Context(), s, "runs", in, s.planRun); err != nil {
		status := http.StatusInternalServerError
		var p huma.StatusError
		if errors.As(err, &p) {
			status = p.GetStatus()
		}
		if many := (*huma.ErrorModel)(nil); errors.As(err, &many) {
			for _, d := range many.Errors {
				v.Wrong = append(v.Wrong, strings.TrimPrefix(d.Location, "body.")+": "+d.Message)
			}
		}
		if v.Wrong == nil {
			v.Wrong = []string{err.Error()}
		}
		if status == http.StatusTooManyRequests {
			v.Busy = true
			w.Header().Set("Retry-After", strconv.Itoa(retryAfter))
		}
		s.page(w, status, "verdict.html", v)
		return
	}
	http.Redirect(w, r, address, http.StatusSeeOther)
}

// verdict shows how far a run is, or its answer. It begins none: an address may be
// followed from anywhere.
func (s *Server) verdict(w http.ResponseWriter, r *http.Request) {
	in, wrong := s.readVerdict(r.URL.RawQuery)
	v, err := s.view(in, wrong)
	if err != nil {
		problem(w, http.StatusInternalServerError, "the scenarios cannot be read")
		return
	}
	if wrong != nil {
		s.page(w, http.StatusUnprocessableEntity, "verdict.html", v)
		return
	}
	id, err := identify("runs", in)
	if err != nil {
		problem(w, http.StatusInternalServerError, "a defect of this program")
		return
	}
	j := s.jobs.find(id)
	if j == nil {
		v.Ask = true
		s.page(w, http.StatusOK, "verdict.html", v)
		return
	}
	told := s.tell(j, []string{resultFile, reportFile, seriesFile})
	v.Job = &told
	switch st := s.jobs.look(j); st.state {
	case Done:
		v.Lines = st.out.lines
	case Cancelled:
		v.Ask = true
	case Failed:
		v.Wrong = []string{st.err.Error()}
		if errors.Is(st.err, errDefect) {
			v.Wrong = []string{errDefect.Error()}
		}
	default:
		v.Refresh = 1
		if told.Total > 0 {
			v.Percent = 100 * told.Done / told.Total
		}
	}
	s.page(w, http.StatusOK, "verdict.html", v)
}
