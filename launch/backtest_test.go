package launch

import (
	"encoding/csv"
	"os"
	"strconv"
	"testing"
)

// falconYears and falconCounts are Falcon's whole years, in the table that the
// backtests read: study scores FitFalcon and Forecast on it (falcon-2017, falcon-2021).
var falconYears, falconCounts = func() (years, counts []int) {
	f, err := os.Open("../study/backtests/falcon.csv")
	if err != nil {
		panic(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		panic(err)
	}
	for _, row := range rows[1:] {
		year, y := strconv.Atoi(row[1])
		count, c := strconv.Atoi(row[3])
		if y != nil || c != nil {
			panic(row[0])
		}
		if row[2] == "12" {
			years, counts = append(years, year), append(counts, count)
		}
	}
	return years, counts
}()

const split = 2017

// quantile of sorted values.
func quantile(sorted []float64, q float64) float64 {
	return sorted[min(len(sorted)-1, int(q*float64(len(sorted))))]
}

// Nothing of the held-out years reaches the forecast: corrupting them moves
// neither the fit nor one draw.
func TestVerif_BacktestSeesNoFuture(t *testing.T) {
	corrupt := append([]int(nil), falconCounts...)
	for i := range corrupt {
		if falconYears[i] > split {
			corrupt[i] = 1000 - 7*corrupt[i]
		}
	}
	a, b := FitFalcon(falconYears, falconCounts, split), FitFalcon(falconYears, corrupt, split)
	if a != b {
		t.Fatalf("fit moved: %+v, %+v", a, b)
	}
	p := PriorsOf2017()
	x, y := a.Forecast(p, 8, 200, 1), b.Forecast(p, 8, 200, 1)
	for i := range x {
		for j := range x[i] {
			if x[i][j] != y[i][j] {
				t.Fatalf("year %d, draw %d: %v, %v", i, j, x[i][j], y[i][j])
			}
		}
	}
	c := append([]int(nil), falconCounts...)
	c[7]++ // 2017 is seen
	if FitFalcon(falconYears, c, split) == a {
		t.Error("the fit does not see 2017")
	}
}
