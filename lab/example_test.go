package lab

import "fmt"

// Chinchilla, 70 G parameters on 1.4 T tokens: 1.9366 and 1.9739 as worked beforehand
// from the printed coefficients.
func ExamplePredict() {
	fmt.Printf("%.4f %.4f\n", Predict(Hoffmann, 70e9, 1.4e12), Predict(Besiroglu, 70e9, 1.4e12))
	// Output: 1.9366 1.9739
}

// Muennighoff and others 2023: repeats without end are worth R* more, 16.39 U in
// all; after R* repeats they were worth 1 − 1/e of fresh tokens on average.
func ExampleWorth() {
	const r = 15.387756
	fmt.Printf("%.2f %.3f\n", Worth(1, 1e6, r), (Worth(1, 1+r, r)-1)/r)
	// Output: 16.39 0.632
}

// 84,000 H100 for a year at 38 % make 10^27 FLOP, by hand beforehand.
func ExampleRunFLOP() {
	fmt.Printf("%.2e\n", RunFLOP(84000, 0.38, year))
	// Output: 9.96e+26
}
