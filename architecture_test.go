package dawndusk_test

import (
	"encoding/json"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/dawndusk/dawndusk"

// mayImport says which of our packages each package may import, and why the
// line is drawn there. Arrows only point up this table; tests are free.
var mayImport = []struct {
	pkg     string
	imports []string
	because string
}{
	{"si", nil, "quantities stand on nothing"},
	{"rng", nil, "chance stands on nothing"},
	{"yamltree", nil, "reading strictly, with the place of every mistake, does not depend on what is read"},
	{"ledger", []string{"si", "yamltree"}, "evidence is about numbers, not about models"},
	{"ledger/ledgertest", []string{"ledger"}, "the tests of a model run on its chapter of the ledger, and on nothing else of it"},
	{"orbit", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"orbit/sky", nil, "time, frames, Sun and Moon are what the fast clock stands on"},
	{"orbit/internal/reference", nil, "tests of orbit and below open outside reference data in one way; no package that is no test may"},
	{"orbit/internal/straight", nil, "straight-line arithmetic is recorded and written out as assembly, whatever it computes"},
	{"orbit/gp", nil, "element sets and their theory have units of their own and stand on nothing"},
	{"orbit/gp/internal/gen", []string{"orbit/internal/straight"}, "the kernel of SGP4 is described once and written out"},
	{"orbit/air", []string{"si", "orbit", "orbit/sky"}, "density depends on where the Sun stands"},
	{"orbit/secular", []string{"orbit/sky"}, "mean orbits turn by steady rates under a moving Sun"},
	{"orbit/secular/internal/gen", []string{"orbit/internal/straight"}, "the kernel of J2 is described once and written out"},
	{"orbit/constellation", []string{"si", "yamltree", "orbit", "orbit/sky", "orbit/secular"}, "a design says where its satellites' mean orbits are"},
	{"orbit/numeric", []string{"si", "orbit", "orbit/sky", "orbit/air"}, "forces depend on Earth, air, Sun and Moon"},
	{"orbit/event", []string{"orbit/sky"}, "what happens on a path does not depend on who computed it"},
	{"orbit/light", []string{"orbit/sky", "orbit/gp", "orbit/secular"}, "a catalogue's states meet the shadow of designed orbits"},
	{"orbit/traffic", []string{"si", "orbit", "orbit/gp"}, "neighbours are counted in a catalogue"},
	{"orbit/export", []string{"orbit/sky", "orbit/gp"}, "other tools' forms of what was computed"},
	{"launch", []string{"si", "orbit", "rng"}, "a payload depends on the orbit it goes to; failures are counted from drawn numbers"},
	{"sat", []string{"si", "orbit"}, "a satellite is sized for an orbit's environment"},
	{"network", []string{"si", "orbit"}, "links depend on where satellites are"},
	{"workload", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"ground", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"market", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"finance", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"fleet", []string{"si"}, "a model takes plain structs and knows no other model"},
	{"lunar", []string{"si", "orbit"}, "ways from the Moon are conics; all else is a model's own"},
	{"lab", []string{"si"}, "a model takes plain structs and knows no other model"},
	{".", []string{"si", "ledger", "rng", "orbit", "launch", "sat", "network", "workload", "ground", "market", "finance", "fleet", "lunar", "lab"}, "the chain joins the models and nothing above it"},
	{"study", []string{"*"}, "studies are functions of Scenario to Result; they know no page and no server"},
	{"report", []string{"*", "study"}, "a report prints what a study found"},
	{"web/sources", nil, "the page's sources are hashed alike where it is bundled and where that is checked"},
	{"web", nil, "the page is files"},
	{"server", []string{"*", "study", "report", "web"}, "a server answers with what studies find and reports print, and hands out the page"},
	{"e2e", nil, "tests alone"},
	{"e2e/browser", nil, "a browser shows whatever it is given"},
	{"e2e/shots", []string{"server", "e2e/browser"}, "pictures are of the server's page as a browser shows it"},
	{"bench/page", []string{"server", "e2e/browser"}, "the page is timed as a browser shows it"},
	{"bench/load", nil, "a load is put on the program as others see it"},
	{"cmd/dawndusk", []string{"*", "study", "report", "server"}, "the command is the library's first user"},
}

// thirdParty names the outside modules each package may import, and why.
var thirdParty = []struct {
	pkg, module, because string
}{
	{"yamltree", "github.com/goccy/go-yaml", "YAML with positions, so that every mistake is named by line and column"},
	{"ledger", "gonum.org/v1/gonum", "eigenvalues of a correlation block"},
	{"orbit/gp", "golang.org/x/sys", "which vector instructions the processor has"},
	{"study", "gonum.org/v1/gonum", "a search for the best design that strays and walks downhill without a gradient"},
	{"orbit/secular", "golang.org/x/sys/cpu", "which vector instructions the processor has is asked at run time"},
	{"orbit/export", "github.com/parquet-go/parquet-go", "Parquet is a format of packed columns, with its own encodings and footer"},
	{"server", "github.com/danielgtaylor/huma", "operations with typed questions and answers, and the OpenAPI document made from these types"},
	{"e2e/browser", "github.com/chromedp", "drives the browser that tests, screenshots and times of the page are made with; the program has nothing of it"},
	{"cmd/dawndusk", "github.com/spf13/cobra", "commands, flags, help and shell completion"},
}

type goPackage struct {
	ImportPath, Dir string
	Imports         []string
	GoFiles         []string
}

func packages(t *testing.T) []goPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Dir,Imports,GoFiles", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []goPackage
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var p goPackage
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func short(path string) string {
	s := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	if s == "" {
		return "."
	}
	return s
}

func TestImportsPointUp(t *testing.T) {
	below := []string{}
	rules := map[string][]string{}
	reasons := map[string]string{}
	for _, r := range mayImport {
		allowed := slices.Clone(r.imports)
		if i := slices.Index(allowed, "*"); i >= 0 {
			allowed = append(allowed, slices.DeleteFunc(slices.Clone(below), func(s string) bool { return s == "study" || s == "report" || s == "server" })...)
		}
		rules[r.pkg], reasons[r.pkg] = allowed, r.because
		below = append(below, r.pkg)
	}
	for _, p := range packages(t) {
		name := short(p.ImportPath)
		experiment := strings.HasPrefix(name, "experiments/")
		allowed, known := rules[name]
		if !known && !experiment {
			t.Errorf("package %s has no line in mayImport: say what it may import and why", name)
			continue
		}
		for _, i := range p.Imports {
			switch {
			case strings.HasPrefix(i, module):
				if !experiment && !slices.Contains(allowed, short(i)) {
					t.Errorf("%s imports %s, but may import only %v: %s", name, short(i), allowed, reasons[name])
				}
			case strings.Contains(strings.SplitN(i, "/", 2)[0], "."):
				ok := slices.ContainsFunc(thirdParty, func(r struct{ pkg, module, because string }) bool {
					return r.pkg == name && strings.HasPrefix(i, r.module)
				})
				if !ok {
					t.Errorf("%s imports %s: no line in thirdParty says why", name, i)
				}
			}
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	for _, p := range packages(t) {
		documented := false
		for _, f := range p.GoFiles {
			file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(p.Dir, f), nil, parser.PackageClauseOnly|parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			documented = documented || file.Doc != nil
		}
		if !documented {
			t.Errorf("package %s has no doc comment", short(p.ImportPath))
		}
	}
}
