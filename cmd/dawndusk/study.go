package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

func (a *app) studyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "study",
		Short: "Reproduce what others have published",
		Long: `Study answers the printed numbers of published studies: out of the chain, by an
equation that the chain calls, by the study's own bill told by the accounting that
tells ours, by a function that the chain does not call, or by a replica of the
study's own arithmetic. A bill shows that a study's conventions are understood, a
replica that its arithmetic is; neither is ever counted as agreement.`,
		Example: `  dawndusk study list
  dawndusk study run
  dawndusk study run mccalip`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.studyListCommand(), a.studyRunCommand(), a.studyStandsCommand())
	return cmd
}

func (a *app) studyListCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the studies that are shipped",
		Long:  `List names the studies that are shipped, and how many answers of each kind they have.`,
		Example: `  dawndusk study list
  dawndusk study list --json | jq -r .[].id`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			studies, err := readStudies(study.PublishedStudies())
			if err != nil {
				return err
			}
			if asJSON {
				return a.studyListJSON(studies)
			}
			head := left("", 27) + left("grade", 7)
			for _, k := range study.AnswerKinds {
				head += right(string(k), 10)
			}
			fmt.Fprintln(a.out, a.style(dim, head))
			for _, p := range studies {
				fmt.Fprintf(a.out, "%s%s", a.style(bold, left(p.ID, 27)), left(p.Grade, 7))
				for _, n := range p.Count() {
					text := "·"
					if n > 0 {
						text = fmt.Sprint(n)
					}
					fmt.Fprint(a.out, right(text, 10))
				}
				fmt.Fprintf(a.out, "\n  %s\n  %s\n", printable(p.Title), a.style(dim, printable(p.Authors+", "+p.Date)))
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the list alone, as JSON")
	return cmd
}

func (a *app) studyListJSON(studies []*study.PublishedStudy) error {
	type listed struct {
		ID      string         `json:"id"`
		Title   string         `json:"title"`
		Authors string         `json:"authors"`
		Date    string         `json:"date"`
		Address string         `json:"address"`
		Grade   string         `json:"grade"`
		Answers map[string]int `json:"answers"`
	}
	list := []listed{}
	for _, p := range studies {
		l := listed{p.ID, p.Title, p.Authors, p.Date, p.Address, p.Grade, map[string]int{}}
		for i, n := range p.Count() {
			l.Answers[string(study.AnswerKinds[i])] = n
		}
		list = append(list, l)
	}
	return a.printJSON(list)
}

func (a *app) studyRunCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "run [ID|DIR…]",
		Short: "Answer the printed numbers of studies and compare",
		Long: `Run answers every printed number of the studies that are shipped, of those
named, or of a directory with a study of your own, and prints it beside ours. The
exit code is 1 if a number falls outside its tolerance that was not expected to, or
inside when it was expected to differ.`,
		Example: `  dawndusk study run
  dawndusk study run shapiro-rad spacex-scale
  dawndusk study run ./mine                     # a directory that holds study.yaml
  dawndusk study run --json | jq .counts`,
		RunE: func(cmd *cobra.Command, args []string) error {
			named := len(args) > 0
			if !named {
				args = study.PublishedStudies()
			}
			studies, err := readStudies(args)
			if err != nil {
				return err
			}
			var done []*study.Reproduced
			var wrong ledger.Errors
			for _, p := range studies {
				r, err := p.Reproduce(cmd.Context())
				if wrong, err = together(wrong, err); err != nil {
					return err
				}
				done = append(done, r)
			}
			if len(wrong) > 0 {
				return wrong
			}
			return a.reproduced(done, asJSON, named)
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return study.PublishedStudies(), cobra.ShellCompDirectiveDefault
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the result alone, as JSON")
	return cmd
}

// together adds the mistakes of an error to those before it; an error that is none
// of input comes back.
func together(before ledger.Errors, err error) (ledger.Errors, error) {
	switch e := err.(type) {
	case nil:
		return before, nil
	case ledger.Errors:
		return append(before, e...), nil
	case ledger.Error:
		return append(before, e), nil
	}
	return before, err
}

