package server

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/ledger"
)

// mistakes turns an error of a study into a problem: every mistake in what was given
// with its place, as the command prints them.
func mistakes(err error) error {
	var many ledger.Errors
	var one ledger.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errDefect):
		return huma.Error500InternalServerError(errDefect.Error())
	case errors.Is(err, context.Canceled):
		return huma.Error503ServiceUnavailable("cancelled")
	case errors.As(err, &many):
	case errors.As(err, &one):
		many = ledger.Errors{one}
	default:
		return huma.Error422UnprocessableEntity(err.Error())
	}
	p := &huma.ErrorModel{Status: http.StatusUnprocessableEntity, Title: http.StatusText(http.StatusUnprocessableEntity), Detail: "1 mistake"}
	if len(many) > 1 {
		p.Detail = fmt.Sprintf("%d mistakes", len(many))
	}
	for _, e := range many {
		p.Errors = append(p.Errors, &huma.ErrorDetail{Location: place(e), Message: message(e)})
	}
	return p
}

// place is where a mistake is: file:line:column and the input, or the key of the body
// that stands for an option of the command.
func place(e ledger.Error) string {
	at := e.File
	if flag, ok := strings.CutPrefix(at, "--"); ok {
		at = "body." + strings.ReplaceAll(flag, "-", "_")
	}
	if e.Line > 0 {
		at += fmt.Sprintf(":%d:%d", e.Line, e.Col)
	}
	if e.Path != "" {
		at += " " + e.Path
	}
	return printable(strings.TrimSpace(at))
}

func message(e ledger.Error) string {
	if e.Right == "" {
		return printable(e.Wrong)
	}
	return printable(e.Wrong + "; " + e.Right)
}

// printable drops what would steer a terminal that shows it.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return -1
		}
		return r
	}, text)
}

// busy refuses what there is no room for.
func busy(detail string) error {
	return huma.ErrorWithHeaders(huma.Error429TooManyRequests(detail), http.Header{"Retry-After": {strconv.Itoa(retryAfter)}})
}

// maxDetails bounds how much a problem says of what was given: what comes back must
// not be many times what came.
const maxDetails = 100

// tame shortens what a problem repeats of a request.
func tame(_ huma.Context, _ string, v any) (any, error) {
	p, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	if n := len(p.Errors); n > maxDetails {
		p.Errors = append(p.Errors[:maxDetails:maxDetails], &huma.ErrorDetail{Message: fmt.Sprintf("and %d more; mend these first", n-maxDetails)})
	}
	for _, d := range p.Errors {
		if d == nil {
			continue
		}
		d.Message, d.Location = cut(d.Message, 1000), cut(d.Location, 300)
		switch v := d.Value.(type) {
		case nil, bool, float64:
		case string:
			d.Value = cut(v, 200)
		default:
			d.Value = nil
		}
	}
	return p, nil
}