// readStudies reads studies by name, or by directory where a name has a slash or
// begins with a dot. All their mistakes come back at once.
func readStudies(names []string) (studies []*study.PublishedStudy, err error) {
	var wrong ledger.Errors
	for _, name := range names {
		var p *study.PublishedStudy
		if strings.ContainsAny(name, `/\`) || strings.HasPrefix(name, ".") {
			dir := filepath.Clean(name)
			p, err = study.ReadStudy(os.DirFS(dir), filepath.ToSlash(dir))
		} else {
			p, err = study.ReadShippedStudy(name)
		}
		if wrong, err = together(wrong, err); err != nil {
			return nil, err
		}
		studies = append(studies, p)
	}
	if len(wrong) > 0 {
		return nil, wrong
	}
	return studies, nil
}

// reproduced prints what came of studies, and fails if a number does not hold.
func (a *app) reproduced(done []*study.Reproduced, asJSON, named bool) error {
	counts := study.CountAnswers(done)
	answers, failing := 0, 0
	for _, c := range counts {
		answers += c.Answers
		failing += c.Failing
	}
	if asJSON {
		err := a.printJSON(struct {
			Studies []*study.Reproduced    `json:"studies"`
			Counts  []study.ReproducedKind `json:"counts"`
		}{done, counts})
		if err != nil {
			return err
		}
	} else {
		for _, r := range done {
			a.printReproduced(r, named)
		}
		head := left("", 10) + right("answers", 8) + right("within", 8) + right("agree", 8) + right("as set", 8) + right("leaning", 9) + right("pinned", 8) +
			right("differ, explained", 19) + right("failing", 9)
		fmt.Fprintln(a.out, a.style(dim, head))
		for _, c := range counts {
			agree := [4]string{"–", "–", "–", "–"} // of what is never counted as agreement
			if c.Kind != study.FromBill && c.Kind != study.FromReplica {
				agree = [4]string{fmt.Sprint(c.Agree), fmt.Sprint(c.AsSet), fmt.Sprint(c.Leaning), fmt.Sprint(c.Pinned)}
			}
			fmt.Fprintf(a.out, "%s%s%s%s%s%s%s%s%s\n", left(string(c.Kind), 10), right(fmt.Sprint(c.Answers), 8), right(fmt.Sprint(c.Within), 8),
				right(agree[0], 8), right(agree[1], 8), right(agree[2], 9), right(agree[3], 8), right(fmt.Sprint(c.Differ), 19), right(fmt.Sprint(c.Failing), 9))
		}
		for _, line := range wrap("What lies within its tolerance is counted once. As set: inputs that the study does not state were set to meet "+
			"the number. Leaning: an input that moves the answer cites the study. Pinned: a link that moves the answer is pinned to the study's number. "+
			"Agree: none of these. A bill shows that a study's conventions are understood, a replica that its arithmetic is; neither is agreement.", screen) {
			fmt.Fprintln(a.out, a.style(dim, line))
		}
	}
	if failing > 0 {
		return fmt.Errorf("%d of %d answers do not hold", failing, answers)
	}
	return nil
}

// reproducedName is the width of the first column of a study's answers.
const reproducedName = 27

func (a *app) printReproduced(r *study.Reproduced, whole bool) {
	fmt.Fprintf(a.out, "%s  %s\n", a.style(bold, printable(r.ID)), printable(r.Title))
	for _, line := range wrap(fmt.Sprintf("%s, %s; grade %s; %s", r.Authors, r.Date, r.Grade, r.Address), screen) {
		fmt.Fprintln(a.out, a.style(dim, line))
	}
	fmt.Fprintln(a.out, a.style(dim, left("", reproducedName)+right("printed", 11)+right("ours", 11)+" "+left("unit", 8)+right("error", 8)+"  "+left("kind", 9)+"verdict (tolerance)"))
	for i := range r.Answers {
		row := &r.Answers[i]
		name := row.Name
		if row.Beside {
			name = "  beside it"
		}
		printed, ours := row.Texts(5)
		verdict := row.Verdict
		if verdict == study.Agrees || verdict == study.Retold || verdict == study.Recomputed || !row.Holds { // the others say what they lie outside of, or on what, below
			verdict += " (" + shareText(float64(row.Tolerance)) + ")"
		}
		if !row.Holds {
			verdict = a.style(bold, verdict)
		}
		fmt.Fprintf(a.out, "%s%s%s %s%s  %s%s\n", left(cut(name, reproducedName-1), reproducedName), right(printed, 11), right(ours, 11), left(cut(row.Unit, 7), 8),
			right(errorText(row.RelativeError), 8), left(string(row.Kind), 9), verdict)
		because := row.Because
		if row.Verdict == study.Leans {
			because = strings.TrimSpace("cited by " + strings.Join(row.LeansOn, ", ") + "; " + because)
			because = strings.TrimSuffix(because, ";")
		}
		if row.Verdict == study.Pinned {
			because = strings.TrimSuffix(strings.TrimSpace("pinned "+strings.Join(row.Pinned, ", ")+"; "+because), ";")
		}
		for _, line := range wrap(because, 96) {
			fmt.Fprintf(a.out, "    %s\n", a.style(dim, line))
		}
	}
	if whole {
		a.studyNotes("to know", r.Caveats)
		a.studyNotes("not answered", r.Not)
	}
	fmt.Fprintln(a.out)
}

func (a *app) studyNotes(head string, notes []string) {
	for i, n := range notes {
		if i > 0 {
			head = ""
		}
		for j, line := range wrap(n, screen-14) {
			if j > 0 {
				head = ""
			}
			fmt.Fprintf(a.out, "%s%s\n", a.style(dim, left(head, 14)), line)
		}
	}
}

// errorText writes a relative error with its sign, one too small to matter as 0.
func errorText(n study.Number) string {
	v := float64(n)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "none"
	case math.Abs(v) < 1e-6:
		return "0"
	case math.Abs(v) >= 0.0995:
		return fmt.Sprintf("%+.0f %%", 100*v)
	}
	return fmt.Sprintf("%+.2g %%", 100*v)
}

func shareText(v float64) string {
	if v > 0 && v < 1e-5 {
		return report.Fixed(v*1e6, 3) + " ppm"
	}
	return fmt.Sprintf("%.3g %%", 100*v)
}
